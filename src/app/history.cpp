#include "app/history.h"

namespace luping {
namespace {

constexpr std::size_t kMostSteps = 200;

}  // namespace

void History::before_change(const Assessment& now, std::string name, const std::optional<FieldRef>& field) {
  if (field && gesture_ == field) return;
  end_gesture(now);
  gesture_ = field;
  if (!field) redo_.clear();  // a gesture may still turn out to change nothing
  undo_.push_back({std::move(name), now});
  if (undo_.size() > kMostSteps) undo_.erase(undo_.begin());
}

void History::end_gesture(const Assessment& now) {
  if (!gesture_) return;
  gesture_.reset();
  if (!undo_.empty() && undo_.back().state == now) {
    undo_.pop_back();
  } else {
    redo_.clear();
  }
}

std::optional<Assessment> History::cancel_gesture(const Assessment& now) {
  if (!gesture_ || undo_.empty()) return std::nullopt;
  gesture_.reset();
  Step step = std::move(undo_.back());
  undo_.pop_back();
  if (step.state != now && redo_.empty()) redo_.push_back({std::move(step.name), now});
  return std::move(step.state);
}

std::vector<std::string> History::undo_names(std::size_t most) const {
  std::vector<std::string> names;
  for (auto step = undo_.rbegin(); step != undo_.rend() && names.size() < most; ++step) names.push_back(step->name);
  return names;
}

std::optional<Assessment> History::undo(const Assessment& now) {
  end_gesture(now);
  if (undo_.empty()) return std::nullopt;
  Step step = std::move(undo_.back());
  undo_.pop_back();
  redo_.push_back({std::move(step.name), now});
  return std::move(step.state);
}

std::optional<Assessment> History::redo(const Assessment& now) {
  end_gesture(now);
  if (redo_.empty()) return std::nullopt;
  Step step = std::move(redo_.back());
  redo_.pop_back();
  undo_.push_back({std::move(step.name), now});
  return std::move(step.state);
}

}  // namespace luping
