// A better value never turns a pass into a fail, under any rule that asks for one direction only.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/judge/evaluate.h"
#include "oracle/maker.h"
#include "oracle/reproduce.h"

namespace luping::oracle {
namespace {

/// Whether the rule asks for more (or for less) of the value everywhere it looks at the value.
bool one_way(const Rule& rule, bool higher, Direction direction) {
  const bool up = rule.comparison == Comparison::at_least || rule.comparison == Comparison::more_than;
  const bool down = rule.comparison == Comparison::at_most || rule.comparison == Comparison::less_than;
  switch (rule.kind) {
    case RuleKind::compare:
    case RuleKind::change:
      return !rule.of.empty() || (higher ? up : down);
    case RuleKind::between:
      return !rule.of.empty();
    case RuleKind::meets_target:
    case RuleKind::stable_or_improving:
      return !rule.of.empty() || higher == (direction != Direction::lower);
    case RuleKind::all_of:
    case RuleKind::any_of:
    case RuleKind::choose:
      return std::all_of(rule.rules.begin(), rule.rules.end(),
                         [&](const Rule& member) { return one_way(member, higher, direction); });
    default:
      return true;
  }
}

TEST(Monotone, ABetterValueKeepsAPass) {
  Dice dice(20080716);
  int passes = 0;
  int moves = 0;
  for (int i = 0; i < 400; ++i) {
    World world = make_world(dice, 50);
    for (const Indicator& indicator : world.scheme.indicators) {
      if (indicator.value.kind != ValueKind::number) continue;
      Answer& answer = world.assessment.answers[indicator.id];
      answer.entry = "value";
      answer.manual = {};
      for (const bool higher : {true, false}) {
        if (!one_way(indicator.rule, higher, indicator.value.direction)) continue;
        const Reading now = read_typed(world.scheme, answer.value, indicator.value.unit);
        if (now.state != Reading::State::figure) continue;
        const std::string before = answer.value;
        const Result first = evaluate_indicator(world.scheme, world.assessment, indicator, nullptr).result;
        if (first != Result::pass) continue;
        ++passes;
        Number value = now.number;
        for (int step = 0; step < 4; ++step) {
          const Number by(Whole(dice.between(0, 300)), power_of_ten(static_cast<unsigned>(dice.below(5))));
          value += higher ? by : Number(-by);
          const std::optional<Decimal> better = as_decimal(value, 12);
          if (!better) break;
          answer.value = plain_text(*better);
          const Result then = evaluate_indicator(world.scheme, world.assessment, indicator, nullptr).result;
          ++moves;
          ASSERT_TRUE(then == Result::pass || then == Result::error)  // error: beyond what is possible
              << indicator.id << ": " << before << " passes, " << answer.value << " is " << token_of(then) << "\n"
              << describe({world.scheme, world.assessment});
        }
        answer.value = before;
      }
    }
  }
  EXPECT_GT(passes, 500);
  EXPECT_GT(moves, 2000);
}

}  // namespace
}  // namespace luping::oracle
