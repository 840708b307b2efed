// The whole screen, drawn with Dear ImGui from a view model. Knows no document, no JSON, no browser.
//
// One frame: the platform feeds input to ImGui and calls ImGui::NewFrame, then draw(), then ImGui::Render; afterwards it
// applies the commands, places the text editor (FrameOutput::text) and mirrors the semantics (FrameOutput::nodes).
// All lengths are CSS pixels, origin top left of the canvas.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/view_model.h"

namespace luping::ui {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Rect&) const = default;
};

/// The one text field being edited. The platform covers it with a real <textarea> of the same box and type.
struct TextEditor {
  std::string key;  ///< changes when another field becomes active
  Rect
      box;  ///< where the text stands: one line fills the height (line-height = height), several lines start at the top
            ///< (line-height 1.5); no padding
  Rect clip;          ///< what of it is visible (scrolled tables cut it off)
  std::string text;   ///< the document's text when editing began
  std::string label;  ///< accessible name
  std::string placeholder;
  float font_size = 15;  ///< CSS px
  bool multiline = false;
  bool cells = false;    ///< in a table: a block of cells pasted here is for the table (PasteCells), not for this field
  bool numeric = false;  ///< right aligned, decimal keyboard on touch
};

enum class TextEventKind { changed, enter, tab, shift_tab, escape, blur };

/// What a widget is, for assistive technology, tests and in-app search.
struct SemanticNode {
  std::string id;    ///< stable while the widget exists
  std::string role;  ///< ARIA role: button, tab, textbox, combobox, option, row, img, heading, status, text …
  std::string name;
  std::string value;
  /// Space separated: selected checked current pressed expanded collapsed disabled readonly invalid focused modal; or with
  /// what they are, as in ARIA: level:1 rowindex:12 rowcount:74 colindex:3 colcount:7 colspan:7 sort:ascending valuenow:62 pressed:false
  /// controls:ID-OF-A-NODE.
  std::string state;
  Rect box;
  int depth = 0;  ///< it lies inside the nearest node before it of a smaller depth
  bool operator==(const SemanticNode&) const = default;
};

struct FrameOutput {
  std::optional<TextEditor> text;
  std::vector<SemanticNode> nodes;     ///< in reading order, what holds others before what it holds
  std::vector<SemanticNode> floating;  ///< while drawing: open menus, which come after everything else
  bool again = false;                  ///< something moves: draw another frame without waiting for an event
};

class AppView {
 public:
  AppView();
  ~AppView();
  AppView(const AppView&) = delete;
  AppView& operator=(const AppView&) = delete;

  /// Style, colours and type sizes; call after the ImGui context and its fonts exist and when a setting changes.
  /// `regular` and `bold` are fonts of the context (1.92: any size on demand).
  void apply_theme(int font_percent, bool high_contrast);

  /// Draw everything; push what the person asks for.
  FrameOutput draw(const ViewModel& model, CommandQueue& commands);

  /// The platform's text editor reports. Pushes Edit / EndEdit / CancelEdit and decides which field comes next.
  /// `key` is TextEditor::key of the editor the report comes from (empty: the open one): a blur that arrives after another
  /// field was opened still reaches the field it belongs to.
  void on_text(TextEventKind kind, std::string_view text, CommandQueue& commands, std::string_view key = {});

  /// A shortcut the platform recognised (Ctrl+F): put the cursor into the search box.
  void focus_search();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace luping::ui
