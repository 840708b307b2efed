// The conditions of the conclusion, judged over the outcomes of the indicators. Part of evaluate().
#pragma once

#include "core/judge/evaluate.h"

namespace luping {

/// Whether a gate is about an indicator: every selector it has names it.
bool selects(const Scheme& scheme, const Gate& gate, const Indicator& indicator);

/// How many of the applicable indicators must pass, of a gate that counts them.
std::size_t needed(const Gate& gate, std::size_t applicable);

/// `indicators` is parallel to Scheme::indicators.
GateOutcome judge_gate(const Scheme& scheme, const Gate& gate, const std::vector<Outcome>& indicators);

}  // namespace luping
