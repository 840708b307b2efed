#include "core/number/formula.h"

#include <gtest/gtest.h>

#include <map>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::rational;
using Kind = Formula::Problem::Kind;

Formula::Outcome run(std::string_view text, const std::map<std::string, std::string, std::less<>>& inputs = {}) {
  return test::formula(text).evaluate([&](std::string_view id) -> std::optional<Rational> {
    const auto found = inputs.find(id);
    if (found == inputs.end()) return std::nullopt;
    return rational(found->second);
  });
}

Rational value(std::string_view text, const std::map<std::string, std::string, std::less<>>& inputs = {}) {
  const Formula::Outcome outcome = run(text, inputs);
  EXPECT_EQ(outcome.failure, Formula::Failure::none) << text;
  return outcome.value;
}

TEST(Formula, Arithmetic) {
  EXPECT_EQ(value("1 + 2 * 3"), Rational(7));
  EXPECT_EQ(value("(1 + 2) * 3"), Rational(9));
  EXPECT_EQ(value("10 - 4 - 3"), Rational(3));
  EXPECT_EQ(value("100 / 10 / 2"), Rational(5));
  EXPECT_EQ(value("2 * 6 / 4"), Rational(3));
  EXPECT_EQ(value("-3 + 1"), Rational(-2));
  EXPECT_EQ(value("2 * -3"), Rational(-6));
  EXPECT_EQ(value("-(1 + 2)"), Rational(-3));
  EXPECT_EQ(value("0.1 + 0.2"), rational("0.3"));
  EXPECT_EQ(value("  1+1  "), Rational(2));
}

TEST(Formula, Functions) {
  EXPECT_EQ(value("min(3, 1, 2)"), Rational(1));
  EXPECT_EQ(value("max(3, 1, 2)"), Rational(3));
  EXPECT_EQ(value("sum(3, 1, 2)"), Rational(6));
  EXPECT_EQ(value("abs(-3)"), Rational(3));
  EXPECT_EQ(value("abs ( 2 - 5 )"), Rational(3));
  EXPECT_EQ(value("min(7)"), Rational(7));
  EXPECT_EQ(value("max(min(1, 2), sum(1, abs(-1)), -5)"), Rational(2));
}

TEST(Formula, Inputs) {
  EXPECT_EQ(value("100 * treated / villages", {{"treated", "57"}, {"villages", "100"}}), Rational(57));
  EXPECT_EQ(test::formula("b + a * b / c2_x").inputs(), (std::vector<std::string>{"b", "a", "c2_x"}));
  EXPECT_EQ(value("min", {{"min", "4"}}), Rational(4));  // a function's name is an input where no bracket follows
}

TEST(Formula, ExactWhereDoublesAreNot) {
  // 100 * (27.0 - 26.19) / 27.0 is 2.999999999999995 in doubles.
  EXPECT_EQ(value("100 * (last - now) / last", {{"last", "27.0"}, {"now", "26.19"}}), Rational(3));
  EXPECT_EQ(value("now - last", {{"last", "90.0"}, {"now", "90.3"}}), rational("0.3"));
  const std::map<std::string, std::string, std::less<>> large = {{"a", "999999999999999999"},
                                                                 {"b", "999999999999999998"}};
  EXPECT_EQ(value("a * a * a / a / a - b", large), Rational(1));
}

TEST(Formula, NothingOverNothingAndSomethingOverNothing) {
  EXPECT_EQ(run("0 / 0").failure, Formula::Failure::zero_over_zero);
  EXPECT_EQ(run("100 * a / b", {{"a", "0"}, {"b", "0"}}).failure, Formula::Failure::zero_over_zero);
  EXPECT_EQ(run("100 * a / b", {{"a", "1"}, {"b", "0"}}).failure, Formula::Failure::divide_by_zero);
  EXPECT_EQ(run("a / (b - c)", {{"a", "-1"}, {"b", "2"}, {"c", "2.0"}}).failure, Formula::Failure::divide_by_zero);
}

TEST(Formula, MissingInput) {
  const Formula::Outcome outcome = run("100 * a / b", {{"a", "1"}});
  EXPECT_EQ(outcome.failure, Formula::Failure::missing_input);
  EXPECT_EQ(outcome.input, "b");
}

TEST(Formula, WhatIsNoFormula) {
  const auto problem = [](std::string_view text) { return Formula::parse(text).problem; };
  EXPECT_EQ(problem("").kind, Kind::empty);
  EXPECT_EQ(problem("  ").kind, Kind::empty);
  for (const char* text : {"1 +", "* 2", "(1", "1)", "1 2", "a b", "--1", "1 ** 2", "f(", "min(1,)", "min()", "a + 甲",
                           "a % b", "a < b", "a; b", "(", ")", "1 - ", "a..b"})
    EXPECT_NE(problem(text).kind, Kind::none) << text;
  EXPECT_EQ(problem("sqrt(4)").kind, Kind::unknown_function);
  EXPECT_EQ(problem("sqrt(4)").token, "sqrt");
  EXPECT_EQ(problem("abs(1, 2)").kind, Kind::wrong_argument_count);
  EXPECT_EQ(problem("1.2.3").kind, Kind::bad_number);
  EXPECT_EQ(problem("1.").kind, Kind::bad_number);
  EXPECT_EQ(problem("1234567890123456789").kind, Kind::bad_number);
  EXPECT_EQ(problem("1 + )").position, 4U);
  EXPECT_TRUE(Formula::parse("1 +").formula.empty());
  EXPECT_TRUE(Formula::parse("a + )").formula.inputs().empty());
}

TEST(Formula, DeepNestingIsRefusedAndDoesNotOverflowTheStack) {
  EXPECT_EQ(Formula::parse(std::string(40, '(') + "1" + std::string(40, ')')).problem.kind, Kind::none);
  EXPECT_EQ(Formula::parse(std::string(100'000, '(')).problem.kind, Kind::too_deep);
  std::string functions;
  for (int i = 0; i < 10'000; ++i) functions += "abs(";
  EXPECT_EQ(Formula::parse(functions).problem.kind, Kind::too_deep);
}

TEST(Formula, NestsToADepthAndNoFurther) {
  const auto nested = [](std::string_view open, int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += open;
    return Formula::parse(text + "1" + std::string(static_cast<std::size_t>(depth), ')')).problem.kind;
  };
  for (const char* open : {"(", "abs(", "-("}) {
    EXPECT_EQ(nested(open, 64), Kind::none) << open;
    EXPECT_EQ(nested(open, 65), Kind::too_deep) << open;
  }
}

TEST(Formula, EveryLetterMakesAName) {
  const std::string names = "a z A Z _ aZ9_z";
  std::string sum;
  for (const char c : names) sum += c == ' ' ? " + " : std::string(1, c);
  EXPECT_EQ(Formula::parse(sum).formula.inputs(), (std::vector<std::string>{"a", "z", "A", "Z", "_", "aZ9_z"}));
  for (const char* text : {"`", "{", "@", "[", "a`", "a{", "a@", "a["})  // the characters beside the letters
    EXPECT_EQ(Formula::parse(text).problem.kind, Kind::unexpected) << text;
  EXPECT_EQ(Formula::parse("").problem.position, 0U);
}

TEST(Formula, InWords) {
  const Formula share = test::formula("100 * (treated - gone) / min(villages, 5)");
  const std::string words = share.in_words([](std::string_view id) { return "“" + std::string(id) + "”"; });
  EXPECT_EQ(words, "100 × (“treated” − “gone”) ÷ min(“villages”, 5)");
}

}  // namespace
}  // namespace luping
