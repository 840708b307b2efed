// Fractions of machine words: exact arithmetic for figures of everyday size, refusing what does not fit.
//
// The same operations as Rational's, so the same numbers; an operation that would not fit says so, and Rational takes over.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace luping::batch {

__extension__ typedef __int128 Wide;

/// numerator / denominator, not reduced; both below kLimit in magnitude, the denominator positive.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

inline constexpr Wide kLimit = Wide{1} << 62;

inline std::optional<Fraction> fraction(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  if (numerator >= kLimit || numerator <= -kLimit || denominator >= kLimit) return std::nullopt;
  return Fraction{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

/// The one decimal of at most 15 significant digits and 18 decimals that has this nearest double.
std::optional<Fraction> fraction_of(double value);

inline std::optional<Fraction> add(const Fraction& a, const Fraction& b) {
  if (a.denominator == b.denominator) return fraction(Wide{a.numerator} + b.numerator, a.denominator);
  if (a.denominator % b.denominator == 0)
    return fraction(a.numerator + Wide{b.numerator} * (a.denominator / b.denominator), a.denominator);
  if (b.denominator % a.denominator == 0)
    return fraction(b.numerator + Wide{a.numerator} * (b.denominator / a.denominator), b.denominator);
  // Each product is below 2^124, so the sum cannot overflow.
  return fraction(Wide{a.numerator} * b.denominator + Wide{b.numerator} * a.denominator,
                  Wide{a.denominator} * b.denominator);
}
inline Fraction negated(const Fraction& a) { return {-a.numerator, a.denominator}; }
inline std::optional<Fraction> multiply(const Fraction& a, const Fraction& b) {
  return fraction(Wide{a.numerator} * b.numerator, Wide{a.denominator} * b.denominator);
}
/// REQUIRES: b is not zero.
inline std::optional<Fraction> divide(const Fraction& a, const Fraction& b) {
  if (a.denominator == b.denominator) return fraction(a.numerator, b.numerator);
  return fraction(Wide{a.numerator} * b.denominator, Wide{a.denominator} * b.numerator);
}
/// Negative, zero or positive as a is less than, equal to or greater than b.
inline int order(const Fraction& a, const Fraction& b) {
  const Wide left = Wide{a.numerator} * b.denominator;
  const Wide right = Wide{b.numerator} * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace luping::batch
