// How a person wants the screen: kept per browser, in no file. Kept as a short text of `name=value` words, so that another
// version of the program reads what it knows and leaves the rest at its defaults.
#pragma once

#include <string>
#include <string_view>

namespace luping {

inline constexpr int kSmallestFont = 90;
inline constexpr int kLargestFont = 150;

struct Settings {
  int font_percent = 100;  ///< kSmallestFont to kLargestFont
  bool high_contrast = false;
  bool knows_filling = false;  ///< has put away the first hints on 填报

  bool operator==(const Settings&) const = default;
};

std::string write_settings(const Settings& settings);

/// What cannot be read keeps what `otherwise` says; a font size out of range is brought into it.
Settings read_settings(std::string_view text, Settings otherwise);

}  // namespace luping
