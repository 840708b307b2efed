// The cases of `choose` rules: that their words exist, stand in one case only, can occur, and leave no hole.
#include <algorithm>
#include <set>

#include "core/check/scheme_check_parts.h"
#include "core/text.h"

namespace luping {
namespace {

// The words that are still possible where a rule stands, for the attributes that rules around it have chosen by.
using Chosen = std::map<std::string, AttributeWords>;

class ChoiceChecker {
 public:
  ChoiceChecker(const Scheme& scheme, const Indicator& indicator, Findings& findings)
      : scheme_(scheme), findings_(findings) {
    conditions_.push_back(&indicator.applies_when);
    if (const Item* item = find_item(scheme, indicator.item)) conditions_.push_back(&item->applies_when);
  }

  void visit(const Rule& rule, const std::string& pointer, const Chosen& around) {
    if (rule.kind == RuleKind::choose) return choose(rule, pointer, around);
    for (std::size_t i = 0; i < rule.rules.size(); ++i) visit(rule.rules[i], member_pointer(rule, i, pointer), around);
  }

 private:
  void choose(const Rule& rule, const std::string& pointer, const Chosen& around) {
    const auto chosen = around.find(rule.attribute);
    const AttributeWords here =
        chosen == around.end() ? words_of(scheme_, rule.attribute, conditions_) : chosen->second;
    if (!here.known) findings_.warn(DiagnosticCode::attribute_undeclared, pointer + "/attribute", {rule.attribute});
    if (rule.cases.empty()) findings_.report(DiagnosticCode::empty_list, pointer + "/cases", {"cases"});
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rule.cases.size(); ++i)
      check_case(rule, i, here, pointer + "/cases/" + std::to_string(i), seen);
    check_rest(rule, here, pointer, seen);

    for (std::size_t i = 0; i < rule.rules.size(); ++i) {
      Chosen inside = around;
      inside[rule.attribute] = narrowed(rule, i, here, seen);
      visit(rule.rules[i], member_pointer(rule, i, pointer), inside);
    }
  }

  void check_case(const Rule& rule, std::size_t index, const AttributeWords& here, const std::string& pointer,
                  std::set<std::string>& seen) {
    const std::vector<std::string>& words = rule.cases[index];
    if (words.empty()) findings_.report(DiagnosticCode::empty_list, pointer + "/values", {"values"});
    const std::size_t before = findings_.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string place = pointer + "/values/" + std::to_string(i);
      if (!seen.insert(words[i]).second) findings_.report(DiagnosticCode::case_twice, place, {words[i]});
      check_attribute_word(scheme_, rule.attribute, words[i], place, findings_);
    }
    const bool occurs = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(here.words.begin(), here.words.end(), word) != here.words.end();
    });
    if (here.closed && !occurs && !words.empty() && findings_.size() == before)
      findings_.warn(DiagnosticCode::case_never_occurs, pointer, {join(words, "、")});
  }

  // What no case names.
  void check_rest(const Rule& rule, const AttributeWords& here, const std::string& pointer,
                  const std::set<std::string>& seen) {
    std::vector<std::string> missing;
    for (const std::string& word : here.words) {
      if (seen.count(word) == 0) missing.push_back(word);
    }
    if (!rule.has_otherwise && !missing.empty() && !rule.cases.empty())
      findings_.warn(DiagnosticCode::case_missing, pointer + "/cases", {rule.attribute, join(missing, "、")});
    if (rule.has_otherwise && missing.empty() && here.closed)
      findings_.warn(DiagnosticCode::otherwise_never_occurs, pointer + "/otherwise", {rule.attribute});
  }

  static AttributeWords narrowed(const Rule& rule, std::size_t index, const AttributeWords& here,
                                 const std::set<std::string>& seen) {
    AttributeWords inside{true, true, {}};
    if (index < rule.cases.size()) {
      inside.words = rule.cases[index];
      // Words that cannot occur here need no case further in.
      if (here.closed) {
        std::erase_if(inside.words, [&](const std::string& word) {
          return std::find(here.words.begin(), here.words.end(), word) == here.words.end();
        });
      }
    } else {
      inside = here;
      std::erase_if(inside.words, [&](const std::string& word) { return seen.count(word) != 0; });
    }
    // A branch that is unreachable as a whole has been reported once.
    if (inside.words.empty()) inside.closed = false;
    return inside;
  }

  const Scheme& scheme_;
  Findings& findings_;
  std::vector<const Condition*> conditions_;
};

}  // namespace

void check_choices(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings) {
  ChoiceChecker(scheme, indicator, findings).visit(indicator.rule, pointer, {});
}

}  // namespace luping
