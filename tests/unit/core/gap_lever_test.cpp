// The least change of the lever, against trying every step.
#include <gtest/gtest.h>

#include <random>

#include "core/analysis/gap.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::decimal;
using test::World;

constexpr int kWindow = 120;

class AnyIndicator {
 public:
  explicit AnyIndicator(unsigned seed) : random_(seed) {}

  World make() {
    World world;
    Indicator& indicator = world.share("x", rule(world, 0));
    const char* formulas[] = {"100 * treated / total",
                              "100 * treated / (treated + total)",
                              "100 * total / treated",
                              "treated - total",
                              "100 * (total - treated) / total",
                              "100 * (treated - total) / treated",
                              "10 * total / (treated - 7)",
                              "min(100 * treated / total, 80)",
                              "abs(treated - total)",
                              "treated * treated / total",
                              "treated + 200 / treated",
                              "(treated + 3) / (treated + 3) * total",
                              "sum(treated, total) / 3",
                              "total"};
    indicator.value.formula = test::formula(formulas[pick(std::size(formulas))]);
    indicator.value.direction = coin() ? Direction::higher : Direction::lower;
    if (coin()) indicator.value.maximum.reset();
    if (pick(3) == 0) indicator.value.minimum.reset();
    for (Input& input : indicator.value.inputs) {
      if (pick(3) == 0) input.minimum.reset();
      if (pick(4) == 0) input.maximum = decimal("60");
    }
    world.scheme.comparison_method = coin() ? ComparisonMethod::exact : ComparisonMethod::rounded;
    world.answer("x").inputs = {{"treated", std::to_string(pick(60))}, {"total", std::to_string(pick(60) + 1)}};
    world.answer("x").history["2022"].value = std::to_string(pick(100));
    world.answer("x").history["2021"].value = std::to_string(pick(100));
    world.answer("x").baseline.value = std::to_string(pick(100) + 1);
    world.target("x", std::to_string(pick(100)));
    return world;
  }

 private:
  unsigned pick(std::size_t count) { return static_cast<unsigned>(random_() % count); }
  bool coin() { return pick(2) == 0; }
  std::string figure() { return std::to_string(pick(110)) + (coin() ? "" : "." + std::to_string(pick(10))); }

  Rule rule(World& world, int depth) {
    Rule made;
    switch (pick(depth < 2 ? 9 : 6)) {
      case 0:
      case 1:
        made = test::compare_rule(static_cast<Comparison>(pick(5)), figure());
        if (pick(4) == 0) made.of = "treated";
        return made;
      case 2: {
        const unsigned low = pick(90);
        made = test::between(std::to_string(low), std::to_string(low + pick(12)), coin(), coin());
        if (pick(4) == 0) made.of = "treated";
        return made;
      }
      case 3:
        return test::change(coin() ? Reference::baseline : Reference::previous_year,
                            coin() ? ChangeMeasure::absolute : ChangeMeasure::percent, static_cast<Comparison>(pick(5)),
                            std::to_string(static_cast<int>(pick(60)) - 30));
      case 4:
        made = test::stable_or_improving(2, coin() ? "0" : "1.5");
        return made;
      case 5:
        made = test::meets_target();
        return made;
      case 6:
        return test::all_of_rules({rule(world, depth + 1), rule(world, depth + 1)});
      case 7:
        return test::any_of_rules({rule(world, depth + 1), rule(world, depth + 1)});
      default: {
        made = test::compare_rule(Comparison::at_most, "0");
        ReferenceValue moving;
        moving.id = "t";
        moving.kind = ReferenceKind::input;
        moving.name = coin() ? "treated" : "total";
        made.threshold.formula = test::formula("2 * t - 9");
        made.threshold.references = {moving};
        return made;
      }
    }
  }

  std::mt19937 random_;
};

TEST(Lever, IsTheLeastForEveryFormulaAndRule) {
  AnyIndicator indicators(4711);
  int found = 0;
  int backward = 0;
  for (int round = 0; round < 1'500; ++round) {
    const World world = indicators.make();
    const Indicator& indicator = world.scheme.indicators.front();
    const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, indicator);
    const int now = std::stoi(world.assessment.answers.at("x").inputs.at("treated"));
    World tried = world;
    const auto passes = [&](int step) {
      tried.answer("x").inputs["treated"] = std::to_string(now + step);
      return tried.result("x") == Result::pass;
    };
    const std::string what = indicator.value.formula.text() + " of " + std::to_string(now) + " and " +
                             world.assessment.answers.at("x").inputs.at("total");
    if (world.result("x") != Result::fail) {
      ASSERT_FALSE(lever) << what;
      continue;
    }
    std::optional<int> least;
    for (int step = 1; step <= kWindow && !least; ++step) {
      if (passes(step)) {
        least = step;
      } else if (passes(-step)) {
        least = -step;
      }
    }
    if (least) {
      ASSERT_TRUE(lever) << what << ": " << *least << " suffices";
      ASSERT_EQ(lever->change, Rational(*least)) << what;
      ++found;
      if (*least < 0) ++backward;
    } else if (lever) {
      ASSERT_GT(lever->change.abs(), Rational(kWindow)) << what;
    }
  }
  EXPECT_GT(found, 150);
  EXPECT_GT(backward, 25);
}

TEST(Lever, IsExactFarAway) {
  World world;
  world.share("x", test::between("49.9999", "50"));
  world.answer("x").inputs = {{"treated", "3"}, {"total", "200000000"}};
  std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever) << "the range is met only a long way off";
  EXPECT_EQ(lever->change, Rational(99999800 - 3));
  world.scheme.indicators[0].value.formula = test::formula("100 * total / treated");
  world.scheme.indicators[0].value.maximum.reset();
  world.scheme.indicators[0].rule = test::at_most("10");
  lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever) << "in the denominator";
  EXPECT_EQ(lever->change, Rational(2000000000 - 3));
}

TEST(Lever, SaysNothingWhereItDoesNotKnow) {
  World world;
  world.share("x", test::at_least("1000000"));
  world.scheme.indicators[0].value.maximum.reset();
  world.scheme.indicators[0].value.formula = test::formula("treated * treated / total");
  world.answer("x").inputs = {{"treated", "3"}, {"total", "1"}};
  EXPECT_FALSE(find_lever(world.scheme, world.assessment, world.scheme.indicators[0]))
      << "no linear fraction, and the nearest steps do not suffice";
  world.scheme.indicators[0].rule = test::at_least("100");
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever);
  EXPECT_EQ(lever->change, Rational(7));
}

TEST(Lever, LeavesAResultSetByHandAlone) {
  World world;
  world.share("x", test::at_least("50"));
  world.answer("x").inputs = {{"treated", "59"}, {"total", "125"}};
  world.answer("x").manual = {"pass", "已核实", "", "张三", "", {}};
  EXPECT_FALSE(find_lever(world.scheme, world.assessment, world.scheme.indicators[0]));
  world.answer("x").manual.result = "fail";
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever) << "the figures fail, too";
  EXPECT_EQ(lever->change, Rational(4));
}

TEST(Lever, AFigureInAnotherUnitMovesInItsOwnLastDigit) {
  World world;
  world.scheme.units.push_back({"t", "吨", "吨", "mass", {1, 0}, {1, 0}});
  world.scheme.units.push_back({"wt", "万吨", "万吨", "mass", {10000, 0}, {1, 0}});
  Indicator& indicator = world.share("x", test::at_least("50"));
  for (Input& input : indicator.value.inputs) {
    input.unit = "t";
    input.integer = false;
  }
  world.answer("x").inputs = {{"treated", "3.5 万吨"}, {"total", "100000"}};
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, indicator);
  ASSERT_TRUE(lever);
  EXPECT_EQ(lever->change, Rational(15000)) << "in the input's unit: 1.5 万吨";
}

TEST(Lever, KnowsTheFiguresSuppliedFromOutside) {
  World world;
  world.scheme.externals = {{"average", "全区平均水平", "percent", ""}};
  Rule rule = test::at_least("0");
  ReferenceValue average;
  average.id = "average";
  average.kind = ReferenceKind::external;
  average.name = "average";
  rule.threshold.formula = test::formula("average");
  rule.threshold.references = {average};
  world.share("x", rule);
  world.answer("x").inputs = {{"treated", "59"}, {"total", "125"}};
  ExternalValue external;
  external.id = "average";
  external.year = test::kYear;
  external.value = "50";
  world.assessment.externals = {external};
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever);
  EXPECT_EQ(lever->change, Rational(4));
}

}  // namespace
}  // namespace luping
