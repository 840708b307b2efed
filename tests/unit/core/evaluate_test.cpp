#include "core/judge/evaluate.h"

#include <gtest/gtest.h>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum Result;
using test::World;

struct Point {
  const char* value;
  Result expected;
};

void expect_points(World& world, const std::string& id, std::initializer_list<Point> points) {
  for (const Point& point : points) EXPECT_EQ(world.judge(id, point.value), point.expected) << id << " " << point.value;
}

// ---- comparisons: strict or inclusive exactly at the boundary ----

TEST(Evaluate, Comparisons) {
  World world;
  world.number("at_least", test::at_least("95"));
  world.number("more_than", test::more_than("50"));
  world.number("at_most", test::at_most("0.70"));
  world.number("less_than", test::less_than("5"));
  world.number("equals", test::equals("0"));
  expect_points(world, "at_least",
                {{"94.96", fail}, {"94.999999999999999", fail}, {"95", pass}, {"95.0", pass}, {"95.01", pass}});
  expect_points(world, "more_than", {{"49.9", fail}, {"50", fail}, {"50.000", fail}, {"50.0000000000001", pass}});
  expect_points(world, "at_most",
                {{"0.7", pass}, {"0.700", pass}, {"0.71", fail}, {"0.7000000000001", fail}, {"-1", pass}});
  expect_points(world, "less_than", {{"5", fail}, {"5.0", fail}, {"4.9999", pass}});
  expect_points(world, "equals", {{"0", pass}, {"-0", pass}, {"0.00", pass}, {"0.01", fail}, {"1", fail}});
}

TEST(Evaluate, Between) {
  for (const bool strict_minimum : {false, true}) {
    for (const bool strict_maximum : {false, true}) {
      World world;
      world.number("x", test::between("6", "9", strict_minimum, strict_maximum));
      expect_points(world, "x",
                    {{"5.99", fail},
                     {"6", strict_minimum ? fail : pass},
                     {"6.01", pass},
                     {"8.99", pass},
                     {"9.0", strict_maximum ? fail : pass},
                     {"9.01", fail}});
    }
  }
}

TEST(Evaluate, StatusWords) {
  World world;
  world.status("x", {"已消除", "逐步消除", "未见消除"}, test::one_of({"已消除", "逐步消除"}));
  expect_points(world, "x",
                {{"已消除", pass},
                 {"逐步消除", pass},
                 {"未见消除", fail},
                 {"", notchecked},
                 {"　", notchecked},
                 {"消除", error}});
  EXPECT_EQ(world.outcome("x").reason, Reason::not_an_option);
}

TEST(Evaluate, EventsThatMustNotOccur) {
  World world;
  Indicator& events = world.number("x", test::equals("0"), Direction::lower);
  events.value.integer = true;
  events.value.minimum = test::decimal("0");
  expect_points(world, "x", {{"0", pass}, {"1", fail}, {"0.5", error}, {"-1", error}});
  EXPECT_EQ(world.outcome("x").reason, Reason::out_of_range);
}

TEST(Evaluate, WhatCannotBeReadIsAnErrorAndNeverAVerdict) {
  World world;
  Indicator& share = world.number("x", test::at_least("50"));
  share.value.minimum = test::decimal("0");
  share.value.maximum = test::decimal("100");
  const auto reason = [&](std::string value) {
    EXPECT_EQ(world.judge("x", std::move(value)), error);
    return world.outcome("x").reason;
  };
  EXPECT_EQ(reason("约95"), Reason::not_a_number);
  EXPECT_EQ(reason("95,5"), Reason::not_a_number);
  EXPECT_EQ(reason("1e400"), Reason::too_many_digits);
  EXPECT_EQ(reason("1234567890123456789012345678901234567890"), Reason::too_many_digits);
  EXPECT_EQ(reason("100.01"), Reason::out_of_range);
  EXPECT_EQ(reason("-0.01"), Reason::out_of_range);
  expect_points(world, "x",
                {{"", notchecked}, {"  ", notchecked}, {"100", pass}, {"0", fail}, {"９５．５％", pass}, {"-0", fail}});
}

// ---- formulas ----

TEST(Evaluate, FormulaFromCounts) {
  World world;
  world.share("x", test::at_least("57"));
  const auto judge = [&](std::string treated, std::string total) {
    world.answer("x").inputs = {{"treated", std::move(treated)}, {"total", std::move(total)}};
    return world.outcome("x");
  };
  EXPECT_EQ(judge("57", "100").result, pass);
  EXPECT_EQ(judge("213", "374").result, fail);
  EXPECT_EQ(judge("56", "100").result, fail);
  EXPECT_EQ(judge("0", "0").result, unknown);
  EXPECT_EQ(judge("0", "0").reason, Reason::zero_over_zero);
  EXPECT_EQ(judge("1", "0").result, error);
  EXPECT_EQ(judge("1", "0").reason, Reason::divide_by_zero);
  EXPECT_EQ(judge("101", "100").reason, Reason::out_of_range);
  EXPECT_EQ(judge("57.5", "100").reason, Reason::not_whole);
  EXPECT_EQ(judge("57.0", "100").result, pass);
  EXPECT_EQ(judge("-1", "100").reason, Reason::out_of_range);
  EXPECT_EQ(judge("x", "100").reason, Reason::not_a_number);
  EXPECT_EQ(judge("x", "100").value.subject, "treated");
  EXPECT_EQ(judge("57", "").result, unknown);
  EXPECT_EQ(judge("57", "").reason, Reason::missing_input);
  EXPECT_EQ(judge("57", "").value.subject, "total");
  EXPECT_EQ(judge("", " ").result, notchecked);
  EXPECT_EQ(judge("１，０００ 个", "1000个").result, pass);
}

TEST(Evaluate, ValueOrInputs) {
  World world;
  world.share("x", test::at_least("50"));
  Answer& answer = world.answer("x");
  answer.value = "60";
  EXPECT_EQ(world.result("x"), pass);
  answer.inputs = {{"treated", "40"}, {"total", "100"}};
  EXPECT_EQ(world.result("x"), fail) << "left out: the inputs count when any is filled";
  answer.entry = "value";
  EXPECT_EQ(world.result("x"), pass);
  answer.entry = "inputs";
  answer.inputs.clear();
  EXPECT_EQ(world.result("x"), notchecked);
}

// ---- targets ----

TEST(Evaluate, MeetsTarget) {
  for (const Direction direction : {Direction::higher, Direction::lower}) {
    World world;
    world.number("x", test::meets_target(), direction);
    world.target("x", "93.5");
    const bool higher = direction == Direction::higher;
    expect_points(world, "x", {{"93.4999", higher ? fail : pass}, {"93.50", pass}, {"93.5001", higher ? pass : fail}});
  }
}

TEST(Evaluate, ATargetMissingIsUnknownAndNeverAFailure) {
  World world;
  world.number("x", test::meets_target());
  world.answer("x").value = "0";
  EXPECT_EQ(world.result("x"), unknown);
  EXPECT_EQ(world.outcome("x").reason, Reason::missing_target);
  world.target("x", "1", {}, test::kYear - 1);
  world.target("x", "1", {}, test::kYear, "450881");
  EXPECT_EQ(world.result("x"), unknown) << "targets of another year or region say nothing";
  world.answer("x").target.value = "1";
  EXPECT_EQ(world.result("x"), fail);
  EXPECT_TRUE(world.outcome("x").trace.typed_target);
  world.target("x", "0");
  EXPECT_EQ(world.result("x"), pass) << "what was assigned takes precedence over what was typed";
  EXPECT_FALSE(world.outcome("x").trace.typed_target);
}

TEST(Evaluate, ATargetInTheWrongDirectionIsUnknown) {
  for (const auto& [direction, word] : {std::pair{Direction::higher, "atMost"}, {Direction::lower, "atLeast"}}) {
    for (const bool typed : {false, true}) {
      World world;
      world.number("x", test::meets_target(), direction);
      world.answer("x").value = "85";
      if (typed) {
        world.answer("x").target.value = "85";
        world.answer("x").target.direction = word;
      } else {
        world.target("x", "85", word);
      }
      EXPECT_EQ(world.result("x"), unknown);
      EXPECT_EQ(world.outcome("x").reason, Reason::target_direction);
    }
  }
}

TEST(Evaluate, AnImpossibleTargetIsAnError) {
  World world;
  world.share("x", test::meets_target());
  world.answer("x").value = "50";
  for (const char* target : {"101", "-1", "九十", "1e400"}) {
    world.answer("x").target.value = target;
    EXPECT_EQ(world.result("x"), error) << target;
    EXPECT_EQ(world.outcome("x").reason, Reason::bad_target);
  }
  world.answer("x").target.value = "５０％";
  EXPECT_EQ(world.result("x"), pass);
  world.answer("x").target.value = "100";
  EXPECT_EQ(world.result("x"), fail) << "the ends of the range are possible";
  world.answer("x").target.value = "0";
  EXPECT_EQ(world.result("x"), pass);
}

// ---- change ----

TEST(Evaluate, AbsoluteChangeAgainstTheBaseline) {
  World world;
  world.number("x", test::change(Reference::baseline, ChangeMeasure::absolute, Comparison::at_least, "0"));
  world.answer("x").baseline.value = "186.40";
  expect_points(world, "x", {{"186.35", fail}, {"186.4", pass}, {"186.400", pass}, {"186.41", pass}});
  world.answer("x").baseline.value = "";
  EXPECT_EQ(world.result("x"), unknown);
  EXPECT_EQ(world.outcome("x").reason, Reason::missing_baseline);
  world.answer("x").baseline.value = "不详";
  EXPECT_EQ(world.result("x"), error);
  EXPECT_EQ(world.outcome("x").reason, Reason::bad_baseline);
}

TEST(Evaluate, ChangeAgainstLastYearIsStrictWhereTheRuleIs) {
  World world;
  world.number("x", test::change(Reference::previous_year, ChangeMeasure::absolute, Comparison::less_than, "0"),
               Direction::lower);
  world.answer("x").history["2022"].value = "38";
  expect_points(world, "x", {{"38.0", fail}, {"37.99", pass}, {"38.01", fail}});
  world.answer("x").history.clear();
  world.answer("x").history["2021"].value = "38";
  EXPECT_EQ(world.result("x"), unknown);
  EXPECT_EQ(world.outcome("x").reason, Reason::missing_past_value);
  EXPECT_EQ(world.outcome("x").trace.year, 2022);
}

TEST(Evaluate, PercentChange) {
  World world;
  world.number("x", test::change(Reference::baseline, ChangeMeasure::percent, Comparison::at_most, "-5"),
               Direction::lower);
  world.answer("x").baseline.value = "200";
  expect_points(world, "x", {{"190", pass}, {"190.01", fail}, {"189", pass}, {"200", fail}});
  world.answer("x").baseline.value = "-200";
  expect_points(world, "x", {{"-210", pass}, {"-209.9", fail}, {"-190", fail}});
  world.answer("x").baseline.value = "0";
  EXPECT_EQ(world.judge("x", "0"), unknown);
  EXPECT_EQ(world.outcome("x").reason, Reason::zero_over_zero);
  EXPECT_EQ(world.judge("x", "1"), error);
  EXPECT_EQ(world.outcome("x").reason, Reason::divide_by_zero);
}

// ---- series ----

TEST(Evaluate, StableOrImproving) {
  World higher;
  higher.number("x", test::stable_or_improving());
  higher.answer("x").history["2022"].value = "80";
  expect_points(higher, "x", {{"79.99", fail}, {"80.0", pass}, {"81", pass}});
  World lower;
  lower.number("x", test::stable_or_improving(), Direction::lower);
  lower.answer("x").history["2022"].value = "172.6";
  expect_points(lower, "x", {{"173", fail}, {"172.60", pass}, {"170", pass}});
}

TEST(Evaluate, StableWithinATolerance) {
  World world;
  world.number("x", test::stable_or_improving(1, "0.5"));
  world.answer("x").history["2022"].value = "80";
  expect_points(world, "x", {{"79.49", fail}, {"79.5", pass}, {"80", pass}});
  World lower;
  lower.number("x", test::stable_or_improving(1, "0.5"), Direction::lower);
  lower.answer("x").history["2022"].value = "80";
  expect_points(lower, "x", {{"80.5", pass}, {"80.51", fail}});
}

TEST(Evaluate, SeriesOfYears) {
  World world;
  world.number("x", test::stable_or_improving(3));
  Answer& answer = world.answer("x");
  answer.history = {{"2022", {"80", "", {}}}, {"2021", {"79", "", {}}}, {"2020", {"79", "", {}}}};
  EXPECT_EQ(world.judge("x", "80"), pass);
  answer.history["2020"].value = "79.5";
  EXPECT_EQ(world.judge("x", "80"), fail) << "an older step decides, too";
  answer.history["2019"].value = "99";
  answer.history["2020"].value = "79";
  EXPECT_EQ(world.judge("x", "80"), pass) << "years before the series do not";
}

TEST(Evaluate, SeriesWithAGap) {
  World world;
  world.number("x", test::stable_or_improving(3));
  Answer& answer = world.answer("x");
  answer.history = {{"2022", {"80", "", {}}}, {"2020", {"79", "", {}}}};
  EXPECT_EQ(world.judge("x", "80"), unknown) << "a year missing in the middle";
  EXPECT_EQ(world.judge("x", "79"), fail) << "a worse step decides all the same";
  answer.history["2021"].value = "?";
  EXPECT_EQ(world.judge("x", "80"), error);
  answer.history = {};
  EXPECT_EQ(world.judge("x", "80"), unknown);
}

// Both steps beside a missing year say that it is the one that is missing.
TEST(Evaluate, AGapNamesTheYearThatIsMissing) {
  World world;
  world.number("x", test::stable_or_improving(3));
  world.answer("x").history = {{"2022", {"80", "", {}}}, {"2020", {"79", "", {}}}};
  world.answer("x").value = "80";
  const Outcome outcome = world.outcome("x");
  ASSERT_EQ(outcome.trace.members.size(), 3U);
  EXPECT_EQ(outcome.trace.members[1].reason, Reason::missing_past_value);
  EXPECT_EQ(outcome.trace.members[1].year, 2021);
  EXPECT_EQ(outcome.trace.members[2].reason, Reason::missing_past_value);
  EXPECT_EQ(outcome.trace.members[2].year, 2021);
}

// ---- composites ----

TEST(Evaluate, TwoHalvesOfAClause) {
  World world;
  world.number("x", test::all_of_rules({test::meets_target(), test::stable_or_improving()}), Direction::lower);
  Answer& answer = world.answer("x");
  answer.value = "173";
  EXPECT_EQ(world.result("x"), unknown);
  world.target("x", "175");
  EXPECT_EQ(world.result("x"), unknown);
  answer.history["2022"].value = "172.6";
  EXPECT_EQ(world.result("x"), fail);
  answer.history["2022"].value = "173.0";
  EXPECT_EQ(world.result("x"), pass);
  answer.history.clear();
  answer.value = "175.1";
  EXPECT_EQ(world.result("x"), fail) << "a failing half decides even where the other is unknown";
}

TEST(Evaluate, EitherOfTwo) {
  // 低于 50 % 或年降低 5 %
  World world;
  world.number("x",
               test::any_of_rules({test::less_than("50"), test::change(Reference::previous_year, ChangeMeasure::percent,
                                                                       Comparison::at_most, "-5")}),
               Direction::lower);
  Answer& answer = world.answer("x");
  EXPECT_EQ(world.judge("x", "49.9"), pass) << "the other half is unknown, which does not matter";
  EXPECT_EQ(world.judge("x", "60"), unknown);
  answer.history["2022"].value = "60";
  expect_points(world, "x", {{"57", pass}, {"57.1", fail}, {"50", pass}, {"49", pass}});
}

TEST(Evaluate, InformationalMembersDropOut) {
  World world;
  Rule remark;
  world.number("x", test::all_of_rules({remark, test::at_least("5")}));
  world.number("y", test::any_of_rules({remark, test::at_least("5")}));
  world.number("z", test::all_of_rules({remark}));
  EXPECT_EQ(world.judge("x", "5"), pass);
  EXPECT_EQ(world.judge("x", "4"), fail);
  EXPECT_EQ(world.judge("y", "4"), fail);
  EXPECT_EQ(world.judge("z", "4"), notapplicable);
}

Rule by_terrain(bool with_otherwise) {
  // 山区 ≥ 60, 丘陵 ≥ 40, 平原 ≥ 18
  Rule rule;
  rule.kind = RuleKind::choose;
  rule.attribute = "terrain";
  rule.cases = {{"山区"}, {"丘陵地区", "丘陵"}};
  rule.rules = {test::at_least("60"), test::at_least("40")};
  if (with_otherwise) {
    rule.has_otherwise = true;
    rule.rules.push_back(test::at_least("18"));
  }
  return rule;
}

TEST(Evaluate, ChooseByAnAttribute) {
  World world;
  world.number("x", by_terrain(false));
  world.number("y", by_terrain(true));
  for (const char* id : {"x", "y"}) {
    world.answer(id).value = "40";
    EXPECT_EQ(world.result(id), unknown) << "an attribute nobody gave is no case, not even the other one";
    EXPECT_EQ(world.outcome(id).reason, Reason::missing_attribute);
    EXPECT_EQ(world.outcome(id).trace.subject, "terrain");
  }
  world.scheme.regions[0].attributes["terrain"] = "山区";
  EXPECT_EQ(world.result("x"), fail);
  world.assessment.attributes["terrain"] = "丘陵";
  EXPECT_EQ(world.result("x"), pass) << "the assessment's own attribute takes precedence over the scheme's";
  world.assessment.attributes["terrain"] = "平原地区";
  EXPECT_EQ(world.result("x"), unknown);
  EXPECT_EQ(world.judge("y", "18"), pass);
  EXPECT_EQ(world.judge("y", "17.99"), fail);
}

// ---- applicability ----

TEST(Evaluate, TheSchemesCondition) {
  World world;
  world.number("x", test::at_least("5")).applies_when.regions = {"450881"};
  world.answer("x").value = "9";
  EXPECT_EQ(world.result("x"), notapplicable);
  EXPECT_EQ(world.outcome("x").reason, Reason::excluded_by_scheme);
  world.assessment.region = "450881";
  EXPECT_EQ(world.result("x"), pass);
  world.scheme.items[0].applies_when.regions = {test::kRegion};
  EXPECT_EQ(world.result("x"), notapplicable) << "the item's condition holds for its indicators";
}

TEST(Evaluate, NotApplicableNeedsAReason) {
  World world;
  world.number("x", test::at_least("5"));
  Answer& answer = world.answer("x");
  answer.value = "9";
  answer.not_applicable.declared = true;
  EXPECT_EQ(world.result("x"), pass);
  answer.not_applicable.reason = " 　\n";
  EXPECT_EQ(world.result("x"), pass);
  answer.not_applicable.reason = "没有这类对象";
  EXPECT_EQ(world.result("x"), notapplicable);
  EXPECT_EQ(world.outcome("x").reason, Reason::declared_inapplicable);
  answer.not_applicable.declared = false;
  EXPECT_EQ(world.result("x"), pass);
}

// ---- measures ----

TEST(Evaluate, AnIndicatorThatIsAMeasuresState) {
  World world;
  world.measure("m");
  Indicator& indicator = world.status("x", {}, test::one_of({"完成"}));
  indicator.value.kind = ValueKind::measure;
  indicator.value.measure = "m";
  EXPECT_EQ(world.result("x"), notchecked);
  MeasureReport& report = world.assessment.measures["m"];
  for (const auto& [state, expected] :
       {std::pair{"done", pass}, {"inProgress", fail}, {"notStarted", fail}, {"", notchecked}}) {
    report.state = state;
    EXPECT_EQ(world.result("x"), expected) << state;
  }
  report.state = "notStarted";
  report.not_applicable.declared = true;
  EXPECT_EQ(world.result("x"), fail) << "no reason, no effect";
  report.not_applicable.reason = "不涉及";
  EXPECT_EQ(world.result("x"), notapplicable);
  EXPECT_EQ(evaluate(world.scheme, world.assessment).measures[0], notapplicable);
}

TEST(Evaluate, StatesOfMeasures) {
  World world;
  for (const char* id : {"done", "started", "not", "blank", "unfilled", "elsewhere"}) world.measure(id);
  world.scheme.measures[5].applies_when.regions = {"450881"};
  world.assessment.measures["done"].state = "done";
  world.assessment.measures["started"].state = "inProgress";
  world.assessment.measures["not"].state = "notStarted";
  world.assessment.measures["blank"].note = "还没有定";
  world.assessment.measures["elsewhere"].state = "done";
  EXPECT_EQ(evaluate(world.scheme, world.assessment).measures,
            (std::vector{pass, fail, fail, notchecked, notchecked, notapplicable}));
}

// ---- summary ----

struct SummaryWorld : World {
  SummaryWorld() {
    Rule rule;
    rule.kind = RuleKind::summary;
    rule.obligations = {Obligation::must, Obligation::should};
    rule.measures = true;
    Indicator& whole = number("whole", rule);  // first, to see that it waits for the others
    whole.value = {};
    number("a", test::at_least("5"), Direction::higher, Obligation::must);
    number("b", test::at_least("5"), Direction::higher, Obligation::should);
    number("c", test::at_least("5"), Direction::higher, Obligation::strive);
    measure("m");
    for (const char* id : {"a", "b", "c"}) answer(id).value = "9";
    assessment.measures["m"].state = "done";
  }
  Result whole() const { return evaluate(scheme, assessment).indicators[0].result; }
};

TEST(Evaluate, Summary) {
  SummaryWorld world;
  EXPECT_EQ(world.whole(), pass);
  world.answer("c").value = "1";
  EXPECT_EQ(world.whole(), pass) << "other obligations do not count";
  world.answer("b").value = "";
  EXPECT_EQ(world.whole(), notchecked);
  world.answer("a").value = "x";
  EXPECT_EQ(world.whole(), error);
  world.answer("b").value = "1";
  EXPECT_EQ(world.whole(), fail);
}

TEST(Evaluate, SummaryCountsWhatIsOpen) {
  SummaryWorld world;
  world.answer("a").value = "";
  world.assessment.measures.clear();
  const auto open = [&] {
    const Trace trace = evaluate(world.scheme, world.assessment).indicators[0].trace;
    return std::pair(trace.open_indicators, trace.open_measures);
  };
  EXPECT_EQ(open(), std::pair(std::size_t{1}, std::size_t{1})) << "what is not filled in is open";
  world.answer("a").not_applicable = {true, "没有", {}};
  EXPECT_EQ(open(), std::pair(std::size_t{0}, std::size_t{1})) << "what does not apply is not";
}

TEST(Evaluate, ATargetGivesTheDirectionWhereTheIndicatorHasNone) {
  World world;
  world.number("x", test::meets_target(), Direction::none);
  world.target("x", "10", "atMost");
  EXPECT_EQ(world.judge("x", "9"), pass);
  EXPECT_EQ(world.judge("x", "11"), fail);
  world.assessment.targets.front().direction = "atLeast";
  EXPECT_EQ(world.judge("x", "9"), fail);
  EXPECT_EQ(world.judge("x", "11"), pass);
}

TEST(Evaluate, OnlyAVerdictCanBeSetByHand) {
  World world;
  world.number("x", test::at_least("50"));
  world.answer("x").value = "40";
  Override& manual = world.answer("x").manual;
  manual.reason = "复核";
  manual.author = "审核组";
  for (const Result result : {pass, unknown, notapplicable}) {
    manual.result = token_of(result);
    EXPECT_EQ(world.result("x"), result);
  }
  for (const Result result : {Result::informational, notchecked, error}) {
    manual.result = token_of(result);
    EXPECT_EQ(world.result("x"), fail) << "would take the indicator out of its gate, or undo the answer";
  }
}

TEST(Evaluate, SummaryOverMeasures) {
  SummaryWorld world;
  world.assessment.measures["m"].state = "inProgress";
  EXPECT_EQ(world.whole(), fail);
  world.scheme.indicators[0].rule.measures = false;
  EXPECT_EQ(world.whole(), pass);
  world.scheme.indicators[0].rule.measures = true;
  world.assessment.measures.clear();
  EXPECT_EQ(world.whole(), notchecked);
  world.scheme.measures[0].applies_when.regions = {"450881"};
  EXPECT_EQ(world.whole(), pass);
}

TEST(Evaluate, SummaryLeavesOutWhatDoesNotApply) {
  SummaryWorld world;
  for (const char* id : {"a", "b"}) {
    world.answer(id).not_applicable.declared = true;
    world.answer(id).not_applicable.reason = "不涉及";
  }
  EXPECT_EQ(world.whole(), pass);
  world.scheme.indicators[0].rule.measures = false;
  EXPECT_EQ(world.whole(), notapplicable);
}

// ---- the whole ----

TEST(Evaluate, CountsEveryIndicatorOnce) {
  World world;
  world.number("pass", test::at_least("5"));
  world.number("fail", test::at_least("5"));
  world.number("unknown", test::meets_target());
  world.number("notchecked", test::at_least("5"));
  world.number("error", test::at_least("5"));
  world.number("notapplicable", test::at_least("5")).applies_when.regions = {"450881"};
  world.number("informational", Rule{});
  for (const char* id : {"pass", "unknown", "notapplicable", "informational"}) world.answer(id).value = "5";
  world.answer("fail").value = "4";
  world.answer("error").value = "?";
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  for (const Result result : kAllResults) {
    EXPECT_EQ(evaluation.counts[static_cast<std::size_t>(result)], 1U) << token_of(result);
    for (std::size_t i = 0; i < world.scheme.indicators.size(); ++i) {
      if (world.scheme.indicators[i].id == token_of(result)) {
        EXPECT_EQ(evaluation.indicators[i].result, result);
      }
    }
  }
  EXPECT_EQ(evaluation.conclusion, informational) << "no gate, no conclusion";
}

TEST(Evaluate, AnEmptyAssessmentIsNotFilledIn) {
  World world;
  world.number("a", test::at_least("5"));
  world.share("b", test::meets_target());
  world.status("c", {"是", "否"}, test::one_of({"是"}));
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  EXPECT_EQ(evaluation.counts[static_cast<std::size_t>(notchecked)], 3U);
}

TEST(Evaluate, ReasonsHaveNames) {
  EXPECT_EQ(token_of(Reason::none), "none");
  EXPECT_EQ(token_of(Reason::comparison), "comparison");
  EXPECT_EQ(token_of(Reason::missing_target), "missingTarget");
  EXPECT_EQ(token_of(Reason::not_an_option), "notAnOption");
  EXPECT_EQ(token_of(Reason::bad_past_value), "badPastValue");
}

TEST(Evaluate, ACompositeSaysWhatDecidedIt) {
  World world;
  world.number("x", test::all_of_rules({test::at_least("5"), test::meets_target()}));
  world.answer("x").value = "5";
  EXPECT_EQ(world.outcome("x").reason, Reason::missing_target);
  world.answer("x").value = "4";
  EXPECT_EQ(world.outcome("x").reason, Reason::comparison);
}

TEST(Evaluate, ARegionTheSchemeDoesNotKnow) {
  World world;
  world.number("a", test::at_least("5"));
  world.assessment.region = "999999";
  EXPECT_EQ(world.judge("a", "5"), pass);
}

}  // namespace
}  // namespace luping
