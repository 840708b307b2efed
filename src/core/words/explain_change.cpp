// Comparisons with other years in words: change against the baseline or last year, and series that must not get worse.
#include "core/judge/quantity.h"
#include "core/text.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

std::string past_name(const Telling& telling, int year) {
  if (year == 0) return telling.say("基期", "the baseline");
  return telling.say("{0} 年", "{0}", {std::to_string(year)});
}

std::string past_text(const Telling& telling, int year) {
  if (telling.answer == nullptr) return {};
  if (year == 0) return telling.answer->baseline.value;
  const auto past = telling.answer->history.find(std::to_string(year));
  return past == telling.answer->history.end() ? std::string() : past->second.value;
}

std::string past_figure(const Telling& telling, const Trace& trace) {
  if (trace.past_typed) return with_unit(trace.past_typed->to_string(), telling.label());
  const std::string text = past_text(telling, trace.year);
  if (read_quantity(telling.scheme, text, telling.indicator.value.unit).number == *trace.past)
    return telling.typed_figure(text, telling.indicator.value.unit);
  return with_unit(figure(*trace.past, {*trace.actual}, telling.language), telling.label());
}

std::string past_problem(const Telling& telling, const Trace& trace) {
  const std::string name = past_name(telling, trace.year);
  switch (trace.reason) {
    case Reason::missing_baseline:
    case Reason::missing_past_value:
      return telling.say("{0}的数值还没有填写，无法比较", "the figure of {0} is missing", {name});
    case Reason::zero_over_zero:
    case Reason::divide_by_zero:
      return telling.say("{0}的数值为 0，算不出变化率", "the figure of {0} is 0, so no rate can be computed", {name});
    default:
      return telling.say("{0}的数值有误（不是数字，或超出可能的范围），请核对",
                         "the figure of {0} is no possible figure", {name});
  }
}

bool is_ascii_end(const std::string& text) { return !text.empty() && static_cast<unsigned char>(text.back()) < 0x80; }

/// `，超出容差 0.5 个百分点`, `，在容差 2%（1.83 个百分点）以内`: how much worse still counts as stable.
std::string tolerance_in_words(const Telling& telling, const Rule& rule, const Trace& step, bool exceeded) {
  const std::string unit = difference_unit(telling.label(), telling.language);
  std::string amount = with_unit(rule.tolerance.to_string(), unit);
  if (rule.tolerance_measure == ChangeMeasure::percent) {
    const Rational worse = (*step.actual - *step.past).abs();
    const Rational allowed = (*step.required - *step.past).abs();
    amount = rule.tolerance.to_string() + "%" +
             bracketed(with_unit(figure(allowed, {worse}, telling.language), unit), telling.language);
  }
  return exceeded ? telling.say("，超出容差 {0}", ", beyond the tolerance of {0}", {amount})
                  : telling.say("，在容差 {0}以内", ", within the tolerance of {0}",
                                {telling.zh && is_ascii_end(amount) ? amount + " " : amount});
}

std::string step_in_words(const Telling& telling, const Rule& rule, const Trace& step) {
  if (!step.past || !step.actual) return past_problem(telling, step);
  const Rational difference = *step.actual - *step.past;
  std::string text =
      telling.say("{0} {1}，", "{0}: {1}, ", {past_name(telling, step.year), past_figure(telling, step)});
  const int later = step.later_year == 0 ? step.year + 1 : step.later_year;
  if (later != telling.assessment.year) text += telling.say("到 {0} 年", "to {0} ", {std::to_string(later)});
  if (difference.is_zero()) return text + telling.say("持平", "unchanged");
  const Rational allowed = (*step.required - *step.past).abs();
  const std::string far = after_word(with_unit(figure(difference.abs(), {Rational(), allowed}, telling.language),
                                               difference_unit(telling.label(), telling.language)),
                                     telling.language);
  text += difference.is_negative() ? telling.say("下降{0}", "down{0}", {far}) : telling.say("上升{0}", "up{0}", {far});
  const bool passes = step.result == Result::pass;
  const bool worse = difference.is_negative() == (step.comparison == Comparison::at_least);
  if (worse && !allowed.is_zero()) text += tolerance_in_words(telling, rule, step, !passes);
  return text + (passes ? telling.say("，没有变差", ", no worse") : telling.say("，变差了", ", worse"));
}

/// `（2021 年没有数值，跳过）` for the years between a step's ends.
std::string skipped_in_words(const Telling& telling, const Trace& step) {
  std::vector<std::string> years;
  for (int year = step.later_year - 1; step.later_year != 0 && year > step.year; --year)
    years.push_back(std::to_string(year));
  if (years.empty()) return {};
  return telling.say("（{0} 年没有数值，跳过）", " (no figure for {0}, passed over)",
                     {join(years, telling.zh ? "、" : ", ")});
}

}  // namespace

std::string change_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  const bool percent = rule.measure == ChangeMeasure::percent;
  const std::string unit = percent ? "%" : difference_unit(telling.label(), telling.language);
  const std::string reference = change_reference(rule, telling.language);
  const bool against_zero = rule.threshold.is_fixed() && Rational(rule.threshold.value).is_zero();
  std::string asked;
  if (against_zero && rule.comparison != Comparison::equals) {
    asked = joined_to(word_of(rule.comparison, telling.language), reference, telling.language);
  } else {
    asked = joined_to(telling.say("比{0}的变化", "change from {0}", {reference}),
                      threshold_in_words(telling, rule.comparison, rule.threshold, trace, unit), telling.language);
  }
  if (!trace.past) {
    // The year that was looked at may be fine and only the threshold be missing.
    const int year = rule.against == Reference::baseline ? 0 : telling.assessment.year - 1;
    const Quantity past = read_quantity(telling.scheme, past_text(telling, year), telling.indicator.value.unit);
    const bool past_is_good = past.ok() && !(percent && past.number.is_zero());
    if (!past_is_good || rule.threshold.is_fixed()) return past_problem(telling, trace);
    return telling.say("要求{0}，{1}", "required: {0}; {1}",
                       {asked, threshold_problem_in_words(telling, rule.threshold, trace)});
  }
  const Rational moved = trace.unrounded ? *trace.unrounded : *trace.actual;
  std::string words = telling.say("持平", "unchanged");
  std::string far = with_unit("0", unit);
  if (!moved.is_zero()) {
    std::vector<Rational> limits = {Rational(), trace.required->abs()};
    if (trace.unrounded && trace.required_typed) {
      const Rational half = Rational(Decimal{5, static_cast<std::uint8_t>(trace.required_typed->scale + 1)});
      limits = {Rational(), (*trace.actual - half).abs(), (*trace.actual + half).abs()};
    }
    far = with_unit(figure(moved.abs(), limits, telling.language), unit);
    const std::string by = after_word(far, telling.language);
    words = moved.is_negative() ? telling.say("减少{0}", "down{0}", {by}) : telling.say("增加{0}", "up{0}", {by});
  }
  const std::string rounding = rounding_in_words(telling, (moved.is_negative() ? "-" : "") + far, trace, unit);
  const std::string remark = against_zero ? std::string() : no_rounding_in_words(telling, trace);
  return telling.say("{0} {1}，{2}，{3}要求{4}{5}", "{0}: {1}, {2}; {3}required: {4}{5}",
                     {past_name(telling, trace.year), past_figure(telling, trace), words, rounding, asked, remark});
}

std::string series_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  if (trace.members.empty()) {
    if (rule.years == 1) return past_problem(telling, trace);
    return telling.say("前 {0} 年都没有数值，无法比较", "there is no figure for any of the {0} years before",
                       {std::to_string(rule.years)});
  }
  std::vector<std::string> steps;
  for (const Trace& step : trace.members) {
    std::string words = step_in_words(telling, rule, step);  // both steps beside a missing year name it
    if (rule.gaps == SeriesGaps::skip) words += skipped_in_words(telling, step);
    if (steps.empty() || steps.back() != words) steps.push_back(std::move(words));
  }
  return join(steps, telling.zh ? "；" : "; ");
}

}  // namespace luping
