// The view model.
#include <algorithm>

#include "app/build_view.h"
#include "app/paste_model.h"
#include "app/row_list.h"
#include "app/session_state.h"

namespace luping {
namespace {

/// More would not be read.
constexpr std::size_t kMostSteps = 12;

constexpr std::string_view kFillingHint =
    "点“现状值”一栏的格子填数，按回车转到下一项，判定马上出来；右边写明为什么这样判、还差多少。填的内容会自动存成草稿"
    "。";

}  // namespace

StartModel Session::State::build_start() {
  StartModel start;
  start.product = "绿评";
  start.claim = "生态文明建设示范创建 · 县级自评";
  start.privacy = "数据只保存在这台电脑上，不上传，不联网。";
  if (!current) return start;
  start.scheme = current->title;
  start.scheme_notice = current->notice;
  start.scheme_badge = scheme_badge();
  for (const LoadedScheme* one : offered_schemes()) {
    const std::string& name = one->scheme->short_title.empty() ? one->scheme->title : one->scheme->short_title;
    start.schemes.push_back({one->file.empty() ? name : name + "（" + one->file + "）", one->scheme == current});
  }
  offer_regions(*current, start);
  start.years = current->years;
  start.samples = sample_labels;
  start.drafts = list_drafts();
  return start;
}

void Session::State::announce() {
  if (!document) {
    heard = {};
    announcement.clear();
    typing = false;
    return;
  }
  if (typing) return;
  Heard now = heard_of(draft_id, document->evaluation());
  if (heard.document != now.document) {
    announcement.clear();
  } else if (std::string words = changes_in_words(document->scheme(), heard, now); !words.empty()) {
    announcement = std::move(words);
  }
  heard = std::move(now);
}

void Session::State::find_rows() {
  Listing& here = listing();
  if (!document || here.rows) return;
  const ViewSource source{document->scheme(), document->assessment(), document->evaluation(), ui, document->typed()};
  const RowList list = &here == &ui.tasks ? RowList::of_measures(source) : RowList::of_indicators(source);
  here.rows = list.ids(here.query);
  ++here.list;
}

void Session::State::build() {
  model = {};
  const bool anywhere = ui.page == Page::scheme || ui.page == Page::help;
  model.page = document || anywhere ? ui.page : Page::start;
  model.announcement = announcement;
  model.notice = notice;
  if (!questions.empty()) model.prompt = questions.front().prompt;
  model.search = ui.search;
  model.font_percent = settings.font_percent;
  model.high_contrast = settings.high_contrast;
  if (model.page == Page::start) {
    model.start = build_start();
    if (!document) return;
  }
  if (model.page == Page::help) {
    const bool back = document || ui.before_help == Page::scheme;
    model.help = build_help(guide, ui, back ? ui.before_help : Page::start);
    if (!document) return;
  }
  if (!document) {  // the scheme one is about to start with
    model.nav = {{Page::start, "开始", ""}, {Page::scheme, "指标体系", ""}};
    model.scheme = build_scheme(*current, ui, false);
    return;
  }
  build_top();
  if (read_only()) {
    model.read_only = other_window_gone
                          ? ReadOnly{"只读。另一个窗口已不再填写这份自评，可以在这里接着填。", true}
                          : ReadOnly{"只读。这份自评正在另一个窗口里填写，这里只能查看，显示的是打开时的内容。", false};
  }
  const ViewSource source{document->scheme(), document->assessment(), document->evaluation(), ui, document->typed()};
  model.overview = build_overview(source);
  model.nav = {{Page::overview, "总览", ""},
               {Page::fill, "填报", percent(model.overview.filled, model.overview.fillable)},
               {Page::tasks, "任务", percent(model.overview.measures_done, model.overview.measures_total)},
               {Page::units, "单位", ""},
               {Page::scheme, "指标体系", ""}};
  if (pasted) model.paste = build_paste(source, paste_plan());
  if (model.page == Page::fill) {
    find_rows();
    model.fill = build_fill(source);
    if (!settings.knows_filling && !read_only()) model.fill.hint = kFillingHint;
    for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i) {
      const Indicator& indicator = source.scheme.indicators[i];
      if (indicator.id == ui.indicator) model.detail = build_detail(source, indicator, source.evaluation.indicators[i]);
    }
  }
  if (model.page == Page::scheme) model.scheme = build_scheme(source.scheme, ui, true);
  if (model.page == Page::units) model.units = build_units(source);
  if (model.page == Page::tasks) {
    find_rows();
    model.tasks = build_tasks(source);
    if (const Measure* measure = find_measure(source.scheme, ui.measure))
      model.task_detail = build_task_detail(source, *measure);
  }
  build_search();
}

void Session::State::build_top() {
  TopBar& top = model.top;
  const History& history = document->history();
  top.title = title();
  top.unsaved = document->unsaved();
  top.sample = document->assessment().sample;
  top.scheme_badge = scheme_badge();
  top.state = top.unsaved ? "未保存" : "已保存";
  if (top.unsaved && storage_broken) top.state = "未保存（本机无法自动保存草稿）";
  if (!top.unsaved && document->assessment().modified_at.empty()) top.state.clear();
  top.read_only = read_only();
  if (top.read_only) top.state = "只读";
  top.can_undo = history.can_undo() && !top.read_only;
  top.can_redo = history.can_redo() && !top.read_only;
  if (top.can_undo) top.undo_steps = history.undo_names(kMostSteps);
  if (top.can_undo) top.undo_label = "撤销：" + history.undo_name();
  if (top.can_redo) top.redo_label = "重做：" + history.redo_name();
}

}  // namespace luping
