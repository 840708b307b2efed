// Gates, summaries and the conclusion in words.
#include <algorithm>

#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/explain_words.h"
#include "core/words/phrases.h"

namespace luping {
namespace {

/// What a gate counts, with what it asks for.
std::string count_in_words(const Gate& gate, const GateOutcome& outcome, Language language) {
  const bool zh = language == Language::zh;
  const std::string all = std::to_string(outcome.applicable);
  const std::string passed = std::to_string(outcome.passed);
  std::string text = format(zh ? "{0} 项中 {1} 项达标" : "{1} of {0} met", {all, passed});
  if (gate.kind == GateKind::at_least_pass)
    text += format(zh ? "，要求至少 {0} 项" : ", at least {0} required", {std::to_string(gate.count)});
  if (gate.kind == GateKind::share_pass) {
    const Rational share = Rational(100) * Rational(static_cast<std::int64_t>(outcome.passed)) /
                           Rational(static_cast<std::int64_t>(outcome.applicable));
    const std::string shown = with_unit(figure(share, {Rational(gate.share)}, language), "%");
    text += format(zh ? "，占{0}，要求 ≥ {1}%" : ",{0}, ≥ {1}% required",
                   {after_word(shown, language), gate.share.to_string()});
  }
  return text;
}

}  // namespace

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

std::string gate_in_words(const Gate& gate, const GateOutcome& outcome, Language language) {
  const bool zh = language == Language::zh;
  if (outcome.applicable == 0) return zh ? "没有适用的指标" : "no applicable indicator";
  std::string text;
  const auto add = [&](std::size_t count, std::string_view zh_text, std::string_view en_text) {
    if (count == 0) return;
    if (!text.empty()) text += zh ? "，" : ", ";
    text += format(zh ? zh_text : en_text, {std::to_string(count)});
  };
  if (gate.kind == GateKind::evidence_complete) {
    add(outcome.without_evidence, "还有 {0} 项缺佐证材料", "{0} without evidence");
    if (outcome.without_evidence + outcome.unfilled == 0)
      add(outcome.applicable, "{0} 项都有佐证材料", "all {0} with evidence");
    add(outcome.unfilled, "{0} 项未填报", "{0} not filled in");
    return text;
  }
  if (gate.kind == GateKind::no_veto) {
    text = outcome.failed == 0 ? (zh ? "没有否决事项" : "no veto") : "";
    add(outcome.failed, "{0} 项否决", "{0} vetoed");
  } else {
    text = count_in_words(gate, outcome, language);
    add(outcome.failed, "{0} 项未达标", "{0} not met");
  }
  add(outcome.unresolved, "{0} 项无法判定或数据有误", "{0} cannot be judged");
  add(outcome.unfilled, "{0} 项未填报", "{0} not filled in");
  return text;
}

namespace {

std::string sentence_of(const Scheme& scheme, const Evaluation& evaluation, Language language) {
  const bool zh = language == Language::zh;
  std::size_t required = 0;
  std::size_t blocking = 0;
  bool lacks_evidence = false;
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
    if (!scheme.gates[i].required) continue;
    ++required;
    if (evaluation.gates[i].result != evaluation.conclusion) continue;
    ++blocking;
    lacks_evidence = lacks_evidence ||
                     (scheme.gates[i].kind == GateKind::evidence_complete && evaluation.gates[i].without_evidence != 0);
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
      if (lacks_evidence) {
        return format(zh ? "尚无结论：{0} 项必备条件中有 {1} 项还没有填报完，或缺佐证材料。"
                         : "No conclusion yet: {1} of {0} required conditions are not filled in or lack evidence.",
                      {all, some});
      }
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

}  // namespace

std::string conclusion_in_words(const Scheme& scheme, const Evaluation& evaluation, Language language) {
  const auto by_hand = std::count_if(evaluation.indicators.begin(), evaluation.indicators.end(),
                                     [](const Outcome& outcome) { return outcome.reason == Reason::set_by_hand; });
  const std::string sentence = sentence_of(scheme, evaluation, language);
  if (by_hand == 0) return sentence;
  return sentence + format(language == Language::zh ? "其中 {0} 项指标的结果是人工认定的。"
                                                    : " The results of {0} indicators were set by hand.",
                           {std::to_string(by_hand)});
}

}  // namespace luping
