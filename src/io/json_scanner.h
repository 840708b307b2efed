// Steps over JSON text without building anything. Every step says whether the text is surely well-formed so far; a scanner that says
// no has proved nothing, and json_tree.h decides.
//
// REQUIRES: a zero byte ends the text, and fifteen more bytes behind it are readable.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace luping {

/// The steps below are a few instructions each and taken for every character: worth their place where they are called.
#define LUPING_INLINE __attribute__((always_inline)) inline

/// 0 to 15; -1 for anything else.
int hex_digit(char c);

class JsonScanner {
 public:
  /// `lines`: a line end is no blank.
  JsonScanner(const char* at, bool lines) : at_(at), lines_(lines) {}

  const char* at() const { return at_; }
  void move_to(const char* at) { at_ = at; }
  char peek() const { return *at_; }
  void advance() { ++at_; }

  LUPING_INLINE void skip_blanks() {
    while (static_cast<unsigned char>(*at_) <= ' ' && is_blank(*at_)) ++at_;
  }
  LUPING_INLINE bool take(char c) {
    skip_blanks();
    if (*at_ != c) return false;
    ++at_;
    return true;
  }

  struct Text {
    const char* begin = nullptr;
    std::size_t size = 0;
    bool escaped = false;
    std::string_view raw() const { return {begin, size}; }
  };

  /// A string after its opening quote, checked for UTF-8, control characters and escapes.
  bool rest_of_string(Text& text) {
    text.begin = at_;
    text.escaped = false;
    while (true) {
      std::uint64_t word = 0;
      std::memcpy(&word, at_, sizeof word);
      const std::uint64_t special = specials(word);
      if (special == 0) {
        at_ += sizeof word;
        continue;
      }
      at_ += __builtin_ctzll(special) / 8;
      if (*at_ == '"') {
        text.size = static_cast<std::size_t>(at_ - text.begin);
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(*at_) >= 0x80) {
        if (!skip_characters()) return false;
      } else if (*at_ == '\\') {
        text.escaped = true;
        if (!skip_escape()) return false;
      } else {
        return false;
      }
    }
  }

  bool string(Text& text) { return take('"') && rest_of_string(text); }

  /// A number in JSON's notation, as its token; without an exponent.
  bool number(Text& text);

  /// Any value, its structure only: brackets and strings.
  bool skip_value();

  /// The content of a string.
  static std::string_view content(const Text& text, std::string& scratch);

 private:
  bool is_blank(char c) const { return c == ' ' || c == '\t' || c == '\r' || (c == '\n' && !lines_); }

  /// The high bit of the first byte that is a quote, a backslash, a control character or not ASCII (of later bytes, too, but not
  /// only where they are).
  static std::uint64_t specials(std::uint64_t word) {
    constexpr std::uint64_t kEach = 0x0101010101010101;
    constexpr std::uint64_t kHigh = 0x8080808080808080;
    const std::uint64_t quote = word ^ (kEach * '"');
    const std::uint64_t backslash = word ^ (kEach * '\\');
    return (((quote - kEach) & ~quote) | ((backslash - kEach) & ~backslash) | ((word - kEach * 0x20) & ~word) | word) &
           kHigh;
  }
  bool skip_characters();
  bool skip_escape();

  const char* at_;
  bool lines_;
};

#undef LUPING_INLINE

}  // namespace luping
