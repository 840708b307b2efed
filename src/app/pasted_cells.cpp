#include "app/pasted_cells.h"

#include <algorithm>
#include <array>
#include <optional>

namespace luping {
namespace {

/// What spreadsheets and web pages put around a figure unseen.
constexpr std::array<std::string_view, 9> kBlanks = {" ",
                                                     "\t",
                                                     "\r",
                                                     "\n",
                                                     "\xE3\x80\x80" /* ideographic */,
                                                     "\xC2\xA0" /* no-break */,
                                                     "\xE2\x80\x8B" /* zero width */,
                                                     "\xEF\xBB\xBF" /* byte order mark */,
                                                     "\xE2\x80\xAF" /* narrow no-break */};

std::size_t blank_at_start(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

bool ends_cell(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\t' || text[at] == '\n' || text[at] == '\r';
}

/// A cell that stands in quotation marks from `at` on; moves `at` behind it.
std::optional<std::string> quoted_cell(std::string_view text, std::size_t& at) {
  if (at >= text.size() || text[at] != '"') return std::nullopt;
  std::string cell;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] != '"') {
      cell += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '"') {
      cell += '"';
      ++i;
    } else if (ends_cell(text, i + 1)) {
      at = i + 1;
      return cell;
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string trimmed(std::string_view text) {
  while (const std::size_t size = blank_at_start(text)) text.remove_prefix(size);
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view blank : kBlanks) {
      if (!text.ends_with(blank)) continue;
      text.remove_suffix(blank.size());
      more = true;
    }
  }
  return std::string(text);
}

Cells parse_cells(std::string_view text) {
  Cells rows(1);
  for (std::size_t at = 0;;) {
    if (std::optional<std::string> cell = quoted_cell(text, at)) {
      rows.back().push_back(trimmed(*cell));
    } else {
      const std::size_t from = at;
      while (!ends_cell(text, at)) ++at;
      rows.back().push_back(trimmed(text.substr(from, at - from)));
    }
    if (at >= text.size()) break;
    const char end = text[at++];
    if (end == '\t') continue;
    if (end == '\r' && at < text.size() && text[at] == '\n') ++at;
    rows.emplace_back();
  }
  const auto is_blank_row = [](const std::vector<std::string>& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
  };
  while (!rows.empty() && is_blank_row(rows.back())) rows.pop_back();
  return rows;
}

std::string compact(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const std::size_t size = blank_at_start(text)) {
      text.remove_prefix(size);
      continue;
    }
    // U+FF01 to U+FF5E stand for U+0021 to U+007E.
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80) {
      const unsigned code = 0xF000U | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out += static_cast<char>(code - 0xFF01 + 0x21);
        text.remove_prefix(3);
        continue;
      }
    }
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace luping
