#include "core/text.h"

namespace luping {

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    if (text.starts_with("\xE3\x80\x80")) {
      text.remove_prefix(3);
    } else if (text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2);
    } else if (text.front() == ' ' || text.front() == '\t' || text.front() == '\r' || text.front() == '\n') {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

std::string format(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' &&
        pattern[i + 1] <= '9') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index < arguments.size()) text += arguments.begin()[index];
      i += 2;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

}  // namespace luping
