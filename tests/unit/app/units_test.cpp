// 单位: what a unit answers for, counted once, as the verdicts say.
#include <map>
#include <set>

#include "session_fixture.h"

namespace luping::test {
namespace {

class Units : public SessionTest {
 protected:
  const UnitsModel& units() {
    apply(GoTo{Page::units});
    return view().units;
  }
  std::vector<UnitRow> rows() {
    std::vector<UnitRow> all = units().rows;
    std::erase_if(all, [](const UnitRow& row) { return row.kind == UnitRow::Kind::heading; });
    return all;
  }
  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const UnitRow& row : rows()) all.push_back(row.name);
    return all;
  }
  const UnitRow* unit(const std::string& name) {
    for (const UnitRow& row : units().rows) {
      if (row.name == name) return &row;
    }
    return nullptr;
  }
  const UnitsModel& shown(const std::string& name) {
    const UnitRow* row = unit(name);
    EXPECT_NE(row, nullptr) << name;
    if (row != nullptr) apply(SelectUnit{row->id});
    return view().units;
  }
  void search(const std::string& text) { apply(Edit{{FieldKind::search, {}, {}}, text}, EndEdit{}); }
  /// The chips of 填报.
  std::map<std::string, Chip> chips() {
    apply(GoTo{Page::fill}, ClearFilters{});
    std::map<std::string, Chip> all;
    for (const FillRow& row : view().fill.rows) {
      if (row.kind == FillRow::Kind::indicator) all[row.id] = row.chip;
    }
    return all;
  }
  static bool names_unit(const std::vector<std::string>& ids, const std::string& name, std::string_view region) {
    const auto all = organisation_names(guigang(), ids, region);
    return std::find(all.begin(), all.end(), name) != all.end();
  }
};

bool is_open(Result result) {
  return result == Result::fail || result == Result::notchecked || result == Result::unknown || result == Result::error;
}

TEST_F(Units, CountsAgreeWithTheVerdicts) {
  const std::pair<std::size_t, std::string> samples[] = {{0, "450804"}, {1, "450881"}};
  for (const auto& [sample, region] : samples) {
    apply(CloseDocument{}, OpenSample{sample});
    const std::map<std::string, Chip> verdicts = chips();
    apply(GoTo{Page::tasks}, ClearFilters{});
    std::map<std::string, TaskRow> tasks;
    for (const TaskRow& row : view().tasks.rows) {
      if (row.kind == TaskRow::Kind::measure) tasks[row.id] = row;
    }
    const std::vector<UnitRow> all = rows();
    ASSERT_GT(all.size(), 20U);
    std::set<std::string> names_seen;
    std::set<std::string> covered;
    std::set<std::string> tasks_covered;
    for (const UnitRow& row : all) {
      SCOPED_TRACE(row.name);
      EXPECT_TRUE(names_seen.insert(row.name).second);
      // By part: what it leads, what it is responsible for only.
      std::array<DutyCounts, 2> expected;
      for (const Indicator& indicator : guigang().indicators) {
        const Item& item = *find_item(guigang(), indicator.item);
        const bool leads = names_unit(item.lead_units, row.name, region);
        if (!leads && !names_unit(item.responsible_units, row.name, region)) continue;
        DutyCounts& counts = expected[leads ? 0 : 1];
        const Result result = verdicts.at(indicator.id).result;
        ++counts.indicators;
        if (result == Result::pass) ++counts.met;
        if (result == Result::fail) ++counts.not_met;
        if (result == Result::notchecked) ++counts.unfilled;
        if (result == Result::unknown || result == Result::error) ++counts.doubtful;
      }
      for (const Measure& measure : guigang().measures) {
        const Item& item = *find_item(guigang(), measure.item);
        const bool leads = names_unit(item.lead_units, row.name, region);
        if (!leads && !names_unit(item.responsible_units, row.name, region)) continue;
        if (!tasks.at(measure.id).applicable) continue;
        ++expected[leads ? 0 : 1].tasks_total;
        if (tasks.at(measure.id).state == "done") ++expected[leads ? 0 : 1].tasks_done;
      }
      const DutyCounts& own = expected[0].indicators + expected[0].tasks_total > 0 ? expected[0] : expected[1];
      EXPECT_EQ(row.counts.indicators, own.indicators);
      EXPECT_EQ(row.counts.met, own.met);
      EXPECT_EQ(row.counts.not_met, own.not_met);
      EXPECT_EQ(row.counts.unfilled, own.unfilled);
      EXPECT_EQ(row.counts.doubtful, own.doubtful);
      EXPECT_EQ(row.counts.tasks_done, own.tasks_done);
      EXPECT_EQ(row.counts.tasks_total, own.tasks_total);
      EXPECT_GE(row.progress, 0.0);
      EXPECT_LE(row.progress, 1.0);

      const UnitsModel& page = shown(row.name);
      EXPECT_EQ(page.name, row.name);
      EXPECT_EQ(page.indicators.size(), expected[0].indicators + expected[1].indicators);
      bool lead_over = false;
      for (const UnitIndicator& one : page.indicators) {
        covered.insert(one.id);
        EXPECT_EQ(one.chip.label, verdicts.at(one.id).label) << one.id;
        EXPECT_EQ(one.note.find(" · ") != std::string::npos, is_open(one.chip.result)) << one.id << one.note;
        const bool leads = one.note.starts_with("牵头");
        EXPECT_FALSE(leads && lead_over) << "what it leads comes first";
        lead_over = lead_over || !leads;
      }
      for (const UnitTask& one : page.tasks) {
        tasks_covered.insert(one.id);
        EXPECT_EQ(one.state_label, tasks.at(one.id).state_label);
      }
    }
    EXPECT_EQ(covered.size(), guigang().indicators.size()) << "every indicator is somebody's";
    EXPECT_EQ(tasks_covered.size(), guigang().measures.size());
  }
}

TEST_F(Units, TheOneThatLeadsMostOpenIsFirstNotTheGovernment) {
  open_gaps_sample();
  const std::vector<UnitRow> all = rows();
  EXPECT_EQ(all.front().name, "市生态环境局");
  EXPECT_EQ(units().name, "市生态环境局") << "and is shown";
  const std::vector<UnitRow> with_headings = units().rows;
  std::vector<std::string> headings;
  std::map<std::string, std::string> heading_of;
  for (const UnitRow& row : with_headings) {
    if (row.kind == UnitRow::Kind::heading)
      headings.push_back(row.id);
    else
      heading_of[row.name] = headings.back();
  }
  EXPECT_EQ(headings, (std::vector<std::string>{"lead", "responsible"}));
  EXPECT_EQ(heading_of.at("覃塘区人民政府"), "responsible");
  EXPECT_EQ(heading_of.at("市水利局"), "lead");
  std::map<std::string, std::size_t> last;
  for (const UnitRow& row : all) {
    const auto [place, fresh] = last.emplace(heading_of.at(row.name), row.counts.open());
    EXPECT_TRUE(fresh || place->second >= row.counts.open()) << row.name;
    place->second = row.counts.open();
  }
}

TEST_F(Units, OneUnitOfAnItemThatNamesItTwiceIsCountedOnce) {
  // 各县（市、区）人民政府 and 覃塘区人民政府 stand side by side in one item; on the screen both are the same government.
  open_gaps_sample();
  std::size_t twice = 0;
  for (const Item& item : guigang().items) {
    if (names_unit({"gov.450804"}, "覃塘区人民政府", "450804") &&
        std::count(item.responsible_units.begin(), item.responsible_units.end(), "gov.450804") > 0)
      ++twice;
  }
  EXPECT_GT(twice, 0U);
  const UnitsModel& page = shown("覃塘区人民政府");
  std::set<std::string> ids;
  for (const UnitIndicator& one : page.indicators) EXPECT_TRUE(ids.insert(one.id).second) << one.id;
  std::set<std::string> tasks;
  for (const UnitTask& one : page.tasks) EXPECT_TRUE(tasks.insert(one.id).second) << one.id;
}

TEST_F(Units, OrdersAndFilters) {
  open_gaps_sample();
  units();
  apply(SetUnitsOrder{UnitsOrder::not_met});
  const auto lead_rows = [&] {
    std::vector<UnitRow> lead;
    for (const UnitRow& row : rows()) {
      if (row.lead_text != "—") lead.push_back(row);
    }
    return lead;
  };
  std::vector<UnitRow> lead = lead_rows();
  for (std::size_t i = 1; i < lead.size(); ++i) EXPECT_GE(lead[i - 1].counts.not_met, lead[i].counts.not_met);
  apply(SetUnitsOrder{UnitsOrder::unfilled});
  lead = lead_rows();
  EXPECT_GT(lead.front().counts.unfilled, 0U);
  for (std::size_t i = 1; i < lead.size(); ++i) EXPECT_GE(lead[i - 1].counts.unfilled, lead[i].counts.unfilled);
  apply(SetUnitsOrder{UnitsOrder::scheme});
  EXPECT_EQ(rows().front().name, "市委组织部") << "the first the plan names";
  for (const auto& order : view().units.orders) EXPECT_EQ(order.active, order.filter == UnitsOrder::scheme);

  const std::size_t everybody = rows().size();
  for (const UnitsFilter filter : {UnitsFilter::not_met, UnitsFilter::unfilled, UnitsFilter::doubtful}) {
    apply(SetUnitsFilter{filter});
    const std::vector<UnitRow> some = rows();
    EXPECT_LT(some.size(), everybody);
    std::size_t named = 0;
    for (const UnitRow& row : some) {
      if (row.name != "原文未列单位") ++named;
      EXPECT_GT(filter == UnitsFilter::not_met    ? row.counts.not_met
                : filter == UnitsFilter::unfilled ? row.counts.unfilled
                                                  : row.counts.doubtful,
                0U)
          << row.name;
    }
    for (const auto& chip : view().units.filters) {
      EXPECT_EQ(chip.active, chip.filter == filter);
      if (chip.active) {
        EXPECT_TRUE(chip.label.ends_with(" " + std::to_string(named))) << chip.label;
      }
    }
  }
}

TEST_F(Units, NothingOpenLeavesTheFilterEmptyAndSaysSo) {
  open_good_sample();
  units();
  apply(SetUnitsFilter{UnitsFilter::unfilled});
  EXPECT_TRUE(view().units.rows.empty());
  EXPECT_EQ(view().units.empty, "没有这样的单位。换一个筛选条件看看。");
  EXPECT_FALSE(view().units.filters.empty()) << "the way back";
}

TEST_F(Units, SearchFindsUnitsByNameAndByWhatTheyAnswerFor) {
  open_gaps_sample();
  units();
  search("林业");
  EXPECT_EQ(view().page, Page::units);
  EXPECT_EQ(names().front(), "市林业局");
  search("7.3.a");
  const Item& item = *find_item(guigang(), find_indicator(guigang(), "7.3.a")->item);
  std::vector<std::string> ids = item.lead_units;
  ids.insert(ids.end(), item.responsible_units.begin(), item.responsible_units.end());
  EXPECT_EQ(names().size(), organisation_names(guigang(), ids, "450804").size());
  EXPECT_EQ(view().units.indicators.size(), 1U) << "of a unit found by a duty, that duty";
  EXPECT_EQ(view().units.indicators[0].id, "7.3.a");
  search("鲸鱼");
  EXPECT_TRUE(view().units.rows.empty());
  EXPECT_NE(view().units.empty.find("鲸鱼"), std::string::npos);
}

TEST_F(Units, ADutyLeadsToItsRow) {
  open_gaps_sample();
  const UnitsModel page = shown("市水利局");
  ASSERT_FALSE(page.indicators.empty());
  ASSERT_FALSE(page.tasks.empty());
  EXPECT_TRUE(page.can_filter);
  apply(SelectIndicator{page.indicators[0].id});
  EXPECT_EQ(view().page, Page::fill);
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->id, page.indicators[0].id);
  apply(GoTo{Page::tasks}, SetListQuery{{{}, {}, {}, {}, {TaskState::done}}}, GoTo{Page::units},
        SelectMeasure{page.tasks[0].id});
  EXPECT_EQ(view().page, Page::tasks);
  ASSERT_TRUE(view().task_detail);
  EXPECT_EQ(view().task_detail->id, page.tasks[0].id);
  const bool there = std::any_of(view().tasks.rows.begin(), view().tasks.rows.end(),
                                 [&](const TaskRow& row) { return row.id == page.tasks[0].id && row.selected; });
  EXPECT_TRUE(there) << "no filter hides it";
  EXPECT_EQ(units().name, "市水利局") << "the unit stays chosen";
  apply(SelectMeasure{"nonsense"}, SelectUnit{"nonsense"});
  EXPECT_EQ(view().page, Page::units);
  EXPECT_FALSE(view().units.name.empty());
}

TEST_F(Units, WhatIsAskedOfAUnitFollowsTheTyping) {
  start();
  EXPECT_EQ(unit("市委组织部")->counts.unfilled, 4U);
  type(value("1.1.d"), "25");
  EXPECT_EQ(unit("市委组织部")->counts.unfilled, 3U);
  EXPECT_EQ(unit("市委组织部")->met_text, "1 / 4");
}

TEST_F(Units, ASchemeThatNamesNobodySaysSo) {
  apply(ChooseScheme{1});
  start("450804", 2023);
  EXPECT_TRUE(units().rows.empty());
  EXPECT_NE(view().units.empty.find("没有写明"), std::string::npos);
}

}  // namespace
}  // namespace luping::test
