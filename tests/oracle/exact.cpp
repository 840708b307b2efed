#include "oracle/exact.h"

#include <algorithm>

namespace luping::oracle {
namespace {

constexpr unsigned kMostDigits = 18;

/// Code points, with full-width forms as ASCII and every kind of blank as a space.
std::u32string plain(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(text[at])); };
    const char32_t first = byte(i);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t j = 1; j < length && i + j < text.size(); ++j) point = (point << 6) | (byte(i + j) & 0x3F);
    i += length;
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
    if (point == 0x3000 || point == 0xA0 || point == '\t' || point == '\r' || point == '\n') point = ' ';
    if (point == 0x2212 || point == 0x2013) point = '-';
    points.push_back(point);
  }
  while (!points.empty() && points.back() == ' ') points.pop_back();
  while (!points.empty() && points.front() == ' ') points.erase(points.begin());
  return points;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

std::size_t digits_from(const std::u32string& text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

struct Numeral {
  bool negative = false;
  std::string digits;  ///< all of them, without separators
  unsigned decimals = 0;
  long exponent = 0;
  std::size_t end = 0;  ///< what is left of the text begins here
};

/// sign? digits (, groups)? (. digits)? (e sign? digits)?  from the beginning; nullopt when there is no number.
std::optional<Numeral> numeral(const std::u32string& text) {
  Numeral number;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) number.negative = text[at++] == '-';
  const auto append = [&](std::size_t from, std::size_t to) {
    for (; from < to; ++from) number.digits.push_back(static_cast<char>(text[from]));
  };
  std::size_t end = digits_from(text, at);
  append(at, end);
  if (end < text.size() && text[end] == ',') {
    if (end - at < 1 || end - at > 3) return std::nullopt;
    while (end < text.size() && text[end] == ',') {
      const std::size_t group = digits_from(text, end + 1);
      if (group - end != 4) return std::nullopt;
      append(end + 1, group);
      end = group;
    }
  }
  at = end;
  if (at < text.size() && text[at] == '.') {
    end = digits_from(text, at + 1);
    if (end == at + 1) return std::nullopt;
    append(at + 1, end);
    number.decimals = static_cast<unsigned>(end - at - 1);
    at = end;
  }
  if (number.digits.empty()) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t from = at + 1;
    bool down = false;
    if (from < text.size() && (text[from] == '-' || text[from] == '+')) down = text[from++] == '-';
    end = digits_from(text, from);
    if (end == from) return std::nullopt;
    for (; from < end; ++from)
      number.exponent = std::min(number.exponent * 10 + static_cast<long>(text[from] - '0'), 100'000L);
    if (down) number.exponent = -number.exponent;
    at = end;
  }
  number.end = at;
  return number;
}

std::size_t significant(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? 0 : digits.size() - first;
}

}  // namespace

Whole power_of_ten(unsigned exponent) {
  Whole power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

Number number_of(const Decimal& decimal) { return Number(Whole(decimal.coefficient), power_of_ten(decimal.scale)); }

Number magnitude(const Number& number) { return number < 0 ? Number(-number) : number; }

bool same(const Rational& fraction, const Number& number) {
  return numerator(number).str() == fraction.numerator().to_string() &&
         denominator(number).str() == fraction.denominator().to_string();
}

Number rounded(const Number& number, unsigned decimals) {
  const Whole unit = power_of_ten(decimals);
  const Number scaled = magnitude(number) * Number(unit);
  Whole below = numerator(scaled) / denominator(scaled);
  const Number rest = scaled - Number(below);
  const Number half(1, 2);
  if (rest > half || (rest == half && below % 2 != 0)) ++below;
  const Number result(below, unit);
  return number < 0 ? Number(-result) : result;
}

std::optional<Decimal> as_decimal(const Number& number, unsigned decimals) {
  const Number scaled = number * Number(power_of_ten(decimals));
  if (denominator(scaled) != 1) return std::nullopt;
  const Whole digits = numerator(scaled);
  if (abs(digits) >= power_of_ten(kMostDigits)) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(digits), static_cast<std::uint8_t>(decimals)};
}

std::string text_of(const Number& number) { return number.str(); }

std::optional<Number> units_per(const Scheme& scheme, std::string_view from, std::string_view to) {
  if (from == to) return Number(1);
  const Unit* units[2] = {nullptr, nullptr};
  for (const Unit& unit : scheme.units) {
    if (unit.id == from) units[0] = &unit;
    if (unit.id == to) units[1] = &unit;
  }
  if (units[0] == nullptr || units[1] == nullptr || units[0]->quantity != units[1]->quantity ||
      units[0]->quantity.empty())
    return std::nullopt;
  return number_of(units[0]->factor) * number_of(units[1]->divisor) /
         (number_of(units[0]->divisor) * number_of(units[1]->factor));
}

Reading read_typed(const Scheme& scheme, std::string_view text, std::string_view unit) {
  const std::u32string points = plain(text);
  if (points.empty()) return {};
  Reading refused;
  refused.state = Reading::State::refused;
  const std::optional<Numeral> number = numeral(points);
  if (!number) return refused;
  if (number->decimals > kMostDigits || significant(number->digits) > kMostDigits) return refused;
  Whole coefficient =
      significant(number->digits) == 0 ? Whole(0) : Whole(number->digits.substr(number->digits.find_first_not_of('0')));
  const long scale = static_cast<long>(number->decimals) - number->exponent;
  if (scale > static_cast<long>(kMostDigits)) return refused;
  if (scale < 0 && coefficient != 0) {
    if (static_cast<long>(significant(number->digits)) - scale > static_cast<long>(kMostDigits)) return refused;
    coefficient *= power_of_ten(static_cast<unsigned>(-scale));
  }
  Reading reading;
  reading.state = Reading::State::figure;
  reading.decimals = scale > 0 ? static_cast<unsigned>(scale) : 0;
  reading.number = Number(number->negative ? Whole(-coefficient) : coefficient, power_of_ten(reading.decimals));
  std::size_t label_begin = number->end;
  while (label_begin < points.size() && points[label_begin] == ' ') ++label_begin;
  const std::u32string label = points.substr(label_begin);
  if (label.empty()) return reading;
  const auto labelled = [&](const Unit& one) { return plain(one.label) == label; };
  for (const Unit& one : scheme.units) {
    if (one.id == unit && labelled(one)) return reading;
  }
  for (const Unit& one : scheme.units) {
    if (one.id == unit || !labelled(one)) continue;
    const std::optional<Number> factor = units_per(scheme, one.id, unit);
    if (!factor) continue;
    reading.number *= *factor;
    reading.own_unit = false;
    return reading;
  }
  return refused;
}

}  // namespace luping::oracle
