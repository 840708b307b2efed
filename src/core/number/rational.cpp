#include "core/number/rational.h"

namespace luping {
namespace {

// |value| x 10^decimals as a whole number.
BigInteger rounded_magnitude(const Rational& value, unsigned decimals, Rounding rounding) {
  const bool negative = value.is_negative();
  auto [digits, rest] =
      BigInteger::divide(value.numerator().abs() * BigInteger::power_of_ten(decimals), value.denominator());
  if (rest.is_zero()) return digits;
  bool away = false;  // from zero
  switch (rounding) {
    case Rounding::half_even: {
      const auto order = rest * BigInteger(2) <=> value.denominator();
      const bool odd = !BigInteger::divide(digits, BigInteger(2)).second.is_zero();
      away = order > 0 || (order == 0 && odd);
      break;
    }
    case Rounding::down:
      away = negative;
      break;
    case Rounding::up:
      away = !negative;
      break;
  }
  return away ? digits + BigInteger(1) : digits;
}

}  // namespace

Rational::Rational(std::int64_t whole) : numerator_(whole) {}

Rational::Rational(const Decimal& decimal)
    : Rational(BigInteger(decimal.coefficient), BigInteger::power_of_ten(decimal.scale)) {}

Rational::Rational(BigInteger numerator, BigInteger denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  if (denominator_.is_negative()) {
    numerator_ = -numerator_;
    denominator_ = -denominator_;
  }
  const BigInteger divisor = BigInteger::gcd(numerator_, denominator_);
  if (divisor != BigInteger(1)) {
    numerator_ = BigInteger::divide(numerator_, divisor).first;
    denominator_ = BigInteger::divide(denominator_, divisor).first;
  }
}

bool Rational::is_integer() const { return denominator_ == BigInteger(1); }

Rational Rational::abs() const { return is_negative() ? -*this : *this; }

Rational Rational::operator-() const {
  Rational result = *this;
  result.numerator_ = -result.numerator_;
  return result;
}

Rational operator+(const Rational& a, const Rational& b) {
  return {a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_, a.denominator_ * b.denominator_};
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
  return {a.numerator_ * b.numerator_, a.denominator_ * b.denominator_};
}

Rational operator/(const Rational& a, const Rational& b) {
  return {a.numerator_ * b.denominator_, a.denominator_ * b.numerator_};
}

std::strong_ordering Rational::operator<=>(const Rational& other) const {
  return numerator_ * other.denominator_ <=> other.numerator_ * denominator_;
}

bool is_exact(const Rational& value, unsigned decimals) {
  return BigInteger::divide(value.numerator() * BigInteger::power_of_ten(decimals), value.denominator())
      .second.is_zero();
}

Rational round_to(const Rational& value, unsigned decimals, Rounding rounding) {
  const BigInteger magnitude = rounded_magnitude(value, decimals, rounding);
  return {value.is_negative() ? -magnitude : magnitude, BigInteger::power_of_ten(decimals)};
}

std::string to_text(const Rational& value, unsigned decimals, Rounding rounding) {
  std::string text = rounded_magnitude(value, decimals, rounding).to_string();
  if (decimals > 0) {
    if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
    text.insert(text.size() - decimals, 1, '.');
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return value.is_negative() && text != "0" ? "-" + text : text;
}

}  // namespace luping
