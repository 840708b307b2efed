#include <algorithm>
#include <map>

#include "app/build_view.h"
#include "core/analysis/gap.h"
#include "core/analysis/progress.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

constexpr std::array kDisplayOrder = {Result::pass,       Result::fail,          Result::unknown,      Result::error,
                                      Result::notchecked, Result::notapplicable, Result::informational};

std::size_t index(Result result) { return static_cast<std::size_t>(result); }

const Item& item_of(const ViewSource& source, const Indicator& indicator) {
  return *find_item(source.scheme, indicator.item);
}

OverviewModel::Group build_group(const ViewSource& source, const Group& group) {
  OverviewModel::Group shown;
  shown.id = group.id;
  shown.number = group.number;
  shown.title = group.title;
  for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i) {
    const Indicator& indicator = source.scheme.indicators[i];
    if (item_of(source, indicator).group != group.id) continue;
    const Result result = source.evaluation.indicators[i].result;
    ++shown.counts[index(result)];
    if (result != Result::notapplicable && result != Result::informational) ++shown.total;
    if (result == Result::pass) ++shown.met;
  }
  shown.figure = shown.total == 0 ? "不适用" : std::to_string(shown.met) + " / " + std::to_string(shown.total);
  return shown;
}

struct RankedGap {
  OverviewModel::Gap gap;
  int rank = 0;
  Rational relative;
  bool measured = false;  ///< `relative` is a distance between figures
};

// What can be mended first: data errors, then failures by strength of obligation and size, then what cannot be judged.
int rank_of(const Indicator& indicator, Result result) {
  if (indicator.rule.kind == RuleKind::summary) return 200;  // mended through the others
  if (result == Result::unknown) return 100;
  const int obligation = static_cast<int>(indicator.obligation);  // must, should, strive, task
  constexpr std::array kByObligation = {0, 1, 3, 2};
  return (result == Result::error ? 0 : 10) + kByObligation[static_cast<std::size_t>(obligation)];
}

std::vector<RankedGap> ranked_gaps(const ViewSource& source) {
  std::vector<RankedGap> ranked;
  for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i) {
    const Indicator& indicator = source.scheme.indicators[i];
    const Outcome& outcome = source.evaluation.indicators[i];
    const bool open =
        outcome.result == Result::fail || outcome.result == Result::error || outcome.result == Result::unknown;
    if (!open) continue;
    const Item& item = item_of(source, indicator);
    RankedGap one;
    one.gap.indicator = indicator.id;
    one.gap.name = indicator.name;
    one.gap.chip = chip_of(outcome);
    one.gap.obligation = label_of(indicator.obligation, Language::zh);
    one.gap.distance = open_point(source, indicator, outcome);
    one.gap.remedy = lever_in_words(source.scheme, source.assessment, indicator, Language::zh);
    one.gap.lead = lead_in_short(source, item);
    one.gap.group = group_label(*find_group(source.scheme, item.group));
    one.rank = rank_of(indicator, outcome.result);
    const std::optional<Gap> gap = gap_of(indicator.rule, outcome.trace);
    one.relative = gap ? gap->relative : Rational(1);  // a status that is not there yet is missing whole
    one.measured = gap.has_value() && outcome.result == Result::fail;
    ranked.push_back(std::move(one));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedGap& a, const RankedGap& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.relative > b.relative;
  });
  return ranked;
}

/// Worst first, and the few that lack the least.
void add_gaps(const ViewSource& source, OverviewModel& model) {
  constexpr std::size_t kNearest = 3;
  std::vector<RankedGap> ranked = ranked_gaps(source);
  std::vector<const RankedGap*> measured;
  for (const RankedGap& one : ranked) {
    if (one.measured) measured.push_back(&one);
  }
  std::stable_sort(measured.begin(), measured.end(),
                   [](const RankedGap* a, const RankedGap* b) { return a->relative < b->relative; });
  for (std::size_t i = 0; i < std::min(measured.size(), kNearest); ++i) model.nearest.push_back(measured[i]->gap);
  for (RankedGap& one : ranked) model.gaps.push_back(std::move(one.gap));
}

std::vector<OverviewModel::Missing> build_missing(const ViewSource& source) {
  std::map<std::string, OverviewModel::Missing> by_unit;
  for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i) {
    const Indicator& indicator = source.scheme.indicators[i];
    const Outcome& outcome = source.evaluation.indicators[i];
    if (outcome.result != Result::notchecked || !is_fillable(indicator, outcome)) continue;
    const Item& item = item_of(source, indicator);
    const auto& ids = item.lead_units.empty() ? item.responsible_units : item.lead_units;
    const auto names = organisation_names(source.scheme, ids, source.assessment.region);
    OverviewModel::Missing& missing = by_unit[names.empty() ? std::string("未明确单位") : names.front()];
    ++missing.count;
    missing.indicators.emplace_back(indicator.id, indicator.name);
  }
  std::vector<OverviewModel::Missing> all;
  for (auto& [unit, missing] : by_unit) {
    missing.unit = unit;
    all.push_back(std::move(missing));
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return all;
}

// How the indicators with a baseline and a goal have come along: an axis of its own beside the verdicts.
void add_course(const ViewSource& source, OverviewModel& model) {
  std::array<std::size_t, 5> counts{};
  std::size_t all = 0;
  for (const Progress& progress : progress_of(source.scheme, source.assessment)) {
    if (!progress.baseline || progress.state == ProgressState::unknown) continue;
    ++counts[static_cast<std::size_t>(progress.state)];
    ++all;
  }
  if (all == 0) return;
  model.course_title = "与基期相比：" + std::to_string(all) + " 项有基期和目标";
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    model.course.push_back({std::string(label_of(static_cast<ProgressState>(i), Language::zh)), counts[i]});
  }
}

}  // namespace

OverviewModel build_overview(const ViewSource& source) {
  OverviewModel model;
  const Evaluation& evaluation = source.evaluation;
  model.conclusion = chip_of(evaluation.conclusion);
  if (evaluation.conclusion == Result::pass) model.conclusion.label = "符合要求";
  if (evaluation.conclusion == Result::fail) model.conclusion.label = "尚不符合";
  if (evaluation.conclusion == Result::unknown || evaluation.conclusion == Result::notchecked ||
      evaluation.conclusion == Result::error)
    model.conclusion.label = "尚无结论";
  model.sentence = conclusion_in_words(source.scheme, evaluation, Language::zh);
  model.basis =
      "依据《" + source.scheme.title + "》，共 " + std::to_string(source.scheme.indicators.size()) + " 项指标";
  model.scheme_notice = source.scheme.notice;
  std::size_t applicable = 0;
  for (const Result result : {Result::pass, Result::fail, Result::unknown, Result::error, Result::notchecked}) {
    applicable += evaluation.counts[index(result)];
  }
  model.figure = std::to_string(evaluation.counts[index(Result::pass)]) + " / " + std::to_string(applicable);
  model.figure_label = "项适用指标已达标";
  for (std::size_t i = 0; i < source.scheme.gates.size(); ++i) {
    OverviewModel::Gate gate;
    gate.chip = chip_of(evaluation.gates[i].result);
    gate.title = source.scheme.gates[i].title;
    gate.detail = gate_in_words(source.scheme.gates[i], evaluation.gates[i], Language::zh);
    gate.required = source.scheme.gates[i].required;
    if (!gate.required) gate.detail += "（参考，不影响结论）";
    model.gates.push_back(std::move(gate));
  }
  for (const Result result : kDisplayOrder) {
    const std::size_t count = evaluation.counts[index(result)];
    if (count > 0) model.segments.push_back({result, std::string(label_of(result, Language::zh)), count});
  }
  const Completeness counted = count_filled(source.scheme, evaluation);
  model.filled = counted.filled;
  model.fillable = counted.fillable;
  model.completeness = words_of(counted);
  if (counted.filled == 0 && counted.fillable > 0)
    model.hint = "还没有开始填。到“填报”填几项以后，这里列出离达标最近的指标，下面列出差距和还缺的数据。";
  for (const Result result : evaluation.measures) {
    if (result == Result::pass) ++model.measures_done;
    if (result != Result::notapplicable) ++model.measures_total;
  }
  model.measures =
      "任务完成 " + std::to_string(model.measures_done) + " / " + std::to_string(model.measures_total) + " 项";
  for (const Group& group : source.scheme.groups) model.groups.push_back(build_group(source, group));
  add_course(source, model);
  add_gaps(source, model);
  model.missing = build_missing(source);
  return model;
}

}  // namespace luping
