#include "core/model/result.h"

#include <algorithm>

namespace luping {
namespace {

constexpr std::array<std::string_view, 7> kTokens = {"pass",          "fail",  "unknown",      "notchecked",
                                                     "notapplicable", "error", "informational"};

Result first_present(std::span<const Result> members, std::array<Result, 5> order) {
  for (const Result candidate : order) {
    if (std::find(members.begin(), members.end(), candidate) != members.end()) return candidate;
  }
  return Result::notapplicable;
}

}  // namespace

std::string_view token_of(Result result) { return kTokens[static_cast<std::size_t>(result)]; }

std::optional<Result> result_from_token(std::string_view token) {
  for (const Result result : kAllResults) {
    if (token_of(result) == token) return result;
  }
  return std::nullopt;
}

Result all_of(std::span<const Result> members) {
  return first_present(members, {Result::fail, Result::error, Result::unknown, Result::notchecked, Result::pass});
}

Result any_of(std::span<const Result> members) {
  return first_present(members, {Result::pass, Result::error, Result::unknown, Result::notchecked, Result::fail});
}

}  // namespace luping
