#include "core/check/plausibility.h"

#include <algorithm>
#include <optional>

#include "core/check/check.h"
#include "core/judge/applicability.h"
#include "core/judge/evaluate.h"
#include "core/judge/quantity.h"
#include "core/text.h"

namespace luping {
namespace {

bool is_percent(std::string_view label) { return label == "%" || label == "％"; }

// A figure that something may be held against.
struct Known {
  Rational number;
  std::string text;
};

// A figure somebody typed, and what is asked of it.
struct Figure {
  Rational number;
  std::string text;
  std::string_view label;  ///< of its unit
  bool integer = false;
  std::optional<Decimal> minimum, maximum;
};

bool is_near_power_of_ten(const Rational& figure, const Rational& other) {
  if (figure.is_zero() || other.is_zero() || figure.is_negative() != other.is_negative()) return false;
  Rational ratio = figure / other;
  if (ratio < Rational(1)) ratio = Rational(1) / ratio;
  // A power of ten and the ratio differ by less than 1.6 = 8/5.
  while (ratio * Rational(8) >= Rational(50)) {
    if (ratio * Rational(5) <= Rational(80)) return true;
    ratio = ratio / Rational(10);
  }
  return false;
}

bool is_off(const Figure& figure, const Rational& other) {
  if (!figure.minimum || figure.minimum->coefficient < 0) return false;
  const Rational larger = std::max(figure.number.abs(), other.abs());
  if (figure.integer && larger < Rational(100)) return false;
  if (is_percent(figure.label) && larger < Rational(20)) return false;
  return is_near_power_of_ten(figure.number, other);
}

class PlausibilityChecker {
 public:
  PlausibilityChecker(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                      const Answer& answer)
      : scheme_(scheme), assessment_(assessment), indicator_(indicator), answer_(answer) {}

  std::vector<Implausible> run() {
    if (indicator_.value.kind == ValueKind::number) check_value();
    for (const Input& input : indicator_.value.inputs) check_input(input);
    return std::move(found_);
  }

 private:
  void add(ImplausibleKind kind, const std::string& input, bool computed, std::string figure, std::string other) {
    found_.push_back({kind, input, computed, std::move(figure), std::move(other)});
  }

  void check_value() {
    const ValueSpec& spec = indicator_.value;
    const Subject subject = subject_of(scheme_, assessment_, indicator_);
    if (subject.result != Result::pass || !subject.number) return;
    const std::string text = subject.computed ? to_text(*subject.number, 4, Rounding::half_even) : answer_.value;
    const Figure figure{*subject.number, text,         unit_label(scheme_, spec.unit),
                        spec.integer,    spec.minimum, spec.maximum};
    const std::optional<Known> last_year = past(std::to_string(assessment_.year - 1));
    // A computed fraction is the formula's fault; the scheme's check says so.
    if (subject.typed && is_fraction(figure, *subject.typed, last_year)) {
      return add(ImplausibleKind::fraction_for_percent, {}, false, figure.text,
                 to_text(figure.number * Rational(100), subject.typed->scale, Rounding::half_even));
    }
    if (last_year) {
      if (is_off(figure, last_year->number))
        add(ImplausibleKind::far_from_last_year, {}, subject.computed, figure.text, last_year->text);
    } else if (const std::optional<Known> baseline = read(answer_.baseline.value, spec.unit)) {
      if (is_off(figure, baseline->number))
        add(ImplausibleKind::far_from_baseline, {}, subject.computed, figure.text, baseline->text);
    }
  }

  bool is_fraction(const Figure& figure, const Decimal& typed, const std::optional<Known>& last_year) const {
    const bool small = !figure.number.is_zero() && figure.number.abs() <= Rational(1);
    const bool signed_text = figure.text.find('%') != std::string::npos || figure.text.find("％") != std::string::npos;
    if (!is_percent(figure.label) || !small || signed_text) return false;
    const Rational five(5);
    if (last_year) return last_year->number > five;
    if (indicator_.value.direction == Direction::lower) return false;
    bool any = false;
    if (const std::optional<Rational> target = target_figure()) {
      any = true;
      if (*target > five) return true;
    }
    for (const Rational& threshold : figures_to_reach(indicator_.rule)) {
      any = true;
      if (threshold > five) return true;
    }
    if (any) return false;
    const bool full_range = figure.minimum && Rational(*figure.minimum).is_zero() && figure.maximum &&
                            Rational(*figure.maximum) == Rational(100);
    return full_range && typed.scale >= 2;
  }

  std::optional<Known> read(const std::string& text, const std::string& unit) const {
    if (is_blank(text)) return std::nullopt;
    const Quantity quantity = read_quantity(scheme_, text, unit);
    if (!quantity.ok()) return std::nullopt;
    return Known{quantity.number, text};
  }

  std::optional<Known> past(const std::string& year) const {
    const auto found = answer_.history.find(year);
    return found == answer_.history.end() ? std::nullopt : read(found->second.value, indicator_.value.unit);
  }

  std::optional<Rational> target_figure() const {
    const Target* assigned = assigned_target(assessment_, indicator_.id);
    const std::optional<Known> target =
        read(assigned == nullptr ? answer_.target.value : assigned->value, indicator_.value.unit);
    return target ? std::optional(target->number) : std::nullopt;
  }

  // The fixed figures that the value must reach from below.
  std::vector<Rational> figures_to_reach(const Rule& rule) const {
    std::vector<Rational> figures;
    const auto add_figure = [&](const Threshold& threshold) {
      if (!threshold.formula.empty()) return;
      if (const Decimal* figure = figure_for(threshold, assessment_.year)) figures.emplace_back(*figure);
    };
    if (rule.of.empty() && rule.kind == RuleKind::between) add_figure(rule.minimum);
    const bool upwards = rule.comparison == Comparison::at_least || rule.comparison == Comparison::more_than ||
                         rule.comparison == Comparison::equals;
    if (rule.of.empty() && rule.kind == RuleKind::compare && upwards) add_figure(rule.threshold);
    if (rule.kind == RuleKind::choose) {
      const auto chosen = chosen_rule(rule);
      return chosen == nullptr ? figures : figures_to_reach(*chosen);
    }
    for (const Rule& member : rule.rules) {
      const std::vector<Rational> more = figures_to_reach(member);
      figures.insert(figures.end(), more.begin(), more.end());
    }
    return figures;
  }

  // The case of the assessed region; null when the attribute fits none.
  const Rule* chosen_rule(const Rule& rule) const {
    const std::string word = attribute_of(scheme_, assessment_, rule.attribute);
    for (std::size_t i = 0; i < rule.cases.size(); ++i) {
      if (std::find(rule.cases[i].begin(), rule.cases[i].end(), word) != rule.cases[i].end()) return &rule.rules[i];
    }
    return rule.has_otherwise && !word.empty() ? &rule.rules.back() : nullptr;
  }

  void check_input(const Input& input) {
    if (input.last_year) return;
    const Input* last = counterpart(input);
    if (last == nullptr) return;
    const Subject now = subject_of_input(scheme_, assessment_, indicator_, input.id);
    const Subject then = subject_of_input(scheme_, assessment_, indicator_, last->id);
    if (!now.number || !then.number) return;
    const Figure figure{
        *now.number,  answer_.inputs.at(input.id), unit_label(scheme_, input.unit), input.integer, input.minimum,
        input.maximum};
    if (is_off(figure, *then.number))
      add(ImplausibleKind::far_from_last_year, input.id, false, figure.text, answer_.inputs.at(last->id));
  }

  // The same figure of the year before: the one in this unit, or of several the one whose id contains this id.
  const Input* counterpart(const Input& input) const {
    const auto one_of = [&](bool last_year) {
      std::vector<const Input*> found;
      for (const Input& other : indicator_.value.inputs) {
        if (other.last_year == last_year && other.unit == input.unit) found.push_back(&other);
      }
      return found;
    };
    const std::vector<const Input*> last = one_of(true);
    if (last.size() == 1 && one_of(false).size() == 1) return last.front();
    const auto named = std::find_if(last.begin(), last.end(),
                                    [&](const Input* other) { return other->id.find(input.id) != std::string::npos; });
    return named == last.end() ? nullptr : *named;
  }

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  const Answer& answer_;
  std::vector<Implausible> found_;
};

DiagnosticCode code_of(ImplausibleKind kind) {
  switch (kind) {
    case ImplausibleKind::fraction_for_percent:
      return DiagnosticCode::looks_like_fraction;
    case ImplausibleKind::far_from_last_year:
      return DiagnosticCode::far_from_last_year;
    case ImplausibleKind::far_from_baseline:
      break;
  }
  return DiagnosticCode::far_from_baseline;
}

}  // namespace

std::vector<Implausible> implausible(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  const auto answer = assessment.answers.find(indicator.id);
  if (answer == assessment.answers.end() || is_in_force(declaration_of(assessment, indicator)) ||
      !applies(scheme, assessment, indicator))
    return {};
  return PlausibilityChecker(scheme, assessment, indicator, answer->second).run();
}

Diagnostic warning_of(const Implausible& one, const Indicator& indicator) {
  Diagnostic warning;
  warning.code = code_of(one.kind);
  warning.severity = Severity::warning;
  warning.pointer = "/answers" + pointer_step(indicator.id);
  std::string name = indicator.id + " " + indicator.name;
  if (!one.input.empty()) {
    warning.pointer += "/inputs" + pointer_step(one.input);
    if (const Input* input = find_input(indicator, one.input)) name += " · " + input->name;
  } else {
    warning.pointer += one.computed ? "/inputs" : "/value";
  }
  warning.arguments = {std::move(name), one.figure, one.other};
  return warning;
}

}  // namespace luping
