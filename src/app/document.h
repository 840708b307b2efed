// The open document: an assessment under its scheme, with its history. Plain operations, no screen.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/field.h"
#include "app/history.h"
#include "app/typed_texts.h"
#include "core/judge/evaluate.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

class Document {
 public:
  Document(std::shared_ptr<const Scheme> scheme, Assessment assessment);

  const Scheme& scheme() const { return *scheme_; }
  const Assessment& assessment() const { return assessment_; }
  /// Computed when first asked for after a change.
  const Evaluation& evaluation() const;
  const History& history() const { return history_; }
  const TypedTexts& typed() const { return typed_; }

  /// Another one works on it: what would change it does nothing.
  void set_read_only(bool only = true) { read_only_ = only; }
  bool read_only() const { return read_only_; }

  /// Sets a field the scheme has; edits of one field up to end_edit are one undo step. `now`, in all of these, stamps the change.
  void edit(const FieldRef& field, const std::string& text);
  /// Settles the text of the field being edited and stamps its answer.
  void end_edit(const std::string& now);
  void cancel_edit();
  void add_evidence(const std::string& indicator, const std::string& id, const std::string& now);
  void remove_evidence(const std::string& indicator, const std::string& id, const std::string& now);
  void make_applicable(const std::string& indicator, const std::string& now);
  void make_measure_applicable(const std::string& measure, const std::string& now);
  /// A field and the text typed into it.
  using FieldText = std::pair<FieldRef, std::string>;
  /// Sets many fields of answers and measures as one step of that name.
  void set_fields(std::string name, const std::vector<FieldText>& fields, const std::string& now);
  /// Copies a pack's targets for this region.
  void adopt(const TargetPack& pack, const std::string& now);
  void undo();
  void redo();
  /// Judge under another text of the same scheme; answers keep the digest of what they were given to.
  void use_scheme(std::shared_ptr<const Scheme> scheme);

  /// Changes since the last mark_saved (or since opening).
  bool unsaved() const { return !read_only_ && assessment_ != saved_; }
  void mark_saved(Assessment saved) { saved_ = std::move(saved); }

 private:
  /// One undo step, unless nothing changes. `indicators` are the answers to stamp.
  void change(std::string name, const std::vector<std::string>& indicators, const std::string& now,
              const std::function<void(Assessment&)>& apply);
  void stamp(const std::string& indicator, const std::string& now);
  void replace(std::optional<Assessment> assessment);

  std::shared_ptr<const Scheme> scheme_;
  Assessment assessment_;
  Assessment saved_;
  History history_;
  bool read_only_ = false;
  TypedTexts typed_;
  mutable std::optional<Evaluation> evaluation_;
};

}  // namespace luping
