// Cross references and fitness: of schemes, of assessments and target packs under a scheme.
#include "core/check/check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/found.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::Expected;
using test::found;
using test::World;

TEST(CheckScheme, AGoodOne) {
  World world;
  world.share("x", test::at_least("50"));
  EXPECT_EQ(found(check(world.scheme)), Expected{});
}

TEST(CheckScheme, Empty) {
  World world;
  world.scheme.regions.clear();
  world.scheme.years.clear();
  EXPECT_EQ(found(check(world.scheme)),
            (Expected{{empty_list, "/regions"}, {empty_list, "/years"}, {empty_list, "/indicators"}}));
}

TEST(CheckScheme, IdsAreUniqueAndResolve) {
  World world;
  world.number("x", test::at_least("50"));
  world.number("x", test::at_least("50")).item = "9";
  world.scheme.indicators[1].value.unit = "tonne";
  world.scheme.indicators[1].applies_when.regions = {"450804", "1"};
  world.scheme.items[0].group = "h";
  world.scheme.items[0].lead_units = {"nobody"};
  world.measure("m").item = "8";
  world.scheme.readings.push_back({"r", "口径", "", "", {}, "", {"x", "y"}});
  EXPECT_EQ(found(check(world.scheme)), (Expected{{duplicate_id, "/indicators/1/id"},
                                                  {unknown_reference, "/items/0/group"},
                                                  {unknown_reference, "/items/0/leadUnits/0"},
                                                  {unknown_reference, "/indicators/1/item"},
                                                  {unknown_reference, "/indicators/1/appliesWhen/regions/1"},
                                                  {unknown_reference, "/indicators/1/value/unit"},
                                                  {unknown_reference, "/measures/0/item"},
                                                  {unknown_reference, "/readings/0/indicators/1"}}));
}

TEST(CheckScheme, FormulasNameTheirInputs) {
  World world;
  Indicator& indicator = world.share("x", test::at_least("50"));
  indicator.value.formula = test::formula("100 * treated / villages");
  EXPECT_EQ(found(check(world.scheme)), (Expected{{input_unused, "/indicators/0/value/inputs/1/id"},
                                                  {formula_unknown_input, "/indicators/0/value/formula"}}));
}

TEST(CheckScheme, RulesFitTheirValues) {
  World world;
  world.status("a", {"是"}, test::at_least("5"));
  world.number("b", test::one_of({"是"}));
  world.number("c", test::all_of_rules({test::at_least("1"), test::meets_target()}), Direction::none);
  world.status("d", {"是"}, test::one_of({"是", "否"}));
  world.share("e", test::at_least("101"));
  Rule choose;
  choose.kind = RuleKind::choose;
  choose.attribute = "terrain";
  choose.cases = {{"山区"}};
  choose.rules = {test::at_least("500"), test::stable_or_improving()};
  choose.has_otherwise = true;
  world.scheme.attributes = {{"terrain", "地形", {"山区", "平原"}}};
  world.share("f", choose).value.direction = Direction::none;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{rule_needs_number, "/indicators/0/rule"},
                                                  {rule_needs_status, "/indicators/1/rule"},
                                                  {rule_needs_direction, "/indicators/2/rule/rules/1"},
                                                  {status_not_an_option, "/indicators/3/rule/values/1"},
                                                  {threshold_out_of_range, "/indicators/4/rule/threshold"},
                                                  {threshold_out_of_range, "/indicators/5/rule/cases/0/rule/threshold"},
                                                  {rule_needs_direction, "/indicators/5/rule/otherwise"}}));
}

TEST(CheckAssessment, UnknownIds) {
  World world;
  world.share("x", test::at_least("50"));
  world.answer("a/b~c").value = "1";
  world.answer("x").inputs["neu"] = "1";
  world.assessment.measures["m"].state = "done";
  world.assessment.region = "1";
  world.assessment.year = 23;
  EXPECT_EQ(found(check(world.assessment, world.scheme)), (Expected{{unknown_region, "/region"},
                                                                    {unknown_year, "/year"},
                                                                    {unknown_indicator, "/answers/a~1b~0c"},
                                                                    {unknown_input, "/answers/x/inputs/neu"},
                                                                    {unknown_measure, "/measures/m"}}));
}

TEST(CheckAssessment, AnotherSchemeIsOneErrorAndNotAHundred) {
  World world;
  world.assessment.scheme_id = "other";
  world.answer("x").value = "1";
  EXPECT_EQ(found(check(world.assessment, world.scheme)), (Expected{{unknown_scheme, "/scheme/id"}}));
}

TEST(CheckAssessment, Warnings) {
  World world;
  world.share("x", test::meets_target());
  world.status("s", {"是", "否"}, test::one_of({"是"}));
  world.assessment.scheme_version = "0";
  world.answer("s").value = "也许";
  Answer& answer = world.answer("x");
  answer.value = "约95";
  answer.not_applicable.declared = true;
  answer.target.direction = "atMost";
  const std::vector<Diagnostic> diagnostics = check(world.assessment, world.scheme);
  EXPECT_EQ(found(diagnostics), (Expected{{other_scheme_version, "/scheme/version"},
                                          {indicator_unverified, "/answers/x"},
                                          {indicator_unverified, "/answers/s"},
                                          {value_not_an_option, "/answers/s/value"},
                                          {reason_missing, "/answers/x/notApplicable"},
                                          {direction_conflict, "/answers/x/target/direction"},
                                          {value_not_a_number, "/answers/x/value"}}));
  EXPECT_FALSE(has_error(diagnostics));
}

TEST(CheckAssessment, FigureAndInputsDisagree) {
  World world;
  world.share("x", test::at_least("50"));
  Answer& answer = world.answer("x");
  answer.inputs = {{"treated", "412"}, {"total", "436"}};  // 94.4954…
  const auto disagree = [&](std::string value) {
    answer.value = std::move(value);
    return !check(world.assessment, world.scheme).empty();
  };
  for (const char* rounded : {"94.4954", "94.50", "94.5", "94", "９４．５％"})
    EXPECT_FALSE(disagree(rounded)) << rounded;
  for (const char* other : {"94.49", "95", "94.4", "94.51", "9"}) EXPECT_TRUE(disagree(other)) << other;
  answer.entry = "value";
  EXPECT_FALSE(disagree("9")) << "only one of the two counts";
}

TEST(CheckTargets, EntriesOfAPack) {
  World world;
  world.share("x", test::meets_target());
  TargetPack pack;
  pack.scheme = world.scheme.id;
  const auto add = [&](std::string region, std::string indicator, int year, std::string value,
                       std::string direction = {}) {
    Target target;
    target.region = std::move(region);
    target.indicator = std::move(indicator);
    target.year = year;
    target.value = std::move(value);
    target.direction = std::move(direction);
    pack.targets.push_back(target);
  };
  add("450804", "x", 2023, "93.5");
  add("450804", "x", 2024, "94");
  add("450804", "x", 2023, "95");
  add("1", "x", 2023, "95");
  add("450881", "y", 2023, "95");
  add("450881", "x", 3, "高");
  add("450881", "x", 2023, "", "atMost");
  EXPECT_EQ(found(check(pack, world.scheme)), (Expected{{duplicate_target, "/targets/2"},
                                                        {unknown_region, "/targets/3/region"},
                                                        {unknown_indicator, "/targets/4/indicator"},
                                                        {unknown_year, "/targets/5/year"},
                                                        {bad_number, "/targets/5/value"},
                                                        {direction_conflict, "/targets/6/direction"},
                                                        {bad_number, "/targets/6/value"}}));
}

TEST(AdoptTargets, ReplacesAndKeeps) {
  World world;
  world.target("x", "1");
  world.target("y", "2");
  TargetPack pack;
  const auto add = [&](std::string region, std::string indicator, int year, std::string value) {
    Target target;
    target.region = std::move(region);
    target.indicator = std::move(indicator);
    target.year = year;
    target.value = std::move(value);
    pack.targets.push_back(target);
  };
  add("450804", "z", 2023, "3");
  add("450804", "x", 2023, "9");
  add("450804", "x", 2022, "8");
  add("450881", "y", 2023, "7");
  EXPECT_EQ(adopt_targets(world.assessment, pack), 3U);
  std::string all;
  for (const Target& target : world.assessment.targets)
    all += target.indicator + " " + std::to_string(target.year) + " " + target.value + ";";
  EXPECT_EQ(all, "x 2022 8;x 2023 9;y 2023 2;z 2023 3;");
  const Assessment once = world.assessment;
  adopt_targets(world.assessment, pack);
  EXPECT_EQ(world.assessment, once);
}

TEST(PointerStep, Escapes) { EXPECT_EQ(pointer_step("a/b~c"), "/a~1b~0c"); }

// ---- wording ----

TEST(Diagnostics, EveryCodeHasItsWordingInBothLanguages) {
  for (int code = 0; code <= static_cast<int>(empty_list); ++code) {
    Diagnostic diagnostic;
    diagnostic.code = static_cast<DiagnosticCode>(code);
    diagnostic.arguments = {"甲", "乙", "丙"};
    for (const Language language : {Language::zh, Language::en}) {
      const std::string text = message_of(diagnostic, language);
      EXPECT_FALSE(text.empty()) << code;
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
    // Missing arguments leave a gap, no crash.
    diagnostic.arguments.clear();
    EXPECT_FALSE(message_of(diagnostic, Language::zh).empty());
  }
}

TEST(Diagnostics, Lines) {
  Diagnostic diagnostic;
  diagnostic.code = missing_field;
  diagnostic.arguments = {"year"};
  diagnostic.file = "示例.json";
  diagnostic.pointer = "/year";
  diagnostic.line = 3;
  diagnostic.column = 5;
  EXPECT_EQ(to_line(diagnostic, Language::zh),
            "示例.json 第 3 行第 5 列（/year）：缺少必需的字段“year”。请补上后再打开。");
  EXPECT_EQ(to_line(diagnostic, Language::en), "示例.json:3:5 (/year): error: field 'year' is missing");
  diagnostic.severity = Severity::warning;
  EXPECT_EQ(to_line(diagnostic, Language::zh),
            "示例.json 第 3 行第 5 列（/year）：提醒：缺少必需的字段“year”。请补上后再打开。");
}

TEST(Diagnostics, TermsOfTheProgramAreTranslated) {
  const auto english = [](DiagnosticCode code, std::vector<std::string> arguments) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.arguments = std::move(arguments);
    return message_of(diagnostic, Language::en);
  };
  for (const std::string& text :
       {english(unexpected_format, {"目标文件", "自评文件"}),
        english(unexpected_format, {"指标体系文件", "评价结果文件"}), english(wrong_type, {"year", "数字", "文字"}),
        english(wrong_type, {"year", "整数", "空值 null"}), english(wrong_type, {"value", "数字或文字", "true/false"}),
        english(wrong_type, {"targets", "列表 [ ]", "对象 { }"}), english(unknown_reference, {"x", "条目（item）"}),
        english(json_syntax, {"换行"})}) {
    for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80) << text;
  }
}

}  // namespace
}  // namespace luping
