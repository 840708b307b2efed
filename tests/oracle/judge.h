// The oracle: verdicts of a whole scheme, worked out a second time from docs/formats/scheme.md and docs/architecture.md.
//
// It shares the data structs with src/core and nothing else: own numbers (Boost.Multiprecision), own reading of figures, own
// formulas, own Kleene logic. Where src/core keeps traces and reasons it keeps none, so that it stays short enough to be read
// against the documents.
#pragma once

#include <optional>
#include <vector>

#include "core/model/assessment.h"
#include "core/model/result.h"
#include "core/model/scheme.h"
#include "oracle/exact.h"
#include "oracle/formula_tree.h"

namespace luping::oracle {

struct Verdict {
  Result result = Result::notchecked;
  Result computed = Result::notchecked;  ///< before a person set another
  bool evidence_missing = false;
  std::optional<Number> value;  ///< a number the answer states
};

struct Judgement {
  std::vector<Verdict> indicators;
  std::vector<Result> measures;
  std::vector<Result> gates;
  Result conclusion = Result::informational;
};

Judgement judge(const Scheme& scheme, const Assessment& assessment);

/// One indicator; `others` only for summaries.
Verdict judge(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Judgement* others);

// Parts of it that the makers of random cases ask for, so as to put thresholds next to what is compared.

/// The answer's value as a number: what the figure or the formula says; nullopt when there is none.
std::optional<Number> number_of_value(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);
std::optional<Number> number_of_input(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                      const std::string& input);
/// A threshold of a rule about `of`.
Value threshold_value(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                      const Threshold& threshold, const std::string& of);

Result conjunction(const std::vector<Result>& members);
Result disjunction(const std::vector<Result>& members);

}  // namespace luping::oracle
