// How far a value is from its requirement, and the smallest whole step of practice that would close the distance.
#pragma once

#include <optional>
#include <string>

#include "core/judge/evaluate.h"

namespace luping {

/// The comparison that decides an indicator, as a distance in the unit of what was compared (percentage points for %).
struct Gap {
  std::string of;     ///< the input that was compared; empty: the indicator's value
  Rational distance;  ///< positive: beyond the requirement; negative: short of it; zero: exactly there
  Rational relative;  ///< |distance| / |requirement|, or |distance| when the requirement is zero; for ordering only
  Comparison comparison = Comparison::at_least;
  Rational actual;
  Rational required;
  std::optional<Rational> past;  ///< the figure of the other year or of the baseline that was compared with
  int year = 0;                  ///< that year; 0: the baseline
  int later_year = 0;            ///< a step of a series: its newer year
  bool earlier_step = false;     ///< such a step between two earlier years: `actual` is not the value assessed
  bool of_change = false;        ///< `actual` and `required` are changes against `past`, not values
  bool in_percent = false;       ///< such a change in percent of `past`: the distance is in percentage points
};

/// The gap of a judged rule: of the failing member that is farthest off (allOf) or nearest (anyOf), else of the member
/// nearest to failing. nullopt when no numeric comparison took place.
std::optional<Gap> gap_of(const Rule& rule, const Trace& trace);

/// "还需治理 3 个行政村": the least change of the lever input that makes a failing indicator pass, in whole units of a count,
/// in steps of the last digit typed for any other quantity (a share of 1.2% moves by 0.1).
struct Lever {
  std::string input;  ///< input id
  Rational change;    ///< signed; in the input's unit
};

/// nullopt when the rule does not fail, has no lever, does not look at it, or no step is known to be the least that suffices.
///
/// Where the value is a fraction (a·lever + b) / (c·lever + d) of the lever, as shares, rates and quantities per head are, the answer is
/// exact at any distance. Of any other formula the nearest steps are tried one by one, and nothing is said beyond them.
std::optional<Lever> find_lever(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);

}  // namespace luping
