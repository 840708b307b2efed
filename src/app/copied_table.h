// A table of the screen as it goes to the clipboard: plain texts in cells, written so that spreadsheets and word processors take
// them for cells again. What is shown is what is copied: filters and order are those of the page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/view_model.h"

namespace luping {

struct CopiedCell {
  std::string text;
  bool figure = false;  ///< a number if it reads as one; else words, also where they look like a number (序号 1.10)
};

struct CopiedTable {
  std::vector<std::string> header;  ///< empty: rows alone
  std::vector<std::vector<CopiedCell>> rows;
};

/// The columns of 填报 as copied.
inline constexpr std::size_t kFillColumns = 9;
inline constexpr std::size_t kFillUnitColumn = 3;
inline constexpr std::size_t kFillValueColumn = 4;

enum class CopiedRows { all, selected };

/// All rows come with a header, the selected one alone without. Group headings become a column.
CopiedTable copied_table(const FillModel& model, CopiedRows which);
CopiedTable copied_table(const TasksModel& model, CopiedRows which);

/// Lines of cells between tabs; a cell with a tab, a line break or a quotation mark stands in quotation marks.
/// Here and in as_html, what a spreadsheet would take for a formula is disarmed (io/csv.h).
std::string as_tsv(const CopiedTable& table);
/// A `<table>`. Numbers keep the decimals typed (95.0 stays 95.0); everything else stays text, so that none is rewritten.
std::string as_html(const CopiedTable& table);

}  // namespace luping
