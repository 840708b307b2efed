#include "core/phrases.h"

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

std::string figure(const Rational& number, const Rational& against, Language language) {
  constexpr unsigned kUsualDecimals = 2;
  constexpr unsigned kMostDecimals = 12;
  constexpr unsigned kExactDecimals = 6;
  for (unsigned decimals = 0; decimals <= kExactDecimals; ++decimals) {
    if (is_exact(number, decimals)) return to_text(number, decimals, Rounding::half_even);
  }
  const std::string about = language == Language::zh ? "约 " : "about ";
  const auto side = number <=> against;
  for (unsigned decimals = kUsualDecimals; decimals <= kMostDecimals; ++decimals) {
    const std::string text = to_text(number, decimals, Rounding::half_even);
    const DecimalParse shown = parse_decimal(text);
    if (shown.problem != DecimalProblem::none)
      return about + text;  // beyond 18 digits no confusion with a threshold is possible
    if ((Rational(shown.value) <=> against) == side) return about + text;
  }
  return about + to_text(number, kMostDecimals, side < 0 ? Rounding::down : Rounding::up);
}

std::string after_word(std::string_view text, Language language) {
  const bool joins = language == Language::zh && text.starts_with("约");
  return joins ? std::string(text) : " " + std::string(text);
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

}  // namespace luping
