// The gates of the conclusion.
#include <gtest/gtest.h>

#include <random>

#include "core/judge/evaluate.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum Result;
using test::World;

// An indicator that comes out as wanted.
void add(World& world, Result result, Obligation obligation = Obligation::must) {
  const std::string id = "i" + std::to_string(world.scheme.indicators.size());
  Indicator& indicator = world.number(id, test::at_least("5"), Direction::higher, obligation);
  if (result == unknown) indicator.rule = test::meets_target();
  if (result == informational) indicator.rule = Rule{};
  if (result == notapplicable) indicator.applies_when.regions = {"450881"};
  if (result == notchecked) return;
  world.answer(id).value = result == error ? "?" : result == fail ? "1" : "9";
}

Gate gate(GateKind kind, int count = 0, bool required = true) {
  Gate gate;
  gate.id = "gate";
  gate.title = "条件";
  gate.obligations = {Obligation::must};
  gate.kind = kind;
  gate.count = count;
  gate.required = required;
  return gate;
}

struct Judged {
  GateOutcome gate;
  Result conclusion;
};

Judged judge(const std::vector<Result>& results, const Gate& one) {
  World world;
  for (const Result result : results) add(world, result);
  world.scheme.gates = {one};
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  return {evaluation.gates[0], evaluation.conclusion};
}

TEST(Gates, AllPass) {
  const Gate all = gate(GateKind::all_pass);
  EXPECT_EQ(judge({pass, pass}, all).gate.result, pass);
  EXPECT_EQ(judge({pass, fail, error, unknown, notchecked}, all).gate.result, fail);
  EXPECT_EQ(judge({pass, error, unknown, notchecked}, all).gate.result, error);
  EXPECT_EQ(judge({pass, unknown, notchecked}, all).gate.result, unknown);
  EXPECT_EQ(judge({pass, notchecked}, all).gate.result, notchecked);
  EXPECT_EQ(judge({pass, notapplicable, informational}, all).gate.result, pass);
  EXPECT_EQ(judge({notapplicable, informational}, all).gate.result, notapplicable);
}

TEST(Gates, Tally) {
  const GateOutcome outcome =
      judge({pass, pass, fail, error, unknown, notchecked, notapplicable, informational}, gate(GateKind::all_pass))
          .gate;
  EXPECT_EQ(outcome.applicable, 6U);
  EXPECT_EQ(outcome.passed, 2U);
  EXPECT_EQ(outcome.failed, 1U);
  EXPECT_EQ(outcome.unresolved, 2U);
  EXPECT_EQ(outcome.unfilled, 1U);
}

TEST(Gates, OnlyTheObligationsNamed) {
  World world;
  add(world, pass, Obligation::must);
  add(world, fail, Obligation::strive);
  world.scheme.gates = {gate(GateKind::all_pass)};
  EXPECT_EQ(evaluate(world.scheme, world.assessment).conclusion, pass);
}

TEST(Gates, OneThatIsNotRequiredDoesNotDecide) {
  World world;
  add(world, pass, Obligation::must);
  add(world, fail, Obligation::strive);
  Gate strive = gate(GateKind::all_pass, 0, false);
  strive.obligations = {Obligation::strive};
  world.scheme.gates = {gate(GateKind::all_pass), strive};
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  EXPECT_EQ(evaluation.gates[1].result, fail);
  EXPECT_EQ(evaluation.conclusion, pass);
  world.scheme.gates = {strive};
  EXPECT_EQ(evaluate(world.scheme, world.assessment).conclusion, informational);
}

TEST(Gates, AtLeastSoMany) {
  const Gate two = gate(GateKind::at_least_pass, 2);
  EXPECT_EQ(judge({pass, pass, fail, error}, two).gate.result, pass);
  EXPECT_EQ(judge({pass, fail, fail}, two).gate.result, fail);
  EXPECT_EQ(judge({pass, fail, notchecked}, two).gate.result, notchecked);
  EXPECT_EQ(judge({pass, fail, unknown}, two).gate.result, unknown);
  EXPECT_EQ(judge({pass, error, unknown, notchecked}, two).gate.result, error);
  EXPECT_EQ(judge({pass, notapplicable}, two).gate.result, fail) << "too few are left to reach the number";
  EXPECT_EQ(judge({}, two).gate.result, fail);
  EXPECT_EQ(judge({fail}, gate(GateKind::at_least_pass, 0)).gate.result, pass);
}

// What a gate says now must still be possible: pass and fail are final whatever the open ones turn out to be.
TEST(Gates, AtLeastSoManyIsFinalOnlyWhenNothingCanChangeIt) {
  std::mt19937 random(5);
  constexpr Result kOpen[] = {unknown, error, notchecked};
  for (int round = 0; round < 500; ++round) {
    std::vector<Result> now;
    const auto count = static_cast<int>(random() % 4);
    for (std::size_t n = random() % 6; n > 0; --n) {
      const std::size_t kind = random() % 5;
      now.push_back(kind == 0 ? pass : kind == 1 ? fail : kOpen[kind - 2]);
    }
    const Gate some = gate(GateKind::at_least_pass, count);
    std::vector<Result> best = now;
    std::vector<Result> worst = now;
    for (Result& result : best) result = result == fail ? fail : pass;
    for (Result& result : worst) result = result == pass ? pass : fail;
    const Result result = judge(now, some).gate.result;
    const Result at_best = judge(best, some).gate.result;
    const Result at_worst = judge(worst, some).gate.result;
    ASSERT_EQ(result == pass, at_worst == pass);
    ASSERT_EQ(result == fail, at_best == fail);
  }
}

TEST(Gates, TheConclusionIsAllRequiredOnes) {
  World world;
  add(world, pass, Obligation::must);
  add(world, unknown, Obligation::should);
  Gate should = gate(GateKind::all_pass);
  should.obligations = {Obligation::should};
  world.scheme.gates = {gate(GateKind::all_pass), should};
  EXPECT_EQ(evaluate(world.scheme, world.assessment).conclusion, unknown);
  add(world, fail, Obligation::must);
  EXPECT_EQ(evaluate(world.scheme, world.assessment).conclusion, fail);
}

}  // namespace
}  // namespace luping
