// Opening, saving, target packs, schemes: nothing is lost, and a failure changes nothing.
#include "session_fixture.h"

namespace luping::test {
namespace {

using Files = SessionTest;

std::string targets_text(const std::string& entry) {
  return R"({"format": "luping-targets", "formatVersion": 1, "scheme": "guigang-2023", "targets": [)" + entry + "]}";
}

std::string assessment_text(const std::string& rest) {
  return R"({"format": "luping-assessment", "formatVersion": 1, "id": "a-1", "scheme": {"id": "guigang-2023"}, "region": "450804", "year": 2023)" +
         rest + "}";
}

// ---- starting and opening ----

TEST_F(Files, StartPage) {
  const StartModel& page = view().start;
  EXPECT_EQ(view().page, Page::start);
  EXPECT_EQ(page.regions.size(), 5U);
  EXPECT_EQ(page.years, std::vector<int>{2023});
  ASSERT_EQ(page.samples.size(), 3U);
  EXPECT_EQ(page.samples[0], "示例（虚构数据）：覃塘区2023年度自评");
  EXPECT_EQ(page.samples[2], "教学示例（虚构数据）：青山县2023年度自评");
  ASSERT_EQ(page.schemes.size(), 3U);
  EXPECT_EQ(page.schemes[0].label, "贵港 2023 示范市创建");
  EXPECT_TRUE(page.schemes[0].chosen);
  EXPECT_EQ(page.schemes[1].label, "国家 2019 指标表（未经核对）");
  EXPECT_FALSE(page.schemes[1].chosen);
  EXPECT_EQ(page.schemes[2].label, "教学示例（虚构）");
  EXPECT_TRUE(page.drafts.empty());
  EXPECT_FALSE(page.scheme.empty());
  EXPECT_TRUE(view().top.title.empty());
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Files, AnotherSchemeIsChosenOnTheStartPage) {
  apply(ChooseScheme{1});
  const StartModel& page = view().start;
  EXPECT_TRUE(page.schemes[1].chosen);
  EXPECT_FALSE(page.schemes[0].chosen);
  EXPECT_NE(page.scheme.find("未经核对"), std::string::npos) << page.scheme;
  EXPECT_NE(page.scheme_notice.find("未经核对"), std::string::npos) << page.scheme_notice;
  EXPECT_TRUE(page.scheme_badge.empty()) << "it is a shipped one";
  ASSERT_EQ(page.regions.size(), 6U) << "the table has indicators for cities";
  EXPECT_EQ(page.regions[0].id, "450800");
  EXPECT_EQ(page.region_label, "市或县（市、区）");
  apply(StartAssessment{"450800", 2023});
  EXPECT_EQ(view().top.title, "贵港市 · 2023 年自评");
  apply(GoTo{Page::overview});
  EXPECT_NE(view().overview.basis.find("未经核对"), std::string::npos);
  EXPECT_NE(view().overview.scheme_notice.find("未经核对"), std::string::npos);
  EXPECT_EQ(result("6.a"), Result::notchecked) << "for cities";
  EXPECT_EQ(result("6.b"), Result::notapplicable) << "for counties";
  EXPECT_EQ(result("9"), Result::notapplicable) << "on the coast only";
  EXPECT_EQ(result("31"), Result::notchecked) << "for cities";
  EXPECT_EQ(result("28"), Result::notapplicable) << "for counties";
  apply(CloseDocument{});
  EXPECT_TRUE(view().start.schemes[1].chosen) << "what was chosen stays chosen";
  apply(ChooseScheme{0}, ChooseScheme{9});
  EXPECT_TRUE(view().start.schemes[0].chosen) << "one that is not there changes nothing";
  EXPECT_EQ(view().start.regions.size(), 5U) << "the plan has nothing to ask of the city itself";
  EXPECT_EQ(view().start.region_label, "县（市、区）");
}

TEST_F(Files, ASchemeIsNotChosenUnderAnOpenDocument) {
  start();
  apply(ChooseScheme{1});
  EXPECT_EQ(view().top.title, "覃塘区 · 2023 年自评");
  apply(CloseDocument{});
  EXPECT_TRUE(view().start.schemes[0].chosen);
}

TEST_F(Files, TheTeachingSampleLeavesTheSchemeChosenBefore) {
  apply(OpenSample{2});
  EXPECT_TRUE(view().top.sample);
  EXPECT_EQ(view().top.title, "青山县 · 2023 年自评");
  EXPECT_NE(view().overview.scheme_notice.find("教学示例"), std::string::npos);
  EXPECT_EQ(result("8.4"), Result::pass);
  EXPECT_EQ(result("1.9"), Result::error);
  apply(CloseDocument{});
  EXPECT_TRUE(view().start.schemes[0].chosen);
  EXPECT_EQ(view().start.regions.size(), 5U);
}

TEST_F(Files, ANewAssessment) {
  start();
  EXPECT_EQ(view().page, Page::fill);
  EXPECT_EQ(view().top.title, "覃塘区 · 2023 年自评");
  EXPECT_FALSE(view().top.unsaved);
  EXPECT_FALSE(view().top.sample);
  EXPECT_TRUE(view().detail);
  apply(CloseDocument{}, StartAssessment{"999999", 2023});
  EXPECT_EQ(view().page, Page::start) << "a region the scheme does not have";
}

TEST_F(Files, SamplesOpen) {
  open_gaps_sample();
  EXPECT_EQ(view().page, Page::overview);
  EXPECT_TRUE(view().top.sample);
  EXPECT_EQ(view().overview.conclusion.result, Result::fail);
  EXPECT_EQ(notice(), "") << "a sample greets nobody with a warning";
  apply(CloseDocument{}, OpenSample{1});
  EXPECT_EQ(view().overview.conclusion.result, Result::pass);
  EXPECT_EQ(notice(), "");
  apply(OpenSample{9});
  EXPECT_EQ(view().overview.conclusion.result, Result::pass);
}

TEST_F(Files, WhatIsWorthALookInAFileOfOnesOwnIsSaid) {
  std::string own;
  for (const assets::Asset& sample : assets::samples()) {
    if (sample.name.find("450804") != std::string_view::npos) own = sample.bytes;
  }
  const std::string flag = "\"sample\": true";
  ASSERT_NE(own.find(flag), std::string::npos);
  own.replace(own.find(flag), flag.size(), "\"sample\": false");
  session->open({{"覃塘区.json", own}});
  EXPECT_EQ(notice(), "已打开“覃塘区.json”，有几处请留意");
}

TEST_F(Files, OpenAFile) {
  session->open({{"覃塘区.json", assessment_text(R"(, "answers": {"7.2.b": {"value": "95"}})")}});
  EXPECT_EQ(view().page, Page::overview);
  EXPECT_EQ(result("7.2.b"), Result::pass);
  EXPECT_FALSE(session->unsaved());
  EXPECT_EQ(platform.drafts_put, 0) << "opening is no change";
}

TEST_F(Files, ABrokenFileChangesNothingAndSaysWhy) {
  open_gaps_sample();
  type(value("7.2.b"), "96");
  apply(GoTo{Page::fill}, SelectIndicator{"7.3.a"});
  const std::string before = save();
  type(value("8.1.a"), "50");
  const FillModel rows = view().fill;
  const std::string undo = view().top.undo_label;
  const int drafts = platform.drafts_put;
  const std::string whole = before;
  struct Case {
    std::string bytes;
    const char* says;
  };
  const Case cases[] = {
      {whole.substr(0, whole.size() / 2), "文件不完整"},
      {"", "文件是空的"},
      {"{\"note\": \"\xB9\xF3\xB8\xDB\"}", "UTF-8"},
      {"PK\x03\x04 docx", "不是绿评的数据文件"},
      {"{}", "不是绿评的数据文件"},
      {replaced(whole, "\"formatVersion\": 1", "\"formatVersion\": 2"), "版本"},
      {replaced(whole, "\"answers\": {", "\"answers\": {\"99.z\": {\"value\": \"1\"},"), "99.z"},
      {replaced(whole, "\"year\": 2023", "\"year\": \"2023\""), "应为数字"},
      {replaced(whole, "\"guigang-2023\"", "\"another-2019\""), "another-2019"},
      {R"({"format": "luping-targets", "formatVersion": 1, "scheme": "guigang-2023", "targets": 5})", "targets"},
      {R"({"format": "luping-scheme", "formatVersion": 1, "id": "s"})", "缺少"},
      {R"({"format": "luping-result", "formatVersion": 1})", "结果文件"},
  };
  for (const Case& one : cases) {
    session->open({{"坏文件.json", one.bytes}});
    ASSERT_TRUE(view().notice) << one.says;
    EXPECT_EQ(view().notice->kind, NoticeKind::problem) << one.says;
    EXPECT_NE(notice().find("坏文件.json"), std::string::npos) << notice();
    EXPECT_NE((notice() + notice_lines()).find(one.says), std::string::npos) << notice() << "\n" << notice_lines();
    EXPECT_LE(view().notice->lines.size(), 8U);
    EXPECT_FALSE(view().prompt) << one.says;
    EXPECT_EQ(view().page, Page::fill);
    EXPECT_EQ(view().top.undo_label, undo);
    EXPECT_EQ(view().fill.rows.size(), rows.rows.size());
    EXPECT_EQ(view().detail->id, "7.3.a");
    EXPECT_EQ(shown("8.1.a"), "50");
    EXPECT_TRUE(session->unsaved());
  }
  EXPECT_EQ(platform.drafts_put, drafts);
  apply(DismissNotice{});
  EXPECT_FALSE(view().notice);
  apply(Undo{});
  EXPECT_EQ(save(), before);
}

TEST_F(Files, ABrokenFileOnTheStartPage) {
  session->open({{"坏.json", "{"}});
  EXPECT_EQ(view().page, Page::start);
  EXPECT_EQ(view().notice->kind, NoticeKind::problem);
  session->open_failed("大.json", "文件太大");
  EXPECT_EQ(notice_lines(), "文件太大\n");
}

TEST_F(Files, UnsavedWorkIsAskedAbout) {
  start();
  type(value("7.2.b"), "95");
  session->open({{"别的.json", assessment_text("")}});
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(shown("7.2.b"), "95");
  apply(AnswerPrompt{1});
  EXPECT_FALSE(view().prompt);
  EXPECT_EQ(shown("7.2.b"), "95");
  session->open({{"别的.json", assessment_text("")}});
  apply(AnswerPrompt{0});
  EXPECT_EQ(shown("7.2.b"), "");
  EXPECT_FALSE(session->unsaved());
  apply(AnswerPrompt{0});
  EXPECT_EQ(platform.drafts.size(), 1U) << "what was left is still there as a draft";
}

TEST_F(Files, SavedWorkIsNotAskedAbout) {
  start();
  type(value("7.2.b"), "95");
  save();
  session->open({{"别的.json", assessment_text("")}});
  EXPECT_FALSE(view().prompt);
  EXPECT_EQ(shown("7.2.b"), "");
}

// ---- saving ----

TEST_F(Files, SaveAndOpenAgain) {
  open_gaps_sample();
  type(value("7.2.b"), "９５％");
  EXPECT_EQ(view().top.state, "未保存");
  const std::string bytes = save();
  EXPECT_EQ(platform.saved.back().name, "覃塘区-2023-自评-20231124-0930.json");
  EXPECT_EQ(notice(), "已保存为“覃塘区-2023-自评-20231124-0930.json”");
  EXPECT_FALSE(session->unsaved());
  EXPECT_EQ(view().top.state, "已保存");
  const auto verdicts = [&] {
    std::string all;
    apply(GoTo{Page::fill});
    for (const FillRow& one : view().fill.rows)
      all += one.id + " " + one.value + " " + one.chip.label + " " + one.target + "\n";
    return all;
  };
  const std::string before = verdicts();
  restart();
  session->open({{"a.json", bytes}});
  EXPECT_EQ(verdicts(), before);
  EXPECT_EQ(save(), bytes);
}

TEST_F(Files, SaveSettlesTheFieldBeingTyped) {
  start();
  apply(Edit{value("7.2.b"), "９５％"});
  const Parsed<Assessment> saved = parse_assessment(save(), "f", guigang());
  ASSERT_TRUE(saved.value);
  EXPECT_EQ(saved.value->answers.at("7.2.b").value, "95");
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Files, EditingWhileSavingStaysUnsaved) {
  start();
  type(value("7.2.b"), "95");
  apply(SaveFile{});
  type(value("7.2.b"), "96");
  session->saved(platform.saved.back().name);
  EXPECT_TRUE(session->unsaved());
  EXPECT_TRUE(platform.drafts.begin()->second.unsaved);
  apply(Undo{});
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Files, ASaveThatFails) {
  start();
  type(value("7.2.b"), "95");
  apply(SaveFile{});
  session->save_failed("磁盘已满");
  EXPECT_TRUE(session->unsaved());
  EXPECT_EQ(view().notice->kind, NoticeKind::problem);
  apply(DismissNotice{}, SaveFile{});
  session->save_failed("");
  EXPECT_FALSE(view().notice) << "the person changed their mind";
  session->saved("late.json");
  EXPECT_TRUE(session->unsaved());
}

// The platform is slow, and meanwhile another document was opened.
TEST_F(Files, ASaveThatEndsAfterAnotherDocumentWasOpened) {
  start();
  type(value("7.2.b"), "95");
  apply(SaveFile{});
  session->open({{"别的.json", assessment_text("")}});
  apply(AnswerPrompt{0});
  session->saved(platform.saved.back().name);
  EXPECT_FALSE(session->unsaved()) << "the new document has nothing unsaved";
}

TEST_F(Files, SavingWithoutADocument) {
  apply(SaveFile{}, Undo{}, Redo{}, EndEdit{}, CancelEdit{}, Edit{value("7.2.b"), "1"}, GoTo{Page::fill},
        SelectIndicator{"7.2.b"}, AddEvidence{"7.2.b"}, MakeApplicable{"7.2.b"}, CloseDocument{}, ChooseFile{});
  EXPECT_TRUE(platform.saved.empty());
  EXPECT_EQ(platform.files_asked_for, 1);
  EXPECT_EQ(view().page, Page::start);
}

TEST_F(Files, SavingGoesBackToWhereTheDocumentCameFrom) {
  session->open({{"覃塘区.json", assessment_text(R"(, "answers": {"7.2.b": {"value": "95"}})"), "7"}});
  type(value("7.2.b"), "96");
  save();
  const std::string document = platform.saved_documents.back();
  EXPECT_EQ(platform.places[document], "7");
  EXPECT_EQ(platform.saved_ways.back(), SaveWay::back);
  apply(SaveFileAs{});
  EXPECT_EQ(platform.saved_ways.back(), SaveWay::elsewhere);
  // The same document from a file that cannot be written must not be saved over the first one.
  session->open({{"覃塘区.json", assessment_text("")}});
  EXPECT_EQ(platform.places[document], "");
}

TEST_F(Files, AFileThatMustNotBeWrittenIsAskedAbout) {
  start();
  type(value("7.2.b"), "95");
  apply(SaveFile{});
  session->save_stopped(SaveStop::changed, "覃塘区.json");
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(view().prompt->answers, (std::vector<std::string>{"另存为", "覆盖", "取消"}));
  EXPECT_NE(view().prompt->text.find("覃塘区.json"), std::string::npos);
  apply(AnswerPrompt{2});
  EXPECT_FALSE(view().prompt);
  EXPECT_EQ(platform.saved.size(), 1U);
  EXPECT_TRUE(session->unsaved());

  apply(SaveFile{});
  session->save_stopped(SaveStop::refused, "覃塘区.json");
  apply(AnswerPrompt{0});
  EXPECT_EQ(platform.saved_ways.back(), SaveWay::overwrite);
  session->save_stopped(SaveStop::gone, "覃塘区.json");
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(view().prompt->answers, (std::vector<std::string>{"另存为", "取消"}));
  apply(AnswerPrompt{0});
  EXPECT_EQ(platform.saved_ways.back(), SaveWay::elsewhere);
  session->saved("另一个.json");
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Files, AStopThatComesAfterTheDocumentWasClosedAsksNothing) {
  start();
  type(value("7.2.b"), "95");
  apply(SaveFile{}, CloseDocument{});
  session->save_stopped(SaveStop::changed, "覃塘区.json");
  EXPECT_FALSE(view().prompt);
}

TEST_F(Files, QuestionsAreAskedOneByOne) {
  start();
  type(value("7.2.b"), "95");
  apply(SaveFile{});
  session->open({{"别的.json", assessment_text("")}});
  session->save_stopped(SaveStop::changed, "覃塘区.json");
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(view().prompt->title, "打开另一份自评？");
  apply(AnswerPrompt{1});
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(view().prompt->title, "文件已被别人改过");
  apply(AnswerPrompt{7}, AnswerPrompt{2});
  EXPECT_FALSE(view().prompt);
  EXPECT_EQ(shown("7.2.b"), "95");
}

// ---- several at once ----

TEST_F(Files, ABatchIsOpenedInTheOrderThatMakesSense) {
  const std::string pack = targets_text(R"({"region": "450804", "indicator": "2.1.b", "year": 2023, "value": "93.5"})");
  session->open({{"目标.json", pack}, {"覃塘区.json", assessment_text(R"(, "answers": {"2.1.b": {"value": "90"}})")}});
  EXPECT_EQ(result("2.1.b"), Result::fail);
  EXPECT_TRUE(session->unsaved()) << "the targets are in the document";
  session->open({{"一.json", assessment_text("")}, {"二.json", assessment_text("")}});
  EXPECT_EQ(notice(), "一次只能打开一份自评，当前内容没有改变");
  EXPECT_EQ(result("2.1.b"), Result::fail);
}

TEST_F(Files, WhatWaitedForARefusedQuestionIsNotOpened) {
  start("450804");
  type(value("2.1.b"), "90");
  const std::string pack = targets_text(R"({"region": "450804", "indicator": "2.1.b", "year": 2023, "value": "93.5"})");
  session->open({{"覃塘区.json", assessment_text("")}, {"目标.json", pack}});
  ASSERT_TRUE(view().prompt);
  apply(AnswerPrompt{1});
  EXPECT_EQ(result("2.1.b"), Result::unknown) << "no target came into the document that stayed";
  EXPECT_EQ(notice(), "已取消，另外 1 个文件也没有打开");
}

TEST_F(Files, ASchemeOfAFileIsNamedAndNotInherited) {
  start("450804");
  std::string stricter(assets::schemes().front().bytes);
  const std::string rule = R"("threshold": "20")";
  ASSERT_NE(stricter.find(rule), std::string::npos);
  stricter.replace(stricter.find(rule), rule.size(), R"("threshold": "5")");
  type(value("1.1.d"), "10");
  EXPECT_EQ(result("1.1.d"), Result::fail);
  session->open({{"改过门槛.json", stricter}});
  EXPECT_EQ(result("1.1.d"), Result::pass);
  EXPECT_EQ(view().top.scheme_badge, "外来指标体系：改过门槛.json");
  ASSERT_TRUE(view().notice);
  EXPECT_EQ(view().notice->lines.size(), 3U) << "the version does not tell it from the shipped one; 1.1.d to review";
  apply(UseShippedScheme{});
  EXPECT_EQ(result("1.1.d"), Result::fail);
  EXPECT_EQ(view().top.scheme_badge, "");
  session->open({{"改过门槛.json", stricter}});
  apply(CloseDocument{});
  start("450881");
  type(value("1.1.d"), "10");
  EXPECT_EQ(result("1.1.d"), Result::fail) << "another county is judged by the shipped scheme";
}

TEST_F(Files, ATargetOfTheWrongDirectionCanBeMendedByTyping) {
  open_gaps_sample();
  EXPECT_EQ(result("5.2.a"), Result::unknown);
  type({FieldKind::target_value, "5.2.a", {}}, "80");
  EXPECT_EQ(result("5.2.a"), Result::pass);
}

// ---- target packs ----

TEST_F(Files, ATargetPackIsOneUndoStep) {
  start();
  type(value("2.1.b"), "93");
  type(value("3.1.a"), "60");
  session->open({{"目标.json", read_repository_file(kTargetsFile)}});
  EXPECT_EQ(view().notice->kind, NoticeKind::success);
  EXPECT_EQ(notice(), "已从“目标.json”导入 7 项目标");
  EXPECT_EQ(result("2.1.b"), Result::fail);
  EXPECT_EQ(result("3.1.a"), Result::pass);
  EXPECT_EQ(view().top.undo_label, "撤销：导入目标");
  apply(Undo{});
  EXPECT_EQ(result("2.1.b"), Result::unknown);
  EXPECT_EQ(result("3.1.a"), Result::unknown);
  EXPECT_EQ(shown("3.1.a"), "60");
  apply(Redo{});
  EXPECT_EQ(result("2.1.b"), Result::fail);
  const Parsed<Assessment> saved = parse_assessment(save(), "f", guigang());
  ASSERT_TRUE(saved.value) << lines_of(saved.diagnostics);
  EXPECT_EQ(saved.value->targets.size(), 7U);
  EXPECT_EQ(saved.value->modified_at, platform.time);
}

TEST_F(Files, TheSamePackAgainChangesNothing) {
  start();
  session->open({{"目标.json", read_repository_file(kTargetsFile)}});
  save();
  session->open({{"目标.json", read_repository_file(kTargetsFile)}});
  EXPECT_FALSE(session->unsaved());
  apply(Undo{});
  EXPECT_FALSE(view().top.can_undo) << "one step, the first import";
}

TEST_F(Files, APackForOthersChangesNothing) {
  start("450804", 2024);
  session->open({{"目标.json", read_repository_file(kTargetsFile)}});
  EXPECT_EQ(view().notice->kind, NoticeKind::warning);
  EXPECT_FALSE(session->unsaved());
  apply(CloseDocument{});
  session->open({{"目标.json", read_repository_file(kTargetsFile)}});
  EXPECT_EQ(view().notice->kind, NoticeKind::information);
  EXPECT_EQ(view().page, Page::start);
}

// ---- schemes ----

std::string scheme_with(std::string_view from, std::string_view to) {
  return replaced(read_repository_file(kSchemeFile), from, to);
}

TEST_F(Files, AnotherTextOfTheSchemeKeepsTheAnswers) {
  open_gaps_sample();
  ASSERT_EQ(result("7.2.b"), Result::fail);
  std::string scheme = scheme_with("\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
  const std::size_t at = scheme.find("\"7.2.b\"");
  const std::size_t threshold = scheme.find("\"threshold\": \"95\"", at);
  scheme.replace(threshold, 17, "\"threshold\": \"94\"");
  session->open({{"新版.scheme.json", scheme}});
  EXPECT_EQ(view().notice->kind, NoticeKind::warning);
  EXPECT_NE(notice_lines().find("指标“7.2.b "), std::string::npos) << notice_lines();
  EXPECT_EQ(result("7.2.b"), Result::pass);
  EXPECT_EQ(shown("7.2.b"), "94.96");
  type(value("8.1.a"), "60");
  EXPECT_EQ(platform.drafts.begin()->second.scheme, scheme) << "the draft travels with its scheme";
  apply(Undo{});
  const Parsed<Scheme> parsed = parse_scheme(scheme, "s");
  ASSERT_TRUE(parsed.value);
  const Parsed<Assessment> saved = parse_assessment(save(), "f", *parsed.value);
  ASSERT_TRUE(saved.value);
  EXPECT_EQ(saved.value->scheme_version, "1.1.0") << "also after undoing to a state from before";
  type(value("8.1.a"), "61");
  restart();
  apply(ContinueDraft{view().start.drafts[0].id});
  EXPECT_EQ(result("7.2.b"), Result::pass);
}

TEST_F(Files, ASchemeTheAnswersDoNotFitIsRefused) {
  open_gaps_sample();
  session->open({{"新版.scheme.json", scheme_with("\"treated\"", "\"handled\"")}});
  EXPECT_EQ(view().notice->kind, NoticeKind::problem);
  EXPECT_EQ(result("7.2.b"), Result::fail);
}

TEST_F(Files, AnotherSchemeStartsAfresh) {
  start();
  type(value("7.2.b"), "95");
  session->open({{"别的.scheme.json", scheme_with("\"id\": \"guigang-2023\"", "\"id\": \"other-2024\"")}});
  ASSERT_TRUE(view().prompt);
  apply(AnswerPrompt{1});
  EXPECT_EQ(shown("7.2.b"), "95");
  session->open({{"别的.scheme.json", scheme_with("\"id\": \"guigang-2023\"", "\"id\": \"other-2024\"")}});
  apply(AnswerPrompt{0});
  EXPECT_EQ(view().page, Page::start);
  EXPECT_EQ(view().notice->kind, NoticeKind::success);
  start();
  type(value("7.2.b"), "95");
  EXPECT_NE(save().find("\"id\": \"other-2024\""), std::string::npos);
  // A file of the shipped scheme still finds its own.
  session->open({{"a.json", assessment_text("")}});
  EXPECT_EQ(view().page, Page::overview) << notice() << notice_lines();
}

}  // namespace
}  // namespace luping::test
