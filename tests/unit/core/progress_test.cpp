// The way from baseline to goal, apart from any verdict.
#include "core/analysis/progress.h"

#include <gtest/gtest.h>

#include <random>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::World;

/// One indicator with a target of 50 for 2025, a baseline of 2020, and today's figure.
struct Way {
  World world;

  explicit Way(std::string baseline = "41.0", std::string now = "47.2", std::string goal = "50",
               Direction direction = Direction::higher) {
    world.number("x", test::meets_target(), direction);
    world.answer("x").baseline = {std::move(baseline), "2020", "", {}};
    world.answer("x").value = std::move(now);
    world.target("x", std::move(goal), {}, 2025);
  }
  Progress progress() const { return progress_of(world.scheme, world.assessment, world.scheme.indicators[0]); }
  ProgressState state() const { return progress().state; }
  ProgressObstacle obstacle() const { return progress().obstacle; }
  std::string words(Language language = Language::zh) const {
    return progress_in_words(world.scheme, world.scheme.indicators[0], progress(), language);
  }
};

// 41.0 in 2020, 47.2 in 2023, 50 by 2025: 6.2 of 9, three of five years, 2.8 in two years.
TEST(Progress, OnCourse) {
  const Progress progress = Way().progress();
  EXPECT_EQ(progress.state, ProgressState::on_course);
  EXPECT_EQ(progress.share, Rational(62) / Rational(90));
  EXPECT_EQ(progress.course, Rational(3) / Rational(5));
  EXPECT_EQ(progress.pace, test::rational("6.2") / Rational(3));
  EXPECT_EQ(progress.pace_needed, test::rational("1.4"));
  EXPECT_EQ(progress.baseline_year, 2020);
  EXPECT_EQ(progress.year, 2023);
  EXPECT_EQ(progress.goal_year, 2025);
  EXPECT_EQ(progress.goal_source, GoalSource::assigned_target);
}

TEST(Progress, States) {
  EXPECT_EQ(Way("41", "46.4").state(), ProgressState::on_course);  // 5.4 of 9: exactly three fifths
  EXPECT_EQ(Way("41", "46.39").state(), ProgressState::behind);
  EXPECT_EQ(Way("41", "41").state(), ProgressState::behind);
  EXPECT_EQ(Way("41", "40.99").state(), ProgressState::moved_away);
  EXPECT_EQ(Way("41", "50").state(), ProgressState::achieved);
  EXPECT_EQ(Way("41", "59").state(), ProgressState::achieved);
  EXPECT_EQ(Way("41", "59").progress().share, Rational(2));
  EXPECT_EQ(Way("41", "32").progress().share, Rational(-1));
}

TEST(Progress, LowerIsBetter) {
  const auto state = [](const char* now) { return Way("30", now, "20", Direction::lower).state(); };
  EXPECT_EQ(state("24"), ProgressState::on_course);
  EXPECT_EQ(state("24.1"), ProgressState::behind);
  EXPECT_EQ(state("30.1"), ProgressState::moved_away);
  EXPECT_EQ(state("20"), ProgressState::achieved);
  EXPECT_EQ(Way("30", "24", "20", Direction::lower).progress().pace_needed, Rational(-2));
  EXPECT_EQ(Way("30", "24", "20", Direction::lower).progress().share, Rational(6) / Rational(10));
}

// Where the baseline had reached the goal there was no way to go: a share would be a nonsense of two minus signs.
TEST(Progress, ABaselineBeyondTheGoal) {
  Way fallen("60", "45");
  EXPECT_EQ(fallen.state(), ProgressState::moved_away);
  EXPECT_FALSE(fallen.progress().share);
  EXPECT_EQ(Way("60", "55").state(), ProgressState::achieved);
  EXPECT_EQ(Way("50", "50").state(), ProgressState::achieved);
  EXPECT_EQ(Way("50", "49").state(), ProgressState::moved_away);
}

TEST(Progress, TheGoalsYearHasCome) {
  Way way;
  way.world.assessment.targets[0].year = 2023;
  EXPECT_EQ(way.state(), ProgressState::behind);
  EXPECT_FALSE(way.progress().pace_needed);
  way.world.answer("x").baseline = {};
  EXPECT_EQ(way.state(), ProgressState::behind);
}

TEST(Progress, TheTargetOfTheLatestYearIsTheGoal) {
  Way way;
  way.world.target("x", "44", {}, 2023);
  way.world.target("x", "40", {}, 2022);
  way.world.target("x", "70", {}, 2026, "450881");  // another county's
  EXPECT_EQ(way.progress().goal, Rational(50));
  way.world.target("x", "55", {}, 2030);
  EXPECT_EQ(way.progress().goal_year, 2030);
  // Past ones are none.
  Way past;
  past.world.assessment.targets[0].year = 2022;
  EXPECT_EQ(past.obstacle(), ProgressObstacle::no_goal);
  past.world.answer("x").target.value = "48";
  EXPECT_EQ(past.progress().goal_source, GoalSource::typed_target);
  EXPECT_EQ(past.progress().goal_year, 2023);
}

TEST(Progress, TheThresholdIsTheGoalWhereNoTargetIs) {
  World world;
  world.scheme.target_year = 2025;
  world.number("fixed", test::more_than("50"));
  world.number("both", test::all_of_rules({test::stable_or_improving(), test::at_least("50")}));
  Indicator& yearly = world.number("yearly", test::at_least("0"));
  yearly.rule.threshold.by_year = {{2021, test::decimal("45")}, {2025, test::decimal("50.0")}};
  for (const Indicator& indicator : world.scheme.indicators) {
    world.answer(indicator.id).value = "48";
    world.answer(indicator.id).baseline = {"40", "2020", "", {}};
    const Progress progress = progress_of(world.scheme, world.assessment, indicator);
    EXPECT_EQ(progress.goal, Rational(50)) << indicator.id;
    EXPECT_EQ(progress.goal_source, GoalSource::threshold);
    EXPECT_EQ(progress.goal_year, 2025);
    EXPECT_EQ(progress.state, ProgressState::on_course);
  }
  world.scheme.target_year = 0;
  EXPECT_EQ(progress_of(world.scheme, world.assessment, world.scheme.indicators[0]).obstacle,
            ProgressObstacle::no_goal_year);
  EXPECT_EQ(progress_of(world.scheme, world.assessment, world.scheme.indicators[2]).goal_year, 2025);
  // > 50 is not reached at 50.
  world.answer("fixed").value = "50";
  world.scheme.target_year = 2025;
  const Progress strict = progress_of(world.scheme, world.assessment, world.scheme.indicators[0]);
  EXPECT_EQ(strict.state, ProgressState::on_course);
  EXPECT_EQ(strict.share, Rational(1));
  world.answer("fixed").baseline.value = "50";
  EXPECT_EQ(progress_of(world.scheme, world.assessment, world.scheme.indicators[0]).state, ProgressState::behind);
}

TEST(Progress, TheRegionsOwnCaseIsTheGoal) {
  World world;
  Rule choose;
  choose.kind = RuleKind::choose;
  choose.attribute = "terrain";
  choose.cases = {{"山区"}, {"平原"}};
  choose.rules = {test::at_least("60"), test::at_least("18")};
  world.number("x", choose);
  world.answer("x").value = "20";
  EXPECT_EQ(progress_of(world.scheme, world.assessment, world.scheme.indicators[0]).obstacle,
            ProgressObstacle::no_goal);
  world.assessment.attributes["terrain"] = "平原";
  EXPECT_EQ(progress_of(world.scheme, world.assessment, world.scheme.indicators[0]).state, ProgressState::achieved);
  world.assessment.attributes["terrain"] = "山区";
  EXPECT_EQ(progress_of(world.scheme, world.assessment, world.scheme.indicators[0]).goal, Rational(60));
}

TEST(Progress, Obstacles) {
  const auto obstacle = [](auto change) {
    Way way;
    change(way.world);
    EXPECT_EQ(way.state(), ProgressState::unknown);
    return way.obstacle();
  };
  EXPECT_EQ(obstacle([](World& w) { w.answer("x").value = ""; }), ProgressObstacle::no_value);
  EXPECT_EQ(obstacle([](World& w) { w.answer("x").value = "很多"; }), ProgressObstacle::bad_value);
  EXPECT_EQ(obstacle([](World& w) { w.answer("x").baseline = {}; }), ProgressObstacle::no_baseline);
  EXPECT_EQ(obstacle([](World& w) { w.answer("x").baseline.value = "?"; }), ProgressObstacle::bad_baseline);
  EXPECT_EQ(obstacle([](World& w) { w.answer("x").baseline.year = ""; }), ProgressObstacle::no_baseline_year);
  EXPECT_EQ(obstacle([](World& w) { w.answer("x").baseline.year = "2023"; }), ProgressObstacle::no_baseline_year);
  EXPECT_EQ(obstacle([](World& w) { w.assessment.targets.clear(); }), ProgressObstacle::no_goal);
  EXPECT_EQ(obstacle([](World& w) { w.assessment.targets[0].value = "高"; }), ProgressObstacle::bad_goal);
  EXPECT_EQ(obstacle([](World& w) { w.assessment.targets[0].direction = "atMost"; }), ProgressObstacle::bad_goal);
  EXPECT_EQ(obstacle([](World& w) { w.scheme.indicators[0].value.direction = Direction::none; }),
            ProgressObstacle::no_direction);
  EXPECT_EQ(obstacle([](World& w) {
              w.answer("x").not_applicable = {true, "没有", {}};
            }),
            ProgressObstacle::not_applicable);
  EXPECT_EQ(obstacle([](World& w) { w.scheme.indicators[0].applies_when.regions = {"450881"}; }),
            ProgressObstacle::not_applicable);
  EXPECT_EQ(obstacle([](World& w) { w.scheme.indicators[0].value.kind = ValueKind::status; }),
            ProgressObstacle::no_number);
}

// Progress never touches a verdict, nor a verdict progress.
TEST(Progress, IsAnAxisOfItsOwn) {
  Way way;
  way.world.answer("x").manual = {"fail", "复核", "", "市局", "", {}};
  EXPECT_EQ(way.world.result("x"), Result::fail);
  EXPECT_EQ(way.state(), ProgressState::on_course);
  const Assessment before = way.world.assessment;
  way.progress();
  EXPECT_EQ(way.world.assessment, before);
}

// The sentence can be checked by hand: baseline + share × way = now, now + years × step = goal.
TEST(ProgressProperty, FiguresAddUp) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 2'000; ++round) {
    const auto draw = [&] { return Decimal{static_cast<std::int64_t>(random() % 1'000), 1}.to_string(); };
    Way way(draw(), draw(), draw(), random() % 2 == 0 ? Direction::higher : Direction::lower);
    const Progress p = way.progress();
    ASSERT_NE(p.state, ProgressState::unknown);
    ASSERT_EQ(*p.current + *p.pace_needed * Rational(2), *p.goal);
    ASSERT_EQ(*p.baseline + *p.pace * Rational(3), *p.current);
    if (p.share) {
      ASSERT_EQ(*p.baseline + *p.share * (*p.goal - *p.baseline), *p.current);
      ASSERT_EQ(p.state == ProgressState::moved_away, p.share->is_negative());
      ASSERT_EQ(p.state == ProgressState::achieved, *p.share >= Rational(1));
    }
  }
}

TEST(ProgressWords, Sentences) {
  EXPECT_EQ(Way().words(),
            "基期（2020 年）41.0%，现状 47.2%，目标 50%（2025 年）：已走完约 68.89%；还需每年提高 1.4 个百分点");
  EXPECT_EQ(Way("30", "29", "20", Direction::lower).words(),
            "基期（2020 年）30%，现状 29%，目标 20%（2025 年）：已走完 10%；进度落后；还需每年降低 4.5 个百分点");
  EXPECT_EQ(Way("41", "50").words(), "基期（2020 年）41%，现状 50%，目标 50%（2025 年）：已走完 100%；已达目标");
  Way none;
  none.world.answer("x").baseline = {};
  EXPECT_EQ(none.words(), "现状 47.2%，目标 50%（2025 年）：没有基期值，无法判断进度；还需每年提高 1.4 个百分点");
  EXPECT_EQ(Way().words(Language::en),
            "baseline (2020) 41.0%, now 47.2%, goal 50% (2025): done of the way: about 68.89%; still to rise by 1.4 "
            "percentage points a year");
}

// 100 of 275: a figure without end is shown in a few digits, and so is a course that is kept exactly.
TEST(ProgressWords, FiguresWithoutEndAreShort) {
  World world;
  world.scheme.target_year = 2026;
  world.share("x", test::at_least("50"));
  world.answer("x").inputs = {{"treated", "100"}, {"total", "275"}};
  world.answer("x").baseline = {"30", "2020", "", {}};
  const Indicator& indicator = world.scheme.indicators[0];
  EXPECT_EQ(
      progress_in_words(world.scheme, indicator, progress_of(world.scheme, world.assessment, indicator), Language::zh),
      "基期（2020 年）30%，现状约 36.36%，目标 50%（2026 年）：已走完约 31.82%；进度落后；还需每年提高约 4.55 "
      "个百分点");
  world.answer("x").baseline = {"0", "2017", "", {}};  // 6 of 9 years; 2/3 of 50 is 100 of 300
  world.answer("x").inputs["total"] = "300";
  const std::string words =
      progress_in_words(world.scheme, indicator, progress_of(world.scheme, world.assessment, indicator), Language::zh);
  EXPECT_EQ(words,
            "基期（2017 年）0%，现状约 33.33%，目标 50%（2026 年）：已走完约 66.67%；还需每年提高约 5.56 个百分点");
}

// 99.9999999… % of the way is not shown as all of it, nor the course as reached that is not.
TEST(ProgressWords, FiguresAreNotRoundedAcrossWhatDecides) {
  const std::string nearly = Way("0", "49.999999999", "50").words();
  EXPECT_EQ(nearly.find("走完 100%"), std::string::npos) << nearly;
  EXPECT_EQ(nearly.find("走完约 100%"), std::string::npos) << nearly;
  Way behind("0", "17.999999999", "30");
  EXPECT_EQ(behind.state(), ProgressState::behind);  // three of five years would be 18
  EXPECT_EQ(behind.words().find("约 60%"), std::string::npos) << behind.words();
}

}  // namespace
}  // namespace luping
