// Gates, roll-ups, years and ranges of a scheme.
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

// Two shares that must be met and one status that should be.
struct GateWorld : World {
  GateWorld() {
    share("a", test::at_least("50"));
    share("b", test::at_least("50"));
    status("c", {"是", "否"}, test::one_of({"是"}), Obligation::should);
    scheme.gates.emplace_back();
    scheme.gates[0].id = "g";
    scheme.gates[0].title = "条件";
  }
  Gate& gate() { return scheme.gates[0]; }
  Expected problems() const { return found(check(scheme)); }
};

TEST(CheckGate, Selectors) {
  GateWorld world;
  EXPECT_EQ(world.problems(), Expected{});
  world.gate().groups = {"g"};
  world.gate().indicators = {"a", "c"};
  EXPECT_EQ(world.problems(), Expected{});
  world.gate().groups = {"g", "h"};
  world.gate().indicators = {"z"};
  EXPECT_EQ(world.problems(),
            (Expected{{unknown_reference, "/gates/0/groups/1"}, {unknown_reference, "/gates/0/indicators/0"}}));
}

TEST(CheckGate, SelectsSomething) {
  GateWorld world;
  world.gate().obligations = {Obligation::strive};
  EXPECT_EQ(world.problems(), (Expected{{gate_selects_nothing, "/gates/0"}}));
  world.gate().obligations = {Obligation::should};
  EXPECT_EQ(world.problems(), Expected{});
  world.scheme.indicators[2].rule = Rule{};
  EXPECT_EQ(world.problems(), (Expected{{gate_selects_nothing, "/gates/0"}})) << "without a rule it never counts";
}

TEST(CheckGate, CountsAndShares) {
  GateWorld world;
  world.gate().kind = GateKind::at_least_pass;
  world.gate().count = 3;
  EXPECT_EQ(world.problems(), Expected{});
  world.gate().count = 4;
  EXPECT_EQ(world.problems(), (Expected{{gate_count_too_large, "/gates/0/count"}}));
  world.gate().count = 0;
  EXPECT_EQ(world.problems(), (Expected{{must_be_positive, "/gates/0/count"}}));
  world.gate().kind = GateKind::share_pass;
  for (const char* share : {"100", "0.5"}) {
    world.gate().share = test::decimal(share);
    EXPECT_EQ(world.problems(), Expected{}) << share;
  }
  for (const char* share : {"100.1", "-1"}) {
    world.gate().share = test::decimal(share);
    EXPECT_EQ(world.problems(), (Expected{{share_out_of_range, "/gates/0/share"}})) << share;
  }
  world.gate().share = test::decimal("0");
  EXPECT_EQ(world.problems(), (Expected{{must_be_positive, "/gates/0/share"}}));
}

TEST(CheckGate, Evidence) {
  GateWorld world;
  world.gate().kind = GateKind::evidence_complete;
  EXPECT_EQ(world.problems(), (Expected{{gate_without_evidence, "/gates/0"}}));
  world.scheme.indicators[1].evidence_required = true;
  EXPECT_EQ(world.problems(), Expected{});
}

TEST(CheckGate, Veto) {
  GateWorld world;
  world.gate().kind = GateKind::no_veto;
  EXPECT_EQ(world.problems(), (Expected{{veto_gate_open, "/gates/0"}}));
  world.gate().veto = true;
  EXPECT_EQ(world.problems(), (Expected{{gate_selects_nothing, "/gates/0"}}));
  world.scheme.indicators[0].veto = true;
  EXPECT_EQ(world.problems(), Expected{});
  world.gate().required = false;
  EXPECT_EQ(world.problems(), (Expected{{veto_without_gate, "/indicators/0/veto"}}));
  world.scheme.gates.clear();
  EXPECT_EQ(world.problems(), Expected{}) << "a scheme without a conclusion";
}

// ---- roll-up ----

TEST(CheckRollup, FitsTheValue) {
  GateWorld world;
  Rollup& of_share = world.scheme.indicators[0].rollup;
  Rollup& of_status = world.scheme.indicators[2].rollup;
  for (const RollupMethod method : {RollupMethod::ratio_of_sums, RollupMethod::sum, RollupMethod::weighted_mean}) {
    of_status = {method, {}};
    EXPECT_EQ(world.problems(), (Expected{{rollup_needs_number, "/indicators/2/rollup/method"}}));
  }
  for (const RollupMethod method :
       {RollupMethod::worst, RollupMethod::all_pass, RollupMethod::count_pass, RollupMethod::city_only}) {
    of_status = {method, {}};
    EXPECT_EQ(world.problems(), Expected{});
  }
  of_share = {RollupMethod::ratio_of_sums, {}};
  EXPECT_EQ(world.problems(), Expected{});
  of_share = {RollupMethod::weighted_mean, "total"};
  EXPECT_EQ(world.problems(), Expected{});
  of_share = {RollupMethod::weighted_mean, {}};
  EXPECT_EQ(world.problems(), (Expected{{rollup_needs_weight, "/indicators/0/rollup"}}));
  of_share = {RollupMethod::weighted_mean, "people"};
  EXPECT_EQ(world.problems(), (Expected{{unknown_reference, "/indicators/0/rollup/weight"}}));
  of_share = {RollupMethod::sum, {}};
  EXPECT_EQ(world.problems(), (Expected{{rollup_sums_shares, "/indicators/0/rollup/method"}}));
}

TEST(CheckRollup, WhatItNeeds) {
  World world;
  Indicator& indicator = world.number("x", test::at_least("5"), Direction::none);
  indicator.value.unit = "count";
  indicator.rollup.method = RollupMethod::worst;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{rollup_needs_direction, "/indicators/0/rollup/method"}}));
  indicator.rollup.method = RollupMethod::sum;
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  indicator.rollup.method = RollupMethod::ratio_of_sums;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{rollup_needs_formula, "/indicators/0/rollup/method"}}));
  indicator.value.formula = test::formula("now - before");
  indicator.value.inputs = {{"now", "本年", "count"}, {"before", "上年", "percent"}};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{rollup_sums_shares, "/indicators/0/rollup/method"}}));
}

// ---- years, ranges, references ----

TEST(CheckYears, OfTheScheme) {
  World world;
  world.share("x", test::at_least("50"));
  world.scheme.target_year = 2025;
  EXPECT_EQ(found(check(world.scheme)), Expected{});
  world.scheme.target_year = 2022;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{target_year_past, "/targetYear"}}));
  world.scheme.target_year = 25;
  EXPECT_EQ(found(check(world.scheme)), (Expected{{unknown_year, "/targetYear"}}));
  world.scheme.target_year = 0;
  world.scheme.years = {2023, 23};
  EXPECT_EQ(found(check(world.scheme)), (Expected{{unknown_year, "/years/1"}}));
}

TEST(CheckRanges, AreNotReversed) {
  World world;
  Indicator& indicator = world.share("x", test::meets_target());
  indicator.value.minimum = test::decimal("101");
  indicator.value.inputs[0].maximum = test::decimal("-1");
  EXPECT_EQ(found(check(world.scheme)), (Expected{{range_reversed, "/indicators/0/value/minimum"},
                                                  {range_reversed, "/indicators/0/value/inputs/0/minimum"}}));
  indicator.value.minimum = test::decimal("100");
  indicator.value.inputs[0].maximum = test::decimal("0");
  EXPECT_EQ(found(check(world.scheme)), Expected{});
}

TEST(CheckScheme, ExternalsAndOpenRegions) {
  World world;
  world.share("x", test::at_least("50"));
  world.scheme.externals = {{"e", "全区平均", "percent", ""}, {"e", "全区平均", "ton", ""}};
  world.scheme.regions.clear();
  world.scheme.open_regions = true;
  EXPECT_EQ(found(check(world.scheme)),
            (Expected{{duplicate_id, "/externals/1/id"}, {unknown_reference, "/externals/1/unit"}}));
}

}  // namespace
}  // namespace luping
