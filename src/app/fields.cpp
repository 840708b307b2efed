#include "app/fields.h"

#include <algorithm>

#include "app/short_text.h"
#include "core/number/decimal.h"
#include "core/text.h"

namespace luping {
namespace {

std::string* evidence_text(Evidence& evidence, FieldKind kind) {
  switch (kind) {
    case FieldKind::evidence_title:
      return &evidence.title;
    case FieldKind::evidence_document:
      return &evidence.document_number;
    case FieldKind::evidence_issuer:
      return &evidence.issuer;
    case FieldKind::evidence_date:
      return &evidence.date;
    case FieldKind::evidence_file:
      return &evidence.file_name;
    default:
      return nullptr;
  }
}

/// The text of an answer a field names; null when it is not there (and for fields that are no plain text).
std::string* answer_text(Answer& answer, const FieldRef& field) {
  switch (field.kind) {
    case FieldKind::value:
      return &answer.value;
    case FieldKind::entry:
      return &answer.entry;
    case FieldKind::baseline_value:
      return &answer.baseline.value;
    case FieldKind::baseline_year:
      return &answer.baseline.year;
    case FieldKind::baseline_source:
      return &answer.baseline.source;
    case FieldKind::target_value:
      return &answer.target.value;
    case FieldKind::target_document:
      return &answer.target.document_number;
    case FieldKind::note:
      return &answer.note;
    case FieldKind::not_applicable:
      return &answer.not_applicable.reason;
    case FieldKind::override_result:
      return &answer.manual.result;
    case FieldKind::override_reason:
      return &answer.manual.reason;
    case FieldKind::override_authority:
      return &answer.manual.authority;
    case FieldKind::override_author:
      return &answer.manual.author;
    case FieldKind::override_date:
      return &answer.manual.date;
    case FieldKind::input: {
      const auto found = answer.inputs.find(field.sub);
      return found == answer.inputs.end() ? nullptr : &found->second;
    }
    case FieldKind::history_value:
    case FieldKind::history_source: {
      const auto found = answer.history.find(field.sub);
      if (found == answer.history.end()) return nullptr;
      return field.kind == FieldKind::history_value ? &found->second.value : &found->second.source;
    }
    default: {
      const auto found = std::find_if(answer.evidence.begin(), answer.evidence.end(),
                                      [&](const Evidence& one) { return one.id == field.sub; });
      return found == answer.evidence.end() ? nullptr : evidence_text(*found, field.kind);
    }
  }
}

std::string* measure_text(MeasureReport& report, FieldKind kind) {
  if (kind == FieldKind::measure_state) return &report.state;
  if (kind == FieldKind::measure_inapplicable) return &report.not_applicable.reason;
  return kind == FieldKind::measure_note ? &report.note : &report.date;
}

const Indicator* indicator_of(const Scheme& scheme, const FieldRef& field) {
  return is_answer_field(field.kind) ? find_indicator(scheme, field.id) : nullptr;
}

bool same_place(const ExternalValue& one, const Assessment& assessment, std::string_view id) {
  return one.id == id && one.region == assessment.region && one.year == assessment.year;
}

void write_external(Assessment& assessment, const std::string& id, std::string_view text) {
  auto& all = assessment.externals;
  const auto old =
      std::find_if(all.begin(), all.end(), [&](const ExternalValue& one) { return same_place(one, assessment, id); });
  const ExternalValue* in_force = external_value(assessment, id);
  if (in_force != nullptr && !is_by_hand(*in_force)) return;  // a pack's stands
  if (is_blank(text)) {
    if (old != all.end()) all.erase(old);
  } else if (old != all.end()) {
    old->value = text;
  } else {
    ExternalValue value;
    value.id = id;
    value.region = assessment.region;
    value.year = assessment.year;
    value.value = text;
    value.issuer = kByHand;
    all.push_back(std::move(value));
  }
}

/// Enough of a task's words to know it by.
constexpr std::size_t kMostOfAQuote = 12;

std::string measure_part(FieldKind kind) {
  if (kind == FieldKind::measure_inapplicable) return "不适用";
  if (kind == FieldKind::measure_note) return "说明";
  return kind == FieldKind::measure_date ? "日期" : "进展";
}

/// What of an answer a field is.
std::string answer_part(const Indicator& indicator, const FieldRef& field) {
  switch (field.kind) {
    case FieldKind::input: {
      const Input* input = find_input(indicator, field.sub);
      return input == nullptr ? field.sub : input->name;
    }
    case FieldKind::entry:
      return "填法";
    case FieldKind::baseline_value:
    case FieldKind::baseline_year:
    case FieldKind::baseline_source:
      return "基期";
    case FieldKind::history_value:
    case FieldKind::history_source:
      return field.sub + " 年值";
    case FieldKind::target_value:
    case FieldKind::target_document:
      return "目标";
    case FieldKind::note:
      return "说明";
    case FieldKind::not_applicable:
      return "不适用";
    case FieldKind::override_result:
    case FieldKind::override_reason:
    case FieldKind::override_authority:
    case FieldKind::override_author:
    case FieldKind::override_date:
      return "人工认定";
    case FieldKind::evidence_title:
    case FieldKind::evidence_document:
    case FieldKind::evidence_issuer:
    case FieldKind::evidence_date:
    case FieldKind::evidence_file:
      return "佐证";
    default:
      return "现状值";
  }
}

}  // namespace

bool is_measure_field(FieldKind kind) {
  return kind == FieldKind::measure_state || kind == FieldKind::measure_note || kind == FieldKind::measure_date ||
         kind == FieldKind::measure_inapplicable;
}

bool is_answer_field(FieldKind kind) {
  return !is_measure_field(kind) && kind != FieldKind::attribute && kind != FieldKind::external_value &&
         kind != FieldKind::search;
}

bool is_by_hand(const ExternalValue& value) { return value.issuer == kByHand; }

bool exists(const Scheme& scheme, const FieldRef& field) {
  if (field.kind == FieldKind::search) return false;
  if (is_measure_field(field.kind)) return find_measure(scheme, field.id) != nullptr;
  if (field.kind == FieldKind::attribute) return find_attribute(scheme, field.id) != nullptr;
  if (field.kind == FieldKind::external_value) return find_external(scheme, field.id) != nullptr;
  const Indicator* indicator = find_indicator(scheme, field.id);
  return indicator != nullptr && (field.kind != FieldKind::input || find_input(*indicator, field.sub) != nullptr);
}

std::string read_field(const Assessment& assessment, const FieldRef& field) {
  if (is_measure_field(field.kind)) {
    const auto report = assessment.measures.find(field.id);
    if (report == assessment.measures.end()) return {};
    MeasureReport copy = report->second;
    return *measure_text(copy, field.kind);
  }
  if (field.kind == FieldKind::attribute) {
    const auto given = assessment.attributes.find(field.id);
    return given == assessment.attributes.end() ? std::string() : given->second;
  }
  if (field.kind == FieldKind::external_value) {
    const ExternalValue* value = external_value(assessment, field.id);
    return value == nullptr ? std::string() : value->value;
  }
  const auto answer = assessment.answers.find(field.id);
  if (answer == assessment.answers.end()) return {};
  Answer copy = answer->second;
  const std::string* text = answer_text(copy, field);
  return text == nullptr ? std::string() : *text;
}

void write_field(Assessment& assessment, const FieldRef& field, std::string_view text) {
  if (field.kind == FieldKind::search) return;
  if (is_measure_field(field.kind)) {
    MeasureReport& report = assessment.measures[field.id];
    *measure_text(report, field.kind) = text;
    if (field.kind == FieldKind::measure_inapplicable) report.not_applicable.declared = true;
    if (is_empty(report)) assessment.measures.erase(field.id);
    return;
  }
  if (field.kind == FieldKind::attribute) {
    assessment.attributes[field.id] = text;
    if (text.empty()) assessment.attributes.erase(field.id);
    return;
  }
  if (field.kind == FieldKind::external_value) return write_external(assessment, field.id, text);
  Answer& answer = assessment.answers[field.id];
  if (field.kind == FieldKind::input) answer.inputs.try_emplace(field.sub);
  if (field.kind == FieldKind::history_value || field.kind == FieldKind::history_source)
    answer.history.try_emplace(field.sub);
  if (field.kind == FieldKind::not_applicable) answer.not_applicable.declared = true;
  if (std::string* place = answer_text(answer, field)) *place = text;
  // A target typed here means the indicator's own direction; one a file gave with the old figure no longer holds.
  if (field.kind == FieldKind::target_value) answer.target.direction.clear();
  if (field.kind == FieldKind::input && text.empty()) answer.inputs.erase(field.sub);
  const auto past = answer.history.find(field.sub);
  if (past != answer.history.end() && past->second == PastValue{}) answer.history.erase(past);
  if (is_empty(answer)) assessment.answers.erase(field.id);
}

bool is_numeric(const Scheme& scheme, const FieldRef& field) {
  const Indicator* indicator = indicator_of(scheme, field);
  const bool number = indicator != nullptr && indicator->value.kind == ValueKind::number;
  switch (field.kind) {
    case FieldKind::value:
      return number;
    case FieldKind::input:
    case FieldKind::baseline_value:
    case FieldKind::history_value:
    case FieldKind::target_value:
    case FieldKind::external_value:
      return true;
    default:
      return false;
  }
}

std::string_view unit_of(const Scheme& scheme, const FieldRef& field) {
  if (field.kind == FieldKind::external_value) {
    const External* external = find_external(scheme, field.id);
    return external == nullptr ? std::string_view() : unit_label(scheme, external->unit);
  }
  const Indicator* indicator = indicator_of(scheme, field);
  if (indicator == nullptr) return {};
  if (field.kind == FieldKind::input) {
    const Input* input = find_input(*indicator, field.sub);
    return input == nullptr ? std::string_view() : unit_label(scheme, input->unit);
  }
  return unit_label(scheme, indicator->value.unit);
}

std::string settled_text(const Scheme& scheme, const FieldRef& field, std::string_view text) {
  if (!is_numeric(scheme, field)) return std::string(text);
  if (is_blank(text)) return {};
  const DecimalParse parsed = parse_typed_number(text, unit_of(scheme, field));
  return parsed.problem == DecimalProblem::none ? parsed.value.to_string() : std::string(text);
}

std::string action_name(const Scheme& scheme, const FieldRef& field) {
  if (is_measure_field(field.kind)) {
    const Measure* measure = find_measure(scheme, field.id);
    const std::string what = measure == nullptr ? field.id : "“" + in_short(measure->quote, kMostOfAQuote) + "”";
    return what + " " + measure_part(field.kind);
  }
  if (field.kind == FieldKind::attribute) return find_attribute(scheme, field.id)->name;
  if (field.kind == FieldKind::external_value) return find_external(scheme, field.id)->name;
  const Indicator* indicator = indicator_of(scheme, field);
  return indicator == nullptr ? std::string("修改") : indicator->name + " " + answer_part(*indicator, field);
}

}  // namespace luping
