// The search over the pages: how many hits there are, and from one to the next.
#include <algorithm>

#include "app/build_view.h"
#include "app/row_list.h"
#include "app/session_state.h"
#include "core/text.h"

namespace luping {
namespace {

/// Pages that show what was found on them by themselves.
bool filters_itself(Page page) { return page == Page::units || page == Page::scheme; }

}  // namespace

std::vector<std::string> Session::State::search_hits() {
  if (ui.page != Page::fill && ui.page != Page::tasks) return {};
  find_rows();
  return *listing().rows;
}

void Session::State::run(const StepSearch& command) {
  if (!document || is_blank(ui.search) || filters_itself(ui.page)) return;
  std::vector<std::string> hits = search_hits();
  bool arrived = false;
  for (const Page page : {Page::fill, Page::tasks}) {
    if (!hits.empty()) break;
    // Nothing here: on to the page that has something, all of it.
    const UiState before = ui;
    ui.page = page;
    listing().query = listing().query.unfiltered();
    listing().rows.reset();
    hits = search_hits();
    arrived = !hits.empty();
    if (!arrived) ui = before;
  }
  if (hits.empty()) return;
  std::string& selected = ui.page == Page::fill ? ui.indicator : ui.measure;
  const auto at = std::find(hits.begin(), hits.end(), selected);
  if (arrived || at == hits.end()) {
    selected = command.step > 0 ? hits.front() : hits.back();
  } else {
    const auto count = static_cast<long>(hits.size());
    selected = hits[static_cast<std::size_t>((at - hits.begin() + count + command.step) % count)];
  }
  ++listing().reveal;
}

void Session::State::build_search() {
  if (is_blank(ui.search) || filters_itself(ui.page)) return;
  const ViewSource source{document->scheme(), document->assessment(), document->evaluation(), ui, document->typed()};
  const std::vector<std::string> hits = search_hits();
  const std::size_t indicators = RowList::of_indicators(source).count({});
  const std::size_t measures = RowList::of_measures(source).count({});
  const bool here = ui.page == Page::fill || ui.page == Page::tasks;
  const std::size_t count = here ? hits.size() : indicators + measures;
  model.search_steps = indicators + measures > 0;
  model.search_figure = count == 0 ? "没有" : std::to_string(count) + " 项";
  const auto at = std::find(hits.begin(), hits.end(), ui.page == Page::fill ? ui.indicator : ui.measure);
  if (at != hits.end())
    model.search_figure = std::to_string(at - hits.begin() + 1) + " / " + std::to_string(hits.size());
  const auto only_there = [&](const char* this_page, const char* that_page, std::size_t found) {
    return std::string(this_page) + "里没有找到“" + ui.search + "”，" + that_page + "里有 " + std::to_string(found) +
           " 项，在搜索框按回车查看。";
  };
  if (ui.page == Page::fill && indicators == 0 && measures > 0) model.fill.empty = only_there("填报", "任务", measures);
  if (ui.page == Page::tasks && measures == 0 && indicators > 0)
    model.tasks.empty = only_there("任务", "填报", indicators);
}

}  // namespace luping
