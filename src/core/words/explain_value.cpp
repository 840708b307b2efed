// The value in words: where it came from, or why there is none.
#include <algorithm>

#include "core/judge/applicability.h"
#include "core/judge/quantity.h"
#include "core/judge/rule_evaluator.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

/// Whether the answer holds what the value was computed from; a sum over several regions has its figures elsewhere.
bool has_its_inputs(const Telling& telling) {
  const auto& named = telling.indicator.value.formula.inputs();
  return telling.answer != nullptr && std::all_of(named.begin(), named.end(), [&](const std::string& id) {
           const auto typed = telling.answer->inputs.find(id);
           return typed != telling.answer->inputs.end() && !is_blank(typed->second);
         });
}

/// The formula with the figures that went into it. They carry their units where units were converted: only then does the sum
/// depend on them.
std::string sum_in_words(const Telling& telling) {
  const Indicator& indicator = telling.indicator;
  const auto text_of = [&](std::string_view id) -> std::string_view {
    const auto typed = telling.answer->inputs.find(std::string(id));
    return typed == telling.answer->inputs.end() ? id : std::string_view(typed->second);
  };
  const auto& named = indicator.value.formula.inputs();
  const bool converted =
      !formula_units(telling.scheme, indicator).factors.empty() ||
      std::any_of(named.begin(), named.end(), [&](const std::string& id) {
        const Input* input = find_input(indicator, id);
        return input != nullptr && !read_quantity(telling.scheme, text_of(id), input->unit).unit.empty();
      });
  return indicator.value.formula.in_words([&](std::string_view id) {
    const Input* input = find_input(indicator, id);
    if (!converted || input == nullptr) return std::string(text_of(id));
    const Quantity read = read_quantity(telling.scheme, text_of(id), input->unit);
    if (!read.ok()) return std::string(text_of(id));
    return with_unit(read.typed.to_string(), unit_label(telling.scheme, read.unit.empty() ? input->unit : read.unit));
  });
}

std::string range_in_words(const Telling& telling, const Input* input) {
  const auto& minimum = input == nullptr ? telling.indicator.value.minimum : input->minimum;
  const auto& maximum = input == nullptr ? telling.indicator.value.maximum : input->maximum;
  const std::string_view label = telling.label(input == nullptr ? std::string_view() : input->id);
  if (minimum && maximum) {
    return telling.say("{0} 至 {1}", "{0} to {1}",
                       {with_unit(minimum->to_string(), label), with_unit(maximum->to_string(), label)});
  }
  if (minimum) return telling.say("不小于 {0}", "at least {0}", {with_unit(minimum->to_string(), label)});
  return telling.say("不大于 {0}", "at most {0}", {with_unit(maximum.value_or(Decimal{}).to_string(), label)});
}

std::string shown_value(const Telling& telling) {
  return with_unit(value_text(telling.indicator, telling.outcome, telling.language), telling.label());
}

std::string quoted_names(const Telling& telling, const std::vector<std::string>& inputs) {
  std::vector<std::string> names;
  for (const std::string& input : inputs) names.push_back(input_in_quotes(telling.indicator, input));
  return join(names, telling.zh ? "、" : ", ");
}

std::string not_filled(const Telling& telling) {
  const Indicator& indicator = telling.indicator;
  const RuleSubjects subjects = subjects_of(indicator.rule);
  const std::string inputs = quoted_names(telling, subjects.inputs);
  switch (indicator.value.kind) {
    case ValueKind::status:
      return telling.say("尚未填报。请选择现在的情况。", "Nothing entered yet; choose the present state.");
    case ValueKind::measure:
      return telling.say("尚未填报。请填写这项任务的进展。", "Nothing entered yet; report the state of its task.");
    case ValueKind::number: {
      if (!subjects.value && !subjects.inputs.empty())
        return telling.say("尚未填报。请填写{0}。", "Nothing entered yet; enter {0}.", {inputs});
      const std::string also =
          subjects.inputs.empty() ? std::string() : telling.say("；还要填写{0}", "; enter {0}, too", {inputs});
      if (indicator.value.formula.empty())
        return telling.say("尚未填报。请填写现状值{0}。", "Nothing entered yet; enter the figure{0}.", {also});
      std::vector<std::string> names;
      const auto& named = indicator.value.formula.inputs();
      for (const Input& input : indicator.value.inputs) {  // in the order they are asked for
        if (std::find(named.begin(), named.end(), input.id) != named.end()) names.push_back(input.name);
      }
      return telling.say("尚未填报。请直接填写现状值，或填写{0}由程序计算{1}。",
                         "Nothing entered yet; enter the figure, or {0}{1}.",
                         {join(names, telling.zh ? "、" : ", "), also});
    }
    case ValueKind::none:
      break;
  }
  return telling.say("尚未填报。", "Nothing entered yet.");
}

std::string here(const Telling& telling) {
  const Region* region = find_region(telling.scheme, telling.assessment.region);
  return region == nullptr ? telling.assessment.region : region->name;
}

/// Why a condition excludes the region; empty when it does not.
std::string excluded_by(const Telling& telling, const Condition& condition) {
  const auto& regions = condition.regions;
  if (!regions.empty() && std::find(regions.begin(), regions.end(), telling.assessment.region) == regions.end()) {
    std::vector<std::string> names;
    for (const std::string& id : regions) {
      const Region* region = find_region(telling.scheme, id);
      names.push_back(region == nullptr ? id : region->name);
    }
    return telling.say("不适用：本项只涉及{0}，不涉及{1}。", "Not applicable: it concerns {0} only, not {1}.",
                       {join(names, telling.zh ? "、" : ", "), here(telling)});
  }
  for (const auto& [attribute, values] : condition.attributes) {
    const std::string own = attribute_of(telling.scheme, telling.assessment, attribute);
    if (own.empty() || std::find(values.begin(), values.end(), own) != values.end()) continue;
    return telling.say(
        "不适用：本项只涉及{0}为{1}的地区；本地区为{2}。",
        "Not applicable: it concerns regions whose {0} is {1} only; here it is {2}.",
        {attribute_name(telling.scheme, attribute, telling.language),
         attribute_values(attribute, values, telling.language), attribute_values(attribute, {own}, telling.language)});
  }
  return {};
}

std::string excluded(const Telling& telling) {
  const std::string own = excluded_by(telling, telling.indicator.applies_when);
  if (!own.empty()) return own;
  const Item* item = find_item(telling.scheme, telling.indicator.item);
  const std::string of_item = item == nullptr ? std::string() : excluded_by(telling, item->applies_when);
  return of_item.empty()
             ? telling.say("不适用：本项不涉及{0}。", "Not applicable: it does not concern {0}.", {here(telling)})
             : of_item;
}

/// What to do about it, behind problem_in_words.
std::string advice(const Telling& telling, Reason reason) {
  const Indicator& indicator = telling.indicator;
  switch (reason) {
    case Reason::zero_over_zero:
      return telling.say("如确属不适用，请标为不适用并写明理由。", "If it does not apply, declare so with a reason.");
    case Reason::divide_by_zero:
      return telling.say("请核对所填数量。", "Check the quantities.");
    case Reason::not_a_number: {
      const bool example = !indicator.value.example.empty() && telling.outcome.value.subject.empty();
      return telling.say("请只填数字{0}。", "Enter digits only{0}.",
                         {example ? telling.say("，例如 {0}", ", e.g. {0}", {indicator.value.example}) : ""});
    }
    case Reason::out_of_range:
      return telling.outcome.value.computed ? telling.say("请核对所填数量。", "Check the quantities.")
                                            : telling.say("请核对。", "Check it.");
    case Reason::too_many_digits:
    case Reason::not_whole:
      return telling.say("请核对。", "Check it.");
    case Reason::not_an_option:
      return telling.say("请重新选择。", "Choose again.");
    default:
      return {};
  }
}

}  // namespace

std::string value_in_words(const Telling& telling) {
  const Subject& value = telling.outcome.value;
  if (telling.indicator.value.kind == ValueKind::measure)
    return telling.say("任务进展为“{0}”", "The task is “{0}”", {value.word});
  if (!value.number) return telling.say("现状为“{0}”", "The state is “{0}”", {value.word});
  std::string figure = shown_value(telling);
  if (value.typed && !value.typed_unit.empty() && telling.answer != nullptr)
    figure = telling.typed_figure(telling.answer->value, telling.indicator.value.unit);
  std::string text = telling.say("现状值{0}", "The value is{0}", {after_word(figure, telling.language)});
  if (value.computed && has_its_inputs(telling)) text += bracketed(sum_in_words(telling), telling.language);
  return text;
}

std::string compared_figure(const Telling& telling, const Rule& rule, const Trace& trace) {
  if (rule.of.empty()) return shown_value(telling);
  const Rational& number = trace.unrounded ? *trace.unrounded : *trace.actual;
  const std::string text = trace.actual_typed ? trace.actual_typed->to_string()
                                              : figure(number, {Rational(), *trace.required}, telling.language);
  return with_unit(text, telling.label(rule.of));
}

std::string input_in_words(const Telling& telling, const Rule& rule, const Trace& trace) {
  const Input* input = find_input(telling.indicator, rule.of);
  if (rule.of.empty() || input == nullptr) return {};
  const std::optional<Rational>& held = trace.unrounded ? trace.unrounded : trace.actual;
  const Subject typed = subject_of_input(telling.scheme, telling.assessment, telling.indicator, rule.of);
  std::string figure;
  if (typed.number && (!held || *typed.number == *held)) {
    figure = telling.typed_figure(telling.typed_text(rule.of), input->unit);
  } else if (held) {
    figure = compared_figure(telling, rule, trace);
  } else {
    return {};
  }
  return joined_to(input_in_quotes(telling.indicator, rule.of), figure, telling.language) +
         std::string(telling.comma());
}

std::string problem_in_words(const Telling& telling, Reason reason, std::string_view input_id) {
  const Input* input = find_input(telling.indicator, input_id);
  const std::string name = input == nullptr ? telling.indicator.name : input->name;
  const std::string text = telling.typed_text(input_id);
  switch (reason) {
    case Reason::not_filled:
      return telling.say("现状值还没有填写", "the figure is not filled in");
    case Reason::missing_input:
      return telling.say("“{0}”还没有填写", "“{0}” is not filled in", {name});
    case Reason::zero_over_zero:
      return telling.say("算式是 0 ÷ 0：今年没有可评的对象，无法判定", "0 ÷ 0: nothing to assess this year");
    case Reason::divide_by_zero:
      return telling.say("除数为 0，无法计算", "division by zero");
    case Reason::not_a_number:
      return telling.say("“{0}”填的“{1}”不是数字", "“{1}” for “{0}” is not a number", {name, text});
    case Reason::too_many_digits:
      return telling.say("“{0}”填的“{1}”位数太多", "“{1}” for “{0}” has too many digits", {name, text});
    case Reason::not_whole:
      return telling.say("“{0}”应为整数，现填“{1}”", "“{0}” must be a whole number, not “{1}”", {name, text});
    case Reason::out_of_range:
      if (input == nullptr && telling.outcome.value.computed && telling.outcome.value.number) {
        return telling.say("算出的数值{0} 超出可能的范围（{1}）",
                           "the computed figure{0} is outside the possible range ({1})",
                           {after_word(shown_value(telling), telling.language), range_in_words(telling, input)});
      }
      return telling.say("“{0}”填的“{1}”超出可能的范围（{2}）", "“{1}” for “{0}” is outside the possible range ({2})",
                         {name, text, range_in_words(telling, input)});
    case Reason::not_an_option:
      return telling.say("填的“{0}”不在选项内", "“{0}” is none of the options", {text});
    default:
      return telling.say("没有可以判定的数值", "there is no figure to judge");
  }
}

std::string unjudged_in_words(const Telling& telling) {
  const Subject& value = telling.outcome.value;
  switch (telling.reason) {
    case Reason::not_filled:
      return not_filled(telling);
    case Reason::excluded_by_scheme:
      return excluded(telling);
    case Reason::declared_inapplicable:
      return telling.say("已标为不适用，理由：{0}", "Declared not applicable: {0}",
                         {declaration_of(telling.assessment, telling.indicator).reason});
    case Reason::applicability_unknown:
      return telling.say("本地区的“{0}”没有填写，不能确定本项是否涉及本地区，因此无法判定。请先填写地区的“{0}”。",
                         "The region's {0} is not given, so it is not known whether this concerns the region.",
                         {attribute_name(telling.scheme, value.subject, telling.language)});
    case Reason::no_rule:
      return telling.say("本项不作判定，仅供参考。", "No verdict is given; for information.");
    case Reason::missing_input:
      return telling.say("已填了一部分数量，还缺{0}，无法计算。",
                         "{0} is still missing, so the figure cannot be computed.",
                         {input_in_quotes(telling.indicator, value.subject)});
    case Reason::zero_over_zero:
    case Reason::divide_by_zero:
    case Reason::not_a_number:
    case Reason::too_many_digits:
    case Reason::not_whole:
    case Reason::out_of_range:
    case Reason::not_an_option: {
      std::string text = problem_in_words(telling, telling.reason, value.subject);
      const std::string what = advice(telling, telling.reason);
      const bool joined = telling.reason == Reason::too_many_digits || telling.reason == Reason::not_whole;
      if (!telling.zh && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
      return text + (telling.zh ? (joined ? "，" : "。") : ". ") + what;
    }
    default:
      return std::string(label_of(telling.result, telling.language)) + (telling.zh ? "。" : ".");
  }
}

}  // namespace luping
