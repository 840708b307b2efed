// Vector icons on a grid of 16: strokes of 1.5, round joints, drawn by the draw list at any size.
#pragma once

#include "core/model/result.h"
#include "ui/theme.h"

namespace luping::ui {

enum class Icon {
  tick,
  cross,
  question,
  circle,
  dash,
  exclamation,
  open,
  save,
  undo,
  redo,
  search,
  help,
  plus,
  trash,
  chevron_down,
  chevron_right,
  chevron_up,
  file,
  overview,
  fill,
  tasks,
  units,   ///< a public building: the offices
  scheme,  ///< an open book
  information,
  alert,   ///< an exclamation mark in a ring
  half,    ///< half-filled circle: under way
  copy,    ///< two sheets
  letter,  ///< 字: the font setting
};

/// An icon in a square of `size` around `centre`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, Colour colour);

/// The brand mark: a leaf on the accent colour.
void draw_leaf(ImDrawList& list, ImVec2 centre, float size, const Theme& theme);

/// The sign of a verdict; always shown beside its word.
Icon icon_of(Result result);

}  // namespace luping::ui
