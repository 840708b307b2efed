// Cells in: what a block from a spreadsheet would change, what does not fit, and one step of undo.
#include "app/pasted_cells.h"
#include "session_fixture.h"

namespace luping::test {
namespace {

class Pasting : public SessionTest {
 protected:
  void begin(const std::string& selected) {
    start();
    apply(GoTo{Page::fill}, SelectIndicator{selected});
  }
  const PasteModel& asked() {
    static const PasteModel kNone;
    EXPECT_TRUE(view().paste) << "nothing was asked; " << notice() << "\n" << notice_lines();
    return view().paste ? *view().paste : kNone;
  }
  /// number: before → after unit, of every change.
  std::string changes() {
    std::string all;
    for (const PasteModel::Change& one : asked().changes)
      all += one.number + ": " + one.before + " → " + one.after + (one.unit.empty() ? "" : " " + one.unit) + "\n";
    return all;
  }
  std::string refused() {
    std::string all;
    for (const PasteModel::Refusal& one : asked().refused) all += one.place + one.text + "：" + one.why + "\n";
    return all;
  }
  /// The rows shown from one on, by id.
  std::vector<const FillRow*> rows_from(const std::string& id) {
    std::vector<const FillRow*> rows;
    for (const FillRow& one : view().fill.rows) {
      if (one.kind == FillRow::Kind::indicator && (!rows.empty() || one.id == id)) rows.push_back(&one);
    }
    return rows;
  }
};

TEST_F(Pasting, AColumnGoesDownFromTheSelectedRow) {
  begin("7.2.b");
  ASSERT_EQ(rows_from("7.2.b")[1]->id, "7.3.a") << "the scheme of this test";
  apply(PasteCells{"95.0\n96\n"});
  EXPECT_EQ(changes(), "7.2.b:  → 95.0 %\n7.3.a:  → 96 %\n");
  EXPECT_EQ(asked().title, "粘贴 2 项现状值？");
  EXPECT_EQ(asked().changes[0].chip.result, Result::pass);
  EXPECT_FALSE(session->unsaved()) << "asking changes nothing";
  apply(AnswerPaste{true});
  EXPECT_FALSE(view().paste);
  EXPECT_EQ(shown("7.2.b"), "95.0");
  EXPECT_EQ(shown("7.3.a"), "96");
  EXPECT_EQ(notice(), "已粘贴 2 项，按“撤销”可一次全部取回");
  EXPECT_EQ(view().top.undo_label, "撤销：粘贴 2 项现状值");
  apply(Undo{});
  EXPECT_EQ(shown("7.2.b"), "");
  EXPECT_EQ(shown("7.3.a"), "");
  EXPECT_FALSE(view().top.can_undo);
  EXPECT_FALSE(session->unsaved());
  apply(Redo{});
  EXPECT_EQ(shown("7.3.a"), "96");
}

TEST_F(Pasting, CancelChangesNothing) {
  begin("7.2.b");
  apply(PasteCells{"95\n96"}, AnswerPaste{false});
  EXPECT_FALSE(view().paste);
  EXPECT_FALSE(session->unsaved());
  EXPECT_FALSE(view().top.can_undo);
}

TEST_F(Pasting, TheOrderIsThatOfTheScreen) {
  open_gaps_sample();
  apply(GoTo{Page::fill}, SetListQuery{{{}, {}, {Result::fail}, {}}});
  const std::vector<const FillRow*> rows = rows_from(view().fill.rows[1].id);
  const auto at =
      std::find_if(rows.begin(), rows.end(), [](const FillRow* one) { return one->cell == CellKind::text; });
  ASSERT_NE(at, rows.end());
  const std::string id = (*at)->id;
  apply(SelectIndicator{id}, PasteCells{"77.7"});
  ASSERT_EQ(asked().changes.size(), 1U);
  EXPECT_EQ(asked().changes[0].number, id);
}

TEST_F(Pasting, ByNumberAndByNameInAnyOrderOfColumns) {
  begin("1.1.a");
  const std::string name = rows_from("7.2.b")[0]->name;
  const std::string second = rows_from("7.3.a")[0]->name;
  // A title, a header, our column somewhere, a heading of a group, and rows in another order.
  apply(PasteCells{"2023 年自评\n现状值\t备注\t序号\t指标名称\n\t\t\t（七）改善人居环境\n96\t甲\t7.3.a\t" + second +
                   "\n95\t乙\t7.2.b\t" + name + "\n"});
  EXPECT_EQ(changes(), "7.3.a:  → 96 %\n7.2.b:  → 95 %\n");
  EXPECT_TRUE(asked().refused.empty()) << refused();
  apply(AnswerPaste{false}, PasteCells{"指标\t现状值\n " + name + "　\t95\n"});
  EXPECT_EQ(changes(), "7.2.b:  → 95 %\n");
  // Without a header, by what stands in the columns.
  apply(AnswerPaste{false}, PasteCells{name + "\t%\t95\n" + second + "\t%\t96"});
  EXPECT_EQ(changes(), "7.2.b:  → 95 %\n7.3.a:  → 96 %\n");
  apply(AnswerPaste{false}, PasteCells{"7.2.b\t95\n7.3.a\t96"});
  EXPECT_EQ(changes(), "7.2.b:  → 95 %\n7.3.a:  → 96 %\n");
}

TEST_F(Pasting, WhatWasCopiedComesBack) {
  open_good_sample();
  apply(GoTo{Page::fill}, CopyTable{});
  const std::string table = platform.copied_tsv;
  apply(PasteCells{table});
  EXPECT_EQ(notice(), "粘贴的内容与表中相同，没有要改的") << notice_lines();
  EXPECT_FALSE(view().paste);
  const std::string before = shown("7.2.b");
  apply(SelectIndicator{"7.2.b"}, CopyTable{.selected = true});
  const std::string row = platform.copied_tsv;
  type(value("7.2.b"), "1");
  apply(PasteCells{row});
  EXPECT_EQ(changes(), "7.2.b: 1 → " + before + " %\n");
  // Into an empty assessment: every figure that is typed there, and the computed ones told apart.
  start();
  apply(GoTo{Page::fill}, PasteCells{table});
  EXPECT_GT(asked().changes.size(), 40U);
  for (const PasteModel::Change& one : asked().changes) EXPECT_FALSE(one.after.empty());
  apply(AnswerPaste{true});
  EXPECT_EQ(shown("7.2.b"), before);
}

TEST_F(Pasting, FiguresAsPeopleWriteThem) {
  begin("7.2.b");
  apply(PasteCells{"９５．５％\r\n\" 96.0% \"\r\n"});
  EXPECT_EQ(changes(), "7.2.b:  → 95.5 %\n7.3.a:  → 96.0 %\n");
}

TEST_F(Pasting, BlanksLeaveTheirRowsAlone) {
  begin("7.2.b");
  type(value("7.3.a"), "50");
  apply(PasteCells{"95\n　\n"}, AnswerPaste{false}, PasteCells{"\n96"});
  EXPECT_EQ(changes(), "7.3.a: 50 → 96 %\n");
  EXPECT_NE(asked().text.find("有 1 格空白，原来的内容保留"), std::string::npos);
}

TEST_F(Pasting, WhatDoesNotFitSaysWhy) {
  begin("7.2.b");
  type({FieldKind::entry, "7.4.b", {}}, "inputs");
  const std::string name = rows_from("7.2.b")[0]->name;
  apply(
      PasteCells{"序号\t指标\t单位\t现状值\n"
                 "7.2.b\t\t%\t九十五\n"
                 "7.3.a\t\t斤\t95\n"
                 "7.4.b\t\t%\t50\n"
                 "1.1.a\t\t\t快好了\n"
                 "9.9.z\t\t\t1\n"
                 "8.1.a\t" +
                 name +
                 "\t%\t12\n"
                 "7.4.a\t\t\t12345678901234567890\n"
                 "1.2.b\t\t\t完成\n"
                 "1.2.b\t\t\t进行中\n"});
  EXPECT_EQ(changes(), "1.2.b:  → 完成\n");
  const std::string all = refused();
  for (const char* why : {"第 2 行", "“九十五”：不是数字", "单位是“斤”，本项应为“%”", "由几个数量算出",
                          "选项里没有这一项，可填“未开始”、“进行中”、“完成”", "表中没有这项指标", "与名称对不上",
                          "位数太多", "与前面的行重复"})
    EXPECT_NE(all.find(why), std::string::npos) << why << "\n" << all;
  EXPECT_EQ(asked().refused.size(), 8U) << all;
  EXPECT_EQ(asked().refused_title, "有 8 处放不进去");
}

TEST_F(Pasting, TheUnitColumnIsReadWhateverItsWidth) {
  begin("7.2.b");
  apply(PasteCells{"序号\t单位\t现状值\n7.2.b\t ％\t95"});
  EXPECT_EQ(changes(), "7.2.b:  → 95 %\n");
}

TEST_F(Pasting, MoreRowsThanTheTableHas) {
  start();
  apply(GoTo{Page::fill});
  std::string last;
  for (const FillRow& one : view().fill.rows) {
    if (one.kind == FillRow::Kind::indicator && one.cell == CellKind::text) last = one.id;
  }
  const std::size_t room = rows_from(last).size();
  std::string block = "5";
  for (std::size_t i = 0; i < room + 2; ++i) block += "\n7";
  apply(SelectIndicator{last}, PasteCells{block});
  ASSERT_FALSE(asked().changes.empty());
  EXPECT_EQ(asked().changes[0].number, last);
  EXPECT_NE(refused().find("已到表格末尾，从这一行起的 3 行没有对应的指标"), std::string::npos) << refused();
}

TEST_F(Pasting, FiguresInSeveralColumnsUseTheFirst) {
  begin("7.2.b");
  apply(PasteCells{"95\t11\n96\t12"});
  EXPECT_EQ(changes(), "7.2.b:  → 95 %\n7.3.a:  → 96 %\n");
  EXPECT_NE(refused().find("只用了第一列"), std::string::npos);
}

TEST_F(Pasting, NothingOfItFits) {
  begin("7.2.b");
  apply(PasteCells{"会议纪要\n各单位：\n"});
  EXPECT_FALSE(view().paste);
  EXPECT_EQ(notice(), "粘贴的内容放不进表格，表格没有改变");
  EXPECT_NE(notice_lines().find("第 1 行"), std::string::npos);
  EXPECT_NE(notice_lines().find("“会议纪要”：不是数字。"), std::string::npos) << notice_lines();
  apply(PasteCells{" \n\t\n"});
  EXPECT_EQ(notice(), "剪贴板里没有可以粘贴的内容");
  apply(PasteCells{std::string((1U << 20U) + 1, '1')});
  EXPECT_EQ(notice(), "粘贴的内容太多，表格没有改变");
  apply(PasteCells{"序号\t备注\n7.2.b\t好\n"});
  EXPECT_NE(notice_lines().find("看不出哪一列是现状值"), std::string::npos) << notice_lines();
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Pasting, WithoutASelectedRowThatIsSeen) {
  open_good_sample();
  apply(GoTo{Page::fill}, SelectIndicator{"7.2.b"}, SetListQuery{{{}, {}, {Result::notchecked}, {}}}, PasteCells{"95"});
  EXPECT_NE(notice_lines().find("请先在表中选中起始的一行"), std::string::npos) << notice() << notice_lines();
}

TEST_F(Pasting, OnlyOnItsPage) {
  apply(PasteCells{"95"});
  EXPECT_EQ(notice(), "");
  open_good_sample();
  apply(GoTo{Page::tasks}, PasteCells{"95\n96"});
  EXPECT_EQ(notice(), "表格内容请在“填报”里粘贴");
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Pasting, WhatWasBeingTypedComesFirst) {
  begin("7.2.b");
  apply(Edit{value("7.2.b"), "９４"}, PasteCells{"95\n96"});
  EXPECT_EQ(changes(), "7.2.b: 94 → 95 %\n7.3.a:  → 96 %\n");
  apply(AnswerPaste{true}, Undo{});
  EXPECT_EQ(shown("7.2.b"), "94");
  apply(Undo{});
  EXPECT_EQ(shown("7.2.b"), "");
}

TEST_F(Pasting, EveryPastedAnswerIsStamped) {
  begin("7.2.b");
  platform.time = "2024-01-02T00:00:00+08:00";
  apply(PasteCells{"95\n96"}, AnswerPaste{true});
  const Parsed<Assessment> saved = parse_assessment(save(), "f", guigang());
  ASSERT_TRUE(saved.value);
  for (const char* id : {"7.2.b", "7.3.a"}) {
    EXPECT_EQ(saved.value->answers.at(id).modified_at, platform.time);
    EXPECT_EQ(saved.value->answers.at(id).revision, 1);
  }
}

TEST_F(Pasting, AnotherDocumentDropsTheQuestion) {
  begin("7.2.b");
  apply(PasteCells{"95"});
  EXPECT_TRUE(view().paste);
  start();
  EXPECT_FALSE(view().paste);
  apply(AnswerPaste{true});
  EXPECT_FALSE(session->unsaved());
}

TEST(PastedCells, LinesTabsAndQuotes) {
  EXPECT_EQ(parse_cells("a\tb\r\nc"), (Cells{{"a", "b"}, {"c"}}));
  EXPECT_EQ(parse_cells("\"两\n行\"\t\"他说\"\"是\"\"\"\n1"), (Cells{{"两\n行", "他说\"是\""}, {"1"}}));
  EXPECT_EQ(parse_cells("\"没有结尾\t2"), (Cells{{"\"没有结尾", "2"}}));
  EXPECT_EQ(parse_cells("5\"管\t\"a\"b"), (Cells{{"5\"管", "\"a\"b"}}));
  EXPECT_EQ(parse_cells("1\n\n2\n\n\t\n"), (Cells{{"1"}, {""}, {"2"}}));
  EXPECT_EQ(parse_cells("\xEF\xBB\xBF　95 \xC2\xA0"), (Cells{{"95"}}));
  EXPECT_TRUE(parse_cells("").empty());
  EXPECT_TRUE(parse_cells(" \n\t ").empty());
  EXPECT_EQ(parse_cells("a\rb"), (Cells{{"a"}, {"b"}}));
}

TEST(PastedCells, CompactIgnoresBlanksAndWidth) {
  EXPECT_EQ(compact(" 现 状　值（％）\n"), "现状值(%)");
  EXPECT_EQ(compact("Ａ～ａ"), "A~a");
  EXPECT_EQ(compact("﹪、。"), "﹪、。");
}

}  // namespace
}  // namespace luping::test
