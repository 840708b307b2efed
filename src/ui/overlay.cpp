#include "ui/overlay.h"

#include <algorithm>

#include "ui/widgets.h"

namespace luping::ui {
namespace {

float answer_width(const Ui& ui, std::string_view label) {
  return std::max(ui.theme.grow(88), button_width(ui, {.label = label}));
}

Id answer_id(const Id& dialog, std::size_t answer) { return {dialog, "/", std::to_string(answer)}; }

}  // namespace

Overlay::Overlay(Ui& ui, const char* name) : ui_(ui) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  cover_screen();
  ImGui::SetNextWindowFocus();
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav);
  Ui::list()._FringeScale = 1.0F / pixel_ratio();
  ui.fill({0, 0, display.x, display.y}, ui.theme.colour.shade);
  // What lies behind is inert: neither pressed nor read nor reached by Tab.
  ui.out.nodes.clear();
  ui.out.floating.clear();
  ui.focus.restart();
  ui.inert = false;
}

Overlay::~Overlay() { ImGui::End(); }

Rect Overlay::panel(float width, float height) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float w = std::min(width, display.x - 2 * kGap4);
  const float h = std::min(height, display.y - 2 * kGap4);
  const Rect box{snap((display.x - w) * 0.5F), snap((display.y - h) * 0.4F), w, h};
  for (int ring = 8; ring >= 1; --ring) {
    const Rect r =
        inset({box.x, box.y + 4, box.width, box.height}, -static_cast<float>(ring) * 2, -static_cast<float>(ring) * 2);
    Ui::list().AddRectFilled(top_left(r), bottom_right(r), ui_.theme.colour.shadow, 8 + static_cast<float>(ring) * 2);
  }
  ui_.frame(box, ui_.theme.colour.surface, ui_.theme.colour.hairline, 8);
  return box;
}

std::string dialog_state(const Ui& ui, const Id& id, std::size_t answers) {
  for (std::size_t i = 0; i < answers; ++i) {
    if (ui.focus.has(answer_id(id, i).hash())) {
      return "modal:true";
    }
  }
  return "modal:true focused";
}

float answers_width(const Ui& ui, std::span<const std::string> answers) {
  float row = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    row += answer_width(ui, answers[i]) + (i == 0 ? 0 : kGap3);
  }
  return row;
}

std::optional<std::size_t> answer_buttons(Ui& ui, const Id& id, const Rect& panel,
                                          std::span<const std::string> answers) {
  const float control = ui.theme.control;
  std::optional<std::size_t> answer;
  bool on_button = false;
  float left = right(panel) - kGap5 - answers_width(ui, answers);
  for (std::size_t i = answers.size(); i-- > 0;) {
    const Id button_id = answer_id(id, i);
    const float width = answer_width(ui, answers[i]);
    const ButtonSpec spec{.label = answers[i], .look = i == 0 ? ButtonLook::primary : ButtonLook::secondary};
    if (button(ui, button_id, {left, bottom(panel) - kGap5 - control, width, control}, spec)) {
      answer = i;
    }
    on_button = on_button || ui.focus.has(button_id.hash());
    left += width + kGap3;
  }
  if (!answer && !on_button && ImGui::IsKeyPressed(ImGuiKey_Enter, false)) {
    answer = 0;
  }
  if (!answer && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    answer = answers.size() - 1;
  }
  return answer;
}

}  // namespace luping::ui
