#include "core/text.h"
#include "core/words/explain.h"
#include "io/analysis.h"
#include "io/analysis_parts.h"
#include "io/csv.h"

namespace luping {
namespace {

std::string name_of(const Scheme& scheme, const std::string& region) {
  const Region* found = find_region(scheme, region);
  return found == nullptr ? region : found->name;
}

// A count of counties has not the indicator's unit.
void drop_unit_of_counts(Report& plain, const RollupReport& report) {
  for (std::size_t i = 0; i < report.lines.size(); ++i) {
    if (report.lines[i].method == RollupMethod::count_pass) plain.indicators[i].unit.clear();
  }
}

void write_ids(JsonWriter& json, std::string_view key, const RollupLine& line, RollupPart part) {
  json.begin_array(key);
  for (const RollupEntry& entry : line.entries) {
    if (entry.part == part) json.text({}, entry.region);
  }
  json.end_array();
}

void write_line(JsonWriter& json, const Scheme& scheme, const RollupReport& report, std::size_t index,
                const ReportIndicator& plain, Language language) {
  const RollupLine& line = report.lines[index];
  json.begin_object();
  write_indicator_head(json, scheme.indicators[index]);
  json.text("method", token_of(line.method));
  json.text("state", token_of(line.state));
  json.text("result", token_of(line.outcome.result));
  json.text("reason", token_of(line.outcome.reason));
  write_figure(json, plain);
  std::vector<std::string> rounded;
  if (!line.sums.empty()) {
    json.begin_object("sums");
    for (const auto& [input, sum] : line.sums) write_number(json, input, sum, rounded);
    json.end_object();
    write_rounded(json, "roundedSums", rounded);
  }
  if (!line.entries.empty()) {
    json.integer("passed", static_cast<std::int64_t>(line.passed));
    json.integer("failed", static_cast<std::int64_t>(line.failed));
    write_ids(json, "counted", line, RollupPart::counted);
    json.begin_array("missing");
    for (const RollupEntry& entry : line.entries) {
      if (entry.part != RollupPart::missing) continue;
      json.begin_object();
      json.text("region", entry.region);
      json.text("why", token_of(entry.absence));
      json.end_object();
    }
    json.end_array();
    write_ids(json, "notApplicable", line, RollupPart::dropped);
  }
  json.text("sentence", rollup_in_words(scheme, report, index, language));
  json.end_object();
}

}  // namespace

std::string write_rollup(const Scheme& scheme, const RollupReport& report, const RollupFiles& files,
                         std::string_view generator, Language language) {
  Report plain = build_report(scheme, report.parent, report.evaluation, {}, language);
  drop_unit_of_counts(plain, report);
  JsonWriter json;
  json.begin_object();
  write_head(json, "luping-rollup", generator);
  json.truth("sample", report.sample);
  write_subject(json, scheme, report.region, report.year);
  json.begin_array("counties");
  for (const std::string& id : report.expected) {
    json.begin_object();
    json.text("id", id);
    json.text("name", name_of(scheme, id));
    for (std::size_t i = 0; i < files.files.size(); ++i) {
      if (files.regions[i] == id) json.text("file", files.files[i]);
    }
    json.end_object();
  }
  json.end_array();
  json.text_if("own", files.own);
  write_conclusion(json, "conclusion", scheme, report.evaluation, language);
  json.begin_object("counts");
  for (const Result result : kAllResults)
    json.integer(token_of(result), static_cast<std::int64_t>(plain.counts[static_cast<std::size_t>(result)]));
  json.end_object();
  json.begin_array("gates");
  for (const ReportGate& gate : plain.gates) {
    json.begin_object();
    json.text("id", gate.id);
    json.text("title", gate.title);
    json.truth("required", gate.required);
    json.text("result", token_of(gate.result));
    json.integer("passed", static_cast<std::int64_t>(gate.passed));
    json.integer("applicable", static_cast<std::int64_t>(gate.applicable));
    json.end_object();
  }
  json.end_array();
  json.begin_array("indicators");
  for (std::size_t i = 0; i < report.lines.size(); ++i)
    write_line(json, scheme, report, i, plain.indicators[i], language);
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

std::string write_rollup_csv(const Scheme& scheme, const RollupReport& report, Language language) {
  Report plain = build_report(scheme, report.parent, report.evaluation, {}, language);
  drop_unit_of_counts(plain, report);
  const bool zh = language == Language::zh;
  const std::string_view comma = zh ? "、" : ", ";
  std::string out(kByteOrderMark);
  if (zh) {
    append_csv_row(out, {"地区代码", "地区", "年份", "任务组", "指标编号", "指标", "约束", "汇总方法", "完整性", "判定",
                         "汇总值", "计量单位", "要求", "已计入", "缺", "不适用", "说明"});
  } else {
    append_csv_row(
        out, {"region", "region name", "year", "group", "indicator", "name", "obligation", "method", "state", "result",
              "value", "unit", "requirement", "counted", "missing", "not applicable", "explanation"});
  }
  constexpr std::string_view kStates[] = {"完整", "部分", "没有数据", "未规定"};
  const std::string year = std::to_string(report.year);
  const std::string region = name_of(scheme, report.region);
  for (std::size_t i = 0; i < report.lines.size(); ++i) {
    const RollupLine& line = report.lines[i];
    const ReportIndicator& one = plain.indicators[i];
    std::vector<std::string> counted, missing, dropped;
    for (const RollupEntry& entry : line.entries) {
      const std::string name = name_of(scheme, entry.region);
      if (entry.part == RollupPart::counted) counted.push_back(name);
      if (entry.part == RollupPart::dropped) dropped.push_back(name);
      if (entry.part == RollupPart::missing)
        missing.push_back(format(zh ? "{0}（{1}）" : "{0} ({1})", {name, label_of(entry.absence, language)}));
    }
    const std::string all_counted = join(counted, comma);
    const std::string all_missing = join(missing, comma);
    const std::string all_dropped = join(dropped, comma);
    const std::string sentence = rollup_in_words(scheme, report, i, language);
    append_csv_row(out, {report.region, region, year, one.group, one.id, one.name, one.obligation_label,
                         label_of(line.method, language),
                         zh ? kStates[static_cast<std::size_t>(line.state)] : token_of(line.state),
                         zh ? std::string_view(one.result_label) : token_of(one.result), one.value, one.unit,
                         one.requirement, all_counted, all_missing, all_dropped, sentence});
  }
  return out;
}

}  // namespace luping
