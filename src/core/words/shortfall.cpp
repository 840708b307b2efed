// In a few words: by how much an indicator fails, what keeps it from being judged, and what would mend it.
#include "core/analysis/gap.h"
#include "core/judge/rule_evaluator.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

/// 比 2022 年低 2 个百分点.
std::string against_past(const Gap& gap, std::string_view difference_label, bool lower, Language language) {
  const bool zh = language == Language::zh;
  const std::string year = std::to_string(gap.year);
  std::string reference = gap.year == 0 ? (zh ? "基期" : "the baseline") : (zh ? " " + year + " 年" : year);
  const auto amount = [&](const Rational& distance, std::string_view label) {
    return with_unit(distance_figure(distance, language), label);
  };
  if (gap.comparison == Comparison::equals || (gap.of_change && !gap.required.is_zero())) {
    return format(zh ? "与{0}相比的变化差{1}" : "the change from {0} is short by{1}",
                  {reference, after_word(amount(gap.distance, difference_label), language)});
  }
  std::string text;
  if (gap.earlier_step) text = format(zh ? "{0} 年" : "{0}: ", {std::to_string(gap.later_year)});
  const Rational worse = gap.of_change ? gap.actual : gap.actual - *gap.past;
  const std::string far = amount(worse, gap.in_percent ? std::string_view("%") : difference_label);
  if (zh) {
    text += format(lower ? "比{0}高{1}" : "比{0}低{1}", {reference, after_word(far, language)});
  } else {
    text += format(lower ? "{1} above {0}" : "{1} below {0}", {reference, far});
  }
  if (!gap.of_change && gap.required != *gap.past) text += zh ? "，超出容差" : ", beyond the tolerance";
  return text;
}

struct Leaf {
  const Rule& rule;
  const Trace& trace;
};

// The leaf that keeps a rule from being decided.
Leaf deciding_leaf(const Rule& rule, const Trace& trace) {
  for (std::size_t i = 0; i < trace.members.size(); ++i) {
    const Trace& member = trace.members[i];
    if (member.result != trace.result) continue;
    if (rule.kind == RuleKind::choose) return deciding_leaf(rule.rules[trace.chosen], member);
    return rule.rules.empty() ? Leaf{rule, member} : deciding_leaf(rule.rules[i], member);
  }
  return {rule, trace};
}

std::string by_hand(Language language) { return language == Language::zh ? "人工认定" : "set by hand"; }

}  // namespace

std::string shortfall_in_words(const Scheme& scheme, const Indicator& indicator, const Outcome& outcome,
                               Language language) {
  if (outcome.result != Result::fail) return {};
  if (outcome.reason == Reason::set_by_hand && outcome.computed != Result::fail) return by_hand(language);
  if (indicator.rule.kind == RuleKind::summary) return summary_in_words(outcome.trace, language);
  const std::optional<Gap> gap = gap_of(indicator.rule, outcome.trace);
  const bool zh = language == Language::zh;
  if (!gap) return {};
  const auto named = [&](std::string text) {
    return gap->of.empty() ? text : joined_to(input_in_quotes(indicator, gap->of), text, language);
  };
  const bool lower = gap->comparison == Comparison::at_most || gap->comparison == Comparison::less_than;
  const std::string_view label = label_of_subject(scheme, indicator, gap->of);
  const std::string difference = gap->in_percent ? difference_unit("%", language) : difference_unit(label, language);
  if (gap->distance.is_zero()) {
    if (lower) return named(zh ? "恰好相等，须再低一些" : "equal, must be below");
    return named(zh ? "恰好相等，须再高一些" : "equal, must be above");
  }
  if (gap->past) return named(against_past(*gap, difference, lower, language));
  const std::string far = after_word(with_unit(distance_figure(gap->distance, language), difference), language);
  if (gap->comparison == Comparison::equals) return named((zh ? "相差" : "off by") + far);
  if (lower) return named((zh ? "超出" : "over by") + far);
  return named((zh ? "差" : "short by") + far);
}

std::string obstacle_in_words(const Scheme& scheme, const Indicator& indicator, const Outcome& outcome,
                              Language language) {
  if (outcome.result != Result::unknown && outcome.result != Result::error) return {};
  if (outcome.reason == Reason::set_by_hand && outcome.computed != outcome.result) return by_hand(language);
  const bool zh = language == Language::zh;
  const bool ruled = outcome.trace.result == outcome.result && outcome.trace.reason != Reason::none;
  const Leaf leaf = deciding_leaf(indicator.rule, outcome.trace);
  const Reason reason = ruled                                   ? leaf.trace.reason
                        : outcome.reason == Reason::set_by_hand ? outcome.computed_reason
                                                                : outcome.reason;
  const std::string& subject = ruled ? leaf.trace.subject : outcome.value.subject;
  const std::string year = std::to_string(leaf.trace.year);
  // Of an input it is said which; of the value it goes without saying.
  const bool of_input = ruled && find_input(indicator, subject) != nullptr;
  const auto about = [&](std::string_view chinese, std::string_view english) {
    return of_input ? joined_to(input_in_quotes(indicator, subject), zh ? chinese : english, language)
                    : std::string(zh ? chinese : english);
  };
  switch (reason) {
    case Reason::missing_target:
      return zh ? "目标未下达" : "no target yet";
    case Reason::target_direction:
      return zh ? "下达目标的方向不符" : "the target's direction contradicts";
    case Reason::bad_target:
      return zh ? "目标值有误" : "impossible target";
    case Reason::missing_baseline:
      return zh ? "缺基期值" : "no baseline";
    case Reason::bad_baseline:
      return zh ? "基期值有误" : "impossible baseline";
    case Reason::missing_past_value:
      return format(zh ? "缺 {0} 年数值" : "no figure of {0}", {year});
    case Reason::bad_past_value:
      return format(zh ? "{0} 年数值有误" : "impossible figure of {0}", {year});
    case Reason::missing_external:
    case Reason::bad_external: {
      const External* external = find_external(scheme, subject);
      const std::string& name = external == nullptr ? subject : external->name;
      if (reason == Reason::missing_external) return format(zh ? "“{0}”未下达" : "no “{0}” yet", {name});
      return format(zh ? "下达的“{0}”有误" : "impossible “{0}”", {name});
    }
    case Reason::missing_threshold:
      return format(zh ? "{0} 年没有规定要求" : "nothing required for {0}", {year});
    case Reason::missing_attribute:
    case Reason::applicability_unknown:
      return format(zh ? "缺地区属性“{0}”" : "no attribute {0}", {attribute_name(scheme, subject, language)});
    case Reason::missing_input:
      return format(zh ? "还缺{0}" : "{0} is missing", {input_in_quotes(indicator, subject)});
    case Reason::zero_over_zero:
    case Reason::divide_by_zero:
      if (ruled && outcome.value.result == Result::pass) {  // it is the rule's own division
        if (leaf.rule.kind != RuleKind::change) return zh ? "要求算不出（除数为 0）" : "requirement divides by zero";
        if (leaf.rule.threshold.is_fixed())
          return leaf.trace.year == 0 ? (zh ? "基期值为 0，算不出变化率" : "the baseline is 0")
                                      : format(zh ? "{0} 年数值为 0，算不出变化率" : "the figure of {0} is 0", {year});
      }
      if (reason == Reason::divide_by_zero) return zh ? "除数为 0" : "division by zero";
      return zh ? "没有可评的对象（0 ÷ 0）" : "nothing to assess (0 ÷ 0)";
    case Reason::not_a_number:
      return about("填的不是数字", "not a number");
    case Reason::too_many_digits:
      return about("位数太多", "too many digits");
    case Reason::not_whole:
      return about("应为整数", "not a whole number");
    case Reason::out_of_range:
      return about("超出可能的范围", "outside the possible range");
    case Reason::not_an_option:
      return zh ? "不在选项内" : "none of the options";
    default:
      return std::string(label_of(outcome.result, language));
  }
}

std::string lever_in_words(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                           Language language) {
  const std::optional<Lever> lever = find_lever(scheme, assessment, indicator);
  if (!lever) return {};
  const Input* input = find_input(indicator, lever->input);
  const std::string unit = difference_unit(unit_label(scheme, input->unit), language);
  const std::string amount = with_unit(to_text(lever->change.abs(), 18, Rounding::half_even), unit);
  const bool zh = language == Language::zh;
  const bool falls = lever->change.is_negative();
  // Where less than such a step can be moved, it suffices but is not the least.
  if (!input->integer) {
    if (falls) return format(zh ? "“{0}”再减少 {1}即可达标" : "“{0}” falling by {1} suffices", {input->name, amount});
    return format(zh ? "“{0}”再增加 {1}即可达标" : "“{0}” rising by {1} suffices", {input->name, amount});
  }
  if (falls) return format(zh ? "“{0}”还需减少 {1}" : "“{0}” must fall by {1}", {input->name, amount});
  return format(zh ? "“{0}”还需增加 {1}" : "“{0}” must rise by {1}", {input->name, amount});
}

}  // namespace luping
