// 指标体系: the outline leads to a sheet, the sheet is read line by line and leads to 填报.
#include <gtest/gtest.h>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

TEST(SchemePage, TheOutlineLeadsToASheet) {
  Screen screen(ui_test::scheme_model());
  EXPECT_EQ(screen.node("scheme/outline").role, "navigation");
  EXPECT_EQ(screen.node("scheme/row/7.3.a").state, "current");
  EXPECT_EQ(screen.node("scheme/row/7.4.a").value, "7.4.a，确保");
  EXPECT_EQ(screen.node("scheme/group/7").name, "（七）改善人居环境");
  screen.click("scheme/row/7.4.a");
  ASSERT_EQ(screen.pushed<SelectSchemeRow>().size(), 1U);
  EXPECT_EQ(screen.pushed<SelectSchemeRow>()[0].indicator, "7.4.a");
  screen.click("scheme/row/about");
  EXPECT_EQ(screen.pushed<SelectSchemeRow>().back().indicator, "");
  screen.click("scheme/row/7.3.a");
  EXPECT_EQ(screen.pushed<SelectSchemeRow>().size(), 3U) << "what was shown unasked is asked for now";
}

TEST(SchemePage, TheKeysGoAlongTheOutline) {
  Screen screen(ui_test::scheme_model());
  screen.click("scheme/row/about");
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_Enter);
  EXPECT_EQ(screen.pushed<SelectSchemeRow>().back().indicator, "7.4.a");
}

TEST(SchemePage, TheSheetIsReadWithItsLabels) {
  Screen screen(ui_test::scheme_model());
  EXPECT_EQ(screen.node("scheme/sheet").name, "农村生活污水治理率");
  EXPECT_EQ(screen.node("scheme/title").role, "heading");
  EXPECT_EQ(screen.node("scheme/badges").name, "应当");
  EXPECT_EQ(screen.node("scheme/section/1").name, "达标要求");
  EXPECT_EQ(screen.node("scheme/section/1/0").name, "要求：≥ 50%");
  EXPECT_EQ(screen.node("scheme/section/2/2").name, "行政村总数（个，整数）");
}

TEST(SchemePage, ItLeadsToTheRowOnlyWithADocument) {
  Screen screen(ui_test::scheme_model());
  screen.click("scheme/fill");
  EXPECT_EQ(screen.pushed<SelectIndicator>().at(0).indicator, "7.3.a");
  ViewModel model = ui_test::scheme_model();
  model.scheme.sheet.can_fill = false;
  EXPECT_FALSE(Screen(model).has("scheme/fill"));
}

TEST(SchemePage, ALineOutOfSightIsNeitherDrawnNorTold) {
  ViewModel model = ui_test::scheme_model();
  model.scheme.sheet.sections.push_back({"很长", {}});
  for (int i = 0; i < 400; ++i) model.scheme.sheet.sections.back().lines.push_back({"名目", "一行文字"});
  for (int i = 0; i < 400; ++i) {
    model.scheme.rows.push_back({SchemeRow::Kind::indicator, "x" + std::to_string(i), "1", "指标", "确保", false});
  }
  Screen screen(model);
  EXPECT_LT(screen.out.nodes.size(), 100U);
  EXPECT_FALSE(screen.has("scheme/section/4/399"));
  screen.move_to("scheme/title");
  screen.wheel(-2000);
  EXPECT_TRUE(screen.has("scheme/section/4/399"));
}

TEST(SchemePage, WithoutADocumentItHasSearchAndAWayBack) {
  ViewModel model = ui_test::scheme_model();
  model.top = {};
  model.nav = {{Page::start, "开始", ""}, {Page::scheme, "指标体系", ""}};
  Screen screen(model);
  EXPECT_TRUE(screen.has("top/search"));
  EXPECT_FALSE(screen.has("top/save"));
  screen.click("nav/start");
  EXPECT_EQ(screen.pushed<GoTo>().at(0).page, Page::start);
  Screen start(ui_test::start_model());
  EXPECT_FALSE(start.has("top/search"));
  start.click("start/scheme/view");
  EXPECT_EQ(start.pushed<GoTo>().at(0).page, Page::scheme);
}

TEST(SchemePage, WhatIsFoundIsCountedAndNothingSaysSo) {
  ViewModel model = ui_test::scheme_model();
  EXPECT_FALSE(Screen(model).has("scheme/found"));
  model.scheme.found = "找到 2 项指标";
  EXPECT_EQ(Screen(model).node("scheme/found").name, "找到 2 项指标");
  model.scheme = {};
  model.scheme.empty = "没有找到“鲸鱼”。";
  Screen screen(model);
  EXPECT_EQ(screen.node("scheme/empty").name, "没有找到“鲸鱼”。");
  EXPECT_FALSE(screen.has("scheme/outline"));
}

}  // namespace
}  // namespace luping
