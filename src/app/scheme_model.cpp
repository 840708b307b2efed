// 指标体系: the outline and what a search finds in it. The sheets are written in scheme_sheet.cpp.
#include "app/scheme_model.h"

#include <algorithm>

#include "app/build_view.h"
#include "app/scheme_sheet.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

/// Where a search finds an indicator, in a word; empty where it does not.
std::string_view place_found(const Scheme& scheme, const UiState& ui, const Indicator& indicator) {
  const Item& item = *find_item(scheme, indicator.item);
  const Unit* unit = find_unit(scheme, indicator.value.unit);
  const auto any = [&](const std::vector<std::string>& texts) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return matches_search(ui, {text}); });
  };
  if (matches_search(ui, {indicator.name, indicator.id})) return "名称";
  if (matches_search(ui, {indicator.quote, item.title})) return "原文";
  if (matches_search(ui, {indicator.definition})) return "定义";
  if (matches_search(ui, {rule_in_words(scheme, indicator, Language::zh)})) return "要求";
  if (matches_search(ui, {formula_in_words(indicator)})) return "算法";
  for (const Input& input : indicator.value.inputs) {
    if (matches_search(ui, {input.name})) return "算法";
  }
  if (unit != nullptr && matches_search(ui, {unit->label, unit->name})) return "计量单位";
  if (any(organisation_names(scheme, item.lead_units, {}))) return "牵头单位";
  if (any(organisation_names(scheme, item.responsible_units, {}))) return "责任单位";
  for (const Reading& reading : scheme.readings) {
    const auto& about = reading.indicators;
    if (std::find(about.begin(), about.end(), indicator.id) != about.end() &&
        matches_search(ui, {reading.title, reading.chosen}))
      return "口径";
  }
  if (matches_search(ui, {indicator.note}) || any(item.notes)) return "说明";
  return {};
}

}  // namespace

SchemeModel build_scheme(const Scheme& scheme, const UiState& ui, bool open) {
  SchemeModel model;
  const bool searching = !is_blank(ui.search);
  const Indicator* shown = find_indicator(scheme, ui.scheme_indicator);
  const Indicator* first = nullptr;
  bool shown_found = false;
  std::size_t found = 0;
  if (!searching) model.rows.push_back({SchemeRow::Kind::about, {}, {}, "关于本指标体系", {}, false});
  for (const Group& group : scheme.groups) {
    std::vector<SchemeRow> rows;
    std::size_t all = 0;
    for (const Indicator& indicator : scheme.indicators) {
      if (find_item(scheme, indicator.item)->group != group.id) continue;
      ++all;
      const std::string_view place = searching ? place_found(scheme, ui, indicator) : std::string_view();
      if (searching && place.empty()) continue;
      if (first == nullptr) first = &indicator;
      shown_found = shown_found || &indicator == shown;
      SchemeRow row{SchemeRow::Kind::indicator, indicator.id, indicator.id, indicator.name, {}, false};
      row.remark = searching ? std::string(place) : std::string(label_of(indicator.obligation, Language::zh));
      rows.push_back(std::move(row));
    }
    if (rows.empty()) continue;
    found += rows.size();
    std::string figure = searching ? std::to_string(rows.size()) + " / " + std::to_string(all) : std::to_string(all);
    model.rows.push_back(
        {SchemeRow::Kind::group, group.id, group.number, group.title, std::move(figure) + " 项", false});
    std::move(rows.begin(), rows.end(), std::back_inserter(model.rows));
  }
  if (searching) {
    model.found = "找到 " + std::to_string(found) + " 项指标";
    if (found == 0) {
      model.empty = "没有找到“" + ui.search + "”。换个词试试，或清空搜索。";
      return model;
    }
    if (!shown_found) shown = first;
  }
  for (SchemeRow& row : model.rows) {
    row.selected = shown == nullptr ? row.kind == SchemeRow::Kind::about
                                    : row.kind == SchemeRow::Kind::indicator && row.id == shown->id;
  }
  model.sheet = shown == nullptr ? sheet_of(scheme) : sheet_of(scheme, *shown);
  model.sheet.can_fill = open && shown != nullptr;
  return model;
}

}  // namespace luping
