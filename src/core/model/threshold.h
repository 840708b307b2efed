// What a value is held against: a figure of the scheme, one that changes by year, or one computed from other figures
// (上年, 基期, 全区平均 …). docs/formats/scheme.md, "Thresholds".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/number/decimal.h"
#include "core/number/formula.h"

namespace luping {

enum class ReferenceKind {
  baseline,      ///< the answer's baseline
  past_year,     ///< the value `years` before the assessment's year
  mean_of_past,  ///< the mean of the values of the last `years` years before it; every one of them is needed
  target,        ///< the target assigned for this region and year
  external,      ///< the external value `name` (全区平均, 全国平均) supplied with the targets
  input,         ///< the indicator's input `name`
};

/// A figure that a threshold's formula names.
struct ReferenceValue {
  std::string id;  ///< its name in the formula
  ReferenceKind kind = ReferenceKind::past_year;
  int years = 1;     ///< past_year, mean_of_past
  std::string name;  ///< external: its id; input: the input's id
  bool operator==(const ReferenceValue&) const = default;
};

/// One of three: `formula` when it is not empty, else `by_year` when it is not empty, else `value`.
struct Threshold {
  Threshold() = default;
  Threshold(Decimal number) : value(number) {}  // NOLINT(google-explicit-constructor): a figure is a threshold

  Decimal value;
  std::map<int, Decimal> by_year;  ///< each holds from its year on; before the first there is none
  Formula formula;                 ///< over `references`
  std::vector<ReferenceValue> references;

  bool is_fixed() const { return by_year.empty() && formula.empty(); }
  bool operator==(const Threshold&) const = default;
};

/// The figure of a year; nullptr before the first year of `by_year`. REQUIRES: no formula.
const Decimal* figure_for(const Threshold& threshold, int year);

}  // namespace luping
