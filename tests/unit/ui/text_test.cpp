// Chinese line breaking. The test font is a ruler: a Chinese character is one em wide, a Latin one half.
#include "ui/text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "headless.h"
#include "sample_model.h"

namespace luping::ui {
namespace {

class LineBreaking : public ::testing::Test {
 protected:
  /// The lines of a text `ems` characters wide.
  std::vector<std::string> lines(std::string_view text, float ems) {
    ImGui::NewFrame();
    const TextStyle style{ImGui::GetIO().Fonts->Fonts[0], 10, 0};
    std::vector<std::string> result;
    while (!text.empty()) {
      const std::size_t end = line_break(text, style, ems * 10);
      result.emplace_back(text.substr(0, end));
      text.remove_prefix(end);
    }
    ImGui::EndFrame();
    return result;
  }

  ui_test::Screen screen_{ui_test::start_model()};
};

using Lines = std::vector<std::string>;

TEST_F(LineBreaking, FillsLines) { EXPECT_EQ(lines("一二三四五六七八九十", 5), (Lines{"一二三四五", "六七八九十"})); }

TEST_F(LineBreaking, NoLineBeginsWithClosingPunctuation) {
  EXPECT_EQ(lines("一二三四五。七八九十", 5), (Lines{"一二三四", "五。七八九", "十"}));
}

TEST_F(LineBreaking, NoLineEndsWithAnOpeningMark) {
  EXPECT_EQ(lines("一二三四《六七八》九十甲乙", 5), (Lines{"一二三四", "《六七八》", "九十甲乙"}));
}

TEST_F(LineBreaking, NumbersStayWholeAndWithTheirUnit) {
  EXPECT_EQ(lines("治理率达到97.25以上的村", 7), (Lines{"治理率达到", "97.25以上的村"}));
  EXPECT_EQ(lines("还需治理 12 个行政村", 6), (Lines{"还需治理 ", "12 个行政村"}));
}

TEST_F(LineBreaking, ASignStaysWithItsNumber) { EXPECT_EQ(lines("要求 ≥ 2012345", 6), (Lines{"要求 ", "≥ 2012345"})); }

TEST_F(LineBreaking, ACompoundUnitStaysWithItsNumber) {
  EXPECT_EQ(lines("本年现状值为 173 立方米/万元（上年为 180 立方米/万元）", 13),
            (Lines{"本年现状值为 ", "173 立方米/万元（上年为 ", "180 立方米/万元）"}));
  EXPECT_EQ(lines("现状值 173 立方米/万元（高于上年的 169 立方米/万元），未达到要求。", 20),
            (Lines{"现状值 173 立方米/万元（高于上年的 ", "169 立方米/万元），未达到要求。"}));
}

TEST_F(LineBreaking, ASlashInProseDrawsNoBreak) {
  EXPECT_EQ(lines("一二三四五/六七八九十甲乙丙丁，一二三四五", 11),
            (Lines{"一二三四五/六七八九十", "甲乙丙丁，一二三四五"}));
}

TEST_F(LineBreaking, AUnitAloneBreaksAfterItsSlash) {
  EXPECT_EQ(lines("立方米/万元", 4), (Lines{"立方米/", "万元"}));
  EXPECT_EQ(lines("吨标准煤/万元", 5), (Lines{"吨标准煤/", "万元"}));
  EXPECT_EQ(lines("≤ 70 立方米/万元", 7), (Lines{"≤ 70 立方米/", "万元"}));
}

TEST_F(LineBreaking, TheLastLineKeepsAFewCharacters) {
  EXPECT_EQ(lines("一二三四五六七八九十甲", 10), (Lines{"一二三四五六七", "八九十甲"}));
}

TEST_F(LineBreaking, AWordLongerThanTheLineIsCutAnywhere) { EXPECT_EQ(lines("abcdefghijkl", 3).front(), "abcdef"); }

TEST_F(LineBreaking, DamagedTextEnds) {
  EXPECT_FALSE(lines("\xE4\xB8", 3).empty());
  EXPECT_FALSE(lines("\xFF\xFE\x80", 3).empty());
}

}  // namespace
}  // namespace luping::ui
