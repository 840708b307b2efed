// From the document to what the pages show; one function a page. Private to the session.
#pragma once

#include "app/typed_texts.h"
#include "app/ui_state.h"
#include "app/view_model.h"
#include "core/judge/evaluate.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

struct ViewSource {
  const Scheme& scheme;
  const Assessment& assessment;
  const Evaluation& evaluation;
  const UiState& ui;
  const TypedTexts& typed;
};

/// The regions one may start an assessment for, and what they are called together.
void offer_regions(const Scheme& scheme, StartModel& model);
OverviewModel build_overview(const ViewSource& source);
FillModel build_fill(const ViewSource& source);
DetailModel build_detail(const ViewSource& source, const Indicator& indicator, const Outcome& outcome);
TasksModel build_tasks(const ViewSource& source);
TaskState task_state(const ViewSource& source, const Measure& measure);
/// 未填, 未开始 …
std::string_view task_state_word(TaskState state);
TaskDetailModel build_task_detail(const ViewSource& source, const Measure& measure);
UnitsModel build_units(const ViewSource& source);
/// `open`: of the document that is open, not of what the start page would start.
SchemeModel build_scheme(const Scheme& scheme, const UiState& ui, bool open);
HelpModel build_help(const Guide& guide, const UiState& ui, Page back);
/// The chosen section, or the first with a hit where that one has none.
std::size_t section_to_show(const Guide& guide, const UiState& ui);

// Shared by the pages.

Chip chip_of(Result result);
/// Says so when a person set the result.
Chip chip_of(const Outcome& outcome);
/// What keeps an indicator from being met: the distance, or why it cannot be judged.
std::string open_point(const ViewSource& source, const Indicator& indicator, const Outcome& outcome);
/// 确保（必须达到）.
std::string obligation_in_words(const Indicator& indicator);
/// 100 × 已治理行政村数 ÷ 行政村总数; empty where there is no formula.
std::string formula_in_words(const Indicator& indicator);
/// The field a value cell of an indicator edits.
FieldRef value_field(const Indicator& indicator);
std::vector<Choice> state_choices();
std::vector<Choice> option_choices(const std::vector<std::string>& options);
/// Organisation names for the region, joined by 、; in a table the first one stands for all (市委组织部 等).
std::string lead_in_short(const ViewSource& source, const Item& item);
std::string lead_of(const ViewSource& source, const Item& item);
std::string responsible_of(const ViewSource& source, const Item& item);
/// Whether its answer has anything to fill in.
bool has_fields(const Indicator& indicator);
/// Whether a person has anything to enter for it.
bool is_fillable(const Indicator& indicator, const Outcome& outcome);
/// The field for the reason of 不适用.
DetailField inapplicable_field(const ViewSource& source, FieldRef field);
/// How much of what can be filled in is.
struct Completeness {
  std::size_t filled = 0;
  std::size_t fillable = 0;
};
Completeness count_filled(const Scheme& scheme, const Evaluation& evaluation);
/// 已填报 62 / 72 项（86%）
std::string words_of(const Completeness& completeness);
/// How a figure is typed, for a field that is still empty: 如 95.5. `unit`: a unit id; `whole`: a count.
std::string number_example(const Scheme& scheme, const std::string& unit, bool whole);
/// The same for an indicator's own value: the scheme's example, where it gives one.
std::string number_example(const Scheme& scheme, const ValueSpec& value);
std::string percent(std::size_t part, std::size_t whole);
std::string group_label(const Group& group);
/// Whether the search words occur in the texts (app/search.h); none: everything matches.
bool matches_search(const UiState& ui, std::initializer_list<std::string_view> texts);

}  // namespace luping
