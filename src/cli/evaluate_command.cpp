#include <iostream>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/table.h"
#include "cli/verdicts.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"
#include "io/report.h"

namespace luping::cli {
namespace {

std::string in_table(const Report& report, Language language) {
  const bool zh = language == Language::zh;
  std::string text = format(zh ? "{0}（{1}）{2} 年自评{3}\n" : "{0} ({1}) {2}{3}\n",
                            {report.region_name, report.region_id, std::to_string(report.year),
                             report.sample ? (zh ? "　【示例：虚构数据】" : "  [sample, invented data]") : ""});
  text += report.scheme_title + "\n";
  std::string group;
  std::vector<std::vector<std::string>> rows;
  const auto flush = [&] {
    if (rows.empty()) return;
    text += "\n" + group + "\n" + format_table(rows);
    rows.clear();
  };
  for (const ReportIndicator& one : report.indicators) {
    if (one.group != group) flush();
    group = one.group;
    const std::string value = one.value_shown.empty() ? "—" : with_unit(one.value_shown, one.unit);
    std::string remark = one.shortfall + (one.remedy.empty() ? "" : (zh ? "；" : "; ") + one.remedy);
    if (one.result == Result::unknown || one.result == Result::error) remark = one.obstacle;
    if (one.evidence_missing) {
      if (!remark.empty()) remark += zh ? "；" : "; ";
      remark += zh ? "还缺佐证材料" : "evidence missing";
    }
    rows.push_back({mark_of(one.result) + " " + one.result_label, one.id, one.obligation_label, one.name, value,
                    one.requirement, remark});
  }
  flush();
  text += zh ? "\n结论条件\n" : "\nConclusion\n";
  for (const ReportGate& gate : report.gates) {
    rows.push_back({mark_of(gate.result) + " " + std::string(label_of(gate.result, language)), gate.title,
                    gate.sentence + (gate.required ? "" : (zh ? "（参考，不影响结论）" : " (for reference)"))});
  }
  text += format_table(rows);
  std::vector<std::string> counts;
  for (const Result result : kAllResults) {
    const std::size_t count = report.counts[static_cast<std::size_t>(result)];
    if (count > 0) counts.push_back(std::string(label_of(result, language)) + " " + std::to_string(count));
  }
  text += (zh ? "合计：" : "Total: ") + join(counts, zh ? "，" : ", ") + "\n";
  text += (zh ? "结论：" : "Result: ") + report.conclusion_sentence + "\n";
  return text;
}

}  // namespace

int run_evaluate(const Options& options) {
  if (options.format == OutputFormat::ndjson) return run_stream(options);
  Loader loader(options);
  std::vector<Report> reports;
  bool readable = true;
  bool satisfied = true;
  for (const std::string& path : options.operands) {
    const auto loaded = loader.assessment(path);
    readable = readable && loaded;
    if (!readable)
      continue;  // the rest is read for what is wrong with it; a part of the answer would pass for the whole
    const Evaluation evaluation = evaluate(*loaded->scheme, loaded->assessment);
    satisfied = satisfied && evaluation.conclusion == Result::pass;
    reports.push_back(build_report(*loaded->scheme, loaded->assessment, evaluation, path, options.language));
  }
  if (!readable) return kBadInput;
  switch (options.format) {
    case OutputFormat::table:
      for (std::size_t i = 0; i < reports.size(); ++i)
        std::cout << (i == 0 ? "" : "\n") << in_table(reports[i], options.language);
      break;
    case OutputFormat::json:
      std::cout << write_result(reports, program_version());
      break;
    case OutputFormat::csv:
      std::cout << write_csv(reports, options.language);
      break;
    case OutputFormat::ndjson:
      break;
  }
  return satisfied ? kSatisfied : kNotSatisfied;
}

}  // namespace luping::cli
