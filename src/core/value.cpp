// What an answer states: typed figures, formulas over inputs, status words, the state of a measure.
#include <algorithm>

#include "core/evaluate.h"
#include "core/text.h"

namespace luping {
namespace {

Subject problem(Result result, Reason reason, std::string_view subject = {}) {
  Subject value;
  value.result = result;
  value.reason = reason;
  value.subject = subject;
  return value;
}

bool in_range(const Rational& number, const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) {
  return !(minimum && number < Rational(*minimum)) && !(maximum && number > Rational(*maximum));
}

/// The number a text states, checked like a value of the indicator. `reason` is none when `number` is set.
struct NumberRead {
  std::optional<Decimal> number;
  Reason reason = Reason::none;
};

NumberRead read_number(std::string_view text, std::string_view label, bool integer,
                       const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) {
  const DecimalParse parsed = parse_typed_number(text, label);
  if (parsed.problem == DecimalProblem::too_many_digits) return {std::nullopt, Reason::too_many_digits};
  if (parsed.problem != DecimalProblem::none) return {std::nullopt, Reason::not_a_number};
  const Rational number(parsed.value);
  if (integer && !number.is_integer()) return {std::nullopt, Reason::not_whole};
  if (!in_range(number, minimum, maximum)) return {std::nullopt, Reason::out_of_range};
  return {parsed.value, Reason::none};
}

Subject from_inputs(const Scheme& scheme, const Indicator& indicator, const Answer& answer) {
  const ValueSpec& spec = indicator.value;
  std::map<std::string, Rational, std::less<>> numbers;
  bool any = false;
  for (const Input& input : spec.inputs) {
    const auto typed = answer.inputs.find(input.id);
    if (typed == answer.inputs.end() || is_blank(typed->second)) continue;
    any = true;
    const NumberRead read =
        read_number(typed->second, unit_label(scheme, input.unit), input.integer, input.minimum, input.maximum);
    if (!read.number) return problem(Result::error, read.reason, input.id);
    numbers.emplace(input.id, Rational(*read.number));
  }
  if (!any) return problem(Result::notchecked, Reason::not_filled);
  const auto lookup = [&](std::string_view id) -> std::optional<Rational> {
    const auto found = numbers.find(id);
    return found == numbers.end() ? std::nullopt : std::optional<Rational>(found->second);
  };
  const Formula::Outcome outcome = spec.formula.evaluate(lookup);
  switch (outcome.failure) {
    case Formula::Failure::missing_input:
      return problem(Result::unknown, Reason::missing_input, outcome.input);
    case Formula::Failure::zero_over_zero:
      return problem(Result::unknown, Reason::zero_over_zero);
    case Formula::Failure::divide_by_zero:
      return problem(Result::error, Reason::divide_by_zero);
    case Formula::Failure::none:
      break;
  }
  Subject value = problem(Result::pass, Reason::none);
  value.number = outcome.value;
  value.computed = true;
  if (!in_range(outcome.value, spec.minimum, spec.maximum)) {
    value.result = Result::error;
    value.reason = Reason::out_of_range;
  }
  return value;
}

Subject from_figure(const Scheme& scheme, const Indicator& indicator, const Answer& answer) {
  const ValueSpec& spec = indicator.value;
  if (is_blank(answer.value)) return problem(Result::notchecked, Reason::not_filled);
  const NumberRead read =
      read_number(answer.value, unit_label(scheme, spec.unit), spec.integer, spec.minimum, spec.maximum);
  if (!read.number) return problem(Result::error, read.reason);
  Subject value = problem(Result::pass, Reason::none);
  value.number = Rational(*read.number);
  value.typed = read.number;
  return value;
}

Subject from_word(const Indicator& indicator, std::string_view word) {
  if (is_blank(word)) return problem(Result::notchecked, Reason::not_filled);
  const auto& options = indicator.value.options;
  const bool known =
      indicator.value.kind == ValueKind::measure || std::find(options.begin(), options.end(), word) != options.end();
  Subject value = known ? problem(Result::pass, Reason::none) : problem(Result::error, Reason::not_an_option);
  value.word = word;
  return value;
}

}  // namespace

bool uses_inputs(const Indicator& indicator, const Answer& answer) {
  if (indicator.value.formula.empty() || answer.entry == "value") return false;
  if (answer.entry == "inputs") return true;
  return std::any_of(answer.inputs.begin(), answer.inputs.end(),
                     [](const auto& input) { return !is_blank(input.second); });
}

std::string_view measure_state_word(std::string_view state) {
  if (state == "notStarted") return "未开始";
  if (state == "inProgress") return "进行中";
  if (state == "done") return "完成";
  return {};
}

Subject subject_of(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  if (indicator.value.kind == ValueKind::measure) {
    const auto report = assessment.measures.find(indicator.value.measure);
    return from_word(
        indicator, report == assessment.measures.end() ? std::string_view() : measure_state_word(report->second.state));
  }
  static const Answer kNoAnswer;
  const auto found = assessment.answers.find(indicator.id);
  const Answer& answer = found == assessment.answers.end() ? kNoAnswer : found->second;
  switch (indicator.value.kind) {
    case ValueKind::number:
      return uses_inputs(indicator, answer) ? from_inputs(scheme, indicator, answer)
                                            : from_figure(scheme, indicator, answer);
    case ValueKind::status:
      return from_word(indicator, answer.value);
    case ValueKind::measure:
    case ValueKind::none:
      break;
  }
  return problem(Result::notchecked, Reason::not_filled);
}

}  // namespace luping
