// Random rules, with thresholds on the figures that are compared or right beside them.
#include <algorithm>
#include <array>

#include "oracle/judge.h"
#include "oracle/maker.h"

namespace luping::oracle {
namespace {

class RuleMaker {
 public:
  RuleMaker(Dice& dice, World& world, const Indicator& indicator) : dice_(dice), world_(world), indicator_(indicator) {
    value_ = number_of_value(world.scheme, world.assessment, indicator);
  }

  Rule make(int depth) {
    const int kind = dice_.below(100);
    if (depth < 3 && kind < (depth == 0 ? 22 : 30)) return composite(depth);
    if (depth < 3 && kind < (depth == 0 ? 30 : 40)) return choose(depth);
    if (kind < 42 && depth > 0 && dice_.chance(20)) return Rule{};  // informational
    if (indicator_.value.kind != ValueKind::number) return words();
    switch (dice_.below(8)) {
      case 0:
      case 1:
      case 2:
        return compare();
      case 3:
        return between();
      case 4:
        return meets_target();
      case 5:
        return change();
      case 6:
        return series();
      default:
        return compare();
    }
  }

 private:
  Rule composite(int depth) {
    Rule rule;
    rule.kind = dice_.chance(55) ? RuleKind::all_of : RuleKind::any_of;
    for (int i = dice_.chance(3) ? -1 : dice_.below(3); i >= 0; --i) rule.rules.push_back(make(depth + 1));
    return rule;
  }

  Rule choose(int depth) {
    Rule rule;
    rule.kind = RuleKind::choose;
    rule.attribute = dice_.of(std::vector<std::string>{"terrain", "terrain", "size", "level", "type"});
    const std::vector<std::vector<std::string>> terrain = {{"山区", "丘陵"}, {"平原"}};
    const std::vector<std::vector<std::string>> others = {{"大", "city", "市辖区"}, {"小", "county"}};
    rule.cases = rule.attribute == "terrain" ? terrain : others;
    if (dice_.chance(40)) rule.cases.pop_back();
    for (std::size_t i = 0; i < rule.cases.size(); ++i) rule.rules.push_back(make(depth + 1));
    rule.has_otherwise = dice_.chance(50);
    if (rule.has_otherwise) rule.rules.push_back(make(depth + 1));
    return rule;
  }

  Rule words() {
    Rule rule;
    rule.kind = RuleKind::one_of;
    if (indicator_.value.kind == ValueKind::measure) {
      rule.values = dice_.chance(70) ? std::vector<std::string>{"完成"} : std::vector<std::string>{"进行中", "完成"};
    } else {
      rule.values = dice_.chance(50) ? std::vector<std::string>{"建立", "不明显"} : std::vector<std::string>{"未建立"};
    }
    return rule;
  }

  /// Of the value, or now and then of an input; `number` is what is compared, or something in its place.
  std::string subject(Number& number) {
    std::string of;
    std::optional<Number> found = value_;
    if (!indicator_.value.inputs.empty() && dice_.chance(20)) {
      of = dice_.of(indicator_.value.inputs).id;
      found = number_of_input(world_.scheme, world_.assessment, indicator_, of);
    }
    number = found.value_or(Number(dice_.between(0, 100)));
    return of;
  }

  Comparison any_comparison() {
    static const std::array kAll = {Comparison::at_least, Comparison::more_than, Comparison::at_most,
                                    Comparison::less_than, Comparison::equals};
    return kAll[static_cast<std::size_t>(dice_.below(5))];
  }

  Rule compare() {
    Rule rule;
    rule.kind = RuleKind::compare;
    Number number;
    rule.of = subject(number);
    rule.comparison = any_comparison();
    rule.threshold = threshold(number, rule.of);
    return rule;
  }

  Rule between() {
    Rule rule;
    rule.kind = RuleKind::between;
    Number number;
    rule.of = subject(number);
    const Number width = Number(dice_.below(3));
    const bool at_end = dice_.chance(50);
    rule.minimum = threshold(at_end ? Number(number - width) : number, rule.of);
    rule.maximum = threshold(at_end ? number : Number(number + width), rule.of);
    rule.strict_minimum = dice_.chance(40);
    rule.strict_maximum = dice_.chance(40);
    return rule;
  }

  Rule meets_target() {
    Rule rule;
    rule.kind = RuleKind::meets_target;
    Number number;
    rule.of = subject(number);
    if (!rule.of.empty()) rule.comparison = dice_.chance(50) ? Comparison::at_most : Comparison::at_least;
    return rule;
  }

  /// A figure of another year, or the baseline (year 0).
  std::optional<Number> past(int year) const {
    const auto answer = world_.assessment.answers.find(indicator_.id);
    if (answer == world_.assessment.answers.end()) return std::nullopt;
    std::string text = answer->second.baseline.value;
    if (year != 0) {
      const auto found = answer->second.history.find(std::to_string(year));
      if (found == answer->second.history.end()) return std::nullopt;
      text = found->second.value;
    }
    const Reading read = read_typed(world_.scheme, text, indicator_.value.unit);
    return read.state == Reading::State::figure ? std::optional(read.number) : std::nullopt;
  }

  Rule change() {
    Rule rule;
    rule.kind = RuleKind::change;
    rule.against = dice_.chance(50) ? Reference::baseline : Reference::previous_year;
    rule.measure = dice_.chance(50) ? ChangeMeasure::absolute : ChangeMeasure::percent;
    rule.comparison = any_comparison();
    const auto reference = past(rule.against == Reference::baseline ? 0 : world_.assessment.year - 1);
    Number moved = 0;
    if (reference && value_) {
      moved = *value_ - *reference;
      if (rule.measure == ChangeMeasure::percent && *reference != 0) moved = 100 * moved / magnitude(*reference);
    }
    rule.threshold = threshold(moved, {});
    return rule;
  }

  Rule series() {
    Rule rule;
    rule.kind = RuleKind::stable_or_improving;
    rule.years = 1 + dice_.below(4);
    rule.gaps = dice_.chance(50) ? SeriesGaps::skip : SeriesGaps::unknown;
    rule.tolerance_measure = dice_.chance(50) ? ChangeMeasure::absolute : ChangeMeasure::percent;
    const int year = world_.assessment.year - dice_.below(rule.years);
    const auto newer = year == world_.assessment.year ? value_ : past(year);
    const auto older = past(year - 1);
    if (newer && older && dice_.chance(80)) {
      Number step = magnitude(*newer - *older);
      if (rule.tolerance_measure == ChangeMeasure::percent && *older != 0) step = 100 * step / magnitude(*older);
      rule.tolerance = figure_near(dice_, step);
    } else {
      rule.tolerance = Decimal{dice_.between(0, 30), 1};
    }
    if (rule.tolerance.coefficient < 0) rule.tolerance.coefficient = 0;
    return rule;
  }

  Threshold threshold(const Number& near, const std::string& of) {
    const int kind = dice_.below(100);
    if (kind < 55) return Threshold(figure_near(dice_, near));
    Threshold threshold;
    if (kind < 70) {
      for (int year = 2020; year <= 2026; ++year) {
        if (dice_.chance(40)) threshold.by_year[year] = figure_near(dice_, near + dice_.below(2));
      }
      if (threshold.by_year.empty()) threshold.by_year[2023] = figure_near(dice_, near);
      return threshold;
    }
    return computed(near, of);
  }

  ReferenceValue reference(const std::string& id) {
    ReferenceValue reference;
    reference.id = id;
    const std::array kKinds = {ReferenceKind::baseline, ReferenceKind::past_year, ReferenceKind::mean_of_past,
                               ReferenceKind::target,   ReferenceKind::external,  ReferenceKind::input};
    reference.kind = kKinds[static_cast<std::size_t>(dice_.below(indicator_.value.inputs.empty() ? 5 : 6))];
    reference.years = 1 + dice_.below(3);
    if (reference.kind == ReferenceKind::external) reference.name = dice_.of(world_.scheme.externals).id;
    if (reference.kind == ReferenceKind::input) reference.name = dice_.of(indicator_.value.inputs).id;
    return reference;
  }

  /// A formula over references, moved by a number so that it comes out on the figure compared.
  Threshold computed(const Number& near, const std::string& of) {
    static const std::vector<std::string> kOne = {"r1", "0.5 * r1", "r1 * 1.1", "r1 / 3", "abs(r1)", "-r1 + 2 * r1"};
    static const std::vector<std::string> kTwo = {"max(r1, r2)",         "min(r1, r2)",  "(r1 + r2) / 2",
                                                  "sum(r1, r2)",         "abs(r1 - r2)", "100 * r1 / r2",
                                                  "r1 * 0.5 + r2 * 0.5", "r1 / r2 * r2"};
    Threshold threshold;
    const bool two = dice_.chance(40);
    threshold.references.push_back(reference("r1"));
    if (two || dice_.chance(5)) threshold.references.push_back(reference("r2"));
    std::string text = dice_.of(two ? kTwo : kOne);
    threshold.formula = Formula::parse(text).formula;
    const Value base = threshold_value(world_.scheme, world_.assessment, indicator_, threshold, of);
    if (base.ok() && dice_.chance(80)) {
      const Number shift = near - base.number;
      std::optional<Decimal> exact;
      for (unsigned decimals = 0; decimals <= 9 && !exact; ++decimals) exact = as_decimal(shift, decimals);
      Decimal by = exact.value_or(figure_near(dice_, shift));
      if (exact && dice_.chance(40) && by.coefficient < 100'000'000'000'000) by.coefficient += dice_.between(-1, 1);
      const bool negative = by.coefficient < 0;
      if (negative) by.coefficient = -by.coefficient;
      text = dice_.chance(50) ? text + (negative ? " - " : " + ") + plain_text(by)
                              : (negative ? "-" : "") + plain_text(by) + " + " + text;
      threshold.formula = Formula::parse(text).formula;
    }
    return threshold;
  }

  Dice& dice_;
  World& world_;
  const Indicator& indicator_;
  std::optional<Number> value_;
};

}  // namespace

Rule make_rule(Dice& dice, World& world, const Indicator& indicator, int depth) {
  return RuleMaker(dice, world, indicator).make(depth);
}

}  // namespace luping::oracle
