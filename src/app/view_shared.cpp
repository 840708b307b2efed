#include <algorithm>

#include "app/build_view.h"
#include "app/fields.h"
#include "app/search.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {

Chip chip_of(Result result) { return {result, std::string(label_of(result, Language::zh))}; }

Chip chip_of(const Outcome& outcome) {
  Chip chip = chip_of(outcome.result);
  if (outcome.reason == Reason::set_by_hand) chip.label = "认定" + chip.label;
  return chip;
}

std::string open_point(const ViewSource& source, const Indicator& indicator, const Outcome& outcome) {
  std::string point = shortfall_in_words(source.scheme, indicator, outcome, Language::zh);
  if (point.empty() && outcome.result == Result::fail)
    point = "现为“" + value_text(indicator, outcome, Language::zh) + "”";
  if (point.empty()) point = obstacle_in_words(source.scheme, indicator, outcome, Language::zh);
  return point;
}

std::string obligation_in_words(const Indicator& indicator) {
  switch (indicator.obligation) {
    case Obligation::must:
      return "确保（必须达到）";
    case Obligation::should:
      return "应当达到";
    case Obligation::strive:
      return "争取达到";
    case Obligation::task:
      return "任务要求";
  }
  return {};
}

std::string formula_in_words(const Indicator& indicator) {
  if (indicator.value.formula.empty()) return {};
  return indicator.value.formula.in_words([&](std::string_view id) {
    const Input* input = find_input(indicator, id);
    return input == nullptr ? std::string(id) : input->name;
  });
}

FieldRef value_field(const Indicator& indicator) {
  if (indicator.value.kind == ValueKind::measure) return {FieldKind::measure_state, indicator.value.measure, {}};
  return {FieldKind::value, indicator.id, {}};
}

std::vector<Choice> state_choices() {
  return {{"", "（未填）"}, {"notStarted", "未开始"}, {"inProgress", "进行中"}, {"done", "完成"}};
}

std::vector<Choice> option_choices(const std::vector<std::string>& options) {
  std::vector<Choice> choices = {{"", "（未填）"}};
  for (const std::string& option : options) choices.push_back({option, option});
  return choices;
}

std::string lead_of(const ViewSource& source, const Item& item) {
  // Where the plan names no lead unit, the responsible ones answer for it.
  const auto& ids = item.lead_units.empty() ? item.responsible_units : item.lead_units;
  return join(organisation_names(source.scheme, ids, source.assessment.region), "、");
}

std::string lead_in_short(const ViewSource& source, const Item& item) {
  const auto& ids = item.lead_units.empty() ? item.responsible_units : item.lead_units;
  const auto names = organisation_names(source.scheme, ids, source.assessment.region);
  if (names.empty()) return {};
  return names.size() == 1 ? names.front() : names.front() + " 等";
}

std::string responsible_of(const ViewSource& source, const Item& item) {
  return join(organisation_names(source.scheme, item.responsible_units, source.assessment.region), "、");
}

bool has_fields(const Indicator& indicator) {
  return indicator.value.kind != ValueKind::none || !indicator.value.inputs.empty();
}

bool is_fillable(const Indicator& indicator, const Outcome& outcome) {
  return has_fields(indicator) && outcome.result != Result::notapplicable;
}

Completeness count_filled(const Scheme& scheme, const Evaluation& evaluation) {
  Completeness counted;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    if (!is_fillable(scheme.indicators[i], evaluation.indicators[i])) continue;
    ++counted.fillable;
    if (evaluation.indicators[i].result != Result::notchecked) ++counted.filled;
  }
  return counted;
}

std::string words_of(const Completeness& completeness) {
  const auto& [filled, fillable] = completeness;
  return "已填报 " + std::to_string(filled) + " / " + std::to_string(fillable) + " 项（" + percent(filled, fillable) +
         "）";
}

DetailField inapplicable_field(const ViewSource& source, FieldRef ref) {
  DetailField field;
  field.text = read_field(source.assessment, ref);
  field.field = std::move(ref);
  field.label = "不适用的理由";
  field.placeholder = "如 本地没有这项工作，并写明依据";
  field.multiline = true;
  field.problem = is_blank(field.text);
  if (field.problem) field.hint = "请写明理由，否则不作数";
  return field;
}

std::string number_example(const Scheme& scheme, const std::string& unit, bool whole) {
  return whole ? "如 125" : unit_label(scheme, unit) == "%" ? "如 95.5" : "如 1250.6";
}

std::string number_example(const Scheme& scheme, const ValueSpec& value) {
  return value.example.empty() ? number_example(scheme, value.unit, value.integer) : "如 " + value.example;
}

std::string percent(std::size_t part, std::size_t whole) {
  // Cut, not rounded: 100% means all of it.
  return whole == 0 ? "—" : std::to_string(part * 100 / whole) + "%";
}

std::string group_label(const Group& group) { return group.number + group.title; }

bool matches_search(const UiState& ui, std::initializer_list<std::string_view> texts) {
  return SearchWords(ui.search).match(texts);
}

}  // namespace luping
