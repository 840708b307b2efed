// What 填报 offers to be asked: for each kind of condition the queries one step away from the present one, with the number of
// rows each would give.
#include <algorithm>
#include <array>

#include "app/fill_list.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

constexpr std::array kResults = {Result::notchecked, Result::fail, Result::unknown,
                                 Result::error,      Result::pass, Result::notapplicable};
constexpr std::array kObligations = {Obligation::must, Obligation::should, Obligation::strive, Obligation::task};

struct Preset {
  std::string_view label;
  std::set<Result> results;
  std::set<Obligation> obligations;
};

/// The conditions asked for most, one press each.
const std::array<Preset, 5>& presets() {
  static const std::array<Preset, 5> kPresets = {{{"未填报", {Result::notchecked}, {}},
                                                  {"未达标", {Result::fail}, {}},
                                                  {"待核实", {Result::unknown, Result::error}, {}},
                                                  {"确保类", {}, {Obligation::must}},
                                                  {"争取类", {}, {Obligation::strive}}}};
  return kPresets;
}

class Offers {
 public:
  Offers(const ViewSource& source, const FillList& list) : source_(source), list_(list), now_(source.ui.fill) {}

  FillMenu groups() const {
    FillMenu menu = menu_of("任务组", "全部任务组", now_.group.empty(), Facet::group,
                            [](FillQuery& query) { query.group.clear(); });
    for (const Group& group : source_.scheme.groups) {
      FillQuery query = now_;
      query.group = group.id;
      add(menu, group_label(group), now_.group == group.id, list_.count(query), query);
    }
    return menu;
  }

  FillMenu units() const {
    FillMenu menu =
        menu_of("责任单位", "全部单位", now_.unit.empty(), Facet::unit, [](FillQuery& query) { query.unit.clear(); });
    for (const std::string& unit : list_.units()) {
      FillQuery query = now_;
      query.unit = unit;
      add(menu, unit, now_.unit == unit, list_.count(query), query);
    }
    // A unit no row names: the choice still says what holds.
    if (menu.active && menu.shown.empty()) menu.shown = now_.unit;
    return menu;
  }

  FillMenu results() const { return several("判定", "全部判定", kResults, &FillQuery::results, Facet::result); }
  FillMenu obligations() const {
    return several("类别", "全部类别", kObligations, &FillQuery::obligations, Facet::obligation);
  }

  std::vector<FilterChip<FillQuery>> chips() const {
    std::vector<FilterChip<FillQuery>> chips;
    for (const Preset& preset : presets()) {
      FillQuery query = now_;
      const bool of_results = !preset.results.empty();
      const bool active = of_results ? now_.results == preset.results : now_.obligations == preset.obligations;
      if (of_results) query.results = preset.results;
      if (!of_results) query.obligations = preset.obligations;
      const std::string label = std::string(preset.label) + " " + std::to_string(list_.count(query));
      if (active && of_results) query.results.clear();
      if (active && !of_results) query.obligations.clear();
      chips.push_back({std::move(query), label, active});
    }
    return chips;
  }

  std::vector<FillSorting> sorting() const {
    std::vector<FillSorting> columns;
    constexpr std::pair<FillSort, std::string_view> kColumns[] = {{FillSort::number, "序号"},
                                                                  {FillSort::name, "指标"},
                                                                  {FillSort::verdict, "判定（差的在前）"},
                                                                  {FillSort::lead, "牵头单位"}};
    for (const auto& [by, words] : kColumns) {
      FillSorting column{by, SortState::none, now_, {}};
      if (now_.sort == by) column.state = now_.descending ? SortState::descending : SortState::ascending;
      column.query.sort = column.state == SortState::descending ? FillSort::plan : by;
      column.query.descending = column.state == SortState::ascending;
      column.hint = column.state == SortState::none        ? "按" + std::string(words) + "排序"
                    : column.state == SortState::ascending ? "改为倒序"
                                                           : "恢复方案中的顺序";
      columns.push_back(std::move(column));
    }
    return columns;
  }

 private:
  template <typename Clear>
  FillMenu menu_of(std::string name, const std::string& all, bool is_all, Facet facet, Clear clear) const {
    FillMenu menu;
    menu.name = std::move(name);
    menu.active = !is_all;
    FillQuery query = now_;
    clear(query);
    add(menu, all, is_all, list_.count(now_, facet), query);
    return menu;
  }

  static void add(FillMenu& menu, std::string label, bool selected, std::size_t count, FillQuery query) {
    if (selected) menu.shown = label;
    menu.entries.push_back({std::move(label), std::to_string(count), selected, std::move(query)});
  }

  /// A kind of which several may be chosen: a press on an entry adds it or takes it back.
  template <typename T, std::size_t n>
  FillMenu several(const char* name, const char* all, const std::array<T, n>& values, std::set<T> FillQuery::*part,
                   Facet facet) const {
    const std::set<T>& chosen = now_.*part;
    FillMenu menu = menu_of(name, all, chosen.empty(), facet, [&](FillQuery& query) { (query.*part).clear(); });
    std::string first;
    for (const T value : values) {
      FillQuery alone = now_;
      alone.*part = {value};
      FillQuery query = now_;
      const bool selected = chosen.contains(value);
      if (selected) {
        (query.*part).erase(value);
      } else {
        (query.*part).insert(value);
      }
      const std::string label(label_of(value, Language::zh));
      if (selected && first.empty()) first = label;
      add(menu, label, selected, list_.count(alone), query);
    }
    if (chosen.size() == 1) menu.shown = first;
    if (chosen.size() > 1) menu.shown = first + "等 " + std::to_string(chosen.size()) + " 种";
    return menu;
  }

  const ViewSource& source_;
  const FillList& list_;
  const FillQuery& now_;
};

/// Why the rows on screen are not what the query gives now; empty: they are.
std::string what_is_outdated(const std::vector<std::string>& shown, const std::vector<std::string>& now) {
  if (shown == now) return {};
  const std::set<std::string_view> before(shown.begin(), shown.end());
  const std::set<std::string_view> after(now.begin(), now.end());
  const auto gone = std::count_if(before.begin(), before.end(), [&](auto id) { return !after.contains(id); });
  const auto come = std::count_if(after.begin(), after.end(), [&](auto id) { return !before.contains(id); });
  std::vector<std::string> changes;
  if (gone > 0) changes.push_back("有 " + std::to_string(gone) + " 项已不符合条件");
  if (come > 0) changes.push_back("另有 " + std::to_string(come) + " 项已符合条件");
  if (changes.empty()) changes.emplace_back("顺序已有变化");
  return join(changes, "，");
}

std::string why_empty(const ViewSource& source, const FillList& list) {
  const FillQuery& query = source.ui.fill;
  if (!is_blank(source.ui.search)) {
    const std::size_t elsewhere = list.count(query.unfiltered());
    if (query.filters() && elsewhere > 0)
      return "在当前筛选条件下没有“" + source.ui.search + "”；不限条件有 " + std::to_string(elsewhere) +
             " 项，请去掉几个条件再看。";
    return "没有找到“" + source.ui.search + "”。换个词或少输几个字试试，多个词之间用空格隔开。";
  }
  if (query.results == std::set<Result>{Result::notchecked}) {
    FillQuery any = query;
    any.results.clear();
    if (list.count(any) > 0) return "没有未填报的指标，这里都填好了。";
  }
  return "没有符合条件的指标。请减少几个条件，或清除筛选。";
}

}  // namespace

void offer_fill_queries(const ViewSource& source, const std::vector<std::string>& shown, FillModel& model) {
  const FillList list(source);
  const Offers offers(source, list);
  model.menus = {offers.groups(), offers.units(), offers.results(), offers.obligations()};
  model.chips = offers.chips();
  model.sorting = offers.sorting();
  const bool searching = !is_blank(source.ui.search);
  const std::string total = std::to_string(source.scheme.indicators.size());
  model.search = searching ? source.ui.search : std::string();
  model.filtered = source.ui.fill.filters() || searching;
  model.figure =
      model.filtered ? "符合 " + std::to_string(shown.size()) + " / " + total + " 项" : "共 " + total + " 项";
  model.outdated = what_is_outdated(shown, list.ids(source.ui.fill));
  if (shown.empty()) model.empty = why_empty(source, list);
  model.list = source.ui.fill_list;
  model.reveal = source.ui.fill_reveal;
}

}  // namespace luping
