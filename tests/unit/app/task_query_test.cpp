// 任务: what 填报 has, on its rows. Conditions together, orders, and tasks that stay while their progress is set.
#include <set>

#include "list_fixture.h"

namespace luping::test {
namespace {

class Tasks : public ListTest {
 protected:
  Tasks() {
    open_gaps_sample();
    apply(GoTo{Page::tasks});
  }

  const TasksModel& tasks() { return view().tasks; }
  const ListHead& head() override { return tasks(); }

  std::vector<TaskRow> rows(TaskRow::Kind kind = TaskRow::Kind::measure) {
    std::vector<TaskRow> rows;
    for (const TaskRow& row : tasks().rows) {
      if (row.kind == kind) rows.push_back(row);
    }
    return rows;
  }
  std::vector<std::string> ids() {
    std::vector<std::string> ids;
    for (const TaskRow& row : rows()) ids.push_back(row.id);
    return ids;
  }
  void set_state(const std::string& id, const std::string& state) { type({FieldKind::measure_state, id, {}}, state); }
  void search(const std::string& words) { apply(Edit{{FieldKind::search, {}, {}}, words}, EndEdit{}); }
};

TEST_F(Tasks, AChipShowsOnlyItsRowsAndItsNumberIsTrue) {
  EXPECT_EQ(tasks().figure, "共 120 项");
  EXPECT_FALSE(tasks().filtered);
  const std::pair<std::string, std::size_t> expected[] = {
      {"未完成", 19}, {"未填", 5}, {"未开始", 1}, {"进行中", 13}, {"完成", 100}};
  for (const auto& [word, count] : expected) {
    EXPECT_EQ(chip(word), word + " " + std::to_string(count));
    press_chip(word);
    EXPECT_EQ(chip(word), word + " " + std::to_string(count) + " *");
    EXPECT_EQ(ids().size(), count);
    for (const TaskRow& row : rows()) EXPECT_TRUE(word == "未完成" || row.state_label == word) << row.state_label;
    EXPECT_EQ(tasks().figure, "符合 " + std::to_string(count) + " / 120 项");
    press_chip(word);
    EXPECT_EQ(ids().size(), 120U) << "pressed again it is taken back";
  }
}

TEST_F(Tasks, TheNumberBesideAChoiceIsWhatItGives) {
  press_chip("未完成");
  const ListQuery open = session->view_model().tasks.chips[1].filter;
  for (const ListMenu& one : std::vector(tasks().menus)) {
    for (const ListMenu::Entry& entry : one.entries) {
      if (one.name == "进展" && entry.label != "全部进展") continue;  // there several may be chosen
      apply(SetListQuery{entry.query});
      EXPECT_EQ(std::to_string(ids().size()), entry.figure) << one.name << " " << entry.label;
    }
  }
  apply(SetListQuery{open});
  EXPECT_EQ(ids().size(), 5U);
}

TEST_F(Tasks, ConditionsOfDifferentKindsHoldTogether) {
  choose("责任单位", "市水利局");
  std::set<std::string> expected;
  for (const Measure& measure : guigang().measures) {
    const Item& item = *find_item(guigang(), measure.item);
    for (const auto* units : {&item.lead_units, &item.responsible_units}) {
      for (const std::string& name : organisation_names(guigang(), *units, "450804")) {
        if (name == "市水利局") expected.insert(measure.id);
      }
    }
  }
  const auto of_unit = ids();
  EXPECT_EQ(std::set<std::string>(of_unit.begin(), of_unit.end()), expected);
  choose("进展", "完成");
  const std::size_t done = ids().size();
  ASSERT_GT(done, 0U);
  choose("进展", "进行中");
  EXPECT_EQ(menu("进展").shown, "进行中等 2 种");
  EXPECT_GE(ids().size(), done) << "of one kind either will do";
  const Item& item = *find_item(guigang(), find_measure(guigang(), ids().front())->item);
  const Group& group = *find_group(guigang(), item.group);
  choose("任务组", group.number + group.title);
  for (const TaskRow& row : rows()) {
    EXPECT_EQ(row.group, group.number + group.title);
    EXPECT_TRUE(row.state == "done" || row.state == "inProgress");
    EXPECT_TRUE(expected.contains(row.id));
  }
  search("水");
  apply(ClearFilters{});
  EXPECT_EQ(ids().size(), 120U);
  EXPECT_TRUE(view().search.empty());
  EXPECT_FALSE(tasks().filtered);
}

TEST_F(Tasks, EachPageIsAskedForItself) {
  press_chip("未填");
  apply(GoTo{Page::fill});
  EXPECT_FALSE(view().fill.filtered);
  apply(SetListQuery{{{}, {}, {Result::fail}}}, GoTo{Page::tasks});
  EXPECT_EQ(ids().size(), 5U) << "a condition outlasts a look at another page";
  apply(ClearFilters{}, GoTo{Page::fill});
  EXPECT_TRUE(view().fill.filtered);
}

TEST_F(Tasks, InThePlansOrderThereAreHeadingsElseNone) {
  const auto plan = ids();
  const std::size_t items = rows(TaskRow::Kind::item).size();
  EXPECT_EQ(rows(TaskRow::Kind::group).size(), guigang().groups.size());
  EXPECT_GT(items, 20U);
  const TaskRow first = tasks().rows[0];
  press_chip("未完成");
  EXPECT_EQ(tasks().rows[0].kind, TaskRow::Kind::group);
  for (const TaskRow& group : rows(TaskRow::Kind::group)) {
    if (group.id != first.id) continue;
    EXPECT_EQ(group.figure, first.figure) << "how far a group is does not hang on the rows";
  }
  press_chip("未完成");
  sort_by(RowOrder::standing);
  EXPECT_EQ(state(RowOrder::standing), SortState::ascending);
  EXPECT_TRUE(rows(TaskRow::Kind::group).empty());
  EXPECT_TRUE(rows(TaskRow::Kind::item).empty());
  std::string labels;
  for (const TaskRow& row : rows()) {
    if (!labels.ends_with(row.state_label)) labels += " " + row.state_label;
  }
  EXPECT_EQ(labels, " 未填 未开始 进行中 完成 不适用");
  sort_by(RowOrder::standing);
  EXPECT_EQ(rows().front().state_label, "不适用");
  sort_by(RowOrder::standing);
  EXPECT_EQ(state(RowOrder::standing), SortState::none);
  EXPECT_EQ(ids(), plan);
  EXPECT_EQ(rows(TaskRow::Kind::item).size(), items);
}

TEST_F(Tasks, SortedByDateThoseWithoutOneComeLastEitherWay) {
  start();
  apply(GoTo{Page::tasks});
  const auto plan = ids();
  type({FieldKind::measure_date, plan[5], {}}, "2023-06-30");
  type({FieldKind::measure_date, plan[9], {}}, "2023-03-31");
  sort_by(RowOrder::date);
  EXPECT_EQ(ids()[0], plan[9]);
  EXPECT_EQ(ids()[1], plan[5]);
  EXPECT_EQ(ids()[2], plan[0]);
  sort_by(RowOrder::date);
  EXPECT_EQ(ids()[0], plan[5]);
  EXPECT_EQ(ids()[1], plan[9]);
  EXPECT_EQ(ids()[2], plan[0]);
}

TEST_F(Tasks, SortedByNameOrUnitEqualOnesStandTogether) {
  sort_by(RowOrder::name);
  const auto by_name = rows();
  EXPECT_TRUE(std::is_sorted(by_name.begin(), by_name.end(),
                             [](const TaskRow& a, const TaskRow& b) { return a.text < b.text; }));
  sort_by(RowOrder::lead);
  EXPECT_EQ(state(RowOrder::name), SortState::none) << "one column at a time";
  std::vector<std::string> leads;
  for (const TaskRow& row : rows()) {
    const Item& item = *find_item(guigang(), find_measure(guigang(), row.id)->item);
    const auto& units = item.lead_units.empty() ? item.responsible_units : item.lead_units;
    leads.push_back(organisation_names(guigang(), units, "450804").front());
  }
  const auto end = std::unique(leads.begin(), leads.end());
  std::sort(leads.begin(), end);
  EXPECT_EQ(std::adjacent_find(leads.begin(), end), end);
}

TEST_F(Tasks, ATaskStaysWhileItsProgressIsSet) {
  press_chip("未填");
  const auto before = ids();
  ASSERT_EQ(before.size(), 5U);
  const std::uint32_t list = tasks().list;
  set_state(before[1], "done");
  EXPECT_EQ(ids(), before);
  EXPECT_EQ(rows()[1].state_label, "完成");
  EXPECT_EQ(tasks().list, list) << "the view does not start from the top";
  EXPECT_EQ(tasks().outdated, "有 1 项已不符合条件");
  EXPECT_EQ(chip("未填"), "未填 4 *") << "the number is that of now";
  apply(UpdateList{});
  EXPECT_EQ(ids().size(), 4U);
  EXPECT_TRUE(tasks().outdated.empty());
  apply(Undo{});
  EXPECT_EQ(tasks().outdated, "另有 1 项已符合条件");
  apply(GoTo{Page::overview}, GoTo{Page::tasks});
  EXPECT_EQ(ids(), before) << "coming back finds the rows anew";
}

TEST_F(Tasks, ATaskAskedForFromElsewhereIsThere) {
  press_chip("未填");
  const std::string kept = ids().back();
  const std::uint32_t reveal = tasks().reveal;
  apply(GoTo{Page::units}, SelectMeasure{kept});
  EXPECT_EQ(ids().size(), 5U) << "a condition that leaves the row is kept";
  EXPECT_NE(tasks().reveal, reveal);
  sort_by(RowOrder::lead);
  search("鲸鱼");
  const std::string other = guigang().measures.front().id;
  apply(GoTo{Page::units}, SelectMeasure{other});
  EXPECT_FALSE(tasks().filtered);
  EXPECT_EQ(state(RowOrder::lead), SortState::ascending) << "the order stays";
  const bool there = std::any_of(tasks().rows.begin(), tasks().rows.end(),
                                 [&](const TaskRow& row) { return row.id == other && row.selected; });
  EXPECT_TRUE(there);
}

TEST_F(Tasks, SortedTheSearchStepsInTheOrderShown) {
  sort_by(RowOrder::name);
  search("污水");
  const auto found = ids();
  ASSERT_GT(found.size(), 1U);
  apply(SelectMeasure{found[0]}, StepSearch{});
  EXPECT_EQ(view().task_detail->id, found[1]);
  EXPECT_EQ(view().search_figure, "2 / " + std::to_string(found.size()));
}

TEST_F(Tasks, WhereNoTaskIsLeftItSaysWhatToDo) {
  choose("进展", "未开始");
  choose("责任单位", "市财政局");
  choose("进展", "未开始");
  choose("进展", "不适用");
  EXPECT_TRUE(tasks().rows.empty());
  EXPECT_NE(tasks().empty.find("清除筛选"), std::string::npos) << tasks().empty;
  apply(ClearFilters{});
  press_chip("未填");
  for (const std::string& id : ids()) set_state(id, "done");
  apply(UpdateList{});
  EXPECT_EQ(tasks().empty, "没有未填的任务，这里都填好了。");
  press_chip("未完成");
  for (const std::string& id : ids()) set_state(id, "done");
  apply(UpdateList{});
  EXPECT_EQ(tasks().empty, "这里的任务都完成了。");
  search("鲸鱼");
  EXPECT_NE(tasks().empty.find("没有找到“鲸鱼”"), std::string::npos) << tasks().empty;
}

TEST_F(Tasks, CopiedInAnyOrderARowNamesItsGroup) {
  sort_by(RowOrder::standing);
  const TaskRow first = rows().front();
  apply(CopyTable{});
  EXPECT_FALSE(first.group.empty());
  EXPECT_NE(platform.copied_tsv.find(first.item + "\t" + first.group), std::string::npos);
}

}  // namespace
}  // namespace luping::test
