#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/fields.h"
#include "ui/listing.h"
#include "ui/panels.h"
#include "ui/table.h"

namespace luping::ui {
namespace {

constexpr std::uint32_t kValueColumn = 1;  // the chain Enter follows

enum Column { kNumber, kName, kUnit, kValue, kTarget, kVerdict, kLead, kColumns };

using Columns = std::array<ColumnSpec, kColumns>;

/// Columns for a width: the lead unit goes first (the detail pane has it), then the unit moves into the value cell; where
/// even that is not enough, the target and the number are left to the detail pane as well.
Columns columns_for(const Ui& ui, const Rect& box) {
  const Theme& t = ui.theme;
  Columns c = {{{"序号", 0, t.grow(38)},
                {"指标", 0, 0},
                {"单位", 0, t.grow(60)},
                {"现状值", 0, t.grow(108), Align::right},
                {"目标", 0, t.grow(84)},
                {"判定", 0, t.grow(88)},
                {"牵头单位", 0, t.grow(104)}}};
  const float wanted = t.grow(168);
  const auto name_room = [&] {
    float used = 2 * kGap4;
    for (const ColumnSpec& column : c) {
      used += column.width > 0 ? column.width + kGap3 : 0;
    }
    return box.width - used - kGap3;
  };
  for (const Column drop : {kLead, kUnit}) {
    if (name_room() < wanted) {
      c[drop].width = 0;
      c[kValue].width += drop == kUnit ? t.grow(20) : 0;
    }
  }
  for (const Column drop : {kTarget, kNumber}) {
    if (name_room() < t.grow(72)) {
      c[drop].width = 0;
    }
  }
  c[kName].width = std::max(t.grow(60), name_room() + kGap3);
  float x = box.x + kGap4;
  for (ColumnSpec& column : c) {
    column.x = x;
    x += column.width > 0 ? column.width + kGap3 : 0;
  }
  return c;
}

Rect cell(const ColumnSpec& column, const Rect& row) { return {column.x, row.y, column.width, row.height}; }

/// The row's value as it is shown: a choice by its label, not by what an edit carries.
std::string_view value_of(const FillRow& row) {
  for (const Choice& choice : row.choices) {
    if (row.cell == CellKind::choice && choice.value == row.value && !row.value.empty()) {
      return choice.label;
    }
  }
  return row.value;
}

/// What a cell without a field says.
std::string_view read_only_words(const FillRow& row) {
  if (!row.value.empty()) {
    return row.value;
  }
  if (row.cell == CellKind::none) {
    return row.chip.result == Result::notapplicable ? "—" : "自动汇总";
  }
  return row.placeholder.empty() ? std::string_view("右侧填写") : std::string_view(row.placeholder);
}

/// The value cell: the one thing in a row that is edited. Returns whether it asks for the row to be selected.
bool value_cell(Ui& ui, const FillRow& row, const Rect& box, bool unit_inside) {
  const Id id = row.cell == CellKind::text || row.cell == CellKind::choice ? field_id("fill", row.field)
                                                                           : Id{"fill/", row.id, "/cell"};
  const std::uint32_t hash = id.hash();
  if (!Ui::visible(box) && !ui.entry.edits(hash)) {
    const bool field = row.cell == CellKind::text || row.cell == CellKind::choice;
    ui.stop(hash, box, field ? StopKind::field : StopKind::action, field ? kValueColumn : 0);
    return false;
  }
  std::string name = row.name + " 现状值";
  if (!row.unit.empty()) {
    name += "（" + row.unit + "）";
  }
  const std::string_view unit = unit_inside ? std::string_view(row.unit) : std::string_view{};
  FieldSpec spec{row.field, name, row.value, row.placeholder, unit, true, false, false, false, true, kValueColumn};
  switch (row.cell) {
    case CellKind::text:
      return text_field(ui, id, box, spec);
    case CellKind::choice:
      return choice_field(ui, id, box, spec, row.choices);
    case CellKind::computed:
    case CellKind::none:
      break;
  }
  // Read-only here: pressing it opens the detail pane, where the inputs (or the reason for 不适用) are.
  const std::string_view shown = read_only_words(row);
  const bool nothing_to_enter = row.cell == CellKind::none;
  const Press press = ui.press({id, "button", name, nothing_to_enter ? shown : std::string_view(row.value)}, box);
  if (row.cell == CellKind::computed) {
    ui.frame(box, press.hovered ? ui.theme.colour.sunken : ui.theme.colour.ground, ui.theme.colour.sunken);
    ui.hint(id.hash(), box, "由几个数量算出，在右边填写", press.hovered);
  }
  Rect words = inset(box, kGap2, 0);
  if (!unit.empty() && !row.value.empty()) {
    const TextStyle quiet = ui.theme.quiet();
    const float room = std::ceil(text_width(quiet, unit)) + kGap1 + 2;
    draw_text(Ui::list(), take_right(words, room), unit, quiet, Align::right);
  }
  const bool blank = row.value.empty();
  TextStyle style = blank ? ui.theme.quiet() : ui.theme.text();
  if (blank && !nothing_to_enter) {
    style.colour = ui.theme.colour.link;
  }
  draw_text(Ui::list(), words, shown, style, Align::right);
  if (press.focused) {
    ui.focus_ring(inset(box, 1, 1));
  }
  return press.clicked;
}

void indicator_row(Ui& ui, const FillRow& row, std::size_t index, const Rect& box, const Columns& columns) {
  const Rect value = inset(cell(columns[kValue], box), 0, 3);
  const bool seen = Ui::visible(box);
  bool select = false;
  const std::string value_words = seen ? std::string(value_of(row)) +
                                             (row.value.empty() || row.unit.empty() ? "" : " " + row.unit) + "，目标 " +
                                             row.target + "，" + row.chip.label
                                       : std::string();
  const Container line(ui, {Id{"fill/", row.id}, "row", row.name, value_words, row_state(index, row.selected)}, box);
  if (seen) {
    const Press press = Ui::press_row(box, value);
    select = press.clicked;
    row_ground(ui, box, row.selected, press.hovered);
    const TextStyle quiet = ui.theme.quiet();
    if (columns[kNumber].width > 0) {
      grid_text(ui, Id{"fill/", row.id, "/number"}, kNumber, cell(columns[kNumber], box), row.number, quiet);
    }
    grid_text(ui, Id{"fill/", row.id, "/name"}, kName, cell(columns[kName], box), row.name,
              row.selected ? ui.theme.strong() : ui.theme.text());
    if (columns[kUnit].width > 0) {
      grid_text(ui, Id{"fill/", row.id, "/unit"}, kUnit, cell(columns[kUnit], box), row.unit, quiet);
    }
  }
  {
    const Container held(ui, {Id{"fill/", row.id, "/held"}, "gridcell", {}, {}, cell_state(kValue)}, value);
    select = value_cell(ui, row, value, columns[kUnit].width <= 0) || select;
  }
  if (seen) {
    grid_text(ui, Id{"fill/", row.id, "/target"}, kTarget, cell(columns[kTarget], box), row.target, ui.theme.text());
    const Container verdict(ui, {Id{"fill/", row.id, "/verdict"}, "gridcell", {}, {}, cell_state(kVerdict)},
                            cell(columns[kVerdict], box));
    chip(ui, Id{"fill/", row.id, "/chip"}, cell(columns[kVerdict], box), row.chip);
  }
  if (seen && columns[kLead].width > 0) {
    grid_text(ui, Id{"fill/", row.id, "/lead"}, kLead, cell(columns[kLead], box), row.lead, ui.theme.quiet());
  }
  if (select && !row.selected) {
    ui.push(SelectIndicator{row.id});
  }
}

/// Which column sorts by it.
std::size_t column_of(RowOrder by) {
  switch (by) {
    case RowOrder::plan:
    case RowOrder::number:
      return kNumber;
    case RowOrder::name:
      return kName;
    case RowOrder::standing:
      return kVerdict;
    case RowOrder::lead:
      return kLead;
    case RowOrder::date:  // there is none
      break;
  }
  return kNumber;
}

/// How to fill in, until it has been put away. Returns the height.
float first_hint(Ui& ui, const Rect& box, const std::string& words) {
  const ButtonSpec known{.label = "知道了", .look = ButtonLook::quiet};
  const float button_room = button_width(ui, known);
  const float icon = ui.theme.grow(18);
  const float room = box.width - 2 * kGap4 - icon - kGap2 - button_room - kGap3;
  const float text = paragraph_height(words, ui.theme.text(), room);
  const float height = std::ceil(std::max(ui.theme.control, text) + 2 * kGap2);
  const Rect strip{box.x, box.y, box.width, height};
  ui.fill(strip, ui.theme.colour.accent_soft);
  ui.hline(strip.x, bottom(strip) - hairline(), strip.width);
  draw_icon(Ui::list(), Icon::information, {strip.x + kGap4 + icon * 0.5F, centre(strip).y}, icon,
            ui.theme.colour.accent);
  paragraph(ui, "fill/hint", {strip.x + kGap4 + icon + kGap2, strip.y + (height - text) * 0.5F}, room, words,
            ui.theme.text());
  if (button(ui, "fill/hint/known",
             middle({right(strip) - kGap3 - button_room, strip.y, button_room, height}, ui.theme.control), known)) {
    ui.push(PutAwayHint{});
  }
  return height;
}

}  // namespace

void fill_page(Ui& ui, const Rect& box, const FillModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  Rect rest = box;
  list_bar(ui, "fill", rest, model);
  if (!model.hint.empty()) {
    take_top(rest, first_hint(ui, rest, model.hint));
  }
  if (model.rows.empty()) {
    empty_list(ui, "fill", rest, model);
    return;
  }
  Columns columns = columns_for(ui, {box.x, box.y, box.width - 6, box.height});
  const Container grid(ui, {"fill/table", "grid", "指标填报表", {}, grid_state(model.rows.size(), kColumns)}, rest);
  sorting_header(ui, "fill", take_top(rest, ui.theme.grow(34)), columns, model, column_of);

  ScrollArea scroll("fill/rows", rest);
  ListScroll sight(ui, ui.memory.fill, rest, model);
  const float height = ui.theme.row;
  float y = scroll.top();
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const FillRow& row = model.rows[i];
    const Rect place{box.x, y, box.width, height};
    y += height;
    if (row.kind == FillRow::Kind::group) {
      if (Ui::visible(place)) {
        group_row(ui, Id{"fill/group/", row.id}, i, kColumns, place, {row.number, row.name, row.figure, row.progress});
      }
      continue;
    }
    if (row.selected) {
      sight.selected(row.id, place);
    }
    indicator_row(ui, row, i, place, columns);
  }
  scroll.end_at(y + kGap5);
}

}  // namespace luping::ui
