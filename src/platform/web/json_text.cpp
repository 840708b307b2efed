#include "platform/web/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace luping::web {

void JsonText::separate() {
  if (!out_.empty() && out_.back() != '[' && out_.back() != '{' && out_.back() != ':') {
    out_ += ',';
  }
}

void JsonText::quote(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out_ += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (byte < 0x20) {
      out_ += "\\u00";
      out_ += kHex[byte >> 4U];
      out_ += kHex[byte & 15U];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

JsonText& JsonText::open(char bracket) {
  separate();
  out_ += bracket;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_ += bracket;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

JsonText& JsonText::number(float value) {
  separate();
  // Thousandths are far below a device pixel. (std::to_chars has no floating point in older libc++.)
  const auto thousandths = static_cast<long long>(std::llround(std::isfinite(value) ? value * 1000.0F : 0.0F));
  if (thousandths % 1000 == 0) {
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), thousandths / 1000);
    out_.append(digits.data(), end);
  } else {
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), thousandths);
    out_.append(digits.data(), end);
    out_ += "e-3";
  }
  return *this;
}

JsonText& JsonText::truth(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

}  // namespace luping::web
