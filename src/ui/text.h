// Text on the draw list: measured, cut with an ellipsis, or wrapped by the Chinese line rules. Glyphs are placed on whole
// device pixels, so text is sharp at 125 % as well. A line box is kLineHeight times the size; text stands in its middle as
// CSS puts it, so that the platform's text editor can cover it without a jump.
#pragma once

#include <string_view>

#include "imgui.h"
#include "ui/geometry.h"
#include "ui/theme.h"

namespace luping::ui {

enum class Align { left, centre, right };

float text_width(const TextStyle& style, std::string_view text);

inline float line_height(const TextStyle& style) { return style.size * style.leading; }

/// One line in the vertical middle of `box`. Too long: cut with … Returns whether it was cut.
bool draw_text(ImDrawList& list, const Rect& box, std::string_view text, const TextStyle& style,
               Align align = Align::left);

/// Wrapped text from `at` down, at most `max_lines` (0: all; the last one is cut with … when more would follow).
/// Returns the height. `cut` tells whether something was left out.
float draw_paragraph(ImDrawList& list, ImVec2 at, float width, std::string_view text, const TextStyle& style,
                     int max_lines = 0, bool* cut = nullptr);

/// Text in a table cell: one line, or two smaller and closer ones where it is too long; cut after that.
/// Returns whether it was cut.
bool draw_cell_text(ImDrawList& list, const Rect& box, std::string_view text, const TextStyle& style, float small_size,
                    Align align = Align::left);

/// The lines a paragraph takes, at least 1.
int count_lines(std::string_view text, const TextStyle& style, float width);

inline float paragraph_height(std::string_view text, const TextStyle& style, float width) {
  return static_cast<float>(count_lines(text, style, width)) * line_height(style);
}

/// Where the line that starts at `text` ends (bytes) when it may be `width` wide. Chinese breaks between any two characters,
/// but no line begins with closing punctuation (，。、；：？！）》”%), none ends with an opening bracket or quotation mark,
/// and Latin words and numbers stay whole while they fit (GB/T 15834-2011, 5.1). A number stays with its unit (12 个, 173
/// 立方米/万元), and the last line of a paragraph keeps a few characters.
std::size_t line_break(std::string_view text, const TextStyle& style, float width);

}  // namespace luping::ui
