// How far an indicator has come from its baseline to its goal (进展): an axis of its own, which never touches a result.
//
// Figures are in the indicator's unit, shares and yearly steps exact fractions. An indicator may be far ahead of its course and not
// met, or met and falling back; neither says anything about the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping {

enum class ProgressState {
  achieved,    ///< the present figure is at the goal or beyond it
  on_course,   ///< at least as far as a straight line from baseline to goal would be by now
  behind,      ///< not that far, or the goal's year has come without it
  moved_away,  ///< worse than the baseline
  unknown,     ///< see `obstacle`
};

/// Why there is no state.
enum class ProgressObstacle {
  none,
  no_number,       ///< the indicator is not a figure
  not_applicable,  ///< to this region
  no_value,        ///< nothing entered, or nothing that can be computed yet
  bad_value,       ///< impossible data
  no_goal,         ///< no target assigned, and no threshold that is a figure
  bad_goal,        ///< a target that is no possible number, or whose direction contradicts the indicator's
  no_direction,    ///< neither the indicator nor its rule says which way is better
  no_baseline,
  bad_baseline,
  no_baseline_year,  ///< or one that is not before the assessment's
  no_goal_year,
};

enum class GoalSource { none, assigned_target, typed_target, threshold };

struct Progress {
  ProgressState state = ProgressState::unknown;
  ProgressObstacle obstacle = ProgressObstacle::none;

  std::optional<Rational> baseline, current, goal;
  std::optional<Decimal> baseline_typed, current_typed,
      goal_typed;         ///< the same as typed, where typed in the indicator's unit
  int baseline_year = 0;  ///< 0: not known
  int year = 0;           ///< of the present figure
  int goal_year = 0;      ///< 0: not known
  GoalSource goal_source = GoalSource::none;
  Comparison comparison = Comparison::at_least;  ///< how the goal is reached
  Direction direction = Direction::none;

  /// Done of the way from baseline to goal: below 0 moved away, above 1 beyond. None while a figure is missing, and none where the
  /// baseline was already at the goal or beyond it: there was no way to go.
  std::optional<Rational> share;
  std::optional<Rational> course;  ///< the share a straight line would have reached by now
  std::optional<Rational> pace;    ///< signed change a year so far
  std::optional<Rational>
      pace_needed;  ///< signed change a year from now to the goal; only when its year is still to come
};

Progress progress_of(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);

/// One an indicator, parallel to Scheme::indicators.
std::vector<Progress> progress_of(const Scheme& scheme, const Assessment& assessment);

/// achieved, onCourse, behind, movedAway, unknown.
std::string_view token_of(ProgressState state);
/// noBaseline, noGoal …; `none`.
std::string_view token_of(ProgressObstacle obstacle);

/// 已达目标, 进度正常 …
std::string_view label_of(ProgressState state, Language language);

/// 基期（2020 年）41.0%，现状 47.2%，目标 50%（2025 年）：已走完约 68.89%；还需每年提高 1.4 个百分点
std::string progress_in_words(const Scheme& scheme, const Indicator& indicator, const Progress& progress,
                              Language language);

}  // namespace luping
