// Four clauses as plans write them, as the teaching scheme states them: both sides of every boundary, exactly on it, every
// missing piece, and what the pieces make together. Each result is worked out by hand beside its row.
//
// all of: fail > error > unknown > notchecked > pass.   any of: pass > error > unknown > notchecked > fail.
#include <gtest/gtest.h>

#include <map>

#include "core/judge/evaluate.h"
#include "support/repository.h"

namespace luping {
namespace {

constexpr int kYear = 2023;

const Scheme& teaching() {
  static const Scheme scheme = [] {
    Parsed<Scheme> parsed = parse_scheme(test::read_repository_file("assets/schemes/teaching.scheme.json"), "teaching");
    EXPECT_TRUE(parsed.value) << test::lines_of(parsed.diagnostics);
    return parsed.value ? *std::move(parsed.value) : Scheme{};
  }();
  return scheme;
}

Assessment empty_assessment(const char* region = "990101") {
  Assessment assessment;
  assessment.scheme_id = "teaching";
  assessment.region = region;
  assessment.year = kYear;
  return assessment;
}

// An empty text is a figure that is not there.
void set_last_year(Answer& answer, const char* value) {
  if (*value != '\0') answer.history[std::to_string(kYear - 1)].value = value;
}
void assign(Assessment& assessment, const char* indicator, const char* input, const char* value,
            const char* direction) {
  if (*value == '\0') return;
  Target target;
  target.region = assessment.region;
  target.indicator = indicator;
  target.input = input;
  target.year = assessment.year;
  target.value = value;
  target.direction = direction;
  assessment.targets.push_back(target);
}

std::string judged(const Assessment& assessment, const char* id) {
  const Indicator* indicator = find_indicator(teaching(), id);
  EXPECT_NE(indicator, nullptr) << id;
  if (indicator == nullptr) return {};
  return std::string(token_of(evaluate_indicator(teaching(), assessment, *indicator, nullptr).result));
}

// 完成上级任务，并且达到90%以上或者持续提高: allOf[meetsTarget, anyOf[≥ 90, change > 0]]
TEST(Clauses, TargetAndNinetyOrRising) {
  struct Row {
    const char *value, *target, *last, *token;
    const char* direction = "";
  };
  const Row rows[] = {
      // Both halves known. T: value ≥ target. N: value ≥ 90. R: value − last > 0.
      {"90", "90", "90", "pass"},         // T 90 ≥ 90, N 90 ≥ 90, R 0 > 0 no: T and (N or R)
      {"90", "90.1", "80", "fail"},       // T 90 ≥ 90.1 no
      {"90.0", "85", "95", "pass"},       // T, N exactly on it, R −5 no: one of the two is enough
      {"89.99", "85", "89.99", "fail"},   // T, N 89.99 ≥ 90 no, R 0 > 0 no
      {"89.99", "85", "89.98", "pass"},   // T, N no, R 0.01 > 0
      {"89.99", "85", "90", "fail"},      // T, N no, R −0.01 no
      {"89.99", "89.99", "80", "pass"},   // T exactly on it, N no, R 9.99
      {"89.99", "90", "80", "fail"},      // T 89.99 ≥ 90 no, though R holds
      {"100", "100", "100", "pass"},      // T, N, R no
      {"0", "0", "0", "fail"},            // T 0 ≥ 0, N no, R 0 > 0 no
      {"0.3", "0.3", "0.29999", "pass"},  // T, N no, R 0.00001 > 0
      // The target is missing: T unknown.
      {"90", "", "80", "unknown"},  // unknown and pass
      {"80", "", "79", "unknown"},  // unknown and (fail or pass = pass)
      {"80", "", "80", "fail"},     // unknown and (fail or fail = fail): fail comes first
      {"80", "", "", "unknown"},    // unknown and (fail or unknown = unknown)
      // Last year's figure is missing: R unknown.
      {"90", "85", "", "pass"},       // T, N holds: R does not matter
      {"89.9", "85", "", "unknown"},  // T and (fail or unknown = unknown)
      {"84.9", "85", "", "fail"},     // T fails: the rest does not matter
      // Impossible figures.
      {"89.9", "85", "abc", "error"},  // T and (fail or error = error)
      {"90", "85", "abc", "pass"},     // T and (pass or error = pass)
      {"84", "85", "abc", "fail"},     // fail and (fail or error): fail comes first
      {"80", "abc", "79", "error"},    // error and pass
      {"101", "85", "80", "error"},    // a share above 100 %
      {"-1", "85", "80", "error"},     // a share below 0 %
      {"很好", "85", "80", "error"},   // no number
      // Nothing entered.
      {"", "85", "80", "notchecked"},
      {"", "", "", "notchecked"},
      // A target stated the wrong way round is never guessed at.
      {"95", "90", "90", "unknown", "atMost"},
      {"95", "90", "90", "pass", "atLeast"},
  };
  for (const Row& row : rows) {
    Assessment assessment = empty_assessment();
    assessment.answers["8.1"].value = row.value;
    set_last_year(assessment.answers["8.1"], row.last);
    assign(assessment, "8.1", "", row.target, row.direction);
    EXPECT_EQ(judged(assessment, "8.1"), row.token)
        << row.value << ", target " << row.target << ", last year " << row.last;
  }
}

// 低于全省平均的50%或者年降低5%: anyOf[< 0.5 × average, percent change ≤ −5]
TEST(Clauses, BelowHalfTheAverageOrFallenByFivePercent) {
  struct Row {
    const char *value, *average, *last, *token;
  };
  const Row rows[] = {
      // B: value < average ÷ 2. D: 100 × (value − last) ÷ last ≤ −5.
      {"60", "120", "60", "fail"},        // B 60 < 60 no, D 0 no
      {"59.99", "120", "59.99", "pass"},  // B 59.99 < 60
      {"60.01", "120", "60.01", "fail"},  // B no, D 0 no
      {"60.5", "121", "60.5", "fail"},    // half of 121 is 60.5: exactly half is not below
      {"60.4", "121", "60.4", "pass"},    // 60.4 < 60.5
      {"95", "120", "100", "pass"},       // B no, D −5 ≤ −5 exactly
      {"95.01", "120", "100", "fail"},    // B no, D −4.99
      {"94.99", "120", "100", "pass"},    // B no, D −5.01
      {"104.5", "120", "110", "pass"},    // B no, D 100 × −5.5 ÷ 110 = −5 exactly
      {"104.51", "120", "110", "fail"},   // B no, D −4.9909…
      {"2.85", "1", "3", "pass"},         // B no, D 100 × −0.15 ÷ 3 = −5 exactly
      {"50", "120", "100", "pass"},       // both
      {"110", "120", "100", "fail"},      // B no, D +10
      {"0", "120", "0", "pass"},          // B 0 < 60: D 0 ÷ 0 does not matter
      {"0", "0", "0", "unknown"},         // B 0 < 0 no, D 0 ÷ 0 unknown
      {"1", "1", "0", "error"},           // B 1 < 0.5 no, D 1 ÷ 0 impossible
      // A piece is missing.
      {"59", "120", "", "pass"},       // B holds: D does not matter
      {"61", "120", "", "unknown"},    // fail or unknown
      {"95", "", "100", "pass"},       // unknown or pass
      {"96", "", "100", "unknown"},    // unknown or fail
      {"96", "", "", "unknown"},       // unknown or unknown
      {"61", "abc", "100", "pass"},    // error or pass (D −39)
      {"99", "abc", "100", "error"},   // error or fail
      {"99", "abc", "", "error"},      // error or unknown: error comes first
      {"61", "120", "-100", "error"},  // last year's figure cannot be below 0: fail or error
      {"", "120", "100", "notchecked"},
      {"-1", "120", "100", "error"},
  };
  for (const Row& row : rows) {
    Assessment assessment = empty_assessment();
    assessment.answers["8.2"].value = row.value;
    set_last_year(assessment.answers["8.2"], row.last);
    if (*row.average != '\0') {
      ExternalValue average;
      average.id = "province-water";
      average.year = kYear;
      average.value = row.average;
      assessment.externals.push_back(average);
    }
    EXPECT_EQ(judged(assessment, "8.2"), row.token)
        << row.value << ", average " << row.average << ", last year " << row.last;
  }
}

TEST(Clauses, TheAverageIsThatOfTheYearAndTheRegionsOwnComesFirst) {
  Assessment assessment = empty_assessment();
  assessment.answers["8.2"].value = "59";
  set_last_year(assessment.answers["8.2"], "59");
  ExternalValue average;
  average.id = "province-water";
  average.year = kYear - 1;
  average.value = "120";
  assessment.externals = {average};
  EXPECT_EQ(judged(assessment, "8.2"), "unknown");  // another year's figure is none
  average.year = kYear;
  assessment.externals = {average};
  EXPECT_EQ(judged(assessment, "8.2"), "pass");  // 59 < 60
  ExternalValue own = average;
  own.region = "990101";
  own.value = "118";
  assessment.externals = {average, own};
  EXPECT_EQ(judged(assessment, "8.2"), "fail");  // 59 < 59 does not hold
  own.region = "990102";
  assessment.externals = {average, own};
  EXPECT_EQ(judged(assessment, "8.2"), "pass");  // another region's figure is none of ours
}

// ≤ 0.70 且总量不超过控制目标: allOf[≤ 0.70, meetsTarget of the input, at most]
TEST(Clauses, IntensityAndTheTotalBelowItsTarget) {
  struct Row {
    const char *energy, *output, *target, *token;
    const char* direction = "";
  };
  const Row rows[] = {
      // I: energy ÷ output ≤ 0.70. C: energy ≤ target.
      {"70000", "100000", "70000", "pass"},        // I 0.7 exactly, C exactly
      {"70000", "100000", "69999.99", "fail"},     // I holds, C 70000 ≤ 69999.99 no
      {"70000", "100000", "70000.01", "pass"},     // I, C
      {"70000.01", "100000", "80000", "fail"},     // I 0.7000001 ≤ 0.7 no, C holds
      {"69999.99", "100000", "69999.99", "pass"},  // I 0.6999999, C exactly
      {"70000", "99999.99", "80000", "fail"},      // I 0.70000007
      {"2.1", "3", "2.1", "pass"},                 // 2.1 ÷ 3 = 0.7 exactly, in doubles a little less or more
      {"0.07", "0.1", "1", "pass"},                // 0.7 exactly
      {"80000", "100000", "70000", "fail"},        // neither
      {"0", "100000", "0", "pass"},                // 0 ≤ 0.7, 0 ≤ 0
      // A target for the value itself is not one for the total: see the test below. No target: C unknown.
      {"70000", "100000", "", "unknown"},  // pass and unknown
      {"70001", "100000", "", "fail"},     // fail and unknown: fail comes first
      // The output is missing: the value cannot be computed, I unknown.
      {"70000", "", "70000", "unknown"},  // unknown and pass
      {"70000", "", "69000", "fail"},     // unknown and fail
      {"70000", "", "", "unknown"},       // unknown and unknown
      // The total is missing: C notchecked, I unknown.
      {"", "100000", "70000", "unknown"},  // unknown comes before notchecked
      {"", "100000", "", "unknown"},
      // Nothing entered.
      {"", "", "70000", "notchecked"},
      {"", "", "", "notchecked"},
      // Impossible figures.
      {"70000", "0", "70000", "error"},      // ÷ 0 and pass
      {"70000", "0", "69000", "fail"},       // ÷ 0 and fail: fail comes first
      {"0", "0", "0", "unknown"},            // 0 ÷ 0 and pass
      {"-1", "100000", "70000", "error"},    // below the input's minimum, in both
      {"70000", "100000", "abc", "error"},   // pass and error
      {"七万", "100000", "70000", "error"},  // no number
      // Units: 7 万吨标准煤 = 70000 吨标准煤, 10 亿元 = 100000 万元.
      {"7 万吨标准煤", "10 亿元", "70000", "pass"},          // I 0.7, C exactly
      {"7.1 万吨标准煤", "10 亿元", "80000", "fail"},        // I 0.71
      {"7 万吨标准煤", "100000", "6.9 万吨标准煤", "fail"},  // C 70000 ≤ 69000 no
      {"7 公顷", "100000", "70000", "error"},                // a unit of another kind
      // A target stated the wrong way round.
      {"60000", "100000", "70000", "unknown", "atLeast"},
      {"60000", "100000", "70000", "pass", "atMost"},
  };
  for (const Row& row : rows) {
    Assessment assessment = empty_assessment();
    Answer& answer = assessment.answers["8.3"];
    if (*row.energy != '\0') answer.inputs["energy"] = row.energy;
    if (*row.output != '\0') answer.inputs["output"] = row.output;
    assign(assessment, "8.3", "energy", row.target, row.direction);
    EXPECT_EQ(judged(assessment, "8.3"), row.token) << row.energy << " by " << row.output << ", target " << row.target;
  }
}

TEST(Clauses, ATargetOfTheValueIsNoneOfTheTotal) {
  Assessment assessment = empty_assessment();
  assessment.answers["8.3"].inputs = {{"energy", "60000"}, {"output", "100000"}};
  assign(assessment, "8.3", "", "70000", "atMost");
  EXPECT_EQ(judged(assessment, "8.3"), "unknown");
  assign(assessment, "8.3", "energy", "59999", "atMost");
  EXPECT_EQ(judged(assessment, "8.3"), "fail");
}

// The finished figure instead of the two totals: the intensity can be judged, the total has not been entered.
TEST(Clauses, AFinishedIntensityLeavesTheTotalOpen) {
  Assessment assessment = empty_assessment();
  assign(assessment, "8.3", "energy", "70000", "atMost");
  assessment.answers["8.3"].value = "0.70";
  EXPECT_EQ(judged(assessment, "8.3"), "notchecked");  // pass and notchecked
  assessment.answers["8.3"].value = "0.71";
  EXPECT_EQ(judged(assessment, "8.3"), "fail");  // fail and notchecked
  assessment.answers["8.3"].entry = "value";
  assessment.answers["8.3"].value = "0.70";
  assessment.answers["8.3"].inputs["energy"] = "70000";
  EXPECT_EQ(judged(assessment, "8.3"), "pass");  // 0.70 as typed, 70000 ≤ 70000
  assessment.answers["8.3"].inputs["energy"] = "70000.1";
  EXPECT_EQ(judged(assessment, "8.3"), "fail");
}

// 山区≥60%，丘陵地区≥40%，平原地区≥18%: choose by terrain
TEST(Clauses, ByTerrain) {
  struct Row {
    const char *terrain, *value, *token;
  };
  const Row rows[] = {
      {"山区", "60", "pass"},        {"山区", "59.99", "fail"},     {"山区", "60.01", "pass"},
      {"山区", "40", "fail"},        {"山区", "18", "fail"},  // the figures of the other terrains do not count
      {"丘陵地区", "40", "pass"},    {"丘陵地区", "39.99", "fail"}, {"丘陵地区", "40.0", "pass"},
      {"丘陵地区", "59", "pass"},    {"平原地区", "18", "pass"},    {"平原地区", "17.99", "fail"},
      {"平原地区", "18.00", "pass"}, {"平原地区", "0", "fail"},     {"平原地区", "100", "pass"},
      {"", "99", "unknown"},      // nobody gave the terrain
      {"", "1", "unknown"},       // not even where every case would fail: the case is not known
      {"高原", "99", "unknown"},  // no case for it
      {"山区", "", "notchecked"},    {"", "", "notchecked"},  // nothing entered comes first
      {"山区", "100.1", "error"},    {"", "100.1", "error"},  // impossible whatever the terrain
      {"山区", "六十", "error"},
  };
  for (const Row& row : rows) {
    // A region the scheme does not list, so that nothing but the assessment says what its terrain is.
    Assessment assessment = empty_assessment("990103");
    if (*row.terrain != '\0') assessment.attributes["terrain"] = row.terrain;
    if (*row.value != '\0') assessment.answers["8.4"].value = row.value;
    EXPECT_EQ(judged(assessment, "8.4"), row.token) << row.terrain << " " << row.value;
  }
}

TEST(Clauses, TheSchemesTerrainHoldsUntilTheAssessmentSaysOtherwise) {
  Assessment assessment = empty_assessment("990102");  // 平原地区 by the scheme
  assessment.answers["8.4"].value = "18";
  EXPECT_EQ(judged(assessment, "8.4"), "pass");
  assessment.attributes["terrain"] = "丘陵地区";
  EXPECT_EQ(judged(assessment, "8.4"), "fail");
}

// The group of the clauses is for cities and counties; a province, known by its code, is left out.
TEST(Clauses, DoNotConcernAProvince) {
  Assessment assessment = empty_assessment("980000");
  assessment.attributes["terrain"] = "山区";
  assessment.answers["8.4"].value = "10";
  EXPECT_EQ(judged(assessment, "8.4"), "notapplicable");
}

}  // namespace
}  // namespace luping
