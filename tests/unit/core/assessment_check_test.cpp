// Answers that count for nothing, are incomplete or ambiguous; targets of inputs; external figures.
#include <gtest/gtest.h>

#include "core/check/check.h"
#include "support/found.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::errors;
using test::Expected;
using test::found;
using test::World;

Expected problems(const World& world) { return found(check(world.assessment, world.scheme)); }

World share_world() {
  World world;
  world.share("x", test::at_least("50"));
  return world;
}

TEST(CheckAnswer, Override) {
  World world = share_world();
  Override& manual = world.answer("x").manual;
  manual = {"pass", "现场核查", "", "张三", "", {}};
  EXPECT_EQ(problems(world), Expected{});
  manual.reason = " ";
  EXPECT_EQ(problems(world), (Expected{{override_incomplete, "/answers/x/override"}}));
  manual = {"pass", "现场核查", "", "", "", {}};
  EXPECT_EQ(problems(world), (Expected{{override_incomplete, "/answers/x/override"}}));
  manual = {"", "现场核查", "", "张三", "", {}};
  EXPECT_EQ(problems(world), (Expected{{override_incomplete, "/answers/x/override"}}));
  manual = {"达标", "现场核查", "", "张三", "", {}};
  EXPECT_EQ(problems(world), (Expected{{override_unknown_result, "/answers/x/override/result"}}));
  EXPECT_FALSE(has_error(check(world.assessment, world.scheme)));
}

TEST(CheckAnswer, Evidence) {
  World world = share_world();
  auto& evidence = world.answer("x").evidence;
  evidence.resize(3);
  evidence[0].id = "e1";
  evidence[0].sha256 = std::string(32, 'a') + std::string(32, 'F');
  evidence[1].id = "e2";
  EXPECT_EQ(problems(world), Expected{});
  evidence[1].id = "e1";
  evidence[1].sha256 = std::string(63, 'a');
  evidence[2].sha256 = std::string(63, 'a') + "g";
  EXPECT_EQ(problems(world), (Expected{{duplicate_id, "/answers/x/evidence/1/id"},
                                       {sha256_malformed, "/answers/x/evidence/1/sha256"},
                                       {sha256_malformed, "/answers/x/evidence/2/sha256"}}));
}

TEST(CheckAnswer, RequiredEvidence) {
  World world = share_world();
  world.scheme.indicators[0].evidence_required = true;
  EXPECT_EQ(problems(world), Expected{}) << "nothing filled in yet";
  world.answer("x").value = "60";
  EXPECT_EQ(problems(world), (Expected{{evidence_missing, "/answers/x"}}));
  world.answer("x").evidence.emplace_back();
  EXPECT_EQ(problems(world), (Expected{{evidence_missing, "/answers/x"}})) << "an empty entry is none";
  world.answer("x").evidence[0].title = "年报";
  EXPECT_EQ(problems(world), Expected{});
}

TEST(CheckAnswer, Years) {
  World world = share_world();
  Answer& answer = world.answer("x");
  answer.baseline.year = "2020";
  answer.history["2022"].value = "60";
  EXPECT_EQ(problems(world), Expected{});
  answer.baseline.year = "去年";
  answer.history["2023"].value = "60";
  answer.history["22"].value = "60";
  EXPECT_EQ(problems(world), (Expected{{unknown_year, "/answers/x/baseline/year"},
                                       {past_year_not_past, "/answers/x/history/2023"},
                                       {unknown_year, "/answers/x/history/22"}}));
}

TEST(CheckAnswer, WhatAMeasureDecides) {
  World world;
  world.measure("m");
  Indicator& indicator = world.status("x", {}, test::one_of({"完成"}));
  indicator.value.kind = ValueKind::measure;
  indicator.value.measure = "m";
  world.answer("x").note = "说明";
  EXPECT_EQ(problems(world), Expected{});
  world.answer("x").value = "完成";
  world.answer("x").not_applicable = {true, "没有", {}};
  EXPECT_EQ(problems(world),
            (Expected{{answer_ignored, "/answers/x/value"}, {answer_ignored, "/answers/x/notApplicable"}}));
  world.answer("x").value.clear();
  world.assessment.measures["m"].not_applicable = {true, "没有", {}};
  EXPECT_EQ(problems(world), Expected{}) << "the measure says so, too";
}

TEST(CheckAnswer, AFigureInAnotherUnitCanAgreeWithTheInputs) {
  World world;
  Indicator& indicator = world.number("x", test::at_least("1"));
  indicator.value.unit = "km2";
  indicator.value.formula = test::formula("a + b");
  indicator.value.inputs = {{"a", "甲", "km2"}, {"b", "乙", "km2"}};
  world.scheme.units[2].quantity = "area";
  world.scheme.units.push_back({"hectare", "公顷", "公顷", "area", test::decimal("0.01")});
  Answer& answer = world.answer("x");
  answer.inputs = {{"a", "1.234"}, {"b", "2"}};
  for (const char* agrees : {"3.234", "3.2", "323.4 公顷", "323公顷"}) {
    answer.value = agrees;
    EXPECT_EQ(problems(world), Expected{}) << agrees;
  }
  for (const char* disagrees : {"3.3", "324 公顷", "323.5 公顷"}) {
    answer.value = disagrees;
    EXPECT_EQ(problems(world), (Expected{{entries_disagree, "/answers/x/value"}})) << disagrees;
  }
}

TEST(CheckAssessmentParts, Attributes) {
  World world = share_world();
  world.scheme.attributes = {{"terrain", "地形", {"山区", "平原"}}};
  world.assessment.attributes = {{"terrain", "山区"}, {"level", "county"}, {"type", "区"}};
  EXPECT_EQ(problems(world), Expected{});
  world.assessment.attributes = {{"terrain", "高原"}, {"level", "village"}, {"size", "大"}};
  EXPECT_EQ(problems(world), (Expected{{attribute_word_unknown, "/attributes/level"},
                                       {attribute_unknown, "/attributes/size"},
                                       {attribute_word_unknown, "/attributes/terrain"}}));
  EXPECT_FALSE(has_error(check(world.assessment, world.scheme))) << "the answers can still be opened";
}

TEST(CheckAssessmentParts, OpenRegions) {
  World world = share_world();
  world.assessment.region = "110105";
  EXPECT_EQ(problems(world), (Expected{{unknown_region, "/region"}}));
  world.scheme.open_regions = true;
  EXPECT_EQ(problems(world), Expected{});
  world.assessment.region = "朝阳区";
  EXPECT_EQ(problems(world), (Expected{{unknown_region, "/region"}})) << "no code";
}

TEST(CheckAssessmentParts, TargetsOfInputs) {
  World world = share_world();
  world.target("x", "60");
  world.target("x", "500");
  world.assessment.targets[1].input = "total";
  EXPECT_EQ(problems(world), Expected{});
  world.assessment.targets[1].input = "nobody";
  world.target("x", "61");
  EXPECT_EQ(errors(check(world.assessment, world.scheme)),
            (Expected{{unknown_input, "/targets/1/input"}, {duplicate_target, "/targets/2"}}));
}

TEST(CheckAssessmentParts, Externals) {
  World world = share_world();
  world.scheme.externals = {{"average", "全区平均", "percent", ""}};
  const auto add = [&](std::string id, std::string region, int year, std::string value) {
    ExternalValue external;
    external.id = std::move(id);
    external.region = std::move(region);
    external.year = year;
    external.value = std::move(value);
    world.assessment.externals.push_back(external);
  };
  add("average", "", 2023, "61.3%");
  add("average", test::kRegion, 2023, "60");
  add("average", "", 2022, "59");
  EXPECT_EQ(problems(world), Expected{});
  add("average", "", 2023, "62");
  add("average", "1", 23, "高");
  EXPECT_EQ(problems(world), (Expected{{duplicate_external, "/externals/3"},
                                       {unknown_region, "/externals/4/region"},
                                       {unknown_year, "/externals/4/year"},
                                       {bad_number, "/externals/4/value"}}));
  world.assessment.externals.resize(1);
  world.assessment.externals[0].id = "mean";
  EXPECT_EQ(problems(world), (Expected{{unknown_external, "/externals/0/id"}}));
  EXPECT_FALSE(has_error(check(world.assessment, world.scheme)));
  TargetPack pack;
  pack.scheme = world.scheme.id;
  pack.externals = world.assessment.externals;
  EXPECT_EQ(errors(check(pack, world.scheme)), (Expected{{unknown_external, "/externals/0/id"}}));
}

}  // namespace
}  // namespace luping
