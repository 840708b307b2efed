#include <algorithm>
#include <set>
#include <tuple>

#include "core/carry_over/carry_over.h"
#include "core/check/answer_check.h"
#include "core/check/check.h"
#include "core/check/check_findings.h"
#include "core/judge/evaluate.h"
#include "core/judge/quantity.h"
#include "core/text.h"

namespace luping {
namespace {

std::string named(const Indicator& indicator) { return indicator.id + " " + indicator.name; }

class AssessmentChecker {
 public:
  explicit AssessmentChecker(const Scheme& scheme) : scheme_(scheme) {}

  std::vector<Diagnostic> run(const Assessment& assessment) {
    if (!same_scheme(assessment.scheme_id, "/scheme/id")) return findings_.take();
    if (!assessment.scheme_version.empty() && assessment.scheme_version != scheme_.version) {
      warn(DiagnosticCode::other_scheme_version, "/scheme/version", {assessment.scheme_version, scheme_.version});
    }
    may_hold_leftovers_ = may_hold_leftovers(assessment, scheme_);
    check_carry_over(carry_over(assessment, scheme_));
    check_region(assessment.region, "/region");
    if (check_year(assessment.year, "/year")) check_year_of_scheme(assessment.year);
    for (const auto& [id, answer] : assessment.answers) check_answer(assessment, id, answer);
    for (const auto& [id, report_] : assessment.measures) {
      if (find_measure(scheme_, id) == nullptr)
        not_in_scheme(DiagnosticCode::unknown_measure, DiagnosticCode::answer_without_measure,
                      "/measures" + pointer_step(id), {id});
    }
    check_stated_attributes(scheme_, assessment, findings_);
    check_required_evidence(scheme_, assessment, findings_);
    check_targets(assessment.targets);
    check_externals(assessment.externals, Severity::warning);
    return findings_.take();
  }

  std::vector<Diagnostic> run(const TargetPack& pack) {
    if (!same_scheme(pack.scheme, "/scheme")) return findings_.take();
    check_targets(pack.targets);
    check_externals(pack.externals, Severity::error);
    return findings_.take();
  }

 private:
  void report(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
    findings_.report(code, pointer, arguments);
  }
  void warn(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
    findings_.warn(code, pointer, arguments);
  }

  // A mistake, unless the file was made under another version: then it is an answer to what that one asked.
  void not_in_scheme(DiagnosticCode mistake, DiagnosticCode leftover, std::string_view pointer, Arguments arguments) {
    if (may_hold_leftovers_) {
      warn(leftover, pointer, arguments);
    } else {
      report(mistake, pointer, arguments);
    }
  }

  void check_carry_over(const CarryOver& found) {
    const auto review = [&](DiagnosticCode code, const std::vector<std::string>& ids) {
      for (const std::string& id : ids)
        warn(code, "/answers" + pointer_step(id), {named(*find_indicator(scheme_, id))});
    };
    review(DiagnosticCode::indicator_changed, found.changed);
    review(DiagnosticCode::indicator_unverified, found.unknown_before);
  }

  bool same_scheme(const std::string& id, std::string_view pointer) {
    if (id == scheme_.id) return true;
    report(DiagnosticCode::unknown_scheme, pointer, {id, scheme_.id});
    return false;
  }

  void check_region(const std::string& id, std::string_view pointer) {
    if (find_region(scheme_, id) == nullptr && !(scheme_.open_regions && is_region_code(id)))
      report(DiagnosticCode::unknown_region, pointer, {id});
  }

  // GB/T 2260
  static bool is_region_code(std::string_view id) {
    return id.size() == 6 && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  bool check_year(int year, std::string_view pointer) {
    const bool plausible = is_plausible_year(year);
    if (!plausible) report(DiagnosticCode::unknown_year, pointer, {std::to_string(year)});
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
    if (indicator == nullptr)
      return not_in_scheme(DiagnosticCode::unknown_indicator, DiagnosticCode::answer_without_indicator, pointer, {id});
    for (const auto& [input, text] : answer.inputs) {
      if (find_input(*indicator, input) == nullptr) {
        not_in_scheme(DiagnosticCode::unknown_input, DiagnosticCode::answer_without_input,
                      pointer + "/inputs" + pointer_step(input), {input, id});
      }
    }
    if (answer.not_applicable.declared && is_blank(answer.not_applicable.reason)) {
      warn(DiagnosticCode::reason_missing, pointer + "/notApplicable", {named(*indicator)});
    }
    check_direction(*indicator, answer.target.direction, pointer + "/target/direction");
    check_value(assessment, *indicator, answer, pointer);
    check_answer_details(scheme_, assessment, *indicator, answer, pointer, findings_);
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
    const Quantity typed = read_quantity(scheme_, answer.value, spec.unit);
    if (typed.problem == DecimalProblem::empty) return;
    if (typed.problem != DecimalProblem::none) {
      return warn(DiagnosticCode::value_not_a_number, pointer + "/value", {answer.value, named(indicator)});
    }
    if (!uses_inputs(indicator, answer)) return;
    const Subject computed = subject_of(scheme_, assessment, indicator);
    if (!computed.number) return;
    // A finished figure is usually rounded: it agrees when the computed one rounds to it (GB/T 8170) at its own digits.
    if (typed.number == *computed.number) return;
    const std::optional<Rational> factor =
        typed.unit.empty() ? Rational(1) : conversion_factor(scheme_, spec.unit, typed.unit);
    if (factor && round_to(*computed.number * *factor, typed.typed.scale, Rounding::half_even) == Rational(typed.typed))
      return;
    warn(DiagnosticCode::entries_disagree, pointer + "/value",
         {named(indicator), answer.value, to_text(*computed.number, 4, Rounding::half_even)});
  }

  void check_direction(const Indicator& indicator, const std::string& direction, std::string_view pointer) {
    const bool conflict = (direction == "atLeast" && indicator.value.direction == Direction::lower) ||
                          (direction == "atMost" && indicator.value.direction == Direction::higher);
    if (conflict) warn(DiagnosticCode::direction_conflict, pointer, {named(indicator)});
  }

  void check_targets(const std::vector<Target>& targets) {
    std::set<std::tuple<std::string_view, std::string_view, std::string_view, int>> seen;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const Target& target = targets[i];
      const std::string pointer = "/targets/" + std::to_string(i);
      check_region(target.region, pointer + "/region");
      check_year(target.year, pointer + "/year");
      const Indicator* indicator = find_indicator(scheme_, target.indicator);
      if (indicator == nullptr) {
        not_in_scheme(DiagnosticCode::unknown_indicator, DiagnosticCode::answer_without_indicator,
                      pointer + "/indicator", {target.indicator});
        continue;
      }
      const Input* input = target.input.empty() ? nullptr : find_input(*indicator, target.input);
      if (input == nullptr && !target.input.empty()) {
        not_in_scheme(DiagnosticCode::unknown_input, DiagnosticCode::answer_without_input, pointer + "/input",
                      {target.input, target.indicator});
      }
      if (target.input.empty()) check_direction(*indicator, target.direction, pointer + "/direction");
      check_figure(target.value, input == nullptr ? indicator->value.unit : input->unit, pointer + "/value");
      if (!seen.insert({target.region, target.indicator, target.input, target.year}).second) {
        report(DiagnosticCode::duplicate_target, pointer, {target.indicator, target.region});
      }
    }
  }

  void check_figure(const std::string& text, const std::string& unit, std::string_view pointer) {
    if (!read_quantity(scheme_, text, unit).ok()) report(DiagnosticCode::bad_number, pointer, {text});
  }

  // An unknown one has no effect: a mistake in a pack, whose author can mend it, but no reason to refuse an assessment.
  void check_externals(const std::vector<ExternalValue>& externals, Severity of_unknown) {
    std::set<std::tuple<std::string_view, std::string_view, int>> seen;
    for (std::size_t i = 0; i < externals.size(); ++i) {
      const ExternalValue& value = externals[i];
      const std::string pointer = at("externals", i);
      const External* external = find_external(scheme_, value.id);
      if (external == nullptr) {
        findings_.report(DiagnosticCode::unknown_external, pointer + "/id", {value.id}, of_unknown);
        continue;
      }
      if (!value.region.empty()) check_region(value.region, pointer + "/region");
      check_year(value.year, pointer + "/year");
      check_figure(value.value, external->unit, pointer + "/value");
      if (!seen.insert({value.id, value.region, value.year}).second)
        report(DiagnosticCode::duplicate_external, pointer, {value.id, std::to_string(value.year)});
    }
  }

  const Scheme& scheme_;
  bool may_hold_leftovers_ = false;
  Findings findings_;
};

}  // namespace

std::vector<Diagnostic> check(const Assessment& assessment, const Scheme& scheme) {
  return AssessmentChecker(scheme).run(assessment);
}

std::vector<Diagnostic> check(const TargetPack& pack, const Scheme& scheme) {
  return AssessmentChecker(scheme).run(pack);
}

}  // namespace luping
