// A window over everything that keeps the rest out of reach, with a panel in its middle; what questions are asked in.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "ui/ui.h"

namespace luping::ui {

class Overlay {
 public:
  Overlay(Ui& ui, const char* name);
  ~Overlay();
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;

  /// The panel, drawn; smaller than asked for where the screen is.
  Rect panel(float width, float height);

 private:
  Ui& ui_;
};

/// The state of the dialog `id`: it has the keyboard itself, and so is read out, until one of its answers has.
std::string dialog_state(const Ui& ui, const Id& id, std::size_t answers);

/// The answers to a question, as buttons in a row at the bottom right of a panel: the first at the right end, the way out at the
/// left. Enter gives the first and Escape the last, wherever the focus is.
std::optional<std::size_t> answer_buttons(Ui& ui, const Id& id, const Rect& panel,
                                          std::span<const std::string> answers);
float answers_width(const Ui& ui, std::span<const std::string> answers);

}  // namespace luping::ui
