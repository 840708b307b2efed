#include <iostream>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/table.h"
#include "cli/verdicts.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"
#include "io/analysis.h"

namespace luping::cli {
namespace {

std::string name_of(const Scheme& scheme, const std::string& region) {
  const Region* found = find_region(scheme, region);
  return found == nullptr ? region : found->name;
}

std::string value_of(const Scheme& scheme, const RollupReport& report, std::size_t index, Language language) {
  const RollupLine& line = report.lines[index];
  const Indicator& indicator = scheme.indicators[index];
  const std::string shown = value_text(indicator, line.outcome, language);
  if (shown.empty()) return "—";
  const bool count = line.method == RollupMethod::count_pass;
  const std::string value = with_unit(shown, count ? std::string_view() : unit_label(scheme, indicator.value.unit));
  if (line.state != RollupState::partial) return value;
  return format(language == Language::zh ? "{0}（部分）" : "{0} (partial)", {value});
}

std::string in_table(const Scheme& scheme, const RollupReport& report, const RollupFiles& files, Language language) {
  const bool zh = language == Language::zh;
  std::string text = format(zh ? "{0}（{1}）{2} 年汇总{3}\n" : "{0} ({1}) {2}, rolled up{3}\n",
                            {name_of(scheme, report.region), report.region, std::to_string(report.year),
                             report.sample ? (zh ? "　【示例：虚构数据】" : "  [sample, invented data]") : ""});
  text += scheme.title + "\n";
  std::vector<std::string> present, absent;
  for (const std::string& region : files.regions) present.push_back(name_of(scheme, region));
  for (const std::string& region : report.without_file) absent.push_back(name_of(scheme, region));
  const std::string_view comma = zh ? "、" : ", ";
  text += format(zh ? "自评文件：{0}\n" : "Files: {0}\n", {join(present, comma)});
  if (!absent.empty()) text += format(zh ? "没有自评文件：{0}\n" : "No file: {0}\n", {join(absent, comma)});
  for (const Group& group : scheme.groups) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      const Indicator& indicator = scheme.indicators[i];
      const Item* item = find_item(scheme, indicator.item);
      if (item == nullptr || item->group != group.id) continue;
      rows.push_back({marked(report.lines[i].outcome.result, language), indicator.id,
                      std::string(label_of(indicator.obligation, language)), indicator.name,
                      value_of(scheme, report, i, language), rollup_in_words(scheme, report, i, language)});
    }
    if (!rows.empty()) text += "\n" + group.number + group.title + "\n" + format_table(rows);
  }
  return text + "\n" + conclusion_lines(scheme, report.evaluation, language);
}

}  // namespace

int run_rollup(const Options& options) {
  Loader loader(options);
  const bool zh = options.language == Language::zh;
  std::vector<Assessment> counties;
  RollupFiles files;
  const Scheme* scheme = nullptr;
  bool readable = true;
  for (const std::string& path : options.operands) {
    auto loaded = loader.assessment(path);
    readable = readable && loaded;
    if (!readable) continue;  // the rest is read for what is wrong with it
    if (scheme == nullptr) scheme = loaded->scheme;
    files.files.push_back(path);
    files.regions.push_back(loaded->assessment.region);
    counties.push_back(std::move(loaded->assessment));
  }
  std::optional<Assessment> own;
  if (!options.own.empty()) {
    auto loaded = loader.assessment(options.own);
    readable = readable && loaded;
    if (loaded) own = std::move(loaded->assessment);
    files.own = options.own;
  }
  if (!readable) return kBadInput;
  const std::string region = !options.region.empty() ? options.region
                             : own                   ? own->region
                                                     : common_parent(*scheme, counties);
  if (region.empty()) {
    std::cerr << (zh ? "这些自评文件不属于同一个上级地区，请用 --region 写明要汇总到哪个地区\n"
                     : "the files do not belong to one region; say which with --region\n");
    return kBadInput;
  }
  const int year = counties.front().year;
  if (!own && !options.targets.empty()) {  // the packs hold the region's own targets, too
    own.emplace();
    own->scheme_id = scheme->id;
    own->scheme_version = scheme->version;
    own->region = region;
    own->year = year;
    if (!loader.add_targets(*own, *scheme)) return kBadInput;
  }
  const RollupReport report = roll_up(*scheme, counties, own ? &*own : nullptr, region, year);
  for (const RollupProblem& problem : report.problems)
    std::cerr << problem_in_words(*scheme, report, problem, files.files, options.own, options.language) << "\n";
  if (!report.problems.empty()) return kBadInput;
  switch (options.format) {
    case OutputFormat::table:
      std::cout << in_table(*scheme, report, files, options.language);
      break;
    case OutputFormat::json:
      std::cout << write_rollup(*scheme, report, files, program_version(), options.language);
      break;
    case OutputFormat::ndjson:  // of evaluate only
    case OutputFormat::csv:
      std::cout << write_rollup_csv(*scheme, report, options.language);
      break;
  }
  return report.evaluation.conclusion == Result::pass ? kSatisfied : kNotSatisfied;
}

}  // namespace luping::cli
