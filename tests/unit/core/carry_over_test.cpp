#include "core/carry_over/carry_over.h"

#include <gtest/gtest.h>

#include "core/carry_over/digest.h"
#include "core/check/check.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum DiagnosticCode;
using test::World;

// Four indicators; "a" answered as asked, "b" as asked before, "c" without a note, "d" with a note that is none.
struct Carried : World {
  Carried() {
    for (const char* id : {"a", "b", "c", "d", "e"}) share(id, test::at_least("50"));
    measure("m");
    for (const char* id : {"a", "b", "c", "d"}) answer(id).value = "60";
    answer("a").indicator_digest = indicator_digest(scheme, scheme.indicators[0]);
    answer("b").indicator_digest = std::string(32, 'f');
    answer("d").indicator_digest = kUnverifiedDigest;
  }

  std::vector<std::pair<DiagnosticCode, std::string>> found() const {
    std::vector<std::pair<DiagnosticCode, std::string>> all;
    for (const Diagnostic& one : check(assessment, scheme)) {
      if (one.code == indicator_changed || one.code == indicator_unverified || one.code == answer_without_indicator ||
          one.code == answer_without_input || one.code == answer_without_measure || one.code == unknown_indicator ||
          one.code == unknown_input || one.code == unknown_measure)
        all.emplace_back(one.code, one.pointer);
    }
    return all;
  }
  using Found = std::vector<std::pair<DiagnosticCode, std::string>>;
};

TEST(CarryOver, TheSameVersion) {
  Carried world;
  EXPECT_EQ(carry_over(world.assessment, world.scheme), (CarryOver{{"a", "c"}, {"b"}, {"d"}, {}}));
  world.assessment.scheme_version.clear();
  EXPECT_EQ(carry_over(world.assessment, world.scheme).kept, (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(world.found(), (Carried::Found{{indicator_changed, "/answers/b"}, {indicator_unverified, "/answers/d"}}));
}

TEST(CarryOver, AnotherVersion) {
  Carried world;
  world.assessment.scheme_version = "0";
  world.answer("z").value = "1";
  EXPECT_EQ(carry_over(world.assessment, world.scheme), (CarryOver{{"a"}, {"b"}, {"c", "d"}, {"z"}}));
  EXPECT_EQ(world.found(), (Carried::Found{{indicator_changed, "/answers/b"},
                                           {indicator_unverified, "/answers/c"},
                                           {indicator_unverified, "/answers/d"},
                                           {answer_without_indicator, "/answers/z"}}));
  EXPECT_FALSE(has_error(check(world.assessment, world.scheme)));
}

TEST(CarryOver, AnswersWithNothingInThemAreNone) {
  Carried world;
  world.answer("e").indicator_digest = std::string(32, '0');
  EXPECT_EQ(carry_over(world.assessment, world.scheme).changed, std::vector<std::string>{"b"});
}

TEST(CarryOver, WhatTheSchemeNeverHadIsAnErrorUnderItsOwnVersion) {
  const auto with_leftovers = [](Carried& world) {
    world.answer("z").value = "1";
    world.answer("a").inputs["gone"] = "1";
    world.assessment.measures["n"].state = "done";
    world.target("y", "1");
  };
  Carried same;
  with_leftovers(same);
  EXPECT_EQ(same.found(), (Carried::Found{{indicator_changed, "/answers/b"},
                                          {indicator_unverified, "/answers/d"},
                                          {unknown_input, "/answers/a/inputs/gone"},
                                          {unknown_indicator, "/answers/z"},
                                          {unknown_measure, "/measures/n"},
                                          {unknown_indicator, "/targets/0/indicator"}}));
  Carried other;
  with_leftovers(other);
  other.assessment.scheme_version = "0";
  EXPECT_FALSE(has_error(check(other.assessment, other.scheme)));
  bring_under(other.assessment, other.scheme);
  EXPECT_EQ(other.assessment.scheme_version, "1");
  EXPECT_EQ(other.assessment.carried_from, "0");
  EXPECT_FALSE(has_error(check(other.assessment, other.scheme))) << "brought over, they may still stand there";
}

TEST(CarryOver, BroughtUnderThisVersion) {
  Carried world;
  world.assessment.scheme_version = "0";
  const Assessment before = world.assessment;
  bring_under(world.assessment, world.scheme);
  EXPECT_EQ(world.assessment.scheme_version, "1");
  EXPECT_EQ(world.assessment.carried_from, "") << "everything has its place";
  EXPECT_EQ(world.assessment.answers["b"].indicator_digest, std::string(32, 'f'));
  EXPECT_EQ(carry_over(world.assessment, world.scheme), carry_over(before, world.scheme))
      << "none counts as reviewed by it";
  const Assessment once = world.assessment;
  bring_under(world.assessment, world.scheme);
  EXPECT_EQ(world.assessment, once);
  for (auto& [id, answer] : world.assessment.answers) answer.indicator_digest = before.answers.at(id).indicator_digest;
  world.assessment.scheme_version = before.scheme_version;
  EXPECT_EQ(world.assessment, before) << "nothing else was touched";
}

TEST(CarryOver, StampsOnlyWhatItKnows) {
  Carried world;
  world.answer("z").value = "1";
  Assessment assessment = world.assessment;
  stamp_digests(assessment, world.scheme);
  EXPECT_EQ(assessment.answers["c"].indicator_digest, indicator_digest(world.scheme, world.scheme.indicators[2]));
  EXPECT_EQ(assessment.answers["b"].indicator_digest, std::string(32, 'f'));
  EXPECT_EQ(assessment.answers["z"].indicator_digest, "");
  assessment = world.assessment;
  assessment.scheme_version = "0";
  stamp_digests(assessment, world.scheme);
  EXPECT_EQ(assessment.answers["c"].indicator_digest, kUnverifiedDigest);
  EXPECT_EQ(carry_over(assessment, world.scheme).unknown_before, (std::vector<std::string>{"c", "d"}));
}

}  // namespace
}  // namespace luping
