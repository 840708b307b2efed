#include "ui/table.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace luping::ui {
namespace {

/// The head of a column that sorts: its title, and an arrow while it does.
bool sort_head(Ui& ui, const Id& id, std::size_t index, const Rect& box, const ColumnSpec& column) {
  // Pressed anywhere up to the next column.
  const Rect target{box.x - kGap1, box.y, box.width + 2 * kGap1, box.height};
  const std::string sort = column.order.empty() ? "none" : std::string(column.order);
  const Press press = ui.press({id, "columnheader", column.title, {}, cell_state(index) + " sort:" + sort}, target);
  if (press.hovered) {
    ui.fill(target, ui.theme.colour.hover, kCorner);
  }
  TextStyle style = ui.theme.quiet();
  const float size = ui.theme.grow(12);
  const bool sorted = !column.order.empty();
  if (sorted) {
    style = ui.theme.style(ui.theme.small, Weight::bold, ui.theme.colour.text);
  }
  Rect words = box;
  const float room = std::min(box.width - (sorted ? size + 2 : 0), std::ceil(text_width(style, column.title)) + 1);
  draw_text(Ui::list(), take_left(words, room), column.title, style);
  if (sorted) {
    draw_icon(Ui::list(), column.order == "ascending" ? Icon::chevron_up : Icon::chevron_down,
              {words.x + 2 + size * 0.5F, centre(box).y}, size, ui.theme.colour.accent);
  }
  if (press.focused) {
    ui.focus_ring(inset(target, 2, 3));
  }
  ui.hint(id.hash(), target, column.hint, press.hovered);
  return press.clicked;
}

}  // namespace

float filter_menu_width(const Ui& ui, std::string_view shown, float least, float most) {
  const float want = text_width(ui.theme.quiet(), shown) + 2 * (kGap2 + 2) + ui.theme.grow(14) + kGap2;
  return std::clamp(std::ceil(want), std::min(most, least), most);
}

std::optional<std::size_t> filter_menu(Ui& ui, const Id& id, const Rect& box, const FilterMenuSpec& spec,
                                       const std::function<std::vector<MenuEntry>()>& entries) {
  const std::uint32_t hash = id.hash();
  bool is_open = menu_is_open(ui, hash);
  const Press press = ui.press({id, "combobox", spec.name, spec.shown, menu_state(id, is_open)}, box);
  std::vector<MenuEntry> list;
  if (press.clicked && !is_open) {
    list = entries();
    const auto chosen = std::find_if(list.begin(), list.end(), [](const MenuEntry& entry) { return entry.selected; });
    open_menu(ui, hash, chosen == list.end() ? 0 : static_cast<int>(chosen - list.begin()));
    is_open = true;
  }
  const Palette& p = ui.theme.colour;
  ui.frame(box, spec.active ? p.accent_soft : press.hovered ? p.hover : p.surface, spec.active ? p.accent : p.border);
  Rect words = inset(box, kGap2 + 2, 0);
  draw_icon(Ui::list(), Icon::chevron_down, centre(take_right(words, ui.theme.grow(14))), ui.theme.grow(14),
            p.secondary);
  take_right(words, kGap1);
  const TextStyle style =
      ui.theme.style(ui.theme.small, spec.active ? Weight::bold : Weight::regular, spec.active ? p.accent : p.text);
  if (draw_text(Ui::list(), words, spec.shown, style)) {
    ui.hint(hash, box, spec.shown, press.hovered);
  }
  if (press.focused || is_open) {
    ui.focus_ring(box);
  }
  if (!is_open) {
    return std::nullopt;
  }
  return menu(ui, id, box, list.empty() ? entries() : list);
}

FilterResult filter_bar(Ui& ui, std::string_view scope, const Rect& box, std::span<const FilterEntry> filters,
                        std::span<const TreeEntry> tree, std::string_view choice) {
  FilterResult result;
  const float height = ui.theme.grow(28);
  float x = box.x;
  float y = box.y;
  if (!tree.empty()) {
    const TreeEntry* current = &tree.front();
    for (const TreeEntry& entry : tree) {
      if (entry.active) {
        current = &entry;
      }
    }
    const float width =
        filter_menu_width(ui, current->label, ui.theme.grow(120), std::min(ui.theme.grow(232), box.width * 0.4F));
    const FilterMenuSpec spec{choice, current->label};
    const auto picked = filter_menu(ui, Id{scope, "/group"}, {x, y, width, height}, spec, [&] {
      std::vector<MenuEntry> entries;
      entries.reserve(tree.size());
      for (const TreeEntry& entry : tree) {
        entries.push_back({entry.label, entry.figure, &entry == current});
      }
      return entries;
    });
    if (picked) {
      result.group = &tree[*picked];
    }
    x += width + kGap3;
  }
  for (std::size_t i = 0; i < filters.size(); ++i) {
    const float width = filter_chip_width(ui, filters[i].label);
    if (x + width > right(box) && x > box.x) {
      x = box.x;
      y += height + kGap2;
    }
    if (filter_chip(ui, Id{scope, "/filter/", std::to_string(i)}, {x, y, width, height}, filters[i].label,
                    filters[i].active)) {
      result.pressed = static_cast<int>(i);
    }
    x += width + kGap2;
  }
  result.height = y + height - box.y;
  return result;
}

void copy_table_button(Ui& ui, std::string_view scope, const Rect& box) {
  if (button(ui, Id{scope, "/copy"}, box,
             {.label = {}, .icon = Icon::copy, .look = ButtonLook::quiet, .hint = "复制表格，可粘贴到 Excel、WPS"})) {
    ui.push(CopyTable{});
  }
}

int table_header(Ui& ui, std::string_view scope, const Rect& box, std::span<const ColumnSpec> columns) {
  const Container row(ui, {Id{scope, "/header"}, "row", "表头", {}, "rowindex:1"}, box);
  int pressed = -1;
  ui.fill(box, ui.theme.colour.surface);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ColumnSpec& column = columns[i];
    if (column.width <= 0 || column.title.empty()) {
      continue;
    }
    const Id id{scope, "/column/", column.title};
    const Rect place{column.x, box.y, column.width, box.height};
    if (!column.sortable) {
      text_line(ui, id, place, column.title, ui.theme.quiet(), column.align, "columnheader", cell_state(i));
    } else if (sort_head(ui, id, i, place, column)) {
      pressed = static_cast<int>(i);
    }
  }
  ui.fill({box.x, bottom(box) - hairline(), box.width, hairline()}, ui.theme.colour.rule);
  return pressed;
}

std::string grid_state(std::size_t rows, std::size_t columns) {
  return "rowcount:" + std::to_string(rows + 1) + " colcount:" + std::to_string(columns);
}

std::string row_state(std::size_t index, bool selected) {
  return "rowindex:" + std::to_string(index + 2) + (selected ? " selected" : "");
}

std::string cell_state(std::size_t column) { return "colindex:" + std::to_string(column + 1); }

std::string row_cell_state(std::size_t columns) { return cell_state(0) + " colspan:" + std::to_string(columns); }

void grid_text(Ui& ui, const Id& id, std::size_t column, const Rect& box, std::string_view text,
               const TextStyle& style) {
  if (!Ui::visible(box)) {
    return;
  }
  if (draw_cell_text(Ui::list(), box, text, style, std::min(style.size, ui.theme.small))) {
    ui.hint(id.hash(), box, text,
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top_left(box), bottom_right(box)));
  }
  ui.record({id, "gridcell", text, {}, cell_state(column)}, box);
}

void group_row(Ui& ui, const Id& id, std::size_t index, std::size_t columns, const Rect& box, const GroupSpec& spec) {
  const Container row(ui, {id, "row", spec.name, spec.figure, row_state(index, false)}, box);
  const Container cell(ui, {Id{id, "/cell"}, "gridcell", spec.name, spec.figure, row_cell_state(columns)}, box);
  ui.fill(box, spec.minor ? ui.theme.colour.surface : ui.theme.colour.ground);
  ui.hline(box.x, bottom(box) - hairline(), box.width);
  Rect rest = inset(box, kGap4, 0);
  take_right(rest, 6);  // the scrollbar's room, as in the columns
  const Rect bar = middle(take_right(rest, spec.bare ? 0 : ui.theme.grow(72)), 4);
  take_right(rest, spec.bare ? 0 : kGap3);
  const float figure = std::ceil(text_width(ui.theme.quiet(), spec.figure)) + 1;
  const Rect figure_box = take_right(rest, figure);
  take_right(rest, kGap3);
  TextStyle style = ui.theme.strong();
  if (spec.minor) {
    style.size = ui.theme.small;
    take_left(rest, kGap2);
  }
  if (!spec.number.empty()) {
    draw_text(Ui::list(), take_left(rest, std::ceil(text_width(style, spec.number)) + (spec.minor ? kGap1 : 2)),
              spec.number, style);
  }
  if (draw_text(Ui::list(), rest, spec.name, style)) {
    ui.hint(id.hash(), rest, spec.name,
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top_left(rest), bottom_right(rest)));
  }
  draw_text(Ui::list(), figure_box, spec.figure, ui.theme.quiet(), Align::right);
  if (!spec.bare) {
    progress_bar(ui, Id{id, "/progress"}, bar, spec.progress, spec.name, spec.figure, ui.theme.colour.accent);
  }
}

Icon icon_of_state(std::string_view state) {
  if (state == "done") {
    return Icon::tick;
  }
  return state == "inProgress" ? Icon::half : Icon::circle;
}

void row_ground(Ui& ui, const Rect& box, bool selected, bool hovered) {
  if (selected || hovered) {
    ui.fill(box, selected ? ui.theme.colour.accent_soft : ui.theme.colour.hover);
  }
  if (selected) {
    ui.fill({box.x, box.y, 3, box.height}, ui.theme.colour.accent);
  }
  ui.hline(box.x, bottom(box) - hairline(), box.width);
}

}  // namespace luping::ui
