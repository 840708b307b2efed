// One text field at a time: what the platform reports becomes Edit, EndEdit, CancelEdit, and focus goes where it should.
#include <gtest/gtest.h>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui::TextEventKind;
using ui_test::Screen;

FieldRef value_of(std::string id) { return {FieldKind::value, std::move(id), {}}; }

TEST(Editing, AClickOpensTheFieldOverItsText) {
  Screen screen(ui_test::fill_model());
  EXPECT_FALSE(screen.out.text);
  screen.click("fill/1.1.d/value");
  ASSERT_TRUE(screen.out.text);
  const ui::TextEditor& editor = *screen.out.text;
  const ui::Rect box = screen.node("fill/1.1.d/value").box;
  EXPECT_EQ(editor.text, "22");
  EXPECT_EQ(editor.label, "生态文明建设工作占党政实绩考核的比例 现状值（%）");
  EXPECT_TRUE(editor.numeric);
  EXPECT_FALSE(editor.multiline);
  EXPECT_FLOAT_EQ(editor.font_size, 15);
  EXPECT_GE(editor.box.x, box.x);
  EXPECT_LE(editor.box.x + editor.box.width, box.x + box.width);
  EXPECT_EQ(editor.clip, editor.box);
  // The row becomes the selected one.
  EXPECT_EQ(screen.pushed<SelectIndicator>().at(0).indicator, "1.1.d");
}

TEST(Editing, ChangesAreEditsAndBlurEndsThem) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.1.d/value");
  screen.commands.clear();
  screen.text(TextEventKind::changed, "2");
  screen.text(TextEventKind::changed, "25");
  screen.text(TextEventKind::changed, "25");
  ASSERT_EQ(screen.pushed<Edit>().size(), 2U);
  EXPECT_EQ(screen.pushed<Edit>()[1].field, value_of("1.1.d"));
  EXPECT_EQ(screen.pushed<Edit>()[1].text, "25");
  EXPECT_TRUE(screen.pushed<EndEdit>().empty());
  screen.text(TextEventKind::blur, "25");
  EXPECT_EQ(screen.pushed<Edit>().size(), 2U);
  EXPECT_EQ(screen.pushed<EndEdit>().size(), 1U);
  EXPECT_FALSE(screen.out.text);
}

TEST(Editing, TheTextAtTheStartStaysWhileTheDocumentChanges) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.1.d/value");
  screen.model.fill.rows[4].value = "25";
  screen.settle();
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->text, "22");
}

TEST(Editing, EscapeCancels) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.1.d/value");
  screen.text(TextEventKind::changed, "7");
  screen.text(TextEventKind::escape, "7");
  EXPECT_EQ(screen.pushed<CancelEdit>().size(), 1U);
  EXPECT_TRUE(screen.pushed<EndEdit>().empty());
  EXPECT_FALSE(screen.out.text);
  EXPECT_NE(screen.node("fill/1.1.d/value").state.find("focused"), std::string::npos);
}

TEST(Editing, EnterGoesDownTheColumn) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.3.a/value");
  screen.text(TextEventKind::enter, "99");
  EXPECT_EQ(screen.pushed<Edit>().at(0).text, "99");
  EXPECT_EQ(screen.pushed<EndEdit>().size(), 1U);
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->key, "fill/1.4.a/value");
  EXPECT_EQ(screen.pushed<SelectIndicator>().back().indicator, "1.4.a");
  // The next one is a choice: it takes focus without opening.
  screen.text(TextEventKind::enter, "100");
  EXPECT_FALSE(screen.out.text);
  EXPECT_NE(screen.node("fill/2.1.a/value").state.find("focused"), std::string::npos);
  EXPECT_EQ(screen.pushed<SelectIndicator>().back().indicator, "2.1.a");
  // From there the arrow keys go on along the column.
  screen.key(ImGuiKey_DownArrow);
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->key, "fill/2.1.b/value");
}

TEST(Editing, EnterScrollsTheNextRowIntoView) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/2.1.b/value");
  const std::string first = screen.out.text->key;
  for (int i = 0; i < 40; ++i) {
    if (screen.out.text) {
      EXPECT_GT(screen.out.text->clip.height, 20) << screen.out.text->key;
      screen.text(TextEventKind::enter, "1");
    } else {
      screen.key(ImGuiKey_DownArrow);  // past a choice
    }
  }
  EXPECT_FALSE(screen.has(first));
}

TEST(Editing, TabGoesToTheNextFieldAndShiftTabBack) {
  Screen screen(ui_test::detail_model(), 1366, 1400);
  screen.click("detail/7.3.a/input/done");
  screen.text(TextEventKind::tab, "201");
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->key, "detail/7.3.a/input/all");
  EXPECT_TRUE(screen.pushed<Edit>().empty());
  EXPECT_EQ(screen.pushed<EndEdit>().size(), 1U);
  screen.text(TextEventKind::shift_tab, "430");
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->key, "detail/7.3.a/input/done");
  EXPECT_EQ(screen.pushed<Edit>().at(0).field, (FieldRef{FieldKind::input, "7.3.a", "all"}));
}

TEST(Editing, AScrolledAwayFieldKeepsItsEditorUnseen) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.1.d/value");
  screen.wheel(-100);
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->clip.width * screen.out.text->clip.height, 0);
  screen.text(TextEventKind::changed, "3");
  ASSERT_TRUE(screen.out.text);
  EXPECT_GT(screen.out.text->clip.height, 20);
}

TEST(Editing, AFieldThatDisappearsEnds) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.1.d/value");
  screen.commands.clear();
  screen.model.page = Page::overview;
  screen.settle();
  EXPECT_FALSE(screen.out.text);
  EXPECT_EQ(screen.pushed<EndEdit>().size(), 1U);
}

TEST(Editing, ALateReportReachesTheFieldItBelongsTo) {
  Screen screen(ui_test::fill_model());
  screen.click("fill/1.3.a/value");
  const std::string key = screen.out.text->key;
  screen.click("fill/1.4.a/value");
  ASSERT_TRUE(screen.out.text);
  EXPECT_EQ(screen.out.text->key, "fill/1.4.a/value");
  screen.commands.clear();
  screen.text(TextEventKind::blur, "88", key);
  ASSERT_EQ(screen.pushed<Edit>().size(), 1U);
  EXPECT_EQ(screen.pushed<Edit>()[0].field, value_of("1.3.a"));
  EXPECT_EQ(screen.out.text->key, "fill/1.4.a/value");
}

TEST(Editing, AReadOnlyValueIsNotEdited) {
  Screen screen(ui_test::detail_model());
  screen.click("fill/7.3.a/cell");
  EXPECT_FALSE(screen.out.text);
}

TEST(Editing, TheSearchBoxReportsEveryLetterAndClears) {
  Screen screen(ui_test::fill_model());
  screen.click("top/search");
  ASSERT_TRUE(screen.out.text);
  screen.text(TextEventKind::changed, "污水");
  EXPECT_EQ(screen.pushed<Edit>().at(0).field.kind, FieldKind::search);
  screen.text(TextEventKind::escape, "污水");
  EXPECT_EQ(screen.pushed<Edit>().at(1).text, "");
  EXPECT_TRUE(screen.pushed<CancelEdit>().empty());
  EXPECT_FALSE(screen.out.text);
}

TEST(Keyboard, TabReachesEverythingAndEnterPresses) {
  Screen screen(ui_test::overview_model());
  for (int i = 0; i < 30 && screen.node("nav/tasks").state.find("focused") == std::string::npos; ++i) {
    screen.key(ImGuiKey_Tab);
    if (screen.out.text) {  // the search box on the way
      screen.text(TextEventKind::tab, screen.out.text->text);
    }
  }
  EXPECT_EQ(screen.node("nav/tasks").state, "focused");
  screen.key(ImGuiKey_Enter);
  EXPECT_EQ(screen.pushed<GoTo>().at(0).page, Page::tasks);
  screen.key(ImGuiKey_Tab, true);
  EXPECT_EQ(screen.node("nav/fill").state, "focused");
}

TEST(Keyboard, AMenuIsWorkedByArrowsEnterAndEscape) {
  Screen screen(ui_test::tasks_model());
  const std::string id = "tasks/1.1.m2/measure_state";
  screen.click(id);
  EXPECT_NE(screen.node(id).state.find("expanded"), std::string::npos);
  screen.key(ImGuiKey_Escape);
  EXPECT_EQ(screen.node(id).state.find("expanded"), std::string::npos);
  EXPECT_TRUE(screen.pushed<Edit>().empty());
  screen.key(ImGuiKey_Enter);
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_DownArrow);
  screen.key(ImGuiKey_Enter);
  ASSERT_EQ(screen.pushed<Edit>().size(), 1U);
  EXPECT_EQ(screen.pushed<Edit>()[0].text, "done");
}

}  // namespace
}  // namespace luping
