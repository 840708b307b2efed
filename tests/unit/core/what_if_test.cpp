// Suppositions: what would change, and what is nearest to passing.
#include "core/analysis/what_if.h"

#include <gtest/gtest.h>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

/// A share at 40 % of 50 wanted, a status, a task; one gate over all.
struct Case {
  World world;

  Case() {
    world.share("share", test::at_least("50"));
    world.status("status", {"建立", "未建立"}, test::one_of({"建立"}));
    world.measure("m1");
    Indicator& task = world.status("task", {}, test::one_of({"完成"}), Obligation::task);
    task.value.kind = ValueKind::measure;
    task.value.measure = "m1";
    Gate gate;
    gate.id = "all";
    gate.title = "全部达标";
    world.scheme.gates.push_back(gate);
    world.answer("share").inputs = {{"treated", "40"}, {"total", "100"}};
    world.answer("status").value = "建立";
    world.assessment.measures["m1"].state = "done";
  }
  WhatIf suppose(const Supposition& supposition) const { return what_if(world.scheme, world.assessment, supposition); }
};

Supposition input(const std::string& value) {
  Supposition supposition;
  supposition.inputs["share"]["treated"] = value;
  return supposition;
}

Supposition threshold(const std::string& indicator, std::string_view figure, std::string pointer = {}) {
  Supposition supposition;
  supposition.thresholds.push_back({indicator, test::decimal(figure), std::move(pointer)});
  return supposition;
}

TEST(WhatIf, AnInput) {
  const Case one;
  const WhatIf whole = one.suppose(input("50"));
  ASSERT_EQ(whole.changes.size(), 1U);
  EXPECT_EQ(whole.changes[0].indicator, 0U);
  EXPECT_EQ(whole.changes[0].before.result, Result::fail);
  EXPECT_EQ(whole.changes[0].after.result, Result::pass);
  EXPECT_EQ(whole.before.conclusion, Result::fail);
  EXPECT_EQ(whole.after.conclusion, Result::pass);
  EXPECT_EQ(whole.after.gates[0].passed, 3U);
  // Another figure is a change, another verdict or not.
  EXPECT_EQ(one.suppose(input("49")).changes.size(), 1U);
  EXPECT_EQ(one.suppose(input("49")).after.conclusion, Result::fail);
  EXPECT_TRUE(one.suppose(input("40")).changes.empty());
}

TEST(WhatIf, AFinishedFigureCountsOverTheInputs) {
  const Case one;
  Supposition supposition;
  supposition.values["share"] = "55";
  EXPECT_EQ(one.suppose(supposition).changes.at(0).after.value.number, Rational(55));
  // Unless inputs are supposed, too.
  supposition.inputs["share"]["treated"] = "60";
  EXPECT_EQ(one.suppose(supposition).changes.at(0).after.value.number, Rational(60));
}

TEST(WhatIf, StatusesAndMeasures) {
  const Case one;
  Supposition supposition;
  supposition.values["status"] = "未建立";
  supposition.measures["m1"] = "inProgress";
  const WhatIf whole = one.suppose(supposition);
  ASSERT_EQ(whole.changes.size(), 2U);
  EXPECT_EQ(whole.changes[0].after.result, Result::fail);
  EXPECT_EQ(whole.changes[1].after.result, Result::fail);
  EXPECT_EQ(whole.after.measures[0], Result::fail);
}

TEST(WhatIf, AThreshold) {
  const Case one;
  const WhatIf lower = one.suppose(threshold("share", "40"));
  ASSERT_EQ(lower.changes.size(), 1U);
  EXPECT_EQ(lower.changes[0].after.result, Result::pass);
  EXPECT_EQ(lower.after.conclusion, Result::pass);
  EXPECT_EQ(one.suppose(threshold("share", "40.01")).changes.at(0).after.result, Result::fail);
  EXPECT_TRUE(one.suppose(threshold("share", "50.0")).changes.empty());
}

TEST(WhatIf, ThresholdsWithinARule) {
  World world;
  world.number("x", test::all_of_rules({test::meets_target(), test::at_least("50"), test::between("10", "90")}));
  world.answer("x").value = "45";
  world.target("x", "40");
  const auto result = [&](const Supposition& supposition) {
    const WhatIf whole = what_if(world.scheme, world.assessment, supposition);
    EXPECT_TRUE(whole.problems.empty());
    return whole.after.indicators.empty() ? Result::error : whole.after.indicators[0].result;
  };
  EXPECT_EQ(result(threshold("x", "45")), Result::pass);
  EXPECT_EQ(result(threshold("x", "45", "/rules/1/threshold")), Result::pass);
  EXPECT_EQ(result(threshold("x", "45", "/rules/1")), Result::pass);
  Supposition both = threshold("x", "45");
  both.thresholds.push_back({"x", test::decimal("46"), "/rules/2/minimum"});
  EXPECT_EQ(result(both), Result::fail);
  both.thresholds.back() = {"x", test::decimal("44"), "/rules/2/maximum"};
  EXPECT_EQ(result(both), Result::fail);
  for (const char* pointer : {"/rules/0/threshold", "/rules/3", "/rules/x", "/rules", "/rules/2", "/rules/1/minimum",
                              "/rules/1/threshold/0", "threshold", "/threshold"}) {
    const WhatIf whole = what_if(world.scheme, world.assessment, threshold("x", "1", pointer));
    ASSERT_EQ(whole.problems.size(), 1U) << pointer;
    EXPECT_EQ(whole.problems[0].kind, SuppositionProblemKind::no_threshold);
  }
}

TEST(WhatIf, TheRegionsOwnCaseAndYear) {
  World world;
  Rule choose;
  choose.kind = RuleKind::choose;
  choose.attribute = "terrain";
  choose.cases = {{"山区"}, {"平原"}};
  choose.rules = {test::at_least("60"), test::at_least("18")};
  world.number("x", choose);
  Indicator& yearly = world.number("y", test::at_least("0"));
  yearly.rule.threshold.by_year = {{2021, test::decimal("80")}};
  world.assessment.attributes["terrain"] = "平原";
  world.answer("x").value = world.answer("y").value = "17";
  Supposition supposition = threshold("x", "17");
  supposition.thresholds.push_back({"y", test::decimal("17"), {}});
  const WhatIf whole = what_if(world.scheme, world.assessment, supposition);
  ASSERT_EQ(whole.changes.size(), 2U);
  EXPECT_EQ(whole.changes[0].after.result, Result::pass);
  EXPECT_EQ(whole.changes[1].after.result, Result::pass);
}

TEST(WhatIf, TheOriginalsStayAsTheyAre) {
  const Case one;
  const Assessment assessment = one.world.assessment;
  const Rule rule = one.world.scheme.indicators[0].rule;
  Supposition supposition = threshold("share", "1");
  supposition.inputs["share"]["treated"] = "99";
  supposition.values["status"] = "未建立";
  supposition.measures["m1"] = "notStarted";
  const WhatIf whole = one.suppose(supposition);
  EXPECT_EQ(one.world.assessment, assessment);
  EXPECT_EQ(one.world.scheme.indicators[0].rule, rule);
  EXPECT_FALSE(whole.assessment == assessment);
  EXPECT_FALSE(whole.scheme.indicators[0].rule == rule);
  EXPECT_EQ(whole.before.conclusion, evaluate(one.world.scheme, one.world.assessment).conclusion);
}

TEST(WhatIf, Problems) {
  const Case one;
  Supposition supposition;
  supposition.values = {{"nothing", "1"}, {"task", "完成"}};
  supposition.inputs["share"]["other"] = "1";
  supposition.measures = {{"m1", "完成"}, {"m9", "done"}};
  supposition.thresholds.push_back({"status", test::decimal("1"), {}});
  const WhatIf whole = one.suppose(supposition);
  std::vector<SuppositionProblemKind> kinds;
  for (const SuppositionProblem& problem : whole.problems) {
    kinds.push_back(problem.kind);
    EXPECT_NE(problem_in_words(problem, Language::zh).find(problem.indicator), std::string::npos);
  }
  EXPECT_EQ(kinds, (std::vector<SuppositionProblemKind>{
                       SuppositionProblemKind::unknown_indicator, SuppositionProblemKind::value_not_entered,
                       SuppositionProblemKind::unknown_input, SuppositionProblemKind::unknown_state,
                       SuppositionProblemKind::unknown_measure, SuppositionProblemKind::no_threshold}));
  EXPECT_TRUE(whole.changes.empty());
}

// Relative gaps: b 1 of 50, a 10 of 50, c 3 of 10; a status has no number and comes last; nothing else is a failure.
TEST(FailingByEase, NearestFirst) {
  World world;
  world.status("word", {"建立", "未建立"}, test::one_of({"建立"}));
  world.number("a", test::at_least("50"));
  world.number("b", test::at_least("50"), Direction::higher, Obligation::strive);
  world.number("c", test::at_most("10"), Direction::lower);
  world.number("open", test::at_least("50"));
  world.number("untargeted", test::meets_target());
  world.number("good", test::at_least("50"));
  world.answer("word").value = "未建立";
  world.answer("a").value = "40";
  world.answer("b").value = "49";
  world.answer("c").value = "13";
  world.answer("untargeted").value = "1";
  world.answer("good").value = "50";
  const auto ids = [&](const std::vector<Obligation>& obligations) {
    std::vector<std::string> all;
    for (const EasyWin& win :
         failing_by_ease(world.scheme, world.assessment, evaluate(world.scheme, world.assessment), obligations))
      all.push_back(world.scheme.indicators[win.indicator].id);
    return all;
  };
  EXPECT_EQ(ids({}), (std::vector<std::string>{"b", "a", "c", "word"}));
  EXPECT_EQ(ids({Obligation::must}), (std::vector<std::string>{"a", "c", "word"}));
  EXPECT_EQ(ids({Obligation::strive}), (std::vector<std::string>{"b"}));
}

TEST(FailingByEase, SaysWhichStepSuffices) {
  const Case one;
  const std::vector<EasyWin> wins =
      failing_by_ease(one.world.scheme, one.world.assessment, evaluate(one.world.scheme, one.world.assessment), {});
  ASSERT_EQ(wins.size(), 1U);
  ASSERT_TRUE(wins[0].lever);
  EXPECT_EQ(wins[0].lever->input, "treated");
  EXPECT_EQ(wins[0].lever->change, Rational(10));
  EXPECT_EQ(wins[0].gap->distance, Rational(-10));
}

// The step that is said to suffice does, and one less does not.
TEST(FailingByEase, TheStepHoldsWhenSupposed) {
  for (int treated = 0; treated < 50; treated += 7) {
    Case one;
    one.world.answer("share").inputs["treated"] = std::to_string(treated);
    const std::vector<EasyWin> wins =
        failing_by_ease(one.world.scheme, one.world.assessment, evaluate(one.world.scheme, one.world.assessment), {});
    ASSERT_EQ(wins.size(), 1U);
    const Rational enough = Rational(treated) + wins[0].lever->change;
    const auto text = [](const Rational& number) { return to_text(number, 6, Rounding::half_even); };
    EXPECT_EQ(one.suppose(input(text(enough))).after.indicators[0].result, Result::pass);
    EXPECT_EQ(one.suppose(input(text(enough - Rational(1)))).after.indicators[0].result, Result::fail);
  }
}

}  // namespace
}  // namespace luping
