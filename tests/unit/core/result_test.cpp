#include "core/model/result.h"

#include <gtest/gtest.h>

#include <vector>

#include "support/scheme_builder.h"

namespace luping {
namespace {

using enum Result;

// Independent oracle: two-place tables, folded. Rows and columns: pass fail unknown notchecked notapplicable error informational.
constexpr Result kAnd[7][7] = {
    // pass
    {pass, fail, unknown, notchecked, pass, error, pass},
    // fail
    {fail, fail, fail, fail, fail, fail, fail},
    // unknown
    {unknown, fail, unknown, unknown, unknown, error, unknown},
    // notchecked
    {notchecked, fail, unknown, notchecked, notchecked, error, notchecked},
    // notapplicable
    {pass, fail, unknown, notchecked, notapplicable, error, notapplicable},
    // error
    {error, fail, error, error, error, error, error},
    // informational
    {pass, fail, unknown, notchecked, notapplicable, error, notapplicable},
};
constexpr Result kOr[7][7] = {
    {pass, pass, pass, pass, pass, pass, pass},
    {pass, fail, unknown, notchecked, fail, error, fail},
    {pass, unknown, unknown, unknown, unknown, error, unknown},
    {pass, notchecked, unknown, notchecked, notchecked, error, notchecked},
    {pass, fail, unknown, notchecked, notapplicable, error, notapplicable},
    {pass, error, error, error, error, error, error},
    {pass, fail, unknown, notchecked, notapplicable, error, notapplicable},
};

Result fold(const std::vector<Result>& members, const Result (&table)[7][7]) {
  Result whole = notapplicable;
  for (const Result member : members) whole = table[static_cast<std::size_t>(whole)][static_cast<std::size_t>(member)];
  return whole;
}

TEST(ResultLogic, EveryCombinationOfUpToFour) {
  for (std::size_t length = 0; length <= 4; ++length) {
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < length; ++i) combinations *= 7;
    for (std::size_t code = 0; code < combinations; ++code) {
      std::vector<Result> members;
      for (std::size_t i = 0, rest = code; i < length; ++i, rest /= 7) members.push_back(kAllResults[rest % 7]);
      ASSERT_EQ(all_of(members), fold(members, kAnd)) << code << " of length " << length;
      ASSERT_EQ(any_of(members), fold(members, kOr)) << code << " of length " << length;
    }
  }
}

TEST(ResultLogic, OrderOfStrength) {
  EXPECT_EQ(all_of(std::vector{pass, notchecked, unknown, error, fail}), fail);
  EXPECT_EQ(all_of(std::vector{pass, notchecked, unknown, error}), error);
  EXPECT_EQ(all_of(std::vector{pass, notchecked, unknown}), unknown);
  EXPECT_EQ(all_of(std::vector{pass, notchecked}), notchecked);
  EXPECT_EQ(any_of(std::vector{fail, notchecked, unknown, error, pass}), pass);
  EXPECT_EQ(any_of(std::vector{fail, notchecked, unknown, error}), error);
  EXPECT_EQ(any_of(std::vector{fail, notchecked, unknown}), unknown);
  EXPECT_EQ(any_of(std::vector{fail, notchecked}), notchecked);
  EXPECT_EQ(all_of(std::vector{notapplicable, informational}), notapplicable);
  EXPECT_EQ(any_of(std::vector<Result>{}), notapplicable);
}

TEST(ResultTokens, ThereAndBack) {
  for (const Result result : kAllResults) EXPECT_EQ(result_from_token(token_of(result)), result);
  EXPECT_EQ(result_from_token("PASS"), std::nullopt);
  EXPECT_EQ(result_from_token(""), std::nullopt);
}

}  // namespace
}  // namespace luping
