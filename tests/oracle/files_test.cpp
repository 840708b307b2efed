// The order of the fields in a file, and the locale of the machine, decide nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <clocale>
#include <locale>
#include <map>
#include <nlohmann/json.hpp>

#include "core/judge/evaluate.h"
#include "io/files.h"
#include "oracle/dice.h"
#include "support/repository.h"

namespace luping::oracle {
namespace {

using Json = nlohmann::ordered_json;

/// The same document with the fields of every object in another order.
Json shuffled(Dice& dice, const Json& value) {
  if (value.is_array()) {
    Json list = Json::array();
    for (const Json& one : value) list.push_back(shuffled(dice, one));
    return list;
  }
  if (!value.is_object()) return value;
  std::vector<std::string> keys;
  for (const auto& [key, unused] : value.items()) keys.push_back(key);
  for (std::size_t i = keys.size(); i > 1; --i)
    std::swap(keys[i - 1], keys[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
  Json object = Json::object();
  for (const std::string& key : keys) object[key] = shuffled(dice, value[key]);
  return object;
}

struct Files {
  std::string scheme, assessment, targets;
};

Files sample() {
  return {test::read_repository_file(test::kSchemeFile), test::read_repository_file(test::kGapsFile),
          test::read_repository_file(test::kTargetsFile)};
}

/// Every result and every sentence, by indicator and gate.
std::map<std::string, std::string> verdicts(const Files& files) {
  std::map<std::string, std::string> by_id;
  const Parsed<Scheme> scheme = parse_scheme(files.scheme, "scheme");
  if (!scheme.value) {
    ADD_FAILURE() << "the scheme cannot be read";
    return by_id;
  }
  Parsed<Assessment> assessment = parse_assessment(files.assessment, "assessment", *scheme.value);
  const Parsed<TargetPack> targets = parse_targets(files.targets, "targets", *scheme.value);
  if (!assessment.value || !targets.value) {
    ADD_FAILURE() << "the sample cannot be read";
    return by_id;
  }
  adopt_targets(*assessment.value, *targets.value);
  const Evaluation evaluation = evaluate(*scheme.value, *assessment.value);
  for (std::size_t i = 0; i < evaluation.indicators.size(); ++i) {
    const Outcome& outcome = evaluation.indicators[i];
    std::string& words = by_id[scheme.value->indicators[i].id];
    words = token_of(outcome.result);
    if (outcome.value.number) words += " " + to_text(*outcome.value.number, 6, Rounding::half_even);
  }
  for (std::size_t i = 0; i < evaluation.gates.size(); ++i)
    by_id["gate " + scheme.value->gates[i].id] = token_of(evaluation.gates[i].result);
  by_id["conclusion"] = token_of(evaluation.conclusion);
  return by_id;
}

TEST(FileOrder, FieldsMayStandInAnyOrder) {
  Dice dice(42);
  const Files files = sample();
  const auto expected = verdicts(files);
  ASSERT_GT(expected.size(), 30U);
  for (int i = 0; i < 10; ++i) {
    Files other;
    other.scheme = shuffled(dice, Json::parse(files.scheme)).dump();
    other.assessment = shuffled(dice, Json::parse(files.assessment)).dump();
    other.targets = shuffled(dice, Json::parse(files.targets)).dump();
    ASSERT_NE(other.scheme, Json::parse(files.scheme).dump());
    EXPECT_EQ(verdicts(other), expected);
  }
}

/// Numbers as in German: 1.234,5.
class Commas : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(Locale, DecidesNothing) {
  const Files files = sample();
  const auto expected = verdicts(files);
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  EXPECT_EQ(verdicts(files), expected);
  EXPECT_EQ(to_text(Rational(Decimal{12345678, 1}), 1, Rounding::half_even), "1234567.8");
  EXPECT_EQ(parse_decimal("1.5").value, (Decimal{15, 1}));
  std::locale::global(before);
  for (const char* name : {"de_DE.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;  // not on this machine
    EXPECT_EQ(verdicts(files), expected) << name;
  }
  std::setlocale(LC_ALL, "C");
}

}  // namespace
}  // namespace luping::oracle
