#include "app/trend.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "core/judge/quantity.h"
#include "core/text.h"
#include "core/words/phrases.h"

namespace luping {
namespace {

struct Figure {
  Rational exact;
  std::string shown;
};

// A place on a chart: nine decimals of a share between 0 and 1 are more than any screen shows.
double place(const Rational& share) { return std::strtod(to_text(share, 9, Rounding::half_even).c_str(), nullptr); }

std::optional<int> year_of(std::string_view text) {
  if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return std::atoi(std::string(text).c_str());
}

std::string shown_as(const Rational& exact, const std::optional<Decimal>& typed, std::string_view unit) {
  return with_unit(typed ? typed->to_string() : figure(exact, {}, Language::zh), unit);
}

std::string in_year(int year) { return std::to_string(year) + " 年"; }

}  // namespace

std::optional<TrendModel> trend_of(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                   const Progress& progress) {
  const std::string_view unit = unit_label(scheme, indicator.value.unit);
  // A later source of the same year stands over an earlier one: the present figure over a past year's over the baseline.
  std::map<int, Figure> by_year;
  if (progress.baseline && progress.baseline_year != 0)
    by_year[progress.baseline_year] = {*progress.baseline, shown_as(*progress.baseline, progress.baseline_typed, unit)};
  const auto answer = assessment.answers.find(indicator.id);
  if (answer != assessment.answers.end()) {
    for (const auto& [text, past] : answer->second.history) {
      const std::optional<int> year = year_of(text);
      const Quantity read = read_quantity(scheme, past.value, indicator.value.unit);
      if (year && *year < assessment.year && read.ok()) by_year[*year] = {read.number, shown_as(read.number, {}, unit)};
    }
  }
  if (progress.current)
    by_year[assessment.year] = {*progress.current, shown_as(*progress.current, progress.current_typed, unit)};
  if (by_year.size() < 2) return std::nullopt;

  Rational low = by_year.begin()->second.exact;
  Rational high = low;
  for (const auto& [year, one] : by_year) {
    low = std::min(low, one.exact);
    high = std::max(high, one.exact);
  }
  if (progress.goal) {
    low = std::min(low, *progress.goal);
    high = std::max(high, *progress.goal);
  }
  const int first = by_year.begin()->first;
  const int last = std::max(by_year.rbegin()->first, progress.goal ? progress.goal_year : 0);
  const auto height = [&](const Rational& exact) { return low == high ? 0.5 : place((exact - low) / (high - low)); };

  TrendModel model;
  std::vector<std::string> words;
  for (const auto& [year, one] : by_year) {
    const double x = static_cast<double>(year - first) / (last - first);
    model.points.push_back({in_year(year), one.shown, x, height(one.exact)});
    words.push_back(in_year(year) + " " + one.shown);
  }
  if (progress.goal) {
    TrendModel::Goal goal{"目标" + after_word(shown_as(*progress.goal, progress.goal_typed, unit), Language::zh),
                          height(*progress.goal)};
    if (progress.goal_year != 0) goal.label += "（" + in_year(progress.goal_year) + "）";
    words.push_back(goal.label);
    model.goal = std::move(goal);
  }
  model.spoken = join(words, "，");
  return model;
}

}  // namespace luping
