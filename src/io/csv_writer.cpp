#include <algorithm>
#include <iterator>

#include "io/report.h"

namespace luping {
namespace {

// A cell that begins like a formula would run in the reader's spreadsheet (CWE-1236), full-width signs included. A plain number
// may begin with a sign.
bool looks_like_formula(std::string_view text) {
  constexpr std::string_view kStarts[] = {"=", "@", "\t", "\r", "\n", "+", "-", "＝", "＠", "＋", "－"};
  const bool starts = std::any_of(std::begin(kStarts), std::end(kStarts),
                                  [&](std::string_view start) { return text.starts_with(start); });
  return starts && parse_decimal(text).problem != DecimalProblem::none;
}

std::string cell(std::string_view text) {
  std::string plain = looks_like_formula(text) ? "'" : "";
  plain += text;
  if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

void append_row(std::string& out, const std::vector<std::string_view>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += cell(cells[i]);
  }
  out += "\r\n";
}

}  // namespace

std::string write_csv(const std::vector<Report>& reports, Language language) {
  std::string out = "\xEF\xBB\xBF";  // tells Excel that this is UTF-8
  if (language == Language::zh) {
    append_row(out, {"文件", "地区代码", "地区", "年份", "任务组", "指标编号", "指标", "约束", "判定", "现状值",
                     "计量单位", "要求", "差距", "补救", "说明判定", "牵头单位", "备注"});
  } else {
    append_row(out, {"file", "region", "region name", "year", "group", "indicator", "name", "obligation", "result",
                     "value", "unit", "requirement", "gap", "remedy", "explanation", "lead", "note"});
  }
  for (const Report& report : reports) {
    const std::string year = std::to_string(report.year);
    for (const ReportIndicator& one : report.indicators) {
      append_row(out, {report.file, report.region_id, report.region_name, year, one.group, one.id, one.name,
                       one.obligation_label,
                       language == Language::zh ? std::string_view(one.result_label) : token_of(one.result), one.value,
                       one.unit, one.requirement, one.shortfall, one.remedy, one.explanation, one.lead, one.note});
    }
  }
  return out;
}

}  // namespace luping
