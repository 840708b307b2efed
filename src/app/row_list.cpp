#include "app/row_list.h"

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

/// Texts a search looks through, folded.
class SearchedText {
 public:
  void add(std::string_view text) {
    if (text.empty()) return;
    folded_ += fold(text);
    folded_ += '\n';
  }
  void add_item(const ViewSource& source, const Item& item) {
    add(item.number);
    add(item.title);
    for (const auto* units : {&item.lead_units, &item.responsible_units}) {
      for (const std::string& name : organisation_names(source.scheme, *units, source.assessment.region)) add(name);
    }
  }
  const std::string& folded() const { return folded_; }

 private:
  std::string folded_;
};

std::string searched_text(const ViewSource& source, const Indicator& indicator, const Item& item) {
  SearchedText all;
  const auto add = [&](std::string_view text) { all.add(text); };
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
        std::string_view(indicator.note), std::string_view(indicator.evidence_note)}) {
    add(text);
  }
  add_unit(indicator.value.unit);
  for (const Input& input : indicator.value.inputs) {
    add(input.name);
    add_unit(input.unit);
  }
  all.add_item(source, item);
  if (const Measure* measure = find_measure(scheme, indicator.value.measure)) add(measure->quote);
  const auto found = source.assessment.answers.find(indicator.id);
  if (found != source.assessment.answers.end()) {
    add(found->second.note);
    for (const Evidence& evidence : found->second.evidence) {
      add(evidence.title);
      add(evidence.document_number);
    }
  }
  return all.folded();
}

std::string searched_text(const ViewSource& source, const Measure& measure, const Item& item) {
  SearchedText all;
  all.add(measure.id);
  all.add(measure.quote);
  all.add_item(source, item);
  const auto report = source.assessment.measures.find(measure.id);
  if (report != source.assessment.measures.end()) all.add(report->second.note);
  return all.folded();
}

}  // namespace

RowList RowList::of_indicators(const ViewSource& source) {
  const Scheme& scheme = source.scheme;
  const SearchWords words(source.ui.search);
  RowList list;
  list.entries_.reserve(scheme.indicators.size());
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    Entry entry;
    entry.id = indicator.id;
    entry.name = indicator.name;
    entry.item = find_item(scheme, indicator.item);
    entry.result = source.evaluation.indicators[i].result;
    entry.obligation = indicator.obligation;
    entry.standing = rank_of(entry.result);
    if (!words.empty()) entry.found = words.match_folded(searched_text(source, indicator, *entry.item));
    list.entries_.push_back(std::move(entry));
  }
  list.settle(source);
  return list;
}

RowList RowList::of_measures(const ViewSource& source) {
  const Scheme& scheme = source.scheme;
  const SearchWords words(source.ui.search);
  RowList list;
  list.entries_.reserve(scheme.measures.size());
  for (const Measure& measure : scheme.measures) {
    Entry entry;
    entry.id = measure.id;
    entry.name = measure.quote;
    entry.item = find_item(scheme, measure.item);
    entry.place = static_cast<std::size_t>(entry.item - scheme.items.data());
    const auto report = source.assessment.measures.find(measure.id);
    if (report != source.assessment.measures.end()) entry.date = report->second.date;
    entry.state = task_state(source, measure);
    entry.standing = static_cast<std::size_t>(entry.state);
    if (!words.empty()) entry.found = words.match_folded(searched_text(source, measure, *entry.item));
    list.entries_.push_back(std::move(entry));
  }
  list.settle(source);
  return list;
}

void RowList::settle(const ViewSource& source) {
  const Scheme& scheme = source.scheme;
  std::set<std::string_view> named;
  for (const Entry& entry : entries_) {
    named.insert(entry.item->lead_units.begin(), entry.item->lead_units.end());
    named.insert(entry.item->responsible_units.begin(), entry.item->responsible_units.end());
  }
  std::map<std::string_view, std::size_t> place_of_organisation;
  std::map<std::string, std::size_t> place_of_name;
  for (const Organisation& organisation : scheme.organisations) {
    if (!named.contains(organisation.id)) continue;
    const auto names = organisation_names(scheme, {organisation.id}, source.assessment.region);
    const auto [at, is_new] = place_of_name.emplace(names.front(), units_.size());
    if (is_new) units_.push_back(names.front());
    place_of_organisation.emplace(organisation.id, at->second);
  }
  std::map<std::string_view, std::size_t> place_of_group;
  for (const Group& group : scheme.groups) place_of_group.emplace(group.id, place_of_group.size());
  for (Entry& entry : entries_) {
    entry.place += place_of_group.at(entry.item->group) * scheme.items.size();
    for (const auto* ids : {&entry.item->lead_units, &entry.item->responsible_units}) {
      for (const std::string& id : *ids) {
        const auto place = place_of_organisation.find(id);
        if (place != place_of_organisation.end()) entry.units.push_back(place->second);
      }
    }
  }
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.place < b.place; });
}

std::size_t RowList::unit_place(const ListQuery& query) const {
  return static_cast<std::size_t>(std::find(units_.begin(), units_.end(), query.unit) - units_.begin());
}

bool RowList::matches(const Entry& entry, const ListQuery& query, std::size_t unit) const {
  const auto among = [](const auto& wanted, auto value) { return wanted.empty() || wanted.contains(value); };
  return entry.found && (query.group.empty() || entry.item->group == query.group) &&
         among(query.results, entry.result) && among(query.obligations, entry.obligation) &&
         among(query.states, entry.state) &&
         (query.unit.empty() || std::find(entry.units.begin(), entry.units.end(), unit) != entry.units.end());
}

std::size_t RowList::count(const ListQuery& query) const {
  const std::size_t unit = unit_place(query);
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return matches(entry, query, unit); }));
}

std::vector<std::string> RowList::ids(const ListQuery& query) const {
  const std::size_t unit = unit_place(query);
  std::vector<const Entry*> found;
  for (const Entry& entry : entries_) {
    if (matches(entry, query, unit)) found.push_back(&entry);
  }
  // Equal ones stay in the plan's order, whichever way the rest is turned.
  const auto order = [&](const auto& before) {
    std::stable_sort(found.begin(), found.end(), [&](const Entry* a, const Entry* b) {
      return query.descending ? before(*b, *a) : before(*a, *b);
    });
  };
  const auto lead = [&](const Entry& entry) { return entry.units.empty() ? units_.size() : entry.units.front(); };
  switch (query.sort) {
    case RowOrder::plan:
      break;
    case RowOrder::number:
      if (query.descending) std::reverse(found.begin(), found.end());
      break;
    case RowOrder::name:
      order([](const Entry& a, const Entry& b) { return a.name < b.name; });
      break;
    case RowOrder::standing:
      order([](const Entry& a, const Entry& b) { return a.standing < b.standing; });
      break;
    case RowOrder::date:
      order([](const Entry& a, const Entry& b) { return a.date < b.date; });
      // Those without one come last either way.
      std::stable_partition(found.begin(), found.end(), [](const Entry* entry) { return !is_blank(entry->date); });
      break;
    case RowOrder::lead:
      order([&](const Entry& a, const Entry& b) { return lead(a) < lead(b); });
      break;
  }
  std::vector<std::string> ids;
  ids.reserve(found.size());
  for (const Entry* entry : found) ids.emplace_back(entry->id);
  return ids;
}

}  // namespace luping
