// 走势: the years that have a figure, in order and to scale, with the goal they head for.
#include "session_fixture.h"

namespace luping::test {
namespace {

using Trend = SessionTest;

TEST_F(Trend, NoneWithoutTwoYears) {
  start();
  EXPECT_FALSE(detail("2.2.c").trend);
  type(value("2.2.c"), "90");
  EXPECT_FALSE(detail("2.2.c").trend) << "one year is no course";
}

TEST_F(Trend, PastYearAndPresentWithTheThresholdAsGoal) {
  open_gaps_sample();
  const std::optional<TrendModel> trend = detail("2.2.c").trend;
  ASSERT_TRUE(trend);
  ASSERT_EQ(trend->points.size(), 2U);
  EXPECT_EQ(trend->points[0].year, "2022 年");
  EXPECT_EQ(trend->points[0].value, "80%");
  EXPECT_EQ(trend->points[0].x, 0);
  EXPECT_EQ(trend->points[0].y, 0);
  EXPECT_EQ(trend->points[1].value, "90%");
  EXPECT_EQ(trend->points[1].x, 1);
  EXPECT_EQ(trend->points[1].y, 1);
  EXPECT_EQ(trend->spoken.rfind("2022 年 80%，2023 年 90%", 0), 0U) << trend->spoken;
}

TEST_F(Trend, BaselineStandsAtItsYear) {
  open_gaps_sample();
  type(value("5.1.a"), "190");
  type({FieldKind::baseline_value, "5.1.a", {}}, "180");
  type({FieldKind::baseline_year, "5.1.a", {}}, "2013");
  const std::optional<TrendModel> trend = detail("5.1.a").trend;
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->points.front().year, "2013 年");
  EXPECT_EQ(trend->points.back().year, "2023 年");
  for (std::size_t i = 1; i < trend->points.size(); ++i) EXPECT_LT(trend->points[i - 1].x, trend->points[i].x);
  for (const TrendModel::Point& point : trend->points) {
    EXPECT_GE(point.y, 0);
    EXPECT_LE(point.y, 1);
  }
}

TEST_F(Trend, WhatIsNoNumberIsLeftOut) {
  open_gaps_sample();
  type({FieldKind::history_value, "2.2.c", "2022"}, "八十");
  EXPECT_FALSE(detail("2.2.c").trend);
}

TEST_F(Trend, OverviewCountsTheCourses) {
  apply(OpenSample{2});
  std::size_t sum = 0;
  for (const OverviewModel::Course& state : view().overview.course) sum += state.count;
  EXPECT_GT(sum, 0U);
  EXPECT_EQ(view().overview.course_title, "与基期相比：" + std::to_string(sum) + " 项有基期和目标");
}

TEST_F(Trend, OverviewWithoutBaselinesSaysNothingOfCourses) {
  start();
  EXPECT_TRUE(view().overview.course.empty());
  EXPECT_TRUE(view().overview.course_title.empty());
}

}  // namespace
}  // namespace luping::test
