#include "core/number/big_integer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

namespace luping {
namespace {

__extension__ using Int128 = __int128;

// ---- an independent oracle: magnitudes as decimal digits, least significant first ----

using Digits = std::vector<int>;

Digits digits_of(const std::string& text) {
  Digits digits;
  for (std::size_t i = text.size(); i-- > 0;) digits.push_back(text[i] - '0');
  return digits;
}

std::string text_of(Digits digits) {
  while (digits.size() > 1 && digits.back() == 0) digits.pop_back();
  std::string text;
  for (std::size_t i = digits.size(); i-- > 0;) text += static_cast<char>('0' + digits[i]);
  return text;
}

std::string add_digits(const std::string& a, const std::string& b) {
  const Digits x = digits_of(a);
  const Digits y = digits_of(b);
  Digits sum;
  int carry = 0;
  for (std::size_t i = 0; i < std::max(x.size(), y.size()) || carry != 0; ++i) {
    carry += (i < x.size() ? x[i] : 0) + (i < y.size() ? y[i] : 0);
    sum.push_back(carry % 10);
    carry /= 10;
  }
  return text_of(sum);
}

std::string multiply_digits(const std::string& a, const std::string& b) {
  const Digits x = digits_of(a);
  const Digits y = digits_of(b);
  Digits product(x.size() + y.size() + 1, 0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < y.size(); ++j) product[i + j] += x[i] * y[j];
  }
  for (std::size_t i = 0; i + 1 < product.size(); ++i) {
    product[i + 1] += product[i] / 10;
    product[i] %= 10;
  }
  return text_of(product);
}

std::string text_of(Int128 value) {
  if (value == 0) return "0";
  const bool negative = value < 0;
  std::string text;
  for (; value != 0; value /= 10)
    text += static_cast<char>('0' + static_cast<int>(value < 0 ? -(value % 10) : value % 10));
  if (negative) text += '-';
  std::reverse(text.begin(), text.end());
  return text;
}

BigInteger from_int128(Int128 value) {
  const bool negative = value < 0;
  BigInteger result;
  std::string text = text_of(value);
  for (const char c : text) {
    if (c != '-') result = result * BigInteger(10) + BigInteger(c - '0');
  }
  return negative ? -result : result;
}

BigInteger from_limbs(const std::vector<std::uint32_t>& most_significant_first) {
  BigInteger result;
  for (const std::uint32_t limb : most_significant_first)
    result = result * BigInteger(std::int64_t{1} << 32) + BigInteger(static_cast<std::int64_t>(limb));
  return result;
}

void expect_division(const BigInteger& dividend, const BigInteger& divisor) {
  const auto [quotient, remainder] = BigInteger::divide(dividend, divisor);
  EXPECT_EQ(quotient * divisor + remainder, dividend) << dividend.to_string() << " / " << divisor.to_string();
  EXPECT_LT(remainder.abs(), divisor.abs()) << dividend.to_string() << " / " << divisor.to_string();
  if (!remainder.is_zero()) {
    EXPECT_EQ(remainder.is_negative(), dividend.is_negative());
  }
  if (!quotient.is_zero()) {
    EXPECT_EQ(quotient.is_negative(), dividend.is_negative() != divisor.is_negative());
  }
  // The same identity in the oracle's digits, so that a fault common to multiplication and division shows.
  EXPECT_EQ(
      add_digits(multiply_digits(quotient.abs().to_string(), divisor.abs().to_string()), remainder.abs().to_string()),
      dividend.abs().to_string());
}

Int128 random_int128(std::mt19937_64& random) {
  const auto bits = static_cast<int>(random() % 126);
  Int128 value = (static_cast<Int128>(random() >> 1) << 63) | static_cast<Int128>(random() >> 1);
  value >>= (126 - bits);
  if (random() % 8 == 0) value = (static_cast<Int128>(1) << bits) - static_cast<Int128>(random() % 3);
  return random() % 2 == 0 ? value : -value;
}

TEST(BigInteger, SmallNumbersPrint) {
  EXPECT_EQ(BigInteger().to_string(), "0");
  EXPECT_EQ(BigInteger(0).to_string(), "0");
  EXPECT_EQ(BigInteger(-7).to_string(), "-7");
  EXPECT_EQ(BigInteger(1'000'000'000).to_string(), "1000000000");
  EXPECT_EQ(BigInteger(std::numeric_limits<std::int64_t>::min()).to_string(), "-9223372036854775808");
  EXPECT_EQ(BigInteger(std::numeric_limits<std::int64_t>::max()).to_string(), "9223372036854775807");
  EXPECT_EQ(BigInteger::power_of_ten(40).to_string(), "1" + std::string(40, '0'));
}

TEST(BigInteger, ZeroHasNoSign) {
  EXPECT_EQ(-BigInteger(0), BigInteger(0));
  EXPECT_FALSE((-BigInteger(0)).is_negative());
  EXPECT_EQ(BigInteger(5) - BigInteger(5), BigInteger(0));
  EXPECT_EQ(BigInteger(-5) * BigInteger(0), BigInteger(0));
  EXPECT_FALSE(BigInteger::divide(BigInteger(-1), BigInteger(2)).first.is_negative());
  EXPECT_EQ(BigInteger::divide(BigInteger(-4), BigInteger(2)).second, BigInteger(0));
  EXPECT_FALSE(BigInteger::divide(BigInteger(-4), BigInteger(2)).second.is_negative());
}

TEST(BigInteger, BitCount) {
  EXPECT_EQ(BigInteger(0).bit_count(), 0U);
  EXPECT_EQ(BigInteger(1).bit_count(), 1U);
  EXPECT_EQ(BigInteger(-255).bit_count(), 8U);
  EXPECT_EQ(BigInteger(std::int64_t{1} << 32).bit_count(), 33U);
  EXPECT_EQ(from_limbs({1, 0, 0}).bit_count(), 65U);
}

TEST(BigInteger, AgreesWithInt128) {
  std::mt19937_64 random(20231118);
  for (int i = 0; i < 40'000; ++i) {
    const Int128 a = random_int128(random);
    const Int128 b = random_int128(random) >> (i % 3 == 0 ? 64 : 1);
    const BigInteger x = from_int128(a);
    const BigInteger y = from_int128(b);
    ASSERT_EQ(x.to_string(), text_of(a));
    ASSERT_EQ((x + y).to_string(), text_of(a + b));
    ASSERT_EQ((x - y).to_string(), text_of(a - b));
    ASSERT_EQ(x <=> y, a <=> b);
    ASSERT_EQ(x == y, a == b);
    if (b != 0) {
      const auto [quotient, remainder] = BigInteger::divide(x, y);
      ASSERT_EQ(quotient.to_string(), text_of(a / b)) << text_of(a) << " / " << text_of(b);
      ASSERT_EQ(remainder.to_string(), text_of(a % b)) << text_of(a) << " % " << text_of(b);
    }
    const Int128 c = a >> 64;
    const Int128 d = b >> 66;
    ASSERT_EQ((from_int128(c) * from_int128(d)).to_string(), text_of(c * d));
  }
}

// Knuth, 4.3.1, exercise 22, and the cases of Hacker's Delight, in base 2^32: quotient digits guessed too large once and twice,
// and the rare step D6 (add back).
TEST(BigInteger, DivisionCornerCases) {
  constexpr std::uint32_t kHalf = 0x80000000U;
  constexpr std::uint32_t kMost = 0xFFFFFFFFU;
  const std::vector<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>> cases = {
      {{kHalf, 0, 3}, {0x20000000U, 0, 1}},
      {{0x7FFFFFFFU, kHalf, 0, 0}, {kHalf, 0, 1}},  // add back
      {{kHalf, 0, 0, 3}, {0x20000000U, 0, 0, 1}},
      {{0x7FFF8000U, 0, 0, 0}, {0x80000000U, 0, 1}},
      {{kHalf, kMost - 1, 0}, {kHalf, kMost}},  // second guess
      {{kMost, kMost, kMost, kMost}, {kMost, kMost}},
      {{kMost, kMost, kMost, kMost}, {1, 0}},
      {{1, 0, 0, 0, 0}, {kMost, kMost}},
      {{kHalf, 0, 0}, {kHalf, 1}},
      {{kMost, 0, 0}, {kMost, kMost}},
      {{0x00008000U, 0, 0xFFFE0000U, 0}, {0x00008000U, 0xFFFFFFFFU}},
      {{5, 0}, {5, 0}},
      {{5, 0}, {5, 1}},
  };
  for (const auto& [dividend, divisor] : cases) expect_division(from_limbs(dividend), from_limbs(divisor));
  EXPECT_EQ(BigInteger::divide(from_limbs({0x7FFFFFFFU, kHalf, 0, 0}), from_limbs({kHalf, 0, 1})).first,
            from_limbs({kMost - 1}));
}

TEST(BigInteger, DivisionOfManyLimbs) {
  // Limbs drawn from the edges make wrong guesses of a quotient digit frequent.
  constexpr std::uint32_t kEdges[] = {0, 1, 2, 0x7FFFFFFFU, 0x80000000U, 0x80000001U, 0xFFFFFFFEU, 0xFFFFFFFFU};
  std::mt19937_64 random(8170);
  const auto draw = [&](std::size_t limbs) {
    std::vector<std::uint32_t> drawn;
    for (std::size_t i = 0; i < limbs; ++i)
      drawn.push_back(random() % 3 == 0 ? static_cast<std::uint32_t>(random()) : kEdges[random() % 8]);
    if (drawn.front() == 0) drawn.front() = 1;
    return from_limbs(drawn);
  };
  for (int i = 0; i < 4'000; ++i) {
    const BigInteger dividend = draw(1 + random() % 7);
    const BigInteger divisor = draw(1 + random() % 5);
    expect_division(dividend, random() % 2 == 0 ? divisor : -divisor);
    // An exact multiple and its neighbours.
    const BigInteger product = dividend * divisor;
    EXPECT_EQ(product.to_string(), multiply_digits(dividend.to_string(), divisor.to_string()));
    EXPECT_EQ(BigInteger::divide(product, divisor).first, dividend);
    EXPECT_TRUE(BigInteger::divide(product, divisor).second.is_zero());
    EXPECT_EQ(BigInteger::divide(product - BigInteger(1), divisor).first, dividend - BigInteger(1));
  }
}

TEST(BigInteger, GreatestCommonDivisor) {
  EXPECT_EQ(BigInteger::gcd(0, 0), BigInteger(0));
  EXPECT_EQ(BigInteger::gcd(0, -6), BigInteger(6));
  EXPECT_EQ(BigInteger::gcd(-12, 18), BigInteger(6));
  const BigInteger big = from_limbs({0x12345678U, 0x9ABCDEF0U, 0x13579BDFU});
  EXPECT_EQ(BigInteger::gcd(big * BigInteger(35), big * BigInteger(-21)), big * BigInteger(7));
}

}  // namespace
}  // namespace luping
