#include "core/judge/evaluate.h"

#include <algorithm>
#include <array>

#include "core/judge/applicability.h"
#include "core/judge/gate.h"
#include "core/judge/rule_evaluator.h"
#include "core/text.h"

namespace luping {
namespace {

Outcome without_rule(Result result, Reason reason) {
  Outcome outcome;
  outcome.result = result;
  outcome.reason = reason;
  return outcome;
}

// Nothing the rule looks at was entered.
bool is_untouched(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                  const RuleSubjects& subjects, const Subject& value, const GivenFigures* given) {
  if (subjects.value && value.result != Result::notchecked) return false;
  return std::all_of(subjects.inputs.begin(), subjects.inputs.end(), [&](const std::string& input) {
    return input_subject(scheme, assessment, indicator, input, given).result == Result::notchecked;
  });
}

// What the rule says, before anyone sets another result.
Outcome computed_outcome(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                         const Evaluation* others, const GivenFigures* given) {
  const Applicability applicable = applicability(scheme, assessment, indicator);
  if (applicable.answer == Applicability::Answer::no)
    return without_rule(Result::notapplicable, Reason::excluded_by_scheme);
  if (is_in_force(declaration_of(assessment, indicator)))
    return without_rule(Result::notapplicable, Reason::declared_inapplicable);
  Outcome outcome;
  outcome.value = given != nullptr ? given->value : subject_of(scheme, assessment, indicator);
  if (applicable.answer == Applicability::Answer::unknown) {
    outcome.result = Result::unknown;
    outcome.reason = Reason::applicability_unknown;
    outcome.value.subject = applicable.attribute;
    return outcome;
  }
  if (indicator.rule.kind == RuleKind::informational) {
    outcome.result = Result::informational;
    outcome.reason = Reason::no_rule;
    return outcome;
  }
  if (given != nullptr && given->verdict) {
    outcome.result = *given->verdict;
    outcome.reason = Reason::comparison;
    return outcome;
  }
  const RuleSubjects subjects = subjects_of(indicator.rule);
  const bool value_decides = subjects.value && subjects.inputs.empty() && outcome.value.result != Result::pass;
  if (value_decides) {
    outcome.result = outcome.value.result;
    outcome.reason = outcome.value.reason;
    return outcome;
  }
  if (!subjects.inputs.empty() && is_untouched(scheme, assessment, indicator, subjects, outcome.value, given)) {
    outcome.result = Result::notchecked;
    outcome.reason = Reason::not_filled;
    return outcome;
  }
  outcome.trace = run_rule(scheme, assessment, indicator, outcome.value, others, given);
  outcome.result = outcome.trace.result;
  outcome.reason = outcome.trace.reason;
  return outcome;
}

bool lacks_evidence(const Assessment& assessment, const Indicator& indicator, const Outcome& outcome) {
  if (!indicator.evidence_required || outcome.result == Result::notapplicable || outcome.result == Result::notchecked)
    return false;
  const auto answer = assessment.answers.find(indicator.id);
  if (answer == assessment.answers.end()) return true;
  return std::none_of(answer->second.evidence.begin(), answer->second.evidence.end(), [](const Evidence& one) {
    return !is_blank(one.title) || !is_blank(one.document_number) || !is_blank(one.file_name);
  });
}

// The outcome as it counts: with what a person set beside what was computed.
Outcome finished(Outcome outcome, const Assessment& assessment, const Indicator& indicator) {
  outcome.computed = outcome.result;
  outcome.computed_reason = outcome.reason;
  const auto answer = assessment.answers.find(indicator.id);
  if (answer != assessment.answers.end()) {
    if (const std::optional<Result> by_hand = result_set_by_hand(answer->second)) {
      outcome.result = *by_hand;
      outcome.reason = Reason::set_by_hand;
    }
  }
  outcome.evidence_missing = lacks_evidence(assessment, indicator, outcome);
  return outcome;
}

Result result_of_measure(const Scheme& scheme, const Assessment& assessment, const Measure& measure) {
  const Applicability applicable = applicability(scheme, assessment, measure);
  if (applicable.answer == Applicability::Answer::no) return Result::notapplicable;
  const auto report = assessment.measures.find(measure.id);
  const bool reported = report != assessment.measures.end();
  if (reported && is_in_force(report->second.not_applicable)) return Result::notapplicable;
  if (applicable.answer == Applicability::Answer::unknown) return Result::unknown;
  if (!reported || report->second.state.empty()) return Result::notchecked;
  return report->second.state == "done" ? Result::pass : Result::fail;
}

}  // namespace

std::string_view token_of(Reason reason) {
  constexpr std::array kTokens = std::to_array<std::string_view>({"none",
                                                                  "comparison",
                                                                  "notFilled",
                                                                  "excludedByScheme",
                                                                  "declaredInapplicable",
                                                                  "noRule",
                                                                  "missingTarget",
                                                                  "targetDirection",
                                                                  "missingBaseline",
                                                                  "missingPastValue",
                                                                  "missingExternal",
                                                                  "missingThreshold",
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
                                                                  "badPastValue",
                                                                  "badExternal",
                                                                  "applicabilityUnknown",
                                                                  "setByHand"});
  static_assert(kTokens.size() == static_cast<std::size_t>(Reason::set_by_hand) + 1);
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
  return finished(computed_outcome(scheme, assessment, indicator, others, nullptr), assessment, indicator);
}

Outcome evaluate_given(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                       const Evaluation* others, const GivenFigures& given) {
  return finished(computed_outcome(scheme, assessment, indicator, others, &given), assessment, indicator);
}

void conclude(const Scheme& scheme, Evaluation& evaluation) {
  evaluation.counts = {};
  for (const Outcome& outcome : evaluation.indicators) ++evaluation.counts[static_cast<std::size_t>(outcome.result)];
  evaluation.gates.clear();
  std::vector<Result> required;
  for (const Gate& gate : scheme.gates) {
    evaluation.gates.push_back(judge_gate(scheme, gate, evaluation.indicators));
    if (gate.required) required.push_back(evaluation.gates.back().result);
  }
  evaluation.conclusion = required.empty() ? Result::informational : all_of(required);
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
      if (rests_on_others(indicator.rule) != summaries) continue;
      evaluation.indicators[i] = evaluate_indicator(scheme, assessment, indicator, &evaluation);
    }
  }
  conclude(scheme, evaluation);
  return evaluation;
}

}  // namespace luping
