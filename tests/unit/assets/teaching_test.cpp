// The teaching scheme and its filled sample, against assets/samples/EXPECTED.md, which was worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "core/analysis/gap.h"
#include "unit/assets/by_hand.h"

namespace luping {
namespace {

using test::by_hand;
using test::Hand;
using test::lines_of;
using test::read_repository_file;

constexpr const char* kSample = "teaching-990101-2023.assessment.json";

const Scheme& teaching() {
  static const Scheme scheme = [] {
    Parsed<Scheme> parsed = parse_scheme(read_repository_file("assets/schemes/teaching.scheme.json"), "teaching");
    EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
    return parsed.value ? *std::move(parsed.value) : Scheme{};
  }();
  return scheme;
}

Assessment sample() {
  Parsed<Assessment> parsed =
      parse_assessment(read_repository_file(std::string("assets/samples/") + kSample), kSample, teaching());
  EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  return parsed.value ? *std::move(parsed.value) : Assessment{};
}

TEST(Teaching, EveryVerdictIsTheOneWorkedOutByHand) {
  const Hand hand = by_hand(kSample);
  const Evaluation evaluation = evaluate(teaching(), sample());
  ASSERT_FALSE(teaching().indicators.empty());
  ASSERT_EQ(hand.verdicts.size(), teaching().indicators.size());
  for (std::size_t i = 0; i < teaching().indicators.size(); ++i) {
    const std::string& id = teaching().indicators[i].id;
    ASSERT_TRUE(hand.verdicts.contains(id)) << id;
    EXPECT_EQ(token_of(evaluation.indicators[i].result), hand.verdicts.at(id)) << id << ": " << hand.why.at(id);
  }
  for (const Result result : kAllResults) {
    const std::size_t count = evaluation.counts[static_cast<std::size_t>(result)];
    EXPECT_EQ(count, hand.counts.at(std::string(token_of(result)))) << token_of(result);
    EXPECT_GT(count, 0U) << "the sample shows no " << token_of(result);
  }
  EXPECT_EQ(token_of(evaluation.conclusion), hand.conclusion);
}

TEST(Teaching, GapsAreThoseWorkedOutByHand) {
  const Hand hand = by_hand(kSample);
  const Evaluation evaluation = evaluate(teaching(), sample());
  const std::regex gap_text("gap (?:−)?([0-9.]+[0-9]|[0-9])");
  std::size_t seen = 0;
  for (std::size_t i = 0; i < teaching().indicators.size(); ++i) {
    const Indicator& indicator = teaching().indicators[i];
    const std::string& why = hand.why.at(indicator.id);
    std::smatch match;
    if (!std::regex_search(why, match, gap_text)) continue;
    ++seen;
    const std::optional<Gap> gap = gap_of(indicator.rule, evaluation.indicators[i].trace);
    ASSERT_TRUE(gap) << indicator.id;
    EXPECT_EQ(to_text(gap->distance.abs(), 6, Rounding::half_even), match[1].str()) << indicator.id << ": " << why;
  }
  EXPECT_EQ(seen, 8U);
}

// The page's gates: "must fail (9 of 12), …".
TEST(Teaching, GatesAreThoseCountedByHand) {
  const Evaluation evaluation = evaluate(teaching(), sample());
  std::string text;
  for (std::size_t i = 0; i < evaluation.gates.size(); ++i) {
    const GateOutcome& gate = evaluation.gates[i];
    text += teaching().gates[i].id + " " + std::string(token_of(gate.result)) + " " + std::to_string(gate.passed) +
            "/" + std::to_string(gate.applicable) + ";";
  }
  EXPECT_EQ(text,
            "must fail 9/12;veto pass 2/2;strive pass 3/6;share pass 9/15;clauses fail 2/4;evidence notchecked 2/2;");
}

TEST(Teaching, TheEvidenceThatIsMissingIsThatOfOneIndicator) {
  const Evaluation evaluation = evaluate(teaching(), sample());
  std::vector<std::string> lacking;
  for (std::size_t i = 0; i < teaching().indicators.size(); ++i) {
    if (evaluation.indicators[i].evidence_missing) lacking.push_back(teaching().indicators[i].id);
  }
  EXPECT_EQ(lacking, std::vector<std::string>{"1.3"});
}

// Opening the pack gives the same verdicts as the copies the sample carries, and taking them away leaves nothing to judge by.
TEST(Teaching, ThePackIsWhatTheSampleCarries) {
  const Parsed<TargetPack> pack =
      parse_targets(read_repository_file("assets/samples/teaching-2023.targets.json"), "targets", teaching());
  ASSERT_TRUE(pack.value) << lines_of(pack.diagnostics);
  const Assessment carried = sample();
  Assessment bare = carried;
  bare.targets.clear();
  bare.externals.clear();
  Assessment adopted = bare;
  adopt_targets(adopted, *pack.value);
  const Evaluation with = evaluate(teaching(), carried);
  const Evaluation again = evaluate(teaching(), adopted);
  const Evaluation without = evaluate(teaching(), bare);
  std::vector<std::string> rest_on_the_pack;
  for (std::size_t i = 0; i < teaching().indicators.size(); ++i) {
    EXPECT_EQ(again.indicators[i].result, with.indicators[i].result) << teaching().indicators[i].id;
    if (without.indicators[i].result != with.indicators[i].result) {
      rest_on_the_pack.push_back(teaching().indicators[i].id);
      EXPECT_EQ(without.indicators[i].result, Result::unknown) << teaching().indicators[i].id;
    }
  }
  // 8.1 fails without its target, too: neither 90 nor a rise. 8.2 passes by its fall alone. 8.3 cannot be decided.
  EXPECT_EQ(rest_on_the_pack, (std::vector<std::string>{"2.1", "2.4", "4.1", "4.3", "8.3"}));
}

}  // namespace
}  // namespace luping
