// What is wrong with a file, where, and what to do: values, worded in one table in Chinese and English.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace luping {

enum class Severity { error, warning };

enum class DiagnosticCode {
  // reading bytes
  file_unreadable,  // 0 system's reason
  file_empty,
  file_not_utf8,
  file_too_large,        // 0 limit in MB
  json_cut_off,          // the text ends before its structure does
  json_syntax,           // 0 what stands there
  json_duplicate_field,  // 0 field
  json_too_deep,
  // shape
  not_our_file,         // no known `format`
  unexpected_format,    // 0 what it is, 1 what was wanted
  unsupported_version,  // 0 version found, 1 version known
  missing_field,        // 0 field
  wrong_type,           // 0 field, 1 expected, 2 found
  bad_number,           // 0 text
  too_many_digits,      // 0 text
  bad_word,             // 0 text, 1 the words allowed
  bad_id,               // 0 text
  bad_date,             // 0 text
  number_too_small,     // 0 field, 1 least value
  exactly_one_field,    // 0 the fields of which one is needed
  field_not_allowed,    // 0 field, 1 kind it does not go with
  // assessment and targets against the scheme
  unknown_scheme,        // 0 scheme id wanted, 1 scheme id at hand
  other_scheme_version,  // 0 version of the file, 1 version at hand
  unknown_region,        // 0 id
  unknown_indicator,     // 0 id
  unknown_input,         // 0 id, 1 indicator
  unknown_measure,       // 0 id
  unknown_year,          // 0 year
  year_not_in_scheme,    // 0 year, 1 the scheme's years
  duplicate_target,      // 0 indicator, 1 region
  direction_conflict,    // 0 indicator
  value_not_a_number,    // 0 text, 1 indicator
  value_not_an_option,   // 0 text, 1 indicator, 2 options
  entries_disagree,      // 0 indicator, 1 finished figure, 2 computed figure
  reason_missing,        // 0 indicator
  // answers made under another version of the scheme
  indicator_changed,         // 0 id and name
  indicator_unverified,      // 0 id and name
  answer_without_indicator,  // 0 id
  answer_without_input,      // 0 id, 1 indicator
  answer_without_measure,    // 0 id
  // answers that count for nothing or look wrong
  override_incomplete,      // 0 indicator
  override_unknown_result,  // 0 text, 1 the words allowed
  answer_ignored,           // 0 indicator
  evidence_missing,         // 0 indicator, 1 which document is asked for
  sha256_malformed,         // 0 text
  attribute_unknown,        // 0 attribute
  attribute_word_unknown,   // 0 word, 1 attribute, 2 the words allowed
  unknown_external,         // 0 id
  duplicate_external,       // 0 id, 1 year
  past_year_not_past,       // 0 year, 1 the assessment's year
  looks_like_fraction,      // 0 indicator or input, 1 figure, 2 the figure times 100
  far_from_last_year,       // 0 indicator or input, 1 figure, 2 last year's
  far_from_baseline,        // 0 indicator, 1 figure, 2 the baseline
  // the scheme itself
  duplicate_id,       // 0 id
  unknown_reference,  // 0 id, 1 kind of thing
  formula_syntax,     // 0 position (characters), 1 what stands there
  formula_unknown_function,
  formula_unknown_input,    // 0 name
  input_unused,             // 0 input
  rule_needs_number,        // 0 indicator
  rule_needs_status,        // 0 indicator
  rule_needs_direction,     // 0 indicator
  status_not_an_option,     // 0 word
  threshold_out_of_range,   // 0 threshold
  must_be_positive,         // 0 field, 1 figure
  must_not_be_negative,     // 0 field, 1 figure
  range_reversed,           // 0 minimum, 1 maximum
  target_year_past,         // 0 year
  word_twice,               // 0 word
  attribute_undeclared,     // 0 attribute
  attribute_value_unknown,  // 0 word, 1 attribute, 2 the words allowed
  condition_never_met,
  case_twice,                 // 0 word
  case_never_occurs,          // 0 words
  case_missing,               // 0 attribute, 1 words
  otherwise_never_occurs,     // 0 attribute
  rule_of_not_allowed,        // 0 input
  target_comparison,          // 0 input
  no_threshold_in_year,       // 0 years
  reference_unused,           // 0 reference
  formula_without_reference,  // 0 name
  never_holds,                // 0 indicator or input
  always_holds,               // 0 indicator or input
  between_reversed,           // 0 indicator or input
  members_contradict,         // 0 indicator or input, 1 numbers of the members
  member_redundant,           // 0 number of the member, 1 number of the one that makes it so
  units_do_not_add,           // 0 unit, 1 other unit
  formula_unit_mismatch,      // 0 unit computed, 1 unit of the indicator
  threshold_unit_mismatch,    // 0 unit computed, 1 unit compared with
  factor_hundred_missing,     // 0 label, 1 factor
  unit_without_quantity,      // 0 unit
  unit_label_ambiguous,       // 0 label, 1 unit, 2 unit
  share_out_of_range,         // 0 share
  gate_selects_nothing,       // 0 gate
  gate_without_evidence,      // 0 gate
  gate_count_too_large,       // 0 count, 1 how many there are
  veto_gate_open,             // 0 gate
  veto_without_gate,          // 0 indicator
  rollup_needs_number,        // 0 indicator
  rollup_needs_formula,       // 0 indicator
  rollup_needs_weight,        // 0 indicator
  rollup_needs_direction,     // 0 indicator
  rollup_sums_shares,         // 0 indicator or input
  empty_list,                 // 0 field
};

struct Diagnostic {
  DiagnosticCode code = DiagnosticCode::json_syntax;
  Severity severity = Severity::error;
  std::string file;
  std::string pointer;     ///< RFC 6901 JSON pointer; empty: the whole file
  std::size_t line = 0;    ///< from 1; 0: no place
  std::size_t column = 0;  ///< in characters, from 1
  std::vector<std::string> arguments;
};

/// What fills the blanks of a wording, in their order. For parameters only: it holds nothing itself.
using Arguments = std::initializer_list<std::string_view>;

/// An error at a pointer, its line and column not known yet.
Diagnostic diagnostic_at(DiagnosticCode code, std::string_view pointer, Arguments arguments);

/// What is wrong and what to do, without the place.
std::string message_of(const Diagnostic& diagnostic, Language language);

/// The place without the file: 第 3 行第 5 列; empty when there is none.
std::string place_of(const Diagnostic& diagnostic, Language language);

/// One line: place, severity, message. `示例.json 第 3 行第 5 列（/answers/1.1.d）：…`
std::string to_line(const Diagnostic& diagnostic, Language language);

/// to_line and message_of in Chinese, for a host that carries no English.
std::string line_in_chinese(const Diagnostic& diagnostic);
std::string message_in_chinese(const Diagnostic& diagnostic);

bool has_error(const std::vector<Diagnostic>& diagnostics);

}  // namespace luping
