#include "app/paste_columns.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/copied_table.h"

namespace luping {
namespace {

/// A header may stand below a title or two.
constexpr std::size_t kHeaderWithin = 6;

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& titles, std::string_view text) {
  return std::find(titles.begin(), titles.end(), text) != titles.end();
}

bool is_number_title(std::string_view text) {
  return one_of(std::array<std::string_view, 4>{"序号", "编号", "指标序号", "指标编号"}, text);
}

bool is_name_title(std::string_view text) {
  return one_of(std::array<std::string_view, 5>{"指标", "指标名称", "评价指标", "考核指标", "名称"}, text);
}

bool is_value_title(std::string_view text) {
  return text.starts_with("现状") || text.starts_with("完成值") || text.starts_with("实际值") ||
         one_of(std::array<std::string_view, 4>{"填报值", "数值", "值", "完成情况"}, text);
}

bool is_unit_title(std::string_view text) { return one_of(std::array<std::string_view, 2>{"单位", "计量单位"}, text); }

std::size_t width_of(const Cells& cells) {
  std::size_t width = 0;
  for (const auto& row : cells) width = std::max(width, row.size());
  return width;
}

std::string at(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? row[column] : std::string();
}

/// The columns by their titles, if this row is a header.
std::optional<PasteColumns> as_header(const std::vector<std::string>& row, bool only_column) {
  PasteColumns found;
  const auto take = [](std::optional<std::size_t>& place, std::size_t column) {
    if (!place) place = column;
  };
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string title = compact(row[i]);
    if (is_number_title(title)) take(found.number, i);
    if (is_name_title(title)) take(found.name, i);
    if (is_value_title(title)) take(found.value, i);
    if (is_unit_title(title)) take(found.unit, i);
  }
  if (!found.by_key() && !(found.value && only_column)) return std::nullopt;
  return found;
}

struct Matches {
  std::size_t filled = 0, numbers = 0, names = 0;
  bool telling = false;  ///< one of the matching numbers could be nothing else
};

Matches matches_in(const Cells& cells, std::size_t column, const RowIndex& index) {
  Matches found;
  for (const auto& row : cells) {
    const std::string text = at(row, column);
    if (text.empty()) continue;
    ++found.filled;
    if (index.by_name(text) != nullptr) ++found.names;
    if (index.by_number(text) == nullptr) continue;
    ++found.numbers;
    if (text.find_first_not_of("0123456789.") != std::string::npos) found.telling = true;
  }
  return found;
}

/// Columns that name rows, seen by what stands in them.
void find_keys(const Cells& cells, const RowIndex& index, PasteColumns& found) {
  const std::size_t width = width_of(cells);
  std::optional<std::size_t> perhaps_number;
  for (std::size_t column = 0; column < width; ++column) {
    const Matches matches = matches_in(cells, column, index);
    if (matches.names * 2 >= std::max<std::size_t>(matches.filled, 1) && !found.name) {
      found.name = column;
    } else if (matches.numbers * 2 >= std::max<std::size_t>(matches.filled, 1) && matches.numbers > 0) {
      if (matches.telling && !found.number) found.number = column;
      if (!perhaps_number) perhaps_number = column;
    }
  }
  // Plain numbers are row numbers only beside names: they might be the figures themselves.
  if (found.name && !found.number && perhaps_number < found.name) found.number = perhaps_number;
}

const FillRow* row_of(const std::vector<std::string>& cells, const PasteColumns& columns, const RowIndex& index) {
  const FillRow* row = columns.number ? index.by_number(at(cells, *columns.number)) : nullptr;
  return row == nullptr && columns.name ? index.by_name(at(cells, *columns.name)) : row;
}

}  // namespace

RowIndex::RowIndex(const FillModel& all) {
  for (const FillRow& row : all.rows) {
    if (row.kind != FillRow::Kind::indicator) continue;
    numbers_.emplace(compact(row.number), &row);
    names_[compact(row.name)].push_back(&row);
  }
}

const FillRow* RowIndex::by_number(std::string_view number) const {
  const auto found = numbers_.find(compact(number));
  return found == numbers_.end() ? nullptr : found->second;
}

const FillRow* RowIndex::by_name(std::string_view name) const {
  const auto found = names_.find(compact(name));
  return found == names_.end() || found->second.size() != 1 ? nullptr : found->second.front();
}

std::size_t RowIndex::bearers(std::string_view name) const {
  const auto found = names_.find(compact(name));
  return found == names_.end() ? 0 : found->second.size();
}

PasteColumns recognise_columns(const Cells& cells, const RowIndex& index,
                               const std::function<bool(const FillRow&, const std::string&)>& fits) {
  const std::size_t width = width_of(cells);
  PasteColumns found;
  for (std::size_t i = 0; i < std::min(cells.size(), kHeaderWithin); ++i) {
    const std::optional<PasteColumns> header = as_header(cells[i], width == 1);
    if (!header) continue;
    found = *header;
    found.first_row = i + 1;
    break;
  }
  if (found.value) return found;
  if (!found.by_key() && width > 1) find_keys(cells, index, found);
  if (!found.by_key()) {
    // Figures alone: the first column that holds anything.
    for (std::size_t column = width; column-- > 0;) {
      if (std::any_of(cells.begin(), cells.end(), [&](const auto& row) { return !at(row, column).empty(); }))
        found.value = column;
    }
    return found;
  }
  // Our own row, copied without its header.
  if (width == kFillColumns && found.first_row == 0 && found.number == std::size_t{0}) {
    found.value = kFillValueColumn;
    found.unit = kFillUnitColumn;
    return found;
  }
  std::size_t best = 0;
  for (std::size_t column = 0; column < width; ++column) {
    if (column == found.number || column == found.name || column == found.unit) continue;
    std::size_t fitting = 0;
    for (std::size_t i = found.first_row; i < cells.size(); ++i) {
      const std::string text = at(cells[i], column);
      const FillRow* row = text.empty() ? nullptr : row_of(cells[i], found, index);
      if (row != nullptr && fits(*row, text)) ++fitting;
    }
    if (fitting > best) {
      best = fitting;
      found.value = column;
    }
  }
  return found;
}

}  // namespace luping
