// The design tokens: colours, line widths, type sizes, control heights. Colours carry their meaning in the name. Computed
// contrast of every text on its grounds is at least 5.8 : 1, in the high-contrast palette 7 : 1; of control borders and the
// focus ring at least 3 : 1 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11; tests/unit/ui/theme_test.cpp computes it).
#pragma once

#include <array>
#include <cstdint>

#include "core/model/result.h"
#include "imgui.h"

namespace luping::ui {

using Colour = ImU32;

/// 0xRRGGBB, opaque unless told otherwise.
constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
  return (alpha << 24U) | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | ((hex >> 16U) & 0xFFU);
}

struct ChipColours {
  Colour text;
  Colour ground;
  Colour solid;        ///< for areas without text: bar segments, chart strokes
  Colour outline = 0;  ///< around a chip; transparent where its ground is enough
};

struct Palette {
  Colour ground = rgb(0xF5F7F8);
  Colour surface = rgb(0xFFFFFF);
  Colour sunken = rgb(0xEDF1F3);  ///< tracks, pressed quiet controls
  Colour text = rgb(0x1B2430);
  Colour secondary = rgb(0x4A5563);
  Colour accent = rgb(0x0F5E5A);
  Colour accent_hover = rgb(0x0B4F4B);
  Colour accent_soft = rgb(0xE3EFEE);  ///< selected row, current page
  Colour on_accent = rgb(0xFFFFFF);
  Colour link = rgb(0x0B5CAD);
  Colour hairline = rgb(0xD9DFE4);
  Colour border = rgb(0x8A94A0);
  Colour rule = rgb(0xB4BDC6);   ///< lines that must be seen but frame no control: under a table's head, a chart's rim
  Colour track = rgb(0xDDE3E8);  ///< what a progress bar runs in
  Colour thumb = rgb(0xC3CBD2);  ///< a scrollbar's
  Colour disabled = rgb(0x8A94A0);
  Colour hover = rgb(0xF0F4F5);
  Colour focus = rgb(0x0B5CAD);
  Colour shade = rgb(0x1B2430, 90);  ///< over the page while a question stands
  Colour shadow = rgb(0x1B2430, 7);  ///< one of several rings around what floats
  Colour tooltip = rgb(0x263140, 245);
  Colour on_tooltip = rgb(0xFFFFFF);
  std::array<ChipColours, 7> chips = {{
      {rgb(0x14693A), rgb(0xE4F3E9), rgb(0x2E8B57)},  // pass
      {rgb(0xA8201A), rgb(0xFCEBE9), rgb(0xC8453D)},  // fail
      {rgb(0x7A4B00), rgb(0xFFF3D6), rgb(0xC98A16)},  // unknown
      {rgb(0x4A5563), rgb(0xEDF0F3), rgb(0xB7C0C9)},  // notchecked
      {rgb(0x45526B), rgb(0xE9ECF4), rgb(0x8C97AE)},  // notapplicable
      {rgb(0x7A1F5C), rgb(0xF8E8F2), rgb(0x9C3A7D)},  // error
      {rgb(0x4A5563), rgb(0xEDF0F3), rgb(0x8C97AE)},  // informational
  }};
  ChipColours notice = {rgb(0x0B5CAD), rgb(0xE8F1FB), rgb(0x0B5CAD)};  ///< information
  ChipColours badge = {rgb(0x4A5563), rgb(0xEDF1F3), rgb(0x4A5563)};   ///< a badge that is no verdict: 确保, 参考
};

/// Black on white; chips and cards are outlined instead of tinted.
Palette high_contrast_palette();

inline constexpr float kLineHeight = 1.5F;

enum class Weight { regular, bold };

/// One look of a run of text.
struct TextStyle {
  ImFont* font = nullptr;
  float size = 15;
  Colour colour = 0;
  float leading = kLineHeight;  ///< line height as a multiple of the size
};

struct Theme {
  Palette colour;
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  float scale = 1;  ///< the font setting; 1 is 100 %

  // CSS px, whole numbers, already scaled.
  float small = 13;
  float body = 15;
  float section = 18;
  float page = 22;
  float figure = 32;
  float row = 36;
  float control = 32;

  // Not scaled with the type.
  float line = 1;  ///< borders and separators, in hairlines
  float ring = 2;  ///< the focus ring, CSS px

  /// A length that grows with the font setting (what holds text); paddings stay as they are.
  float grow(float length) const;

  const ChipColours& chip(Result result) const { return colour.chips[static_cast<std::size_t>(result)]; }
  TextStyle style(float size, Weight weight, Colour text) const {
    return {weight == Weight::bold ? bold : regular, size, text};
  }
  TextStyle text() const { return style(body, Weight::regular, colour.text); }
  TextStyle strong() const { return style(body, Weight::bold, colour.text); }
  TextStyle quiet() const { return style(small, Weight::regular, colour.secondary); }
};

// The space scale, CSS px.
inline constexpr float kGap1 = 4;
inline constexpr float kGap2 = 8;
inline constexpr float kGap3 = 12;
inline constexpr float kGap4 = 16;
inline constexpr float kGap5 = 24;
inline constexpr float kGap6 = 32;
inline constexpr float kCorner = 6;

/// Tokens for a font percentage; fonts[0] of the current context is regular, fonts[1] (if there) bold.
Theme make_theme(int font_percent, bool high_contrast = false);

/// Make ImGui itself invisible: no window chrome, slim scrollbars, no navigation of its own.
void apply_imgui_style(const Theme& theme);

/// A quieter version of a colour: its alpha times `factor`.
Colour faded(Colour colour, float factor);

/// Device pixels per CSS pixel in this frame.
float pixel_ratio();

/// The nearest whole device pixel.
float snap(float length);

/// One device pixel (more on very dense screens), in CSS px.
float hairline();

}  // namespace luping::ui
