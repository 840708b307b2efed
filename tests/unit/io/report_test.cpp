// The exports: the report model, the result file, the spreadsheet file.
#include "io/report.h"

#include <gtest/gtest.h>

#include "core/words/explain.h"
#include "io/json_tree.h"
#include "support/repository.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

Report report_of(const World& world, Language language = Language::zh) {
  return build_report(world.scheme, world.assessment, evaluate(world.scheme, world.assessment), "f.json", language);
}

// ---- 人工认定 and evidence: both results are there in every export ----

TEST(ReportByHand, BothResultsStand) {
  World world;
  world.number("x", test::at_least("85")).evidence_required = true;
  world.answer("x").value = "80";
  world.answer("x").manual = {"pass", "现场核查", "市办", "张三", "2024-01-10", {}};
  const Report report = report_of(world);
  const ReportIndicator& line = report.indicators.at(0);
  EXPECT_EQ(line.result, Result::pass);
  EXPECT_EQ(line.computed, Result::fail);
  EXPECT_EQ(line.computed_reason, "comparison");
  EXPECT_TRUE(line.evidence_missing);
  EXPECT_EQ(line.shortfall, "人工认定（按规则：未达标）");
  EXPECT_EQ(report_of(world, Language::en).indicators.at(0).shortfall, "set by hand (the rule gives: not met)");
  const std::string json = write_result({report}, "test");
  EXPECT_NE(json.find("\"computed\""), std::string::npos);
  EXPECT_NE(json.find("\"evidenceMissing\": true"), std::string::npos);
  EXPECT_NE(write_csv({report}, Language::zh).find("人工认定（按规则：未达标）"), std::string::npos);

  world.answer("x").manual = {};
  const Report computed = report_of(world);
  EXPECT_FALSE(computed.indicators.at(0).computed);
  EXPECT_EQ(write_result({computed}, "test").find("\"computed\""), std::string::npos);
}

// ---- spreadsheet ----

std::vector<std::vector<std::string>> rows_of(std::string_view csv) {
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
  csv.remove_prefix(3);
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
        rows.back().back() += c;
        ++i;
      } else if (c == '"') {
        quoted = false;
      } else {
        rows.back().back() += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\r') {
      EXPECT_EQ(csv[i + 1], '\n');
      ++i;
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  EXPECT_EQ(rows.back(), std::vector<std::string>(1)) << "the last row ends, too";
  rows.pop_back();
  return rows;
}

std::string note_cell(const std::string& note) {
  World world;
  world.number("x", test::at_least("5"));
  world.answer("x").note = note;
  return rows_of(write_csv({report_of(world)}, Language::zh)).at(1).back();
}

TEST(Csv, OneRowAnIndicator) {
  World world;
  world.number("x", test::at_least("50"));
  world.share("y", test::at_least("50"));
  world.answer("x").value = "47.2";
  const auto rows = rows_of(write_csv({report_of(world), report_of(world)}, Language::zh));
  ASSERT_EQ(rows.size(), 5U);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  EXPECT_EQ(rows[0][5], "指标编号");
  EXPECT_EQ(rows[1][5], "x");
  EXPECT_EQ(rows[1][8], "未达标");
  EXPECT_EQ(rows[1][9], "47.2");
  EXPECT_EQ(rows[1][11], "≥ 50%");
  EXPECT_EQ(rows_of(write_csv({report_of(world, Language::en)}, Language::en))[1][8], "fail");
}

TEST(Csv, TextComesBack) {
  for (const char* text : {"a,b", "a\"b\"", "一行\n两行", "a\r\n", "", "  ", "约 5", "5%"})
    EXPECT_EQ(note_cell(text), text);
}

TEST(Csv, FormulasAreDisarmed) {
  for (const char* text : {"=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-1+1", "-5%", "+", "\t=1", "\r=1", "\n=1",
                           "＝1+1", "＋1", "－1", "＠SUM(A1)", "-A1"})
    EXPECT_EQ(note_cell(text), "'" + std::string(text)) << text;
  for (const char* text : {"-5", "+5", "-0.5", "5-3", "a=b", "'", "—", "≥ 50"}) EXPECT_EQ(note_cell(text), text);
}

// ---- result file ----

TEST(ResultFile, SaysWhatTheEvaluationSays) {
  World world;
  world.share("x", test::at_least("50")).name = "治理率\"";
  world.answer("x").inputs = {{"treated", "59"}, {"total", "125"}};
  Gate gate;
  gate.id = "must";
  gate.title = "确保";
  gate.obligations = {Obligation::must};
  world.scheme.gates = {gate};
  world.assessment.sample = true;
  const std::string bytes = write_result({report_of(world)}, "luping 0");
  const JsonTree tree = parse_json(bytes);
  ASSERT_TRUE(tree.diagnostics.empty());
  EXPECT_EQ(tree.root.find("format")->text, "luping-result");
  const JsonNode& result = tree.root.find("results")->items.at(0);
  EXPECT_TRUE(result.find("sample")->truth);
  EXPECT_EQ(result.find("conclusion")->find("result")->text, "fail");
  EXPECT_EQ(result.find("counts")->find("fail")->text, "1");
  EXPECT_EQ(result.find("gates")->items.at(0).find("applicable")->text, "1");
  const JsonNode& indicator = result.find("indicators")->items.at(0);
  EXPECT_EQ(indicator.find("name")->text, "治理率\"");
  EXPECT_EQ(indicator.find("result")->text, "fail");
  EXPECT_EQ(indicator.find("reason")->text, "comparison");
  EXPECT_EQ(indicator.find("value")->text, "47.2");
  EXPECT_EQ(indicator.find("rounded"), nullptr);
  EXPECT_EQ(indicator.find("gap")->text, "-2.8");
  EXPECT_EQ(indicator.find("lever")->find("change")->text, "4");
}

TEST(ResultFile, AFigureThatDoesNotEndIsRoundedTowardFailing) {
  const auto value = [](Rule rule, const char* treated, const char* total) {
    World world;
    world.share("x", std::move(rule));
    world.answer("x").inputs = {{"treated", treated}, {"total", total}};
    const ReportIndicator indicator = report_of(world).indicators.at(0);
    EXPECT_TRUE(indicator.value_rounded);
    return indicator.value;
  };
  EXPECT_EQ(value(test::at_least("50"), "4999999", "9999999"), "49.999994");
  EXPECT_EQ(value(test::at_least("66"), "2", "3"), "66.666666");
  EXPECT_EQ(value(test::at_most("66"), "2", "3"), "66.666667");
  EXPECT_EQ(value(test::at_most("50"), "5000001", "9999999"), "50.000016");
}

// Reasons of indicators without a value, and of those that compare.
TEST(ResultFile, Reasons) {
  World world;
  world.number("target", test::all_of_rules({test::at_least("5"), test::meets_target()}));
  world.number("empty", test::at_least("5"));
  world.number("bad", test::at_least("5"));
  world.number("away", test::at_least("5")).applies_when.regions = {"450881"};
  world.answer("target").value = "5";
  world.answer("bad").value = "五";
  const Report report = report_of(world);
  std::vector<std::string> reasons;
  for (const ReportIndicator& one : report.indicators) reasons.emplace_back(one.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"missingTarget", "notFilled", "notANumber", "excludedByScheme"}));
}

TEST(Report, TheSampleInBothLanguages) {
  const Scheme& scheme = test::guigang();
  const Parsed<Assessment> sample = parse_assessment(test::read_repository_file(test::kGapsFile), "f.json", scheme);
  ASSERT_TRUE(sample.value);
  const Evaluation evaluation = evaluate(scheme, *sample.value);
  for (const Language language : {Language::zh, Language::en}) {
    const Report report = build_report(scheme, *sample.value, evaluation, "f.json", language);
    ASSERT_EQ(report.indicators.size(), scheme.indicators.size());
    for (const ReportIndicator& one : report.indicators) {
      EXPECT_FALSE(one.explanation.empty()) << one.id;
      EXPECT_FALSE(one.requirement.empty()) << one.id;
      EXPECT_FALSE(one.group.empty()) << one.id;
      EXPECT_FALSE(one.lead.empty()) << one.id;
    }
    EXPECT_FALSE(parse_json(write_result({report}, "luping")).root.members.empty());
  }
}

}  // namespace
}  // namespace luping
