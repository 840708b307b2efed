// Figures with a unit: what a person typed, brought to the unit the scheme asks for.
//
// Units of one quantity (亩, 公顷, 平方公里) convert into each other exactly; a figure typed with the label of another such unit
// (`3.5 万吨` where 吨 is asked) is converted, never guessed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/scheme.h"
#include "core/number/rational.h"

namespace luping {

/// How many of `to` one `from` is; nullopt when they measure different things or one of them converts into nothing.
/// A unit is one of itself, always.
std::optional<Rational> conversion_factor(const Scheme& scheme, std::string_view from, std::string_view to);

/// A figure as read from what was typed.
struct Quantity {
  DecimalProblem problem = DecimalProblem::not_a_number;
  Rational number;   ///< in the unit asked for
  Decimal typed;     ///< the digits typed, in `unit`
  std::string unit;  ///< the unit typed, when it is another one than asked for; else empty
  bool ok() const { return problem == DecimalProblem::none; }
};

/// Reads `text` as a figure in `unit` (a unit id; may be empty).
Quantity read_quantity(const Scheme& scheme, std::string_view text, std::string_view unit);

/// What a formula's inputs are multiplied with before it is computed: inputs of the indicator's own quantity are brought to its
/// unit, inputs of any other quantity to the unit of the first of them in the formula. So 亩 and 公顷 add up, and 万吨 over 吨 is a ratio.
struct FormulaUnits {
  Rational factor_of(std::string_view input) const;
  std::vector<std::pair<std::string, Rational>> factors;  ///< only those that are not 1
};
FormulaUnits formula_units(const Scheme& scheme, const Indicator& indicator);

/// The same for any figures, given as name and unit in the order of the formula, and the unit its result is in.
FormulaUnits common_units(const Scheme& scheme, std::string_view result_unit,
                          const std::vector<std::pair<std::string, std::string>>& figures);

}  // namespace luping
