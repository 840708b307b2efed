// What 填报 is asked to show: which indicators, and in what order. A value, set by commands and evaluated over a document
// (app/fill_list.h). Conditions of different kinds must all hold; of one kind, one of them.
#pragma once

#include <set>
#include <string>

#include "core/model/result.h"
#include "core/model/rule.h"

namespace luping {

/// Orders of the table. `plan` is the scheme's own, under group headings; the others are flat.
enum class FillSort { plan, number, name, verdict, lead };

struct FillQuery {
  std::string group;                 ///< group id; empty: all
  std::string unit;                  ///< who leads or is responsible, by name; empty: all
  std::set<Result> results;          ///< empty: all
  std::set<Obligation> obligations;  ///< empty: all
  FillSort sort = FillSort::plan;
  bool descending = false;

  /// Whether it leaves anything out.
  bool filters() const { return !group.empty() || !unit.empty() || !results.empty() || !obligations.empty(); }
  /// The same order over all indicators.
  FillQuery unfiltered() const { return {{}, {}, {}, {}, sort, descending}; }

  bool operator==(const FillQuery&) const = default;
};

}  // namespace luping
