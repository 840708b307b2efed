#include <array>
#include <cmath>
#include <string>

#include "ui/fields.h"
#include "ui/listing.h"
#include "ui/panels.h"
#include "ui/table.h"

namespace luping::ui {
namespace {

constexpr std::uint32_t kStateColumn = 2;

enum Column { kText, kState, kDate, kLead, kColumns };

using Columns = std::array<ColumnSpec, kColumns>;

Columns columns_for(const Ui& ui, const Rect& box) {
  const Theme& t = ui.theme;
  Columns c = {{{"任务", 0, 0}, {"进展", 0, t.grow(104)}, {"完成日期", 0, t.grow(92)}, {"牵头单位", 0, t.grow(120)}}};
  const auto text_room = [&] {
    float used = 2 * kGap4;
    for (const ColumnSpec& column : c) {
      used += column.width > 0 ? column.width + kGap3 : 0;
    }
    return box.width - used;
  };
  for (const Column drop : {kLead, kDate}) {
    if (text_room() < t.grow(280)) {
      c[drop].width = 0;
    }
  }
  c[kText].width = std::max(t.grow(80), text_room());
  float x = box.x + kGap4;
  for (ColumnSpec& column : c) {
    column.x = x;
    x += column.width > 0 ? column.width + kGap3 : 0;
  }
  return c;
}

Rect cell(const ColumnSpec& column, const Rect& row) { return {column.x, row.y, column.width, row.height}; }

void measure_row(Ui& ui, const TaskRow& row, std::size_t index, const Rect& box, const Columns& columns) {
  bool select = false;
  const bool seen = Ui::visible(box);
  const Id id = field_id("tasks", row.field);
  const Rect state = middle(cell(columns[kState], box), ui.theme.control);
  const bool editable = row.applicable && !row.choices.empty();
  if (!seen) {
    if (editable) {
      ui.stop(id.hash(), state, StopKind::field, kStateColumn);
    }
    return;
  }
  const Container line(ui, {Id{"tasks/", row.id}, "row", row.text, row.state_label, row_state(index, row.selected)},
                       box);
  const Press press = Ui::press_row(box, editable ? state : Rect{});
  select = press.clicked;
  row_ground(ui, box, row.selected, press.hovered);
  const TextStyle quiet = ui.theme.quiet();
  Rect words = cell(columns[kText], box);
  const float mark = ui.theme.grow(16);
  const Rect sign{words.x, box.y, mark, box.height};
  const Palette& p = ui.theme.colour;
  draw_icon(Ui::list(), row.applicable ? icon_of_state(row.state) : Icon::dash, centre(sign), mark,
            row.state == "done" ? ui.theme.chip(Result::pass).text : p.secondary);
  take_left(words, mark + kGap2);
  const TextStyle body = row.applicable ? ui.theme.text() : ui.theme.style(ui.theme.body, Weight::regular, p.secondary);
  const int lines = std::min(2, count_lines(row.text, body, words.width));
  const float height = static_cast<float>(lines) * line_height(body);
  paragraph(ui, Id{"tasks/", row.id, "/text"}, {words.x, box.y + (box.height - height) * 0.5F}, words.width, row.text,
            body, "gridcell", 2, cell_state(kText));
  if (editable) {
    const Container held(ui, {Id{"tasks/", row.id, "/held"}, "gridcell", {}, {}, cell_state(kState)}, state);
    const FieldSpec spec{row.field, row.text, row.state, "（未填）", {},          false,
                         false,     false,    false,     true,       kStateColumn};
    select = choice_field(ui, id, state, spec, row.choices) || select;
  } else {
    grid_text(ui, Id{"tasks/", row.id, "/state"}, kState, state, row.state_label, quiet);
  }
  if (columns[kDate].width > 0) {
    grid_text(ui, Id{"tasks/", row.id, "/date"}, kDate, cell(columns[kDate], box), row.date, quiet);
  }
  if (columns[kLead].width > 0) {
    grid_text(ui, Id{"tasks/", row.id, "/lead"}, kLead, cell(columns[kLead], box), row.lead, quiet);
  }
  if (select && !row.selected) {
    ui.push(SelectMeasure{row.id});
  }
}

/// Which column sorts by it.
std::size_t column_of(RowOrder by) {
  switch (by) {
    case RowOrder::plan:
    case RowOrder::number:  // there is none
    case RowOrder::name:
      return kText;
    case RowOrder::standing:
      return kState;
    case RowOrder::date:
      return kDate;
    case RowOrder::lead:
      return kLead;
  }
  return kText;
}

float row_height(const Ui& ui, const TaskRow& row, float text_room) {
  if (row.kind != TaskRow::Kind::measure) {
    return ui.theme.row;
  }
  // Two lines of text at most; the detail pane has the rest.
  const bool two = text_width(ui.theme.text(), row.text) > text_room;
  return two ? std::round(2 * ui.theme.body * kLineHeight) + kGap3 : ui.theme.grow(44);
}

}  // namespace

void tasks_page(Ui& ui, const Rect& box, const TasksModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  Rect rest = box;
  list_bar(ui, "tasks", rest, model);
  if (model.rows.empty()) {
    empty_list(ui, "tasks", rest, model);
    return;
  }
  Columns columns = columns_for(ui, {box.x, box.y, box.width - 6, box.height});
  const Container grid(ui, {"tasks/table", "grid", "任务清单", {}, grid_state(model.rows.size(), kColumns)}, rest);
  sorting_header(ui, "tasks", take_top(rest, ui.theme.grow(34)), columns, model, column_of);

  ScrollArea scroll("tasks/rows", rest);
  ListScroll sight(ui, ui.memory.tasks, rest, model);
  const float text_room = columns[kText].width - ui.theme.grow(16) - kGap2;
  float y = scroll.top();
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const TaskRow& row = model.rows[i];
    const Rect place{box.x, y, box.width, row_height(ui, row, text_room)};
    y += place.height;
    if (row.kind != TaskRow::Kind::measure) {
      if (Ui::visible(place)) {
        group_row(ui, Id{"tasks/heading/", row.id}, i, kColumns, place,
                  {row.number, row.text, row.figure, row.progress, row.kind == TaskRow::Kind::item});
      }
      continue;
    }
    if (row.selected) {
      sight.selected(row.id, place);
    }
    measure_row(ui, row, i, place, columns);
  }
  scroll.end_at(y + kGap5);
}

}  // namespace luping::ui
