// Counties to city: every method, what a line rests on, and what is refused.
#include "core/analysis/rollup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

constexpr const char* kCity = "450800";

/// A city of three counties, and an assessment of each.
struct City {
  World world;
  std::vector<Assessment> counties;
  std::optional<Assessment> own;

  explicit City(const std::vector<std::string>& ids = {"450802", "450804", "450881"}) {
    world.scheme.regions.clear();
    Region region;
    region.id = kCity;
    region.name = "贵港市";
    region.level = RegionLevel::city;
    world.scheme.regions.push_back(region);
    for (const std::string& id : ids) {
      region.id = id;
      region.name = "县" + id;
      region.level = RegionLevel::county;
      region.parent = kCity;
      world.scheme.regions.push_back(region);
      Assessment assessment = world.assessment;
      assessment.id = "a-" + id;
      assessment.region = id;
      counties.push_back(assessment);
    }
  }

  Indicator& rolled(Indicator& indicator, RollupMethod method, std::string weight = {}) {
    indicator.rollup.method = method;
    indicator.rollup.weight = std::move(weight);
    return indicator;
  }
  Answer& answer(std::size_t county, const std::string& id) { return counties[county].answers[id]; }
  void share(std::size_t county, const std::string& id, std::string treated, std::string total) {
    answer(county, id).inputs = {{"treated", std::move(treated)}, {"total", std::move(total)}};
  }
  Assessment& city() {
    if (!own) {
      own = world.assessment;
      own->id = "a-city";
      own->region = kCity;
    }
    return *own;
  }

  RollupReport report() const { return roll_up(world.scheme, counties, own ? &*own : nullptr, kCity, test::kYear); }
  RollupLine line(const std::string& id) const {
    const RollupReport report = this->report();
    EXPECT_TRUE(report.problems.empty());
    for (std::size_t i = 0; i < world.scheme.indicators.size(); ++i) {
      if (world.scheme.indicators[i].id == id) return report.lines[i];
    }
    ADD_FAILURE() << id;
    return {};
  }
  std::string words(std::size_t index, Language language = Language::zh) const {
    return rollup_in_words(world.scheme, report(), index, language);
  }
};

// ---- ratio of sums ----

// 12 of 100, 60 of 100 and 900 of 1000: 972 of 1200 = 81 %. The mean of 12, 60 and 90 % would be 54 %.
TEST(Rollup, RatioOfSumsIsNoMeanOfPercentages) {
  City city;
  city.rolled(city.world.share("x", test::at_least("81")), RollupMethod::ratio_of_sums);
  city.share(0, "x", "12", "100");
  city.share(1, "x", "60", "100");
  city.share(2, "x", "900", "1000");
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.state, RollupState::complete);
  EXPECT_EQ(line.outcome.value.number, Rational(81));
  EXPECT_EQ(line.outcome.result, Result::pass);
  EXPECT_EQ(line.sums.at("treated"), Rational(972));
  EXPECT_EQ(line.sums.at("total"), Rational(1200));
  EXPECT_EQ(line.passed, 1U);
  EXPECT_EQ(line.failed, 2U);
}

// Every county of A is better than its partner in B, and A as a whole is worse (Simpson's paradox).
TEST(Rollup, SimpsonsParadox) {
  const auto rate = [](const std::vector<std::pair<const char*, const char*>>& shares) {
    City city({"450802", "450804"});
    city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
    for (std::size_t i = 0; i < shares.size(); ++i) city.share(i, "x", shares[i].first, shares[i].second);
    const RollupLine line = city.line("x");
    return *line.outcome.value.number;
  };
  // 90/100 and 100/1000 against 800/1000 and 5/100: 0.9 > 0.8 and 0.1 > 0.05, but 190/1100 < 805/1100.
  EXPECT_LT(rate({{"90", "100"}, {"100", "1000"}}), rate({{"800", "1000"}, {"5", "100"}}));
}

// 1 of 3 and 1 of 3: a third without end, judged exactly against its neighbours.
TEST(Rollup, AFractionWithoutEndIsJudgedExactly) {
  City city({"450802", "450804"});
  city.rolled(city.world.share("x", test::at_least("33.33333333333333")), RollupMethod::ratio_of_sums);
  city.share(0, "x", "1", "3");
  city.share(1, "x", "1", "3");
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  city.world.scheme.indicators[0].rule.threshold = test::decimal("33.33333333333334");
  EXPECT_EQ(city.line("x").outcome.result, Result::fail);
}

TEST(Rollup, ACountyWithNothingToAssessAddsNothing) {
  City city({"450802", "450804"});
  city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  city.share(0, "x", "0", "0");
  city.share(1, "x", "1", "2");
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.state, RollupState::complete);
  EXPECT_EQ(line.outcome.value.number, Rational(50));
  city.share(1, "x", "0", "0");
  EXPECT_EQ(city.line("x").outcome.result, Result::unknown);
  EXPECT_EQ(city.line("x").outcome.reason, Reason::zero_over_zero);
}

// 3 公顷 of 10 公顷, and 30 亩 (2 公顷) of 10 公顷: 5 of 20 = 25 %.
TEST(Rollup, FiguresInOtherUnitsAreConverted) {
  City city({"450802", "450804"});
  city.world.scheme.units.push_back({"hectare", "公顷", "公顷", "area", Decimal{10000, 0}, Decimal{1, 0}});
  city.world.scheme.units.push_back({"mu", "亩", "亩", "area", Decimal{10000, 0}, Decimal{15, 0}});
  Indicator& indicator = city.rolled(city.world.share("x", test::at_least("25")), RollupMethod::ratio_of_sums);
  for (Input& input : indicator.value.inputs) {
    input.unit = "hectare";
    input.integer = false;
  }
  city.share(0, "x", "3", "10");
  city.share(1, "x", "30 亩", "10");
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.outcome.value.number, Rational(25));
  EXPECT_EQ(line.outcome.result, Result::pass);
  // The formula's own conversion, of an input asked for in another unit: 45 亩 and 30 亩 of 20 公顷 are 5 of 20, too.
  city.world.scheme.indicators[0].value.inputs[0].unit = "mu";
  city.share(0, "x", "45", "10");
  city.share(1, "x", "2 公顷", "10");
  EXPECT_EQ(city.line("x").outcome.value.number, Rational(25));
}

// Each county's figure is within its limit; the sum may be above it.
TEST(Rollup, TheLimitOfAnInputIsACountys) {
  City city;
  Indicator& indicator = city.rolled(city.world.share("x", test::at_least("90")), RollupMethod::ratio_of_sums);
  for (Input& input : indicator.value.inputs) input.maximum = test::decimal("366");
  for (std::size_t i = 0; i < 3; ++i) city.share(i, "x", "330", "365");
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
}

// A rule about an input of its own is held against the sum and the city's own target for it.
TEST(Rollup, RulesOfAnInputSeeTheSum) {
  City city({"450802", "450804"});
  Rule limit = test::meets_target();
  limit.of = "treated";
  limit.comparison = Comparison::at_most;
  city.rolled(city.world.share("x", test::all_of_rules({test::at_least("50"), limit})), RollupMethod::ratio_of_sums);
  city.share(0, "x", "60", "100");
  city.share(1, "x", "70", "100");
  Target target;
  target.region = kCity;
  target.indicator = "x";
  target.input = "treated";
  target.year = test::kYear;
  target.value = "130";
  city.city().targets.push_back(target);
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  city.city().targets[0].value = "129";
  EXPECT_EQ(city.line("x").outcome.result, Result::fail);
}

// ---- other methods ----

TEST(Rollup, Sum) {
  City city;
  city.rolled(city.world.number("x", test::at_most("6"), Direction::lower), RollupMethod::sum);
  city.world.scheme.indicators[0].value.maximum = test::decimal("3");  // a county's limit, not the city's
  for (std::size_t i = 0; i < 3; ++i) city.answer(i, "x").value = std::to_string(i + 1);
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.outcome.value.number, Rational(6));
  EXPECT_EQ(line.outcome.result, Result::pass);
}

// (10·1 + 20·3) / 4 = 17.5
TEST(Rollup, WeightedMean) {
  City city({"450802", "450804"});
  Indicator& indicator =
      city.rolled(city.world.number("x", test::at_least("17.5")), RollupMethod::weighted_mean, "people");
  Input people;
  people.id = "people";
  people.name = "人口";
  people.unit = "count";
  indicator.value.inputs.push_back(people);
  city.answer(0, "x").value = "10";
  city.answer(0, "x").inputs["people"] = "1";
  city.answer(1, "x").value = "20";
  city.answer(1, "x").inputs["people"] = "3";
  EXPECT_EQ(city.line("x").outcome.value.number, test::rational("17.5"));
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  city.answer(1, "x").inputs.clear();
  EXPECT_EQ(city.line("x").state, RollupState::partial);
  EXPECT_EQ(city.line("x").entries[1].absence, Absence::no_inputs);
  city.answer(1, "x").inputs["people"] = "-3";
  EXPECT_EQ(city.line("x").entries[1].absence, Absence::data_error);
  city.answer(0, "x").inputs["people"] = "0";
  city.answer(1, "x").inputs["people"] = "0";
  EXPECT_EQ(city.line("x").outcome.reason, Reason::zero_over_zero);
}

TEST(Rollup, WorstFigureGoesByDirection) {
  City city;
  city.rolled(city.world.number("high", test::at_least("50")), RollupMethod::worst);
  city.rolled(city.world.number("low", test::at_most("50"), Direction::lower), RollupMethod::worst);
  city.rolled(city.world.number("told", test::at_most("50"), Direction::none), RollupMethod::worst);
  for (const char* id : {"high", "low", "told"}) {
    city.answer(0, id).value = "49";
    city.answer(1, id).value = "50";
    city.answer(2, id).value = "51";
  }
  EXPECT_EQ(city.line("high").outcome.value.number, Rational(49));
  EXPECT_EQ(city.line("high").outcome.result, Result::fail);
  EXPECT_EQ(city.line("low").outcome.value.number, Rational(51));
  EXPECT_EQ(city.line("told").outcome.value.number, Rational(51));
}

// In between there is no worse figure: the worst verdict counts.
TEST(Rollup, WorstWithoutDirectionTakesTheWorstVerdict) {
  City city;
  city.rolled(city.world.number("x", test::between("6", "9"), Direction::none), RollupMethod::worst);
  for (std::size_t i = 0; i < 3; ++i) city.answer(i, "x").value = "7";
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  EXPECT_TRUE(city.line("x").by_results);
  city.answer(1, "x").value = "10";
  EXPECT_EQ(city.line("x").outcome.result, Result::fail);
}

TEST(Rollup, StatusesAndAllPass) {
  for (const RollupMethod method : {RollupMethod::worst, RollupMethod::all_pass}) {
    City city;
    city.rolled(city.world.status("x", {"建立", "未建立"}, test::one_of({"建立"})), method);
    for (std::size_t i = 0; i < 3; ++i) city.answer(i, "x").value = "建立";
    EXPECT_EQ(city.line("x").outcome.result, Result::pass);
    city.answer(2, "x").value = "未建立";
    EXPECT_EQ(city.line("x").outcome.result, Result::fail);
    // One that fails decides, whoever is missing; one that is missing leaves the rest open.
    city.counties.erase(city.counties.begin());
    EXPECT_EQ(city.line("x").outcome.result, Result::fail);
    EXPECT_EQ(city.line("x").state, RollupState::partial);
    city.answer(1, "x").value = "建立";
    EXPECT_EQ(city.line("x").outcome.result, Result::unknown);
  }
}

TEST(Rollup, CountPassIsANumberWithoutVerdict) {
  City city;
  city.rolled(city.world.number("x", test::at_least("50")), RollupMethod::count_pass);
  city.answer(0, "x").value = "49";
  city.answer(1, "x").value = "50";
  city.answer(2, "x").value = "51";
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.outcome.value.number, Rational(2));
  EXPECT_EQ(line.outcome.result, Result::informational);
}

TEST(Rollup, CityOnlyIsTheCitysOwnAnswer) {
  City city;
  city.rolled(city.world.number("x", test::at_least("50")), RollupMethod::city_only);
  for (std::size_t i = 0; i < 3; ++i) city.answer(i, "x").value = "10";
  EXPECT_EQ(city.line("x").outcome.result, Result::notchecked);
  EXPECT_EQ(city.line("x").state, RollupState::empty);
  city.city().answers["x"].value = "60";
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  EXPECT_EQ(city.line("x").state, RollupState::complete);
}

TEST(Rollup, WithoutAMethodThereIsNoRollup) {
  City city;
  city.world.number("x", test::at_least("50"));
  for (std::size_t i = 0; i < 3; ++i) city.answer(i, "x").value = "60";
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.state, RollupState::undeclared);
  EXPECT_EQ(line.outcome.result, Result::unknown);
  EXPECT_FALSE(line.outcome.value.number);
  EXPECT_NE(city.words(0).find("没有规定"), std::string::npos);
}

// ---- the basis ----

TEST(Rollup, AMissingCountyLeavesAPartialFigureAndNoVerdict) {
  City city;
  city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  city.share(0, "x", "9", "10");
  city.share(1, "x", "9", "10");
  city.share(2, "x", "9", "10");
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  city.counties.erase(city.counties.begin());
  const RollupReport report = city.report();
  const RollupLine& line = report.lines[0];
  EXPECT_EQ(line.state, RollupState::partial);
  EXPECT_EQ(line.outcome.result, Result::unknown);
  EXPECT_EQ(line.outcome.computed, Result::unknown);
  EXPECT_EQ(line.outcome.value.number, Rational(90));
  EXPECT_EQ(line.entries[0].absence, Absence::no_file);
  EXPECT_EQ(report.without_file, std::vector<std::string>{"450802"});
  const std::string words = city.words(0);
  EXPECT_NE(words.find("县450802（没有自评文件）"), std::string::npos) << words;
  EXPECT_NE(words.find("无法判定"), std::string::npos) << words;
  EXPECT_EQ(words.find("，达标"), std::string::npos) << words;
}

TEST(Rollup, WhyACountyIsMissing) {
  City city({"1", "2", "3", "4", "5"});
  city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  city.share(0, "x", "1", "2");
  city.share(2, "x", "3", "2");      // more than all
  city.answer(3, "x").value = "50";  // a percentage alone cannot be summed up
  city.answer(4, "x").inputs["total"] = "9";
  const RollupLine line = city.line("x");
  EXPECT_EQ(line.entries[0].part, RollupPart::counted);
  EXPECT_EQ(line.entries[1].absence, Absence::not_filled);
  EXPECT_EQ(line.entries[2].absence, Absence::data_error);
  EXPECT_EQ(line.entries[3].absence, Absence::no_inputs);
  EXPECT_EQ(line.entries[4].absence, Absence::no_inputs);
  EXPECT_EQ(line.outcome.value.number, Rational(50));
  EXPECT_EQ(line.outcome.result, Result::unknown);
}

// A county's own target matters where its verdict counts, not where its figures do.
TEST(Rollup, WithoutACountysTarget) {
  City city({"450802", "450804"});
  city.rolled(city.world.number("all", test::meets_target()), RollupMethod::all_pass);
  city.rolled(city.world.share("ratio", test::meets_target()), RollupMethod::ratio_of_sums);
  for (std::size_t i = 0; i < 2; ++i) {
    city.answer(i, "all").value = "50";
    city.share(i, "ratio", "1", "2");
  }
  EXPECT_EQ(city.line("all").entries[0].absence, Absence::no_target);
  EXPECT_EQ(city.line("all").outcome.result, Result::unknown);
  EXPECT_EQ(city.line("ratio").state, RollupState::complete);
  EXPECT_EQ(city.line("ratio").outcome.reason, Reason::missing_target);
  Target target;
  target.region = kCity;
  target.indicator = "ratio";
  target.year = test::kYear;
  target.value = "50";
  city.city().targets.push_back(target);
  EXPECT_EQ(city.line("ratio").outcome.result, Result::pass);
}

TEST(Rollup, CountiesItDoesNotApplyToDropOut) {
  City city;
  Indicator& indicator = city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  indicator.applies_when.regions = {"450802", "450804"};
  city.share(0, "x", "1", "2");
  city.answer(1, "x").not_applicable = {true, "没有行政村", {}};
  city.counties.pop_back();  // the scheme excludes it: no file of it is needed
  RollupLine line = city.line("x");
  EXPECT_EQ(line.state, RollupState::complete);
  EXPECT_EQ(line.outcome.result, Result::pass);
  EXPECT_EQ(line.entries[1].part, RollupPart::dropped);
  EXPECT_EQ(line.entries[2].part, RollupPart::dropped);
  city.answer(0, "x").not_applicable = {true, "没有行政村", {}};
  line = city.line("x");
  EXPECT_EQ(line.outcome.result, Result::notapplicable);
  EXPECT_EQ(line.state, RollupState::complete);
}

TEST(Rollup, AnIndicatorForCountiesAloneSaysNothingOfTheCity) {
  City city;
  Indicator& indicator = city.rolled(city.world.number("x", test::at_least("50")), RollupMethod::sum);
  indicator.applies_when.attributes["level"] = {"county"};
  for (std::size_t i = 0; i < 3; ++i) city.answer(i, "x").value = "60";
  EXPECT_EQ(city.line("x").outcome.result, Result::notapplicable);
}

TEST(Rollup, AResultSetByHandForTheCityStandsBesideTheComputedOne) {
  City city;
  city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  for (std::size_t i = 0; i < 3; ++i) city.share(i, "x", "1", "10");
  city.city().answers["x"].manual = {"pass", "现场核查", "", "市局", "", {}};
  RollupLine line = city.line("x");
  EXPECT_EQ(line.outcome.result, Result::pass);
  EXPECT_EQ(line.outcome.reason, Reason::set_by_hand);
  EXPECT_EQ(line.outcome.computed, Result::fail);
  city.counties.pop_back();
  line = city.line("x");
  EXPECT_EQ(line.outcome.result, Result::pass);
  EXPECT_EQ(line.outcome.computed, Result::unknown);
}

// ---- gates ----

TEST(Rollup, GatesAndConclusionRestOnTheRolledUpResults) {
  City city;
  city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  city.rolled(city.world.status("y", {"建立", "未建立"}, test::one_of({"建立"})), RollupMethod::all_pass);
  Gate gate;
  gate.id = "all";
  gate.title = "全部达标";
  city.world.scheme.gates.push_back(gate);
  for (std::size_t i = 0; i < 3; ++i) {
    city.share(i, "x", i == 0 ? "1" : "9", "10");  // one county fails, the city does not
    city.answer(i, "y").value = "建立";
  }
  EXPECT_EQ(city.report().evaluation.conclusion, Result::pass);
  EXPECT_EQ(city.report().evaluation.counts[static_cast<std::size_t>(Result::pass)], 2U);
  city.counties.pop_back();
  EXPECT_EQ(city.report().evaluation.conclusion, Result::unknown);
  EXPECT_EQ(city.report().evaluation.gates[0].unresolved, 2U);
}

// A summary of the city's own rests on the rolled-up verdicts.
TEST(Rollup, ASummaryRestsOnTheOthers) {
  City city({"450802", "450804"});
  Rule rule;
  rule.kind = RuleKind::summary;
  rule.obligations = {Obligation::must};
  rule.measures = false;
  Indicator& summary = city.world.status("s", {}, rule, Obligation::task);
  summary.value.kind = ValueKind::none;
  summary.rollup.method = RollupMethod::city_only;
  city.rolled(city.world.number("x", test::at_least("50")), RollupMethod::sum);
  city.answer(0, "x").value = "20";
  city.answer(1, "x").value = "30";
  EXPECT_EQ(city.line("s").outcome.result, Result::pass);
  city.answer(1, "x").value = "29";
  EXPECT_EQ(city.line("s").outcome.result, Result::fail);
}

// Within another rule, too: the figure alone is not enough.
TEST(Rollup, ASummaryInsideARuleRestsOnTheOthers) {
  City city({"450802", "450804"});
  Rule rule;
  rule.kind = RuleKind::summary;
  rule.obligations = {Obligation::must};
  rule.measures = false;
  city.rolled(
      city.world.number("s", test::all_of_rules({test::at_least("10"), rule}), Direction::higher, Obligation::strive),
      RollupMethod::sum);
  city.rolled(city.world.number("x", test::at_least("50")), RollupMethod::sum);
  for (std::size_t i = 0; i < 2; ++i) city.answer(i, "s").value = city.answer(i, "x").value = "25";
  EXPECT_EQ(city.line("s").outcome.result, Result::pass);
  city.answer(1, "x").value = "24";
  EXPECT_EQ(city.line("s").outcome.result, Result::fail);
}

TEST(Rollup, EvidenceLiesWithTheCounties) {
  City city({"450802", "450804"});
  Indicator& indicator = city.rolled(city.world.number("x", test::at_least("50")), RollupMethod::sum);
  indicator.evidence_required = true;
  for (std::size_t i = 0; i < 2; ++i) {
    city.answer(i, "x").value = "30";
    Evidence evidence;
    evidence.title = "监测报告";
    city.answer(i, "x").evidence.push_back(evidence);
  }
  EXPECT_FALSE(city.line("x").outcome.evidence_missing);
  city.answer(1, "x").evidence.clear();
  EXPECT_TRUE(city.line("x").outcome.evidence_missing);
}

// ---- what is refused ----

TEST(Rollup, TwoOfOneCountyAreNamedBoth) {
  City city;
  city.counties.push_back(city.counties[1]);
  const RollupReport report = city.report();
  ASSERT_EQ(report.problems.size(), 1U);
  EXPECT_EQ(report.problems[0].kind, RollupProblemKind::duplicate);
  EXPECT_EQ(report.problems[0].first, 1U);
  EXPECT_EQ(report.problems[0].second, 3U);
  EXPECT_TRUE(report.lines.empty());
  const std::string words = problem_in_words(city.world.scheme, report, report.problems[0],
                                             {"a.json", "b.json", "c.json", "d.json"}, "", Language::zh);
  EXPECT_NE(words.find("b.json"), std::string::npos);
  EXPECT_NE(words.find("d.json"), std::string::npos);
}

TEST(Rollup, OtherSchemesYearsAndRegionsAreRefused) {
  const auto kind = [](auto change) {
    City city;
    city.city();
    change(city);
    const RollupReport report = city.report();
    EXPECT_EQ(report.problems.size(), 1U);
    EXPECT_TRUE(report.lines.empty());
    return report.problems.empty() ? RollupProblem{} : report.problems[0];
  };
  EXPECT_EQ(kind([](City& c) { c.counties[1].scheme_id = "other"; }).kind, RollupProblemKind::other_scheme);
  EXPECT_EQ(kind([](City& c) { c.counties[1].scheme_version = "2"; }).kind, RollupProblemKind::other_scheme);
  EXPECT_EQ(kind([](City& c) { c.counties[1].year = 2022; }).kind, RollupProblemKind::other_year);
  EXPECT_EQ(kind([](City& c) { c.counties[1].region = kCity; }).kind, RollupProblemKind::other_region);
  EXPECT_EQ(kind([](City& c) { c.own->region = "450802"; }).first, RollupProblem::kOwn);
  EXPECT_EQ(kind([](City& c) { c.own->scheme_version = "2"; }).kind, RollupProblemKind::other_scheme);
  EXPECT_EQ(kind([](City& c) { c.own->year = 2022; }).kind, RollupProblemKind::other_year);
  EXPECT_EQ(kind([](City& c) {
              c.counties.clear();
              for (Region& region : c.world.scheme.regions) region.parent.clear();
            }).kind,
            RollupProblemKind::no_parts);
}

TEST(Rollup, CommonParent) {
  City city;
  EXPECT_EQ(common_parent(city.world.scheme, city.counties), kCity);
  city.counties[0].region = kCity;
  EXPECT_EQ(common_parent(city.world.scheme, city.counties), "");
  EXPECT_EQ(common_parent(city.world.scheme, {}), "");
}

// ---- properties ----

// Against whole numbers: 100 Σa / Σb meets t / 10^4 exactly when 10^6 Σa ≥ t Σb, in whatever order the counties come.
TEST(RollupProperty, RatioOfSumsIsTheFractionOfTheSums) {
  std::mt19937_64 random(20230315);
  City city({"1", "2", "3", "4", "5", "6", "7"});
  city.rolled(city.world.share("x", test::at_least("0")), RollupMethod::ratio_of_sums);
  for (int round = 0; round < 3'000; ++round) {
    std::int64_t parts = 0;
    std::int64_t wholes = 0;
    for (Assessment& county : city.counties) {
      const auto whole = static_cast<std::int64_t>(random() % 1'000'000) + 1;
      const auto part = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(whole + 1));
      parts += part;
      wholes += whole;
      county.answers["x"].inputs = {{"treated", std::to_string(part)}, {"total", std::to_string(whole)}};
    }
    const std::int64_t threshold = 1'000'000 * parts / wholes + static_cast<std::int64_t>(random() % 3) - 1;
    city.world.scheme.indicators[0].rule.threshold = Decimal{std::max<std::int64_t>(threshold, 0), 4};
    const std::int64_t left = 1'000'000 * parts;
    const std::int64_t right = std::max<std::int64_t>(threshold, 0) * wholes;
    std::shuffle(city.counties.begin(), city.counties.end(), random);
    const RollupLine line = city.line("x");
    ASSERT_EQ(line.outcome.value.number, Rational(100 * parts) / Rational(wholes));
    ASSERT_EQ(line.outcome.result, left >= right ? Result::pass : Result::fail);
    ASSERT_EQ(line.state, RollupState::complete);
  }
  // A county more or less on the boundary itself, where rounding would show.
  for (Assessment& county : city.counties) county.answers["x"].inputs = {{"treated", "57"}, {"total", "100"}};
  city.world.scheme.indicators[0].rule.threshold = test::decimal("57");
  EXPECT_EQ(city.line("x").outcome.result, Result::pass);
  city.counties[3].answers["x"].inputs["treated"] = "56";
  EXPECT_EQ(city.line("x").outcome.result, Result::fail);
}

// The whole report, of every method and with gaps, is the same in whatever order the files are given.
TEST(RollupProperty, TheOrderOfTheCountiesNeverMatters) {
  std::mt19937_64 random(7);
  City city({"1", "2", "3", "4", "5"});
  for (const RollupMethod method :
       {RollupMethod::none, RollupMethod::ratio_of_sums, RollupMethod::sum, RollupMethod::weighted_mean,
        RollupMethod::worst, RollupMethod::all_pass, RollupMethod::count_pass, RollupMethod::city_only}) {
    city.rolled(city.world.share(std::string(token_of(method)), test::at_least("50")), method, "total");
  }
  Gate gate;
  gate.id = "all";
  city.world.scheme.gates.push_back(gate);
  for (int round = 0; round < 60; ++round) {
    for (Assessment& county : city.counties) {
      for (const Indicator& indicator : city.world.scheme.indicators) {
        Answer& answer = county.answers[indicator.id];
        answer = {};
        const auto total = random() % 90 + 10;
        if (random() % 4 != 0)
          answer.inputs = {{"treated", std::to_string(random() % 90)}, {"total", std::to_string(total)}};
        if (random() % 8 == 0) answer.not_applicable = {true, "没有", {}};
      }
    }
    const auto text = [&] {
      const RollupReport report = city.report();
      std::string all;
      for (std::size_t i = 0; i < report.lines.size(); ++i)
        all += std::string(token_of(report.lines[i].outcome.result)) + " " +
               rollup_in_words(city.world.scheme, report, i, Language::zh) + "\n";
      return all + std::string(token_of(report.evaluation.conclusion));
    };
    const std::string first = text();
    std::shuffle(city.counties.begin(), city.counties.end(), random);
    ASSERT_EQ(text(), first);
  }
}

// Take any county away: no line that needs figures passes or fails, and where verdicts count only a failure stays.
TEST(RollupProperty, AMissingCountyNeverYieldsAVerdictOnFigures) {
  City city;
  for (const RollupMethod method : {RollupMethod::ratio_of_sums, RollupMethod::sum, RollupMethod::weighted_mean,
                                    RollupMethod::worst, RollupMethod::all_pass}) {
    city.rolled(city.world.share(std::string(token_of(method)), test::at_least("50")), method, "total");
  }
  for (std::size_t i = 0; i < 3; ++i) {
    for (const Indicator& indicator : city.world.scheme.indicators)
      city.share(i, indicator.id, i == 0 ? "5" : "8", "10");
  }
  for (std::size_t gone = 0; gone < 3; ++gone) {
    City less = city;
    less.counties.erase(less.counties.begin() + static_cast<std::ptrdiff_t>(gone));
    const RollupReport report = less.report();
    for (const RollupLine& line : report.lines) {
      EXPECT_EQ(line.outcome.result, Result::unknown) << token_of(line.method);
      EXPECT_EQ(line.state, RollupState::partial);
    }
  }
}

// ---- words ----

TEST(RollupWords, Sentences) {
  City city;
  city.rolled(city.world.share("x", test::at_least("50")), RollupMethod::ratio_of_sums);
  for (std::size_t i = 0; i < 3; ++i) city.share(i, "x", "1", "3");
  EXPECT_EQ(city.words(0),
            "3 个县（市、区）各项相加（treated 3 个、total 9 个）后计算，得约 33.33%；要求：≥ 50%，未达标。");
  EXPECT_EQ(city.words(0, Language::en),
            "Of 3 counties, summed up (treated 3 个, total 9 个), that makes about 33.33%; required: ≥ 50%; not met.");
}

}  // namespace
}  // namespace luping
