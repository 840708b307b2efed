#include "app/needs.h"

#include <algorithm>

namespace luping {
namespace {

void add(std::vector<std::string>& all, const std::string& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

class Collector {
 public:
  explicit Collector(const Scheme& scheme) : scheme_(scheme) {}

  void condition(const Condition& condition) {
    for (const auto& [name, values] : condition.attributes) {
      needs.conditional = attribute(name) || needs.conditional;
    }
  }

  void rule(const Rule& rule) {
    switch (rule.kind) {
      case RuleKind::meets_target:
        if (rule.of.empty()) {
          needs.target = true;
          needs.source = rule.source;
        }
        break;
      case RuleKind::change:
        if (rule.against == Reference::baseline) {
          needs.baseline = true;
        } else {
          needs.years_back = std::max(needs.years_back, 1);
        }
        break;
      case RuleKind::stable_or_improving:
        needs.years_back = std::max(needs.years_back, rule.years);
        break;
      case RuleKind::choose:
        attribute(rule.attribute);
        break;
      default:
        break;
    }
    for (const Threshold* threshold : {&rule.threshold, &rule.minimum, &rule.maximum}) {
      for (const ReferenceValue& one : threshold->references) reference(one);
    }
    for (const Rule& member : rule.rules) this->rule(member);
  }

  Needs needs;

 private:
  // Whether a person can give it: level and type are the scheme's.
  bool attribute(const std::string& name) {
    if (find_attribute(scheme_, name) == nullptr) return false;
    add(needs.attributes, name);
    return true;
  }

  void reference(const ReferenceValue& reference) {
    switch (reference.kind) {
      case ReferenceKind::baseline:
        needs.baseline = true;
        break;
      case ReferenceKind::past_year:
      case ReferenceKind::mean_of_past:
        needs.years_back = std::max(needs.years_back, reference.years);
        break;
      case ReferenceKind::target:
        needs.target = true;
        break;
      case ReferenceKind::external:
        add(needs.externals, reference.name);
        break;
      case ReferenceKind::input:
        break;  // the inputs are shown anyway
    }
  }

  const Scheme& scheme_;
};

}  // namespace

Needs needs_of(const Scheme& scheme, const Indicator& indicator) {
  Collector collector(scheme);
  collector.condition(indicator.applies_when);
  if (const Item* item = find_item(scheme, indicator.item)) collector.condition(item->applies_when);
  collector.rule(indicator.rule);
  return collector.needs;
}

}  // namespace luping
