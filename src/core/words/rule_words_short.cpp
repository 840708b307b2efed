// What an assessment is held to, short enough for a table cell.
#include "core/judge/quantity.h"
#include "core/judge/rule_evaluator.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

class ShortWords {
 public:
  ShortWords(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, Language language)
      : scheme_(scheme),
        assessment_(assessment),
        indicator_(indicator),
        language_(language),
        zh_(language == Language::zh) {
    const auto found = assessment.answers.find(indicator.id);
    if (found != assessment.answers.end()) answer_ = &found->second;
  }

  std::string words(const Rule& rule) const {
    switch (rule.kind) {
      case RuleKind::compare:
        return named(rule, bound(rule.comparison, rule.threshold, rule.of, short_label(rule.of)));
      case RuleKind::between:
        return named(rule, between(rule));
      case RuleKind::meets_target:
        return named(rule, target(rule));
      case RuleKind::stable_or_improving:
        if (rule.tolerance.coefficient == 0 && rule.gaps == SeriesGaps::unknown) return named(rule, past(rule));
        break;
      case RuleKind::change:
        return named(rule, change(rule));
      case RuleKind::one_of:
        return join(rule.values, zh_ ? "、" : ", ");
      case RuleKind::summary:
        return zh_ ? "全部完成" : "all done";
      case RuleKind::informational:
        return "—";
      case RuleKind::all_of:
        return members(rule, zh_ ? " 且 " : " and ");
      case RuleKind::any_of:
        return members(rule, zh_ ? " 或 " : " or ");
      case RuleKind::choose:
        return choose(rule);
    }
    return rule_in_words(scheme_, indicator_, rule, short_label({}), language_);
  }

 private:
  // In a table the unit has a column of its own; a sign is short enough to repeat. An input's unit has no column.
  std::string_view short_label(std::string_view of) const {
    const std::string_view label = label_of_subject(scheme_, indicator_, of);
    return !of.empty() || label == "%" || label == "‰" ? label : std::string_view();
  }

  std::string named(const Rule& rule, std::string text) const {
    return rule.of.empty() ? text : joined_to(input_in_quotes(indicator_, rule.of), text, language_);
  }

  std::string between(const Rule& rule) const {
    const std::string_view label = short_label(rule.of);
    const Comparison low = rule.strict_minimum ? Comparison::more_than : Comparison::at_least;
    const Comparison high = rule.strict_maximum ? Comparison::less_than : Comparison::at_most;
    return joined_to(bound(low, rule.minimum, rule.of, label) + (zh_ ? " 且" : " and"),
                     bound(high, rule.maximum, rule.of, label), language_);
  }

  std::string members(const Rule& rule, std::string_view separator) const {
    std::vector<std::string> parts;
    for (const Rule& member : rule.rules) {
      const bool nested = member.kind == RuleKind::all_of || member.kind == RuleKind::any_of;
      std::string part = words(member);
      if (nested) part = zh_ ? "（" + part + "）" : "(" + part + ")";
      parts.push_back(std::move(part));
    }
    return join(parts, separator);
  }

  std::string choose(const Rule& rule) const {
    const std::optional<std::size_t> chosen = chosen_case(scheme_, assessment_, rule);
    if (!chosen) return rule_in_words(scheme_, indicator_, rule, short_label({}), language_);
    return words(rule.rules[*chosen]) + bracketed(case_in_words(rule, *chosen, language_), language_);
  }

  /// The figure in force, or what is missing for it.
  std::string bound(Comparison comparison, const Threshold& threshold, std::string_view of,
                    std::string_view label) const {
    if (!threshold.formula.empty()) return computed_bound(comparison, threshold, of, label);
    const Decimal* figure = figure_for(threshold, assessment_.year);
    if (figure == nullptr) return zh_ ? "本年没有规定" : "none set for this year";
    return std::string(sign_of(comparison)) + " " + with_unit(figure->to_string(), label);
  }

  std::string computed_bound(Comparison comparison, const Threshold& threshold, std::string_view of,
                             std::string_view label) const {
    // The threshold does not depend on what is compared with it, so any number finds it.
    Indicator alone = indicator_;
    alone.rule = {};
    alone.rule.kind = RuleKind::compare;
    alone.rule.of = of;
    alone.rule.comparison = comparison;
    alone.rule.threshold = threshold;
    Outcome outcome;
    outcome.value.result = Result::pass;
    outcome.value.number = Rational();
    GivenFigures given;
    for (const Input& input : indicator_.value.inputs) {
      given.inputs[input.id] =
          input.id == of ? outcome.value : subject_of_input(scheme_, assessment_, indicator_, input.id);
    }
    outcome.trace = run_rule(scheme_, assessment_, alone, outcome.value, nullptr, &given);
    const Trace& trace = outcome.trace;
    if (!trace.required) {
      outcome.result = outcome.computed = trace.result;
      outcome.reason = outcome.computed_reason = trace.reason;
      return obstacle_in_words(scheme_, alone, outcome, language_);
    }
    std::vector<std::string> names;
    for (const ReferenceFigure& one : trace.figures)
      names.push_back(reference_name(scheme_, indicator_, one.reference, language_));
    const ReferenceValue* only = single_reference(threshold);
    const bool as_typed =
        only != nullptr && trace.figures.front().typed && Rational(*trace.figures.front().typed) == *trace.required;
    const std::string required =
        as_typed ? trace.figures.front().typed->to_string() : figure(*trace.required, compared_with(of), language_);
    const std::string text = std::string(sign_of(comparison)) + " " + with_unit(required, label);
    if (names.empty()) return text;
    const std::string by = only != nullptr ? "" : zh_ ? "按" : "by ";
    return text + bracketed(by + join(names, zh_ ? "、" : ", "), language_);
  }

  std::string target(const Rule& rule) const {
    const Target* assigned = assigned_target(assessment_, indicator_.id, rule.of);
    std::string value;
    std::string direction;
    if (assigned != nullptr) {
      value = assigned->value;
      direction = assigned->direction;
    } else if (answer_ != nullptr && rule.of.empty()) {
      value = answer_->target.value;
      direction = answer_->target.direction;
    }
    if (is_blank(value)) return zh_ ? "目标未下达" : "no target yet";
    // The target's own direction where it states one: if it contradicts the indicator's, people must see it.
    const bool wants_lower =
        rule.of.empty() ? indicator_.value.direction == Direction::lower : rule.comparison == Comparison::at_most;
    const bool lower = direction.empty() ? wants_lower : direction == "atMost";
    return std::string(lower ? "≤ " : "≥ ") + as_typed(value, rule.of);
  }

  /// A figure of the value or an input as somebody typed it, which may have been with a unit behind it.
  std::string as_typed(const std::string& text, std::string_view of) const {
    const Input* input = of.empty() ? nullptr : find_input(indicator_, of);
    const Quantity read = read_quantity(scheme_, text, input == nullptr ? indicator_.value.unit : input->unit);
    if (!read.ok()) return text;
    return with_unit(read.typed.to_string(), read.unit.empty() ? short_label(of) : unit_label(scheme_, read.unit));
  }

  /// What is held against a threshold: rounded for display, it must not seem to be on the other side of that.
  std::vector<Rational> compared_with(std::string_view of) const {
    const Subject subject = of.empty() ? subject_of(scheme_, assessment_, indicator_)
                                       : subject_of_input(scheme_, assessment_, indicator_, of);
    return subject.number ? std::vector<Rational>{*subject.number} : std::vector<Rational>{};
  }

  std::string past(const Rule& rule) const {
    const bool baseline = rule.kind == RuleKind::change && rule.against == Reference::baseline;
    std::string value;
    if (answer_ != nullptr) {
      if (baseline) {
        value = answer_->baseline.value;
      } else if (const auto past = answer_->history.find(std::to_string(assessment_.year - 1));
                 past != answer_->history.end()) {
        value = past->second.value;
      }
    }
    const std::string reference = zh_ ? change_reference(rule, language_) : baseline ? "baseline" : "last year";
    if (is_blank(value)) return zh_ ? reference + "值未填" : reference + " missing";
    Comparison comparison = rule.kind == RuleKind::change ? rule.comparison : Comparison::at_least;
    if (rule.kind == RuleKind::stable_or_improving && indicator_.value.direction == Direction::lower)
      comparison = Comparison::at_most;
    return std::string(sign_of(comparison)) + " " + value + bracketed(reference, language_);
  }

  std::string change(const Rule& rule) const {
    if (rule.threshold.is_fixed() && rule.threshold.value.coefficient == 0) return past(rule);
    const std::string label =
        rule.measure == ChangeMeasure::percent ? "%" : difference_unit(short_label(rule.of), language_);
    const std::string reference = change_reference(rule, language_);
    return joined_to(zh_ ? "比" + reference + "的变化" : "change from " + reference,
                     bound(rule.comparison, rule.threshold, {}, label), language_);
  }

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  Language language_;
  bool zh_;
  const Answer* answer_ = nullptr;
};

}  // namespace

std::string requirement_in_short(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                 Language language) {
  return ShortWords(scheme, assessment, indicator, language).words(indicator.rule);
}

}  // namespace luping
