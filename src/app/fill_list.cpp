#include "app/fill_list.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/search.h"
#include "core/text.h"

namespace luping {
namespace {

/// Worst first: what is to be done stands at the top.
std::size_t rank_of(Result result) {
  constexpr std::array kWorstFirst = {Result::fail, Result::error,         Result::unknown,      Result::notchecked,
                                      Result::pass, Result::informational, Result::notapplicable};
  return static_cast<std::size_t>(std::find(kWorstFirst.begin(), kWorstFirst.end(), result) - kWorstFirst.begin());
}

}  // namespace

std::string searched_text(const ViewSource& source, const Indicator& indicator, const Item& item) {
  std::string folded;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    folded += fold(text);
    folded += '\n';
  };
  const Scheme& scheme = source.scheme;
  const auto add_unit = [&](std::string_view id) {
    if (const Unit* unit = find_unit(scheme, id)) {
      add(unit->label);
      add(unit->name);
    }
  };
  for (const std::string_view text :
       {std::string_view(indicator.id), std::string_view(indicator.name), std::string_view(indicator.quote),
        std::string_view(indicator.threshold_quote), std::string_view(indicator.definition),
        std::string_view(indicator.note), std::string_view(indicator.evidence_note), std::string_view(item.number),
        std::string_view(item.title)}) {
    add(text);
  }
  add_unit(indicator.value.unit);
  for (const Input& input : indicator.value.inputs) {
    add(input.name);
    add_unit(input.unit);
  }
  for (const std::string& name : organisation_names(scheme, item.lead_units, source.assessment.region)) add(name);
  for (const std::string& name : organisation_names(scheme, item.responsible_units, source.assessment.region))
    add(name);
  if (const Measure* measure = find_measure(scheme, indicator.value.measure)) add(measure->quote);
  const auto found = source.assessment.answers.find(indicator.id);
  if (found != source.assessment.answers.end()) {
    add(found->second.note);
    for (const Evidence& evidence : found->second.evidence) {
      add(evidence.title);
      add(evidence.document_number);
    }
  }
  return folded;
}

FillList::FillList(const ViewSource& source) {
  const Scheme& scheme = source.scheme;
  std::map<std::string_view, std::size_t> place_of_organisation;
  std::map<std::string, std::size_t> place_of_name;
  std::map<std::string_view, const Item*> items;
  for (const Item& item : scheme.items) items.emplace(item.id, &item);
  std::set<std::string_view> named;
  for (const Indicator& indicator : scheme.indicators) {
    const Item& item = *items.at(indicator.item);
    named.insert(item.lead_units.begin(), item.lead_units.end());
    named.insert(item.responsible_units.begin(), item.responsible_units.end());
  }
  for (const Organisation& organisation : scheme.organisations) {
    if (!named.contains(organisation.id)) continue;
    const auto names = organisation_names(scheme, {organisation.id}, source.assessment.region);
    const auto [at, is_new] = place_of_name.emplace(names.front(), units_.size());
    if (is_new) units_.push_back(names.front());
    place_of_organisation.emplace(organisation.id, at->second);
  }
  std::map<std::string_view, std::size_t> place_of_group;
  for (const Group& group : scheme.groups) place_of_group.emplace(group.id, place_of_group.size());
  const SearchWords words(source.ui.search);
  entries_.reserve(scheme.indicators.size());
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    const Item& item = *items.at(indicator.item);
    Entry entry{&indicator, item.group, {}, source.evaluation.indicators[i].result, true};
    for (const auto* ids : {&item.lead_units, &item.responsible_units}) {
      for (const std::string& id : *ids) {
        const auto place = place_of_organisation.find(id);
        if (place != place_of_organisation.end()) entry.units.push_back(place->second);
      }
    }
    if (!words.empty()) entry.found = words.match_folded(searched_text(source, indicator, item));
    entries_.push_back(std::move(entry));
  }
  std::stable_sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    return place_of_group.at(a.group) < place_of_group.at(b.group);
  });
}

std::size_t FillList::unit_place(const FillQuery& query) const {
  return static_cast<std::size_t>(std::find(units_.begin(), units_.end(), query.unit) - units_.begin());
}

bool FillList::matches(const Entry& entry, const FillQuery& query, std::size_t unit, Facet except) const {
  if (!entry.found) return false;
  if (except != Facet::group && !query.group.empty() && entry.group != query.group) return false;
  if (except != Facet::result && !query.results.empty() && !query.results.contains(entry.result)) return false;
  if (except != Facet::obligation && !query.obligations.empty() &&
      !query.obligations.contains(entry.indicator->obligation))
    return false;
  return except == Facet::unit || query.unit.empty() ||
         std::find(entry.units.begin(), entry.units.end(), unit) != entry.units.end();
}

std::size_t FillList::count(const FillQuery& query, Facet except) const {
  const std::size_t unit = unit_place(query);
  return static_cast<std::size_t>(std::count_if(
      entries_.begin(), entries_.end(), [&](const Entry& entry) { return matches(entry, query, unit, except); }));
}

bool FillList::contains(const FillQuery& query, std::string_view indicator) const {
  const std::size_t unit = unit_place(query);
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.indicator->id == indicator && matches(entry, query, unit, Facet::none);
  });
}

std::vector<std::string> FillList::ids(const FillQuery& query) const {
  const std::size_t unit = unit_place(query);
  std::vector<const Entry*> found;
  for (const Entry& entry : entries_) {
    if (matches(entry, query, unit, Facet::none)) found.push_back(&entry);
  }
  // Equal ones stay in the plan's order, whichever way the rest is turned.
  const auto order = [&](const auto& before) {
    std::stable_sort(found.begin(), found.end(), [&](const Entry* a, const Entry* b) {
      return query.descending ? before(*b, *a) : before(*a, *b);
    });
  };
  const auto lead = [&](const Entry& entry) { return entry.units.empty() ? units_.size() : entry.units.front(); };
  switch (query.sort) {
    case FillSort::plan:
      break;
    case FillSort::number:
      if (query.descending) std::reverse(found.begin(), found.end());
      break;
    case FillSort::name:
      order([](const Entry& a, const Entry& b) { return a.indicator->name < b.indicator->name; });
      break;
    case FillSort::verdict:
      order([](const Entry& a, const Entry& b) { return rank_of(a.result) < rank_of(b.result); });
      break;
    case FillSort::lead:
      order([&](const Entry& a, const Entry& b) { return lead(a) < lead(b); });
      break;
  }
  std::vector<std::string> ids;
  ids.reserve(found.size());
  for (const Entry* entry : found) ids.push_back(entry->indicator->id);
  return ids;
}

}  // namespace luping
