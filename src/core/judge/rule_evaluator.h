// Runs an indicator's rule over its figures and keeps the trace. Part of evaluate(); see evaluate.h for what comes out.
#pragma once

#include "core/judge/evaluate.h"

namespace luping {

/// `others`: the outcomes of the other indicators, for summary rules; may be null for every other kind.
/// `given`: figures that stand for the answer's inputs; may be null.
Trace run_rule(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Subject& value,
               const Evaluation* others, const GivenFigures* given = nullptr);

/// An input's figure: the given one, or with `given` null the answer's.
Subject input_subject(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                      std::string_view input, const GivenFigures* given);

/// The case of a choose rule that fits the region: an index into its rules; nullopt when none does.
std::optional<std::size_t> chosen_case(const Scheme& scheme, const Assessment& assessment, const Rule& rule);

/// Whether a summary is part of a rule, so that the other indicators have to be judged before it.
bool rests_on_others(const Rule& rule);

/// What a rule looks at.
struct RuleSubjects {
  bool value = false;               ///< the indicator's value
  std::vector<std::string> inputs;  ///< inputs named by `of`, each once
};
RuleSubjects subjects_of(const Rule& rule);

}  // namespace luping
