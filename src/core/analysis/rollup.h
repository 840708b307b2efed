// From the counties' answers to the city's figures (汇总): several assessments of one year, one report on their region.
//
// Each indicator is rolled up by the method its scheme declares (scheme.h, RollupMethod); percentages are never averaged. A figure
// of the region is judged by the indicator's own rule through evaluate_given(), with the targets, baseline and earlier years of the
// region's own assessment. Everything is computed in exact fractions, so the order of the counties cannot matter.
//
// Each line says what it rests on. While a county that must count is missing, a rolled-up figure is shown as partial and its result
// is `unknown`, never pass or fail. One case is decided regardless: where every county must meet the indicator and one does
// not, no other county can change that.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping {

/// Why assessments cannot be rolled up together at all.
enum class RollupProblemKind {
  no_parts,      ///< no region of the scheme has this one as its parent
  other_scheme,  ///< made under another scheme, or another version of it
  other_year,    ///< of another year
  other_region,  ///< not of a county of this region; `own`: not of the region itself
  duplicate,     ///< two for one county and year: `first` and `second`
};

struct RollupProblem {
  RollupProblemKind kind = RollupProblemKind::no_parts;
  /// Places in the list of counties; kOwn: the region's own assessment.
  std::size_t first = 0;
  std::size_t second = 0;
  static constexpr std::size_t kOwn = static_cast<std::size_t>(-1);
};

/// What became of one county in one line.
enum class RollupPart {
  counted,
  dropped,  ///< the indicator does not apply to it: the line is complete without it
  missing,  ///< it must count and does not
};

enum class Absence {
  none,
  not_applicable,
  no_file,     ///< no assessment of it was given
  not_filled,  ///< nothing entered
  no_inputs,   ///< a finished figure alone, or not all inputs: there is nothing to sum up
  no_figure,   ///< its formula says nothing (0 ÷ 0)
  no_target,   ///< its own verdict is wanted and its target was not assigned
  data_error,
  not_judged,  ///< its own verdict is wanted and there is none for another reason
};

struct RollupEntry {
  std::string region;
  RollupPart part = RollupPart::missing;
  Absence absence = Absence::none;
  Result result = Result::notchecked;  ///< the county's own verdict; notchecked without a file
  std::optional<Rational> number;      ///< the county's own figure
};

enum class RollupState {
  complete,    ///< every county that must count does; the city's own answer is there
  partial,     ///< some are missing
  empty,       ///< nothing to rest on
  undeclared,  ///< the scheme declares no method for this indicator
};

struct RollupLine {
  RollupMethod method = RollupMethod::none;
  RollupState state = RollupState::undeclared;
  bool by_results = false;  ///< it rests on the counties' verdicts, not on their figures
  std::vector<RollupEntry>
      entries;  ///< one a county expected, in the scheme's order; none for city_only and undeclared
  std::map<std::string, Rational> sums;  ///< ratio_of_sums: each input over the counties counted, in the input's unit
  std::size_t passed = 0;                ///< counties counted that meet it
  std::size_t failed = 0;                ///< counties counted that do not
  Outcome outcome;                       ///< the region's; `value.number` is a partial figure when the state is partial
};

struct RollupReport {
  std::vector<RollupProblem> problems;  ///< with any there is nothing else in the report
  std::string region;
  int year = 0;
  bool sample = false;                ///< an assessment in it is invented data
  std::vector<std::string> expected;  ///< ids of the region's counties, in the scheme's order
  std::vector<std::string> without_file;
  std::vector<RollupLine> lines;  ///< parallel to Scheme::indicators
  Evaluation evaluation;          ///< of the region, over the rolled-up outcomes
  Assessment parent;              ///< what the rules were run with: `own`, or an empty one of the region
};

/// `own`: the region's own assessment of that year, for city_only and for targets, baseline, outside figures and declarations; may be
/// null.
RollupReport roll_up(const Scheme& scheme, const std::vector<Assessment>& counties, const Assessment* own,
                     std::string_view parent_region, int year);

/// The region all of these regions belong to; empty when there is no such region.
std::string common_parent(const Scheme& scheme, const std::vector<Assessment>& counties);

/// The name of a method in schemes and reports: ratioOfSums, cityOnly … `none` for an undeclared one.
std::string_view token_of(RollupMethod method);
/// complete, partial, empty, undeclared.
std::string_view token_of(RollupState state);
/// noFile, notFilled …
std::string_view token_of(Absence absence);

// ---- in words (core/words/rollup_words.cpp) ----

/// 分子分母相加后计算, 取最差 …
std::string_view label_of(RollupMethod method, Language language);

/// 没有自评文件, 未填报 …
std::string_view label_of(Absence absence, Language language);

/// What the line's figure or verdict is, what it rests on, and who is missing and why.
std::string rollup_in_words(const Scheme& scheme, const RollupReport& report, std::size_t indicator, Language language);

/// `names`: what to call each assessment of the list, e.g. its file; `own`: likewise.
std::string problem_in_words(const Scheme& scheme, const RollupReport& report, const RollupProblem& problem,
                             const std::vector<std::string>& names, std::string_view own, Language language);

}  // namespace luping
