#include "core/judge/rule_evaluator.h"

#include <algorithm>
#include <array>

#include "core/judge/applicability.h"
#include "core/judge/quantity.h"
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
                const Evaluation* others, const GivenFigures* given)
      : scheme_(scheme), assessment_(assessment), indicator_(indicator), value_(value), others_(others), given_(given) {
    const auto found = assessment.answers.find(indicator.id);
    if (found != assessment.answers.end()) answer_ = &found->second;
  }

  Trace run(const Rule& rule) const {
    switch (rule.kind) {
      case RuleKind::informational:
        return undecided(Result::informational, Reason::no_rule);
      case RuleKind::compare:
      case RuleKind::between:
      case RuleKind::one_of:
      case RuleKind::meets_target:
      case RuleKind::change:
      case RuleKind::stable_or_improving:
        return leaf(rule);
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
  Trace leaf(const Rule& rule) const {
    const Subject subject = rule.of.empty() ? value_ : input_subject(scheme_, assessment_, indicator_, rule.of, given_);
    Trace trace = subject.result == Result::pass ? judged(rule, subject) : undecided(subject.result, subject.reason);
    if (subject.result != Result::pass) trace.subject = subject.subject;
    trace.of = rule.of;
    if (!rule.of.empty() && subject.typed_unit.empty()) trace.actual_typed = subject.typed;
    return trace;
  }

  Trace judged(const Rule& rule, const Subject& subject) const {
    if (rule.kind == RuleKind::one_of) {
      const bool listed = std::find(rule.values.begin(), rule.values.end(), subject.word) != rule.values.end();
      return undecided(listed ? Result::pass : Result::fail, Reason::comparison);
    }
    // A scheme is checked before use, so a numeric rule on a status value cannot get here; if it did, this is the honest answer.
    if (!subject.number) return undecided(Result::error, Reason::not_a_number);
    switch (rule.kind) {
      case RuleKind::compare:
        return against(*subject.number, rule.comparison, rule.threshold, rule.of);
      case RuleKind::between:
        return between(rule, *subject.number);
      case RuleKind::meets_target:
        return meets_target(rule, *subject.number);
      case RuleKind::change:
        return change(rule, *subject.number);
      default:
        return stable_or_improving(rule, *subject.number);
    }
  }

  /// A figure other than the value: of another year, a target, from outside.
  struct Figure {
    std::optional<Rational> number;
    bool blank = true;
    std::optional<Decimal> typed;  ///< in the indicator's unit
  };

  // It is held to the same limits as the value itself.
  Figure read(std::string_view text, std::string_view unit, const std::optional<Decimal>& minimum,
              const std::optional<Decimal>& maximum) const {
    if (is_blank(text)) return {};
    const Quantity read = read_quantity(scheme_, text, unit);
    if (!read.ok() || (minimum && read.number < Rational(*minimum)) || (maximum && read.number > Rational(*maximum)))
      return {std::nullopt, false, std::nullopt};
    return {read.number, false, read.unit.empty() ? std::optional(read.typed) : std::nullopt};
  }
  Figure read(std::string_view text) const {
    const ValueSpec& spec = indicator_.value;
    return read(text, spec.unit, spec.minimum, spec.maximum);
  }

  Figure past_value(int year) const {
    if (answer_ == nullptr) return {};
    const auto found = answer_->history.find(std::to_string(year));
    return found == answer_->history.end() ? Figure{} : read(found->second.value);
  }
  Figure baseline() const { return answer_ == nullptr ? Figure{} : read(answer_->baseline.value); }

  struct TargetFigure {
    Figure figure;
    std::string_view direction;
    bool by_hand = false;
  };
  TargetFigure target(std::string_view of) const {
    TargetFigure target;
    const Input* input = of.empty() ? nullptr : find_input(indicator_, of);
    std::string_view text;
    if (const Target* assigned = assigned_target(assessment_, indicator_.id, of)) {
      text = assigned->value;
      target.direction = assigned->direction;
    } else if (answer_ != nullptr && of.empty()) {
      text = answer_->target.value;
      target.direction = answer_->target.direction;
      target.by_hand = true;
    }
    target.figure = input == nullptr ? read(text) : read(text, input->unit, input->minimum, input->maximum);
    return target;
  }

  /// A threshold as a number, or the trace that says why there is none.
  struct Limit {
    std::optional<Rational> number;
    std::optional<Decimal> typed;
    std::vector<ReferenceFigure> figures;
    Trace lacking;
  };

  Limit limit_of(const Threshold& threshold, std::string_view of) const {
    Limit limit;
    if (!threshold.formula.empty()) return computed_limit(threshold, of);
    if (const Decimal* figure = figure_for(threshold, assessment_.year)) {
      limit.number = Rational(*figure);
      limit.typed = *figure;
    } else {
      limit.lacking = undecided(Result::unknown, Reason::missing_threshold);
      limit.lacking.year = assessment_.year;
    }
    return limit;
  }

  Limit computed_limit(const Threshold& threshold, std::string_view of) const {
    Limit limit;
    for (const ReferenceValue& reference : threshold.references) {
      Trace lacking;
      std::optional<ReferenceFigure> figure = reference_figure(reference, lacking);
      if (figure) {
        limit.figures.push_back(*std::move(figure));
      } else if (comes_before(lacking, limit.lacking)) {
        limit.lacking = std::move(lacking);
      }
    }
    if (limit.figures.size() != threshold.references.size()) return limit;
    const FormulaUnits units = threshold_units(threshold, of);
    const Formula::Outcome outcome = threshold.formula.evaluate([&](std::string_view id) -> std::optional<Rational> {
      for (const ReferenceFigure& figure : limit.figures) {
        if (figure.reference.id == id) return figure.number * units.factor_of(id);
      }
      return std::nullopt;
    });
    switch (outcome.failure) {
      case Formula::Failure::none:
        limit.number = outcome.value;
        break;
      case Formula::Failure::divide_by_zero:
        limit.lacking = undecided(Result::error, Reason::divide_by_zero);
        break;
      case Formula::Failure::zero_over_zero:
      case Formula::Failure::missing_input:
        limit.lacking = undecided(Result::unknown, Reason::zero_over_zero);
        break;
    }
    return limit;
  }

  // Of several figures that are not there, one that is impossible says why before one that is missing, in whatever order they
  // are named.
  static bool comes_before(const Trace& lacking, const Trace& found) {
    return found.reason == Reason::none || (lacking.result == Result::error && found.result != Result::error);
  }

  // As in the formula of a value: figures of the quantity compared are brought to its unit.
  FormulaUnits threshold_units(const Threshold& threshold, std::string_view of) const {
    const auto unit_of_input = [&](std::string_view id) {
      const Input* input = id.empty() ? nullptr : find_input(indicator_, id);
      return input == nullptr ? indicator_.value.unit : input->unit;
    };
    std::vector<std::pair<std::string, std::string>> figures;
    for (const std::string& name : threshold.formula.inputs()) {
      const auto& references = threshold.references;
      const auto found =
          std::find_if(references.begin(), references.end(), [&](const auto& one) { return one.id == name; });
      if (found == references.end()) continue;
      std::string unit = indicator_.value.unit;
      if (found->kind == ReferenceKind::input) unit = unit_of_input(found->name);
      if (found->kind == ReferenceKind::external) {
        const External* external = find_external(scheme_, found->name);
        unit = external == nullptr ? std::string() : external->unit;
      }
      figures.emplace_back(name, std::move(unit));
    }
    return common_units(scheme_, unit_of_input(of), figures);
  }

  // Sets `lacking` when there is none.
  std::optional<ReferenceFigure> reference_figure(const ReferenceValue& reference, Trace& lacking) const {
    const auto one = [&](const Figure& figure, Reason missing, Reason bad, int year) -> std::optional<ReferenceFigure> {
      if (figure.number) return ReferenceFigure{reference, year, *figure.number, figure.typed};
      lacking = undecided(figure.blank ? Result::unknown : Result::error, figure.blank ? missing : bad);
      lacking.subject = reference.name;
      lacking.year = year;
      return std::nullopt;
    };
    switch (reference.kind) {
      case ReferenceKind::baseline:
        return one(baseline(), Reason::missing_baseline, Reason::bad_baseline, 0);
      case ReferenceKind::past_year: {
        const int year = assessment_.year - reference.years;
        return one(past_value(year), Reason::missing_past_value, Reason::bad_past_value, year);
      }
      case ReferenceKind::mean_of_past:
        return mean_of_past(reference, lacking);
      case ReferenceKind::target:
        return one(target({}).figure, Reason::missing_target, Reason::bad_target, 0);
      case ReferenceKind::external: {
        const ExternalValue* value = external_value(assessment_, reference.name);
        const External* external = find_external(scheme_, reference.name);
        const Figure figure =
            value == nullptr ? Figure{}
                             : read(value->value, external == nullptr ? std::string_view() : external->unit, {}, {});
        return one(figure, Reason::missing_external, Reason::bad_external, 0);
      }
      case ReferenceKind::input: {
        const Subject input = input_subject(scheme_, assessment_, indicator_, reference.name, given_);
        if (input.number) return ReferenceFigure{reference, 0, *input.number, input.typed};
        lacking = undecided(input.result == Result::notchecked ? Result::unknown : input.result, input.reason);
        lacking.subject = reference.name;
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  std::optional<ReferenceFigure> mean_of_past(const ReferenceValue& reference, Trace& lacking) const {
    Rational sum;
    for (int back = 1; back <= reference.years; ++back) {
      const int year = assessment_.year - back;
      const Figure figure = past_value(year);
      if (figure.number) {
        sum = sum + *figure.number;
        continue;
      }
      Trace none = undecided(figure.blank ? Result::unknown : Result::error,
                             figure.blank ? Reason::missing_past_value : Reason::bad_past_value);
      none.year = year;
      if (comes_before(none, lacking)) lacking = std::move(none);
    }
    if (lacking.reason != Reason::none) return std::nullopt;
    return ReferenceFigure{reference, 0, sum / Rational(reference.years), std::nullopt};
  }

  // 修约值比较法 rounds to the digits of a threshold that somebody wrote down; a computed one has none to round to.
  Trace against(const Rational& actual, Comparison comparison, const Limit& limit) const {
    if (!limit.number) return limit.lacking;
    Rational held = actual;
    if (limit.typed && method_of(scheme_, indicator_) == ComparisonMethod::rounded)
      held = round_to(actual, limit.typed->scale, Rounding::half_even);
    Trace trace = compared(held, comparison, *limit.number);
    if (held != actual) trace.unrounded = actual;
    trace.required_typed = limit.typed;
    trace.figures = limit.figures;
    return trace;
  }
  Trace against(const Rational& actual, Comparison comparison, const Threshold& threshold, std::string_view of) const {
    return against(actual, comparison, limit_of(threshold, of));
  }

  Trace between(const Rule& rule, const Rational& number) const {
    const Trace low =
        against(number, rule.strict_minimum ? Comparison::more_than : Comparison::at_least, rule.minimum, rule.of);
    const Trace high =
        against(number, rule.strict_maximum ? Comparison::less_than : Comparison::at_most, rule.maximum, rule.of);
    Trace whole;
    whole.members = {low, high};
    return combined(std::move(whole), all_of(std::array{low.result, high.result}));
  }

  Trace meets_target(const Rule& rule, const Rational& number) const {
    const TargetFigure target = this->target(rule.of);
    if (target.figure.blank) return undecided(Result::unknown, Reason::missing_target);
    if (!target.figure.number) return undecided(Result::error, Reason::bad_target);
    // An input has no direction of its own: the rule's comparison says which.
    const Direction asked = rule.comparison == Comparison::at_most ? Direction::lower : Direction::higher;
    const Direction wanted = rule.of.empty() ? indicator_.value.direction : asked;
    const bool contradicts = (target.direction == "atLeast" && wanted == Direction::lower) ||
                             (target.direction == "atMost" && wanted == Direction::higher);
    if (contradicts) return undecided(Result::unknown, Reason::target_direction);
    const bool lower = wanted == Direction::lower || (wanted == Direction::none && target.direction == "atMost");
    Limit limit;
    limit.number = target.figure.number;
    limit.typed = target.figure.typed;
    Trace trace = against(number, lower ? Comparison::at_most : Comparison::at_least, limit);
    trace.typed_target = target.by_hand;
    return trace;
  }

  Trace change(const Rule& rule, const Rational& number) const {
    const bool from_baseline = rule.against == Reference::baseline;
    const int year = assessment_.year - 1;
    const Figure past = from_baseline ? baseline() : past_value(year);
    Trace trace;
    trace.year = from_baseline ? 0 : year;
    if (!past.number) {
      trace.result = past.blank ? Result::unknown : Result::error;
      if (from_baseline) trace.reason = past.blank ? Reason::missing_baseline : Reason::bad_baseline;
      if (!from_baseline) trace.reason = past.blank ? Reason::missing_past_value : Reason::bad_past_value;
      return trace;
    }
    Rational difference = number - *past.number;
    if (rule.measure == ChangeMeasure::percent) {
      if (past.number->is_zero()) {
        const bool nothing = difference.is_zero();
        Trace failed = undecided(nothing ? Result::unknown : Result::error,
                                 nothing ? Reason::zero_over_zero : Reason::divide_by_zero);
        failed.year = trace.year;
        return failed;
      }
      difference = Rational(100) * difference / past.number->abs();
    }
    const int reference_year = trace.year;
    trace = against(difference, rule.comparison, rule.threshold, {});
    if (!trace.required) return trace;  // no threshold
    trace.year = reference_year;
    trace.past = past.number;
    trace.past_typed = past.typed;
    return trace;
  }

  // One member a step, newest first, so that a missing year in between is seen and a worse step still decides.
  Trace stable_or_improving(const Rule& rule, const Rational& number) const {
    Trace whole;
    std::vector<Result> results;
    Figure later{number, false, {}};
    int later_year = assessment_.year;
    for (int back = 1; back <= rule.years; ++back) {
      const int year = assessment_.year - back;
      const Figure earlier = past_value(year);
      if (rule.gaps == SeriesGaps::skip && earlier.blank) continue;
      Trace step;
      if (!earlier.number || !later.number) {
        const Figure& lacking = earlier.number ? later : earlier;
        step = undecided(lacking.blank ? Result::unknown : Result::error,
                         lacking.blank ? Reason::missing_past_value : Reason::bad_past_value);
        step.year = earlier.number ? later_year : year;
      } else {
        const Rational tolerance = rule.tolerance_measure == ChangeMeasure::absolute
                                       ? Rational(rule.tolerance)
                                       : Rational(rule.tolerance) * earlier.number->abs() / Rational(100);
        const bool lower = indicator_.value.direction == Direction::lower;
        step = lower ? compared(*later.number, Comparison::at_most, *earlier.number + tolerance)
                     : compared(*later.number, Comparison::at_least, *earlier.number - tolerance);
        step.year = year;
        step.past = earlier.number;
        step.past_typed = earlier.typed;
      }
      step.later_year = later_year;
      results.push_back(step.result);
      whole.members.push_back(std::move(step));
      later = earlier;
      later_year = year;
    }
    if (whole.members.empty()) {  // every year of the span is a gap
      Trace nothing = undecided(Result::unknown, Reason::missing_past_value);
      nothing.year = assessment_.year - 1;
      return nothing;
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
    const std::optional<std::size_t> chosen = chosen_case(scheme_, assessment_, rule);
    if (!chosen) {
      Trace trace = undecided(Result::unknown, Reason::missing_attribute);
      trace.subject = rule.attribute;
      return trace;
    }
    Trace whole;
    whole.members.push_back(run(rule.rules[*chosen]));
    whole.chosen = *chosen;
    const Result result = whole.members.front().result;
    return combined(std::move(whole), result);
  }

  Trace summary(const Rule& rule) const {
    std::vector<Result> results;
    for (std::size_t i = 0; others_ != nullptr && i < scheme_.indicators.size(); ++i) {
      const Indicator& other = scheme_.indicators[i];
      const bool counts =
          std::find(rule.obligations.begin(), rule.obligations.end(), other.obligation) != rule.obligations.end();
      if (counts && !rests_on_others(other.rule)) results.push_back(others_->indicators[i].result);
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
  const GivenFigures* given_;
  const Answer* answer_ = nullptr;
};

}  // namespace

Trace run_rule(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Subject& value,
               const Evaluation* others, const GivenFigures* given) {
  return RuleEvaluator(scheme, assessment, indicator, value, others, given).run(indicator.rule);
}

Subject input_subject(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                      std::string_view input, const GivenFigures* given) {
  if (given == nullptr) return subject_of_input(scheme, assessment, indicator, input);
  const auto found = given->inputs.find(input);
  if (found != given->inputs.end()) return found->second;
  Subject none;
  none.reason = Reason::missing_input;
  none.subject = input;
  return none;
}

std::optional<std::size_t> chosen_case(const Scheme& scheme, const Assessment& assessment, const Rule& rule) {
  const std::string attribute = attribute_of(scheme, assessment, rule.attribute);
  for (std::size_t i = 0; i < rule.cases.size(); ++i) {
    if (std::find(rule.cases[i].begin(), rule.cases[i].end(), attribute) != rule.cases[i].end()) return i;
  }
  // An attribute nobody gave is not "any other value": the case is not known.
  if (rule.has_otherwise && !attribute.empty()) return rule.rules.size() - 1;
  return std::nullopt;
}

bool rests_on_others(const Rule& rule) {
  return rule.kind == RuleKind::summary || std::any_of(rule.rules.begin(), rule.rules.end(), rests_on_others);
}

RuleSubjects subjects_of(const Rule& rule) {
  RuleSubjects subjects;
  const auto add = [&](const std::string& input) {
    if (std::find(subjects.inputs.begin(), subjects.inputs.end(), input) == subjects.inputs.end())
      subjects.inputs.push_back(input);
  };
  switch (rule.kind) {
    case RuleKind::informational:
    case RuleKind::summary:
      break;
    case RuleKind::all_of:
    case RuleKind::any_of:
    case RuleKind::choose:
      for (const Rule& member : rule.rules) {
        const RuleSubjects inner = subjects_of(member);
        subjects.value = subjects.value || inner.value;
        for (const std::string& input : inner.inputs) add(input);
      }
      break;
    default:
      if (rule.of.empty()) {
        subjects.value = true;
      } else {
        add(rule.of);
      }
      break;
  }
  return subjects;
}

}  // namespace luping
