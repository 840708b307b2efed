// Conditions and attributes: that their words exist, and that some region can meet them.
#include <algorithm>
#include <iterator>
#include <optional>

#include "core/check/check.h"
#include "core/check/scheme_check_parts.h"
#include "core/text.h"

namespace luping {
namespace {

using Conditions = std::vector<const Condition*>;

bool holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_built_in(std::string_view attribute) { return attribute == "level" || attribute == "type"; }

// What the scheme itself says of a region; nullopt where the assessment has to.
std::optional<std::string> given_word(const Region& region, const std::string& attribute) {
  const auto given = region.attributes.find(attribute);
  if (given != region.attributes.end()) return given->second;
  if (attribute == "level") return std::string(word_of(region.level));
  if (attribute == "type") return region.type;
  return std::nullopt;
}

// The words every condition allows, for each attribute they ask for. Declared attributes have no others than declared.
std::map<std::string, std::vector<std::string>> allowed_words(const Scheme& scheme, const Conditions& conditions) {
  std::map<std::string, std::vector<std::string>> allowed;
  for (const Condition* condition : conditions) {
    for (const auto& asked : condition->attributes) {
      const auto& attribute = asked.first;
      const auto& words = asked.second;  // no structured binding: clang 14 captures none in a lambda
      const Attribute* declared = find_attribute(scheme, attribute);
      const auto [entry, is_first] = allowed.emplace(attribute, words);
      std::erase_if(entry->second, [&](const std::string& word) {
        return !holds(words, word) || (declared != nullptr && !holds(declared->values, word));
      });
    }
  }
  return allowed;
}

bool lets_through(const Scheme& scheme, const Conditions& conditions, const Region& region) {
  for (const Condition* condition : conditions) {
    if (!condition->regions.empty() && !holds(condition->regions, region.id)) return false;
  }
  for (const auto& [attribute, words] : allowed_words(scheme, conditions)) {
    const std::optional<std::string> given = given_word(region, attribute);
    if (given ? !holds(words, *given) : words.empty()) return false;
  }
  return true;
}

bool can_be_met(const Scheme& scheme, const Conditions& conditions) {
  const auto meets = [&](const Region& region) { return lets_through(scheme, conditions, region); };
  if (std::any_of(scheme.regions.begin(), scheme.regions.end(), meets)) return true;
  if (!scheme.open_regions) return false;
  // Some region that is not listed: of any level and type, but in no list of regions.
  const auto allowed = allowed_words(scheme, conditions);
  return std::all_of(conditions.begin(), conditions.end(), [](const Condition* one) { return one->regions.empty(); }) &&
         std::all_of(allowed.begin(), allowed.end(), [](const auto& one) { return !one.second.empty(); });
}

bool is_always_true(const Condition& condition) { return condition.regions.empty() && condition.attributes.empty(); }

void add_once(std::vector<std::string>& words, std::string word) {
  if (!word.empty() && !holds(words, word)) words.push_back(std::move(word));
}

}  // namespace

AttributeWords words_of(const Scheme& scheme, std::string_view attribute, const Conditions& conditions) {
  AttributeWords all;
  const std::string name(attribute);
  if (const Attribute* declared = find_attribute(scheme, attribute)) {
    const auto allowed = allowed_words(scheme, conditions);
    const auto asked = allowed.find(name);
    return {true, true, asked == allowed.end() ? declared->values : asked->second};
  }
  if (!is_built_in(attribute)) return all;
  all.known = true;
  all.closed = !scheme.open_regions;
  for (const Region& region : scheme.regions) {
    if (lets_through(scheme, conditions, region)) add_once(all.words, given_word(region, name).value_or(""));
  }
  if (scheme.open_regions) {
    const auto allowed = allowed_words(scheme, conditions);
    const auto asked = allowed.find(name);
    if (asked != allowed.end()) {
      all.closed = true;
      for (const std::string& word : asked->second) add_once(all.words, word);
    }
  }
  return all;
}

void check_attribute_word(const Scheme& scheme, std::string_view attribute, const std::string& word,
                          std::string_view pointer, Findings& findings) {
  std::vector<std::string> words;
  if (const Attribute* declared = find_attribute(scheme, attribute)) {
    words = declared->values;
  } else if (attribute == "level") {
    for (const RegionLevel level : {RegionLevel::province, RegionLevel::city, RegionLevel::county})
      words.emplace_back(word_of(level));
  } else {
    return;
  }
  if (!holds(words, word)) {
    findings.report(DiagnosticCode::attribute_value_unknown, pointer,
                    {word, std::string(attribute), join(words, "、")});
  }
}

void check_attributes(const Scheme& scheme, Findings& findings) {
  for (std::size_t i = 0; i < scheme.attributes.size(); ++i) {
    const std::string pointer = at("attributes", i) + "/values";
    const auto& values = scheme.attributes[i].values;
    if (values.empty()) findings.report(DiagnosticCode::empty_list, pointer, {"values"});
    for (auto one = values.begin(); one != values.end(); ++one) {
      if (std::find(values.begin(), one, *one) != one) {
        findings.warn(DiagnosticCode::word_twice, pointer + "/" + std::to_string(std::distance(values.begin(), one)),
                      {*one});
      }
    }
  }
  for (std::size_t i = 0; i < scheme.regions.size(); ++i) {
    for (const auto& [attribute, word] : scheme.regions[i].attributes) {
      const std::string pointer = at("regions", i) + "/attributes" + pointer_step(attribute);
      if (find_attribute(scheme, attribute) == nullptr && !is_built_in(attribute))
        findings.warn(DiagnosticCode::attribute_undeclared, pointer, {attribute});
      check_attribute_word(scheme, attribute, word, pointer, findings);
    }
  }
}

void check_condition(const Scheme& scheme, const Condition& condition, const Condition* outer,
                     const std::string& pointer, Findings& findings) {
  if (is_always_true(condition)) return;
  const std::string own = pointer + "/appliesWhen";
  const std::size_t before = findings.size();
  for (std::size_t i = 0; i < condition.regions.size(); ++i) {
    findings.refer(find_region(scheme, condition.regions[i]), condition.regions[i], "地区（region）",
                   own + "/regions/" + std::to_string(i));
  }
  for (const auto& [attribute, words] : condition.attributes) {
    const std::string place = own + "/attributes" + pointer_step(attribute);
    if (words.empty()) findings.report(DiagnosticCode::empty_list, place, {attribute});
    if (find_attribute(scheme, attribute) == nullptr && !is_built_in(attribute))
      findings.warn(DiagnosticCode::attribute_undeclared, place, {attribute});
    for (std::size_t i = 0; i < words.size(); ++i)
      check_attribute_word(scheme, attribute, words[i], place + "/" + std::to_string(i), findings);
  }
  if (findings.size() != before) return;
  Conditions conditions{&condition};
  // An item whose own condition nobody meets is reported there.
  if (outer != nullptr && can_be_met(scheme, {outer})) conditions.push_back(outer);
  if (!can_be_met(scheme, conditions)) findings.report(DiagnosticCode::condition_never_met, own, {});
}

}  // namespace luping
