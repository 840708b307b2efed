// The one text field being edited. The platform's editor holds the draft and reports every change; here stands which field
// it belongs to, what was last reported, and what has to be pushed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/command.h"
#include "ui/app_view.h"

namespace luping::ui {

class Focus;

class TextEntry {
 public:
  struct Start {
    std::uint32_t id = 0;  ///< of the widget
    std::string key;
    FieldRef field;
    std::string text;
    bool multiline = false;
  };

  /// Begin editing. A field still open ends first (its text was reported with every change).
  void begin(Start start, CommandQueue& commands);

  /// End editing without the platform (the field is gone). Pushes EndEdit.
  void end(CommandQueue& commands);

  bool is_open() const { return open_.has_value(); }
  bool edits(std::uint32_t id) const { return open_ && open_->start.id == id; }
  const std::string& key() const;
  const std::string& text_at_start() const;

  /// The widget says where it stands; once a frame while open.
  void place(TextEditor editor) { placed_ = std::move(editor); }
  void begin_frame() { placed_.reset(); }
  /// The frame's editor; a field that was not laid out ends.
  std::optional<TextEditor> end_frame(CommandQueue& commands);

  /// See AppView::on_text.
  void on_text(TextEventKind kind, std::string_view text, std::string_view key, Focus& focus, CommandQueue& commands);

 private:
  struct Open {
    Start start;
    std::string last;   ///< the text last pushed
    bool fresh = true;  ///< not laid out yet
  };
  void push_text(Open& open, std::string_view text, CommandQueue& commands);
  void close(CommandQueue& commands);

  std::optional<Open> open_;
  std::optional<Open> closed_;  ///< the previous field: a late report still reaches it
  std::optional<TextEditor> placed_;
};

}  // namespace luping::ui
