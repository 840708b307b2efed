#include "oracle/judge.h"

#include <algorithm>
#include <map>

#include "oracle/indicator_judge.h"

namespace luping::oracle {
namespace {

// The written order of each connective; a member that is not in it drops out.
Result first_of(const std::vector<Result>& order, const std::vector<Result>& members) {
  std::size_t best = order.size();
  for (const Result member : members) {
    const auto place = static_cast<std::size_t>(std::find(order.begin(), order.end(), member) - order.begin());
    best = std::min(best, place);
  }
  return best == order.size() ? Result::notapplicable : order[best];
}

Result judge_measure(const Scheme& scheme, const Assessment& assessment, const Measure& measure) {
  static const Indicator kNone;
  const Result concerns =
      IndicatorJudge(scheme, assessment, kNone, nullptr).judge_conditions(measure.applies_when, measure.item);
  const auto report = assessment.measures.find(measure.id);
  const MeasureReport stated = report == assessment.measures.end() ? MeasureReport{} : report->second;
  if (concerns == Result::notapplicable || (stated.not_applicable.declared && !blank(stated.not_applicable.reason)))
    return Result::notapplicable;
  if (concerns == Result::unknown) return Result::unknown;
  if (stated.state.empty()) return Result::notchecked;
  return stated.state == "done" ? Result::pass : Result::fail;
}

bool selected(const Scheme& scheme, const Gate& gate, const Indicator& indicator) {
  const auto names = [](const auto& list, const auto& one) { return list.empty() || holds(list, one); };
  const auto item =
      std::find_if(scheme.items.begin(), scheme.items.end(), [&](const Item& one) { return one.id == indicator.item; });
  const std::string group = item == scheme.items.end() ? std::string() : item->group;
  return names(gate.obligations, indicator.obligation) && names(gate.indicators, indicator.id) &&
         names(gate.groups, group) && (!gate.veto || indicator.veto) &&
         (gate.kind != GateKind::evidence_complete || indicator.evidence_required);
}

Result judge_gate(const Scheme& scheme, const Gate& gate, const std::vector<Verdict>& verdicts) {
  std::vector<Result> counted;
  std::vector<Result> still_open;
  std::size_t lacking = 0;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Result result = verdicts[i].result;
    if (!selected(scheme, gate, scheme.indicators[i]) || result == Result::notapplicable ||
        result == Result::informational)
      continue;
    counted.push_back(result);
    if (result != Result::pass && result != Result::fail) still_open.push_back(result);
    if (result == Result::notchecked || verdicts[i].evidence_missing) ++lacking;
  }
  const auto met = static_cast<std::size_t>(std::count(counted.begin(), counted.end(), Result::pass));
  switch (gate.kind) {
    case GateKind::all_pass:
    case GateKind::no_veto:
      return conjunction(counted);
    case GateKind::evidence_complete:
      if (counted.empty()) return Result::notapplicable;
      return lacking == 0 ? Result::pass : Result::notchecked;
    case GateKind::at_least_pass: {
      const auto needed = static_cast<std::size_t>(gate.count);
      if (met >= needed) return Result::pass;
      return met + still_open.size() < needed ? Result::fail : conjunction(still_open);
    }
    case GateKind::share_pass: {
      if (counted.empty()) return Result::notapplicable;
      const Number all(Whole(counted.size()));
      const auto enough = [&](std::size_t passes) {
        return 100 * Number(Whole(passes)) / all >= number_of(gate.share);
      };
      if (enough(met)) return Result::pass;
      return enough(met + still_open.size()) ? conjunction(still_open) : Result::fail;
    }
  }
  return Result::error;
}

std::optional<Result> set_by_hand(const Assessment& assessment, const Indicator& indicator) {
  const std::map<std::string, Result> tokens = {{"pass", Result::pass},
                                                {"fail", Result::fail},
                                                {"unknown", Result::unknown},
                                                {"notapplicable", Result::notapplicable}};
  const auto answer = assessment.answers.find(indicator.id);
  if (answer == assessment.answers.end()) return std::nullopt;
  const Override& by_hand = answer->second.manual;
  if (blank(by_hand.reason) || blank(by_hand.author) || tokens.count(by_hand.result) == 0) return std::nullopt;
  return tokens.at(by_hand.result);
}

bool evidence_missing(const Assessment& assessment, const Indicator& indicator, Result result) {
  if (!indicator.evidence_required || result == Result::notchecked || result == Result::notapplicable) return false;
  const auto answer = assessment.answers.find(indicator.id);
  if (answer != assessment.answers.end()) {
    for (const Evidence& one : answer->second.evidence) {
      if (!blank(one.title + one.document_number + one.file_name)) return false;
    }
  }
  return true;
}

}  // namespace

Result conjunction(const std::vector<Result>& members) {
  return first_of({Result::fail, Result::error, Result::unknown, Result::notchecked, Result::pass}, members);
}

Result disjunction(const std::vector<Result>& members) {
  return first_of({Result::pass, Result::error, Result::unknown, Result::notchecked, Result::fail}, members);
}

std::optional<Number> number_of_value(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  const Entry entry = Figures(scheme, assessment, indicator).value();
  return entry.state == Entry::State::figure ? std::optional(entry.number) : std::nullopt;
}

std::optional<Number> number_of_input(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                      const std::string& input) {
  const Entry entry = Figures(scheme, assessment, indicator).input(input);
  return entry.state == Entry::State::figure ? std::optional(entry.number) : std::nullopt;
}

Value threshold_value(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                      const Threshold& threshold, const std::string& of) {
  return Figures(scheme, assessment, indicator).threshold(threshold, of);
}

Verdict judge(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Judgement* others) {
  Verdict verdict;
  verdict.value = number_of_value(scheme, assessment, indicator);
  verdict.computed = IndicatorJudge(scheme, assessment, indicator, others).verdict();
  verdict.result = set_by_hand(assessment, indicator).value_or(verdict.computed);
  verdict.evidence_missing = evidence_missing(assessment, indicator, verdict.result);
  return verdict;
}

Judgement judge(const Scheme& scheme, const Assessment& assessment) {
  Judgement judgement;
  for (const Measure& measure : scheme.measures)
    judgement.measures.push_back(judge_measure(scheme, assessment, measure));
  judgement.indicators.resize(scheme.indicators.size());
  for (const bool summaries : {false, true}) {
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      if (has_summary(scheme.indicators[i].rule) == summaries)
        judgement.indicators[i] = judge(scheme, assessment, scheme.indicators[i], &judgement);
    }
  }
  std::vector<Result> required;
  for (const Gate& gate : scheme.gates) {
    judgement.gates.push_back(judge_gate(scheme, gate, judgement.indicators));
    if (gate.required) required.push_back(judgement.gates.back());
  }
  if (!required.empty()) judgement.conclusion = conjunction(required);
  return judgement;
}

}  // namespace luping::oracle
