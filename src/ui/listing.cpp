#include "ui/listing.h"

#include <charconv>
#include <cmath>
#include <string>

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

Id numbered(std::string_view scope, std::string_view part, std::size_t number) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, number);
  return {scope, part, std::string_view(digits, static_cast<std::size_t>(end.ptr - digits))};
}

void menus(Ui& ui, std::string_view scope, Flow& flow, const ListHead& head) {
  const float least = ui.theme.grow(92);
  const float most = std::min(ui.theme.grow(184), flow.box.width * 0.4F);
  for (std::size_t i = 0; i < head.menus.size(); ++i) {
    const ListMenu& one = head.menus[i];
    const Rect place = flow.next(filter_menu_width(ui, one.shown, least, most), kGap2);
    const auto picked = filter_menu(ui, numbered(scope, "/menu/", i), place, {one.name, one.shown, one.active}, [&] {
      std::vector<MenuEntry> entries;
      entries.reserve(one.entries.size());
      for (const ListMenu::Entry& entry : one.entries) {
        entries.push_back({entry.label, entry.figure, entry.selected});
      }
      return entries;
    });
    if (picked) {
      ui.push(SetListQuery{one.entries[*picked].query});
    }
  }
}

void chips(Ui& ui, std::string_view scope, Flow& flow, const ListHead& head) {
  for (std::size_t i = 0; i < head.chips.size(); ++i) {
    const auto& one = head.chips[i];
    const Rect place = flow.next(filter_chip_width(ui, one.label), kGap2);
    if (filter_chip(ui, numbered(scope, "/filter/", i), place, one.label, one.active)) {
      ui.push(SetListQuery{one.filter});
    }
  }
}

std::string_view word_of(SortState state) {
  switch (state) {
    case SortState::none:
      return {};
    case SortState::ascending:
      return "ascending";
    case SortState::descending:
      return "descending";
  }
  return {};
}

}  // namespace

void list_bar(Ui& ui, std::string_view scope, Rect& box, const ListHead& head) {
  const Rect bar{box.x + kGap4, box.y + kGap3, box.width - 2 * kGap4, box.height};
  const float height = ui.theme.grow(28);
  copy_table_button(ui, scope, {right(bar) - height, bar.y, height, height});
  Flow flow{{bar.x, bar.y, bar.width - height - kGap2, bar.height}, height};
  menus(ui, scope, flow, head);
  if (head.filtered) {
    ButtonSpec clear{.label = "清除筛选", .icon = Icon::cross, .look = ButtonLook::quiet};
    if (flow.x + button_width(ui, clear) > right(flow.box)) {  // a cross alone rather than a line of its own
      clear.label = {};
      clear.hint = "清除筛选";
    }
    if (button(ui, Id{scope, "/clear"}, flow.last(button_width(ui, clear)), clear)) {
      ui.push(ClearFilters{});
    }
  }
  flow.box.width = bar.width;
  flow.break_line();
  chips(ui, scope, flow, head);
  const TextStyle quiet = ui.theme.quiet();
  const float figure = std::ceil(text_width(quiet, head.figure)) + 1;
  const ButtonSpec update{.label = "更新列表", .hint = head.outdated};
  const float room = head.outdated.empty() ? 0 : button_width(ui, update) + kGap3;
  Rect end = flow.last(figure + room);
  text_line(ui, Id{scope, "/figure"}, take_left(end, figure), head.figure, quiet, Align::right, "status");
  take_left(end, kGap3);
  if (!head.outdated.empty() && button(ui, Id{scope, "/update"}, end, update)) {
    ui.push(UpdateList{});
  }
  take_top(box, flow.y + flow.height - bar.y + 2 * kGap3);
  ui.hline(box.x, box.y - hairline(), box.width);
}

void empty_list(Ui& ui, std::string_view scope, const Rect& box, const ListHead& head) {
  const float y = empty_state(ui, Id{scope, "/empty"}, box, Icon::search, head.empty) + kGap4;
  const ButtonSpec clear{.label = "清除筛选", .icon = Icon::cross};
  const float width = button_width(ui, clear);
  if (head.filtered &&
      button(ui, Id{scope, "/empty/clear"}, {box.x + (box.width - width) * 0.5F, y, width, ui.theme.control}, clear)) {
    ui.push(ClearFilters{});
  }
}

void sorting_header(Ui& ui, std::string_view scope, const Rect& box, std::span<ColumnSpec> columns,
                    const ListHead& head, ColumnOf column_of) {
  for (const Sorting& sorting : head.sorting) {
    ColumnSpec& column = columns[column_of(sorting.by)];
    column.sortable = true;
    column.order = word_of(sorting.state);
    column.hint = sorting.hint;
  }
  const int pressed = table_header(ui, scope, box, columns);
  for (const Sorting& sorting : head.sorting) {
    if (pressed == static_cast<int>(column_of(sorting.by))) {
      ui.push(SetListQuery{sorting.query});
    }
  }
}

ListScroll::ListScroll(Ui& ui, ListMemory& memory, const Rect& box, const ListHead& head)
    : ui_(ui), memory_(memory), box_(box), reveal_(memory.reveal != head.reveal) {
  memory.reveal = head.reveal;
  if (memory.list != head.list) {
    memory.list = head.list;
    ImGui::SetScrollY(0);
    ui.out.again = true;
  }
}

void ListScroll::selected(std::string_view id, const Rect& place) {
  if (!reveal_ && memory_.selected == hash_of(id)) {
    return;
  }
  memory_.selected = hash_of(id);
  if (place.y < box_.y || bottom(place) > bottom(box_)) {
    ImGui::SetScrollY(ImGui::GetScrollY() + place.y - box_.y - box_.height * 0.4F);
    ui_.out.again = true;
  }
}

}  // namespace luping::ui
