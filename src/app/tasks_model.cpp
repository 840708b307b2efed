#include <map>

#include "app/build_view.h"
#include "app/fields.h"
#include "app/row_list.h"
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

TaskRow build_row(const ViewSource& source, const Measure& measure, const Item& item) {
  TaskRow row;
  row.id = measure.id;
  row.text = measure.quote;
  row.field = {FieldKind::measure_state, measure.id, {}};
  row.state = state_of(source.assessment, measure);
  row.state_label = task_state_word(task_state(source, measure));
  row.choices = state_choices();
  row.lead = lead_in_short(source, item);
  row.item = item.id + " " + item.title;
  row.group = group_label(*find_group(source.scheme, item.group));
  const auto report = source.assessment.measures.find(measure.id);
  if (report != source.assessment.measures.end()) {
    row.date = report->second.date;
    row.has_note = !is_blank(report->second.note);
  }
  row.applicable = is_applicable(source, measure);
  row.selected = source.ui.measure == measure.id;
  return row;
}

struct Tally {
  std::size_t done = 0;
  std::size_t total = 0;
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

TaskState task_state(const ViewSource& source, const Measure& measure) {
  if (!is_applicable(source, measure)) return TaskState::not_applicable;
  const std::string state = state_of(source.assessment, measure);
  if (state == "notStarted") return TaskState::not_started;
  if (state == "inProgress") return TaskState::in_progress;
  return state == "done" ? TaskState::done : TaskState::unset;
}

std::string_view task_state_word(TaskState state) {
  switch (state) {
    case TaskState::unset:
      return "未填";
    case TaskState::not_started:
      return "未开始";
    case TaskState::in_progress:
      return "进行中";
    case TaskState::done:
      return "完成";
    case TaskState::not_applicable:
      return "不适用";
  }
  return {};
}

TasksModel build_tasks(const ViewSource& source) {
  TasksModel model;
  const Scheme& scheme = source.scheme;
  // How far each group and item is, whatever the rows are limited to.
  std::map<std::string_view, Tally> in_group;
  std::map<std::string_view, Tally> in_item;
  for (const Measure& measure : scheme.measures) {
    const TaskState state = task_state(source, measure);
    if (state == TaskState::not_applicable) continue;
    for (Tally* tally : {&in_item[measure.item], &in_group[find_item(scheme, measure.item)->group]}) {
      ++tally->total;
      if (state == TaskState::done) ++tally->done;
    }
  }
  const Group* group = nullptr;
  const Item* last = nullptr;
  const std::vector<std::string> rows =
      source.ui.tasks.rows ? *source.ui.tasks.rows : RowList::of_measures(source).ids(source.ui.tasks.query);
  for (const std::string& id : rows) {
    const Measure& measure = *find_measure(scheme, id);
    const Item& item = *find_item(scheme, measure.item);
    if (source.ui.tasks.query.sort == RowOrder::plan && &item != last) {
      last = &item;
      if (group == nullptr || group->id != item.group) {
        group = find_group(scheme, item.group);
        model.rows.push_back(
            heading(TaskRow::Kind::group, group->id, group->number, group->title, in_group[group->id]));
      }
      model.rows.push_back(heading(TaskRow::Kind::item, item.id, item.id, item.title, in_item[item.id]));
    }
    model.rows.push_back(build_row(source, measure, item));
  }
  offer_task_queries(source, rows, model);
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
