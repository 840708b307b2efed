// Rules in words, without a value: what an indicator asks for.
#include "core/explain.h"
#include "core/phrases.h"
#include "core/text.h"

namespace luping {
namespace {

class RuleWords {
 public:
  RuleWords(std::string_view unit_label, Language language)
      : zh_(language == Language::zh), label_(unit_label), language_(language) {}

  std::string words(const Rule& rule) const {
    switch (rule.kind) {
      case RuleKind::informational:
        return zh_ ? "不作判定，仅供参考" : "no verdict, for information";
      case RuleKind::compare:
        return std::string(sign_of(rule.comparison)) + " " + with_unit(rule.threshold.value.to_string(), label_);
      case RuleKind::between:
        return bound(rule.minimum.value, rule.strict_minimum ? Comparison::more_than : Comparison::at_least) +
               (zh_ ? " 且 " : " and ") +
               bound(rule.maximum.value, rule.strict_maximum ? Comparison::less_than : Comparison::at_most);
      case RuleKind::one_of:
        return zh_ ? "为“" + join(rule.values, "”或“") + "”" : "is " + join(rule.values, " or ");
      case RuleKind::meets_target:
        if (rule.source == TargetSource::plan) return zh_ ? "完成年度计划" : "meets the year's plan";
        return zh_ ? "完成上级下达的目标" : "meets the target assigned by the superior";
      case RuleKind::change:
        return change(rule);
      case RuleKind::stable_or_improving:
        return stable(rule);
      case RuleKind::all_of:
        return joined(rule, zh_ ? "，并且" : ", and ");
      case RuleKind::any_of:
        return joined(rule, zh_ ? "，或者" : ", or ");
      case RuleKind::choose:
        return choose(rule);
      case RuleKind::summary:
        return summary(rule);
    }
    return {};
  }

 private:
  std::string bound(const Decimal& threshold, Comparison comparison) const {
    return std::string(sign_of(comparison)) + " " + with_unit(threshold.to_string(), label_);
  }

  std::string joined(const Rule& rule, std::string_view separator) const {
    std::vector<std::string> members;
    for (const Rule& member : rule.rules) {
      const bool nested = member.kind == RuleKind::all_of || member.kind == RuleKind::any_of;
      members.push_back(nested ? "（" + words(member) + "）" : words(member));
    }
    std::string text;
    for (const std::string& member : members) {
      if (!text.empty()) text += separator;
      const bool sign = member.starts_with("≥") || member.starts_with("≤") || member.starts_with("=") ||
                        member.starts_with("<") || member.starts_with(">");
      if (zh_ && sign && !text.empty()) text += ' ';
      text += member;
    }
    return text;
  }

  std::string change(const Rule& rule) const {
    const bool baseline = rule.against == Reference::baseline;
    const std::string reference = baseline ? (zh_ ? "基期" : "the baseline") : (zh_ ? "上年" : "last year");
    const bool zero = rule.threshold.value.coefficient == 0;
    if (zero && rule.comparison == Comparison::at_least) return zh_ ? "不低于" + reference : "not below " + reference;
    if (zero && rule.comparison == Comparison::at_most) return zh_ ? "不高于" + reference : "not above " + reference;
    if (zero && rule.comparison == Comparison::more_than) return zh_ ? "高于" + reference : "above " + reference;
    if (zero && rule.comparison == Comparison::less_than) return zh_ ? "低于" + reference : "below " + reference;
    const std::string unit = rule.measure == ChangeMeasure::percent ? "%" : difference_unit(label_, language_);
    const std::string limit = std::string(sign_of(rule.comparison)) + " " + with_unit(rule.threshold.value.to_string(), unit);
    return zh_ ? "比" + reference + "的变化 " + limit : "change from " + reference + " " + limit;
  }

  std::string stable(const Rule& rule) const {
    std::string text = zh_ ? "保持稳定或持续改善（不差于上年" : "stable or improving (not worse than last year";
    if (rule.years > 1) {
      const std::string years = std::to_string(rule.years);
      text = zh_ ? "保持稳定或持续改善（近 " + years + " 年逐年不变差"
                 : "stable or improving (no worse in any of " + years + " years";
    }
    if (rule.tolerance.coefficient != 0) {
      const std::string tolerance = with_unit(rule.tolerance.to_string(), difference_unit(label_, language_));
      text += zh_ ? "，容差 " + tolerance : ", tolerance " + tolerance;
    }
    return text + (zh_ ? "）" : ")");
  }

  std::string choose(const Rule& rule) const {
    std::vector<std::string> cases;
    for (std::size_t i = 0; i < rule.rules.size(); ++i) {
      const std::string when = i < rule.cases.size() ? join(rule.cases[i], "、") : (zh_ ? "其他" : "otherwise");
      cases.push_back(when + (zh_ ? "：" : ": ") + words(rule.rules[i]));
    }
    return join(cases, zh_ ? "；" : "; ");
  }

  std::string summary(const Rule& rule) const {
    std::vector<std::string> obligations;
    for (const Obligation obligation : rule.obligations) obligations.emplace_back(label_of(obligation, language_));
    const std::string named = join(obligations, zh_ ? "、" : ", ");
    const std::string_view measures = rule.measures ? (zh_ ? "，各项任务都完成" : ", and every task is done") : "";
    return (zh_ ? named + "类指标都达标" : "every indicator of " + named + " is met") + std::string(measures);
  }

  bool zh_;
  std::string_view label_;
  Language language_;
};

// In a table the unit has a column of its own; a sign is short enough to repeat.
std::string_view short_label(const Scheme& scheme, const Indicator& indicator) {
  const std::string_view label = unit_label(scheme, indicator.value.unit);
  return label == "%" || label == "‰" ? label : std::string_view();
}

std::string target_in_short(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                            Language language) {
  const Target* assigned = assigned_target(assessment, indicator.id);
  std::string value;
  std::string direction;
  if (assigned != nullptr) {
    value = assigned->value;
    direction = assigned->direction;
  } else if (const auto answer = assessment.answers.find(indicator.id); answer != assessment.answers.end()) {
    value = answer->second.target.value;
    direction = answer->second.target.direction;
  }
  const bool zh = language == Language::zh;
  if (is_blank(value)) return zh ? "目标未下达" : "no target yet";
  // The target's own direction where it states one: if it contradicts the indicator's, people must see it.
  const bool lower = direction.empty() ? indicator.value.direction == Direction::lower : direction == "atMost";
  const std::string_view sign = lower ? "≤ " : "≥ ";
  return std::string(sign) + with_unit(value, short_label(scheme, indicator));
}

std::string past_in_short(const Assessment& assessment, const Indicator& indicator, const Rule& rule,
                          Language language) {
  const bool zh = language == Language::zh;
  const auto answer = assessment.answers.find(indicator.id);
  std::string value;
  const bool baseline = rule.kind == RuleKind::change && rule.against == Reference::baseline;
  if (answer != assessment.answers.end()) {
    if (baseline) {
      value = answer->second.baseline.value;
    } else if (const auto past = answer->second.history.find(std::to_string(assessment.year - 1));
               past != answer->second.history.end()) {
      value = past->second.value;
    }
  }
  const std::string reference = baseline ? (zh ? "基期" : "baseline") : (zh ? "上年" : "last year");
  if (is_blank(value)) return zh ? reference + "值未填" : reference + " missing";
  Comparison comparison = rule.kind == RuleKind::change ? rule.comparison : Comparison::at_least;
  if (rule.kind == RuleKind::stable_or_improving && indicator.value.direction == Direction::lower)
    comparison = Comparison::at_most;
  return std::string(sign_of(comparison)) + " " + value + (zh ? "（" + reference + "）" : " (" + reference + ")");
}

std::string rule_in_short(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                          const Rule& rule, Language language) {
  const bool zh = language == Language::zh;
  const auto members = [&](std::string_view separator) {
    std::vector<std::string> parts;
    for (const Rule& member : rule.rules) {
      parts.push_back(rule_in_short(scheme, assessment, indicator, member, language));
    }
    return join(parts, separator);
  };
  switch (rule.kind) {
    case RuleKind::meets_target:
      return target_in_short(scheme, assessment, indicator, language);
    case RuleKind::stable_or_improving:
      if (rule.tolerance.coefficient == 0) return past_in_short(assessment, indicator, rule, language);
      break;
    case RuleKind::change:
      if (rule.threshold.value.coefficient == 0) return past_in_short(assessment, indicator, rule, language);
      break;
    case RuleKind::one_of:
      return join(rule.values, zh ? "、" : ", ");
    case RuleKind::summary:
      return zh ? "全部完成" : "all done";
    case RuleKind::informational:
      return "—";
    case RuleKind::all_of:
      return members(zh ? " 且 " : " and ");
    case RuleKind::any_of:
      return members(zh ? " 或 " : " or ");
    case RuleKind::compare:
    case RuleKind::between:
    case RuleKind::choose:
      break;
  }
  return RuleWords(short_label(scheme, indicator), language).words(rule);
}

}  // namespace

std::string rule_in_words(const Scheme& scheme, const Indicator& indicator, Language language) {
  return RuleWords(unit_label(scheme, indicator.value.unit), language).words(indicator.rule);
}

std::string requirement_in_short(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                 Language language) {
  return rule_in_short(scheme, assessment, indicator, indicator.rule, language);
}

}  // namespace luping
