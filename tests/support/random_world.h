// Random schemes of every kind of rule, and random assessments for them, weighted to ties and to what is missing.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/model/assessment.h"
#include "core/model/scheme.h"
#include "support/scheme_builder.h"

namespace luping::test {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <typename T>
  const T& pick(const std::vector<T>& list) {
    return list[below(list.size())];
  }

  // Few different figures, so that ties are everywhere.
  std::string decimal() {
    if (one_in(30))
      return std::to_string(between(1, 999)) + "." + std::string(static_cast<std::size_t>(between(3, 13)), '3');
    Decimal number{between(-4, 24), static_cast<std::uint8_t>(below(3))};
    if (one_in(12)) number = {between(0, 100) * 1'000'000'007LL, static_cast<std::uint8_t>(below(9))};
    return number.to_string();
  }
  std::string figure() {
    switch (below(40)) {
      case 0:
        return "";
      case 1:
        return "　";
      case 2:
        return "不详";
      case 3:
        return decimal() + "%";
      case 4:
        return decimal() + "亩";
      case 5:
        return "0.1234567890123456";
      case 6:
        return "1,234.5";
      case 7:
        return " 8 ";
      case 8:
        return "1234567890123456789";
      case 9:
        return "２．５";
      case 10:
        return "1e1";
      case 11:
        return "2.00000000000000001";
      default:
        return decimal();
    }
  }

 private:
  std::mt19937_64 random_;
};

inline const std::vector<std::string> kTerrains = {"山区", "丘陵", "平原"};
inline const std::vector<std::string> kInputs = {"a", "b", "c"};

class RandomWorld {
 public:
  explicit RandomWorld(std::uint64_t seed) : dice_(seed) {}

  Scheme scheme() {
    scheme_ = World().scheme;
    scheme_.units.push_back({"hectare", "公顷", "公顷", "area", {10'000, 0}, {1, 0}});
    scheme_.units.push_back({"mu", "亩", "亩", "area", {10'000, 0}, {15, 0}});
    scheme_.attributes = {{"terrain", "地形", kTerrains}};
    scheme_.externals = {{"mean", "全区平均", "percent", ""}, {"other", "其他", "hectare", ""}};
    scheme_.regions[0].attributes["terrain"] = dice_.one_in(2) ? "山区" : "";
    if (dice_.one_in(5)) scheme_.comparison_method = ComparisonMethod::rounded;
    if (dice_.one_in(3)) scheme_.items[0].applies_when = condition();
    for (int i = 0; i < 3; ++i) {
      Measure measure;
      measure.id = "m" + std::to_string(i);
      measure.item = "1";
      if (dice_.one_in(3)) measure.applies_when = condition();
      scheme_.measures.push_back(measure);
    }
    const int count = dice_.between(4, 9);
    for (int i = 0; i < count; ++i) indicator(i);
    for (int i = 0; i < 5; ++i) gate(i);
    return scheme_;
  }

  Assessment assessment() {
    Assessment one;
    one.id = "a";
    one.scheme_id = scheme_.id;
    one.region = dice_.pick(scheme_.regions).id;
    one.year = kYear + dice_.between(-1, 1);
    if (dice_.one_in(2)) one.attributes["terrain"] = dice_.one_in(5) ? "高原" : dice_.pick(kTerrains);
    for (const Indicator& indicator : scheme_.indicators) {
      if (!dice_.one_in(8)) one.answers[indicator.id] = answer(indicator, one.year);
      if (dice_.one_in(3)) target(one, indicator);
    }
    for (const External& external : scheme_.externals) {
      for (int i = dice_.between(0, 2); i > 0; --i) {
        ExternalValue value;
        value.id = external.id;
        value.year = one.year - (dice_.one_in(6) ? 1 : 0);
        if (dice_.one_in(2)) value.region = one.region;
        value.value = dice_.figure();
        one.externals.push_back(value);
      }
    }
    for (const Measure& measure : scheme_.measures) {
      if (dice_.one_in(3)) continue;
      MeasureReport report;
      report.state = dice_.pick<std::string>({"", "notStarted", "inProgress", "done", "done", "done"});
      report.note = dice_.one_in(2) ? "x" : "";
      report.not_applicable = declaration();
      if (!is_empty(report)) one.measures[measure.id] = report;
    }
    return one;
  }

 private:
  Decimal decimal() {
    const DecimalParse parsed = parse_decimal(dice_.decimal());
    return parsed.value;
  }

  Condition condition() {
    Condition condition;
    if (dice_.one_in(3)) condition.regions = {dice_.pick(scheme_.regions).id};
    if (dice_.one_in(2)) condition.attributes["terrain"] = {dice_.pick(kTerrains), dice_.pick(kTerrains)};
    if (dice_.one_in(6)) condition.attributes["level"] = {"county"};
    return condition;
  }

  Formula formula(const std::vector<std::string>& names) {
    const std::string x = dice_.pick(names);
    const std::string y = dice_.pick(names);
    const std::string z = dice_.pick(names);
    const std::vector<std::string> shapes = {x + " + 1",
                                             "100 * " + x + " / " + y,
                                             "(" + x + " + " + y + ") / 3",
                                             "max(" + x + ", " + y + ") * 0.98",
                                             "max(" + x + ", " + y + ", " + z + ")",
                                             "abs(" + x + " - " + y + ") / " + z,
                                             "min(" + x + ", 2) - -" + y,
                                             "sum(" + x + ", " + y + ", " + z + ") / 7 + 0.1",
                                             "1 / (" + x + " - " + y + ")"};
    return test::formula(dice_.pick(shapes));
  }

  Threshold threshold(const Indicator& indicator) {
    Threshold threshold;
    threshold.value = decimal();
    if (dice_.one_in(6)) threshold.by_year = {{kYear, decimal()}, {kYear + 1, decimal()}};
    if (!dice_.one_in(3)) return threshold;
    std::vector<std::string> names;
    for (int i = dice_.between(1, 3); i > 0; --i) {
      ReferenceValue reference;
      reference.id = "r" + std::to_string(i);
      reference.kind = static_cast<ReferenceKind>(dice_.below(indicator.value.inputs.empty() ? 5 : 6));
      reference.years = dice_.between(1, 3);
      if (reference.kind == ReferenceKind::external) reference.name = dice_.pick(scheme_.externals).id;
      if (reference.kind == ReferenceKind::input) reference.name = dice_.pick(indicator.value.inputs).id;
      threshold.references.push_back(reference);
      names.push_back(reference.id);
    }
    threshold.formula = formula(names);
    return threshold;
  }

  Rule rule(const Indicator& indicator, int depth) {
    Rule rule;
    const bool word = indicator.value.kind == ValueKind::status || indicator.value.kind == ValueKind::measure;
    const bool may_nest = depth < 2;
    if (may_nest && dice_.one_in(3)) {
      rule.kind = dice_.pick<RuleKind>({RuleKind::all_of, RuleKind::any_of, RuleKind::choose});
      for (int i = dice_.between(1, 3); i > 0; --i) rule.rules.push_back(this->rule(indicator, depth + 1));
      if (rule.kind != RuleKind::choose) return rule;
      rule.attribute = dice_.one_in(6) ? "level" : "terrain";
      const std::vector<std::string>& words = rule.attribute == "level" ? kLevels : kTerrains;
      rule.has_otherwise = dice_.one_in(2);
      for (std::size_t i = 0; i + (rule.has_otherwise ? 1 : 0) < rule.rules.size(); ++i)
        rule.cases.push_back({words[i % words.size()]});
      if (dice_.one_in(2)) {  // the same comparison with other figures
        for (Rule& member : rule.rules) {
          member = Rule{};
          member.kind = RuleKind::compare;
          member.comparison = Comparison::at_most;
          member.threshold = decimal();
        }
      }
      return rule;
    }
    if (!indicator.value.inputs.empty() && dice_.one_in(word ? 2 : 4)) rule.of = dice_.pick(indicator.value.inputs).id;
    if (word && rule.of.empty()) {
      rule.kind = RuleKind::one_of;
      rule.values =
          indicator.value.kind == ValueKind::measure
              ? std::vector<std::string>{"完成"}
              : std::vector<std::string>{dice_.pick(indicator.value.options), dice_.pick(indicator.value.options)};
      return rule;
    }
    rule.kind = dice_.pick<RuleKind>({RuleKind::compare, RuleKind::compare, RuleKind::between, RuleKind::meets_target,
                                      RuleKind::change, RuleKind::stable_or_improving});
    rule.comparison = static_cast<Comparison>(dice_.below(5));
    if (rule.kind == RuleKind::meets_target && rule.comparison != Comparison::at_most)
      rule.comparison = Comparison::at_least;
    rule.threshold = threshold(indicator);
    rule.minimum = threshold(indicator);
    rule.maximum = threshold(indicator);
    rule.strict_minimum = dice_.one_in(2);
    rule.strict_maximum = dice_.one_in(2);
    rule.against = dice_.one_in(2) ? Reference::baseline : Reference::previous_year;
    rule.measure = dice_.one_in(2) ? ChangeMeasure::absolute : ChangeMeasure::percent;
    rule.years = dice_.between(1, 4);
    rule.tolerance = dice_.one_in(2) ? Decimal{} : Decimal{dice_.between(0, 20), 1};
    rule.tolerance_measure = dice_.one_in(2) ? ChangeMeasure::absolute : ChangeMeasure::percent;
    rule.gaps = dice_.one_in(2) ? SeriesGaps::unknown : SeriesGaps::skip;
    return rule;
  }

  void indicator(int index) {
    Indicator one;
    one.id = "i" + std::to_string(index);
    one.item = "1";
    one.obligation = static_cast<Obligation>(dice_.below(4));
    one.evidence_required = dice_.one_in(3);
    one.veto = dice_.one_in(4);
    if (dice_.one_in(4)) one.applies_when = condition();
    if (dice_.one_in(5)) one.comparison_method = ComparisonMethod::rounded;
    switch (dice_.below(8)) {
      case 0:
        one.value.kind = ValueKind::status;
        one.value.options = {"是", "否", "部分"};
        break;
      case 1:
        one.value.kind = ValueKind::measure;
        one.value.measure = dice_.pick(scheme_.measures).id;
        break;
      case 2:
        one.value.kind = ValueKind::none;
        one.rule.kind = dice_.one_in(2) ? RuleKind::summary : RuleKind::informational;
        one.rule.obligations = {Obligation::must, Obligation::should};
        one.rule.measures = dice_.one_in(2);
        scheme_.indicators.push_back(one);
        return;
      default:
        one.value.kind = ValueKind::number;
        one.value.unit = dice_.one_in(2) ? "percent" : "hectare";
        one.value.direction = static_cast<Direction>(dice_.below(3));
        one.value.integer = dice_.one_in(6);
        if (dice_.one_in(3)) one.value.minimum = Decimal{0, 0};
        if (dice_.one_in(3)) one.value.maximum = Decimal{dice_.between(1, 20), 0};
    }
    if (dice_.one_in(2)) {
      for (const std::string& id : kInputs) {
        Input input;
        input.id = id;
        input.unit = dice_.pick<std::string>({"count", "hectare", "mu"});
        input.integer = dice_.one_in(6);
        if (dice_.one_in(3)) input.minimum = Decimal{0, 0};
        one.value.inputs.push_back(input);
      }
      if (one.value.kind == ValueKind::number && !dice_.one_in(3)) one.value.formula = formula(kInputs);
    }
    one.rule = rule(one, 0);
    scheme_.indicators.push_back(one);
  }

  void gate(int index) {
    Gate gate;
    gate.id = "g" + std::to_string(index);
    gate.kind = static_cast<GateKind>(index);
    gate.required = !dice_.one_in(3);
    gate.count = dice_.between(0, 4);
    gate.share = Decimal{dice_.between(0, 100), 0};
    if (dice_.one_in(4)) gate.obligations = {Obligation::must, Obligation::strive};
    if (dice_.one_in(4)) gate.groups = {"g"};
    if (dice_.one_in(4)) gate.indicators = {"i0", "i2", "i3"};
    gate.veto = gate.kind == GateKind::no_veto;
    scheme_.gates.push_back(gate);
  }

  NotApplicable declaration() {
    NotApplicable declaration;
    declaration.declared = dice_.one_in(8);
    if (declaration.declared && !dice_.one_in(3)) declaration.reason = "本县没有";
    return declaration;
  }

  Answer answer(const Indicator& indicator, int year) {
    Answer answer;
    answer.value = indicator.value.kind == ValueKind::status
                       ? dice_.pick<std::string>({"是", "否", "部分", "", "也许", " "})
                       : dice_.figure();
    if (!indicator.value.formula.empty() && !dice_.one_in(4)) answer.value.clear();
    for (const Input& input : indicator.value.inputs) {
      if (!dice_.one_in(6)) answer.inputs[input.id] = dice_.figure();
    }
    if (dice_.one_in(6)) answer.entry = dice_.one_in(2) ? "value" : "inputs";
    if (!dice_.one_in(5)) answer.baseline.value = dice_.figure();
    for (int back = 1; back <= 4; ++back) {
      if (!dice_.one_in(6)) answer.history[std::to_string(year - back)].value = dice_.figure();
    }
    if (dice_.one_in(2)) answer.target.value = dice_.figure();
    if (dice_.one_in(3)) answer.target.direction = dice_.one_in(2) ? "atLeast" : "atMost";
    answer.not_applicable = declaration();
    if (dice_.one_in(10)) {
      answer.manual.result = dice_.pick<std::string>({"pass", "fail", "informational", "nonsense", "notapplicable"});
      answer.manual.reason = dice_.one_in(4) ? " " : "查实";
      answer.manual.author = dice_.one_in(4) ? "" : "市局";
    }
    if (dice_.one_in(2)) {
      Evidence evidence;
      evidence.id = "e";
      evidence.title = dice_.one_in(3) ? "" : "台账";
      answer.evidence.push_back(evidence);
    }
    return answer;
  }

  void target(Assessment& assessment, const Indicator& indicator) {
    Target target;
    target.region = dice_.one_in(6) ? "110000" : assessment.region;
    target.indicator = indicator.id;
    if (!indicator.value.inputs.empty() && dice_.one_in(2)) target.input = dice_.pick(indicator.value.inputs).id;
    target.year = assessment.year - (dice_.one_in(6) ? 1 : 0);
    target.value = dice_.figure();
    if (dice_.one_in(3)) target.direction = dice_.one_in(2) ? "atLeast" : "atMost";
    assessment.targets.push_back(target);
  }

  const std::vector<std::string> kLevels = {"county", "city", "province"};
  Dice dice_;
  Scheme scheme_;
};

}  // namespace luping::test
