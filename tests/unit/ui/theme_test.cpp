// The contrast of both palettes, computed as WCAG 2.2 defines it: every text on every ground it may stand on.
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace luping::ui {
namespace {

double channel(Colour colour, unsigned shift) {
  const double part = static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 16);
}

double contrast(Colour one, Colour other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}

struct Pair {
  std::string name;
  Colour front, back;
};

/// Every text and the grounds it stands on somewhere.
std::vector<Pair> texts(const Palette& p) {
  std::vector<Pair> all;
  const std::vector<std::pair<std::string, Colour>> grounds = {
      {"ground", p.ground}, {"surface", p.surface}, {"sunken", p.sunken}, {"hover", p.hover}, {"soft", p.accent_soft}};
  for (const auto& [name, ground] : grounds) {
    all.push_back({"text on " + name, p.text, ground});
    all.push_back({"secondary on " + name, p.secondary, ground});
    all.push_back({"accent on " + name, p.accent, ground});
  }
  for (const auto& [name, ground] : {grounds[0], grounds[1]}) {
    all.push_back({"link on " + name, p.link, ground});
    for (std::size_t i = 0; i < p.chips.size(); ++i)
      all.push_back({"chip " + std::to_string(i) + " on " + name, p.chips[i].text, ground});
  }
  for (std::size_t i = 0; i < p.chips.size(); ++i) {
    all.push_back({"chip " + std::to_string(i), p.chips[i].text, p.chips[i].ground});
    all.push_back({"text on chip " + std::to_string(i), p.text, p.chips[i].ground});  // the verdict's sentence
  }
  all.push_back({"notice", p.notice.text, p.notice.ground});
  all.push_back({"text on notice", p.text, p.notice.ground});
  all.push_back({"badge", p.badge.text, p.badge.ground});
  all.push_back({"on accent", p.on_accent, p.accent});
  all.push_back({"on accent, hovered", p.on_accent, p.accent_hover});
  all.push_back({"tooltip", p.on_tooltip, p.tooltip});
  return all;
}

std::vector<Pair> controls(const Palette& p) {
  return {{"border on surface", p.border, p.surface},
          {"focus on ground", p.focus, p.ground},
          {"focus on surface", p.focus, p.surface},
          {"focus on hover", p.focus, p.hover},
          {"accent bar on its track", p.accent, p.track}};
}

void expect_at_least(double least, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) EXPECT_GE(contrast(pair.front, pair.back), least) << pair.name;
}

TEST(Contrast, IsComputedAsDefined) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 1e-9);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.005);
}

TEST(Contrast, OfTheSoftPalette) {
  expect_at_least(5.8, texts({}));
  expect_at_least(3.0, controls({}));
}

TEST(Contrast, OfTheHighContrastPalette) {
  const Palette p = high_contrast_palette();
  expect_at_least(7.0, texts(p));
  expect_at_least(4.5, controls(p));
  for (const ChipColours& chip : p.chips) {
    EXPECT_EQ(chip.outline >> 24U, 0xFFU);  // a chip is outlined, since its ground is the page's
    EXPECT_GE(contrast(chip.solid, p.surface), 3.0);
  }
}

TEST(Theme, HighContrastDrawsThickerLines) {
  ImGui::CreateContext();
  const Theme soft = make_theme(100);
  const Theme high = make_theme(125, true);
  ImGui::DestroyContext();
  EXPECT_EQ(soft.ring, 2);
  EXPECT_EQ(high.ring, 3);
  EXPECT_GT(high.line, soft.line);
  EXPECT_EQ(high.body, 19);
}

}  // namespace
}  // namespace luping::ui
