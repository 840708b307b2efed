#include "core/number/rational.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::rational;

__extension__ using Int128 = __int128;

struct Fraction {
  std::int64_t numerator;
  std::int64_t denominator;  // positive
};

Rational make(const Fraction& fraction) { return Rational(fraction.numerator) / Rational(fraction.denominator); }

std::strong_ordering order(const Fraction& a, const Fraction& b) {
  return static_cast<Int128>(a.numerator) * b.denominator <=> static_cast<Int128>(b.numerator) * a.denominator;
}

Fraction draw(std::mt19937_64& random) {
  const std::int64_t limit = random() % 2 == 0 ? 20 : 1'000'000'000'000;
  const auto numerator = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(2 * limit + 1)) - limit;
  return {numerator, static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)) + 1};
}

TEST(Rational, Lowest) {
  const Rational half = Rational(-3) / Rational(-6);
  EXPECT_EQ(half.numerator(), BigInteger(1));
  EXPECT_EQ(half.denominator(), BigInteger(2));
  const Rational negative = Rational(3) / Rational(-6);
  EXPECT_EQ(negative.numerator(), BigInteger(-1));
  EXPECT_EQ(negative.denominator(), BigInteger(2));
  EXPECT_EQ(Rational(0) / Rational(-7), Rational());
  EXPECT_EQ(rational("95.0"), rational("95"));
  EXPECT_TRUE(rational("95.0").is_integer());
  EXPECT_FALSE(rational("95.1").is_integer());
}

TEST(Rational, OrderAgreesWithCrossMultiplication) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const Fraction a = draw(random);
    Fraction b = draw(random);
    if (i % 4 == 0) b = {a.numerator * 3, a.denominator * 3};
    ASSERT_EQ(make(a) <=> make(b), order(a, b))
        << a.numerator << "/" << a.denominator << " " << b.numerator << "/" << b.denominator;
    ASSERT_EQ(make(a) == make(b), order(a, b) == 0);
  }
}

TEST(Rational, Laws) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 5'000; ++i) {
    const Rational a = make(draw(random));
    const Rational b = make(draw(random));
    const Rational c = make(draw(random));
    ASSERT_EQ(a + b, b + a);
    ASSERT_EQ((a + b) + c, a + (b + c));
    ASSERT_EQ((a * b) * c, a * (b * c));
    ASSERT_EQ(a * (b + c), a * b + a * c);
    ASSERT_EQ(a - a, Rational());
    ASSERT_EQ(a + b - b, a);
    if (!b.is_zero()) {
      ASSERT_EQ(a / b * b, a);
    }
    ASSERT_EQ(a < b, a + c < b + c);
    ASSERT_EQ(a.abs(), (-a).abs());
    ASSERT_FALSE(a.abs().is_negative());
  }
}

TEST(Rational, ArithmeticAgreesWithInt128) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const auto small = [&] {
      return Fraction{static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000,
                      static_cast<std::int64_t>(random() % 1'000'000) + 1};
    };
    const Fraction a = small();
    const Fraction b = small();
    const std::int64_t sum = a.numerator * b.denominator + b.numerator * a.denominator;
    ASSERT_EQ(make(a) + make(b), make({sum, a.denominator * b.denominator}));
    ASSERT_EQ(make(a) * make(b), make({a.numerator * b.numerator, a.denominator * b.denominator}));
    if (b.numerator > 0) {
      ASSERT_EQ(make(a) / make(b), make({a.numerator * b.denominator, a.denominator * b.numerator}));
    }
  }
}

std::string rounded(std::string_view number, unsigned decimals) {
  return to_text(rational(number), decimals, Rounding::half_even);
}

// GB/T 8170-2008, 3.2, the standard's own examples. Those rounded to tens and hundreds are written in that unit.
TEST(Rounding, ExamplesOfTheStandard) {
  EXPECT_EQ(rounded("12.1498", 1), "12.1");  // 3.2.1
  EXPECT_EQ(rounded("12.1498", 0), "12");
  EXPECT_EQ(rounded("12.68", 0), "13");    // 3.2.2: 1268 to hundreds
  EXPECT_EQ(rounded("10.5002", 0), "11");  // 3.2.3
  EXPECT_EQ(rounded("1.050", 1), "1");     // 3.2.4: 1.0
  EXPECT_EQ(rounded("0.35", 1), "0.4");
  EXPECT_EQ(rounded("2.500", 0), "2");    // 2500 to thousands
  EXPECT_EQ(rounded("3.500", 0), "4");    // 3500 to thousands
  EXPECT_EQ(rounded("-35.5", 0), "-36");  // 3.2.5: -355 to tens
  EXPECT_EQ(rounded("-32.5", 0), "-32");  // -325 to tens
  EXPECT_EQ(rounded("-0.0365", 3), "-0.036");
}

// 3.3: never in two steps.
TEST(Rounding, OnceOnly) {
  EXPECT_EQ(rounded("97.46", 0), "97");
  EXPECT_EQ(rounded("15.4546", 0), "15");
}

TEST(Rounding, TiesAtEveryDigit) {
  const char* ties[][2] = {{"0.5", "0"},
                           {"1.5", "2"},
                           {"2.5", "2"},
                           {"3.5", "4"},
                           {"4.5", "4"},
                           {"5.5", "6"},
                           {"6.5", "6"},
                           {"7.5", "8"},
                           {"8.5", "8"},
                           {"9.5", "10"},
                           {"-0.5", "0"},
                           {"-1.5", "-2"},
                           {"-2.5", "-2"},
                           {"2.50000000000001", "3"},
                           {"2.49999999999999", "2"}};
  for (const auto& tie : ties) EXPECT_EQ(rounded(tie[0], 0), tie[1]) << tie[0];
}

TEST(Rounding, Directed) {
  const Rational third = Rational(1) / Rational(3);
  EXPECT_EQ(to_text(third, 2, Rounding::down), "0.33");
  EXPECT_EQ(to_text(third, 2, Rounding::up), "0.34");
  EXPECT_EQ(to_text(-third, 2, Rounding::down), "-0.34");
  EXPECT_EQ(to_text(-third, 2, Rounding::up), "-0.33");
  EXPECT_EQ(to_text(Rational(1) / Rational(1000), 2, Rounding::down), "0");
  EXPECT_EQ(to_text(-Rational(1) / Rational(1000), 2, Rounding::up), "0");
  EXPECT_EQ(to_text(-Rational(1) / Rational(1000), 2, Rounding::down), "-0.01");
}

TEST(Rounding, ExactNumbersKeepTheirDigitsAndLoseZerosBehind) {
  EXPECT_EQ(rounded("95.50", 4), "95.5");
  EXPECT_EQ(rounded("100", 3), "100");
  EXPECT_TRUE(is_exact(rational("95.5"), 1));
  EXPECT_FALSE(is_exact(rational("95.55"), 1));
  EXPECT_FALSE(is_exact(Rational(1) / Rational(3), 18));
}

// Against an oracle in whole numbers: the nearest multiple, ties to the even one.
TEST(Rounding, AgreesWithWholeNumbers) {
  std::mt19937_64 random(4);
  for (int i = 0; i < 20'000; ++i) {
    const auto numerator = static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000;
    const auto denominator = static_cast<std::int64_t>(random() % (i % 2 == 0 ? 20 : 10'000)) + 1;
    const std::int64_t scaled = std::abs(numerator) * 100;
    std::int64_t whole = scaled / denominator;
    const std::int64_t rest = scaled % denominator;
    if (2 * rest > denominator || (2 * rest == denominator && whole % 2 == 1)) ++whole;
    const Rational expected = Rational(numerator < 0 ? -whole : whole) / Rational(100);
    const std::string text = to_text(make({numerator, denominator}), 2, Rounding::half_even);
    ASSERT_EQ(rational(text), expected) << numerator << "/" << denominator;
  }
}

}  // namespace
}  // namespace luping
