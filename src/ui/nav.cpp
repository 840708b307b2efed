#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

Icon icon_of_page(Page page) {
  switch (page) {
    case Page::fill:
      return Icon::fill;
    case Page::tasks:
      return Icon::tasks;
    case Page::units:
      return Icon::units;
    case Page::start:
    case Page::overview:
      break;
  }
  return Icon::overview;
}

std::string_view name_of_page(Page page) {
  switch (page) {
    case Page::start:
      return "start";
    case Page::overview:
      return "overview";
    case Page::fill:
      return "fill";
    case Page::tasks:
      return "tasks";
    case Page::units:
      return "units";
  }
  return "page";
}

}  // namespace

void nav(Ui& ui, const Rect& box, const ViewModel& model) {
  ui.fill(box, ui.theme.colour.ground);
  ui.vline(right(box) - hairline(), box.y, box.height);
  ui.record({"nav", "navigation", "页面"}, box);
  const float height = ui.theme.grow(40);
  float y = box.y + kGap3;
  for (const NavEntry& entry : model.nav) {
    const Rect place{box.x + kGap2, y, box.width - 2 * kGap2, height};
    const bool current = entry.page == model.page;
    const Press press = ui.press(
        {Id{"nav/", name_of_page(entry.page)}, "link", entry.label, entry.badge, current ? "current" : ""}, place);
    const Palette& p = ui.theme.colour;
    if (current || press.hovered) {
      ui.fill(place, current ? p.accent_soft : p.sunken, kCorner);
    }
    Rect words = inset(place, kGap2, 0);
    const float icon = ui.theme.grow(16);
    draw_icon(Ui::list(), icon_of_page(entry.page), centre(take_left(words, icon)), icon,
              current ? p.accent : p.secondary);
    take_left(words, kGap2);
    if (!entry.badge.empty()) {
      const float room = std::ceil(text_width(ui.theme.quiet(), entry.badge)) + 1;
      TextStyle style = ui.theme.quiet();
      if (current) {
        style.colour = p.accent;
      }
      draw_text(Ui::list(), take_right(words, room), entry.badge, style, Align::right);
    }
    TextStyle style = current ? ui.theme.strong() : ui.theme.text();
    if (current) {
      style.colour = p.accent;
    }
    draw_text(Ui::list(), words, entry.label, style);
    if (press.focused) {
      ui.focus_ring(inset(place, 1, 1));
    }
    if (press.clicked && !current) {
      ui.push(GoTo{entry.page});
    }
    y += height + kGap1;
  }
}

}  // namespace luping::ui
