// A block of cells as a spreadsheet puts it on the clipboard: lines, with tabs between the cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luping {

using Cells = std::vector<std::vector<std::string>>;

/// A cell in quotation marks may hold tabs, line breaks and doubled quotation marks; one that is not properly closed is taken as it
/// stands. Blanks around a cell (also full-width ones) fall away, and so do blank lines at the end; blank lines in between stay,
/// because rows are counted.
Cells parse_cells(std::string_view text);

/// Without the blanks around it.
std::string trimmed(std::string_view text);

/// For comparing titles and names: without any blanks, full-width ASCII (Ａ（％） as ASCII.
std::string compact(std::string_view text);

}  // namespace luping
