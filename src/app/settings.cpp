#include "app/settings.h"

#include <algorithm>
#include <charconv>

namespace luping {
namespace {

constexpr std::string_view kFont = "font";
constexpr std::string_view kContrast = "contrast";
constexpr std::string_view kFilling = "filling";

void take(Settings& settings, std::string_view name, std::string_view value) {
  if (name == kFont) {
    int percent = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), percent);
    if (error == std::errc() && end == value.data() + value.size())
      settings.font_percent = std::clamp(percent, kSmallestFont, kLargestFont);
  } else if (name == kContrast && (value == "high" || value == "normal")) {
    settings.high_contrast = value == "high";
  } else if (name == kFilling && (value == "known" || value == "new")) {
    settings.knows_filling = value == "known";
  }
}

}  // namespace

std::string write_settings(const Settings& settings) {
  std::string text(kFont);
  text += "=" + std::to_string(settings.font_percent) + " ";
  text += kContrast;
  text += settings.high_contrast ? "=high " : "=normal ";
  text += kFilling;
  text += settings.knows_filling ? "=known" : "=new";
  return text;
}

Settings read_settings(std::string_view text, Settings otherwise) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (const std::size_t equals = word.find('='); equals != std::string_view::npos)
      take(otherwise, word.substr(0, equals), word.substr(equals + 1));
  }
  return otherwise;
}

}  // namespace luping
