// The exact sentence for thresholds, inputs, units, rounding, conditions, manual results and gates.
#include <gtest/gtest.h>

#include "core/analysis/gap.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::decimal;
using test::World;

std::string say(const World& world, Language language = Language::zh) {
  const Indicator& indicator = world.scheme.indicators.front();
  return explain(world.scheme, world.assessment, indicator, world.outcome(indicator.id), language);
}
std::string asked(const World& world, Language language = Language::zh) {
  return rule_in_words(world.scheme, world.scheme.indicators.front(), language);
}
std::string in_short(const World& world, Language language = Language::zh) {
  return requirement_in_short(world.scheme, world.assessment, world.scheme.indicators.front(), language);
}
std::string shortfall(const World& world, Language language = Language::zh) {
  const Indicator& indicator = world.scheme.indicators.front();
  return shortfall_in_words(world.scheme, indicator, world.outcome(indicator.id), language);
}
std::string obstacle(const World& world, Language language = Language::zh) {
  const Indicator& indicator = world.scheme.indicators.front();
  return obstacle_in_words(world.scheme, indicator, world.outcome(indicator.id), language);
}

Threshold computed(std::string_view formula, std::vector<ReferenceValue> references) {
  Threshold threshold;
  threshold.formula = test::formula(formula);
  threshold.references = std::move(references);
  return threshold;
}

ReferenceValue reference(std::string id, ReferenceKind kind, int years = 1, std::string name = {}) {
  ReferenceValue value;
  value.id = std::move(id);
  value.kind = kind;
  value.years = years;
  value.name = std::move(name);
  return value;
}

Rule held(Comparison comparison, Threshold threshold, std::string of = {}) {
  Rule rule;
  rule.kind = RuleKind::compare;
  rule.comparison = comparison;
  rule.threshold = std::move(threshold);
  rule.of = std::move(of);
  return rule;
}

void supply(World& world, std::string value) {
  ExternalValue external;
  external.id = "average";
  external.year = test::kYear;
  external.value = std::move(value);
  external.document_number = "桂环〔2023〕5号";
  world.assessment.externals = {external};
}

World with_average() {
  World world;
  world.scheme.externals = {{"average", "全区平均水平", "percent", ""}};
  return world;
}

// 能源消费总量 and its control, in 万吨 and 吨, beside a value per head.
World with_inputs(Rule rule) {
  World world;
  world.scheme.units.push_back({"t", "吨", "吨", "mass", {1, 0}, {1, 0}});
  world.scheme.units.push_back({"wt", "万吨", "万吨", "mass", {10000, 0}, {1, 0}});
  Indicator& indicator = world.number("x", std::move(rule), Direction::lower);
  indicator.value.unit = "count";
  indicator.value.formula = test::formula("energy / people");
  Input energy;
  energy.id = "energy";
  energy.name = "能源消费总量";
  energy.unit = "t";
  energy.lever = true;
  Input people = energy;
  people.id = "people";
  people.name = "常住人口";
  people.unit = "count";
  people.lever = false;
  Input control = energy;
  control.id = "control";
  control.name = "控制目标";
  control.lever = false;
  indicator.value.inputs = {energy, people, control};
  return world;
}

// ---- thresholds by year ----

TEST(ExplainByYear, NamesTheFigureInForce) {
  World world;
  Threshold threshold;
  threshold.by_year = {{2021, decimal("80")}, {2025, decimal("90.0")}};
  world.number("x", held(Comparison::at_least, threshold));
  world.answer("x").value = "79";
  EXPECT_EQ(asked(world), "2021 年起 ≥ 80%，2025 年起 ≥ 90.0%");
  EXPECT_EQ(asked(world, Language::en), "≥ 80% from 2021, ≥ 90.0% from 2025");
  EXPECT_EQ(in_short(world), "≥ 80%");
  EXPECT_EQ(say(world), "现状值 79%，要求 2021 年起 ≥ 80%，差 1 个百分点，因此未达标。");
  EXPECT_EQ(say(world, Language::en),
            "The value is 79%, required ≥ 80% from 2021, short by 1 percentage points: not met.");
  world.assessment.year = 2025;
  EXPECT_EQ(in_short(world), "≥ 90.0%");
  EXPECT_EQ(say(world), "现状值 79%，要求 2025 年起 ≥ 90.0%，差 11 个百分点，因此未达标。");
  world.assessment.year = 2020;
  EXPECT_EQ(in_short(world), "本年没有规定");
  EXPECT_EQ(say(world), "现状值 79%，要求 2021 年起 ≥ 80%，2020 年还没有规定要求（2021 年起才有），因此无法判定。");
  EXPECT_EQ(obstacle(world), "2020 年没有规定要求");
  world.scheme.indicators[0].rule = test::all_of_rules({held(Comparison::at_least, threshold), test::at_most("99")});
  EXPECT_EQ(asked(world), "（2021 年起 ≥ 80%，2025 年起 ≥ 90.0%），并且 ≤ 99%");
}

// ---- computed thresholds ----

TEST(ExplainComputed, ShowsTheSumOfTheRequirement) {
  World world = with_average();
  world.number("x",
               held(Comparison::less_than,
                    computed("0.5 * average", {reference("average", ReferenceKind::external, 1, "average")})),
               Direction::lower);
  world.answer("x").value = "31";
  EXPECT_EQ(asked(world), "< 0.5 × 全区平均水平");
  EXPECT_EQ(in_short(world), "“全区平均水平”未下达");
  EXPECT_EQ(obstacle(world), "“全区平均水平”未下达");
  EXPECT_EQ(say(world),
            "现状值 31%，要求 < 0.5 × "
            "全区平均水平，“全区平均水平”还没有下达（随目标文件下达，请打开下达的目标文件），因此无法"
            "判定。");
  supply(world, "61.3");
  EXPECT_EQ(in_short(world), "< 30.65%（按全区平均水平）");
  EXPECT_EQ(
      say(world),
      "现状值 31%，要求 < 0.5 × 全区平均水平（61.3%，桂环〔2023〕5号）= 30.65%，超出 0.35 个百分点，因此未达标。");
  EXPECT_EQ(
      say(world, Language::en),
      "The value is 31%, required < 0.5 × 全区平均水平 (61.3%, 桂环〔2023〕5号) = 30.65%, over by 0.35 percentage "
      "points: not met.");
  supply(world, "很高");
  EXPECT_EQ(obstacle(world), "下达的“全区平均水平”有误");
  EXPECT_EQ(
      say(world),
      "现状值 31%，要求 < 0.5 × 全区平均水平，下达的“全区平均水平”有误（不是数字），请与下达单位核对，因此数据错误。");
}

TEST(ExplainComputed, OneReferenceReadsAsWords) {
  World world;
  world.number("x", held(Comparison::more_than, computed("last", {reference("last", ReferenceKind::past_year)})));
  world.answer("x").value = "41";
  EXPECT_EQ(asked(world), "高于上年");
  EXPECT_EQ(asked(world, Language::en), "above last year");
  EXPECT_EQ(in_short(world), "缺 2022 年数值");
  EXPECT_EQ(say(world), "现状值 41%，要求高于上年，2022 年的数值还没有填写，无法比较，因此无法判定。");
  world.answer("x").history["2022"].value = "41.0";
  EXPECT_EQ(in_short(world), "> 41.0%（上年）");
  EXPECT_EQ(say(world), "现状值 41%，要求高于上年（2022 年 41.0%），恰好相等，不算达到，因此未达标。");
  EXPECT_EQ(say(world, Language::en),
            "The value is 41%, required above last year (2022: 41.0%), exactly equal does not suffice: not met.");
  EXPECT_EQ(shortfall(world), "恰好相等，须再高一些");
  world.answer("x").value = "42";
  EXPECT_EQ(say(world), "现状值 42%，要求高于上年（2022 年 41.0%），高出 1 个百分点，因此达标。");
}

TEST(ExplainComputed, EveryKindOfReferenceHasItsNameAndSource) {
  World world;
  world.number("x", held(Comparison::at_least, computed("base", {reference("base", ReferenceKind::baseline)})));
  world.answer("x").value = "50";
  EXPECT_EQ(obstacle(world), "缺基期值");
  world.answer("x").baseline = {"48.5", "2020", "", {}};
  EXPECT_EQ(say(world), "现状值 50%，要求不低于基期（2020 年 48.5%），高出 1.5 个百分点，因此达标。");
  world.scheme.indicators[0].rule.threshold = computed("old", {reference("old", ReferenceKind::past_year, 3)});
  EXPECT_EQ(asked(world), "不低于 3 年前");
  world.scheme.indicators[0].rule.threshold = computed("mean", {reference("mean", ReferenceKind::mean_of_past, 3)});
  world.answer("x").history = {{"2022", {"40", "", {}}}, {"2021", {"41", "", {}}}};
  EXPECT_EQ(asked(world), "不低于近 3 年平均");
  EXPECT_EQ(obstacle(world), "缺 2020 年数值");
  world.answer("x").history["2020"].value = "43";
  EXPECT_EQ(say(world),
            "现状值 50%，要求不低于近 3 年平均（2022 年 40%、2021 年 41%、2020 年 43%，平均约 41.33%），高出约 8.67 "
            "个百分点，因此达标。");
  EXPECT_EQ(in_short(world), "≥ 约 41.33%（近 3 年平均）");
  world.scheme.indicators[0].rule.threshold = computed("goal - 2", {reference("goal", ReferenceKind::target)});
  EXPECT_EQ(asked(world), "≥ 目标 − 2");
  EXPECT_EQ(obstacle(world), "目标未下达");
  world.target("x", "55");
  EXPECT_EQ(say(world), "现状值 50%，要求 ≥ 目标（55%）− 2 = 53%，差 3 个百分点，因此未达标。");
  world.assessment.targets[0].document_number = "贵环〔2023〕1号";
  EXPECT_EQ(say(world), "现状值 50%，要求 ≥ 目标（55%，贵环〔2023〕1号）− 2 = 53%，差 3 个百分点，因此未达标。");
}

TEST(ExplainComputed, AnInexactRequirementSaysSo) {
  World world;
  world.number("x",
               held(Comparison::at_least, computed("last * 2 / 3", {reference("last", ReferenceKind::past_year)})));
  world.answer("x").value = "50";
  world.answer("x").history["2022"].value = "70";
  EXPECT_EQ(say(world), "现状值 50%，要求 ≥ 上年（2022 年 70%）× 2 ÷ 3 ≈ 46.67%，高出约 3.33 个百分点，因此达标。");
}

// ---- rules of inputs ----

TEST(ExplainOfInput, SpeaksOfTheInputInItsUnit) {
  World world = with_inputs(held(Comparison::at_most, decimal("1250000"), "energy"));
  EXPECT_EQ(asked(world), "“能源消费总量” ≤ 1250000 吨");
  EXPECT_EQ(in_short(world), "“能源消费总量” ≤ 1250000 吨");
  EXPECT_EQ(say(world), "尚未填报。请填写“能源消费总量”。");
  world.answer("x").inputs["energy"] = "1300000";
  EXPECT_EQ(say(world), "“能源消费总量” 1300000 吨，要求 ≤ 1250000 吨，超出 50000 吨，因此未达标。");
  EXPECT_EQ(say(world, Language::en), "“能源消费总量” 1300000 吨, required ≤ 1250000 吨, over by 50000 吨: not met.");
  EXPECT_EQ(shortfall(world), "“能源消费总量”超出 50000 吨");
  const std::optional<Gap> gap = gap_of(world.scheme.indicators[0].rule, world.outcome("x").trace);
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->of, "energy");
  EXPECT_EQ(lever_in_words(world.scheme, world.assessment, world.scheme.indicators[0], Language::zh),
            "“能源消费总量”再减少 50000 吨即可达标");
  world.answer("x").inputs["energy"] = "120 万吨";
  EXPECT_EQ(say(world), "“能源消费总量” 120 万吨（= 1200000 吨），要求 ≤ 1250000 吨，低于限值 50000 吨，因此达标。");
  world.answer("x").inputs["energy"] = "很多";
  EXPECT_EQ(say(world), "“能源消费总量”填的“很多”不是数字，因此数据错误。");
  EXPECT_EQ(obstacle(world), "“能源消费总量”填的不是数字");
}

TEST(ExplainOfInput, HeldAgainstAnotherInput) {
  World world = with_inputs(held(
      Comparison::at_most, computed("control", {reference("control", ReferenceKind::input, 1, "control")}), "energy"));
  EXPECT_EQ(asked(world), "“能源消费总量”不高于“控制目标”");
  world.answer("x").inputs = {{"energy", "120"}};
  EXPECT_EQ(say(world), "“能源消费总量” 120 吨，要求不高于“控制目标”，“控制目标”还没有填写，因此无法判定。");
  EXPECT_EQ(obstacle(world), "还缺“控制目标”");
  EXPECT_EQ(in_short(world), "“能源消费总量”还缺“控制目标”");
  world.answer("x").inputs["control"] = "125";
  EXPECT_EQ(in_short(world), "“能源消费总量” ≤ 125 吨（“控制目标”）");
  EXPECT_EQ(say(world), "“能源消费总量” 120 吨，要求不高于“控制目标”（125 吨），低于限值 5 吨，因此达标。");
}

TEST(ExplainOfInput, BesideTheValue) {
  Rule target;
  target.kind = RuleKind::meets_target;
  target.of = "energy";
  target.comparison = Comparison::at_most;
  World world = with_inputs(test::all_of_rules({test::at_most("2"), target}));
  EXPECT_EQ(asked(world), "≤ 2 个，并且“能源消费总量”不高于上级下达的目标");
  EXPECT_EQ(say(world), "尚未填报。请直接填写现状值，或填写能源消费总量、常住人口由程序计算；还要填写“能源消费总量”。");
  world.answer("x").inputs = {{"energy", "30"}, {"people", "10"}};
  EXPECT_EQ(say(world),
            "现状值 3 个（30 ÷ 10）。（1）要求 ≤ 2 个，超出 1 个，未达标；（2）“能源消费总量” 30 "
            "吨，上级目标还没有下达（随目标文件"
            "下达，请打开下达的目标文件），无法判定。各条件须同时满足，因此未达标。");
  world.target("x", "28", "atMost");
  world.assessment.targets[0].input = "energy";
  EXPECT_EQ(in_short(world), "≤ 2 且 “能源消费总量” ≤ 28 吨");
  EXPECT_EQ(say(world),
            "现状值 3 个（30 ÷ 10）。（1）要求 ≤ 2 个，超出 1 个，未达标；（2）“能源消费总量” 30 吨，上级下达目标 ≤ 28 "
            "吨，超出 2 "
            "吨，未达标。各条件须同时满足，因此未达标。");
  world.answer("x").inputs = {{"energy", "30"}};
  EXPECT_EQ(say(world),
            "（1）“常住人口”还没有填写，无法判定；（2）“能源消费总量” 30 吨，上级下达目标 ≤ 28 吨，超出 2 "
            "吨，未达标。各条件须同时满足，因此未达标。");
}

// ---- units ----

TEST(ExplainUnits, AConvertedFigureShowsBoth) {
  World world;
  world.scheme.units.push_back({"t", "吨", "吨", "mass", {1, 0}, {1, 0}});
  world.scheme.units.push_back({"wt", "万吨", "万吨", "mass", {10000, 0}, {1, 0}});
  world.number("x", test::at_least("30000")).value.unit = "t";
  world.answer("x").value = "3.5 万吨";
  EXPECT_EQ(say(world), "现状值 3.5 万吨（= 35000 吨），要求 ≥ 30000 吨，高出 5000 吨，因此达标。");
  EXPECT_EQ(say(world, Language::en),
            "The value is 3.5 万吨 (= 35000 吨), required ≥ 30000 吨, beyond by 5000 吨: met.");
  EXPECT_EQ(value_text(world.scheme.indicators[0], world.outcome("x"), Language::zh), "35000")
      << "the table's unit is the scheme's";
}

TEST(ExplainUnits, ASumOverDifferentUnitsNamesThem) {
  World world = with_inputs(test::at_most("2"));
  world.scheme.indicators[0].value.formula = test::formula("100 * energy / control");
  world.answer("x").inputs = {{"energy", "0.5万吨"}, {"control", "250000"}};
  EXPECT_EQ(say(world), "现状值 2 个（100 × 0.5 万吨 ÷ 250000 吨），要求 ≤ 2 个，恰好达到，因此达标。");
}

// ---- rounding ----

TEST(ExplainRounding, TheMethodIsNamedWhereItRounds) {
  World world;
  world.scheme.comparison_method = ComparisonMethod::rounded;
  world.number("x", test::at_least("90.0"));
  world.answer("x").value = "89.96";
  EXPECT_EQ(say(world),
            "现状值 89.96%，按修约值比较法（GB/T 8170-2008），89.96% 修约到 90.0%，要求 ≥ 90.0%，恰好达到，因此达标。");
  EXPECT_EQ(say(world, Language::en),
            "The value is 89.96%, rounded before comparing (GB/T 8170-2008), 89.96% becomes 90.0%, required ≥ 90.0%, "
            "exactly there: met.");
  world.answer("x").value = "89.9";
  EXPECT_EQ(say(world), "现状值 89.9%，要求 ≥ 90.0%，差 0.1 个百分点，因此未达标。");
  world.scheme.indicators[0].comparison_method = ComparisonMethod::exact;
  world.answer("x").value = "89.96";
  EXPECT_EQ(say(world), "现状值 89.96%，要求 ≥ 90.0%，差 0.04 个百分点（按全数值比较法比较，不修约），因此未达标。");
  world.answer("x").value = "89.94";
  EXPECT_EQ(say(world), "现状值 89.94%，要求 ≥ 90.0%，差 0.06 个百分点，因此未达标。");
}

TEST(ExplainRounding, TheFigureShownRoundsAsTheFigureDid) {
  World world;
  world.scheme.comparison_method = ComparisonMethod::rounded;
  world.share("x", test::at_least("90.0"));
  world.answer("x").inputs = {{"treated", "8994999"}, {"total", "10000001"}};
  const std::string text = say(world);
  EXPECT_EQ(text.find("约 89.95%"), std::string::npos) << text;
  EXPECT_NE(text.find("修约到 89.9%"), std::string::npos) << text;
}

// ---- years, choice, composites ----

TEST(ExplainSeries, SkippedYearsAndToleranceAreSaid) {
  World world;
  Rule rule = test::stable_or_improving(3, "2");
  rule.gaps = SeriesGaps::skip;
  rule.tolerance_measure = ChangeMeasure::percent;
  world.number("x", rule);
  EXPECT_EQ(asked(world), "保持稳定或持续改善（近 3 年逐年不变差，没有数值的年份跳过，容差为前一年数值的 2%）");
  world.answer("x").value = "79";
  EXPECT_EQ(say(world), "现状值 79%，前 3 年都没有数值，无法比较，因此无法判定。");
  world.answer("x").history = {{"2021", {"80", "", {}}}, {"2020", {"90", "", {}}}};
  EXPECT_EQ(
      say(world),
      "现状值 79%，2021 年 80%，下降 1 个百分点，在容差 2%（1.6 个百分点）以内，没有变差（2022 年没有数值，跳过）；"
      "2020 年 90%，到 2021 年下降 10 个百分点，超出容差 2%（1.8 个百分点），变差了，因此未达标。");
  EXPECT_EQ(shortfall(world), "2021 年比 2020 年低 10 个百分点，超出容差");
  world.scheme.indicators[0].rule = test::stable_or_improving(1, "0.5");
  world.answer("x").history = {{"2022", {"79.4", "", {}}}};
  EXPECT_EQ(say(world), "现状值 79%，2022 年 79.4%，下降 0.4 个百分点，在容差 0.5 个百分点以内，没有变差，因此达标。");
}

TEST(ExplainChoose, LevelsAreShownInWords) {
  World world;
  Rule rule;
  rule.kind = RuleKind::choose;
  rule.attribute = "level";
  rule.cases = {{"city"}, {"county"}};
  rule.rules = {test::at_least("60"), test::all_of_rules({test::at_least("50"), test::at_most("90")})};
  world.number("x", rule);
  world.answer("x").value = "55";
  EXPECT_EQ(asked(world), "市级：≥ 60%；县级：≥ 50%，并且 ≤ 90%");
  EXPECT_EQ(in_short(world), "≥ 50% 且 ≤ 90%（县级）");
  EXPECT_EQ(say(world),
            "现状值 55%，按“县级”的标准判定。（1）要求 ≥ 50%，高出 5 个百分点，达标；（2）要求 ≤ 90%，低于限值 35 "
            "个百分点，达标。各条件须同时满足，因此达标。");
  world.scheme.indicators[0].rule.attribute = "terrain";
  world.scheme.attributes = {{"terrain", "地形", {"山区"}}};
  EXPECT_EQ(say(world), "现状值 55%，本地区的“地形”没有填写或不在分类内，无法选定标准，因此无法判定。");
  EXPECT_EQ(obstacle(world), "缺地区属性“地形”");
}

TEST(ExplainComposites, InnerConditionsHaveTheirOwnNumbers) {
  World world;
  world.number("x", test::all_of_rules({test::at_least("50"),
                                        test::any_of_rules({test::at_least("90"), test::stable_or_improving()})}));
  world.answer("x").value = "55";
  world.answer("x").history["2022"].value = "54";
  EXPECT_EQ(say(world),
            "现状值 55%。（1）要求 ≥ 50%，高出 5 个百分点，达标；（2）满足以下一个条件即可，达标：①要求 ≥ 90%，差 35 "
            "个百分点，未达标；②2022 年 54%，上升 1 个百分点，没有变差，达标。各条件须同时满足，因此达标。");
  EXPECT_EQ(
      say(world, Language::en),
      "The value is 55%. (1) required ≥ 50%, beyond by 5 percentage points, met; (2) one of these suffices, met: ① "
      "required ≥ 90%, short by 35 percentage points, not met; ② 2022: 54%, up 1 percentage points, no worse, met. "
      "All conditions must hold: met.");
}

// ---- applicability, events, people ----

TEST(ExplainApplicability, ConditionsByAttribute) {
  World world;
  world.scheme.attributes = {{"terrain", "地形", {"山区", "丘陵地区", "平原地区"}}};
  world.number("x", test::at_least("60")).applies_when.attributes["terrain"] = {"山区", "丘陵地区"};
  EXPECT_EQ(say(world), "本地区的“地形”没有填写，不能确定本项是否涉及本地区，因此无法判定。请先填写地区的“地形”。");
  EXPECT_EQ(obstacle(world), "缺地区属性“地形”");
  world.assessment.attributes["terrain"] = "平原地区";
  EXPECT_EQ(say(world), "不适用：本项只涉及地形为山区、丘陵地区的地区；本地区为平原地区。");
  EXPECT_EQ(say(world, Language::en),
            "Not applicable: it concerns regions whose 地形 is 山区, 丘陵地区 only; here it is 平原地区.");
  world.scheme.indicators[0].applies_when.attributes = {{"level", {"city", "province"}}};
  EXPECT_EQ(say(world), "不适用：本项只涉及行政级别为市级、省级的地区；本地区为县级。");
  world.scheme.indicators[0].applies_when = {};
  world.scheme.items[0].applies_when.regions = {"450881"};
  EXPECT_EQ(say(world), "不适用：本项只涉及桂平市，不涉及覃塘区。");
}

TEST(ExplainEvent, MustNotOccur) {
  World world;
  world.status("x", {"未发生", "发生"}, test::one_of({"未发生"})).threshold_quote = "不发生";
  world.answer("x").value = "发生";
  EXPECT_EQ(asked(world), "未发生");
  EXPECT_EQ(say(world), "现状为“发生”，要求未发生（原文“不发生”），因此未达标。");
  EXPECT_EQ(say(world, Language::en), "The state is “发生”, required: must not occur (“不发生”): not met.");
}

TEST(ExplainByHand, BothResultsAreTold) {
  World world;
  world.number("x", test::at_least("90"));
  world.answer("x").value = "89";
  world.answer("x").manual = {"pass", "已补测", "市局会议纪要", "张三", "2024-01-10", {}};
  EXPECT_EQ(say(world),
            "人工认定为达标（认定人：张三，依据：市局会议纪要，日期：2024-01-"
            "10；理由：已补测）。按规则计算的结果是未达标：现状值 "
            "89%，要求 ≥ 90%，差 1 个百分点，因此未达标。");
  EXPECT_EQ(
      say(world, Language::en),
      "Set by hand: met (by 张三, on the authority of 市局会议纪要, 2024-01-10; reason: 已补测). The rule gives: not "
      "met. The value is 89%, required ≥ 90%, short by 1 percentage points: not met.");
  EXPECT_EQ(shortfall(world), "");
  world.answer("x").manual = {"fail", "弄虚作假", "", "张三", "", {}};
  world.answer("x").value = "91";
  EXPECT_EQ(say(world),
            "人工认定为未达标（认定人：张三；理由：弄虚作假）。按规则计算的结果是达标：现状值 91%，要求 ≥ 90%，高出 1 "
            "个百分点，因此达标。");
  EXPECT_EQ(shortfall(world), "人工认定");
  world.answer("x").manual.result = "unknown";
  EXPECT_EQ(obstacle(world), "人工认定");
}

TEST(ExplainEvidence, WhatIsMissingIsAppended) {
  World world;
  Indicator& indicator = world.number("x", test::at_least("90"));
  indicator.evidence_required = true;
  indicator.evidence_note = "监测报告";
  world.answer("x").value = "91";
  EXPECT_EQ(say(world), "现状值 91%，要求 ≥ 90%，高出 1 个百分点，因此达标。还缺佐证材料（监测报告）。");
  EXPECT_EQ(
      say(world, Language::en),
      "The value is 91%, required ≥ 90%, beyond by 1 percentage points: met. Evidence is still missing (监测报告).");
  world.answer("x").evidence.push_back({"e1", "监测报告", "", "", "", "", "", {}});
  EXPECT_EQ(say(world), "现状值 91%，要求 ≥ 90%，高出 1 个百分点，因此达标。");
}

TEST(ExplainByHand, AResultIsNotNamedTwice) {
  World world;
  world.number("x", test::at_least("90")).applies_when.regions = {"450881"};
  world.scheme.indicators[0].evidence_required = true;
  world.answer("x").manual = {"pass", "已核实", "", "张三", "", {}};
  EXPECT_EQ(say(world),
            "人工认定为达标（认定人：张三；理由：已核实）。按规则计算的结果是不适用：本项只涉及桂平市，不涉及覃塘区。"
            "还缺佐证材料。");
  world.scheme.indicators[0].applies_when = {};
  world.answer("x").not_applicable = {true, "没有对象", {}};
  EXPECT_EQ(say(world),
            "人工认定为达标（认定人：张三；理由：已核实）。按规则计算的结果是不适用：已标为不适用，理由：没有对象。"
            "还缺佐证材料。");
}

TEST(ExplainComposites, AMemberForInformationDecidesNothing) {
  World world;
  world.number("x", test::any_of_rules({test::at_least("90"), Rule{}}));
  world.answer("x").value = "91";
  EXPECT_EQ(
      say(world),
      "现状值 91%。（1）要求 ≥ 90%，高出 1 个百分点，达标；（2）不作判定，仅供参考。满足一个条件即可，因此达标。");
}

// ---- gates ----

TEST(GateInWords, EveryKindSaysWhatItAsksFor) {
  Gate gate;
  GateOutcome outcome;
  outcome.applicable = 60;
  outcome.passed = 45;
  outcome.failed = 15;
  gate.kind = GateKind::share_pass;
  gate.share = decimal("80");
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "60 项中 45 项达标，占 75%，要求 ≥ 80%，15 项未达标");
  EXPECT_EQ(gate_in_words(gate, outcome, Language::en), "45 of 60 met, 75%, ≥ 80% required, 15 not met");
  gate.kind = GateKind::at_least_pass;
  gate.count = 50;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "60 项中 45 项达标，要求至少 50 项，15 项未达标");
  gate.kind = GateKind::no_veto;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "15 项否决");
  outcome.failed = 0;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "没有否决事项");
  outcome.unfilled = 2;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "没有否决事项，2 项未填报");
  gate.kind = GateKind::evidence_complete;
  outcome.without_evidence = 3;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "还有 3 项缺佐证材料，2 项未填报");
  outcome.without_evidence = outcome.unfilled = 0;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "60 项都有佐证材料");
  EXPECT_EQ(gate_in_words(gate, outcome, Language::en), "all 60 with evidence");
}

TEST(GateInWords, AShareIsNeverRoundedOntoItsRequirement) {
  Gate gate;
  gate.kind = GateKind::share_pass;
  gate.share = decimal("66.67");
  GateOutcome outcome;
  outcome.applicable = 3;
  outcome.passed = 2;
  outcome.failed = 1;
  EXPECT_EQ(gate_in_words(gate, outcome, Language::zh), "3 项中 2 项达标，占约 66.667%，要求 ≥ 66.67%，1 项未达标");
}

}  // namespace
}  // namespace luping
