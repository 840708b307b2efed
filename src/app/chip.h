// What every page shows the same way: a verdict, a filter.
#pragma once

#include <string>

#include "core/model/result.h"

namespace luping {

/// A verdict as shown: always icon and word together.
struct Chip {
  Result result = Result::notchecked;
  std::string label;  ///< 达标, 未达标 …
};

/// A filter, or an order, that is on or off.
template <typename T>
struct FilterChip {
  T filter{};
  std::string label;  ///< 未填报 12
  bool active = false;
};

}  // namespace luping
