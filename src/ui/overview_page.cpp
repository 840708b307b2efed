#include <cmath>
#include <string>
#include <vector>

#include "ui/charts.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

constexpr float kPad = 20;  // inside a card

struct Page {
  Ui& ui;
  const OverviewModel& model;
  float x;
  float width;
};

/// A card whose height is known only after its content was drawn.
class GrowingCard {
 public:
  GrowingCard(Ui& ui, ImVec2 at, float width) : ui_(ui), at_(at), width_(width) {
    splitter_.Split(&Ui::list(), 2);
    splitter_.SetCurrentChannel(&Ui::list(), 1);
  }
  GrowingCard(const GrowingCard&) = delete;
  GrowingCard& operator=(const GrowingCard&) = delete;
  ~GrowingCard() {
    splitter_.SetCurrentChannel(&Ui::list(), 0);
    card(ui_, {at_.x, at_.y, width_, height_});
    splitter_.Merge(&Ui::list());
  }
  void close_at(float height) { height_ = height; }

 private:
  Ui& ui_;
  ImVec2 at_;
  float width_;
  float height_ = 0;
  ImDrawListSplitter splitter_;
};

float conclusion(const Page& page, float y) {
  Ui& ui = page.ui;
  const OverviewModel& m = page.model;
  const TextStyle figure = ui.theme.style(ui.theme.figure, Weight::bold, ui.theme.colour.accent);
  const TextStyle sentence = ui.theme.style(ui.theme.page, Weight::bold, ui.theme.colour.text);
  const float figure_room =
      m.figure.empty()
          ? 0
          : std::ceil(std::max(text_width(figure, m.figure), text_width(ui.theme.quiet(), m.figure_label))) + 2 * kGap5;
  const float inner = page.width - 2 * kPad - figure_room;
  TextStyle warning = ui.theme.quiet();
  warning.colour = ui.theme.chip(Result::unknown).text;
  const float chip_height = ui.theme.grow(24);
  const float height = 2 * kPad + chip_height + kGap2 + paragraph_height(m.sentence, sentence, inner) +
                       (m.basis.empty() ? 0 : kGap1 + paragraph_height(m.basis, ui.theme.quiet(), inner)) +
                       (m.scheme_notice.empty() ? 0 : paragraph_height(m.scheme_notice, warning, inner));
  const Rect box{page.x, y, page.width, height};
  card(ui, box);
  float at = y + kPad;
  chip(ui, "overview/conclusion", {box.x + kPad, at, inner, chip_height}, m.conclusion);
  at += chip_height + kGap2;
  at += paragraph(ui, "overview/sentence", {box.x + kPad, at}, inner, m.sentence, sentence, "heading") + kGap1;
  at += paragraph(ui, "overview/basis", {box.x + kPad, at}, inner, m.basis, ui.theme.quiet());
  if (!m.scheme_notice.empty()) {
    paragraph(ui, "overview/notice", {box.x + kPad, at}, inner, m.scheme_notice, warning);
  }
  if (figure_room > 0) {
    const float left = right(box) - kPad - figure_room;
    ui.vline(left + kGap5, box.y + kPad, box.height - 2 * kPad);
    const float tall = line_height(figure) + line_height(ui.theme.quiet());
    Rect place = middle({left + kGap5, box.y, figure_room - kGap5 + kPad, box.height}, tall);
    text_line(ui, "overview/figure", take_top(place, line_height(figure)), m.figure, figure, Align::centre);
    text_line(ui, "overview/figure/label", place, m.figure_label, ui.theme.quiet(), Align::centre);
  }
  return height;
}

/// The conditions for the conclusion, each with its verdict. Returns the height of the content.
float gates(const Page& page, const Rect& box) {
  Ui& ui = page.ui;
  float y = box.y + section_heading(ui, "overview/gates", top_left(box), box.width, "达标条件") + kGap1;
  float chips = 0;
  for (const OverviewModel::Gate& gate : page.model.gates) {
    chips = std::max(chips, chip_width(ui, gate.chip));
  }
  for (std::size_t i = 0; i < page.model.gates.size(); ++i) {
    const OverviewModel::Gate& gate = page.model.gates[i];
    const Id id{"overview/gate/", std::to_string(i)};
    const float line = line_height(ui.theme.text());
    y += i == 0 ? kGap2 : kGap3;
    chip(ui, Id{id, "/chip"}, {box.x, y, chips, line}, gate.chip);
    const float left = box.x + chips + kGap3;
    const float inner = right(box) - left;
    float name_room = inner;
    if (!gate.required) {
      const float room = badge_width(ui, "参考");
      name_room -= room + kGap2;
      const float words = std::min(name_room, text_width(ui.theme.strong(), gate.title));
      badge(ui, {left + words + kGap2, y, room, line}, "参考", ui.theme.colour.badge);
    }
    y += paragraph(ui, Id{id, "/title"}, {left, y}, name_room + 1, gate.title, ui.theme.strong());
    y += paragraph(ui, Id{id, "/detail"}, {left, y}, inner, gate.detail, ui.theme.quiet());
  }
  return y - box.y;
}

/// One labelled progress with a way to go on.
float going(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view words, double part, std::string_view go,
            luping::Page to) {
  if (words.empty()) {
    return 0;
  }
  const float line = line_height(ui.theme.text());
  const TextStyle link_style = ui.theme.style(ui.theme.small, Weight::regular, ui.theme.colour.link);
  const float room = std::ceil(text_width(link_style, go)) + 1;
  text_line(ui, id, {at.x, at.y, width - room - kGap2, line}, words, ui.theme.text());
  if (link(ui, Id{id, "/go"}, {at.x + width - room, at.y, room, line}, go, link_style)) {
    ui.push(GoTo{to});
  }
  progress_bar(ui, Id{id, "/bar"}, {at.x, at.y + line + 2, width, 6}, part, words, {}, ui.theme.colour.accent);
  return line + kGap2;
}

/// What lacks the least, a line each. Returns the height.
float nearest(Ui& ui, const OverviewModel& m, ImVec2 at, float width) {
  const float line = ui.theme.grow(26);
  const TextStyle name = ui.theme.style(ui.theme.body, Weight::regular, ui.theme.colour.link);
  text_line(ui, "overview/nearest", {at.x, at.y, width, line}, "离达标最近", ui.theme.text());
  float y = at.y + line;
  for (const OverviewModel::Gap& gap : m.nearest) {
    const Id id{"overview/nearest/", gap.indicator};
    const float room = std::min(std::ceil(text_width(ui.theme.quiet(), gap.distance)) + 1, width * 0.5F);
    const float words = std::min(std::ceil(text_width(name, gap.name)) + 1, width - room - kGap3);
    if (link(ui, id, {at.x, y, words, line}, gap.name, name)) {
      ui.push(SelectIndicator{gap.indicator});
    }
    text_line(ui, Id{id, "/distance"}, {at.x + width - room, y, room, line}, gap.distance, ui.theme.quiet(),
              Align::right);
    y += line;
  }
  return y - at.y;
}

/// How many have come how far since the baseline: words and figures, as many a line as fit. Returns the height.
float course(Ui& ui, const OverviewModel& m, ImVec2 at, float width) {
  const float line = ui.theme.grow(26);
  text_line(ui, "overview/course", {at.x, at.y, width, line}, m.course_title, ui.theme.text());
  float x = at.x;
  float y = at.y + line;
  for (const OverviewModel::Course& state : m.course) {
    const std::string figure = std::to_string(state.count);
    const float label = std::ceil(text_width(ui.theme.quiet(), state.label)) + 1;
    const float number = std::ceil(text_width(ui.theme.strong(), figure)) + 1;
    const float room = label + 6 + number;
    if (x + room > at.x + width && x > at.x) {
      x = at.x;
      y += line;
    }
    ui.record({Id{"overview/course/", state.label}, "text", state.label + " " + figure}, {x, y, room, line});
    draw_text(Ui::list(), {x, y, label, line}, state.label, ui.theme.quiet());
    draw_text(Ui::list(), {x + label + 6, y, number, line}, figure, ui.theme.strong());
    x += room + kGap4;
  }
  return y + line - at.y;
}

/// Counts by verdict, and how far the work is. Returns the height of the content.
float counts(const Page& page, const Rect& box) {
  Ui& ui = page.ui;
  const OverviewModel& m = page.model;
  float y = box.y + section_heading(ui, "overview/counts", top_left(box), box.width, "指标情况") + kGap3;
  std::vector<BarPart> parts;
  parts.reserve(m.segments.size());
  std::string spoken;
  for (const OverviewModel::Segment& segment : m.segments) {
    parts.push_back({segment.count, ui.theme.chip(segment.result).solid});
    spoken += (spoken.empty() ? "" : "，") + segment.label + " " + std::to_string(segment.count);
  }
  const Rect bar{box.x, y, box.width, 16};
  stacked_bar(ui, bar, parts);
  ui.record({"overview/bar", "img", "指标情况", spoken}, bar);
  y += 16 + kGap2;
  const float line = ui.theme.grow(26);
  float x = box.x;
  for (const OverviewModel::Segment& segment : m.segments) {
    const ChipColours& colours = ui.theme.chip(segment.result);
    const std::string figure = std::to_string(segment.count);
    const float icon = ui.theme.grow(14);
    const float label = std::ceil(text_width(ui.theme.quiet(), segment.label));
    const float number = std::ceil(text_width(ui.theme.strong(), figure)) + 1;
    const float room = 12 + 6 + icon + 2 + label + 6 + number + kGap4;
    if (x + room - kGap4 > right(box) && x > box.x) {
      x = box.x;
      y += line;
    }
    ui.fill(middle({x, y, 12, line}, 12), colours.solid, 3);
    draw_icon(Ui::list(), icon_of(segment.result), {x + 18 + icon * 0.5F, y + line * 0.5F}, icon, colours.text);
    float at = x + 18 + icon + 2;
    draw_text(Ui::list(), {at, y, label + 1, line}, segment.label, ui.theme.quiet());
    at += label + 6;
    draw_text(Ui::list(), {at, y, number, line}, figure, ui.theme.strong());
    x += room;
  }
  y += line + kGap3;
  const double filled = m.fillable == 0 ? 0 : static_cast<double>(m.filled) / static_cast<double>(m.fillable);
  y += going(ui, "overview/completeness", {box.x, y}, box.width, m.completeness, filled, "去填报", luping::Page::fill) +
       kGap2;
  const double done =
      m.measures_total == 0 ? 0 : static_cast<double>(m.measures_done) / static_cast<double>(m.measures_total);
  y += going(ui, "overview/measures", {box.x, y}, box.width, m.measures, done, "去填任务", luping::Page::tasks);
  if (!m.hint.empty()) {
    y += kGap3 + paragraph(ui, "overview/hint", {box.x, y + kGap3}, box.width, m.hint, ui.theme.quiet());
  }
  if (!m.nearest.empty()) {
    y += kGap3 + nearest(ui, m, {box.x, y + kGap3}, box.width);
  }
  if (!m.course.empty()) {
    y += kGap3 + course(ui, m, {box.x, y + kGap3}, box.width);
  }
  return y - box.y;
}

float gates_and_counts(const Page& page, float y) {
  const bool beside = page.width >= page.ui.theme.grow(700);
  const float half = beside ? std::floor((page.width - kGap4) * 0.5F) : page.width;
  if (!beside) {
    float height = 0;
    {
      GrowingCard frame(page.ui, {page.x, y}, half);
      height = gates(page, {page.x + kPad, y + kGap4, half - 2 * kPad, 0}) + kGap4 + kPad;
      frame.close_at(height);
    }
    const float second = y + height + kGap4;
    GrowingCard frame(page.ui, {page.x, second}, half);
    const float lower = counts(page, {page.x + kPad, second + kGap4, half - 2 * kPad, 0}) + kGap4 + kPad;
    frame.close_at(lower);
    return height + kGap4 + lower;
  }
  // Both cards are as tall as the taller.
  ImDrawListSplitter splitter;
  splitter.Split(&Ui::list(), 2);
  splitter.SetCurrentChannel(&Ui::list(), 1);
  const float second = page.x + half + kGap4;
  const float height = std::max(gates(page, {page.x + kPad, y + kGap4, half - 2 * kPad, 0}),
                                counts(page, {second + kPad, y + kGap4, half - 2 * kPad, 0})) +
                       kGap4 + kPad;
  splitter.SetCurrentChannel(&Ui::list(), 0);
  card(page.ui, {page.x, y, half, height});
  card(page.ui, {second, y, half, height});
  splitter.Merge(&Ui::list());
  return height;
}

float groups(const Page& page, float y) {
  Ui& ui = page.ui;
  const OverviewModel& m = page.model;
  const float row = ui.theme.grow(32);
  const float list = row * static_cast<float>(m.groups.size());
  const float heading = ui.theme.section * kLineHeight + kGap3;
  const bool with_radar = page.width >= ui.theme.grow(720) && m.groups.size() >= 3;
  const float radar_side = with_radar ? std::clamp(page.width * 0.29F, 240.0F, std::max(list, 240.0F)) : 0;
  const float height = kGap4 + heading + std::max(list, radar_side) + kPad;
  card(ui, {page.x, y, page.width, height});
  section_heading(ui, "overview/groups", {page.x + kPad, y + kGap4}, page.width - 2 * kPad, "各组达标情况");
  const float top = y + kGap4 + heading;
  float left = page.x + kPad;
  if (with_radar) {
    radar(ui, "overview/radar", {left, top, radar_side, std::max(list, radar_side)}, m.groups);
    left += radar_side + kGap6;
  }
  const int pressed =
      group_bars(ui, "overview/group", {left, top, page.x + page.width - kPad - left, list}, row, m.groups);
  if (pressed >= 0) {
    ui.push(SetGroupFilter{m.groups[static_cast<std::size_t>(pressed)].id});
    ui.push(GoTo{luping::Page::fill});
  }
  return height;
}

void gap_row(Ui& ui, const OverviewModel::Gap& gap, const Rect& box, float chips) {
  const Id id{"overview/gap/", gap.indicator};
  if (!Ui::visible(box)) {
    ui.stop(id.hash(), box);
    return;
  }
  const std::string told =
      gap.chip.label + "，" + gap.distance + (gap.remedy.empty() ? "" : "，" + gap.remedy) + "，" + gap.lead;
  const Press press = ui.press({id, "button", gap.name, told}, box);
  if (press.clicked) {
    ui.push(SelectIndicator{gap.indicator});
  }
  if (!press.visible) {
    return;
  }
  if (press.hovered) {
    ui.fill(inset(box, -kGap3, 1), ui.theme.colour.hover, kCorner);
  }
  ui.hline(box.x, box.y, box.width);
  const float line = line_height(ui.theme.text());
  const float small = line_height(ui.theme.quiet());
  const float top = box.y + (box.height - line - small) * 0.5F;
  Rect rest = box;
  const Rect arrow = take_right(rest, ui.theme.grow(16));
  draw_icon(Ui::list(), Icon::chevron_right, centre(arrow), ui.theme.grow(14), ui.theme.colour.secondary);
  take_right(rest, kGap2);
  chip(ui, Id{id, "/chip"}, take_left(rest, chips), gap.chip);
  take_left(rest, kGap3);
  const float lead = std::min(ui.theme.grow(150), rest.width * 0.2F);
  const Rect lead_box = take_right(rest, lead);
  take_right(rest, kGap3);
  const Rect name = take_left(rest, rest.width * 0.44F);
  take_left(rest, kGap4);
  text_line(ui, Id{id, "/name"}, {name.x, top, name.width, line}, gap.name, ui.theme.strong());
  Rect below{name.x, top + line, name.width, small};
  if (!gap.obligation.empty()) {
    const ChipColours& colours = ui.theme.colour.badge;
    take_left(below, badge(ui, below, gap.obligation, colours) + kGap1);
  }
  text_line(ui, Id{id, "/group"}, below, gap.group, ui.theme.quiet());
  TextStyle distance = ui.theme.text();
  distance.colour = ui.theme.chip(gap.chip.result).text;
  if (gap.remedy.empty()) {
    cell_text(ui, Id{id, "/distance"}, {rest.x, box.y, rest.width, box.height}, gap.distance, distance);
  } else {
    text_line(ui, Id{id, "/distance"}, {rest.x, top, rest.width, line}, gap.distance, distance);
    text_line(ui, Id{id, "/remedy"}, {rest.x, top + line, rest.width, small}, gap.remedy, ui.theme.quiet());
  }
  cell_text(ui, Id{id, "/lead"}, lead_box, gap.lead, ui.theme.quiet());
  if (press.focused) {
    ui.focus_ring(box);
  }
}

float gaps(const Page& page, float y) {
  Ui& ui = page.ui;
  const OverviewModel& m = page.model;
  if (m.gaps.empty()) {
    return 0;
  }
  const float row = ui.theme.grow(58);
  const float heading = ui.theme.section * kLineHeight + kGap3;
  const float height = kGap4 + heading + row * static_cast<float>(m.gaps.size()) + kGap2;
  card(ui, {page.x, y, page.width, height});
  const float left = page.x + kPad;
  const float inner = page.width - 2 * kPad;
  section_heading(ui, "overview/gaps", {left, y + kGap4}, inner,
                  "待整改、待核实：" + std::to_string(m.gaps.size()) + " 项");
  float chips = 0;
  for (const OverviewModel::Gap& gap : m.gaps) {
    chips = std::max(chips, chip_width(ui, gap.chip));
  }
  float at = y + kGap4 + heading;
  for (const OverviewModel::Gap& gap : m.gaps) {
    gap_row(ui, gap, {left, at, inner, row}, chips);
    at += row;
  }
  return height;
}

float missing(const Page& page, float y) {
  Ui& ui = page.ui;
  const OverviewModel& m = page.model;
  if (m.missing.empty()) {
    return 0;
  }
  GrowingCard frame(ui, {page.x, y}, page.width);
  const float left = page.x + kPad;
  const float inner = page.width - 2 * kPad;
  float at = y + kGap4;
  at += section_heading(ui, "overview/missing", {left, at}, inner, "待补数据（按单位）") + kGap2;
  const float line = ui.theme.grow(28);
  const float unit_room = std::min(ui.theme.grow(220), inner * 0.3F);
  const TextStyle style = ui.theme.style(ui.theme.body, Weight::regular, ui.theme.colour.link);
  for (const OverviewModel::Missing& unit : m.missing) {
    ui.hline(left, at, inner);
    at += kGap1 + 2;
    text_line(ui, Id{"overview/missing/", unit.unit}, {left, at, unit_room - ui.theme.grow(52), line}, unit.unit,
              ui.theme.strong());
    draw_text(Ui::list(), {left + unit_room - ui.theme.grow(48), at, ui.theme.grow(40), line},
              std::to_string(unit.count) + " 项", ui.theme.quiet(), Align::right);
    float x = left + unit_room + kGap3;
    for (const auto& [indicator, name] : unit.indicators) {
      const float width = std::min(std::ceil(text_width(style, name)) + 1, left + inner - (left + unit_room + kGap3));
      if (x + width > left + inner && x > left + unit_room + kGap3) {
        x = left + unit_room + kGap3;
        at += line;
      }
      if (link(ui, Id{"overview/missing/", unit.unit, "/", indicator}, {x, at, width, line}, name, style)) {
        ui.push(SelectIndicator{indicator});
      }
      x += width + kGap4;
    }
    at += line + kGap1 + 2;
  }
  const float height = at - y + kGap3;
  frame.close_at(height);
  return height;
}

}  // namespace

void overview_page(Ui& ui, const Rect& box, const OverviewModel& model) {
  ScrollArea scroll("overview/scroll", box);
  const float margin = box.width < 900 ? kGap4 : kGap5;
  const float width = std::min(box.width - 2 * margin, 1200.0F);
  const Page page{ui, model, box.x + margin, width};
  float y = scroll.top() + margin;
  for (const auto part : {conclusion, gates_and_counts, groups, gaps, missing}) {
    const float height = part(page, y);
    y += height > 0 ? height + kGap4 : 0;
  }
  scroll.end_at(y + kGap2);
}

}  // namespace luping::ui
