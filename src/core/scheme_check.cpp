#include <algorithm>
#include <functional>
#include <set>

#include "core/check.h"

namespace luping {
namespace {

class SchemeChecker {
 public:
  explicit SchemeChecker(const Scheme& scheme) : scheme_(scheme) {}

  std::vector<Diagnostic> run() {
    unique_ids("regions", scheme_.regions);
    unique_ids("units", scheme_.units);
    unique_ids("organisations", scheme_.organisations);
    unique_ids("groups", scheme_.groups);
    unique_ids("items", scheme_.items);
    unique_ids("indicators", scheme_.indicators);
    unique_ids("measures", scheme_.measures);
    unique_ids("readings", scheme_.readings);
    unique_ids("gates", scheme_.gates);
    if (scheme_.regions.empty()) report(DiagnosticCode::empty_list, "/regions", {"regions"});
    if (scheme_.years.empty()) report(DiagnosticCode::empty_list, "/years", {"years"});
    if (scheme_.indicators.empty()) report(DiagnosticCode::empty_list, "/indicators", {"indicators"});
    check_organisations();
    check_items();
    for (std::size_t i = 0; i < scheme_.indicators.size(); ++i)
      check_indicator(scheme_.indicators[i], at("indicators", i));
    for (std::size_t i = 0; i < scheme_.measures.size(); ++i) {
      const Measure& measure = scheme_.measures[i];
      refer(find_item(scheme_, measure.item), measure.item, "条目（item）", at("measures", i) + "/item");
      check_condition(measure.applies_when, at("measures", i));
    }
    for (std::size_t i = 0; i < scheme_.readings.size(); ++i) {
      const auto& ids = scheme_.readings[i].indicators;
      for (std::size_t j = 0; j < ids.size(); ++j) {
        refer(find_indicator(scheme_, ids[j]), ids[j], "指标（indicator）",
              at("readings", i) + "/indicators/" + std::to_string(j));
      }
    }
    return std::move(diagnostics_);
  }

 private:
  static std::string at(std::string_view list, std::size_t index) {
    return "/" + std::string(list) + "/" + std::to_string(index);
  }

  void report(DiagnosticCode code, std::string pointer, std::vector<std::string> arguments,
              Severity severity = Severity::error) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.pointer = std::move(pointer);
    diagnostic.arguments = std::move(arguments);
    diagnostics_.push_back(std::move(diagnostic));
  }

  void refer(const void* found, const std::string& id, std::string kind, std::string pointer) {
    if (found == nullptr) report(DiagnosticCode::unknown_reference, std::move(pointer), {id, std::move(kind)});
  }

  template <typename T>
  void unique_ids(std::string_view list, const std::vector<T>& all, const std::string& prefix = {}) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!seen.insert(all[i].id).second)
        report(DiagnosticCode::duplicate_id, prefix + at(list, i) + "/id", {all[i].id});
    }
  }

  void check_condition(const Condition& condition, const std::string& pointer) {
    for (std::size_t i = 0; i < condition.regions.size(); ++i) {
      refer(find_region(scheme_, condition.regions[i]), condition.regions[i], "地区（region）",
            pointer + "/appliesWhen/regions/" + std::to_string(i));
    }
  }

  void check_organisations() {
    for (std::size_t i = 0; i < scheme_.organisations.size(); ++i) {
      const Organisation& organisation = scheme_.organisations[i];
      if (!organisation.region.empty()) {
        refer(find_region(scheme_, organisation.region), organisation.region, "地区（region）",
              at("organisations", i) + "/region");
      }
      check_organisation_ids(organisation.members, at("organisations", i) + "/members");
    }
    for (std::size_t i = 0; i < scheme_.regions.size(); ++i) {
      const std::string& parent = scheme_.regions[i].parent;
      if (!parent.empty()) refer(find_region(scheme_, parent), parent, "地区（region）", at("regions", i) + "/parent");
    }
  }

  void check_organisation_ids(const std::vector<std::string>& ids, const std::string& pointer) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      refer(find_organisation(scheme_, ids[i]), ids[i], "单位（organisation）", pointer + "/" + std::to_string(i));
    }
  }

  void check_items() {
    for (std::size_t i = 0; i < scheme_.items.size(); ++i) {
      const Item& item = scheme_.items[i];
      const std::string pointer = at("items", i);
      refer(find_group(scheme_, item.group), item.group, "任务组（group）", pointer + "/group");
      check_organisation_ids(item.lead_units, pointer + "/leadUnits");
      check_organisation_ids(item.responsible_units, pointer + "/responsibleUnits");
      check_condition(item.applies_when, pointer);
    }
  }

  void check_indicator(const Indicator& indicator, const std::string& pointer) {
    const ValueSpec& value = indicator.value;
    refer(find_item(scheme_, indicator.item), indicator.item, "条目（item）", pointer + "/item");
    check_condition(indicator.applies_when, pointer);
    if (value.kind == ValueKind::number) {
      refer(find_unit(scheme_, value.unit), value.unit, "计量单位（unit）", pointer + "/value/unit");
      check_formula(indicator, pointer + "/value");
    }
    if (value.kind == ValueKind::status && value.options.empty()) {
      report(DiagnosticCode::empty_list, pointer + "/value/options", {"options"});
    }
    if (value.kind == ValueKind::measure) {
      refer(find_measure(scheme_, value.measure), value.measure, "任务（measure）", pointer + "/value/measure");
    }
    check_rule(indicator, indicator.rule, pointer + "/rule");
  }

  void check_formula(const Indicator& indicator, const std::string& pointer) {
    const ValueSpec& value = indicator.value;
    unique_ids("inputs", value.inputs, pointer);
    const auto& named = value.formula.inputs();
    for (std::size_t i = 0; i < value.inputs.size(); ++i) {
      const Input& input = value.inputs[i];
      const std::string input_pointer = pointer + "/inputs/" + std::to_string(i);
      refer(find_unit(scheme_, input.unit), input.unit, "计量单位（unit）", input_pointer + "/unit");
      if (std::find(named.begin(), named.end(), input.id) == named.end()) {
        report(DiagnosticCode::input_unused, input_pointer + "/id", {input.id});
      }
    }
    for (const std::string& name : named) {
      if (find_input(indicator, name) == nullptr)
        report(DiagnosticCode::formula_unknown_input, pointer + "/formula", {name});
    }
  }

  void check_threshold(const ValueSpec& value, const Decimal& threshold, std::string pointer) {
    const Rational number(threshold);
    const bool possible =
        !(value.minimum && number < Rational(*value.minimum)) && !(value.maximum && number > Rational(*value.maximum));
    if (!possible) report(DiagnosticCode::threshold_out_of_range, std::move(pointer), {threshold.to_string()});
  }

  void check_rule(const Indicator& indicator, const Rule& rule, const std::string& pointer) {
    const ValueSpec& value = indicator.value;
    const bool numeric = rule.kind == RuleKind::compare || rule.kind == RuleKind::between ||
                         rule.kind == RuleKind::meets_target || rule.kind == RuleKind::change ||
                         rule.kind == RuleKind::stable_or_improving;
    if (numeric && value.kind != ValueKind::number)
      return report(DiagnosticCode::rule_needs_number, pointer, {indicator.id});
    const bool directed = rule.kind == RuleKind::meets_target || rule.kind == RuleKind::stable_or_improving;
    if (directed && value.direction == Direction::none)
      report(DiagnosticCode::rule_needs_direction, pointer, {indicator.id});
    if (rule.kind == RuleKind::compare) check_threshold(value, rule.threshold.value, pointer + "/threshold");
    if (rule.kind == RuleKind::between) {
      check_threshold(value, rule.minimum.value, pointer + "/minimum");
      check_threshold(value, rule.maximum.value, pointer + "/maximum");
    }
    if (rule.kind == RuleKind::one_of) check_words(indicator, rule, pointer);
    for (std::size_t i = 0; i < rule.rules.size(); ++i) {
      check_rule(
          indicator, rule.rules[i],
          rule.kind == RuleKind::choose ? case_pointer(rule, i, pointer) : pointer + "/rules/" + std::to_string(i));
    }
  }

  static std::string case_pointer(const Rule& rule, std::size_t index, const std::string& pointer) {
    const bool otherwise = rule.has_otherwise && index + 1 == rule.rules.size();
    return otherwise ? pointer + "/otherwise" : pointer + "/cases/" + std::to_string(index) + "/rule";
  }

  void check_words(const Indicator& indicator, const Rule& rule, const std::string& pointer) {
    std::vector<std::string> options = indicator.value.options;
    if (indicator.value.kind == ValueKind::measure) options = {"未开始", "进行中", "完成"};
    if (options.empty()) return report(DiagnosticCode::rule_needs_status, pointer, {indicator.id});
    for (std::size_t i = 0; i < rule.values.size(); ++i) {
      if (std::find(options.begin(), options.end(), rule.values[i]) == options.end()) {
        report(DiagnosticCode::status_not_an_option, pointer + "/values/" + std::to_string(i), {rule.values[i]});
      }
    }
  }

  const Scheme& scheme_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check(const Scheme& scheme) { return SchemeChecker(scheme).run(); }

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

}  // namespace luping
