// The app in the page: session, view and renderer, and what happens between two frames.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "platform/web/host.h"
#include "platform/web/renderer.h"
#include "ui/app_view.h"

namespace luping::web {

class Shell {
 public:
  Shell();
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  /// The canvas has `width` × `height` device pixels, `ratio` of them to a CSS pixel.
  void resize(int width, int height, float ratio);

  /// Draw one frame at `now` (milliseconds of any clock that only grows). True: draw another soon.
  bool frame(double now);

  /// The text field over the canvas reports. `kind`: changed, enter, tab, shift_tab, escape, blur; `key`: TextEditor::key.
  void text(std::string_view kind, std::string_view key, std::string_view text);
  /// save, save_as, open, undo, redo or find.
  void shortcut(std::string_view name);

  /// The browser asks for what should be on the clipboard (Ctrl+C outside of a text field).
  void copy_selected();
  /// Cells were pasted (lines, tabs between the cells).
  void paste(std::string_view text);

  void lose_graphics();
  void restore_graphics();
  /// Go on without WebGL.
  void use_software();
  const char* renderer() const { return renderer_->name(); }

  Session& session() { return session_; }

 private:
  void apply_commands();
  void show(const ui::FrameOutput& output);

  std::unique_ptr<Renderer> renderer_;  ///< first: with it comes ImGui's context
  PagePlatform platform_;
  Session session_;
  ui::AppView view_;
  CommandQueue commands_;
  std::vector<ui::SemanticNode> nodes_;  ///< as mirrored
  std::string editor_;                   ///< as placed, JSON; empty: none
  const char* cursor_ = "";
  double last_frame_ = 0;
  int settling_ = 0;                   ///< frames still to draw
  Settings shown_{.font_percent = 0};  ///< of the theme; 0: none yet
};

}  // namespace luping::web
