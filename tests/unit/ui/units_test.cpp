// 单位: rows, orders and filters are picked; a duty leads to its row.
#include <gtest/gtest.h>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

TEST(UnitsPage, ARowIsReadAsASentenceAndPicked) {
  Screen screen(ui_test::units_model());
  EXPECT_EQ(screen.node("units/gov").role, "row");
  EXPECT_EQ(screen.node("units/gov").value, "牵头指标 11 项，达标 11 项");
  EXPECT_TRUE(screen.node("units/city.urban").state.ends_with(" selected"));
  screen.click("units/city.environment/row");
  ASSERT_EQ(screen.pushed<SelectUnit>().size(), 1U);
  EXPECT_EQ(screen.pushed<SelectUnit>()[0].unit, "city.environment");
  screen.click("units/city.urban/row");
  EXPECT_EQ(screen.pushed<SelectUnit>().size(), 2U) << "what was shown unasked is asked for now";
}

TEST(UnitsPage, FilterAndOrder) {
  Screen screen(ui_test::units_model());
  screen.click("units/filter/2");
  EXPECT_EQ(screen.pushed<SetUnitsFilter>().at(0).filter, UnitsFilter::unfilled);
  EXPECT_EQ(screen.node("units/group").name, "排序");
  screen.click("units/group");
  screen.click("units/group/3");
  EXPECT_EQ(screen.pushed<SetUnitsOrder>().at(0).order, UnitsOrder::scheme);
}

TEST(UnitsPage, ADutyIsALinkToItsRow) {
  Screen screen(ui_test::units_model());
  EXPECT_EQ(screen.node("unit/indicator/7.3.a").value, "未达标，牵头 · 差 2.8 个百分点");
  screen.click("unit/indicator/7.3.a");
  EXPECT_EQ(screen.pushed<SelectIndicator>().at(0).indicator, "7.3.a");
  screen.click("unit/task/7-m1");
  EXPECT_EQ(screen.pushed<SelectMeasure>().at(0).measure, "7-m1");
}

TEST(UnitsPage, TheKeysReachARowAndGoOn) {
  Screen screen(ui_test::units_model());
  screen.click("units/city.environment/row");
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_Enter);
  EXPECT_EQ(screen.pushed<SelectUnit>().back().unit, "gov");
}

TEST(UnitsPage, WithoutUnitsItSaysSo) {
  ViewModel model = ui_test::units_model();
  model.units = {};
  model.units.empty = "没有写明单位。";
  Screen screen(model);
  EXPECT_EQ(screen.node("units/empty").name, "没有写明单位。");
  EXPECT_FALSE(screen.has("units/table"));
  EXPECT_FALSE(screen.has("unit"));
}

}  // namespace
}  // namespace luping
