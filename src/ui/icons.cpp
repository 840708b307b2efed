#include "ui/icons.h"

#include <initializer_list>
#include <numbers>

namespace luping::ui {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

/// A pen on the grid of 16 around the icon's centre.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 centre, float size, Colour colour)
      : list_(list),
        centre_{snap(centre.x), snap(centre.y)},
        unit_(size / 16.0F),
        colour_(colour),
        stroke_(std::max(1.0F, 1.5F * unit_)) {}

  ImVec2 at(float x, float y) const { return {centre_.x + (x - 8) * unit_, centre_.y + (y - 8) * unit_}; }

  void line(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2& p : points) {
      list_.PathLineTo(at(p.x, p.y));
    }
    list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke_);
  }
  /// Angles in turns, clockwise from the right.
  void arc(float x, float y, float radius, float from, float to) {
    list_.PathArcTo(at(x, y), radius * unit_, from * 2 * kPi, to * 2 * kPi);
    list_.PathStroke(colour_, ImDrawFlags_None, stroke_);
  }
  void ring(float x, float y, float radius) { list_.AddCircle(at(x, y), radius * unit_, colour_, 0, stroke_); }
  void dot(float x, float y, float radius) { list_.AddCircleFilled(at(x, y), radius * unit_, colour_); }
  void box(float x0, float y0, float x1, float y1, float corner) {
    list_.PathRect(at(x0, y0), at(x1, y1), corner * unit_);
    list_.PathStroke(colour_, ImDrawFlags_Closed, stroke_);
  }
  void half_disc(float x, float y, float radius) {
    list_.PathArcTo(at(x, y), radius * unit_, -0.25F * 2 * kPi, 0.25F * 2 * kPi);
    list_.PathFillConvex(colour_);
  }

 private:
  ImDrawList& list_;
  ImVec2 centre_;
  float unit_;
  Colour colour_;
  float stroke_;
};

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, Colour colour) {
  Pen pen(list, centre, size, colour);
  switch (icon) {
    case Icon::tick:
      pen.line({{3, 8.5F}, {6.5F, 12}, {13, 4.5F}});
      break;
    case Icon::cross:
      pen.line({{4, 4}, {12, 12}});
      pen.line({{12, 4}, {4, 12}});
      break;
    case Icon::question:
      pen.arc(8, 5.6F, 2.8F, 0.5F, 1.08F);
      pen.line({{10.4F, 6.9F}, {8, 9}, {8, 10.4F}});
      pen.dot(8, 13, 1);
      break;
    case Icon::circle:
      pen.ring(8, 8, 4.6F);
      break;
    case Icon::dash:
      pen.line({{3.5F, 8}, {12.5F, 8}});
      break;
    case Icon::exclamation:
      pen.line({{8, 2.8F}, {8, 9.4F}});
      pen.dot(8, 12.6F, 1);
      break;
    case Icon::open:
      pen.line({{2, 13}, {2, 3.5F}, {6.2F, 3.5F}, {7.8F, 5.5F}, {13, 5.5F}, {13, 7.5F}});
      pen.line({{2, 13}, {4.2F, 7.5F}, {15, 7.5F}, {12.8F, 13}}, true);
      break;
    case Icon::save:
      pen.line({{8, 2.5F}, {8, 10}});
      pen.line({{4.8F, 7}, {8, 10.2F}, {11.2F, 7}});
      pen.line({{2.5F, 10.5F}, {2.5F, 13.5F}, {13.5F, 13.5F}, {13.5F, 10.5F}});
      break;
    case Icon::undo:
      pen.line({{6, 3}, {2.8F, 6.2F}, {6, 9.4F}});
      pen.line({{3, 6.2F}, {9.4F, 6.2F}});
      pen.arc(9.4F, 9.7F, 3.5F, -0.25F, 0.25F);
      pen.line({{9.4F, 13.2F}, {5.5F, 13.2F}});
      break;
    case Icon::redo:
      pen.line({{10, 3}, {13.2F, 6.2F}, {10, 9.4F}});
      pen.line({{13, 6.2F}, {6.6F, 6.2F}});
      pen.arc(6.6F, 9.7F, 3.5F, 0.25F, 0.75F);
      pen.line({{6.6F, 13.2F}, {10.5F, 13.2F}});
      break;
    case Icon::search:
      pen.ring(7, 7, 4.5F);
      pen.line({{10.3F, 10.3F}, {14, 14}});
      break;
    case Icon::help:
      pen.ring(8, 8, 6.4F);
      pen.arc(8, 6.4F, 1.9F, 0.5F, 1.1F);
      pen.line({{9.5F, 7.4F}, {8, 8.7F}, {8, 9.4F}});
      pen.dot(8, 11.6F, 0.85F);
      break;
    case Icon::information:
      pen.ring(8, 8, 6.4F);
      pen.line({{8, 7.4F}, {8, 11.4F}});
      pen.dot(8, 4.9F, 0.85F);
      break;
    case Icon::alert:
      pen.ring(8, 8, 6.4F);
      pen.line({{8, 4.4F}, {8, 8.6F}});
      pen.dot(8, 11.2F, 0.85F);
      break;
    case Icon::plus:
      pen.line({{8, 3}, {8, 13}});
      pen.line({{3, 8}, {13, 8}});
      break;
    case Icon::trash:
      pen.line({{2.5F, 4.5F}, {13.5F, 4.5F}});
      pen.line({{6, 4.3F}, {6, 2.3F}, {10, 2.3F}, {10, 4.3F}});
      pen.line({{3.9F, 4.5F}, {4.6F, 13.7F}, {11.4F, 13.7F}, {12.1F, 4.5F}});
      pen.line({{6.7F, 7}, {6.7F, 11.2F}});
      pen.line({{9.3F, 7}, {9.3F, 11.2F}});
      break;
    case Icon::chevron_down:
      pen.line({{4.2F, 6.2F}, {8, 10}, {11.8F, 6.2F}});
      break;
    case Icon::chevron_up:
      pen.line({{4.2F, 9.8F}, {8, 6}, {11.8F, 9.8F}});
      break;
    case Icon::chevron_right:
      pen.line({{6.2F, 4.2F}, {10, 8}, {6.2F, 11.8F}});
      break;
    case Icon::file:
      pen.line({{3.5F, 1.8F}, {9.5F, 1.8F}, {12.5F, 4.8F}, {12.5F, 14.2F}, {3.5F, 14.2F}}, true);
      pen.line({{9.3F, 2}, {9.3F, 5}, {12.3F, 5}});
      break;
    case Icon::overview:
      pen.line({{2.5F, 13.5F}, {13.5F, 13.5F}});
      pen.line({{4, 11}, {4, 7.5F}});
      pen.line({{8, 11}, {8, 3}});
      pen.line({{12, 11}, {12, 5.5F}});
      break;
    case Icon::fill:
      pen.line({{3, 13}, {3.6F, 9.9F}, {11, 2.5F}, {13.5F, 5}, {6.1F, 12.4F}}, true);
      pen.line({{9.2F, 4.3F}, {11.7F, 6.8F}});
      break;
    case Icon::tasks:
      pen.line({{2, 4.4F}, {3.4F, 5.8F}, {6, 2.8F}});
      pen.line({{2, 11.4F}, {3.4F, 12.8F}, {6, 9.8F}});
      pen.line({{8.5F, 4.5F}, {14, 4.5F}});
      pen.line({{8.5F, 11.5F}, {14, 11.5F}});
      break;
    case Icon::units:
      pen.line({{2, 6.2F}, {8, 2.4F}, {14, 6.2F}}, true);
      pen.line({{4, 6.4F}, {4, 11.6F}});
      pen.line({{8, 6.4F}, {8, 11.6F}});
      pen.line({{12, 6.4F}, {12, 11.6F}});
      pen.line({{2, 13.6F}, {14, 13.6F}});
      break;
    case Icon::scheme:
      pen.line({{8, 4.4F}, {6, 3}, {2, 3}, {2, 12.2F}, {6, 12.2F}, {8, 13.6F}});
      pen.line({{8, 4.4F}, {10, 3}, {14, 3}, {14, 12.2F}, {10, 12.2F}, {8, 13.6F}});
      pen.line({{8, 4.4F}, {8, 13.4F}});
      break;
    case Icon::half:
      pen.ring(8, 8, 4.6F);
      pen.half_disc(8, 8, 4.6F);
      break;
    case Icon::copy:
      pen.box(5.5F, 5.5F, 13.5F, 13.5F, 1);
      pen.line({{10.5F, 3.2F}, {10.5F, 2.5F}, {2.5F, 2.5F}, {2.5F, 10.5F}, {3.2F, 10.5F}});
      break;
    case Icon::letter:
      pen.line({{1.8F, 13}, {5.6F, 3.4F}, {9.4F, 13}});
      pen.line({{3.2F, 9.6F}, {8, 9.6F}});
      pen.line({{10.2F, 13}, {12.4F, 7.6F}, {14.6F, 13}});
      pen.line({{11, 11.2F}, {13.8F, 11.2F}});
      break;
  }
}

void draw_leaf(ImDrawList& list, ImVec2 middle, float size, const Theme& theme) {
  const ImVec2 c{snap(middle.x), snap(middle.y)};
  const float u = size / 24.0F;
  list.AddRectFilled({c.x - 12 * u, c.y - 12 * u}, {c.x + 12 * u, c.y + 12 * u}, theme.colour.accent, 6 * u);
  // Two arcs from the stem (lower left) to the tip (upper right).
  const ImVec2 stem{c.x - 5.6F * u, c.y + 5.6F * u};
  const ImVec2 tip{c.x + 6.4F * u, c.y - 6.4F * u};
  list.PathLineTo(stem);
  list.PathBezierCubicCurveTo({c.x - 8.4F * u, c.y - 3.4F * u}, {c.x - 2.4F * u, c.y - 7.2F * u}, tip);
  list.PathBezierCubicCurveTo({c.x + 7.2F * u, c.y + 2.4F * u}, {c.x + 3.4F * u, c.y + 8.4F * u}, stem);
  list.PathFillConvex(theme.colour.on_accent);
  list.AddLine({c.x - 7.4F * u, c.y + 7.4F * u}, {c.x + 2.2F * u, c.y - 2.2F * u}, theme.colour.accent, 1.6F * u);
  list.AddLine({c.x - 7.4F * u, c.y + 7.4F * u}, {c.x - 5.4F * u, c.y + 5.4F * u}, theme.colour.on_accent, 1.6F * u);
}

Icon icon_of(Result result) {
  switch (result) {
    case Result::pass:
      return Icon::tick;
    case Result::fail:
      return Icon::cross;
    case Result::unknown:
      return Icon::question;
    case Result::notchecked:
      return Icon::circle;
    case Result::notapplicable:
    case Result::informational:
      return Icon::dash;
    case Result::error:
      return Icon::exclamation;
  }
  return Icon::dash;
}

}  // namespace luping::ui
