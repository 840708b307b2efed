// The batch reader against parse_assessment() and evaluate(): the same records accepted, the same verdicts.
#include "io/batch_reader.h"

#include <gtest/gtest.h>

#include "core/judge/evaluate.h"
#include "io/files.h"
#include "support/random_world.h"

namespace luping {
namespace {

using test::Dice;
using test::RandomWorld;

/// A text with the bytes behind it that a reader may look at.
class Padded {
 public:
  explicit Padded(std::string text) : size_(text.size()), bytes_(std::move(text)) {
    bytes_.append(BatchReader::kPadding, '\0');
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::size_t size_;
  std::string bytes_;
};

/// On one line; line ends inside texts are escaped.
std::string compact(const std::string& json) {
  std::string line;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"' && (i == 0 || json[i - 1] != '\\')) in_text = !in_text;
    if (!in_text && (json[i] == '\n' || json[i] == ' ')) continue;
    line += json[i];
  }
  return line;
}

class Comparison {
 public:
  explicit Comparison(const Scheme& scheme) : scheme_(scheme), compiled_(CompiledScheme::compile(scheme)) {}

  void expect_agreement(const std::string& record, const std::string& place, bool lines) {
    const Parsed<Assessment> parsed = parse_assessment(record, "f", scheme_);
    Batch batch(compiled_);
    BatchReader reader(batch);
    const Padded padded(record);
    std::string_view rest = padded.view();
    const BatchReader::Read read = reader.next(rest, "f", lines);
    if (record.find_first_not_of(" \t\r\n") == std::string::npos) return;
    ASSERT_EQ(read, parsed.value ? BatchReader::Read::added : BatchReader::Read::refused) << place << "\n" << record;
    short_way_ += reader.long_way() == 0 ? 1U : 0U;
    ASSERT_EQ(batch.size(), parsed.value ? 1U : 0U) << place;
    if (!parsed.value) {
      refused_ += 1;
      ASSERT_TRUE(has_error(reader.diagnostics())) << place;
      return;
    }
    EXPECT_EQ(batch.id(0), parsed.value->id);
    EXPECT_EQ(batch.region(0), parsed.value->region);
    EXPECT_EQ(batch.year(0), parsed.value->year);
    batch.evaluate(true);
    const Evaluation evaluation = evaluate(scheme_, *parsed.value);
    for (std::size_t i = 0; i < scheme_.indicators.size(); ++i)
      ASSERT_EQ(batch.result(0, i), evaluation.indicators[i].result) << place << " indicator " << i << "\n" << record;
    ASSERT_EQ(batch.conclusion(0), evaluation.conclusion) << place;
  }

  std::size_t short_way() const { return short_way_; }
  std::size_t refused() const { return refused_; }

 private:
  const Scheme& scheme_;
  CompiledScheme compiled_;
  std::size_t short_way_ = 0;
  std::size_t refused_ = 0;
};

std::string mutated(Dice& dice, std::string text) {
  static const std::vector<std::string> kPieces = {
      "\"",         "\\",       "{",    "}",    ",",    ":",    "[",        "]",
      "\xE4",       "\xB8\x80", "null", "true", "1e5",  "-",    "0",        "\\u4e2d",
      "\\ud800",    "\\n",      " ",    "\t",   "\x01", "\x7F", "\xC0\x80", "\xED\xA0\x80",
      "\"value\":", "\"x\":1,", "1.",   "01"};
  for (int i = dice.between(1, 3); i > 0; --i) {
    const std::size_t at = dice.below(text.size());
    switch (dice.below(4)) {
      case 0:
        text.erase(at, 1 + dice.below(3));
        break;
      case 1:
        text.insert(at, dice.pick(kPieces));
        break;
      case 2: {  // a piece of it once more
        const std::string piece = text.substr(at, dice.below(60));
        text.insert(at + piece.size(), piece);
        break;
      }
      default:
        text.replace(at, 1, dice.pick(kPieces));
        break;
    }
    if (text.empty()) text = "{";
  }
  return text;
}

TEST(BatchReader, AgreesWithTheParser) {
  std::size_t short_way = 0;
  std::size_t refused = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    RandomWorld world(seed);
    Dice dice(seed);
    const Scheme scheme = world.scheme();
    Comparison comparison(scheme);
    for (int i = 0; i < 20; ++i) {
      Assessment assessment = world.assessment();
      assessment.scheme_version = scheme.version;
      if (!dice.one_in(4)) {  // most files leave the targets to packs
        assessment.targets.clear();
        assessment.externals.clear();
      }
      const std::string pretty = write_assessment(assessment);
      const std::string line = compact(pretty);
      const std::string place = "seed " + std::to_string(seed) + " record " + std::to_string(i);
      comparison.expect_agreement(line, place, true);
      comparison.expect_agreement(pretty, place + " pretty", false);
      for (int k = 0; k < 8; ++k) comparison.expect_agreement(mutated(dice, line), place + " mutated", false);
      if (HasFatalFailure()) return;
    }
    short_way += comparison.short_way();
    refused += comparison.refused();
  }
  EXPECT_GT(short_way, 4000U);
  EXPECT_GT(refused, 10000U);
}

// ---- by hand -----------------------------------------------------------------------------------------------------------

class BatchReaderByHand : public testing::Test {
 protected:
  BatchReaderByHand() {
    world_.number("x", test::at_least("50"));
    Rule last = test::at_least("0");
    ReferenceValue reference;
    reference.id = "last";
    last.threshold.references = {reference};
    last.threshold.formula = test::formula("last");
    world_.number("y", last);
    world_.status("z", {"是", "否"}, test::one_of({"是"}));
    world_.number("t", test::meets_target());
    world_.measure("m");
    Rule summary;
    summary.kind = RuleKind::summary;
    summary.obligations = {Obligation::must};
    world_.number("s", summary).value.kind = ValueKind::none;
    world_.scheme.attributes = {{"terrain", "地形", {"山区", "平原"}}};
  }

  static std::string head(const std::string& region = test::kRegion) {
    return R"({"format":"luping-assessment","formatVersion":1,"scheme":{"id":"test-scheme","version":"1"},"region":")" +
           region + R"(","year":2023)";
  }

  /// Reads all lines; the results of each row by the first letter of their tokens.
  std::string read(const std::string& text, bool lines = true) {
    const CompiledScheme compiled = CompiledScheme::compile(world_.scheme);
    Batch batch(compiled);
    BatchReader reader(batch);
    reader.set_packs(packs_);
    const Padded padded(text);
    std::string_view rest = padded.view();
    std::string out;
    while (true) {
      const BatchReader::Read read = reader.next(rest, "f", lines);
      if (read == BatchReader::Read::end) break;
      if (read == BatchReader::Read::refused) {
        out += "refused at " + std::to_string(reader.line());
        for (const Diagnostic& one : reader.diagnostics()) out += " " + one.pointer + ":" + std::to_string(one.line);
        out += "\n";
      }
    }
    batch.evaluate(false);
    for (std::size_t row = 0; row < batch.size(); ++row) {
      for (std::size_t i = 0; i < world_.scheme.indicators.size(); ++i)
        out += std::string(token_of(batch.result(row, i)).substr(0, 4)) + " ";
      out += "\n";
    }
    long_way_ = reader.long_way();
    return out;
  }

  test::World world_;
  std::vector<TargetPack> packs_;
  std::size_t long_way_ = 0;
};

TEST_F(BatchReaderByHand, TheShortWay) {
  EXPECT_EQ(
      read(
          head() +
          R"(,"answers":{"x":{"value":"50.0","note":"说明\n"},"y":{"value":"3","history":{"2021":"9","2022":{"value":3,"source":"年鉴"}}},)"
          R"("z":{"value":"\u662f"},"t":{"value":7,"target":{"value":"7","direction":"atLeast"}}},"measures":{"m":{"state":"done"}}})"),
      "pass pass pass pass pass \n");
  EXPECT_EQ(long_way_, 0U);
}

TEST_F(BatchReaderByHand, AnyOrderOfFields) {
  EXPECT_EQ(
      read(
          R"({"answers":{"y":{"value":"2","history":{"2022":"3"}}},"year":2023,"region":"450804","scheme":{"id":"test-scheme"},)"
          R"("formatVersion":1,"format":"luping-assessment"})"),
      "notc fail notc notc fail \n");
  EXPECT_EQ(long_way_, 0U);
}

TEST_F(BatchReaderByHand, BadRecordsAreRefusedInPlaceAndTheOthersJudged) {
  const std::string good = head() + R"(,"answers":{"x":{"value":"50"}}})";
  EXPECT_EQ(read("\n" + good + "\r\n\n" + head() + R"(,"answers":{"q":{}},"answers":1})" + "\n" + head("999999") +
                 "}\n" + good),
            "refused at 4 :4\nrefused at 5 /region:5\npass notc notc notc notc \npass notc notc notc notc \n");
}

TEST_F(BatchReaderByHand, OneDocumentOverManyLines) {
  EXPECT_EQ(read("{\n\n" + head().substr(1) + ",\n \"answers\":{\n\"x\":{\"value\":\"49\"}\n}\n}\n\n", false),
            "fail notc notc notc fail \n");
  EXPECT_EQ(long_way_, 0U);
}

TEST_F(BatchReaderByHand, WhatIsLeftToTheParser) {
  for (const std::string rest :
       {R"(,"answers":{"x":{"value":"50","value":"1"}}})", R"(,"answers":{"x":{"value":"50"},"x":{"value":"1"}}})",
        R"(,"year":2022})", R"(,"answers":{"x":{"value":"50","mine":1}}})",
        R"(,"answers":{"y":{"history":{"2022":"1","2022":"2"}}}})", R"(,"scheme":{"id":"test-scheme","version":"2"}})",
        R"(,"answers":{"x":{"entry":""}}})", R"(,"measures":{"m":{"state":""}}})",
        R"(,"attributes":{"terrain":"高原"}})", R"(,"answers":{"x":{"value":050}}})",
        R"(,"answers":{"x":{"value":"5)"}) {
    read(head() + rest);
    EXPECT_EQ(long_way_, 1U) << rest;
  }
}

TEST_F(BatchReaderByHand, TargetPacks) {
  TargetPack pack;
  Target target;
  target.region = test::kRegion;
  target.indicator = "t";
  target.year = 2023;
  target.value = "8";
  pack.targets.push_back(target);
  target.region = "450881";
  target.value = "6";
  pack.targets.push_back(target);
  packs_ = {pack};
  const std::string answers = R"(,"answers":{"t":{"value":"7","target":"7"}}})";
  EXPECT_EQ(read(head() + answers + "\n" + head("450881") + answers),
            "notc notc notc fail fail \nnotc notc notc pass notc \n");
  EXPECT_EQ(long_way_, 0U);
}

}  // namespace
}  // namespace luping
