// Buttons, chips, bars and small texts. Each draws itself into the box it is given and records itself.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/view_model.h"
#include "ui/ui.h"

namespace luping::ui {

enum class ButtonLook { primary, secondary, quiet };

struct ButtonSpec {
  std::string_view label;
  std::optional<Icon> icon = std::nullopt;
  ButtonLook look = ButtonLook::secondary;
  bool disabled = false;
  std::string_view hint = {};  ///< tooltip; the accessible name when there is no label
  std::string_view state = {};
};

float button_width(const Ui& ui, const ButtonSpec& spec);
/// Returns whether it was pressed.
bool button(Ui& ui, const Id& id, const Rect& box, const ButtonSpec& spec);

/// Text that is pressed like a link; `box` is its place, the text is cut to it. Returns whether it was pressed.
bool link(Ui& ui, const Id& id, const Rect& box, std::string_view text, const TextStyle& style,
          Align align = Align::left);

/// A verdict: icon and word on its ground. Left aligned in `box`; returns its width.
float chip_width(const Ui& ui, const Chip& chip);
float chip(Ui& ui, const Id& id, const Rect& box, const Chip& value);

/// A small word on a tinted ground (示例, 确保). Returns its width.
float badge_width(const Ui& ui, std::string_view text);
float badge(Ui& ui, const Rect& box, std::string_view text, const ChipColours& colours);
/// A badge that is read out (status) and cut to `box`, whole in a tooltip then. Returns its width.
float status_badge(Ui& ui, const Id& id, const Rect& box, std::string_view text, const ChipColours& colours);

/// A filter that is on or off.
float filter_chip_width(const Ui& ui, std::string_view label);
bool filter_chip(Ui& ui, const Id& id, const Rect& box, std::string_view label, bool active);

/// 0..1 as a thin bar; `name` and `value` for assistive technology.
void progress_bar(Ui& ui, const Id& id, const Rect& box, double part, std::string_view name, std::string_view value,
                  Colour colour);

struct BarPart {
  std::size_t count = 0;
  Colour colour = 0;
};
/// Parts of a whole side by side with hairline gaps.
void stacked_bar(Ui& ui, const Rect& box, std::span<const BarPart> parts);

/// A white card with a hairline border.
void card(Ui& ui, const Rect& box);

/// One line, recorded; a cut text shows whole in a tooltip.
void text_line(Ui& ui, const Id& id, const Rect& box, std::string_view text, const TextStyle& style,
               Align align = Align::left, std::string_view role = "text", std::string_view state = {});
/// Text of a table cell (see draw_cell_text), recorded; a cut text shows whole in a tooltip.
void cell_text(Ui& ui, const Id& id, const Rect& box, std::string_view text, const TextStyle& style);
/// Wrapped text, recorded. Returns its height.
float paragraph(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view text, const TextStyle& style,
                std::string_view role = "text", int max_lines = 0, std::string_view state = {});

/// A place with nothing in it says what to do next. Returns where the words end.
float empty_state(Ui& ui, const Id& id, const Rect& box, Icon icon, std::string_view text);

/// A heading of a section inside a card or page.
float section_heading(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view text);

}  // namespace luping::ui
