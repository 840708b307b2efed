// The samples against assets/samples/EXPECTED.md, which was worked out by hand, without this program.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "assets/assets.h"
#include "core/analysis/gap.h"
#include "core/words/explain.h"
#include "support/repository.h"
#include "unit/assets/by_hand.h"

namespace luping {
namespace {

using test::by_hand;
using test::guigang;
using test::Hand;
using test::lines_of;

struct Judged {
  Assessment assessment;
  Evaluation evaluation;
};

Judged judge(const std::string& file) {
  Parsed<Assessment> parsed = parse_assessment(test::read_repository_file("assets/samples/" + file), file, guigang());
  EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  Judged judged;
  if (parsed.value) judged.assessment = *std::move(parsed.value);
  judged.evaluation = evaluate(guigang(), judged.assessment);
  return judged;
}

class SampleFiles : public testing::TestWithParam<const char*> {};

TEST_P(SampleFiles, EveryVerdictIsTheOneWorkedOutByHand) {
  const Hand hand = by_hand(GetParam());
  const Judged judged = judge(GetParam());
  ASSERT_EQ(hand.verdicts.size(), guigang().indicators.size());
  for (std::size_t i = 0; i < guigang().indicators.size(); ++i) {
    const std::string& id = guigang().indicators[i].id;
    EXPECT_EQ(token_of(judged.evaluation.indicators[i].result), hand.verdicts.at(id)) << id << ": " << hand.why.at(id);
  }
  for (const Result result : kAllResults) {
    EXPECT_EQ(judged.evaluation.counts[static_cast<std::size_t>(result)], hand.counts.at(std::string(token_of(result))))
        << token_of(result);
  }
  EXPECT_EQ(token_of(judged.evaluation.conclusion), hand.conclusion);
}

// "gap −2.8" and "lever: 4 villages more" of the page, in figures. A positive gap there is the miss where lower is better.
TEST_P(SampleFiles, GapsAndLeversAreThoseWorkedOutByHand) {
  const Hand hand = by_hand(GetParam());
  const Judged judged = judge(GetParam());
  const std::regex gap_text("gap (−?)([0-9.]+[0-9]|[0-9])");
  const std::regex lever_text("lever: ([0-9]+) [a-z]+ (more|less)|lever: ([0-9]+) points more");
  for (std::size_t i = 0; i < guigang().indicators.size(); ++i) {
    const Indicator& indicator = guigang().indicators[i];
    const std::string& why = hand.why.at(indicator.id);
    std::smatch match;
    if (std::regex_search(why, match, gap_text)) {
      const std::optional<Gap> gap = gap_of(indicator.rule, judged.evaluation.indicators[i].trace);
      ASSERT_TRUE(gap) << indicator.id;
      EXPECT_EQ(to_text(gap->distance.abs(), 6, Rounding::half_even), match[2].str()) << indicator.id << ": " << why;
      EXPECT_FALSE(gap->distance > Rational()) << indicator.id;
    }
    if (std::regex_search(why, match, lever_text)) {
      const std::optional<Lever> lever = find_lever(guigang(), judged.assessment, indicator);
      ASSERT_TRUE(lever) << indicator.id;
      const std::string amount = match[1].matched ? match[1].str() : match[3].str();
      const std::string expected = match[2] == "less" ? "-" + amount : amount;
      EXPECT_EQ(to_text(lever->change, 0, Rounding::half_even), expected) << indicator.id << ": " << why;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Files, SampleFiles,
                         testing::Values("sample-450804-2023.assessment.json", "sample-450881-2023.assessment.json"),
                         [](const auto& file) { return file.index == 0 ? "Gaps" : "Good"; });

TEST(Samples, MeasuresAreThoseCountedByHand) {
  const auto count = [](const Judged& judged, Result result) {
    return std::count(judged.evaluation.measures.begin(), judged.evaluation.measures.end(), result);
  };
  const Judged gaps = judge("sample-450804-2023.assessment.json");
  EXPECT_EQ(count(gaps, Result::pass), 100);
  EXPECT_EQ(count(gaps, Result::fail), 14);
  EXPECT_EQ(count(gaps, Result::notchecked), 5);
  EXPECT_EQ(count(gaps, Result::notapplicable), 1);
  const Judged good = judge("sample-450881-2023.assessment.json");
  EXPECT_EQ(count(good, Result::pass), 118);
  EXPECT_EQ(count(good, Result::notapplicable), 2);
}

// The page's gates: "must fail (19 of 34), …".
TEST(Samples, GatesAreThoseCountedByHand) {
  const auto tally = [](const Judged& judged) {
    std::string text;
    for (const GateOutcome& gate : judged.evaluation.gates)
      text += std::string(token_of(gate.result)) + " " + std::to_string(gate.passed) + "/" +
              std::to_string(gate.applicable) + ";";
    return text;
  };
  EXPECT_EQ(tally(judge("sample-450804-2023.assessment.json")), "fail 19/34;fail 0/4;fail 18/27;fail 1/7;");
  EXPECT_EQ(tally(judge("sample-450881-2023.assessment.json")), "pass 35/35;pass 4/4;pass 26/26;fail 4/7;");
}

TEST(Samples, TheTargetsTheyCarryAreThoseOfThePack) {
  const Parsed<TargetPack> pack = parse_targets(test::read_repository_file(test::kTargetsFile), "targets", guigang());
  ASSERT_TRUE(pack.value) << lines_of(pack.diagnostics);
  for (const char* file : {"sample-450804-2023.assessment.json", "sample-450881-2023.assessment.json"}) {
    const Judged judged = judge(file);
    Assessment adopted = judged.assessment;
    adopted.targets.clear();
    adopt_targets(adopted, *pack.value);
    const Evaluation again = evaluate(guigang(), adopted);
    for (std::size_t i = 0; i < again.indicators.size(); ++i)
      EXPECT_EQ(again.indicators[i].result, judged.evaluation.indicators[i].result) << guigang().indicators[i].id;
  }
}

TEST(Assets, AreTheFilesOfTheRepository) {
  ASSERT_FALSE(assets::schemes().empty());
  for (const assets::Asset& asset : assets::schemes())
    EXPECT_EQ(asset.bytes, test::read_repository_file("assets/schemes/" + std::string(asset.name)));
  EXPECT_EQ(assets::schemes().front().name, "guigang-2023.scheme.json");  // the one a start offers first
  EXPECT_EQ(assets::samples().size(), 5U);
  for (const assets::Asset& asset : assets::samples())
    EXPECT_EQ(asset.bytes, test::read_repository_file("assets/samples/" + std::string(asset.name)));
}

// Nothing an official signs may read as unfinished: every sentence of both samples, in both languages.
TEST(Samples, EverySentenceIsWhole) {
  for (const char* file : {"sample-450804-2023.assessment.json", "sample-450881-2023.assessment.json"}) {
    const Judged judged = judge(file);
    for (std::size_t i = 0; i < guigang().indicators.size(); ++i) {
      const std::string text =
          explain(guigang(), judged.assessment, guigang().indicators[i], judged.evaluation.indicators[i], Language::zh);
      EXPECT_TRUE(text.ends_with("。") || text.ends_with("）")) << text;
      for (const char* bad : {"  ", "，，", "。。", "，。", "{", "（）", "“”", "。，"})
        EXPECT_EQ(text.find(bad), std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace luping
