// Drafts: every change is kept, all that is kept is listed, and storage that fails or is shared loses nothing.
#include "session_fixture.h"

namespace luping::test {
namespace {

using Drafts = SessionTest;

std::string assessment_text(const std::string& rest) {
  return R"({"format": "luping-assessment", "formatVersion": 1, "id": "a-1", "scheme": {"id": "guigang-2023"}, "region": "450804", "year": 2023)" +
         rest + "}";
}

TEST_F(Drafts, EveryChangeIsKeptAsADraft) {
  start();
  EXPECT_EQ(platform.drafts_put, 0);
  apply(Edit{value("7.2.b"), "9"});
  EXPECT_EQ(platform.drafts_put, 1);
  apply(Edit{value("7.2.b"), "95"});
  EXPECT_EQ(platform.drafts_put, 2);
  apply(GoTo{Page::overview}, SelectIndicator{"7.3.a"}, Edit{{FieldKind::search, {}, {}}, "污水"});
  EXPECT_EQ(platform.drafts_put, 2) << "looking around is no change";
  ASSERT_EQ(platform.drafts.size(), 1U);
  const Draft& draft = platform.drafts.begin()->second;
  EXPECT_TRUE(draft.unsaved);
  EXPECT_TRUE(draft.scheme.empty());
  EXPECT_EQ(draft.title, "覃塘区 · 2023 年自评");
  apply(EndEdit{}, Undo{});
  EXPECT_EQ(platform.drafts.begin()->second.assessment.find("\"7.2.b\""), std::string::npos)
      << "an undone change is undone there, too";
}

TEST_F(Drafts, ADraftSurvivesClosingTheTab) {
  open_gaps_sample();
  type(value("7.2.b"), "96.5");
  restart();
  ASSERT_EQ(view().start.drafts.size(), 1U);
  EXPECT_EQ(view().start.drafts[0].state, "11月24日 09:30，尚未存成文件");
  EXPECT_TRUE(view().start.drafts[0].unsaved);
  EXPECT_EQ(view().start.drafts[0].title, "覃塘区 · 2023 年自评");
  apply(ContinueDraft{view().start.drafts[0].id});
  EXPECT_EQ(view().page, Page::overview);
  EXPECT_EQ(shown("7.2.b"), "96.5");
  EXPECT_EQ(shown("7.3.a"), "47.2");
  EXPECT_TRUE(session->unsaved());
  EXPECT_EQ(view().top.state, "未保存");
  save();
  EXPECT_FALSE(session->unsaved());
  restart();
  EXPECT_EQ(view().start.drafts[0].state, "11月24日 09:30，已存成文件");
  apply(ContinueDraft{view().start.drafts[0].id});
  EXPECT_FALSE(session->unsaved());
  EXPECT_EQ(platform.drafts.size(), 1U);
}

TEST_F(Drafts, DraftsNewestFirstAndDiscarded) {
  start("450804");
  type(value("7.2.b"), "1");
  apply(CloseDocument{});
  platform.time = "2023-11-25T09:30:00+08:00";
  start("450881");
  type(value("7.2.b"), "2");
  apply(CloseDocument{});
  ASSERT_EQ(view().start.drafts.size(), 2U);
  EXPECT_EQ(view().start.drafts[0].title, "桂平市 · 2023 年自评");
  restart();
  ASSERT_EQ(view().start.drafts.size(), 2U);
  EXPECT_EQ(view().start.drafts[0].title, "桂平市 · 2023 年自评");
  apply(DiscardDraft{view().start.drafts[0].id});
  ASSERT_TRUE(view().prompt) << "it holds what no file has";
  apply(AnswerPrompt{1});
  ASSERT_EQ(view().start.drafts.size(), 2U);
  apply(DiscardDraft{view().start.drafts[0].id});
  apply(AnswerPrompt{0});
  ASSERT_EQ(view().start.drafts.size(), 1U);
  EXPECT_EQ(platform.drafts.size(), 1U);
  apply(ContinueDraft{"nothing"});
  EXPECT_EQ(view().page, Page::start);
}

// The prompt promises that the draft can be continued later.
TEST_F(Drafts, OpeningTheSameSampleAgainDoesNotOverwriteTheDraftOfTheFirstTime) {
  open_gaps_sample();
  type(value("7.2.b"), "96.5");
  open_gaps_sample();
  ASSERT_TRUE(view().prompt);
  apply(AnswerPrompt{0});
  EXPECT_EQ(shown("7.2.b"), "94.96");
  type(value("8.1.a"), "60");
  apply(CloseDocument{});
  ASSERT_EQ(view().start.drafts.size(), 2U);
  restart();
  ASSERT_EQ(view().start.drafts.size(), 2U);
  std::vector<std::string> seen;
  const std::vector<StartModel::DraftEntry> drafts = view().start.drafts;
  for (const StartModel::DraftEntry& draft : drafts) {
    apply(ContinueDraft{draft.id});
    seen.push_back(shown("7.2.b") + " " + shown("8.1.a"));
    type(value("8.2.b"), "51");
    apply(CloseDocument{});
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (std::vector<std::string>{"94.96 60", "96.5 12.5"}));
  EXPECT_EQ(view().start.drafts.size(), 2U) << "a continued draft goes on as the same one";
}

TEST_F(Drafts, OpeningASavedFileAgainGoesOnWithItsDraft) {
  start();
  type(value("7.2.b"), "95");
  const std::string bytes = save();
  session->open({{"a.json", bytes}});
  type(value("7.2.b"), "96");
  EXPECT_EQ(platform.drafts.size(), 1U);
}

// What the browser's storage answers when another tab has written since: a write was refused, theirs stands there.
TEST_F(Drafts, ADraftChangedInAnotherWindowIsLeftAndTheWorkHereBecomesADraftOfItsOwn) {
  start();
  type(value("7.2.b"), "95");
  const Draft first = platform.drafts.begin()->second;
  restart();
  apply(ContinueDraft{first.id});
  Draft theirs = first;  // the other window typed 96
  theirs.assessment.replace(theirs.assessment.find("\"95\""), 4, "\"96\"");
  type(value("7.2.b"), "94");
  platform.drafts[first.id] = theirs;
  session->draft_conflict(first.id, {theirs});
  EXPECT_EQ(notice(), "这份自评在另一个窗口里也被修改了");
  EXPECT_EQ(view().notice->kind, NoticeKind::warning);
  EXPECT_NE(notice_lines().find("两份都在，互不覆盖"), std::string::npos);
  EXPECT_EQ(platform.drafts.size(), 2U);
  EXPECT_EQ(shown("7.2.b"), "94") << "here nothing changes";
  EXPECT_TRUE(session->unsaved());

  type(value("8.1.a"), "60");
  EXPECT_EQ(platform.drafts.size(), 2U) << "it goes on under the new id";
  EXPECT_EQ(platform.drafts[first.id].assessment, theirs.assessment);
  apply(CloseDocument{});
  ASSERT_EQ(view().start.drafts.size(), 2U);
  apply(ContinueDraft{first.id});
  EXPECT_EQ(shown("7.2.b"), "96") << "the list has the other window's work, not what was refused";
  apply(CloseDocument{});
  restart();
  std::vector<std::string> seen;
  for (const StartModel::DraftEntry& draft : std::vector(view().start.drafts)) {
    apply(ContinueDraft{draft.id});
    seen.push_back(shown("7.2.b"));
    apply(CloseDocument{});
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (std::vector<std::string>{"94", "96"}));
}

TEST_F(Drafts, WorkClosedBeforeTheOtherWindowIsNoticedIsKeptToo) {
  start();
  type(value("7.2.b"), "95");
  Draft theirs = platform.drafts.begin()->second;
  theirs.assessment.replace(theirs.assessment.find("\"95\""), 4, "\"96\"");
  apply(CloseDocument{});
  start("450881");
  type(value("7.2.b"), "90");
  session->draft_conflict(theirs.id, {theirs});
  EXPECT_EQ(notice(), "这份自评在另一个窗口里也被修改了");
  EXPECT_EQ(shown("7.2.b"), "90") << "the open document is another one";
  EXPECT_EQ(platform.drafts.size(), 3U);
  const int put = platform.drafts_put;
  type(value("7.2.b"), "91");
  EXPECT_GT(platform.drafts_put, put);
  EXPECT_EQ(platform.drafts.size(), 3U) << "and its draft stays where it was";
}

TEST_F(Drafts, AConflictAboutADraftUnknownHereOnlyListsIt) {
  start();
  type(value("7.2.b"), "95");
  Draft theirs = platform.drafts.begin()->second;
  theirs.id = "elsewhere";
  session->draft_conflict("elsewhere", {theirs});
  session->draft_conflict("unreadable", {});
  EXPECT_FALSE(view().notice);
  EXPECT_EQ(platform.drafts.size(), 1U);
  apply(CloseDocument{});
  EXPECT_EQ(view().start.drafts.size(), 2U);
}

// ---- the start page ----

TEST_F(Drafts, TheStartPageSaysHowMuchIsFilled) {
  start();
  type(value("7.2.b"), "95");
  type(value("8.1.a"), "60");
  apply(CloseDocument{});
  ASSERT_EQ(view().start.drafts.size(), 1U);
  const std::string before = view().start.drafts[0].filled;
  EXPECT_EQ(before.find("已填报 2 / "), 0U) << before;
  apply(ContinueDraft{view().start.drafts[0].id});
  type(value("8.2.b"), "51");
  apply(CloseDocument{});
  EXPECT_EQ(view().start.drafts[0].filled.find("已填报 3 / "), 0U) << view().start.drafts[0].filled;
  restart();
  EXPECT_EQ(view().start.drafts[0].filled.find("已填报 3 / "), 0U) << "read from what is kept";
}

TEST_F(Drafts, ContinuingGoesToThePageAndTheIndicatorOfLastTime) {
  start();
  apply(GoTo{Page::fill}, SelectIndicator{"7.2.b"});
  type(value("7.2.b"), "95");
  restart();  // a crash: where the last change was
  apply(ContinueDraft{view().start.drafts[0].id});
  EXPECT_EQ(view().page, Page::fill);
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->id, "7.2.b");
  type(value("7.2.b"), "96");
  apply(GoTo{Page::tasks});
  ASSERT_TRUE(view().task_detail);
  apply(SelectMeasure{"1.1-m3"}, CloseDocument{});
  restart();
  apply(ContinueDraft{view().start.drafts[0].id});
  EXPECT_EQ(view().page, Page::tasks);
  ASSERT_TRUE(view().task_detail);
  EXPECT_EQ(view().task_detail->id, "1.1-m3");
  apply(GoTo{Page::fill});
  EXPECT_EQ(view().detail->id, "7.2.b");
}

TEST_F(Drafts, ContinuingGoesBackToThePagesThatAreRead) {
  start();
  for (const Page page : {Page::units, Page::scheme}) {
    type(value("7.2.b"), page == Page::units ? "95" : "96");
    apply(GoTo{page}, CloseDocument{});
    restart();
    apply(ContinueDraft{view().start.drafts[0].id});
    EXPECT_EQ(view().page, page);
  }
}

TEST_F(Drafts, ContinuingShowsTheUnitOfLastTime) {
  start();
  type(value("7.2.b"), "95");
  apply(GoTo{Page::units});
  const std::string first = view().units.id;
  std::vector<std::string> others;
  for (const UnitRow& row : view().units.rows) {
    if (row.kind == UnitRow::Kind::unit && row.id != first) others.push_back(row.id);
  }
  ASSERT_GE(others.size(), 2U);
  for (const std::string& unit : {others[0], others.back()}) {
    apply(GoTo{Page::units}, SelectUnit{unit});
    type(value("7.2.b"), unit == others[0] ? "96" : "97");
    apply(CloseDocument{});
    restart();
    apply(ContinueDraft{view().start.drafts[0].id});
    EXPECT_EQ(view().page, Page::units);
    EXPECT_EQ(view().units.id, unit);
  }
  // Of a scheme that has it no more, or kept before units were.
  for (const char* words : {"units 7.2.b 1.1-m3 no.such.unit", "units 7.2.b 1.1-m3", "units   ", "units"}) {
    platform.drafts.begin()->second.view = words;
    restart();
    apply(ContinueDraft{view().start.drafts[0].id});
    EXPECT_EQ(view().page, Page::units) << words;
    EXPECT_EQ(view().units.id, first) << words;
  }
}

TEST_F(Drafts, ContinuingAfterHelpGoesToThePageItWasReadFrom) {
  start();
  apply(GoTo{Page::fill}, SelectIndicator{"7.2.b"});
  type(value("7.2.b"), "95");
  apply(GoTo{Page::help}, CloseDocument{});
  restart();
  apply(ContinueDraft{view().start.drafts[0].id});
  EXPECT_EQ(view().page, Page::fill);
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->id, "7.2.b");
}

TEST_F(Drafts, APlaceThatIsNoLongerThereIsTheOverview) {
  start();
  type(value("7.2.b"), "95");
  for (const char* words : {"", "nonsense", "fill 99.z", "tasks a b c", "fill", "start", "help 7.2.b"}) {
    platform.drafts.begin()->second.view = words;
    restart();
    apply(ContinueDraft{view().start.drafts[0].id});
    EXPECT_EQ(shown("7.2.b"), "95") << words;
    EXPECT_NE(view().page, Page::start) << words;
    EXPECT_NE(view().page, Page::help) << words;
  }
}

TEST_F(Drafts, LookingAtADraftWritesNothing) {
  start();
  type(value("7.2.b"), "95");
  restart();
  const int put = platform.drafts_put;
  apply(ContinueDraft{view().start.drafts[0].id}, GoTo{Page::fill}, SelectIndicator{"8.1.a"}, CloseDocument{});
  EXPECT_EQ(platform.drafts_put, put) << "another window may be writing it";
}

TEST_F(Drafts, DeletingAsksAlsoWhenThereIsAFile) {
  start();
  type(value("7.2.b"), "95");
  save();
  apply(CloseDocument{});
  apply(DiscardDraft{view().start.drafts[0].id});
  ASSERT_TRUE(view().prompt);
  EXPECT_NE(view().prompt->text.find("文件不受影响"), std::string::npos);
  apply(AnswerPrompt{0});
  EXPECT_TRUE(platform.drafts.empty());
}

// ---- what cannot be read ----

TEST_F(Drafts, ADraftThatCannotBeReadIsListedExportedAndDeletedOnlyWhenAsked) {
  start();
  type(value("7.2.b"), "1");
  const std::string half = platform.drafts.begin()->second.assessment.substr(0, 30);
  platform.drafts.begin()->second.assessment = half;
  Draft foreign;
  foreign.id = "#7";
  foreign.assessment = R"({"some":"thing"})";
  foreign.readable = false;
  platform.drafts["#7"] = foreign;
  restart();
  ASSERT_EQ(view().start.drafts.size(), 2U);
  for (const StartModel::DraftEntry& draft : std::vector(view().start.drafts)) {
    EXPECT_FALSE(draft.readable);
    EXPECT_NE(draft.filled.find("读不出来"), std::string::npos);
    EXPECT_FALSE(draft.title.empty());
    apply(ExportDraft{draft.id});
    EXPECT_EQ(platform.saved.back().bytes, draft.id == "#7" ? foreign.assessment : half) << "byte for byte";
    EXPECT_EQ(platform.saved_ways.back(), SaveWay::elsewhere);
    session->saved(platform.saved.back().name);
    EXPECT_NE(notice().find("已导出为"), std::string::npos);
  }
  EXPECT_EQ(platform.drafts.size(), 2U);
  apply(ContinueDraft{"#7"});
  EXPECT_EQ(view().page, Page::start);
  apply(DiscardDraft{"#7"});
  ASSERT_TRUE(view().prompt);
  apply(AnswerPrompt{0});
  EXPECT_EQ(platform.drafts.size(), 1U);
  EXPECT_EQ(view().start.drafts.size(), 1U);
}

// ---- storage that fails ----

TEST_F(Drafts, StorageThatFailsIsToldOnceAndAgainWhenItRecovers) {
  start();
  session->storage_failed(StorageFailure::full);
  EXPECT_EQ(view().notice->kind, NoticeKind::warning);
  EXPECT_NE(notice().find("空间已满"), std::string::npos);
  EXPECT_NE(notice_lines().find("保存"), std::string::npos);
  apply(DismissNotice{});
  session->storage_failed(StorageFailure::full);
  EXPECT_FALSE(view().notice);
  type(value("7.2.b"), "95");
  EXPECT_EQ(view().top.state, "未保存（本机无法自动保存草稿）");
  session->storage_recovered();
  EXPECT_EQ(view().notice->kind, NoticeKind::success);
  EXPECT_EQ(view().top.state, "未保存");
  apply(DismissNotice{});
  session->storage_recovered();
  EXPECT_FALSE(view().notice);
  session->storage_failed(StorageFailure::refused);
  EXPECT_NE(notice().find("不允许"), std::string::npos);
}

TEST_F(Drafts, WithoutStorageClosedWorkStillCountsAsUnsaved) {
  start();
  session->storage_failed(StorageFailure::refused);
  type(value("7.2.b"), "95");
  session->open({{"别的.json", assessment_text("")}});
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(view().prompt->text.find("草稿已自动保存"), std::string::npos) << "that would not be true";
  apply(AnswerPrompt{1}, CloseDocument{});
  EXPECT_TRUE(session->unsaved()) << "leaving the page would lose it";
  session->storage_recovered();
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Drafts, WhatWasClearedIsKeptAgain) {
  start("450804");
  type(value("7.2.b"), "95");
  restart();
  start("450881");
  type(value("7.2.b"), "96");
  platform.drafts.clear();
  session->storage_cleared();
  EXPECT_EQ(platform.drafts.size(), 2U) << "also the one that was only listed";
  EXPECT_EQ(view().notice->kind, NoticeKind::warning);
  EXPECT_NE(notice_lines().find("存成文件"), std::string::npos);
}

TEST_F(Drafts, ReadingTheStorageAgainKeepsWhatIsWrittenHere) {
  start("450804");
  type(value("7.2.b"), "95");
  std::vector<Draft> older = platform.stored_drafts();
  type(value("7.2.b"), "96");
  Draft other = older.front();
  other.id = "other";
  older.push_back(other);
  session->set_drafts(older);
  apply(CloseDocument{});
  ASSERT_EQ(view().start.drafts.size(), 2U);
  for (const StartModel::DraftEntry& draft : std::vector(view().start.drafts)) {
    apply(ContinueDraft{draft.id});
    EXPECT_EQ(shown("7.2.b"), draft.id == "other" ? "95" : "96");
    apply(CloseDocument{});
  }
}

TEST_F(Drafts, TheSameWorkInBothWindowsNeedsNoCopy) {
  start();
  type(value("7.2.b"), "95");
  const Draft theirs = platform.drafts.begin()->second;
  session->draft_conflict(theirs.id, {theirs});
  EXPECT_FALSE(view().notice);
  EXPECT_EQ(platform.drafts.size(), 1U);
}

}  // namespace
}  // namespace luping::test
