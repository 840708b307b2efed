// The verdict vocabulary: XCCDF 1.2 result tokens (NIST IR 7275r4, 6.6.4.2) and the Kleene logic that combines them.
//
// `allOf` takes the first present of fail > error > unknown > notchecked > pass, `anyOf` of
// pass > error > unknown > notchecked > fail. Members that are notapplicable (or informational) drop out;
// when all drop out the whole is notapplicable.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace luping {

enum class Result {
  pass,           ///< 达标: the rule holds
  fail,           ///< 未达标: the rule does not hold
  unknown,        ///< 无法判定: entered, but a target, baseline, year or input is missing
  notchecked,     ///< 未填报: nothing entered yet
  notapplicable,  ///< 不适用: excluded by the scheme, or by a person with a reason
  error,          ///< 数据错误: the entered data is impossible
  informational,  ///< 仅供参考: no rule
};

inline constexpr std::array<Result, 7> kAllResults = {Result::pass,         Result::fail,          Result::unknown,
                                                      Result::notchecked,   Result::notapplicable, Result::error,
                                                      Result::informational};

/// The XCCDF token, e.g. "notapplicable".
std::string_view token_of(Result result);

/// The result a token names; nullopt for any other text.
std::optional<Result> result_from_token(std::string_view token);

/// Strong Kleene conjunction extended by error and notchecked; see the head of this file. Empty: notapplicable.
Result all_of(std::span<const Result> members);

/// Strong Kleene disjunction, likewise. Empty: notapplicable.
Result any_of(std::span<const Result> members);

}  // namespace luping
