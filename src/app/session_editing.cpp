// What changes the document.
#include <algorithm>

#include "app/build_view.h"
#include "app/session_state.h"
#include "core/text.h"

namespace luping {

void Session::State::run(const Edit& command) {
  if (command.field.kind == FieldKind::search && command.field.id == kGuideSearch) {
    ui.help_search = command.text;
    ui.help_section = section_to_show(guide, ui);
  } else if (command.field.kind == FieldKind::search) {
    ui.search = command.text;
    ui.fill.rows.reset();
    ui.tasks.rows.reset();
  } else if (document) {
    typing = true;
    find_rows();  // as they are before the edit
    document->edit(command.field, command.text);
  }
}

void Session::State::run(const EndEdit&) {
  typing = false;
  if (document) document->end_edit(platform.now());
}

void Session::State::run(const CancelEdit&) {
  typing = false;
  if (document) document->cancel_edit();
}

void Session::State::run(const AddEvidence& command) {
  if (document) document->add_evidence(command.indicator, "e-" + platform.new_id(), platform.now());
}

void Session::State::run(const RemoveEvidence& command) {
  if (document) document->remove_evidence(command.indicator, command.evidence, platform.now());
}

void Session::State::run(const MakeApplicable& command) {
  if (document) document->make_applicable(command.indicator, platform.now());
}

void Session::State::run(const MakeMeasureApplicable& command) {
  if (document) document->make_measure_applicable(command.measure, platform.now());
}

void Session::State::run(const Undo& command) {
  for (std::size_t step = 0; document && step < command.steps; ++step) document->undo();
}

void Session::State::run(const Redo&) {
  if (document) document->redo();
}

void Session::State::run(const StartAssessment& command) {
  if (!current || find_region(*current, command.region) == nullptr) return;
  Assessment assessment;
  assessment.id = "a-" + command.region + "-" + std::to_string(command.year) + "-" + platform.new_id();
  assessment.scheme_id = current->id;
  assessment.scheme_version = current->version;
  assessment.region = command.region;
  assessment.year = command.year;
  assessment.created_at = platform.now();
  assessment.review = "draft";
  show_document(current, std::move(assessment));
  ui.page = Page::fill;
  ui.indicator = current->indicators.empty() ? std::string() : current->indicators.front().id;
}

}  // namespace luping
