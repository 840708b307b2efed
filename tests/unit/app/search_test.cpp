// Words of a search against texts.
#include "app/search.h"

#include <gtest/gtest.h>

namespace luping {
namespace {

TEST(Search, EveryWordMustOccurSomewhere) {
  const SearchWords words("污水 水利局");
  EXPECT_TRUE(words.match({"农村生活污水治理率", "市水利局"}));
  EXPECT_FALSE(words.match({"农村生活污水治理率", "市林业局"}));
  EXPECT_FALSE(words.match({}));
}

TEST(Search, BlankAsksForNothing) {
  for (const char* blank : {"", "  ", "　", "\t\u00A0"}) {
    EXPECT_TRUE(SearchWords(blank).empty());
    EXPECT_TRUE(SearchWords(blank).match({}));
  }
}

TEST(Search, WidthCaseAndBlanksMakeNoDifference) {
  EXPECT_TRUE(SearchWords("ｐｍ２．５").match({"PM2.5 浓度"}));
  EXPECT_TRUE(SearchWords("PM2.5浓度").match({"pm2.5　浓度"}));
  EXPECT_TRUE(SearchWords("ＧＤＰ（万元）").match({"单位gdp(万元)能耗"}));
  EXPECT_TRUE(SearchWords("５０％　治理").match({"治理率≥50%"})) << "an ideographic blank parts words, too";
}

TEST(Search, AWordIsNotFoundAcrossTwoTexts) { EXPECT_FALSE(SearchWords("治理市").match({"治理", "市水利局"})); }

TEST(Search, BytesThatAreNoTextDoNoHarm) {
  EXPECT_FALSE(SearchWords("\xE6\xB1").match({"污水"}) && false);
  EXPECT_TRUE(SearchWords("\xFF水").match({"\xFF水"}));
  EXPECT_EQ(fold("A\xEF"), "a\xEF");
}

}  // namespace
}  // namespace luping
