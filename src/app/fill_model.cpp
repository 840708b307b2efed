#include <algorithm>

#include "app/build_view.h"
#include "app/fields.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

bool passes_filter(FillFilter filter, const Indicator& indicator, const Outcome& outcome) {
  switch (filter) {
    case FillFilter::all:
      return true;
    case FillFilter::notchecked:
      return outcome.result == Result::notchecked;
    case FillFilter::fail:
      return outcome.result == Result::fail;
    case FillFilter::unresolved:
      return outcome.result == Result::unknown || outcome.result == Result::error;
    case FillFilter::must:
      return indicator.obligation == Obligation::must;
    case FillFilter::strive:
      return indicator.obligation == Obligation::strive;
  }
  return true;
}

std::string_view name_of(FillFilter filter) {
  switch (filter) {
    case FillFilter::all:
      return "全部";
    case FillFilter::notchecked:
      return "未填报";
    case FillFilter::fail:
      return "未达标";
    case FillFilter::unresolved:
      return "待核实";
    case FillFilter::must:
      return "确保类";
    case FillFilter::strive:
      return "争取类";
  }
  return {};
}

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
  row.selected = source.ui.indicator == indicator.id;
  switch (indicator.value.kind) {
    case ValueKind::number: {
      const auto answer = source.assessment.answers.find(indicator.id);
      const bool computed = answer != source.assessment.answers.end() && uses_inputs(indicator, answer->second);
      row.cell = computed ? CellKind::computed : CellKind::text;
      if (computed) row.value = value_text(indicator, outcome, Language::zh);
      if (!indicator.value.example.empty()) row.placeholder = "如 " + indicator.value.example;
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

}  // namespace

FillModel build_fill(const ViewSource& source) {
  FillModel model;
  constexpr std::array kFilters = {FillFilter::all,        FillFilter::notchecked, FillFilter::fail,
                                   FillFilter::unresolved, FillFilter::must,       FillFilter::strive};
  const auto& indicators = source.scheme.indicators;
  for (const FillFilter filter : kFilters) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      if (passes_filter(filter, indicators[i], source.evaluation.indicators[i])) ++count;
    }
    model.filters.push_back(
        {filter, std::string(name_of(filter)) + " " + std::to_string(count), source.ui.fill_filter == filter});
  }
  std::size_t filled_everywhere = 0;
  std::size_t fillable_everywhere = 0;
  for (const Group& group : source.scheme.groups) {
    FillRow heading;
    heading.kind = FillRow::Kind::group;
    heading.id = group.id;
    heading.number = group.number;
    heading.name = group.title;
    std::size_t filled = 0;
    std::size_t fillable = 0;
    std::vector<FillRow> rows;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const Indicator& indicator = indicators[i];
      const Outcome& outcome = source.evaluation.indicators[i];
      const Item& item = *find_item(source.scheme, indicator.item);
      if (item.group != group.id) continue;
      if (is_fillable(indicator, outcome)) ++fillable;
      if (is_fillable(indicator, outcome) && outcome.result != Result::notchecked) ++filled;
      const auto answer = source.assessment.answers.find(indicator.id);
      const std::string_view note =
          answer == source.assessment.answers.end() ? std::string_view() : answer->second.note;
      const std::string lead = lead_of(source, item);
      const bool shown = passes_filter(source.ui.fill_filter, indicator, outcome) &&
                         matches_search(source.ui, {indicator.name, indicator.quote, lead, responsible_of(source, item),
                                                    note, indicator.id});
      if (shown) rows.push_back(build_row(source, indicator, outcome, item));
    }
    heading.figure = "已填 " + std::to_string(filled) + " / " + std::to_string(fillable);
    heading.progress = fillable == 0 ? 0 : static_cast<double>(filled) / static_cast<double>(fillable);
    filled_everywhere += filled;
    fillable_everywhere += fillable;
    model.tree.push_back({group.id, group_label(group), std::to_string(filled) + "/" + std::to_string(fillable),
                          source.ui.group == group.id});
    const bool in_group = source.ui.group.empty() || source.ui.group == group.id;
    if (!in_group || rows.empty()) continue;
    model.rows.push_back(std::move(heading));
    std::move(rows.begin(), rows.end(), std::back_inserter(model.rows));
  }
  model.tree.insert(
      model.tree.begin(),
      TreeEntry{"", "全部指标", std::to_string(filled_everywhere) + "/" + std::to_string(fillable_everywhere),
                source.ui.group.empty()});
  if (model.rows.empty()) {
    model.empty = is_blank(source.ui.search) ? "这里没有符合条件的指标。换一个筛选条件看看。"
                                             : "没有找到“" + source.ui.search + "”。换个词试试，或清空搜索。";
  }
  return model;
}

}  // namespace luping
