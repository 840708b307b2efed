// Rectangles in CSS pixels, origin top left: the few operations layout needs.
#pragma once

#include <algorithm>

#include "imgui.h"
#include "ui/app_view.h"

namespace luping::ui {

inline float right(const Rect& r) { return r.x + r.width; }
inline float bottom(const Rect& r) { return r.y + r.height; }
inline ImVec2 top_left(const Rect& r) { return {r.x, r.y}; }
inline ImVec2 bottom_right(const Rect& r) { return {right(r), bottom(r)}; }
inline ImVec2 centre(const Rect& r) { return {r.x + r.width * 0.5F, r.y + r.height * 0.5F}; }

/// The part of `r` inside by `dx` left and right and `dy` above and below.
inline Rect inset(const Rect& r, float dx, float dy) {
  return {r.x + dx, r.y + dy, std::max(0.0F, r.width - 2 * dx), std::max(0.0F, r.height - 2 * dy)};
}

inline Rect intersection(const Rect& a, const Rect& b) {
  const float x0 = std::max(a.x, b.x);
  const float y0 = std::max(a.y, b.y);
  const float x1 = std::min(right(a), right(b));
  const float y1 = std::min(bottom(a), bottom(b));
  return {x0, y0, std::max(0.0F, x1 - x0), std::max(0.0F, y1 - y0)};
}

inline bool is_empty(const Rect& r) { return r.width <= 0 || r.height <= 0; }

/// Cut a piece off one side; the rest stays in `r`.
inline Rect take_left(Rect& r, float width) {
  const float w = std::min(width, r.width);
  const Rect piece{r.x, r.y, w, r.height};
  r.x += w;
  r.width -= w;
  return piece;
}
inline Rect take_right(Rect& r, float width) {
  const float w = std::min(width, r.width);
  r.width -= w;
  return {right(r), r.y, w, r.height};
}
inline Rect take_top(Rect& r, float height) {
  const float h = std::min(height, r.height);
  const Rect piece{r.x, r.y, r.width, h};
  r.y += h;
  r.height -= h;
  return piece;
}

/// A box of the given height in the vertical middle of `r`.
inline Rect middle(const Rect& r, float height) { return {r.x, r.y + (r.height - height) * 0.5F, r.width, height}; }

}  // namespace luping::ui
