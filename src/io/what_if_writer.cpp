#include "io/analysis.h"
#include "io/analysis_parts.h"

namespace luping {
namespace {

void write_supposition(JsonWriter& json, const Supposition& supposition) {
  json.begin_array("supposed");
  for (const auto& [indicator, value] : supposition.values) {
    json.begin_object();
    json.text("indicator", indicator);
    json.text("value", value);
    json.end_object();
  }
  for (const auto& [indicator, inputs] : supposition.inputs) {
    for (const auto& [input, value] : inputs) {
      json.begin_object();
      json.text("indicator", indicator);
      json.text("input", input);
      json.text("value", value);
      json.end_object();
    }
  }
  for (const auto& [measure, state] : supposition.measures) {
    json.begin_object();
    json.text("measure", measure);
    json.text("state", state);
    json.end_object();
  }
  for (const Supposition::NewThreshold& threshold : supposition.thresholds) {
    json.begin_object();
    json.text("indicator", threshold.indicator);
    json.text("threshold", threshold.figure.to_string());
    json.text_if("pointer", threshold.pointer);
    json.end_object();
  }
  json.end_array();
}

void write_side(JsonWriter& json, std::string_view key, const ReportIndicator& side) {
  json.begin_object(key);
  json.text("result", token_of(side.result));
  json.text("reason", side.reason);
  write_figure(json, side);
  json.text("explanation", side.explanation);
  json.end_object();
}

}  // namespace

std::string write_what_if(const Scheme& scheme, const Assessment& assessment, const Supposition& supposition,
                          const WhatIf& what_if, std::string_view file, std::string_view generator, Language language) {
  const Report before = build_report(scheme, assessment, what_if.before, std::string(file), language);
  const Report after = build_report(what_if.scheme, what_if.assessment, what_if.after, std::string(file), language);
  JsonWriter json;
  json.begin_object();
  write_head(json, "luping-what-if", generator);
  json.text("file", file);
  json.text_if("assessment", assessment.id);
  json.truth("sample", assessment.sample);
  write_subject(json, scheme, assessment.region, assessment.year);
  write_supposition(json, supposition);
  json.begin_object("conclusion");
  write_conclusion(json, "before", scheme, what_if.before, language);
  write_conclusion(json, "after", what_if.scheme, what_if.after, language);
  json.end_object();
  json.begin_array("gates");
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
    json.begin_object();
    json.text("id", scheme.gates[i].id);
    json.text("title", scheme.gates[i].title);
    json.truth("required", scheme.gates[i].required);
    json.text("before", token_of(what_if.before.gates[i].result));
    json.text("after", token_of(what_if.after.gates[i].result));
    json.end_object();
  }
  json.end_array();
  json.begin_array("changes");
  for (const IndicatorChange& change : what_if.changes) {
    json.begin_object();
    write_indicator_head(json, scheme.indicators[change.indicator]);
    write_side(json, "before", before.indicators[change.indicator]);
    write_side(json, "after", after.indicators[change.indicator]);
    json.end_object();
  }
  json.end_array();
  json.begin_array("failing");
  for (const EasyWin& win : failing_by_ease(what_if.scheme, what_if.assessment, what_if.after, {})) {
    json.begin_object();
    write_indicator_head(json, scheme.indicators[win.indicator]);
    std::vector<std::string> rounded;
    if (win.gap) {
      write_number(json, "gap", win.gap->distance, rounded);
      write_number(json, "relative", win.gap->relative, rounded);
    }
    if (win.lever) {
      json.begin_object("lever");
      json.text("input", win.lever->input);
      json.text("change", to_text(win.lever->change, 18, Rounding::half_even));
      json.end_object();
    }
    write_rounded(json, "rounded", rounded);
    json.text_if("shortfall", after.indicators[win.indicator].shortfall);
    json.text_if("remedy", after.indicators[win.indicator].remedy);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace luping
