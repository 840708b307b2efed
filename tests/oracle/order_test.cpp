// The order in which a file lists things decides nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/judge/evaluate.h"
#include "oracle/maker.h"
#include "oracle/reproduce.h"
#include "support/scheme_builder.h"

namespace luping::oracle {
namespace {

template <typename List>
void shuffle(Dice& dice, List& list) {
  for (std::size_t i = list.size(); i > 1; --i)
    std::swap(list[i - 1], list[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
}

void shuffle_rule(Dice& dice, Rule& rule) {
  for (Rule& member : rule.rules) shuffle_rule(dice, member);
  if (rule.kind == RuleKind::all_of || rule.kind == RuleKind::any_of) shuffle(dice, rule.rules);
  for (Threshold* threshold : {&rule.threshold, &rule.minimum, &rule.maximum}) shuffle(dice, threshold->references);
  shuffle(dice, rule.values);
  shuffle(dice, rule.obligations);
}

std::map<std::string, Result> verdicts(const World& world) {
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  std::map<std::string, Result> by_id;
  for (std::size_t i = 0; i < world.scheme.indicators.size(); ++i)
    by_id[world.scheme.indicators[i].id] = evaluation.indicators[i].result;
  for (std::size_t i = 0; i < world.scheme.measures.size(); ++i)
    by_id[world.scheme.measures[i].id] = evaluation.measures[i];
  for (std::size_t i = 0; i < world.scheme.gates.size(); ++i)
    by_id[world.scheme.gates[i].id] = evaluation.gates[i].result;
  by_id["conclusion"] = evaluation.conclusion;
  return by_id;
}

TEST(Order, DecidesNothing) {
  Dice dice(97);
  for (int i = 0; i < 400; ++i) {
    const World world = make_world(dice, 50);
    World other = world;
    shuffle(dice, other.scheme.indicators);
    shuffle(dice, other.scheme.measures);
    shuffle(dice, other.scheme.gates);
    shuffle(dice, other.scheme.items);
    shuffle(dice, other.scheme.groups);
    shuffle(dice, other.scheme.regions);
    shuffle(dice, other.scheme.units);
    shuffle(dice, other.scheme.externals);
    shuffle(dice, other.assessment.targets);
    shuffle(dice, other.assessment.externals);
    for (Indicator& indicator : other.scheme.indicators) {
      shuffle_rule(dice, indicator.rule);
      shuffle(dice, indicator.value.inputs);
      shuffle(dice, indicator.value.options);
    }
    for (auto& [id, answer] : other.assessment.answers) shuffle(dice, answer.evidence);
    ASSERT_EQ(verdicts(world), verdicts(other)) << "world " << i;
  }
}

// ---- what the order, or an empty entry, once decided ----

using luping::test::kRegion;

Rule against_formula(const char* formula, std::vector<ReferenceValue> references) {
  Rule rule = luping::test::at_least("0");
  rule.threshold.formula = luping::test::formula(formula);
  rule.threshold.references = std::move(references);
  return rule;
}

TEST(Order, AnImpossibleReferenceComesBeforeAMissingOne) {
  const ReferenceValue last = {"l", ReferenceKind::past_year, 1, ""};
  const ReferenceValue base = {"b", ReferenceKind::baseline, 1, ""};
  for (const bool swapped : {false, true}) {
    luping::test::World world;
    world.number("x", against_formula("l + b", swapped ? std::vector{base, last} : std::vector{last, base}));
    world.answer("x").baseline.value = "约40";
    EXPECT_EQ(world.judge("x", "95"), Result::error);
    EXPECT_EQ(world.outcome("x").reason, Reason::bad_baseline);
  }
}

TEST(Order, AnImpossibleYearOfAMeanComesBeforeAMissingOne) {
  luping::test::World world;
  world.number("x", against_formula("m", {{"m", ReferenceKind::mean_of_past, 3, ""}}));
  world.answer("x").history["2021"].value = "约40";
  EXPECT_EQ(world.judge("x", "95"), Result::error);
  EXPECT_EQ(world.outcome("x").reason, Reason::bad_past_value);
  EXPECT_EQ(world.outcome("x").trace.year, 2021);
  world.answer("x").history["2021"].value = "40";
  EXPECT_EQ(world.result("x"), Result::unknown);
  EXPECT_EQ(world.outcome("x").trace.year, 2022);  // the newest of those missing
}

TEST(Order, ADivisionByZeroComesBeforeAMissingInput) {
  for (const char* text : {"a / b + c", "c + a / b", "min(c, a / b)", "c * (a / b)"}) {
    luping::test::World world;
    Indicator& indicator = world.number("x", luping::test::at_least("1"));
    indicator.value.formula = luping::test::formula(text);
    for (const char* id : {"a", "b", "c"}) {
      Input input;
      input.id = id;
      input.unit = "count";
      indicator.value.inputs.push_back(input);
    }
    world.answer("x").inputs = {{"a", "1"}, {"b", "0"}};
    EXPECT_EQ(world.result("x"), Result::error) << text;
    world.answer("x").inputs = {{"a", "0"}, {"b", "0"}};
    EXPECT_EQ(world.result("x"), Result::unknown) << text;
    world.answer("x").inputs = {{"b", "0"}, {"c", "0"}};  // whether 0/0 or x/0 is not known
    EXPECT_EQ(world.result("x"), Result::unknown) << text;
    EXPECT_EQ(world.outcome("x").value.subject, "a");
  }
}

TEST(Order, ASummaryInsideAnotherRuleWaitsForTheOthers) {
  for (const bool last : {false, true}) {
    luping::test::World world;
    Rule summary;
    summary.kind = RuleKind::summary;
    summary.obligations = {Obligation::must};
    summary.measures = false;
    if (!last) world.number("x", luping::test::at_least("1"));
    Indicator& whole = world.number("whole", luping::test::all_of_rules({summary}), Direction::none, Obligation::task);
    whole.value = {};
    if (last) world.number("x", luping::test::at_least("1"));
    world.answer("x").value = "1";
    const Evaluation evaluation = evaluate(world.scheme, world.assessment);
    for (const Outcome& outcome : evaluation.indicators) EXPECT_EQ(outcome.result, Result::pass);
  }
}

TEST(Order, AMeasureNobodyReportedOnIsOpenToAnUnknownRegion) {
  luping::test::World world;
  world.measure("m").applies_when.attributes["terrain"] = {"山区"};
  EXPECT_EQ(evaluate(world.scheme, world.assessment).measures[0], Result::unknown);
  world.assessment.measures["m"];  // the same with an entry that says nothing
  EXPECT_EQ(evaluate(world.scheme, world.assessment).measures[0], Result::unknown);
}

TEST(Units, AThresholdFromFiguresInAnotherUnitIsConverted) {
  luping::test::World world;
  world.scheme.units.push_back({"hectare", "公顷", "公顷", "area", {10000, 0}, {1, 0}});
  world.scheme.units.push_back({"mu", "亩", "亩", "area", {10000, 0}, {15, 0}});
  world.scheme.externals = {{"average", "全区平均", "mu", ""}};
  world.number("x", against_formula("a", {{"a", ReferenceKind::external, 1, "average"}})).value.unit = "hectare";
  ExternalValue average;
  average.id = "average";
  average.year = luping::test::kYear;
  average.value = "15";
  world.assessment.externals = {average};
  EXPECT_EQ(world.judge("x", "1"), Result::pass);  // 15 亩 are 1 公顷
  EXPECT_EQ(world.judge("x", "0.9999"), Result::fail);
}

}  // namespace
}  // namespace luping::oracle
