// What the start page offers to assess.
#include <algorithm>

#include "app/build_view.h"

namespace luping {
namespace {

bool asks_for(const Condition& condition, std::string_view level) {
  const auto values = condition.attributes.find("level");
  return values != condition.attributes.end() &&
         std::find(values->second.begin(), values->second.end(), level) != values->second.end();
}

bool asks_for(const Rule& rule, std::string_view level) {
  if (rule.kind == RuleKind::choose && rule.attribute == "level") {
    for (const std::vector<std::string>& values : rule.cases) {
      if (std::find(values.begin(), values.end(), level) != values.end()) return true;
    }
  }
  return std::any_of(rule.rules.begin(), rule.rules.end(), [&](const Rule& inner) { return asks_for(inner, level); });
}

/// Counties assess themselves under every scheme; a level above them where the scheme has something to ask of it.
bool concerns(const Scheme& scheme, RegionLevel level) {
  if (level == RegionLevel::county) return true;
  const std::string_view word = word_of(level);
  return std::any_of(scheme.items.begin(), scheme.items.end(),
                     [&](const Item& item) { return asks_for(item.applies_when, word); }) ||
         std::any_of(scheme.indicators.begin(), scheme.indicators.end(), [&](const Indicator& indicator) {
           return asks_for(indicator.applies_when, word) || asks_for(indicator.rule, word);
         });
}

}  // namespace

void offer_regions(const Scheme& scheme, StartModel& model) {
  bool only_counties = true;
  for (const Region& region : scheme.regions) {
    if (!concerns(scheme, region.level)) continue;
    model.regions.push_back({region.id, region.name, region.type});
    only_counties = only_counties && region.level == RegionLevel::county;
  }
  model.region_label = only_counties ? "县（市、区）" : "市或县（市、区）";
}

}  // namespace luping
