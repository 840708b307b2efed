// A unit answers for the items that name it; with an item come its indicators and its tasks.
#include "app/units_model.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/build_view.h"
#include "app/fields.h"
#include "core/text.h"

namespace luping {
namespace {

enum class Part { lead, responsible, unnamed };

std::string_view word_of(Part part) {
  switch (part) {
    case Part::lead:
      return "牵头";
    case Part::responsible:
      return "责任";
    case Part::unnamed:
      break;
  }
  return "原文未列单位";
}

// What belongs to somebody, by position in the scheme.
struct Duty {
  std::size_t index = 0;
  Part part = Part::lead;
};

struct UnitDuties {
  std::string id;
  std::string name;
  std::vector<Duty> indicators;
  std::vector<Duty> measures;

  /// What the unit is listed for.
  Part part() const {
    if (id == kUnnamedUnit) return Part::unnamed;
    const auto leads = [](const Duty& duty) { return duty.part == Part::lead; };
    const bool any = std::any_of(indicators.begin(), indicators.end(), leads) ||
                     std::any_of(measures.begin(), measures.end(), leads);
    return any ? Part::lead : Part::responsible;
  }
  std::size_t count(Part part) const {
    return static_cast<std::size_t>(
        std::count_if(indicators.begin(), indicators.end(), [&](const Duty& duty) { return duty.part == part; }));
  }
};

bool counts(Result result) { return result != Result::notapplicable && result != Result::informational; }
bool is_doubtful(Result result) { return result == Result::unknown || result == Result::error; }

std::string of(std::size_t part, std::size_t whole) {
  return whole == 0 ? "—" : std::to_string(part) + " / " + std::to_string(whole);
}

// 达标 5 项，未达标 2 项，待填 1 项，待核实 1 项.
std::string in_words(const DutyCounts& counts) {
  if (counts.judged() == 0) return "都不参与判定";
  std::string text = "达标 " + std::to_string(counts.met) + " 项，未达标 " + std::to_string(counts.not_met) +
                     " 项，待填 " + std::to_string(counts.unfilled) + " 项";
  if (counts.doubtful > 0) text += "，待核实 " + std::to_string(counts.doubtful) + " 项";
  if (counts.indicators > counts.judged())
    text += "，不参与判定 " + std::to_string(counts.indicators - counts.judged()) + " 项";
  return text;
}

// Who answers for what.
class DutyBook {
 public:
  explicit DutyBook(const ViewSource& source) : source_(source) {
    for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i)
      assign(*find_item(source.scheme, source.scheme.indicators[i].item), &UnitDuties::indicators, i);
    for (std::size_t i = 0; i < source.scheme.measures.size(); ++i)
      assign(*find_item(source.scheme, source.scheme.measures[i].item), &UnitDuties::measures, i);
  }

  /// In the scheme's order.
  const std::vector<UnitDuties>& units() const { return units_; }

 private:
  void assign(const Item& item, std::vector<Duty> UnitDuties::*duties, std::size_t index) {
    if (item.lead_units.empty() && item.responsible_units.empty()) {
      add(std::string(kUnnamedUnit), std::string(word_of(Part::unnamed)), duties, {index, Part::unnamed});
      return;
    }
    for (const auto& [ids, part] :
         {std::pair{&item.lead_units, Part::lead}, std::pair{&item.responsible_units, Part::responsible}}) {
      for (const std::string& id : *ids) {
        // 各县（市、区）人民政府 is the own government here, which may be named itself as well: the name is what tells.
        for (const std::string& name : organisation_names(source_.scheme, {id}, source_.assessment.region))
          add(id, name, duties, {index, part});
      }
    }
  }

  void add(const std::string& id, const std::string& name, std::vector<Duty> UnitDuties::*duties, Duty duty) {
    const auto [found, fresh] = places_.emplace(name, units_.size());
    if (fresh) units_.push_back({id, name, {}, {}});
    std::vector<Duty>& all = units_[found->second].*duties;
    // Named twice for one item: the first part, which is the lead, stands.
    if (all.empty() || all.back().index != duty.index) all.push_back(duty);
  }

  const ViewSource& source_;
  std::vector<UnitDuties> units_;
  std::map<std::string, std::size_t> places_;
};

class UnitsBuilder {
 public:
  explicit UnitsBuilder(const ViewSource& source) : source_(source) {}

  /// Counts the duties `wanted` takes.
  template <typename Wanted>
  DutyCounts count(const UnitDuties& unit, const Wanted& wanted) const {
    DutyCounts all;
    for (const Duty& duty : unit.indicators) {
      if (!wanted(duty)) continue;
      const Result result = source_.evaluation.indicators[duty.index].result;
      ++all.indicators;
      if (result == Result::pass) ++all.met;
      if (result == Result::fail) ++all.not_met;
      if (result == Result::notchecked) ++all.unfilled;
      if (is_doubtful(result)) ++all.doubtful;
    }
    for (const Duty& duty : unit.measures) {
      const Result result = source_.evaluation.measures[duty.index];
      if (!wanted(duty) || !counts(result)) continue;
      ++all.tasks_total;
      if (result == Result::pass) ++all.tasks_done;
    }
    return all;
  }

  UnitRow row(const UnitDuties& unit) const {
    UnitRow row;
    row.id = unit.id;
    row.name = unit.name;
    const Part part = unit.part();
    row.counts = count(unit, [&](const Duty& duty) { return duty.part == part; });
    const DutyCounts& all = row.counts;
    const std::size_t done = all.judged() > 0 ? all.met : all.tasks_done;
    const std::size_t whole = all.judged() > 0 ? all.judged() : all.tasks_total;
    row.progress = whole == 0 ? 0 : static_cast<double>(done) / static_cast<double>(whole);
    const auto number = [](std::size_t count) { return count == 0 ? std::string("—") : std::to_string(count); };
    row.lead_text = number(unit.count(Part::lead));
    row.responsible_text = number(unit.count(Part::responsible));
    row.met_text = of(all.met, all.judged());
    row.not_met_text = std::to_string(all.not_met);
    row.unfilled_text = std::to_string(all.unfilled);
    row.doubtful_text = std::to_string(all.doubtful);
    row.tasks_text = of(all.tasks_done, all.tasks_total);
    row.summary = std::string(word_of(part));
    if (all.indicators > 0) row.summary += "指标 " + std::to_string(all.indicators) + " 项，" + in_words(all);
    if (all.tasks_total > 0) row.summary += (all.indicators > 0 ? "；任务完成 " : "任务完成 ") + row.tasks_text;
    return row;
  }

  /// All the unit answers for, in one sentence.
  std::string summary(const UnitDuties& unit) const {
    const DutyCounts all = count(unit, [](const Duty&) { return true; });
    const std::size_t lead = unit.count(Part::lead);
    const std::size_t responsible = unit.count(Part::responsible);
    std::string text;
    if (lead > 0) text += "牵头 " + std::to_string(lead) + " 项";
    if (responsible > 0) text += (text.empty() ? "责任 " : "、责任 ") + std::to_string(responsible) + " 项";
    if (all.indicators > 0) text += "指标：" + in_words(all);
    if (all.tasks_total > 0)
      text += (text.empty() ? "任务完成 " : "；任务完成 ") + of(all.tasks_done, all.tasks_total) + " 项";
    return text.empty() ? "没有要办的事项。" : text + "。";
  }

  bool matches(const Duty& duty, const UnitDuties& unit, std::vector<Duty> UnitDuties::*kind) const {
    if (is_named(unit)) return true;
    if (kind == &UnitDuties::measures) return matches_search(source_.ui, {source_.scheme.measures[duty.index].quote});
    const Indicator& indicator = source_.scheme.indicators[duty.index];
    return matches_search(source_.ui, {indicator.name, indicator.quote, indicator.id});
  }
  bool is_named(const UnitDuties& unit) const { return matches_search(source_.ui, {unit.name}); }
  /// By its own name, or by something it answers for.
  bool matches(const UnitDuties& unit) const {
    for (const auto kind : {&UnitDuties::indicators, &UnitDuties::measures}) {
      for (const Duty& duty : unit.*kind) {
        if (matches(duty, unit, kind)) return true;
      }
    }
    return false;
  }

  std::vector<UnitIndicator> indicators(const UnitDuties& unit) const {
    std::vector<std::pair<int, UnitIndicator>> ranked;
    for (const Duty& duty : unit.indicators) {
      if (!matches(duty, unit, &UnitDuties::indicators)) continue;
      const Indicator& indicator = source_.scheme.indicators[duty.index];
      const Outcome& outcome = source_.evaluation.indicators[duty.index];
      UnitIndicator shown;
      shown.id = indicator.id;
      shown.name = indicator.name;
      shown.chip = chip_of(outcome);
      shown.note = word_of(duty.part);
      const std::string open = open_words(indicator, outcome);
      if (!open.empty()) shown.note += " · " + open;
      ranked.emplace_back(rank_of(duty, outcome.result), std::move(shown));
    }
    return in_order(std::move(ranked));
  }

  std::vector<UnitTask> tasks(const UnitDuties& unit) const {
    std::vector<std::pair<int, UnitTask>> ranked;
    for (const Duty& duty : unit.measures) {
      if (!matches(duty, unit, &UnitDuties::measures)) continue;
      const Measure& measure = source_.scheme.measures[duty.index];
      const Result result = source_.evaluation.measures[duty.index];
      UnitTask shown;
      shown.id = measure.id;
      shown.text = measure.quote;
      shown.applicable = result != Result::notapplicable;
      shown.state = read_field(source_.assessment, {FieldKind::measure_state, measure.id, {}});
      shown.state_label = shown.state.empty() ? "未填" : std::string(measure_state_word(shown.state));
      if (!shown.applicable) shown.state_label = "不适用";
      shown.part = word_of(duty.part);
      ranked.emplace_back(rank_of(duty, result), std::move(shown));
    }
    return in_order(std::move(ranked));
  }

 private:
  static int rank_of(const Duty& duty, Result result) {
    const int lead = duty.part == Part::lead ? 0 : 10;
    if (result == Result::error) return lead;
    if (result == Result::notchecked || result == Result::unknown) return lead + 1;
    if (result == Result::fail) return lead + 2;
    return lead + (counts(result) ? 3 : 4);
  }

  template <typename T>
  static std::vector<T> in_order(std::vector<std::pair<int, T>> ranked) {
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<T> all;
    for (auto& [rank, one] : ranked) all.push_back(std::move(one));
    return all;
  }

  std::string open_words(const Indicator& indicator, const Outcome& outcome) const {
    if (outcome.result == Result::notchecked) return "还没有填报";
    if (outcome.result == Result::fail || is_doubtful(outcome.result)) return open_point(source_, indicator, outcome);
    return {};
  }

  const ViewSource& source_;
};

bool passes(UnitsFilter filter, const DutyCounts& counts) {
  switch (filter) {
    case UnitsFilter::all:
      return true;
    case UnitsFilter::not_met:
      return counts.not_met > 0;
    case UnitsFilter::unfilled:
      return counts.unfilled > 0;
    case UnitsFilter::doubtful:
      return counts.doubtful > 0;
  }
  return true;
}

// What a unit is placed by, the greatest first; units alike stay in the scheme's order.
std::array<std::size_t, 2> rank_of(UnitsOrder order, const DutyCounts& counts) {
  switch (order) {
    case UnitsOrder::open:
      return {counts.open(), counts.not_met};
    case UnitsOrder::not_met:
      return {counts.not_met, counts.open()};
    case UnitsOrder::unfilled:
      return {counts.unfilled, counts.open()};
    case UnitsOrder::scheme:
      break;
  }
  return {0, 0};
}

using Listed = std::vector<std::pair<UnitRow, const UnitDuties*>>;

void add_filters(const ViewSource& source, const Listed& all, UnitsModel& model) {
  constexpr std::array<std::pair<UnitsFilter, const char*>, 4> kFilters = {{{UnitsFilter::all, "全部单位"},
                                                                            {UnitsFilter::not_met, "有未达标"},
                                                                            {UnitsFilter::unfilled, "有待填"},
                                                                            {UnitsFilter::doubtful, "有待核实"}}};
  for (const auto& [filter, name] : kFilters) {
    const auto count = std::count_if(all.begin(), all.end(), [wanted = filter](const auto& one) {
      return one.second->part() != Part::unnamed && passes(wanted, one.first.counts);
    });
    model.filters.push_back(
        {filter, std::string(name) + " " + std::to_string(count), source.ui.units_filter == filter});
  }
  constexpr std::array<std::pair<UnitsOrder, const char*>, 4> kOrders = {{{UnitsOrder::open, "待办多的在前"},
                                                                          {UnitsOrder::not_met, "未达标多的在前"},
                                                                          {UnitsOrder::unfilled, "待填多的在前"},
                                                                          {UnitsOrder::scheme, "按方案的顺序"}}};
  for (const auto& [order, name] : kOrders) model.orders.push_back({order, name, source.ui.units_order == order});
}

UnitRow heading_of(Part part, std::size_t count) {
  UnitRow row;
  row.kind = UnitRow::Kind::heading;
  row.id = part == Part::lead ? "lead" : part == Part::responsible ? "responsible" : "unnamed";
  row.name = part == Part::lead          ? "牵头单位（按牵头的事项统计）"
             : part == Part::responsible ? "其他责任单位（按责任事项统计）"
                                         : "原文未列单位的事项";
  if (part != Part::unnamed) row.figure = std::to_string(count) + " 个";
  return row;
}

}  // namespace

UnitsModel build_units(const ViewSource& source) {
  UnitsModel model;
  const DutyBook book(source);
  const bool any_named = std::any_of(book.units().begin(), book.units().end(),
                                     [](const UnitDuties& unit) { return unit.id != kUnnamedUnit; });
  if (!any_named) {
    model.empty = "这套指标体系没有写明牵头单位和责任单位，无法按单位列出。请到“填报”和“任务”逐项查看。";
    return model;
  }
  const UnitsBuilder builder(source);
  Listed all;
  for (const UnitDuties& unit : book.units()) all.emplace_back(builder.row(unit), &unit);
  add_filters(source, all, model);
  std::erase_if(all, [&](const auto& one) {
    return !passes(source.ui.units_filter, one.first.counts) || !builder.matches(*one.second);
  });
  if (all.empty()) {
    model.empty = is_blank(source.ui.search) ? "没有这样的单位。换一个筛选条件看看。"
                                             : "没有找到“" + source.ui.search + "”。换个词试试，或清空搜索。";
    return model;
  }
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    const Part one = a.second->part();
    const Part other = b.second->part();
    if (one != other) return one < other;
    if (builder.is_named(*a.second) != builder.is_named(*b.second)) return builder.is_named(*a.second);
    return rank_of(source.ui.units_order, a.first.counts) > rank_of(source.ui.units_order, b.first.counts);
  });
  auto selected = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first.id == source.ui.unit; });
  if (selected == all.end()) selected = all.begin();
  selected->first.selected = true;
  const UnitDuties& unit = *selected->second;
  model.id = unit.id;
  model.name = unit.name;
  model.summary = builder.summary(unit);
  model.indicators = builder.indicators(unit);
  model.tasks = builder.tasks(unit);
  model.indicators_title = "指标 " + std::to_string(model.indicators.size()) + " 项";
  model.tasks_title = "任务 " + std::to_string(model.tasks.size()) + " 项";
  model.can_filter = unit.part() != Part::unnamed && !unit.indicators.empty();
  for (const Part part : {Part::lead, Part::responsible, Part::unnamed}) {
    const auto count =
        std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.second->part() == part; });
    if (count == 0) continue;
    model.rows.push_back(heading_of(part, static_cast<std::size_t>(count)));
    for (auto& [row, of] : all) {
      if (of->part() == part) model.rows.push_back(std::move(row));
    }
  }
  return model;
}

}  // namespace luping
