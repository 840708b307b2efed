#include "core/number/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace luping {
namespace {

std::string plain(std::string_view text) {
  const DecimalParse parsed = parse_decimal(text);
  return parsed.problem == DecimalProblem::none ? parsed.value.to_string() : "refused";
}

std::string typed(std::string_view text, std::string_view unit = "%") {
  const DecimalParse parsed = parse_typed_number(text, unit);
  switch (parsed.problem) {
    case DecimalProblem::none:
      return parsed.value.to_string();
    case DecimalProblem::empty:
      return "empty";
    case DecimalProblem::not_a_number:
      return "not a number";
    case DecimalProblem::too_many_digits:
      return "too many digits";
  }
  return {};
}

TEST(Decimal, KeepsTheDigitsTyped) {
  for (const char* text : {"0", "95.0", "95", "0.10", "100.00", "-3.50", "0.000000000000000001", "999999999999999999"})
    EXPECT_EQ(plain(text), text);
  EXPECT_NE(parse_decimal("95.0").value, parse_decimal("95").value);
}

TEST(Decimal, PlainNotation) {
  EXPECT_EQ(plain("+5"), "5");
  EXPECT_EQ(plain("007.50"), "7.50");
  EXPECT_EQ(plain(".5"), "0.5");
  EXPECT_EQ(plain("-0"), "0");
  EXPECT_EQ(plain("-0.00"), "0.00");
  for (const char* text : {"5.",    ".",  "-",    "+",  "--5", "+-5", "5-",  "1.2.3", " 5",    "5 ",
                           "1,000", "５", "0x10", "1e", "1e+", "e5",  "inf", "NaN",   "1_000", "9५"})
    EXPECT_EQ(parse_decimal(text).problem, DecimalProblem::not_a_number) << text;
  for (const char* text : {"1e5x", "1e5 ", "1e5.", "1e5e5", "1x"})  // something behind
    EXPECT_EQ(parse_decimal(text).problem, DecimalProblem::not_a_number) << text;
  EXPECT_EQ(parse_decimal("").problem, DecimalProblem::empty);
}

TEST(Decimal, ReadsNothingBehindTheEndOfItsText) {
  const std::string_view text = "12e345";
  EXPECT_EQ(parse_decimal(text.substr(0, 1)).value, (Decimal{1, 0}));
  EXPECT_EQ(parse_decimal(text.substr(0, 2)).value, (Decimal{12, 0}));
  EXPECT_EQ(parse_decimal(text.substr(0, 3)).problem, DecimalProblem::not_a_number);
  EXPECT_EQ(parse_decimal(text.substr(0, 4)).value, (Decimal{12'000, 0}));
}

TEST(Decimal, Exponents) {
  EXPECT_EQ(plain("1.5e3"), "1500");
  EXPECT_EQ(plain("1.5E+1"), "15");
  EXPECT_EQ(plain("1.50e1"), "15.0");
  EXPECT_EQ(plain("15e-1"), "1.5");
  EXPECT_EQ(plain("5e-3"), "0.005");
  EXPECT_EQ(plain("0e400"), "0");
  EXPECT_EQ(plain("-2e0"), "-2");
}

TEST(Decimal, MoreDigitsThanItHoldsAreRefusedAndNeverRounded) {
  EXPECT_EQ(plain("123456789012345678"), "123456789012345678");
  for (const char* text :
       {"1234567890123456789", "0.1234567890123456789", "1e400", "1e18", "1e-19",
        "1234567890123456789012345678901234567890", "99999999999999999999999999e-20", "1e99999999999"})
    EXPECT_EQ(parse_decimal(text).problem, DecimalProblem::too_many_digits) << text;
  EXPECT_EQ(plain("1e17"), "100000000000000000");
  EXPECT_EQ(plain("1e-18"), "0.000000000000000001");
  EXPECT_EQ(plain("000000000000000000000000000001"), "1");
}

TEST(Decimal, PrintsWhatItReads) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = std::to_string(random() % 1'000'000'000);
    const std::size_t decimals = random() % 9;
    if (decimals > 0) {
      std::string fraction = std::to_string(random() % 1'000'000'000);
      fraction.resize(decimals, '0');
      text += "." + fraction;
    }
    if (random() % 2 == 0 && text.find_first_not_of("0.") != std::string::npos) text.insert(0, "-");
    ASSERT_EQ(plain(text), text);
  }
}

TEST(TypedNumber, AsPeopleTypeIt) {
  EXPECT_EQ(typed("95.5"), "95.5");
  EXPECT_EQ(typed("  95.0 \t"), "95.0");
  EXPECT_EQ(typed("　95.0　"), "95.0");
  EXPECT_EQ(typed("95.5%"), "95.5");
  EXPECT_EQ(typed("95.5 ％"), "95.5");
  EXPECT_EQ(typed("９５．５％"), "95.5");
  EXPECT_EQ(typed("－３．０"), "-3.0");
  EXPECT_EQ(typed("＋3"), "3");
  EXPECT_EQ(typed("−3"), "-3");  // U+2212
  EXPECT_EQ(typed("–3"), "-3");  // en dash
  EXPECT_EQ(typed("52 个", "个"), "52");
  EXPECT_EQ(typed("15平方米／人", "平方米/人"), "15");
  EXPECT_EQ(typed("1.5e3"), "1500");
}

TEST(TypedNumber, FullWidthFormsFromTheFirstToTheLast) {
  EXPECT_EQ(typed("5！", "!"), "5");  // U+FF01
  EXPECT_EQ(typed("5～", "~"), "5");  // U+FF5E
  EXPECT_EQ(typed("５ｋｇ", "kg"), "5");
  EXPECT_EQ(typed("5kg", "ｋｇ"), "5");
  EXPECT_EQ(typed("１．５Ｅ３"), "1500");
  // What only looks like one: the characters before and behind, one that shares its last bytes, one cut short.
  for (const char* text : {"5\xEF\xBC\x80", "5｟", "5企", "\xEF\xBC", "5\xEF\xBC"})
    EXPECT_EQ(typed(text, "!"), "not a number") << text;
  EXPECT_EQ(typed("5｟", "｟"), "5");
}

TEST(TypedNumber, Thousands) {
  EXPECT_EQ(typed("1,234"), "1234");
  EXPECT_EQ(typed("1,234,567.80"), "1234567.80");
  EXPECT_EQ(typed("１，２３４"), "1234");
  EXPECT_EQ(typed("-12,345"), "-12345");
}

TEST(TypedNumber, ADecimalCommaIsRefusedAndNotReadAsAThousand) {
  for (const char* text :
       {"95,5", "95，5", "1,23", "1,2345", ",123", "1,,234", "1234,567", "12,34,567", "1,234,", "0.1,234", "1.234,5"})
    EXPECT_EQ(typed(text), "not a number") << text;
}

TEST(TypedNumber, WhatIsNoNumber) {
  EXPECT_EQ(typed(""), "empty");
  EXPECT_EQ(typed(" 　 "), "empty");
  for (const char* text :
       {"%", "约95", "95.5吨", "九十五", "95..5", "95 5", "≥95", "95%%", "95‰", "=95", "\xEF\xBC", "9\xEF"})
    EXPECT_EQ(typed(text), "not a number") << text;
  EXPECT_EQ(typed("1e400"), "too many digits");
  EXPECT_EQ(typed("1234567890123456789012345678901234567890"), "too many digits");
}

TEST(TypedNumber, ArbitraryBytesNeverCrash) {
  std::mt19937_64 random(99);
  const std::string alphabet = "0159.,-+eE %\xEF\xBC\x85\xBD\x90\xE3\x80\xE2\x88\x92\xC2\xA0";
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    for (std::size_t n = random() % 12; n > 0; --n) text += alphabet[random() % alphabet.size()];
    const DecimalParse parsed = parse_typed_number(text, "%");
    if (parsed.problem != DecimalProblem::none) continue;
    // What was read prints as something that reads back the same.
    ASSERT_EQ(parse_decimal(parsed.value.to_string()).value, parsed.value) << text;
  }
}

}  // namespace
}  // namespace luping
