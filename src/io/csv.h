// Rows of comma separated values (RFC 4180) that are safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luping {

/// Tells Excel that a file is UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether a cell begins like a formula (CWE-1236), full-width signs included. A plain number may begin with a sign.
bool looks_like_formula(std::string_view text);

/// A text that a spreadsheet would take for a formula is disarmed with a leading apostrophe.
void append_csv_row(std::string& out, const std::vector<std::string_view>& cells);

}  // namespace luping
