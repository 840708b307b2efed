#include "ui/ui.h"

#include <cmath>

namespace luping::ui {
namespace {

constexpr double kHintDelay = 0.35;  // s

bool is_landmark(std::string_view role) {
  return role == "banner" || role == "navigation" || role == "main" || role == "complementary";
}

}  // namespace

Rect Ui::seen(const Rect& box) {
  const ImVec2 low = list().GetClipRectMin();
  const ImVec2 high = list().GetClipRectMax();
  return intersection(box, {low.x, low.y, high.x - low.x, high.y - low.y});
}

bool Ui::record(const Node& node, const Rect& box) {
  const Rect part = seen(box);
  if (is_empty(part)) {
    return false;
  }
  (floating ? out.floating : out.nodes)
      .push_back({std::string(node.id.view()), std::string(node.role), std::string(node.name), std::string(node.value),
                  std::string(node.state), part, depth});
  return true;
}

Container::Container(Ui& ui, const Node& node, const Rect& box, Place place)
    : ui_(ui), depth_(ui.depth), area_(ui.area), floating_(ui.floating) {
  if (is_landmark(node.role)) {
    ui.area = static_cast<int>(node.id.hash() & 0x7FFFFFFFU);
  }
  if (place == Place::over_the_page) {
    ui.floating = true;
    ui.depth = 0;
  }
  if (ui.record(node, box)) {
    ++ui.depth;
  }
}

Container::~Container() {
  ui_.depth = depth_;
  ui_.area = area_;
  ui_.floating = floating_;
}

Press Ui::pressed(const Node& node, const Rect& box) {
  Press result;
  result.visible = visible(box);
  if (!result.visible) {
    return result;
  }
  ImGui::SetCursorScreenPos(top_left(box));
  result.clicked = ImGui::InvisibleButton(node.id.c_str(), {std::max(1.0F, box.width), std::max(1.0F, box.height)});
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  return result;
}

Press Ui::press(const Node& node, const Rect& box, StopKind kind, std::uint32_t chain) {
  const std::uint32_t id = node.id.hash();
  stop(id, box, kind, chain);
  Press result = pressed(node, box);
  if (result.clicked) {
    focus.set(id, false);
  }
  result.focused = focus.ring(id);
  if (focus.has(id) && !inert && !entry.is_open() && memory.menu == 0 &&
      (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
       ImGui::IsKeyPressed(ImGuiKey_Space, false))) {
    result.clicked = true;
  }
  if (focus.arriving(id) && kind == StopKind::action) {
    focus.arrived();
  }
  if (result.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  if (result.visible) {
    std::string state(node.state);
    if (focus.has(id)) {
      state += state.empty() ? "focused" : " focused";
    }
    Node told = node;
    told.state = state;
    record(told, box);
  }
  return result;
}

Press Ui::press_only(const Node& node, const Rect& box) {
  const Press result = pressed(node, box);
  if (result.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  record(node, box);
  return result;
}

Press Ui::press_row(const Rect& box, const Rect& hole) {
  Press result;
  result.visible = visible(box);
  if (!result.visible) {
    return result;
  }
  const auto under_mouse = [](const Rect& r) { return ImGui::IsMouseHoveringRect(top_left(r), bottom_right(r)); };
  result.hovered = ImGui::IsWindowHovered() && under_mouse(box);
  const bool inside = result.hovered && !under_mouse(hole);
  result.clicked = inside && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (inside) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  return result;
}

void Ui::stop(std::uint32_t id, const Rect& box, StopKind kind, std::uint32_t chain) {
  focus.add({id, chain, kind, area});
  if (focus.wants_reveal(id)) {
    const float high = ImGui::GetWindowPos().y;
    const float low = high + ImGui::GetWindowHeight();
    const float margin = kGap2;
    if (ImGui::GetScrollMaxY() > 0) {
      if (box.y < high + margin) {
        ImGui::SetScrollY(ImGui::GetScrollY() + box.y - high - margin);
        out.again = true;
      } else if (bottom(box) > low - margin) {
        ImGui::SetScrollY(ImGui::GetScrollY() + bottom(box) - low + margin);
        out.again = true;
      }
    }
    focus.revealed();
  }
}

void Ui::focus_ring(const Rect& box, float corner) {
  const Rect outer = inset(box, -2, -2);
  list().AddRect(top_left(outer), bottom_right(outer), theme.colour.focus, corner + 2, ImDrawFlags_None, theme.ring);
}

void Ui::hint(std::uint32_t id, const Rect& anchor, std::string_view text, bool hovered) {
  if (!hovered || text.empty() || memory.menu != 0) {
    return;
  }
  memory.hint_seen = true;
  const double now = ImGui::GetTime();
  if (memory.hint != id) {
    memory.hint = id;
    memory.hint_since = now;
  }
  if (now - memory.hint_since < kHintDelay) {
    out.again = true;
    return;
  }
  TextStyle style = theme.quiet();
  style.colour = theme.colour.on_tooltip;
  const float width = std::min(text_width(style, text) + 1, 420.0F);
  const float height = paragraph_height(text, style, width);
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  Rect box{anchor.x, bottom(anchor) + kGap1, width + 2 * kGap3, height + kGap2};
  box.x = snap(std::clamp(box.x, kGap1, std::max(kGap1, display.x - box.width - kGap1)));
  if (bottom(box) > display.y - kGap1) {
    box.y = anchor.y - box.height - kGap1;
  }
  box.y = snap(box.y);
  ImDrawList& above = *ImGui::GetForegroundDrawList();
  above._FringeScale = 1.0F / pixel_ratio();
  above.AddRectFilled(top_left(box), bottom_right(box), theme.colour.tooltip, 4);
  draw_paragraph(above, {box.x + kGap3, box.y + kGap1}, width, text, style);
}

void Ui::fill(const Rect& box, Colour colour, float corner) {
  list().AddRectFilled({snap(box.x), snap(box.y)}, {snap(right(box)), snap(bottom(box))}, colour, corner);
}

void Ui::frame(const Rect& box, Colour ground, Colour border, float corner) {
  const float line = hairline() * theme.line;
  const ImVec2 low{snap(box.x), snap(box.y)};
  const ImVec2 high{snap(right(box)), snap(bottom(box))};
  list().AddRectFilled(low, high, border, corner);
  list().AddRectFilled({low.x + line, low.y + line}, {high.x - line, high.y - line}, ground,
                       std::max(0.0F, corner - line));
}

void Ui::tag(const Rect& box, const ChipColours& colours, float corner) {
  if ((colours.outline >> 24U) == 0) {
    fill(box, colours.ground, corner);
  } else {
    frame(box, colours.ground, colours.outline, corner);
  }
}

void Ui::hline(float x, float y, float width) {
  list().AddRectFilled({snap(x), snap(y)}, {snap(x + width), snap(y) + hairline() * theme.line}, theme.colour.hairline);
}

void Ui::vline(float x, float y, float height) {
  list().AddRectFilled({snap(x), snap(y)}, {snap(x) + hairline() * theme.line, snap(y + height)},
                       theme.colour.hairline);
}

void cover_screen() {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({std::ceil(display.x), std::ceil(display.y)});
}

ScrollArea::ScrollArea(const Id& id, const Rect& box) {
  ImGui::SetCursorScreenPos(top_left(box));
  ImGui::BeginChild(id.c_str(), {std::max(1.0F, box.width), std::max(1.0F, box.height)}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings);
  ImGui::GetWindowDrawList()->_FringeScale = 1.0F / pixel_ratio();
  top_ = ImGui::GetCursorScreenPos().y;
  bottom_ = top_;
}

ScrollArea::~ScrollArea() {
  ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x, bottom_});
  ImGui::Dummy({1, 0});
  ImGui::EndChild();
}

}  // namespace luping::ui
