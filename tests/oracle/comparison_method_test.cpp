// GB/T 8170-2008, 4.3: 全数值比较法 and 修约值比较法 on the standard's own table of examples, and 3.3: rounding once.
#include <gtest/gtest.h>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

struct Example {
  const char* value;
  bool exact;    ///< met by 全数值比较法
  bool rounded;  ///< met by 修约值比较法
};

void expect_table(const Rule& rule, const std::vector<Example>& examples) {
  for (const Example& one : examples) {
    for (const ComparisonMethod method : {ComparisonMethod::exact, ComparisonMethod::rounded}) {
      for (const bool of_scheme : {true, false}) {  // the indicator's own method comes before the scheme's
        World world;
        Indicator& indicator = world.number("x", rule);
        const ComparisonMethod other =
            method == ComparisonMethod::exact ? ComparisonMethod::rounded : ComparisonMethod::exact;
        world.scheme.comparison_method = of_scheme ? method : other;
        if (!of_scheme) indicator.comparison_method = method;
        const bool met = method == ComparisonMethod::exact ? one.exact : one.rounded;
        EXPECT_EQ(world.judge("x", one.value), met ? Result::pass : Result::fail)
            << one.value << (method == ComparisonMethod::exact ? " exact" : " rounded");
      }
    }
  }
}

// In hundreds of megapascals, since a plain figure cannot say to which hundred it is written.
TEST(ComparisonMethodTable, TensileStrength) {
  expect_table(test::at_least("14"),
               {{"13.49", false, false}, {"13.51", false, true}, {"14.00", true, true}, {"14.02", true, true}});
}

TEST(ComparisonMethodTable, SodiumHydroxide) {
  expect_table(test::at_least("97.0"),
               {{"97.01", true, true}, {"97.00", true, true}, {"96.96", false, true}, {"96.94", false, false}});
}

TEST(ComparisonMethodTable, Silicon) {
  expect_table(test::at_most("0.5"),
               {{"0.452", true, true}, {"0.500", true, true}, {"0.549", false, true}, {"0.551", false, false}});
}

TEST(ComparisonMethodTable, Manganese) {
  expect_table(test::between("1.2", "1.6"),
               {{"1.151", false, true}, {"1.200", true, true}, {"1.649", false, true}, {"1.651", false, false}});
}

TEST(ComparisonMethodTable, Diameter) {
  expect_table(test::between("9.9", "10.1"),
               {{"9.89", false, true}, {"9.85", false, false}, {"10.10", true, true}, {"10.16", false, false}});
}

TEST(ComparisonMethodTable, DiameterWithoutItsEnds) {
  expect_table(test::between("9.9", "10.1", true, true),
               {{"9.94", true, false}, {"9.96", true, true}, {"10.06", true, false}, {"10.05", true, true}});
}

TEST(ComparisonMethodTable, DiameterWithoutItsUpperEnd) {
  expect_table(test::between("9.9", "10.1", false, true),
               {{"9.94", true, true}, {"9.86", false, true}, {"10.06", true, false}, {"10.05", true, true}});
}

TEST(ComparisonMethodTable, DiameterWithoutItsLowerEnd) {
  expect_table(test::between("9.9", "10.1", true, false),
               {{"9.94", true, false}, {"9.86", false, false}, {"10.06", true, true}, {"10.05", true, true}});
}

// A tie goes to the even digit, so a value in the middle below 97.0 is 97.0 and one below 96.9 is 96.8.
TEST(ComparisonMethodTable, Ties) {
  expect_table(test::at_least("97.0"), {{"96.95", false, true}});
  expect_table(test::at_least("96.9"), {{"96.85", false, false}, {"96.850000001", false, true}});
  expect_table(test::more_than("97.0"), {{"97.05", true, false}, {"97.0500001", true, true}, {"97.15", true, true}});
  expect_table(test::less_than("0"), {{"-0.5", true, false}, {"-0.51", true, true}});
  expect_table(test::equals("97.0"), {{"96.95", false, true}, {"97.05", false, true}, {"97.051", false, false}});
}

TEST(RoundingOnce, ExamplesOfTheStandard) {
  const auto rounded = [](const char* number) { return to_text(test::rational(number), 0, Rounding::half_even); };
  EXPECT_EQ(rounded("15.4546"), "15");  // not 15.455, 15.46, 15.5, 16
  EXPECT_EQ(rounded("-15.4546"), "-15");
  EXPECT_EQ(rounded("16.5203"), "17");  // reported as 16.5(+)
  EXPECT_EQ(rounded("-16.5203"), "-17");
  EXPECT_EQ(rounded("17.5000"), "18");
  EXPECT_EQ(rounded("-17.5000"), "-18");
}

TEST(RoundingOnce, AFractionWithoutEnd) {  // 2/3 of a percent is rounded from all its digits
  World world;
  world.scheme.comparison_method = ComparisonMethod::rounded;
  world.share("x", test::at_least("66.67"));
  world.answer("x").inputs = {{"treated", "2"}, {"total", "3"}};
  EXPECT_EQ(world.result("x"), Result::pass);
  world.scheme.indicators[0].rule = test::at_least("66.667");
  EXPECT_EQ(world.result("x"), Result::pass);
  world.scheme.indicators[0].rule = test::at_least("66.7");
  world.answer("x").inputs = {{"treated", "666499999"}, {"total", "1000000000"}};  // 66.6499999
  EXPECT_EQ(world.result("x"), Result::fail);
}

TEST(RoundingOnce, AComputedThresholdHasNoDigits) {
  World world;
  world.scheme.comparison_method = ComparisonMethod::rounded;
  Rule rule = test::at_least("0");
  rule.threshold.formula = test::formula("b");
  rule.threshold.references = {{"b", ReferenceKind::baseline, 1, ""}};
  world.number("x", rule);
  world.answer("x").baseline.value = "97.0";
  EXPECT_EQ(world.judge("x", "96.99"), Result::fail);
  EXPECT_EQ(world.judge("x", "97"), Result::pass);
}

}  // namespace
}  // namespace luping
