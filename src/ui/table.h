// What the tables of 填报, 任务 and 单位 share: the frozen header, the group headings, filters to choose from.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/view_model.h"
#include "ui/menu.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace luping::ui {

/// Chips and a choice named `choice`, wrapping into more lines where narrow. `chip_at(i)` draws nothing itself: it tells label,
/// state and takes the press.
struct FilterEntry {
  std::string_view label;
  bool active = false;
};
struct FilterResult {
  float height = 0;
  int pressed = -1;                  ///< index of the filter pressed
  const TreeEntry* group = nullptr;  ///< the group picked
};
FilterResult filter_bar(Ui& ui, std::string_view scope, const Rect& box, std::span<const FilterEntry> filters,
                        std::span<const TreeEntry> tree, std::string_view choice);

/// The table of the page to the clipboard; in the square `box`.
void copy_table_button(Ui& ui, std::string_view scope, const Rect& box);

/// A quiet combobox, tinted while it limits what is shown.
struct FilterMenuSpec {
  std::string_view name;   ///< for assistive technology
  std::string_view shown;  ///< what is chosen
  bool active = false;
};
float filter_menu_width(const Ui& ui, std::string_view shown, float least, float most);
/// `entries` are asked for only while the list is open. Returns the entry picked.
std::optional<std::size_t> filter_menu(Ui& ui, const Id& id, const Rect& box, const FilterMenuSpec& spec,
                                       const std::function<std::vector<MenuEntry>()>& entries);

struct ColumnSpec {
  std::string_view title;
  float x = 0;
  float width = 0;  ///< 0: left out
  Align align = Align::left;
  bool sortable = false;        ///< its head is pressed to sort
  std::string_view order = {};  ///< "ascending", "descending"; empty: not sorted by it
  std::string_view hint = {};   ///< what a press does
};
/// Returns the index of the column whose head was pressed, or -1.
int table_header(Ui& ui, std::string_view scope, const Rect& box, std::span<const ColumnSpec> columns);

struct GroupSpec {
  std::string_view number;
  std::string_view name;
  std::string_view figure;
  double progress = 0;
  bool minor = false;  ///< a heading of the second level
  bool bare = false;   ///< without a bar
};
/// A heading between rows, across all `columns`; `index` is its place among all rows of the grid.
void group_row(Ui& ui, const Id& id, std::size_t index, std::size_t columns, const Rect& box, const GroupSpec& spec);

// What a grid says of its size, a row and a cell of their place, for assistive technology: only what is on screen is
// recorded, and columns may be left out. The header is the first row.
std::string grid_state(std::size_t rows, std::size_t columns);
std::string row_state(std::size_t index, bool selected);
std::string cell_state(std::size_t column);
/// Of a cell that is the whole row.
std::string row_cell_state(std::size_t columns);

/// A cell of text; recorded even when empty, so that columns stay columns.
void grid_text(Ui& ui, const Id& id, std::size_t column, const Rect& box, std::string_view text,
               const TextStyle& style);

/// The ground of a row: selection, hover, hairline below.
void row_ground(Ui& ui, const Rect& box, bool selected, bool hovered);

/// The sign of a task's state.
Icon icon_of_state(std::string_view state);

}  // namespace luping::ui
