// A scheme as a whole: ids are unique and resolve. What a single indicator, gate or condition means is checked in the other parts
// (scheme_check_parts.h).
#include <algorithm>
#include <set>

#include "core/check/check.h"
#include "core/check/scheme_check_parts.h"

namespace luping {
namespace {

class SchemeChecker {
 public:
  explicit SchemeChecker(const Scheme& scheme) : scheme_(scheme) {}

  std::vector<Diagnostic> run() {
    unique_ids("regions", scheme_.regions);
    unique_ids("attributes", scheme_.attributes);
    unique_ids("externals", scheme_.externals);
    unique_ids("units", scheme_.units);
    unique_ids("organisations", scheme_.organisations);
    unique_ids("groups", scheme_.groups);
    unique_ids("items", scheme_.items);
    unique_ids("indicators", scheme_.indicators);
    unique_ids("measures", scheme_.measures);
    unique_ids("readings", scheme_.readings);
    unique_ids("gates", scheme_.gates);
    if (scheme_.regions.empty() && !scheme_.open_regions) report(DiagnosticCode::empty_list, "/regions", {"regions"});
    if (scheme_.years.empty()) report(DiagnosticCode::empty_list, "/years", {"years"});
    if (scheme_.indicators.empty()) report(DiagnosticCode::empty_list, "/indicators", {"indicators"});
    check_years();
    check_attributes(scheme_, findings_);
    check_units(scheme_, findings_);
    for (std::size_t i = 0; i < scheme_.externals.size(); ++i)
      check_unit(scheme_.externals[i].unit, at("externals", i));
    check_organisations();
    check_items();
    for (std::size_t i = 0; i < scheme_.indicators.size(); ++i)
      check_indicator(scheme_.indicators[i], at("indicators", i));
    for (std::size_t i = 0; i < scheme_.measures.size(); ++i) {
      const Measure& measure = scheme_.measures[i];
      refer(find_item(scheme_, measure.item), measure.item, "条目（item）", at("measures", i) + "/item");
      check_condition(scheme_, measure.applies_when, condition_of_item(measure.item), at("measures", i), findings_);
    }
    for (std::size_t i = 0; i < scheme_.readings.size(); ++i) {
      const auto& ids = scheme_.readings[i].indicators;
      for (std::size_t j = 0; j < ids.size(); ++j) {
        refer(find_indicator(scheme_, ids[j]), ids[j], "指标（indicator）",
              at("readings", i) + "/indicators/" + std::to_string(j));
      }
    }
    check_gates(scheme_, findings_);
    return findings_.take();
  }

 private:
  template <typename T>
  void unique_ids(std::string_view list, const std::vector<T>& all, const std::string& prefix = {}) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!seen.insert(all[i].id).second)
        report(DiagnosticCode::duplicate_id, prefix + at(list, i) + "/id", {all[i].id});
    }
  }

  void check_years() {
    const auto& years = scheme_.years;
    for (std::size_t i = 0; i < years.size(); ++i) {
      if (!is_plausible_year(years[i]))
        report(DiagnosticCode::unknown_year, at("years", i), {std::to_string(years[i])});
    }
    const int target = scheme_.target_year;
    if (target == 0) return;
    if (!is_plausible_year(target)) {
      report(DiagnosticCode::unknown_year, "/targetYear", {std::to_string(target)});
    } else if (!years.empty() && target < *std::min_element(years.begin(), years.end())) {
      findings_.warn(DiagnosticCode::target_year_past, "/targetYear", {std::to_string(target)});
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
      check_condition(scheme_, item.applies_when, nullptr, pointer, findings_);
    }
  }

  const Condition* condition_of_item(const std::string& id) const {
    const Item* item = find_item(scheme_, id);
    return item == nullptr ? nullptr : &item->applies_when;
  }

  void check_unit(const std::string& id, const std::string& pointer) {
    refer(find_unit(scheme_, id), id, "计量单位（unit）", pointer + "/unit");
  }

  void check_indicator(const Indicator& indicator, const std::string& pointer) {
    const ValueSpec& value = indicator.value;
    refer(find_item(scheme_, indicator.item), indicator.item, "条目（item）", pointer + "/item");
    check_condition(scheme_, indicator.applies_when, condition_of_item(indicator.item), pointer, findings_);
    if (value.kind == ValueKind::number) {
      check_unit(value.unit, pointer + "/value");
      check_range(value.minimum, value.maximum, pointer + "/value");
    }
    check_inputs(indicator, pointer + "/value");
    if (value.kind == ValueKind::status && value.options.empty()) {
      report(DiagnosticCode::empty_list, pointer + "/value/options", {"options"});
    }
    if (value.kind == ValueKind::measure) {
      refer(find_measure(scheme_, value.measure), value.measure, "任务（measure）", pointer + "/value/measure");
    }
    check_rule(scheme_, indicator, pointer + "/rule", findings_);
    check_choices(scheme_, indicator, pointer + "/rule", findings_);
    check_logic(scheme_, indicator, pointer + "/rule", findings_);
    check_formula_units(scheme_, indicator, pointer, findings_);
    check_rollup(scheme_, indicator, pointer, findings_);
  }

  void check_range(const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum,
                   const std::string& pointer) {
    if (minimum && maximum && Rational(*minimum) > Rational(*maximum))
      report(DiagnosticCode::range_reversed, pointer + "/minimum", {minimum->to_string(), maximum->to_string()});
  }

  void check_inputs(const Indicator& indicator, const std::string& pointer) {
    const ValueSpec& value = indicator.value;
    unique_ids("inputs", value.inputs, pointer);
    const std::set<std::string> used = used_inputs(indicator);
    for (std::size_t i = 0; i < value.inputs.size(); ++i) {
      const Input& input = value.inputs[i];
      const std::string input_pointer = pointer + at("inputs", i);
      check_unit(input.unit, input_pointer);
      check_range(input.minimum, input.maximum, input_pointer);
      if (used.count(input.id) == 0) report(DiagnosticCode::input_unused, input_pointer + "/id", {input.id});
    }
    for (const std::string& name : value.formula.inputs()) {
      if (find_input(indicator, name) == nullptr)
        report(DiagnosticCode::formula_unknown_input, pointer + "/formula", {name});
    }
  }

  // The inputs that the formula, a rule, a threshold or the roll-up names.
  static std::set<std::string> used_inputs(const Indicator& indicator) {
    const auto& named = indicator.value.formula.inputs();
    std::set<std::string> used(named.begin(), named.end());
    used.insert(indicator.rollup.weight);
    add_inputs(indicator.rule, used);
    return used;
  }
  static void add_inputs(const Rule& rule, std::set<std::string>& used) {
    used.insert(rule.of);
    for (const Threshold* threshold : {&rule.threshold, &rule.minimum, &rule.maximum}) {
      for (const ReferenceValue& reference : threshold->references) {
        if (reference.kind == ReferenceKind::input) used.insert(reference.name);
      }
    }
    for (const Rule& member : rule.rules) add_inputs(member, used);
  }

  // Shorthands.
  void report(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
    findings_.report(code, pointer, arguments);
  }
  void refer(const void* found, std::string_view id, std::string_view kind, std::string_view pointer) {
    findings_.refer(found, id, kind, pointer);
  }

  const Scheme& scheme_;
  Findings findings_;
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
