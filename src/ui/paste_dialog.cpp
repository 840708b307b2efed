#include <algorithm>
#include <cmath>
#include <string>

#include "ui/overlay.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

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

void change_row(Ui& ui, const PasteModel::Change& change, const Rect& box) {
  if (!Ui::visible(box)) {
    return;
  }
  const Theme& t = ui.theme;
  const Id id{"paste/change/", change.number};
  const std::string unit = change.unit.empty() ? "" : " " + change.unit;
  const std::string before = change.before.empty() ? "空白" : change.before;
  ui.record({id, "row", change.name, before + " 改为 " + change.after + unit + "，" + change.chip.label}, box);
  ui.hline(box.x, bottom(box) - hairline(), box.width);
  Rect rest = box;
  draw_text(Ui::list(), take_left(rest, t.grow(46)), change.number, t.quiet());
  chip(ui, Id{id, "/chip"}, take_right(rest, t.grow(92)), change.chip);
  take_right(rest, kGap3);
  const Rect after = take_right(rest, t.grow(128));
  const Rect arrow = take_right(rest, t.grow(28));
  const Rect old = take_right(rest, t.grow(84));
  take_right(rest, kGap3);
  cell_text(ui, Id{id, "/name"}, rest, change.name, t.text());
  draw_text(Ui::list(), old, before, t.quiet(), Align::right);
  draw_icon(Ui::list(), Icon::chevron_right, centre(arrow), t.grow(12), t.colour.secondary);
  Rect words = after;
  const float room = std::min(after.width, std::ceil(text_width(t.strong(), change.after)) + 1);
  draw_text(Ui::list(), take_left(words, room), change.after, t.strong());
  draw_text(Ui::list(), words, unit, t.quiet());
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
  float list = t.row * static_cast<float>(model.changes.size());
  if (!model.refused.empty()) {
    list += kGap4 + t.section * kLineHeight + kGap2;
    for (const PasteModel::Refusal& refusal : model.refused) {
      const std::string what = refusal.place + refusal.text;
      list += (what.empty() ? 0 : paragraph_height(what, t.text(), inner_wanted)) +
              paragraph_height(refusal.why, t.quiet(), inner_wanted) + kGap2;
    }
  }
  const Rect box = overlay.panel(width, head + list + foot);
  ui.record({"paste", "dialog", model.title, model.text}, box);
  const float x = box.x + kGap5;
  const float inner = box.width - 2 * kGap5;
  float y = box.y + kGap5;
  y += paragraph(ui, "paste/title", {x, y}, inner, model.title, title, "heading") + kGap1;
  y += paragraph(ui, "paste/text", {x, y}, inner, model.text, t.quiet()) + kGap3;
  ui.hline(x, y - hairline(), inner);
  {
    // The scrollbar stands in the margin.
    ScrollArea scroll("paste/list", {x, y, inner + kGap4, bottom(box) - foot - y});
    scroll_by_keys(t.row, bottom(box) - foot - y);
    float at = scroll.top();
    for (const PasteModel::Change& change : model.changes) {
      change_row(ui, change, {x, at, inner, t.row});
      at += t.row;
    }
    if (!model.refused.empty()) {
      at += kGap4;
      at += section_heading(ui, "paste/refused", {x, at}, inner, model.refused_title);
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
