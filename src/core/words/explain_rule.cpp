// A whole rule in words: conditions numbered, the case of a choice named, and the verdict they come to.
#include "core/judge/rule_evaluator.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/explain_words.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

bool is_composite(const Rule& rule) { return rule.kind == RuleKind::all_of || rule.kind == RuleKind::any_of; }

/// （1）, ① and a): the numbers of conditions, of conditions within them, and further in.
std::string number_of(const Telling& telling, std::size_t index, int depth) {
  const std::string number = std::to_string(index + 1);
  if (depth == 0) return telling.say("（{0}）", "({0}) ", {number});
  if (depth == 1 && index < 20) {
    // U+2460 … U+2473
    std::string circled = "\xE2\x91\xA0";
    circled.back() = static_cast<char>(static_cast<unsigned char>(circled.back()) + index);
    return circled + (telling.zh ? "" : " ");
  }
  if (depth == 2 && index < 26) return std::string(1, static_cast<char>('a' + index)) + ") ";
  return number + ") ";
}

std::string in_words(const Telling& telling, const Rule& rule, const Trace& trace, int depth);

std::string members_in_words(const Telling& telling, const Rule& rule, const Trace& trace, int depth) {
  std::vector<std::string> members;
  for (std::size_t i = 0; i < trace.members.size(); ++i) {
    const Rule& member = rule.rules[i];
    std::string text = number_of(telling, i, depth) + in_words(telling, member, trace.members[i], depth + 1);
    // A condition of several states its result before them.
    const Rule* inner = &member;
    const Trace* inner_trace = &trace.members[i];
    while (inner->kind == RuleKind::choose && !inner_trace->members.empty()) {
      inner = &inner->rules[inner_trace->chosen];
      inner_trace = &inner_trace->members.front();
    }
    if (!is_composite(*inner))
      text += telling.say("，{0}", ", {0}", {label_of(trace.members[i].result, telling.language)});
    members.push_back(std::move(text));
  }
  return join(members, telling.zh ? "；" : "; ");
}

std::string in_words(const Telling& telling, const Rule& rule, const Trace& trace, int depth) {
  switch (rule.kind) {
    case RuleKind::all_of:
    case RuleKind::any_of: {
      const bool all = rule.kind == RuleKind::all_of;
      const std::string members = members_in_words(telling, rule, trace, depth);
      if (depth == 0)
        return members + (all ? telling.say("。各条件须同时满足", ". All conditions must hold")
                          : trace.result == Result::fail
                              ? telling.say("。满足一个条件即可，现在一个都不满足",
                                            ". One condition would suffice, but none holds")
                              : telling.say("。满足一个条件即可", ". One condition suffices"));
      const std::string_view result = label_of(trace.result, telling.language);
      return all ? telling.say("须同时满足以下条件，{0}：{1}", "all of these must hold, {0}: {1}", {result, members})
                 : telling.say("满足以下一个条件即可，{0}：{1}", "one of these suffices, {0}: {1}", {result, members});
    }
    case RuleKind::choose: {
      if (trace.members.empty()) {
        return telling.say("本地区的“{0}”没有填写或不在分类内，无法选定标准", "the region's “{0}” fits no case",
                           {attribute_name(telling.scheme, trace.subject, telling.language)});
      }
      const Rule& chosen = rule.rules[trace.chosen];
      const std::string words = case_in_words(rule, trace.chosen, telling.language);
      if (depth == 0 && is_composite(chosen)) {
        return telling.say("按“{0}”的标准判定。", "judged as “{0}”. ", {words}) +
               in_words(telling, chosen, trace.members.front(), depth);
      }
      return telling.say("按“{0}”的标准，", "for “{0}”, ", {words}) +
             in_words(telling, chosen, trace.members.front(), depth);
    }
    default:
      return leaf_in_words(telling, rule, trace);
  }
}

}  // namespace

std::string judged_in_words(const Telling& telling) {
  const Rule& rule = telling.indicator.rule;
  const Trace& trace = telling.outcome.trace;
  const std::string_view label = label_of(telling.result, telling.language);
  if (rule.kind == RuleKind::summary) {
    return telling.say("本项汇总其余各项：要求{0}。{1}，因此{2}。", "Sums up the others: {0}. {1}: {2}.",
                       {rule_in_words(telling.scheme, telling.indicator, telling.language),
                        summary_in_words(trace, telling.language), label});
  }
  std::string text;
  if (subjects_of(rule).value && telling.outcome.value.result == Result::pass) {
    text = value_in_words(telling);
    text += is_composite(rule) ? telling.say("。", ". ") : std::string(telling.comma());
  }
  return text + in_words(telling, rule, trace, 0) + telling.say("，因此{0}。", ": {0}.", {label});
}

}  // namespace luping
