// What 指标体系 shows: the scheme itself. At the left its outline, or what a search found in it; beside it one sheet, about the
// scheme as a whole or about an indicator.
#pragma once

#include <string>
#include <vector>

namespace luping {

struct SchemeRow {
  enum class Kind { about, group, indicator };
  Kind kind = Kind::indicator;
  std::string id;      ///< group or indicator id; empty for the row about the scheme
  std::string number;  ///< group: （一）; indicator: 1.1.d
  std::string name;
  std::string remark;  ///< indicator: 确保, while searching where it was found (定义); group: 9 项
  bool selected = false;
};

/// A labelled text of a sheet.
struct SchemeLine {
  enum class Look { text, strong, quote /* the plan's own words */, warning };
  std::string label;  ///< 计量单位; empty: belongs to the line above
  std::string text;
  Look look = Look::text;
};

struct SchemeSection {
  std::string title;
  std::vector<SchemeLine> lines;
};

struct SchemeSheet {
  std::string id;     ///< the indicator; empty: about the scheme
  std::string place;  ///< （七）改善人居环境 · 3 农村生活污水治理
  std::string title;
  std::vector<std::string> badges;  ///< 确保, 一票否决
  std::vector<SchemeSection> sections;
  bool can_fill = false;  ///< a document is open: 填报 has its row
};

struct SchemeModel {
  std::vector<SchemeRow> rows;
  std::string found;  ///< while searching: 找到 12 项指标
  std::string empty;  ///< what to say when a search finds nothing
  SchemeSheet sheet;
};

}  // namespace luping
