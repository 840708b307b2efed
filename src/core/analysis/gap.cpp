#include "core/analysis/gap.h"

namespace luping {
namespace {

std::optional<Gap> leaf_gap(const Rule& rule, const Trace& trace) {
  if (!trace.actual || !trace.required) return std::nullopt;
  Gap gap;
  gap.of = rule.of;
  gap.comparison = trace.comparison;
  gap.actual = *trace.actual;
  gap.required = *trace.required;
  gap.past = trace.past;
  gap.year = trace.year;
  gap.later_year = trace.later_year;
  gap.of_change = rule.kind == RuleKind::change;
  gap.in_percent = gap.of_change && rule.measure == ChangeMeasure::percent;
  switch (trace.comparison) {
    case Comparison::at_least:
    case Comparison::more_than:
      gap.distance = gap.actual - gap.required;
      break;
    case Comparison::at_most:
    case Comparison::less_than:
      gap.distance = gap.required - gap.actual;
      break;
    case Comparison::equals:
      gap.distance = -(gap.actual - gap.required).abs();
      break;
  }
  gap.relative = gap.required.is_zero() ? gap.distance.abs() : gap.distance.abs() / gap.required.abs();
  return gap;
}

const Rule& rule_of_member(const Rule& rule, const Trace& trace, std::size_t index) {
  if (rule.kind == RuleKind::choose) return rule.rules[trace.chosen];
  return rule.rules.empty() ? rule
                            : rule.rules[index];  // the members of between and stable_or_improving share their rule
}

}  // namespace

std::optional<Gap> gap_of(const Rule& rule, const Trace& trace) {
  if (trace.members.empty()) return leaf_gap(rule, trace);
  std::optional<Gap> chosen;
  const bool farthest = rule.kind != RuleKind::any_of && trace.result == Result::fail;
  for (std::size_t i = 0; i < trace.members.size(); ++i) {
    const Trace& member = trace.members[i];
    if (member.result != trace.result) continue;
    std::optional<Gap> gap = gap_of(rule_of_member(rule, trace, i), member);
    if (!gap) continue;
    if (rule.kind == RuleKind::stable_or_improving) gap->earlier_step = i != 0;
    if (!chosen || (farthest ? gap->relative > chosen->relative : gap->relative < chosen->relative)) chosen = gap;
  }
  return chosen;
}

}  // namespace luping
