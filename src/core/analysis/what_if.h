// 假设推演: what the verdicts would be with other answers or other thresholds, and which failing indicators are nearest to passing.
//
// Everything is tried on copies; the scheme and the assessment given stay as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/gap.h"
#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping {

/// What to suppose. A later entry of `thresholds` for the same place counts.
struct Supposition {
  /// A figure or status word as typed, by indicator. It counts as the finished figure, unless inputs are supposed, too.
  std::map<std::string, std::string> values;
  /// Inputs as typed, by indicator and input; the others stay as they are. They count rather than the finished figure.
  std::map<std::string, std::map<std::string, std::string>> inputs;
  std::map<std::string, std::string> measures;  ///< notStarted, inProgress, done; empty: not filled; by measure

  struct NewThreshold {
    std::string indicator;
    Decimal figure;
    /// Where in the indicator's rule (RFC 6901): `/threshold`, `/rules/1/threshold`, `/rules/0/minimum`. Empty: the first comparison
    /// with a figure of the scheme; where a case is chosen by an attribute, in the region's case.
    std::string pointer;
  };
  std::vector<NewThreshold> thresholds;
};

enum class SuppositionProblemKind {
  unknown_indicator,
  unknown_input,
  unknown_measure,
  unknown_state,      ///< no state of a measure
  value_not_entered,  ///< the indicator takes no value: it rests on a measure, or on other indicators
  no_threshold,       ///< no figure of the scheme there
};

struct SuppositionProblem {
  SuppositionProblemKind kind = SuppositionProblemKind::unknown_indicator;
  std::string indicator;  ///< or the measure
  std::string part;       ///< the input, the state, or the pointer
};

struct IndicatorChange {
  std::size_t indicator = 0;  ///< index into Scheme::indicators
  Outcome before, after;
};

struct WhatIf {
  std::vector<SuppositionProblem> problems;  ///< with any there is nothing else
  Evaluation before, after;
  std::vector<IndicatorChange>
      changes;    ///< another result, reason, value, or figure it is held against; in the scheme's order
  Scheme scheme;  ///< the copies the supposition was made on
  Assessment assessment;
};

WhatIf what_if(const Scheme& scheme, const Assessment& assessment, const Supposition& supposition);

/// An indicator that fails, and what is known of the distance.
struct EasyWin {
  std::size_t indicator = 0;   ///< index into Scheme::indicators
  std::optional<Gap> gap;      ///< none: no number is short, as for a status
  std::optional<Lever> lever;  ///< see find_lever
};

/// The failing indicators of these obligations (empty: of all), the relatively nearest first, those without a number last; equals in the
/// scheme's order. Nothing that is merely not filled in.
std::vector<EasyWin> failing_by_ease(const Scheme& scheme, const Assessment& assessment, const Evaluation& evaluation,
                                     const std::vector<Obligation>& obligations);

std::string problem_in_words(const SuppositionProblem& problem, Language language);

}  // namespace luping
