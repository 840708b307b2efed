#include <iostream>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/table.h"
#include "cli/verdicts.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "io/analysis.h"
#include "io/report.h"

namespace luping::cli {
namespace {

/// One `place=value` of --set or --threshold; false without an equals sign.
bool split(const std::string& text, std::string& place, std::string& value) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return false;
  place = text.substr(0, equals);
  value = text.substr(equals + 1);
  return true;
}

/// The place is an indicator (7.3.a), a measure (1.1-m1), or an indicator and one of its inputs (7.3.a.treated).
void suppose(const Scheme& scheme, const std::string& place, const std::string& value, Supposition& supposition) {
  const std::size_t dot = place.rfind('.');
  if (find_indicator(scheme, place) != nullptr) {
    supposition.values[place] = value;
  } else if (find_measure(scheme, place) != nullptr) {
    supposition.measures[place] = value;
  } else if (dot != std::string::npos && find_indicator(scheme, place.substr(0, dot)) != nullptr) {
    supposition.inputs[place.substr(0, dot)][place.substr(dot + 1)] = value;
  } else {
    supposition.values[place] = value;  // named as unknown by what_if()
  }
}

/// The place is an indicator, with the place in its rule behind it where it has several figures: 3.1.a/rules/1/threshold.
bool suppose_threshold(const std::string& place, const std::string& value, Supposition& supposition) {
  const DecimalParse figure = parse_typed_number(value, "%");
  if (figure.problem != DecimalProblem::none) return false;
  const std::size_t slash = std::min(place.find('/'), place.size());
  supposition.thresholds.push_back({place.substr(0, slash), figure.value, place.substr(slash)});
  return true;
}

/// What was said on the command line; nullopt after a line about what is wrong with it.
std::optional<Supposition> supposition_of(const Options& options, const Scheme& scheme) {
  const bool zh = options.language == Language::zh;
  Supposition supposition;
  std::string place, value;
  for (const std::string& text : options.sets) {
    if (!split(text, place, value)) {
      std::cerr << format(zh ? "--set 后面要写“指标=数值”，不能是“{0}”\n" : "--set takes INDICATOR=VALUE, not {0}\n",
                          {text});
      return std::nullopt;
    }
    suppose(scheme, place, value, supposition);
  }
  for (const std::string& text : options.thresholds) {
    if (!split(text, place, value) || !suppose_threshold(place, value, supposition)) {
      std::cerr << format(
          zh ? "--threshold 后面要写“指标=数字”，不能是“{0}”\n" : "--threshold takes INDICATOR=NUMBER, not {0}\n",
          {text});
      return std::nullopt;
    }
  }
  return supposition;
}

std::string in_table(const Scheme& scheme, const Assessment& assessment, const WhatIf& whole, Language language) {
  const bool zh = language == Language::zh;
  const Region* region = find_region(scheme, assessment.region);
  std::string text =
      format(zh ? "{0}（{1}）{2} 年假设推演{3}\n" : "{0} ({1}) {2}, supposed{3}\n",
             {region == nullptr ? assessment.region : region->name, assessment.region, std::to_string(assessment.year),
              assessment.sample ? (zh ? "　【示例：虚构数据】" : "  [sample, invented data]") : ""});
  text += scheme.title + "\n";
  text += zh ? "只是推演，自评文件没有改动。\n" : "A supposition only; the file is as it was.\n";
  const std::string colon = zh ? "：" : ": ";
  text += zh ? "\n变化\n" : "\nChanges\n";
  if (whole.changes.empty()) text += zh ? "  没有变化\n" : "  none\n";
  for (const IndicatorChange& change : whole.changes) {
    const Indicator& indicator = scheme.indicators[change.indicator];
    text += "  " + indicator.id + " " + indicator.name + colon + marked(change.before.result, language) + " → " +
            marked(change.after.result, language) + "\n";
    text +=
        (zh ? "    原来：" : "    before: ") + explain(scheme, assessment, indicator, change.before, language) + "\n";
    text += (zh ? "    假设：" : "    after: ") +
            explain(whole.scheme, whole.assessment, whole.scheme.indicators[change.indicator], change.after, language) +
            "\n";
  }
  text += (zh ? "\n原来的结论：" : "\nResult before: ") + conclusion_in_words(scheme, whole.before, language) + "\n";
  text += (zh ? "假设后的结论：" : "Result after: ") + conclusion_in_words(whole.scheme, whole.after, language) + "\n";
  const std::vector<EasyWin> failing = failing_by_ease(whole.scheme, whole.assessment, whole.after, {});
  text += zh ? "\n假设后仍未达标的，相对差距小的在前\n" : "\nStill not met, the relatively nearest first\n";
  if (failing.empty()) return text + (zh ? "  没有\n" : "  none\n");
  std::vector<std::vector<std::string>> rows;
  for (const EasyWin& win : failing) {
    const Indicator& indicator = whole.scheme.indicators[win.indicator];
    rows.push_back({indicator.id, std::string(label_of(indicator.obligation, language)), indicator.name,
                    shortfall_in_words(whole.scheme, indicator, whole.after.indicators[win.indicator], language),
                    win.lever ? lever_in_words(whole.scheme, whole.assessment, indicator, language) : std::string()});
  }
  return text + format_table(rows);
}

}  // namespace

int run_what_if(const Options& options) {
  Loader loader(options);
  const std::string& path = options.operands[0];
  const auto loaded = loader.assessment(path);
  if (!loaded) return kBadInput;
  const Scheme& scheme = *loaded->scheme;
  const auto supposition = supposition_of(options, scheme);
  if (!supposition) return kBadInput;
  const WhatIf whole = what_if(scheme, loaded->assessment, *supposition);
  for (const SuppositionProblem& problem : whole.problems)
    std::cerr << problem_in_words(problem, options.language) << "\n";
  if (!whole.problems.empty()) return kBadInput;
  if (options.format == OutputFormat::json) {
    std::cout << write_what_if(scheme, loaded->assessment, *supposition, whole, path, program_version(),
                               options.language);
  } else {
    std::cout << in_table(scheme, loaded->assessment, whole, options.language);
  }
  return whole.after.conclusion == Result::pass ? kSatisfied : kNotSatisfied;
}

}  // namespace luping::cli
