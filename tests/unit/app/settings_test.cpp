// What a person sets for the screen outlives the page, and what was kept by another version does no harm.
#include "app/settings.h"

#include "session_fixture.h"

namespace luping::test {
namespace {

TEST(Settings, AreReadBackAsWritten) {
  for (const Settings& one : {Settings{}, Settings{150, true, true}, Settings{90, false, true}})
    EXPECT_EQ(read_settings(write_settings(one), {}), one);
}

TEST(Settings, WhatCannotBeReadStaysAsItWas) {
  const Settings mine{125, true, false};
  for (const char* text :
       {"", "   ", "font", "font=", "font=big", "font=12x", "contrast=loud", "later=1", "=", "font==9"})
    EXPECT_EQ(read_settings(text, mine), mine) << text;
  EXPECT_EQ(read_settings("font=900", mine).font_percent, 150);
  EXPECT_EQ(read_settings("font=-5", mine).font_percent, 90);
  EXPECT_EQ(read_settings("later=1 font=110", mine).font_percent, 110);
}

class KeptSettings : public SessionTest {
 protected:
  void start_again(bool machine_wants_contrast = false) {
    restart();
    session->set_settings(platform.settings, machine_wants_contrast);
  }
};

TEST_F(KeptSettings, ComeBackAtTheNextStart) {
  EXPECT_EQ(view().font_percent, 100);
  EXPECT_FALSE(view().high_contrast);
  apply(SetFontScale{125});
  apply(SetHighContrast{true});
  start_again();
  EXPECT_EQ(view().font_percent, 125);
  EXPECT_TRUE(view().high_contrast);
  EXPECT_TRUE(session->settings().high_contrast);
}

TEST_F(KeptSettings, TheMachineDecidesUntilThePersonDoes) {
  start_again(true);
  EXPECT_TRUE(view().high_contrast);
  apply(SetHighContrast{false});
  start_again(true);
  EXPECT_FALSE(view().high_contrast);
}

TEST_F(KeptSettings, TheHintAboutFillingIsPutAwayForGood) {
  start();
  ASSERT_EQ(view().page, Page::fill);
  EXPECT_FALSE(view().fill.hint.empty());
  apply(PutAwayHint{});
  EXPECT_TRUE(view().fill.hint.empty());
  start_again();
  start();
  EXPECT_TRUE(view().fill.hint.empty());
}

TEST_F(KeptSettings, StayWhenAnotherDocumentOpens) {
  apply(SetHighContrast{true});
  open_gaps_sample();
  EXPECT_TRUE(view().high_contrast);
  EXPECT_EQ(platform.drafts_put, 0);
}

}  // namespace
}  // namespace luping::test
