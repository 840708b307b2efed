#include "ui/charts.h"

#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "ui/widgets.h"

namespace luping::ui {
namespace {

float share_of(const OverviewModel::Group& group) {
  return group.total == 0 ? 0.0F : static_cast<float>(group.met) / static_cast<float>(group.total);
}

/// What stands at a vertex: （十） reads as 十; what has no such number goes by its title.
std::string_view vertex_label(const OverviewModel::Group& group) {
  std::string_view number = group.number;
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  if (number.starts_with(kOpen) && number.ends_with(kClose)) {
    number.remove_prefix(kOpen.size());
    number.remove_suffix(kClose.size());
    return number;
  }
  return group.title;
}

void dashes(ImDrawList& list, float from, float to, float y, Colour colour, float thickness) {
  constexpr float kDash = 4;
  for (float x = from; x < to; x += 2 * kDash) {
    list.AddLine({x, y}, {std::min(x + kDash, to), y}, colour, thickness);
  }
}

/// The results of a bar, in order; the rest of the track is what is not met yet.
constexpr std::array<Result, 5> kOrder = {Result::pass, Result::fail, Result::error, Result::unknown,
                                          Result::notchecked};

}  // namespace

void radar(Ui& ui, const Id& id, const Rect& box, std::span<const OverviewModel::Group> groups) {
  std::vector<const OverviewModel::Group*> axes;
  std::string spoken;
  for (const OverviewModel::Group& group : groups) {
    if (group.total > 0) {
      axes.push_back(&group);
      spoken += (spoken.empty() ? "" : "；") + group.number + group.title + " " + group.figure;
    }
  }
  ui.record({id, "img", "各组达标雷达图", spoken}, box);
  if (axes.size() < 3 || !Ui::visible(box)) {
    return;
  }
  ImDrawList& list = Ui::list();
  const Palette& p = ui.theme.colour;
  const TextStyle label = ui.theme.quiet();
  Rect plot = box;
  const float caption = line_height(label);
  draw_text(list, {box.x, bottom(box) - caption, box.width, caption}, "达标比例，外圈为 100%", label, Align::centre);
  plot.height -= caption + kGap1;
  const ImVec2 c = centre(plot);
  const float radius = std::min(plot.width, plot.height) * 0.5F - label.size * 1.4F;
  const auto count = static_cast<float>(axes.size());
  const auto point = [&](std::size_t axis, float part) {
    const float angle = (static_cast<float>(axis) / count - 0.25F) * 2 * std::numbers::pi_v<float>;
    return ImVec2{c.x + std::cos(angle) * radius * part, c.y + std::sin(angle) * radius * part};
  };
  for (const float ring : {0.25F, 0.5F, 0.75F, 1.0F}) {
    for (std::size_t i = 0; i < axes.size(); ++i) {
      list.PathLineTo(point(i, ring));
    }
    list.PathStroke(ring < 1 ? p.hairline : p.rule, ImDrawFlags_Closed, 1);
  }
  for (std::size_t i = 0; i < axes.size(); ++i) {
    list.AddLine(c, point(i, 1), p.hairline, 1);
  }
  for (std::size_t i = 0; i < axes.size(); ++i) {
    list.PathLineTo(point(i, std::max(0.02F, share_of(*axes[i]))));
  }
  list.PathFillConcave(faded(p.accent, 0.16F));
  for (std::size_t i = 0; i < axes.size(); ++i) {
    list.PathLineTo(point(i, std::max(0.02F, share_of(*axes[i]))));
  }
  list.PathStroke(p.accent, ImDrawFlags_Closed, 2);
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const ImVec2 dot = point(i, std::max(0.02F, share_of(*axes[i])));
    list.AddCircleFilled(dot, 3, p.accent);
    const ImVec2 place = point(i, 1 + label.size * 0.85F / radius);
    // Beside the plot a label grows away from it.
    const float half = label.size * 0.5F;
    const float lean = place.x - c.x;
    const float room = label.size * 5;
    Rect words{place.x - room * 0.5F, place.y - label.size, room, 2 * label.size};
    Align align = Align::centre;
    if (std::abs(lean) > radius * 0.25F) {
      words.x = lean < 0 ? place.x + half - room : place.x - half;
      align = lean < 0 ? Align::right : Align::left;
    }
    draw_text(list, words, vertex_label(*axes[i]), label, align);
  }
}

int group_bars(Ui& ui, std::string_view scope, const Rect& box, float row,
               std::span<const OverviewModel::Group> groups) {
  int pressed = -1;
  const Theme& t = ui.theme;
  float figure_room = 0;
  float number_room = 0;
  float title_room = 0;
  for (const OverviewModel::Group& group : groups) {
    title_room = std::max(title_room, std::ceil(text_width(t.text(), group.title)) + kGap4);
    figure_room = std::max(figure_room, std::ceil(text_width(t.quiet(), group.figure)) + 1);
    number_room = std::max(number_room, std::ceil(text_width(t.quiet(), group.number)) + kGap1);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const OverviewModel::Group& group = groups[i];
    const Id id{scope, "/", group.id};
    const Rect line{box.x, box.y + row * static_cast<float>(i), box.width, row};
    const std::string name = group.number + group.title;
    const Press press = ui.press({id, "button", name, group.figure}, line);
    if (!press.visible) {
      continue;
    }
    if (press.hovered) {
      ui.fill(inset(line, -kGap2, 1), t.colour.hover, kCorner);
    }
    if (press.clicked) {
      pressed = static_cast<int>(i);
    }
    Rect rest = line;
    draw_text(Ui::list(), take_left(rest, number_room), group.number, t.quiet());
    const Rect title = take_left(rest, std::min(rest.width * 0.56F, title_room));
    if (draw_text(Ui::list(), {title.x, title.y, title.width - kGap3, title.height}, group.title, t.text())) {
      ui.hint(id.hash(), line, group.title, press.hovered);
    }
    draw_text(Ui::list(), take_right(rest, figure_room), group.figure, t.quiet(), Align::right);
    take_right(rest, kGap3);
    std::array<BarPart, kOrder.size()> parts;
    for (std::size_t k = 0; k < kOrder.size(); ++k) {
      parts[k] = {group.counts[static_cast<std::size_t>(kOrder[k])], t.chip(kOrder[k]).solid};
    }
    stacked_bar(ui, middle(rest, 10), parts);
    if (press.focused) {
      ui.focus_ring(line);
    }
  }
  return pressed;
}

float trend_line(Ui& ui, const Id& id, ImVec2 at, float width, const TrendModel& trend) {
  const TextStyle quiet = ui.theme.quiet();
  const float line = line_height(quiet);
  const float plot = ui.theme.grow(44);
  const float goal_line = trend.goal ? line : 0;
  const Rect box{at.x, at.y, width, goal_line + line + plot + line};
  ui.record({id, "img", "走势", trend.spoken}, box);
  if (!Ui::visible(box)) {
    return box.height;
  }
  ImDrawList& list = Ui::list();
  const Palette& p = ui.theme.colour;
  const float side = std::ceil(text_width(quiet, trend.points.front().year) * 0.5F);
  const Rect field{box.x + side, box.y + goal_line + line, width - 2 * side, plot};
  const auto at_height = [&](double y) { return field.y + field.height * (1 - static_cast<float>(y)); };
  if (trend.goal) {
    const float y = snap(at_height(trend.goal->y));
    dashes(list, box.x, right(box), y, p.border, ui.theme.line);
    // Its name stands above, with a piece of the line, where it cannot meet the figures.
    const float words = std::ceil(text_width(quiet, trend.goal->label)) + 1;
    dashes(list, right(box) - words - kGap2 - 20, right(box) - words - kGap2, snap(box.y + line * 0.5F), p.border,
           ui.theme.line);
    draw_text(list, {box.x, box.y, width, line}, trend.goal->label, quiet, Align::right);
  }
  std::vector<ImVec2> dots;
  dots.reserve(trend.points.size());
  for (const TrendModel::Point& point : trend.points) {
    dots.push_back({field.x + field.width * static_cast<float>(point.x), at_height(point.y)});
  }
  const TextStyle value = ui.theme.style(ui.theme.small, Weight::bold, p.text);
  struct Words {
    Rect figure;
    Rect year;
    std::size_t point;
  };
  std::vector<Words> shown;
  float free_from = box.x;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    // The last point is the one that counts: an earlier one gives way to it.
    const TrendModel::Point& point = trend.points[i];
    const float half = std::ceil(std::max(text_width(value, point.value), text_width(quiet, point.year)) * 0.5F) + 1;
    const float middle = std::clamp(dots[i].x, box.x + half, std::max(box.x + half, right(box) - half));
    const bool last = i + 1 == dots.size();
    const float kept = last ? right(box) : dots.back().x - 2 * half;
    if (middle - half < free_from || (!last && middle + half > kept)) {
      continue;
    }
    shown.push_back(
        {{middle - half, dots[i].y - line - 2, 2 * half, line}, {middle - half, bottom(field) + 2, 2 * half, line}, i});
    free_from = middle + half + kGap2;
  }
  for (const Words& words : shown) {
    ui.fill(words.figure, p.surface);  // the goal's line does not go through a figure
  }
  for (std::size_t i = 1; i < dots.size(); ++i) {
    list.AddLine(dots[i - 1], dots[i], p.accent, 2);
  }
  for (const ImVec2& dot : dots) {
    list.AddCircleFilled(dot, 3.5F, p.accent);
  }
  for (const Words& words : shown) {
    draw_text(list, words.figure, trend.points[words.point].value, value, Align::centre);
    draw_text(list, words.year, trend.points[words.point].year, quiet, Align::centre);
  }
  return box.height + 2;
}

}  // namespace luping::ui
