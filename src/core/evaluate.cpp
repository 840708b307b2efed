#include "core/evaluate.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace luping {
namespace {

Trace undecided(Result result, Reason reason) {
  Trace trace;
  trace.result = result;
  trace.reason = reason;
  return trace;
}

Trace compared(const Rational& actual, Comparison comparison, const Rational& required) {
  Trace trace = undecided(compare(actual, comparison, required) ? Result::pass : Result::fail, Reason::comparison);
  trace.actual = actual;
  trace.required = required;
  trace.comparison = comparison;
  return trace;
}

Trace compared_as_typed(const Rational& actual, Comparison comparison, const Decimal& required) {
  Trace trace = compared(actual, comparison, required);
  trace.required_typed = required;
  return trace;
}

// The result of a trace's members, with the reason of the first one that decided it.
Trace combined(Trace whole, Result result) {
  whole.result = result;
  whole.reason = Reason::comparison;
  for (const Trace& member : whole.members) {
    if (member.result != result) continue;
    whole.reason = member.reason;
    break;
  }
  return whole;
}

class RuleEvaluator {
 public:
  RuleEvaluator(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Subject& value,
                const Evaluation* others)
      : scheme_(scheme), assessment_(assessment), indicator_(indicator), value_(value), others_(others) {
    const auto found = assessment.answers.find(indicator.id);
    if (found != assessment.answers.end()) answer_ = &found->second;
  }

  Trace run(const Rule& rule) const {
    switch (rule.kind) {
      case RuleKind::informational:
        return undecided(Result::informational, Reason::no_rule);
      case RuleKind::compare:
        return number() ? compared_as_typed(*number(), rule.comparison, rule.threshold) : no_number();
      case RuleKind::between:
        return between(rule);
      case RuleKind::one_of: {
        const bool listed = std::find(rule.values.begin(), rule.values.end(), value_.word) != rule.values.end();
        return undecided(listed ? Result::pass : Result::fail, Reason::comparison);
      }
      case RuleKind::meets_target:
        return meets_target();
      case RuleKind::change:
        return change(rule);
      case RuleKind::stable_or_improving:
        return stable_or_improving(rule);
      case RuleKind::all_of:
      case RuleKind::any_of:
        return composite(rule);
      case RuleKind::choose:
        return choose(rule);
      case RuleKind::summary:
        return summary(rule);
    }
    return undecided(Result::error, Reason::none);
  }

 private:
  const std::optional<Rational>& number() const { return value_.number; }
  // A scheme is checked before use, so a numeric rule on a status value cannot get here; if it did, this is the honest answer.
  static Trace no_number() { return undecided(Result::error, Reason::not_a_number); }

  struct Past {
    std::optional<Rational> value;
    bool blank = true;
    std::optional<Decimal> typed;
  };

  // A figure of another year or a target is held to the same limits as the value itself.
  Past read(std::string_view text) const {
    if (is_blank(text)) return {};
    const DecimalParse parsed = parse_typed_number(text, unit_label(scheme_, indicator_.value.unit));
    if (parsed.problem != DecimalProblem::none) return {std::nullopt, false, std::nullopt};
    const Rational figure(parsed.value);
    const ValueSpec& spec = indicator_.value;
    if ((spec.minimum && figure < Rational(*spec.minimum)) || (spec.maximum && figure > Rational(*spec.maximum))) {
      return {std::nullopt, false, std::nullopt};
    }
    return {figure, false, parsed.value};
  }

  Past past_value(int year) const {
    if (answer_ == nullptr) return {};
    const auto found = answer_->history.find(std::to_string(year));
    return found == answer_->history.end() ? Past{} : read(found->second.value);
  }

  Trace between(const Rule& rule) const {
    if (!number()) return no_number();
    const Trace low =
        compared_as_typed(*number(), rule.strict_minimum ? Comparison::more_than : Comparison::at_least, rule.minimum);
    const Trace high =
        compared_as_typed(*number(), rule.strict_maximum ? Comparison::less_than : Comparison::at_most, rule.maximum);
    Trace whole;
    whole.members = {low, high};
    return combined(std::move(whole), all_of(std::array{low.result, high.result}));
  }

  Trace meets_target() const {
    if (!number()) return no_number();
    const Target* assigned = assigned_target(assessment_, indicator_.id);
    std::string_view text;
    std::string_view direction;
    bool typed = false;
    if (assigned != nullptr) {
      text = assigned->value;
      direction = assigned->direction;
    } else if (answer_ != nullptr) {
      text = answer_->target.value;
      direction = answer_->target.direction;
      typed = true;
    }
    const Past target = read(text);
    if (target.blank) return undecided(Result::unknown, Reason::missing_target);
    if (!target.value) return undecided(Result::error, Reason::bad_target);
    const Direction wanted = indicator_.value.direction;
    const bool contradicts = (direction == "atLeast" && wanted == Direction::lower) ||
                             (direction == "atMost" && wanted == Direction::higher);
    if (contradicts) return undecided(Result::unknown, Reason::target_direction);
    const bool lower = wanted == Direction::lower || (wanted == Direction::none && direction == "atMost");
    Trace trace = compared(*number(), lower ? Comparison::at_most : Comparison::at_least, *target.value);
    trace.typed_target = typed;
    trace.required_typed = target.typed;
    return trace;
  }

  Trace change(const Rule& rule) const {
    if (!number()) return no_number();
    const bool from_baseline = rule.against == Reference::baseline;
    const int year = assessment_.year - 1;
    const Past past =
        from_baseline ? read(answer_ == nullptr ? std::string_view() : answer_->baseline.value) : past_value(year);
    Trace trace;
    trace.year = from_baseline ? 0 : year;
    if (!past.value) {
      trace.result = past.blank ? Result::unknown : Result::error;
      if (from_baseline) trace.reason = past.blank ? Reason::missing_baseline : Reason::bad_baseline;
      if (!from_baseline) trace.reason = past.blank ? Reason::missing_past_value : Reason::bad_past_value;
      return trace;
    }
    Rational difference = *number() - *past.value;
    if (rule.measure == ChangeMeasure::percent) {
      if (past.value->is_zero()) {
        const bool nothing = difference.is_zero();
        Trace failed = undecided(nothing ? Result::unknown : Result::error,
                                 nothing ? Reason::zero_over_zero : Reason::divide_by_zero);
        failed.year = trace.year;
        return failed;
      }
      difference = Rational(100) * difference / past.value->abs();
    }
    const int reference_year = trace.year;
    trace = compared(difference, rule.comparison, rule.threshold);
    trace.year = reference_year;
    trace.past = past.value;
    trace.past_typed = past.typed;
    return trace;
  }

  // One member a step, newest first, so that a missing year in between is seen and a worse step still decides.
  Trace stable_or_improving(const Rule& rule) const {
    if (!number()) return no_number();
    Trace whole;
    std::vector<Result> results;
    Past later{number(), false, {}};
    for (int back = 1; back <= rule.years; ++back) {
      const int year = assessment_.year - back;
      const Past earlier = past_value(year);
      Trace step;
      if (!earlier.value || !later.value) {
        const Past& lacking = earlier.value ? later : earlier;
        step = undecided(lacking.blank ? Result::unknown : Result::error,
                         lacking.blank ? Reason::missing_past_value : Reason::bad_past_value);
        step.year = earlier.value ? year + 1 : year;
      } else {
        const bool lower = indicator_.value.direction == Direction::lower;
        step = lower ? compared(*later.value, Comparison::at_most, *earlier.value + rule.tolerance)
                     : compared(*later.value, Comparison::at_least, *earlier.value - rule.tolerance);
        step.year = year;
        step.past = earlier.value;
        step.past_typed = earlier.typed;
      }
      results.push_back(step.result);
      whole.members.push_back(std::move(step));
      later = earlier;
    }
    return combined(std::move(whole), all_of(results));
  }

  Trace composite(const Rule& rule) const {
    Trace whole;
    std::vector<Result> results;
    for (const Rule& member : rule.rules) {
      whole.members.push_back(run(member));
      results.push_back(whole.members.back().result);
    }
    return combined(std::move(whole), rule.kind == RuleKind::all_of ? all_of(results) : any_of(results));
  }

  Trace choose(const Rule& rule) const {
    std::string_view attribute;
    const auto own = assessment_.attributes.find(rule.attribute);
    if (own != assessment_.attributes.end()) {
      attribute = own->second;
    } else if (const Region* region = find_region(scheme_, assessment_.region)) {
      const auto given = region->attributes.find(rule.attribute);
      if (given != region->attributes.end()) attribute = given->second;
    }
    std::size_t chosen = rule.rules.size();
    for (std::size_t i = 0; i < rule.cases.size(); ++i) {
      if (std::find(rule.cases[i].begin(), rule.cases[i].end(), attribute) != rule.cases[i].end()) {
        chosen = i;
        break;
      }
    }
    // An attribute nobody gave is not "any other value": the case is not known.
    if (chosen == rule.rules.size() && rule.has_otherwise && !attribute.empty()) chosen = rule.rules.size() - 1;
    if (chosen == rule.rules.size()) {
      Trace trace = undecided(Result::unknown, Reason::missing_attribute);
      trace.subject = rule.attribute;
      return trace;
    }
    Trace whole;
    whole.members.push_back(run(rule.rules[chosen]));
    whole.chosen = chosen;
    const Result result = whole.members.front().result;
    return combined(std::move(whole), result);
  }

  Trace summary(const Rule& rule) const {
    std::vector<Result> results;
    for (std::size_t i = 0; others_ != nullptr && i < scheme_.indicators.size(); ++i) {
      const Indicator& other = scheme_.indicators[i];
      const bool counts =
          std::find(rule.obligations.begin(), rule.obligations.end(), other.obligation) != rule.obligations.end();
      if (counts && other.rule.kind != RuleKind::summary) results.push_back(others_->indicators[i].result);
    }
    const auto is_open = [](Result result) {
      return result != Result::pass && result != Result::notapplicable && result != Result::informational;
    };
    const auto open_indicators = std::count_if(results.begin(), results.end(), is_open);
    if (rule.measures && others_ != nullptr)
      results.insert(results.end(), others_->measures.begin(), others_->measures.end());
    Trace trace = undecided(all_of(results), Reason::comparison);
    trace.open_indicators = static_cast<std::size_t>(open_indicators);
    trace.open_measures =
        static_cast<std::size_t>(std::count_if(results.begin(), results.end(), is_open) - open_indicators);
    return trace;
  }

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  const Subject& value_;
  const Evaluation* others_;
  const Answer* answer_ = nullptr;
};

Outcome without_rule(Result result, Reason reason) {
  Outcome outcome;
  outcome.result = result;
  outcome.reason = reason;
  return outcome;
}

GateOutcome evaluate_gate(const Scheme& scheme, const Gate& gate, const std::vector<Outcome>& indicators) {
  GateOutcome outcome;
  std::vector<Result> results;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Obligation obligation = scheme.indicators[i].obligation;
    if (std::find(gate.obligations.begin(), gate.obligations.end(), obligation) == gate.obligations.end()) continue;
    const Result result = indicators[i].result;
    if (result == Result::notapplicable || result == Result::informational) continue;
    results.push_back(result);
    ++outcome.applicable;
    if (result == Result::pass) ++outcome.passed;
    if (result == Result::fail) ++outcome.failed;
    if (result == Result::unknown || result == Result::error) ++outcome.unresolved;
    if (result == Result::notchecked) ++outcome.unfilled;
  }
  outcome.result = all_of(results);
  if (gate.kind == GateKind::at_least_pass && gate.count >= 0) {
    const auto needed = static_cast<std::size_t>(gate.count);
    if (outcome.passed >= needed) {
      outcome.result = Result::pass;
    } else if (outcome.passed + outcome.unresolved + outcome.unfilled < needed) {
      outcome.result = Result::fail;
    } else {
      std::erase(results, Result::fail);  // enough of the rest may still pass: what keeps them open decides
      outcome.result = all_of(results);
    }
  }
  return outcome;
}

Result result_of_measure(const Scheme& scheme, const Assessment& assessment, const Measure& measure) {
  if (!applies(scheme, measure, assessment.region)) return Result::notapplicable;
  const auto report = assessment.measures.find(measure.id);
  if (report == assessment.measures.end()) return Result::notchecked;
  if (is_in_force(report->second.not_applicable)) return Result::notapplicable;
  if (report->second.state.empty()) return Result::notchecked;
  return report->second.state == "done" ? Result::pass : Result::fail;
}

}  // namespace

std::string_view token_of(Reason reason) {
  constexpr std::array<std::string_view, 22> kTokens = {"none",
                                                        "comparison",
                                                        "notFilled",
                                                        "excludedByScheme",
                                                        "declaredInapplicable",
                                                        "noRule",
                                                        "missingTarget",
                                                        "targetDirection",
                                                        "missingBaseline",
                                                        "missingPastValue",
                                                        "missingAttribute",
                                                        "missingInput",
                                                        "zeroOverZero",
                                                        "divideByZero",
                                                        "notANumber",
                                                        "tooManyDigits",
                                                        "notWhole",
                                                        "outOfRange",
                                                        "notAnOption",
                                                        "badTarget",
                                                        "badBaseline",
                                                        "badPastValue"};
  static_assert(kTokens.size() == static_cast<std::size_t>(Reason::bad_past_value) + 1);
  return kTokens[static_cast<std::size_t>(reason)];
}

bool compare(const Rational& left, Comparison comparison, const Rational& right) {
  switch (comparison) {
    case Comparison::at_least:
      return left >= right;
    case Comparison::more_than:
      return left > right;
    case Comparison::at_most:
      return left <= right;
    case Comparison::less_than:
      return left < right;
    case Comparison::equals:
      return left == right;
  }
  return false;
}

const NotApplicable& declaration_of(const Assessment& assessment, const Indicator& indicator) {
  static const NotApplicable kNone;
  if (indicator.value.kind == ValueKind::measure) {
    const auto report = assessment.measures.find(indicator.value.measure);
    return report == assessment.measures.end() ? kNone : report->second.not_applicable;
  }
  const auto answer = assessment.answers.find(indicator.id);
  return answer == assessment.answers.end() ? kNone : answer->second.not_applicable;
}

Outcome evaluate_indicator(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                           const Evaluation* others) {
  if (!applies(scheme, indicator, assessment.region))
    return without_rule(Result::notapplicable, Reason::excluded_by_scheme);
  if (is_in_force(declaration_of(assessment, indicator)))
    return without_rule(Result::notapplicable, Reason::declared_inapplicable);
  Outcome outcome;
  outcome.value = subject_of(scheme, assessment, indicator);
  if (indicator.rule.kind == RuleKind::informational) {
    outcome.result = Result::informational;
    outcome.reason = Reason::no_rule;
    return outcome;
  }
  if (indicator.rule.kind != RuleKind::summary && outcome.value.result != Result::pass) {
    outcome.result = outcome.value.result;
    outcome.reason = outcome.value.reason;
    return outcome;
  }
  outcome.trace = RuleEvaluator(scheme, assessment, indicator, outcome.value, others).run(indicator.rule);
  outcome.result = outcome.trace.result;
  outcome.reason = outcome.trace.reason;
  return outcome;
}

Evaluation evaluate(const Scheme& scheme, const Assessment& assessment) {
  Evaluation evaluation;
  for (const Measure& measure : scheme.measures)
    evaluation.measures.push_back(result_of_measure(scheme, assessment, measure));
  evaluation.indicators.resize(scheme.indicators.size());
  // Summaries rest on the others, so they come last.
  for (const bool summaries : {false, true}) {
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      const Indicator& indicator = scheme.indicators[i];
      if ((indicator.rule.kind == RuleKind::summary) != summaries) continue;
      evaluation.indicators[i] = evaluate_indicator(scheme, assessment, indicator, &evaluation);
    }
  }
  for (const Outcome& outcome : evaluation.indicators) ++evaluation.counts[static_cast<std::size_t>(outcome.result)];
  std::vector<Result> required;
  for (const Gate& gate : scheme.gates) {
    evaluation.gates.push_back(evaluate_gate(scheme, gate, evaluation.indicators));
    if (gate.required) required.push_back(evaluation.gates.back().result);
  }
  if (!required.empty()) evaluation.conclusion = all_of(required);
  return evaluation;
}

}  // namespace luping
