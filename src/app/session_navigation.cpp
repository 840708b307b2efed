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
  if (ui.page != command.page) {
    ui.fill.rows.reset();
    ui.tasks.rows.reset();
  }
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
  ui.page = Page::fill;
  reveal_row(ui.indicator);
}

void Session::State::run(const SelectMeasure& command) {
  if (!document || find_measure(document->scheme(), command.measure) == nullptr) return;
  ui.measure = command.measure;
  if (ui.page == Page::tasks) return;
  ui.page = Page::tasks;
  reveal_row(ui.measure);
}

bool Session::State::lists(const std::string& id) {
  listing().rows.reset();
  find_rows();
  const std::vector<std::string>& rows = *listing().rows;
  return std::find(rows.begin(), rows.end(), id) != rows.end();
}

void Session::State::reveal_row(const std::string& id) {
  if (!lists(id)) {
    listing().query = listing().query.unfiltered();
    if (!lists(id)) run(ClearFilters{});
  }
  ++listing().reveal;
}

void Session::State::run(const SelectUnit& command) { ui.unit = command.unit; }

void Session::State::run(const SelectSchemeRow& command) { ui.scheme_indicator = command.indicator; }

void Session::State::run(const SetUnitsFilter& command) { ui.units_filter = command.filter; }

void Session::State::run(const SetUnitsOrder& command) { ui.units_order = command.order; }

void Session::State::run(const SetListQuery& command) {
  listing().query = command.query;
  listing().rows.reset();
}

void Session::State::run(const ClearFilters&) {
  listing().query = listing().query.unfiltered();
  forget_search();
}

void Session::State::forget_search() {
  ui.search.clear();
  ui.fill.rows.reset();
  ui.tasks.rows.reset();
}

void Session::State::run(const UpdateList&) { listing().rows.reset(); }

void Session::State::run(const SetGroupFilter& command) {
  ui.fill.query = ui.fill.query.unfiltered();
  ui.fill.query.group = command.group;
  forget_search();
}

void Session::State::run(const SetUnitFilter& command) {
  ui.fill.query = ui.fill.query.unfiltered();
  ui.fill.query.unit = command.unit;
  ui.fill.query.results = command.results;
  forget_search();
}

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
