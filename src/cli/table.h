// Text tables for a terminal, aligned with Chinese characters counted as two columns wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luping::cli {

/// Columns a text takes in a terminal (East Asian Width W and F: two; combining marks: none).
std::size_t display_width(std::string_view text);

/// Rows of equal length as aligned lines; the last column is not padded.
std::string format_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace luping::cli
