// Gates and roll-ups: that they select something, can be passed, and fit the values they count.
#include <algorithm>

#include "core/check/scheme_check_parts.h"
#include "core/judge/gate.h"

namespace luping {
namespace {

using enum DiagnosticCode;

// Whether the indicator ever counts in a gate: one without a rule never does.
bool counts(const Scheme& scheme, const Gate& gate, const Indicator& indicator) {
  return indicator.rule.kind != RuleKind::informational && selects(scheme, gate, indicator);
}

std::size_t number_counted(const Scheme& scheme, const Gate& gate) {
  return static_cast<std::size_t>(
      std::count_if(scheme.indicators.begin(), scheme.indicators.end(),
                    [&](const Indicator& indicator) { return counts(scheme, gate, indicator); }));
}

void check_gate(const Scheme& scheme, const Gate& gate, const std::string& pointer, Findings& findings) {
  const std::size_t before = findings.size();
  for (std::size_t i = 0; i < gate.groups.size(); ++i) {
    findings.refer(find_group(scheme, gate.groups[i]), gate.groups[i], "任务组（group）", pointer + at("groups", i));
  }
  for (std::size_t i = 0; i < gate.indicators.size(); ++i) {
    findings.refer(find_indicator(scheme, gate.indicators[i]), gate.indicators[i], "指标（indicator）",
                   pointer + at("indicators", i));
  }
  const bool ids_good = findings.size() == before;
  const std::size_t counted = number_counted(scheme, gate);
  if (gate.kind == GateKind::share_pass) {
    const Rational share(gate.share);
    if (share < Rational(0) || share > Rational(100)) {
      findings.report(share_out_of_range, pointer + "/share", {gate.share.to_string()});
    } else if (share.is_zero()) {
      findings.report(must_be_positive, pointer + "/share", {"share", gate.share.to_string()});
    }
  }
  if (gate.kind == GateKind::at_least_pass && gate.count < 1)
    findings.report(must_be_positive, pointer + "/count", {"count", std::to_string(gate.count)});
  if (!ids_good || scheme.indicators.empty()) return;
  if (counted == 0) {
    const bool evidence = gate.kind == GateKind::evidence_complete;
    findings.report(evidence ? gate_without_evidence : gate_selects_nothing, pointer, {gate.title});
  } else if (gate.kind == GateKind::at_least_pass && gate.count > 0 && static_cast<std::size_t>(gate.count) > counted) {
    findings.report(gate_count_too_large, pointer + "/count", {std::to_string(gate.count), std::to_string(counted)});
  }
  if (gate.kind == GateKind::no_veto && !gate.veto && gate.indicators.empty())
    findings.warn(veto_gate_open, pointer, {gate.title});
}

bool is_ratio_label(std::string_view label) { return label == "%" || label == "％" || label == "‰"; }

}  // namespace

void check_gates(const Scheme& scheme, Findings& findings) {
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) check_gate(scheme, scheme.gates[i], at("gates", i), findings);
  if (scheme.gates.empty()) return;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    if (!indicator.veto) continue;
    const bool decides = std::any_of(scheme.gates.begin(), scheme.gates.end(), [&](const Gate& gate) {
      const bool any_failure_decides = gate.kind == GateKind::no_veto || gate.kind == GateKind::all_pass;
      return gate.required && any_failure_decides && selects(scheme, gate, indicator);
    });
    if (!decides) findings.warn(veto_without_gate, at("indicators", i) + "/veto", {indicator.id});
  }
}

void check_rollup(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings) {
  const Rollup& rollup = indicator.rollup;
  const ValueSpec& value = indicator.value;
  const std::string own = pointer + "/rollup";
  const bool sums_up = rollup.method == RollupMethod::ratio_of_sums || rollup.method == RollupMethod::sum ||
                       rollup.method == RollupMethod::weighted_mean;
  if (sums_up && value.kind != ValueKind::number)
    return findings.report(rollup_needs_number, own + "/method", {indicator.id});
  if (rollup.method == RollupMethod::worst && value.kind == ValueKind::number && value.direction == Direction::none)
    findings.report(rollup_needs_direction, own + "/method", {indicator.id});
  if (rollup.method == RollupMethod::ratio_of_sums) {
    if (value.formula.empty()) findings.report(rollup_needs_formula, own + "/method", {indicator.id});
    for (const std::string& name : value.formula.inputs()) {
      const Input* input = find_input(indicator, name);
      if (input != nullptr && is_ratio_label(unit_label(scheme, input->unit)))
        findings.warn(rollup_sums_shares, own + "/method", {name_of_subject(indicator, name)});
    }
  }
  if (rollup.method == RollupMethod::sum && is_ratio_label(unit_label(scheme, value.unit)))
    findings.warn(rollup_sums_shares, own + "/method", {name_of_subject(indicator, {})});
  if (rollup.method == RollupMethod::weighted_mean) {
    if (rollup.weight.empty()) {
      findings.report(rollup_needs_weight, own, {indicator.id});
    } else {
      findings.refer(find_input(indicator, rollup.weight), rollup.weight, "计算项（input）", own + "/weight");
    }
  }
}

}  // namespace luping
