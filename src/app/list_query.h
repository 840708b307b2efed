// What 填报 or 任务 is asked to show: which rows, and in what order. A value, set by commands and evaluated over a document
// (app/row_list.h). Conditions of different kinds must all hold; of one kind, one of them.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/model/result.h"
#include "core/model/rule.h"

namespace luping {

/// Orders of a table. `plan` is the scheme's own, under headings; the others are flat.
enum class RowOrder {
  plan,
  number,
  name,
  standing,  ///< how it is: the verdict of an indicator, the progress of a task
  date,
  lead,
};

/// How a task is, least done first.
enum class TaskState { unset, not_started, in_progress, done, not_applicable };

/// A kind of condition the table of a page does not have stays empty.
struct ListQuery {
  std::string group;                 ///< group id; empty: all
  std::string unit;                  ///< who leads or is responsible, by name; empty: all
  std::set<Result> results;          ///< of indicators; empty: all
  std::set<Obligation> obligations;  ///< of indicators; empty: all
  std::set<TaskState> states;        ///< of tasks; empty: all
  RowOrder sort = RowOrder::plan;
  bool descending = false;

  /// The same order over all rows.
  ListQuery unfiltered() const {
    ListQuery all;
    all.sort = sort;
    all.descending = descending;
    return all;
  }
  /// Whether it leaves anything out.
  bool filters() const { return *this != unfiltered(); }

  bool operator==(const ListQuery&) const = default;
};

/// The table of a page: what it is asked for, and what that gave.
struct Listing {
  ListQuery query;
  /// The rows that `query` and the search words gave when they were last set: one stays in its place while it is edited.
  /// Unset: to be found anew.
  std::optional<std::vector<std::string>> rows;
  std::uint32_t list = 0;    ///< another number: another list, shown from its top
  std::uint32_t reveal = 0;  ///< another number: the selected row is to be seen

  bool operator==(const Listing&) const = default;
};

}  // namespace luping
