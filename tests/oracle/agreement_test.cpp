// The core against the oracle on random worlds: no verdict, value, gate or conclusion may differ.
//
// LUPING_ORACLE_CASES: how many indicators (default 1,000,000). LUPING_ORACLE_SEED: another seed than the one of every day.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <string>

#include "core/judge/evaluate.h"
#include "oracle/judge.h"
#include "oracle/maker.h"
#include "oracle/reproduce.h"

namespace luping::oracle {
namespace {

constexpr int kShards = 8;  // run beside each other
constexpr int kIndicators = 50;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What differs; empty when nothing does.
std::string difference(const World& world, const Evaluation& core) {
  const Judgement oracle = judge(world.scheme, world.assessment);
  const auto words = [](const std::string& what, Result left, Result right) {
    return what + ": core " + std::string(token_of(left)) + ", oracle " + std::string(token_of(right));
  };
  for (std::size_t i = 0; i < core.indicators.size(); ++i) {
    const Outcome& left = core.indicators[i];
    const Verdict& right = oracle.indicators[i];
    const std::string& id = world.scheme.indicators[i].id;
    if (left.computed != right.computed) return words(id + " computed", left.computed, right.computed);
    if (left.result != right.result) return words(id, left.result, right.result);
    if (left.evidence_missing != right.evidence_missing) return id + ": evidence";
    // A value is reported where the indicator concerns the region at all.
    if (left.computed == Result::notapplicable || left.value.result != Result::pass || !left.value.number) continue;
    if (!right.value || !same(*left.value.number, *right.value)) return id + ": value";
  }
  for (std::size_t i = 0; i < core.measures.size(); ++i) {
    if (core.measures[i] != oracle.measures[i])
      return words("measure " + world.scheme.measures[i].id, core.measures[i], oracle.measures[i]);
  }
  for (std::size_t i = 0; i < core.gates.size(); ++i) {
    if (core.gates[i].result != oracle.gates[i])
      return words("gate " + world.scheme.gates[i].id, core.gates[i].result, oracle.gates[i]);
  }
  return core.conclusion == oracle.conclusion ? std::string() : words("conclusion", core.conclusion, oracle.conclusion);
}

std::string difference(const World& world) { return difference(world, evaluate(world.scheme, world.assessment)); }

class OracleAgreement : public testing::TestWithParam<int> {};

TEST_P(OracleAgreement, NoVerdictDiffers) {
  const std::uint64_t seed = setting("LUPING_ORACLE_SEED", 81702008);
  const std::uint64_t cases = setting("LUPING_ORACLE_CASES", 1'000'000) / kShards;
  std::printf("seed %llu, shard %d, %llu indicators\n", static_cast<unsigned long long>(seed), GetParam(),
              static_cast<unsigned long long>(cases));
  std::array<std::size_t, 7> seen{};
  int differences = 0;
  for (std::uint64_t done = 0, number = 0; done < cases; done += kIndicators, ++number) {
    // A seed a world: one that differs can be made again alone.
    Dice dice(seed + number * kShards + static_cast<std::uint64_t>(GetParam()));
    const World world = make_world(dice, kIndicators);
    const Evaluation core = evaluate(world.scheme, world.assessment);
    const std::string what = difference(world, core);
    for (const Outcome& one : core.indicators) ++seen[static_cast<std::size_t>(one.computed)];
    if (what.empty()) continue;
    const World small = shrink(world, [](const World& trial) { return !difference(trial).empty(); });
    ADD_FAILURE() << "world " << number << " of shard " << GetParam() << ": " << difference(small) << "\n"
                  << describe(small);
    if (++differences == 3) break;
  }
  // Cases that all end the same way would prove nothing.
  std::string counts;
  std::size_t all = 0;
  for (const Result result : kAllResults) {
    counts += std::string(token_of(result)) + " " + std::to_string(seen[static_cast<std::size_t>(result)]) + " ";
    all += seen[static_cast<std::size_t>(result)];
  }
  std::printf("%s\n", counts.c_str());
  constexpr std::size_t kEnough = 4'000;  // for shares to mean something
  if (differences == 0 && all >= kEnough) {
    EXPECT_GT(seen[static_cast<std::size_t>(Result::pass)] * 6, all) << counts;
    EXPECT_GT(seen[static_cast<std::size_t>(Result::fail)] * 6, all) << counts;
    for (const Result result : kAllResults)
      EXPECT_GT(seen[static_cast<std::size_t>(result)] * 100, all) << token_of(result);
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, OracleAgreement, testing::Range(0, kShards));

}  // namespace
}  // namespace luping::oracle
