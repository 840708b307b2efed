// Rules and thresholds of a scheme: what cannot be, what says nothing, and the near misses that are fine.
#include <gtest/gtest.h>

#include <random>

#include "core/check/check.h"
#include "core/check/interval_check.h"
#include "support/found.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::errors;
using test::Expected;
using test::found;
using test::World;

constexpr const char* kRule = "/indicators/0/rule";

std::string at_rule(std::string_view rest) { return kRule + std::string(rest); }

// What is found about a share of 0 to 100 % with two inputs.
Expected share_with(const Rule& rule) {
  World world;
  world.share("x", rule);
  return found(check(world.scheme));
}

Threshold by_year(std::initializer_list<std::pair<const int, Decimal>> figures) {
  Threshold threshold;
  threshold.by_year = figures;
  return threshold;
}

Threshold computed(std::string_view formula, std::vector<ReferenceValue> references) {
  Threshold threshold;
  threshold.formula = test::formula(formula);
  threshold.references = std::move(references);
  return threshold;
}

Rule with(Comparison comparison, Threshold threshold, std::string of = {}) {
  Rule rule = test::compare_rule(comparison, "0");
  rule.threshold = std::move(threshold);
  rule.of = std::move(of);
  return rule;
}

Rule of_input(Rule rule, std::string of) {
  rule.of = std::move(of);
  return rule;
}

// ---- thresholds ----

TEST(CheckThreshold, ByYear) {
  EXPECT_EQ(share_with(with(Comparison::at_least, by_year({{2021, test::decimal("80")}, {2025, test::decimal("90")}}))),
            Expected{});
  EXPECT_EQ(share_with(with(Comparison::at_least, by_year({{21, test::decimal("80")}, {2025, test::decimal("101")}}))),
            (Expected{{unknown_year, at_rule("/threshold/byYear/21")},
                      {threshold_out_of_range, at_rule("/threshold/byYear/2025")}}));
  EXPECT_EQ(share_with(with(Comparison::at_least, by_year({{2024, test::decimal("80")}}))),
            (Expected{{no_threshold_in_year, at_rule("/threshold/byYear")}}));
}

TEST(CheckThreshold, References) {
  World world;
  world.scheme.externals = {{"average", "全区平均", "percent", ""}};
  const ReferenceValue average{"a", ReferenceKind::external, 1, "average"};
  Indicator& indicator = world.share("x", with(Comparison::at_least, computed("0.5 * a", {average})));
  EXPECT_EQ(found(check(world.scheme)), Expected{});

  indicator.rule.threshold = computed("a + b", {average,
                                                {"a", ReferenceKind::past_year, 0, {}},
                                                {"c", ReferenceKind::external, 1, "nothing"},
                                                {"b", ReferenceKind::input, 1, "nothing"},
                                                {"d", ReferenceKind::mean_of_past, 3, {}}});
  EXPECT_EQ(found(check(world.scheme)), (Expected{{duplicate_id, at_rule("/threshold/references/1/id")},
                                                  {must_be_positive, at_rule("/threshold/references/1/years")},
                                                  {reference_unused, at_rule("/threshold/references/2/id")},
                                                  {unknown_reference, at_rule("/threshold/references/2/name")},
                                                  {unknown_reference, at_rule("/threshold/references/3/name")},
                                                  {reference_unused, at_rule("/threshold/references/4/id")}}));
  indicator.rule.threshold = computed("a * last", {average});
  EXPECT_EQ(found(check(world.scheme)), (Expected{{formula_without_reference, at_rule("/threshold/formula")}}));
}

TEST(CheckThreshold, ReferencesToYearsNeedANumber) {
  World world;
  Indicator& indicator = world.status("x", {"是"}, with(Comparison::at_least, computed("a", {{"a"}}), "n"));
  indicator.value.inputs = {{"n", "数量", "count"}};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{rule_needs_number, at_rule("/threshold/references/0")}}));
}

TEST(CheckThreshold, OfAnInputLiesInTheInputsRange) {
  EXPECT_EQ(share_with(of_input(test::at_least("500"), "treated")), Expected{});
  EXPECT_EQ(share_with(of_input(test::at_least("-1"), "treated")),
            (Expected{{threshold_out_of_range, at_rule("/threshold")}}));
}

// ---- subjects ----

TEST(CheckSubject, Inputs) {
  EXPECT_EQ(share_with(of_input(test::at_least("5"), "nobody")), (Expected{{unknown_reference, at_rule("/of")}}));
  EXPECT_EQ(share_with(of_input(test::stable_or_improving(), "treated")),
            (Expected{{rule_of_not_allowed, at_rule("/of")}}));
  Rule target = of_input(test::meets_target(), "treated");
  for (const Comparison comparison : {Comparison::at_least, Comparison::at_most}) {
    target.comparison = comparison;
    EXPECT_EQ(share_with(target), Expected{});
  }
  target.comparison = Comparison::more_than;
  EXPECT_EQ(share_with(target), (Expected{{target_comparison, at_rule("/comparison")}}));
}

TEST(CheckSubject, AnInputARuleOrAThresholdNamesIsUsed) {
  World world;
  Indicator& indicator = world.share("x", of_input(test::at_least("5"), "extra"));
  indicator.value.inputs.push_back({"extra", "总量", "count"});
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  indicator.rule = with(Comparison::at_least, computed("n", {{"n", ReferenceKind::input, 1, "extra"}}));
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  indicator.rule = test::at_least("5");
  indicator.rollup = {RollupMethod::weighted_mean, "extra"};
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  indicator.rollup = {};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{input_unused, "/indicators/0/value/inputs/2/id"}}));
}

TEST(CheckSubject, YearsAndTolerance) {
  EXPECT_EQ(share_with(test::stable_or_improving(3, "0.5")), Expected{});
  EXPECT_EQ(share_with(test::stable_or_improving(0, "-0.5")),
            (Expected{{must_be_positive, at_rule("/years")}, {must_not_be_negative, at_rule("/tolerance")}}));
}

TEST(CheckSubject, EmptyLists) {
  EXPECT_EQ(share_with(test::all_of_rules({})), (Expected{{empty_list, at_rule("/rules")}}));
  World world;
  world.status("x", {"是"}, test::one_of({}));
  EXPECT_EQ(found(check(world.scheme)), (Expected{{empty_list, at_rule("/values")}}));
}

// ---- logic ----

TEST(CheckLogic, ComparisonsThatNeverHold) {
  EXPECT_EQ(share_with(test::more_than("99.99")), Expected{});
  EXPECT_EQ(share_with(test::more_than("100")), (Expected{{never_holds, kRule}}));
  EXPECT_EQ(share_with(test::less_than("0")), (Expected{{never_holds, kRule}}));
  EXPECT_EQ(share_with(test::between("60", "50")), (Expected{{between_reversed, kRule}}));
  EXPECT_EQ(share_with(test::between("50", "50")), Expected{});
  EXPECT_EQ(share_with(test::between("50", "50", true, false)), (Expected{{never_holds, kRule}}));
  World world;
  Indicator& count = world.number("x", test::between("4", "5", true, true));
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  count.value.integer = true;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{never_holds, kRule}})) << "no whole number lies between 4 and 5";
  count.rule = test::equals("4.5");
  EXPECT_EQ(errors(check(world.scheme)), (Expected{{never_holds, kRule}}));
}

TEST(CheckLogic, ComparisonsThatAlwaysHoldAreWarnings) {
  for (const Rule& rule : {test::at_least("0"), test::at_most("100"), test::between("0", "100"),
                           test::any_of_rules({test::at_least("50"), test::less_than("50")})}) {
    EXPECT_EQ(share_with(rule), (Expected{{always_holds, kRule}}));
  }
  World world;
  world.share("x", test::at_least("0"));
  EXPECT_FALSE(has_error(check(world.scheme)));
  EXPECT_EQ(share_with(test::more_than("0")), Expected{});
  EXPECT_EQ(share_with(test::any_of_rules({test::more_than("50"), test::less_than("50")})), Expected{}) << "but for 50";
  // Without limits nothing is certain.
  World open;
  open.number("x", test::at_least("0"));
  EXPECT_EQ(found(check(open.scheme)), Expected{});
}

TEST(CheckLogic, StatusWords) {
  World world;
  Indicator& indicator = world.status("x", {"好", "中", "差"}, test::one_of({"好", "中", "差"}));
  EXPECT_EQ(found(check(world.scheme)), (Expected{{always_holds, kRule}}));
  indicator.rule = test::all_of_rules({test::one_of({"好"}), test::one_of({"差", "中"})});
  EXPECT_EQ(found(check(world.scheme)), (Expected{{members_contradict, kRule}}));
  indicator.rule = test::all_of_rules({test::one_of({"好", "中"}), test::one_of({"差", "中"})});
  EXPECT_EQ(found(check(world.scheme)), Expected{});
}

TEST(CheckLogic, MembersThatContradict) {
  const Expected contradiction{{members_contradict, kRule}};
  EXPECT_EQ(share_with(test::all_of_rules({test::at_least("60"), test::less_than("60")})), contradiction);
  EXPECT_EQ(share_with(test::all_of_rules({test::at_least("60"), test::at_most("60")})), Expected{});
  EXPECT_EQ(share_with(test::all_of_rules({test::at_least("60"), test::meets_target(), test::at_most("50")})),
            contradiction);
  EXPECT_EQ(share_with(test::any_of_rules({test::at_least("60"), test::at_most("50")})), Expected{});
  // Of different subjects nothing contradicts.
  EXPECT_EQ(share_with(test::all_of_rules({test::at_least("60"), of_input(test::at_most("50"), "total")})), Expected{});
  // In one of the years.
  const Rule rising = with(Comparison::at_least, by_year({{2021, test::decimal("80")}, {2025, test::decimal("90")}}));
  EXPECT_EQ(share_with(test::all_of_rules({rising, test::at_most("90")})), Expected{});
  EXPECT_EQ(share_with(test::all_of_rules({rising, test::at_most("85")})), contradiction);

  World world;
  world.share("x", test::all_of_rules({test::stable_or_improving(), test::at_least("60"), test::at_most("50")}));
  EXPECT_EQ(message_of(check(world.scheme).front(), Language::zh),
            "对“x 指标x”的第 2、3 条要求互相矛盾，不可能同时满足。请核对门槛；若是满足其一即可，请用 anyOf。");
}

TEST(CheckLogic, MembersThatNeverMatter) {
  const Rule either = test::any_of_rules({test::at_least("60"), test::at_least("90")});
  EXPECT_EQ(share_with(either), (Expected{{member_redundant, at_rule("/rules/1")}}));
  EXPECT_EQ(share_with(test::all_of_rules({test::at_least("60"), test::at_least("90")})),
            (Expected{{member_redundant, at_rule("/rules/0")}}));
  EXPECT_EQ(share_with(test::any_of_rules({test::at_least("60"), test::at_least("60.0")})),
            (Expected{{member_redundant, at_rule("/rules/1")}}))
      << "of two alike the later one";
  EXPECT_EQ(share_with(test::any_of_rules({test::at_least("90"), test::stable_or_improving()})), Expected{});
  EXPECT_EQ(share_with(test::all_of_rules({test::meets_target(), test::at_least("90")})), Expected{});
  // By year it can turn round.
  const Rule rising = with(Comparison::at_least, by_year({{2021, test::decimal("80")}, {2025, test::decimal("90")}}));
  EXPECT_EQ(share_with(test::any_of_rules({test::at_least("85"), rising})), Expected{});
}

// 修约值比较法: 99.6 counts as 100 where the threshold has no decimals.
TEST(CheckLogic, RoundedComparison) {
  World world;
  Indicator& indicator = world.share("x", test::all_of_rules({test::at_least("60"), test::less_than("60")}));
  indicator.comparison_method = ComparisonMethod::rounded;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{members_contradict, kRule}}));
  indicator.rule = test::all_of_rules({test::at_least("60"), test::less_than("60.0")});  // 59.5 ≤ value < 59.95
  EXPECT_EQ(found(check(world.scheme)), Expected{});
}

// Random trees of bounds against every figure of a grid finer than their thresholds: the sets and the rule agree everywhere, so
// "cannot hold" and "always holds" are found exactly where they are so.
TEST(CheckLogicProperty, AgreesWithBruteForce) {
  std::mt19937 random(20240607);  // NOLINT(cert-msc51-cpp): the same trees every time
  const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
  const auto threshold = [&](int scale) {
    Decimal figure;
    figure.coefficient = below(scale == 0 ? 7 : 61);
    figure.scale = static_cast<std::uint8_t>(scale);
    return figure;
  };
  const auto leaf = [&] {
    Rule rule;
    if (below(4) == 0) {
      rule = test::between("0", "0", below(2) == 0, below(2) == 0);
      rule.minimum = threshold(below(2));
      rule.maximum = threshold(below(2));
    } else {
      constexpr Comparison kAll[] = {Comparison::at_least, Comparison::more_than, Comparison::at_most,
                                     Comparison::less_than, Comparison::equals};
      rule = test::compare_rule(kAll[below(5)], "0");
      rule.threshold = threshold(below(2));
    }
    return rule;
  };
  int impossible = 0;
  int certain = 0;
  for (int round = 0; round < 3000; ++round) {
    World world;
    Rule tree = test::composite(below(2) == 0 ? RuleKind::all_of : RuleKind::any_of, {leaf(), leaf()});
    if (below(2) == 0)
      tree = test::composite(below(2) == 0 ? RuleKind::all_of : RuleKind::any_of, {tree, leaf(), leaf()});
    Indicator& indicator = world.number("x", tree);
    indicator.value.minimum = test::decimal("0");
    indicator.value.maximum = test::decimal("6");
    indicator.value.integer = below(3) == 0;
    indicator.comparison_method = below(2) == 0 ? ComparisonMethod::exact : ComparisonMethod::rounded;

    const SubjectDomain domain = domain_of(world.scheme, indicator, "");
    const Satisfied satisfied = satisfied_by(tree, "", domain, test::kYear);
    bool any = false;
    bool all = true;
    const int step = indicator.value.integer ? 100 : 1;
    for (int hundredths = 0; hundredths <= 600; hundredths += step) {
      const Decimal figure{hundredths, 2};
      world.answer("x").value = figure.to_string();
      const bool holds = world.result("x") == Result::pass;
      ASSERT_EQ(satisfied.possibly.contains(Rational(figure)), holds) << figure.to_string() << " in round " << round;
      ASSERT_EQ(satisfied.certainly.contains(Rational(figure)), holds) << figure.to_string() << " in round " << round;
      any = any || holds;
      all = all && holds;
    }
    ASSERT_EQ(intersection(satisfied.possibly, domain.possible).is_empty(), !any) << round;
    ASSERT_EQ(satisfied.certainly.covers(domain.possible), all) << round;
    impossible += any ? 0 : 1;
    certain += all ? 1 : 0;
    // What is reported of the whole tree is so.
    for (const Diagnostic& one : check(world.scheme)) {
      if (one.pointer != kRule) continue;
      EXPECT_TRUE(one.code != members_contradict || !any) << round;
      EXPECT_TRUE(one.code != always_holds || all) << round;
    }
  }
  EXPECT_GT(impossible, 100);
  EXPECT_GT(certain, 10);
}

}  // namespace
}  // namespace luping
