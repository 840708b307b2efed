#include "core/analysis/rollup.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/judge/applicability.h"
#include "core/judge/rule_evaluator.h"
#include "core/judge/value_direction.h"

namespace luping {
namespace {

bool counts_inputs(RollupMethod method) { return method == RollupMethod::ratio_of_sums; }

// A county that must count and has no figure: why.
Absence absence_of(Result result, Reason reason) {
  if (result == Result::notchecked) return Absence::not_filled;
  if (result == Result::error) return Absence::data_error;
  switch (reason) {
    case Reason::missing_target:
    case Reason::target_direction:
      return Absence::no_target;
    case Reason::missing_input:
      return Absence::no_inputs;
    case Reason::zero_over_zero:
      return Absence::no_figure;
    default:
      return Absence::not_judged;
  }
}

/// A condition that names a county of the region concerns the region, too: it is about that part of it.
void widen(Condition& condition, const std::vector<std::string>& parts, const std::string& region) {
  const bool names_part = std::any_of(condition.regions.begin(), condition.regions.end(), [&](const std::string& id) {
    return std::find(parts.begin(), parts.end(), id) != parts.end();
  });
  if (names_part) condition.regions.push_back(region);
}

struct County {
  std::string region;
  const Assessment* file = nullptr;  // null: none was given
  Assessment blank;                  // stands for it when the scheme's conditions are asked
  Evaluation evaluation;
};

class RollUp {
 public:
  RollUp(const Scheme& scheme, const std::vector<Assessment>& files, const Assessment* own, std::string_view region,
         int year)
      : scheme_(scheme), files_(files), own_(own) {
    report_.region = region;
    report_.year = year;
    for (const Region& one : scheme.regions) {
      if (one.parent == region && !one.parent.empty()) report_.expected.push_back(one.id);
    }
  }

  RollupReport run() {
    look_for_problems();
    if (!report_.problems.empty()) return std::move(report_);
    prepare();
    // Summaries rest on the others, so they come last.
    for (const bool summaries : {false, true}) {
      for (std::size_t i = 0; i < scheme_.indicators.size(); ++i) {
        if (rests_on_others(scheme_.indicators[i].rule) != summaries) continue;
        report_.lines[i] = line(i);
        report_.evaluation.indicators[i] = report_.lines[i].outcome;
      }
    }
    conclude(widened_, report_.evaluation);
    return std::move(report_);
  }

 private:
  void look_for_problems() {
    auto& problems = report_.problems;
    if (report_.expected.empty()) problems.push_back({RollupProblemKind::no_parts, 0, 0});
    const auto fits_scheme = [&](const Assessment& file) {
      return file.scheme_id == scheme_.id && (file.scheme_version.empty() || file.scheme_version == scheme_.version);
    };
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const Assessment& file = files_[i];
      const auto& parts = report_.expected;
      if (!fits_scheme(file)) {
        problems.push_back({RollupProblemKind::other_scheme, i, i});
      } else if (file.year != report_.year) {
        problems.push_back({RollupProblemKind::other_year, i, i});
      } else if (std::find(parts.begin(), parts.end(), file.region) == parts.end()) {
        if (!parts.empty()) problems.push_back({RollupProblemKind::other_region, i, i});
      } else if (const auto [first, is_first] = seen.emplace(file.region, i); !is_first) {
        problems.push_back({RollupProblemKind::duplicate, first->second, i});
      }
    }
    constexpr std::size_t kOwn = RollupProblem::kOwn;
    if (own_ == nullptr) return;
    if (!fits_scheme(*own_)) {
      problems.push_back({RollupProblemKind::other_scheme, kOwn, kOwn});
    } else if (own_->year != report_.year) {
      problems.push_back({RollupProblemKind::other_year, kOwn, kOwn});
    } else if (own_->region != report_.region) {
      problems.push_back({RollupProblemKind::other_region, kOwn, kOwn});
    }
  }

  void prepare() {
    widened_ = scheme_;
    for (Item& item : widened_.items) widen(item.applies_when, report_.expected, report_.region);
    for (Indicator& indicator : widened_.indicators) widen(indicator.applies_when, report_.expected, report_.region);
    for (Measure& measure : widened_.measures) widen(measure.applies_when, report_.expected, report_.region);
    if (own_ != nullptr) {
      report_.parent = *own_;
    } else {
      report_.parent.scheme_id = scheme_.id;
      report_.parent.scheme_version = scheme_.version;
      report_.parent.region = report_.region;
      report_.parent.year = report_.year;
    }
    leave_attributes_to_counties();
    report_.sample = report_.parent.sample;
    for (const std::string& id : report_.expected) {
      County county;
      county.region = id;
      const auto file =
          std::find_if(files_.begin(), files_.end(), [&](const Assessment& one) { return one.region == id; });
      if (file == files_.end()) {
        county.blank.region = id;
        county.blank.year = report_.year;
        report_.without_file.push_back(id);
      } else {
        county.file = &*file;
        county.evaluation = evaluate(scheme_, *file);
        report_.sample = report_.sample || file->sample;
      }
      counties_.push_back(std::move(county));
    }
    report_.evaluation = evaluate(widened_, report_.parent);
    report_.lines.resize(scheme_.indicators.size());
  }

  // Whether an indicator for 矿区 or 山区 concerns a county was asked of the county. Where the region itself does not say which it is,
  // that does not leave open what its counties make up.
  void leave_attributes_to_counties() {
    const auto is_rolled_up = [](const Indicator& indicator) {
      return indicator.rollup.method != RollupMethod::none && indicator.rollup.method != RollupMethod::city_only;
    };
    const auto leave = [&](Condition& condition) {
      std::erase_if(condition.attributes,
                    [&](const auto& one) { return attribute_of(widened_, report_.parent, one.first).empty(); });
    };
    for (Indicator& indicator : widened_.indicators) {
      if (is_rolled_up(indicator)) leave(indicator.applies_when);
    }
    for (Item& item : widened_.items) {
      const auto& all = widened_.indicators;
      const bool rolled_up = std::all_of(all.begin(), all.end(), [&](const Indicator& indicator) {
        return indicator.item != item.id || is_rolled_up(indicator);
      });
      if (rolled_up) leave(item.applies_when);
    }
  }

  RollupLine line(std::size_t index) const {
    const Indicator& indicator = widened_.indicators[index];
    RollupLine line;
    line.method = indicator.rollup.method;
    if (line.method == RollupMethod::none) return undeclared(std::move(line), indicator);
    if (line.method == RollupMethod::city_only) return city_only(std::move(line), indicator);
    // The worst figure needs to know which way is worse, and figures; else the worst verdict is taken.
    const bool worst_result = line.method == RollupMethod::worst &&
                              (indicator.value.kind != ValueKind::number || direction_of(indicator) == Direction::none);
    line.by_results = line.method == RollupMethod::all_pass || line.method == RollupMethod::count_pass || worst_result;
    bool evidence_missing = false;
    for (const County& county : counties_) {
      line.entries.push_back(entry(line, indicator, index, county));
      if (line.entries.back().part != RollupPart::counted) continue;
      const Outcome& outcome = county.evaluation.indicators[index];
      evidence_missing = evidence_missing || outcome.evidence_missing;
      if (outcome.result == Result::pass) ++line.passed;
      if (outcome.result == Result::fail) ++line.failed;
    }
    const std::size_t counted = count(line, RollupPart::counted);
    const std::size_t missing = count(line, RollupPart::missing);
    if (counted + missing == 0) return nowhere_applicable(std::move(line), indicator);
    line.state = missing == 0 ? RollupState::complete : counted == 0 ? RollupState::empty : RollupState::partial;
    line.outcome = line.by_results ? judged_by_results(line, indicator) : judged_by_figure(line, indicator);
    line.outcome.evidence_missing = evidence_missing && line.outcome.result != Result::notapplicable;
    return line;
  }

  static std::size_t count(const RollupLine& line, RollupPart part) {
    return static_cast<std::size_t>(std::count_if(line.entries.begin(), line.entries.end(),
                                                  [&](const RollupEntry& entry) { return entry.part == part; }));
  }

  // The verdict `result`, unless the region itself is excluded, declares the indicator not applicable, or a person set another.
  Outcome given_verdict(const Indicator& indicator, Result result, Subject value = {}) const {
    GivenFigures given;
    given.value = std::move(value);
    given.verdict = result;
    return evaluate_given(widened_, report_.parent, indicator, &report_.evaluation, given);
  }

  RollupLine undeclared(RollupLine line, const Indicator& indicator) const {
    line.outcome = without_verdict(given_verdict(indicator, Result::unknown));
    return line;
  }

  RollupLine city_only(RollupLine line, const Indicator& indicator) const {
    line.outcome = evaluate_indicator(widened_, report_.parent, indicator, &report_.evaluation);
    line.state = line.outcome.result == Result::notchecked ? RollupState::empty : RollupState::complete;
    return line;
  }

  RollupLine nowhere_applicable(RollupLine line, const Indicator& indicator) const {
    line.state = RollupState::complete;
    line.outcome = given_verdict(indicator, Result::notapplicable);
    if (line.outcome.reason == Reason::comparison) {
      line.outcome.reason = Reason::excluded_by_scheme;
      line.outcome.computed_reason = Reason::excluded_by_scheme;
    }
    return line;
  }

  // Marks a verdict that no comparison stands behind: what is there is not enough for one.
  static Outcome without_verdict(Outcome outcome) {
    if (outcome.computed == Result::notapplicable || outcome.computed == Result::informational) return outcome;
    outcome.computed = Result::unknown;
    outcome.computed_reason = Reason::none;
    outcome.trace = {};
    if (outcome.reason != Reason::set_by_hand) {
      outcome.result = Result::unknown;
      outcome.reason = Reason::none;
    }
    return outcome;
  }

  RollupEntry entry(const RollupLine& line, const Indicator& indicator, std::size_t index, const County& county) const {
    RollupEntry entry;
    entry.region = county.region;
    const auto leave_out = [&](RollupPart part, Absence why) {
      entry.part = part;
      entry.absence = why;
      return entry;
    };
    const Indicator& as_written = scheme_.indicators[index];
    if (county.file == nullptr) {
      return applies(scheme_, county.blank, as_written) ? leave_out(RollupPart::missing, Absence::no_file)
                                                        : leave_out(RollupPart::dropped, Absence::not_applicable);
    }
    const Outcome& outcome = county.evaluation.indicators[index];
    entry.result = outcome.result;
    entry.number = outcome.value.number;
    if (outcome.result == Result::notapplicable) return leave_out(RollupPart::dropped, Absence::not_applicable);
    if (outcome.computed_reason == Reason::applicability_unknown && outcome.reason != Reason::set_by_hand)
      return leave_out(RollupPart::missing, Absence::not_judged);
    Absence lacking = Absence::none;
    if (line.by_results) {
      const bool decided = outcome.result == Result::pass || outcome.result == Result::fail;
      if (!decided) lacking = absence_of(outcome.result, outcome.reason);
      if (outcome.result == Result::informational) lacking = Absence::not_judged;
    } else if (counts_inputs(line.method)) {
      lacking = lack_of_inputs(*county.file, indicator, outcome.value);
    } else {
      lacking = lack_of_value(line.method, *county.file, indicator, outcome.value);
    }
    if (lacking != Absence::none) return leave_out(RollupPart::missing, lacking);
    entry.part = RollupPart::counted;
    return entry;
  }

  // A county whose inputs are all there counts, even with a share of 0 ÷ 0: it adds nothing to either sum.
  Absence lack_of_inputs(const Assessment& file, const Indicator& indicator, const Subject& value) const {
    const auto answer = file.answers.find(indicator.id);
    if (answer == file.answers.end() || value.result == Result::notchecked) return Absence::not_filled;
    if (indicator.value.formula.empty() || !uses_inputs(indicator, answer->second)) {
      return value.result == Result::error ? Absence::data_error : Absence::no_inputs;
    }
    if (value.result == Result::pass || value.reason == Reason::zero_over_zero) return Absence::none;
    return absence_of(value.result, value.reason);
  }

  Absence lack_of_value(RollupMethod method, const Assessment& file, const Indicator& indicator,
                        const Subject& value) const {
    if (value.result != Result::pass) return absence_of(value.result, value.reason);
    if (!value.number) return Absence::no_figure;
    if (method != RollupMethod::weighted_mean) return Absence::none;
    const Subject weight = subject_of_input(scheme_, file, indicator, indicator.rollup.weight);
    if (weight.result == Result::notchecked) return Absence::no_inputs;
    return weight.number && !weight.number->is_negative() ? Absence::none : Absence::data_error;
  }

  Outcome judged_by_results(RollupLine& line, const Indicator& indicator) const {
    const bool missing = line.state != RollupState::complete;
    if (line.method == RollupMethod::count_pass) {
      Subject value;
      value.result = line.state == RollupState::empty ? Result::notchecked : Result::pass;
      value.reason = Reason::none;
      if (line.state != RollupState::empty) value.number = Rational(static_cast<std::int64_t>(line.passed));
      return given_verdict(indicator, Result::informational, std::move(value));
    }
    if (line.failed > 0) return given_verdict(indicator, Result::fail);
    if (missing) return without_verdict(given_verdict(indicator, Result::unknown));
    return given_verdict(indicator, Result::pass);
  }

  Outcome judged_by_figure(RollupLine& line, const Indicator& indicator) const {
    GivenFigures given;
    if (line.state != RollupState::empty) {
      given = counts_inputs(line.method) ? summed_inputs(line, indicator) : figure_of_values(line, indicator);
    }
    const Outcome outcome = evaluate_given(widened_, report_.parent, indicator, &report_.evaluation, given);
    return line.state == RollupState::complete ? outcome : without_verdict(outcome);
  }

  const Assessment& file_of(const std::string& region) const {
    return *std::find_if(counties_.begin(), counties_.end(), [&](const County& one) {
              return one.region == region;
            })->file;
  }

  // An input that only rules `of` it name may be missing in a county; then the region has none.
  GivenFigures summed_inputs(RollupLine& line, const Indicator& indicator) const {
    GivenFigures given;
    sum_inputs(line, indicator, given);
    given.value = value_of_inputs(scheme_, indicator, [&](std::string_view id) -> std::optional<Rational> {
      const auto found = given.inputs.find(id);
      return found == given.inputs.end() ? std::nullopt : found->second.number;
    });
    return given;
  }

  void sum_inputs(RollupLine& line, const Indicator& indicator, GivenFigures& given) const {
    for (const Input& input : indicator.value.inputs) {
      Subject sum;
      sum.result = Result::pass;
      sum.reason = Reason::none;
      sum.number = Rational();
      for (const RollupEntry& entry : line.entries) {
        if (entry.part != RollupPart::counted) continue;
        const Subject one = subject_of_input(scheme_, file_of(entry.region), indicator, input.id);
        if (!one.number || one.result != Result::pass) {
          sum = {};
          sum.result = Result::unknown;
          sum.reason = Reason::missing_input;
          sum.subject = input.id;
          break;
        }
        sum.number = *sum.number + *one.number;
      }
      if (sum.number) line.sums.emplace(input.id, *sum.number);
      given.inputs.emplace(input.id, std::move(sum));
    }
  }

  GivenFigures figure_of_values(RollupLine& line, const Indicator& indicator) const {
    Rational sum;
    Rational weights;
    std::optional<Rational> worst;
    const bool lower = direction_of(indicator) == Direction::lower;
    for (const RollupEntry& entry : line.entries) {
      if (entry.part != RollupPart::counted) continue;
      const Rational& number = *entry.number;
      Rational weight = 1;
      if (line.method == RollupMethod::weighted_mean) {
        const Assessment& file = file_of(entry.region);
        weight = *subject_of_input(scheme_, file, indicator, indicator.rollup.weight).number;
      }
      sum = sum + number * weight;
      weights = weights + weight;
      if (!worst || (lower ? number > *worst : number < *worst)) worst = number;
    }
    GivenFigures given;
    Subject& value = given.value;
    value.result = Result::pass;
    value.reason = Reason::none;
    if (line.method == RollupMethod::sum) {
      value.number = sum;
      sum_inputs(line, indicator, given);
    } else {
      // A mean or the worst value says nothing of the inputs; a rule about one of them cannot be judged.
      for (const Input& input : indicator.value.inputs) {
        Subject& none = given.inputs[input.id];
        none.result = Result::unknown;
        none.reason = Reason::missing_input;
        none.subject = input.id;
      }
    }
    if (line.method == RollupMethod::worst) value.number = worst;
    if (line.method == RollupMethod::weighted_mean) {
      if (weights.is_zero()) {
        value.result = Result::unknown;
        value.reason = Reason::zero_over_zero;
      } else {
        value.number = sum / weights;
      }
    }
    return given;
  }

  const Scheme& scheme_;
  const std::vector<Assessment>& files_;
  const Assessment* own_;
  Scheme widened_;  // the scheme as it concerns the region
  std::vector<County> counties_;
  RollupReport report_;
};

template <typename Enum, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& tokens, Enum one) {
  return tokens[static_cast<std::size_t>(one)];
}

}  // namespace

RollupReport roll_up(const Scheme& scheme, const std::vector<Assessment>& counties, const Assessment* own,
                     std::string_view parent_region, int year) {
  return RollUp(scheme, counties, own, parent_region, year).run();
}

std::string common_parent(const Scheme& scheme, const std::vector<Assessment>& counties) {
  std::set<std::string> parents;
  for (const Assessment& county : counties) {
    const Region* region = find_region(scheme, county.region);
    parents.insert(region == nullptr ? std::string() : region->parent);
  }
  return parents.size() == 1 ? *parents.begin() : std::string();
}

std::string_view token_of(RollupMethod method) {
  static constexpr std::array<std::string_view, 8> kTokens = {"none",  "ratioOfSums", "sum",       "weightedMean",
                                                              "worst", "allPass",     "countPass", "cityOnly"};
  return pick(kTokens, method);
}

std::string_view token_of(RollupState state) {
  static constexpr std::array<std::string_view, 4> kTokens = {"complete", "partial", "empty", "undeclared"};
  return pick(kTokens, state);
}

std::string_view token_of(Absence absence) {
  static constexpr std::array<std::string_view, 9> kTokens = {
      "none", "notApplicable", "noFile", "notFilled", "noInputs", "noFigure", "noTarget", "dataError", "notJudged"};
  return pick(kTokens, absence);
}

}  // namespace luping
