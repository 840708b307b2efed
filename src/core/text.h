// Small text helpers shared by the core.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace luping {

/// Nothing but what stands around a figure unseen: ASCII blanks, ideographic (U+3000) and no-break spaces (U+00A0).
bool is_blank(std::string_view text);

/// `{0}`, `{1}` … in `pattern` replaced by the arguments.
std::string format(std::string_view pattern, std::initializer_list<std::string_view> arguments);

/// Texts with a separator between them.
template <typename Range>
std::string join(const Range& texts, std::string_view separator) {
  std::string joined;
  for (const auto& text : texts) {
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

}  // namespace luping
