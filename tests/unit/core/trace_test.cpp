// What an evaluation keeps of the way it came about, and what it says where a scheme that passed no check would lead it astray.
#include <gtest/gtest.h>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

Rule computed(const char* formula, std::vector<ReferenceValue> references) {
  Rule rule = test::at_least("0");
  rule.threshold.formula = test::formula(formula);
  rule.threshold.references = std::move(references);
  return rule;
}

TEST(TraceOf, AnInputKeepsTheDigitsTyped) {
  World world;
  world.scheme.units.push_back({"ton", "吨", "吨", "mass", {1, 0}, {1, 0}});
  world.scheme.units.push_back({"wan_ton", "万吨", "万吨", "mass", {10000, 0}, {1, 0}});
  Rule rule = test::at_most("50000");
  rule.of = "a";
  Indicator& indicator = world.number("x", rule);
  Input input;
  input.id = "a";
  input.unit = "ton";
  indicator.value.inputs = {input};
  world.answer("x").inputs["a"] = "35000.0";
  EXPECT_EQ(world.outcome("x").trace.actual_typed, (Decimal{350000, 1}));
  EXPECT_EQ(world.outcome("x").trace.of, "a");
  world.answer("x").inputs["a"] = "3.5万吨";  // its digits are those of another unit
  EXPECT_EQ(world.outcome("x").trace.actual_typed, std::nullopt);
  EXPECT_EQ(world.outcome("x").trace.actual, Rational(35000));
  world.scheme.indicators[0].rule.of.clear();
  world.answer("x").value = "35000";
  EXPECT_EQ(world.outcome("x").trace.actual_typed, std::nullopt);  // the value stands in Outcome::value
}

TEST(TraceOf, OnlyPastFiguresHaveAYear) {
  World world;
  world.scheme.externals = {{"average", "全区平均", "percent", ""}};
  const std::vector<ReferenceValue> references = {
      {"b", ReferenceKind::baseline, 1, ""},        {"p", ReferenceKind::past_year, 2, ""},
      {"m", ReferenceKind::mean_of_past, 2, ""},    {"t", ReferenceKind::target, 1, ""},
      {"e", ReferenceKind::external, 1, "average"}, {"i", ReferenceKind::input, 1, "a"}};
  Indicator& indicator = world.number("x", computed("b + p + m + t + e + i", references));
  Input input;
  input.id = "a";
  input.unit = "percent";
  indicator.value.inputs = {input};
  Answer& answer = world.answer("x");
  answer.value = "21";
  answer.baseline.value = "1";
  answer.history["2021"].value = "2";
  answer.history["2022"].value = "4";
  answer.target.value = "4";
  answer.inputs["a"] = "6";
  ExternalValue average;
  average.id = "average";
  average.year = test::kYear;
  average.value = "5";
  world.assessment.externals = {average};
  const Trace trace = world.outcome("x").trace;
  EXPECT_EQ(trace.result, Result::pass);  // 1 + 2 + 3 + 4 + 5 + 6
  EXPECT_EQ(trace.required, Rational(21));
  ASSERT_EQ(trace.figures.size(), references.size());
  for (std::size_t i = 0; i < references.size(); ++i) {
    EXPECT_EQ(trace.figures[i].number, Rational(static_cast<std::int64_t>(i) + 1));
    EXPECT_EQ(trace.figures[i].year, i == 1 ? 2021 : 0);
  }
}

TEST(TraceOf, WhatIsMissingIsNamed) {
  World world;
  world.scheme.externals = {{"average", "全区平均", "percent", ""}};
  const auto missing = [&](ReferenceKind kind, const char* name) {
    world.scheme.indicators.clear();
    world.number("x", computed("r", {{"r", kind, 1, name}}));
    world.judge("x", "1");
    return world.outcome("x").trace;
  };
  EXPECT_EQ(missing(ReferenceKind::baseline, "").reason, Reason::missing_baseline);
  EXPECT_EQ(missing(ReferenceKind::baseline, "").year, 0);
  EXPECT_EQ(missing(ReferenceKind::past_year, "").reason, Reason::missing_past_value);
  EXPECT_EQ(missing(ReferenceKind::past_year, "").year, 2022);
  EXPECT_EQ(missing(ReferenceKind::target, "").reason, Reason::missing_target);
  EXPECT_EQ(missing(ReferenceKind::target, "").year, 0);
  EXPECT_EQ(missing(ReferenceKind::external, "average").reason, Reason::missing_external);
  EXPECT_EQ(missing(ReferenceKind::external, "average").subject, "average");
  EXPECT_EQ(missing(ReferenceKind::external, "average").year, 0);
  EXPECT_EQ(missing(ReferenceKind::input, "a").reason, Reason::missing_input);
  EXPECT_EQ(missing(ReferenceKind::input, "a").result, Result::unknown);
}

TEST(TraceOf, ASeriesOfNothingButGapsNamesTheNewest) {
  World world;
  Rule rule = test::stable_or_improving(3);
  rule.gaps = SeriesGaps::skip;
  world.number("x", rule);
  EXPECT_EQ(world.judge("x", "1"), Result::unknown);
  EXPECT_EQ(world.outcome("x").trace.reason, Reason::missing_past_value);
  EXPECT_EQ(world.outcome("x").trace.year, 2022);
}

TEST(TraceOf, ASummaryCountsWhatIsOpen) {
  World world;
  Rule rule;
  rule.kind = RuleKind::summary;
  rule.obligations = {Obligation::must};
  for (const char* id : {"pass", "fail", "open", "away"}) world.number(id, test::at_least("5"));
  world.number("said", Rule{});
  world.number("whole", rule, Direction::none, Obligation::task).value = {};
  for (const char* id : {"done", "begun", "none", "not here"}) world.measure(id);
  world.answer("pass").value = "5";
  world.answer("fail").value = "4";
  world.answer("away").not_applicable = {true, "无此项", {}};
  world.assessment.measures["done"].state = "done";
  world.assessment.measures["begun"].state = "inProgress";
  world.assessment.measures["not here"].not_applicable = {true, "无此项", {}};
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  const Trace& trace = evaluation.indicators.back().trace;
  EXPECT_EQ(trace.result, Result::fail);
  EXPECT_EQ(trace.open_indicators, 2U);  // fail and open: what does not apply or judges nothing is not open
  EXPECT_EQ(trace.open_measures, 2U);    // begun and none
}

// ---- where a check would have spoken first ----

TEST(UncheckedScheme, ANumericRuleOnAWordIsAnError) {
  World world;
  world.status("x", {"建立", "未建立"}, test::at_least("1"));
  EXPECT_EQ(world.judge("x", "建立"), Result::error);
}

TEST(UncheckedScheme, WithoutADirectionTheTargetsOwnDecides) {
  World world;
  world.number("x", test::meets_target(), Direction::none);
  world.target("x", "50", "atMost");
  EXPECT_EQ(world.judge("x", "49"), Result::pass);
  EXPECT_EQ(world.judge("x", "51"), Result::fail);
  world.assessment.targets[0].direction = "atLeast";
  EXPECT_EQ(world.judge("x", "49"), Result::fail);
  EXPECT_EQ(world.judge("x", "51"), Result::pass);
  world.assessment.targets[0].direction = "";
  EXPECT_EQ(world.judge("x", "49"), Result::fail);
}

TEST(UncheckedScheme, WhatNobodyAsksForIsNotFilledIn) {
  World world;
  Indicator& indicator = world.number("x", Rule{});
  indicator.value.kind = ValueKind::none;
  world.answer("x").value = "95";
  EXPECT_EQ(subject_of(world.scheme, world.assessment, indicator).result, Result::notchecked);
  EXPECT_EQ(subject_of_input(world.scheme, world.assessment, indicator, "nobody").result, Result::notchecked);
  EXPECT_EQ(subject_of_input(world.scheme, world.assessment, indicator, "nobody").subject, "nobody");
}

}  // namespace
}  // namespace luping
