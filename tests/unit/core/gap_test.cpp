#include "core/analysis/gap.h"

#include <gtest/gtest.h>

#include <random>

#include "core/words/explain.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::rational;
using test::World;

std::optional<Gap> gap(const World& world, const std::string& id) {
  const Outcome outcome = world.outcome(id);
  return gap_of(find_indicator(world.scheme, id)->rule, outcome.trace);
}

Rational distance(Rule rule, std::string value) {
  World world;
  world.number("x", std::move(rule));
  world.answer("x").value = std::move(value);
  const std::optional<Gap> found = gap(world, "x");
  EXPECT_TRUE(found);
  return found ? found->distance : Rational();
}

TEST(Gap, SignedDistance) {
  EXPECT_EQ(distance(test::at_least("50"), "47.2"), rational("-2.8"));
  EXPECT_EQ(distance(test::at_least("50"), "52"), rational("2"));
  EXPECT_EQ(distance(test::more_than("50"), "50"), rational("0"));
  EXPECT_EQ(distance(test::at_most("0.70"), "0.75"), rational("-0.05"));
  EXPECT_EQ(distance(test::less_than("5"), "3"), rational("2"));
  EXPECT_EQ(distance(test::equals("0"), "3"), rational("-3"));
  EXPECT_EQ(distance(test::equals("2"), "3"), rational("-1"));
  EXPECT_EQ(distance(test::between("6", "9"), "5"), rational("-1"));
  EXPECT_EQ(distance(test::between("6", "9"), "11"), rational("-2"));
}

TEST(Gap, NoneWithoutAComparison) {
  World world;
  world.status("status", {"是", "否"}, test::one_of({"是"}));
  world.number("target", test::meets_target());
  world.answer("status").value = "否";
  world.answer("target").value = "1";
  EXPECT_FALSE(gap(world, "status"));
  EXPECT_FALSE(gap(world, "target"));
}

TEST(Gap, FarthestIsInProportionToTheRequirement) {
  World world;
  world.number("x", test::all_of_rules({test::at_least("100"), test::at_most("10")}));
  world.answer("x").value = "50";
  EXPECT_EQ(gap(world, "x")->distance, rational("-40")) << "50 of 100 is half, 40 over 10 is four times";
}

TEST(Gap, OfSeveralConditions) {
  World world;
  world.number("all", test::all_of_rules({test::at_least("50"), test::at_least("90"), test::at_least("10")}));
  world.number("any", test::any_of_rules({test::at_least("50"), test::at_least("90")}));
  for (const char* id : {"all", "any"}) world.answer(id).value = "45";
  EXPECT_EQ(gap(world, "all")->distance, rational("-45")) << "the failing condition that is farthest off";
  EXPECT_EQ(gap(world, "any")->distance, rational("-5")) << "one suffices: the nearest";
  for (const char* id : {"all", "any"}) world.answer(id).value = "95";
  EXPECT_EQ(gap(world, "all")->distance, rational("5")) << "when all hold, the one nearest to failing";
}

TEST(Gap, OfTwoEquallyFarTheFirst) {
  for (const RuleKind kind : {RuleKind::all_of, RuleKind::any_of}) {
    World world;
    world.number("x", test::composite(kind, {test::at_least("50"), test::at_most("-50")}));
    world.answer("x").value = "0";
    EXPECT_EQ(gap(world, "x")->required, rational("50"));
  }
}

TEST(Gap, OfTheChosenCase) {
  World world;
  Rule rule;
  rule.kind = RuleKind::choose;
  rule.attribute = "terrain";
  rule.cases = {{"山区"}, {"丘陵"}};
  rule.rules = {test::at_least("60"), test::all_of_rules({test::at_least("40"), test::at_most("99")})};
  world.number("x", rule);
  world.assessment.attributes["terrain"] = "丘陵";
  world.answer("x").value = "38";
  EXPECT_EQ(gap(world, "x")->distance, rational("-2"));
}

// ---- shortfall in words ----

std::string shortfall(const World& world, const std::string& id, Language language = Language::zh) {
  return shortfall_in_words(world.scheme, *find_indicator(world.scheme, id), world.outcome(id), language);
}

TEST(Shortfall, InTheIndicatorsUnit) {
  World world;
  world.number("x", test::at_least("50"));
  world.answer("x").value = "47.2";
  EXPECT_EQ(shortfall(world, "x"), "差 2.8 个百分点");
  EXPECT_EQ(shortfall(world, "x", Language::en), "short by 2.8 percentage points");
  world.number("y", test::at_most("50"), Direction::lower).value.unit = "km2";
  world.answer("y").value = "50.5";
  EXPECT_EQ(shortfall(world, "y"), "超出 0.5 平方公里");
  world.number("z", test::more_than("50"));
  world.answer("z").value = "50";
  EXPECT_EQ(shortfall(world, "z"), "恰好相等，须再高一些");
  world.answer("z").value = "51";
  EXPECT_EQ(shortfall(world, "z"), "");
}

TEST(Shortfall, AgainstAnotherYear) {
  World world;
  world.number("up", test::stable_or_improving());
  world.answer("up").value = "78";
  world.answer("up").history["2022"].value = "80";
  EXPECT_EQ(shortfall(world, "up"), "比 2022 年低 2 个百分点");
  EXPECT_EQ(shortfall(world, "up", Language::en), "2 percentage points below 2022");
  world.number("down", test::stable_or_improving(), Direction::lower).value.unit = "km2";
  world.answer("down").value = "173";
  world.answer("down").history["2022"].value = "172.6";
  EXPECT_EQ(shortfall(world, "down"), "比 2022 年高 0.4 平方公里");
  world.number("base", test::change(Reference::baseline, ChangeMeasure::absolute, Comparison::at_least, "0"))
      .value.unit = "km2";
  world.answer("base").value = "186.35";
  world.answer("base").baseline.value = "186.40";
  EXPECT_EQ(shortfall(world, "base"), "比基期低 0.05 平方公里");
  EXPECT_EQ(shortfall(world, "base", Language::en), "0.05 平方公里 below the baseline");
}

TEST(Shortfall, OfARequiredChangeIsNamedAsOne) {
  World world;
  world
      .number("x", test::change(Reference::baseline, ChangeMeasure::percent, Comparison::at_most, "-5"),
              Direction::lower)
      .value.unit = "km2";
  world.answer("x").value = "97";
  world.answer("x").baseline.value = "100";
  EXPECT_EQ(shortfall(world, "x"), "与基期相比的变化差 2 个百分点")
      << "a percent change is not measured in the indicator's unit";
  World absolute;
  absolute.number("x", test::change(Reference::previous_year, ChangeMeasure::absolute, Comparison::at_least, "5"))
      .value.unit = "km2";
  absolute.answer("x").value = "103";
  absolute.answer("x").history["2022"].value = "100";
  EXPECT_EQ(shortfall(absolute, "x"), "与 2022 年相比的变化差 2 平方公里");
}

// ---- lever ----

TEST(Lever, TheLeastWholeChange) {
  World world;
  world.share("x", test::at_least("50"));
  world.answer("x").inputs = {{"treated", "59"}, {"total", "125"}};
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever);
  EXPECT_EQ(lever->input, "treated");
  EXPECT_EQ(lever->change, Rational(4));
  EXPECT_EQ(lever_in_words(world.scheme, world.assessment, world.scheme.indicators[0], Language::zh),
            "“treated”还需增加 4 个");
}

TEST(Lever, NoneWhereNoneHelps) {
  World world;
  world.share("x", test::more_than("100"));
  const auto lever = [&] { return find_lever(world.scheme, world.assessment, world.scheme.indicators[0]); };
  EXPECT_FALSE(lever()) << "nothing entered";
  world.answer("x").inputs = {{"treated", "59"}, {"total", "125"}};
  EXPECT_FALSE(lever()) << "more than 100 % is impossible";
  world.scheme.indicators[0].rule = test::at_least("40");
  EXPECT_FALSE(lever()) << "it passes";
  world.scheme.indicators[0].rule = test::at_least("50");
  world.answer("x").entry = "value";
  world.answer("x").value = "40";
  EXPECT_FALSE(lever()) << "not computed from the inputs";
  world.answer("x") = {};
  world.answer("x").inputs = {{"treated", "x"}, {"total", "125"}};
  EXPECT_FALSE(lever()) << "a data error is mended, not levered";
}

// A quantity that is no count moves in the last digit typed; what is said claims no more than that it suffices.
TEST(Lever, OfAQuantityThatIsNoCountMovesInItsLastDigit) {
  World world;
  world.share("x", test::at_least("20"));
  for (Input& input : world.scheme.indicators[0].value.inputs) input.integer = false;
  world.answer("x").inputs = {{"treated", "18.5"}, {"total", "100"}};
  EXPECT_EQ(lever_in_words(world.scheme, world.assessment, world.scheme.indicators[0], Language::zh),
            "“treated”再增加 1.5 个即可达标");
}

// Against brute force over every step.
TEST(Lever, IsTheLeast) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    World world;
    const auto total = static_cast<int>(random() % 60) + 1;
    const auto treated = static_cast<int>(random() % static_cast<unsigned>(total + 1));
    const std::string threshold = std::to_string(random() % 101) + "." + std::to_string(random() % 10);
    const bool lower = random() % 3 == 0;
    const bool strict = random() % 2 == 0;
    Rule rule = lower ? (strict ? test::less_than(threshold) : test::at_most(threshold))
                      : (strict ? test::more_than(threshold) : test::at_least(threshold));
    if (random() % 4 == 0) rule = test::all_of_rules({rule, lower ? test::at_most("70") : test::at_least("30")});
    world.share("x", rule).value.direction = lower ? Direction::lower : Direction::higher;
    const auto judge = [&](int count) {
      world.answer("x").inputs = {{"treated", std::to_string(count)}, {"total", std::to_string(total)}};
      return world.result("x");
    };
    std::optional<int> least;
    const bool fails = judge(treated) == Result::fail;
    for (int step = 1; fails && !least && step <= total; ++step) {
      if (judge(treated + step) == Result::pass) least = step;
      if (!least && judge(treated - step) == Result::pass) least = -step;
    }
    judge(treated);
    const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
    ASSERT_EQ(lever.has_value(), least.has_value()) << treated << "/" << total << " against " << threshold;
    if (least) {
      ASSERT_EQ(lever->change, Rational(*least)) << treated << "/" << total << " against " << threshold;
    }
  }
}

TEST(Lever, OfADivisorAndOfADifference) {
  // Lower is better, the lever is the dividend: energy ÷ gdp.
  World world;
  Indicator& indicator = world.share("x", test::all_of_rules({test::at_most("175"), test::stable_or_improving()}));
  indicator.value.direction = Direction::lower;
  indicator.value.maximum.reset();
  indicator.value.formula = test::formula("10000 * treated / total");
  world.answer("x").inputs = {{"treated", "41520"}, {"total", "2400000"}};
  world.answer("x").history["2022"].value = "172.6";
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, indicator);
  ASSERT_TRUE(lever);
  EXPECT_EQ(lever->change, Rational(-96));
}

}  // namespace
}  // namespace luping
