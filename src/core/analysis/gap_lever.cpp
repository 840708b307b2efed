// The least change of the lever input that makes a failing indicator pass.
//
// Between two places where a comparison turns, every step of the lever has the same result. Where the value is one linear function of
// the lever over another, such places can be computed, so only the steps beside them need to be judged, nearest first.
#include <algorithm>
#include <vector>

#include "core/analysis/gap.h"
#include "core/judge/quantity.h"
#include "core/judge/rule_evaluator.h"

namespace luping {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How often a word stands in a formula.
std::size_t occurrences(std::string_view formula, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < formula.size();) {
    if (!is_letter(formula[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < formula.size() && (is_letter(formula[end]) || is_digit(formula[end]))) ++end;
    if (formula.substr(i, end - i) == word) ++count;
    i = end;
  }
  return count;
}

/// (a·x + b) / (c·x + d), known by three points of it.
class LinearFraction {
 public:
  struct Point {
    Rational x, y;
  };

  /// nullopt when the points, at least three with different x, do not lie on one such function.
  static std::optional<LinearFraction> through(const std::vector<Point>& points) {
    LinearFraction function{points[0], points[1], points[2]};
    const bool constant = points[0].y == points[1].y;
    for (const Point& point : points) {
      // Anything but a constant takes no value twice.
      if (constant ? point.y != points[0].y : !function.passes(point)) return std::nullopt;
    }
    if (!constant && (points[0].y == points[2].y || points[1].y == points[2].y)) return std::nullopt;
    function.constant_ = constant;
    return function;
  }

  /// Where it takes a value, if anywhere.
  std::optional<Rational> where(const Rational& y) const {
    if (constant_) return std::nullopt;
    if (y == third_.y) return third_.x;
    // The cross-ratio of four points is that of their images.
    const Rational ratio = (y - first_.y) * (second_.y - third_.y) / ((y - third_.y) * (second_.y - first_.y));
    return at_ratio(ratio);
  }

  /// Where it has no value, if anywhere.
  std::optional<Rational> pole() const {
    if (constant_) return std::nullopt;
    return at_ratio((second_.y - third_.y) / (second_.y - first_.y));
  }

 private:
  LinearFraction(Point first, Point second, Point third)
      : first_(std::move(first)), second_(std::move(second)), third_(std::move(third)) {}

  bool passes(const Point& point) const { return where(point.y) == point.x; }

  // Solves (x − x1)(x2 − x3) = ratio · (x − x3)(x2 − x1).
  std::optional<Rational> at_ratio(const Rational& ratio) const {
    const Rational left = second_.x - third_.x;
    const Rational right = ratio * (second_.x - first_.x);
    if (left == right) return std::nullopt;
    return (first_.x * left - third_.x * right) / (left - right);
  }

  Point first_, second_, third_;
  bool constant_ = false;
};

/// The places where results may turn: of the lever itself, and of the value.
struct Turns {
  std::vector<Rational> lever;
  std::vector<Rational> value;
  bool moving = false;  ///< a threshold moves with the lever: there is no such list
};

class LeverSearch {
 public:
  LeverSearch(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Input& lever,
              const Quantity& now)
      : scheme_(scheme), assessment_(assessment), indicator_(indicator), lever_(lever), now_(now.number) {
    const Rational digit(Decimal{1, lever.integer ? std::uint8_t{0} : now.typed.scale});
    const std::string_view typed_in = lever.integer || now.unit.empty() ? lever.unit : now.unit;
    unit_ = digit * conversion_factor(scheme, typed_in, lever.unit).value_or(Rational(1));
    // 7 万吨 where 吨 is asked: whole 吨, not whole 万吨.
    if (unit_ > Rational(1) && !now.unit.empty()) unit_ = Rational(1);
  }

  std::optional<Rational> least() {
    const Turns turns = collect_turns();
    const std::optional<std::vector<Rational>> places = places_of(turns);
    if (!places) return nearby();
    std::vector<Rational> steps = {Rational(1), Rational(-1)};
    for (const Rational& place : *places) {
      const Rational at = (place - now_) / unit_;
      const Rational below = round_to(at, 0, Rounding::down);
      for (const int beside : {-1, 0, 1, 2}) steps.push_back(below + Rational(beside));
    }
    std::sort(steps.begin(), steps.end(),
              [](const Rational& a, const Rational& b) { return a.abs() != b.abs() ? a.abs() < b.abs() : b < a; });
    for (const Rational& step : steps) {
      if (!step.is_zero() && passes(step)) return step * unit_;
    }
    return std::nullopt;
  }

 private:
  // Steps tried where the value is no linear fraction of the lever.
  static constexpr std::int64_t kNearby = 300;

  std::optional<Rational> nearby() {
    for (std::int64_t step = 1; step <= kNearby; ++step) {
      for (const std::int64_t signed_step : {step, -step}) {
        if (passes(Rational(signed_step))) return Rational(signed_step) * unit_;
      }
    }
    return std::nullopt;
  }

  bool passes(const Rational& steps) {
    constexpr unsigned kMostDecimals = 18;
    const Rational moved = now_ + steps * unit_;
    if (!is_exact(moved, kMostDecimals)) return false;
    assessment_.answers[indicator_.id].inputs[lever_.id] = to_text(moved, kMostDecimals, Rounding::half_even);
    return evaluate_indicator(scheme_, assessment_, indicator_, nullptr).computed == Result::pass;
  }

  // ---- where results turn ----

  Turns collect_turns() const {
    Turns turns;
    for (const auto& bound : {lever_.minimum, lever_.maximum}) {
      if (bound) turns.lever.emplace_back(*bound);
    }
    for (const auto& bound : {indicator_.value.minimum, indicator_.value.maximum}) {
      if (bound) turns.value.emplace_back(*bound);
    }
    // What a value is held against does not depend on it, so any value shows it.
    Subject some;
    some.result = Result::pass;
    some.number = Rational();
    collect(indicator_.rule, run_rule(scheme_, assessment_, indicator_, some, nullptr), turns);
    return turns;
  }

  void collect(const Rule& rule, const Trace& trace, Turns& turns) const {
    for (const Threshold* threshold : {&rule.threshold, &rule.minimum, &rule.maximum}) {
      for (const ReferenceValue& reference : threshold->references) {
        if (reference.kind == ReferenceKind::input && reference.name == lever_.id) turns.moving = true;
      }
    }
    for (std::size_t i = 0; i < trace.members.size(); ++i) {
      const Rule& member = rule.kind == RuleKind::choose ? rule.rules[trace.chosen]
                           : rule.rules.empty()          ? rule
                                                         : rule.rules[i];
      collect(member, trace.members[i], turns);
    }
    if (!trace.required || (!rule.of.empty() && rule.of != lever_.id)) return;
    std::vector<Rational> figures = {*trace.required};
    if (method_of(scheme_, indicator_) == ComparisonMethod::rounded && trace.required_typed) {
      const Rational half(Decimal{5, static_cast<std::uint8_t>(trace.required_typed->scale + 1)});
      figures.push_back(*trace.required - half);
      figures.push_back(*trace.required + half);
    }
    for (const Rational& figure : figures) {
      Rational at = figure;
      if (rule.kind == RuleKind::change) {
        const Rational whole = rule.measure == ChangeMeasure::percent ? trace.past->abs() / Rational(100) : Rational(1);
        at = *trace.past + figure * whole;
      }
      (rule.of.empty() ? turns.value : turns.lever).push_back(at);
    }
  }

  /// The same places, all as figures of the lever; nullopt when they cannot be known.
  std::optional<std::vector<Rational>> places_of(const Turns& turns) const {
    if (turns.moving) return std::nullopt;
    std::vector<Rational> places = turns.lever;
    const Formula& formula = indicator_.value.formula;
    const std::size_t named = occurrences(formula.text(), lever_.id);
    const Answer& answer = assessment_.answers.find(indicator_.id)->second;
    if (named == 0 || !subjects_of(indicator_.rule).value || !uses_inputs(indicator_, answer)) return places;
    for (const char* function : {"min", "max", "abs"}) {
      if (occurrences(formula.text(), function) != 0) return std::nullopt;
    }
    // With the lever in n places the value is a fraction of two polynomials of degree n at most. One that agrees with a linear fraction
    // in n + 2 points is that fraction.
    std::vector<LinearFraction::Point> points;
    for (std::int64_t i = 1; points.size() < std::max<std::size_t>(named + 2, 3); ++i) {
      const Rational x = now_ + Rational(i) * unit_;
      const Formula::Outcome outcome = value_at(x);
      if (outcome.failure == Formula::Failure::missing_input) return places;  // there is no value, whatever the lever
      if (outcome.failure == Formula::Failure::none) points.push_back({x, outcome.value});
      if (i > static_cast<std::int64_t>(4 * named + 8)) return places.empty() ? std::nullopt : std::optional(places);
    }
    const std::optional<LinearFraction> value = LinearFraction::through(points);
    if (!value) return std::nullopt;
    for (const Rational& turn : turns.value) {
      if (const std::optional<Rational> place = value->where(turn)) places.push_back(*place);
    }
    if (const std::optional<Rational> pole = value->pole()) places.push_back(*pole);
    return places;
  }

  Formula::Outcome value_at(const Rational& lever) const {
    const FormulaUnits units = formula_units(scheme_, indicator_);
    return indicator_.value.formula.evaluate([&](std::string_view id) -> std::optional<Rational> {
      if (id == lever_.id) return lever * units.factor_of(id);
      const Subject input = subject_of_input(scheme_, assessment_, indicator_, id);
      if (!input.number) return std::nullopt;
      return *input.number * units.factor_of(id);
    });
  }

  const Scheme& scheme_;
  Assessment assessment_;
  const Indicator& indicator_;
  const Input& lever_;
  Rational now_;
  Rational unit_;  // one step: a whole unit of a count, else one in the last digit typed
};

}  // namespace

std::optional<Lever> find_lever(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  const auto answer = assessment.answers.find(indicator.id);
  const auto& inputs = indicator.value.inputs;
  const auto lever = std::find_if(inputs.begin(), inputs.end(), [](const Input& input) { return input.lever; });
  if (answer == assessment.answers.end() || lever == inputs.end()) return std::nullopt;
  const RuleSubjects subjects = subjects_of(indicator.rule);
  const bool looked_at = std::find(subjects.inputs.begin(), subjects.inputs.end(), lever->id) != subjects.inputs.end();
  if (!looked_at && !uses_inputs(indicator, answer->second)) return std::nullopt;
  const Outcome outcome = evaluate_indicator(scheme, assessment, indicator, nullptr);
  if (outcome.result != Result::fail || outcome.computed != Result::fail) return std::nullopt;
  const auto typed = answer->second.inputs.find(lever->id);
  if (typed == answer->second.inputs.end()) return std::nullopt;
  const Quantity now = read_quantity(scheme, typed->second, lever->unit);
  if (!now.ok() || (lever->integer && !now.number.is_integer())) return std::nullopt;
  // Only this indicator's answer and what was supplied to it matter to the search.
  Assessment trial;
  trial.region = assessment.region;
  trial.year = assessment.year;
  trial.attributes = assessment.attributes;
  trial.targets = assessment.targets;
  trial.externals = assessment.externals;
  trial.answers.emplace(indicator.id, answer->second);
  LeverSearch search(scheme, trial, indicator, *lever, now);
  if (const std::optional<Rational> change = search.least()) return Lever{lever->id, *change};
  return std::nullopt;
}

}  // namespace luping
