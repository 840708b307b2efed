// Powers of ten as doubles.
#pragma once

#include <array>

namespace luping::batch {

/// Those that a double holds exactly.
inline constexpr std::array kExactPowers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                            1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// 10 to the `exponent`: exact up to 22, beyond that with one rounding for every further 22.
constexpr double power_of_ten(unsigned exponent) {
  double power = 1;
  for (; exponent > 22; exponent -= 22) power *= 1e22;
  return power * kExactPowers[exponent];
}

}  // namespace luping::batch
