#include "ui/widgets.h"

#include <cmath>

namespace luping::ui {
namespace {

constexpr float kIcon = 18;

struct ButtonColours {
  Colour ground, border, text;
};

ButtonColours colours_of(const Palette& p, const ButtonSpec& spec, const Press& press) {
  const bool lit = press.hovered && !spec.disabled;
  switch (spec.look) {
    case ButtonLook::primary:
      if (spec.disabled) {
        return {p.sunken, p.hairline, p.disabled};
      }
      return {lit ? p.accent_hover : p.accent, lit ? p.accent_hover : p.accent, p.on_accent};
    case ButtonLook::secondary:
      return {press.held ? p.sunken
              : lit      ? p.hover
                         : p.surface,
              spec.disabled ? p.hairline : p.border, spec.disabled ? p.disabled : p.text};
    case ButtonLook::quiet:
      break;
  }
  const Colour ground = press.held ? p.hairline : lit ? p.sunken : faded(p.surface, 0);
  return {ground, ground, spec.disabled ? faded(p.disabled, 0.75F) : p.text};
}

}  // namespace

float button_width(const Ui& ui, const ButtonSpec& spec) {
  const float icon = spec.icon ? ui.theme.grow(kIcon) : 0;
  if (spec.label.empty()) {
    return ui.theme.control;
  }
  const float gap = spec.icon ? kGap2 - 2 : 0;
  return std::ceil(text_width(ui.theme.text(), spec.label)) + icon + gap +
         2 * (spec.look == ButtonLook::quiet ? kGap2 + 2 : kGap3 + 2);
}

bool button(Ui& ui, const Id& id, const Rect& box, const ButtonSpec& spec) {
  const std::string_view name = spec.label.empty() ? spec.hint : spec.label;
  Press press;
  if (spec.disabled) {
    ui.record({id, "button", name, {}, "disabled"}, box);
  } else {
    press = ui.press({id, "button", name, {}, spec.state}, box);
  }
  if (!Ui::visible(box)) {
    return press.clicked;
  }
  const ButtonColours colours = colours_of(ui.theme.colour, spec, press);
  if ((colours.ground >> 24U) != 0) {
    ui.frame(box, colours.ground, colours.border);
  }
  const float size = ui.theme.grow(kIcon);
  TextStyle style = ui.theme.text();
  style.colour = colours.text;
  if (spec.label.empty()) {
    if (spec.icon) {
      draw_icon(Ui::list(), *spec.icon, centre(box), size, colours.text);
    }
  } else {
    const float words = std::ceil(text_width(style, spec.label));
    const float gap = spec.icon ? kGap2 - 2 : 0;
    float x = box.x + std::max(0.0F, (box.width - words - gap - (spec.icon ? size : 0)) * 0.5F);
    if (spec.icon) {
      draw_icon(Ui::list(), *spec.icon, {x + size * 0.5F, centre(box).y}, size, colours.text);
      x += size + gap;
    }
    draw_text(Ui::list(), {x, box.y, right(box) - x, box.height}, spec.label, style);
  }
  if (press.focused) {
    ui.focus_ring(box);
  }
  if (!spec.hint.empty()) {
    ui.hint(id.hash(), box, spec.hint, press.hovered);
  }
  return press.clicked;
}

bool link(Ui& ui, const Id& id, const Rect& box, std::string_view text, const TextStyle& style, Align align) {
  const float words = std::min(box.width, std::ceil(text_width(style, text)));
  const float x = align == Align::right ? right(box) - words : box.x;
  const Rect place{x, box.y, words, box.height};
  const Press press = ui.press({id, "link", text}, place);
  const bool cut = draw_text(Ui::list(), place, text, style);
  if (press.hovered) {
    const float y = snap(centre(place).y + style.size * 0.62F);
    ui.fill({place.x, y, place.width, hairline()}, style.colour);
  }
  if (press.focused) {
    ui.focus_ring(place, 2);
  }
  if (cut) {
    ui.hint(id.hash(), place, text, press.hovered);
  }
  return press.clicked;
}

float chip_width(const Ui& ui, const Chip& value) {
  return std::ceil(text_width(ui.theme.style(ui.theme.small, Weight::bold, 0), value.label)) + ui.theme.grow(14) +
         kGap1 + 2 * kGap2;
}

float chip(Ui& ui, const Id& id, const Rect& box, const Chip& value) {
  if (value.label.empty()) {
    return 0;
  }
  const ChipColours& colours = ui.theme.chip(value.result);
  const float width = chip_width(ui, value);
  const Rect place = middle({box.x, box.y, width, box.height}, ui.theme.grow(24));
  ui.tag(place, colours, place.height * 0.5F);
  const float size = ui.theme.grow(14);
  draw_icon(Ui::list(), icon_of(value.result), {place.x + kGap2 + size * 0.5F, centre(place).y}, size, colours.text);
  draw_text(Ui::list(), {place.x + kGap2 + size + kGap1, place.y, width, place.height}, value.label,
            ui.theme.style(ui.theme.small, Weight::bold, colours.text));
  ui.record({id, "text", value.label}, place);
  return width;
}

float badge_width(const Ui& ui, std::string_view text) {
  return std::ceil(text_width(ui.theme.quiet(), text)) + 2 * (kGap1 + 2);
}

float badge(Ui& ui, const Rect& box, std::string_view text, const ChipColours& colours) {
  const float width = badge_width(ui, text);
  const Rect place = middle({box.x, box.y, width, box.height}, ui.theme.grow(20));
  ui.tag(place, colours, 4);
  draw_text(Ui::list(), place, text, ui.theme.style(ui.theme.small, Weight::regular, colours.text), Align::centre);
  return width;
}

float status_badge(Ui& ui, const Id& id, const Rect& box, std::string_view text, const ChipColours& colours) {
  const float width = std::min(badge_width(ui, text), box.width);
  const Rect place = middle({box.x, box.y, width, box.height}, ui.theme.grow(20));
  if (!Ui::visible(place)) {
    return width;
  }
  ui.tag(place, colours, 4);
  if (draw_text(Ui::list(), inset(place, kGap1 + 2, 0), text,
                ui.theme.style(ui.theme.small, Weight::regular, colours.text))) {
    ui.hint(id.hash(), place, text,
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top_left(place), bottom_right(place)));
  }
  ui.record({id, "status", text}, place);
  return width;
}

float filter_chip_width(const Ui& ui, std::string_view label) {
  return std::ceil(text_width(ui.theme.style(ui.theme.small, Weight::regular, 0), label)) + 2 * kGap3;
}

bool filter_chip(Ui& ui, const Id& id, const Rect& box, std::string_view label, bool active) {
  const Press press = ui.press({id, "button", label, {}, active ? "pressed" : "pressed:false"}, box);
  const Palette& p = ui.theme.colour;
  const float corner = box.height * 0.5F;
  const Colour ground = active ? p.accent : press.hovered ? p.hover : p.surface;
  ui.frame(box, ground, active ? p.accent : p.border, corner);
  draw_text(Ui::list(), box, label,
            ui.theme.style(ui.theme.small, active ? Weight::bold : Weight::regular, active ? p.on_accent : p.text),
            Align::centre);
  if (press.focused) {
    ui.focus_ring(box, corner);
  }
  return press.clicked;
}

void progress_bar(Ui& ui, const Id& id, const Rect& box, double part, std::string_view name, std::string_view value,
                  Colour colour) {
  const float corner = box.height * 0.5F;
  ui.fill(box, ui.theme.colour.track, corner);
  const auto share = static_cast<float>(std::clamp(part, 0.0, 1.0));
  if (share > 0) {
    ui.fill({box.x, box.y, std::max(box.height, box.width * share), box.height}, colour, corner);
  }
  if (!name.empty()) {
    ui.record({id, "progressbar", name, value, "valuenow:" + std::to_string(std::lround(share * 100))}, box);
  }
}

void stacked_bar(Ui& ui, const Rect& box, std::span<const BarPart> parts) {
  std::size_t total = 0;
  std::size_t shown = 0;
  for (const BarPart& part : parts) {
    total += part.count;
    shown += part.count > 0 ? 1 : 0;
  }
  if (total == 0) {
    ui.fill(box, ui.theme.colour.sunken, 4);
    return;
  }
  const float gap = 2;
  // A part too small to see still gets a sliver.
  const float least = 4;
  const float free = box.width - gap * static_cast<float>(shown - 1) - least * static_cast<float>(shown);
  float x = box.x;
  std::size_t drawn = 0;
  for (const BarPart& part : parts) {
    if (part.count == 0) {
      continue;
    }
    ++drawn;
    const float width = least + free * static_cast<float>(part.count) / static_cast<float>(total);
    const ImDrawFlags ends = (drawn == 1 ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_None) |
                             (drawn == shown ? ImDrawFlags_RoundCornersRight : ImDrawFlags_None);
    Ui::list().AddRectFilled({snap(x), snap(box.y)}, {snap(x + width), snap(bottom(box))}, part.colour, 4,
                             ends == 0 ? ImDrawFlags_RoundCornersNone : ends);
    x += width + gap;
  }
}

void card(Ui& ui, const Rect& box) { ui.frame(box, ui.theme.colour.surface, ui.theme.colour.hairline, 8); }

void text_line(Ui& ui, const Id& id, const Rect& box, std::string_view text, const TextStyle& style, Align align,
               std::string_view role, std::string_view state) {
  if (!Ui::visible(box) || text.empty()) {
    return;
  }
  if (draw_text(Ui::list(), box, text, style, align)) {
    ui.hint(id.hash(), box, text,
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top_left(box), bottom_right(box)));
  }
  ui.record({id, role, text, {}, state}, box);
}

void cell_text(Ui& ui, const Id& id, const Rect& box, std::string_view text, const TextStyle& style) {
  if (!Ui::visible(box) || text.empty()) {
    return;
  }
  if (draw_cell_text(Ui::list(), box, text, style, std::min(style.size, ui.theme.small))) {
    ui.hint(id.hash(), box, text,
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top_left(box), bottom_right(box)));
  }
  ui.record({id, "text", text}, box);
}

float paragraph(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view text, const TextStyle& style,
                std::string_view role, int max_lines, std::string_view state) {
  if (text.empty()) {
    return 0;
  }
  bool cut = false;
  const float height = draw_paragraph(Ui::list(), at, width, text, style, max_lines, &cut);
  const Rect box{at.x, at.y, width, height};
  if (cut) {
    ui.hint(id.hash(), box, text,
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top_left(box), bottom_right(box)));
  }
  ui.record({id, role, text, {}, state}, box);
  return height;
}

float empty_state(Ui& ui, const Id& id, const Rect& box, Icon icon, std::string_view text) {
  const float widest = std::min(box.width - 2 * kGap5, ui.theme.grow(320));
  TextStyle style = ui.theme.text();
  style.colour = ui.theme.colour.secondary;
  // Lines of about the same length: no single character is left over.
  const float whole = text_width(style, text);
  const float width = std::min(widest, whole / std::ceil(whole / widest) + style.size * 1.5F);
  const float height = paragraph_height(text, style, width);
  const float disc = ui.theme.grow(56);
  float y = box.y + std::max(kGap5, (box.height - height - disc - kGap4) * 0.42F);
  const ImVec2 middle_of{box.x + box.width * 0.5F, y + disc * 0.5F};
  Ui::list().AddCircleFilled(middle_of, disc * 0.5F, ui.theme.colour.accent_soft);
  draw_icon(Ui::list(), icon, middle_of, ui.theme.grow(24), ui.theme.colour.accent);
  y += disc + kGap4;
  const float words = std::min(width, whole + 1);
  draw_paragraph(Ui::list(), {box.x + (box.width - words) * 0.5F, y}, words, text, style);
  ui.record({id, "status", text}, box);
  return y + height;
}

float section_heading(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view text) {
  const TextStyle style = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  text_line(ui, id, {at.x, at.y, width, line_height(style)}, text, style, Align::left, "heading");
  return line_height(style);
}

}  // namespace luping::ui
