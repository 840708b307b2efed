// The help page: outline, search, text, and the ways out.
#include <gtest/gtest.h>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

ViewModel help_model() {
  ViewModel model;
  model.page = Page::help;
  HelpModel& help = model.help;
  help.title = "绿评使用说明";
  help.back_label = "返回首页";
  help.outline = {{0, "打开与浏览器", "", true}, {1, "三步开始", "", false}};
  help.section = "打开与浏览器";
  help.next = 1;
  help.next_label = "下一节：三步开始";
  const GuideReading read = read_guide(
      "# 说明\n## 一\n绿评是一个文件：`luping.html`，**不用安装**。\n\n- 甲\n- 乙\n\n1. 先\n2. 后\n\n### 小题\n\n"
      "| 浏览器 | 要求 |\n|---|---|\n| Chrome | 80 以上 |\n");
  help.blocks = read.guide.sections[0].blocks;
  return model;
}

TEST(HelpPage, EveryBlockIsThereToBeRead) {
  const Screen screen(help_model());
  EXPECT_NE(screen.find_named("heading", "打开与浏览器"), nullptr);
  EXPECT_NE(screen.find_named("text", "绿评是一个文件：luping.html，不用安装。"), nullptr);
  EXPECT_NE(screen.find_named("text", "甲"), nullptr);
  EXPECT_NE(screen.find_named("text", "2. 后"), nullptr);
  EXPECT_NE(screen.find_named("heading", "小题"), nullptr);
  EXPECT_NE(screen.find_named("text", "Chrome，80 以上"), nullptr);
}

TEST(HelpPage, SectionsArePickedFromTheOutlineAndOneAfterAnother) {
  Screen screen(help_model());
  EXPECT_EQ(screen.node("help/section/0").state, "current");
  screen.click("help/section/1");
  screen.click("help/next");
  ASSERT_EQ(screen.pushed<ShowHelpSection>().size(), 2U);
  EXPECT_EQ(screen.pushed<ShowHelpSection>()[0].section, 1U);
}

TEST(HelpPage, TheButtonAndEscapeGoBack) {
  Screen screen(help_model());
  screen.click("help/back");
  screen.key(ImGuiKey_Escape);
  ASSERT_EQ(screen.pushed<GoTo>().size(), 2U);
  EXPECT_EQ(screen.pushed<GoTo>()[1].page, Page::start);
}

TEST(HelpPage, EscapeClosesAMenuFirst) {
  Screen screen(help_model());
  screen.click("top/display");
  screen.key(ImGuiKey_Escape);
  EXPECT_TRUE(screen.pushed<GoTo>().empty());
}

TEST(HelpPage, SearchIsTypedIntoItsOwnFieldAndClearedByEscape) {
  Screen screen(help_model());
  screen.click("help/search");
  ASSERT_TRUE(screen.out.text);
  screen.text(ui::TextEventKind::changed, "浏览");
  screen.text(ui::TextEventKind::escape, "");
  ASSERT_EQ(screen.pushed<Edit>().size(), 2U);
  EXPECT_EQ(screen.pushed<Edit>()[0].field.id, kGuideSearch);
  EXPECT_EQ(screen.pushed<Edit>()[1].text, "");
  EXPECT_TRUE(screen.pushed<GoTo>().empty());
  EXPECT_FALSE(screen.has("top/search"));
}

TEST(HelpPage, PageKeysScrollALongSection) {
  ViewModel model = help_model();
  for (int i = 0; i < 60; ++i) model.help.blocks.push_back(model.help.blocks.front());
  Screen screen(model);
  EXPECT_FALSE(screen.has("help/next"));
  screen.key(ImGuiKey_End);
  EXPECT_TRUE(screen.has("help/next"));
  screen.key(ImGuiKey_Home);
  EXPECT_TRUE(screen.has("help/title"));
}

TEST(HelpPage, ASearchScrollsToItsFirstHit) {
  ViewModel model = help_model();
  for (int i = 0; i < 60; ++i) model.help.blocks.push_back(model.help.blocks.front());
  model.help.blocks.push_back({GuideBlock::Kind::paragraph, {{"鲸鱼", false, false, true}}, 0, {}});
  model.help.search = "鲸鱼";
  const Screen screen(model);
  EXPECT_NE(screen.find_named("text", "鲸鱼"), nullptr);
}

}  // namespace
}  // namespace luping
