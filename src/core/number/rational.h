// Exact fractions: what formulas are computed in and verdicts are decided by.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "core/number/big_integer.h"
#include "core/number/decimal.h"

namespace luping {

/// How a display cuts a number that does not end in the decimals shown.
enum class Rounding {
  half_even,  ///< 四舍六入五成双, GB/T 8170-2008 3.2: nearest, ties to even, on the absolute value
  down,       ///< toward minus infinity
  up,         ///< toward plus infinity
};

class Rational {
 public:
  Rational() = default;
  Rational(std::int64_t whole);      // NOLINT(google-explicit-constructor)
  Rational(const Decimal& decimal);  // NOLINT(google-explicit-constructor): every decimal is a fraction, exactly

  bool is_zero() const { return numerator_.is_zero(); }
  bool is_negative() const { return numerator_.is_negative(); }
  bool is_integer() const;
  Rational abs() const;
  Rational operator-() const;
  const BigInteger& numerator() const { return numerator_; }
  const BigInteger& denominator() const { return denominator_; }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  /// REQUIRES: b is not zero.
  friend Rational operator/(const Rational& a, const Rational& b);

  bool operator==(const Rational&) const = default;
  std::strong_ordering operator<=>(const Rational& other) const;

  friend Rational round_to(const Rational& value, unsigned decimals, Rounding rounding);

 private:
  Rational(BigInteger numerator, BigInteger denominator);  // reduces

  BigInteger numerator_;
  BigInteger denominator_ = 1;  // positive, coprime to the numerator
};

/// The multiple of 10^-decimals that `rounding` picks.
Rational round_to(const Rational& value, unsigned decimals, Rounding rounding);

/// Decimal text with at most `decimals` decimals, trailing zeros cut. Exact when the number ends there.
std::string to_text(const Rational& value, unsigned decimals, Rounding rounding);

/// True when to_text with so many decimals shows the value exactly.
bool is_exact(const Rational& value, unsigned decimals);

}  // namespace luping
