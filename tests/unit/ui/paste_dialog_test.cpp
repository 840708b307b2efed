// The question before cells are pasted: shown whole, scrolled when long, answered by button or key.
#include <gtest/gtest.h>

#include <algorithm>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui_test::Screen;

ViewModel asking(std::size_t changes, std::size_t refused) {
  ViewModel model = ui_test::fill_model();
  PasteModel& paste = model.paste.emplace();
  paste.title = "粘贴 2 项现状值？";
  paste.text = "按序号对应。";
  for (std::size_t i = 0; i < changes; ++i)
    paste.changes.push_back(
        {"7." + std::to_string(i), "农村生活污水治理率", "47.2", "50.4", "%", {Result::pass, "达标"}});
  paste.refused_title = refused > 0 ? "有 " + std::to_string(refused) + " 处放不进去" : "";
  for (std::size_t i = 0; i < refused; ++i) paste.refused.push_back({"第 3 行", "“约五成”", "不是数字"});
  paste.answers = {"粘贴", "取消"};
  return model;
}

TEST(PasteDialog, SaysWhatChangesAndWhatDoesNotFit) {
  const Screen screen(asking(2, 1));
  EXPECT_EQ(screen.node("paste").role, "dialog");
  EXPECT_EQ(screen.node("paste/change/7.1").name, "农村生活污水治理率");
  EXPECT_EQ(screen.node("paste/change/7.1").value, "47.2 改为 50.4 %，达标");
  EXPECT_EQ(screen.node("paste/refused").name, "有 1 处放不进去");
  EXPECT_EQ(screen.node("paste/refused/0").name, "第 3 行：“约五成”");
  EXPECT_EQ(screen.node("paste/refused/0/why").name, "不是数字");
  EXPECT_FALSE(screen.has("fill/table")) << "what lies behind is out of reach";
}

TEST(PasteDialog, IsAModalDialogThatHoldsATable) {
  const Screen screen(asking(2, 1));
  const auto& nodes = screen.out.nodes;
  const auto place = [&](std::string_view id) {
    return std::find_if(nodes.begin(), nodes.end(), [&](const ui::SemanticNode& node) { return node.id == id; });
  };
  /// The node it lies in.
  const auto parent = [&](std::string_view id) {
    auto at = place(id);
    const int depth = at->depth;
    while (at->depth >= depth) --at;
    return at->id;
  };
  EXPECT_EQ(screen.node("paste").state, "modal:true focused");
  EXPECT_EQ(parent("paste/table"), "paste");
  EXPECT_EQ(screen.node("paste/table").role, "grid");
  EXPECT_EQ(screen.node("paste/table").state, "rowcount:3 colcount:5");
  EXPECT_EQ(parent("paste/header"), "paste/table");
  EXPECT_EQ(screen.node("paste/header").state, "rowindex:1");
  EXPECT_EQ(parent("paste/change/7.1"), "paste/table");
  EXPECT_EQ(screen.node("paste/change/7.1").role, "row");
  EXPECT_EQ(screen.node("paste/change/7.1").state, "rowindex:3");
  std::vector<std::string> heads;
  std::vector<std::string> cells;
  for (const ui::SemanticNode& node : nodes) {
    if (node.depth == 0 || node.id == "announcement") continue;
    if (node.role == "columnheader") heads.push_back(node.name);
    if (node.role == "gridcell" && parent(node.id) == "paste/change/7.1") cells.push_back(node.name);
  }
  EXPECT_EQ(heads, (std::vector<std::string>{"序号", "指标", "原来", "改为", "判定"}));
  EXPECT_EQ(cells, (std::vector<std::string>{"7.1", "农村生活污水治理率", "47.2", "50.4 %", ""}));
  EXPECT_EQ(parent("paste/change/7.1/chip"), "paste/change/7.1/verdict");
  EXPECT_EQ(parent("paste/refused/0"), "paste") << "what does not fit is no row of the table";
  EXPECT_EQ(parent("paste/0"), "paste");
}

TEST(PasteDialog, HasTheKeyboardUntilAnAnswerHas) {
  Screen screen(asking(2, 0));
  screen.key(ImGuiKey_Tab);
  EXPECT_EQ(screen.node("paste").state, "modal:true");
  EXPECT_EQ(screen.node("paste/1").state, "focused");
}

TEST(PasteDialog, TheHeaderStaysAboveTheRowsAndLeavesWithThem) {
  Screen screen(asking(60, 30), 1280, 720);
  const float top = screen.node("paste/header").box.y;
  screen.key(ImGuiKey_PageDown);
  EXPECT_FALSE(screen.has("paste/change/7.0"));
  EXPECT_EQ(screen.node("paste/header").box.y, top);
  for (int i = 0; i < 12; ++i) {
    screen.key(ImGuiKey_PageDown);
  }
  EXPECT_FALSE(screen.has("paste/change/7.59"));
  EXPECT_FALSE(screen.has("paste/header"));
  EXPECT_TRUE(screen.has("paste/refused/29"));
}

TEST(PasteDialog, NarrowItDropsColumnsAndKeepsTheName) {
  ViewModel model = asking(2, 0);
  const Screen screen(model, 480, 720, 150);
  EXPECT_TRUE(screen.has("paste/change/7.1/name"));
  EXPECT_TRUE(screen.has("paste/change/7.1/after"));
  EXPECT_FALSE(screen.has("paste/change/7.1/number"));
  EXPECT_EQ(screen.node("paste/change/7.1").value, "47.2 改为 50.4 %，达标");
}

TEST(PasteDialog, Answers) {
  Screen screen(asking(2, 0));
  screen.click("paste/0");
  screen.click("paste/1");
  screen.key(ImGuiKey_Enter);
  screen.key(ImGuiKey_Escape);
  const auto answers = screen.pushed<AnswerPaste>();
  ASSERT_GE(answers.size(), 3U);
  EXPECT_TRUE(answers.front().accepted);
  EXPECT_FALSE(answers[1].accepted);
  EXPECT_FALSE(answers.back().accepted);
}

TEST(PasteDialog, ALongListScrollsByWheelAndKeysAndTheButtonsStay) {
  Screen screen(asking(60, 3), 1280, 720);
  EXPECT_TRUE(screen.has("paste/change/7.0"));
  EXPECT_FALSE(screen.has("paste/refused/2"));
  const ui::Rect accept = screen.node("paste/0").box;
  EXPECT_LE(accept.y + accept.height, 720);
  for (int i = 0; i < 10; ++i) {
    screen.key(ImGuiKey_PageDown);
  }
  EXPECT_TRUE(screen.has("paste/refused/2"));
  EXPECT_FALSE(screen.has("paste/change/7.0"));
  EXPECT_EQ(screen.node("paste/0").box, accept);
  for (int i = 0; i < 10; ++i) {
    screen.key(ImGuiKey_PageUp);
  }
  EXPECT_TRUE(screen.has("paste/change/7.0"));
  screen.move_to("paste/change/7.3");
  screen.wheel(-10);
  EXPECT_FALSE(screen.has("paste/change/7.0"));
}

TEST(UndoList, StepsAreNamedAndOneIsPicked) {
  Screen screen(ui_test::fill_model());
  screen.click("top/undo/steps");
  EXPECT_EQ(screen.node("top/undo/steps/0").name, "农村生活污水治理率 现状值");
  EXPECT_EQ(screen.node("top/undo/steps/2").value, "撤销 3 步");
  screen.click("top/undo/steps/1");
  ASSERT_EQ(screen.pushed<Undo>().size(), 1U);
  EXPECT_EQ(screen.pushed<Undo>()[0].steps, 2U);
}

}  // namespace
}  // namespace luping
