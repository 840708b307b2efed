// What is wrong with a file, where, and what to do: values, worded in one table in Chinese and English.
#pragma once

#include <cstddef>
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
  // the scheme itself
  duplicate_id,       // 0 id
  unknown_reference,  // 0 id, 1 kind of thing
  formula_syntax,     // 0 position (characters), 1 what stands there
  formula_unknown_function,
  formula_unknown_input,   // 0 name
  input_unused,            // 0 input
  rule_needs_number,       // 0 indicator
  rule_needs_status,       // 0 indicator
  rule_needs_direction,    // 0 indicator
  status_not_an_option,    // 0 word
  threshold_out_of_range,  // 0 threshold
  empty_list,              // 0 field
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

/// What is wrong and what to do, without the place.
std::string message_of(const Diagnostic& diagnostic, Language language);

/// The place without the file: 第 3 行第 5 列; empty when there is none.
std::string place_of(const Diagnostic& diagnostic, Language language);

/// One line: place, severity, message. `示例.json 第 3 行第 5 列（/answers/1.1.d）：…`
std::string to_line(const Diagnostic& diagnostic, Language language);

bool has_error(const std::vector<Diagnostic>& diagnostics);

}  // namespace luping
