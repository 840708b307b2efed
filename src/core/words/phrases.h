// Numbers and requirements as people write them: the words that explanations and tables are built from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/model/rule.h"
#include "core/number/rational.h"

namespace luping {

/// `95%`, `15 平方米/人`: a sign joins the number, a word stands off.
std::string with_unit(std::string_view number, std::string_view label);

/// The unit of a difference: percentage points for %.
std::string difference_unit(std::string_view label, Language language);

/// A number for display that stands on the same side of each of `limits` as the number itself: decimals are added, and the
/// rounding directed, until it does. `约` / `about` in front when the display is not exact.
std::string figure(const Rational& number, const std::vector<Rational>& limits, Language language);

/// The same with the sign that says how exact it is, and a unit: `= 35000 吨`, `≈ 0.07 公顷`.
std::string equals_figure(const Rational& number, const std::vector<Rational>& limits, std::string_view label);

/// A rounded number with all its decimals, so that the digits it was rounded to show: 90.0.
/// REQUIRES: the number has no more decimals.
std::string with_decimals(const Rational& number, unsigned decimals);

/// A distance for display: never shown as nothing unless it is.
std::string distance_figure(const Rational& distance, Language language);

/// The text with the blank that sets it off from a word before it: ` 2.8`, `约 2.8` (a Chinese word needs none), ` about 2.8`.
std::string after_word(std::string_view text, Language language);

/// A word and what follows it: in Chinese signs and digits stand off (`要求 ≥ 5`), words do not (`要求高于上年`).
std::string joined_to(std::string_view word, std::string_view text, Language language);

/// The text in brackets behind a word: `（2022 年）`, ` (2022)`.
std::string bracketed(std::string_view text, Language language);

/// ≥ > ≤ < =
std::string_view sign_of(Comparison comparison);

/// The same as a word before what is compared with: 不低于, 高于, 不高于, 低于, 等于.
std::string_view word_of(Comparison comparison, Language language);

}  // namespace luping
