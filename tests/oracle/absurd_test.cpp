// Figures nobody should type: an error or exact, never a wrong verdict and never a crash.
#include <gtest/gtest.h>

#include "core/judge/evaluate.h"
#include "oracle/judge.h"
#include "support/scheme_builder.h"

namespace luping::oracle {
namespace {

using luping::test::World;

const std::vector<std::string> kRefused = {
    "1e400",
    "-1e400",
    "1e-400",
    "1e99999999999999999999999999",
    "1e-99999999999999999999999999",
    "1234567890123456789012345678901234567890",
    "0.0000000000000000000000000000001",
    "1000000000000000000",  // 10^18: 19 digits
    "0.1234567890123456789",
    "1e18",
    "NaN",
    "inf",
    "0x10",
    "1.2.3",
    "1e",
    "--5",
    "9５.5.",
};

TEST(Absurd, FiguresThatAreRefused) {
  for (const std::string& text : kRefused) {
    World world;
    world.number("x", luping::test::at_least("0"));
    EXPECT_EQ(world.judge("x", text), Result::error) << text;
    world.scheme.indicators[0].rule = luping::test::at_most("0");
    EXPECT_EQ(world.judge("x", text), Result::error) << text;
  }
}

TEST(Absurd, FiguresThatAreRefusedBesideTheValue) {
  const Rule rules[] = {
      luping::test::change(Reference::baseline, ChangeMeasure::percent, Comparison::at_least, "0"),
      luping::test::change(Reference::previous_year, ChangeMeasure::absolute, Comparison::at_most, "0"),
      luping::test::stable_or_improving(1), luping::test::meets_target()};
  for (const std::string& text : kRefused) {
    for (const Rule& rule : rules) {
      World world;
      world.number("x", rule);
      world.answer("x").baseline.value = text;
      world.answer("x").history["2022"].value = text;
      world.answer("x").target.value = text;
      EXPECT_EQ(world.judge("x", "1"), Result::error) << text;
      world.target("x", text);
      EXPECT_EQ(world.judge("x", "1"), Result::error) << text;
    }
  }
}

TEST(Absurd, NothingVisibleIsNothingEntered) {
  for (const char* text : {"", " ", "\t\r\n", "\u3000", "\u00A0", " \u00A0\u3000"}) {
    World world;
    world.number("x", luping::test::at_least("0"));
    EXPECT_EQ(world.judge("x", text), Result::notchecked);
    world.answer("x").not_applicable = {true, text, {}};
    EXPECT_EQ(world.result("x"), Result::notchecked);  // no reason either
  }
}

TEST(Absurd, FiguresThatAreExact) {
  const char* equal[][2] = {{"999999999999999999", "999999999999999999"},
                            {"-999999999999999999", "-999999999999999999"},
                            {"0.000000000000000001", "0.000000000000000001"},
                            {"1e17", "100000000000000000"},
                            {"1E-18", "0.000000000000000001"},
                            {"0e400", "0"},
                            {"-0.0", "0"},
                            {"0000000000000000000000000000000000000095", "95"},
                            {"９５．５０％", "95.5"},
                            {"　1，234，567.80 ％", "1234567.8"},
                            {"＋７", "7"},
                            {"−7", "-7"}};
  for (const auto& [text, number] : equal) {
    World world;
    world.number("x", luping::test::equals(number));
    EXPECT_EQ(world.judge("x", text), Result::pass) << text;
  }
  World world;  // one last digit beside it, where doubles see no difference
  world.number("x", luping::test::at_least("999999999999999999"));
  EXPECT_EQ(world.judge("x", "999999999999999998"), Result::fail);
  world.scheme.indicators[0].rule = luping::test::more_than("0.000000000000000001");
  EXPECT_EQ(world.judge("x", "0.000000000000000001"), Result::fail);
  EXPECT_EQ(world.judge("x", "0.000000000000000002"), Result::pass);
}

Indicator& nested(World& world, const char* formula, const char* threshold) {
  Indicator& indicator = world.number("x", luping::test::at_least(threshold));
  indicator.value.formula = luping::test::formula(formula);
  for (const std::string& name : indicator.value.formula.inputs()) {
    Input input;
    input.id = name;
    input.unit = "count";
    indicator.value.inputs.push_back(input);
  }
  return indicator;
}

const char* const kNested =
    "100 * (a * b * c + min(a, d) * max(b, c) - abs(a - b)) / (a * a * b / d + sum(a, b, c, d) * c) * (a / (b + 1 / "
    "c))";

TEST(Absurd, EveryInputAtTheEndOfTheRange) {
  const std::vector<std::string> ends = {
      "999999999999999999", "-999999999999999999", "0.000000000000000001", "0.999999999999999999", "1", "0", "1e17"};
  int judged = 0;
  for (const std::string& a : ends) {
    for (const std::string& b : ends) {
      for (const std::string& c : ends) {
        for (const std::string& d : ends) {
          World world;
          nested(world, kNested, "100");
          world.answer("x").inputs = {{"a", a}, {"b", b}, {"c", c}, {"d", d}};
          const Outcome core = world.outcome("x");
          const Verdict oracle = judge(world.scheme, world.assessment, world.scheme.indicators[0], nullptr);
          ASSERT_EQ(core.result, oracle.result) << a << " " << b << " " << c << " " << d;
          ASSERT_TRUE(!oracle.value || same(*core.value.number, *oracle.value))
              << a << " " << b << " " << c << " " << d;
          judged += core.result == Result::pass || core.result == Result::fail ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(judged, 1000);
}

TEST(Absurd, APowerOfManyDigits) {
  std::string power = "a";
  for (int i = 0; i < 59; ++i) power += " * a";
  World world;
  nested(world, (power + " / (" + power + " - 1)").c_str(), "1");
  world.answer("x").inputs = {{"a", "999999999999999999"}};  // a^60, a number of 1080 digits
  world.scheme.indicators[0].rule = luping::test::more_than("1");
  EXPECT_EQ(world.result("x"), Result::pass);
  world.scheme.indicators[0].rule = luping::test::equals("1");
  EXPECT_EQ(world.result("x"), Result::fail);
}

TEST(Absurd, AnInputThatIsRefusedIsAnErrorWhateverTheFormulaDoesWithIt) {
  for (const std::string& text : kRefused) {
    World world;
    nested(world, "max(0 * a, b)", "0");
    world.answer("x").inputs = {{"a", text}, {"b", "1"}};
    EXPECT_EQ(world.result("x"), Result::error) << text;
  }
}

}  // namespace
}  // namespace luping::oracle
