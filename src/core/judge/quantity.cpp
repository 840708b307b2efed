#include "core/judge/quantity.h"

#include <algorithm>
#include <map>

namespace luping {
namespace {

Rational in_base_unit(const Unit& unit) { return Rational(unit.factor) / Rational(unit.divisor); }

}  // namespace

std::optional<Rational> conversion_factor(const Scheme& scheme, std::string_view from, std::string_view to) {
  if (from == to) return Rational(1);
  const Unit* source = find_unit(scheme, from);
  const Unit* target = find_unit(scheme, to);
  if (source == nullptr || target == nullptr || source->quantity.empty() || source->quantity != target->quantity)
    return std::nullopt;
  const Rational target_in_base = in_base_unit(*target);
  if (target_in_base.is_zero()) return std::nullopt;
  return in_base_unit(*source) / target_in_base;
}

Quantity read_quantity(const Scheme& scheme, std::string_view text, std::string_view unit) {
  Quantity quantity;
  const Unit* own = find_unit(scheme, unit);
  const DecimalParse parsed = parse_typed_number(text, own == nullptr ? std::string_view() : own->label);
  quantity.problem = parsed.problem;
  if (parsed.problem == DecimalProblem::none) {
    quantity.number = Rational(parsed.value);
    quantity.typed = parsed.value;
    return quantity;
  }
  if (parsed.problem != DecimalProblem::not_a_number || own == nullptr || own->quantity.empty()) return quantity;
  for (const Unit& other : scheme.units) {
    if (other.quantity != own->quantity || other.id == own->id || other.label.empty()) continue;
    const DecimalParse in_other = parse_typed_number(text, other.label);
    if (in_other.problem != DecimalProblem::none) continue;
    const std::optional<Rational> factor = conversion_factor(scheme, other.id, own->id);
    if (!factor) continue;
    quantity.problem = DecimalProblem::none;
    quantity.typed = in_other.value;
    quantity.number = Rational(in_other.value) * *factor;
    quantity.unit = other.id;
    return quantity;
  }
  return quantity;
}

Rational FormulaUnits::factor_of(std::string_view input) const {
  const auto found = std::find_if(factors.begin(), factors.end(), [&](const auto& one) { return one.first == input; });
  return found == factors.end() ? Rational(1) : found->second;
}

FormulaUnits formula_units(const Scheme& scheme, const Indicator& indicator) {
  std::vector<std::pair<std::string, std::string>> figures;
  for (const std::string& name : indicator.value.formula.inputs()) {
    if (const Input* input = find_input(indicator, name)) figures.emplace_back(name, input->unit);
  }
  return common_units(scheme, indicator.value.unit, figures);
}

FormulaUnits common_units(const Scheme& scheme, std::string_view result_unit,
                          const std::vector<std::pair<std::string, std::string>>& figures) {
  FormulaUnits units;
  std::map<std::string_view, std::string_view> first_of;  // quantity: unit
  const Unit* result = find_unit(scheme, result_unit);
  if (result != nullptr && !result->quantity.empty()) first_of.emplace(result->quantity, result->id);
  for (const auto& [name, unit_id] : figures) {
    const Unit* unit = find_unit(scheme, unit_id);
    if (unit == nullptr || unit->quantity.empty()) continue;
    const auto [first, is_first] = first_of.emplace(unit->quantity, unit->id);
    if (is_first || first->second == unit->id) continue;
    if (const auto factor = conversion_factor(scheme, unit->id, first->second))
      units.factors.emplace_back(name, *factor);
  }
  return units;
}

}  // namespace luping
