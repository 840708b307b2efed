#include "cli/table.h"

#include <gtest/gtest.h>

namespace luping::cli {
namespace {

TEST(Table, Width) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("覃塘区"), 6U);
  EXPECT_EQ(display_width("PM2.5浓度"), 9U);
  EXPECT_EQ(display_width("（一）"), 6U);
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U) << "a combining mark takes no room";
  EXPECT_EQ(display_width("𠮷"), 2U);
  EXPECT_EQ(display_width("🌿"), 2U);
  EXPECT_EQ(display_width("✓ ≥ ○"), 5U);
  EXPECT_EQ(display_width("\xE4\xB8"), 1U) << "a cut character is no crash";
  EXPECT_EQ(display_width("\xFF\x80"), 1U);
}

TEST(Table, ColumnsAlign) {
  EXPECT_EQ(format_table({{"a", "覃塘区", "x"}, {"bcd", "e", "y"}}), "  a    覃塘区  x\n  bcd  e       y\n");
}

TEST(Table, NothingBehindALine) {
  EXPECT_EQ(format_table({{"a", "b"}, {"c", ""}, {"", ""}}), "  a  b\n  c\n\n");
  EXPECT_EQ(format_table({}), "");
}

}  // namespace
}  // namespace luping::cli
