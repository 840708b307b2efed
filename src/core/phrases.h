// Numbers and requirements as people write them: the words that explanations and tables are built from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/rational.h"
#include "core/rule.h"

namespace luping {

/// `95%`, `15 平方米/人`: a sign joins the number, a word stands off.
std::string with_unit(std::string_view number, std::string_view label);

/// The unit of a difference: percentage points for %.
std::string difference_unit(std::string_view label, Language language);

/// A number for display that stands on the same side of each of `limits` as the number itself: decimals are added, and the
/// rounding directed, until it does. `约` / `about` in front when the display is not exact.
std::string figure(const Rational& number, const std::vector<Rational>& limits, Language language);

/// A distance for display: never shown as nothing unless it is.
std::string distance_figure(const Rational& distance, Language language);

/// The text with the blank that sets it off from a word before it: ` 2.8`, `约 2.8` (a Chinese word needs none), ` about 2.8`.
std::string after_word(std::string_view text, Language language);

/// ≥ > ≤ < =
std::string_view sign_of(Comparison comparison);

}  // namespace luping
