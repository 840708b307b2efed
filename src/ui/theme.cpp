#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace luping::ui {

float Theme::grow(float length) const { return std::round(length * scale); }

Palette high_contrast_palette() {
  Palette p;
  p.ground = p.surface = rgb(0xFFFFFF);
  p.sunken = rgb(0xE4E4E4);
  p.text = rgb(0x000000);
  p.secondary = rgb(0x1F1F1F);
  p.accent = rgb(0x003F3B);
  p.accent_hover = rgb(0x000000);
  p.accent_soft = rgb(0xFFF0A8);
  p.link = rgb(0x00368C);
  p.hairline = rgb(0x4D4D4D);
  p.border = p.rule = rgb(0x000000);
  p.hover = rgb(0xE8E8E8);
  p.track = rgb(0xC9C9C9);
  p.thumb = rgb(0x595959);
  p.disabled = rgb(0x6B6B6B);
  p.focus = rgb(0x0044B0);
  p.shade = rgb(0x000000, 150);
  p.shadow = rgb(0x000000, 0);
  p.tooltip = rgb(0x000000);
  constexpr Colour kPaper = rgb(0xFFFFFF);
  p.chips = {{
      {rgb(0x00481F), kPaper, rgb(0x00702F), rgb(0x00481F)},
      {rgb(0x8A0A05), kPaper, rgb(0xB3120B), rgb(0x8A0A05)},
      {rgb(0x5C3800), kPaper, rgb(0x9A6100), rgb(0x5C3800)},
      {rgb(0x2B2B2B), kPaper, rgb(0x767676), rgb(0x2B2B2B)},
      {rgb(0x1F2B4D), kPaper, rgb(0x5B6A94), rgb(0x1F2B4D)},
      {rgb(0x5E0F45), kPaper, rgb(0x7D1A5E), rgb(0x5E0F45)},
      {rgb(0x2B2B2B), kPaper, rgb(0x5B6A94), rgb(0x2B2B2B)},
  }};
  p.notice = {p.link, kPaper, p.link, p.link};
  p.badge = {p.secondary, kPaper, p.secondary, p.secondary};
  return p;
}

Theme make_theme(int font_percent, bool high_contrast) {
  Theme theme;
  if (high_contrast) {
    theme.colour = high_contrast_palette();
    theme.line = 2;
    theme.ring = 3;
  }
  theme.scale = static_cast<float>(std::clamp(font_percent, 90, 150)) / 100.0F;
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (!atlas.Fonts.empty()) {
    theme.regular = atlas.Fonts[0];
    theme.bold = atlas.Fonts[atlas.Fonts.Size > 1 ? 1 : 0];
  }
  for (float* size :
       {&theme.small, &theme.body, &theme.section, &theme.page, &theme.figure, &theme.row, &theme.control}) {
    *size = theme.grow(*size);
  }
  return theme;
}

void apply_imgui_style(const Theme& theme) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags &= ~(ImGuiConfigFlags_NavEnableKeyboard | ImGuiConfigFlags_NavEnableGamepad);
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.ConfigWindowsResizeFromEdges = false;

  ImGuiStyle style;
  style.FontSizeBase = theme.body;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.ChildBorderSize = 0;
  style.ChildRounding = 0;
  style.PopupBorderSize = 0;
  style.PopupRounding = 0;
  style.FramePadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.ItemInnerSpacing = {0, 0};
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.GrabMinSize = 32;
  style.DisplaySafeAreaPadding = {0, 0};
  // Lines as geometry: the same picture from WebGL and from the software renderer, at any pixel ratio.
  style.AntiAliasedLinesUseTex = false;
  style.CurveTessellationTol = 0.5F;
  style.CircleTessellationMaxError = 0.2F;

  const ImVec4 clear{0, 0, 0, 0};
  for (ImVec4& colour : style.Colors) {
    colour = clear;
  }
  const Palette& p = theme.colour;
  style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(p.text);
  style.Colors[ImGuiCol_ScrollbarGrab] = ImGui::ColorConvertU32ToFloat4(p.thumb);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = ImGui::ColorConvertU32ToFloat4(p.border);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = ImGui::ColorConvertU32ToFloat4(p.secondary);
  ImGui::GetStyle() = style;
}

Colour faded(Colour colour, float factor) {
  const auto alpha = static_cast<float>(colour >> 24U) * std::clamp(factor, 0.0F, 1.0F);
  return (colour & 0x00FFFFFFU) | (static_cast<Colour>(std::lround(alpha)) << 24U);
}

float pixel_ratio() {
  const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
  return ratio > 0 ? ratio : 1.0F;
}

float snap(float length) {
  const float ratio = pixel_ratio();
  return std::round(length * ratio) / ratio;
}

float hairline() {
  const float ratio = pixel_ratio();
  return std::max(1.0F, std::floor(ratio + 0.25F)) / ratio;
}

}  // namespace luping::ui
