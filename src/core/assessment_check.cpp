#include <algorithm>
#include <set>
#include <tuple>

#include "core/check.h"
#include "core/evaluate.h"
#include "core/text.h"

namespace luping {
namespace {

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2200;

std::string named(const Indicator& indicator) { return indicator.id + " " + indicator.name; }

class AssessmentChecker {
 public:
  explicit AssessmentChecker(const Scheme& scheme) : scheme_(scheme) {}

  std::vector<Diagnostic> run(const Assessment& assessment) {
    if (!same_scheme(assessment.scheme_id, "/scheme/id")) return std::move(diagnostics_);
    if (!assessment.scheme_version.empty() && assessment.scheme_version != scheme_.version) {
      warn(DiagnosticCode::other_scheme_version, "/scheme/version", {assessment.scheme_version, scheme_.version});
    }
    check_region(assessment.region, "/region");
    if (check_year(assessment.year, "/year")) check_year_of_scheme(assessment.year);
    for (const auto& [id, answer] : assessment.answers) check_answer(assessment, id, answer);
    for (const auto& [id, report_] : assessment.measures) {
      if (find_measure(scheme_, id) == nullptr)
        report(DiagnosticCode::unknown_measure, "/measures" + pointer_step(id), {id});
    }
    check_targets(assessment.targets);
    return std::move(diagnostics_);
  }

  std::vector<Diagnostic> run(const TargetPack& pack) {
    if (!same_scheme(pack.scheme, "/scheme")) return std::move(diagnostics_);
    check_targets(pack.targets);
    return std::move(diagnostics_);
  }

 private:
  void report(DiagnosticCode code, std::string pointer, std::vector<std::string> arguments,
              Severity severity = Severity::error) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.pointer = std::move(pointer);
    diagnostic.arguments = std::move(arguments);
    diagnostics_.push_back(std::move(diagnostic));
  }
  void warn(DiagnosticCode code, std::string pointer, std::vector<std::string> arguments) {
    report(code, std::move(pointer), std::move(arguments), Severity::warning);
  }

  bool same_scheme(const std::string& id, std::string pointer) {
    if (id == scheme_.id) return true;
    report(DiagnosticCode::unknown_scheme, std::move(pointer), {id, scheme_.id});
    return false;
  }

  void check_region(const std::string& id, std::string pointer) {
    if (find_region(scheme_, id) == nullptr) report(DiagnosticCode::unknown_region, std::move(pointer), {id});
  }

  bool check_year(int year, std::string pointer) {
    const bool plausible = year >= kFirstYear && year <= kLastYear;
    if (!plausible) report(DiagnosticCode::unknown_year, std::move(pointer), {std::to_string(year)});
    return plausible;
  }

  void check_year_of_scheme(int year) {
    const auto& years = scheme_.years;
    if (std::find(years.begin(), years.end(), year) != years.end()) return;
    std::vector<std::string> known;
    for (const int one : years) known.push_back(std::to_string(one));
    warn(DiagnosticCode::year_not_in_scheme, "/year", {std::to_string(year), join(known, "、")});
  }

  void check_answer(const Assessment& assessment, const std::string& id, const Answer& answer) {
    const std::string pointer = "/answers" + pointer_step(id);
    const Indicator* indicator = find_indicator(scheme_, id);
    if (indicator == nullptr) return report(DiagnosticCode::unknown_indicator, pointer, {id});
    for (const auto& [input, text] : answer.inputs) {
      if (find_input(*indicator, input) == nullptr) {
        report(DiagnosticCode::unknown_input, pointer + "/inputs" + pointer_step(input), {input, id});
      }
    }
    if (answer.not_applicable.declared && is_blank(answer.not_applicable.reason)) {
      warn(DiagnosticCode::reason_missing, pointer + "/notApplicable", {named(*indicator)});
    }
    check_direction(*indicator, answer.target.direction, pointer + "/target/direction");
    check_value(assessment, *indicator, answer, pointer);
  }

  void check_value(const Assessment& assessment, const Indicator& indicator, const Answer& answer,
                   const std::string& pointer) {
    const ValueSpec& spec = indicator.value;
    if (spec.kind == ValueKind::status && !is_blank(answer.value) &&
        std::find(spec.options.begin(), spec.options.end(), answer.value) == spec.options.end()) {
      warn(DiagnosticCode::value_not_an_option, pointer + "/value",
           {answer.value, named(indicator), join(spec.options, "、")});
    }
    if (spec.kind != ValueKind::number) return;
    const DecimalParse typed = parse_typed_number(answer.value, unit_label(scheme_, spec.unit));
    if (typed.problem == DecimalProblem::empty) return;
    if (typed.problem != DecimalProblem::none) {
      return warn(DiagnosticCode::value_not_a_number, pointer + "/value", {answer.value, named(indicator)});
    }
    if (!uses_inputs(indicator, answer)) return;
    const Subject computed = subject_of(scheme_, assessment, indicator);
    if (!computed.number) return;
    // A finished figure is usually rounded: it agrees when the computed one rounds to it (GB/T 8170) at its own digits.
    const Decimal& figure = typed.value;
    if (Rational(figure) == *computed.number) return;
    const DecimalParse rounded = parse_decimal(to_text(*computed.number, figure.scale, Rounding::half_even));
    if (rounded.problem == DecimalProblem::none && Rational(rounded.value) == Rational(figure)) return;
    warn(DiagnosticCode::entries_disagree, pointer + "/value",
         {named(indicator), answer.value, to_text(*computed.number, 4, Rounding::half_even)});
  }

  void check_direction(const Indicator& indicator, const std::string& direction, std::string pointer) {
    const bool conflict = (direction == "atLeast" && indicator.value.direction == Direction::lower) ||
                          (direction == "atMost" && indicator.value.direction == Direction::higher);
    if (conflict) warn(DiagnosticCode::direction_conflict, std::move(pointer), {named(indicator)});
  }

  void check_targets(const std::vector<Target>& targets) {
    std::set<std::tuple<std::string_view, std::string_view, int>> seen;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const Target& target = targets[i];
      const std::string pointer = "/targets/" + std::to_string(i);
      check_region(target.region, pointer + "/region");
      check_year(target.year, pointer + "/year");
      const Indicator* indicator = find_indicator(scheme_, target.indicator);
      if (indicator == nullptr) {
        report(DiagnosticCode::unknown_indicator, pointer + "/indicator", {target.indicator});
        continue;
      }
      check_direction(*indicator, target.direction, pointer + "/direction");
      const DecimalProblem problem =
          parse_typed_number(target.value, unit_label(scheme_, indicator->value.unit)).problem;
      if (problem != DecimalProblem::none) report(DiagnosticCode::bad_number, pointer + "/value", {target.value});
      if (!seen.insert({target.region, target.indicator, target.year}).second) {
        report(DiagnosticCode::duplicate_target, pointer, {target.indicator, target.region});
      }
    }
  }

  const Scheme& scheme_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check(const Assessment& assessment, const Scheme& scheme) {
  return AssessmentChecker(scheme).run(assessment);
}

std::vector<Diagnostic> check(const TargetPack& pack, const Scheme& scheme) {
  return AssessmentChecker(scheme).run(pack);
}

}  // namespace luping
