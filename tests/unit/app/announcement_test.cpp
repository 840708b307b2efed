// What assistive technology is told: the verdict that changed, once, when the field is left.
#include "app/announcement.h"
#include "session_fixture.h"

namespace luping::test {
namespace {

using Announcement = SessionTest;

TEST_F(Announcement, SaysTheVerdictWhenTheFieldIsLeft) {
  start();
  EXPECT_EQ(view().announcement, "");
  apply(Edit{value("2.2.a"), "1.5"});
  EXPECT_EQ(view().announcement, "") << "not while typing";
  apply(EndEdit{});
  EXPECT_EQ(view().announcement.rfind("水质达到或优于Ⅲ类比例提高幅度：由未填报变为", 0), 0U) << view().announcement;
}

TEST_F(Announcement, SaysTheWayBackToo) {
  open_gaps_sample();
  EXPECT_EQ(view().announcement, "") << "what a file holds is no change";
  type(input("1.1.d", "ecology"), "25");
  const std::string first = view().announcement;
  EXPECT_NE(first.find("由未达标变为达标"), std::string::npos) << first;
  apply(GoTo{Page::overview});
  EXPECT_EQ(view().announcement, first) << "nothing else changed";
  apply(Undo{});
  EXPECT_NE(view().announcement.find("由达标变为未达标"), std::string::npos) << view().announcement;
}

TEST_F(Announcement, ManyAreCountedAndTheConclusionComesLast) {
  const Scheme& scheme = guigang();
  Heard before{"d", std::vector<Result>(scheme.indicators.size(), Result::notchecked), Result::notchecked};
  Heard now{"d", std::vector<Result>(scheme.indicators.size(), Result::pass), Result::pass};
  const std::string words = changes_in_words(scheme, before, now);
  EXPECT_NE(words.find("共 74 项指标的判定有变化。总结论：由未填报变为达标。"), std::string::npos) << words;
  now.document = "another";
  EXPECT_EQ(changes_in_words(scheme, before, now), "");
}

}  // namespace
}  // namespace luping::test
