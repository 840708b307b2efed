// Evaluates a FillQuery together with the search words over a document: which indicators, in what order, and how many a
// further condition would leave.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/build_view.h"
#include "app/fill_query.h"

namespace luping {

/// A kind of condition of a FillQuery.
enum class Facet { none, group, unit, result, obligation };

class FillList {
 public:
  explicit FillList(const ViewSource& source);

  /// The ids of the indicators that `query` and the search words ask for, in its order.
  std::vector<std::string> ids(const FillQuery& query) const;
  /// The same as ids(query).size(); conditions of the kind `except` count as absent.
  std::size_t count(const FillQuery& query, Facet except = Facet::none) const;
  bool contains(const FillQuery& query, std::string_view indicator) const;

  /// Units that lead or are responsible for an indicator, by name, in the scheme's order.
  const std::vector<std::string>& units() const { return units_; }

 private:
  struct Entry {
    const Indicator* indicator = nullptr;
    std::string_view group;
    std::vector<std::size_t> units;  ///< places in units_; those that lead before the responsible ones
    Result result = Result::notchecked;
    bool found = true;  ///< by the search words
  };
  bool matches(const Entry& entry, const FillQuery& query, std::size_t unit, Facet except) const;
  std::size_t unit_place(const FillQuery& query) const;

  std::vector<std::string> units_;
  std::vector<Entry> entries_;  ///< group by group, as the plan has them
};

/// Every text of an indicator that a search looks through, folded.
std::string searched_text(const ViewSource& source, const Indicator& indicator, const Item& item);

/// What stands above the rows of 填报: the conditions to choose from, what holds, and the words where no row is left.
/// `shown`: the indicators that have a row.
void offer_fill_queries(const ViewSource& source, const std::vector<std::string>& shown, FillModel& model);

}  // namespace luping
