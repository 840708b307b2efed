#include <algorithm>

#include "app/build_view.h"
#include "app/fields.h"
#include "core/judge/applicability.h"
#include "core/text.h"

namespace luping {
namespace {

std::string state_of(const Assessment& assessment, const Measure& measure) {
  return read_field(assessment, {FieldKind::measure_state, measure.id, {}});
}

bool is_applicable(const ViewSource& source, const Measure& measure) {
  const auto report = source.assessment.measures.find(measure.id);
  const bool declared = report != source.assessment.measures.end() && is_in_force(report->second.not_applicable);
  return applies(source.scheme, source.assessment, measure) && !declared;
}

bool passes_filter(TaskFilter filter, std::string_view state) {
  switch (filter) {
    case TaskFilter::all:
      return true;
    case TaskFilter::unset:
      return state.empty();
    case TaskFilter::not_started:
      return state == "notStarted";
    case TaskFilter::in_progress:
      return state == "inProgress";
    case TaskFilter::done:
      return state == "done";
  }
  return true;
}

std::string_view name_of(TaskFilter filter) {
  switch (filter) {
    case TaskFilter::all:
      return "全部";
    case TaskFilter::unset:
      return "未填";
    case TaskFilter::not_started:
      return "未开始";
    case TaskFilter::in_progress:
      return "进行中";
    case TaskFilter::done:
      return "完成";
  }
  return {};
}

TaskRow build_row(const ViewSource& source, const Measure& measure, const Item& item) {
  TaskRow row;
  row.id = measure.id;
  row.text = measure.quote;
  row.field = {FieldKind::measure_state, measure.id, {}};
  row.state = state_of(source.assessment, measure);
  row.state_label = row.state.empty() ? "未填" : std::string(measure_state_word(row.state));
  row.choices = state_choices();
  row.lead = lead_in_short(source, item);
  const auto report = source.assessment.measures.find(measure.id);
  if (report != source.assessment.measures.end()) {
    row.date = report->second.date;
    row.has_note = !is_blank(report->second.note);
  }
  row.applicable = is_applicable(source, measure);
  if (!row.applicable) row.state_label = "不适用";
  row.selected = source.ui.measure == measure.id;
  return row;
}

struct Tally {
  std::size_t done = 0;
  std::size_t total = 0;
  void add(const Tally& other) {
    done += other.done;
    total += other.total;
  }
  std::string text() const { return std::to_string(done) + "/" + std::to_string(total); }
  double share() const { return total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total); }
};

TaskRow heading(TaskRow::Kind kind, std::string id, std::string number, std::string text, const Tally& tally) {
  TaskRow row;
  row.kind = kind;
  row.id = std::move(id);
  row.number = std::move(number);
  row.text = std::move(text);
  row.figure = tally.total == 0 ? "不适用" : "完成 " + tally.text();
  row.progress = tally.share();
  return row;
}

}  // namespace

bool finds_measure(const ViewSource& source, const Measure& measure, const Item& item) {
  const auto report = source.assessment.measures.find(measure.id);
  const std::string_view note =
      report == source.assessment.measures.end() ? std::string_view() : std::string_view(report->second.note);
  return matches_search(source.ui, {measure.id, measure.quote, item.number, item.title, lead_of(source, item),
                                    responsible_of(source, item), note});
}

TasksModel build_tasks(const ViewSource& source) {
  TasksModel model;
  constexpr std::array kFilters = {TaskFilter::all, TaskFilter::unset, TaskFilter::not_started, TaskFilter::in_progress,
                                   TaskFilter::done};
  for (const TaskFilter filter : kFilters) {
    const auto count =
        std::count_if(source.scheme.measures.begin(), source.scheme.measures.end(), [&](const Measure& measure) {
          return is_applicable(source, measure) && passes_filter(filter, state_of(source.assessment, measure));
        });
    model.filters.push_back(
        {filter, std::string(name_of(filter)) + " " + std::to_string(count), source.ui.task_filter == filter});
  }
  Tally everywhere;
  for (const Group& group : source.scheme.groups) {
    Tally in_group;
    std::vector<TaskRow> group_rows;
    for (const Item& item : source.scheme.items) {
      if (item.group != group.id) continue;
      Tally in_item;
      std::vector<TaskRow> rows;
      for (const Measure& measure : source.scheme.measures) {
        if (measure.item != item.id) continue;
        TaskRow row = build_row(source, measure, item);
        if (row.applicable) {
          ++in_item.total;
          if (row.state == "done") ++in_item.done;
        }
        const bool kept = source.ui.task_filter == TaskFilter::all ||
                          (row.applicable && passes_filter(source.ui.task_filter, row.state));
        if (kept && finds_measure(source, measure, item)) rows.push_back(std::move(row));
      }
      in_group.add(in_item);
      if (rows.empty()) continue;
      group_rows.push_back(heading(TaskRow::Kind::item, item.id, item.id, item.title, in_item));
      std::move(rows.begin(), rows.end(), std::back_inserter(group_rows));
    }
    everywhere.add(in_group);
    model.tree.push_back({group.id, group_label(group), in_group.text(), source.ui.task_group == group.id});
    if (group_rows.empty() || (!source.ui.task_group.empty() && source.ui.task_group != group.id)) continue;
    model.rows.push_back(heading(TaskRow::Kind::group, group.id, group.number, group.title, in_group));
    std::move(group_rows.begin(), group_rows.end(), std::back_inserter(model.rows));
  }
  model.tree.insert(model.tree.begin(), TreeEntry{"", "全部任务", everywhere.text(), source.ui.task_group.empty()});
  model.figure = "任务完成 " + std::to_string(everywhere.done) + " / " + std::to_string(everywhere.total) + " 项";
  if (model.rows.empty()) {
    model.empty = is_blank(source.ui.search) ? "这里没有符合条件的任务。换一个筛选条件看看。"
                                             : "这里没有找到“" + source.ui.search + "”。换个词，或换一个筛选条件试试。";
  }
  return model;
}

TaskDetailModel build_task_detail(const ViewSource& source, const Measure& measure) {
  TaskDetailModel model;
  const Item& item = *find_item(source.scheme, measure.item);
  model.id = measure.id;
  model.text = measure.quote;
  model.place = group_label(*find_group(source.scheme, item.group)) + (item.number.empty() ? "" : " · " + item.number);
  model.item_text = item.text;
  model.lead = item.lead_units.empty() ? "原文未列牵头单位" : lead_of(source, item);
  model.responsible = responsible_of(source, item);
  model.state.field = {FieldKind::measure_state, measure.id, {}};
  model.state.label = "进展";
  model.state.text = state_of(source.assessment, measure);
  model.state.choices = state_choices();
  model.state.read_only = !applies(source.scheme, source.assessment, measure);
  if (model.state.read_only) model.state.hint = "本项任务不涉及本地区";
  model.date.field = {FieldKind::measure_date, measure.id, {}};
  model.date.label = "完成（或预计完成）日期";
  model.date.placeholder = "如 2023-06-30";
  model.date.text = read_field(source.assessment, model.date.field);
  model.note.field = {FieldKind::measure_note, measure.id, {}};
  model.note.label = "说明";
  model.note.placeholder = "做了什么、做到哪一步、有什么困难";
  model.note.multiline = true;
  model.note.text = read_field(source.assessment, model.note.field);
  const auto report = source.assessment.measures.find(measure.id);
  model.can_mark_not_applicable = applies(source.scheme, source.assessment, measure);
  model.marked_not_applicable = report != source.assessment.measures.end() && report->second.not_applicable.declared;
  model.not_applicable = inapplicable_field(source, {FieldKind::measure_inapplicable, measure.id, {}});
  return model;
}

}  // namespace luping
