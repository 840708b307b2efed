// Thresholds in words as they were applied: with the figures that computed ones came from, each with its source.
#include <algorithm>

#include "core/text.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

std::string year_name(const Telling& telling, int year) {
  if (year == 0) return telling.say("基期", "the baseline");
  return telling.say("{0} 年", "{0}", {std::to_string(year)});
}

std::string past_text(const Telling& telling, int year) {
  if (telling.answer == nullptr) return {};
  const auto past = telling.answer->history.find(std::to_string(year));
  return past == telling.answer->history.end() ? std::string() : past->second.value;
}

/// `2022 年 41.0%`, `2022: 41.0%`.
std::string past_figure(const Telling& telling, int year) {
  return telling.say(
      "{0} 年 {1}", "{0}: {1}",
      {std::to_string(year), telling.typed_figure(past_text(telling, year), telling.indicator.value.unit)});
}

std::string with_document(const Telling& telling, std::string figure, std::string_view document) {
  if (is_blank(document)) return figure;
  return std::move(figure) + std::string(telling.comma()) + std::string(document);
}

/// The figure behind a reference, with where it came from.
/// `limits`: what the figure is held against, so that rounding it for display does not put it on the other side.
std::string reference_figure(const Telling& telling, const ReferenceFigure& figure,
                             const std::vector<Rational>& limits) {
  const ReferenceValue& reference = figure.reference;
  const Indicator& indicator = telling.indicator;
  switch (reference.kind) {
    case ReferenceKind::baseline: {
      if (telling.answer == nullptr) break;
      const Baseline& baseline = telling.answer->baseline;
      const std::string text = telling.typed_figure(baseline.value, indicator.value.unit);
      if (is_blank(baseline.year)) return text;
      return telling.say("{0} 年 {1}", "{0}: {1}", {baseline.year, text});
    }
    case ReferenceKind::past_year:
      return past_figure(telling, figure.year);
    case ReferenceKind::mean_of_past: {
      std::vector<std::string> years;
      for (int back = 1; back <= reference.years; ++back)
        years.push_back(past_figure(telling, telling.assessment.year - back));
      const std::string mean = with_unit(luping::figure(figure.number, limits, telling.language), telling.label());
      return telling.say("{0}，平均{1}", "{0}; mean{1}",
                         {join(years, telling.zh ? "、" : ", "), after_word(mean, telling.language)});
    }
    case ReferenceKind::target: {
      const Target* assigned = assigned_target(telling.assessment, indicator.id);
      if (assigned != nullptr)
        return with_document(telling, telling.typed_figure(assigned->value, indicator.value.unit),
                             assigned->document_number);
      if (telling.answer == nullptr) break;
      return telling.say("手工填写，{0}", "entered by hand, {0}",
                         {telling.typed_figure(telling.answer->target.value, indicator.value.unit)});
    }
    case ReferenceKind::external: {
      const External* external = find_external(telling.scheme, reference.name);
      const ExternalValue* value = external_value(telling.assessment, reference.name);
      if (external == nullptr || value == nullptr) break;
      return with_document(telling, telling.typed_figure(value->value, external->unit), value->document_number);
    }
    case ReferenceKind::input: {
      const Input* input = find_input(indicator, reference.name);
      const std::string text = telling.typed_text(reference.name);
      if (input == nullptr || is_blank(text)) break;
      return telling.typed_figure(text, input->unit);
    }
  }
  return luping::figure(figure.number, limits, telling.language);
}

}  // namespace

bool is_about_threshold(Reason reason) {
  switch (reason) {
    case Reason::missing_threshold:
    case Reason::missing_external:
    case Reason::bad_external:
    case Reason::missing_target:
    case Reason::bad_target:
    case Reason::target_direction:
    case Reason::missing_baseline:
    case Reason::bad_baseline:
    case Reason::missing_past_value:
    case Reason::bad_past_value:
      return true;
    default:
      return false;
  }
}

std::string threshold_in_words(const Telling& telling, Comparison comparison, const Threshold& threshold,
                               const Trace& trace, std::string_view label) {
  if (threshold.formula.empty()) {
    const Decimal* figure = figure_for(threshold, telling.assessment.year);
    if (threshold.by_year.empty())
      return std::string(sign_of(comparison)) + " " + with_unit(threshold.value.to_string(), label);
    const auto later = threshold.by_year.upper_bound(telling.assessment.year);
    const auto& [year, first] = figure == nullptr ? *threshold.by_year.begin() : *std::prev(later);
    return from_year_in_words(year, comparison, first, label, telling.language);
  }
  std::vector<std::string> told;  // a reference's figure stands behind its first mention
  const auto name = [&](const ReferenceValue& reference) {
    std::string text = reference_name(telling.scheme, telling.indicator, reference, telling.language);
    const auto figure = std::find_if(trace.figures.begin(), trace.figures.end(),
                                     [&](const auto& one) { return one.reference.id == reference.id; });
    if (figure == trace.figures.end() || std::find(told.begin(), told.end(), reference.id) != told.end()) return text;
    told.push_back(reference.id);
    std::vector<Rational> limits;
    if (trace.actual) limits.push_back(*trace.actual);
    return text + bracketed(reference_figure(telling, *figure, limits), telling.language);
  };
  std::string text = computed_in_words(comparison, threshold, name, telling.language);
  if (!trace.required) return text;
  const bool as_it_is = single_reference(threshold) != nullptr && trace.figures.size() == 1 &&
                        trace.figures.front().number == *trace.required;
  if (as_it_is) return text;
  if (!text.ends_with("）")) text += ' ';
  return text + equals_figure(*trace.required, {*trace.actual}, label);
}

std::string threshold_problem_in_words(const Telling& telling, const Threshold& threshold, const Trace& trace) {
  const std::string year = year_name(telling, trace.year);
  switch (trace.reason) {
    case Reason::missing_threshold:
      return telling.say("{0} 年还没有规定要求（{1} 年起才有）", "nothing is required for {0} yet (only from {1})",
                         {std::to_string(telling.assessment.year),
                          threshold.by_year.empty() ? "" : std::to_string(threshold.by_year.begin()->first)});
    case Reason::missing_external:
    case Reason::bad_external: {
      const External* external = find_external(telling.scheme, trace.subject);
      const std::string name = external == nullptr ? trace.subject : external->name;
      if (trace.reason == Reason::missing_external) {
        return telling.say("“{0}”还没有下达（随目标文件下达，请打开下达的目标文件）",
                           "“{0}” has not been supplied yet; it comes with the target pack", {name});
      }
      return telling.say("下达的“{0}”有误（不是数字），请与下达单位核对",
                         "the “{0}” supplied is no possible figure; ask who supplied it", {name});
    }
    case Reason::missing_target:
      return telling.say("目标还没有下达（请打开下达的目标文件，或在“目标”中填写）",
                         "no target has been assigned yet; open the target pack or enter the target");
    case Reason::bad_target:
      return telling.say("目标值有误（不是数字，或超出可能的范围），请核对", "the target is no possible figure");
    case Reason::missing_baseline:
    case Reason::missing_past_value:
      return telling.say("{0}的数值还没有填写，无法比较", "the figure of {0} is missing", {year});
    case Reason::bad_baseline:
    case Reason::bad_past_value:
      return telling.say("{0}的数值有误（不是数字，或超出可能的范围），请核对",
                         "the figure of {0} is no possible figure", {year});
    case Reason::divide_by_zero:
    case Reason::zero_over_zero:
      return telling.say("要求的算式除数为 0，算不出要求", "the requirement cannot be computed: division by zero");
    default:
      return problem_in_words(telling, trace.reason, trace.subject);
  }
}

}  // namespace luping
