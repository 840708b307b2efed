#include "core/model/threshold.h"

namespace luping {

const Decimal* figure_for(const Threshold& threshold, int year) {
  if (threshold.by_year.empty()) return &threshold.value;
  const auto later = threshold.by_year.upper_bound(year);
  return later == threshold.by_year.begin() ? nullptr : &std::prev(later)->second;
}

}  // namespace luping
