// Places where a true verdict was told or carried on in a way that misleads its reader.
#include <gtest/gtest.h>

#include "core/analysis/gap.h"
#include "core/analysis/progress.h"
#include "core/analysis/rollup.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

std::string sentence(const World& world, const std::string& id, Language language = Language::zh) {
  return explain(world.scheme, world.assessment, *find_indicator(world.scheme, id), world.outcome(id), language);
}
std::string in_short(const World& world, const std::string& id) {
  return requirement_in_short(world.scheme, world.assessment, *find_indicator(world.scheme, id), Language::zh);
}

Threshold computed(std::string_view formula, ReferenceValue reference) {
  Threshold threshold;
  threshold.formula = test::formula(formula);
  threshold.references = {std::move(reference)};
  return threshold;
}

Unit unit(std::string id, std::string label, std::string quantity, std::string_view factor) {
  Unit unit;
  unit.id = std::move(id);
  unit.name = label;
  unit.label = std::move(label);
  unit.quantity = std::move(quantity);
  unit.factor = test::decimal(factor);
  return unit;
}

// The mean is 33.33333…: shown as 33.33 it would seem to lie below the value that falls short of it.
TEST(Told, MeanStaysOnItsSideOfTheValue) {
  World world;
  world.number("x", test::more_than("0"));
  world.scheme.indicators[0].rule.threshold = computed("m", {"m", ReferenceKind::mean_of_past, 3, {}});
  world.answer("x").value = "33.3333";
  world.answer("x").history["2022"].value = "33.3333";
  world.answer("x").history["2021"].value = "33.3333";
  world.answer("x").history["2020"].value = "33.3334";
  EXPECT_EQ(world.result("x"), Result::fail);
  EXPECT_NE(sentence(world, "x").find("平均约 33.33333%"), std::string::npos) << sentence(world, "x");
  EXPECT_EQ(in_short(world, "x"), "> 约 33.33333%（近 3 年平均）");
}

TEST(Told, TargetTypedWithItsUnitIsShownWithOne) {
  World world;
  world.number("x", test::meets_target());
  world.answer("x").value = "9";
  world.target("x", "10%");
  EXPECT_EQ(in_short(world, "x"), "≥ 10%");
  world.scheme.units.push_back(unit("tonne", "吨", "mass", "1"));
  world.scheme.units.push_back(unit("10k-tonne", "万吨", "mass", "10000"));
  Input input;
  input.id = "used";
  input.name = "用量";
  input.unit = "tonne";
  Indicator& indicator = world.scheme.indicators[0];
  indicator.value.inputs = {input};
  indicator.rule.of = "used";
  indicator.rule.comparison = Comparison::at_most;
  world.assessment.targets[0].input = "used";
  world.assessment.targets[0].value = "6.9 万吨";
  EXPECT_EQ(in_short(world, "x"), "“用量” ≤ 6.9 万吨");
  world.assessment.targets[0].value = "6.9";
  EXPECT_EQ(in_short(world, "x"), "“用量” ≤ 6.9 吨");
  world.assessment.targets[0].value = "不少于7";
  EXPECT_EQ(in_short(world, "x"), "“用量” ≤ 不少于7");
}

TEST(Told, NoneOfSeveralHolds) {
  World world;
  world.number("x", test::any_of_rules({test::at_least("90"), test::equals("5")}));
  world.answer("x").value = "50";
  EXPECT_NE(sentence(world, "x").find("满足一个条件即可，现在一个都不满足，因此未达标。"), std::string::npos);
  EXPECT_NE(sentence(world, "x", Language::en).find("One condition would suffice, but none holds: not met."),
            std::string::npos);
  world.answer("x").value = "91";
  EXPECT_NE(sentence(world, "x").find("满足一个条件即可，因此达标。"), std::string::npos);
}

TEST(Told, AnExactFigureIsNotAbout) {
  EXPECT_EQ(figure(test::rational("0.0000001"), {Rational()}, Language::zh), "0.0000001");
  EXPECT_EQ(figure(Rational(1) / Rational(3), {Rational()}, Language::zh), "约 0.33");
  EXPECT_EQ(figure(test::rational("0.0000001") / Rational(3), {Rational()}, Language::zh), "约 0.00000003");
}

// 7 万吨 where 吨 is asked, 1000 吨 too many: not a whole 万吨.
TEST(Told, LeverMovesInUnitsOfItsOwn) {
  World world;
  world.scheme.units.push_back(unit("tonne", "吨", "mass", "1"));
  world.scheme.units.push_back(unit("10k-tonne", "万吨", "mass", "10000"));
  Indicator& indicator = world.number("x", test::at_most("69000"), Direction::lower);
  indicator.rule.of = "used";
  Input input;
  input.id = "used";
  input.unit = "tonne";
  input.lever = true;
  indicator.value.inputs = {input};
  world.answer("x").inputs["used"] = "7 万吨";
  const std::optional<Lever> lever = find_lever(world.scheme, world.assessment, world.scheme.indicators[0]);
  ASSERT_TRUE(lever);
  EXPECT_EQ(lever->change, Rational(-1000));
}

// 90 from 2025, 95 from 2030, and the goals are set for 2025: the goal is 90.
TEST(Told, GoalIsTheOneOfTheTargetYear) {
  World world;
  world.scheme.target_year = 2025;
  Indicator& indicator = world.number("x", test::at_least("0"));
  indicator.rule.threshold.by_year = {
      {2021, test::decimal("80")}, {2025, test::decimal("90")}, {2030, test::decimal("95")}};
  world.answer("x").value = "85";
  const auto progress = [&] { return progress_of(world.scheme, world.assessment, world.scheme.indicators[0]); };
  EXPECT_EQ(progress().goal, Rational(90));
  EXPECT_EQ(progress().goal_year, 2025);
  EXPECT_EQ(progress().pace_needed, test::rational("2.5"));
  world.scheme.target_year = 0;
  EXPECT_EQ(progress().goal, Rational(95));
  EXPECT_EQ(progress().goal_year, 2030);
  world.scheme.target_year = 2020;  // before the first figure there is none for it
  world.assessment.year = 2020;
  EXPECT_EQ(progress().goal, Rational(95));
  EXPECT_EQ(progress().goal_year, 2030);
}

// 修约值比较法: met by the verdict, so it is reached here, too.
TEST(Told, GoalIsReachedByTheSchemesComparisonMethod) {
  World world;
  world.number("x", test::at_least("85.0"));
  world.answer("x").value = "84.95";
  const auto state = [&] { return progress_of(world.scheme, world.assessment, world.scheme.indicators[0]).state; };
  EXPECT_NE(state(), ProgressState::achieved);
  world.scheme.comparison_method = ComparisonMethod::rounded;
  EXPECT_EQ(world.result("x"), Result::pass);
  EXPECT_EQ(state(), ProgressState::achieved);
}

// ---- counties to city ----

struct TwoCounties {
  World world;
  std::vector<Assessment> counties;

  TwoCounties() {
    world.scheme.regions.clear();
    Region region;
    region.id = "450800";
    region.level = RegionLevel::city;
    world.scheme.regions.push_back(region);
    for (const char* id : {"450804", "450881"}) {
      region.id = id;
      region.level = RegionLevel::county;
      region.parent = "450800";
      world.scheme.regions.push_back(region);
      Assessment county = world.assessment;
      county.region = id;
      counties.push_back(county);
    }
  }
  RollupReport report() const { return roll_up(world.scheme, counties, nullptr, "450800", test::kYear); }
};

// The city has no 地形 of its own; its 山区 county has.
TEST(Told, AConditionTheCountiesAnsweredIsNotOpenInTheCity) {
  TwoCounties city;
  Indicator& indicator = city.world.number("x", test::at_least("80"));
  indicator.rollup.method = RollupMethod::worst;
  indicator.applies_when.attributes["terrain"] = {"山区"};
  city.counties[0].attributes["terrain"] = "山区";
  city.counties[0].answers["x"].value = "85";
  city.counties[1].attributes["terrain"] = "平原地区";
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::pass);
  // The same on the item.
  std::swap(city.world.scheme.indicators[0].applies_when, city.world.scheme.items[0].applies_when);
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::pass);
  city.counties[1].attributes.clear();
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::unknown) << "whether it concerns that county is open";
}

TEST(Told, ASumCarriesTheInputsItsRuleIsAbout) {
  TwoCounties city;
  Rule of_input = test::at_most("5");
  of_input.of = "b";
  Indicator& indicator = city.world.number("x", test::all_of_rules({test::at_least("100"), of_input}));
  Input input;
  input.id = "b";
  input.name = "乙";
  input.unit = "count";
  indicator.value.inputs = {input};
  indicator.rollup.method = RollupMethod::sum;
  for (Assessment& county : city.counties) {
    county.answers["x"].value = "60";
    county.answers["x"].inputs["b"] = "3";
  }
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::fail) << "3 + 3 is more than 5";
  city.counties[1].answers["x"].inputs["b"] = "2";
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::pass);
  city.counties[1].answers["x"].inputs.clear();
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::unknown) << "entered, but an input is missing";
  city.counties[1].answers["x"].inputs["b"] = "2";
  city.world.scheme.indicators[0].rollup.method = RollupMethod::worst;
  city.world.scheme.indicators[0].rule.rules[0] = test::at_least("60");
  EXPECT_EQ(city.report().lines[0].outcome.result, Result::unknown);
  EXPECT_EQ(city.report().lines[0].outcome.reason, Reason::missing_input);
}

}  // namespace
}  // namespace luping
