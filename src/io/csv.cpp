#include "io/csv.h"

#include <algorithm>
#include <iterator>

#include "core/number/decimal.h"

namespace luping {
namespace {

std::string cell(std::string_view text) {
  std::string plain = looks_like_formula(text) ? "'" : "";
  plain += text;
  if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  constexpr std::string_view kStarts[] = {"=", "@", "\t", "\r", "\n", "+", "-", "＝", "＠", "＋", "－"};
  const bool starts = std::any_of(std::begin(kStarts), std::end(kStarts),
                                  [&](std::string_view start) { return text.starts_with(start); });
  return starts && parse_decimal(text).problem != DecimalProblem::none;
}

void append_csv_row(std::string& out, const std::vector<std::string_view>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += cell(cells[i]);
  }
  out += "\r\n";
}

}  // namespace luping
