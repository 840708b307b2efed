// What is shown and selected: not data, not in the undo history, not in any file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/fill_query.h"

namespace luping {

enum class Page { start, overview, fill, tasks, units, scheme, help };

enum class TaskFilter { all, unset, not_started, in_progress, done };

/// Units that have something open of this kind.
enum class UnitsFilter { all, not_met, unfilled, doubtful };

/// Which units come first: most open, most not met, most unfilled, or as the scheme names them.
enum class UnitsOrder { open, not_met, unfilled, scheme };

struct UiState {
  Page page = Page::start;
  std::string indicator;         ///< selected in 填报; empty: none
  std::string measure;           ///< selected in 任务; empty: none
  std::string unit;              ///< selected in 单位; not one of its rows: the first of them
  std::string scheme_indicator;  ///< selected in 指标体系; empty: about the scheme
  FillQuery fill;
  /// The indicators that `fill` and `search` gave when they were last set: a row stays in its place while it is edited. Unset:
  /// to be found anew.
  std::optional<std::vector<std::string>> fill_rows;
  std::uint32_t fill_list = 0;    ///< another number: another list, shown from its top
  std::uint32_t fill_reveal = 0;  ///< another number: the selected row is to be seen
  TaskFilter task_filter = TaskFilter::all;
  std::string task_group;  ///< only this group's tasks; empty: all
  UnitsFilter units_filter = UnitsFilter::all;
  UnitsOrder units_order = UnitsOrder::open;
  std::string search;
  Page before_help = Page::start;  ///< where 帮助 was opened
  std::size_t help_section = 0;
  std::string help_search;

  bool operator==(const UiState&) const = default;
};

}  // namespace luping
