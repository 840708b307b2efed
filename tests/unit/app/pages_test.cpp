// What each page shows: sane, complete, consistent with the verdicts.
#include <set>

#include "session_fixture.h"

namespace luping::test {
namespace {

using Pages = SessionTest;

std::string labels(const auto& filters) {
  std::string all;
  for (const auto& filter : filters) all += (filter.active ? "[" : "") + filter.label + (filter.active ? "] " : " ");
  return all;
}

std::size_t indicators_in(const FillModel& fill) {
  return static_cast<std::size_t>(std::count_if(
      fill.rows.begin(), fill.rows.end(), [](const FillRow& row) { return row.kind == FillRow::Kind::indicator; }));
}

TEST_F(Pages, OverviewOfTheSampleWithGaps) {
  open_gaps_sample();
  const OverviewModel& page = view().overview;
  EXPECT_EQ(page.conclusion.label, "尚不符合");
  EXPECT_EQ(page.figure, "38 / 72");
  EXPECT_EQ(page.gates.size(), 4U);
  EXPECT_EQ(page.groups.size(), guigang().groups.size());
  std::size_t sum = 0;
  for (const auto& segment : page.segments) {
    sum += segment.count;
    EXPECT_GT(segment.count, 0U);
  }
  EXPECT_EQ(sum, 74U);
  std::size_t met = 0;
  std::size_t total = 0;
  for (const auto& group : page.groups) {
    met += group.met;
    total += group.total;
  }
  EXPECT_EQ(met, 38U);
  EXPECT_EQ(total, 72U);
  EXPECT_EQ(page.fillable, 71U);
  EXPECT_EQ(page.filled, 67U);
  EXPECT_EQ(page.completeness, "已填报 67 / 71 项（94%）");
  EXPECT_EQ(page.measures, "任务完成 100 / 119 项");
}

TEST_F(Pages, NearestAreNotMetAndMeasured) {
  open_gaps_sample();
  const auto& nearest = view().overview.nearest;
  ASSERT_EQ(nearest.size(), 3U);
  for (const auto& gap : nearest) {
    EXPECT_EQ(gap.chip.result, Result::fail) << gap.indicator;
    EXPECT_FALSE(gap.distance.empty()) << gap.indicator;
  }
  open_good_sample();
  EXPECT_LE(view().overview.nearest.size(), view().overview.gaps.size());
}

TEST_F(Pages, GapsWorstFirst) {
  open_gaps_sample();
  const auto& gaps = view().overview.gaps;
  ASSERT_EQ(gaps.size(), 30U) << "23 failing, 6 unknown, 1 error";
  EXPECT_EQ(gaps.back().indicator, "R1.b") << "the summary is mended through the others";
  EXPECT_EQ(gaps.back().distance, "还有 27 项指标没有达标、19 项任务没有完成");
  EXPECT_EQ(gaps[0].indicator, "7.4.a") << "what was entered wrongly can be mended first";
  std::set<std::string> seen;
  bool must_over = false;
  for (const auto& gap : gaps) {
    EXPECT_TRUE(seen.insert(gap.indicator).second);
    EXPECT_FALSE(gap.name.empty());
    EXPECT_FALSE(gap.distance.empty()) << gap.indicator;
    EXPECT_FALSE(gap.group.empty());
    if (gap.indicator == "R1.b") continue;
    if (gap.chip.result == Result::fail && gap.obligation != "确保") must_over = true;
    if (gap.chip.result == Result::fail && gap.obligation == "确保") {
      EXPECT_FALSE(must_over) << gap.indicator;
    }
  }
}

TEST_F(Pages, MissingByUnit) {
  open_gaps_sample();
  std::size_t missing = 0;
  for (const auto& unit : view().overview.missing) {
    EXPECT_FALSE(unit.unit.empty());
    EXPECT_EQ(unit.count, unit.indicators.size());
    missing += unit.count;
  }
  EXPECT_EQ(missing, 4U);
}

TEST_F(Pages, OverviewOfAnEmptyAssessment) {
  start();
  apply(GoTo{Page::overview});
  const OverviewModel& page = view().overview;
  EXPECT_EQ(page.conclusion.label, "尚无结论");
  EXPECT_TRUE(page.gaps.empty());
  EXPECT_EQ(page.filled, 0U);
  EXPECT_EQ(page.figure, "0 / 74");
  EXPECT_EQ(view().nav.size(), 5U);
  EXPECT_EQ(view().nav[1].badge, "0%");
  EXPECT_FALSE(page.hint.empty()) << "says where to begin";
  type(value("7.4.a"), "1");
  EXPECT_TRUE(view().overview.hint.empty());
}

TEST_F(Pages, AConclusionThatDataErrorsBlockIsNone) {
  open_good_sample();
  type(value("7.4.a"), "x");
  EXPECT_EQ(view().overview.conclusion.result, Result::error);
  EXPECT_EQ(view().overview.conclusion.label, "尚无结论");
  type(value("7.4.a"), "");
  EXPECT_EQ(view().overview.conclusion.label, "尚无结论");
  type(value("7.4.a"), "1");
  EXPECT_EQ(view().overview.conclusion.label, "尚不符合");
}

TEST_F(Pages, FillRowsCoverEveryIndicatorOnce) {
  open_gaps_sample();
  apply(GoTo{Page::fill});
  const FillModel& page = view().fill;
  EXPECT_EQ(indicators_in(page), 74U);
  EXPECT_EQ(page.menus.at(0).entries.size(), guigang().groups.size() + 1);
  EXPECT_TRUE(page.empty.empty());
  std::set<std::string> ids;
  for (const FillRow& one : page.rows) {
    EXPECT_TRUE(ids.insert((one.kind == FillRow::Kind::group ? "group " : "") + one.id).second);
    EXPECT_FALSE(one.name.empty());
    if (one.kind == FillRow::Kind::group) {
      EXPECT_GE(one.progress, 0.0);
      EXPECT_LE(one.progress, 1.0);
      continue;
    }
    EXPECT_FALSE(one.target.empty()) << one.id;
    EXPECT_FALSE(one.chip.label.empty()) << one.id;
    EXPECT_FALSE(one.obligation.empty()) << one.id;
    EXPECT_EQ(one.cell == CellKind::choice, !one.choices.empty()) << one.id;
  }
}

TEST_F(Pages, EveryDetailIsSane) {
  for (const std::size_t sample : {std::size_t{0}, std::size_t{1}}) {
    apply(CloseDocument{}, OpenSample{sample});
    for (const Indicator& indicator : guigang().indicators) {
      const DetailModel& page = detail(indicator.id);
      EXPECT_EQ(page.id, indicator.id);
      EXPECT_FALSE(page.verdict.empty());
      EXPECT_FALSE(page.rule.empty());
      EXPECT_FALSE(page.quote.empty());
      EXPECT_FALSE(page.place.empty());
      EXPECT_FALSE(page.lead.empty());
      EXPECT_FALSE(page.responsible.empty());
      for (const auto& section : page.sections) {
        EXPECT_FALSE(section.title.empty());
        EXPECT_FALSE(section.fields.empty());
        for (const DetailField& field : section.fields) {
          EXPECT_FALSE(field.label.empty()) << indicator.id;
          EXPECT_EQ(field.field.id.empty(), false) << indicator.id;
          EXPECT_TRUE(!field.problem || !field.hint.empty()) << indicator.id << ": a problem says what it is";
        }
      }
    }
  }
}

TEST_F(Pages, EveryFieldThatIsTypedIntoHasAnExampleAndNumbersTheirUnit) {
  std::size_t fields = 0;
  std::size_t without_unit = 0;
  const auto see = [&](const DetailField& field, const std::string& indicator) {
    if (!field.choices.empty() || field.read_only) return;
    ++fields;
    EXPECT_EQ(field.placeholder.rfind("如 ", 0), 0U) << indicator << " " << field.label << ": " << field.placeholder;
    if (field.numeric && field.unit.empty()) ++without_unit;
  };
  for (std::size_t scheme = 0; scheme < 3; ++scheme) {
    apply(CloseDocument{}, ChooseScheme{scheme});
    start(view().start.regions.at(0).id, view().start.years.at(0));
    for (const FillRow& one : std::vector<FillRow>(view().fill.rows)) {
      if (one.kind != FillRow::Kind::indicator) continue;
      apply(SelectIndicator{one.id}, AddEvidence{one.id});
      for (const auto& section : view().detail->sections)
        for (const DetailField& field : section.fields) see(field, one.id);
      for (const auto& evidence : view().detail->evidence)
        for (const DetailField& field : evidence.fields) see(field, one.id);
      see(view().detail->note, one.id);
    }
  }
  EXPECT_GT(fields, 400U);
  EXPECT_LT(without_unit, 10U) << "pH and the like";
}

TEST_F(Pages, ProblemsStandAtTheirField) {
  start();
  type(input("7.3.a", "treated"), "59.5");
  type(input("7.3.a", "villages"), "甲");
  const auto field = [&](const std::string& name) {
    for (const auto& section : detail("7.3.a").sections) {
      for (const DetailField& one : section.fields) {
        if (one.field.sub == name) return one;
      }
    }
    return DetailField{};
  };
  EXPECT_TRUE(field("treated").problem);
  EXPECT_EQ(field("treated").hint, "应为整数");
  EXPECT_TRUE(field("villages").problem);
  EXPECT_EQ(field("villages").hint, "不是数字，请只填数字");
}

TEST_F(Pages, ATargetFromAPackIsReadOnly) {
  open_gaps_sample();
  const DetailModel& page = detail("2.1.b");
  const auto section = std::find_if(page.sections.begin(), page.sections.end(),
                                    [](const auto& one) { return one.title == "上级下达目标"; });
  ASSERT_NE(section, page.sections.end());
  EXPECT_TRUE(section->fields[0].read_only);
  EXPECT_EQ(section->fields[0].text, "93.5") << "not the 96.0 typed by hand";
}

TEST_F(Pages, TasksCoverEveryMeasureOnce) {
  open_gaps_sample();
  apply(GoTo{Page::tasks});
  const TasksModel& page = view().tasks;
  std::set<std::string> ids;
  for (const TaskRow& one : page.rows) {
    if (one.kind == TaskRow::Kind::measure) {
      EXPECT_TRUE(ids.insert(one.id).second);
      EXPECT_FALSE(one.text.empty());
      EXPECT_FALSE(one.state_label.empty());
    }
  }
  EXPECT_EQ(ids.size(), 120U);
  EXPECT_EQ(page.figure, "共 120 项");
  EXPECT_EQ(labels(page.chips), "未完成 19 未填 5 未开始 1 进行中 13 完成 100 ");
  EXPECT_TRUE(view().task_detail);
  apply(SetListQuery{page.chips[2].filter});
  const auto measures = std::count_if(view().tasks.rows.begin(), view().tasks.rows.end(),
                                      [](const TaskRow& one) { return one.kind == TaskRow::Kind::measure; });
  EXPECT_EQ(measures, 1);
}

TEST_F(Pages, TaskDetail) {
  open_good_sample();
  apply(GoTo{Page::tasks});
  for (const Measure& measure : guigang().measures) {
    apply(SelectMeasure{measure.id});
    ASSERT_TRUE(view().task_detail) << measure.id;
    EXPECT_FALSE(view().task_detail->item_text.empty());
    EXPECT_FALSE(view().task_detail->responsible.empty());
    EXPECT_NE(view().task_detail->item_text.find(measure.quote), std::string::npos) << measure.id;
  }
  apply(SelectMeasure{"10-m1"});
  EXPECT_TRUE(view().task_detail->state.read_only);
  EXPECT_FALSE(view().task_detail->can_mark_not_applicable);
}

TEST_F(Pages, FontSizeStaysInBoundsAndAcrossDocuments) {
  apply(SetFontScale{500});
  EXPECT_EQ(session->settings().font_percent, 150);
  open_gaps_sample();
  EXPECT_EQ(view().font_percent, 150);
  apply(SetFontScale{1});
  EXPECT_EQ(session->settings().font_percent, 90);
}

TEST_F(Pages, TheRevisionGrowsWithChangesOnly) {
  const std::uint64_t before = session->revision();
  session->apply({});
  view();
  EXPECT_EQ(session->revision(), before);
  apply(SetFontScale{120});
  EXPECT_GT(session->revision(), before);
}

}  // namespace
}  // namespace luping::test
