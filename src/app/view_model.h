// Everything a screen shows, ready to draw: texts formatted, verdicts decided, order settled. Views neither compute nor
// format; they lay out what stands here and push commands (app/command.h). All texts are UTF-8 Chinese.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/chip.h"
#include "app/field.h"
#include "app/guide.h"
#include "app/list_head.h"
#include "app/scheme_model.h"
#include "app/trend.h"
#include "app/ui_state.h"
#include "app/units_model.h"
#include "core/model/result.h"

namespace luping {

enum class NoticeKind { success, information, warning, problem };

/// A message in a bar under the top bar until dismissed or replaced.
struct Notice {
  NoticeKind kind = NoticeKind::information;
  std::string title;               ///< one sentence
  std::vector<std::string> lines;  ///< what is wrong, where, what to do; one entry a line, at most about 8
};

/// A question that must be answered before going on (a modal).
struct Prompt {
  std::string title;
  std::string text;
  std::vector<std::string>
      answers;  ///< at least two; the first is what Enter means, the last (取消) leaves all as it is
};

/// Another window works on this: nothing here changes it. Shown as long as that is so.
struct ReadOnly {
  std::string text;
  bool can_take_over = false;  ///< the other window has let go
};

/// What pasting cells into 填报 would do; must be answered before going on (a modal).
struct PasteModel {
  struct Change {
    std::string number;
    std::string name;
    std::string before;  ///< empty: nothing was there
    std::string after;
    std::string unit;
    Chip chip;  ///< the verdict it would lead to
  };
  struct Refusal {
    std::string place;  ///< 第 3 行 “农村生活污水治理率”; may be empty
    std::string text;   ///< “约五成”; may be empty
    std::string why;    ///< 不是数字
  };
  std::string title;  ///< 粘贴 12 项现状值？
  std::string text;   ///< how rows were found, and what stays as it is
  std::vector<Change> changes;
  std::string refused_title;  ///< 有 2 处放不进去
  std::vector<Refusal> refused;
  std::vector<std::string> answers;  ///< 粘贴, 取消
};

struct TopBar {
  std::string title;  ///< 覃塘区 · 2023 年自评; empty on the start page
  std::string state;  ///< ● 未保存 / 已保存 / 草稿已自动保存 …
  bool unsaved = false;
  bool read_only = false;    ///< nothing to save
  bool sample = false;       ///< show the 示例 badge
  std::string scheme_badge;  ///< 外来指标体系：改过门槛.json; empty for a shipped scheme
  bool can_undo = false;
  bool can_redo = false;
  std::string undo_label;  ///< 撤销：农村生活污水治理率 现状值
  std::string redo_label;
  std::vector<std::string> undo_steps;  ///< what can be taken back, newest first; the last dozen
};

struct NavEntry {
  Page page = Page::overview;
  std::string label;  ///< 总览, 填报, 任务, 单位, 指标体系
  std::string badge;  ///< 62%
};

struct StartModel {
  struct Region {
    std::string id;
    std::string name;  ///< 覃塘区
    std::string type;  ///< 市辖区
  };
  struct SchemeEntry {
    std::string label;  ///< 贵港 2023 示范市创建
    bool chosen = false;
  };
  struct DraftEntry {
    std::string id;
    std::string title;   ///< 覃塘区 · 2023 年自评
    std::string state;   ///< 11月24日 09:30，尚未存成文件; may be empty
    std::string filled;  ///< 已填报 62 / 72 项（86%）; or that it cannot be read
    bool unsaved = false;
    bool readable = true;  ///< else it can only be exported or deleted
  };
  std::string product;               ///< 绿评
  std::string claim;                 ///< one sentence: what this is
  std::string scheme;                ///< the scheme's title
  std::string scheme_badge;          ///< as in TopBar
  std::string scheme_notice;         ///< e.g. unverified; often empty
  std::vector<SchemeEntry> schemes;  ///< to choose from; commands name them by position
  std::vector<Region> regions;
  std::string region_label;  ///< what the regions are called together: 县（市、区）
  std::vector<int> years;
  std::vector<std::string> samples;  ///< 示例：覃塘区（有差距）
  std::vector<DraftEntry> drafts;    ///< newest first
  std::string privacy;               ///< 数据只留在这台电脑上 …
};

/// Numbers of indicators per result; index by static_cast<size_t>(Result).
using ResultCounts = std::array<std::size_t, 7>;

struct OverviewModel {
  struct Gate {
    Chip chip;
    std::string title;   ///< 确保类指标全部达标
    std::string detail;  ///< 34 项中 29 项达标，3 项未达标，2 项无法判定
    bool required = true;
  };
  struct Segment {
    Result result = Result::pass;
    std::string label;
    std::size_t count = 0;
  };
  struct Group {
    std::string id;
    std::string number;  ///< （一）
    std::string title;
    ResultCounts counts{};
    std::size_t total = 0;  ///< applicable indicators
    std::size_t met = 0;
    std::string figure;  ///< 5 / 8 达标
  };
  struct Gap {
    std::string indicator;
    std::string name;
    Chip chip;
    std::string obligation;  ///< 确保
    std::string distance;    ///< 差 2.8 个百分点; or why it cannot be judged
    std::string remedy;      ///< 还需治理 12 个行政村; may be empty
    std::string lead;        ///< 市生态环境局
    std::string group;       ///< （七）改善人居环境
  };
  struct Missing {
    std::string unit;  ///< the lead (or responsible) unit
    std::size_t count = 0;
    std::vector<std::pair<std::string, std::string>> indicators;  ///< id, name
  };
  Chip conclusion;            ///< pass / fail / unknown / notchecked
  std::string sentence;       ///< the conclusion in one sentence
  std::string basis;          ///< 依据《…工作方案》, 74 项指标 …
  std::string scheme_notice;  ///< what the scheme wants said wherever it is named; often empty
  std::string figure;         ///< the one big figure: 42 / 72
  std::string figure_label;   ///< 项适用指标已达标
  std::vector<Gate> gates;
  std::vector<Segment> segments;  ///< in display order; zero counts left out
  std::size_t filled = 0;
  std::size_t fillable = 0;
  std::string completeness;  ///< 已填报 62 / 72（86%）
  struct Course {
    std::string label;  ///< 进度落后
    std::size_t count = 0;
  };
  std::string course_title;    ///< 与基期相比（12 项有基期和目标）; empty: none has
  std::vector<Course> course;  ///< the states of progress that occur, best first
  std::size_t measures_done = 0;
  std::size_t measures_total = 0;
  std::string measures;       ///< 任务完成 80 / 96
  std::vector<Group> groups;  ///< the ten groups, then the work requirements
  std::vector<Gap> gaps;      ///< worst first
  std::string hint;           ///< what to do first, while nothing is filled in; empty: something is
  std::vector<Gap> nearest;   ///< at most three: not met, and the least (relative) distance away
  std::vector<Missing> missing;
};

/// How a value cell is edited.
enum class CellKind { text, choice, computed /* from inputs: edit in the detail pane, shown read-only */, none };

struct Choice {
  std::string value;  ///< what an Edit carries; empty: clear
  std::string label;
};

struct FillRow {
  enum class Kind { group, indicator };
  Kind kind = Kind::indicator;
  std::string id;      ///< group or indicator id
  std::string number;  ///< group: （一）; indicator: 1.1.d
  std::string name;
  // group rows
  std::string figure;   ///< 已填 5/8
  double progress = 0;  ///< 0..1
  // indicator rows
  std::string obligation;  ///< 确保 / 应当 / 争取 / 任务
  std::string unit;
  FieldRef field;  ///< what the value cell edits
  CellKind cell = CellKind::none;
  std::string value;  ///< as typed, or computed
  std::string placeholder;
  std::vector<Choice> choices;
  std::string target;  ///< ≥ 50, 目标未下达, 不明显 …
  Chip chip;
  std::string lead;
  std::string group;  ///< （一）目标责任与制度
  bool selected = false;
};

struct TreeEntry {
  std::string group;  ///< empty: all
  std::string label;  ///< （一）目标责任与制度
  std::string figure;
  bool active = false;
};

struct FillModel : ListHead {
  std::vector<FillRow> rows;  ///< without group rows where sorted
  std::string hint;           ///< how to fill in, for who is here for the first time; empty: known
};

/// A labelled field of the detail pane.
struct DetailField {
  FieldRef field;
  std::string label;  ///< 行政村总数
  std::string unit;   ///< 个
  std::string text;
  std::string placeholder;
  std::string hint;  ///< shown small under the field; may be empty
  bool numeric = false;
  bool multiline = false;
  bool read_only = false;
  bool problem = false;         ///< the text is not acceptable; hint says why
  std::vector<Choice> choices;  ///< not empty: a choice instead of a text
};

struct DetailModel {
  struct Section {
    std::string title;  ///< 现状值, 上年值, 基期, 目标 …
    std::vector<DetailField> fields;
  };
  struct EvidenceRow {
    std::string id;
    std::vector<DetailField> fields;
  };
  struct Reading {
    std::string title;
    std::string chosen;
    std::string reason;
    std::vector<std::string> alternatives;
  };
  std::string id;
  std::string name;
  Chip chip;
  std::string obligation;           ///< 确保（必须达到）
  std::string place;                ///< （七）改善人居环境 · 3
  std::string quote;                ///< the plan's words
  std::string rule;                 ///< the rule in words
  std::string definition;           ///< may be empty
  std::string formula;              ///< 怎么算: 100 × 已治理行政村数 ÷ 行政村总数; may be empty
  std::string verdict;              ///< the explanation sentence
  std::string remedy;               ///< lever sentence; may be empty
  std::string progress;             ///< how far from baseline to goal; empty where there is no baseline
  std::optional<TrendModel> trend;  ///< where two years or more have a figure
  std::vector<Section> sections;
  std::vector<EvidenceRow> evidence;
  std::vector<Reading> readings;
  std::vector<std::string> notes;  ///< scheme's remarks on the indicator
  std::string lead;
  std::string responsible;
  bool can_mark_not_applicable = true;
  bool marked_not_applicable = false;
  DetailField not_applicable;  ///< the reason
  bool can_override = false;
  bool overridden = false;                   ///< something of an override is filled in
  std::vector<DetailField> override_fields;  ///< 人工认定: result, reason, authority, who, when
  std::string evidence_wanted;               ///< 需提供佐证：监测报告; empty where none is required
  bool evidence_missing = false;
  DetailField note;
};

struct TaskRow {
  enum class Kind { group, item, measure };
  Kind kind = Kind::measure;
  std::string id;
  std::string number;
  std::string text;    ///< group or item title, or the clause
  std::string figure;  ///< group, item: 完成 3/8
  double progress = 0;
  FieldRef field;     ///< measure: its state
  std::string state;  ///< "", "notStarted", "inProgress", "done"
  std::string state_label;
  std::vector<Choice> choices;
  std::string lead;
  std::string date;
  std::string item;   ///< 1.1 落实领导干部生态文明建设责任制
  std::string group;  ///< （一）目标责任与制度
  bool has_note = false;
  bool applicable = true;
  bool selected = false;
};

struct TaskDetailModel {
  std::string id;
  std::string text;
  std::string place;
  std::string item_text;  ///< the whole item, for context
  std::string lead;
  std::string responsible;
  DetailField state;
  DetailField date;
  DetailField note;
  bool can_mark_not_applicable = true;
  bool marked_not_applicable = false;
  DetailField not_applicable;  ///< the reason
};

struct TasksModel : ListHead {
  std::vector<TaskRow> rows;  ///< without group and item rows where sorted
};

/// The user guide, one section at a time.
struct HelpModel {
  struct Entry {
    std::size_t section = 0;
    std::string title;
    std::string figure;  ///< 3 处 while searching
    bool current = false;
  };
  std::string title;
  Page back = Page::start;  ///< where one came from
  std::string back_label;   ///< 返回填报
  FieldRef search_field{FieldKind::search, kGuideSearch, {}};
  std::string search;
  std::string found;           ///< 共找到 12 处; empty without a search
  std::vector<Entry> outline;  ///< while searching, the sections with hits
  std::string section;         ///< the title of the one shown
  std::vector<GuideBlock> blocks;
  std::size_t next = 0;
  std::string next_label;  ///< empty: no next section
};

struct ViewModel {
  Page page = Page::start;
  TopBar top;
  std::vector<NavEntry> nav;
  std::optional<ReadOnly> read_only;
  std::optional<Notice> notice;
  std::optional<Prompt> prompt;
  std::optional<PasteModel> paste;
  StartModel start;
  OverviewModel overview;
  FillModel fill;
  std::optional<DetailModel> detail;
  TasksModel tasks;
  std::optional<TaskDetailModel> task_detail;
  UnitsModel units;
  SchemeModel scheme;
  HelpModel help;
  FieldRef search_field{FieldKind::search, {}, {}};
  std::string search;
  std::string search_figure;  ///< 3 / 12: the selected one and the number of hits; 没有; empty without a search
  bool search_steps = false;  ///< there is a next one to go to
  int font_percent = 100;
  bool high_contrast = false;
  std::string announcement;  ///< what last changed, for assistive technology; not shown
};

}  // namespace luping
