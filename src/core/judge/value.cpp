// What an answer states: typed figures, formulas over inputs, status words, the state of a measure.
#include <algorithm>

#include "core/judge/evaluate.h"
#include "core/judge/quantity.h"
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

/// The number a text states, or why it states none.
Subject read_number(const Scheme& scheme, std::string_view text, std::string_view unit, bool integer,
                    const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum,
                    std::string_view input = {}) {
  const Quantity read = read_quantity(scheme, text, unit);
  if (read.problem == DecimalProblem::too_many_digits) return problem(Result::error, Reason::too_many_digits, input);
  if (!read.ok()) return problem(Result::error, Reason::not_a_number, input);
  if (integer && !read.number.is_integer()) return problem(Result::error, Reason::not_whole, input);
  if (!in_range(read.number, minimum, maximum)) return problem(Result::error, Reason::out_of_range, input);
  Subject value = problem(Result::pass, Reason::none);
  value.number = read.number;
  value.typed = read.typed;
  value.typed_unit = read.unit;
  return value;
}

const Answer& answer_of(const Assessment& assessment, const Indicator& indicator) {
  static const Answer kNoAnswer;
  const auto found = assessment.answers.find(indicator.id);
  return found == assessment.answers.end() ? kNoAnswer : found->second;
}

Subject from_input(const Scheme& scheme, const Input& input, const Answer& answer) {
  const auto typed = answer.inputs.find(input.id);
  if (typed == answer.inputs.end() || is_blank(typed->second))
    return problem(Result::notchecked, Reason::missing_input, input.id);
  return read_number(scheme, typed->second, input.unit, input.integer, input.minimum, input.maximum, input.id);
}

Subject from_inputs(const Scheme& scheme, const Indicator& indicator, const Answer& answer) {
  const ValueSpec& spec = indicator.value;
  std::map<std::string, Rational, std::less<>> numbers;
  bool any = false;
  for (const Input& input : spec.inputs) {
    const auto& named = spec.formula.inputs();
    if (std::find(named.begin(), named.end(), input.id) == named.end()) continue;  // a rule of its own looks at it
    const Subject read = from_input(scheme, input, answer);
    if (read.result == Result::notchecked) continue;
    any = true;
    if (!read.number) return read;
    numbers.emplace(input.id, *read.number);
  }
  if (!any) return problem(Result::notchecked, Reason::not_filled);
  return value_of_inputs(scheme, indicator, [&](std::string_view id) -> std::optional<Rational> {
    const auto found = numbers.find(id);
    return found == numbers.end() ? std::nullopt : std::optional<Rational>(found->second);
  });
}

Subject from_figure(const Scheme& scheme, const Indicator& indicator, const Answer& answer) {
  const ValueSpec& spec = indicator.value;
  if (is_blank(answer.value)) return problem(Result::notchecked, Reason::not_filled);
  return read_number(scheme, answer.value, spec.unit, spec.integer, spec.minimum, spec.maximum);
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

Subject value_of_inputs(const Scheme& scheme, const Indicator& indicator, const Formula::Lookup& inputs) {
  const ValueSpec& spec = indicator.value;
  const FormulaUnits units = formula_units(scheme, indicator);
  const Formula::Outcome outcome = spec.formula.evaluate([&](std::string_view id) -> std::optional<Rational> {
    const std::optional<Rational> number = inputs(id);
    return number ? std::optional<Rational>(*number * units.factor_of(id)) : std::nullopt;
  });
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

bool uses_inputs(const Indicator& indicator, const Answer& answer) {
  if (indicator.value.formula.empty() || answer.entry == "value") return false;
  if (answer.entry == "inputs") return true;
  const auto& named = indicator.value.formula.inputs();
  return std::any_of(answer.inputs.begin(), answer.inputs.end(), [&](const auto& input) {
    return !is_blank(input.second) && std::find(named.begin(), named.end(), input.first) != named.end();
  });
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
  const Answer& answer = answer_of(assessment, indicator);
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

Subject subject_of_input(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                         std::string_view input) {
  const Input* spec = find_input(indicator, input);
  if (spec == nullptr) return problem(Result::notchecked, Reason::missing_input, input);
  return from_input(scheme, *spec, answer_of(assessment, indicator));
}

}  // namespace luping
