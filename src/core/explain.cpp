#include "core/explain.h"

#include <algorithm>
#include <array>

#include "core/gap.h"
#include "core/phrases.h"
#include "core/text.h"

namespace luping {
namespace {

struct Labels {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Labels, 7> kResultLabels = {{{"达标", "met"},
                                                  {"未达标", "not met"},
                                                  {"无法判定", "cannot be judged"},
                                                  {"未填报", "not filled in"},
                                                  {"不适用", "not applicable"},
                                                  {"数据错误", "data error"},
                                                  {"仅供参考", "informational"}}};

constexpr std::array<Labels, 4> kObligationLabels = {
    {{"确保", "must"}, {"应当", "should"}, {"争取", "strive"}, {"任务", "task"}}};

std::string summary_in_words(const Trace& trace, Language language) {
  const bool zh = language == Language::zh;
  const std::string indicators = std::to_string(trace.open_indicators);
  const std::string measures = std::to_string(trace.open_measures);
  if (trace.open_indicators + trace.open_measures == 0) return zh ? "已全部完成" : "all done";
  if (trace.open_measures == 0) return format(zh ? "还有 {0} 项指标没有达标" : "{0} indicators are open", {indicators});
  if (trace.open_indicators == 0) return format(zh ? "还有 {0} 项任务没有完成" : "{0} measures are open", {measures});
  return format(zh ? "还有 {0} 项指标没有达标、{1} 项任务没有完成" : "{0} indicators and {1} measures are open",
                {indicators, measures});
}

class Explainer {
 public:
  Explainer(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Outcome& outcome,
            Language language)
      : scheme_(scheme),
        assessment_(assessment),
        indicator_(indicator),
        outcome_(outcome),
        language_(language),
        zh_(language == Language::zh),
        label_(unit_label(scheme, indicator.value.unit)) {
    const auto found = assessment.answers.find(indicator.id);
    if (found != assessment.answers.end()) answer_ = &found->second;
  }

  std::string run() const {
    if (outcome_.trace.result == outcome_.result && outcome_.trace.reason != Reason::none) return judged();
    return unjudged();
  }

 private:
  std::string say(std::string_view zh, std::string_view en,
                  std::initializer_list<std::string_view> arguments = {}) const {
    return format(zh_ ? zh : en, arguments);
  }

  std::string typed_text() const {
    if (!outcome_.value.subject.empty() && answer_ != nullptr) {
      const auto input = answer_->inputs.find(outcome_.value.subject);
      if (input != answer_->inputs.end()) return input->second;
    }
    return answer_ == nullptr ? std::string() : answer_->value;
  }

  /// What a problem speaks of: an input by name, or the value.
  std::string concerned() const {
    const Input* input = find_input(indicator_, outcome_.value.subject);
    return input == nullptr ? indicator_.name : input->name;
  }

  std::string range_words() const {
    const Input* input = find_input(indicator_, outcome_.value.subject);
    const auto& minimum = input == nullptr ? indicator_.value.minimum : input->minimum;
    const auto& maximum = input == nullptr ? indicator_.value.maximum : input->maximum;
    const std::string_view label = input == nullptr ? label_ : unit_label(scheme_, input->unit);
    if (minimum && maximum) {
      return say("{0} 至 {1}", "{0} to {1}",
                 {with_unit(minimum->to_string(), label), with_unit(maximum->to_string(), label)});
    }
    if (minimum) return say("不小于 {0}", "at least {0}", {with_unit(minimum->to_string(), label)});
    return say("不大于 {0}", "at most {0}", {with_unit(maximum.value_or(Decimal{}).to_string(), label)});
  }

  std::string not_filled() const {
    switch (indicator_.value.kind) {
      case ValueKind::status:
        return say("尚未填报。请选择现在的情况。", "Nothing entered yet; choose the present state.");
      case ValueKind::measure:
        return say("尚未填报。请填写这项任务的进展。", "Nothing entered yet; report the state of its task.");
      case ValueKind::number:
        if (!indicator_.value.formula.empty()) {
          std::vector<std::string> names;
          for (const Input& input : indicator_.value.inputs) names.push_back(input.name);
          return say("尚未填报。请直接填写现状值，或填写{0}由程序计算。",
                     "Nothing entered yet; enter the figure, or {0}.", {join(names, zh_ ? "、" : ", ")});
        }
        return say("尚未填报。请填写现状值。", "Nothing entered yet; enter the figure.");
      case ValueKind::none:
        break;
    }
    return say("尚未填报。", "Nothing entered yet.");
  }

  std::string excluded() const {
    const Item* item = find_item(scheme_, indicator_.item);
    const auto& own = indicator_.applies_when.regions;
    const bool by_own = !own.empty() && std::find(own.begin(), own.end(), assessment_.region) == own.end();
    const auto& regions = by_own || item == nullptr ? own : item->applies_when.regions;
    std::vector<std::string> names;
    for (const std::string& id : regions) {
      const Region* region = find_region(scheme_, id);
      names.push_back(region == nullptr ? id : region->name);
    }
    const Region* here = find_region(scheme_, assessment_.region);
    return say("不适用：本项只涉及{0}，不涉及{1}。", "Not applicable: it concerns {0} only, not {1}.",
               {join(names, zh_ ? "、" : ", "), here == nullptr ? assessment_.region : here->name});
  }

  std::string unjudged() const {
    const std::string text = typed_text();
    switch (outcome_.reason) {
      case Reason::not_filled:
        return not_filled();
      case Reason::excluded_by_scheme:
        return excluded();
      case Reason::declared_inapplicable:
        return say("已标为不适用，理由：{0}", "Declared not applicable: {0}",
                   {declaration_of(assessment_, indicator_).reason});
      case Reason::no_rule:
        return say("本项不作判定，仅供参考。", "No verdict is given; for information.");
      case Reason::missing_input:
        return say("已填了一部分数量，还缺“{0}”，无法计算。",
                   "“{0}” is still missing, so the figure cannot be computed.", {concerned()});
      case Reason::zero_over_zero:
        return say("算式是 0 ÷ 0：今年没有可评的对象，无法判定。如确属不适用，请标为不适用并写明理由。",
                   "0 ÷ 0: nothing to assess this year. If it does not apply, declare so with a reason.");
      case Reason::divide_by_zero:
        return say("除数为 0，无法计算。请核对所填数量。", "Division by zero; check the quantities.");
      case Reason::not_a_number:
        return say("“{0}”填的“{1}”不是数字。请只填数字{2}。", "“{1}” for “{0}” is not a number{2}.",
                   {concerned(), text, example()});
      case Reason::too_many_digits:
        return say("“{0}”填的“{1}”位数太多，请核对。", "“{1}” for “{0}” has too many digits.", {concerned(), text});
      case Reason::not_whole:
        return say("“{0}”应为整数，现填“{1}”，请核对。", "“{0}” must be a whole number, not “{1}”.",
                   {concerned(), text});
      case Reason::out_of_range:
        if (outcome_.value.computed && outcome_.value.number) {
          return say(
              "算出的数值{0} 超出可能的范围（{1}）。请核对所填数量。",
              "The computed figure{0} is outside the possible range ({1}).",
              {after_word(with_unit(value_text(indicator_, outcome_, language_), label_), language_), range_words()});
        }
        return say("“{0}”填的“{1}”超出可能的范围（{2}）。请核对。",
                   "“{1}” for “{0}” is outside the possible range ({2}).", {concerned(), text, range_words()});
      case Reason::not_an_option:
        return say("填的“{0}”不在选项内。请重新选择。", "“{0}” is none of the options.", {text});
      default:
        return std::string(label_of(outcome_.result, language_));
    }
  }

  std::string example() const {
    if (indicator_.value.example.empty() || !outcome_.value.subject.empty()) return {};
    return say("，例如 {0}", ", e.g. {0}", {indicator_.value.example});
  }

  // ---- the rule was reached ----

  std::string quoted() const {
    if (indicator_.threshold_quote.empty()) return {};
    return say("（原文“{0}”）", " (“{0}”)", {indicator_.threshold_quote});
  }

  std::string value_words() const {
    const Subject& value = outcome_.value;
    if (indicator_.value.kind == ValueKind::measure) return say("任务进展为“{0}”", "The task is “{0}”", {value.word});
    if (!value.number) return say("现状为“{0}”", "The state is “{0}”", {value.word});
    std::string text = say("现状值{0}", "The value is{0}",
                           {after_word(with_unit(value_text(indicator_, outcome_, language_), label_), language_)});
    if (value.computed && answer_ != nullptr) {
      const std::string sum = indicator_.value.formula.in_words([&](std::string_view id) {
        const auto input = answer_->inputs.find(std::string(id));
        return input == answer_->inputs.end() ? std::string(id) : input->second;
      });
      text += say("（{0}）", " ({0})", {sum});
    }
    return text;
  }

  std::string distance_words(const Trace& trace) const {
    const Gap gap = *gap_of(Rule{}, trace);
    const bool short_of = trace.result == Result::fail;
    if (gap.distance.is_zero()) {
      return short_of ? say("恰好相等，不算达到", "exactly equal does not suffice") : say("恰好达到", "exactly there");
    }
    const std::string far =
        after_word(with_unit(distance_figure(gap.distance, language_), difference_unit(label_, language_)), language_);
    if (trace.comparison == Comparison::equals) return say("相差{0}", "off by{0}", {far});
    const bool lower = trace.comparison == Comparison::at_most || trace.comparison == Comparison::less_than;
    if (short_of) return lower ? say("超出{0}", "over by{0}", {far}) : say("差{0}", "short by{0}", {far});
    return lower ? say("低于限值{0}", "below the limit by{0}", {far}) : say("高出{0}", "beyond by{0}", {far});
  }

  std::string required_words(const Trace& trace) const {
    const std::string required =
        trace.required_typed ? trace.required_typed->to_string() : figure(*trace.required, {*trace.actual}, language_);
    return std::string(sign_of(trace.comparison)) + " " + with_unit(required, label_);
  }

  std::string target_words(const Rule& rule, const Trace& trace) const {
    const bool plan = rule.source == TargetSource::plan;
    if (trace.reason == Reason::missing_target) {
      return plan ? say("年度计划目标还没有填写（请在“目标”中填写）", "the year's plan figure is missing")
                  : say("上级目标还没有下达（请打开下达的目标文件，或在“目标”中填写）",
                        "no target has been assigned yet; open the target pack or enter the target");
    }
    if (trace.reason == Reason::target_direction) {
      return say("下达目标的方向与本指标相反（请与下达单位核对）", "the target's direction contradicts the indicator");
    }
    if (trace.reason == Reason::bad_target) {
      return say("目标值有误（不是数字，或超出可能的范围），请核对", "the target is no possible figure");
    }
    const Target* assigned = assigned_target(assessment_, indicator_.id);
    std::string source = plan ? say("年度计划目标", "planned") : say("上级下达目标", "assigned target");
    if (trace.typed_target) {
      source += say("（手工填写）", " (entered by hand)");
    } else if (assigned != nullptr && !assigned->document_number.empty()) {
      source += say("（{0}）", " ({0})", {assigned->document_number});
    }
    if (!source.ends_with("）")) source += ' ';
    return source + required_words(trace) + (zh_ ? "，" : ", ") + distance_words(trace);
  }

  std::string past_name(const Trace& trace) const {
    if (trace.year == 0) return say("基期", "the baseline");
    return say("{0} 年", "{0}", {std::to_string(trace.year)});
  }

  std::string past_figure(const Trace& trace) const {
    const std::string past =
        trace.past_typed ? trace.past_typed->to_string() : figure(*trace.past, {*trace.actual}, language_);
    return with_unit(past, label_);
  }

  std::string past_problem(const Trace& trace) const {
    const bool missing = trace.reason == Reason::missing_baseline || trace.reason == Reason::missing_past_value;
    if (missing) return say("{0}的数值还没有填写，无法比较", "the figure of {0} is missing", {past_name(trace)});
    if (trace.reason == Reason::zero_over_zero || trace.reason == Reason::divide_by_zero) {
      return say("{0}的数值为 0，算不出变化率", "the figure of {0} is 0, so no rate can be computed",
                 {past_name(trace)});
    }
    return say("{0}的数值有误（不是数字，或超出可能的范围），请核对", "the figure of {0} is no possible figure",
               {past_name(trace)});
  }

  std::string step_words(const Trace& step) const {
    if (!step.past || !step.actual) return past_problem(step);
    const std::string past = past_figure(step);
    const Rational difference = *step.actual - *step.past;
    std::string start = say("{0} {1}，", "{0}: {1}, ", {past_name(step), past});
    if (step.year + 1 != assessment_.year) start += say("到 {0} 年", "to {0} ", {std::to_string(step.year + 1)});
    if (difference.is_zero()) return start + say("持平", "unchanged");
    const std::string far =
        after_word(with_unit(figure(difference.abs(), {Rational(), (*step.required - *step.past).abs()}, language_),
                             difference_unit(label_, language_)),
                   language_);
    return start + (difference.is_negative() ? say("下降{0}", "down{0}", {far}) : say("上升{0}", "up{0}", {far})) +
           (step.result == Result::pass ? say("，没有变差", ", no worse") : say("，变差了", ", worse"));
  }

  std::string change_words(const Rule& rule, const Trace& trace) const {
    if (!trace.past) return past_problem(trace);
    const Rational& now = *outcome_.value.number;
    const std::string past = past_figure(trace);
    const Rational difference = now - *trace.past;
    const bool percent = rule.measure == ChangeMeasure::percent;
    const Rational shown = percent ? *trace.actual : difference;
    const std::string unit = percent ? "%" : difference_unit(label_, language_);
    std::string moved = say("持平", "unchanged");
    if (!difference.is_zero()) {
      const std::vector<Rational> limits = {Rational(), Rational(rule.threshold.value).abs()};
      const std::string far = after_word(with_unit(figure(shown.abs(), limits, language_), unit), language_);
      moved = difference.is_negative() ? say("减少{0}", "down{0}", {far}) : say("增加{0}", "up{0}", {far});
    }
    return say("{0} {1}，{2}，要求{3}", "{0}: {1}, {2}; required: {3}",
               {past_name(trace), past, moved, in_words(rule)});
  }

  /// A part of the indicator's rule.
  std::string in_words(const Rule& rule) const {
    Indicator alone = indicator_;
    alone.rule = rule;
    return rule_in_words(scheme_, alone, language_);
  }

  std::string between_words(const Rule& rule, const Trace& trace) const {
    const std::string asked = say("要求 {0}", "required {0}", {in_words(rule)}) + quoted() + (zh_ ? "，" : ", ");
    for (const Trace& end : trace.members) {
      if (end.result == Result::fail) return asked + distance_words(end);
    }
    return asked + say("在范围内", "within the range");
  }

  std::string node_words(const Rule& rule, const Trace& trace) const {
    switch (rule.kind) {
      case RuleKind::between:
        if (!trace.members.empty()) return between_words(rule, trace);
        return std::string(label_of(trace.result, language_));
      case RuleKind::compare:
        if (!trace.actual) return std::string(label_of(trace.result, language_));
        return say("要求 {0}", "required {0}", {required_words(trace)}) + quoted() + (zh_ ? "，" : ", ") +
               distance_words(trace);
      case RuleKind::one_of: {
        std::string text = say("要求为“{0}”", "required “{0}”", {join(rule.values, zh_ ? "”或“" : "” or “")});
        return indicator_.value.kind == ValueKind::measure ? text : text + quoted();
      }
      case RuleKind::meets_target:
        return target_words(rule, trace);
      case RuleKind::change:
        return change_words(rule, trace);
      case RuleKind::stable_or_improving: {
        std::vector<std::string> steps;
        for (const Trace& step : trace.members) {
          std::string words = step_words(step);  // both steps beside a missing year name it
          if (steps.empty() || steps.back() != words) steps.push_back(std::move(words));
        }
        return join(steps, zh_ ? "；" : "; ");
      }
      case RuleKind::all_of:
      case RuleKind::any_of:
        return composite_words(rule, trace);
      case RuleKind::choose:
        if (trace.members.empty()) {
          return say("本地区的“{0}”没有填写或不在分类内，无法选定标准", "the region's “{0}” fits no case",
                     {trace.subject});
        }
        return say("按“{0}”的标准，", "for “{0}”, ", {case_words(rule, trace.chosen)}) +
               node_words(rule.rules[trace.chosen], trace.members.front());
      case RuleKind::summary:
        return {};
      case RuleKind::informational:
        return say("不作判定", "no verdict");
    }
    return {};
  }

  std::string case_words(const Rule& rule, std::size_t chosen) const {
    if (chosen < rule.cases.size()) return join(rule.cases[chosen], zh_ ? "、" : ", ");
    return say("其他", "other");
  }

  std::string composite_words(const Rule& rule, const Trace& trace) const {
    std::vector<std::string> members;
    for (std::size_t i = 0; i < trace.members.size(); ++i) {
      members.push_back(say("（{0}）", "({0}) ", {std::to_string(i + 1)}) +
                        node_words(rule.rules[i], trace.members[i]) +
                        say("，{0}", ", {0}", {label_of(trace.members[i].result, language_)}));
    }
    return join(members, zh_ ? "；" : "; ") + (rule.kind == RuleKind::all_of
                                                   ? say("。各条件须同时满足", ". All conditions must hold")
                                                   : say("。满足一个条件即可", ". One condition suffices"));
  }

  std::string judged() const {
    if (indicator_.rule.kind == RuleKind::summary) {
      return say("本项汇总其余各项：要求{0}。{1}，因此{2}。", "Sums up the others: {0}. {1}: {2}.",
                 {rule_in_words(scheme_, indicator_, language_), summary_in_words(outcome_.trace, language_),
                  label_of(outcome_.result, language_)});
    }
    const bool composite = indicator_.rule.kind == RuleKind::all_of || indicator_.rule.kind == RuleKind::any_of;
    return value_words() + (composite ? (zh_ ? "。" : ". ") : (zh_ ? "，" : ", ")) +
           node_words(indicator_.rule, outcome_.trace) +
           say("，因此{0}。", ": {0}.", {label_of(outcome_.result, language_)});
  }

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  const Outcome& outcome_;
  Language language_;
  bool zh_;
  std::string_view label_;
  const Answer* answer_ = nullptr;
};

void collect_limits(const Rational& number, const Trace& trace, std::vector<Rational>& limits) {
  if (trace.actual && *trace.actual == number) limits.push_back(*trace.required);
  if (trace.past) limits.push_back(*trace.past);
  for (const Trace& member : trace.members) collect_limits(number, member, limits);
}

/// Everything the value was held against, so that no display of it seems to touch what it does not.
std::vector<Rational> limits_of(const Indicator& indicator, const Outcome& outcome) {
  std::vector<Rational> limits = {Rational()};
  for (const auto& bound : {indicator.value.minimum, indicator.value.maximum}) {
    if (bound) limits.emplace_back(*bound);
  }
  collect_limits(*outcome.value.number, outcome.trace, limits);
  return limits;
}

/// 比 2022 年低 2 个百分点.
std::string shortfall_against_past(const Gap& gap, const Outcome& outcome, std::string_view difference_label,
                                   bool lower, Language language) {
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
  if (!gap.of_change && gap.actual != *outcome.value.number) {  // an earlier step of a series
    text = format(zh ? "{0} 年" : "{0}: ", {std::to_string(gap.year + 1)});
  }
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

}  // namespace

std::string_view label_of(Result result, Language language) {
  const Labels& labels = kResultLabels[static_cast<std::size_t>(result)];
  return language == Language::zh ? labels.zh : labels.en;
}

std::string_view label_of(Obligation obligation, Language language) {
  const Labels& labels = kObligationLabels[static_cast<std::size_t>(obligation)];
  return language == Language::zh ? labels.zh : labels.en;
}

std::string value_text(const Indicator& indicator, const Outcome& outcome, Language language) {
  if (outcome.value.typed) return outcome.value.typed->to_string();
  if (!outcome.value.number) return outcome.value.word;
  return figure(*outcome.value.number, limits_of(indicator, outcome), language);
}

std::string explain(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                    const Outcome& outcome, Language language) {
  return Explainer(scheme, assessment, indicator, outcome, language).run();
}

std::string shortfall_in_words(const Scheme& scheme, const Indicator& indicator, const Outcome& outcome,
                               Language language) {
  if (outcome.result != Result::fail) return {};
  if (indicator.rule.kind == RuleKind::summary) return summary_in_words(outcome.trace, language);
  const std::optional<Gap> gap = gap_of(indicator.rule, outcome.trace);
  const bool zh = language == Language::zh;
  if (!gap) return {};
  const bool lower = gap->comparison == Comparison::at_most || gap->comparison == Comparison::less_than;
  if (gap->distance.is_zero()) {
    if (lower) return zh ? "恰好相等，须再低一些" : "equal, must be below";
    return zh ? "恰好相等，须再高一些" : "equal, must be above";
  }
  const std::string_view label = unit_label(scheme, indicator.value.unit);
  const std::string difference = gap->in_percent ? difference_unit("%", language) : difference_unit(label, language);
  const std::string far = after_word(with_unit(distance_figure(gap->distance, language), difference), language);
  if (gap->past) return shortfall_against_past(*gap, outcome, difference, lower, language);
  if (gap->comparison == Comparison::equals) return (zh ? "相差" : "off by") + far;
  if (lower) return (zh ? "超出" : "over by") + far;
  return (zh ? "差" : "short by") + far;
}

namespace {

// The leaf that keeps a rule from being decided.
const Trace& deciding_leaf(const Trace& trace) {
  for (const Trace& member : trace.members) {
    if (member.result == trace.result) return deciding_leaf(member);
  }
  return trace;
}

}  // namespace

std::string obstacle_in_words(const Indicator& indicator, const Outcome& outcome, Language language) {
  if (outcome.result != Result::unknown && outcome.result != Result::error) return {};
  const bool zh = language == Language::zh;
  const Trace& leaf = deciding_leaf(outcome.trace);
  const Reason reason = outcome.trace.result == outcome.result ? leaf.reason : outcome.reason;
  const Input* input = find_input(indicator, outcome.value.subject);
  const std::string year = std::to_string(leaf.year);
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
    case Reason::missing_attribute:
      return format(zh ? "缺地区属性“{0}”" : "no attribute {0}", {leaf.subject});
    case Reason::missing_input:
      return format(zh ? "还缺“{0}”" : "{0} is missing", {input == nullptr ? std::string() : input->name});
    case Reason::zero_over_zero:
      return zh ? "没有可评的对象（0 ÷ 0）" : "nothing to assess (0 ÷ 0)";
    case Reason::divide_by_zero:
      return zh ? "除数为 0" : "division by zero";
    case Reason::not_a_number:
      return zh ? "填的不是数字" : "not a number";
    case Reason::too_many_digits:
      return zh ? "位数太多" : "too many digits";
    case Reason::not_whole:
      return zh ? "应为整数" : "not a whole number";
    case Reason::out_of_range:
      return zh ? "超出可能的范围" : "outside the possible range";
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

std::string gate_in_words(const GateOutcome& gate, Language language) {
  const bool zh = language == Language::zh;
  if (gate.applicable == 0) return zh ? "没有适用的指标" : "no applicable indicator";
  std::string text = format(zh ? "{0} 项中 {1} 项达标" : "{1} of {0} met",
                            {std::to_string(gate.applicable), std::to_string(gate.passed)});
  const auto add = [&](std::size_t count, std::string_view zh_text, std::string_view en_text) {
    if (count != 0) text += format(zh ? zh_text : en_text, {std::to_string(count)});
  };
  add(gate.failed, "，{0} 项未达标", ", {0} not met");
  add(gate.unresolved, "，{0} 项无法判定或数据有误", ", {0} cannot be judged");
  add(gate.unfilled, "，{0} 项未填报", ", {0} not filled in");
  return text;
}

std::string conclusion_in_words(const Scheme& scheme, const Evaluation& evaluation, Language language) {
  const bool zh = language == Language::zh;
  std::size_t required = 0;
  std::size_t blocking = 0;
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
    if (!scheme.gates[i].required) continue;
    ++required;
    if (evaluation.gates[i].result == evaluation.conclusion) ++blocking;
  }
  const std::string all = std::to_string(required);
  const std::string some = std::to_string(blocking);
  switch (evaluation.conclusion) {
    case Result::pass:
      return format(zh ? "符合要求：{0} 项必备条件全部满足。" : "Satisfied: all {0} required conditions hold.", {all});
    case Result::fail:
      return format(zh ? "尚不符合要求：{0} 项必备条件中有 {1} 项没有满足。"
                       : "Not satisfied: {1} of {0} required conditions do not hold.",
                    {all, some});
    case Result::error:
      return format(zh ? "尚无结论：{0} 项必备条件中有 {1} 项涉及的数据有错误，请先改正。"
                       : "No conclusion yet: data errors in {1} of {0} required conditions.",
                    {all, some});
    case Result::unknown:
      return format(zh ? "尚无结论：{0} 项必备条件中有 {1} 项无法判定，还缺目标、基期或上年数据。"
                       : "No conclusion yet: {1} of {0} required conditions cannot be judged.",
                    {all, some});
    case Result::notchecked:
      return format(zh ? "尚无结论：{0} 项必备条件中有 {1} 项还没有填报完。"
                       : "No conclusion yet: {1} of {0} required conditions are not filled in.",
                    {all, some});
    case Result::notapplicable:
      return zh ? "没有结论：必备条件所涉及的指标都不适用。"
                : "No conclusion: no indicator of the required conditions applies.";
    case Result::informational:
      break;
  }
  return zh ? "本指标体系没有规定结论条件，以下结果仅供参考。" : "The scheme declares no conclusion; for information.";
}

}  // namespace luping
