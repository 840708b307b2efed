#include "core/gap.h"

#include <algorithm>

namespace luping {
namespace {

std::optional<Gap> leaf_gap(const Rule& rule, const Trace& trace) {
  if (!trace.actual || !trace.required) return std::nullopt;
  Gap gap;
  gap.comparison = trace.comparison;
  gap.actual = *trace.actual;
  gap.required = *trace.required;
  gap.past = trace.past;
  gap.year = trace.year;
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
    const std::optional<Gap> gap = gap_of(rule_of_member(rule, trace, i), member);
    if (!gap) continue;
    if (!chosen || (farthest ? gap->relative > chosen->relative : gap->relative < chosen->relative)) chosen = gap;
  }
  return chosen;
}

namespace {

class LeverSearch {
 public:
  LeverSearch(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Input& lever,
              const Decimal& now)
      : scheme_(scheme),
        assessment_(assessment),
        indicator_(indicator),
        lever_(lever),
        now_(now),
        unit_(Decimal{1, lever.integer ? std::uint8_t{0} : now.scale}) {}

  // Along one direction results run fail … fail, pass … pass, error …; the first that is not `fail` is found by doubling
  // and halving, and counts only if it is a pass.
  std::optional<Rational> least(int sign) {
    constexpr int kDoublings = 50;
    Rational low = 0;
    Rational high = 1;
    int doublings = 0;
    while (judge(high, sign) == Result::fail) {
      if (++doublings > kDoublings) return std::nullopt;
      low = high;
      high = high * Rational(2);
    }
    while (high - low > Rational(1)) {
      const BigInteger sum = low.numerator() + high.numerator();
      const Rational middle = whole(BigInteger::divide(sum, BigInteger(2)).first);
      (judge(middle, sign) == Result::fail ? low : high) = middle;
    }
    if (judge(high, sign) != Result::pass) return std::nullopt;
    const Rational change = high * unit_;
    return sign < 0 ? -change : change;
  }

 private:
  static Rational whole(const BigInteger& number) { return Rational(parse_decimal(number.to_string()).value); }

  Result judge(const Rational& steps, int sign) {
    const Rational change = steps * unit_;
    const Rational moved = sign < 0 ? now_ - change : now_ + change;
    assessment_.answers[indicator_.id].inputs[lever_.id] = to_text(moved, 18, Rounding::half_even);
    return evaluate_indicator(scheme_, assessment_, indicator_, nullptr).result;
  }

  const Scheme& scheme_;
  Assessment assessment_;
  const Indicator& indicator_;
  const Input& lever_;
  Rational now_;
  Rational unit_;  // one step: a whole unit of a count, else one in the last digit typed
};

}  // namespace

std::optional<Lever> find_lever(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  const auto answer = assessment.answers.find(indicator.id);
  const auto& inputs = indicator.value.inputs;
  const auto lever = std::find_if(inputs.begin(), inputs.end(), [](const Input& input) { return input.lever; });
  if (answer == assessment.answers.end() || lever == inputs.end() || !uses_inputs(indicator, answer->second))
    return std::nullopt;
  if (evaluate_indicator(scheme, assessment, indicator, nullptr).result != Result::fail) return std::nullopt;
  const auto typed = answer->second.inputs.find(lever->id);
  if (typed == answer->second.inputs.end()) return std::nullopt;
  const DecimalParse now = parse_typed_number(typed->second, unit_label(scheme, lever->unit));
  if (now.problem != DecimalProblem::none) return std::nullopt;
  // Only this indicator's answer and the targets matter to the search.
  Assessment trial;
  trial.region = assessment.region;
  trial.year = assessment.year;
  trial.attributes = assessment.attributes;
  trial.targets = assessment.targets;
  trial.answers.emplace(indicator.id, answer->second);
  LeverSearch search(scheme, trial, indicator, *lever, now.value);
  for (const int sign : {1, -1}) {
    if (const std::optional<Rational> change = search.least(sign)) return Lever{lever->id, *change};
  }
  return std::nullopt;
}

}  // namespace luping
