#include "platform/web/input.h"

#include <array>
#include <cfloat>

#include "imgui.h"
#include "imgui_internal.h"

namespace luping::web::input {
namespace {

struct KeyName {
  std::string_view name;
  ImGuiKey key;
};

/// What moves through an interface. Texts are typed into the page's own text field, never through here.
constexpr std::array kKeys = {
    KeyName{"Tab", ImGuiKey_Tab},
    KeyName{"Enter", ImGuiKey_Enter},
    KeyName{"Escape", ImGuiKey_Escape},
    KeyName{" ", ImGuiKey_Space},
    KeyName{"ArrowUp", ImGuiKey_UpArrow},
    KeyName{"ArrowDown", ImGuiKey_DownArrow},
    KeyName{"ArrowLeft", ImGuiKey_LeftArrow},
    KeyName{"ArrowRight", ImGuiKey_RightArrow},
    KeyName{"Home", ImGuiKey_Home},
    KeyName{"End", ImGuiKey_End},
    KeyName{"PageUp", ImGuiKey_PageUp},
    KeyName{"PageDown", ImGuiKey_PageDown},
    KeyName{"Delete", ImGuiKey_Delete},
    KeyName{"Backspace", ImGuiKey_Backspace},
    KeyName{"F2", ImGuiKey_F2},
    KeyName{"F6", ImGuiKey_F6},
};

ImGuiMouseSource source(bool touch) { return touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse; }

}  // namespace

void pointer_at(float x, float y, bool touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source(touch));
  io.AddMousePosEvent(x, y);
}

void pointer_gone() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

void pointer_button(int button, bool down, bool touch) {
  constexpr std::array kButtons = {ImGuiMouseButton_Left, ImGuiMouseButton_Middle, ImGuiMouseButton_Right};
  if (button >= 0 && button < static_cast<int>(kButtons.size())) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source(touch));
    io.AddMouseButtonEvent(kButtons[static_cast<std::size_t>(button)], down);
  }
}

void scroll(float x, float y) {
  // One unit of ImGui's wheel moves a window by five times its font size.
  const float unit = 5.0F * ImGui::GetStyle().FontSizeBase;
  ImGui::GetIO().AddMouseWheelEvent(-x / unit, -y / unit);
}

void modifiers(bool control, bool shift, bool alt) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, control);
  io.AddKeyEvent(ImGuiMod_Shift, shift);
  io.AddKeyEvent(ImGuiMod_Alt, alt);
}

bool key(std::string_view name, bool down) {
  for (const KeyName& it : kKeys) {
    if (it.name == name) {
      ImGui::GetIO().AddKeyEvent(it.key, down);
      return true;
    }
  }
  return false;
}

void window_focus(bool focused) { ImGui::GetIO().AddFocusEvent(focused); }

bool busy() {
  if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) {
    return true;
  }
  for (const KeyName& it : kKeys) {
    if (ImGui::IsKeyDown(it.key)) {
      return true;
    }
  }
  return false;
}

const char* cursor() {
  switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_None:
      return "none";
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_ResizeAll:
      return "move";
    case ImGuiMouseCursor_ResizeNS:
      return "ns-resize";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    case ImGuiMouseCursor_ResizeNESW:
      return "nesw-resize";
    case ImGuiMouseCursor_ResizeNWSE:
      return "nwse-resize";
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_Wait:
      return "wait";
    case ImGuiMouseCursor_Progress:
      return "progress";
    case ImGuiMouseCursor_NotAllowed:
      return "not-allowed";
    default:
      return "default";
  }
}

}  // namespace luping::web::input
