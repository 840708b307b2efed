#include "ui/id.h"

namespace luping::ui {
namespace {

std::string_view name_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::value:
      return "value";
    case FieldKind::input:
      return "input";
    case FieldKind::entry:
      return "entry";
    case FieldKind::baseline_value:
      return "baseline_value";
    case FieldKind::baseline_year:
      return "baseline_year";
    case FieldKind::baseline_source:
      return "baseline_source";
    case FieldKind::history_value:
      return "history_value";
    case FieldKind::history_source:
      return "history_source";
    case FieldKind::target_value:
      return "target_value";
    case FieldKind::target_document:
      return "target_document";
    case FieldKind::note:
      return "note";
    case FieldKind::not_applicable:
      return "not_applicable";
    case FieldKind::evidence_title:
      return "evidence_title";
    case FieldKind::evidence_document:
      return "evidence_document";
    case FieldKind::evidence_issuer:
      return "evidence_issuer";
    case FieldKind::evidence_date:
      return "evidence_date";
    case FieldKind::evidence_file:
      return "evidence_file";
    case FieldKind::override_result:
      return "override_result";
    case FieldKind::override_reason:
      return "override_reason";
    case FieldKind::override_authority:
      return "override_authority";
    case FieldKind::override_author:
      return "override_author";
    case FieldKind::override_date:
      return "override_date";
    case FieldKind::attribute:
      return "attribute";
    case FieldKind::external_value:
      return "external_value";
    case FieldKind::measure_state:
      return "measure_state";
    case FieldKind::measure_note:
      return "measure_note";
    case FieldKind::measure_inapplicable:
      return "measure_inapplicable";
    case FieldKind::measure_date:
      return "measure_date";
    case FieldKind::search:
      return "search";
  }
  return "field";
}

}  // namespace

Id field_id(std::string_view scope, const FieldRef& field) {
  if (field.sub.empty()) {
    return {scope, "/", field.id, "/", name_of(field.kind)};
  }
  return {scope, "/", field.id, "/", name_of(field.kind), "/", field.sub};
}

}  // namespace luping::ui
