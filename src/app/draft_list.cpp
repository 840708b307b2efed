#include "app/draft_list.h"

#include <array>
#include <string_view>

#include "app/build_view.h"
#include "app/units_model.h"
#include "core/judge/evaluate.h"

namespace luping {
namespace {

// In the order of Page.
constexpr std::array<std::string_view, 7> kPages = {"start", "overview", "fill", "tasks", "units", "scheme", "help"};
static_assert(kPages.size() == static_cast<std::size_t>(Page::help) + 1, "a page without a word");

/// Pages that show the document; the others stand beside it.
constexpr std::array kOfTheDocument = {Page::overview, Page::fill, Page::tasks, Page::units, Page::scheme};

std::string_view word_of(Page page) { return kPages[static_cast<std::size_t>(page)]; }

// "2026-11-24T09:30:00+08:00" as 11月24日 09:30; anything else as it is.
std::string day_and_time(const std::string& moment) {
  if (moment.size() < 16 || moment[4] != '-' || moment[10] != 'T') return moment;
  const auto without_zero = [](std::string digits) { return digits.front() == '0' ? digits.substr(1) : digits; };
  return without_zero(moment.substr(5, 2)) + "月" + without_zero(moment.substr(8, 2)) + "日 " + moment.substr(11, 5);
}

/// Cuts the next word off the front.
std::string next_word(std::string_view& words) {
  const std::size_t end = words.find(' ');
  std::string word(words.substr(0, end));
  words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
  return word;
}

}  // namespace

std::string title_of(const Scheme& scheme, const Assessment& assessment) {
  const Region* region = find_region(scheme, assessment.region);
  return (region == nullptr ? assessment.region : region->name) + " · " + std::to_string(assessment.year) + " 年自评";
}

DraftSummary summary_of(const Scheme& scheme, const Assessment& assessment) {
  const Evaluation evaluation = evaluate(scheme, assessment);
  const Completeness filled = count_filled(scheme, evaluation);
  return {title_of(scheme, assessment), words_of(filled), assessment.id};
}

StartModel::DraftEntry draft_entry(const Draft& draft, const DraftSummary& summary) {
  StartModel::DraftEntry entry;
  entry.id = draft.id;
  entry.readable = !summary.title.empty();
  entry.title = entry.readable ? summary.title : draft.title.empty() ? kNamelessDraft : draft.title;
  // Kept under a name of its own because the assessment has another draft already.
  if (entry.readable && !summary.id.empty() && summary.id != draft.id) entry.title += "（副本）";
  entry.filled = summary.filled;
  entry.unsaved = draft.unsaved;
  const std::string when = day_and_time(draft.saved_at);
  if (entry.readable) {
    entry.state = (when.empty() ? when : when + "，") + (draft.unsaved ? "尚未存成文件" : "已存成文件");
  } else {
    entry.filled = "读不出来，可以导出原样内容";
    entry.state = when;
  }
  return entry;
}

std::string export_name(const Draft& draft) {
  std::string stamp;
  for (const char c : draft.saved_at.substr(0, 16)) {
    if (c >= '0' && c <= '9') stamp += c;
  }
  return "读不出的草稿" + (stamp.empty() ? stamp : "-" + stamp) + ".json";
}

std::string view_words(const UiState& ui) {
  // 帮助 is read on the side: the work goes on where it was opened.
  const Page page = ui.page == Page::help ? ui.before_help : ui.page;
  std::string words(word_of(page));
  for (const std::string* selected : {&ui.indicator, &ui.measure, &ui.unit}) words += ' ' + *selected;
  return words;
}

void restore_view(const std::string& words, const Scheme& scheme, UiState& ui) {
  std::string_view rest = words;
  const std::string page = next_word(rest);
  ui.page = Page::overview;
  for (const Page known : kOfTheDocument) {
    if (word_of(known) == page) ui.page = known;
  }
  ui.indicator = next_word(rest);
  ui.measure = next_word(rest);
  ui.unit = next_word(rest);
  if (find_indicator(scheme, ui.indicator) == nullptr) ui.indicator.clear();
  if (find_measure(scheme, ui.measure) == nullptr) ui.measure.clear();
  if (ui.unit != kUnnamedUnit && find_organisation(scheme, ui.unit) == nullptr) ui.unit.clear();
  if (ui.page == Page::fill && ui.indicator.empty()) ui.indicator = scheme.indicators.front().id;
  if (ui.page == Page::tasks && ui.measure.empty()) {
    if (scheme.measures.empty()) {
      ui.page = Page::overview;
    } else {
      ui.measure = scheme.measures.front().id;
    }
  }
}

}  // namespace luping
