// Runs an indicator's rule over its figures and keeps the trace. Part of evaluate(); see evaluate.h for what comes out.
#pragma once

#include "core/evaluate.h"

namespace luping {

/// `others`: the outcomes of the other indicators, for summary rules; may be null for every other kind.
Trace run_rule(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Subject& value,
               const Evaluation* others);

/// What a rule looks at.
struct RuleSubjects {
  bool value = false;               ///< the indicator's value
  std::vector<std::string> inputs;  ///< inputs named by `of`, each once
};
RuleSubjects subjects_of(const Rule& rule);

}  // namespace luping
