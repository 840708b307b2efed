#include "core/analysis/what_if.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/judge/rule_evaluator.h"
#include "core/stable_order.h"
#include "core/text.h"

namespace luping {
namespace {

Indicator* mutable_indicator(Scheme& scheme, const std::string& id) {
  const auto found = std::find_if(scheme.indicators.begin(), scheme.indicators.end(),
                                  [&](const Indicator& one) { return one.id == id; });
  return found == scheme.indicators.end() ? nullptr : &*found;
}

/// The first comparison of the value with a figure of the scheme: one that is the same every year first, then one set by year.
Threshold* first_threshold(const Scheme& scheme, const Assessment& assessment, Rule& rule, bool by_year) {
  if (rule.kind == RuleKind::compare && rule.threshold.formula.empty() && rule.threshold.by_year.empty() != by_year)
    return &rule.threshold;
  if (rule.kind == RuleKind::choose) {
    const std::optional<std::size_t> chosen = chosen_case(scheme, assessment, rule);
    return chosen ? first_threshold(scheme, assessment, rule.rules[*chosen], by_year) : nullptr;
  }
  for (Rule& member : rule.rules) {
    if (Threshold* found = first_threshold(scheme, assessment, member, by_year)) return found;
  }
  return nullptr;
}

/// The next step of a pointer, taken off its front; empty at its end.
std::string_view take_step(std::string_view& pointer) {
  if (!pointer.starts_with('/')) return {};
  pointer.remove_prefix(1);
  const std::string_view step = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(step.size());
  return step;
}

Threshold* threshold_at(Rule& rule, std::string_view pointer) {
  Rule* at = &rule;
  for (std::string_view step = take_step(pointer); !step.empty(); step = take_step(pointer)) {
    const bool last = pointer.empty();
    const bool ends = at->kind == RuleKind::between;
    const bool compares = at->kind == RuleKind::compare || at->kind == RuleKind::change;
    if (step == "threshold") return last && compares ? &at->threshold : nullptr;
    if (step == "minimum") return last && ends ? &at->minimum : nullptr;
    if (step == "maximum") return last && ends ? &at->maximum : nullptr;
    if (step != "rules") return nullptr;
    const std::string_view place = take_step(pointer);
    std::size_t index = 0;
    const auto read = std::from_chars(place.data(), place.data() + place.size(), index);
    if (place.empty() || read.ec != std::errc() || read.ptr != place.data() + place.size() || index >= at->rules.size())
      return nullptr;
    at = &at->rules[index];
    if (pointer.empty()) {  // a whole rule: its only figure
      return at->kind == RuleKind::compare || at->kind == RuleKind::change ? &at->threshold : nullptr;
    }
  }
  return nullptr;
}

class Supposer {
 public:
  Supposer(const Scheme& scheme, const Assessment& assessment) {
    whole_.scheme = scheme;
    whole_.assessment = assessment;
  }

  WhatIf run(const Scheme& scheme, const Assessment& assessment, const Supposition& supposition) {
    for (const auto& [indicator, value] : supposition.values) suppose_value(indicator, value);
    for (const auto& [indicator, inputs] : supposition.inputs) {
      for (const auto& [input, value] : inputs) suppose_input(indicator, input, value);
    }
    for (const auto& [measure, state] : supposition.measures) suppose_measure(measure, state);
    for (const Supposition::NewThreshold& threshold : supposition.thresholds) suppose_threshold(threshold);
    if (!whole_.problems.empty()) return std::move(whole_);
    whole_.before = evaluate(scheme, assessment);
    whole_.after = evaluate(whole_.scheme, whole_.assessment);
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      const Outcome& before = whole_.before.indicators[i];
      const Outcome& after = whole_.after.indicators[i];
      if (differ(scheme.indicators[i], before, whole_.scheme.indicators[i], after))
        whole_.changes.push_back({i, before, after});
    }
    return std::move(whole_);
  }

 private:
  void problem(SuppositionProblemKind kind, const std::string& indicator, const std::string& part = {}) {
    whole_.problems.push_back({kind, indicator, part});
  }

  void suppose_value(const std::string& id, const std::string& value) {
    const Indicator* indicator = find_indicator(whole_.scheme, id);
    if (indicator == nullptr) return problem(SuppositionProblemKind::unknown_indicator, id);
    const ValueKind kind = indicator->value.kind;
    if (kind == ValueKind::measure || kind == ValueKind::none)
      return problem(SuppositionProblemKind::value_not_entered, id);
    Answer& answer = whole_.assessment.answers[id];
    answer.value = value;
    if (!indicator->value.formula.empty()) answer.entry = "value";
  }

  void suppose_input(const std::string& id, const std::string& input, const std::string& value) {
    const Indicator* indicator = find_indicator(whole_.scheme, id);
    if (indicator == nullptr) return problem(SuppositionProblemKind::unknown_indicator, id);
    if (find_input(*indicator, input) == nullptr) return problem(SuppositionProblemKind::unknown_input, id, input);
    Answer& answer = whole_.assessment.answers[id];
    answer.inputs[input] = value;
    // An input the formula does not name has a rule of its own; the figure stays what it was.
    const auto& named = indicator->value.formula.inputs();
    if (std::find(named.begin(), named.end(), input) != named.end()) answer.entry = "inputs";
  }

  void suppose_measure(const std::string& id, const std::string& state) {
    if (find_measure(whole_.scheme, id) == nullptr) return problem(SuppositionProblemKind::unknown_measure, id);
    if (!state.empty() && measure_state_word(state).empty())
      return problem(SuppositionProblemKind::unknown_state, id, state);
    whole_.assessment.measures[id].state = state;
  }

  void suppose_threshold(const Supposition::NewThreshold& wanted) {
    Indicator* indicator = mutable_indicator(whole_.scheme, wanted.indicator);
    if (indicator == nullptr) return problem(SuppositionProblemKind::unknown_indicator, wanted.indicator);
    Threshold* threshold = nullptr;
    if (wanted.pointer.empty()) {
      threshold = first_threshold(whole_.scheme, whole_.assessment, indicator->rule, false);
      if (threshold == nullptr) threshold = first_threshold(whole_.scheme, whole_.assessment, indicator->rule, true);
    } else {
      threshold = threshold_at(indicator->rule, wanted.pointer);
    }
    if (threshold == nullptr) return problem(SuppositionProblemKind::no_threshold, wanted.indicator, wanted.pointer);
    *threshold = wanted.figure;
  }

  static bool differ(const Indicator& rule_before, const Outcome& before, const Indicator& rule_after,
                     const Outcome& after) {
    if (before.result != after.result || before.reason != after.reason || before.computed != after.computed)
      return true;
    if (before.value.result != after.value.result || before.value.number != after.value.number ||
        before.value.word != after.value.word)
      return true;
    const std::optional<Gap> gap_before = gap_of(rule_before.rule, before.trace);
    const std::optional<Gap> gap_after = gap_of(rule_after.rule, after.trace);
    if (gap_before.has_value() != gap_after.has_value()) return true;
    return gap_before && (gap_before->required != gap_after->required || gap_before->actual != gap_after->actual);
  }

  WhatIf whole_;
};

}  // namespace

WhatIf what_if(const Scheme& scheme, const Assessment& assessment, const Supposition& supposition) {
  return Supposer(scheme, assessment).run(scheme, assessment, supposition);
}

std::vector<EasyWin> failing_by_ease(const Scheme& scheme, const Assessment& assessment, const Evaluation& evaluation,
                                     const std::vector<Obligation>& obligations) {
  std::vector<EasyWin> wins;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    const Outcome& outcome = evaluation.indicators[i];
    const bool asked = obligations.empty() ||
                       std::find(obligations.begin(), obligations.end(), indicator.obligation) != obligations.end();
    if (!asked || outcome.result != Result::fail) continue;
    EasyWin win;
    win.indicator = i;
    // Where a person set the failure there is no distance to close.
    if (outcome.computed == Result::fail) {
      win.gap = gap_of(indicator.rule, outcome.trace);
      win.lever = find_lever(scheme, assessment, indicator);
    }
    wins.push_back(std::move(win));
  }
  stable_sort(wins, [](const EasyWin& a, const EasyWin& b) {
    if (!a.gap || !b.gap) return a.gap.has_value() && !b.gap.has_value();
    return a.gap->relative < b.gap->relative;
  });
  return wins;
}

std::string problem_in_words(const SuppositionProblem& problem, Language language) {
  struct Words {
    std::string_view zh;
    std::string_view en;
  };
  static constexpr std::array<Words, 6> kWords = {
      {{"指标体系里没有指标 {0}", "the scheme has no indicator {0}"},
       {"指标 {0} 没有“{1}”这个数据项", "indicator {0} has no input {1}"},
       {"指标体系里没有任务 {0}", "the scheme has no measure {0}"},
       {"任务 {0} 的状态只能是 notStarted、inProgress、done，不能是“{1}”",
        "the state of measure {0} is notStarted, inProgress or done, not {1}"},
       {"指标 {0} 不直接填数，请改假设它依据的任务或指标", "indicator {0} takes no value of its own"},
       {"指标 {0} 的规则里没有可以改的门槛数字{1}", "the rule of indicator {0} has no figure to change{1}"}}};
  const Words& words = kWords[static_cast<std::size_t>(problem.kind)];
  const bool zh = language == Language::zh;
  std::string part = problem.part;
  if (problem.kind == SuppositionProblemKind::no_threshold && !part.empty())
    part = format(zh ? "（位置 {0}）" : " at {0}", {problem.part});
  return format(zh ? words.zh : words.en, {problem.indicator, part});
}

}  // namespace luping
