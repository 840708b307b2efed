// Figures that are possible but look like a slip: 0.95 where 95 % is meant, 3.5 where last year's was 35. A question to the person
// who typed them; no verdict depends on it.
//
// The rules, chosen so that real figures seldom meet them:
// - A fraction for a percentage: the unit is %, the figure was typed without a % sign, 0 < |figure| ≤ 1, and
//   - last year's figure is greater than 5; or there is none of last year, more is not worse, and
//   - the target or a fixed threshold it must reach is greater than 5; or there is neither, the range is 0 to 100 and the figure has
//     two decimals or more.
// - Off by a power of ten: figure ÷ last year's (÷ the baseline, where there is none of last year) lies within a factor of 1.6 of
//   10, 100, … or 1/10, 1/100, …, both in the indicator's unit. Not where the range admits negative figures (rates of change swing
//   through zero), nor where both figures are small: under 100 for a count, under 20 for a percentage.
//   A value computed from inputs is held against last year's, too; inputs of this year are held against those of last year, where
//   the indicator asks for both in one unit.
#pragma once

#include <string>
#include <vector>

#include "core/check/diagnostic.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

enum class ImplausibleKind {
  fraction_for_percent,  ///< `other` is the figure times 100
  far_from_last_year,    ///< `other` is last year's figure
  far_from_baseline,     ///< `other` is the baseline
};

struct Implausible {
  ImplausibleKind kind = ImplausibleKind::fraction_for_percent;
  std::string input;      ///< input id; empty: the indicator's value
  bool computed = false;  ///< the value was computed from the inputs
  std::string figure;     ///< as typed, or as computed, at most four decimals
  std::string other;      ///< what it is held against
};

/// What looks wrong in the answer to an indicator, the value first; at most one thing a figure. Empty where nothing was entered, what
/// was entered is no possible number, or the indicator does not apply.
std::vector<Implausible> implausible(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);

/// The same as a warning, with its pointer into the assessment.
Diagnostic warning_of(const Implausible& one, const Indicator& indicator);

}  // namespace luping
