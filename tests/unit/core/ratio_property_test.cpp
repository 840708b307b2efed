// Verdicts of ratio rules against an oracle in whole numbers, on cases weighted to the boundary.
#include <gtest/gtest.h>

#include <random>

#include "core/judge/evaluate.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

__extension__ using Int128 = __int128;

struct Case {
  std::int64_t part;
  std::int64_t whole;
  std::int64_t threshold;  // in units of 10^-scale percent
  unsigned scale;
};

std::int64_t power_of_ten(unsigned exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

// 100 * part / whole ? threshold / 10^scale
std::strong_ordering oracle(const Case& one) {
  return static_cast<Int128>(100) * one.part * power_of_ten(one.scale) <=>
         static_cast<Int128>(one.threshold) * one.whole;
}

std::string text_of(std::int64_t coefficient, unsigned scale) {
  return Decimal{coefficient, static_cast<std::uint8_t>(scale)}.to_string();
}

// A threshold, and a part that sits on it or one beside it wherever whole numbers allow.
Case draw(std::mt19937_64& random) {
  Case one{};
  one.scale = static_cast<unsigned>(random() % 5);
  one.threshold = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(100 * power_of_ten(one.scale) + 1));
  constexpr std::int64_t kMost[] = {20, 1'000, 1'000'000, 1'000'000'000'000};
  one.whole = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(kMost[random() % 4])) + 1;
  if (random() % 3 == 0) one.whole = static_cast<std::int64_t>(random() % 50 + 1) * 100 * power_of_ten(one.scale);
  const auto boundary =
      static_cast<std::int64_t>(static_cast<Int128>(one.threshold) * one.whole / (100 * power_of_ten(one.scale)));
  one.part = boundary + static_cast<std::int64_t>(random() % 4) - 1;
  if (random() % 8 == 0) one.part = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(one.whole + 1));
  one.part = std::clamp<std::int64_t>(one.part, 0, one.whole);
  return one;
}

TEST(RatioProperty, VerdictsAgreeWithCrossMultiplication) {
  std::mt19937_64 random(20230315);
  World world;
  Indicator& indicator = world.share("x", test::at_least("0"));
  Answer& answer = world.answer("x");
  int on_the_boundary = 0;
  for (int i = 0; i < 120'000; ++i) {
    const Case one = draw(random);
    const std::strong_ordering order = oracle(one);
    if (order == 0) ++on_the_boundary;
    constexpr Comparison kComparisons[] = {Comparison::at_least, Comparison::more_than, Comparison::at_most,
                                           Comparison::less_than, Comparison::equals};
    const Comparison comparison = kComparisons[i % 5];
    const bool expected[] = {order >= 0, order > 0, order <= 0, order < 0, order == 0};
    indicator.rule.comparison = comparison;
    indicator.rule.threshold = Decimal{one.threshold, static_cast<std::uint8_t>(one.scale)};
    answer.inputs["treated"] = std::to_string(one.part);
    answer.inputs["total"] = std::to_string(one.whole);
    ASSERT_EQ(evaluate_indicator(world.scheme, world.assessment, indicator, nullptr).result,
              expected[i % 5] ? Result::pass : Result::fail)
        << one.part << " of " << one.whole << " against " << text_of(one.threshold, one.scale) << " " << i % 5;
  }
  EXPECT_GT(on_the_boundary, 5'000);
}

// A finished figure against a threshold: whole numbers decide.
TEST(RatioProperty, FiguresAgreeWithWholeNumbers) {
  std::mt19937_64 random(20230316);
  World world;
  Indicator& indicator = world.number("x", test::at_least("0"));
  for (int i = 0; i < 40'000; ++i) {
    const auto scale = static_cast<unsigned>(random() % 8);
    const auto threshold = static_cast<std::int64_t>(random() % 10'000) - 5'000;
    const std::int64_t figure = threshold * power_of_ten(scale) + static_cast<std::int64_t>(random() % 5) - 2;
    indicator.rule.threshold = Decimal{threshold, 2};
    world.answer("x").value = text_of(figure, scale + 2);
    const bool expected = figure >= threshold * power_of_ten(scale);
    ASSERT_EQ(world.result("x"), expected ? Result::pass : Result::fail)
        << world.answer("x").value << " against " << threshold;
  }
}

// Better never turns a pass into a failure, nor worse a failure into a pass.
TEST(RatioProperty, MonotoneRulesAreMonotone) {
  std::mt19937_64 random(12);
  for (const Direction direction : {Direction::higher, Direction::lower}) {
    const bool higher = direction == Direction::higher;
    World world;
    world.number("compare", higher ? test::at_least("50") : test::at_most("50"), direction);
    world.number("strict", higher ? test::more_than("50") : test::less_than("50"), direction);
    world.number("target", test::meets_target(), direction);
    world.number("stable", test::stable_or_improving(1, "0.5"), direction);
    world.number("change",
                 test::change(Reference::baseline, ChangeMeasure::percent,
                              higher ? Comparison::at_least : Comparison::at_most, higher ? "5" : "-5"),
                 direction);
    world.number("all", test::all_of_rules({test::meets_target(), test::stable_or_improving()}), direction);
    world.number("any", test::any_of_rules({test::meets_target(), test::stable_or_improving()}), direction);
    for (const Indicator& indicator : world.scheme.indicators) {
      world.target(indicator.id, "50");
      world.answer(indicator.id).history["2022"].value = "49.95";
      world.answer(indicator.id).baseline.value = "48";
    }
    for (int i = 0; i < 4'000; ++i) {
      const auto draw_figure = [&] { return static_cast<std::int64_t>(random() % 1'200) + 4'400; };
      std::int64_t better = draw_figure();
      std::int64_t worse = draw_figure();
      if ((better < worse) == higher) std::swap(better, worse);
      for (const Indicator& indicator : world.scheme.indicators) {
        const Result at_worse = world.judge(indicator.id, text_of(worse, 2));
        const Result at_better = world.judge(indicator.id, text_of(better, 2));
        ASSERT_FALSE(at_worse == Result::pass && at_better == Result::fail)
            << indicator.id << " " << worse << " " << better;
      }
    }
  }
}

// The order of answers and targets in memory is the order of ids and of the file: it must not matter.
TEST(RatioProperty, TheOrderOfTargetsChangesNothing) {
  World world;
  world.number("x", test::meets_target());
  world.answer("x").value = "50";
  world.target("y", "99");
  world.target("x", "51", {}, 2022);
  world.target("x", "50");
  const Result first = world.result("x");
  std::reverse(world.assessment.targets.begin(), world.assessment.targets.end());
  EXPECT_EQ(world.result("x"), first);
  EXPECT_EQ(first, Result::pass);
}

}  // namespace
}  // namespace luping
