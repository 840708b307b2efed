#include "app/document.h"

#include <algorithm>

#include "app/fields.h"

namespace luping {

Document::Document(std::shared_ptr<const Scheme> scheme, Assessment assessment)
    : scheme_(std::move(scheme)), assessment_(std::move(assessment)), saved_(assessment_) {}

const Evaluation& Document::evaluation() const {
  if (!evaluation_) evaluation_ = evaluate(*scheme_, assessment_);
  return *evaluation_;
}

void Document::edit(const FieldRef& field, const std::string& text) {
  const bool declares = field.kind == FieldKind::not_applicable || field.kind == FieldKind::measure_inapplicable;
  if (!declares && read_field(assessment_, field) == text) return;
  history_.before_change(assessment_, action_name(*scheme_, field), field);
  write_field(assessment_, field, text);
  evaluation_.reset();
}

void Document::end_edit(const std::string& now) {
  const Assessment* start = history_.gesture_start();
  if (start == nullptr) return;
  const FieldRef field = *history_.gesture();
  write_field(assessment_, field, settled_text(*scheme_, field, read_field(assessment_, field)));
  const auto answer = assessment_.answers.find(field.id);
  if (*start != assessment_) {
    assessment_.modified_at = now;
    if (answer != assessment_.answers.end()) {
      answer->second.modified_at = now;
      ++answer->second.revision;
    }
  }
  history_.end_gesture(assessment_);
  evaluation_.reset();
}

void Document::cancel_edit() { replace(history_.cancel_gesture()); }

void Document::add_evidence(const std::string& indicator, const std::string& id) {
  history_.before_change(assessment_, "增加佐证", std::nullopt);
  Evidence evidence;
  evidence.id = id;
  assessment_.answers[indicator].evidence.push_back(std::move(evidence));
  evaluation_.reset();
}

void Document::remove_evidence(const std::string& indicator, const std::string& id) {
  const auto answer = assessment_.answers.find(indicator);
  if (answer == assessment_.answers.end()) return;
  history_.before_change(assessment_, "删除佐证", std::nullopt);
  std::erase_if(answer->second.evidence, [&](const Evidence& one) { return one.id == id; });
  if (is_empty(answer->second)) assessment_.answers.erase(answer);
  evaluation_.reset();
}

void Document::make_measure_applicable(const std::string& measure) {
  const auto report = assessment_.measures.find(measure);
  if (report == assessment_.measures.end()) return;
  history_.before_change(assessment_, "取消不适用", std::nullopt);
  report->second.not_applicable = {};
  if (is_empty(report->second)) assessment_.measures.erase(report);
  evaluation_.reset();
}

void Document::make_applicable(const std::string& id) {
  const Indicator* rests_on = find_indicator(*scheme_, id);
  if (rests_on != nullptr && rests_on->value.kind == ValueKind::measure)
    return make_measure_applicable(rests_on->value.measure);
  const auto answer = assessment_.answers.find(id);
  if (answer == assessment_.answers.end()) return;
  history_.before_change(assessment_, "取消不适用", std::nullopt);
  answer->second.not_applicable = {};
  if (is_empty(answer->second)) assessment_.answers.erase(answer);
  evaluation_.reset();
}

std::size_t Document::adopt(const TargetPack& pack) {
  history_.before_change(assessment_, "导入目标", std::nullopt);
  const std::size_t adopted = adopt_targets(assessment_, pack);
  evaluation_.reset();
  return adopted;
}

void Document::undo() { replace(history_.undo(assessment_)); }

void Document::redo() { replace(history_.redo(assessment_)); }

void Document::use_scheme(std::shared_ptr<const Scheme> scheme) {
  scheme_ = std::move(scheme);
  assessment_.scheme_version = scheme_->version;
  evaluation_.reset();
}

void Document::replace(std::optional<Assessment> assessment) {
  if (!assessment) return;
  assessment_ = *std::move(assessment);
  evaluation_.reset();
}

}  // namespace luping
