#include "core/judge/gate.h"

#include <algorithm>

namespace luping {
namespace {

template <typename List, typename T>
bool allows(const List& list, const T& one) {
  return list.empty() || std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

std::size_t needed(const Gate& gate, std::size_t applicable) {
  if (gate.kind == GateKind::at_least_pass) return static_cast<std::size_t>(std::max(gate.count, 0));
  // The least whole number that is not below the share.
  const Rational exact = Rational(gate.share) * Rational(static_cast<std::int64_t>(applicable)) / Rational(100);
  std::size_t count = 0;
  while (Rational(static_cast<std::int64_t>(count)) < exact) ++count;
  return count;
}

bool selects(const Scheme& scheme, const Gate& gate, const Indicator& indicator) {
  if (gate.veto && !indicator.veto) return false;
  if (gate.kind == GateKind::evidence_complete && !indicator.evidence_required) return false;
  if (!allows(gate.obligations, indicator.obligation) || !allows(gate.indicators, indicator.id)) return false;
  if (gate.groups.empty()) return true;
  const Item* item = find_item(scheme, indicator.item);
  return item != nullptr && allows(gate.groups, item->group);
}

GateOutcome judge_gate(const Scheme& scheme, const Gate& gate, const std::vector<Outcome>& indicators) {
  GateOutcome outcome;
  std::vector<Result> results;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    if (!selects(scheme, gate, scheme.indicators[i])) continue;
    const Result result = indicators[i].result;
    if (result == Result::notapplicable || result == Result::informational) continue;
    results.push_back(result);
    ++outcome.applicable;
    if (result == Result::pass) ++outcome.passed;
    if (result == Result::fail) ++outcome.failed;
    if (result == Result::unknown || result == Result::error) ++outcome.unresolved;
    if (result == Result::notchecked) ++outcome.unfilled;
    if (indicators[i].evidence_missing) ++outcome.without_evidence;
  }
  outcome.result = all_of(results);
  switch (gate.kind) {
    case GateKind::all_pass:
    case GateKind::no_veto:
      break;
    case GateKind::evidence_complete:
      if (outcome.applicable != 0)
        outcome.result = outcome.without_evidence + outcome.unfilled == 0 ? Result::pass : Result::notchecked;
      break;
    case GateKind::at_least_pass:
    case GateKind::share_pass: {
      const std::size_t least = needed(gate, outcome.applicable);
      if (outcome.applicable == 0 && gate.kind == GateKind::share_pass) break;
      if (outcome.passed >= least) {
        outcome.result = Result::pass;
      } else if (outcome.passed + outcome.unresolved + outcome.unfilled < least) {
        outcome.result = Result::fail;
      } else {
        std::erase(results, Result::fail);  // enough of the rest may still pass: what keeps them open decides
        outcome.result = all_of(results);
      }
      break;
    }
  }
  return outcome;
}

}  // namespace luping
