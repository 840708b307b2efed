#include "ui/menu.h"

#include <charconv>
#include <cmath>

namespace luping::ui {
namespace {

constexpr float kShadow = 12;  // room around the panel for its shadow

void soft_shadow(ImDrawList& list, const Rect& panel, Colour colour) {
  for (int ring = 6; ring >= 1; --ring) {
    const auto grow = static_cast<float>(ring);
    const Rect r{panel.x - grow, panel.y - grow + 3, panel.width + 2 * grow, panel.height + 2 * grow};
    list.AddRectFilled(top_left(r), bottom_right(r), colour, kCorner + grow);
  }
}

}  // namespace

std::string menu_state(const Id& owner, bool open) {
  return open ? "expanded controls:" + std::string(owner.view()) + "/menu" : std::string();
}

void open_menu(Ui& ui, std::uint32_t owner, int highlight) {
  ui.memory.menu = owner;
  ui.memory.menu_highlight = highlight;
  ui.memory.menu_fresh = true;
  ui.out.again = true;
}

std::optional<std::size_t> menu(Ui& ui, const Id& owner, const Rect& anchor, std::span<const MenuEntry> entries) {
  Memory& memory = ui.memory;
  if (!menu_is_open(ui, owner.hash()) || entries.empty()) {
    return std::nullopt;
  }
  const Id popup_id{owner, "/menu"};
  const bool fresh = memory.menu_fresh;
  if (fresh) {
    ImGui::OpenPopup(popup_id.c_str());
    memory.menu_fresh = false;
  }

  const float row = ui.theme.control;
  const auto count = static_cast<int>(entries.size());
  float width = anchor.width;
  for (const MenuEntry& entry : entries) {
    const float note = entry.note.empty() ? 0 : text_width(ui.theme.quiet(), entry.note) + kGap4;
    width = std::max(width, std::ceil(text_width(ui.theme.text(), entry.label) + note) + 3 * kGap3 + ui.theme.grow(16));
  }
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  width = std::min(width, display.x - 2 * kGap2);
  float height = row * static_cast<float>(count) + 2 * kGap1;
  const float below = display.y - bottom(anchor) - kGap2;
  const float above = anchor.y - kGap2;
  const bool upward = height > below && above > below;
  height = std::min(height, upward ? above : below);
  const Rect panel{snap(std::clamp(anchor.x, kGap2, std::max(kGap2, display.x - width - kGap2))),
                   snap(upward ? anchor.y - 2 - height : bottom(anchor) + 2), width, height};
  const Rect window = inset(panel, -kShadow, -kShadow);

  ImGui::SetNextWindowPos(top_left(window));
  ImGui::SetNextWindowSize({window.width, window.height});
  std::optional<std::size_t> picked;
  bool close = false;
  if (!ImGui::BeginPopup(popup_id.c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                                               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav |
                                               ImGuiWindowFlags_NoScrollWithMouse)) {
    if (!fresh) {
      memory.menu = 0;
    }
    return std::nullopt;
  }
  ImDrawList& list = Ui::list();
  list._FringeScale = 1.0F / pixel_ratio();
  const Container over(ui, {Id{owner, "/over"}, "region", "打开的菜单"}, panel, Container::Place::over_the_page);
  const Container listbox(ui, {popup_id, "listbox", "选项"}, panel);
  soft_shadow(list, panel, ui.theme.colour.shadow);
  ui.frame(panel, ui.theme.colour.surface, ui.theme.colour.border);

  int& highlight = memory.menu_highlight;
  bool moved = fresh;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
    highlight = std::min(highlight + 1, count - 1);
    moved = true;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) {
    highlight = std::max(highlight - 1, 0);
    moved = true;
  }
  if (!fresh && highlight >= 0 && highlight < count &&
      (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
       ImGui::IsKeyPressed(ImGuiKey_Space, false))) {
    picked = static_cast<std::size_t>(highlight);
  }
  if (!fresh && (ImGui::IsKeyPressed(ImGuiKey_Escape, false) || ImGui::IsKeyPressed(ImGuiKey_Tab, false))) {
    close = true;
  }
  {
    const Rect inner = inset(panel, 1, kGap1);
    ScrollArea scroll(Id{owner, "/list"}, inner);
    for (int i = 0; i < count; ++i) {
      const MenuEntry& entry = entries[static_cast<std::size_t>(i)];
      const Rect box{inner.x, scroll.top() + row * static_cast<float>(i), inner.width, row};
      char digits[16];
      const auto end = std::to_chars(digits, digits + sizeof digits, i);
      const Id id{owner, "/", std::string_view(digits, static_cast<std::size_t>(end.ptr - digits))};
      std::string state = entry.selected ? "selected" : "";
      if (i == highlight) {
        state += state.empty() ? "focused" : " focused";
      }
      const Press press = ui.press_only({id, "option", entry.label, entry.note, state}, box);
      if (press.hovered && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0)) {
        highlight = i;
      }
      if (moved && i == highlight) {
        if (box.y < inner.y) {
          ImGui::SetScrollY(ImGui::GetScrollY() + box.y - inner.y);
        } else if (bottom(box) > bottom(inner)) {
          ImGui::SetScrollY(ImGui::GetScrollY() + bottom(box) - bottom(inner));
        }
      }
      if (i == highlight) {
        ui.fill({box.x + kGap1 - 1, box.y, box.width - 2 * (kGap1 - 1), box.height}, ui.theme.colour.accent_soft, 4);
      }
      Rect words = inset(box, kGap3, 0);
      const Rect mark = take_right(words, ui.theme.grow(16));
      if (entry.selected) {
        draw_icon(Ui::list(), Icon::tick, centre(mark), ui.theme.grow(14), ui.theme.colour.accent);
      }
      if (!entry.note.empty()) {
        const Rect note = take_right(words, std::ceil(text_width(ui.theme.quiet(), entry.note)) + kGap2);
        draw_text(Ui::list(), note, entry.note, ui.theme.quiet(), Align::left);
      }
      draw_text(Ui::list(), words, entry.label, entry.selected ? ui.theme.strong() : ui.theme.text());
      if (press.clicked) {
        picked = static_cast<std::size_t>(i);
      }
    }
    scroll.end_at(scroll.top() + row * static_cast<float>(count));
  }
  // The window is larger than the panel by its shadow; a press there is a press outside.
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
      !ImGui::IsMouseHoveringRect(top_left(panel), bottom_right(panel), false)) {
    close = true;
  }
  if (picked || close) {
    ImGui::CloseCurrentPopup();
    memory.menu = 0;
    ui.out.again = true;
    if (picked || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
      ui.focus.set(owner.hash(), !ImGui::IsMouseReleased(ImGuiMouseButton_Left));
      ui.focus.arrived();
    }
  }
  ImGui::EndPopup();
  return picked;
}

}  // namespace luping::ui
