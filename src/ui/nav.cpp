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
    case Page::scheme:
      return Icon::scheme;
    case Page::help:
      return Icon::help;
    case Page::start:
      return Icon::open;
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
    case Page::scheme:
      return "scheme";
    case Page::help:
      return "help";
  }
  return "page";
}

/// Beside its icon, with how far it is.
void wide_entry(const Ui& ui, const NavEntry& entry, const Rect& place, bool current) {
  const Palette& p = ui.theme.colour;
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
}

/// Below its icon, small.
void narrow_entry(const Ui& ui, const NavEntry& entry, const Rect& place, bool current) {
  const Palette& p = ui.theme.colour;
  const float icon = ui.theme.grow(16);
  TextStyle style = ui.theme.quiet();
  if (current) {
    style = ui.theme.style(ui.theme.small, Weight::bold, p.accent);
  }
  Rect words = middle(place, icon + line_height(style));
  draw_icon(Ui::list(), icon_of_page(entry.page), centre(take_top(words, icon)), icon,
            current ? p.accent : p.secondary);
  draw_text(Ui::list(), words, entry.label, style, Align::centre);
}

}  // namespace

float nav_width(const Ui& ui, float window) {
  const Theme& t = ui.theme;
  if (window < 340 + t.grow(630)) {  // a pane, and a table with what no table can do without
    return t.grow(68);
  }
  return window < 1160 ? t.grow(124) : std::max(148.0F, t.grow(128));
}

void nav(Ui& ui, const Rect& box, const ViewModel& model) {
  ui.fill(box, ui.theme.colour.ground);
  ui.vline(right(box) - hairline(), box.y, box.height);
  const Container landmark(ui, {"nav", "navigation", "页面"}, box);
  const bool narrow = box.width < ui.theme.grow(100);
  const float height = ui.theme.grow(narrow ? 48 : 40);
  const float side = narrow ? kGap1 : kGap2;
  ScrollArea scroll("nav/scroll", inset(box, hairline(), 0));
  float y = scroll.top() + kGap3;
  for (const NavEntry& entry : model.nav) {
    const Rect place{box.x + side, y, box.width - 2 * side, height};
    const bool current = entry.page == model.page;
    const Press press = ui.press(
        {Id{"nav/", name_of_page(entry.page)}, "link", entry.label, entry.badge, current ? "current" : ""}, place);
    if (current || press.hovered) {
      ui.fill(place, current ? ui.theme.colour.accent_soft : ui.theme.colour.sunken, kCorner);
    }
    if (narrow) {
      narrow_entry(ui, entry, place, current);
      ui.hint(hash_of(entry.label), place, entry.badge, press.hovered);
    } else {
      wide_entry(ui, entry, place, current);
    }
    if (press.focused) {
      ui.focus_ring(inset(place, 1, 1));
    }
    if (press.clicked && !current) {
      ui.push(GoTo{entry.page});
    }
    y += height + kGap1;
  }
  scroll.end_at(y);
}

}  // namespace luping::ui
