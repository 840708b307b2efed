// What is shown and selected: not data, not in the undo history, not in any file.
#pragma once

#include <string>

namespace luping {

enum class Page { start, overview, fill, tasks, units, scheme };

enum class FillFilter { all, notchecked, fail, unresolved /* unknown or error */, must, strive };

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
  FillFilter fill_filter = FillFilter::all;
  std::string group;  ///< only this group's rows; empty: all
  TaskFilter task_filter = TaskFilter::all;
  UnitsFilter units_filter = UnitsFilter::all;
  UnitsOrder units_order = UnitsOrder::open;
  std::string search;

  bool operator==(const UiState&) const = default;
};

}  // namespace luping
