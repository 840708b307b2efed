// Another window works on the same draft: told at opening, and nothing is overwritten whatever the person chooses.
#include "session_fixture.h"

namespace luping::test {
namespace {

class Windows : public SessionTest {
 protected:
  /// A draft with 95, and a second window that has just opened it: the first one still holds it.
  Windows() {
    start();
    type(value("7.2.b"), "95");
    id = platform.drafts.begin()->first;
    restart();
    apply(ContinueDraft{id}, GoTo{Page::fill}, SelectIndicator{"7.2.b"});
    EXPECT_EQ(platform.held, id);
    session->draft_taken(id);
    put = platform.drafts_put;
  }

  /// The first window goes on.
  void first_window_writes(const std::string& figure) {
    std::string& text = platform.drafts[id].assessment;
    text.replace(text.find("\"95\""), 4, "\"" + figure + "\"");
  }

  std::string id;
  int put = 0;
};

TEST_F(Windows, TheSecondWindowIsAskedAndMeanwhileChangesNothing) {
  ASSERT_TRUE(view().prompt);
  EXPECT_EQ(view().prompt->answers, (std::vector<std::string>{"只读打开", "作为副本打开", "取消"}));
  type(value("7.2.b"), "1");
  EXPECT_EQ(shown("7.2.b"), "95");
  EXPECT_EQ(platform.drafts_put, put);
}

TEST_F(Windows, ReadOnlyNothingChangesWhateverIsAskedFor) {
  apply(AnswerPrompt{0});
  ASSERT_TRUE(view().read_only);
  EXPECT_FALSE(view().read_only->can_take_over);
  EXPECT_EQ(view().top.state, "只读");
  EXPECT_FALSE(session->unsaved()) << "leaving need not ask";
  type(value("7.2.b"), "1");
  apply(AddEvidence{"7.2.b"}, Edit{{FieldKind::not_applicable, "8.1.a", {}}, "没有"}, EndEdit{}, Undo{}, Redo{},
        MakeApplicable{"7.2.b"}, RemoveEvidence{"7.2.b", "e"}, CancelEdit{}, SaveFile{}, SaveFileAs{});
  session->open({{"目标.json", read_repository_file(kTargetsFile)}});
  EXPECT_EQ(notice(), "这里是只读打开，没有改动任何内容");
  session->open({{"体系.json", read_repository_file(kSchemeFile)}});
  EXPECT_EQ(notice(), "这里是只读打开，没有改动任何内容");
  EXPECT_EQ(shown("7.2.b"), "95");
  EXPECT_FALSE(view().top.can_undo);
  EXPECT_TRUE(platform.saved.empty());
  apply(GoTo{Page::overview}, CloseDocument{});
  EXPECT_EQ(platform.drafts_put, put);
  EXPECT_EQ(platform.held, "");
  // Something else can be worked on.
  start("450881");
  EXPECT_FALSE(view().read_only);
  type(value("7.2.b"), "90");
  EXPECT_EQ(shown("7.2.b"), "90");
}

TEST_F(Windows, LookingAroundStillWorks) {
  apply(AnswerPrompt{0}, GoTo{Page::fill}, SelectIndicator{"8.1.a"}, Edit{{FieldKind::search, {}, {}}, "污水"});
  EXPECT_EQ(view().search, "污水");
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->id, "8.1.a");
}

TEST_F(Windows, TakingOverGoesOnWithWhatTheOtherWindowLeft) {
  apply(AnswerPrompt{0}, TakeOver{});
  EXPECT_TRUE(view().read_only) << "it is still there";
  first_window_writes("97");
  session->draft_free(id);
  ASSERT_TRUE(view().read_only);
  EXPECT_TRUE(view().read_only->can_take_over);
  apply(TakeOver{});
  EXPECT_EQ(platform.reloads, 1);
  session->set_drafts(platform.stored_drafts());
  EXPECT_FALSE(view().read_only);
  EXPECT_EQ(view().page, Page::fill) << "where one was";
  EXPECT_EQ(view().detail->id, "7.2.b");
  EXPECT_EQ(shown("7.2.b"), "97");
  type(value("7.2.b"), "98");
  EXPECT_EQ(platform.drafts.size(), 1U);
  EXPECT_NE(platform.drafts[id].assessment.find("\"98\""), std::string::npos);
}

TEST_F(Windows, TakingOverWhatWasDeletedMeanwhileKeepsWhatIsOnTheScreen) {
  apply(AnswerPrompt{0});
  platform.drafts.clear();
  session->draft_free(id);
  apply(TakeOver{});
  session->set_drafts({});
  EXPECT_FALSE(view().read_only);
  EXPECT_EQ(shown("7.2.b"), "95");
  type(value("8.1.a"), "60");
  EXPECT_EQ(platform.drafts.size(), 1U);
}

TEST_F(Windows, ACopyIsADraftOfItsOwn) {
  apply(AnswerPrompt{1});
  EXPECT_FALSE(view().read_only);
  EXPECT_EQ(platform.drafts.size(), 2U);
  EXPECT_NE(platform.held, id);
  type(value("7.2.b"), "96");
  EXPECT_NE(platform.drafts[id].assessment.find("\"95\""), std::string::npos);
  EXPECT_TRUE(session->unsaved());
  apply(CloseDocument{});
  ASSERT_EQ(view().start.drafts.size(), 2U);
  EXPECT_EQ(view().start.drafts[0].title, "覃塘区 · 2023 年自评（副本）");
}

TEST_F(Windows, CallingOffGoesBackToTheStartPage) {
  apply(AnswerPrompt{2});
  EXPECT_EQ(view().page, Page::start);
  EXPECT_EQ(platform.held, "");
  EXPECT_EQ(platform.drafts_put, put);
}

TEST_F(Windows, AnswersThatComeLateAreOfNoConcern) {
  apply(AnswerPrompt{2});
  session->draft_taken(id);
  session->draft_free(id);
  EXPECT_FALSE(view().prompt);
  EXPECT_FALSE(view().read_only);
}

}  // namespace
}  // namespace luping::test
