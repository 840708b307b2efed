// The screen without a browser: an ImGui context whose font is a ruler (every character half or one em wide, no picture),
// frames on demand, a pointer and keys.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/view_model.h"
#include "imgui.h"
#include "ui/app_view.h"

namespace luping::ui_test {

class Screen {
 public:
  explicit Screen(ViewModel start, float width = 1366, float height = 768, int font_percent = 100,
                  bool high_contrast = false);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  /// Draw frames until nothing asks for another one; the commands pile up in `commands`.
  void settle();
  /// One frame.
  void frame();

  bool has(std::string_view id) const { return find(id) != nullptr; }
  /// The node of that id; fails the test when there is none.
  const ui::SemanticNode& node(std::string_view id) const;
  const ui::SemanticNode* find(std::string_view id) const;
  const ui::SemanticNode* find_named(std::string_view role, std::string_view name) const;

  void move_to(std::string_view id);
  void click(std::string_view id);
  void click_at(float x, float y);
  void wheel(float notches);
  void key(ImGuiKey key, bool shift = false);
  void text(ui::TextEventKind kind, std::string_view words, std::string_view editor = {});

  /// The commands of type T so far.
  template <typename T>
  std::vector<T> pushed() const {
    std::vector<T> found;
    for (const Command& command : commands) {
      if (const T* is = std::get_if<T>(&command)) {
        found.push_back(*is);
      }
    }
    return found;
  }

  ViewModel model;
  CommandQueue commands;
  ui::FrameOutput out;

 private:
  ImGuiContext* context_ = nullptr;
  std::unique_ptr<ui::AppView> view_;
};

}  // namespace luping::ui_test
