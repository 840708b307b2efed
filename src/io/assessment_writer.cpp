#include "io/document_reader.h"
#include "io/json_writer.h"

namespace luping {
namespace {

// Writes an object only when it has something in it.
template <typename T, typename Write>
void object_if(JsonWriter& json, std::string_view key, const T& value, const Write& write) {
  if (value == T{}) return;
  json.begin_object(key);
  write();
  json.extras(value.extras);
  json.end_object();
}

void write_target(JsonWriter& json, const Target& target) {
  json.begin_object();
  json.text("region", target.region);
  json.text("indicator", target.indicator);
  json.text_if("input", target.input);
  json.integer("year", target.year);
  json.text("value", target.value);
  json.text_if("direction", target.direction);
  json.text_if("documentNumber", target.document_number);
  json.text_if("date", target.date);
  json.text_if("issuer", target.issuer);
  json.text_if("note", target.note);
  json.extras(target.extras);
  json.end_object();
}

void write_external(JsonWriter& json, const ExternalValue& external) {
  json.begin_object();
  json.text("id", external.id);
  json.text_if("region", external.region);
  json.integer("year", external.year);
  json.text("value", external.value);
  json.text_if("documentNumber", external.document_number);
  json.text_if("date", external.date);
  json.text_if("issuer", external.issuer);
  json.text_if("note", external.note);
  json.extras(external.extras);
  json.end_object();
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  json.text("id", evidence.id);
  json.text_if("title", evidence.title);
  json.text_if("documentNumber", evidence.document_number);
  json.text_if("issuer", evidence.issuer);
  json.text_if("date", evidence.date);
  json.text_if("fileName", evidence.file_name);
  json.text_if("sha256", evidence.sha256);
  json.extras(evidence.extras);
  json.end_object();
}

void write_not_applicable(JsonWriter& json, const NotApplicable& declaration) {
  if (!declaration.declared) return;
  json.begin_object("notApplicable");
  json.text("reason", declaration.reason);
  json.extras(declaration.extras);
  json.end_object();
}

// A year as the number it is; what was typed otherwise is kept as typed.
void write_year(JsonWriter& json, const std::string& year) {
  const bool plain =
      year.size() == 4 && year.front() != '0' && year.find_first_not_of("0123456789") == std::string::npos;
  plain ? json.raw("year", year) : json.text_if("year", year);
}

void write_answer(JsonWriter& json, const std::string& id, const Answer& answer) {
  json.begin_object(id);
  json.text_if("value", answer.value);
  if (!answer.inputs.empty()) {
    json.begin_object("inputs");
    for (const auto& [input, text] : answer.inputs) json.text(input, text);
    json.end_object();
  }
  json.text_if("entry", answer.entry);
  object_if(json, "baseline", answer.baseline, [&] {
    json.text_if("value", answer.baseline.value);
    write_year(json, answer.baseline.year);
    json.text_if("source", answer.baseline.source);
  });
  if (!answer.history.empty()) {
    json.begin_object("history");
    for (const auto& [year, past] : answer.history) {
      json.begin_object(year);
      json.text_if("value", past.value);
      json.text_if("source", past.source);
      json.extras(past.extras);
      json.end_object();
    }
    json.end_object();
  }
  object_if(json, "target", answer.target, [&] {
    json.text_if("value", answer.target.value);
    json.text_if("direction", answer.target.direction);
    json.text_if("documentNumber", answer.target.document_number);
    json.text_if("date", answer.target.date);
    json.text_if("issuer", answer.target.issuer);
  });
  json.text_if("note", answer.note);
  if (!answer.evidence.empty()) {
    json.begin_array("evidence");
    for (const Evidence& evidence : answer.evidence) write_evidence(json, evidence);
    json.end_array();
  }
  write_not_applicable(json, answer.not_applicable);
  object_if(json, "override", answer.manual, [&] {
    json.text_if("result", answer.manual.result);
    json.text_if("reason", answer.manual.reason);
    json.text_if("authority", answer.manual.authority);
    json.text_if("author", answer.manual.author);
    json.text_if("date", answer.manual.date);
  });
  json.text_if("indicatorDigest", answer.indicator_digest);
  json.text_if("author", answer.author);
  json.text_if("modifiedAt", answer.modified_at);
  if (answer.revision != 0) json.integer("revision", answer.revision);
  json.extras(answer.extras);
  json.end_object();
}

}  // namespace

std::string write_assessment(const Assessment& assessment) {
  JsonWriter json;
  json.begin_object();
  json.text("format", format_of(FileKind::assessment));
  json.integer("formatVersion", kFormatVersion);
  json.text_if("id", assessment.id);
  if (assessment.sample) json.truth("sample", true);
  json.begin_object("scheme");
  json.text("id", assessment.scheme_id);
  json.text_if("version", assessment.scheme_version);
  json.text_if("carriedFrom", assessment.carried_from);
  json.extras(assessment.scheme_extras);
  json.end_object();
  json.text("region", assessment.region);
  json.integer("year", assessment.year);
  json.text_if("title", assessment.title);
  json.text_if("note", assessment.note);
  json.text_if("createdAt", assessment.created_at);
  json.text_if("modifiedAt", assessment.modified_at);
  json.text_if("review", assessment.review);
  if (!assessment.attributes.empty()) {
    json.begin_object("attributes");
    for (const auto& [name, value] : assessment.attributes) json.text(name, value);
    json.end_object();
  }
  json.begin_object("answers");
  for (const auto& [id, answer] : assessment.answers) {
    if (!is_empty(answer)) write_answer(json, id, answer);
  }
  json.end_object();
  json.begin_object("measures");
  for (const auto& [id, report] : assessment.measures) {
    object_if(json, id, report, [&, &report = report] {
      json.text_if("state", report.state);
      json.text_if("note", report.note);
      json.text_if("date", report.date);
      write_not_applicable(json, report.not_applicable);
    });
  }
  json.end_object();
  if (!assessment.targets.empty()) {
    json.begin_array("targets");
    for (const Target& target : assessment.targets) write_target(json, target);
    json.end_array();
  }
  if (!assessment.externals.empty()) {
    json.begin_array("externals");
    for (const ExternalValue& external : assessment.externals) write_external(json, external);
    json.end_array();
  }
  json.extras(assessment.extras);
  json.end_object();
  return std::move(json).finish();
}

}  // namespace luping
