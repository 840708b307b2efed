// Figures that look like a slip. Each case has a near miss that must not be questioned.
#include "core/check/plausibility.h"

#include <gtest/gtest.h>

#include "core/check/check.h"
#include "support/found.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::Expected;
using test::found;
using test::World;
using enum ImplausibleKind;

// The kinds found for a finished figure.
std::vector<ImplausibleKind> kinds(World& world, std::string value) {
  world.answer("x").value = std::move(value);
  std::vector<ImplausibleKind> all;
  for (const Implausible& one : implausible(world.scheme, world.assessment, world.scheme.indicators[0]))
    all.push_back(one.kind);
  return all;
}

using Kinds = std::vector<ImplausibleKind>;
const Kinds kNothing;
const Kinds kFraction{fraction_for_percent};
const Kinds kFar{far_from_last_year};

TEST(Fraction, AgainstTheThreshold) {
  World world;
  world.share("x", test::at_least("95"));
  for (const char* value : {"0.95", "1", "0.5", "０．９５"}) EXPECT_EQ(kinds(world, value), kFraction) << value;
  for (const char* value : {"0", "1.01", "95", "0.95%", "0.95％", "abc", "", "101"})
    EXPECT_EQ(kinds(world, value), kNothing) << value;
  world.scheme.indicators[0].rule = test::at_least("5");
  EXPECT_EQ(kinds(world, "0.95"), kNothing) << "a small threshold";
  world.scheme.indicators[0].rule = test::at_most("95");
  world.scheme.indicators[0].value.direction = Direction::lower;
  EXPECT_EQ(kinds(world, "0.95"), kNothing) << "less is better";
  world.scheme.indicators[0].rule = test::at_least("95");
  world.scheme.indicators[0].value.direction = Direction::higher;
  world.scheme.indicators[0].value.unit = "km2";
  EXPECT_EQ(kinds(world, "0.95"), kNothing) << "no percentage";
}

TEST(Fraction, AgainstTheTargetAndWithoutAnything) {
  World world;
  world.share("x", test::meets_target());
  EXPECT_EQ(kinds(world, "0.95"), kFraction) << "two decimals in a range of 0 to 100";
  EXPECT_EQ(kinds(world, "0.9"), kNothing);
  world.target("x", "3");
  EXPECT_EQ(kinds(world, "0.95"), kNothing);
  world.assessment.targets[0].value = "93";
  EXPECT_EQ(kinds(world, "0.9"), kFraction);
  World open;
  open.number("x", test::meets_target());
  EXPECT_EQ(kinds(open, "0.95"), kNothing) << "the range is not known";
}

TEST(Fraction, LastYearDecidesFirst) {
  World world;
  world.share("x", test::at_least("95"));
  world.answer("x").history["2022"].value = "94";
  EXPECT_EQ(kinds(world, "0.95"), kFraction);
  world.answer("x").history["2022"].value = "0.9";
  EXPECT_EQ(kinds(world, "0.95"), kNothing) << "it was that small last year";
}

TEST(Fraction, TheCaseOfTheRegionCounts) {
  World world;
  Rule rule = test::composite(RuleKind::choose, {test::at_least("60"), test::at_least("2")});
  rule.attribute = "terrain";
  rule.cases = {{"山区"}, {"平原"}};
  world.share("x", rule);
  world.assessment.attributes["terrain"] = "山区";
  EXPECT_EQ(kinds(world, "0.6"), kFraction);
  world.assessment.attributes["terrain"] = "平原";
  EXPECT_EQ(kinds(world, "0.6"), kNothing);
}

World area_world(const char* last_year) {
  World world;
  Indicator& indicator = world.number("x", test::meets_target());
  indicator.value.unit = "km2";
  indicator.value.minimum = test::decimal("0");
  world.answer("x").history["2022"].value = last_year;
  return world;
}

TEST(PowerOfTen, BoundariesOfTheFactor) {
  World world = area_world("100");
  // Within 1.6 of 10, 100, 1/10, 1/100, both ends included.
  for (const char* value : {"625", "1000", "1600", "6250", "16000", "10", "6.25", "16", "1"})
    EXPECT_EQ(kinds(world, value), kFar) << value;
  for (const char* value : {"100", "160", "62.5", "624.9", "1600.1", "6249", "16.1", "40", "250", "0", "3000"})
    EXPECT_EQ(kinds(world, value), kNothing) << value;
}

TEST(PowerOfTen, WhereItIsNotAsked) {
  World world = area_world("100");
  Indicator& indicator = world.scheme.indicators[0];
  indicator.value.minimum.reset();
  EXPECT_EQ(kinds(world, "1000"), kNothing) << "may be negative";
  indicator.value.minimum = test::decimal("0");
  indicator.value.integer = true;
  world.answer("x").history["2022"].value = "9";
  EXPECT_EQ(kinds(world, "90"), kNothing) << "small counts leap";
  EXPECT_EQ(kinds(world, "100"), kFar);
  indicator.value.integer = false;
  indicator.value.unit = "percent";
  world.answer("x").history["2022"].value = "1.9";
  EXPECT_EQ(kinds(world, "19"), kNothing) << "small shares leap";
  EXPECT_EQ(kinds(world, "20"), kFar);
  world.answer("x").history["2022"].value = "ungefähr";
  EXPECT_EQ(kinds(world, "20"), kNothing);
}

TEST(PowerOfTen, TheBaselineStandsInForLastYear) {
  World world = area_world("");
  world.answer("x").baseline.value = "58.3";
  EXPECT_EQ(kinds(world, "583"), Kinds{far_from_baseline});
  world.answer("x").history["2022"].value = "580";
  EXPECT_EQ(kinds(world, "583"), kNothing) << "last year's is nearer";
}

TEST(PowerOfTen, OtherUnitsAreConverted) {
  World world = area_world("100");
  world.scheme.units[2].quantity = "area";
  world.scheme.units.push_back({"hectare", "公顷", "公顷", "area", test::decimal("0.01")});
  EXPECT_EQ(kinds(world, "10000 公顷"), kNothing);
  EXPECT_EQ(kinds(world, "1000 公顷"), kFar);
}

TEST(PowerOfTen, InputsAgainstThoseOfLastYear) {
  World world;
  Indicator& indicator = world.number("x", test::meets_target());
  indicator.value.formula = test::formula("100 * (last_land / last_people - land / people)");
  for (const char* id : {"land", "people", "last_land", "last_people"}) {
    Input input{id, id, "km2"};
    input.last_year = std::string_view(id).starts_with("last");
    input.minimum = test::decimal("0");
    indicator.value.inputs.push_back(input);
  }
  Answer& answer = world.answer("x");
  answer.inputs = {{"land", "52"}, {"people", "31"}, {"last_land", "50.5"}, {"last_people", "30"}};
  EXPECT_EQ(kinds(world, ""), kNothing);
  answer.inputs["people"] = "310";
  const std::vector<Implausible> all = implausible(world.scheme, world.assessment, indicator);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].input, "people");
  EXPECT_EQ(all[0].figure, "310");
  EXPECT_EQ(all[0].other, "30");
  EXPECT_EQ(found({warning_of(all[0], indicator)}),
            (Expected{{DiagnosticCode::far_from_last_year, "/answers/x/inputs/people"}}));
}

TEST(PowerOfTen, AComputedValueIsHeldAgainstLastYears) {
  World world;
  Indicator& indicator = world.number("x", test::meets_target());
  indicator.value.unit = "km2";
  indicator.value.minimum = test::decimal("0");
  indicator.value.formula = test::formula("a / b");
  indicator.value.inputs = {{"a", "a", "count"}, {"b", "b", "count"}};
  Answer& answer = world.answer("x");
  answer.inputs = {{"a", "10"}, {"b", "3"}};
  answer.history["2022"].value = "0.33";
  const std::vector<Implausible> all = implausible(world.scheme, world.assessment, indicator);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all[0].computed);
  EXPECT_EQ(all[0].figure, "3.3333");
  EXPECT_EQ(warning_of(all[0], indicator).pointer, "/answers/x/inputs");
}

TEST(Plausibility, IsAWarningAndChangesNoVerdict) {
  World world;
  world.share("x", test::at_least("0.5"));
  world.answer("x").history["2022"].value = "95";
  world.answer("x").value = "0.96";
  const std::vector<Diagnostic> diagnostics = check(world.assessment, world.scheme);
  EXPECT_EQ(found(diagnostics), (Expected{{DiagnosticCode::looks_like_fraction, "/answers/x/value"}}));
  EXPECT_FALSE(has_error(diagnostics));
  EXPECT_EQ(message_of(diagnostics[0], Language::zh),
            "“x 指标x”填的 0.96 像是把百分数写成了小数。单位是 %，如果实际是 96%，请填 96；如果确实是 0.96%，不必改。");
  EXPECT_EQ(world.result("x"), Result::pass);
  world.answer("x").not_applicable = {true, "没有", {}};
  EXPECT_EQ(kinds(world, "0.96"), kNothing) << "not applicable";
}

}  // namespace
}  // namespace luping
