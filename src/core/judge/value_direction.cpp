#include "core/judge/value_direction.h"

namespace luping {
namespace {

struct Wanted {
  bool higher = false;
  bool lower = false;
};

void collect(const Rule& rule, Wanted& wanted) {
  for (const Rule& member : rule.rules) collect(member, wanted);
  if (!rule.of.empty()) return;
  switch (rule.kind) {
    case RuleKind::compare:
    case RuleKind::change:
      wanted.higher = wanted.higher || rule.comparison == Comparison::at_least ||
                      rule.comparison == Comparison::more_than || rule.comparison == Comparison::equals;
      wanted.lower = wanted.lower || rule.comparison == Comparison::at_most ||
                     rule.comparison == Comparison::less_than || rule.comparison == Comparison::equals;
      break;
    case RuleKind::between:
      wanted.higher = wanted.lower = true;
      break;
    default:
      break;
  }
}

}  // namespace

Direction direction_of(const Indicator& indicator) {
  if (indicator.value.direction != Direction::none) return indicator.value.direction;
  Wanted wanted;
  collect(indicator.rule, wanted);
  if (wanted.higher == wanted.lower) return Direction::none;
  return wanted.higher ? Direction::higher : Direction::lower;
}

}  // namespace luping
