// The batch against evaluate(): random schemes of every kind of rule, random assessments weighted to ties and to what is missing.
#include "core/batch/batch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <random>

#include "core/analysis/gap.h"
#include "core/batch/fraction.h"
#include "core/judge/evaluate.h"
#include "support/random_world.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::Dice;
using test::kYear;
using test::RandomWorld;

void expect_same_gap(const Indicator& indicator, const Outcome& outcome, double gap, const std::string& place) {
  const std::optional<Gap> exact = gap_of(indicator.rule, outcome.trace);
  ASSERT_EQ(exact.has_value(), !std::isnan(gap)) << place;
  if (!exact) return;
  const double expected = std::stod(to_text(exact->distance, 17, Rounding::half_even));
  const double size = std::stod(to_text(exact->required.abs() + exact->actual.abs(), 17, Rounding::half_even));
  // Members equally far off in proportion may change places.
  EXPECT_NEAR(expected, gap, 1e-9 * (1 + size)) << place;
}

void expect_same(const Scheme& scheme, const Assessment& assessment, const Batch& batch, std::size_t row,
                 const std::string& place) {
  const Evaluation evaluation = evaluate(scheme, assessment);
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const std::string where = place + " indicator " + std::to_string(i);
    ASSERT_EQ(batch.result(row, i), evaluation.indicators[i].result) << where;
    expect_same_gap(scheme.indicators[i], evaluation.indicators[i], batch.gap(row, i), where);
  }
  for (std::size_t i = 0; i < scheme.gates.size(); ++i)
    ASSERT_EQ(batch.gate(row, i), evaluation.gates[i].result) << place << " gate " << i;
  ASSERT_EQ(batch.conclusion(row), evaluation.conclusion) << place;
}

TEST(Batch, AgreesWithEvaluate) {
  std::size_t unusual = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    RandomWorld maker(seed);
    const Scheme scheme = maker.scheme();
    const CompiledScheme compiled = CompiledScheme::compile(scheme);
    unusual += compiled.is_unusual() ? 1U : 0U;
    Batch batch(compiled);
    std::vector<Assessment> assessments;
    for (int i = 0; i < 37; ++i) {
      assessments.push_back(maker.assessment());
      batch.add(assessments.back());
    }
    batch.evaluate(true);
    for (std::size_t row = 0; row < assessments.size(); ++row) {
      expect_same(scheme, assessments[row], batch, row, "seed " + std::to_string(seed) + " row " + std::to_string(row));
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_EQ(unusual, 0U);
}

TEST(Batch, ManyBlocksAndClearing) {
  RandomWorld maker(7);
  const Scheme scheme = maker.scheme();
  const CompiledScheme compiled = CompiledScheme::compile(scheme);
  Batch batch(compiled);
  for (int round = 0; round < 2; ++round) {
    batch.clear();
    std::vector<Assessment> assessments;
    for (int i = 0; i < (round == 0 ? 700 : 300); ++i) {
      assessments.push_back(maker.assessment());
      batch.add(assessments.back());
    }
    batch.evaluate(true);
    const std::size_t width = scheme.indicators.size();
    std::vector<batch::Byte> results(batch.size() * width);
    const batch::Byte same[7] = {0, 1, 2, 3, 4, 5, 6};
    batch.copy_results(results.data(), same);
    for (std::size_t row = 0; row < assessments.size(); ++row) {
      expect_same(scheme, assessments[row], batch, row, "row " + std::to_string(row));
      if (HasFatalFailure()) return;
      for (std::size_t i = 0; i < width; ++i)
        ASSERT_EQ(static_cast<Result>(results[row * width + i]), batch.result(row, i));
    }
  }
}

TEST(Batch, OneValueChanged) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    RandomWorld maker(seed);
    Dice dice(seed);
    const Scheme scheme = maker.scheme();
    const CompiledScheme compiled = CompiledScheme::compile(scheme);
    Batch batch(compiled);
    std::vector<Assessment> assessments;
    for (int i = 0; i < 20; ++i) {
      assessments.push_back(maker.assessment());
      batch.add(assessments.back());
    }
    batch.evaluate(true);
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      const std::size_t row = dice.below(assessments.size());
      const std::string text = dice.figure();
      if (!batch.set_value(row, i, text, true)) continue;
      Answer& answer = assessments[row].answers[scheme.indicators[i].id];
      answer.value = text;
      if (!scheme.indicators[i].value.formula.empty()) answer.entry = "value";
      expect_same(scheme, assessments[row], batch, row, "seed " + std::to_string(seed));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Batch, ASummaryInsideARuleGoesTheLongWay) {
  test::World world;
  world.number("x", test::at_least("5"));
  Rule summary;
  summary.kind = RuleKind::summary;
  summary.obligations = {Obligation::must};
  world.number("y", test::all_of_rules({test::at_least("1"), summary}));
  world.answer("x").value = "5";
  world.answer("y").value = "1";
  const CompiledScheme compiled = CompiledScheme::compile(world.scheme);
  EXPECT_TRUE(compiled.is_unusual());
  Batch batch(compiled);
  batch.add(world.assessment);
  batch.evaluate(true);
  expect_same(world.scheme, world.assessment, batch, 0, "");
}

TEST(Batch, TheMeanOfFiveYearsIsExact) {
  test::World world;
  Rule rule = test::at_least("0");
  ReferenceValue mean;
  mean.id = "mean";
  mean.kind = ReferenceKind::mean_of_past;
  mean.years = 5;
  rule.threshold.references = {mean};
  rule.threshold.formula = test::formula("mean * 0.98");
  world.number("x", rule);
  Answer& answer = world.answer("x");
  const char* past[] = {"85.92", "84.04", "87.51", "84.17", "88.46"};
  for (int back = 1; back <= 5; ++back) answer.history[std::to_string(kYear - back)].value = past[back - 1];
  const CompiledScheme compiled = CompiledScheme::compile(world.scheme);
  // The mean is 86.02 exactly, 0.98 of it 84.2996; in doubles it comes out above.
  for (const auto& [value, expected] : {std::pair{"84.2996", Result::pass}, std::pair{"84.29959999999", Result::fail},
                                        std::pair{"84.2996001", Result::pass}}) {
    answer.value = value;
    Batch batch(compiled);
    batch.add(world.assessment);
    batch.evaluate(true);
    EXPECT_EQ(batch.result(0, 0), expected) << value;
  }
}

TEST(Batch, ADifferenceOfTwoDecimalsIsExact) {
  test::World world;
  world.number("x", test::change(Reference::previous_year, ChangeMeasure::absolute, Comparison::at_least, "0.2"));
  world.answer("x").value = "0.7";
  world.answer("x").history["2022"].value = "0.5";
  const CompiledScheme compiled = CompiledScheme::compile(world.scheme);
  Batch batch(compiled);
  batch.add(world.assessment);
  batch.evaluate(true);
  EXPECT_EQ(batch.result(0, 0), Result::pass);  // in doubles 0.19999999999999996
  EXPECT_EQ(batch.gap(0, 0), 0);
}

TEST(Batch, AShortDecimalComesBackFromItsDouble) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 200'000; ++i) {
    const int digits = 1 + static_cast<int>(random() % 15);
    std::int64_t coefficient = static_cast<std::int64_t>(random() % 1'000'000'000'000'000);
    for (int k = digits; k < 15; ++k) coefficient /= 10;
    const Decimal decimal{random() % 2 == 0 ? coefficient : -coefficient, static_cast<std::uint8_t>(random() % 19)};
    const std::optional<batch::Fraction> found = batch::fraction_of(std::stod(decimal.to_string()));
    ASSERT_TRUE(found) << decimal.to_string();
    ASSERT_EQ(Rational(found->numerator) / Rational(found->denominator), Rational(decimal)) << decimal.to_string();
  }
}

}  // namespace
}  // namespace luping
