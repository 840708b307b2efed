#include "ui/form.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/fields.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

bool is_short(const DetailField& field) {
  switch (field.field.kind) {
    case FieldKind::evidence_document:
    case FieldKind::evidence_issuer:
    case FieldKind::evidence_date:
    case FieldKind::evidence_file:
    case FieldKind::baseline_year:
    case FieldKind::attribute:
    case FieldKind::override_author:
    case FieldKind::override_date:
    case FieldKind::measure_state:
    case FieldKind::measure_date:
      return true;
    case FieldKind::external_value:
      return false;  // its name is long
    default:
      return field.numeric && !field.multiline;
  }
}

/// `room` is what the hint under the field may use.
float one_field(Ui& ui, std::string_view scope, ImVec2 at, float width, float room, const DetailField& field) {
  const Theme& theme = ui.theme;
  const float label = line_height(theme.quiet());
  const Id id = field_id(scope, field.field);
  std::string name = field.label;
  if (!field.unit.empty()) {
    name += "（" + field.unit + "）";
  }
  float y = at.y;
  if (!field.label.empty()) {
    draw_text(Ui::list(), {at.x, y, width, label}, field.label, theme.quiet());
    y += label + 2;
  }
  // A long text shows three lines at least and eight at most; its own scrolling goes on from there.
  const int lines =
      field.multiline ? std::clamp(count_lines(field.text, theme.text(), width - 2 * (kGap2 + 2)), 3, 8) : 1;
  const float height = theme.control + std::round(static_cast<float>(lines - 1) * line_height(theme.text()));
  const Rect box{at.x, snap(y), width, height};
  const FieldSpec spec{
      field.field,   name,  field.text, field.placeholder, field.unit, field.numeric, field.multiline, field.read_only,
      field.problem, false, 0};
  if (!field.choices.empty() && !field.read_only) {
    choice_field(ui, id, box, spec, field.choices);
  } else {
    text_field(ui, id, box, spec);
  }
  y += height;
  if (!field.hint.empty()) {
    TextStyle style = theme.quiet();
    if (field.problem) {
      style.colour = theme.chip(Result::fail).text;
    }
    y += 2 + paragraph(ui, Id{id, "/hint"}, {at.x, y + 2}, room, field.hint, style);
  }
  return y - at.y;
}

}  // namespace

float form_fields(Ui& ui, std::string_view scope, ImVec2 at, float width, std::span<const DetailField> fields) {
  float y = at.y;
  const float half = std::floor((width - kGap3) * 0.5F);
  for (std::size_t i = 0; i < fields.size();) {
    if (i > 0) {
      y += kGap2;
    }
    const bool short_one = is_short(fields[i]) && half >= ui.theme.grow(120);
    const bool pair = short_one && i + 1 < fields.size() && is_short(fields[i + 1]);
    float height = one_field(ui, scope, {at.x, y}, short_one ? half : width, pair ? half : width, fields[i]);
    if (pair) {
      ++i;
      height = std::max(height, one_field(ui, scope, {at.x + half + kGap3, y}, half, half, fields[i]));
    }
    y += height;
    ++i;
  }
  return y - at.y;
}

bool disclosure(Ui& ui, const Id& id, const Rect& box, std::string_view title) {
  std::vector<std::uint32_t>& opened = ui.memory.opened;
  const std::uint32_t hash = id.hash();
  const auto found = std::find(opened.begin(), opened.end(), hash);
  bool open = found != opened.end();
  const Press press = ui.press({id, "button", title, {}, open ? "expanded" : "collapsed"}, box);
  if (press.clicked) {
    if (open) {
      opened.erase(found);
    } else {
      opened.push_back(hash);
    }
    open = !open;
    ui.out.again = true;
  }
  if (press.hovered) {
    ui.fill(inset(box, -kGap1, 0), ui.theme.colour.hover, kCorner);
  }
  const float size = ui.theme.grow(14);
  draw_icon(Ui::list(), open ? Icon::chevron_down : Icon::chevron_right, {box.x + size * 0.5F, centre(box).y}, size,
            ui.theme.colour.secondary);
  draw_text(Ui::list(), {box.x + size + kGap1 + 2, box.y, box.width - size - kGap1 - 2, box.height}, title,
            ui.theme.strong());
  if (press.focused) {
    ui.focus_ring(box);
  }
  return open;
}

float titled_text(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view title, std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  const TextStyle quiet = ui.theme.quiet();
  draw_text(Ui::list(), {at.x, at.y, width, line_height(quiet)}, title, quiet);
  const float top = line_height(quiet) + 2;
  return top + paragraph(ui, id, {at.x, at.y + top}, width, text, ui.theme.text());
}

}  // namespace luping::ui
