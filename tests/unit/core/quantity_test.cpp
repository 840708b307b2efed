// Figures in units: what converts into what, and what is left as it is.
#include "core/judge/quantity.h"

#include <gtest/gtest.h>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

World world_with_areas() {
  World world;
  world.scheme.units.push_back({"hectare", "公顷", "公顷", "area", {10000, 0}, {1, 0}});
  world.scheme.units.push_back({"mu", "亩", "亩", "area", {10000, 0}, {15, 0}});
  world.scheme.units.push_back({"nothing", "空", "空", "area", {0, 0}, {1, 0}});
  world.scheme.units.push_back({"ton", "吨", "吨", "mass", {1, 0}, {1, 0}});
  return world;
}

TEST(Conversion, WithinAQuantityOnly) {
  const World world = world_with_areas();
  EXPECT_EQ(conversion_factor(world.scheme, "hectare", "mu"), Rational(15));
  EXPECT_EQ(conversion_factor(world.scheme, "mu", "hectare"), Rational(1) / Rational(15));
  EXPECT_EQ(conversion_factor(world.scheme, "mu", "mu"), Rational(1));
  EXPECT_EQ(conversion_factor(world.scheme, "hectare", "ton"), std::nullopt);
  EXPECT_EQ(conversion_factor(world.scheme, "percent", "count"), std::nullopt);  // neither has a quantity
  EXPECT_EQ(conversion_factor(world.scheme, "hectare", "nobody"), std::nullopt);
  EXPECT_EQ(conversion_factor(world.scheme, "nobody", "hectare"), std::nullopt);
  EXPECT_EQ(conversion_factor(world.scheme, "nobody", "nowhere"), std::nullopt);
  EXPECT_EQ(conversion_factor(world.scheme, "hectare", "nothing"), std::nullopt);  // a unit of no size
}

TEST(ReadQuantity, TheLabelSaysTheUnit) {
  const World world = world_with_areas();
  const Quantity own = read_quantity(world.scheme, "1.50 公顷", "hectare");
  EXPECT_TRUE(own.ok());
  EXPECT_EQ(own.unit, "");
  EXPECT_EQ(own.typed, (Decimal{150, 2}));
  const Quantity other = read_quantity(world.scheme, "22.5亩", "hectare");
  EXPECT_TRUE(other.ok());
  EXPECT_EQ(other.unit, "mu");
  EXPECT_EQ(other.number, test::rational("1.5"));
  EXPECT_EQ(other.typed, test::decimal("22.5"));
  EXPECT_EQ(read_quantity(world.scheme, "5 吨", "hectare").problem, DecimalProblem::not_a_number);
  EXPECT_EQ(read_quantity(world.scheme, "5 个", "percent").problem, DecimalProblem::not_a_number);
  EXPECT_EQ(read_quantity(world.scheme, "5", "nobody").number, Rational(5));
  EXPECT_EQ(read_quantity(world.scheme, "约5", "nobody").problem, DecimalProblem::not_a_number);
  EXPECT_EQ(read_quantity(world.scheme, "5 亩", "").problem, DecimalProblem::not_a_number);
}

TEST(CommonUnits, OfTheResultOrOfTheFirst) {
  const World world = world_with_areas();
  const FormulaUnits own =
      common_units(world.scheme, "hectare", {{"a", "mu"}, {"b", "hectare"}, {"c", "ton"}, {"d", "ton"}});
  EXPECT_EQ(own.factor_of("a"), Rational(1) / Rational(15));
  EXPECT_EQ(own.factors.size(), 1U);  // only what is not one
  const FormulaUnits first = common_units(world.scheme, "percent", {{"a", "mu"}, {"b", "hectare"}, {"c", "mu"}});
  EXPECT_EQ(first.factor_of("a"), Rational(1));
  EXPECT_EQ(first.factor_of("b"), Rational(15));
  EXPECT_EQ(first.factors.size(), 1U);
  EXPECT_TRUE(
      common_units(world.scheme, "nobody", {{"a", "nowhere"}, {"b", "percent"}, {"c", "count"}}).factors.empty());
}

}  // namespace
}  // namespace luping
