// From a scheme and an assessment to verdicts. Total: an unanswered indicator is a value, and no input makes it fail or throw.
//
// The trace kept for each indicator has the shape of its rule; explain.h turns both into a sentence, gap.h into a distance.
// Source of the logic: docs/architecture.md, "How a verdict is reached".
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/assessment.h"
#include "core/model/result.h"
#include "core/model/scheme.h"
#include "core/number/rational.h"

namespace luping {

/// Why a result is what it is.
enum class Reason {
  none,
  comparison,             ///< decided by comparing
  not_filled,             ///< nothing entered
  excluded_by_scheme,     ///< the scheme's condition does not concern this region
  declared_inapplicable,  ///< a person said 不适用 and gave a reason
  no_rule,
  missing_target,
  target_direction,  ///< the target's direction contradicts the indicator's
  missing_baseline,
  missing_past_value,  ///< `year` has no value
  missing_external,    ///< `subject` is the external figure nobody supplied
  missing_threshold,   ///< the scheme sets no threshold for `year` yet
  missing_attribute,   ///< `subject` is the region's attribute that no case fits
  missing_input,       ///< `subject` is the input
  zero_over_zero,
  divide_by_zero,
  not_a_number,     ///< what was typed cannot be read; `subject` names the input, empty: the value
  too_many_digits,  ///< likewise
  not_whole,        ///< a count with a fraction
  out_of_range,     ///< outside the minimum and maximum of the indicator or input
  not_an_option,    ///< a status word the scheme does not know
  bad_target,       ///< the target is no possible number
  bad_baseline,
  bad_past_value,
  bad_external,
  applicability_unknown,  ///< `subject` is the region's attribute that the condition asks for and nobody gave
  set_by_hand,            ///< 人工认定
};

/// The name of a reason in files: notFilled, missingTarget …
std::string_view token_of(Reason reason);

/// A value a rule can be applied to.
struct Subject {
  Result result = Result::notchecked;  ///< pass: there is a value; else why there is none
  Reason reason = Reason::not_filled;
  std::string subject;             ///< input (or attribute) id where the reason speaks of one
  std::optional<Rational> number;  ///< number values
  std::optional<Decimal> typed;    ///< when typed as a finished figure, in `typed_unit`
  std::string typed_unit;          ///< unit id, when another one than the scheme's was typed and converted
  std::string word;                ///< status values
  bool computed = false;           ///< from inputs, by the formula
};

/// A figure that took part in a computed threshold.
struct ReferenceFigure {
  ReferenceValue reference;
  int year = 0;  ///< of a past value
  Rational number;
  std::optional<Decimal> typed;  ///< the digits typed, where one figure stands behind it
};

/// How one node of a rule came out. `members` stands parallel to Rule::rules for composites (choose: only the chosen case);
/// between has two, its ends, and stable_or_improving one a step, newest first.
struct Trace {
  Result result = Result::notapplicable;
  Reason reason = Reason::none;
  std::string subject;                                ///< attribute, input or external id, see Reason
  std::string of;                                     ///< the input compared; empty: the indicator's value
  int year = 0;                                       ///< the year a past value is missing for or compared with
  int later_year = 0;                                 ///< stable_or_improving: the newer year of the step
  std::optional<Rational> actual;                     ///< left side of the comparison, as compared
  std::optional<Rational> unrounded;                  ///< what `actual` was before 修约, where rounding changed it
  std::optional<Decimal> actual_typed;                ///< an input as typed, where `of` names one
  std::optional<Rational> required;                   ///< right side
  std::optional<Rational> past;                       ///< the reference value a change was measured from
  std::optional<Decimal> required_typed, past_typed;  ///< the same with the digits typed, where they were typed
  Comparison comparison = Comparison::at_least;
  std::vector<ReferenceFigure> figures;  ///< of a computed threshold
  bool typed_target = false;             ///< the target was typed by hand, not assigned through a pack
  std::size_t chosen = 0;                ///< choose: index into Rule::rules
  std::size_t open_indicators = 0;       ///< summary: indicators that are not met yet
  std::size_t open_measures = 0;         ///< summary: measures that are not done yet
  std::vector<Trace> members;
};

struct Outcome {
  Result result = Result::notchecked;
  Reason reason = Reason::none;  ///< of the whole, or of the first condition that decided it
  /// What the rule alone says; differs from `result` only where a person set another (then `reason` is set_by_hand).
  Result computed = Result::notchecked;
  Reason computed_reason = Reason::none;
  bool evidence_missing = false;  ///< the indicator requires evidence, something was entered, and none is there
  Subject value;
  Trace trace;  ///< of the rule; meaningful when the value exists
};

struct GateOutcome {
  Result result = Result::notapplicable;
  std::size_t applicable = 0;  ///< indicators that count
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t unresolved = 0;  ///< unknown or error
  std::size_t unfilled = 0;
  std::size_t without_evidence = 0;  ///< evidence_complete: how many of the applicable ones lack it
};

struct Evaluation {
  std::vector<Outcome> indicators;  ///< parallel to Scheme::indicators
  std::vector<Result> measures;    ///< parallel to Scheme::measures: pass done, fail not yet, notchecked, notapplicable
  std::vector<GateOutcome> gates;  ///< parallel to Scheme::gates
  std::array<std::size_t, 7> counts{};        ///< indicators per result, index by Result
  Result conclusion = Result::informational;  ///< all required gates; informational when the scheme declares none
};

/// Judge everything.
Evaluation evaluate(const Scheme& scheme, const Assessment& assessment);

/// Judge one indicator. Summary rules need the others: `others` may be null for every other kind.
Outcome evaluate_indicator(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                           const Evaluation* others);

/// Figures taken as given instead of the answer's: what a city sums up from its counties (core/analysis/rollup.h).
struct GivenFigures {
  Subject value;
  std::map<std::string, Subject, std::less<>> inputs;  ///< by input id; an input that is not here has no figure
  std::optional<Result> verdict;  ///< stands for the rule's own result, where other verdicts rather than figures decide
};

/// Judge one indicator on given figures. All else is the assessment's: its targets, baseline and earlier years, what it declares
/// not applicable, and a result set by hand. `others` as of evaluate_indicator().
Outcome evaluate_given(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                       const Evaluation* others, const GivenFigures& given);

/// Counts, gates and conclusion, anew from the outcomes of the indicators.
void conclude(const Scheme& scheme, Evaluation& evaluation);

/// What a person declared about an indicator's applicability; for one that rests on a measure, about that measure.
const NotApplicable& declaration_of(const Assessment& assessment, const Indicator& indicator);

/// The value an answer states, or why it states none.
Subject subject_of(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);

/// The same for one input.
Subject subject_of_input(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                         std::string_view input);

/// The indicator's formula over these inputs (each in its own unit), held to the indicator's limits.
Subject value_of_inputs(const Scheme& scheme, const Indicator& indicator, const Formula::Lookup& inputs);

/// Whether the inputs, rather than the finished figure, count (docs/formats/assessment.md, `entry`).
bool uses_inputs(const Indicator& indicator, const Answer& answer);

bool compare(const Rational& left, Comparison comparison, const Rational& right);

/// The status word of a measure's state as rules see it: 未开始, 进行中, 完成; empty for none.
std::string_view measure_state_word(std::string_view state);

}  // namespace luping
