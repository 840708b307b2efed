// When an indicator is met: a tree of comparisons. See docs/formats/scheme.md for each kind's meaning and source.
#pragma once

#include <string>
#include <vector>

#include "core/model/extras.h"
#include "core/model/threshold.h"
#include "core/number/decimal.h"

namespace luping {

/// What binds an indicator: the plan's own words of strength.
enum class Obligation {
  must,    ///< 确保, 保证, 坚决杜绝, 禁止, 要
  should,  ///< 使…
  strive,  ///< 争取
  task,    ///< a task sentence without a word of strength
};

enum class Comparison { at_least, more_than, at_most, less_than, equals };

enum class RuleKind {
  informational,
  compare,  ///< value against `threshold`
  between,
  one_of,
  meets_target,
  change,
  stable_or_improving,
  all_of,
  any_of,
  choose,
  summary,
};

enum class TargetSource {
  superior,  ///< assigned by the superior (上级下达)
  plan,      ///< the year's own plan (年度计划)
};

enum class Reference { baseline, previous_year };
enum class ChangeMeasure { absolute, percent };

/// What stable_or_improving does with a year nobody gave a figure for.
enum class SeriesGaps {
  unknown,  ///< the step cannot be judged
  skip,     ///< the next known year within the span takes its place; none known: unknown
};

struct Rule {
  RuleKind kind = RuleKind::informational;

  std::string of;                                ///< input id the rule is about; empty: the indicator's value
  Comparison comparison = Comparison::at_least;  ///< compare, change; meets_target of an input
  Threshold threshold;                           ///< compare, change
  Threshold minimum, maximum;                    ///< between
  bool strict_minimum = false, strict_maximum = false;
  std::vector<std::string> values;                  ///< one_of: status words
  TargetSource source = TargetSource::superior;     ///< meets_target
  Reference against = Reference::baseline;          ///< change
  ChangeMeasure measure = ChangeMeasure::absolute;  ///< change
  int years = 1;                                    ///< stable_or_improving: how many steps back
  Decimal tolerance;                                ///< stable_or_improving: how much worse still counts as stable
  ChangeMeasure tolerance_measure =
      ChangeMeasure::absolute;                  ///< in the indicator's unit, or percent of the earlier value
  SeriesGaps gaps = SeriesGaps::unknown;        ///< stable_or_improving
  std::string attribute;                        ///< choose
  std::vector<std::vector<std::string>> cases;  ///< choose: attribute values of rules[i]
  bool has_otherwise = false;                   ///< choose: the last of `rules` is for all other values
  std::vector<Rule> rules;                      ///< all_of, any_of, choose
  std::vector<Obligation> obligations;          ///< summary
  bool measures = true;                         ///< summary: all measures done, too
  Extras extras;

  bool operator==(const Rule&) const = default;
};

}  // namespace luping
