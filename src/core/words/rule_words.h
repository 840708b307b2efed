// The parts rules are put into words with, shared by requirements (rule_words*.cpp) and explanations (explain*.cpp).
// For the core's wording and for whoever writes about rules; what most call is in explain.h.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/model/scheme.h"

namespace luping {

/// Names a reference of a threshold in its formula.
using ReferenceNames = std::function<std::string(const ReferenceValue& reference)>;

/// 基期, 上年, 近 3 年平均, 目标, 全区平均水平, “控制目标”.
std::string reference_name(const Scheme& scheme, const Indicator& indicator, const ReferenceValue& reference,
                           Language language);

/// The reference a threshold is, when its formula is nothing else; nullptr otherwise.
const ReferenceValue* single_reference(const Threshold& threshold);

/// `不低于全区平均水平`, `< 0.5 × 全区平均水平`. REQUIRES: the threshold has a formula.
std::string computed_in_words(Comparison comparison, const Threshold& threshold, const ReferenceNames& names,
                              Language language);

/// `2025 年起 ≥ 90%`, `≥ 90% from 2025`.
std::string from_year_in_words(int year, Comparison comparison, const Decimal& figure, std::string_view label,
                               Language language);

/// The unit of the figures a rule compares: of the value, or of the input `of` names.
std::string_view label_of_subject(const Scheme& scheme, const Indicator& indicator, std::string_view of);

/// “能源消费总量”: an input by name, in quotes.
std::string input_in_quotes(const Indicator& indicator, std::string_view input);

/// The name of a region's attribute: 地形, 行政级别.
std::string attribute_name(const Scheme& scheme, std::string_view attribute, Language language);

/// Values of it for people: 山区、丘陵地区, 县级.
std::string attribute_values(std::string_view attribute, const std::vector<std::string>& values, Language language);

/// Which values a case of `choose` is for; 其他 for the last when it takes all others.
std::string case_in_words(const Rule& rule, std::size_t chosen, Language language);

/// Whether an event must not occur (docs/formats/scheme.md, `mustNotOccur`).
bool forbids_an_event(const Rule& rule);

/// What change and stable_or_improving measure from: 上年 or 基期.
std::string change_reference(const Rule& rule, Language language);

/// A rule in words, its figures with `label`; a rule of an input names the input and uses its unit.
std::string rule_in_words(const Scheme& scheme, const Indicator& indicator, const Rule& rule, std::string_view label,
                          Language language);

}  // namespace luping
