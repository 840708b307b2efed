// 填报: conditions together, orders, the words for what is left, and rows that stay while they are edited.
#include <set>

#include "list_fixture.h"

namespace luping::test {
namespace {

class Fill : public ListTest {
 protected:
  Fill() {
    open_gaps_sample();
    apply(GoTo{Page::fill});
  }

  const FillModel& fill() { return view().fill; }
  const ListHead& head() override { return fill(); }

  /// The ids of the rows, without headings.
  std::vector<std::string> ids() {
    std::vector<std::string> ids;
    for (const FillRow& row : fill().rows) {
      if (row.kind == FillRow::Kind::indicator) ids.push_back(row.id);
    }
    return ids;
  }
  bool has_headings() {
    return std::any_of(fill().rows.begin(), fill().rows.end(),
                       [](const FillRow& row) { return row.kind == FillRow::Kind::group; });
  }
  const FillRow& shown_row(const std::string& id) {
    static const FillRow kNone;
    for (const FillRow& row : fill().rows) {
      if (row.id == id && row.kind == FillRow::Kind::indicator) return row;
    }
    ADD_FAILURE() << id << " is not in the list";
    return kNone;
  }
  /// Something, whatever its verdict.
  void fill_in(const FillRow& row) { type(row.field, row.choices.empty() ? "1" : row.choices.back().value); }
  void search(const std::string& words) { apply(Edit{{FieldKind::search, {}, {}}, words}, EndEdit{}); }
};

TEST_F(Fill, AChipShowsOnlyItsRowsAndItsNumberIsTrue) {
  EXPECT_EQ(fill().figure, "共 74 项");
  EXPECT_FALSE(fill().filtered);
  const std::pair<std::string, std::size_t> expected[] = {
      {"未填报", 4}, {"未达标", 23}, {"待核实", 7}, {"确保类", 35}, {"争取类", 7}};
  for (const auto& [word, count] : expected) {
    EXPECT_EQ(chip(word), word + " " + std::to_string(count));
    press_chip(word);
    EXPECT_EQ(chip(word), word + " " + std::to_string(count) + " *");
    EXPECT_EQ(ids().size(), count);
    EXPECT_EQ(fill().figure, "符合 " + std::to_string(count) + " / 74 项");
    EXPECT_TRUE(fill().filtered);
    press_chip(word);
    EXPECT_EQ(ids().size(), 74U) << "pressed again it is taken back";
  }
}

TEST_F(Fill, OneChipTakesThePlaceOfAnotherOfItsKind) {
  press_chip("未填报");
  press_chip("未达标");
  EXPECT_EQ(ids().size(), 23U);
  press_chip("争取类");
  EXPECT_EQ(chip("未达标").back(), '*') << "conditions of different kinds hold together";
  for (const std::string& id : ids()) {
    EXPECT_EQ(shown_row(id).chip.result, Result::fail);
    EXPECT_EQ(shown_row(id).obligation, "争取");
  }
}

TEST_F(Fill, AllKindsOfConditionsHoldTogether) {
  const Group& group = guigang().groups[6];
  choose("任务组", group.number + group.title);
  const std::size_t in_group = ids().size();
  choose("判定", "未达标");
  const std::size_t failing = ids().size();
  choose("判定", "无法判定");
  EXPECT_GE(ids().size(), failing) << "of one kind either will do";
  EXPECT_EQ(menu("判定").shown, "未达标等 2 种");
  choose("类别", "确保");
  ASSERT_FALSE(ids().empty());
  EXPECT_LT(ids().size(), in_group);
  for (const std::string& id : ids()) {
    const FillRow& row = shown_row(id);
    EXPECT_EQ(find_item(guigang(), find_indicator(guigang(), id)->item)->group, group.id);
    EXPECT_TRUE(row.chip.result == Result::fail || row.chip.result == Result::unknown) << id;
    EXPECT_EQ(row.obligation, "确保");
  }
  choose("判定", "未达标");
  EXPECT_EQ(menu("判定").shown, "无法判定") << "chosen again it is taken back";
  const std::string word = "环境";
  search(word);
  apply(ClearFilters{});
  EXPECT_EQ(ids().size(), 74U);
  EXPECT_TRUE(view().search.empty());
  EXPECT_FALSE(fill().filtered);
  for (const ListMenu& one : fill().menus) EXPECT_FALSE(one.active) << one.name;
}

TEST_F(Fill, TheNumberBesideAChoiceIsWhatItGives) {
  press_chip("未达标");
  const std::vector<ListMenu> menus = fill().menus;
  for (const ListMenu& one : menus) {
    for (const ListMenu::Entry& entry : one.entries) {
      if (one.name == "判定" && entry.label != "全部判定") continue;  // there several may be chosen
      apply(SetListQuery{entry.query});
      EXPECT_EQ(std::to_string(ids().size()), entry.figure) << one.name << " " << entry.label;
    }
    apply(SetListQuery{{{}, {}, {Result::fail}, {}}});
  }
}

TEST_F(Fill, AUnitsRowsAreThoseItLeadsAndThoseItAnswersFor) {
  apply(SetUnitFilter{"市林业局"});
  ASSERT_FALSE(ids().empty());
  std::set<std::string> expected;
  for (const Indicator& indicator : guigang().indicators) {
    const Item& item = *find_item(guigang(), indicator.item);
    for (const auto* units : {&item.lead_units, &item.responsible_units}) {
      for (const std::string& name : organisation_names(guigang(), *units, "450804")) {
        if (name == "市林业局") expected.insert(indicator.id);
      }
    }
  }
  const auto found = ids();
  EXPECT_EQ(std::set<std::string>(found.begin(), found.end()), expected);
  EXPECT_EQ(menu("责任单位").shown, "市林业局");
}

TEST_F(Fill, AUnitAskedForFromElsewhereIsShownWhole) {
  press_chip("争取类");
  search("鲸鱼");
  apply(GoTo{Page::overview}, SetUnitFilter{"市水利局"}, GoTo{Page::fill});
  EXPECT_FALSE(ids().empty());
  EXPECT_EQ(menu("类别").active, false);
  apply(GoTo{Page::overview}, SetUnitFilter{"市水利局", {Result::fail}}, GoTo{Page::fill});
  for (const std::string& id : ids()) EXPECT_EQ(shown_row(id).chip.result, Result::fail);
}

TEST_F(Fill, ARowAskedForFromElsewhereIsThere) {
  press_chip("未填报");
  apply(GoTo{Page::overview}, SelectIndicator{"7.3.a"});
  EXPECT_TRUE(shown_row("7.3.a").selected);
  EXPECT_FALSE(fill().filtered);
  const std::uint32_t before = fill().reveal;
  press_chip("未达标");
  apply(GoTo{Page::overview}, SelectIndicator{"7.3.a"});
  EXPECT_EQ(chip("未达标").back(), '*') << "a condition that leaves the row is kept";
  EXPECT_NE(fill().reveal, before);
}

TEST_F(Fill, AHeadSortsUpThenDownThenNotAtAll) {
  const auto plan = ids();
  EXPECT_TRUE(has_headings());
  sort_by(RowOrder::number);
  EXPECT_EQ(state(RowOrder::number), SortState::ascending);
  EXPECT_EQ(ids(), plan);
  EXPECT_FALSE(has_headings());
  sort_by(RowOrder::number);
  EXPECT_EQ(state(RowOrder::number), SortState::descending);
  EXPECT_EQ(ids(), std::vector<std::string>(plan.rbegin(), plan.rend()));
  sort_by(RowOrder::number);
  EXPECT_EQ(state(RowOrder::number), SortState::none);
  EXPECT_EQ(ids(), plan);
  EXPECT_TRUE(has_headings());
}

TEST_F(Fill, SortedByVerdictTheWorstStandFirst) {
  sort_by(RowOrder::standing);
  std::vector<Result> results;
  for (const std::string& id : ids()) results.push_back(shown_row(id).chip.result);
  ASSERT_EQ(results.size(), 74U);
  for (std::size_t i = 0; i < 23; ++i) EXPECT_EQ(results[i], Result::fail);
  EXPECT_EQ(std::unique(results.begin(), results.end()) - results.begin(),
            static_cast<long>(std::set<Result>(results.begin(), results.end()).size()))
      << "equal verdicts stand together";
  const auto up = ids();
  sort_by(RowOrder::standing);
  const auto down = ids();
  EXPECT_TRUE(std::equal(down.end() - 23, down.end(), up.begin())) << "equal ones stay in the plan's order";
  sort_by(RowOrder::lead);
  EXPECT_EQ(state(RowOrder::standing), SortState::none) << "one column at a time";
  std::vector<std::string> leads;
  for (const std::string& id : ids()) {
    const Item& item = *find_item(guigang(), find_indicator(guigang(), id)->item);
    const auto& units = item.lead_units.empty() ? item.responsible_units : item.lead_units;
    leads.push_back(organisation_names(guigang(), units, "450804").front());
  }
  const auto groups = std::unique(leads.begin(), leads.end());
  std::sort(leads.begin(), groups);
  EXPECT_EQ(std::adjacent_find(leads.begin(), groups), groups) << "one unit's rows stand together";
  press_chip("未达标");
  EXPECT_EQ(state(RowOrder::lead), SortState::ascending) << "conditions leave the order alone";
  apply(ClearFilters{});
  EXPECT_EQ(state(RowOrder::lead), SortState::ascending);
}

TEST_F(Fill, ARowStaysWhileItIsFilledIn) {
  press_chip("未填报");
  const auto before = ids();
  ASSERT_EQ(before.size(), 4U);
  EXPECT_TRUE(fill().outdated.empty());
  const FillRow row = shown_row(before[1]);
  const std::uint32_t list = fill().list;
  fill_in(row);
  EXPECT_NE(shown_row(before[1]).chip.result, Result::notchecked);
  EXPECT_EQ(ids(), before);
  EXPECT_EQ(fill().list, list) << "the view does not start from the top";
  EXPECT_EQ(fill().outdated, "有 1 项已不符合条件");
  EXPECT_EQ(chip("未填报"), "未填报 3 *") << "the number is that of now";
  apply(UpdateList{});
  EXPECT_EQ(ids().size(), 3U);
  EXPECT_TRUE(fill().outdated.empty());
  apply(Undo{});
  EXPECT_EQ(fill().outdated, "另有 1 项已符合条件");
  press_chip("未填报");
  press_chip("未填报");
  EXPECT_EQ(ids(), before) << "setting the condition again finds the rows again";
}

TEST_F(Fill, AnEditInTheSameBreathAsTheConditionTakesNoRowAway) {
  press_chip("未填报");
  const FillRow row = shown_row(ids().front());
  apply(SetListQuery{{}}, SetListQuery{{{}, {}, {Result::notchecked}, {}}},
        Edit{row.field, row.choices.empty() ? "1" : row.choices.back().value});
  EXPECT_EQ(ids().size(), 4U);
}

TEST_F(Fill, ASortedRowDoesNotJumpWhileItIsFilledIn) {
  sort_by(RowOrder::standing);
  const auto before = ids();
  const auto unfilled = std::find_if(before.begin(), before.end(), [&](const std::string& id) {
    return shown_row(id).chip.result == Result::notchecked;
  });
  ASSERT_NE(unfilled, before.end());
  fill_in(shown_row(*unfilled));
  EXPECT_EQ(ids(), before);
  EXPECT_EQ(fill().outdated, "顺序已有变化");
  apply(UpdateList{});
  EXPECT_NE(ids(), before);
}

TEST_F(Fill, ANoteThatWasSearchedForMayBeRewritten) {
  type({FieldKind::note, "7.3.a", {}}, "待补监测报告");
  search("监测报告");
  const auto found = ids();
  EXPECT_NE(std::find(found.begin(), found.end(), "7.3.a"), found.end());
  type({FieldKind::note, "7.3.a", {}}, "已补");
  EXPECT_EQ(ids(), found);
  EXPECT_FALSE(fill().outdated.empty());
}

TEST_F(Fill, ComingBackFindsTheRowsAnew) {
  press_chip("未填报");
  fill_in(shown_row(ids().front()));
  apply(GoTo{Page::overview}, GoTo{Page::fill});
  EXPECT_EQ(ids().size(), 3U);
}

TEST_F(Fill, WhereNoRowIsLeftItSaysWhatToDo) {
  apply(SetListQuery{{guigang().groups[0].id, {}, {}, {Obligation::strive}}});
  EXPECT_TRUE(fill().rows.empty());
  EXPECT_EQ(fill().figure, "符合 0 / 74 项");
  EXPECT_NE(fill().empty.find("清除筛选"), std::string::npos);
  apply(SetListQuery{{guigang().groups[0].id, {}, {}, {}}});
  search("农村生活污水治理率");
  EXPECT_NE(fill().empty.find("不限条件有 1 项"), std::string::npos) << fill().empty;
  EXPECT_EQ(fill().search, "农村生活污水治理率");
  search("鲸鱼");
  EXPECT_NE(fill().empty.find("没有找到“鲸鱼”"), std::string::npos) << fill().empty;
}

TEST_F(Fill, WhatIsLeftToFillMayBeNothing) {
  start();
  apply(GoTo{Page::fill}, SetListQuery{{{}, {}, {Result::notchecked}, {}}});
  const auto open = ids();
  EXPECT_GT(open.size(), 60U);
  apply(CloseDocument{}, OpenSample{1}, GoTo{Page::fill});
  EXPECT_FALSE(fill().filtered) << "another document starts with all its rows";
}

}  // namespace
}  // namespace luping::test
