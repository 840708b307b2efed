// Whole numbers of any size. Exists so that no sum, product or cross-multiplication inside a verdict can overflow.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace luping {

class BigInteger {
 public:
  BigInteger() = default;
  BigInteger(std::int64_t value);  // NOLINT(google-explicit-constructor): a whole number is a whole number

  bool is_zero() const { return limbs_.empty(); }
  bool is_negative() const { return negative_; }
  /// Number of binary digits of the magnitude; 0 for zero.
  std::size_t bit_count() const;

  BigInteger operator-() const;
  BigInteger abs() const;
  friend BigInteger operator+(const BigInteger& a, const BigInteger& b);
  friend BigInteger operator-(const BigInteger& a, const BigInteger& b);
  friend BigInteger operator*(const BigInteger& a, const BigInteger& b);

  /// Quotient toward zero and remainder with the dividend's sign. REQUIRES: divisor is not zero.
  static std::pair<BigInteger, BigInteger> divide(const BigInteger& dividend, const BigInteger& divisor);
  /// Greatest common divisor, not negative; gcd(0, 0) = 0.
  static BigInteger gcd(BigInteger a, BigInteger b);
  /// 10 to a power.
  static BigInteger power_of_ten(unsigned exponent);

  std::string to_string() const;

  bool operator==(const BigInteger&) const = default;
  std::strong_ordering operator<=>(const BigInteger& other) const;

 private:
  static int compare_magnitude(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
  void trim();

  bool negative_ = false;             // never for zero
  std::vector<std::uint32_t> limbs_;  // base 2^32, least significant first, no leading zero limbs
};

}  // namespace luping
