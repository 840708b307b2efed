#include "io/json_scanner.h"

namespace luping {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool follows(unsigned char c) { return (c & 0xC0U) == 0x80U; }

/// Four hexadecimal digits; -1: they are not.
int code_unit(const char* at) {
  int unit = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hex_digit(at[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

void append(std::string& text, unsigned code) {
  const auto put = [&](unsigned byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12));
    put(0x80U | ((code >> 6) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18));
    put(0x80U | ((code >> 12) & 0x3FU));
    put(0x80U | ((code >> 6) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

}  // namespace

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 3629. Chinese characters are three bytes, and a run of them is the usual thing.
bool JsonScanner::skip_characters() {
  while (true) {
    const auto lead = static_cast<unsigned char>(at_[0]);
    const auto second = static_cast<unsigned char>(at_[1]);
    if ((lead & 0xF0U) == 0xE0U) {
      if (!follows(second) || !follows(static_cast<unsigned char>(at_[2]))) return false;
      if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return false;
      at_ += 3;
    } else if (lead < 0x80) {
      return true;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
      if (!follows(second)) return false;
      at_ += 2;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      if (!follows(second) || !follows(static_cast<unsigned char>(at_[2])) ||
          !follows(static_cast<unsigned char>(at_[3])))
        return false;
      if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return false;
      at_ += 4;
    } else {
      return false;
    }
  }
}

bool JsonScanner::skip_escape() {
  const char kind = at_[1];
  if (kind == 'u') {
    const int unit = code_unit(at_ + 2);
    if (unit < 0 || is_low_surrogate(unit)) return false;
    at_ += 6;
    if (!is_high_surrogate(unit)) return true;
    if (at_[0] != '\\' || at_[1] != 'u' || !is_low_surrogate(code_unit(at_ + 2))) return false;
    at_ += 6;
    return true;
  }
  if (kind == '\0' || std::strchr("\"\\/bfnrt", kind) == nullptr) return false;
  at_ += 2;
  return true;
}

std::string_view JsonScanner::content(const Text& text, std::string& scratch) {
  if (!text.escaped) return text.raw();
  scratch.clear();
  const char* const end = text.begin + text.size;
  for (const char* at = text.begin; at != end;) {
    if (*at != '\\') {
      scratch.push_back(*at++);
      continue;
    }
    switch (at[1]) {
      case 'u': {
        unsigned code = static_cast<unsigned>(code_unit(at + 2));
        at += 6;
        if (is_high_surrogate(static_cast<int>(code))) {
          code = 0x10000U + ((code - 0xD800U) << 10) + (static_cast<unsigned>(code_unit(at + 2)) - 0xDC00U);
          at += 6;
        }
        append(scratch, code);
        continue;
      }
      case 'b':
        scratch.push_back('\b');
        break;
      case 'f':
        scratch.push_back('\f');
        break;
      case 'n':
        scratch.push_back('\n');
        break;
      case 'r':
        scratch.push_back('\r');
        break;
      case 't':
        scratch.push_back('\t');
        break;
      default:
        scratch.push_back(at[1]);
        break;
    }
    at += 2;
  }
  return scratch;
}

bool JsonScanner::number(Text& text) {
  skip_blanks();
  text.begin = at_;
  text.escaped = false;
  const char* at = at_;
  if (*at == '-') ++at;
  if (!is_digit(*at) || (*at == '0' && is_digit(at[1]))) return false;
  while (is_digit(*at)) ++at;
  if (*at == '.') {
    if (!is_digit(*++at)) return false;
    while (is_digit(*at)) ++at;
  }
  text.size = static_cast<std::size_t>(at - text.begin);
  at_ = at;
  return true;
}

bool JsonScanner::skip_value() {
  int depth = 0;
  Text ignored;
  do {
    skip_blanks();
    switch (*at_) {
      case '\0':
      case '\n':
        return false;
      case '"':
        ++at_;
        if (!rest_of_string(ignored)) return false;
        break;
      case '{':
      case '[':
        ++depth;
        ++at_;
        break;
      case '}':
      case ']':
        --depth;
        ++at_;
        break;
      default:
        ++at_;
        break;
    }
  } while (depth > 0);
  return depth == 0;
}

}  // namespace luping
