// Rules in words, without a value: what an indicator asks for.
#include "core/words/rule_words.h"

#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"

namespace luping {
namespace {

class RuleWords {
 public:
  RuleWords(const Scheme& scheme, const Indicator& indicator, std::string_view label, Language language)
      : scheme_(scheme), indicator_(indicator), label_(label), language_(language), zh_(language == Language::zh) {}

  std::string words(const Rule& rule) const {
    switch (rule.kind) {
      case RuleKind::informational:
        return zh_ ? "不作判定，仅供参考" : "no verdict, for information";
      case RuleKind::compare:
        return named(rule, bound(rule.comparison, rule.threshold, label_for(rule)));
      case RuleKind::between:
        return named(rule, between(rule));
      case RuleKind::one_of:
        if (forbids_an_event(rule)) return zh_ ? "未发生" : "must not occur";
        return zh_ ? "为“" + join(rule.values, "”或“") + "”" : "is " + join(rule.values, " or ");
      case RuleKind::meets_target:
        return target(rule);
      case RuleKind::change:
        return named(rule, change(rule));
      case RuleKind::stable_or_improving:
        return named(rule, stable(rule));
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
  std::string_view label_for(const Rule& rule) const {
    return rule.of.empty() ? label_ : label_of_subject(scheme_, indicator_, rule.of);
  }

  // A rule about an input says so.
  std::string named(const Rule& rule, std::string text) const {
    return rule.of.empty() ? text : joined_to(input_in_quotes(indicator_, rule.of), text, language_);
  }

  std::string bound(Comparison comparison, const Threshold& threshold, std::string_view label) const {
    if (!threshold.formula.empty()) {
      const auto name = [&](const ReferenceValue& reference) {
        return reference_name(scheme_, indicator_, reference, language_);
      };
      return computed_in_words(comparison, threshold, name, language_);
    }
    if (threshold.by_year.empty())
      return std::string(sign_of(comparison)) + " " + with_unit(threshold.value.to_string(), label);
    std::vector<std::string> figures;
    for (const auto& [year, figure] : threshold.by_year)
      figures.push_back(from_year_in_words(year, comparison, figure, label, language_));
    return join(figures, zh_ ? "，" : ", ");
  }

  std::string in_brackets(const std::string& text) const { return zh_ ? "（" + text + "）" : "(" + text + ")"; }

  // Several figures by year would run into what stands beside them.
  std::string set_apart(const Threshold& threshold, const std::string& text) const {
    return threshold.formula.empty() && threshold.by_year.size() > 1 ? in_brackets(text) : text;
  }

  std::string between(const Rule& rule) const {
    const std::string_view label = label_for(rule);
    const Comparison low = rule.strict_minimum ? Comparison::more_than : Comparison::at_least;
    const Comparison high = rule.strict_maximum ? Comparison::less_than : Comparison::at_most;
    const std::string minimum = set_apart(rule.minimum, bound(low, rule.minimum, label));
    const std::string maximum = set_apart(rule.maximum, bound(high, rule.maximum, label));
    return joined_to(minimum + (zh_ ? " 且" : " and"), maximum, language_);
  }

  std::string target(const Rule& rule) const {
    const bool plan = rule.source == TargetSource::plan;
    if (!rule.of.empty()) {
      const std::string_view held = plan ? (zh_ ? "年度计划目标" : "the year's plan")
                                         : (zh_ ? "上级下达的目标" : "the target assigned by the superior");
      return named(rule, joined_to(word_of(rule.comparison, language_), held, language_));
    }
    if (plan) return zh_ ? "完成年度计划" : "meets the year's plan";
    return zh_ ? "完成上级下达的目标" : "meets the target assigned by the superior";
  }

  std::string joined(const Rule& rule, std::string_view separator) const {
    std::string text;
    for (const Rule& member : rule.rules) {
      std::string part = words(member);
      const bool nested =
          member.kind == RuleKind::all_of || member.kind == RuleKind::any_of || member.kind == RuleKind::choose;
      if (nested) part = in_brackets(part);
      if (member.kind == RuleKind::compare) part = set_apart(member.threshold, part);
      if (text.empty()) {
        text = std::move(part);
      } else {
        text += separator;
        text = zh_ ? joined_to(text, part, language_) : text + part;
      }
    }
    return text;
  }

  std::string change(const Rule& rule) const {
    const std::string reference = change_reference(rule, language_);
    const bool zero = rule.threshold.is_fixed() && rule.threshold.value.coefficient == 0;
    if (zero && rule.comparison != Comparison::equals)
      return joined_to(word_of(rule.comparison, language_), reference, language_);
    const std::string unit = rule.measure == ChangeMeasure::percent ? "%" : difference_unit(label_for(rule), language_);
    return joined_to(zh_ ? "比" + reference + "的变化" : "change from " + reference,
                     bound(rule.comparison, rule.threshold, unit), language_);
  }

  std::string stable(const Rule& rule) const {
    std::string text = zh_ ? "保持稳定或持续改善（不差于上年" : "stable or improving (not worse than last year";
    if (rule.years > 1) {
      const std::string years = std::to_string(rule.years);
      text = zh_ ? "保持稳定或持续改善（近 " + years + " 年逐年不变差"
                 : "stable or improving (no worse in any of " + years + " years";
      if (rule.gaps == SeriesGaps::skip) text += zh_ ? "，没有数值的年份跳过" : ", years without a figure passed over";
    }
    if (rule.tolerance.coefficient != 0) {
      const bool percent = rule.tolerance_measure == ChangeMeasure::percent;
      const std::string figure = rule.tolerance.to_string();
      const std::string amount = with_unit(figure, difference_unit(label_for(rule), language_));
      text += zh_ ? "，容差" : ", tolerance";
      text += percent ? format(zh_ ? "为前一年数值的 {0}%" : " {0}% of the earlier figure", {figure}) : " " + amount;
    }
    return text + (zh_ ? "）" : ")");
  }

  std::string choose(const Rule& rule) const {
    std::vector<std::string> cases;
    for (std::size_t i = 0; i < rule.rules.size(); ++i)
      cases.push_back(case_in_words(rule, i, language_) + (zh_ ? "：" : ": ") + words(rule.rules[i]));
    return join(cases, zh_ ? "；" : "; ");
  }

  std::string summary(const Rule& rule) const {
    std::vector<std::string> obligations;
    for (const Obligation obligation : rule.obligations) obligations.emplace_back(label_of(obligation, language_));
    const std::string named = join(obligations, zh_ ? "、" : ", ");
    const std::string_view measures = rule.measures ? (zh_ ? "，各项任务都完成" : ", and every task is done") : "";
    return (zh_ ? named + "类指标都达标" : "every indicator of " + named + " is met") + std::string(measures);
  }

  const Scheme& scheme_;
  const Indicator& indicator_;
  std::string_view label_;
  Language language_;
  bool zh_;
};

}  // namespace

std::string rule_in_words(const Scheme& scheme, const Indicator& indicator, const Rule& rule, std::string_view label,
                          Language language) {
  return RuleWords(scheme, indicator, label, language).words(rule);
}

std::string rule_in_words(const Scheme& scheme, const Indicator& indicator, Language language) {
  return rule_in_words(scheme, indicator, indicator.rule, unit_label(scheme, indicator.value.unit), language);
}

}  // namespace luping
