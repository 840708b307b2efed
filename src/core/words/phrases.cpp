#include "core/words/phrases.h"

#include <algorithm>

namespace luping {

std::string with_unit(std::string_view number, std::string_view label) {
  std::string text(number);
  if (label.empty()) return text;
  if (label != "%" && label != "‰") text += ' ';
  return text += label;
}

std::string difference_unit(std::string_view label, Language language) {
  const bool zh = language == Language::zh;
  if (label == "%") return zh ? "个百分点" : "percentage points";
  if (label == "‰") return zh ? "个千分点" : "per mille points";
  return std::string(label);
}

std::string figure(const Rational& number, const std::vector<Rational>& limits, Language language) {
  constexpr unsigned kExactDecimals = 6;
  for (unsigned decimals = 0; decimals <= kExactDecimals; ++decimals) {
    if (is_exact(number, decimals)) return to_text(number, decimals, Rounding::half_even);
  }
  const auto about = [&](unsigned decimals) -> std::string_view {
    if (is_exact(number, decimals)) return {};
    return language == Language::zh ? "约 " : "about ";
  };
  const auto keeps_sides = [&](unsigned decimals, Rounding rounding) {
    const Rational shown = round_to(number, decimals, rounding);
    return std::all_of(limits.begin(), limits.end(),
                       [&](const Rational& limit) { return (shown <=> limit) == (number <=> limit); });
  };
  constexpr unsigned kUsualDecimals = 2;
  constexpr unsigned kManyDecimals = 12;
  constexpr unsigned kMostDecimals = 80;  // no two numbers of one comparison are closer
  for (unsigned decimals = kUsualDecimals; decimals < kMostDecimals; ++decimals) {
    if (keeps_sides(decimals, Rounding::half_even))
      return std::string(about(decimals)) + to_text(number, decimals, Rounding::half_even);
    if (decimals < kManyDecimals) continue;
    for (const Rounding directed : {Rounding::down, Rounding::up}) {
      if (keeps_sides(decimals, directed)) return std::string(about(decimals)) + to_text(number, decimals, directed);
    }
  }
  return std::string(about(kMostDecimals)) + to_text(number, kMostDecimals, Rounding::half_even);
}

std::string equals_figure(const Rational& number, const std::vector<Rational>& limits, std::string_view label) {
  const std::string shown = with_unit(figure(number, limits, Language::zh), label);
  constexpr std::string_view kAbout = "约 ";
  return shown.starts_with(kAbout) ? "≈ " + shown.substr(kAbout.size()) : "= " + shown;
}

std::string with_decimals(const Rational& number, unsigned decimals) {
  std::string text = to_text(number, decimals, Rounding::half_even);
  if (decimals == 0) return text;
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text += '.';
  }
  text.append(decimals - (text.size() - point - 1), '0');
  return text;
}

std::string distance_figure(const Rational& distance, Language language) {
  return figure(distance.abs(), {Rational()}, language);
}

std::string after_word(std::string_view text, Language language) {
  const bool joins = language == Language::zh && text.starts_with("约");
  return joins ? std::string(text) : " " + std::string(text);
}

std::string joined_to(std::string_view word, std::string_view text, Language language) {
  const bool ascii = !text.empty() && static_cast<unsigned char>(text.front()) < 0x80;
  const bool sign = ascii || text.starts_with("≥") || text.starts_with("≤");
  const bool blank = language == Language::en || (sign && !text.starts_with(' '));
  return std::string(word) + (blank ? " " : "") + std::string(text);
}

std::string bracketed(std::string_view text, Language language) {
  const bool zh = language == Language::zh;
  return (zh ? "（" : " (") + std::string(text) + (zh ? "）" : ")");
}

std::string_view sign_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::at_least:
      return "≥";
    case Comparison::more_than:
      return ">";
    case Comparison::at_most:
      return "≤";
    case Comparison::less_than:
      return "<";
    case Comparison::equals:
      return "=";
  }
  return {};
}

std::string_view word_of(Comparison comparison, Language language) {
  const bool zh = language == Language::zh;
  switch (comparison) {
    case Comparison::at_least:
      return zh ? "不低于" : "not below";
    case Comparison::more_than:
      return zh ? "高于" : "above";
    case Comparison::at_most:
      return zh ? "不高于" : "not above";
    case Comparison::less_than:
      return zh ? "低于" : "below";
    case Comparison::equals:
      return zh ? "等于" : "equal to";
  }
  return {};
}

}  // namespace luping
