#include "core/analysis/progress.h"

#include <algorithm>
#include <array>

#include "core/judge/applicability.h"
#include "core/judge/quantity.h"
#include "core/judge/rule_evaluator.h"
#include "core/judge/value_direction.h"
#include "core/text.h"

namespace luping {
namespace {

struct Goal {
  GoalSource source = GoalSource::none;
  std::optional<Rational> number;  // none with a source: it is no possible number
  std::optional<Decimal> typed;
  int year = 0;
  std::string_view direction;  // of a target: "", atLeast, atMost
  std::optional<Comparison> comparison;
};

std::optional<Decimal> typed_in_unit(const Quantity& quantity) {
  return quantity.unit.empty() ? std::optional(quantity.typed) : std::nullopt;
}

/// The comparison of the value with a figure of the scheme that comes first in the rule: fixed, or set year by year.
const Rule* threshold_rule(const Scheme& scheme, const Assessment& assessment, const Rule& rule) {
  if (rule.kind == RuleKind::compare && rule.of.empty() && rule.threshold.formula.empty()) return &rule;
  if (rule.kind == RuleKind::choose) {
    const std::optional<std::size_t> chosen = chosen_case(scheme, assessment, rule);
    return chosen ? threshold_rule(scheme, assessment, rule.rules[*chosen]) : nullptr;
  }
  for (const Rule& member : rule.rules) {
    if (const Rule* found = threshold_rule(scheme, assessment, member)) return found;
  }
  return nullptr;
}

class ProgressFinder {
 public:
  ProgressFinder(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator)
      : scheme_(scheme), assessment_(assessment), indicator_(indicator) {
    const auto found = assessment.answers.find(indicator.id);
    if (found != assessment.answers.end()) answer_ = &found->second;
  }

  Progress run() {
    progress_.year = assessment_.year;
    progress_.direction = direction_of(indicator_);
    const ProgressObstacle obstacle = find();
    progress_.state = state();
    if (progress_.state == ProgressState::unknown) progress_.obstacle = obstacle;
    return progress_;
  }

 private:
  ProgressState state() const {
    const Progress& p = progress_;
    if (!p.current || !p.goal) return ProgressState::unknown;
    const bool rounded = p.goal_typed && method_of(scheme_, indicator_) == ComparisonMethod::rounded;
    const Rational held = rounded ? round_to(*p.current, p.goal_typed->scale, Rounding::half_even) : *p.current;
    if (compare(held, p.comparison, *p.goal)) return ProgressState::achieved;
    if (p.baseline && has_moved_away()) return ProgressState::moved_away;
    if (p.goal_year != 0 && p.year >= p.goal_year) return ProgressState::behind;
    if (!p.baseline || p.baseline_year == 0 || p.goal_year == 0) return ProgressState::unknown;
    // Without a way to go the figure stood at a goal that is to be passed, and still stands there.
    if (!p.share || !p.course) return ProgressState::behind;
    const bool overshot = *p.share > Rational(1);  // only a goal to be hit exactly can be overshot
    return *p.share >= *p.course && !overshot ? ProgressState::on_course : ProgressState::behind;
  }

  // Fills in the figures; the first thing that is missing.
  ProgressObstacle find() {
    if (indicator_.value.kind != ValueKind::number) return ProgressObstacle::no_number;
    if (!applies(scheme_, assessment_, indicator_) || is_in_force(declaration_of(assessment_, indicator_)))
      return ProgressObstacle::not_applicable;
    ProgressObstacle first = ProgressObstacle::none;
    const auto note = [&](ProgressObstacle obstacle) {
      if (first == ProgressObstacle::none) first = obstacle;
    };
    note(find_current());
    note(find_goal());
    note(find_baseline());
    find_shares();
    if (progress_.goal_year == 0) note(ProgressObstacle::no_goal_year);
    return first;
  }

  ProgressObstacle find_current() {
    const Subject value = subject_of(scheme_, assessment_, indicator_);
    if (value.result == Result::error) return ProgressObstacle::bad_value;
    if (value.result != Result::pass || !value.number) return ProgressObstacle::no_value;
    progress_.current = value.number;
    if (value.typed_unit.empty()) progress_.current_typed = value.typed;
    return ProgressObstacle::none;
  }

  std::optional<Quantity> possible(std::string_view text) const {
    const ValueSpec& spec = indicator_.value;
    const Quantity read = read_quantity(scheme_, text, spec.unit);
    if (!read.ok() || (spec.minimum && read.number < Rational(*spec.minimum)) ||
        (spec.maximum && read.number > Rational(*spec.maximum)))
      return std::nullopt;
    return read;
  }

  ProgressObstacle find_baseline() {
    if (answer_ == nullptr || is_blank(answer_->baseline.value)) return ProgressObstacle::no_baseline;
    const std::optional<Quantity> read = possible(answer_->baseline.value);
    if (!read) return ProgressObstacle::bad_baseline;
    progress_.baseline = read->number;
    progress_.baseline_typed = typed_in_unit(*read);
    const DecimalParse year = parse_typed_number(answer_->baseline.year, "年");
    const bool known = year.problem == DecimalProblem::none && year.value.scale == 0 && year.value.coefficient > 0 &&
                       year.value.coefficient < assessment_.year;
    if (!known) return ProgressObstacle::no_baseline_year;
    progress_.baseline_year = static_cast<int>(year.value.coefficient);
    return ProgressObstacle::none;
  }

  Goal goal_of_target(GoalSource source, const std::string& text, std::string_view direction, int year) const {
    Goal goal;
    goal.source = source;
    goal.year = year;
    goal.direction = direction;
    if (const std::optional<Quantity> read = possible(text)) {
      goal.number = read->number;
      goal.typed = typed_in_unit(*read);
    }
    return goal;
  }

  Goal goal() const {
    const Target* last = nullptr;
    for (const Target& target : assessment_.targets) {
      const bool counts = target.region == assessment_.region && target.indicator == indicator_.id &&
                          target.input.empty() && target.year >= assessment_.year;
      if (counts && (last == nullptr || target.year > last->year)) last = &target;
    }
    if (last != nullptr) return goal_of_target(GoalSource::assigned_target, last->value, last->direction, last->year);
    if (answer_ != nullptr && !is_blank(answer_->target.value)) {
      return goal_of_target(GoalSource::typed_target, answer_->target.value, answer_->target.direction,
                            assessment_.year);
    }
    Goal goal;
    const Rule* rule = threshold_rule(scheme_, assessment_, indicator_.rule);
    if (rule == nullptr) return goal;
    goal.source = GoalSource::threshold;
    goal.comparison = rule->comparison;
    goal.year = scheme_.target_year;
    const Threshold& threshold = rule->threshold;
    goal.typed = threshold.value;
    if (!threshold.by_year.empty()) {
      // What is asked in the year the goals are set for; without such a year, what is asked last.
      const Decimal* wanted = goal.year == 0 ? nullptr : figure_for(threshold, std::max(goal.year, assessment_.year));
      const auto& [year, figure] = *threshold.by_year.rbegin();
      goal.typed = wanted == nullptr ? figure : *wanted;
      if (wanted == nullptr) goal.year = std::max(year, assessment_.year);
    }
    goal.number = Rational(*goal.typed);
    return goal;
  }

  ProgressObstacle find_goal() {
    const Goal found = goal();
    if (found.source == GoalSource::none) return ProgressObstacle::no_goal;
    progress_.goal_source = found.source;
    Direction& direction = progress_.direction;
    const bool contradicts = (found.direction == "atLeast" && direction == Direction::lower) ||
                             (found.direction == "atMost" && direction == Direction::higher);
    if (!found.number || contradicts) return ProgressObstacle::bad_goal;
    if (direction == Direction::none && found.direction == "atLeast") direction = Direction::higher;
    if (direction == Direction::none && found.direction == "atMost") direction = Direction::lower;
    if (direction == Direction::none && found.comparison != Comparison::equals) return ProgressObstacle::no_direction;
    progress_.goal = found.number;
    progress_.goal_typed = found.typed;
    progress_.goal_year = found.year;
    progress_.comparison =
        found.comparison.value_or(direction == Direction::lower ? Comparison::at_most : Comparison::at_least);
    return ProgressObstacle::none;
  }

  // A figure to be hit exactly, with no better way said, is approached from the baseline's side.
  bool rises() const {
    if (progress_.direction == Direction::none) return *progress_.goal > *progress_.baseline;
    return progress_.direction == Direction::higher;
  }

  void find_shares() {
    Progress& p = progress_;
    if (!p.current || !p.goal) return;
    if (p.goal_year > p.year)
      p.pace_needed = (*p.goal - *p.current) / Rational(static_cast<std::int64_t>(p.goal_year - p.year));
    if (!p.baseline) return;
    if (p.baseline_year != 0)
      p.pace = (*p.current - *p.baseline) / Rational(static_cast<std::int64_t>(p.year - p.baseline_year));
    const bool way_to_go = rises() ? *p.goal > *p.baseline : *p.goal < *p.baseline;
    if (!way_to_go) return;
    p.share = (*p.current - *p.baseline) / (*p.goal - *p.baseline);
    if (p.baseline_year != 0 && p.goal_year > p.baseline_year) {
      p.course = Rational(static_cast<std::int64_t>(p.year - p.baseline_year)) /
                 Rational(static_cast<std::int64_t>(p.goal_year - p.baseline_year));
    }
  }

  // REQUIRES: the goal is not reached.
  bool has_moved_away() const {
    const Rational& current = *progress_.current;
    const Rational& baseline = *progress_.baseline;
    if (progress_.share) return progress_.share->is_negative();
    if (progress_.direction == Direction::none) return current != baseline;
    return rises() ? current < baseline : current > baseline;
  }

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  const Answer* answer_ = nullptr;
  Progress progress_;
};

}  // namespace

Progress progress_of(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  return ProgressFinder(scheme, assessment, indicator).run();
}

std::vector<Progress> progress_of(const Scheme& scheme, const Assessment& assessment) {
  std::vector<Progress> all;
  all.reserve(scheme.indicators.size());
  for (const Indicator& indicator : scheme.indicators) all.push_back(progress_of(scheme, assessment, indicator));
  return all;
}

std::string_view token_of(ProgressState state) {
  static constexpr std::array<std::string_view, 5> kTokens = {"achieved", "onCourse", "behind", "movedAway", "unknown"};
  return kTokens[static_cast<std::size_t>(state)];
}

std::string_view token_of(ProgressObstacle obstacle) {
  static constexpr std::array<std::string_view, 12> kTokens = {
      "none",    "noNumber",    "notApplicable", "noValue",     "badValue",       "noGoal",
      "badGoal", "noDirection", "noBaseline",    "badBaseline", "noBaselineYear", "noGoalYear"};
  return kTokens[static_cast<std::size_t>(obstacle)];
}

}  // namespace luping
