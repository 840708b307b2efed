#include <array>

#include "io/document_reader.h"
#include "io/json_writer.h"
#include "io/report.h"

namespace luping {
namespace {

std::string_view word_of(Obligation obligation) {
  constexpr std::array<std::string_view, 4> kWords = {"must", "should", "strive", "task"};
  return kWords[static_cast<std::size_t>(obligation)];
}

void write_indicator(JsonWriter& json, const ReportIndicator& indicator) {
  json.begin_object();
  json.text("id", indicator.id);
  json.text("name", indicator.name);
  json.text("obligation", word_of(indicator.obligation));
  json.text("result", token_of(indicator.result));
  json.text("reason", indicator.reason);
  if (indicator.computed) {
    json.begin_object("computed");
    json.text("result", token_of(*indicator.computed));
    json.text("reason", indicator.computed_reason);
    json.end_object();
  }
  if (indicator.evidence_missing) json.truth("evidenceMissing", true);
  if (!indicator.value.empty()) {
    json.text("value", indicator.value);
    if (indicator.value_rounded) json.truth("rounded", true);
  }
  json.text_if("unit", indicator.unit);
  json.text_if("threshold", indicator.requirement);
  json.text_if("gap", indicator.gap);
  if (!indicator.lever_input.empty()) {
    json.begin_object("lever");
    json.text("input", indicator.lever_input);
    json.text("change", indicator.lever_change);
    json.end_object();
  }
  json.text("explanation", indicator.explanation);
  json.end_object();
}

void write_report(JsonWriter& json, const Report& report) {
  json.begin_object();
  json.text("file", report.file);
  json.text_if("assessment", report.assessment);
  json.truth("sample", report.sample);
  json.begin_object("scheme");
  json.text("id", report.scheme_id);
  json.text("version", report.scheme_version);
  json.end_object();
  json.begin_object("region");
  json.text("id", report.region_id);
  json.text("name", report.region_name);
  json.end_object();
  json.integer("year", report.year);
  json.begin_object("conclusion");
  json.text("result", token_of(report.conclusion));
  json.text("sentence", report.conclusion_sentence);
  json.end_object();
  json.begin_object("counts");
  for (const Result result : kAllResults) {
    json.integer(token_of(result), static_cast<std::int64_t>(report.counts[static_cast<std::size_t>(result)]));
  }
  json.end_object();
  json.begin_array("gates");
  for (const ReportGate& gate : report.gates) {
    json.begin_object();
    json.text("id", gate.id);
    json.text("title", gate.title);
    json.truth("required", gate.required);
    json.text("result", token_of(gate.result));
    json.integer("passed", static_cast<std::int64_t>(gate.passed));
    json.integer("applicable", static_cast<std::int64_t>(gate.applicable));
    json.end_object();
  }
  json.end_array();
  json.begin_array("indicators");
  for (const ReportIndicator& indicator : report.indicators) write_indicator(json, indicator);
  json.end_array();
  json.end_object();
}

}  // namespace

std::string write_result(const std::vector<Report>& reports, std::string_view generator) {
  JsonWriter json;
  json.begin_object();
  json.text("format", format_of(FileKind::result));
  json.integer("formatVersion", kFormatVersion);
  json.text("generator", generator);
  json.begin_array("results");
  for (const Report& report : reports) write_report(json, report);
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace luping
