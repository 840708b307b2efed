#include "io/csv.h"
#include "io/report.h"

namespace luping {

std::string write_csv(const std::vector<Report>& reports, Language language) {
  std::string out(kByteOrderMark);
  if (language == Language::zh) {
    append_csv_row(out, {"文件", "地区代码", "地区", "年份", "任务组", "指标编号", "指标", "约束", "判定", "现状值",
                         "计量单位", "要求", "差距", "补救", "说明判定", "牵头单位", "备注"});
  } else {
    append_csv_row(out, {"file", "region", "region name", "year", "group", "indicator", "name", "obligation", "result",
                         "value", "unit", "requirement", "gap", "remedy", "explanation", "lead", "note"});
  }
  for (const Report& report : reports) {
    const std::string year = std::to_string(report.year);
    for (const ReportIndicator& one : report.indicators) {
      append_csv_row(
          out,
          {report.file, report.region_id, report.region_name, year, one.group, one.id, one.name, one.obligation_label,
           language == Language::zh ? std::string_view(one.result_label) : token_of(one.result), one.value, one.unit,
           one.requirement, one.shortfall, one.remedy, one.explanation, one.lead, one.note});
    }
  }
  return out;
}

}  // namespace luping
