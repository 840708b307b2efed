// Undo and redo over whole assessments, with the edits of one field gesture gathered into one step.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/field.h"
#include "core/model/assessment.h"

namespace luping {

class History {
 public:
  /// Call before a change. A change of the same field within one gesture adds no step.
  void before_change(const Assessment& now, std::string name, const std::optional<FieldRef>& field);
  /// The gesture is over. A gesture that changed nothing leaves no step, and what can be redone stays.
  void end_gesture(const Assessment& now);
  /// Gives up the gesture; the assessment it started from, or nullopt when none is open. What was typed can be redone,
  /// unless something else can: Escape is easily pressed by mistake.
  std::optional<Assessment> cancel_gesture(const Assessment& now);
  const std::optional<FieldRef>& gesture() const { return gesture_; }
  /// What the open gesture started from; null when none is open.
  const Assessment* gesture_start() const { return gesture_ && !undo_.empty() ? &undo_.back().state : nullptr; }

  /// nullopt when there is nothing to undo or redo.
  std::optional<Assessment> undo(const Assessment& now);
  std::optional<Assessment> redo(const Assessment& now);
  bool can_undo() const { return !undo_.empty(); }
  bool can_redo() const { return !redo_.empty(); }
  /// What can be undone, newest first, `most` at the most.
  std::vector<std::string> undo_names(std::size_t most) const;
  std::string undo_name() const { return undo_.empty() ? std::string() : undo_.back().name; }
  std::string redo_name() const { return redo_.empty() ? std::string() : redo_.back().name; }

 private:
  struct Step {
    std::string name;
    Assessment state;  // undo: before the step; redo: after it
  };
  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::optional<FieldRef> gesture_;
};

}  // namespace luping
