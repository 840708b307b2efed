// The user guide: what its reader takes, and the help page made of it.
#include "app/guide.h"
#include "core/words/explain.h"
#include "session_fixture.h"

namespace luping {
namespace {

using test::SessionTest;

std::string_view user_guide() { return assets::guides().front().bytes; }

std::vector<std::string> problems_of(const std::string& text) {
  return read_guide("# 说明\n\n## 一\n\n" + text).problems;
}

TEST(Guide, TheUserGuideStaysInsideTheSubset) {
  const GuideReading read = read_guide(user_guide());
  for (const std::string& problem : read.problems) ADD_FAILURE() << "docs/user-guide.zh.md:" << problem;
  EXPECT_EQ(read.guide.title, "绿评使用说明");
  ASSERT_GE(read.guide.sections.size(), 12U);
  for (const GuideSection& section : read.guide.sections) EXPECT_FALSE(section.blocks.empty()) << section.title;
}

TEST(Guide, TheUserGuideExplainsEveryResultAndShortcutTheAppHas) {
  const std::string text(user_guide());
  for (const Result result : {Result::pass, Result::fail, Result::unknown, Result::notchecked, Result::notapplicable,
                              Result::error, Result::informational}) {
    EXPECT_NE(text.find(label_of(result, Language::zh)), std::string::npos) << label_of(result, Language::zh);
  }
  for (const char* key : {"F1", "Ctrl+S", "Ctrl+O", "Ctrl+F", "Ctrl+Z", "Ctrl+Y", "Ctrl+C"})
    EXPECT_NE(text.find("`" + std::string(key) + "`"), std::string::npos) << key;
}

TEST(Guide, ReadsEveryConstructOfTheSubset) {
  const GuideReading read = read_guide(
      "# 说明\n\n## 一\n\n第一行，\n第二行。\n\n![图](images/a.png)\n\n### 小题\n\n- 甲\n  续行\n- **乙**：按 `Ctrl+S` "
      "保存\n\n"
      "1. 先\n2. 后\n\n| 头 | 尾 |\n|---|---|\n| a | b |\n\n## 二\n\n完。\n");
  EXPECT_TRUE(read.problems.empty()) << read.problems.front();
  ASSERT_EQ(read.guide.sections.size(), 2U);
  const std::vector<GuideBlock>& blocks = read.guide.sections[0].blocks;
  ASSERT_EQ(blocks.size(), 7U);
  EXPECT_EQ(plain(blocks[0].text), "第一行，第二行。");
  EXPECT_EQ(blocks[1].kind, GuideBlock::Kind::heading);
  EXPECT_EQ(plain(blocks[2].text), "甲续行");
  EXPECT_EQ(blocks[3].text, (RichText{{"乙", true}, {"：按 "}, {"Ctrl+S", false, true}, {" 保存"}}));
  EXPECT_EQ(blocks[5].number, 2);
  ASSERT_EQ(blocks[6].rows.size(), 2U);
  EXPECT_EQ(plain(blocks[6].rows[1][1]), "b");
}

TEST(Guide, WhatIsOutsideTheSubsetIsAProblemWithItsLine) {
  for (const char* text :
       {"> 引用", "```\n码\n```", "#### 四级", "* 甲", "- 甲\n  - 乙", "1. 先\n3. 后", "见[这里](a.md)", "**没有关",
        "`没有关", "| a | b |\n| c | d |", "| a | b |\n|---|---|\n| c |", "<b>粗</b>", "斜*体*", "- 甲\n续行没有缩进",
        "    缩进", "a &amp; b", "前![图](a.png)后"})
    EXPECT_FALSE(problems_of(text).empty()) << text;
  EXPECT_EQ(problems_of("好\n\n> 引用").front().substr(0, 2), "7:");
  EXPECT_FALSE(read_guide("# 说明\n\n没有节\n").problems.empty());
  EXPECT_FALSE(read_guide("## 一\n\n# 说明\n").problems.empty());
}

TEST(Guide, HitsAreMarkedAcrossLooksAndWithoutRegardToCase) {
  RichText text = {{"按 "}, {"Ctrl+S", false, true}, {" 保存"}};
  EXPECT_EQ(mark_hits(text, "ctrl+s 保"), 1U);
  EXPECT_EQ(text, (RichText{{"按 "}, {"Ctrl+S", false, true, true}, {" 保", false, false, true}, {"存"}}));
  EXPECT_EQ(mark_hits(text, "没有"), 0U);
  EXPECT_EQ(mark_hits(text, "  "), 0U);
}

class Help : public SessionTest {
 protected:
  Help() {
    session = std::make_unique<Session>(platform, test::shipped(assets::schemes()), test::shipped(assets::samples()),
                                        user_guide());
  }
  void search(std::string words) { apply(Edit{{FieldKind::search, kGuideSearch, {}}, std::move(words)}, EndEdit{}); }
};

TEST_F(Help, OpensWithoutADocumentAndGoesBackToTheStart) {
  apply(GoTo{Page::help});
  EXPECT_EQ(view().page, Page::help);
  EXPECT_TRUE(view().nav.empty());
  EXPECT_EQ(view().help.back_label, "返回首页");
  EXPECT_EQ(view().help.section, view().help.outline.front().title);
  apply(GoTo{view().help.back});
  EXPECT_EQ(view().page, Page::start);
}

TEST_F(Help, GoesBackToWhereOneWasWithSearchAndSelection) {
  start();
  apply(Edit{{FieldKind::search, {}, {}}, "污水"}, SelectIndicator{"7.6.a"});
  apply(GoTo{Page::help}, GoTo{Page::help});
  EXPECT_EQ(view().help.back_label, "返回填报");
  EXPECT_FALSE(view().nav.empty());
  apply(GoTo{view().help.back});
  EXPECT_EQ(view().page, Page::fill);
  EXPECT_EQ(view().search, "污水");
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->id, "7.6.a");
}

TEST_F(Help, AnotherPageReachedFromHelpKeepsTheSearch) {
  start();
  apply(Edit{{FieldKind::search, {}, {}}, "污水"}, GoTo{Page::help}, GoTo{Page::tasks});
  EXPECT_EQ(view().page, Page::tasks);
  EXPECT_EQ(view().search, "污水");
}

TEST_F(Help, ShowsOneSectionAndTheWayToTheNext) {
  apply(GoTo{Page::help}, ShowHelpSection{1});
  EXPECT_TRUE(view().help.outline[1].current);
  EXPECT_EQ(view().help.next, 2U);
  apply(ShowHelpSection{view().help.outline.size() - 1});
  EXPECT_TRUE(view().help.next_label.empty());
  const std::string shown = view().help.section;
  apply(ShowHelpSection{999});
  EXPECT_EQ(view().help.section, shown);
}

TEST_F(Help, SearchCountsHitsAndShowsASectionThatHasOne) {
  apply(GoTo{Page::help});
  const std::size_t sections = view().help.outline.size();
  search("目标文件");
  ASSERT_FALSE(view().help.outline.empty());
  EXPECT_LT(view().help.outline.size(), sections);
  EXPECT_EQ(view().help.found.substr(0, std::string("共找到 ").size()), "共找到 ");
  EXPECT_EQ(view().help.section, view().help.outline.front().title);
  std::size_t hits = 0;
  for (const GuideBlock& block : view().help.blocks) {
    for (const TextRun& run : block.text) hits += run.hit ? 1 : 0;
  }
  EXPECT_EQ(std::to_string(hits) + " 处", view().help.outline.front().figure);
  const std::string found = view().help.section;
  search("");
  EXPECT_EQ(view().help.section, found);  // one goes on reading there
  EXPECT_EQ(view().help.outline.size(), sections);
  search("鲸鱼");
  EXPECT_TRUE(view().help.outline.empty());
  EXPECT_EQ(view().help.found, "没有找到“鲸鱼”。换个词试试，或清空搜索。");
}

TEST_F(Help, OpeningADocumentLeavesHelp) {
  apply(GoTo{Page::help}, OpenSample{0});
  EXPECT_EQ(view().page, Page::overview);
}

}  // namespace
}  // namespace luping
