#include "cli/options.h"

#include <gtest/gtest.h>

namespace luping::cli {
namespace {

std::string problem(const std::vector<std::string>& arguments) {
  const ParsedOptions parsed = parse_options(arguments);
  EXPECT_FALSE(parsed.options);
  return parsed.problem;
}

Options options(const std::vector<std::string>& arguments) {
  const ParsedOptions parsed = parse_options(arguments);
  EXPECT_TRUE(parsed.options) << parsed.problem;
  return parsed.options.value_or(Options{});
}

TEST(Options, Evaluate) {
  const Options plain = options({"evaluate", "a.json"});
  EXPECT_EQ(plain.command, "evaluate");
  EXPECT_EQ(plain.operands, std::vector<std::string>{"a.json"});
  EXPECT_EQ(plain.format, OutputFormat::table);
  EXPECT_EQ(plain.language, Language::zh);
  const Options full = options({"--lang=en", "evaluate", "--scheme", "s.json", "a.json", "--targets", "t1",
                                "--targets=t2", "b.json", "--format", "csv"});
  EXPECT_EQ(full.operands, (std::vector<std::string>{"a.json", "b.json"}));
  EXPECT_EQ(full.targets, (std::vector<std::string>{"t1", "t2"}));
  EXPECT_EQ(full.scheme, "s.json");
  EXPECT_EQ(full.format, OutputFormat::csv);
  EXPECT_EQ(full.language, Language::en);
}

TEST(Options, CarryOver) {
  const Options plain = options({"carry-over", "a.json"});
  EXPECT_EQ(plain.command, "carry-over");
  EXPECT_EQ(plain.write, "");
  EXPECT_EQ(options({"carry-over", "a.json", "--write", "b.json"}).write, "b.json");
  EXPECT_NE(problem({"carry-over"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"carry-over", "a", "b"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"check", "a", "--write", "b"}).find("--write"), std::string::npos);
}

TEST(Options, OtherCommands) {
  EXPECT_EQ(options({"check", "a", "b"}).operands.size(), 2U);
  EXPECT_EQ(options({"explain", "a", "7.3.a"}).operands.size(), 2U);
  EXPECT_EQ(options({"scheme", "list"}).command, "scheme");
  EXPECT_EQ(options({"scheme", "show"}).operands.size(), 1U);
  EXPECT_EQ(options({"scheme", "show", "guigang-2023"}).operands.size(), 2U);
  EXPECT_EQ(options({"--version"}).command, "version");
  EXPECT_EQ(options({"evaluate", "--help"}).command, "help");
  EXPECT_EQ(options({"-h"}).command, "help");
  EXPECT_EQ(options({"--help", "--lang", "en"}).command, "help");
}

TEST(Options, RollupWhatIfAndProgress) {
  const Options rollup = options({"rollup", "a", "b", "--region", "450800", "--own=city.json", "--format", "csv"});
  EXPECT_EQ(rollup.operands.size(), 2U);
  EXPECT_EQ(rollup.region, "450800");
  EXPECT_EQ(rollup.own, "city.json");
  const Options what_if =
      options({"what-if", "a", "--set", "7.3.a=50", "--set=7.3.a.treated=60", "--threshold", "7.3.a=45"});
  EXPECT_EQ(what_if.sets, (std::vector<std::string>{"7.3.a=50", "7.3.a.treated=60"}));
  EXPECT_EQ(what_if.thresholds, std::vector<std::string>{"7.3.a=45"});
  EXPECT_EQ(options({"progress", "a"}).command, "progress");
  EXPECT_NE(problem({"rollup"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"what-if", "a", "b"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"progress"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"what-if", "a", "--format", "csv"}).find("csv"), std::string::npos);
  EXPECT_NE(problem({"evaluate", "a", "--set", "x=1"}).find("--set"), std::string::npos);
  EXPECT_NE(problem({"what-if", "a", "--own", "b"}).find("--own"), std::string::npos);
}

TEST(Options, HelpSpeaksTheLanguageAskedFor) {
  EXPECT_EQ(options({"--lang", "en", "--help"}).language, Language::en);
  EXPECT_EQ(options({"--help", "--lang", "en"}).language, Language::en);
  EXPECT_EQ(options({"--help", "--lang=en"}).language, Language::en);
}

TEST(Options, AfterTwoDashesEverythingIsAnOperand) {
  EXPECT_EQ(options({"check", "--", "--format", "-h"}).operands, (std::vector<std::string>{"--format", "-h"}));
}

TEST(Options, Problems) {
  EXPECT_NE(problem({}).find("请写出命令"), std::string::npos);
  EXPECT_NE(problem({"judge"}).find("judge"), std::string::npos);
  EXPECT_NE(problem({"evaluate"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"check"}).find("FILE"), std::string::npos);
  EXPECT_NE(problem({"explain", "a"}).find("INDICATOR"), std::string::npos);
  EXPECT_NE(problem({"explain", "a", "b", "c"}).find("INDICATOR"), std::string::npos);
  EXPECT_NE(problem({"scheme"}).find("list"), std::string::npos);
  EXPECT_NE(problem({"scheme", "list", "x"}).find("list"), std::string::npos);
  EXPECT_NE(problem({"evaluate", "a", "--format", "xml"}).find("xml"), std::string::npos);
  EXPECT_NE(problem({"evaluate", "a", "--lang", "de"}).find("de"), std::string::npos);
  EXPECT_NE(problem({"evaluate", "a", "--format"}).find("--format"), std::string::npos);
}

TEST(Options, AnUnknownOptionIsNamedAndTakesNothingWithIt) {
  EXPECT_NE(problem({"evaluate", "a", "--fast"}).find("没有“--fast”这个选项"), std::string::npos);
  EXPECT_NE(problem({"--fast", "evaluate", "a"}).find("没有“--fast”这个选项"), std::string::npos);
  EXPECT_NE(problem({"evaluate", "a", "-x"}).find("没有“-x”这个选项"), std::string::npos);
}

TEST(Options, UsageNamesEveryCommandInBothLanguages) {
  for (const Language language : {Language::zh, Language::en}) {
    for (const char* word : {"evaluate", "check", "explain", "scheme list", "scheme show", "--scheme", "--targets",
                             "--format", "--lang", "--help", "--version"})
      EXPECT_NE(usage(language).find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace luping::cli
