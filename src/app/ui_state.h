// What is shown and selected: not data, not in the undo history, not in any file.
#pragma once

#include <string>

namespace luping {

enum class Page { start, overview, fill, tasks };

enum class FillFilter { all, notchecked, fail, unresolved /* unknown or error */, must, strive };

enum class TaskFilter { all, unset, not_started, in_progress, done };

struct UiState {
  Page page = Page::start;
  std::string indicator;  ///< selected in 填报; empty: none
  std::string measure;    ///< selected in 任务; empty: none
  FillFilter fill_filter = FillFilter::all;
  std::string group;  ///< only this group's rows; empty: all
  TaskFilter task_filter = TaskFilter::all;
  std::string search;

  bool operator==(const UiState&) const = default;
};

}  // namespace luping
