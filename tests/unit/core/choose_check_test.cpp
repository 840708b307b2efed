// Attributes, conditions and the cases of `choose`.
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

Rule choose(std::string attribute, std::vector<std::vector<std::string>> cases, bool otherwise = false) {
  Rule rule;
  rule.kind = RuleKind::choose;
  rule.attribute = std::move(attribute);
  rule.cases = std::move(cases);
  rule.has_otherwise = otherwise;
  for (std::size_t i = 0; i < rule.cases.size() + (otherwise ? 1 : 0); ++i) rule.rules.push_back(test::meets_target());
  return rule;
}

// Two counties, of which one is a 市辖区 and one a 县级市; terrain is declared.
World terrain_world(Rule rule) {
  World world;
  world.scheme.attributes = {{"terrain", "地形", {"山区", "丘陵", "平原"}}};
  world.scheme.regions[0].type = "市辖区";
  world.scheme.regions[1].type = "县级市";
  world.share("x", std::move(rule));
  return world;
}

Expected with_rule(Rule rule) { return found(check(terrain_world(std::move(rule)).scheme)); }

TEST(CheckChoose, CasesCoverTheWords) {
  EXPECT_EQ(with_rule(choose("terrain", {{"山区"}, {"丘陵", "平原"}})), Expected{});
  EXPECT_EQ(with_rule(choose("terrain", {{"山区"}}, true)), Expected{});
  EXPECT_EQ(with_rule(choose("terrain", {{"山区"}, {"平原"}})), (Expected{{case_missing, "/indicators/0/rule/cases"}}));
  EXPECT_EQ(with_rule(choose("terrain", {{"山区"}, {"丘陵", "平原"}}, true)),
            (Expected{{otherwise_never_occurs, "/indicators/0/rule/otherwise"}}));
  const World hole = terrain_world(choose("terrain", {{"山区"}}));
  const std::vector<Diagnostic> diagnostics = check(hole.scheme);
  EXPECT_EQ(diagnostics.front().arguments, (std::vector<std::string>{"terrain", "丘陵、平原"}));
  EXPECT_FALSE(has_error(diagnostics));
}

TEST(CheckChoose, WordsThatOverlapOrDoNotExist) {
  const World world = terrain_world(choose("terrain", {{"山区", "丘陵"}, {"平原", "山区"}}));
  EXPECT_EQ(errors(check(world.scheme)), (Expected{{case_twice, "/indicators/0/rule/cases/1/values/1"}}));
  const World unknown = terrain_world(choose("terrain", {{"山区", "丘陵"}, {"平原", "高原"}}));
  EXPECT_EQ(errors(check(unknown.scheme)),
            (Expected{{attribute_value_unknown, "/indicators/0/rule/cases/1/values/1"}}));
  EXPECT_EQ(with_rule(choose("size", {{"大"}})), (Expected{{attribute_undeclared, "/indicators/0/rule/attribute"}}));
  EXPECT_EQ(with_rule(choose("terrain", {}, true)), (Expected{{empty_list, "/indicators/0/rule/cases"}}));
  EXPECT_EQ(with_rule(choose("terrain", {{}}, true)), (Expected{{empty_list, "/indicators/0/rule/cases/0/values"}}));
}

TEST(CheckChoose, LevelAndTypeAreThoseOfTheRegions) {
  EXPECT_EQ(with_rule(choose("level", {{"county"}})), Expected{}) << "there are counties only";
  EXPECT_EQ(with_rule(choose("level", {{"county"}, {"city"}})),
            (Expected{{case_never_occurs, "/indicators/0/rule/cases/1"}}));
  EXPECT_EQ(with_rule(choose("level", {{"county"}, {"village"}})),
            (Expected{{attribute_value_unknown, "/indicators/0/rule/cases/1/values/0"}}));
  EXPECT_EQ(with_rule(choose("type", {{"市辖区"}})), (Expected{{case_missing, "/indicators/0/rule/cases"}}));
  EXPECT_EQ(with_rule(choose("type", {{"市辖区"}, {"县级市"}})), Expected{});
  World open = terrain_world(choose("level", {{"county"}, {"city"}}, true));
  open.scheme.open_regions = true;
  EXPECT_EQ(found(check(open.scheme)), Expected{}) << "others may come";
}

TEST(CheckChoose, NestedOnTheSameAttribute) {
  Rule outer = choose("terrain", {{"山区"}, {"丘陵", "平原"}});
  outer.rules[1] = choose("terrain", {{"丘陵"}, {"平原"}});
  EXPECT_EQ(with_rule(outer), Expected{});
  outer.rules[1] = choose("terrain", {{"丘陵", "平原"}, {"山区"}});
  EXPECT_EQ(with_rule(outer), (Expected{{case_never_occurs, "/indicators/0/rule/cases/1/rule/cases/1"}}));
  outer.rules[1] = choose("terrain", {{"丘陵"}});
  EXPECT_EQ(with_rule(outer), (Expected{{case_missing, "/indicators/0/rule/cases/1/rule/cases"}}));
}

TEST(CheckChoose, ConditionsNarrowWhatCanOccur) {
  World world = terrain_world(choose("terrain", {{"山区"}, {"丘陵"}}));
  world.scheme.indicators[0].applies_when.attributes["terrain"] = {"山区", "丘陵"};
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  world.scheme.items[0].applies_when.attributes["terrain"] = {"山区"};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{case_never_occurs, "/indicators/0/rule/cases/1"}}));
}

// ---- conditions ----

TEST(CheckCondition, Words) {
  World world = terrain_world(test::at_least("50"));
  Condition& condition = world.scheme.indicators[0].applies_when;
  condition.attributes = {{"terrain", {"山区"}}, {"level", {"county"}}};
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  condition.attributes = {{"terrain", {"山区", "高原"}}, {"level", {}}, {"a/b", {"大"}}};
  EXPECT_EQ(found(check(world.scheme)),
            (Expected{{attribute_undeclared, "/indicators/0/appliesWhen/attributes/a~1b"},
                      {empty_list, "/indicators/0/appliesWhen/attributes/level"},
                      {attribute_value_unknown, "/indicators/0/appliesWhen/attributes/terrain/1"}}));
}

TEST(CheckCondition, SomeRegionMeetsIt) {
  World world = terrain_world(test::at_least("50"));
  world.scheme.regions[0].attributes["terrain"] = "山区";
  const Expected never{{condition_never_met, "/indicators/0/appliesWhen"}};
  Condition& condition = world.scheme.indicators[0].applies_when;
  condition.attributes = {{"level", {"city", "county"}}};
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  condition.attributes = {{"level", {"city"}}};
  EXPECT_EQ(found(check(world.scheme)), never);
  world.scheme.open_regions = true;
  EXPECT_EQ(found(check(world.scheme)), Expected{}) << "a city may be assessed";
  world.scheme.open_regions = false;
  // Each part can hold, both cannot: the first region is of another type and of known terrain.
  condition = {{test::kRegion}, {{"type", {"县级市"}}}};
  EXPECT_EQ(found(check(world.scheme)), never);
  condition = {{test::kRegion}, {{"terrain", {"平原"}}}};
  EXPECT_EQ(found(check(world.scheme)), never);
  condition = {{test::kRegion, "450881"}, {{"terrain", {"平原"}}}};
  EXPECT_EQ(found(check(world.scheme)), Expected{}) << "the terrain of the second region is not given";
}

TEST(CheckCondition, TogetherWithTheItems) {
  World world = terrain_world(test::at_least("50"));
  world.measure("m").applies_when.regions = {test::kRegion};
  world.scheme.indicators[0].applies_when.regions = {"450881"};
  world.scheme.items[0].applies_when.regions = {test::kRegion};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{condition_never_met, "/indicators/0/appliesWhen"}}));
  world.scheme.items[0].applies_when = {{}, {{"level", {"province"}}}};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{condition_never_met, "/items/0/appliesWhen"}})) << "said once";
}

// ---- attributes ----

TEST(CheckAttributes, OfRegions) {
  World world = terrain_world(test::at_least("50"));
  world.scheme.regions[0].attributes = {{"terrain", "山区"}, {"type", "市辖区"}};
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  world.scheme.regions[0].attributes = {{"terrain", "高原"}, {"size", "大"}};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{attribute_undeclared, "/regions/0/attributes/size"},
                                                  {attribute_value_unknown, "/regions/0/attributes/terrain"}}));
}

TEST(CheckAttributes, AsDeclared) {
  World world = terrain_world(test::at_least("50"));
  world.scheme.attributes.push_back({"terrain", "地形", {}});
  world.scheme.attributes.push_back({"size", "规模", {"大", "小", "大"}});
  EXPECT_EQ(found(check(world.scheme)), (Expected{{duplicate_id, "/attributes/1/id"},
                                                  {empty_list, "/attributes/1/values"},
                                                  {word_twice, "/attributes/2/values/2"}}));
}

}  // namespace
}  // namespace luping
