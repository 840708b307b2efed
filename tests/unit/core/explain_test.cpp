#include "core/words/explain.h"

#include <gtest/gtest.h>

#include <random>

#include "core/analysis/gap.h"
#include "core/words/phrases.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::rational;
using test::World;

std::string say(const World& world, const std::string& id, Language language = Language::zh) {
  const Indicator& indicator = *find_indicator(world.scheme, id);
  return explain(world.scheme, world.assessment, indicator, world.outcome(id), language);
}

std::string shown(const World& world, const std::string& id) {
  return value_text(*find_indicator(world.scheme, id), world.outcome(id), Language::zh);
}

Rational number_in(std::string text) {
  if (text.starts_with("约 ")) text.erase(0, std::string_view("约 ").size());
  return rational(text);
}

// ---- figures ----

TEST(Figure, ShowsWhatIsExactInFull) {
  EXPECT_EQ(figure(rational("47.2"), {}, Language::zh), "47.2");
  EXPECT_EQ(figure(rational("0.000001"), {}, Language::zh), "0.000001");
  EXPECT_EQ(figure(Rational(1) / Rational(3), {}, Language::zh), "约 0.33");
  EXPECT_EQ(figure(Rational(2) / Rational(3), {}, Language::en), "about 0.67");
}

TEST(Figure, NeverTouchesWhatItIsComparedWith) {
  const Rational just_below = Rational(50) - Rational(1) / Rational(3'000'000);
  EXPECT_EQ(figure(just_below, {Rational(50)}, Language::zh), "约 49.9999997");
  EXPECT_EQ(figure(just_below, {}, Language::zh), "约 50");
  const Rational a_hair = Rational(1) / rational("3000000000000000");
  EXPECT_LT(number_in(figure(Rational(50) - a_hair, {Rational(50)}, Language::zh)), Rational(50));
  EXPECT_GT(number_in(figure(Rational(50) + a_hair, {Rational(50)}, Language::zh)), Rational(50));
  // Several at once.
  EXPECT_LT(number_in(figure(Rational(50) - a_hair, {Rational(10), Rational(50), Rational(90)}, Language::zh)),
            Rational(50));
}

// For any fraction near any threshold the figure on screen compares with it as the fraction itself does.
TEST(ValueShown, StandsOnTheSameSideOfItsRequirement) {
  std::mt19937_64 random(95);
  for (int i = 0; i < 6'000; ++i) {
    World world;
    const auto whole = static_cast<std::int64_t>(random() % (i % 3 == 0 ? 1'000'000'000'000ULL : 5'000ULL)) + 1;
    const auto percent = static_cast<std::int64_t>(random() % 1'001);  // tenths
    std::int64_t part = percent * whole / 1'000 + static_cast<std::int64_t>(random() % 3) - 1;
    part = std::clamp<std::int64_t>(part, 0, whole);
    const std::string threshold = Decimal{percent, 1}.to_string();
    constexpr Comparison kComparisons[] = {Comparison::at_least, Comparison::more_than, Comparison::at_most,
                                           Comparison::less_than, Comparison::equals};
    world.share("x", test::compare_rule(kComparisons[i % 5], threshold));
    world.answer("x").inputs = {{"treated", std::to_string(part)}, {"total", std::to_string(whole)}};
    const Rational exact = Rational(100) * Rational(part) / Rational(whole);
    const Rational seen = number_in(shown(world, "x"));
    ASSERT_EQ(seen <=> rational(threshold), exact <=> rational(threshold))
        << part << " of " << whole << " against " << threshold << " shown as " << shown(world, "x");
    // And so does the gap: a distance of nothing is shown only when there is none.
    const std::optional<Gap> gap = gap_of(world.scheme.indicators[0].rule, world.outcome("x").trace);
    ASSERT_TRUE(gap);
    ASSERT_EQ(number_in(figure(gap->distance.abs(), {Rational()}, Language::zh)).is_zero(), gap->distance.is_zero());
  }
}

// Two conditions: the figure must not be drawn onto either, also when the other one is farther off.
TEST(ValueShown, StandsOnTheSameSideOfEveryCondition) {
  World world;
  world.share("x", test::all_of_rules({test::meets_target(), test::stable_or_improving()}));
  world.target("x", "50");
  world.answer("x").history["2022"].value = "80";
  world.answer("x").inputs = {{"treated", "4999999"}, {"total", "9999999"}};
  ASSERT_EQ(world.result("x"), Result::fail);
  EXPECT_LT(number_in(shown(world, "x")), Rational(50)) << shown(world, "x");
  EXPECT_EQ(say(world, "x").find("现状值约 50%"), std::string::npos) << say(world, "x");

  World range;
  range.share("x", test::between("50", "60"));
  range.answer("x").inputs = {{"treated", "4999999"}, {"total", "9999999"}};
  EXPECT_LT(number_in(shown(range, "x")), Rational(50));
}

TEST(ValueShown, AnImpossibleFigureIsNotShownAsTheLimit) {
  World world;
  world.share("x", test::at_least("95"));
  world.answer("x").inputs = {{"treated", "3000001"}, {"total", "3000000"}};
  ASSERT_EQ(world.result("x"), Result::error);
  EXPECT_EQ(say(world, "x").find("约 100%"), std::string::npos) << say(world, "x");
  EXPECT_GT(number_in(shown(world, "x")), Rational(100));
}

TEST(ValueShown, AsTyped) {
  World world;
  world.number("x", test::at_least("95"));
  world.answer("x").value = "95.0";
  EXPECT_EQ(shown(world, "x"), "95.0");
  world.answer("x").value = "９５．００％";
  EXPECT_EQ(shown(world, "x"), "95.00");
}

// ---- sentences ----

TEST(Explain, Comparisons) {
  World world;
  world.number("x", test::at_least("95")).threshold_quote = "≥95%";
  world.answer("x").value = "94.96";
  EXPECT_EQ(say(world, "x"),
            "现状值 94.96%，要求 ≥ 95%（原文“≥95%”），差 0.04 个百分点（按全数值比较法比较，不修约），因此未达标。");
  EXPECT_EQ(
      say(world, "x", Language::en),
      "The value is 94.96%, required ≥ 95% (“≥95%”), short by 0.04 percentage points (compared unrounded): not met.");
  world.answer("x").value = "95.0";
  EXPECT_EQ(say(world, "x"), "现状值 95.0%，要求 ≥ 95%（原文“≥95%”），恰好达到，因此达标。");
  world.answer("x").value = "96";
  EXPECT_EQ(say(world, "x"), "现状值 96%，要求 ≥ 95%（原文“≥95%”），高出 1 个百分点，因此达标。");
}

TEST(Explain, Strictness) {
  World world;
  world.number("x", test::more_than("50"));
  world.answer("x").value = "50";
  EXPECT_EQ(say(world, "x"), "现状值 50%，要求 > 50%，恰好相等，不算达到，因此未达标。");
}

TEST(Explain, LowerIsBetter) {
  World world;
  world.number("x", test::at_most("5"), Direction::lower).value.unit = "km2";
  world.answer("x").value = "4";
  EXPECT_EQ(say(world, "x"), "现状值 4 平方公里，要求 ≤ 5 平方公里，低于限值 1 平方公里，因此达标。");
  world.answer("x").value = "6";
  EXPECT_EQ(say(world, "x"), "现状值 6 平方公里，要求 ≤ 5 平方公里，超出 1 平方公里，因此未达标。");
}

TEST(Explain, ARangeNamesBothEnds) {
  World world;
  world.number("x", test::between("6", "9", false, true));
  world.answer("x").value = "7";
  EXPECT_EQ(say(world, "x"), "现状值 7%，要求 ≥ 6% 且 < 9%，在范围内，因此达标。");
  EXPECT_EQ(say(world, "x", Language::en), "The value is 7%, required ≥ 6% and < 9%, within the range: met.");
  world.answer("x").value = "5";
  EXPECT_EQ(say(world, "x"), "现状值 5%，要求 ≥ 6% 且 < 9%，差 1 个百分点，因此未达标。");
  world.answer("x").value = "9";
  EXPECT_EQ(say(world, "x"), "现状值 9%，要求 ≥ 6% 且 < 9%，恰好相等，不算达到，因此未达标。");
}

TEST(Explain, AFormulaShowsItsSum) {
  World world;
  world.share("x", test::at_least("50"));
  world.answer("x").inputs = {{"treated", "59"}, {"total", "125"}};
  EXPECT_EQ(say(world, "x"), "现状值 47.2%（100 × 59 ÷ 125），要求 ≥ 50%，差 2.8 个百分点，因此未达标。");
  world.answer("x").inputs = {{"treated", "59"}};
  EXPECT_EQ(say(world, "x"), "已填了一部分数量，还缺“total”，无法计算。");
  world.answer("x").inputs = {{"treated", "0"}, {"total", "0"}};
  EXPECT_NE(say(world, "x").find("0 ÷ 0"), std::string::npos);
  world.answer("x").inputs = {{"treated", "1"}, {"total", "0"}};
  EXPECT_EQ(say(world, "x"), "除数为 0，无法计算。请核对所填数量。");
  world.answer("x").inputs = {{"treated", "1.5"}, {"total", "3"}};
  EXPECT_EQ(say(world, "x"), "“treated”应为整数，现填“1.5”，请核对。");
  world.answer("x").inputs = {{"treated", "126"}, {"total", "125"}};
  EXPECT_EQ(say(world, "x"), "算出的数值 100.8% 超出可能的范围（0% 至 100%）。请核对所填数量。");
}

TEST(Explain, Targets) {
  World world;
  world.number("x", test::meets_target());
  world.answer("x").value = "83";
  EXPECT_EQ(say(world, "x"),
            "现状值 83%，上级目标还没有下达（请打开下达的目标文件，或在“目标”中填写），因此无法判定。");
  world.answer("x").target.value = "85";
  EXPECT_EQ(say(world, "x"), "现状值 83%，上级下达目标（手工填写）≥ 85%，差 2 个百分点，因此未达标。");
  world.target("x", "80");
  world.assessment.targets[0].document_number = "贵环〔2023〕1号";
  EXPECT_EQ(say(world, "x"), "现状值 83%，上级下达目标（贵环〔2023〕1号）≥ 80%，高出 3 个百分点，因此达标。");
  world.assessment.targets[0].document_number.clear();
  EXPECT_EQ(say(world, "x"), "现状值 83%，上级下达目标 ≥ 80%，高出 3 个百分点，因此达标。");
  world.assessment.targets[0].direction = "atMost";
  EXPECT_EQ(say(world, "x"), "现状值 83%，下达目标的方向与本指标相反（请与下达单位核对），因此无法判定。");
}

TEST(Explain, SeriesWithAGapNamesTheMissingYear) {
  World world;
  world.number("x", test::stable_or_improving(3));
  world.answer("x").value = "80";
  world.answer("x").history = {{"2022", {"80", "", {}}}, {"2020", {"79", "", {}}}};
  EXPECT_EQ(say(world, "x"), "现状值 80%，2022 年 80%，持平；2021 年的数值还没有填写，无法比较，因此无法判定。");
}

TEST(Explain, SeriesOfYearsNamesBothEndsOfAStep) {
  World world;
  world.number("x", test::stable_or_improving(2));
  world.answer("x").value = "80";
  world.answer("x").history = {{"2022", {"78", "", {}}}, {"2021", {"79", "", {}}}};
  EXPECT_EQ(say(world, "x"),
            "现状值 80%，2022 年 78%，上升 2 个百分点，没有变差；2021 年 79%，到 2022 年下降 1 "
            "个百分点，变差了，因此未达标。");
}

TEST(Explain, FiguresOfOthersKeepTheirDigits) {
  World world;
  world.number("x", test::all_of_rules({test::meets_target(), test::stable_or_improving(), test::at_least("50.0")}));
  world.answer("x").value = "55.10";
  world.answer("x").history["2022"].value = "54.0%";
  world.target("x", "55.100");
  EXPECT_EQ(say(world, "x"),
            "现状值 55.10%。（1）上级下达目标 ≥ 55.100%，恰好达到，达标；（2）2022 年 54.0%，上升 1.1 "
            "个百分点，没有变差，达标；"
            "（3）要求 ≥ 50.0%，高出 5.1 个百分点，达标。各条件须同时满足，因此达标。");
}

TEST(Explain, Change) {
  World world;
  world.number("x", test::change(Reference::baseline, ChangeMeasure::absolute, Comparison::at_least, "0"));
  world.answer("x").value = "96";
  world.answer("x").baseline.value = "95.5";
  EXPECT_EQ(say(world, "x"), "现状值 96%，基期 95.5%，增加 0.5 个百分点，要求不低于基期，因此达标。");
  world.answer("x").baseline.value = "";
  EXPECT_EQ(say(world, "x"), "现状值 96%，基期的数值还没有填写，无法比较，因此无法判定。");
  World percent;
  percent.number("x", test::change(Reference::previous_year, ChangeMeasure::percent, Comparison::at_most, "-5"),
                 Direction::lower);
  percent.answer("x").value = "97";
  percent.answer("x").history["2022"].value = "100";
  EXPECT_EQ(say(percent, "x"), "现状值 97%，2022 年 100%，减少 3%，要求比上年的变化 ≤ -5%，因此未达标。");
}

TEST(Explain, Composites) {
  World world;
  world.number("x", test::all_of_rules({test::at_least("50"), test::stable_or_improving()}));
  world.answer("x").value = "55";
  world.answer("x").history["2022"].value = "56";
  EXPECT_EQ(say(world, "x"),
            "现状值 55%。（1）要求 ≥ 50%，高出 5 个百分点，达标；（2）2022 年 56%，下降 1 "
            "个百分点，变差了，未达标。各条件须同时满足，因此未达标。");
  world.scheme.indicators[0].rule.kind = RuleKind::any_of;
  EXPECT_NE(say(world, "x").find("满足一个条件即可，因此达标。"), std::string::npos);
}

TEST(Explain, StatusAndApplicability) {
  World world;
  world.status("x", {"已建立", "未建立"}, test::one_of({"已建立"}));
  EXPECT_EQ(say(world, "x"), "尚未填报。请选择现在的情况。");
  world.answer("x").value = "未建立";
  EXPECT_EQ(say(world, "x"), "现状为“未建立”，要求为“已建立”，因此未达标。");
  world.answer("x").not_applicable = {true, "没有这类对象", {}};
  EXPECT_EQ(say(world, "x"), "已标为不适用，理由：没有这类对象");
  world.scheme.indicators[0].applies_when.regions = {"450881"};
  EXPECT_EQ(say(world, "x"), "不适用：本项只涉及桂平市，不涉及覃塘区。");
}

TEST(Explain, ChooseWithoutItsAttribute) {
  World world;
  Rule rule;
  rule.kind = RuleKind::choose;
  rule.attribute = "terrain";
  rule.cases = {{"山区"}};
  rule.rules = {test::at_least("60")};
  world.number("x", rule);
  world.answer("x").value = "60";
  EXPECT_EQ(say(world, "x"), "现状值 60%，本地区的“terrain”没有填写或不在分类内，无法选定标准，因此无法判定。");
  world.assessment.attributes["terrain"] = "山区";
  EXPECT_EQ(say(world, "x"), "现状值 60%，按“山区”的标准，要求 ≥ 60%，恰好达到，因此达标。");
}

// Whatever is entered, there is a sentence, in both languages, with nothing left to fill in and no doubled blanks.
TEST(Explain, ThereIsAlwaysASentence) {
  World world;
  world.measure("m");
  world.number("compare", test::at_least("50"));
  world.number("between", test::between("1", "2"));
  world.share("share", test::meets_target());
  world.number("plan", test::meets_target(TargetSource::plan), Direction::lower);
  world.number("change", test::change(Reference::baseline, ChangeMeasure::percent, Comparison::more_than, "5"));
  world.number("year", test::change(Reference::previous_year, ChangeMeasure::absolute, Comparison::less_than, "0"));
  world.number("stable", test::stable_or_improving(3, "0.5"));
  world.number("all", test::all_of_rules({test::meets_target(),
                                          test::any_of_rules({test::at_least("1"), test::stable_or_improving()})}));
  world.status("status", {"是", "否"}, test::one_of({"是"}));
  Indicator& measure = world.status("measure", {}, test::one_of({"完成"}));
  measure.value.kind = ValueKind::measure;
  measure.value.measure = "m";
  world.number("remark", Rule{});
  const char* values[] = {"", "50", "0", "-3", "x", "1e400", "是", "否", "33.333333", "100.5"};
  std::mt19937 random(3);
  const auto any = [&] { return std::string(values[random() % std::size(values)]); };
  const char* states[] = {"", "done", "notStarted", "inProgress"};
  for (int round = 0; round < 2'000; ++round) {
    world.assessment.answers.clear();
    world.assessment.targets.clear();
    world.assessment.measures["m"].state = states[random() % 4];
    for (const Indicator& indicator : world.scheme.indicators) {
      Answer& answer = world.answer(indicator.id);
      answer.value = any();
      answer.baseline.value = any();
      for (const char* year : {"2022", "2021", "2020"}) answer.history[year].value = any();
      if (random() % 2 == 0) answer.inputs = {{"treated", any()}, {"total", any()}};
      answer.target.value = any();
      if (random() % 3 == 0) world.target(indicator.id, any(), random() % 2 == 0 ? "atMost" : "");
      if (random() % 10 == 0) answer.not_applicable = {true, any(), {}};
    }
    const Evaluation evaluation = evaluate(world.scheme, world.assessment);
    for (std::size_t i = 0; i < world.scheme.indicators.size(); ++i) {
      const Indicator& indicator = world.scheme.indicators[i];
      for (const Language language : {Language::zh, Language::en}) {
        const std::string text = explain(world.scheme, world.assessment, indicator, evaluation.indicators[i], language);
        ASSERT_FALSE(text.empty()) << indicator.id;
        ASSERT_EQ(text.find('{'), std::string::npos) << text;
        ASSERT_EQ(text.find("  "), std::string::npos) << text;
        ASSERT_EQ(text.find("，，"), std::string::npos) << text;
        const std::string short_of = shortfall_in_words(world.scheme, indicator, evaluation.indicators[i], language);
        ASSERT_EQ(short_of.find("  "), std::string::npos) << short_of;
        ASSERT_FALSE(requirement_in_short(world.scheme, world.assessment, indicator, language).empty());
        ASSERT_FALSE(rule_in_words(world.scheme, indicator, language).empty());
      }
    }
  }
}

TEST(Explain, Summary) {
  World world;
  Rule rule;
  rule.kind = RuleKind::summary;
  rule.obligations = {Obligation::must, Obligation::task};
  world.number("whole", rule).value = {};
  world.number("a", test::at_least("5"));
  world.answer("a").value = "4";
  const Evaluation evaluation = evaluate(world.scheme, world.assessment);
  EXPECT_EQ(explain(world.scheme, world.assessment, world.scheme.indicators[0], evaluation.indicators[0], Language::zh),
            "本项汇总其余各项：要求确保、任务类指标都达标，各项任务都完成。还有 1 项指标没有达标，因此未达标。");
}

TEST(Obstacle, InAFewWords) {
  World world;
  const auto obstacle = [&](const std::string& id) {
    return obstacle_in_words(world.scheme, *find_indicator(world.scheme, id), world.outcome(id), Language::zh);
  };
  world.number("target", test::all_of_rules({test::at_least("5"), test::meets_target()}));
  world.number("series", test::stable_or_improving(3));
  world.number("base", test::change(Reference::baseline, ChangeMeasure::absolute, Comparison::at_least, "0"));
  world.share("share", test::at_least("5"));
  for (const char* id : {"target", "series", "base"}) world.answer(id).value = "5";
  EXPECT_EQ(obstacle("target"), "目标未下达");
  world.answer("series").history = {{"2022", {"5", "", {}}}, {"2020", {"5", "", {}}}};
  EXPECT_EQ(obstacle("series"), "缺 2021 年数值");
  EXPECT_EQ(obstacle("base"), "缺基期值");
  world.answer("share").inputs = {{"treated", "1"}};
  EXPECT_EQ(obstacle("share"), "还缺“total”");
  world.answer("share").inputs = {{"treated", "5"}, {"total", "4"}};
  EXPECT_EQ(obstacle("share"), "超出可能的范围");
  world.answer("share").inputs = {{"treated", "4"}, {"total", "4"}};
  EXPECT_EQ(obstacle("share"), "") << "nothing stands in the way of a verdict";
}

TEST(RuleInWords, EveryKind) {
  World world;
  const auto words = [&](Rule rule) {
    world.scheme.indicators.clear();
    world.number("x", std::move(rule));
    return rule_in_words(world.scheme, world.scheme.indicators[0], Language::zh);
  };
  EXPECT_EQ(words(test::at_least("95.0")), "≥ 95.0%");
  EXPECT_EQ(words(test::between("6", "9", true, false)), "> 6% 且 ≤ 9%");
  EXPECT_EQ(words(test::meets_target()), "完成上级下达的目标");
  EXPECT_EQ(words(test::meets_target(TargetSource::plan)), "完成年度计划");
  EXPECT_EQ(words(test::change(Reference::baseline, ChangeMeasure::absolute, Comparison::at_least, "0")), "不低于基期");
  EXPECT_EQ(words(test::change(Reference::previous_year, ChangeMeasure::absolute, Comparison::less_than, "0.0")),
            "低于上年");
  EXPECT_EQ(words(test::change(Reference::baseline, ChangeMeasure::percent, Comparison::at_most, "-5")),
            "比基期的变化 ≤ -5%");
  EXPECT_EQ(words(test::stable_or_improving()), "保持稳定或持续改善（不差于上年）");
  EXPECT_EQ(words(test::stable_or_improving(3, "0.5")), "保持稳定或持续改善（近 3 年逐年不变差，容差 0.5 个百分点）");
  EXPECT_EQ(words(test::all_of_rules({test::meets_target(), test::at_least("0")})), "完成上级下达的目标，并且 ≥ 0%");
  EXPECT_EQ(words(test::any_of_rules(
                {test::at_least("90"), test::all_of_rules({test::at_least("80"), test::stable_or_improving()})})),
            "≥ 90%，或者（≥ 80%，并且保持稳定或持续改善（不差于上年））");
}

TEST(RequirementInShort, NeverNamesMoreThanIsAsked) {
  World world;
  world.number("x", test::stable_or_improving());
  world.answer("x").history["2022"].value = "90.4";
  const auto requirement = [&] {
    return requirement_in_short(world.scheme, world.assessment, world.scheme.indicators[0], Language::zh);
  };
  EXPECT_EQ(requirement(), "≥ 90.4（上年）");
  world.scheme.indicators[0].rule = test::stable_or_improving(1, "0.5");
  EXPECT_EQ(requirement(), "保持稳定或持续改善（不差于上年，容差 0.5 个百分点）");
}

TEST(GateInWords, SaysWhatIsOpen) {
  GateOutcome gate;
  EXPECT_EQ(gate_in_words(Gate{}, gate, Language::zh), "没有适用的指标");
  gate.applicable = 34;
  gate.passed = 29;
  gate.failed = 3;
  gate.unresolved = 2;
  EXPECT_EQ(gate_in_words(Gate{}, gate, Language::zh), "34 项中 29 项达标，3 项未达标，2 项无法判定或数据有误");
  EXPECT_EQ(gate_in_words(Gate{}, gate, Language::en), "29 of 34 met, 3 not met, 2 cannot be judged");
}

}  // namespace
}  // namespace luping
