// 任务: its conditions and its heads, by mouse and by key; its rows go on to be worked by key.
#include <gtest/gtest.h>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

TEST(TasksPage, AChoiceAndAChipAskForTheirQuery) {
  Screen screen(ui_test::tasks_model());
  EXPECT_EQ(screen.node("tasks/menu/1").role, "combobox");
  screen.click("tasks/menu/1");
  screen.click("tasks/menu/1/1");
  screen.click("tasks/filter/4");
  ASSERT_EQ(screen.pushed<SetListQuery>().size(), 2U);
  EXPECT_EQ(screen.pushed<SetListQuery>()[0].query.unit, "市水利局");
  EXPECT_EQ(screen.pushed<SetListQuery>()[1].query.states, std::set{TaskState::done});
}

TEST(TasksPage, AHeadSortsByMouseAndByKey) {
  Screen screen(ui_test::tasks_model());
  EXPECT_EQ(screen.node("tasks/column/进展").role, "columnheader");
  EXPECT_EQ(screen.node("tasks/column/进展").state, "colindex:2 sort:none");
  screen.click("tasks/column/进展");
  ASSERT_EQ(screen.pushed<SetListQuery>().size(), 1U);
  EXPECT_EQ(screen.pushed<SetListQuery>()[0].query.sort, RowOrder::standing);
  screen.key(ImGuiKey_Enter);
  EXPECT_EQ(screen.pushed<SetListQuery>().size(), 2U) << "the head has the focus";
  screen.model.tasks.sorting[0].state = SortState::ascending;
  screen.model.tasks.sorting[3].state = SortState::descending;
  screen.settle();
  EXPECT_EQ(screen.node("tasks/column/任务").state, "colindex:1 sort:ascending");
  EXPECT_EQ(screen.node("tasks/column/牵头单位").state, "colindex:4 sort:descending");
}

TEST(TasksPage, WhatIsLeftIsSaidAndTakenBack) {
  Screen screen(ui_test::tasks_model());
  EXPECT_FALSE(screen.has("tasks/clear"));
  screen.model.tasks.filtered = true;
  screen.model.tasks.figure = "符合 4 / 96 项";
  screen.model.tasks.outdated = "有 1 项已不符合条件";
  screen.settle();
  EXPECT_EQ(screen.node("tasks/figure").name, "符合 4 / 96 项");
  screen.click("tasks/clear");
  screen.click("tasks/update");
  EXPECT_EQ(screen.pushed<ClearFilters>().size(), 1U);
  EXPECT_EQ(screen.pushed<UpdateList>().size(), 1U);
  screen.model.tasks.rows.clear();
  screen.model.tasks.empty = "没有符合条件的任务。";
  screen.settle();
  EXPECT_EQ(screen.node("tasks/empty").name, "没有符合条件的任务。");
  screen.click("tasks/empty/clear");
  EXPECT_EQ(screen.pushed<ClearFilters>().size(), 2U);
}

TEST(TasksPage, AnotherListStartsFromItsTopAndTheRowAskedForComesIntoSight) {
  Screen screen(ui_test::tasks_model(), 1366, 500);
  const std::string first = "tasks/" + screen.model.tasks.rows[2].id;
  ASSERT_TRUE(screen.has(first));
  screen.move_to(first);
  screen.wheel(-200);
  EXPECT_FALSE(screen.has(first));
  screen.model.tasks.figure = "a state was set";
  screen.settle();
  EXPECT_FALSE(screen.has(first)) << "the same list stays where it is";
  ++screen.model.tasks.list;
  screen.settle();
  EXPECT_TRUE(screen.has(first));
  screen.move_to(first);
  screen.wheel(-200);
  EXPECT_FALSE(screen.has("tasks/" + screen.model.task_detail->id));
  ++screen.model.tasks.reveal;
  screen.settle();
  EXPECT_TRUE(screen.has("tasks/" + screen.model.task_detail->id));
}

TEST(TasksPage, WithoutHeadingsAStateIsSetByKey) {
  ViewModel model = ui_test::tasks_model();
  std::erase_if(model.tasks.rows, [](const TaskRow& row) { return row.kind != TaskRow::Kind::measure; });
  Screen screen(model);
  screen.click("tasks/column/任务");
  const std::string state = "tasks/" + model.tasks.rows[0].id + "/measure_state";
  for (int i = 0; i < 6 && screen.node(state).state.find("focused") == std::string::npos; ++i) screen.key(ImGuiKey_Tab);
  ASSERT_NE(screen.node(state).state.find("focused"), std::string::npos) << "the first row comes after the heads";
  screen.key(ImGuiKey_Enter);
  screen.key(ImGuiKey_UpArrow);
  screen.key(ImGuiKey_Enter);
  ASSERT_EQ(screen.pushed<Edit>().size(), 1U);
  EXPECT_EQ(screen.pushed<Edit>()[0].field.id, model.tasks.rows[0].id);
  EXPECT_EQ(screen.pushed<Edit>()[0].text, "inProgress");
}

}  // namespace
}  // namespace luping
