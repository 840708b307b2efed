// 填报: its conditions are chosen above it, its heads sort, and a new list starts from its top.
#include <gtest/gtest.h>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

TEST(FillPage, AChoiceAboveTheRowsAsksForItsQuery) {
  Screen screen(ui_test::fill_model());
  EXPECT_EQ(screen.node("fill/menu/1").role, "combobox");
  EXPECT_EQ(screen.node("fill/menu/1").value, "全部单位");
  screen.click("fill/menu/1");
  screen.click("fill/menu/1/1");
  ASSERT_EQ(screen.pushed<SetListQuery>().size(), 1U);
  EXPECT_EQ(screen.pushed<SetListQuery>()[0].query.unit, "市水利局");
}

TEST(FillPage, WhatIsLeftIsSaidAndTakenBackInOnePress) {
  Screen screen(ui_test::fill_model());
  EXPECT_EQ(screen.node("fill/figure").name, "共 74 项");
  EXPECT_FALSE(screen.has("fill/clear"));
  screen.model.fill.filtered = true;
  screen.model.fill.figure = "符合 4 / 74 项";
  screen.settle();
  EXPECT_EQ(screen.node("fill/figure").name, "符合 4 / 74 项");
  screen.click("fill/clear");
  EXPECT_EQ(screen.pushed<ClearFilters>().size(), 1U);
}

TEST(FillPage, TheFirstHintIsPutAwayByItsButton) {
  Screen screen(ui_test::fill_model());
  const float above = screen.node("fill/table").box.y;
  EXPECT_FALSE(screen.has("fill/hint"));
  screen.model.fill.hint = "点“现状值”一栏的格子填数，按回车转到下一项。";
  screen.settle();
  EXPECT_EQ(screen.node("fill/hint").name, screen.model.fill.hint);
  EXPECT_GT(screen.node("fill/table").box.y, above) << "it covers nothing";
  screen.click("fill/hint/known");
  EXPECT_EQ(screen.pushed<PutAwayHint>().size(), 1U);
}

TEST(FillPage, AnOutdatedListOffersToBeFoundAnew) {
  Screen screen(ui_test::fill_model());
  EXPECT_FALSE(screen.has("fill/update"));
  screen.model.fill.outdated = "有 1 项已不符合条件";
  screen.settle();
  EXPECT_EQ(screen.node("fill/update").name, "更新列表");
  screen.click("fill/update");
  EXPECT_EQ(screen.pushed<UpdateList>().size(), 1U);
}

TEST(FillPage, CellsSayTheirColumnAlsoWhereColumnsAreLeftOut) {
  for (const float width : {1366.0F, 920.0F}) {
    const Screen screen(ui_test::fill_model(), width);
    EXPECT_EQ(screen.has("fill/column/牵头单位"), width > 1000);
    EXPECT_TRUE(screen.node("fill/table").state.ends_with(" colcount:7"));
    EXPECT_EQ(screen.node("fill/1.1.d/name").state, "colindex:2");
    EXPECT_EQ(screen.node("fill/1.1.d/held").state, "colindex:4");
    EXPECT_EQ(screen.node("fill/1.1.d/verdict").state, "colindex:6");
    EXPECT_EQ(screen.node("fill/column/目标").state, "colindex:5");
  }
}

TEST(FillPage, AHeadSortsByMouseAndByKey) {
  Screen screen(ui_test::fill_model());
  EXPECT_EQ(screen.node("fill/column/判定").role, "columnheader");
  EXPECT_EQ(screen.node("fill/column/判定").state, "colindex:6 sort:none");
  screen.click("fill/column/判定");
  ASSERT_EQ(screen.pushed<SetListQuery>().size(), 1U);
  EXPECT_EQ(screen.pushed<SetListQuery>()[0].query.sort, RowOrder::standing);
  screen.key(ImGuiKey_Enter);
  EXPECT_EQ(screen.pushed<SetListQuery>().size(), 2U) << "the head has the focus";
  screen.click("fill/column/目标");
  EXPECT_EQ(screen.pushed<SetListQuery>().size(), 2U) << "no order by it";
  screen.model.fill.sorting[0].state = SortState::descending;
  screen.model.fill.sorting[3].state = SortState::ascending;
  screen.settle();
  EXPECT_EQ(screen.node("fill/column/序号").state, "colindex:1 sort:descending");
  EXPECT_EQ(screen.node("fill/column/牵头单位").state, "colindex:7 sort:ascending");
}

TEST(FillPage, AnotherListStartsFromItsTop) {
  Screen screen(ui_test::fill_model());
  screen.move_to("fill/1.3.a");
  screen.wheel(-200);
  EXPECT_FALSE(screen.has("fill/1.1.a"));
  screen.model.fill.figure = "a value was typed";
  screen.settle();
  EXPECT_FALSE(screen.has("fill/1.1.a")) << "the same list stays where it is";
  ++screen.model.fill.list;
  screen.settle();
  EXPECT_TRUE(screen.has("fill/1.1.a"));
}

TEST(FillPage, TheRowAskedForIsBroughtIntoSight) {
  Screen screen(ui_test::fill_model());
  for (FillRow& row : screen.model.fill.rows) row.selected = row.id == "1.1.a";
  screen.settle();
  screen.move_to("fill/1.3.a");
  screen.wheel(-200);
  EXPECT_FALSE(screen.has("fill/1.1.a"));
  ++screen.model.fill.reveal;
  screen.settle();
  EXPECT_TRUE(screen.has("fill/1.1.a"));
}

TEST(FillPage, AnEmptyListSaysWhatToDoAndOffersIt) {
  Screen screen(ui_test::fill_model());
  screen.model.fill.rows.clear();
  screen.model.fill.empty = "没有符合条件的指标。";
  screen.model.fill.filtered = true;
  screen.settle();
  EXPECT_EQ(screen.node("fill/empty").name, "没有符合条件的指标。");
  screen.click("fill/empty/clear");
  EXPECT_EQ(screen.pushed<ClearFilters>().size(), 1U);
}

}  // namespace
}  // namespace luping
