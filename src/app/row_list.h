// Evaluates a ListQuery together with the search words over a document: which rows of 填报 or 任务, in what order, and how many
// a further condition would leave.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/build_view.h"
#include "app/list_head.h"
#include "app/list_query.h"

namespace luping {

class RowList {
 public:
  /// The rows of 填报.
  static RowList of_indicators(const ViewSource& source);
  /// The rows of 任务.
  static RowList of_measures(const ViewSource& source);

  /// The ids of what `query` and the search words ask for, in its order.
  std::vector<std::string> ids(const ListQuery& query) const;
  /// The same as ids(query).size().
  std::size_t count(const ListQuery& query) const;
  /// Whatever is asked for.
  std::size_t total() const { return entries_.size(); }

  /// Units that lead or are responsible for a row, by name, in the scheme's order.
  const std::vector<std::string>& units() const { return units_; }

 private:
  struct Entry {
    std::string_view id, name, date;
    const Item* item = nullptr;
    std::size_t place = 0;           ///< in the plan
    std::vector<std::size_t> units;  ///< places in units_; those that lead before the responsible ones
    Result result = Result::notchecked;
    Obligation obligation = Obligation::task;
    TaskState state = TaskState::unset;
    std::size_t standing = 0;  ///< worst first
    bool found = true;         ///< by the search words
  };
  bool matches(const Entry& entry, const ListQuery& query, std::size_t unit) const;
  std::size_t unit_place(const ListQuery& query) const;
  /// Puts the rows into the plan's order and names their units.
  void settle(const ViewSource& source);

  std::vector<std::string> units_;
  std::vector<Entry> entries_;  ///< as the plan has them
};

// What stands above the rows: the conditions to choose from, what holds, and the words where no row is left. `shown`: what has
// a row.
void offer_fill_queries(const ViewSource& source, const std::vector<std::string>& shown, ListHead& head);
void offer_task_queries(const ViewSource& source, const std::vector<std::string>& shown, ListHead& head);

}  // namespace luping
