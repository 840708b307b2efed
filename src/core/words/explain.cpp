#include "core/words/explain.h"

#include <array>

#include "core/judge/quantity.h"
#include "core/text.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

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

void collect_limits(const Rational& number, const Trace& trace, std::vector<Rational>& limits) {
  const std::optional<Rational>& held = trace.unrounded ? trace.unrounded : trace.actual;
  if (held && *held == number) {
    limits.push_back(*trace.required);
    if (trace.unrounded && trace.required_typed) {  // where the rounding turns
      const Rational half(Decimal{5, static_cast<std::uint8_t>(trace.required_typed->scale + 1)});
      limits.push_back(*trace.actual - half);
      limits.push_back(*trace.actual + half);
    }
  }
  if (trace.past) limits.push_back(*trace.past);
  for (const Trace& member : trace.members) collect_limits(number, member, limits);
}

/// Everything a number was held against, so that no display of it seems to touch what it does not.
std::vector<Rational> limits_of(const Rational& number, const Indicator& indicator, const Outcome& outcome) {
  std::vector<Rational> limits = {Rational()};
  for (const auto& bound : {indicator.value.minimum, indicator.value.maximum}) {
    if (bound) limits.emplace_back(*bound);
  }
  collect_limits(number, outcome.trace, limits);
  return limits;
}

std::string ruled_in_words(const Telling& telling) {
  const Trace& trace = telling.outcome.trace;
  if (trace.result == telling.result && trace.reason != Reason::none) return judged_in_words(telling);
  return unjudged_in_words(telling);
}

/// 人工认定为达标（认定人：…）, in front of what the rule says.
std::string by_hand_in_words(const Telling& telling) {
  const Override& manual = telling.answer->manual;
  std::string who = telling.say("认定人：{0}", "by {0}", {manual.author});
  if (!is_blank(manual.authority)) who += telling.say("，依据：{0}", ", on the authority of {0}", {manual.authority});
  if (!is_blank(manual.date)) who += telling.say("，日期：{0}", ", {0}", {manual.date});
  who += telling.say("；理由：{0}", "; reason: {0}", {manual.reason});
  return telling.say(
      "人工认定为{0}（{1}）。按规则计算的结果是{2}：", "Set by hand: {0} ({1}). The rule gives: {2}. ",
      {label_of(telling.outcome.result, telling.language), who, label_of(telling.result, telling.language)});
}

}  // namespace

Telling::Telling(const Scheme& of_scheme, const Assessment& of_assessment, const Indicator& of_indicator,
                 const Outcome& of_outcome, Language in_language)
    : scheme(of_scheme),
      assessment(of_assessment),
      indicator(of_indicator),
      outcome(of_outcome),
      language(in_language),
      zh(in_language == Language::zh) {
  const auto found = assessment.answers.find(indicator.id);
  if (found != assessment.answers.end()) answer = &found->second;
  const bool by_hand = outcome.reason == Reason::set_by_hand;
  result = by_hand ? outcome.computed : outcome.result;
  reason = by_hand ? outcome.computed_reason : outcome.reason;
}

std::string Telling::say(std::string_view chinese, std::string_view english,
                         std::initializer_list<std::string_view> arguments) const {
  return format(zh ? chinese : english, arguments);
}

std::string_view Telling::label(std::string_view of) const { return label_of_subject(scheme, indicator, of); }

std::string Telling::typed_text(std::string_view input) const {
  if (answer == nullptr) return {};
  if (input.empty()) return answer->value;
  const auto typed = answer->inputs.find(std::string(input));
  return typed == answer->inputs.end() ? answer->value : typed->second;
}

std::string Telling::typed_figure(std::string_view text, std::string_view unit) const {
  const Quantity read = read_quantity(scheme, text, unit);
  if (!read.ok()) return std::string(text);
  if (read.unit.empty()) return with_unit(read.typed.to_string(), unit_label(scheme, unit));
  return with_unit(read.typed.to_string(), unit_label(scheme, read.unit)) +
         bracketed(equals_figure(read.number, limits_of(read.number, indicator, outcome), unit_label(scheme, unit)),
                   language);
}

std::string Telling::quoted() const {
  if (indicator.threshold_quote.empty()) return {};
  return say("（原文“{0}”）", " (“{0}”)", {indicator.threshold_quote});
}

std::string_view label_of(Result result, Language language) {
  const Labels& labels = kResultLabels[static_cast<std::size_t>(result)];
  return language == Language::zh ? labels.zh : labels.en;
}

std::string_view label_of(Obligation obligation, Language language) {
  const Labels& labels = kObligationLabels[static_cast<std::size_t>(obligation)];
  return language == Language::zh ? labels.zh : labels.en;
}

std::string value_text(const Indicator& indicator, const Outcome& outcome, Language language) {
  const Subject& value = outcome.value;
  if (value.typed && value.typed_unit.empty()) return value.typed->to_string();
  if (!value.number) return value.word;
  return figure(*value.number, limits_of(*value.number, indicator, outcome), language);
}

std::string explain(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                    const Outcome& outcome, Language language) {
  const Telling telling(scheme, assessment, indicator, outcome, language);
  std::string text = ruled_in_words(telling);
  if (outcome.reason == Reason::set_by_hand && telling.answer != nullptr) {
    // The label stands in front already.
    const std::string label = std::string(label_of(telling.result, language)) + "：";
    if (text.starts_with(label)) text.erase(0, label.size());
    text = by_hand_in_words(telling) + text;
  }
  if (!outcome.evidence_missing) return text;
  if (!text.ends_with("。") && !text.ends_with(".")) text += telling.zh ? "。" : ".";
  if (!telling.zh) text += ' ';
  const std::string which =
      is_blank(indicator.evidence_note) ? std::string() : bracketed(indicator.evidence_note, language);
  return text + telling.say("还缺佐证材料{0}。", "Evidence is still missing{0}.", {which});
}

}  // namespace luping
