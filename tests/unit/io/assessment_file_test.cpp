// Assessments and target packs: what is wrong and where, what is kept, and that writing loses nothing.
#include <gtest/gtest.h>

#include <random>

#include "io/files.h"
#include "support/repository.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::guigang;
using test::kGapsFile;
using test::kGoodFile;
using test::kTargetsFile;
using test::lines_of;
using test::read_repository_file;
using test::replaced;
using test::World;

Parsed<Assessment> parse(std::string_view bytes) { return parse_assessment(bytes, "f.json", guigang()); }

/// An assessment of 覃塘区 with whatever else a test wants in it, one field a line from line 4 on.
std::string file(const std::string& rest) {
  return "{\"format\": \"luping-assessment\", \"formatVersion\": 1,\n"
         "\"scheme\": {\"id\": \"guigang-2023\", \"version\": \"1.0.0\"},\n"
         "\"region\": \"450804\", \"year\": 2023" +
         (rest.empty() ? std::string() : ",\n" + rest) + "}\n";
}

struct Found {
  DiagnosticCode code;
  std::string pointer;
  std::size_t line;
  std::size_t column;
  bool operator==(const Found&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << static_cast<int>(found.code) << " " << found.pointer << " " << found.line << ":" << found.column;
}

using Expected = std::vector<Found>;

Expected found(const std::vector<Diagnostic>& diagnostics) {
  Expected all;
  for (const Diagnostic& one : diagnostics) {
    EXPECT_EQ(one.file, "f.json");
    all.push_back({one.code, one.pointer, one.line, one.column});
  }
  return all;
}

TEST(AssessmentFile, TheLeastThatIsOne) {
  const Parsed<Assessment> parsed = parse(file(""));
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  EXPECT_TRUE(parsed.diagnostics.empty());
  EXPECT_EQ(parsed.value->region, "450804");
  EXPECT_EQ(parsed.value->year, 2023);
}

TEST(AssessmentFile, EverythingWrongIsReportedWithItsPlace) {
  const Parsed<Assessment> parsed =
      parse(file("\"title\": 5,\n"
                 "\"answers\": {\n"
                 "  \"7.3.a\": {\"value\": true, \"inputs\": {\"neu\": \"1\", \"treated\": []}},\n"
                 "  \"3.2.b\": [],\n"
                 "  \"7.4.a\": {\"entry\": \"count\", \"revision\": 1.5}\n"
                 "},\n"
                 "\"measures\": {\"1.1-m1\": {\"state\": \"finished\"}},\n"
                 "\"targets\": [{\"region\": \"450804\", \"year\": \"2023\", \"date\": \"3月\"}, 7]"));
  EXPECT_FALSE(parsed.value);
  EXPECT_EQ(found(parsed.diagnostics), (Expected{{wrong_type, "/title", 4, 10},
                                                 {wrong_type, "/answers/7.3.a/value", 6, 22},
                                                 {wrong_type, "/answers/7.3.a/inputs/treated", 6, 62},
                                                 {wrong_type, "/answers/3.2.b", 7, 12},
                                                 {bad_word, "/answers/7.4.a/entry", 8, 22},
                                                 {wrong_type, "/answers/7.4.a/revision", 8, 43},
                                                 {bad_word, "/measures/1.1-m1/state", 10, 34},
                                                 {missing_field, "/targets/0/indicator", 11, 13},
                                                 {missing_field, "/targets/0/value", 11, 13},
                                                 {wrong_type, "/targets/0/year", 11, 42},
                                                 {bad_date, "/targets/0/date", 11, 58},
                                                 {wrong_type, "/targets/1", 11, 65}}));
}

TEST(AssessmentFile, EverythingTheSchemeDoesNotKnow) {
  const Parsed<Assessment> parsed =
      parse(replaced(file("\"answers\": {\"99.z\": {\"value\": \"1\"}, \"7.3.a\": {\"inputs\": {\"neu\": \"1\"}}},\n"
                          "\"measures\": {\"m\": {\"state\": \"done\"}},\n"
                          "\"targets\": [{\"region\": \"1\", \"indicator\": \"x\", \"year\": 2023, \"value\": \"1\"}]"),
                     "\"450804\", \"year\": 2023", "\"450899\", \"year\": 23"));
  EXPECT_FALSE(parsed.value);
  EXPECT_EQ(found(parsed.diagnostics), (Expected{{unknown_region, "/region", 3, 11},
                                                 {unknown_year, "/year", 3, 29},
                                                 {unknown_indicator, "/answers/99.z", 4, 21},
                                                 {unknown_input, "/answers/7.3.a/inputs/neu", 4, 65},
                                                 {unknown_measure, "/measures/m", 5, 19},
                                                 {unknown_region, "/targets/0/region", 6, 24},
                                                 {unknown_indicator, "/targets/0/indicator", 6, 42}}));
}

TEST(AssessmentFile, Head) {
  const auto code = [](const std::string& text) {
    const Parsed<Assessment> parsed = parse(text);
    EXPECT_FALSE(parsed.value) << text;
    return parsed.diagnostics.empty() ? file_empty : parsed.diagnostics.front().code;
  };
  EXPECT_EQ(code("{}"), not_our_file);
  EXPECT_EQ(code("[]"), not_our_file);
  EXPECT_EQ(code("5"), not_our_file);
  EXPECT_EQ(code(R"({"format": 5})"), not_our_file);
  EXPECT_EQ(code(R"({"format": "luping"})"), not_our_file);
  EXPECT_EQ(code(R"({"format": "luping-assessment"})"), missing_field);
  EXPECT_EQ(code(R"({"format": "luping-assessment", "formatVersion": 2})"), unsupported_version);
  EXPECT_EQ(code(R"({"format": "luping-assessment", "formatVersion": "1"})"), unsupported_version);
  EXPECT_EQ(code(R"({"format": "luping-targets", "formatVersion": 1})"), unexpected_format);
  EXPECT_EQ(code(replaced(file(""), "guigang-2023", "guigang-2024")), unknown_scheme);
  EXPECT_EQ(code(file("\"year\": 2023")), json_duplicate_field);
  EXPECT_EQ(code(replaced(file(""), "\"region\": \"450804\", ", "")), missing_field);
  EXPECT_EQ(code(replaced(file(""), "\"450804\"", "\"覃塘区\"")), bad_id);
  const Parsed<Assessment> other = parse(R"({"format": "luping-assessment", "formatVersion": 2})");
  EXPECT_EQ(message_of(other.diagnostics[0], Language::en),
            "format version 2, only 1 can be read; open it with the matching release");
}

TEST(AssessmentFile, MessagesAreEnglishInEnglish) {
  for (
      const char* text :
      {R"({"format": "luping-targets", "formatVersion": 1})", R"({"format": "luping-scheme", "formatVersion": 1})",
       R"({"format": "luping-result", "formatVersion": 1})", "{\"a\": \n\"b\nc\"}", "PK",
       R"({"format": "luping-assessment", "formatVersion": 1, "id": null, "sample": "x", "scheme": 5, "region": {}, "year": "x",
            "answers": {"x": {"entry": "y"}}, "targets": {}, "measures": {"x": 5}, "attributes": {"a": true}})"}) {
    for (const Diagnostic& diagnostic : parse(text).diagnostics) {
      const std::string line = to_line(diagnostic, Language::en);
      for (const char c : line) ASSERT_LT(static_cast<unsigned char>(c), 0x80) << line;
    }
  }
}

// A copy that broke off: at every byte an error that says so or names what stands there, never a crash, never an assessment.
TEST(AssessmentFile, CutAtEveryByte) {
  World world;
  world.share("x", test::at_least("50"));
  const std::string whole =
      "{\"format\":\"luping-assessment\",\"formatVersion\":1,\"scheme\":{\"id\":\"test-scheme\"},\"region\":\"450804\","
      "\"year\":2023,\"note\":\"中文\\n\\u4e2d🌿\",\"answers\":{\"x\":{\"value\":-1.5e+2,\"x-list\":[true,false,null,{}]"
      "}}}";
  ASSERT_TRUE(parse_assessment(whole, "f.json", world.scheme).value);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Parsed<Assessment> parsed = parse_assessment(whole.substr(0, length), "f.json", world.scheme);
    ASSERT_FALSE(parsed.value) << length;
    ASSERT_EQ(parsed.diagnostics.size(), 1U) << length;
    ASSERT_EQ(parsed.diagnostics[0].code, length == 0 ? file_empty : json_cut_off) << whole.substr(0, length);
  }
}

TEST(AssessmentFile, CutSamples) {
  const std::string whole = read_repository_file(kGapsFile);
  const std::size_t end = whole.rfind('}');
  std::vector<std::size_t> lengths = {end, end - 1, end - 2, whole.size() / 2};
  for (std::size_t length = 1; length < end; length += 211) lengths.push_back(length);
  for (const std::size_t length : lengths) {
    const Parsed<Assessment> parsed = parse(whole.substr(0, length));
    ASSERT_FALSE(parsed.value) << length;
    ASSERT_EQ(parsed.diagnostics.size(), 1U) << length;
    ASSERT_EQ(parsed.diagnostics[0].code, json_cut_off) << length;
  }
}

// One byte changed anywhere: an answer or diagnostics, never a crash; and what is read is written and read alike.
TEST(AssessmentFile, DamagedAnywhere) {
  const std::string whole = read_repository_file(kGoodFile);
  std::mt19937 random(23);
  for (int i = 0; i < 1'500; ++i) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    const Parsed<Assessment> parsed = parse(damaged);
    ASSERT_EQ(parsed.value.has_value(), !has_error(parsed.diagnostics));
    if (!parsed.value) continue;
    const std::string written = write_assessment(*parsed.value);
    const Parsed<Assessment> again = parse(written);
    ASSERT_TRUE(again.value) << lines_of(again.diagnostics);
    ASSERT_EQ(*again.value, *parsed.value);
  }
}

TEST(AssessmentFile, NumbersAreReadDigitForDigit) {
  const Parsed<Assessment> parsed = parse(
      file("\"answers\": {\"7.3.a\": {\"value\": 95.0, \"inputs\": {\"treated\": 1E2, \"villages\": 0.10}},\n"
           "\"7.2.b\": {\"value\": 1e400}, \"8.1.a\": {\"value\": 1234567890123456789012345678901234567890},\n"
           "\"5.1.a\": {\"value\": -0, \"baseline\": {\"value\": 186.40, \"year\": 2018}, \"history\": {\"2022\": "
           "{\"value\": 41.60}}}},\n"
           "\"targets\": [{\"region\": \"450804\", \"indicator\": \"2.1.b\", \"year\": 2023, \"value\": 93.50}]"));
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  const auto& answers = parsed.value->answers;
  EXPECT_EQ(answers.at("7.3.a").value, "95.0");
  EXPECT_EQ(answers.at("7.3.a").inputs.at("treated"), "1E2");
  EXPECT_EQ(answers.at("7.3.a").inputs.at("villages"), "0.10");
  EXPECT_EQ(answers.at("7.2.b").value, "1e400");
  EXPECT_EQ(answers.at("8.1.a").value, "1234567890123456789012345678901234567890");
  EXPECT_EQ(answers.at("5.1.a").value, "-0");
  EXPECT_EQ(answers.at("5.1.a").baseline.value, "186.40");
  EXPECT_EQ(answers.at("5.1.a").baseline.year, "2018");
  EXPECT_EQ(answers.at("5.1.a").history.at("2022").value, "41.60");
  EXPECT_EQ(parsed.value->targets[0].value, "93.50");
}

// ---- unknown fields ----

TEST(AssessmentFile, UnknownFieldsAreKeptAtEveryLevelByteForByte) {
  const std::string odd =
      "{ \"n\" : [1e400, 12345678901234567890123456789.0, -0, \"\\u4e2d\\/\\ud83c\\udf3f\", {\"\":null}] "
      ",\n\"b\":true}";
  const std::string text = file("\"x-top\": " + odd +
                                ", \"\": 1, \"attributes\": {\"terrain\": \"丘陵\"},\n"
                                "\"answers\": {\"7.3.a\": {\"value\": \"1\", \"x-answer\": " +
                                odd +
                                ",\n"
                                "  \"baseline\": {\"x-base\": " +
                                odd + "}, \"history\": {\"2022\": {\"value\": \"1\", \"x-past\": " + odd +
                                "}},\n"
                                "  \"target\": {\"x-target\": " +
                                odd + "}, \"evidence\": [{\"id\": \"e1\", \"x-evidence\": " + odd +
                                "}],\n"
                                "  \"notApplicable\": {\"reason\": \"无\", \"x-na\": " +
                                odd +
                                "}}},\n"
                                "\"measures\": {\"1.1-m1\": {\"x-measure\": " +
                                odd +
                                ", \"notApplicable\": {\"reason\": \"\", \"x-na2\": 0.10}}},\n"
                                "\"targets\": [{\"region\": \"450804\", \"indicator\": \"2.1.b\", \"year\": 2023, "
                                "\"value\": \"1\", \"x-assigned\": " +
                                odd + "}]");
  const Parsed<Assessment> parsed =
      parse(replaced(text, "\"version\": \"1.0.0\"", "\"version\": \"1.0.0\", \"x-scheme\": " + odd));
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  const std::string written = write_assessment(*parsed.value);
  std::size_t kept = 0;
  for (std::size_t at = written.find(odd); at != std::string::npos; at = written.find(odd, at + 1)) ++kept;
  EXPECT_EQ(kept, 10U) << written;
  for (const char* field : {"x-top", "x-answer", "x-base", "x-past", "x-target", "x-evidence", "x-na", "x-measure",
                            "x-assigned", "x-scheme"})
    EXPECT_NE(written.find("\"" + std::string(field) + "\": " + odd), std::string::npos) << field;
  EXPECT_NE(written.find("\"\": 1"), std::string::npos);
  EXPECT_NE(written.find("\"x-na2\": 0.10"), std::string::npos);
  const Parsed<Assessment> again = parse(written);
  ASSERT_TRUE(again.value) << lines_of(again.diagnostics);
  EXPECT_EQ(*again.value, *parsed.value);
  EXPECT_EQ(write_assessment(*again.value), written);
}

TEST(AssessmentFile, OddNamesOfUnknownFields) {
  const Parsed<Assessment> parsed = parse(file(R"("\u0000": 1, "a\"b\\c\n": 2, "键": 3, "\ud83c\udf3f": 4)"));
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  const Parsed<Assessment> again = parse(write_assessment(*parsed.value));
  ASSERT_TRUE(again.value) << lines_of(again.diagnostics);
  EXPECT_EQ(*again.value, *parsed.value);
  EXPECT_EQ(again.value->extras.size(), 4U);
}

// ---- writing ----

TEST(AssessmentFile, SamplesComeBackEqual) {
  for (const char* path : {kGapsFile, kGoodFile}) {
    const Parsed<Assessment> parsed = parse(read_repository_file(path));
    ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
    const std::string written = write_assessment(*parsed.value);
    const Parsed<Assessment> again = parse(written);
    ASSERT_TRUE(again.value);
    EXPECT_EQ(*again.value, *parsed.value);
    EXPECT_EQ(write_assessment(*again.value), written);
    EXPECT_EQ(written, read_repository_file(path)) << "the samples are in the form we write";
  }
}

TEST(AssessmentFile, AnAnswerWithNothingInItIsNone) {
  const Parsed<Assessment> parsed =
      parse(file(R"("answers": {"7.3.a": {}, "7.2.b": {"baseline": {}}}, "measures": {"1.1-m1": {}})"));
  ASSERT_TRUE(parsed.value);
  EXPECT_TRUE(parsed.value->answers.empty());
  EXPECT_TRUE(parsed.value->measures.empty());
  const Parsed<Assessment> again = parse(write_assessment(*parsed.value));
  ASSERT_TRUE(again.value);
  EXPECT_EQ(*again.value, *parsed.value);
}

class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  Assessment assessment() {
    Assessment made;
    made.id = text();
    made.sample = flip();
    made.scheme_id = "test-scheme";
    made.scheme_version = flip() ? "1" : "";
    made.carried_from = text();
    made.scheme_extras = extras();
    made.region = flip() ? "450804" : "450881";
    made.year = 2000 + pick(50);
    made.title = text();
    made.note = text();
    made.created_at = text();
    made.modified_at = text();
    made.review = text();
    if (flip()) made.attributes = {{"terrain", text()}, {text() + "x", text()}};
    for (const char* id : {"a", "b", "c"}) {
      if (flip()) {
        Answer invented = answer();
        if (!is_empty(invented)) made.answers[id] = invented;
        MeasureReport report;
        constexpr const char* kStates[] = {"", "notStarted", "inProgress", "done"};
        report.state = kStates[pick(4)];
        report.note = text();
        report.date = text();
        report.not_applicable = declaration();
        report.extras = extras();
        if (!is_empty(report)) made.measures[id] = report;
      }
    }
    for (const char* id : {"a", "b"}) {
      if (flip())
        made.targets.push_back({"450804", id, flip() ? "" : "total", 2023, "9" + std::to_string(pick(9)), direction(),
                                text(), flip() ? "" : "2023-03-15", text(), text(), extras()});
    }
    for (const char* region : {"", "450804"}) {
      if (flip())
        made.externals.push_back({"average", region, 2023, "9" + std::to_string(pick(9)), text(),
                                  flip() ? "" : "2023-03-15", text(), text(), extras()});
    }
    made.extras = extras();
    return made;
  }

 private:
  bool flip() { return random_() % 2 == 0; }
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string text() {
    if (random_() % 3 == 0) return {};
    static const std::string kPieces[] = {
        "a", "\"",           "\\",  "/",    "\n", "\t",   "\x01", "\x7F",      std::string(1, '\0'), "中文",
        "🌿", "\xE2\x80\xA8", "{0}", "95.0", "e5", "=1+1", "　",   "</script>", "\xEF\xBB\xBF"};
    std::string made;
    for (std::size_t n = random_() % 4; n > 0; --n) made += kPieces[random_() % std::size(kPieces)];
    return made;
  }

  Extras extras() {
    static const char* kValues[] = {"null",        "1e400", "[1, 2.50]", "{\"a\" : {\"\":\"\\u0000\"}}",
                                    "\"\\u4e2d\"", "-0",    "[\n]",      "true"};
    Extras made;
    for (std::size_t n = random_() % 3; n > 0; --n)
      made.push_back({"x-" + text() + std::to_string(n), kValues[random_() % std::size(kValues)]});
    return made;
  }

  std::string direction() {
    constexpr const char* kDirections[] = {"", "atLeast", "atMost"};
    return kDirections[pick(3)];
  }

  NotApplicable declaration() {
    if (flip()) return {};
    return {true, text(), extras()};
  }

  Answer answer() {
    Answer made;
    made.value = text();
    if (flip()) made.inputs = {{"treated", text()}, {"total", text()}};
    constexpr const char* kEntries[] = {"", "value", "inputs"};
    made.entry = kEntries[pick(3)];
    if (flip()) made.baseline = {text(), flip() ? "2020" : text(), text(), extras()};
    for (const char* year : {"2022", "2021", ""}) {
      if (pick(3) == 0) made.history[year] = {text(), text(), extras()};
    }
    if (flip()) made.target = {text(), direction(), text(), text(), text(), extras()};
    made.note = text();
    for (int n = pick(3); n > 0; --n)
      made.evidence.push_back({"e" + std::to_string(n), text(), text(), text(), text(), text(), text(), extras()});
    made.not_applicable = declaration();
    if (flip()) made.manual = {text(), text(), text(), text(), text(), extras()};
    made.indicator_digest = text();
    made.author = text();
    made.modified_at = text();
    made.revision = pick(3);
    made.extras = extras();
    return made;
  }

  std::mt19937 random_;
};

TEST(AssessmentFile, WhateverIsWrittenComesBack) {
  World world;
  for (const char* id : {"a", "b", "c"}) {
    world.share(id, test::at_least("50"));
    world.measure(id);
  }
  world.scheme.externals = {{"average", "全区平均", "percent", ""}};
  for (unsigned seed = 0; seed < 600; ++seed) {
    const Assessment made = Inventor(seed).assessment();
    const std::string written = write_assessment(made);
    const Parsed<Assessment> parsed = parse_assessment(written, "f.json", world.scheme);
    ASSERT_TRUE(parsed.value) << seed << "\n" << lines_of(parsed.diagnostics) << written;
    ASSERT_EQ(*parsed.value, made) << seed << "\n" << written;
    ASSERT_EQ(write_assessment(*parsed.value), written) << seed;
  }
}

TEST(AssessmentFile, BytesNoFileCouldBringAreReplacedAndNotWritten) {
  World world;
  world.assessment.note = "a\xD6\xD0z";
  const Parsed<Assessment> parsed = parse_assessment(write_assessment(world.assessment), "f.json", world.scheme);
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  EXPECT_EQ(parsed.value->note.front(), 'a');
  EXPECT_EQ(parsed.value->note.back(), 'z');
}

// ---- target packs ----

TEST(TargetsFile, TheSample) {
  const Parsed<TargetPack> parsed = parse_targets(read_repository_file(kTargetsFile), "f.json", guigang());
  ASSERT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  EXPECT_TRUE(parsed.value->sample);
  for (const Target& target : parsed.value->targets) {
    EXPECT_FALSE(target.document_number.empty()) << "left out, the pack's is taken";
    EXPECT_FALSE(target.issuer.empty());
    EXPECT_FALSE(target.date.empty());
  }
}

TEST(TargetsFile, DuplicatesAndUnknownsAreLocated) {
  const Parsed<TargetPack> parsed = parse_targets(
      "{\"format\": \"luping-targets\", \"formatVersion\": 1, \"scheme\": \"guigang-2023\", \"targets\": [\n"
      "{\"region\": \"450804\", \"indicator\": \"2.1.b\", \"year\": 2023, \"value\": \"1\"},\n"
      "{\"region\": \"450804\", \"indicator\": \"2.1.b\", \"year\": 2023, \"value\": \"2\"},\n"
      "{\"region\": \"450804\", \"indicator\": \"2.1.z\", \"year\": 2023, \"value\": \"2\"}]}",
      "f.json", guigang());
  EXPECT_FALSE(parsed.value);
  EXPECT_EQ(found(parsed.diagnostics),
            (Expected{{duplicate_target, "/targets/1", 3, 1}, {unknown_indicator, "/targets/2/indicator", 4, 35}}));
}

// ---- telling files apart ----

TEST(Identify, ByFormatAndNeverByName) {
  EXPECT_EQ(identify(read_repository_file(kGapsFile), "x.txt").kind, FileKind::assessment);
  EXPECT_EQ(identify(read_repository_file(kGapsFile), "x.txt").scheme, "guigang-2023");
  EXPECT_EQ(identify(read_repository_file(kTargetsFile), "x").kind, FileKind::targets);
  EXPECT_EQ(identify(read_repository_file(kTargetsFile), "x").scheme, "guigang-2023");
  EXPECT_EQ(identify(read_repository_file(test::kSchemeFile), "x").kind, FileKind::scheme);
  EXPECT_EQ(identify(read_repository_file(test::kSchemeFile), "x").scheme, "guigang-2023");
  EXPECT_EQ(identify(R"({"format": "luping-result", "formatVersion": 1})", "x").kind, FileKind::result);
  EXPECT_EQ(identify("\xEF\xBB\xBF" + file(""), "x").kind, FileKind::assessment);
  for (const char* bytes : {"", "PK\x03\x04", "{}", "[", R"({"format": "luping-assessment", "formatVersion": 9})"}) {
    const Identity identity = identify(bytes, "x");
    EXPECT_EQ(identity.kind, FileKind::unknown);
    EXPECT_TRUE(has_error(identity.diagnostics));
  }
}

}  // namespace
}  // namespace luping
