#include "app/search.h"

#include <algorithm>
#include <cstdint>

namespace luping {
namespace {

constexpr char kBlank = ' ';

/// One character of UTF-8 (an ill-formed byte stands for itself) in the form it is compared in, appended.
std::size_t fold_character(std::string_view text, std::size_t at, std::string& folded) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    const bool blank = first <= 0x20 || first == 0x7F;
    folded += blank ? kBlank : static_cast<char>(first >= 'A' && first <= 'Z' ? first + ('a' - 'A') : first);
    return 1;
  }
  if (first == 0xC2 && at + 1 < text.size() && byte(at + 1) == 0xA0) {  // a no-break space
    folded += kBlank;
    return 2;
  }
  if (first >= 0xE0 && first < 0xF0 && at + 2 < text.size()) {
    const std::uint32_t code = (first & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU);
    if (code == 0x3000) {
      folded += kBlank;
    } else if (code >= 0xFF01 && code <= 0xFF5E) {  // full width: the ASCII characters over again
      const char half = static_cast<char>(code - 0xFF01 + '!');
      folded += static_cast<char>(half >= 'A' && half <= 'Z' ? half + ('a' - 'A') : half);
    } else {
      folded.append(text.substr(at, 3));
    }
    return 3;
  }
  folded += text[at];
  return 1;
}

std::string fold_keeping_blanks(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) at += fold_character(text, at, folded);
  return folded;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded = fold_keeping_blanks(text);
  std::erase(folded, kBlank);
  return folded;
}

SearchWords::SearchWords(std::string_view text) {
  const std::string folded = fold_keeping_blanks(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(kBlank, at), folded.size());
    if (end > at) words_.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
}

bool SearchWords::match(std::initializer_list<std::string_view> texts) const {
  if (empty()) return true;
  std::string folded;
  for (const std::string_view text : texts) {
    folded += fold(text);
    folded += '\n';
  }
  return match_folded(folded);
}

bool SearchWords::match_folded(std::string_view folded) const {
  return std::all_of(words_.begin(), words_.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string_view::npos; });
}

}  // namespace luping
