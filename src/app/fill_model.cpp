#include <map>

#include "app/build_view.h"
#include "app/fields.h"
#include "app/row_list.h"
#include "core/words/explain.h"

namespace luping {
namespace {

FillRow build_row(const ViewSource& source, const Indicator& indicator, const Outcome& outcome, const Item& item) {
  FillRow row;
  row.id = indicator.id;
  row.number = indicator.id;
  row.name = indicator.name;
  row.obligation = label_of(indicator.obligation, Language::zh);
  row.unit = unit_label(source.scheme, indicator.value.unit);
  row.field = value_field(indicator);
  row.value = read_field(source.assessment, row.field);
  row.target = requirement_in_short(source.scheme, source.assessment, indicator, Language::zh);
  row.chip = chip_of(outcome);
  row.lead = lead_in_short(source, item);
  row.group = group_label(*find_group(source.scheme, item.group));
  row.selected = source.ui.indicator == indicator.id;
  switch (indicator.value.kind) {
    case ValueKind::number: {
      const auto answer = source.assessment.answers.find(indicator.id);
      const bool computed = answer != source.assessment.answers.end() && uses_inputs(indicator, answer->second);
      row.cell = computed ? CellKind::computed : CellKind::text;
      if (computed) row.value = value_text(indicator, outcome, Language::zh);
      row.placeholder = number_example(source.scheme, indicator.value);
      break;
    }
    case ValueKind::status:
      row.cell = CellKind::choice;
      row.choices = option_choices(indicator.value.options);
      break;
    case ValueKind::measure:
      row.cell = CellKind::choice;
      row.choices = state_choices();
      break;
    case ValueKind::none:
      row.cell = has_fields(indicator) ? CellKind::computed : CellKind::none;
      break;
  }
  if (outcome.result == Result::notapplicable) {
    row.cell = CellKind::none;
    row.placeholder.clear();
    row.choices.clear();
  }
  return row;
}

/// How far each group is, whatever the rows are limited to.
struct Filled {
  std::size_t filled = 0;
  std::size_t fillable = 0;
};

FillRow build_heading(const Group& group, const Filled& progress) {
  FillRow row;
  row.kind = FillRow::Kind::group;
  row.id = group.id;
  row.number = group.number;
  row.name = group.title;
  row.figure = "已填 " + std::to_string(progress.filled) + " / " + std::to_string(progress.fillable);
  row.progress =
      progress.fillable == 0 ? 0 : static_cast<double>(progress.filled) / static_cast<double>(progress.fillable);
  return row;
}

}  // namespace

FillModel build_fill(const ViewSource& source) {
  FillModel model;
  const Scheme& scheme = source.scheme;
  std::map<std::string_view, const Item*> items;
  for (const Item& item : scheme.items) items.emplace(item.id, &item);
  std::map<std::string_view, std::size_t> places;
  std::map<std::string_view, Filled> progress;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    places.emplace(indicator.id, i);
    const Outcome& outcome = source.evaluation.indicators[i];
    if (!is_fillable(indicator, outcome)) continue;
    Filled& in_group = progress[items.at(indicator.item)->group];
    ++in_group.fillable;
    if (outcome.result != Result::notchecked) ++in_group.filled;
  }
  std::string_view group;
  const std::vector<std::string> rows =
      source.ui.fill.rows ? *source.ui.fill.rows : RowList::of_indicators(source).ids(source.ui.fill.query);
  for (const std::string& id : rows) {
    const std::size_t place = places.at(id);
    const Indicator& indicator = scheme.indicators[place];
    const Item& item = *items.at(indicator.item);
    if (source.ui.fill.query.sort == RowOrder::plan && item.group != group) {
      group = item.group;
      model.rows.push_back(build_heading(*find_group(scheme, group), progress[group]));
    }
    model.rows.push_back(build_row(source, indicator, source.evaluation.indicators[place], item));
  }
  offer_fill_queries(source, rows, model);
  return model;
}

}  // namespace luping
