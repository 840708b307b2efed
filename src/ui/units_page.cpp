#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

// Chains for the arrow keys.
constexpr std::uint32_t kUnitColumn = 4;
constexpr std::uint32_t kDutyColumn = 5;

enum Column { kName, kLead, kResponsible, kMet, kNotMet, kUnfilled, kDoubtful, kTasks, kColumns };

using Columns = std::array<ColumnSpec, kColumns>;

Columns columns_for(const Ui& ui, const Rect& box) {
  const Theme& t = ui.theme;
  Columns c = {{{"单位", 0, 0},
                {"牵头", 0, t.grow(36), Align::right},
                {"责任", 0, t.grow(36), Align::right},
                {"指标达标", 0, t.grow(132), Align::left},
                {"未达标", 0, t.grow(44), Align::right},
                {"待填", 0, t.grow(36), Align::right},
                {"待核实", 0, t.grow(44), Align::right},
                {"任务完成", 0, t.grow(60), Align::right}}};
  const auto name_room = [&] {
    float used = 2 * kGap4;
    for (const ColumnSpec& column : c) {
      used += column.width > 0 ? column.width + kGap4 : 0;
    }
    return box.width - used;
  };
  for (const Column drop : {kResponsible, kLead, kDoubtful, kTasks}) {
    if (name_room() < t.grow(168)) {
      c[drop].width = 0;
    }
  }
  if (name_room() < t.grow(80)) {
    c[kUnfilled].width = 0;
  }
  c[kName].width = std::max(t.grow(80), name_room());
  float x = box.x + kGap4;
  for (ColumnSpec& column : c) {
    column.x = x;
    x += column.width > 0 ? column.width + kGap4 : 0;
  }
  return c;
}

Rect cell(const ColumnSpec& column, const Rect& row) { return {column.x, row.y, column.width, row.height}; }

void number(const ColumnSpec& column, const Rect& row, std::string_view text, TextStyle style) {
  if (column.width > 0) {
    draw_text(Ui::list(), cell(column, row), text, style, column.align);
  }
}

// A count of what is open: loud only when there is something.
TextStyle open_style(const Ui& ui, std::size_t count, Result result) {
  return count == 0 ? ui.theme.quiet() : ui.theme.style(ui.theme.small, Weight::bold, ui.theme.chip(result).text);
}

void unit_row(Ui& ui, const UnitRow& row, std::size_t index, const Rect& box, const Columns& columns) {
  const Container line(ui, {Id{"units/", row.id}, "row", row.name, row.summary, row_state(index, row.selected)}, box);
  const Press press =
      ui.press({Id{"units/", row.id, "/row"}, "gridcell", row.name, row.summary, row_cell_state(kColumns)}, box,
               StopKind::action, kUnitColumn);
  if (press.clicked) {  // also when it is shown already, for being the first one
    ui.push(SelectUnit{row.id});
  }
  if (!press.visible) {
    return;
  }
  row_ground(ui, box, row.selected, press.hovered);
  const TextStyle quiet = ui.theme.quiet();
  const Rect name = cell(columns[kName], box);
  if (draw_text(Ui::list(), name, row.name, row.selected ? ui.theme.strong() : ui.theme.text())) {
    ui.hint(hash_of(row.id), name, row.name, press.hovered);
  }
  number(columns[kLead], box, row.lead_text, quiet);
  number(columns[kResponsible], box, row.responsible_text, quiet);
  Rect met = cell(columns[kMet], box);
  draw_text(Ui::list(), take_right(met, ui.theme.grow(52)), row.met_text, quiet, Align::right);
  take_right(met, kGap2);
  const Rect bar = middle(met, 4);
  ui.fill(bar, ui.theme.colour.track, 2);
  if (row.progress > 0) {
    ui.fill({bar.x, bar.y, bar.width * static_cast<float>(row.progress), bar.height}, ui.theme.colour.accent, 2);
  }
  number(columns[kNotMet], box, row.not_met_text, open_style(ui, row.counts.not_met, Result::fail));
  number(columns[kUnfilled], box, row.unfilled_text, open_style(ui, row.counts.unfilled, Result::unknown));
  number(columns[kDoubtful], box, row.doubtful_text, open_style(ui, row.counts.doubtful, Result::unknown));
  number(columns[kTasks], box, row.tasks_text, quiet);
  if (press.focused) {
    ui.focus_ring(inset(box, 3, 3));
  }
}

/// A duty of the pane: words on the left, its state on the right, a line of remarks below. Returns its height.
struct Duty {
  std::string_view scope;
  std::string_view id;
  std::string_view text;
  std::string_view note;
  std::string_view state;  ///< for assistive technology
  bool pressed = false;
};

float duty_row(Ui& ui, Duty& duty, ImVec2 at, float width, float state_width) {
  const TextStyle text = ui.theme.text();
  const TextStyle quiet = ui.theme.quiet();
  const float room = width - state_width - kGap3;
  const int lines = std::min(2, count_lines(duty.text, text, room));
  const int note_lines = std::min(2, count_lines(duty.note, quiet, width));
  const float words = static_cast<float>(lines) * line_height(text);
  const float height = words + static_cast<float>(note_lines) * line_height(quiet) + 2 * kGap2;
  const Rect box{at.x - kGap2, at.y, width + 2 * kGap2, height};
  const std::string value = std::string(duty.state) + "，" + std::string(duty.note);
  const Press press = ui.press({Id{duty.scope, duty.id}, "link", duty.text, value}, box, StopKind::action, kDutyColumn);
  duty.pressed = press.clicked;
  if (press.visible) {
    if (press.hovered) {
      ui.fill(box, ui.theme.colour.hover, kCorner);
    }
    bool cut = false;
    draw_paragraph(Ui::list(), {at.x, at.y + kGap2}, room, duty.text, text, 2, &cut);
    draw_paragraph(Ui::list(), {at.x, at.y + kGap2 + words}, width, duty.note, quiet, 2);
    if (cut) {
      ui.hint(hash_of(duty.id), box, duty.text, press.hovered);
    }
    ui.hline(at.x, bottom(box) - hairline(), width);
    if (press.focused) {
      ui.focus_ring(inset(box, 1, 1));
    }
  }
  return height;
}

float indicator_row(Ui& ui, const UnitIndicator& row, ImVec2 at, float width) {
  Duty duty{"unit/indicator/", row.id, row.name, row.note, row.chip.label};
  const float state = chip_width(ui, row.chip);
  const float height = duty_row(ui, duty, at, width, state);
  const Rect place{at.x + width - state, at.y + kGap2, state, line_height(ui.theme.text())};
  if (Ui::visible(place)) {
    chip(ui, Id{"unit/chip/", row.id}, place, row.chip);
  }
  if (duty.pressed) {
    ui.push(SelectIndicator{row.id});
  }
  return height;
}

float task_row(Ui& ui, const UnitTask& row, ImVec2 at, float width) {
  const TextStyle quiet = ui.theme.quiet();
  const float mark = ui.theme.grow(16);
  const float state = std::ceil(text_width(quiet, row.state_label)) + 1 + mark + kGap1;
  Duty duty{"unit/task/", row.id, row.text, row.part, row.state_label};
  const float height = duty_row(ui, duty, at, width, state);
  Rect place{at.x + width - state, at.y + kGap2, state, line_height(ui.theme.text())};
  if (Ui::visible(place)) {
    const Rect sign = take_left(place, mark);
    draw_icon(Ui::list(), row.applicable ? icon_of_state(row.state) : Icon::dash, centre(sign), mark,
              row.state == "done" && row.applicable ? ui.theme.chip(Result::pass).text : ui.theme.colour.secondary);
    draw_text(Ui::list(), place, row.state_label, quiet, Align::right);
  }
  if (duty.pressed) {
    ui.push(SelectMeasure{row.id});
  }
  return height;
}

}  // namespace

void units_page(Ui& ui, const Rect& box, const UnitsModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  Rect rest = box;
  if (!model.filters.empty()) {
    std::vector<FilterEntry> filters;
    filters.reserve(model.filters.size());
    for (const auto& filter : model.filters) {
      filters.push_back({filter.label, filter.active});
    }
    std::vector<TreeEntry> orders;
    for (const auto& order : model.orders) {
      orders.push_back({std::to_string(orders.size()), order.label, {}, order.active});
    }
    const FilterResult asked = filter_bar(
        ui, "units", {box.x + kGap4, box.y + kGap3, box.width - 2 * kGap4, box.height}, filters, orders, "排序");
    take_top(rest, asked.height + 2 * kGap3);
    if (asked.pressed >= 0) {
      ui.push(SetUnitsFilter{model.filters[static_cast<std::size_t>(asked.pressed)].filter});
    }
    if (asked.group != nullptr) {
      ui.push(SetUnitsOrder{model.orders[static_cast<std::size_t>(asked.group - orders.data())].filter});
    }
    ui.hline(box.x, rest.y - hairline(), box.width);
  }
  if (model.rows.empty()) {
    empty_state(ui, "units/empty", rest, model.filters.empty() ? Icon::units : Icon::search, model.empty);
    return;
  }
  const Columns columns = columns_for(ui, {box.x, box.y, box.width - 6, box.height});
  const Container grid(ui, {"units/table", "grid", "各单位进展", {}, grid_state(model.rows.size(), kColumns)}, rest);
  table_header(ui, "units", take_top(rest, ui.theme.grow(34)), columns);
  ScrollArea scroll("units/rows", rest);
  float y = scroll.top();
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const UnitRow& row = model.rows[i];
    const Rect place{box.x, y, box.width, ui.theme.row};
    y += place.height;
    if (row.kind == UnitRow::Kind::unit) {
      unit_row(ui, row, i, place, columns);
    } else if (Ui::visible(place)) {
      group_row(ui, Id{"units/heading/", row.id}, i, kColumns, place,
                {.name = row.name, .figure = row.figure, .bare = true});
    }
  }
  scroll.end_at(y + kGap5);
}

void unit_detail(Ui& ui, const Rect& box, const UnitsModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  ui.vline(box.x, box.y, box.height);
  if (model.rows.empty()) {
    return;
  }
  const Container landmark(ui, {"unit", "complementary", model.name}, box);
  ScrollArea scroll("unit/scroll", {box.x + 1, box.y, box.width - 1, box.height});
  const std::uint32_t shown = hash_of(model.id);
  if (ui.memory.detail_shown != shown) {
    ui.memory.detail_shown = shown;
    ImGui::SetScrollY(0);
  }
  const float x = box.x + kGap4 + kGap1;
  const float width = box.width - 2 * (kGap4 + kGap1);
  float y = scroll.top() + kGap4;
  const TextStyle name = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  y += paragraph(ui, "unit/name", {x, y}, width, model.name, name, "heading") + kGap1;
  y += paragraph(ui, "unit/summary", {x, y}, width, model.summary, ui.theme.text(), "status");
  if (model.can_filter) {
    y += kGap3;
    const ButtonSpec only{.label = "到“填报”只看本单位", .icon = Icon::fill};
    if (button(ui, "unit/fill", {x, y, std::min(width, button_width(ui, only)), ui.theme.control}, only)) {
      ui.push(SetUnitFilter{model.name});
      ui.push(GoTo{Page::fill});
    }
    y += ui.theme.control;
  }
  const auto heading = [&](const Id& id, std::string_view text) {
    const TextStyle style = ui.theme.strong();
    y += kGap4;
    text_line(ui, id, {x, y, width, line_height(style)}, text, style, Align::left, "heading");
    y += line_height(style) + kGap1;
    ui.hline(x, y - hairline(), width);
  };
  if (!model.indicators.empty()) {
    heading("unit/indicators", model.indicators_title);
    for (const UnitIndicator& row : model.indicators) {
      y += indicator_row(ui, row, {x, y}, width);
    }
  }
  if (!model.tasks.empty()) {
    heading("unit/tasks", model.tasks_title);
    for (const UnitTask& row : model.tasks) {
      y += task_row(ui, row, {x, y}, width);
    }
  }
  scroll.end_at(y + kGap5);
}

}  // namespace luping::ui
