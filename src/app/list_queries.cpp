// What 填报 and 任务 offer to be asked: for each kind of condition the queries one step away from the present one, with the number of
// rows each would give.
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "app/row_list.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

constexpr std::array kResults = {Result::notchecked, Result::fail, Result::unknown,
                                 Result::error,      Result::pass, Result::notapplicable};
constexpr std::array kObligations = {Obligation::must, Obligation::should, Obligation::strive, Obligation::task};

constexpr std::array kStates = {TaskState::unset, TaskState::not_started, TaskState::in_progress, TaskState::done,
                                TaskState::not_applicable};

std::string_view label_of(TaskState state, Language /*of the screen*/) { return task_state_word(state); }

/// A condition asked for often, one press away.
struct Preset {
  std::string_view label;
  std::set<Result> results;
  std::set<Obligation> obligations;
  std::set<TaskState> states;
};

std::span<const Preset> fill_presets() {
  static const std::array<Preset, 5> kPresets = {{{"未填报", {Result::notchecked}, {}, {}},
                                                  {"未达标", {Result::fail}, {}, {}},
                                                  {"待核实", {Result::unknown, Result::error}, {}, {}},
                                                  {"确保类", {}, {Obligation::must}, {}},
                                                  {"争取类", {}, {Obligation::strive}, {}}}};
  return kPresets;
}

const std::set<TaskState>& still_open() {
  static const std::set<TaskState> kStillOpen = {TaskState::unset, TaskState::not_started, TaskState::in_progress};
  return kStillOpen;
}

std::span<const Preset> task_presets() {
  static const std::array<Preset, 5> kPresets = {{{"未完成", {}, {}, still_open()},
                                                  {"未填", {}, {}, {TaskState::unset}},
                                                  {"未开始", {}, {}, {TaskState::not_started}},
                                                  {"进行中", {}, {}, {TaskState::in_progress}},
                                                  {"完成", {}, {}, {TaskState::done}}}};
  return kPresets;
}

using Columns = std::span<const std::pair<RowOrder, std::string_view>>;
constexpr std::array<std::pair<RowOrder, std::string_view>, 4> kFillColumns = {
    {{RowOrder::number, "序号"},
     {RowOrder::name, "指标"},
     {RowOrder::standing, "判定（差的在前）"},
     {RowOrder::lead, "牵头单位"}}};
constexpr std::array<std::pair<RowOrder, std::string_view>, 4> kTaskColumns = {
    {{RowOrder::name, "任务"},
     {RowOrder::standing, "进展（未完成的在前）"},
     {RowOrder::date, "完成日期"},
     {RowOrder::lead, "牵头单位"}}};

class Offers {
 public:
  Offers(const ViewSource& source, const RowList& list, const ListQuery& now)
      : source_(source), list_(list), now_(now) {}

  ListMenu groups() const {
    ListMenu menu = menu_of("任务组", "全部任务组", now_.group.empty(), [](ListQuery& query) { query.group.clear(); });
    for (const Group& group : source_.scheme.groups) {
      ListQuery query = now_;
      query.group = group.id;
      add(menu, group_label(group), now_.group == group.id, list_.count(query), query);
    }
    return menu;
  }

  ListMenu units() const {
    ListMenu menu = menu_of("责任单位", "全部单位", now_.unit.empty(), [](ListQuery& query) { query.unit.clear(); });
    for (const std::string& unit : list_.units()) {
      ListQuery query = now_;
      query.unit = unit;
      add(menu, unit, now_.unit == unit, list_.count(query), query);
    }
    // A unit no row names: the choice still says what holds.
    if (menu.active && menu.shown.empty()) menu.shown = now_.unit;
    return menu;
  }

  ListMenu results() const { return several("判定", "全部判定", kResults, &ListQuery::results); }
  ListMenu obligations() const { return several("类别", "全部类别", kObligations, &ListQuery::obligations); }
  ListMenu states() const { return several("进展", "全部进展", kStates, &ListQuery::states); }

  std::vector<FilterChip<ListQuery>> chips(std::span<const Preset> presets) const {
    std::vector<FilterChip<ListQuery>> chips;
    for (const Preset& preset : presets) {
      ListQuery query = now_;
      bool active = false;
      const auto put = [&](const auto& wanted, auto& part) {
        if (wanted.empty()) return;
        active = part == wanted;
        part = wanted;
      };
      put(preset.results, query.results);
      put(preset.obligations, query.obligations);
      put(preset.states, query.states);
      const std::string label = std::string(preset.label) + " " + std::to_string(list_.count(query));
      if (active) {
        if (!preset.results.empty()) query.results.clear();
        if (!preset.obligations.empty()) query.obligations.clear();
        if (!preset.states.empty()) query.states.clear();
      }
      chips.push_back({std::move(query), label, active});
    }
    return chips;
  }

  std::vector<Sorting> sorting(Columns of) const {
    std::vector<Sorting> columns;
    for (const auto& [by, words] : of) {
      Sorting column{by, SortState::none, now_, {}};
      if (now_.sort == by) column.state = now_.descending ? SortState::descending : SortState::ascending;
      column.query.sort = column.state == SortState::descending ? RowOrder::plan : by;
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
  ListMenu menu_of(std::string name, const std::string& all, bool is_all, Clear clear) const {
    ListMenu menu;
    menu.name = std::move(name);
    menu.active = !is_all;
    ListQuery query = now_;
    clear(query);
    add(menu, all, is_all, list_.count(query), query);
    return menu;
  }

  static void add(ListMenu& menu, std::string label, bool selected, std::size_t count, ListQuery query) {
    if (selected) menu.shown = label;
    menu.entries.push_back({std::move(label), std::to_string(count), selected, std::move(query)});
  }

  /// A kind of which several may be chosen: a press on an entry adds it or takes it back.
  template <typename T, std::size_t n>
  ListMenu several(const char* name, const char* all, const std::array<T, n>& values,
                   std::set<T> ListQuery::*part) const {
    const std::set<T>& chosen = now_.*part;
    ListMenu menu = menu_of(name, all, chosen.empty(), [&](ListQuery& query) { (query.*part).clear(); });
    std::string first;
    for (const T value : values) {
      ListQuery alone = now_;
      alone.*part = {value};
      ListQuery query = now_;
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
  const RowList& list_;
  const ListQuery& now_;
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

/// `filled`: what to say where nothing is left to do in what else holds; empty: there is.
std::string why_empty(const ViewSource& source, const RowList& list, const ListQuery& query, std::string_view row,
                      std::string filled) {
  if (!is_blank(source.ui.search)) {
    const std::size_t elsewhere = list.count(query.unfiltered());
    if (query.filters() && elsewhere > 0)
      return "在当前筛选条件下没有“" + source.ui.search + "”；不限条件有 " + std::to_string(elsewhere) +
             " 项，请去掉几个条件再看。";
    return "没有找到“" + source.ui.search + "”。换个词或少输几个字试试，多个词之间用空格隔开。";
  }
  if (!filled.empty()) return filled;
  return "没有符合条件的" + std::string(row) + "。请减少几个条件，或清除筛选。";
}

/// What does not depend on the page.
void say_what_holds(const ViewSource& source, const RowList& list, const Listing& listing,
                    const std::vector<std::string>& shown, ListHead& head) {
  const bool searching = !is_blank(source.ui.search);
  const std::string total = std::to_string(list.total());
  head.search = searching ? source.ui.search : std::string();
  head.filtered = listing.query.filters() || searching;
  head.figure = head.filtered ? "符合 " + std::to_string(shown.size()) + " / " + total + " 项" : "共 " + total + " 项";
  head.outdated = what_is_outdated(shown, list.ids(listing.query));
  head.list = listing.list;
  head.reveal = listing.reveal;
}

}  // namespace

void offer_fill_queries(const ViewSource& source, const std::vector<std::string>& shown, ListHead& head) {
  const RowList list = RowList::of_indicators(source);
  const ListQuery& query = source.ui.fill.query;
  const Offers offers(source, list, query);
  head.menus = {offers.groups(), offers.units(), offers.results(), offers.obligations()};
  head.chips = offers.chips(fill_presets());
  head.sorting = offers.sorting(kFillColumns);
  say_what_holds(source, list, source.ui.fill, shown, head);
  if (!shown.empty()) return;
  ListQuery any = query;
  any.results.clear();
  const bool all_filled = query.results == std::set<Result>{Result::notchecked} && list.count(any) > 0;
  head.empty = why_empty(source, list, query, "指标", all_filled ? "没有未填报的指标，这里都填好了。" : "");
}

void offer_task_queries(const ViewSource& source, const std::vector<std::string>& shown, ListHead& head) {
  const RowList list = RowList::of_measures(source);
  const ListQuery& query = source.ui.tasks.query;
  const Offers offers(source, list, query);
  head.menus = {offers.groups(), offers.units(), offers.states()};
  head.chips = offers.chips(task_presets());
  head.sorting = offers.sorting(kTaskColumns);
  say_what_holds(source, list, source.ui.tasks, shown, head);
  if (!shown.empty()) return;
  ListQuery any = query;
  any.states.clear();
  const bool some = list.count(any) > 0;
  const char* filled = query.states == still_open() && some                 ? "这里的任务都完成了。"
                       : query.states == std::set{TaskState::unset} && some ? "没有未填的任务，这里都填好了。"
                                                                            : "";
  head.empty = why_empty(source, list, query, "任务", filled);
}

}  // namespace luping
