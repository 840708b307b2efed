// Each page tells what stands on it, and only what can be seen; pressing pushes the right command.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

TEST(Pages, EveryNodeLiesOnTheScreenAndIdsAreUnique) {
  for (const auto make : {ui_test::start_model, ui_test::overview_model, ui_test::detail_model, ui_test::tasks_model,
                          ui_test::units_model, ui_test::scheme_model}) {
    for (const auto& [width, height, font] :
         {std::tuple{1366.0F, 768.0F, 100}, {1024.0F, 640.0F, 100}, {1093.0F, 614.0F, 150}}) {
      Screen screen(make(), width, height, font);
      std::set<std::string> ids;
      for (const ui::SemanticNode& node : screen.out.nodes) {
        EXPECT_GE(node.box.x, 0) << node.id;
        EXPECT_GE(node.box.y, 0) << node.id;
        EXPECT_LE(node.box.x + node.box.width, width) << node.id;
        EXPECT_LE(node.box.y + node.box.height, height) << node.id;
        EXPECT_GT(node.box.width * node.box.height, 0) << node.id;
        EXPECT_FALSE(node.role.empty()) << node.id;
        EXPECT_TRUE(ids.insert(node.id).second) << "twice: " << node.id;
        if (node.role == "button" || node.role == "link" || node.role == "textbox" || node.role == "combobox") {
          EXPECT_FALSE(node.name.empty()) << node.id;
        }
      }
    }
  }
}

TEST(Pages, ARestingPageAsksForNoFurtherFrame) {
  Screen screen(ui_test::overview_model());
  EXPECT_FALSE(screen.out.again);
  EXPECT_TRUE(screen.commands.empty());
}

TEST(Pages, NavigationPushesGoTo) {
  Screen screen(ui_test::overview_model());
  EXPECT_EQ(screen.node("nav/overview").state, "current");
  screen.click("nav/fill");
  ASSERT_EQ(screen.pushed<GoTo>().size(), 1U);
  EXPECT_EQ(screen.pushed<GoTo>()[0].page, Page::fill);
  EXPECT_EQ(screen.node("nav/fill").value, "62%");
}

TEST(Pages, StartNeedsARegionThenStarts) {
  Screen screen(ui_test::start_model());
  EXPECT_EQ(screen.node("start/go").state, "disabled");
  screen.click("start/go");
  EXPECT_TRUE(screen.pushed<StartAssessment>().empty());
  screen.click("start/region/qt");
  EXPECT_NE(screen.node("start/region/qt").state.find("checked"), std::string::npos);
  screen.click("start/go");
  ASSERT_EQ(screen.pushed<StartAssessment>().size(), 1U);
  EXPECT_EQ(screen.pushed<StartAssessment>()[0].region, "qt");
  EXPECT_EQ(screen.pushed<StartAssessment>()[0].year, 2023);
}

TEST(Pages, StartOffersDraftsFilesAndSamples) {
  Screen screen(ui_test::start_model());
  screen.click("start/draft/d2/continue");
  EXPECT_EQ(screen.pushed<ContinueDraft>().at(0).draft, "d2");
  screen.click("start/draft/d1/discard");
  EXPECT_EQ(screen.pushed<DiscardDraft>().at(0).draft, "d1");
  screen.click("start/open/choose");
  EXPECT_EQ(screen.pushed<ChooseFile>().size(), 1U);
  screen.click("start/sample/1");
  EXPECT_EQ(screen.pushed<OpenSample>().at(0).index, 1U);
}

TEST(Pages, OverviewSaysTheConclusionAndLeadsToTheGap) {
  Screen screen(ui_test::overview_model(), 1366, 2400);
  EXPECT_EQ(screen.node("overview/sentence").role, "heading");
  EXPECT_EQ(screen.node("overview/conclusion").name, "未达标");
  EXPECT_EQ(screen.node("overview/bar").role, "img");
  EXPECT_NE(screen.node("overview/bar").value.find("达标 48"), std::string::npos);
  screen.click("overview/gap/7.3.a");
  EXPECT_EQ(screen.pushed<SelectIndicator>().at(0).indicator, "7.3.a");
  screen.click("overview/missing/市财政局/8.3.c");
  EXPECT_EQ(screen.pushed<SelectIndicator>().at(1).indicator, "8.3.c");
  screen.click("overview/group/7");
  EXPECT_EQ(screen.pushed<SetGroupFilter>().at(0).group, "7");
}

TEST(Pages, TheTableTellsOnlyTheRowsInSight) {
  Screen screen(ui_test::fill_model());
  EXPECT_TRUE(screen.has("fill/1.1.a"));
  EXPECT_FALSE(screen.has("fill/10.b"));
  EXPECT_FALSE(screen.has("fill/10.b/value"));
  screen.move_to("fill/1.3.a");
  screen.wheel(-200);
  EXPECT_FALSE(screen.has("fill/1.1.a"));
  EXPECT_TRUE(screen.has("fill/10.b"));
  const ui::SemanticNode& row = screen.node("fill/9.b");
  EXPECT_EQ(row.role, "row");
  EXPECT_NE(row.value.find("达标"), std::string::npos);
}

TEST(Pages, ARowAndAFilterAndAGroupArePicked) {
  Screen screen(ui_test::fill_model());
  const ui::Rect row = screen.node("fill/1.2.a").box;
  screen.click_at(row.x + 20, row.y + row.height / 2);
  ASSERT_EQ(screen.pushed<SelectIndicator>().size(), 1U);
  EXPECT_EQ(screen.pushed<SelectIndicator>()[0].indicator, "1.2.a");
  screen.click("fill/filter/1");
  EXPECT_EQ(screen.pushed<SetListQuery>().at(0).query.results, std::set{Result::fail});
  screen.click("fill/menu/0");
  screen.click("fill/menu/0/3");
  EXPECT_EQ(screen.pushed<SetListQuery>().at(1).query.group, "3");
  EXPECT_FALSE(screen.has("fill/menu/0/3"));
}

TEST(Pages, ARowWithNothingToEnterSaysWhy) {
  ViewModel model = ui_test::fill_model();
  std::erase_if(model.fill.rows, [](const FillRow& row) { return row.id != "10.a" && row.id != "10.b"; });
  model.fill.rows[1].cell = CellKind::none;
  model.fill.rows[1].value.clear();
  Screen screen(model);
  EXPECT_EQ(screen.node("fill/10.a/cell").value, "—");
  EXPECT_EQ(screen.node("fill/10.b/cell").value, "自动汇总");
  screen.model.fill.rows[1].value = "已建立";
  screen.settle();
  EXPECT_EQ(screen.node("fill/10.b/cell").value, "已建立");
  screen.click("fill/10.a/cell");
  EXPECT_EQ(screen.pushed<SelectIndicator>().at(0).indicator, "10.a");
}

TEST(Pages, ARowReadsAChoiceByItsLabel) {
  ViewModel model = ui_test::fill_model();
  std::erase_if(model.fill.rows, [](const FillRow& row) { return row.id != "10.b"; });
  model.fill.rows[0].choices = {{"", "未填报"}, {"done", "完成"}};
  model.fill.rows[0].value = "done";
  Screen screen(model);
  EXPECT_TRUE(screen.node("fill/10.b").value.starts_with("完成，目标"));
}

TEST(Pages, AnotherSchemeIsPickedFromAList) {
  for (const float width : {1366.0F, 700.0F}) {
    Screen screen(ui_test::start_model(), width, 900);
    EXPECT_EQ(screen.node("start/scheme/choice").role, "combobox");
    EXPECT_EQ(screen.node("start/scheme/choice").value, "贵港 2023 示范市创建");
    screen.click("start/scheme/choice");
    EXPECT_EQ(screen.node("start/scheme/choice/1").name, "国家 2019 指标表（未经核对）");
    screen.click("start/scheme/choice/1");
    ASSERT_EQ(screen.pushed<ChooseScheme>().size(), 1U);
    EXPECT_EQ(screen.pushed<ChooseScheme>().at(0).index, 1U);
  }
  ViewModel one = ui_test::start_model();
  one.start.schemes.resize(1);
  EXPECT_FALSE(Screen(one).has("start/scheme/choice")) << "nothing to choose";
}

TEST(Pages, TheSchemeInUseIsNotPickedAgain) {
  Screen screen(ui_test::start_model());
  screen.click("start/scheme/choice");
  screen.click("start/scheme/choice/0");
  EXPECT_TRUE(screen.pushed<ChooseScheme>().empty());
}

TEST(Pages, TheOverviewSaysWhatTheSchemeWantsSaid) {
  EXPECT_FALSE(Screen(ui_test::overview_model()).has("overview/notice"));
  ViewModel model = ui_test::overview_model();
  model.overview.scheme_notice = "未经核对，请以正式文件为准。";
  EXPECT_EQ(Screen(model).node("overview/notice").name, "未经核对，请以正式文件为准。");
}

TEST(Pages, AForeignSchemeIsNamedAndCanBeLeft) {
  Screen own(ui_test::start_model());
  EXPECT_FALSE(own.has("start/scheme/badge"));
  EXPECT_FALSE(own.has("start/scheme/shipped"));
  const std::string words = "外来指标体系：改过门槛.json";
  for (const float width : {1366.0F, 700.0F}) {
    ViewModel start = ui_test::start_model();
    start.start.scheme_badge = words;
    Screen screen(start, width, 900);
    EXPECT_EQ(screen.node("start/scheme/badge").role, "status");
    EXPECT_EQ(screen.node("start/scheme/badge").name, words);
    screen.click("start/scheme/shipped");
    EXPECT_EQ(screen.pushed<UseShippedScheme>().size(), 1U);
  }
}

TEST(Pages, TheTopBarNamesAForeignSchemeWithinItsRoom) {
  EXPECT_FALSE(Screen(ui_test::overview_model()).has("top/scheme"));
  for (const float width : {1366.0F, 1024.0F}) {
    ViewModel model = ui_test::overview_model();
    model.top.scheme_badge = "外来指标体系：一个名字特别长的改过门槛的指标体系文件.json";
    Screen screen(model, width, 768);
    ASSERT_TRUE(screen.has("top/scheme")) << width;
    const ui::SemanticNode& badge = screen.node("top/scheme");
    EXPECT_EQ(badge.role, "status");
    EXPECT_EQ(badge.name, model.top.scheme_badge);
    EXPECT_GE(badge.box.x, screen.node("top/title").box.x + screen.node("top/title").box.width);
    EXPECT_LE(badge.box.x + badge.box.width, screen.node("top/open").box.x) << width;
  }
}

TEST(Pages, AnEmptyTableSaysWhatToDo) {
  ViewModel model = ui_test::fill_model();
  model.fill.rows.clear();
  model.fill.empty = "没有符合条件的指标。";
  Screen screen(model);
  EXPECT_EQ(screen.node("fill/empty").name, "没有符合条件的指标。");
  EXPECT_FALSE(screen.has("fill/table"));
}

TEST(Pages, TheDetailPaneShowsVerdictAndEvidence) {
  Screen screen(ui_test::detail_model(), 1366, 2000);
  EXPECT_EQ(screen.node("detail/name").name, "农村生活污水治理率");
  EXPECT_EQ(screen.node("detail/chip").name, "未达标");
  EXPECT_FALSE(screen.node("detail/verdict").name.empty());
  screen.click("detail/evidence/add");
  EXPECT_EQ(screen.pushed<AddEvidence>().at(0).indicator, "7.3.a");
  screen.click("detail/evidence/e1/remove");
  EXPECT_EQ(screen.pushed<RemoveEvidence>().at(0).evidence, "e1");
  EXPECT_FALSE(screen.has("detail/reading/0/title"));
  screen.click("detail/readings/7.3.a");
  EXPECT_TRUE(screen.has("detail/reading/0/title"));
}

TEST(Pages, MarkedNotApplicableCanBeTakenBack) {
  ViewModel model = ui_test::detail_model();
  model.detail->marked_not_applicable = true;
  Screen screen(model, 1366, 2000);
  screen.click("detail/na/back");
  EXPECT_EQ(screen.pushed<MakeApplicable>().at(0).indicator, "7.3.a");
}

TEST(Pages, ATaskStateIsPickedFromItsList) {
  Screen screen(ui_test::tasks_model());
  const std::string id = "tasks/1.1.m2/measure_state";
  EXPECT_EQ(screen.node(id).role, "combobox");
  screen.click(id);
  screen.click(id + "/3");
  ASSERT_EQ(screen.pushed<Edit>().size(), 1U);
  EXPECT_EQ(screen.pushed<Edit>()[0].field, (FieldRef{FieldKind::measure_state, "1.1.m2", {}}));
  EXPECT_EQ(screen.pushed<Edit>()[0].text, "done");
  EXPECT_EQ(screen.pushed<EndEdit>().size(), 1U);
}

TEST(Pages, TheTopBarSavesUndoesAndChangesTheFont) {
  Screen screen(ui_test::overview_model());
  screen.click("top/save");
  screen.click("top/undo");
  screen.click("top/redo");  // disabled
  EXPECT_EQ(screen.pushed<SaveFile>().size(), 1U);
  EXPECT_EQ(screen.pushed<Undo>().size(), 1U);
  EXPECT_TRUE(screen.pushed<Redo>().empty());
  EXPECT_EQ(screen.node("top/undo").name, "撤销：农村生活污水治理率 现状值");
  screen.click("top/display");
  screen.click("top/display/3");
  EXPECT_EQ(screen.pushed<SetFontScale>().at(0).percent, 125);
  screen.click("top/display");
  screen.click("top/display/7");
  EXPECT_TRUE(screen.pushed<SetHighContrast>().at(0).on);
}

TEST(Pages, ARowIsPressedWithoutBeingPointedAtFirst) {
  Screen screen(ui_test::fill_model());
  const ui::Rect row = screen.node("fill/1.2.a").box;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(row.x + 80, row.y + row.height / 2);
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
  screen.settle();
  screen.settle();
  ASSERT_EQ(screen.pushed<SelectIndicator>().size(), 1U);
  EXPECT_EQ(screen.pushed<SelectIndicator>()[0].indicator, "1.2.a");
}

TEST(Pages, TheSelectedRowIsBroughtIntoSight) {
  ViewModel model = ui_test::fill_model();
  for (FillRow& row : model.fill.rows) {
    row.selected = row.id == "8.3.c";
  }
  Screen screen(model);
  EXPECT_TRUE(screen.node("fill/8.3.c").state.ends_with(" selected"));
}

TEST(Pages, HelpIsAskedForByItsButton) {
  Screen screen(ui_test::overview_model());
  screen.click("top/help");
  ASSERT_EQ(screen.pushed<GoTo>().size(), 1U);
  EXPECT_EQ(screen.pushed<GoTo>()[0].page, Page::help);
}

TEST(Pages, ANoticeIsReadAndDismissed) {
  ViewModel model = ui_test::fill_model();
  model.notice = Notice{NoticeKind::problem, "文件没有打开", {"第 14 行"}};
  Screen screen(model);
  EXPECT_EQ(screen.node("notice").role, "alert");
  EXPECT_EQ(screen.node("notice").name, "文件没有打开\n第 14 行");
  screen.click("notice/dismiss");
  EXPECT_EQ(screen.pushed<DismissNotice>().size(), 1U);
}

TEST(Pages, AQuestionKeepsTheRestOutOfReach) {
  ViewModel model = ui_test::overview_model();
  model.prompt = Prompt{"还有没保存的修改", "先保存吗？", {"先保存", "不保存", "取消"}};
  Screen screen(model);
  EXPECT_FALSE(screen.has("nav/fill"));
  EXPECT_EQ(screen.node("prompt").role, "dialog");
  screen.click_at(60, 130);  // where the navigation is
  EXPECT_TRUE(screen.commands.empty());
  screen.click("prompt/1");
  ASSERT_EQ(screen.pushed<AnswerPrompt>().size(), 1U);
  EXPECT_EQ(screen.pushed<AnswerPrompt>()[0].answer, 1U);
  screen.key(ImGuiKey_Escape);
  EXPECT_EQ(screen.pushed<AnswerPrompt>().at(1).answer, 2U) << "Escape takes the way out";
}

TEST(Pages, AQuestionTakesTheKeysFromTheWidgetBehind) {
  Screen screen(ui_test::overview_model());
  screen.click("top/open");
  ASSERT_EQ(screen.pushed<ChooseFile>().size(), 1U);
  screen.model.prompt = Prompt{"还有没保存的修改", "先保存吗？", {"先保存", "不保存", "取消"}};
  screen.settle();
  screen.key(ImGuiKey_Enter);
  EXPECT_EQ(screen.pushed<ChooseFile>().size(), 1U);
  EXPECT_EQ(screen.pushed<AnswerPrompt>().at(0).answer, 0U) << "Enter means the first";
}

TEST(Pages, ReadOnlyNothingCanBeEntered) {
  for (ViewModel model : {ui_test::fill_model(), ui_test::tasks_model()}) {
    model.read_only = ReadOnly{"只读。这份自评正在另一个窗口里填写。", false};
    Screen screen(model);
    EXPECT_EQ(screen.node("readonly").role, "status");
    EXPECT_FALSE(screen.has("readonly/take"));
    EXPECT_EQ(screen.node("top/save").state, "disabled");
    int fields = 0;
    for (const ui::SemanticNode& node : std::vector(screen.out.nodes)) {
      if (node.role != "textbox") continue;  // the search is a searchbox, filters are comboboxes
      ++fields;
      EXPECT_NE(node.state.find("readonly"), std::string::npos) << node.id;
      screen.click_at(node.box.x + node.box.width / 2, node.box.y + node.box.height / 2);
    }
    EXPECT_GT(fields, 3);
    EXPECT_TRUE(screen.pushed<Edit>().empty());
    EXPECT_FALSE(screen.out.text);
  }
}

TEST(Pages, TheOtherWindowGoneItCanBeTakenOver) {
  ViewModel model = ui_test::fill_model();
  model.read_only = ReadOnly{"另一个窗口已不再填写这份自评。", true};
  Screen screen(model);
  screen.click("readonly/take");
  EXPECT_EQ(screen.pushed<TakeOver>().size(), 1U);
}

}  // namespace
}  // namespace luping
