// What is shown and selected: not data, not in the undo history, not in any file.
#pragma once

#include <cstddef>
#include <string>

#include "app/list_query.h"

namespace luping {

enum class Page { start, overview, fill, tasks, units, scheme, help };

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
  Listing fill;
  Listing tasks;
  UnitsFilter units_filter = UnitsFilter::all;
  UnitsOrder units_order = UnitsOrder::open;
  std::string search;
  Page before_help = Page::start;  ///< where 帮助 was opened
  std::size_t help_section = 0;
  std::string help_search;

  bool operator==(const UiState&) const = default;
};

}  // namespace luping
