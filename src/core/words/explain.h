// Verdicts in words: one sentence a non-specialist can check by hand. Built from the trace on demand, never stored.
#pragma once

#include <string>

#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping {

/// 达标, 未达标 …
std::string_view label_of(Result result, Language language);

/// 确保, 应当, 争取, 任务.
std::string_view label_of(Obligation obligation, Language language);

/// The rule in words, without the value: `≥ 95%`, `完成上级下达的目标，且不差于上年`.
std::string rule_in_words(const Scheme& scheme, const Indicator& indicator, Language language);

/// The requirement this assessment is held to, short, for a table cell: `≥ 95`, the target's figure, or 目标未下达.
std::string requirement_in_short(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                 Language language);

/// The value as shown: the digits typed, or the computed figure cut so that rounding never moves it onto or across anything
/// it was held against.
/// Without the unit; empty when there is none.
std::string value_text(const Indicator& indicator, const Outcome& outcome, Language language);

/// Why the verdict is what it is.
std::string explain(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                    const Outcome& outcome, Language language);

/// 差 2.8 个百分点, “能源消费总量”超出 5 万吨; 人工认定 when only a person says so; empty when it does not fail by a number.
std::string shortfall_in_words(const Scheme& scheme, const Indicator& indicator, const Outcome& outcome,
                               Language language);

/// Why an indicator is `unknown` or `error`, in a few words: 目标未下达, 缺 2022 年数值; empty for other results.
std::string obstacle_in_words(const Scheme& scheme, const Indicator& indicator, const Outcome& outcome,
                              Language language);

/// 还需增加“完成治理的行政村数”3 个; empty when there is no such step.
std::string lever_in_words(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                           Language language);

/// The conclusion in one sentence.
std::string conclusion_in_words(const Scheme& scheme, const Evaluation& evaluation, Language language);

/// 34 项中 29 项达标，3 项未达标 …; with what the gate asks for: 占 75%，要求 ≥ 80%.
std::string gate_in_words(const Gate& gate, const GateOutcome& outcome, Language language);

}  // namespace luping
