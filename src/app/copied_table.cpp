#include "app/copied_table.h"

#include <algorithm>
#include <string_view>

#include "core/number/decimal.h"
#include "io/csv.h"

namespace luping {
namespace {

/// More digits than a spreadsheet's number holds: kept as text.
constexpr std::size_t kMostDigits = 15;

std::string armless(std::string_view text) { return (looks_like_formula(text) ? "'" : "") + std::string(text); }

std::string tsv_cell(std::string_view text) {
  const std::string plain = armless(text);
  if (plain.find_first_of("\t\r\n\"") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_cell(const CopiedCell& cell) {
  const std::string& text = cell.text;
  const DecimalParse number = parse_decimal(text);
  const bool is_number = cell.figure && number.problem == DecimalProblem::none && text.size() <= kMostDigits &&
                         text.find_first_of("eE") == std::string_view::npos;
  std::string format = "\\@";
  if (is_number) format = number.value.scale == 0 ? "0" : "0\\." + std::string(number.value.scale, '0');
  return "<td style='mso-number-format:\"" + format + "\"'>" + escaped(armless(text)) + "</td>";
}

/// As a choice is shown, not as it is kept.
std::string value_shown(const FillRow& row) {
  if (row.cell != CellKind::choice || row.value.empty()) return row.value;
  const auto chosen =
      std::find_if(row.choices.begin(), row.choices.end(), [&](const Choice& one) { return one.value == row.value; });
  return chosen == row.choices.end() ? row.value : chosen->label;
}

}  // namespace

CopiedTable copied_table(const FillModel& model, CopiedRows which) {
  CopiedTable table;
  if (which == CopiedRows::all)
    table.header = {"序号", "指标", "类别", "单位", "现状值", "目标", "判定", "牵头单位", "任务组"};
  for (const FillRow& row : model.rows) {
    if (row.kind == FillRow::Kind::indicator && (which == CopiedRows::all || row.selected)) {
      table.rows.push_back({{row.number},
                            {row.name},
                            {row.obligation},
                            {row.unit},
                            {value_shown(row), true},
                            {row.target},
                            {row.chip.label},
                            {row.lead},
                            {row.group}});
    }
  }
  return table;
}

CopiedTable copied_table(const TasksModel& model, CopiedRows which) {
  CopiedTable table;
  if (which == CopiedRows::all) table.header = {"任务", "进展", "完成日期", "牵头单位", "事项", "任务组"};
  for (const TaskRow& row : model.rows) {
    if (row.kind == TaskRow::Kind::measure && (which == CopiedRows::all || row.selected)) {
      table.rows.push_back({{row.text}, {row.state_label}, {row.date}, {row.lead}, {row.item}, {row.group}});
    }
  }
  return table;
}

std::string as_tsv(const CopiedTable& table) {
  std::string out;
  for (const std::string& title : table.header) out += (out.empty() ? "" : "\t") + tsv_cell(title);
  if (!table.header.empty()) out += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "\t" : "") + tsv_cell(row[i].text);
    out += '\n';
  }
  return out;
}

std::string as_html(const CopiedTable& table) {
  std::string out = "<meta charset=\"utf-8\"><table border=\"1\">";
  if (!table.header.empty()) {
    out += "<tr>";
    for (const std::string& title : table.header) out += "<th>" + escaped(title) + "</th>";
    out += "</tr>";
  }
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (const CopiedCell& cell : row) out += html_cell(cell);
    out += "</tr>";
  }
  return out + "</table>";
}

}  // namespace luping
