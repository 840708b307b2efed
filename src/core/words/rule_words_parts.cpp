// The names that rules are put into words with: references, attributes, inputs.
#include <algorithm>

#include "core/text.h"
#include "core/words/phrases.h"
#include "core/words/rule_words.h"

namespace luping {

std::string reference_name(const Scheme& scheme, const Indicator& indicator, const ReferenceValue& reference,
                           Language language) {
  const bool zh = language == Language::zh;
  const std::string years = std::to_string(reference.years);
  switch (reference.kind) {
    case ReferenceKind::baseline:
      return zh ? "基期" : "the baseline";
    case ReferenceKind::past_year:
      if (reference.years == 1) return zh ? "上年" : "last year";
      return format(zh ? "{0} 年前" : "{0} years before", {years});
    case ReferenceKind::mean_of_past:
      return format(zh ? "近 {0} 年平均" : "the mean of the last {0} years", {years});
    case ReferenceKind::target:
      return zh ? "目标" : "the target";
    case ReferenceKind::external: {
      const External* external = find_external(scheme, reference.name);
      return external == nullptr ? reference.name : external->name;
    }
    case ReferenceKind::input:
      return input_in_quotes(indicator, reference.name);
  }
  return {};
}

const ReferenceValue* single_reference(const Threshold& threshold) {
  std::string_view text = threshold.formula.text();
  const auto wraps = [](char c) { return c == ' ' || c == '(' || c == ')'; };
  while (!text.empty() && wraps(text.front())) text.remove_prefix(1);
  while (!text.empty() && wraps(text.back())) text.remove_suffix(1);
  for (const ReferenceValue& reference : threshold.references) {
    if (reference.id == text) return &reference;
  }
  return nullptr;
}

std::string computed_in_words(Comparison comparison, const Threshold& threshold, const ReferenceNames& names,
                              Language language) {
  if (const ReferenceValue* only = single_reference(threshold))
    return joined_to(word_of(comparison, language), names(*only), language);
  std::string sum = threshold.formula.in_words([&](std::string_view id) {
    const auto& references = threshold.references;
    const auto found =
        std::find_if(references.begin(), references.end(), [&](const auto& one) { return one.id == id; });
    return found == references.end() ? std::string(id) : names(*found);
  });
  // A full-width bracket needs no blank behind it.
  constexpr std::string_view kBracket = "） ";
  for (std::size_t at = sum.find(kBracket); at != std::string::npos; at = sum.find(kBracket, at))
    sum.erase(at + kBracket.size() - 1, 1);
  return std::string(sign_of(comparison)) + " " + sum;
}

std::string from_year_in_words(int year, Comparison comparison, const Decimal& figure, std::string_view label,
                               Language language) {
  return format(language == Language::zh ? "{0} 年起 {1} {2}" : "{1} {2} from {0}",
                {std::to_string(year), sign_of(comparison), with_unit(figure.to_string(), label)});
}

std::string_view label_of_subject(const Scheme& scheme, const Indicator& indicator, std::string_view of) {
  const Input* input = of.empty() ? nullptr : find_input(indicator, of);
  return unit_label(scheme, input == nullptr ? indicator.value.unit : input->unit);
}

std::string input_in_quotes(const Indicator& indicator, std::string_view input) {
  const Input* found = find_input(indicator, input);
  return "“" + (found == nullptr ? std::string(input) : found->name) + "”";
}

std::string attribute_name(const Scheme& scheme, std::string_view attribute, Language language) {
  const Attribute* declared = find_attribute(scheme, attribute);
  if (declared != nullptr && !declared->name.empty()) return declared->name;
  if (language == Language::zh && attribute == "level") return "行政级别";
  if (language == Language::zh && attribute == "type") return "地区类型";
  return std::string(attribute);
}

std::string attribute_values(std::string_view attribute, const std::vector<std::string>& values, Language language) {
  const bool zh = language == Language::zh;
  if (!zh || attribute != "level") return join(values, zh ? "、" : ", ");
  std::vector<std::string> words;
  for (const std::string& value : values) {
    words.push_back(value == "province" ? "省级" : value == "city" ? "市级" : value == "county" ? "县级" : value);
  }
  return join(words, "、");
}

std::string case_in_words(const Rule& rule, std::size_t chosen, Language language) {
  if (chosen < rule.cases.size()) return attribute_values(rule.attribute, rule.cases[chosen], language);
  return language == Language::zh ? "其他" : "otherwise";
}

bool forbids_an_event(const Rule& rule) {
  return rule.kind == RuleKind::one_of && rule.values.size() == 1 && rule.values.front() == "未发生";
}

std::string change_reference(const Rule& rule, Language language) {
  const bool zh = language == Language::zh;
  if (rule.kind == RuleKind::change && rule.against == Reference::baseline) return zh ? "基期" : "the baseline";
  return zh ? "上年" : "last year";
}

}  // namespace luping
