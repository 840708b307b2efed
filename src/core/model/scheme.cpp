#include "core/model/scheme.h"

#include <algorithm>

namespace luping {
namespace {

template <typename T>
const T* find_by_id(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [id](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Region* find_region(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.regions, id); }
const Unit* find_unit(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.units, id); }
const Attribute* find_attribute(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.attributes, id); }
const External* find_external(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.externals, id); }
const Organisation* find_organisation(const Scheme& scheme, std::string_view id) {
  return find_by_id(scheme.organisations, id);
}
const Group* find_group(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.groups, id); }
const Item* find_item(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.items, id); }
const Indicator* find_indicator(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.indicators, id); }
const Measure* find_measure(const Scheme& scheme, std::string_view id) { return find_by_id(scheme.measures, id); }
const Input* find_input(const Indicator& indicator, std::string_view id) {
  return find_by_id(indicator.value.inputs, id);
}

std::string_view unit_label(const Scheme& scheme, std::string_view unit) {
  const Unit* found = find_unit(scheme, unit);
  return found == nullptr ? std::string_view() : std::string_view(found->label);
}

std::string_view word_of(RegionLevel level) {
  switch (level) {
    case RegionLevel::province:
      return "province";
    case RegionLevel::city:
      return "city";
    case RegionLevel::county:
      return "county";
  }
  return {};
}

ComparisonMethod method_of(const Scheme& scheme, const Indicator& indicator) {
  return indicator.comparison_method.value_or(scheme.comparison_method);
}

std::vector<std::string> organisation_names(const Scheme& scheme, const std::vector<std::string>& ids,
                                            std::string_view region) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const Organisation* organisation = find_organisation(scheme, id);
    if (organisation == nullptr) continue;
    const Organisation* shown = organisation;
    for (const std::string& member_id : organisation->members) {
      const Organisation* member = find_organisation(scheme, member_id);
      if (member != nullptr && !region.empty() && member->region == region) shown = member;
    }
    names.push_back(shown->name);
  }
  return names;
}

}  // namespace luping
