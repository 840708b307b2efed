// What is shown and selected; questions and their answers.
#include <algorithm>

#include "app/notice_lines.h"
#include "app/session_state.h"

namespace luping {
void Session::State::run(const AnswerPrompt& command) {
  if (questions.empty() || command.answer >= questions.front().prompt.answers.size()) return;
  const Question question = std::move(questions.front());
  questions.pop_front();
  const bool called_off = command.answer + 1 == question.prompt.answers.size();
  if (command.answer < question.actions.size() && question.actions[command.answer]) question.actions[command.answer]();
  std::vector<OpenedFile> files = std::move(waiting);
  waiting.clear();
  if (!called_off) return open(std::move(files));
  if (!files.empty())
    tell({NoticeKind::information, "已取消，另外 " + std::to_string(files.size()) + " 个文件也没有打开", {}});
}

void Session::State::run(const DismissNotice&) { notice.reset(); }

void Session::State::run(const GoTo& command) {
  if (command.page == Page::help) {
    if (ui.page != Page::help) ui.before_help = ui.page;
    ui.page = Page::help;
    return;
  }
  const bool without_document = command.page == Page::start || (command.page == Page::scheme && current);
  if (!document && !without_document) return;
  if (ui.page != command.page) ui.fill_rows.reset();
  if (command.page == Page::start) ui.search.clear();  // the next document is another one
  ui.page = command.page;
  if (ui.page == Page::fill && ui.indicator.empty()) ui.indicator = document->scheme().indicators.front().id;
  if (ui.page == Page::tasks && ui.measure.empty() && !document->scheme().measures.empty()) {
    ui.measure = document->scheme().measures.front().id;
  }
}

void Session::State::run(const ShowHelpSection& command) {
  if (command.section < guide.sections.size()) ui.help_section = command.section;
}

void Session::State::run(const SelectIndicator& command) {
  if (!document || find_indicator(document->scheme(), command.indicator) == nullptr) return;
  ui.indicator = command.indicator;
  if (ui.page == Page::scheme) ui.scheme_indicator = command.indicator;  // shown unasked, for being found first
  if (ui.page == Page::fill) return;
  // Coming from elsewhere the row must be there to be seen.
  ui.page = Page::fill;
  const auto is_there = [this] {
    ui.fill_rows.reset();
    find_fill_rows();
    return std::find(ui.fill_rows->begin(), ui.fill_rows->end(), ui.indicator) != ui.fill_rows->end();
  };
  if (!is_there()) {
    ui.fill = ui.fill.unfiltered();
    if (!is_there()) run(ClearFillFilters{});
  }
  ++ui.fill_reveal;
}

void Session::State::run(const SelectMeasure& command) {
  if (!document || find_measure(document->scheme(), command.measure) == nullptr) return;
  ui.measure = command.measure;
  if (ui.page == Page::tasks) return;
  ui.page = Page::tasks;
  ui.task_filter = TaskFilter::all;
  ui.task_group.clear();
  const std::vector<std::string> hits = search_hits();
  if (std::find(hits.begin(), hits.end(), ui.measure) == hits.end()) ui.search.clear();
}

void Session::State::run(const SelectUnit& command) { ui.unit = command.unit; }

void Session::State::run(const SelectSchemeRow& command) { ui.scheme_indicator = command.indicator; }

void Session::State::run(const SetUnitsFilter& command) { ui.units_filter = command.filter; }

void Session::State::run(const SetUnitsOrder& command) { ui.units_order = command.order; }

void Session::State::run(const SetFillQuery& command) {
  ui.fill = command.query;
  ui.fill_rows.reset();
}

void Session::State::run(const ClearFillFilters&) {
  ui.fill = ui.fill.unfiltered();
  ui.search.clear();
  ui.fill_rows.reset();
}

void Session::State::run(const UpdateFillList&) { ui.fill_rows.reset(); }

void Session::State::run(const SetGroupFilter& command) {
  if (ui.page == Page::tasks) {
    ui.task_group = command.group;
    return;
  }
  run(ClearFillFilters{});
  ui.fill.group = command.group;
}

void Session::State::run(const SetUnitFilter& command) {
  run(ClearFillFilters{});
  ui.fill.unit = command.unit;
  ui.fill.results = command.results;
}

void Session::State::run(const SetTaskFilter& command) { ui.task_filter = command.filter; }

void Session::State::run(const SetFontScale& command) {
  settings.font_percent = std::clamp(command.percent, kSmallestFont, kLargestFont);
  platform.keep_settings(write_settings(settings));
}

void Session::State::run(const SetHighContrast& command) {
  settings.high_contrast = command.on;
  platform.keep_settings(write_settings(settings));
}

void Session::State::run(const PutAwayHint& /*command*/) {
  settings.knows_filling = true;
  platform.keep_settings(write_settings(settings));
}

void Session::State::reset_view() {
  ui = {};
  notice.reset();
  pasted.reset();
}

void Session::State::tell(Notice what) { notice = std::move(what); }

void Session::State::tell_failure(std::string what, const std::vector<Diagnostic>& diagnostics) {
  tell({NoticeKind::problem, std::move(what), notice_lines(diagnostics)});
}

void Session::State::tell_warnings(std::string what, const std::vector<Diagnostic>& diagnostics) {
  tell({NoticeKind::warning, std::move(what), notice_lines(diagnostics)});
}

void Session::State::ask(Prompt question, std::vector<std::function<void()>> actions) {
  questions.push_back({std::move(question), std::move(actions)});
}

}  // namespace luping
