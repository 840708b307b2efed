// Whether a rule fits its indicator: kinds, words, inputs, and thresholds in their three forms.
#include <algorithm>
#include <set>

#include "core/check/scheme_check_parts.h"
#include "core/text.h"

namespace luping {
namespace {

using enum DiagnosticCode;

class RuleChecker {
 public:
  RuleChecker(const Scheme& scheme, const Indicator& indicator, Findings& findings)
      : scheme_(scheme), indicator_(indicator), findings_(findings) {}

  void visit(const Rule& rule, const std::string& pointer) {
    if (!check_subject(rule, pointer)) return;
    switch (rule.kind) {
      case RuleKind::compare:
        check_threshold(rule.of, rule.threshold, pointer + "/threshold", true);
        break;
      case RuleKind::between:
        check_threshold(rule.of, rule.minimum, pointer + "/minimum", true);
        check_threshold(rule.of, rule.maximum, pointer + "/maximum", true);
        break;
      case RuleKind::change:
        check_threshold(rule.of, rule.threshold, pointer + "/threshold", false);
        break;
      case RuleKind::stable_or_improving:
        if (rule.years < 1)
          findings_.report(must_be_positive, pointer + "/years", {"years", std::to_string(rule.years)});
        if (rule.tolerance.coefficient < 0)
          findings_.report(must_not_be_negative, pointer + "/tolerance", {"tolerance", rule.tolerance.to_string()});
        break;
      case RuleKind::one_of:
        check_words(rule, pointer);
        break;
      case RuleKind::summary:
        if (rule.obligations.empty()) findings_.report(empty_list, pointer + "/obligations", {"obligations"});
        break;
      case RuleKind::all_of:
      case RuleKind::any_of:
        if (rule.rules.empty()) findings_.report(empty_list, pointer + "/rules", {"rules"});
        break;
      default:
        break;
    }
    for (std::size_t i = 0; i < rule.rules.size(); ++i) visit(rule.rules[i], member_pointer(rule, i, pointer));
  }

 private:
  // False when the rest of the rule cannot be judged.
  bool check_subject(const Rule& rule, const std::string& pointer) {
    const ValueSpec& value = indicator_.value;
    const bool compares =
        rule.kind == RuleKind::compare || rule.kind == RuleKind::between || rule.kind == RuleKind::meets_target;
    const bool of_years = rule.kind == RuleKind::change || rule.kind == RuleKind::stable_or_improving;
    if (!rule.of.empty()) {
      if (!compares) {
        findings_.report(rule_of_not_allowed, pointer + "/of", {rule.of});
        return false;
      }
      findings_.refer(find_input(indicator_, rule.of), rule.of, "计算项（input）", pointer + "/of");
      const bool one_sided = rule.comparison == Comparison::at_least || rule.comparison == Comparison::at_most;
      if (rule.kind == RuleKind::meets_target && !one_sided)
        findings_.report(target_comparison, pointer + "/comparison", {rule.of});
      return true;
    }
    if ((compares || of_years) && value.kind != ValueKind::number) {
      findings_.report(rule_needs_number, pointer, {indicator_.id});
      return false;
    }
    const bool directed = rule.kind == RuleKind::meets_target || rule.kind == RuleKind::stable_or_improving;
    if (directed && value.direction == Direction::none)
      findings_.report(rule_needs_direction, pointer, {indicator_.id});
    return true;
  }

  void check_threshold(const std::string& of, const Threshold& threshold, const std::string& pointer, bool in_range) {
    if (!threshold.formula.empty()) return check_references(threshold, pointer);
    const auto check_figure = [&](const Decimal& figure, std::string place) {
      if (in_range && is_out_of_range(indicator_, of, figure))
        findings_.report(threshold_out_of_range, std::move(place), {figure.to_string()});
    };
    if (threshold.by_year.empty()) return check_figure(threshold.value, pointer);
    for (const auto& [year, figure] : threshold.by_year) {
      const std::string place = pointer + "/byYear/" + std::to_string(year);
      if (!is_plausible_year(year)) findings_.report(unknown_year, place, {std::to_string(year)});
      check_figure(figure, place);
    }
    std::vector<std::string> without;
    for (const int year : scheme_.years) {
      if (figure_for(threshold, year) == nullptr) without.push_back(std::to_string(year));
    }
    if (!without.empty()) findings_.warn(no_threshold_in_year, pointer + "/byYear", {join(without, "、")});
  }

  void check_references(const Threshold& threshold, const std::string& pointer) {
    const auto& named = threshold.formula.inputs();
    std::set<std::string> ids;
    for (std::size_t i = 0; i < threshold.references.size(); ++i) {
      const ReferenceValue& reference = threshold.references[i];
      const std::string place = pointer + at("references", i);
      if (!ids.insert(reference.id).second) findings_.report(duplicate_id, place + "/id", {reference.id});
      if (std::find(named.begin(), named.end(), reference.id) == named.end())
        findings_.report(reference_unused, place + "/id", {reference.id});
      check_reference(reference, place);
    }
    for (const std::string& name : named) {
      if (ids.count(name) == 0) findings_.report(formula_without_reference, pointer + "/formula", {name});
    }
  }

  void check_reference(const ReferenceValue& reference, const std::string& place) {
    switch (reference.kind) {
      case ReferenceKind::external:
        findings_.refer(find_external(scheme_, reference.name), reference.name, "外部数据（external）",
                        place + "/name");
        break;
      case ReferenceKind::input:
        findings_.refer(find_input(indicator_, reference.name), reference.name, "计算项（input）", place + "/name");
        break;
      case ReferenceKind::past_year:
      case ReferenceKind::mean_of_past:
        if (reference.years < 1)
          findings_.report(must_be_positive, place + "/years", {"years", std::to_string(reference.years)});
        [[fallthrough]];
      case ReferenceKind::baseline:
      case ReferenceKind::target:
        if (indicator_.value.kind != ValueKind::number) findings_.report(rule_needs_number, place, {indicator_.id});
        break;
    }
  }

  void check_words(const Rule& rule, const std::string& pointer) {
    std::vector<std::string> options = indicator_.value.options;
    if (indicator_.value.kind == ValueKind::measure) options = {"未开始", "进行中", "完成"};
    if (options.empty()) return findings_.report(rule_needs_status, pointer, {indicator_.id});
    if (rule.values.empty()) findings_.report(empty_list, pointer + "/values", {"values"});
    for (std::size_t i = 0; i < rule.values.size(); ++i) {
      if (std::find(options.begin(), options.end(), rule.values[i]) == options.end())
        findings_.report(status_not_an_option, pointer + "/values/" + std::to_string(i), {rule.values[i]});
    }
  }

  const Scheme& scheme_;
  const Indicator& indicator_;
  Findings& findings_;
};

}  // namespace

void check_rule(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings) {
  RuleChecker(scheme, indicator, findings).visit(indicator.rule, pointer);
}

std::string member_pointer(const Rule& rule, std::size_t index, const std::string& pointer) {
  if (rule.kind != RuleKind::choose) return pointer + "/rules/" + std::to_string(index);
  const bool otherwise = rule.has_otherwise && index + 1 == rule.rules.size();
  return otherwise ? pointer + "/otherwise" : pointer + "/cases/" + std::to_string(index) + "/rule";
}

bool is_out_of_range(const Indicator& indicator, std::string_view of, const Decimal& figure) {
  const auto outside = [&](const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) {
    const Rational number(figure);
    return (minimum && number < Rational(*minimum)) || (maximum && number > Rational(*maximum));
  };
  if (of.empty()) return outside(indicator.value.minimum, indicator.value.maximum);
  const Input* input = find_input(indicator, of);
  return input != nullptr && outside(input->minimum, input->maximum);
}

std::string name_of_subject(const Indicator& indicator, std::string_view of) {
  const std::string whole = indicator.id + " " + indicator.name;
  if (of.empty()) return whole;
  const Input* input = find_input(indicator, of);
  return whole + " · " + (input == nullptr ? std::string(of) : input->name);
}

}  // namespace luping
