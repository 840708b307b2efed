// Which datum of the document a field on screen edits. One value type for all of them, so that editing, undo
// coalescing, focus and persistence need one mechanism.
#pragma once

#include <string>

namespace luping {

enum class FieldKind {
  value,              ///< answer.value; id = indicator (a number as typed, or a status word)
  input,              ///< answer.inputs[sub]; id = indicator
  entry,              ///< answer.entry: "value" or "inputs"; id = indicator
  baseline_value,     ///< id = indicator
  baseline_year,      ///< id = indicator
  baseline_source,    ///< id = indicator
  history_value,      ///< id = indicator, sub = year
  history_source,     ///< id = indicator, sub = year
  target_value,       ///< the target typed by hand; id = indicator
  target_document,    ///< its document number; id = indicator
  note,               ///< id = indicator
  not_applicable,     ///< the reason; setting it to a non-blank text marks the indicator 不适用; id = indicator
  evidence_title,     ///< id = indicator, sub = evidence id
  evidence_document,  ///< document number (文号)
  evidence_issuer,
  evidence_date,
  evidence_file,
  override_result,  ///< 人工认定: a result token; id = indicator
  override_reason,
  override_authority,
  override_author,
  override_date,
  attribute,             ///< an attribute of the region; id = attribute
  external_value,        ///< an external figure typed by hand; id = external
  measure_state,         ///< id = measure; "", "notStarted", "inProgress", "done"
  measure_note,          ///< id = measure
  measure_date,          ///< id = measure
  measure_inapplicable,  ///< the reason a measure does not apply; setting it marks the measure 不适用; id = measure
  search,                ///< not of the document: the search box of the top bar (no id), or the guide's (kGuideSearch)
};

inline constexpr const char* kGuideSearch = "guide";

struct FieldRef {
  FieldKind kind = FieldKind::value;
  std::string id;   ///< indicator, measure, attribute or external id; empty for the search box
  std::string sub;  ///< input id, year or evidence id where the kind needs one

  bool operator==(const FieldRef&) const = default;
};

}  // namespace luping
