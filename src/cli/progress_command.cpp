#include <iostream>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/table.h"
#include "core/text.h"
#include "io/analysis.h"

namespace luping::cli {
namespace {

std::string in_table(const Scheme& scheme, const Assessment& assessment, Language language) {
  const bool zh = language == Language::zh;
  const Region* region = find_region(scheme, assessment.region);
  std::string text =
      format(zh ? "{0}（{1}）{2} 年进展{3}\n" : "{0} ({1}) {2}, progress{3}\n",
             {region == nullptr ? assessment.region : region->name, assessment.region, std::to_string(assessment.year),
              assessment.sample ? (zh ? "　【示例：虚构数据】" : "  [sample, invented data]") : ""});
  text += scheme.title + "\n";
  text += zh ? "进展只说离目标还有多远，与达标与否无关。\n"
             : "Progress says how far the goal is, not whether a requirement is met.\n";
  for (const Group& group : scheme.groups) {
    std::vector<std::vector<std::string>> rows;
    for (const Indicator& indicator : scheme.indicators) {
      const Item* item = find_item(scheme, indicator.item);
      if (indicator.value.kind != ValueKind::number || item == nullptr || item->group != group.id) continue;
      const Progress progress = progress_of(scheme, assessment, indicator);
      rows.push_back({std::string(label_of(progress.state, language)), indicator.id, indicator.name,
                      progress_in_words(scheme, indicator, progress, language)});
    }
    if (!rows.empty()) text += "\n" + group.number + group.title + "\n" + format_table(rows);
  }
  return text;
}

}  // namespace

int run_progress(const Options& options) {
  Loader loader(options);
  const std::string& path = options.operands[0];
  const auto loaded = loader.assessment(path);
  if (!loaded) return kBadInput;
  if (options.format == OutputFormat::json) {
    std::cout << write_progress(*loaded->scheme, loaded->assessment, path, program_version(), options.language);
  } else {
    std::cout << in_table(*loaded->scheme, loaded->assessment, options.language);
  }
  return kSatisfied;
}

}  // namespace luping::cli
