#include <gtest/gtest.h>

#include <algorithm>

#include "core/judge/applicability.h"
#include "core/words/explain.h"
#include "io/files.h"
#include "support/repository.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::lines_of;
using test::replaced;

// A scheme of one indicator with the value and the rule a test wants.
std::string scheme_text(const std::string& value, const std::string& rule) {
  return R"({"format": "luping-scheme", "formatVersion": 1, "id": "s", "version": "1", "title": "测试", "years": [2023],
"regions": [{"id": "450804", "name": "覃塘区", "level": "county", "attributes": {"terrain": "丘陵"}}],
"attributes": [{"id": "terrain", "name": "地形", "values": ["山区", "丘陵", "平原"]}],
"units": [{"id": "percent", "label": "%"}, {"id": "count", "label": "个"}],
"groups": [{"id": "g", "title": "组"}],
"items": [{"id": "1", "group": "g", "title": "项", "text": "文", "leadUnits": [], "responsibleUnits": []}],
"measures": [{"id": "m", "item": "1", "quote": "做"}],
"indicators": [{"id": "x", "item": "1", "name": "指标", "quote": "原文", "obligation": "must",
"value": )" +
         value + ",\n\"rule\": " + rule + "}]}";
}

constexpr const char* kNumber = R"({"kind": "number", "unit": "percent", "direction": "higher"})";

struct Found {
  DiagnosticCode code;
  std::string pointer;
  bool operator==(const Found&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << static_cast<int>(found.code) << " " << found.pointer;
}

std::vector<Found> problems(const std::string& text) {
  std::vector<Found> all;
  for (const Diagnostic& one : parse_scheme(text, "s.json").diagnostics) {
    EXPECT_GE(one.line, 1U);
    all.push_back({one.code, one.pointer});
  }
  return all;
}

std::string words(const std::string& value, const std::string& rule) {
  const Parsed<Scheme> parsed = parse_scheme(scheme_text(value, rule), "s.json");
  if (!parsed.value) return lines_of(parsed.diagnostics);
  return rule_in_words(*parsed.value, parsed.value->indicators[0], Language::zh);
}

using Expected = std::vector<Found>;

TEST(SchemeFile, TheShippedOne) {
  const Scheme& scheme = test::guigang();
  EXPECT_EQ(scheme.id, "guigang-2023");
  EXPECT_EQ(scheme.indicators.size(), 74U);
  EXPECT_EQ(scheme.measures.size(), 120U);
  EXPECT_EQ(scheme.gates.size(), 4U);
  const Indicator& sewage = *find_indicator(scheme, "7.3.a");
  EXPECT_EQ(sewage.value.formula.text(), "100 * treated / villages");
  EXPECT_TRUE(find_input(sewage, "treated")->lever);
  EXPECT_EQ(unit_label(scheme, sewage.value.unit), "%");
  Assessment county;
  county.region = "450804";
  EXPECT_TRUE(applies(scheme, county, *find_indicator(scheme, "10.a")));
  county.region = "450881";
  EXPECT_FALSE(applies(scheme, county, *find_indicator(scheme, "10.a")));
  // 各县（市、区）人民政府 is, for one county, its own government.
  const auto names = organisation_names(scheme, find_item(scheme, "7.3")->responsible_units, "450804");
  EXPECT_NE(std::find(names.begin(), names.end(), "覃塘区人民政府"), names.end());
}

TEST(SchemeFile, EveryRuleKind) {
  EXPECT_EQ(words(kNumber, R"({"kind": "atLeast", "threshold": "95.0"})"), "≥ 95.0%");
  EXPECT_EQ(words(kNumber, R"({"kind": "moreThan", "threshold": 50})"), "> 50%");
  EXPECT_EQ(words(kNumber, R"({"kind": "atMost", "threshold": "0.70"})"), "≤ 0.70%");
  EXPECT_EQ(words(kNumber, R"({"kind": "lessThan", "threshold": "5"})"), "< 5%");
  EXPECT_EQ(words(kNumber, R"({"kind": "equals", "threshold": "0"})"), "= 0%");
  EXPECT_EQ(words(kNumber, R"({"kind": "between", "minimum": "6", "maximum": "9", "strictMaximum": true})"),
            "≥ 6% 且 < 9%");
  EXPECT_EQ(words(R"({"kind": "status", "options": ["是", "否"]})", R"({"kind": "oneOf", "values": ["是"]})"),
            "为“是”");
  EXPECT_EQ(words(R"({"kind": "measure", "measure": "m"})", R"({"kind": "oneOf", "values": ["完成"]})"), "为“完成”");
  EXPECT_EQ(words(kNumber, R"({"kind": "meetsTarget"})"), "完成上级下达的目标");
  EXPECT_EQ(words(kNumber, R"({"kind": "meetsTarget", "source": "plan"})"), "完成年度计划");
  EXPECT_EQ(
      words(
          kNumber,
          R"({"kind": "change", "against": "previousYear", "measure": "percent", "comparison": "atMost", "threshold": "-5"})"),
      "比上年的变化 ≤ -5%");
  EXPECT_EQ(words(kNumber, R"({"kind": "stableOrImproving", "years": 3, "tolerance": "0.5"})"),
            "保持稳定或持续改善（近 3 年逐年不变差，容差 0.5 个百分点）");
  EXPECT_EQ(words(kNumber,
                  R"({"kind": "anyOf", "rules": [{"kind": "atLeast", "threshold": "90"}, {"kind": "meetsTarget"}]})"),
            "≥ 90%，或者完成上级下达的目标");
  EXPECT_EQ(words(kNumber, R"({"kind": "choose", "attribute": "terrain", "cases": [{"values": ["山区", "丘陵"],
                              "rule": {"kind": "atLeast", "threshold": "60"}}], "otherwise": {"kind": "informational"}})"),
            "山区、丘陵：≥ 60%；其他：不作判定，仅供参考");
  EXPECT_EQ(words(R"({"kind": "none"})", R"({"kind": "summary", "obligations": ["must", "task"], "measures": false})"),
            "确保、任务类指标都达标");
}

TEST(SchemeFile, ValuesAndRulesAreChecked) {
  EXPECT_EQ(problems(scheme_text(kNumber, R"({"kind": "near", "threshold": "5"})")),
            (Expected{{bad_word, "/indicators/0/rule/kind"}}));
  EXPECT_EQ(problems(scheme_text(kNumber, R"({"kind": "atLeast"})")),
            (Expected{{missing_field, "/indicators/0/rule/threshold"}}));
  EXPECT_EQ(problems(scheme_text(kNumber, R"({"kind": "atLeast", "threshold": "95%"})")),
            (Expected{{bad_number, "/indicators/0/rule/threshold"}}));
  EXPECT_EQ(problems(scheme_text(kNumber, R"({"kind": "atLeast", "threshold": 1e400})")),
            (Expected{{too_many_digits, "/indicators/0/rule/threshold"}}));
  EXPECT_EQ(problems(scheme_text(kNumber, R"({"kind": "allOf", "rules": []})")),
            (Expected{{empty_list, "/indicators/0/rule/rules"}}));
  EXPECT_EQ(problems(scheme_text(kNumber, R"({"kind": "allOf", "rules": [{"kind": "oneOf", "values": ["是"]}]})")),
            (Expected{{rule_needs_status, "/indicators/0/rule/rules/0"}}));
  EXPECT_EQ(problems(scheme_text(R"({"kind": "none"})", R"({"kind": "summary", "obligations": ["always"]})")),
            (Expected{{empty_list, "/indicators/0/rule/obligations"}, {bad_word, "/indicators/0/rule/obligations/0"}}));
  EXPECT_EQ(problems(scheme_text(R"({"kind": "measure", "measure": "n"})", R"({"kind": "oneOf", "values": ["做完"]})")),
            (Expected{{unknown_reference, "/indicators/0/value/measure"},
                      {status_not_an_option, "/indicators/0/rule/values/0"}}));
  EXPECT_EQ(problems(scheme_text(R"({"kind": "number", "unit": "percent", "minimum": "0", "maximum": "100"})",
                                 R"({"kind": "between", "minimum": "-1", "maximum": "101"})")),
            (Expected{{threshold_out_of_range, "/indicators/0/rule/minimum"},
                      {threshold_out_of_range, "/indicators/0/rule/maximum"}}));
}

TEST(SchemeFile, FormulasAreChecked) {
  const auto number = [](const std::string& formula) {
    return R"({"kind": "number", "unit": "percent", "formula": ")" + formula +
           R"(", "inputs": [{"id": "a", "name": "甲", "unit": "count"}]})";
  };
  const std::string rule = R"({"kind": "atLeast", "threshold": "5"})";
  EXPECT_EQ(problems(scheme_text(number("100 * a"), rule)), Expected{});
  EXPECT_EQ(problems(scheme_text(number("100 * a +"), rule)).front(),
            (Found{formula_syntax, "/indicators/0/value/formula"}));
  EXPECT_EQ(problems(scheme_text(number("sqrt(a)"), rule)).front(),
            (Found{formula_unknown_function, "/indicators/0/value/formula"}));
  EXPECT_EQ(problems(scheme_text(number("a / b"), rule)),
            (Expected{{formula_unknown_input, "/indicators/0/value/formula"}}));
  EXPECT_EQ(problems(scheme_text(number("5"), rule)), (Expected{{input_unused, "/indicators/0/value/inputs/0/id"}}));
}

TEST(SchemeFile, SeveralProblemsAtOnce) {
  const std::string text = replaced(replaced(scheme_text(kNumber, R"({"kind": "atLeast", "threshold": "5"})"),
                                             "\"years\": [2023]", "\"years\": [\"2023\", 2023.5]"),
                                    "\"level\": \"county\"", "\"level\": \"village\"");
  EXPECT_EQ(problems(text),
            (Expected{{wrong_type, "/years/0"}, {wrong_type, "/years/1"}, {bad_word, "/regions/0/level"}}));
}

TEST(SchemeFile, CutAnywhere) {
  const std::string whole = scheme_text(kNumber, R"({"kind": "atLeast", "threshold": "5"})");
  for (std::size_t length = 1; length < whole.size(); ++length) {
    const Parsed<Scheme> parsed = parse_scheme(whole.substr(0, length), "s.json");
    ASSERT_FALSE(parsed.value);
    ASSERT_EQ(parsed.diagnostics.front().code, json_cut_off) << length;
  }
}

}  // namespace
}  // namespace luping
