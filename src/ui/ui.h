// What every widget needs for one frame, and the one wrapper all widgets go through: it hit-tests, takes part in keyboard
// focus, and records what the widget is (SemanticNode) for the mirror, the tests and in-app search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "ui/app_view.h"
#include "ui/focus.h"
#include "ui/geometry.h"
#include "ui/icons.h"
#include "ui/id.h"
#include "ui/text.h"
#include "ui/text_entry.h"
#include "ui/theme.h"

namespace luping::ui {

/// What a widget says of itself.
struct Node {
  Id id;
  std::string_view role;
  std::string_view name;
  std::string_view value = {};
  std::string_view state = {};
};

/// What happened to a widget in this frame.
struct Press {
  bool hovered = false;
  bool held = false;
  bool clicked = false;  ///< by mouse, touch, Enter or Space
  bool focused = false;  ///< by keyboard: draw the ring
  bool visible = false;
};

/// What of a table was last drawn.
struct ListMemory {
  std::uint32_t list = 0;      ///< ListHead::list
  std::uint32_t reveal = 0;    ///< ListHead::reveal
  std::uint32_t selected = 0;  ///< the selected row last scrolled to
};

/// What survives from frame to frame besides focus and text entry.
struct Memory {
  std::uint32_t menu = 0;  ///< the open menu's owner
  int menu_highlight = 0;
  bool menu_fresh = false;
  std::uint32_t hint = 0;  ///< the widget whose tooltip is waiting or shown
  double hint_since = 0;
  bool hint_seen = false;  ///< in this frame
  ListMemory fill, tasks;
  std::uint32_t detail_shown = 0;     ///< what the detail pane shows: another one starts at its top
  std::vector<std::uint32_t> opened;  ///< disclosures that are open
  std::string start_region;           ///< chosen on the start page, not yet a document
  int start_year = 0;
  std::uint32_t help_shown = 0;  ///< section and search last scrolled to
};

class Ui {
 public:
  Ui(const Theme& tokens, Focus& keyboard, TextEntry& text_entry, Memory& memory_, CommandQueue& queue,
     FrameOutput& output)
      : theme(tokens), focus(keyboard), entry(text_entry), memory(memory_), commands(queue), out(output) {}

  const Theme& theme;
  Focus& focus;
  TextEntry& entry;
  Memory& memory;
  CommandQueue& commands;
  FrameOutput& out;

  /// The document is only looked at: fields show what they hold and take nothing, and what would change it is disabled.
  bool frozen = false;
  /// How deep what is recorded now lies, and whether it lies over the page (Container).
  int depth = 0;
  bool floating = false;
  /// The part of the window (a landmark) that stops registered now lie in.
  int area = 0;

  /// What is drawn now lies behind a question and takes no keys.
  bool inert = false;

  static ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

  template <typename T>
  void push(T command) {
    commands.emplace_back(std::move(command));
  }

  /// The part of `box` inside the current clip.
  static Rect seen(const Rect& box);
  static bool visible(const Rect& box) { return !is_empty(seen(box)); }

  /// A thing that is only looked at. Not recorded when clipped away: then the answer is false.
  bool record(const Node& node, const Rect& box);

  /// A thing that can be pressed: by mouse anywhere in `box`, by Enter or Space when focused.
  Press press(const Node& node, const Rect& box, StopKind kind = StopKind::action, std::uint32_t chain = 0);
  /// The same without a keyboard stop (an entry of an open menu).
  Press press_only(const Node& node, const Rect& box);
  /// A row under other widgets: pressed anywhere except in `hole`, the widget that lies in it. Answers on the way down, and
  /// without having been pointed at before, as when assistive technology presses it. Records nothing: the row is a Container.
  static Press press_row(const Rect& box, const Rect& hole);

  /// Keep a stop's place in the order although it is clipped away, and scroll to it when focus arrives.
  void stop(std::uint32_t id, const Rect& box, StopKind kind = StopKind::action, std::uint32_t chain = 0);

  void focus_ring(const Rect& box, float corner = kCorner);

  /// A tooltip for `id` while hovered, after a short rest.
  void hint(std::uint32_t id, const Rect& anchor, std::string_view text, bool hovered);

  // Drawing that every widget shares.
  void fill(const Rect& box, Colour colour, float corner = 0);
  /// A filled box with a border inside it; crisp at any pixel ratio.
  void frame(const Rect& box, Colour ground, Colour border, float corner = kCorner);
  /// The ground of a chip or badge, outlined where the palette says so.
  void tag(const Rect& box, const ChipColours& colours, float corner);
  void hline(float x, float y, float width);
  void vline(float x, float y, float height);

 private:
  Press pressed(const Node& node, const Rect& box);
};

/// The next ImGui window covers the screen. ImGui cuts sizes down to whole CSS pixels, and a screen may have a part of one more.
void cover_screen();
/// A thing that holds others: what is recorded while it lives lies inside it. Where it is clipped away itself, what it
/// would hold lies in what holds it.
class Container {
 public:
  enum class Place { inside, over_the_page };
  Container(Ui& ui, const Node& node, const Rect& box, Place place = Place::inside);
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

 private:
  Ui& ui_;
  int depth_;
  int area_;
  bool floating_;
};

/// A scrolling part of the screen: a child window without any look of its own. Draw at absolute positions from top() on.
class ScrollArea {
 public:
  ScrollArea(const Id& id, const Rect& box);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  float top() const { return top_; }
  /// The content reaches down to here.
  void end_at(float y) { bottom_ = y; }

 private:
  float top_ = 0;
  float bottom_ = 0;
};

}  // namespace luping::ui
