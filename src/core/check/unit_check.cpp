// Units as declared, and carried through formulas: 亩 + 吨 is no sum, and a share in % needs its factor 100.
//
// Every part of a formula has a dimension: a product of powers of quantities. Inputs whose unit belongs to no quantity have an
// unknown one, which makes every expression they enter unknown: what is reported is so, what is unknown is not reported.
#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "core/check/scheme_check_parts.h"
#include "core/text.h"

namespace luping {
namespace {

using enum DiagnosticCode;

/// Basic dimension (a quantity, or a unit): power. Powers are not zero; empty: dimensionless.
using Powers = std::map<std::string, int>;

/// What is known of an expression's dimension.
struct Dimension {
  enum class Kind {
    known,
    unknown,
    constant,  ///< numbers only: dimensionless as a factor, of any dimension as a summand
  } kind = Kind::unknown;
  Powers powers{};
};

/// What a name of a formula stands for: its basic dimension; empty for dimensionless, nullopt for unknown.
using BasicDimension = std::function<std::optional<std::string>(const std::string& name)>;

/// The two sides of the first sum, difference or comparison over different dimensions.
using Mismatch = std::optional<std::pair<Powers, Powers>>;

class DimensionFinder {
 public:
  DimensionFinder(const Formula& formula, BasicDimension basic) : formula_(formula), basic_(std::move(basic)) {}

  Dimension run() {
    for (const Formula::Step& step : formula_.program()) apply(step);
    return stack_.empty() ? Dimension{} : stack_.back();
  }
  const Mismatch& mismatch() const { return mismatch_; }

 private:
  using Kind = Dimension::Kind;
  using Op = Formula::Op;

  Dimension pop() {
    Dimension top = std::move(stack_.back());
    stack_.pop_back();
    return top;
  }

  void apply(const Formula::Step& step) {
    switch (step.op) {
      case Op::number:
        stack_.push_back({Kind::constant, {}});
        break;
      case Op::input:
        stack_.push_back(of_name(formula_.inputs()[step.operand]));
        break;
      case Op::negate:
      case Op::absolute:
        break;
      case Op::add:
      case Op::subtract:
        join_last(2);
        break;
      case Op::minimum:
      case Op::maximum:
      case Op::sum:
        join_last(step.operand);
        break;
      case Op::multiply:
      case Op::divide: {
        const Dimension right = pop();
        stack_.back() = product(stack_.back(), right, step.op == Op::multiply ? 1 : -1);
        break;
      }
    }
  }

  Dimension of_name(const std::string& name) const {
    const std::optional<std::string> basic = basic_(name);
    if (!basic) return {};
    if (basic->empty()) return {Kind::known, {}};
    return {Kind::known, {{*basic, 1}}};
  }

  static Dimension product(const Dimension& left, const Dimension& right, int sign) {
    if (left.kind == Kind::unknown || right.kind == Kind::unknown) return {};
    if (left.kind == Kind::constant && right.kind == Kind::constant) return left;
    Dimension result{Kind::known, left.powers};
    for (const auto& [basic, power] : right.powers) {
      const int sum = result.powers[basic] + sign * power;
      if (sum == 0) {
        result.powers.erase(basic);
      } else {
        result.powers[basic] = sum;
      }
    }
    return result;
  }

  // What is added or compared must be of one dimension.
  void join_last(std::size_t count) {
    Dimension all{Kind::constant, {}};
    std::vector<Dimension> members(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
    stack_.resize(stack_.size() - count);
    for (Dimension& member : members) {
      if (member.kind == Kind::constant) continue;
      if (all.kind == Kind::known && member.kind == Kind::known && all.powers != member.powers && !mismatch_)
        mismatch_ = std::pair(all.powers, member.powers);
      const bool unknown = all.kind == Kind::unknown || member.kind == Kind::unknown;
      if (all.kind == Kind::constant) {
        all = std::move(member);
      } else if (unknown || all.powers != member.powers) {
        all = {};
      }
    }
    stack_.push_back(std::move(all));
  }

  const Formula& formula_;
  BasicDimension basic_;
  std::vector<Dimension> stack_;
  Mismatch mismatch_;
};

bool is_ratio_label(std::string_view label) { return label == "%" || label == "％" || label == "‰"; }

// A quantity to which % or ‰ belongs is a mere number.
bool is_dimensionless(const Scheme& scheme, std::string_view quantity) {
  return std::any_of(scheme.units.begin(), scheme.units.end(),
                     [&](const Unit& unit) { return unit.quantity == quantity && is_ratio_label(unit.label); });
}

std::optional<std::string> quantity_of(const Scheme& scheme, std::string_view id) {
  const Unit* unit = find_unit(scheme, id);
  if (unit == nullptr || unit->quantity.empty()) return std::nullopt;
  return is_dimensionless(scheme, unit->quantity) ? std::string() : unit->quantity;
}

/// `亩`, `吨/万元`: a dimension by the labels of `label_of`.
std::string in_words(const Powers& powers, FunctionRef<std::string(const std::string&)> label_of) {
  std::string over;
  std::string under;
  for (const auto& [basic, power] : powers) {
    std::string& side = power > 0 ? over : under;
    for (int i = 0; i < std::abs(power); ++i) {
      if (!side.empty()) side += "·";
      side += label_of(basic);
    }
  }
  if (over.empty()) over = "1";
  return under.empty() ? over : over + "/" + under;
}

// Whether a number of the formula can be the factor that makes hundredths (or, at 3, thousandths).
bool has_power_of_ten(const Formula& formula, int least) {
  return std::any_of(formula.program().begin(), formula.program().end(), [&](const Formula::Step& step) {
    if (step.op != Formula::Op::number || step.number.is_zero()) return false;
    Rational number = step.number.abs();
    if (number < Rational(1)) number = Rational(1) / number;
    int power = 0;
    while (number >= Rational(10)) {
      number = number / Rational(10);
      ++power;
    }
    return number == Rational(1) && power >= least;
  });
}

class FormulaUnitChecker {
 public:
  FormulaUnitChecker(const Scheme& scheme, const Indicator& indicator, Findings& findings)
      : scheme_(scheme), indicator_(indicator), findings_(findings) {}

  void check_value(const std::string& pointer) {
    const Formula& formula = indicator_.value.formula;
    if (formula.empty()) return;
    DimensionFinder finder(formula, [&](const std::string& name) -> std::optional<std::string> {
      const Input* input = find_input(indicator_, name);
      return input == nullptr ? std::nullopt : quantity_of(scheme_, input->unit);
    });
    const Dimension result = finder.run();
    if (finder.mismatch()) return report_mismatch(finder, pointer);
    const std::optional<std::string> wanted = quantity_of(scheme_, indicator_.value.unit);
    if (wanted && result.kind == Dimension::Kind::known && !fits(result.powers, *wanted)) {
      findings_.report(formula_unit_mismatch, pointer,
                       {words_of_quantities(result.powers), std::string(unit_label(scheme_, indicator_.value.unit))});
    } else {
      check_factor(pointer);
    }
  }

  void check_thresholds(const Rule& rule, const std::string& pointer) {
    const bool of_value = rule.kind != RuleKind::change || rule.measure == ChangeMeasure::absolute;
    check_threshold(rule, rule.threshold, of_value, pointer + "/threshold");
    check_threshold(rule, rule.minimum, of_value, pointer + "/minimum");
    check_threshold(rule, rule.maximum, of_value, pointer + "/maximum");
    for (std::size_t i = 0; i < rule.rules.size(); ++i)
      check_thresholds(rule.rules[i], member_pointer(rule, i, pointer));
  }

 private:
  // A quantity of a single name fits itself. A compound such as mass per money may have got a name of its own, unless that very
  // name is one of its parts.
  static bool fits(const Powers& powers, const std::string& wanted) {
    if (wanted.empty()) return powers.empty();
    if (powers == Powers{{wanted, 1}}) return true;
    const bool compound = powers.size() > 1 || (powers.size() == 1 && powers.begin()->second != 1);
    return compound && powers.count(wanted) == 0;
  }

  void check_factor(const std::string& pointer) {
    const std::string_view label = unit_label(scheme_, indicator_.value.unit);
    if (!is_ratio_label(label)) return;
    const Formula& formula = indicator_.value.formula;
    // Here every unit is a dimension of its own: only what is in the same unit cancels out.
    DimensionFinder finder(formula, [&](const std::string& name) -> std::optional<std::string> {
      const Input* input = find_input(indicator_, name);
      if (input == nullptr) return std::nullopt;
      const std::optional<std::string> quantity = quantity_of(scheme_, input->unit);
      return quantity && !quantity->empty() ? "quantity " + *quantity : "unit " + input->unit;
    });
    const Dimension result = finder.run();
    const bool ratio = result.kind == Dimension::Kind::known && result.powers.empty();
    const bool permille = label == "‰";
    if (ratio && !has_power_of_ten(formula, permille ? 3 : 2))
      findings_.warn(factor_hundred_missing, pointer, {std::string(label), permille ? "1000" : "100"});
  }

  void check_threshold(const Rule& rule, const Threshold& threshold, bool of_value, const std::string& pointer) {
    if (threshold.formula.empty()) return;
    std::map<std::string, std::string> labels;  // quantity: the label it goes by
    DimensionFinder finder(threshold.formula, [&](const std::string& name) -> std::optional<std::string> {
      const std::optional<std::string> unit = unit_of_reference(threshold, name);
      const std::optional<std::string> quantity = unit ? quantity_of(scheme_, *unit) : std::nullopt;
      if (quantity) labels.emplace(*quantity, unit_label(scheme_, *unit));
      return quantity;
    });
    const Dimension result = finder.run();
    const auto words = [&](const Powers& powers) {
      return in_words(powers, [&](const std::string& quantity) { return labels[quantity]; });
    };
    if (finder.mismatch()) {
      return findings_.report(units_do_not_add, pointer + "/formula",
                              {words(finder.mismatch()->first), words(finder.mismatch()->second)});
    }
    const Input* input = rule.of.empty() ? nullptr : find_input(indicator_, rule.of);
    const std::string& unit = input == nullptr ? indicator_.value.unit : input->unit;
    const std::optional<std::string> wanted = quantity_of(scheme_, unit);
    if (!of_value || !wanted || wanted->empty() || result.kind != Dimension::Kind::known || result.powers.size() != 1)
      return;
    if (result.powers.begin()->second == 1 && result.powers.begin()->first != *wanted) {
      findings_.report(threshold_unit_mismatch, pointer + "/formula",
                       {words(result.powers), std::string(unit_label(scheme_, unit))});
    }
  }

  // As in a value's formula, figures of one quantity are brought to one unit, so units of it mix.
  std::optional<std::string> unit_of_reference(const Threshold& threshold, const std::string& name) const {
    for (const ReferenceValue& reference : threshold.references) {
      if (reference.id != name) continue;
      if (reference.kind == ReferenceKind::external) {
        const External* external = find_external(scheme_, reference.name);
        return external == nullptr ? std::nullopt : std::optional(external->unit);
      }
      if (reference.kind == ReferenceKind::input) {
        const Input* input = find_input(indicator_, reference.name);
        return input == nullptr ? std::nullopt : std::optional(input->unit);
      }
      return indicator_.value.unit;
    }
    return std::nullopt;
  }

  void report_mismatch(const DimensionFinder& finder, const std::string& pointer) {
    findings_.report(units_do_not_add, pointer,
                     {words_of_quantities(finder.mismatch()->first), words_of_quantities(finder.mismatch()->second)});
  }

  // A quantity goes by the label of the first input of it.
  std::string words_of_quantities(const Powers& powers) const {
    return in_words(powers, [&](const std::string& quantity) -> std::string {
      for (const Input& input : indicator_.value.inputs) {
        const Unit* unit = find_unit(scheme_, input.unit);
        if (unit != nullptr && unit->quantity == quantity && !unit->label.empty()) return unit->label;
      }
      return quantity;
    });
  }

  const Scheme& scheme_;
  const Indicator& indicator_;
  Findings& findings_;
};

}  // namespace

void check_units(const Scheme& scheme, Findings& findings) {
  for (std::size_t i = 0; i < scheme.units.size(); ++i) {
    const Unit& unit = scheme.units[i];
    const std::string pointer = at("units", i);
    const auto positive = [&](const Decimal& number, const char* field) {
      if (number.coefficient <= 0)
        findings.report(must_be_positive, pointer + "/" + field, {field, number.to_string()});
    };
    positive(unit.factor, "factor");
    positive(unit.divisor, "divisor");
    if (unit.quantity.empty()) {
      const bool converts = Rational(unit.factor) != Rational(1) || Rational(unit.divisor) != Rational(1);
      if (converts)
        findings.warn(unit_without_quantity, pointer + "/factor", {unit.name.empty() ? unit.id : unit.name});
      continue;
    }
    for (std::size_t j = 0; j < i; ++j) {
      const Unit& other = scheme.units[j];
      const bool same_size =
          Rational(other.factor) * Rational(unit.divisor) == Rational(unit.factor) * Rational(other.divisor);
      if (other.quantity == unit.quantity && other.label == unit.label && !unit.label.empty() && !same_size)
        findings.report(unit_label_ambiguous, pointer + "/label", {unit.label, other.id, unit.id});
    }
  }
}

void check_formula_units(const Scheme& scheme, const Indicator& indicator, const std::string& pointer,
                         Findings& findings) {
  FormulaUnitChecker checker(scheme, indicator, findings);
  checker.check_value(pointer + "/value/formula");
  checker.check_thresholds(indicator.rule, pointer + "/rule");
}

}  // namespace luping
