// Keyboard focus. Every widget that can be reached by keyboard registers a stop while it is laid out, in drawing order, even
// when it is scrolled out of sight; the order of one frame answers the keys before the next.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/app_view.h"

namespace luping::ui {

enum class StopKind { action, field };

struct Stop {
  std::uint32_t id = 0;
  std::uint32_t chain = 0;  ///< stops of one column share a number; Enter and the arrow keys move along it
  StopKind kind = StopKind::action;
  int area = 0;  ///< the part of the window it lies in; Ctrl+F6 moves over these
};

class Focus {
 public:
  /// What was registered becomes the order to move in; registering starts again.
  void begin_frame();

  /// A widget is here.
  void add(const Stop& stop) { coming_.push_back(stop); }
  /// Forget the stops so far: a question stands before everything else.
  void restart() { coming_.clear(); }

  std::uint32_t current() const { return current_; }
  bool has(std::uint32_t id) const { return id != 0 && id == current_; }
  /// The ring shows only when focus came by keyboard.
  bool ring(std::uint32_t id) const { return has(id) && by_keyboard_; }

  void set(std::uint32_t id, bool by_keyboard);
  void clear() { set(0, false); }

  /// The stop `step` (+1, -1) after `id`; 0 when there is none. Wraps around unless `wrap` is false.
  std::uint32_t next(std::uint32_t id, int step) const;
  std::uint32_t next_field(std::uint32_t id, int step) const;
  /// `steps` along the chain of `id`, as far as there are some; 0 when there is none.
  std::uint32_t next_in_chain(std::uint32_t id, int steps) const;
  /// The first stop of the next part of the window; wraps around.
  std::uint32_t next_area(std::uint32_t id, int step) const;

  /// Focus moved here by keyboard and the widget has not answered yet: a text field opens, a list scrolls there.
  bool arriving(std::uint32_t id) const { return id != 0 && id == arriving_; }
  void arrived() { arriving_ = 0; }
  /// Scroll to the widget, once.
  bool wants_reveal(std::uint32_t id) const { return id != 0 && id == reveal_; }
  void reveal(std::uint32_t id) {
    reveal_ = id;
    patience_ = kPatience;
  }
  void revealed() { reveal_ = 0; }
  bool pending() const { return arriving_ != 0 || reveal_ != 0; }

 private:
  static constexpr int kPatience = 4;

  std::size_t find(std::uint32_t id) const;

  std::vector<Stop> order_;
  std::vector<Stop> coming_;
  std::uint32_t current_ = 0;
  std::uint32_t arriving_ = 0;
  std::uint32_t reveal_ = 0;
  int patience_ = 0;  ///< frames left for the awaited widget to appear
  bool by_keyboard_ = false;
};

}  // namespace luping::ui
