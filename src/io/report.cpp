#include "io/report.h"

#include "core/analysis/gap.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

constexpr unsigned kDecimals = 6;

ReportIndicator build_indicator(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                const Outcome& outcome, Language language) {
  ReportIndicator entry;
  const Item& item = *find_item(scheme, indicator.item);
  const Group& group = *find_group(scheme, item.group);
  entry.id = indicator.id;
  entry.group = group.number + group.title;
  entry.name = indicator.name;
  entry.obligation = indicator.obligation;
  entry.obligation_label = label_of(indicator.obligation, language);
  entry.result = outcome.result;
  entry.result_label = label_of(outcome.result, language);
  entry.reason = token_of(outcome.reason);
  entry.unit = unit_label(scheme, indicator.value.unit);
  entry.requirement = requirement_in_short(scheme, assessment, indicator, language);
  entry.value_shown = value_text(indicator, outcome, language);
  entry.value =
      outcome.value.typed && outcome.value.typed_unit.empty() ? outcome.value.typed->to_string() : outcome.value.word;
  const std::optional<Gap> gap = gap_of(indicator.rule, outcome.trace);
  if (entry.value.empty() && outcome.value.number) {
    // Toward the failing side, so that no reader finds a pass where there is none.
    const bool lower = gap && (gap->comparison == Comparison::at_most || gap->comparison == Comparison::less_than);
    entry.value = to_text(*outcome.value.number, kDecimals, lower ? Rounding::up : Rounding::down);
    entry.value_rounded = !is_exact(*outcome.value.number, kDecimals);
  }
  if (gap) {
    entry.gap = to_text(gap->distance, kDecimals, Rounding::down);
    entry.gap_rounded = !is_exact(gap->distance, kDecimals);
  }
  entry.shortfall = shortfall_in_words(scheme, indicator, outcome, language);
  entry.obstacle = obstacle_in_words(scheme, indicator, outcome, language);
  entry.evidence_missing = outcome.evidence_missing;
  if (outcome.reason == Reason::set_by_hand) {
    entry.computed = outcome.computed;
    entry.computed_reason = token_of(outcome.computed_reason);
    entry.shortfall = format(language == Language::zh ? "人工认定（按规则：{0}）" : "set by hand (the rule gives: {0})",
                             {label_of(outcome.computed, language)});
    entry.obstacle = entry.shortfall;
  }
  if (const std::optional<Lever> lever = find_lever(scheme, assessment, indicator)) {
    entry.lever_input = lever->input;
    entry.lever_change = to_text(lever->change, 18, Rounding::half_even);
    entry.remedy = lever_in_words(scheme, assessment, indicator, language);
  }
  entry.explanation = explain(scheme, assessment, indicator, outcome, language);
  const auto& lead = item.lead_units.empty() ? item.responsible_units : item.lead_units;
  entry.lead = join(organisation_names(scheme, lead, assessment.region), "、");
  const auto answer = assessment.answers.find(indicator.id);
  if (answer != assessment.answers.end()) entry.note = answer->second.note;
  return entry;
}

}  // namespace

Report build_report(const Scheme& scheme, const Assessment& assessment, const Evaluation& evaluation, std::string file,
                    Language language) {
  Report report;
  report.file = std::move(file);
  report.assessment = assessment.id;
  report.sample = assessment.sample;
  report.scheme_id = scheme.id;
  report.scheme_version = scheme.version;
  report.scheme_title = scheme.title;
  report.region_id = assessment.region;
  if (const Region* region = find_region(scheme, assessment.region)) report.region_name = region->name;
  report.year = assessment.year;
  report.conclusion = evaluation.conclusion;
  report.conclusion_sentence = conclusion_in_words(scheme, evaluation, language);
  report.counts = evaluation.counts;
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
    const Gate& gate = scheme.gates[i];
    const GateOutcome& outcome = evaluation.gates[i];
    report.gates.push_back({gate.id, gate.title, gate.required, outcome.result, gate_in_words(gate, outcome, language),
                            outcome.passed, outcome.applicable});
  }
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    report.indicators.push_back(
        build_indicator(scheme, assessment, scheme.indicators[i], evaluation.indicators[i], language));
  }
  return report;
}

}  // namespace luping
