#include "core/judge/applicability.h"

#include <algorithm>

namespace luping {
namespace {

// GB/T 2260: six digits, of which the last two are 00 for a prefecture, the last four 0000 for a province.
std::string_view level_of_code(std::string_view code) {
  if (code.size() != 6) return {};
  if (code.ends_with("0000")) return word_of(RegionLevel::province);
  if (code.ends_with("00")) return word_of(RegionLevel::city);
  return word_of(RegionLevel::county);
}

Applicability judge(const Scheme& scheme, const Assessment& assessment, const Condition& condition) {
  using Answer = Applicability::Answer;
  const auto& regions = condition.regions;
  if (!regions.empty() && std::find(regions.begin(), regions.end(), assessment.region) == regions.end())
    return {Answer::no, {}};
  Applicability whole;
  for (const auto& [attribute, values] : condition.attributes) {
    const std::string value = attribute_of(scheme, assessment, attribute);
    if (value.empty()) {
      whole = {Answer::unknown, attribute};
    } else if (std::find(values.begin(), values.end(), value) == values.end()) {
      return {Answer::no, {}};
    }
  }
  return whole;
}

template <typename Part>
Applicability of_part(const Scheme& scheme, const Assessment& assessment, const Part& part) {
  const Applicability own = judge(scheme, assessment, part.applies_when);
  const Item* item = find_item(scheme, part.item);
  if (item == nullptr || own.answer == Applicability::Answer::no) return own;
  const Applicability of_item = judge(scheme, assessment, item->applies_when);
  return of_item.answer == Applicability::Answer::yes ? own : of_item;
}

}  // namespace

std::string attribute_of(const Scheme& scheme, const Assessment& assessment, std::string_view attribute) {
  const auto own = assessment.attributes.find(std::string(attribute));
  if (own != assessment.attributes.end() && !own->second.empty()) return own->second;
  const Region* region = find_region(scheme, assessment.region);
  if (region != nullptr) {
    const auto given = region->attributes.find(std::string(attribute));
    if (given != region->attributes.end()) return given->second;
    if (attribute == "level") return std::string(word_of(region->level));
    if (attribute == "type") return region->type;
    return {};
  }
  return attribute == "level" ? std::string(level_of_code(assessment.region)) : std::string();
}

Applicability applicability(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  return of_part(scheme, assessment, indicator);
}

Applicability applicability(const Scheme& scheme, const Assessment& assessment, const Measure& measure) {
  return of_part(scheme, assessment, measure);
}

bool applies(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator) {
  return applicability(scheme, assessment, indicator).answer != Applicability::Answer::no;
}

bool applies(const Scheme& scheme, const Assessment& assessment, const Measure& measure) {
  return applicability(scheme, assessment, measure).answer != Applicability::Answer::no;
}

}  // namespace luping
