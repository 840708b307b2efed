// Units carried through formulas.
#include <gtest/gtest.h>

#include "core/check/check.h"
#include "support/found.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::Expected;
using test::found;
using test::World;

constexpr const char* kFormula = "/indicators/0/value/formula";

// An indicator over inputs that are named after their units.
struct UnitWorld : World {
  UnitWorld() {
    const auto unit = [&](std::string id, std::string label, std::string quantity, const char* factor = "1",
                          const char* divisor = "1") {
      scheme.units.push_back(
          {std::move(id), label, label, std::move(quantity), test::decimal(factor), test::decimal(divisor)});
    };
    unit("hectare", "公顷", "area", "10000");
    unit("mu", "亩", "area", "10000", "15");
    unit("tonne", "吨", "mass", "1000");
    unit("yuan", "元", "money");
    unit("intensity", "吨/元", "intensity");
    unit("household", "户", "");
    unit("car", "辆", "");
    unit("permille", "‰", "");
    indicator = &number("x", test::meets_target());
  }
  Expected problems(std::string_view formula, std::string unit) {
    indicator->value.formula = test::formula(formula);
    indicator->value.unit = std::move(unit);
    indicator->value.inputs.clear();
    for (const std::string& name : indicator->value.formula.inputs()) {
      std::string id = name;
      while (!id.empty() && id.back() >= '0' && id.back() <= '9') id.pop_back();
      indicator->value.inputs.push_back({name, name, id});
    }
    return found(check(scheme));
  }
  Indicator* indicator = nullptr;
};

TEST(CheckUnits, SumsOfOneQuantity) {
  UnitWorld world;
  const Expected mixed{{units_do_not_add, kFormula}};
  EXPECT_EQ(world.problems("mu + hectare", "mu"), Expected{}) << "they convert";
  EXPECT_EQ(world.problems("mu + tonne", "mu"), mixed);
  EXPECT_EQ(check(world.scheme).front().arguments, (std::vector<std::string>{"亩", "吨"}));
  EXPECT_EQ(world.problems("100 * (mu1 - tonne) / mu2", "percent"), mixed);
  EXPECT_EQ(world.problems("min(mu, tonne)", "mu"), mixed);
  EXPECT_EQ(world.problems("max(0, mu1 - mu2)", "mu"), Expected{}) << "a number fits any unit";
  EXPECT_EQ(world.problems("mu / tonne + tonne / mu", "count"), mixed);
  EXPECT_EQ(world.problems("mu1 * tonne1 / mu2 + tonne2", "tonne"), Expected{});
  EXPECT_EQ(world.problems("1 - mu1 / mu2", "count"), Expected{});
  EXPECT_EQ(world.problems("tonne / mu + 1 - abs(mu1 / mu2)", "count"), mixed);
}

TEST(CheckUnits, UnknownUnitsSwitchItOff) {
  UnitWorld world;
  EXPECT_EQ(world.problems("mu + household", "mu"), Expected{});
  EXPECT_EQ(world.problems("household * mu + tonne", "count"), Expected{});
  EXPECT_EQ(world.problems("household + (mu + tonne)", "count"), (Expected{{units_do_not_add, kFormula}}))
      << "only where they enter";
}

TEST(CheckUnits, TheResultFitsTheIndicator) {
  UnitWorld world;
  const Expected misfit{{formula_unit_mismatch, kFormula}};
  EXPECT_EQ(world.problems("mu1 + mu2", "hectare"), Expected{});
  EXPECT_EQ(world.problems("tonne", "hectare"), misfit);
  EXPECT_EQ(world.problems("100 * mu1 / mu2", "hectare"), misfit);
  EXPECT_EQ(world.problems("mu * tonne", "hectare"), misfit);
  EXPECT_EQ(check(world.scheme).front().arguments, (std::vector<std::string>{"亩·吨", "公顷"}));
  EXPECT_EQ(world.problems("tonne / yuan", "intensity"), Expected{}) << "a compound with a name of its own";
  EXPECT_EQ(world.problems("tonne", "car"), Expected{}) << "a unit of no quantity";
}

TEST(CheckUnits, PercentAsAQuantityIsANumber) {
  UnitWorld world;
  world.scheme.units[0].quantity = "share";  // percent
  EXPECT_EQ(world.problems("100 * mu1 / mu2", "percent"), Expected{});
  EXPECT_EQ(world.problems("100 * mu / tonne", "percent"), (Expected{{formula_unit_mismatch, kFormula}}));
}

TEST(CheckUnits, AFactorOfHundredForPercent) {
  UnitWorld world;
  const Expected missing{{factor_hundred_missing, kFormula}};
  EXPECT_EQ(world.problems("household1 / household2", "percent"), missing);
  EXPECT_FALSE(has_error(check(world.scheme)));
  EXPECT_EQ(world.problems("mu / hectare", "percent"), missing);
  EXPECT_EQ(world.problems("1 - household1 / household2", "percent"), missing);
  EXPECT_EQ(world.problems("100 * household1 / household2", "percent"), Expected{});
  EXPECT_EQ(world.problems("household1 / (0.01 * household2)", "percent"), Expected{});
  EXPECT_EQ(world.problems("household / car", "percent"), Expected{}) << "no plain ratio";
  EXPECT_EQ(world.problems("percent1 - percent2", "percent"), Expected{});
  EXPECT_EQ(world.problems("percent1 * household1 / household2", "percent"), Expected{});
  EXPECT_EQ(world.problems("household1 / household2", "count"), Expected{});
  EXPECT_EQ(world.problems("100 * household1 / household2", "permille"), missing);
  EXPECT_EQ(world.problems("1000 * household1 / household2", "permille"), Expected{});
}

TEST(CheckUnits, Thresholds) {
  UnitWorld world;
  world.indicator->value.unit = "mu";
  world.scheme.externals = {{"e", "全区", "hectare", ""}, {"f", "全区", "mu", ""}, {"g", "全区", "tonne", ""}};
  const auto threshold = [&](std::string_view formula, std::string external) {
    Rule rule = test::at_least("0");
    rule.threshold.formula = test::formula(formula);
    rule.threshold.references = {{"e", ReferenceKind::external, 1, std::move(external)},
                                 {"last", ReferenceKind::past_year, 1, {}}};
    world.indicator->rule = rule;
    return found(check(world.scheme));
  };
  const std::string place = "/indicators/0/rule/threshold/formula";
  EXPECT_EQ(threshold("0.5 * e + last", "f"), Expected{});
  EXPECT_EQ(threshold("e + last", "e"), Expected{}) << "公顷 is brought to 亩, as the evaluation does";
  EXPECT_EQ(threshold("e + last", "g"), (Expected{{units_do_not_add, place}}));
  EXPECT_EQ(threshold("0.5 * e + 0 * last / last", "e"), (Expected{{units_do_not_add, place}}));
  EXPECT_EQ(threshold("e * last / last", "e"), Expected{});
  EXPECT_EQ(threshold("e * last / last", "g"), (Expected{{threshold_unit_mismatch, place}}));
  EXPECT_EQ(threshold("e * last / last", "f"), Expected{});
}

TEST(CheckUnits, AsDeclared) {
  UnitWorld world;
  world.problems("mu", "mu");
  world.scheme.units[3].factor = test::decimal("0");
  world.scheme.units[5].divisor = test::decimal("-1");
  world.scheme.units[9].factor = test::decimal("10");
  world.scheme.units.push_back({"mu2", "亩", "亩", "area", test::decimal("666.7"), test::decimal("1")});
  EXPECT_EQ(found(check(world.scheme)), (Expected{{must_be_positive, "/units/3/factor"},
                                                  {must_be_positive, "/units/5/divisor"},
                                                  {unit_without_quantity, "/units/9/factor"},
                                                  {unit_label_ambiguous, "/units/11/label"}}));
}

}  // namespace
}  // namespace luping
