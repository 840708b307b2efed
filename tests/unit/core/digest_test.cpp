// The digest of a requirement: the same exactly when what is asked is the same.
#include "core/carry_over/digest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::decimal;
using test::formula;

using Change = std::function<void(Scheme&)>;
struct Named {
  const char* name;
  Change apply;
};

Rule rule_of(RuleKind kind) {
  Rule rule;
  rule.kind = kind;
  return rule;
}

Input input(std::string id, std::string unit) {
  Input made;
  made.id = std::move(id);
  made.name = "计算项";
  made.unit = std::move(unit);
  made.minimum = decimal("0");
  made.maximum = decimal("1000");
  return made;
}

// One of everything: a figure computed from inputs whose rule has every kind of leaf a figure can have, a status, and a measure.
Scheme rich_scheme() {
  Scheme scheme;
  scheme.units = {{"percent", "%", "百分比"},
                  {"mu", "亩", "亩", "area", decimal("10000"), decimal("15")},
                  {"ha", "公顷", "公顷", "area", decimal("10000"), decimal("1")}};
  scheme.externals = {{"average", "全区平均", "percent", "注"}};
  scheme.attributes = {{"terrain", "地形", {"山区", "丘陵", "平原"}}};
  Item item;
  item.id = "1";
  item.applies_when.regions = {"450804", "450881"};
  item.applies_when.attributes = {{"level", {"county"}}};
  scheme.items = {item};
  scheme.measures = {{"m", "1", "建立制度", {{"450804"}, {}}}};

  Indicator figure;
  figure.id = "figure";
  figure.item = "1";
  figure.quote = "治理率达到50%";
  figure.threshold_quote = "≥50%";
  figure.obligation = Obligation::must;
  figure.applies_when.regions = {"450804"};
  figure.applies_when.attributes = {{"terrain", {"山区", "丘陵"}}};
  ValueSpec& value = figure.value;
  value.kind = ValueKind::number;
  value.unit = "percent";
  value.direction = Direction::higher;
  value.minimum = decimal("0");
  value.maximum = decimal("100");
  value.formula = formula("100 * treated / total");
  value.inputs = {input("treated", "mu"), input("total", "ha")};

  Rule computed = test::at_least("0");
  computed.threshold = {};
  computed.threshold.formula = formula("0.5 * average + before");
  computed.threshold.references = {{"average", ReferenceKind::external, 1, "average"},
                                   {"before", ReferenceKind::past_year, 1, ""}};
  Rule by_year = test::at_most("0");
  by_year.threshold = {};
  by_year.threshold.by_year = {{2021, decimal("80")}, {2025, decimal("90")}};
  by_year.of = "treated";
  Rule target = test::meets_target();
  target.of = "total";
  Rule change = rule_of(RuleKind::change);
  change.threshold = decimal("-5");
  Rule stable = rule_of(RuleKind::stable_or_improving);
  stable.years = 2;
  stable.tolerance = decimal("0.5");
  Rule any = rule_of(RuleKind::any_of);
  any.rules = {test::between("10", "20"), target, stable};
  Rule choose = rule_of(RuleKind::choose);
  choose.attribute = "terrain";
  choose.cases = {{"山区", "丘陵"}};
  choose.has_otherwise = true;
  choose.rules = {computed, by_year};
  figure.rule = rule_of(RuleKind::all_of);
  figure.rule.rules = {test::at_least("50"), any, choose, change};

  Indicator status;
  status.id = "status";
  status.item = "1";
  status.quote = "建立机制";
  status.value.kind = ValueKind::status;
  status.value.options = {"是", "否", "部分"};
  status.value.inputs = {input("count", "percent")};
  status.rule = test::one_of({"是", "部分"});

  Indicator task;
  task.id = "task";
  task.item = "1";
  task.quote = "开展工作";
  task.value.kind = ValueKind::measure;
  task.value.measure = "m";
  task.rule = test::one_of({"完成"});

  Indicator all;
  all.id = "all";
  all.item = "1";
  all.quote = "全部完成";
  all.rule = rule_of(RuleKind::summary);
  all.rule.obligations = {Obligation::must, Obligation::task};
  scheme.indicators = {figure, status, task, all};
  return scheme;
}

Indicator& figure(Scheme& scheme) { return scheme.indicators[0]; }
Indicator& status(Scheme& scheme) { return scheme.indicators[1]; }
Rule& rule(Scheme& scheme) { return figure(scheme).rule; }
Rule& between_rule(Scheme& scheme) { return rule(scheme).rules[1].rules[0]; }
Rule& target_rule(Scheme& scheme) { return rule(scheme).rules[1].rules[1]; }
Rule& stable_rule(Scheme& scheme) { return rule(scheme).rules[1].rules[2]; }
Rule& choose_rule(Scheme& scheme) { return rule(scheme).rules[2]; }
Threshold& computed(Scheme& scheme) { return choose_rule(scheme).rules[0].threshold; }
Rule& by_year_rule(Scheme& scheme) { return choose_rule(scheme).rules[1]; }
Rule& change_rule(Scheme& scheme) { return rule(scheme).rules[3]; }

// Each changes what is asked by one of the indicators, independently of the others.
const std::vector<Named>& normative() {
  static const std::vector<Named> kChanges = {
      {"quote", [](Scheme& s) { figure(s).quote += "以上"; }},
      {"thresholdQuote", [](Scheme& s) { figure(s).threshold_quote = "≥ 50%"; }},
      {"obligation", [](Scheme& s) { figure(s).obligation = Obligation::strive; }},
      {"unit label", [](Scheme& s) { s.units[0].label = "‰"; }},
      {"unit size", [](Scheme& s) { s.units[1].divisor = decimal("16"); }},
      {"unit quantity", [](Scheme& s) { s.units[2].quantity = "land"; }},
      {"direction", [](Scheme& s) { figure(s).value.direction = Direction::lower; }},
      {"value minimum", [](Scheme& s) { figure(s).value.minimum = decimal("1"); }},
      {"value maximum left out", [](Scheme& s) { figure(s).value.maximum.reset(); }},
      {"value whole", [](Scheme& s) { figure(s).value.integer = true; }},
      {"formula", [](Scheme& s) { figure(s).value.formula = formula("100 * total / treated"); }},
      {"input minimum left out", [](Scheme& s) { figure(s).value.inputs[0].minimum.reset(); }},
      {"input maximum", [](Scheme& s) { figure(s).value.inputs[1].maximum = decimal("1000.0"); }},
      {"input whole", [](Scheme& s) { figure(s).value.inputs[0].integer = true; }},
      {"input of last year", [](Scheme& s) { figure(s).value.inputs[1].last_year = true; }},
      {"threshold", [](Scheme& s) { rule(s).rules[0].threshold = decimal("55"); }},
      {"comparison", [](Scheme& s) { rule(s).rules[0].comparison = Comparison::more_than; }},
      {"of", [](Scheme& s) { rule(s).rules[0].of = "treated"; }},
      {"kind of composite", [](Scheme& s) { rule(s).kind = RuleKind::any_of; }},
      {"between minimum", [](Scheme& s) { between_rule(s).minimum = decimal("11"); }},
      {"between maximum", [](Scheme& s) { between_rule(s).maximum = decimal("21"); }},
      {"between strict minimum", [](Scheme& s) { between_rule(s).strict_minimum = true; }},
      {"between strict maximum", [](Scheme& s) { between_rule(s).strict_maximum = true; }},
      {"target source", [](Scheme& s) { target_rule(s).source = TargetSource::plan; }},
      {"target comparison", [](Scheme& s) { target_rule(s).comparison = Comparison::at_most; }},
      {"years", [](Scheme& s) { stable_rule(s).years = 3; }},
      {"tolerance", [](Scheme& s) { stable_rule(s).tolerance = decimal("0.6"); }},
      {"tolerance measure", [](Scheme& s) { stable_rule(s).tolerance_measure = ChangeMeasure::percent; }},
      {"gaps", [](Scheme& s) { stable_rule(s).gaps = SeriesGaps::skip; }},
      {"choose attribute", [](Scheme& s) { choose_rule(s).attribute = "level"; }},
      {"choose case", [](Scheme& s) { choose_rule(s).cases[0] = {"山区"}; }},
      {"choose otherwise",
       [](Scheme& s) {
         choose_rule(s).has_otherwise = false;
         choose_rule(s).cases.push_back({"平原"});
       }},
      {"threshold formula", [](Scheme& s) { computed(s).formula = formula("0.6 * average + before"); }},
      {"reference kind", [](Scheme& s) { computed(s).references[1].kind = ReferenceKind::mean_of_past; }},
      {"reference years", [](Scheme& s) { computed(s).references[1].years = 2; }},
      {"reference external", [](Scheme& s) { computed(s).references[0].name = "other"; }},
      {"threshold year", [](Scheme& s) { by_year_rule(s).threshold.by_year.emplace(2023, decimal("85")); }},
      {"threshold of a year", [](Scheme& s) { by_year_rule(s).threshold.by_year[2025] = decimal("91"); }},
      {"change against", [](Scheme& s) { change_rule(s).against = Reference::previous_year; }},
      {"change measure", [](Scheme& s) { change_rule(s).measure = ChangeMeasure::percent; }},
      {"change comparison", [](Scheme& s) { change_rule(s).comparison = Comparison::at_most; }},
      {"change threshold", [](Scheme& s) { change_rule(s).threshold = decimal("5"); }},
      {"comparison method", [](Scheme& s) { figure(s).comparison_method = ComparisonMethod::rounded; }},
      {"regions", [](Scheme& s) { figure(s).applies_when.regions.push_back("450881"); }},
      {"attributes", [](Scheme& s) { figure(s).applies_when.attributes["terrain"] = {"山区"}; }},
      {"regions of the item", [](Scheme& s) { s.items[0].applies_when.regions = {"450804"}; }},
      {"attributes of the item", [](Scheme& s) { s.items[0].applies_when.attributes.clear(); }},
      {"options", [](Scheme& s) { status(s).value.options[1] = "没有"; }},
      {"status words", [](Scheme& s) { status(s).rule.values = {"是"}; }},
      {"input of a status", [](Scheme& s) { status(s).value.inputs[0].id = "number"; }},
      {"clause of the measure", [](Scheme& s) { s.measures[0].quote += "体系"; }},
      {"regions of the measure", [](Scheme& s) { s.measures[0].applies_when.regions.clear(); }},
      {"obligations of the summary", [](Scheme& s) { s.indicators[3].rule.obligations.pop_back(); }},
      {"measures of the summary", [](Scheme& s) { s.indicators[3].rule.measures = false; }},
  };
  return kChanges;
}

// Each changes the scheme but nothing that is asked.
const std::vector<Named>& other() {
  static const std::vector<Named> kChanges = {
      {"id of the scheme", [](Scheme& s) { s.id = "another"; }},
      {"version", [](Scheme& s) { s.version = "2"; }},
      {"title", [](Scheme& s) { s.title = "另一个名称"; }},
      {"years", [](Scheme& s) { s.years = {2024}; }},
      {"target year", [](Scheme& s) { s.target_year = 2030; }},
      {"item", [](Scheme& s) { s.items[0].title = s.items[0].text = "另一段"; }},
      {"item notes", [](Scheme& s) { s.items[0].notes = {"注"}; }},
      {"name", [](Scheme& s) { figure(s).name = "另一个名称"; }},
      {"definition", [](Scheme& s) { figure(s).definition = "解释"; }},
      {"note", [](Scheme& s) { figure(s).note = "注"; }},
      {"obligation word", [](Scheme& s) { figure(s).obligation_word = "确保"; }},
      {"rollup", [](Scheme& s) { figure(s).rollup.method = RollupMethod::ratio_of_sums; }},
      {"evidence", [](Scheme& s) { figure(s).evidence_required = true; }},
      {"evidence note", [](Scheme& s) { figure(s).evidence_note = "报告"; }},
      {"veto", [](Scheme& s) { figure(s).veto = true; }},
      {"example", [](Scheme& s) { figure(s).value.example = "50"; }},
      {"input name", [](Scheme& s) { figure(s).value.inputs[0].name = "已治理"; }},
      {"lever", [](Scheme& s) { figure(s).value.inputs[0].lever = true; }},
      {"unit name", [](Scheme& s) { s.units[1].name = "市亩"; }},
      {"unit id",
       [](Scheme& s) {
         s.units[2].id = "hectare";
         figure(s).value.inputs[1].unit = "hectare";
       }},
      {"order of options", [](Scheme& s) { std::swap(status(s).value.options[0], status(s).value.options[2]); }},
      {"order of status words",
       [](Scheme& s) { std::reverse(status(s).rule.values.begin(), status(s).rule.values.end()); }},
      {"external name", [](Scheme& s) { s.externals[0].name = "平均水平"; }},
      {"attribute name", [](Scheme& s) { s.attributes[0].name = "地貌"; }},
      {"unused fields of a rule", [](Scheme& s) { rule(s).rules[0].years = 7; }},
      {"extra fields of a rule",
       [](Scheme& s) {
         rule(s).extras.push_back({"x-note", "1"});
       }},
      {"gates", [](Scheme& s) { s.gates.emplace_back(); }},
      {"readings", [](Scheme& s) { s.readings.emplace_back(); }},
      {"regions", [](Scheme& s) { s.regions.emplace_back(); }},
      {"another indicator", [](Scheme& s) { s.indicators.push_back(s.indicators[1]); }},
  };
  return kChanges;
}

std::string digests(const Scheme& scheme) {
  std::string all;
  for (std::size_t i = 0; i < 4; ++i) all += indicator_digest(scheme, scheme.indicators[i]) + " ";
  return all;
}

TEST(Digest, ThirtyTwoHexadecimalDigits) {
  const Scheme scheme = rich_scheme();
  const std::string digest = indicator_digest(scheme, scheme.indicators[0]);
  EXPECT_TRUE(is_digest(digest)) << digest;
  EXPECT_FALSE(is_digest(kUnverifiedDigest));
  EXPECT_FALSE(is_digest(""));
  EXPECT_FALSE(is_digest(digest + "0"));
  EXPECT_FALSE(is_digest("A" + digest.substr(1)));
}

TEST(Digest, EachPartOfTheRequirementCounts) {
  const std::string before = digests(rich_scheme());
  for (const Named& change : normative()) {
    Scheme scheme = rich_scheme();
    change.apply(scheme);
    EXPECT_NE(digests(scheme), before) << change.name;
  }
}

TEST(Digest, NothingElseDoes) {
  const std::string before = digests(rich_scheme());
  for (const Named& change : other()) {
    Scheme scheme = rich_scheme();
    change.apply(scheme);
    EXPECT_EQ(digests(scheme), before) << change.name;
  }
}

TEST(Digest, HowListsAndFormulasAreWrittenDoesNot) {
  Scheme scheme = rich_scheme();
  const std::string before = digests(scheme);
  figure(scheme).value.formula = formula("100*treated/ total");
  std::swap(figure(scheme).value.inputs[0], figure(scheme).value.inputs[1]);
  std::swap(computed(scheme).references[0], computed(scheme).references[1]);
  std::swap(scheme.items[0].applies_when.regions[0], scheme.items[0].applies_when.regions[1]);
  std::swap(scheme.units[0], scheme.units[2]);
  scheme.units[1].factor = decimal("2000");
  scheme.units[1].divisor = decimal("3.0");
  EXPECT_EQ(digests(scheme), before);
}

// Any set of changes: the same requirements give the same digests, whatever else changed, and different ones different digests.
TEST(Digest, EqualExactlyWhenTheRequirementIs) {
  std::mt19937 random(41);
  std::map<std::set<std::size_t>, std::string> by_content;
  std::map<std::string, std::set<std::size_t>> by_digest;
  for (int round = 0; round < 3'000; ++round) {
    std::set<std::size_t> chosen;
    for (std::size_t n = random() % 4; n > 0; --n) chosen.insert(random() % normative().size());
    Scheme scheme = rich_scheme();
    std::vector<const Change*> changes;
    for (const std::size_t i : chosen) changes.push_back(&normative()[i].apply);
    for (const Named& one : other()) {
      if (random() % 3 == 0) changes.push_back(&one.apply);
    }
    for (std::size_t i = changes.size(); i > 1; --i) std::swap(changes[i - 1], changes[random() % i]);
    for (const Change* change : changes) (*change)(scheme);
    const std::string found = digests(scheme);
    const auto content = by_content.emplace(chosen, found).first;
    ASSERT_EQ(content->second, found);
    const auto digest = by_digest.emplace(found, chosen).first;
    ASSERT_EQ(digest->second, chosen);
  }
}

TEST(Digest, ATextCannotPassForTheNext) {
  Scheme scheme = rich_scheme();
  figure(scheme).quote = "a;thresholdQuote=1:b";
  figure(scheme).threshold_quote = "c";
  const std::string one = digests(scheme);
  figure(scheme).quote = "a";
  figure(scheme).threshold_quote = "b;thresholdQuote=1:c";
  EXPECT_NE(digests(scheme), one);
}

// What earlier releases wrote must stay right: this value may change only together with "indicator-1" in the canonical text.
TEST(Digest, Pinned) {
  const Scheme scheme = rich_scheme();
  EXPECT_EQ(digests(scheme),
            "f951e7422055518367d7f31bda4b74f3 98abfcc86f8984772ca1af3a13aa92a7 4a7eff4434ac031d78706128a0f4f76e "
            "e76ca436e441f95f7764074baa6eba33 ");
}

}  // namespace
}  // namespace luping
