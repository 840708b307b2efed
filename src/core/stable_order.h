// Sorting by index: one compiled sort for every list in the core, however its elements look.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/function_ref.h"

namespace luping {

/// The indices 0 to `count` - 1 in the order of `before`, equals as they stood.
std::vector<std::size_t> stable_order(std::size_t count, FunctionRef<bool(std::size_t, std::size_t)> before);

/// Sorts `all`, equals as they stood.
template <typename T, typename Before>
void stable_sort(std::vector<T>& all, Before before) {
  std::vector<T> sorted;
  sorted.reserve(all.size());
  const auto by_index = [&](std::size_t a, std::size_t b) { return before(all[a], all[b]); };
  for (const std::size_t i : stable_order(all.size(), by_index)) sorted.push_back(std::move(all[i]));
  all = std::move(sorted);
}

}  // namespace luping
