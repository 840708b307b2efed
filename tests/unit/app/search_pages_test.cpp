// The search over the pages: what it looks through, how many it finds, from one to the next, and staying while one looks around.
#include "session_fixture.h"

namespace luping::test {
namespace {

class SearchPages : public SessionTest {
 protected:
  SearchPages() { open_gaps_sample(); }

  void search(const std::string& words) { apply(Edit{{FieldKind::search, {}, {}}, words}, EndEdit{}); }
  std::vector<std::string> found() {
    std::vector<std::string> ids;
    for (const FillRow& row : view().fill.rows) {
      if (row.kind == FillRow::Kind::indicator) ids.push_back(row.id);
    }
    return ids;
  }
  std::vector<std::string> found_by(const std::string& words) {
    apply(GoTo{Page::fill});
    search(words);
    return found();
  }
  bool finds(const std::string& words, const std::string& indicator) {
    const auto ids = found_by(words);
    return std::find(ids.begin(), ids.end(), indicator) != ids.end();
  }
};

TEST_F(SearchPages, LooksThroughEverythingAnIndicatorSays) {
  const Indicator& indicator = *find_indicator(guigang(), "7.3.a");
  const Item& item = *find_item(guigang(), indicator.item);
  EXPECT_EQ(found_by("7.3.a"), std::vector<std::string>{"7.3.a"});
  EXPECT_EQ(found_by(indicator.name), std::vector<std::string>{"7.3.a"});
  EXPECT_TRUE(finds(indicator.quote, "7.3.a"));
  ASSERT_FALSE(indicator.value.inputs.empty());
  EXPECT_TRUE(finds(indicator.value.inputs.front().name, "7.3.a"));
  EXPECT_TRUE(finds(std::string(unit_label(guigang(), indicator.value.unit)), "7.3.a"));
  for (const auto* units : {&item.lead_units, &item.responsible_units}) {
    for (const std::string& name : organisation_names(guigang(), *units, "450804")) EXPECT_TRUE(finds(name, "7.3.a"));
  }
  for (const Indicator& one : guigang().indicators) {
    if (!one.definition.empty()) {
      EXPECT_TRUE(finds(one.definition.substr(0, one.definition.find("。")), one.id)) << one.id;
      break;
    }
  }
  type({FieldKind::note, "7.3.a", {}}, "鲸落");
  EXPECT_EQ(found_by("鲸落"), std::vector<std::string>{"7.3.a"});
  apply(SelectIndicator{"7.3.a"}, AddEvidence{"7.3.a"});
  const std::string evidence = view().detail->evidence.back().id;
  type({FieldKind::evidence_title, "7.3.a", evidence}, "鲸鱼台账");
  EXPECT_EQ(found_by("鲸鱼　台账"), std::vector<std::string>{"7.3.a"});
  EXPECT_TRUE(found_by("鲸鱼 鲸落 没有").empty()) << "every word must be there";
  EXPECT_FALSE(session->view_model().fill.empty.empty());
}

TEST_F(SearchPages, StaysOnThePageAndSaysHowManyThereAre) {
  search("污水");
  EXPECT_EQ(view().page, Page::overview);
  EXPECT_TRUE(view().search_figure.ends_with(" 项")) << view().search_figure;
  EXPECT_TRUE(view().search_steps);
  apply(StepSearch{});
  EXPECT_EQ(view().page, Page::fill);
  EXPECT_EQ(view().search, "污水");
  const auto hits = found();
  ASSERT_GT(hits.size(), 1U);
  EXPECT_EQ(view().detail->id, hits.front());
  EXPECT_EQ(view().search_figure, "1 / " + std::to_string(hits.size()));
  const std::uint32_t reveal = view().fill.reveal;
  apply(StepSearch{});
  EXPECT_EQ(view().detail->id, hits[1]);
  EXPECT_NE(view().fill.reveal, reveal) << "it is to be seen";
  apply(StepSearch{-1}, StepSearch{-1});
  EXPECT_EQ(view().detail->id, hits.back()) << "after the first comes the last";
}

TEST_F(SearchPages, IsNotForgottenOnTheWay) {
  apply(GoTo{Page::fill});
  search("污水");
  apply(GoTo{Page::tasks});
  EXPECT_EQ(view().search, "污水");
  for (const TaskRow& row : view().tasks.rows) {
    if (row.kind == TaskRow::Kind::measure) {
      apply(SelectMeasure{row.id}, StepSearch{});
      break;
    }
  }
  EXPECT_EQ(view().page, Page::tasks);
  EXPECT_NE(view().search_figure.find(" / "), std::string::npos) << view().search_figure;
  apply(GoTo{Page::overview}, GoTo{Page::fill});
  EXPECT_EQ(view().search, "污水");
  apply(GoTo{Page::overview}, SelectIndicator{"1.1.a"});
  EXPECT_EQ(view().search, "") << "coming from elsewhere the row must be there to be seen";
}

TEST_F(SearchPages, ATaskIsFoundByItsClauseAndItsNote) {
  const Measure& measure = guigang().measures.front();
  apply(GoTo{Page::tasks});
  type({FieldKind::measure_note, measure.id, {}}, "鲸落");
  search("鲸落");
  std::size_t rows = 0;
  for (const TaskRow& row : view().tasks.rows) rows += row.kind == TaskRow::Kind::measure ? 1 : 0;
  EXPECT_EQ(rows, 1U);
  apply(GoTo{Page::fill});
  EXPECT_NE(view().fill.empty.find("任务里有 1 项"), std::string::npos) << view().fill.empty;
  apply(StepSearch{});
  EXPECT_EQ(view().page, Page::tasks);
  EXPECT_EQ(view().task_detail->id, measure.id);
}

TEST_F(SearchPages, WithoutAHitNothingMoves) {
  search("鲸鱼");
  EXPECT_EQ(view().search_figure, "没有");
  EXPECT_FALSE(view().search_steps);
  apply(StepSearch{});
  EXPECT_EQ(view().page, Page::overview);
  apply(GoTo{Page::fill});
  EXPECT_NE(view().fill.empty.find("没有找到“鲸鱼”"), std::string::npos);
  search("");
  EXPECT_EQ(view().search_figure, "");
  apply(StepSearch{});
  EXPECT_EQ(found().size(), 74U);
}

}  // namespace
}  // namespace luping::test
