#include "core/carry_over/carry_over.h"

#include <algorithm>

#include "core/carry_over/digest.h"

namespace luping {
namespace {

bool has_leftovers(const Assessment& assessment, const Scheme& scheme) {
  const auto unknown_answer = [&](const auto& entry) {
    const Indicator* indicator = find_indicator(scheme, entry.first);
    return indicator == nullptr ||
           std::any_of(entry.second.inputs.begin(), entry.second.inputs.end(),
                       [&](const auto& input) { return find_input(*indicator, input.first) == nullptr; });
  };
  const auto unknown_report = [&](const auto& entry) { return find_measure(scheme, entry.first) == nullptr; };
  const auto unknown_target = [&](const Target& target) {
    const Indicator* indicator = find_indicator(scheme, target.indicator);
    return indicator == nullptr || (!target.input.empty() && find_input(*indicator, target.input) == nullptr);
  };
  const auto unknown_external = [&](const ExternalValue& value) { return find_external(scheme, value.id) == nullptr; };
  return std::any_of(assessment.answers.begin(), assessment.answers.end(), unknown_answer) ||
         std::any_of(assessment.measures.begin(), assessment.measures.end(), unknown_report) ||
         std::any_of(assessment.targets.begin(), assessment.targets.end(), unknown_target) ||
         std::any_of(assessment.externals.begin(), assessment.externals.end(), unknown_external);
}

}  // namespace

bool is_of_other_version(const Assessment& assessment, const Scheme& scheme) {
  return !assessment.scheme_version.empty() && assessment.scheme_version != scheme.version;
}

CarryOver carry_over(const Assessment& assessment, const Scheme& scheme) {
  CarryOver found;
  const bool other_version = is_of_other_version(assessment, scheme);
  for (const Indicator& indicator : scheme.indicators) {
    const auto answer = assessment.answers.find(indicator.id);
    if (answer == assessment.answers.end() || is_empty(answer->second)) continue;
    const std::string& digest = answer->second.indicator_digest;
    if (digest.empty()) {
      (other_version ? found.unknown_before : found.kept).push_back(indicator.id);
    } else if (!is_digest(digest)) {
      found.unknown_before.push_back(indicator.id);
    } else {
      (digest == indicator_digest(scheme, indicator) ? found.kept : found.changed).push_back(indicator.id);
    }
  }
  for (const auto& [id, answer] : assessment.answers) {
    if (!is_empty(answer) && find_indicator(scheme, id) == nullptr) found.gone.push_back(id);
  }
  return found;
}

bool may_hold_leftovers(const Assessment& assessment, const Scheme& scheme) {
  return is_of_other_version(assessment, scheme) || !assessment.carried_from.empty();
}

void bring_under(Assessment& assessment, const Scheme& scheme) {
  stamp_digests(assessment, scheme);
  if (!has_leftovers(assessment, scheme)) {
    assessment.carried_from.clear();
  } else if (is_of_other_version(assessment, scheme)) {
    assessment.carried_from = assessment.scheme_version;
  }
  assessment.scheme_version = scheme.version;
}

}  // namespace luping
