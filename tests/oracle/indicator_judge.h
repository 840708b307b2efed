// The verdict on one indicator. Part of the oracle, see judge.h.
#pragma once

#include <set>
#include <string>

#include "oracle/figures.h"
#include "oracle/judge.h"

namespace luping::oracle {

bool has_summary(const Rule& rule);

class IndicatorJudge {
 public:
  /// `others`: for summaries; may be null for every other rule.
  IndicatorJudge(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                 const Judgement* others)
      : scheme_(scheme),
        assessment_(assessment),
        indicator_(indicator),
        others_(others),
        figures_(scheme, assessment, indicator) {}

  /// What the rule says, before anyone sets another result.
  Result verdict() const;

  /// pass: a condition and that of the item hold; notapplicable: one does not; unknown: that cannot be told.
  Result judge_conditions(const Condition& own, const std::string& item) const;

 private:
  std::string attribute(const std::string& id) const;
  Result judge_condition(const Condition& condition) const;
  bool declared_inapplicable() const;
  bool rounds() const;
  static Result verdict_on(const Number& left, Comparison comparison, const Number& right);
  Result held(const Number& value, Comparison comparison, const Threshold& threshold, const std::string& of) const;
  static void collect(const Rule& rule, std::set<std::string>& looked_at);
  Result run(const Rule& rule) const;
  Result meets_target(const Rule& rule, const Number& value) const;
  Result change(const Rule& rule, const Number& value) const;
  Result series(const Rule& rule, const Number& value) const;
  Result choose(const Rule& rule) const;
  Result summary(const Rule& rule) const;

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  const Judgement* others_;
  Figures figures_;
};

}  // namespace luping::oracle
