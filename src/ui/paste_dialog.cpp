#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/overlay.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

float head_height(const Ui& ui) { return ui.theme.grow(34); }

/// The arrow keys and the page keys move a list that has no other use for them.
void scroll_by_keys(float row, float page) {
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
  float by = 0;
  by += pressed(ImGuiKey_DownArrow) ? row : 0;
  by -= pressed(ImGuiKey_UpArrow) ? row : 0;
  by += pressed(ImGuiKey_PageDown) ? page - row : 0;
  by -= pressed(ImGuiKey_PageUp) ? page - row : 0;
  if (by != 0) {
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by, 0.0F, ImGui::GetScrollMaxY()));
  }
}

enum Column { kNumber, kName, kBefore, kAfter, kVerdict, kColumns };

using Columns = std::array<ColumnSpec, kColumns>;

/// Where it is narrow, what is replaced and the number are left out: the row's name has them.
Columns columns_for(const Ui& ui, const Rect& box) {
  const Theme& t = ui.theme;
  Columns c = {{{"序号", 0, t.grow(34)},
                {"指标", 0, 0},
                {"原来", 0, t.grow(84), Align::right},
                {"改为", 0, t.grow(128)},
                {"判定", 0, t.grow(92)}}};
  const auto gap_before = [&](std::size_t i) { return i == kAfter && c[kBefore].width > 0 ? t.grow(28) : kGap3; };
  const auto name_room = [&] {
    float used = kGap3;
    for (std::size_t i = 0; i < c.size(); ++i) {
      used += c[i].width > 0 ? c[i].width + gap_before(i) : 0;
    }
    return box.width - used;
  };
  for (const Column drop : {kNumber, kBefore}) {
    if (name_room() < t.grow(96)) {
      c[drop].width = 0;
    }
  }
  c[kName].width = std::max(t.grow(48), name_room());
  float x = box.x - kGap3;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (c[i].width > 0) {
      c[i].x = x + gap_before(i);
      x = c[i].x + c[i].width;
    }
  }
  return c;
}

void change_row(Ui& ui, const PasteModel::Change& change, std::size_t index, const Rect& box, const Columns& columns) {
  if (!Ui::visible(box)) {
    return;
  }
  const Theme& t = ui.theme;
  const Id id{"paste/change/", change.number};
  const auto cell = [&](Column column) { return Rect{columns[column].x, box.y, columns[column].width, box.height}; };
  const std::string unit = change.unit.empty() ? "" : " " + change.unit;
  const std::string before = change.before.empty() ? "空白" : change.before;
  const std::string spoken = before + " 改为 " + change.after + unit + "，" + change.chip.label;
  const Container row(ui, {id, "row", change.name, spoken, row_state(index, false)}, box);
  ui.hline(box.x, bottom(box) - hairline(), box.width);
  if (columns[kNumber].width > 0) {
    grid_text(ui, Id{id, "/number"}, kNumber, cell(kNumber), change.number, t.quiet());
  }
  grid_text(ui, Id{id, "/name"}, kName, cell(kName), change.name, t.text());
  Rect words = cell(kAfter);
  if (columns[kBefore].width > 0) {
    const Rect old = cell(kBefore);
    draw_text(Ui::list(), old, before, t.quiet(), Align::right);
    ui.record({Id{id, "/before"}, "gridcell", before, {}, cell_state(kBefore)}, old);
    draw_icon(Ui::list(), Icon::chevron_right, {(right(old) + words.x) * 0.5F, centre(box).y}, t.grow(12),
              t.colour.secondary);
  }
  ui.record({Id{id, "/after"}, "gridcell", change.after + unit, {}, cell_state(kAfter)}, words);
  const float room = std::min(words.width, std::ceil(text_width(t.strong(), change.after)) + 1);
  draw_text(Ui::list(), take_left(words, room), change.after, t.strong());
  draw_text(Ui::list(), words, unit, t.quiet());
  const Container verdict(ui, {Id{id, "/verdict"}, "gridcell", {}, {}, cell_state(kVerdict)}, cell(kVerdict));
  chip(ui, Id{id, "/chip"}, cell(kVerdict), change.chip);
}

/// Returns its height.
float change_table(Ui& ui, const Rect& box, const PasteModel& model) {
  const float head = head_height(ui);
  const float rows = ui.theme.row * static_cast<float>(model.changes.size());
  const Columns columns = columns_for(ui, box);
  const Container grid(ui, {"paste/table", "grid", "要改的现状值", {}, grid_state(model.changes.size(), kColumns)},
                       {box.x, box.y, box.width, head + rows});
  // The header stays in sight as long as rows do.
  const float highest = std::max(box.y, ImGui::GetWindowPos().y);
  ImDrawListSplitter splitter;
  splitter.Split(&Ui::list(), 2);
  splitter.SetCurrentChannel(&Ui::list(), 1);
  table_header(ui, "paste", {box.x, std::min(highest, box.y + rows), box.width, head}, columns);
  splitter.SetCurrentChannel(&Ui::list(), 0);
  for (std::size_t i = 0; i < model.changes.size(); ++i) {
    const float y = box.y + head + ui.theme.row * static_cast<float>(i);
    change_row(ui, model.changes[i], i, {box.x, y, box.width, ui.theme.row}, columns);
  }
  splitter.Merge(&Ui::list());
  return head + rows;
}

float refusal_row(Ui& ui, std::size_t index, const PasteModel::Refusal& refusal, ImVec2 at, float width) {
  const std::string what = refusal.place + (refusal.place.empty() || refusal.text.empty() ? "" : "：") + refusal.text;
  const Id id{"paste/refused/", std::to_string(index)};
  float y = at.y;
  if (!what.empty()) {
    y += paragraph(ui, id, {at.x, y}, width, what, ui.theme.text());
  }
  y += paragraph(ui, Id{id, "/why"}, {at.x, y}, width, refusal.why, ui.theme.quiet());
  return y - at.y + kGap2;
}

}  // namespace

void paste_dialog(Ui& ui, const PasteModel& model) {
  Overlay overlay(ui, "##paste");
  const Theme& t = ui.theme;
  const float width = t.grow(680);
  const float inner_wanted = std::min(width, ImGui::GetIO().DisplaySize.x - 2 * kGap4) - 2 * kGap5;
  const TextStyle title = t.style(t.section, Weight::bold, t.colour.text);
  const float head = kGap5 + paragraph_height(model.title, title, inner_wanted) + kGap1 +
                     paragraph_height(model.text, t.quiet(), inner_wanted) + kGap3;
  const float foot = kGap4 + t.control + kGap5;
  float list = model.changes.empty() ? 0 : head_height(ui) + t.row * static_cast<float>(model.changes.size());
  if (!model.refused.empty()) {
    list += kGap4 + t.section * kLineHeight + kGap2;
    for (const PasteModel::Refusal& refusal : model.refused) {
      const std::string what = refusal.place + refusal.text;
      list += (what.empty() ? 0 : paragraph_height(what, t.text(), inner_wanted)) +
              paragraph_height(refusal.why, t.quiet(), inner_wanted) + kGap2;
    }
  }
  const Rect box = overlay.panel(width, head + list + foot);
  const std::string state = dialog_state(ui, "paste", model.answers.size());
  const Container dialog(ui, {"paste", "dialog", model.title, model.text, state}, box);
  const float x = box.x + kGap5;
  const float inner = box.width - 2 * kGap5;
  float y = box.y + kGap5;
  y += paragraph(ui, "paste/title", {x, y}, inner, model.title, title, "heading") + kGap1;
  y += paragraph(ui, "paste/text", {x, y}, inner, model.text, t.quiet()) + kGap3;
  ui.hline(x, y - hairline(), inner);
  {
    // The scrollbar stands in the margin.
    ScrollArea scroll("paste/list", {x, y, inner + kGap4, bottom(box) - foot - y});
    scroll_by_keys(t.row, bottom(box) - foot - y - head_height(ui));
    float at = scroll.top();
    if (!model.changes.empty()) {
      at += change_table(ui, {x, at, inner, 0}, model);
    }
    if (!model.refused.empty()) {
      at += kGap4;
      at += section_heading(ui, "paste/refused", {x, at}, inner, model.refused_title) + kGap2;
      for (std::size_t i = 0; i < model.refused.size(); ++i) {
        at += refusal_row(ui, i, model.refused[i], {x, at}, inner);
      }
    }
    scroll.end_at(at);
  }
  ui.hline(box.x, bottom(box) - foot, box.width);
  if (const std::optional<std::size_t> answer = answer_buttons(ui, "paste", box, model.answers)) {
    ui.push(AnswerPaste{*answer == 0});
  }
}

}  // namespace luping::ui
