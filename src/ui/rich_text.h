// Wrapped text whose pieces look different: bold words, keys, search hits. Lines break as in ui/text.h.
#pragma once

#include "app/guide.h"
#include "ui/ui.h"

namespace luping::ui {

float rich_height(const Ui& ui, const RichText& text, const TextStyle& style, float width);
/// The width it would take on one line.
float rich_width(const Ui& ui, const RichText& text, const TextStyle& style);
/// Draws from `at` down; records nothing. Returns the height.
float draw_rich(Ui& ui, ImVec2 at, float width, const RichText& text, const TextStyle& style);

}  // namespace luping::ui
