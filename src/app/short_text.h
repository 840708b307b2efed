// Texts of unknown length where there is room for a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace luping {

/// At most so many characters, with … where it was cut; line breaks and tabs become blanks.
inline std::string in_short(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t characters = 0;
  for (const char c : text) {
    const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (starts && ++characters > most) return out + "…";
    out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  return out;
}

}  // namespace luping
