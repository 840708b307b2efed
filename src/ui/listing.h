// What the tables of 填报 and 任务 have around their rows: the conditions above, heads that sort, the words where no row is left,
// and which row is in sight.
#pragma once

#include <span>
#include <string_view>

#include "app/view_model.h"
#include "ui/table.h"
#include "ui/ui.h"

namespace luping::ui {

/// What the rows are limited to, and how many are left; the table's copy button. Takes it from the top of `box`.
void list_bar(Ui& ui, std::string_view scope, Rect& box, const ListHead& head);

/// No row is left: why, and the way back.
void empty_list(Ui& ui, std::string_view scope, const Rect& box, const ListHead& head);

/// The header. `column_of`: the place among `columns` of the one that sorts by it.
using ColumnOf = std::size_t (*)(RowOrder by);
void sorting_header(Ui& ui, std::string_view scope, const Rect& box, std::span<ColumnSpec> columns,
                    const ListHead& head, ColumnOf column_of);

/// Keeps the place of the rows, inside their ScrollArea: another list starts from its top, a row that gets selected comes into
/// sight.
class ListScroll {
 public:
  ListScroll(Ui& ui, ListMemory& memory, const Rect& box, const ListHead& head);
  /// For the selected row, which lies at `place`.
  void selected(std::string_view id, const Rect& place);

 private:
  Ui& ui_;
  ListMemory& memory_;
  Rect box_;
  bool reveal_;
};

}  // namespace luping::ui
