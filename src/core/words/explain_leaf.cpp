// One comparison in words: the requirement with its clause, the rounding where it mattered, and the distance.
#include "core/analysis/gap.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

std::string distance_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  Rule alone = rule;
  alone.rules.clear();
  Trace leaf = trace;
  leaf.members.clear();
  const Gap gap = *gap_of(alone, leaf);
  const bool short_of = trace.result == Result::fail;
  if (gap.distance.is_zero()) {
    return short_of ? telling.say("恰好相等，不算达到", "exactly equal does not suffice")
                    : telling.say("恰好达到", "exactly there");
  }
  const std::string far = after_word(with_unit(distance_figure(gap.distance, telling.language),
                                               difference_unit(telling.label(rule.of), telling.language)),
                                     telling.language);
  if (trace.comparison == Comparison::equals) return telling.say("相差{0}", "off by{0}", {far});
  const bool lower = trace.comparison == Comparison::at_most || trace.comparison == Comparison::less_than;
  if (short_of) return lower ? telling.say("超出{0}", "over by{0}", {far}) : telling.say("差{0}", "short by{0}", {far});
  return lower ? telling.say("低于限值{0}", "below the limit by{0}", {far})
               : telling.say("高出{0}", "beyond by{0}", {far});
}

std::string required(const Telling& telling, std::string_view what) {
  return joined_to(telling.say("要求", "required"), what, telling.language);
}

std::string compare_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  const std::string_view label = telling.label(rule.of);
  const std::string asked =
      required(telling, threshold_in_words(telling, rule.comparison, rule.threshold, trace, label)) + telling.quoted() +
      std::string(telling.comma());
  if (!trace.required) return asked + threshold_problem_in_words(telling, rule.threshold, trace);
  return rounding_in_words(telling, compared_figure(telling, rule, trace), trace, label) + asked +
         distance_in_words(telling, rule, trace) + no_rounding_in_words(telling, trace);
}

std::string between_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  const std::string_view label = telling.label(rule.of);
  const Trace& low = trace.members[0];
  const Trace& high = trace.members[1];
  const std::string minimum = threshold_in_words(
      telling, rule.strict_minimum ? Comparison::more_than : Comparison::at_least, rule.minimum, low, label);
  const std::string maximum = threshold_in_words(
      telling, rule.strict_maximum ? Comparison::less_than : Comparison::at_most, rule.maximum, high, label);
  const std::string asked =
      required(telling, joined_to(minimum + telling.say(" 且", " and"), maximum, telling.language)) + telling.quoted() +
      std::string(telling.comma());
  for (const Trace* end : {&low, &high}) {
    if (end->result == trace.result && !end->required)
      return asked + threshold_problem_in_words(telling, end == &low ? rule.minimum : rule.maximum, *end);
    if (end->result != Result::fail) continue;
    return rounding_in_words(telling, compared_figure(telling, rule, *end), *end, label) + asked +
           distance_in_words(telling, rule, *end) + no_rounding_in_words(telling, *end);
  }
  std::string rounding;
  for (const Trace* end : {&low, &high}) {
    std::string words = rounding_in_words(telling, compared_figure(telling, rule, *end), *end, label);
    if (words != rounding) rounding += words;
  }
  const std::string remark = no_rounding_in_words(telling, low);
  return rounding + asked + telling.say("在范围内", "within the range") +
         (remark.empty() ? no_rounding_in_words(telling, high) : remark);
}

std::string target_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  const bool plan = rule.source == TargetSource::plan;
  switch (trace.reason) {
    case Reason::missing_target:
      if (!rule.of.empty())
        return telling.say("上级目标还没有下达（随目标文件下达，请打开下达的目标文件）",
                           "no target has been assigned yet; open the target pack");
      return plan ? telling.say("年度计划目标还没有填写（请在“目标”中填写）", "the year's plan figure is missing")
                  : telling.say("上级目标还没有下达（请打开下达的目标文件，或在“目标”中填写）",
                                "no target has been assigned yet; open the target pack or enter the target");
    case Reason::target_direction:
      return telling.say("下达目标的方向与本指标相反（请与下达单位核对）",
                         "the target's direction contradicts the indicator");
    case Reason::bad_target:
      return telling.say("目标值有误（不是数字，或超出可能的范围），请核对", "the target is no possible figure");
    default:
      break;
  }
  const Target* assigned = assigned_target(telling.assessment, telling.indicator.id, rule.of);
  std::string source = plan ? telling.say("年度计划目标", "planned") : telling.say("上级下达目标", "assigned target");
  if (trace.typed_target) {
    source += telling.say("（手工填写）", " (entered by hand)");
  } else if (assigned != nullptr && !assigned->document_number.empty()) {
    source += bracketed(assigned->document_number, telling.language);
  }
  if (!source.ends_with("）")) source += ' ';
  const std::string_view label = telling.label(rule.of);
  const std::string figure = trace.required_typed
                                 ? with_unit(trace.required_typed->to_string(), label)
                                 : with_unit(luping::figure(*trace.required, {*trace.actual}, telling.language), label);
  return rounding_in_words(telling, compared_figure(telling, rule, trace), trace, label) + source +
         std::string(sign_of(trace.comparison)) + " " + figure + std::string(telling.comma()) +
         distance_in_words(telling, rule, trace) + no_rounding_in_words(telling, trace);
}

std::string one_of_in_words(const Telling& telling, const Rule& rule) {
  std::string text = forbids_an_event(rule) ? telling.say("要求未发生", "required: must not occur")
                                            : telling.say("要求为“{0}”", "required “{0}”",
                                                          {join(rule.values, telling.zh ? "”或“" : "” or “")});
  return telling.indicator.value.kind == ValueKind::measure ? text : text + telling.quoted();
}

/// Nothing was compared because what the rule is about has no figure.
bool lacks_its_subject(const Telling& telling, const Rule& rule, const Trace& trace) {
  if (trace.result == Result::pass || trace.result == Result::fail || !trace.members.empty()) return false;
  if (rule.kind == RuleKind::informational) return false;
  if (trace.reason == Reason::not_filled) return true;
  if (rule.of.empty()) return telling.outcome.value.result != Result::pass;
  return !trace.subject.empty() && trace.subject == rule.of && !is_about_threshold(trace.reason);
}

}  // namespace

std::string rounding_in_words(const Telling& telling, const std::string& figure, const Trace& trace,
                              std::string_view label) {
  if (!trace.unrounded || !trace.required_typed) return {};
  return telling.say("按修约值比较法（GB/T 8170-2008），{0} 修约到 {1}，",
                     "rounded before comparing (GB/T 8170-2008), {0} becomes {1}, ",
                     {figure, with_unit(with_decimals(*trace.actual, trace.required_typed->scale), label)});
}

std::string no_rounding_in_words(const Telling& telling, const Trace& trace) {
  if (!trace.actual || !trace.required || !trace.required_typed || trace.unrounded) return {};
  if (method_of(telling.scheme, telling.indicator) != ComparisonMethod::exact) return {};
  const Rational rounded = round_to(*trace.actual, trace.required_typed->scale, Rounding::half_even);
  const bool held = trace.result == Result::pass;
  if (compare(rounded, trace.comparison, *trace.required) == held) return {};
  return telling.say("（按全数值比较法比较，不修约）", " (compared unrounded)");
}

std::string leaf_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  if (lacks_its_subject(telling, rule, trace)) {
    const std::string& input = rule.of.empty() ? trace.subject : rule.of;
    return problem_in_words(telling, trace.reason, input);
  }
  std::string text = input_in_words(
      telling, rule, rule.kind == RuleKind::between && !trace.members.empty() ? trace.members.front() : trace);
  switch (rule.kind) {
    case RuleKind::compare:
      return text + compare_in_words(telling, rule, trace);
    case RuleKind::between:
      if (trace.members.size() == 2) return text + between_in_words(telling, rule, trace);
      return text + std::string(label_of(trace.result, telling.language));
    case RuleKind::one_of:
      return one_of_in_words(telling, rule);
    case RuleKind::meets_target:
      return text + target_in_words(telling, rule, trace);
    case RuleKind::change:
      return text + change_in_words(telling, rule, trace);
    case RuleKind::stable_or_improving:
      return text + series_in_words(telling, rule, trace);
    default:
      return telling.say("不作判定", "no verdict");
  }
}

}  // namespace luping
