#include "app/document.h"

#include "app/fields.h"
#include "core/carry_over/carry_over.h"
#include "core/carry_over/digest.h"

namespace luping {
namespace {

std::string name_of(const Scheme& scheme, const std::string& indicator) {
  const Indicator* found = find_indicator(scheme, indicator);
  return found == nullptr ? indicator : found->name;
}

}  // namespace

Document::Document(std::shared_ptr<const Scheme> scheme, Assessment assessment)
    : scheme_(std::move(scheme)), assessment_(std::move(assessment)) {
  // Every answer knows from here on what it was given to, also in the states that undo brings back. No edit: nothing was said by it.
  stamp_digests(assessment_, *scheme_);
  saved_ = assessment_;
}

const Evaluation& Document::evaluation() const {
  if (!evaluation_) evaluation_ = evaluate(*scheme_, assessment_);
  return *evaluation_;
}

void Document::edit(const FieldRef& field, const std::string& text) {
  if (read_only_ || !exists(*scheme_, field)) return;
  const bool declares = field.kind == FieldKind::not_applicable || field.kind == FieldKind::measure_inapplicable;
  if (!declares && read_field(assessment_, field) == text) return;
  history_.before_change(assessment_, action_name(*scheme_, field), field);
  write_field(assessment_, field, text);
  evaluation_.reset();
}

void Document::end_edit(const std::string& now) {
  const Assessment* start = history_.gesture_start();
  if (read_only_ || start == nullptr) return;
  const FieldRef field = *history_.gesture();
  const std::string typed = read_field(assessment_, field);
  const std::string kept = settled_text(*scheme_, field, typed);
  if (is_numeric(*scheme_, field) && typed != kept) typed_.remember(field, typed, kept);
  write_field(assessment_, field, kept);
  if (*start != assessment_) stamp(is_answer_field(field.kind) ? field.id : std::string(), now);
  history_.end_gesture(assessment_);
  evaluation_.reset();
}

void Document::cancel_edit() {
  if (!read_only_) replace(history_.cancel_gesture(assessment_));
}

void Document::stamp(const std::string& indicator, const std::string& now) {
  assessment_.modified_at = now;
  const auto answer = assessment_.answers.find(indicator);
  if (answer == assessment_.answers.end()) return;
  answer->second.modified_at = now;
  ++answer->second.revision;
  // Whoever edits an answer has the requirement before their eyes.
  if (const Indicator* answered = find_indicator(*scheme_, indicator))
    answer->second.indicator_digest = indicator_digest(*scheme_, *answered);
}

void Document::change(std::string name, const std::vector<std::string>& indicators, const std::string& now,
                      const std::function<void(Assessment&)>& apply) {
  if (read_only_) return;
  end_edit(now);
  Assessment changed = assessment_;
  apply(changed);
  if (changed == assessment_) return;
  history_.before_change(assessment_, std::move(name), std::nullopt);
  assessment_ = std::move(changed);
  assessment_.modified_at = now;
  for (const std::string& indicator : indicators) stamp(indicator, now);
  evaluation_.reset();
}

void Document::add_evidence(const std::string& indicator, const std::string& id, const std::string& now) {
  if (find_indicator(*scheme_, indicator) == nullptr) return;
  change(name_of(*scheme_, indicator) + " 增加佐证", {indicator}, now, [&](Assessment& assessment) {
    Evidence evidence;
    evidence.id = id;
    assessment.answers[indicator].evidence.push_back(std::move(evidence));
  });
}

void Document::remove_evidence(const std::string& indicator, const std::string& id, const std::string& now) {
  change(name_of(*scheme_, indicator) + " 删除佐证", {indicator}, now, [&](Assessment& assessment) {
    const auto answer = assessment.answers.find(indicator);
    if (answer == assessment.answers.end()) return;
    std::erase_if(answer->second.evidence, [&](const Evidence& one) { return one.id == id; });
    if (is_empty(answer->second)) assessment.answers.erase(answer);
  });
}

void Document::make_measure_applicable(const std::string& measure, const std::string& now) {
  change("取消不适用", {}, now, [&](Assessment& assessment) {
    const auto report = assessment.measures.find(measure);
    if (report == assessment.measures.end()) return;
    report->second.not_applicable = {};
    if (is_empty(report->second)) assessment.measures.erase(report);
  });
}

void Document::make_applicable(const std::string& id, const std::string& now) {
  const Indicator* rests_on = find_indicator(*scheme_, id);
  if (rests_on != nullptr && rests_on->value.kind == ValueKind::measure)
    return make_measure_applicable(rests_on->value.measure, now);
  change(name_of(*scheme_, id) + " 取消不适用", {id}, now, [&](Assessment& assessment) {
    const auto answer = assessment.answers.find(id);
    if (answer == assessment.answers.end()) return;
    answer->second.not_applicable = {};
    if (is_empty(answer->second)) assessment.answers.erase(answer);
  });
}

void Document::set_fields(std::string name, const std::vector<FieldText>& fields, const std::string& now) {
  std::vector<std::string> answers;
  for (const auto& [field, text] : fields) {
    if (is_answer_field(field.kind)) answers.push_back(field.id);
    if (is_numeric(*scheme_, field)) typed_.remember(field, text, settled_text(*scheme_, field, text));
  }
  change(std::move(name), answers, now, [&](Assessment& assessment) {
    for (const auto& [field, text] : fields) write_field(assessment, field, settled_text(*scheme_, field, text));
  });
}

void Document::adopt(const TargetPack& pack, const std::string& now) {
  change("导入目标", {}, now, [&](Assessment& assessment) { adopt_targets(assessment, pack); });
}

void Document::undo() {
  if (!read_only_) replace(history_.undo(assessment_));
}

void Document::redo() {
  if (!read_only_) replace(history_.redo(assessment_));
}

void Document::use_scheme(std::shared_ptr<const Scheme> scheme) {
  scheme_ = std::move(scheme);
  bring_under(assessment_, *scheme_);
  evaluation_.reset();
}

void Document::replace(std::optional<Assessment> assessment) {
  if (!assessment) return;
  // Which text of the scheme judges is no edit and is not undone with one.
  assessment->scheme_version = assessment_.scheme_version;
  assessment->carried_from = assessment_.carried_from;
  assessment_ = *std::move(assessment);
  evaluation_.reset();
}

}  // namespace luping
