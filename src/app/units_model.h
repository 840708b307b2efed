// What 单位 shows: every unit the scheme names, what it has to answer for and how far it is; and one unit's duties in full.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/chip.h"
#include "app/ui_state.h"

namespace luping {

/// The row of what the scheme names nobody for.
inline constexpr std::string_view kUnnamedUnit = "-";

/// How far a number of indicators and tasks are. What does not apply, or is shown for information only, counts in `indicators` alone.
struct DutyCounts {
  std::size_t indicators = 0;
  std::size_t met = 0;
  std::size_t not_met = 0;
  std::size_t unfilled = 0;
  std::size_t doubtful = 0;  ///< 无法判定 or 数据错误: something is to be obtained or mended first
  std::size_t tasks_done = 0;
  std::size_t tasks_total = 0;
  std::size_t judged() const { return met + not_met + unfilled + doubtful; }
  std::size_t open() const { return not_met + unfilled + doubtful; }
};

struct UnitRow {
  enum class Kind { heading, unit };
  Kind kind = Kind::unit;
  std::string id;  ///< the organisation, or kUnnamedUnit
  std::string name;
  std::string figure;  ///< heading: 17 个
  /// Of what the unit leads; of a unit that leads nothing, of what it is responsible for. So a government, which is
  /// responsible for almost everything, does not hide those who lead.
  DutyCounts counts;
  double progress = 0;           ///< 0..1: indicators met; of a unit that has only tasks, tasks done
  std::string lead_text;         ///< the number of indicators it leads
  std::string responsible_text;  ///< the number of the others it answers for
  std::string met_text;          ///< 12 / 20
  std::string not_met_text;
  std::string unfilled_text;
  std::string doubtful_text;
  std::string tasks_text;  ///< 5 / 8
  std::string summary;     ///< the row in one sentence
  bool selected = false;
};

/// An indicator the selected unit answers for.
struct UnitIndicator {
  std::string id;
  std::string name;
  Chip chip;
  std::string note;  ///< 牵头 · 还差 2.8 个百分点: its part, and what is open
};

/// A task of the selected unit.
struct UnitTask {
  std::string id;
  std::string text;
  std::string state;        ///< as in TaskRow
  std::string state_label;  ///< 进行中
  std::string part;         ///< 牵头
  bool applicable = true;
};

struct UnitsModel {
  std::vector<FilterChip<UnitsFilter>> filters;
  std::vector<FilterChip<UnitsOrder>> orders;
  std::vector<UnitRow> rows;  ///< under headings: units that lead, that do not; then what no unit is named for
  std::string empty;          ///< what to say when rows is empty
  // The selected unit: what it leads before the rest, what is open before what is done.
  std::string id;
  std::string name;
  std::string summary;
  std::string indicators_title;  ///< 指标 17 项
  std::string tasks_title;       ///< 任务 8 项
  std::vector<UnitIndicator> indicators;
  std::vector<UnitTask> tasks;
  bool can_filter = false;  ///< 填报 can show this unit's indicators alone
};

}  // namespace luping
