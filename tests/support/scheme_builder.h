// Small schemes and assessments for tests, made in code so that a test reads in one place.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/judge/evaluate.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"
#include "core/number/decimal.h"

namespace luping::test {

inline constexpr const char* kRegion = "450804";
inline constexpr int kYear = 2023;

inline Decimal decimal(std::string_view text) {
  const DecimalParse parsed = parse_decimal(text);
  EXPECT_EQ(parsed.problem, DecimalProblem::none) << text;
  return parsed.value;
}

inline Rational rational(std::string_view text) { return Rational(decimal(text)); }

inline Formula formula(std::string_view text) {
  Formula::Parsed parsed = Formula::parse(text);
  EXPECT_EQ(parsed.problem.kind, Formula::Problem::Kind::none) << text;
  return parsed.formula;
}

// ---- rules ----

inline Rule compare_rule(Comparison comparison, std::string_view threshold) {
  Rule rule;
  rule.kind = RuleKind::compare;
  rule.comparison = comparison;
  rule.threshold = decimal(threshold);
  return rule;
}
inline Rule at_least(std::string_view threshold) { return compare_rule(Comparison::at_least, threshold); }
inline Rule more_than(std::string_view threshold) { return compare_rule(Comparison::more_than, threshold); }
inline Rule at_most(std::string_view threshold) { return compare_rule(Comparison::at_most, threshold); }
inline Rule less_than(std::string_view threshold) { return compare_rule(Comparison::less_than, threshold); }
inline Rule equals(std::string_view threshold) { return compare_rule(Comparison::equals, threshold); }

inline Rule between(std::string_view minimum, std::string_view maximum, bool strict_minimum = false,
                    bool strict_maximum = false) {
  Rule rule;
  rule.kind = RuleKind::between;
  rule.minimum = decimal(minimum);
  rule.maximum = decimal(maximum);
  rule.strict_minimum = strict_minimum;
  rule.strict_maximum = strict_maximum;
  return rule;
}

inline Rule one_of(std::vector<std::string> values) {
  Rule rule;
  rule.kind = RuleKind::one_of;
  rule.values = std::move(values);
  return rule;
}

inline Rule meets_target(TargetSource source = TargetSource::superior) {
  Rule rule;
  rule.kind = RuleKind::meets_target;
  rule.source = source;
  return rule;
}

inline Rule change(Reference against, ChangeMeasure measure, Comparison comparison, std::string_view threshold) {
  Rule rule;
  rule.kind = RuleKind::change;
  rule.against = against;
  rule.measure = measure;
  rule.comparison = comparison;
  rule.threshold = decimal(threshold);
  return rule;
}

inline Rule stable_or_improving(int years = 1, std::string_view tolerance = "0") {
  Rule rule;
  rule.kind = RuleKind::stable_or_improving;
  rule.years = years;
  rule.tolerance = decimal(tolerance);
  return rule;
}

inline Rule composite(RuleKind kind, std::vector<Rule> members) {
  Rule rule;
  rule.kind = kind;
  rule.rules = std::move(members);
  return rule;
}
inline Rule all_of_rules(std::vector<Rule> members) { return composite(RuleKind::all_of, std::move(members)); }
inline Rule any_of_rules(std::vector<Rule> members) { return composite(RuleKind::any_of, std::move(members)); }

// ---- one indicator and its answer ----

/// A scheme of one region, one item and whatever indicators a test adds; an assessment of that region.
struct World {
  Scheme scheme;
  Assessment assessment;

  World() {
    scheme.id = "test-scheme";
    scheme.version = "1";
    scheme.title = "测试";
    scheme.years = {kYear};
    Region region;
    region.id = kRegion;
    region.name = "覃塘区";
    scheme.regions.push_back(region);
    region.id = "450881";
    region.name = "桂平市";
    scheme.regions.push_back(region);
    scheme.units = {{"percent", "%", "百分比"}, {"count", "个", "个"}, {"km2", "平方公里", "平方公里"}};
    scheme.groups = {{"g", "（一）", "第一组", "重点任务"}};
    Item item;
    item.id = "1";
    item.group = "g";
    item.title = "第一项";
    scheme.items.push_back(item);
    assessment.id = "a-1";
    assessment.scheme_id = scheme.id;
    assessment.scheme_version = scheme.version;
    assessment.region = kRegion;
    assessment.year = kYear;
  }

  Indicator& number(std::string id, Rule rule, Direction direction = Direction::higher,
                    Obligation obligation = Obligation::must) {
    Indicator& indicator = add(std::move(id), std::move(rule), obligation);
    indicator.value.kind = ValueKind::number;
    indicator.value.unit = "percent";
    indicator.value.direction = direction;
    return indicator;
  }

  /// 100 × treated ÷ total, both counts, `treated` the lever, limited to 0 … 100 %.
  Indicator& share(std::string id, Rule rule) {
    Indicator& indicator = number(std::move(id), std::move(rule));
    indicator.value.minimum = decimal("0");
    indicator.value.maximum = decimal("100");
    indicator.value.formula = formula("100 * treated / total");
    for (const char* name : {"treated", "total"}) {
      Input input;
      input.id = name;
      input.name = name;
      input.unit = "count";
      input.integer = true;
      input.minimum = decimal("0");
      input.lever = std::string_view(name) == "treated";
      indicator.value.inputs.push_back(input);
    }
    return indicator;
  }

  Indicator& status(std::string id, std::vector<std::string> options, Rule rule,
                    Obligation obligation = Obligation::must) {
    Indicator& indicator = add(std::move(id), std::move(rule), obligation);
    indicator.value.kind = ValueKind::status;
    indicator.value.options = std::move(options);
    return indicator;
  }

  Measure& measure(std::string id) {
    Measure measure;
    measure.id = std::move(id);
    measure.item = "1";
    measure.quote = "开展工作";
    scheme.measures.push_back(measure);
    return scheme.measures.back();
  }

  Answer& answer(const std::string& id) { return assessment.answers[id]; }

  void target(const std::string& indicator, std::string value, std::string direction = {}, int year = kYear,
              std::string region = kRegion) {
    Target target;
    target.region = std::move(region);
    target.indicator = indicator;
    target.year = year;
    target.value = std::move(value);
    target.direction = std::move(direction);
    assessment.targets.push_back(target);
  }

  Outcome outcome(const std::string& id) const {
    return evaluate_indicator(scheme, assessment, *find_indicator(scheme, id), nullptr);
  }
  Result result(const std::string& id) const { return outcome(id).result; }

  /// The verdict on a finished figure.
  Result judge(const std::string& id, std::string value) {
    answer(id).value = std::move(value);
    return result(id);
  }

 private:
  Indicator& add(std::string id, Rule rule, Obligation obligation) {
    Indicator indicator;
    indicator.id = std::move(id);
    indicator.item = "1";
    indicator.name = "指标" + indicator.id;
    indicator.quote = "原文";
    indicator.obligation = obligation;
    indicator.rule = std::move(rule);
    scheme.indicators.push_back(std::move(indicator));
    return scheme.indicators.back();
  }
};

}  // namespace luping::test

namespace luping {

// GoogleTest prints verdicts by their token.
inline void PrintTo(Result result, std::ostream* out) { *out << token_of(result); }

}  // namespace luping
