// Which columns of a pasted block say what.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/pasted_cells.h"
#include "app/view_model.h"

namespace luping {

/// The rows of 填报 by what people call them.
class RowIndex {
 public:
  explicit RowIndex(const FillModel& all);
  const FillRow* by_number(std::string_view number) const;
  /// Null as well where several bear the name.
  const FillRow* by_name(std::string_view name) const;
  std::size_t bearers(std::string_view name) const;

 private:
  std::map<std::string, const FillRow*> numbers_;
  std::map<std::string, std::vector<const FillRow*>> names_;
};

struct PasteColumns {
  std::optional<std::size_t> number, name, value, unit;
  std::size_t first_row = 0;  ///< after a header
  bool by_key() const { return number || name; }
};

/// `fits` tells whether a text could be the value of a row. Without a value column in the result, none was recognised.
PasteColumns recognise_columns(const Cells& cells, const RowIndex& index,
                               const std::function<bool(const FillRow&, const std::string&)>& fits);

}  // namespace luping
