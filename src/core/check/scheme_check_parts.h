// The parts of check(scheme), a file each. `pointer` is always that of the object checked (`/indicators/3/rule`). Internal.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/check_findings.h"
#include "core/model/scheme.h"

namespace luping {

// ---- condition_check.cpp ----

/// The words an attribute can have.
struct AttributeWords {
  bool known = false;   ///< declared by the scheme, or `level` or `type`
  bool closed = false;  ///< no word but these can occur
  std::vector<std::string> words;
};

/// The words of an attribute among the regions that every one of `conditions` lets through.
AttributeWords words_of(const Scheme& scheme, std::string_view attribute,
                        const std::vector<const Condition*>& conditions);

/// Reports a word that the attribute cannot have at all, wherever it stands. An attribute nobody declared has any word.
void check_attribute_word(const Scheme& scheme, std::string_view attribute, const std::string& word,
                          std::string_view pointer, Findings& findings);

/// Attributes as declared, and as the regions have them.
void check_attributes(const Scheme& scheme, Findings& findings);

/// The condition of a part of the scheme; `outer` is its item's, which holds as well; null for none.
void check_condition(const Scheme& scheme, const Condition& condition, const Condition* outer,
                     const std::string& pointer, Findings& findings);

// ---- rule_check.cpp, choose_check.cpp, logic_check.cpp ----

/// Fits of a rule and its thresholds with the indicator.
void check_rule(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings);

/// Cases of every `choose` in a rule.
void check_choices(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings);

/// Comparisons that always or never hold, contradict each other or change nothing.
void check_logic(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings);

/// The pointer of a member of a composite rule.
std::string member_pointer(const Rule& rule, std::size_t index, const std::string& pointer);

/// Whether a figure lies outside what the subject (`of`, empty: the value) can be.
bool is_out_of_range(const Indicator& indicator, std::string_view of, const Decimal& figure);

/// How an indicator's value or input is called in messages.
std::string name_of_subject(const Indicator& indicator, std::string_view of);

// ---- unit_check.cpp, gate_check.cpp ----

/// Units as declared.
void check_units(const Scheme& scheme, Findings& findings);

/// Units carried through the indicator's formula and those of its thresholds.
void check_formula_units(const Scheme& scheme, const Indicator& indicator, const std::string& pointer,
                         Findings& findings);

void check_gates(const Scheme& scheme, Findings& findings);

void check_rollup(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings);

}  // namespace luping
