#include "io/document_reader.h"
#include "io/words.h"

namespace luping {
namespace {

using Need = ObjectReader::Need;

// A word kept as text once it is known to be allowed; empty when absent.
template <std::size_t N>
std::string checked_word(ObjectReader& reader, std::string_view key, const Word<bool> (&allowed)[N]) {
  if (!reader.has(key)) return {};
  return reader.word(key, allowed, false) ? reader.text(key) : std::string();
}

Target read_target(ObjectReader& reader) {
  Target target;
  target.region = reader.id("region");
  target.indicator = reader.id("indicator");
  if (reader.has("input")) target.input = reader.id("input");
  target.year = reader.integer("year", Need::required);
  target.value = reader.figure("value", Need::required);
  target.direction = checked_word(reader, "direction", words::kTargetDirections);
  target.document_number = reader.text("documentNumber");
  target.date = reader.date("date");
  target.issuer = reader.text("issuer");
  target.note = reader.text("note");
  target.extras = reader.extras();
  return target;
}

ExternalValue read_external(ObjectReader& reader) {
  ExternalValue external;
  external.id = reader.id("id");
  if (reader.has("region")) external.region = reader.id("region");
  external.year = reader.integer("year", Need::required);
  external.value = reader.figure("value", Need::required);
  external.document_number = reader.text("documentNumber");
  external.date = reader.date("date");
  external.issuer = reader.text("issuer");
  external.note = reader.text("note");
  external.extras = reader.extras();
  return external;
}

Evidence read_evidence(ObjectReader& reader) {
  Evidence evidence;
  evidence.id = reader.id("id");
  evidence.title = reader.text("title");
  evidence.document_number = reader.text("documentNumber");
  evidence.issuer = reader.text("issuer");
  evidence.date = reader.text("date");
  evidence.file_name = reader.text("fileName");
  evidence.sha256 = reader.text("sha256");
  evidence.extras = reader.extras();
  return evidence;
}

NotApplicable read_not_applicable(ObjectReader& reader) {
  NotApplicable declaration;
  declaration.declared = reader.object("notApplicable", [&](ObjectReader& inner) {
    declaration.reason = inner.text("reason");
    declaration.extras = inner.extras();
  });
  return declaration;
}

Override read_override(ObjectReader& reader) {
  Override manual;
  reader.object("override", [&](ObjectReader& inner) {
    manual.result = inner.text("result");
    manual.reason = inner.text("reason");
    manual.authority = inner.text("authority");
    manual.author = inner.text("author");
    manual.date = inner.text("date");
    manual.extras = inner.extras();
  });
  return manual;
}

// Figures that stand beside the value. Each may be a bare figure instead of an object.
void read_references(ObjectReader& reader, Answer& answer) {
  reader.object_or_figure(
      "baseline",
      [&](ObjectReader& inner) {
        answer.baseline.value = inner.figure("value");
        answer.baseline.year = inner.figure("year");
        answer.baseline.source = inner.text("source");
        answer.baseline.extras = inner.extras();
      },
      [&](const std::string& figure) { answer.baseline.value = figure; });
  reader.object("history", [&](ObjectReader& years) {
    for (const std::string& year : years.names()) {
      PastValue past;
      years.object_or_figure(
          year,
          [&](ObjectReader& inner) {
            past.value = inner.figure("value");
            past.source = inner.text("source");
            past.extras = inner.extras();
          },
          [&](const std::string& figure) { past.value = figure; });
      answer.history.emplace(year, std::move(past));
    }
  });
  reader.object_or_figure(
      "target",
      [&](ObjectReader& inner) {
        answer.target.value = inner.figure("value");
        answer.target.direction = checked_word(inner, "direction", words::kTargetDirections);
        answer.target.document_number = inner.text("documentNumber");
        answer.target.date = inner.text("date");
        answer.target.issuer = inner.text("issuer");
        answer.target.extras = inner.extras();
      },
      [&](const std::string& figure) { answer.target.value = figure; });
}

Answer read_answer(ObjectReader& reader) {
  Answer answer;
  answer.value = reader.figure("value");
  for (auto& [id, text] : reader.figures("inputs")) answer.inputs.emplace(std::move(id), std::move(text));
  answer.entry = checked_word(reader, "entry", words::kEntries);
  read_references(reader, answer);
  answer.note = reader.text("note");
  reader.objects("evidence", [&](ObjectReader& inner) { answer.evidence.push_back(read_evidence(inner)); });
  answer.not_applicable = read_not_applicable(reader);
  answer.manual = read_override(reader);
  answer.indicator_digest = reader.text("indicatorDigest");
  answer.author = reader.text("author");
  answer.modified_at = reader.text("modifiedAt");
  answer.revision = reader.integer("revision");
  answer.extras = reader.extras();
  return answer;
}

Assessment read_assessment(ObjectReader& reader) {
  Assessment assessment;
  assessment.id = reader.text("id");
  assessment.sample = reader.truth("sample");
  reader.object(
      "scheme",
      [&](ObjectReader& inner) {
        assessment.scheme_id = inner.id("id");
        assessment.scheme_version = inner.text("version");
        assessment.carried_from = inner.text("carriedFrom");
        assessment.scheme_extras = inner.extras();
      },
      Need::required);
  assessment.region = reader.id("region");
  assessment.year = reader.integer("year", Need::required);
  assessment.title = reader.text("title");
  assessment.note = reader.text("note");
  assessment.created_at = reader.text("createdAt");
  assessment.modified_at = reader.text("modifiedAt");
  assessment.review = reader.text("review");
  for (auto& [name, value] : reader.figures("attributes"))
    assessment.attributes.emplace(std::move(name), std::move(value));
  reader.entries("answers", [&](const std::string& id, ObjectReader& inner) {
    Answer answer = read_answer(inner);
    if (!is_empty(answer)) assessment.answers.emplace(id, std::move(answer));
  });
  reader.entries("measures", [&](const std::string& id, ObjectReader& inner) {
    MeasureReport report;
    report.state = checked_word(inner, "state", words::kMeasureStates);
    report.note = inner.text("note");
    report.date = inner.text("date");
    report.not_applicable = read_not_applicable(inner);
    report.extras = inner.extras();
    if (!is_empty(report)) assessment.measures.emplace(id, std::move(report));
  });
  reader.objects("targets", [&](ObjectReader& inner) { assessment.targets.push_back(read_target(inner)); });
  reader.objects("externals", [&](ObjectReader& inner) { assessment.externals.push_back(read_external(inner)); });
  assessment.extras = reader.extras();
  return assessment;
}

// What an entry of a pack leaves out, the pack says for all.
template <typename Entry>
void complete(Entry& entry, const TargetPack& pack) {
  if (entry.document_number.empty()) entry.document_number = pack.document_number;
  if (entry.date.empty()) entry.date = pack.date;
  if (entry.issuer.empty()) entry.issuer = pack.issuer;
}

TargetPack read_targets(ObjectReader& reader) {
  TargetPack pack;
  pack.id = reader.text("id");
  pack.sample = reader.truth("sample");
  pack.scheme = reader.id("scheme");
  pack.title = reader.text("title");
  pack.issuer = reader.text("issuer");
  pack.document_number = reader.text("documentNumber");
  pack.date = reader.date("date");
  reader.objects(
      "targets",
      [&](ObjectReader& inner) {
        Target target = read_target(inner);
        complete(target, pack);
        pack.targets.push_back(std::move(target));
      },
      Need::required);
  reader.objects("externals", [&](ObjectReader& inner) {
    ExternalValue external = read_external(inner);
    complete(external, pack);
    pack.externals.push_back(std::move(external));
  });
  pack.extras = reader.extras();
  return pack;
}

}  // namespace

Parsed<Assessment> parse_assessment(std::string_view bytes, std::string_view file, const Scheme& scheme) {
  return parse_document<Assessment>(bytes, file, FileKind::assessment, read_assessment,
                                    [&](const Assessment& assessment) { return check(assessment, scheme); });
}

Parsed<TargetPack> parse_targets(std::string_view bytes, std::string_view file, const Scheme& scheme) {
  return parse_document<TargetPack>(bytes, file, FileKind::targets, read_targets,
                                    [&](const TargetPack& pack) { return check(pack, scheme); });
}

}  // namespace luping
