// Whom an indicator or a task concerns.
#include "core/judge/applicability.h"

#include <gtest/gtest.h>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

TEST(Applicability, OnlyAConditionThatExcludesTheRegionTakesItOut) {
  World world;
  Indicator& indicator = world.number("x", test::at_least("1"));
  Measure& measure = world.measure("m");
  EXPECT_TRUE(applies(world.scheme, world.assessment, indicator));
  EXPECT_TRUE(applies(world.scheme, world.assessment, measure));
  indicator.applies_when.attributes["terrain"] = {"山区"};
  measure.applies_when.attributes["terrain"] = {"山区"};
  EXPECT_TRUE(applies(world.scheme, world.assessment, indicator));  // nobody said where it lies
  EXPECT_TRUE(applies(world.scheme, world.assessment, measure));
  EXPECT_EQ(applicability(world.scheme, world.assessment, indicator).attribute, "terrain");
  world.assessment.attributes["terrain"] = "平原";
  EXPECT_FALSE(applies(world.scheme, world.assessment, indicator));
  EXPECT_FALSE(applies(world.scheme, world.assessment, measure));
}

TEST(Applicability, TheItemsConditionHoldsForItsParts) {
  World world;
  Indicator& indicator = world.number("x", test::at_least("1"));
  world.scheme.items[0].applies_when.regions = {"450881"};
  EXPECT_FALSE(applies(world.scheme, world.assessment, indicator));
  world.assessment.region = "450881";
  EXPECT_TRUE(applies(world.scheme, world.assessment, indicator));
}

TEST(Applicability, TheLevelOfARegionThatIsNotListedFollowsFromItsCode) {
  World world;
  const auto level = [&](const char* region) {
    world.assessment.region = region;
    return attribute_of(world.scheme, world.assessment, "level");
  };
  EXPECT_EQ(level("990000"), "province");
  EXPECT_EQ(level("990100"), "city");
  EXPECT_EQ(level("990101"), "county");
  EXPECT_EQ(level("9901"), "");
  EXPECT_EQ(attribute_of(world.scheme, world.assessment, "type"), "");
}

}  // namespace
}  // namespace luping
