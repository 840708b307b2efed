#include "core/model/assessment.h"

#include <algorithm>
#include <tuple>

#include "core/stable_order.h"
#include "core/text.h"

namespace luping {

bool is_in_force(const NotApplicable& declaration) { return declaration.declared && !is_blank(declaration.reason); }

bool is_empty(const Answer& answer) {
  if (answer.indicator_digest.empty()) return answer == Answer{};
  Answer rest = answer;  // the digest alone is no answer
  rest.indicator_digest.clear();
  return rest == Answer{};
}

bool is_empty(const MeasureReport& report) { return report == MeasureReport{}; }

std::optional<Result> verdict_from_token(std::string_view token) {
  const std::optional<Result> result = result_from_token(token);
  const bool is_verdict =
      result == Result::pass || result == Result::fail || result == Result::unknown || result == Result::notapplicable;
  return is_verdict ? result : std::nullopt;
}

std::optional<Result> result_set_by_hand(const Answer& answer) {
  if (is_blank(answer.manual.reason) || is_blank(answer.manual.author)) return std::nullopt;
  return verdict_from_token(answer.manual.result);
}

const Target* assigned_target(const Assessment& assessment, std::string_view indicator, std::string_view input) {
  const auto found = std::find_if(assessment.targets.begin(), assessment.targets.end(), [&](const Target& target) {
    return target.region == assessment.region && target.indicator == indicator && target.input == input &&
           target.year == assessment.year;
  });
  return found == assessment.targets.end() ? nullptr : &*found;
}

const ExternalValue* external_value(const Assessment& assessment, std::string_view id) {
  const ExternalValue* for_all = nullptr;
  for (const ExternalValue& one : assessment.externals) {
    if (one.id != id || one.year != assessment.year) continue;
    if (one.region == assessment.region) return &one;
    if (one.region.empty()) for_all = &one;
  }
  return for_all;
}

namespace {

// Adds an entry, in place of the old one it updates.
template <typename Entry, typename Same>
void adopt(std::vector<Entry>& entries, const Entry& entry, Same same) {
  const auto old = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return same(one, entry); });
  if (old == entries.end()) {
    entries.push_back(entry);
  } else {
    *old = entry;
  }
}

}  // namespace

std::size_t adopt_targets(Assessment& assessment, const TargetPack& pack) {
  std::size_t adopted = 0;
  for (const Target& target : pack.targets) {
    if (target.region != assessment.region) continue;
    ++adopted;
    adopt(assessment.targets, target, [](const Target& a, const Target& b) {
      return a.region == b.region && a.indicator == b.indicator && a.input == b.input && a.year == b.year;
    });
  }
  for (const ExternalValue& value : pack.externals) {
    if (!value.region.empty() && value.region != assessment.region) continue;
    ++adopted;
    adopt(assessment.externals, value, [](const ExternalValue& a, const ExternalValue& b) {
      return a.id == b.id && a.region == b.region && a.year == b.year;
    });
  }
  stable_sort(assessment.targets, [](const Target& a, const Target& b) {
    return std::tie(a.indicator, a.input, a.year) < std::tie(b.indicator, b.input, b.year);
  });
  return adopted;
}

}  // namespace luping
