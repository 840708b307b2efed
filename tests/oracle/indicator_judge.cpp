#include "oracle/indicator_judge.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace luping::oracle {

bool has_summary(const Rule& rule) {
  return rule.kind == RuleKind::summary || std::any_of(rule.rules.begin(), rule.rules.end(), has_summary);
}

Result IndicatorJudge::verdict() const {
  const auto concerns = judge_conditions(indicator_.applies_when, indicator_.item);
  if (concerns == Result::notapplicable || declared_inapplicable()) return Result::notapplicable;
  if (concerns == Result::unknown) return Result::unknown;
  if (indicator_.rule.kind == RuleKind::informational) return Result::informational;
  std::set<std::string> looked_at;  // "" stands for the indicator's value
  collect(indicator_.rule, looked_at);
  const bool of_value = looked_at.count("") != 0;
  if (looked_at.size() == 1 && of_value) {
    const Entry value = figures_.value();
    if (!value.present()) return value.why();
  } else if (!looked_at.empty()) {
    const bool untouched = std::all_of(looked_at.begin(), looked_at.end(), [&](const std::string& one) {
      return figures_.subject(one).state == Entry::State::blank;
    });
    if (untouched) return Result::notchecked;
  }
  return run(indicator_.rule);
}

// ---- whether the indicator concerns the region ----

std::string IndicatorJudge::attribute(const std::string& id) const {
  const auto own = assessment_.attributes.find(id);
  if (own != assessment_.attributes.end() && !own->second.empty()) return own->second;
  const std::map<RegionLevel, std::string> levels = {
      {RegionLevel::province, "province"}, {RegionLevel::city, "city"}, {RegionLevel::county, "county"}};
  for (const Region& region : scheme_.regions) {
    if (region.id != assessment_.region) continue;
    if (region.attributes.count(id) != 0) return region.attributes.at(id);
    return id == "level" ? levels.at(region.level) : id == "type" ? region.type : std::string();
  }
  if (id != "level" || assessment_.region.size() != 6) return {};
  if (assessment_.region.substr(2) == "0000") return "province";
  return assessment_.region.substr(4) == "00" ? "city" : "county";
}

// pass: every part holds; notapplicable: one does not; unknown: one cannot be told.
Result IndicatorJudge::judge_condition(const Condition& condition) const {
  if (!condition.regions.empty() && !holds(condition.regions, assessment_.region)) return Result::notapplicable;
  Result result = Result::pass;
  for (const auto& [id, allowed] : condition.attributes) {
    const std::string word = attribute(id);
    if (word.empty()) {
      result = Result::unknown;
    } else if (!holds(allowed, word)) {
      return Result::notapplicable;
    }
  }
  return result;
}

Result IndicatorJudge::judge_conditions(const Condition& own, const std::string& item_id) const {
  Result result = judge_condition(own);
  for (const Item& item : scheme_.items) {
    if (item.id != item_id) continue;
    const Result of_item = judge_condition(item.applies_when);
    if (result == Result::notapplicable || of_item == Result::notapplicable) return Result::notapplicable;
    if (of_item == Result::unknown) result = Result::unknown;
  }
  return result;
}

bool IndicatorJudge::declared_inapplicable() const {
  const NotApplicable* declared = nullptr;
  if (indicator_.value.kind == ValueKind::measure) {
    const auto report = assessment_.measures.find(indicator_.value.measure);
    if (report != assessment_.measures.end()) declared = &report->second.not_applicable;
  } else {
    const auto answer = assessment_.answers.find(indicator_.id);
    if (answer != assessment_.answers.end()) declared = &answer->second.not_applicable;
  }
  return declared != nullptr && declared->declared && !blank(declared->reason);
}

bool IndicatorJudge::rounds() const {
  return (indicator_.comparison_method ? *indicator_.comparison_method : scheme_.comparison_method) ==
         ComparisonMethod::rounded;
}

Result IndicatorJudge::verdict_on(const Number& left, Comparison comparison, const Number& right) {
  const int order = left.compare(right);
  bool met = false;
  switch (comparison) {
    case Comparison::at_least:
      met = order >= 0;
      break;
    case Comparison::more_than:
      met = order > 0;
      break;
    case Comparison::at_most:
      met = order <= 0;
      break;
    case Comparison::less_than:
      met = order < 0;
      break;
    case Comparison::equals:
      met = order == 0;
      break;
  }
  return met ? Result::pass : Result::fail;
}

Result IndicatorJudge::held(const Number& value, Comparison comparison, const Threshold& threshold,
                            const std::string& of) const {
  const Value limit = figures_.threshold(threshold, of);
  if (limit.state == Value::State::error) return Result::error;
  if (limit.state == Value::State::unknown) return Result::unknown;
  const bool written = threshold.formula.empty();
  const Number left = written && rounds() ? rounded(value, figures_.written_threshold(threshold)->scale) : value;
  return verdict_on(left, comparison, limit.number);
}

// ---- rules ----

void IndicatorJudge::collect(const Rule& rule, std::set<std::string>& looked_at) {
  switch (rule.kind) {
    case RuleKind::informational:
    case RuleKind::summary:
      return;
    case RuleKind::all_of:
    case RuleKind::any_of:
    case RuleKind::choose:
      for (const Rule& member : rule.rules) collect(member, looked_at);
      return;
    default:
      looked_at.insert(rule.of);
  }
}

Result IndicatorJudge::run(const Rule& rule) const {
  switch (rule.kind) {
    case RuleKind::informational:
      return Result::informational;
    case RuleKind::all_of:
    case RuleKind::any_of: {
      std::vector<Result> members;
      for (const Rule& member : rule.rules) members.push_back(run(member));
      return rule.kind == RuleKind::all_of ? conjunction(members) : disjunction(members);
    }
    case RuleKind::choose:
      return choose(rule);
    case RuleKind::summary:
      return summary(rule);
    default:
      break;
  }
  const Entry entry = figures_.subject(rule.of);
  if (!entry.present()) return entry.why();
  if (rule.kind == RuleKind::one_of) return holds(rule.values, entry.word) ? Result::pass : Result::fail;
  const Number& value = entry.number;
  switch (rule.kind) {
    case RuleKind::compare:
      return held(value, rule.comparison, rule.threshold, rule.of);
    case RuleKind::between:
      return conjunction(
          {held(value, rule.strict_minimum ? Comparison::more_than : Comparison::at_least, rule.minimum, rule.of),
           held(value, rule.strict_maximum ? Comparison::less_than : Comparison::at_most, rule.maximum, rule.of)});
    case RuleKind::meets_target:
      return meets_target(rule, value);
    case RuleKind::change:
      return change(rule, value);
    default:
      return series(rule, value);
  }
}

Result IndicatorJudge::meets_target(const Rule& rule, const Number& value) const {
  const Figures::Target target = figures_.target(rule.of);
  const Entry& limit = target.figure;
  // An input has no direction of its own: the rule says which.
  const bool lower =
      rule.of.empty() ? indicator_.value.direction == Direction::lower : rule.comparison == Comparison::at_most;
  if (limit.state == Entry::State::blank) return Result::unknown;
  if (limit.state == Entry::State::error) return Result::error;
  if (!target.direction.empty() && target.direction != (lower ? "atMost" : "atLeast")) return Result::unknown;
  const Number left = limit.decimals && rounds() ? rounded(value, *limit.decimals) : value;
  return verdict_on(left, lower ? Comparison::at_most : Comparison::at_least, limit.number);
}

Result IndicatorJudge::change(const Rule& rule, const Number& value) const {
  const Entry reference =
      rule.against == Reference::baseline ? figures_.baseline() : figures_.past(assessment_.year - 1);
  if (reference.state == Entry::State::blank) return Result::unknown;
  if (!reference.present()) return Result::error;
  Number moved = value - reference.number;
  if (rule.measure == ChangeMeasure::percent) {
    if (reference.number == 0) return moved == 0 ? Result::unknown : Result::error;
    moved = 100 * moved / magnitude(reference.number);
  }
  return held(moved, rule.comparison, rule.threshold, {});
}

Result IndicatorJudge::series(const Rule& rule, const Number& value) const {
  // The figures of the span, newest first; with `skip` the years without one are taken out before anything is compared.
  Entry newest;
  newest.state = Entry::State::figure;
  newest.number = value;
  std::vector<Entry> figures = {newest};
  for (int back = 1; back <= rule.years; ++back) {
    const Entry one = figures_.past(assessment_.year - back);
    if (one.state != Entry::State::blank || rule.gaps != SeriesGaps::skip) figures.push_back(one);
  }
  if (figures.size() == 1) return Result::unknown;
  std::vector<Result> steps;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const Entry& newer = figures[i];
    const Entry& older = figures[i + 1];
    if (newer.state == Entry::State::error || older.state == Entry::State::error) {
      steps.push_back(Result::error);
    } else if (!newer.present() || !older.present()) {
      steps.push_back(Result::unknown);
    } else {
      Number allowed = number_of(rule.tolerance);
      if (rule.tolerance_measure == ChangeMeasure::percent) allowed = allowed * magnitude(older.number) / 100;
      const Number worse =
          indicator_.value.direction == Direction::lower ? newer.number - older.number : older.number - newer.number;
      steps.push_back(worse <= allowed ? Result::pass : Result::fail);
    }
  }
  return conjunction(steps);
}

Result IndicatorJudge::choose(const Rule& rule) const {
  const std::string word = attribute(rule.attribute);
  if (word.empty()) return Result::unknown;
  for (std::size_t i = 0; i < rule.cases.size(); ++i) {
    if (holds(rule.cases[i], word)) return run(rule.rules[i]);
  }
  return rule.has_otherwise ? run(rule.rules.back()) : Result::unknown;
}

Result IndicatorJudge::summary(const Rule& rule) const {
  std::vector<Result> members;
  if (others_ == nullptr) {
    std::fprintf(stderr, "oracle: a summary needs the other indicators\n");
    std::abort();
  }
  for (std::size_t i = 0; i < scheme_.indicators.size(); ++i) {
    const Indicator& other = scheme_.indicators[i];
    if (!has_summary(other.rule) && holds(rule.obligations, other.obligation))
      members.push_back(others_->indicators[i].result);
  }
  if (rule.measures) members.insert(members.end(), others_->measures.begin(), others_->measures.end());
  return conjunction(members);
}

}  // namespace luping::oracle
