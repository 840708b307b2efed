// What a block of pasted cells means for the table of 填报: which values it would set, and what of it does not fit, with the
// reason. Changes nothing by itself.
//
// Rows are found by a column with their 序号 or name where the block has one (with or without a header), else the block's one
// column goes down from the selected row, in the order shown. A blank cell leaves its row as it is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/build_view.h"
#include "app/pasted_cells.h"

namespace luping {

struct PastePlan {
  struct Step {
    FieldRef field;
    std::string text;   ///< as the document keeps it
    std::string typed;  ///< what a person would have typed for it: the cell's words, its unit column's with them
    std::string indicator;
    std::string number, name, unit;
    std::string before, after;  ///< as shown
  };
  struct Refusal {
    std::size_t line = 0;  ///< of the block, from 1; 0: the block as a whole
    std::string about;     ///< the indicator, where it is known
    std::string text;      ///< what stood in the cell; may be empty
    std::string why;
  };
  std::vector<Step> steps;
  std::vector<Refusal> refused;
  std::size_t same = 0;   ///< cells that say what is there already
  std::size_t blank = 0;  ///< empty cells of rows that were found
  std::string way;        ///< how rows were found, in words
};

/// `shown` are the rows of the page as they stand, `all` every row.
PastePlan plan_paste(const ViewSource& source, const FillModel& shown, const FillModel& all, const Cells& cells);

}  // namespace luping
