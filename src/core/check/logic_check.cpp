// Rules that cannot mean what they say: comparisons that always or never hold, members that contradict or imply each other.
//
// Fixed thresholds leave sets of numbers (interval_check.h). A set is only ever too large (`possibly`) or too small (`certainly`), so
// whatever is reported is so; what depends on targets, other years or several subjects at once may stay unnoticed.
#include <algorithm>
#include <set>

#include "core/check/interval_check.h"
#include "core/check/scheme_check_parts.h"
#include "core/judge/rule_evaluator.h"
#include "core/text.h"

namespace luping {
namespace {

using enum DiagnosticCode;

bool is_composite(const Rule& rule) {
  return rule.kind == RuleKind::all_of || rule.kind == RuleKind::any_of || rule.kind == RuleKind::choose;
}

void add_years(const Rule& rule, int first, std::set<int>& years) {
  for (const Threshold* threshold : {&rule.threshold, &rule.minimum, &rule.maximum}) {
    for (const auto& [year, figure] : threshold->by_year) {
      if (year >= first) years.insert(year);
    }
  }
  for (const Rule& member : rule.rules) add_years(member, first, years);
}

// The years the rule is judged in, and those in which one of its figures changes.
std::vector<int> years_of(const Scheme& scheme, const Rule& rule) {
  std::set<int> years(scheme.years.begin(), scheme.years.end());
  const int first = years.empty() ? kFirstYear : *years.begin();
  add_years(rule, first, years);
  if (years.empty()) years.insert(first);
  return {years.begin(), years.end()};
}

// One subject's part in a rule.
class LogicChecker {
 public:
  LogicChecker(const Scheme& scheme, const Indicator& indicator, std::string of, Findings& findings)
      : indicator_(indicator),
        of_(std::move(of)),
        domain_(domain_of(scheme, indicator, of_)),
        years_(years_of(scheme, indicator.rule)),
        findings_(findings) {}

  // An empty range is reported as such.
  bool is_meaningful() const { return !domain_.possible.is_empty(); }

  void visit(const Rule& rule, const std::string& pointer) {
    if (!is_composite(rule)) {
      if (rule.of == of_ && is_sound(rule)) check_leaf(rule, pointer);
      return;
    }
    for (std::size_t i = 0; i < rule.rules.size(); ++i) visit(rule.rules[i], member_pointer(rule, i, pointer));
    if (rule.kind == RuleKind::all_of) check_together(rule, pointer);
    if (rule.kind == RuleKind::any_of) check_alternatives(rule, pointer);
  }

 private:
  Satisfied in_year(const Rule& rule, int year) const { return satisfied_by(rule, of_, domain_, year); }

  bool never(const Rule& rule, int year) const {
    return intersection(in_year(rule, year).possibly, domain_.possible).is_empty();
  }
  bool ever_never(const Rule& rule) const {
    return std::any_of(years_.begin(), years_.end(), [&](int year) { return never(rule, year); });
  }
  bool always(const Rule& rule) const {
    return std::all_of(years_.begin(), years_.end(),
                       [&](int year) { return in_year(rule, year).certainly.covers(domain_.possible); });
  }
  // Whether `consequence` holds whenever `premise` does.
  bool implies(const Rule& premise, const Rule& consequence) const {
    return std::all_of(years_.begin(), years_.end(), [&](int year) {
      return in_year(consequence, year)
          .certainly.covers(intersection(in_year(premise, year).possibly, domain_.possible));
    });
  }

  // False for a leaf about which something simpler has been reported.
  bool is_sound(const Rule& rule) const {
    if (rule.kind == RuleKind::one_of) {
      return std::all_of(rule.values.begin(), rule.values.end(), [&](const std::string& word) {
        return std::find(domain_.options.begin(), domain_.options.end(), word) != domain_.options.end();
      });
    }
    const auto in_range = [&](const Threshold& threshold) {
      if (!threshold.formula.empty()) return true;
      if (threshold.by_year.empty()) return !is_out_of_range(indicator_, of_, threshold.value);
      return std::none_of(threshold.by_year.begin(), threshold.by_year.end(),
                          [&](const auto& one) { return is_out_of_range(indicator_, of_, one.second); });
    };
    if (rule.kind == RuleKind::compare) return in_range(rule.threshold);
    return rule.kind == RuleKind::between && in_range(rule.minimum) && in_range(rule.maximum);
  }

  void check_leaf(const Rule& rule, const std::string& pointer) {
    if (rule.kind == RuleKind::one_of && rule.values.empty()) return;
    if (ever_never(rule)) {
      findings_.report(rule.kind == RuleKind::between && is_reversed(rule) ? between_reversed : never_holds, pointer,
                       {name_of_subject(indicator_, of_)});
    } else if (always(rule)) {
      findings_.warn(always_holds, pointer, {name_of_subject(indicator_, of_)});
    }
  }

  bool is_reversed(const Rule& rule) const {
    if (!rule.minimum.formula.empty() || !rule.maximum.formula.empty()) return false;
    return std::any_of(years_.begin(), years_.end(), [&](int year) {
      const Decimal* low = figure_for(rule.minimum, year);
      const Decimal* high = figure_for(rule.maximum, year);
      return low != nullptr && high != nullptr && Rational(*low) > Rational(*high);
    });
  }

  bool any_member_never(const Rule& rule) const {
    return std::any_of(rule.rules.begin(), rule.rules.end(), [&](const Rule& member) { return ever_never(member); });
  }
  bool any_member_always(const Rule& rule) const {
    return std::any_of(rule.rules.begin(), rule.rules.end(), [&](const Rule& member) { return always(member); });
  }

  void check_together(const Rule& rule, const std::string& pointer) {
    if (any_member_never(rule)) return;
    if (ever_never(rule)) {
      findings_.report(members_contradict, pointer, {name_of_subject(indicator_, of_), contradicting(rule)});
      return;
    }
    report_redundant(rule, pointer,
                     [&](std::size_t i, std::size_t j) { return implies(rule.rules[j], rule.rules[i]); });
  }

  // The numbers of the first two that cannot hold together, counted from 1; of all when it takes more than two.
  std::string contradicting(const Rule& rule) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < rule.rules.size(); ++i) {
      for (std::size_t j = i + 1; j < rule.rules.size(); ++j) {
        Rule pair = rule;
        pair.rules = {rule.rules[i], rule.rules[j]};
        if (ever_never(pair)) return std::to_string(i + 1) + "、" + std::to_string(j + 1);
      }
      all.push_back(std::to_string(i + 1));
    }
    return join(all, "、");
  }

  void check_alternatives(const Rule& rule, const std::string& pointer) {
    if (any_member_always(rule)) return;
    if (always(rule)) {
      findings_.warn(always_holds, pointer, {name_of_subject(indicator_, of_)});
      return;
    }
    report_redundant(rule, pointer,
                     [&](std::size_t i, std::size_t j) { return implies(rule.rules[i], rule.rules[j]); });
  }

  // Members that another one makes needless; of two that say the same the later one.
  template <typename MakesNeedless>
  void report_redundant(const Rule& rule, const std::string& pointer, const MakesNeedless& makes_needless) {
    for (std::size_t i = 0; i < rule.rules.size(); ++i) {
      if (ever_never(rule.rules[i]) || always(rule.rules[i])) continue;  // reported
      for (std::size_t j = 0; j < rule.rules.size(); ++j) {
        if (i == j || ever_never(rule.rules[j]) || always(rule.rules[j]) || !makes_needless(i, j)) continue;
        if (i < j && makes_needless(j, i)) continue;
        findings_.warn(member_redundant, member_pointer(rule, i, pointer),
                       {std::to_string(i + 1), std::to_string(j + 1)});
        break;
      }
    }
  }

  const Indicator& indicator_;
  std::string of_;
  SubjectDomain domain_;
  std::vector<int> years_;
  Findings& findings_;
};

}  // namespace

void check_logic(const Scheme& scheme, const Indicator& indicator, const std::string& pointer, Findings& findings) {
  const RuleSubjects subjects = subjects_of(indicator.rule);
  std::vector<std::string> all = subjects.inputs;
  if (subjects.value) all.emplace(all.begin());
  for (const std::string& of : all) {
    LogicChecker checker(scheme, indicator, of, findings);
    if (checker.is_meaningful()) checker.visit(indicator.rule, pointer);
  }
}

}  // namespace luping
