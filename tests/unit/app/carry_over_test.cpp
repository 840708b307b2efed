// Answers and the requirement they were given to: what a file notes about it, and what is said when the scheme has a new text.
#include "core/carry_over/digest.h"
#include "session_fixture.h"

namespace luping::test {
namespace {

using CarryingOver = SessionTest;

// The shipped scheme as version 1.1.0, with another threshold for 7.2.b.
std::string newer_scheme() {
  std::string scheme = replaced(read_repository_file(kSchemeFile), "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
  const std::size_t at = scheme.find("\"threshold\": \"95\"", scheme.find("\"7.2.b\""));
  return scheme.replace(at, 17, "\"threshold\": \"94\"");
}

std::string text(const std::string& version, const std::string& answers) {
  return R"({"format": "luping-assessment", "formatVersion": 1, "id": "a-1", "scheme": {"id": "guigang-2023", "version": ")" +
         version + R"("}, "region": "450804", "year": 2023, "answers": {)" + answers + "}}";
}

std::string digest_of(const std::string& id) { return indicator_digest(guigang(), *find_indicator(guigang(), id)); }

Assessment read(const std::string& bytes, const Scheme& scheme = guigang()) {
  Parsed<Assessment> parsed = parse_assessment(bytes, "f.json", scheme);
  EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
  return parsed.value.value_or(Assessment{});
}

TEST_F(CarryingOver, SavingNotesWhatWasAskedAndIsNoChange) {
  open_gaps_sample();
  EXPECT_FALSE(session->unsaved());
  const std::string bytes = save();
  EXPECT_FALSE(session->unsaved());
  const Assessment saved = read(bytes);
  ASSERT_FALSE(saved.answers.empty());
  for (const auto& [id, answer] : saved.answers) EXPECT_EQ(answer.indicator_digest, digest_of(id)) << id;
  session->open({{"再开.json", bytes}});
  EXPECT_FALSE(session->unsaved());
  EXPECT_EQ(save(), bytes);
}

TEST_F(CarryingOver, ANewAnswerNotesIt) {
  start();
  type(value("7.2.b"), "95");
  EXPECT_EQ(read(save()).answers.at("7.2.b").indicator_digest, digest_of("7.2.b"));
}

TEST_F(CarryingOver, AnEditedAnswerCountsAsReviewed) {
  const std::string old(32, '0');
  session->open({{"旧.json", text("0.9.0", R"("7.2.b": {"value": "95", "indicatorDigest": ")" + old +
                                               R"("}, "8.1.a": {"value": "60", "indicatorDigest": ")" + old + "\"}")}});
  EXPECT_NE(notice_lines().find("有 2 项指标的要求在填报之后有了变化"), std::string::npos) << notice_lines();
  EXPECT_NE(notice_lines().find("7.2.b "), std::string::npos);
  EXPECT_NE(notice_lines().find("8.1.a "), std::string::npos);
  EXPECT_FALSE(session->unsaved());
  type(value("7.2.b"), "96");
  const Assessment saved = read(save());
  EXPECT_EQ(saved.answers.at("7.2.b").indicator_digest, digest_of("7.2.b"));
  EXPECT_EQ(saved.answers.at("8.1.a").indicator_digest, old) << "nobody looked at it";
  apply(Undo{});
  EXPECT_EQ(read(save()).answers.at("7.2.b").indicator_digest, old);
}

TEST_F(CarryingOver, AnOldFileWithoutDigestsStaysToBeReviewed) {
  session->open(
      {{"旧.json", text("0.9.0", R"("7.2.b": {"value": "95"}, "8.1.a": {"value": "60"}, "99.z": {"value": "1"})")}});
  EXPECT_NE(notice_lines().find("有 2 项指标是按另一版本的指标体系填的"), std::string::npos) << notice_lines();
  EXPECT_NE(notice_lines().find("现用的指标体系没有指标“99.z”"), std::string::npos) << notice_lines();
  type(value("7.2.b"), "96");
  const std::string bytes = save();
  session->open({{"再开.json", bytes}});
  EXPECT_EQ(notice_lines().find("7.2.b"), std::string::npos) << notice_lines();
  EXPECT_NE(notice_lines().find("指标“8.1.a "), std::string::npos) << notice_lines();
  EXPECT_NE(bytes.find("\"99.z\""), std::string::npos) << "an answer without a place in the scheme stays in the file";
}

TEST_F(CarryingOver, AnotherTextOfTheSchemeAndBack) {
  open_gaps_sample();
  session->open({{"新版.json", newer_scheme()}});
  EXPECT_NE(notice_lines().find("指标“7.2.b "), std::string::npos) << notice_lines();
  const Parsed<Scheme> newer = parse_scheme(newer_scheme(), "s");
  ASSERT_TRUE(newer.value);
  const std::string bytes = save();
  const Assessment saved = read(bytes, *newer.value);
  EXPECT_EQ(saved.scheme_version, "1.1.0");
  EXPECT_EQ(saved.answers.at("7.2.b").indicator_digest, digest_of("7.2.b")) << "listed until it is edited";
  const Parsed<Assessment> again = parse_assessment(bytes, "f.json", *newer.value);
  EXPECT_TRUE(std::any_of(again.diagnostics.begin(), again.diagnostics.end(), [](const Diagnostic& one) {
    return one.code == DiagnosticCode::indicator_changed && one.pointer == "/answers/7.2.b";
  }));
  apply(UseShippedScheme{});
  EXPECT_EQ(view().notice->kind, NoticeKind::success) << notice_lines();
}

TEST_F(CarryingOver, ASchemeWithoutAnAnsweredIndicatorKeepsTheAnswer) {
  start();
  type(value("7.2.b"), "95");
  std::string scheme = replaced(newer_scheme(), "\"id\": \"7.2.b\"", "\"id\": \"7.2.bb\"");
  for (std::size_t at = scheme.find("\"7.2.b\""); at != std::string::npos; at = scheme.find("\"7.2.b\"", at))
    scheme.replace(at, 7, "\"7.2.bb\"");
  session->open({{"新版.json", scheme}});
  EXPECT_NE(notice_lines().find("没有指标“7.2.b”"), std::string::npos) << notice() << notice_lines();
  const std::string bytes = save();
  const Parsed<Scheme> newer = parse_scheme(scheme, "s");
  ASSERT_TRUE(newer.value);
  const Assessment saved = read(bytes, *newer.value);
  EXPECT_EQ(saved.answers.at("7.2.b").value, "95");
  EXPECT_EQ(saved.carried_from, "1.0.0");
}

}  // namespace
}  // namespace luping::test
