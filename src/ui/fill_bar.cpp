// Above the rows of 填报: a choice for each kind of condition, the conditions asked for most as chips, and what is left.
#include <charconv>
#include <cmath>
#include <string>

#include "ui/panels.h"
#include "ui/table.h"

namespace luping::ui {
namespace {

/// Places boxes from left to right, going on below where there is no room.
struct Flow {
  Rect box;
  float height;
  float x = box.x;
  float y = box.y;

  Rect next(float width, float gap) {
    if (x + width > right(box) && x > box.x) {
      break_line();
    }
    const Rect place{x, y, std::min(width, box.width), height};
    x += width + gap;
    return place;
  }
  void break_line() {
    x = box.x;
    y += height + kGap2;
  }
  /// At the right end of the line, if what stands there leaves room; else on the next.
  Rect last(float width) {
    if (x + width > right(box) && x > box.x) {
      break_line();
    }
    x = right(box);
    return {right(box) - width, y, width, height};
  }
};

Id numbered(std::string_view path, std::size_t number) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, number);
  return {path, std::string_view(digits, static_cast<std::size_t>(end.ptr - digits))};
}

void menus(Ui& ui, Flow& flow, const FillModel& model) {
  const float least = ui.theme.grow(92);
  const float most = std::min(ui.theme.grow(184), flow.box.width * 0.4F);
  for (std::size_t i = 0; i < model.menus.size(); ++i) {
    const FillMenu& one = model.menus[i];
    const Rect place = flow.next(filter_menu_width(ui, one.shown, least, most), kGap2);
    const auto picked = filter_menu(ui, numbered("fill/menu/", i), place, {one.name, one.shown, one.active}, [&] {
      std::vector<MenuEntry> entries;
      entries.reserve(one.entries.size());
      for (const FillMenu::Entry& entry : one.entries) {
        entries.push_back({entry.label, entry.figure, entry.selected});
      }
      return entries;
    });
    if (picked) {
      ui.push(SetFillQuery{one.entries[*picked].query});
    }
  }
}

void chips(Ui& ui, Flow& flow, const FillModel& model) {
  for (std::size_t i = 0; i < model.chips.size(); ++i) {
    const auto& one = model.chips[i];
    const Rect place = flow.next(filter_chip_width(ui, one.label), kGap2);
    if (filter_chip(ui, numbered("fill/filter/", i), place, one.label, one.active)) {
      ui.push(SetFillQuery{one.filter});
    }
  }
}

}  // namespace

float fill_bar(Ui& ui, const Rect& box, const FillModel& model) {
  const float height = ui.theme.grow(28);
  copy_table_button(ui, "fill", {right(box) - height, box.y, height, height});
  Flow flow{{box.x, box.y, box.width - height - kGap2, box.height}, height};
  menus(ui, flow, model);
  if (model.filtered) {
    ButtonSpec clear{.label = "清除筛选", .icon = Icon::cross, .look = ButtonLook::quiet};
    if (flow.x + button_width(ui, clear) > right(flow.box)) {  // a cross alone rather than a line of its own
      clear.label = {};
      clear.hint = "清除筛选";
    }
    if (button(ui, "fill/clear", flow.last(button_width(ui, clear)), clear)) {
      ui.push(ClearFillFilters{});
    }
  }
  flow.box.width = box.width;
  flow.break_line();
  chips(ui, flow, model);
  const TextStyle quiet = ui.theme.quiet();
  const float figure = std::ceil(text_width(quiet, model.figure)) + 1;
  const ButtonSpec update{.label = "更新列表", .hint = model.outdated};
  const float room = model.outdated.empty() ? 0 : button_width(ui, update) + kGap3;
  Rect end = flow.last(figure + room);
  text_line(ui, "fill/figure", take_left(end, figure), model.figure, quiet, Align::right, "status");
  take_left(end, kGap3);
  if (!model.outdated.empty() && button(ui, "fill/update", end, update)) {
    ui.push(UpdateFillList{});
  }
  return flow.y + flow.height - box.y;
}

}  // namespace luping::ui
