#include <cmath>
#include <string>

#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

constexpr std::uint32_t kOutlineColumn = 6;  // the chain of the arrow keys

/// A line of the outline that leads to a sheet.
void outline_row(Ui& ui, const SchemeRow& row, const Rect& box) {
  const std::string_view id = row.id.empty() ? std::string_view("about") : std::string_view(row.id);
  const std::string value = row.number.empty() ? row.remark : row.number + "，" + row.remark;
  const Press press = ui.press({Id{"scheme/row/", id}, "link", row.name, value, row.selected ? "current" : ""}, box,
                               StopKind::action, kOutlineColumn);
  if (press.clicked) {  // also when it is shown already, for being the first one found
    ui.push(SelectSchemeRow{row.id});
  }
  if (!press.visible) {
    return;
  }
  row_ground(ui, box, row.selected, press.hovered);
  const TextStyle quiet = ui.theme.quiet();
  Rect rest = inset(box, kGap4, 0);
  take_right(rest, 6);
  if (!row.number.empty()) {
    draw_text(Ui::list(), take_left(rest, ui.theme.grow(44)), row.number, quiet);
  }
  if (!row.remark.empty()) {
    draw_text(Ui::list(), take_right(rest, std::ceil(text_width(quiet, row.remark)) + 1), row.remark, quiet,
              Align::right);
    take_right(rest, kGap2);
  }
  if (draw_cell_text(Ui::list(), rest, row.name, row.selected ? ui.theme.strong() : ui.theme.text(), ui.theme.small)) {
    ui.hint(hash_of(row.id), rest, row.name, press.hovered);
  }
  if (press.focused) {
    ui.focus_ring(inset(box, 3, 3));
  }
}

void outline_heading(Ui& ui, const SchemeRow& row, const Rect& box) {
  ui.fill(box, ui.theme.colour.ground);
  ui.hline(box.x, bottom(box) - hairline(), box.width);
  const Id id{"scheme/group/", row.id};
  const TextStyle quiet = ui.theme.quiet();
  Rect rest = inset(box, kGap4, 0);
  take_right(rest, 6);
  draw_text(Ui::list(), take_right(rest, std::ceil(text_width(quiet, row.remark)) + 1), row.remark, quiet,
            Align::right);
  take_right(rest, kGap2);
  const std::string name = row.number + row.name;
  draw_cell_text(Ui::list(), rest, name, ui.theme.strong(), ui.theme.small);
  ui.record({id, "heading", name}, rest);
}

void outline(Ui& ui, const Rect& box, const SchemeModel& model) {
  Rect rest = box;
  const Container landmark(ui, {"scheme/outline", "navigation", "指标目录"}, box);
  if (!model.found.empty()) {
    const Rect head = take_top(rest, ui.theme.grow(34));
    text_line(ui, "scheme/found", inset(head, kGap4, 0), model.found, ui.theme.quiet(), Align::left, "status");
    ui.hline(head.x, bottom(head) - hairline(), head.width);
  }
  ScrollArea scroll("scheme/rows", rest);
  float y = scroll.top();
  for (const SchemeRow& row : model.rows) {
    const Rect place{box.x, y, box.width, ui.theme.row};
    y += place.height;
    if (row.kind != SchemeRow::Kind::group) {
      outline_row(ui, row, place);
    } else if (Ui::visible(place)) {
      outline_heading(ui, row, place);
    }
  }
  scroll.end_at(y + kGap5);
}

TextStyle style_of(const Ui& ui, SchemeLine::Look look) {
  switch (look) {
    case SchemeLine::Look::strong:
      return ui.theme.strong();
    case SchemeLine::Look::warning:
      return ui.theme.style(ui.theme.body, Weight::regular, ui.theme.chip(Result::unknown).text);
    case SchemeLine::Look::text:
    case SchemeLine::Look::quote:
      break;
  }
  return ui.theme.text();
}

/// A labelled text: the label in a column of its own, or above where it is long. Returns the height.
float sheet_line(Ui& ui, const Id& id, ImVec2 at, float width, const SchemeLine& line) {
  const TextStyle style = style_of(ui, line.look);
  const TextStyle quiet = ui.theme.quiet();
  const float column = ui.theme.grow(84);
  const bool above = text_width(quiet, line.label) > column - kGap3;
  const float head = above ? line_height(quiet) + 2 : 0;
  const bool quote = line.look == SchemeLine::Look::quote;
  const float indent = (above ? 0 : column) + (quote ? kGap3 : 0);
  const float height = paragraph_height(line.text, style, width - indent);
  const Rect box{at.x, at.y, width, head + height};
  if (Ui::visible(box)) {
    draw_text(Ui::list(), {at.x, at.y, above ? width : column, above ? line_height(quiet) : line_height(style)},
              line.label, above ? ui.theme.style(ui.theme.small, Weight::bold, ui.theme.colour.secondary) : quiet);
    if (quote) {
      ui.fill({at.x + indent - kGap3, at.y + head + 2, 3, height - 4}, ui.theme.colour.rule, 1);
    }
    draw_paragraph(Ui::list(), {at.x + indent, at.y + head}, width - indent, line.text, style);
    ui.record({id, "text", line.label.empty() ? line.text : line.label + "：" + line.text}, box);
  }
  return box.height;
}

/// Badges in a row. Returns its height.
float badges(Ui& ui, const Rect& box, const std::vector<std::string>& words) {
  Rect rest = box;
  std::string all;
  for (const std::string& word : words) {
    take_left(rest, badge(ui, rest, word, ui.theme.colour.badge) + kGap2);
    all += (all.empty() ? "" : "，") + word;
  }
  ui.record({"scheme/badges", "text", all}, box);
  return box.height;
}

void sheet(Ui& ui, const Rect& box, const SchemeSheet& sheet) {
  const Container landmark(ui, {"scheme/sheet", "region", sheet.title}, box);
  ScrollArea scroll("scheme/scroll", box);
  const std::uint32_t shown = Id{"scheme/sheet/", sheet.id}.hash();
  if (ui.memory.detail_shown != shown) {
    ui.memory.detail_shown = shown;
    ImGui::SetScrollY(0);
  }
  const float x = box.x + kGap5;
  // Longer lines are hard to read.
  const float width = std::min(box.width - 2 * kGap5, ui.theme.grow(760));
  float y = scroll.top() + kGap5 - kGap1;
  if (!sheet.place.empty()) {
    y += paragraph(ui, "scheme/place", {x, y}, width, sheet.place, ui.theme.quiet()) + kGap1;
  }
  const ButtonSpec go{.label = "去填报", .icon = Icon::fill};
  const float room = sheet.can_fill ? button_width(ui, go) + kGap4 : 0;
  const TextStyle title = ui.theme.style(ui.theme.page, Weight::bold, ui.theme.colour.text);
  if (sheet.can_fill && button(ui, "scheme/fill", {x + width - room + kGap4, y, room - kGap4, ui.theme.control}, go)) {
    ui.push(SelectIndicator{sheet.id});
  }
  y += paragraph(ui, "scheme/title", {x, y}, width - room, sheet.title, title, "heading");
  if (!sheet.badges.empty()) {
    y += kGap1 + badges(ui, {x, y + kGap1, width, ui.theme.grow(24)}, sheet.badges);
  }
  for (std::size_t i = 0; i < sheet.sections.size(); ++i) {
    const SchemeSection& section = sheet.sections[i];
    const std::string number = std::to_string(i);
    const TextStyle heading = ui.theme.strong();
    y += kGap5;
    text_line(ui, Id{"scheme/section/", number}, {x, y, width, line_height(heading)}, section.title, heading,
              Align::left, "heading");
    y += line_height(heading) + kGap1;
    ui.hline(x, y, width);
    y += kGap2;
    for (std::size_t j = 0; j < section.lines.size(); ++j) {
      y += sheet_line(ui, Id{"scheme/section/", number, "/", std::to_string(j)}, {x, y}, width, section.lines[j]) +
           kGap2;
    }
  }
  scroll.end_at(y + kGap6);
}

}  // namespace

void scheme_page(Ui& ui, const Rect& box, const SchemeModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  if (model.rows.empty()) {
    empty_state(ui, "scheme/empty", box, Icon::search, model.empty);
    return;
  }
  Rect rest = box;
  const Rect left = take_left(rest, std::clamp(std::round(box.width * 0.34F), ui.theme.grow(260), ui.theme.grow(400)));
  outline(ui, left, model);
  ui.vline(right(left), box.y, box.height);
  sheet(ui, {rest.x + 1, rest.y, rest.width - 1, rest.height}, model.sheet);
}

}  // namespace luping::ui
