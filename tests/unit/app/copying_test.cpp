// Tables out: what is on the clipboard after copying.
#include "app/copied_table.h"
#include "session_fixture.h"

namespace luping::test {
namespace {

class Copying : public SessionTest {
 protected:
  static std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
      if (c == at) {
        parts.emplace_back();
      } else {
        parts.back() += c;
      }
    }
    return parts;
  }
  /// Without the empty text after the last line break.
  std::vector<std::string> lines() {
    std::vector<std::string> all = split(platform.copied_tsv, '\n');
    if (!all.empty() && all.back().empty()) all.pop_back();
    return all;
  }
};

TEST_F(Copying, TheWholeTableComesWithItsHeader) {
  open_gaps_sample();
  apply(DismissNotice{}, GoTo{Page::fill}, CopyTable{});
  ASSERT_EQ(lines().size(), 75U);
  EXPECT_EQ(lines()[0], "序号\t指标\t类别\t单位\t现状值\t目标\t判定\t牵头单位\t任务组");
  for (const std::string& line : lines()) EXPECT_EQ(split(line, '\t').size(), 9U) << line;
  const FillRow& first = view().fill.rows[1];
  EXPECT_EQ(split(lines()[1], '\t')[0], first.number);
  EXPECT_EQ(split(lines()[1], '\t')[1], first.name);
  EXPECT_EQ(split(lines()[1], '\t')[8], view().fill.rows[0].number + view().fill.rows[0].name);
  EXPECT_EQ(notice(), "") << "not before it is there";
  session->copied(true);
  EXPECT_EQ(notice(), "已复制 74 行，可以粘贴到 Excel、WPS 表格里");
}

TEST_F(Copying, OnlyWhatIsShown) {
  open_gaps_sample();
  apply(GoTo{Page::fill}, SetListQuery{{{}, {}, {Result::notchecked}, {}}}, CopyTable{});
  EXPECT_EQ(lines().size(), 1U + 4U);
  for (std::size_t i = 1; i < lines().size(); ++i) EXPECT_EQ(split(lines()[i], '\t')[6], "未填报");
}

TEST_F(Copying, TheSelectedRowComesAlone) {
  open_good_sample();
  apply(GoTo{Page::fill}, SelectIndicator{"7.2.b"}, CopyTable{.selected = true});
  ASSERT_EQ(lines().size(), 1U);
  const std::vector<std::string> cells = split(lines()[0], '\t');
  EXPECT_EQ(cells[0], "7.2.b");
  EXPECT_EQ(cells[4], "95.0");
  EXPECT_EQ(cells[6], "达标");
  session->copied(true);
  EXPECT_EQ(notice(), "已复制 1 行，可以粘贴到 Excel、WPS 表格里");
  // A row that the filter hides is not there to be copied.
  platform.copied_tsv.clear();
  apply(DismissNotice{}, SetListQuery{{{}, {}, {Result::notchecked}, {}}}, CopyTable{.selected = true});
  EXPECT_EQ(platform.copied_tsv, "");
}

TEST_F(Copying, AChoiceByItsLabel) {
  open_good_sample();
  const FillRow* choice = nullptr;
  apply(GoTo{Page::fill});
  for (const FillRow& one : view().fill.rows) {
    if (one.field.kind == FieldKind::measure_state && one.value == "done") choice = &one;
  }
  ASSERT_NE(choice, nullptr);
  apply(SelectIndicator{choice->id}, CopyTable{.selected = true});
  EXPECT_EQ(split(lines()[0], '\t')[4], "完成");
}

TEST_F(Copying, Tasks) {
  open_gaps_sample();
  apply(GoTo{Page::tasks}, CopyTable{});
  const std::size_t measures =
      static_cast<std::size_t>(std::count_if(view().tasks.rows.begin(), view().tasks.rows.end(),
                                             [](const TaskRow& one) { return one.kind == TaskRow::Kind::measure; }));
  EXPECT_EQ(lines().size(), 1 + measures);
  EXPECT_EQ(lines()[0], "任务\t进展\t完成日期\t牵头单位\t事项\t任务组");
}

TEST_F(Copying, WhereThereIsNoTableNothingIsCopied) {
  apply(CopyTable{}, CopyTable{.selected = true});
  open_gaps_sample();
  apply(DismissNotice{}, GoTo{Page::overview}, CopyTable{}, CopyTable{.selected = true});
  EXPECT_EQ(platform.copied_tsv, "");
  session->copied(true);
  EXPECT_EQ(notice(), "");
}

TEST_F(Copying, AFailureIsSaid) {
  open_gaps_sample();
  apply(GoTo{Page::fill}, CopyTable{});
  session->copied(false);
  EXPECT_EQ(notice(), "没有复制成功");
  EXPECT_NE(notice_lines(), "");
}

TEST_F(Copying, WhatIsCopiedWasTypedToTheEnd) {
  start();
  apply(GoTo{Page::fill}, SelectIndicator{"7.2.b"}, Edit{value("7.2.b"), "96"}, CopyTable{.selected = true});
  EXPECT_EQ(split(lines()[0], '\t')[4], "96");
}

TEST(CopiedTable, FormulasAreDisarmedAndNumbersAreNot) {
  const CopiedTable table{{}, {{{"=1+1"}, {"+cmd"}, {"-x"}, {"@a"}, {"＝A1"}, {"-5.0", true}, {"+3", true}, {"—"}}}};
  EXPECT_EQ(as_tsv(table), "'=1+1\t'+cmd\t'-x\t'@a\t'＝A1\t-5.0\t+3\t—\n");
  const std::string html = as_html(table);
  EXPECT_EQ(html.find(">="), std::string::npos);
  EXPECT_NE(html.find(">'=1+1</td>"), std::string::npos);
  EXPECT_NE(html.find(">-5.0</td>"), std::string::npos);
}

TEST(CopiedTable, CellsThatNeedQuotes) {
  const CopiedTable table{{"甲\t乙"}, {{{"两\n行"}}, {{"他说“\"是\"”"}}, {{""}}}};
  EXPECT_EQ(as_tsv(table), "\"甲\t乙\"\n\"两\n行\"\n\"他说“\"\"是\"\"”\"\n\n");
}

TEST(CopiedTable, HtmlIsEscapedAndKeepsNumbersAsTyped) {
  const CopiedTable table{{"<b>"},
                          {{{"<img src=x onerror=\"alert(1)\">&\n二"},
                            {"95.00", true},
                            {"95", true},
                            {"1.10"},
                            {"1234567890123456", true},
                            {"9e2", true},
                            {"不明显", true}}}};
  const std::string html = as_html(table);
  EXPECT_NE(html.find("<th>&lt;b&gt;</th>"), std::string::npos);
  EXPECT_NE(html.find(">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;<br>二</td>"), std::string::npos);
  EXPECT_NE(html.find("<td style='mso-number-format:\"0\\.00\"'>95.00</td>"), std::string::npos);
  EXPECT_NE(html.find("<td style='mso-number-format:\"0\"'>95</td>"), std::string::npos);
  for (const char* text : {"1.10", "1234567890123456", "9e2", "不明显"})
    EXPECT_NE(html.find(std::string("<td style='mso-number-format:\"\\@\"'>") + text + "</td>"), std::string::npos);
}

}  // namespace
}  // namespace luping::test
