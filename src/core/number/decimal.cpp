#include "core/number/decimal.h"

#include <algorithm>

namespace luping {
namespace {

constexpr int kMaxDigits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool remove_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Full-width forms (U+FF01..U+FF5E) and the ideographic space as ASCII; the minus signs of Unicode and of Chinese fonts as '-'.
std::string to_half_width(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (remove_prefix(text, "\xE3\x80\x80") || remove_prefix(text, "\xC2\xA0")) {
      plain.push_back(' ');
    } else if (remove_prefix(text, "\xE2\x88\x92") || remove_prefix(text, "\xE2\x80\x93")) {
      plain.push_back('-');
    } else if (text.size() >= 3 && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
      const unsigned code = (byte(1) - 0xBCU) * 64U + (byte(2) - 0x80U);  // U+FF00 + code
      if (code >= 1 && code <= 0x5E) {
        plain.push_back(static_cast<char>(0x20 + code));
        text.remove_prefix(3);
      } else {
        plain.push_back(text.front());
        text.remove_prefix(1);
      }
    } else {
      plain.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return plain;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// Removes separators of the form 1,234,567: one to three digits, then groups of exactly three. Anything else is left as it
// is, so that a decimal comma ("95,5") is refused instead of read as 955.
std::string without_thousands(std::string_view text) {
  const std::size_t start = !text.empty() && (text.front() == '-' || text.front() == '+') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(start, end - start);
  if (whole.find(',') == std::string_view::npos) return std::string(text);
  std::string joined(text.substr(0, start));
  std::size_t group_start = 0;
  bool first = true;
  while (true) {
    const std::size_t comma = std::min(whole.find(',', group_start), whole.size());
    const std::size_t length = comma - group_start;
    if (first ? (length < 1 || length > 3) : length != 3) return std::string(text);
    joined += whole.substr(group_start, length);
    first = false;
    if (comma == whole.size()) break;
    group_start = comma + 1;
  }
  joined += text.substr(end);
  return joined;
}

}  // namespace

DecimalParse parse_decimal(std::string_view text) {
  if (text.empty()) return {{}, DecimalProblem::empty};
  bool negative = false;
  if (text.front() == '-' || text.front() == '+') {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::uint64_t coefficient = 0;
  int significant = 0;
  int scale = 0;
  bool any_digit = false;
  bool point = false;
  bool too_many = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
    if (text[i] == '.') {
      point = true;
      continue;
    }
    any_digit = true;
    if (significant > 0 || text[i] != '0') ++significant;
    if (point) ++scale;
    if (significant > kMaxDigits || scale > kMaxDigits) {
      too_many = true;
    } else {
      coefficient = coefficient * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
  }
  if (!any_digit || (point && i > 0 && text[i - 1] == '.')) return {};
  int exponent = 0;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    bool negative_exponent = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) negative_exponent = text[i++] == '-';
    const std::size_t digits_begin = i;
    for (; i < text.size() && is_digit(text[i]); ++i) exponent = std::min(exponent * 10 + (text[i] - '0'), 10'000);
    if (i == digits_begin) return {};
    if (negative_exponent) exponent = -exponent;
  }
  if (i != text.size()) return {};
  if (too_many) return {{}, DecimalProblem::too_many_digits};
  for (; exponent > 0 && scale > 0; --exponent) --scale;
  for (; exponent > 0 && coefficient != 0; --exponent) {
    if (++significant > kMaxDigits) return {{}, DecimalProblem::too_many_digits};
    coefficient *= 10;
  }
  if (exponent < 0) scale -= exponent;
  if (scale > kMaxDigits) return {{}, DecimalProblem::too_many_digits};
  Decimal value;
  value.coefficient = static_cast<std::int64_t>(coefficient);
  if (negative) value.coefficient = -value.coefficient;
  value.scale = static_cast<std::uint8_t>(scale);
  return {value, DecimalProblem::none};
}

DecimalParse parse_typed_number(std::string_view text, std::string_view unit_label) {
  const std::string half_width = to_half_width(text);
  std::string_view rest = trim(half_width);
  const std::string label = to_half_width(unit_label);
  if (!label.empty() && rest.size() > label.size() && rest.ends_with(label))
    rest = trim(rest.substr(0, rest.size() - label.size()));
  if (rest.empty()) return {{}, DecimalProblem::empty};
  return parse_decimal(without_thousands(rest));
}

std::string Decimal::to_string() const {
  const bool negative = coefficient < 0;
  std::string digits = std::to_string(negative ? -coefficient : coefficient);
  if (scale > 0) {
    if (digits.size() <= scale) digits.insert(0, scale + 1U - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

}  // namespace luping
