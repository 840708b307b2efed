// What the readers make of each construct of a scheme, an assessment and a target pack: tests/data/formats, field by field.
#include <gtest/gtest.h>

#include "io/files.h"
#include "support/repository.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::decimal;
using test::lines_of;
using test::read_repository_file;

const std::string kFolder = "tests/data/formats/valid/";

Scheme scheme_of(const std::string& name) {
  Parsed<Scheme> parsed = parse_scheme(read_repository_file(kFolder + name + ".scheme.json"), name);
  EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  return parsed.value.value_or(Scheme{});
}

Rule rule_of(const std::string& name) {
  const Scheme scheme = scheme_of(name);
  return scheme.indicators.empty() ? Rule{} : scheme.indicators[0].rule;
}

Assessment assessment_of(const std::string& name) {
  Parsed<Assessment> parsed =
      parse_assessment(read_repository_file(kFolder + name + ".assessment.json"), name, scheme_of("base"));
  EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  return parsed.value.value_or(Assessment{});
}

TargetPack pack_of(const std::string& name) {
  Parsed<TargetPack> parsed =
      parse_targets(read_repository_file(kFolder + name + ".targets.json"), name, scheme_of("base"));
  EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  return parsed.value.value_or(TargetPack{});
}

TEST(Constructs, ThresholdsInTheirThreeForms) {
  EXPECT_EQ(rule_of("threshold-decimal").threshold, Threshold(decimal("50")));
  const Threshold by_year = rule_of("threshold-by-year").threshold;
  EXPECT_EQ(by_year.by_year, (std::map<int, Decimal>{{2021, decimal("80")}, {2025, decimal("90")}}));
  EXPECT_FALSE(by_year.is_fixed());
  const Threshold computed = rule_of("threshold-formula").threshold;
  EXPECT_EQ(computed.formula.text(), "0.5 * average");
  EXPECT_EQ(computed.references,
            (std::vector<ReferenceValue>{{"average", ReferenceKind::external, 1, "region-average"}}));
}

TEST(Constructs, References) {
  EXPECT_EQ(rule_of("reference-kinds").threshold.references,
            (std::vector<ReferenceValue>{{"a", ReferenceKind::baseline, 1, ""},
                                         {"b", ReferenceKind::past_year, 2, ""},
                                         {"c", ReferenceKind::mean_of_past, 3, ""},
                                         {"d", ReferenceKind::target, 1, ""},
                                         {"e", ReferenceKind::input, 1, "treated"}}));
}

TEST(Constructs, RulesAboutInputs) {
  const Rule whole = rule_of("rule-of");
  ASSERT_EQ(whole.rules.size(), 2U);
  EXPECT_EQ(whole.rules[0].of, "");
  EXPECT_EQ(whole.rules[1].of, "total");
  EXPECT_EQ(whole.rules[1].comparison, Comparison::at_most);
  const Rule target = rule_of("meets-target-of");
  EXPECT_EQ(target.kind, RuleKind::meets_target);
  EXPECT_EQ(target.of, "total");
  EXPECT_EQ(target.comparison, Comparison::at_most);
  const Scheme status = scheme_of("inputs-of-status");
  ASSERT_EQ(status.indicators[0].value.inputs.size(), 1U);
  EXPECT_EQ(status.indicators[0].value.inputs[0].id, "seats");
}

TEST(Constructs, Series) {
  const Rule tolerance = rule_of("tolerance-measure");
  EXPECT_EQ(tolerance.tolerance, decimal("5"));
  EXPECT_EQ(tolerance.tolerance_measure, ChangeMeasure::percent);
  EXPECT_EQ(tolerance.gaps, SeriesGaps::unknown);
  const Rule gaps = rule_of("gaps");
  EXPECT_EQ(gaps.years, 3);
  EXPECT_EQ(gaps.gaps, SeriesGaps::skip);
  EXPECT_EQ(gaps.tolerance_measure, ChangeMeasure::absolute);
}

TEST(Constructs, TheSchemeItself) {
  const Scheme method = scheme_of("comparison-method");
  EXPECT_EQ(method.comparison_method, ComparisonMethod::rounded);
  EXPECT_EQ(method.indicators[0].comparison_method, ComparisonMethod::exact);
  EXPECT_EQ(scheme_of("gaps").indicators[0].comparison_method, std::nullopt);
  EXPECT_EQ(scheme_of("target-year").target_year, 2025);
  EXPECT_TRUE(scheme_of("open-regions").open_regions);
  EXPECT_FALSE(scheme_of("gaps").open_regions);
  EXPECT_EQ(scheme_of("level-province").regions[0].level, RegionLevel::province);
}

TEST(Constructs, AttributesExternalsUnits) {
  const Scheme scheme = scheme_of("base");
  ASSERT_EQ(scheme.attributes.size(), 1U);
  EXPECT_EQ(scheme.attributes[0].name, "地形");
  EXPECT_EQ(scheme.attributes[0].values, (std::vector<std::string>{"山区", "丘陵"}));
  ASSERT_EQ(scheme.externals.size(), 1U);
  EXPECT_EQ(scheme.externals[0].id, "region-average");
  EXPECT_EQ(scheme.externals[0].unit, "percent");
  const Unit& mu = *find_unit(scheme, "mu");
  EXPECT_EQ(mu.quantity, "area");
  EXPECT_EQ(mu.factor, decimal("10000"));
  EXPECT_EQ(mu.divisor, decimal("15"));
  EXPECT_EQ(find_unit(scheme, "ha")->divisor, decimal("1"));
  EXPECT_EQ(find_unit(scheme, "percent")->quantity, "");
  EXPECT_EQ(scheme_of("applies-when-attributes").indicators[0].applies_when.attributes,
            (std::map<std::string, std::vector<std::string>>{{"terrain", {"丘陵"}}}));
}

TEST(Constructs, IndicatorsAndGates) {
  EXPECT_EQ(scheme_of("rollup").indicators[0].rollup, (Rollup{RollupMethod::weighted_mean, "total"}));
  const Scheme evidence = scheme_of("evidence");
  EXPECT_TRUE(evidence.indicators[0].evidence_required);
  EXPECT_EQ(evidence.indicators[0].evidence_note, "监测报告");
  EXPECT_FALSE(evidence.indicators[0].veto);
  const Indicator veto = scheme_of("veto").indicators[0];
  EXPECT_TRUE(veto.veto);
  EXPECT_EQ(veto.value.kind, ValueKind::status);
  EXPECT_EQ(veto.value.options, (std::vector<std::string>{"未发生", "发生"}));
  EXPECT_EQ(veto.rule.kind, RuleKind::one_of);
  EXPECT_EQ(veto.rule.values, std::vector<std::string>{"未发生"});
  const Gate selecting = scheme_of("gate-selectors").gates[0];
  EXPECT_TRUE(selecting.obligations.empty());
  EXPECT_EQ(selecting.groups, std::vector<std::string>{"g"});
  EXPECT_EQ(selecting.indicators, std::vector<std::string>{"x"});
  EXPECT_TRUE(selecting.veto);
  const Gate share = scheme_of("gate-share").gates[0];
  EXPECT_EQ(share.kind, GateKind::share_pass);
  EXPECT_EQ(share.share, decimal("80"));
  EXPECT_EQ(scheme_of("gate-no-veto").gates[0].kind, GateKind::no_veto);
  EXPECT_EQ(scheme_of("gate-evidence-complete").gates[0].kind, GateKind::evidence_complete);
}

TEST(Constructs, BareFigures) {
  const Answer answer = assessment_of("bare-figures").answers.at("x");
  EXPECT_EQ(answer.baseline, (Baseline{"41.0", "", "", {}}));
  EXPECT_EQ(answer.history.at("2022"), (PastValue{"55", "", {}}));
  EXPECT_EQ(answer.history.at("2021"), (PastValue{"54.5", "", {}}));
  EXPECT_EQ(answer.target.value, "50");
  const std::string written = write_assessment(assessment_of("bare-figures"));
  EXPECT_NE(written.find("\"baseline\": {"), std::string::npos) << "written as an object: " << written;
}

TEST(Constructs, OverrideDigestAndVersions) {
  const Answer answer = assessment_of("override").answers.at("x");
  EXPECT_EQ(answer.manual, (Override{"pass", "监测点更换", "市局复核", "李某", "2024-01-10", {}}));
  EXPECT_EQ(result_set_by_hand(answer), Result::pass);
  EXPECT_EQ(assessment_of("indicator-digest").answers.at("x").indicator_digest.size(), 32U);
  EXPECT_EQ(assessment_of("carried-from").carried_from, "0");
}

TEST(Constructs, TargetsOfInputsAndExternals) {
  const Assessment assessment = assessment_of("targets-of-an-input");
  ASSERT_NE(assigned_target(assessment, "x", "total"), nullptr);
  EXPECT_EQ(assigned_target(assessment, "x", "total")->value, "200");
  EXPECT_EQ(assigned_target(assessment, "x"), nullptr);
  const Assessment with_externals = assessment_of("externals");
  ASSERT_NE(external_value(with_externals, "region-average"), nullptr);
  EXPECT_EQ(external_value(with_externals, "region-average")->document_number, "示〔2023〕1号");

  const TargetPack inputs = pack_of("input");
  ASSERT_EQ(inputs.targets.size(), 2U);
  EXPECT_EQ(inputs.targets[0].input, "");
  EXPECT_EQ(inputs.targets[1].input, "total");
  const TargetPack pack = pack_of("externals");
  ASSERT_EQ(pack.externals.size(), 2U);
  EXPECT_EQ(pack.externals[0].region, "");
  EXPECT_EQ(pack.externals[1].region, "450804");
  Assessment adopting = assessment_of("override");
  adopt_targets(adopting, pack);
  EXPECT_EQ(external_value(adopting, "region-average")->value, "62") << "the region's own comes first";
}

TEST(Constructs, APackSpeaksForItsExternals) {
  const Parsed<TargetPack> parsed = parse_targets(
      R"({"format": "luping-targets", "formatVersion": 1, "scheme": "example", "documentNumber": "总〔2023〕1号", "issuer": "市局",
          "date": "2023-03-15", "targets": [],
          "externals": [{"id": "region-average", "year": 2023, "value": 61.30, "issuer": "自治区"}]})",
      "t.json", scheme_of("base"));
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  const ExternalValue& value = parsed.value->externals[0];
  EXPECT_EQ(value.value, "61.30");
  EXPECT_EQ(value.document_number, "总〔2023〕1号");
  EXPECT_EQ(value.issuer, "自治区");
  EXPECT_EQ(value.date, "2023-03-15");
}

}  // namespace
}  // namespace luping
