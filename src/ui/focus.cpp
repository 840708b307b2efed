#include "ui/focus.h"

#include <algorithm>
#include <cstdlib>

namespace luping::ui {

void Focus::begin_frame() {
  order_.swap(coming_);
  coming_.clear();
  if (pending() && --patience_ <= 0) {
    arriving_ = 0;
    reveal_ = 0;
  }
}

void Focus::set(std::uint32_t id, bool by_keyboard) {
  current_ = id;
  by_keyboard_ = by_keyboard;
  arriving_ = by_keyboard ? id : 0;
  reveal_ = by_keyboard ? id : 0;
  patience_ = kPatience;
}

std::size_t Focus::find(std::uint32_t id) const {
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (order_[i].id == id) {
      return i;
    }
  }
  return order_.size();
}

std::uint32_t Focus::next(std::uint32_t id, int step) const {
  if (order_.empty()) {
    return 0;
  }
  const std::size_t at = find(id);
  if (at == order_.size()) {
    return step > 0 ? order_.front().id : order_.back().id;
  }
  return order_[(at + order_.size() + (step > 0 ? 1 : order_.size() - 1)) % order_.size()].id;
}

std::uint32_t Focus::next_field(std::uint32_t id, int step) const {
  std::uint32_t at = id;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    at = next(at, step);
    const std::size_t place = find(at);
    if (place < order_.size() && order_[place].kind == StopKind::field) {
      return at == id ? 0 : at;
    }
  }
  return 0;
}

std::uint32_t Focus::next_in_chain(std::uint32_t id, int steps) const {
  const std::size_t from = find(id);
  if (from == order_.size() || order_[from].chain == 0) {
    return 0;
  }
  std::uint32_t reached = 0;
  int left = std::abs(steps);
  for (std::size_t i = from; left > 0 && (steps > 0 ? ++i < order_.size() : i-- > 0);) {
    if (order_[i].chain == order_[from].chain) {
      reached = order_[i].id;
      --left;
    }
  }
  return reached;
}

std::uint32_t Focus::next_area(std::uint32_t id, int step) const {
  if (order_.empty()) {
    return 0;
  }
  // The first stop of each part, in order.
  std::vector<const Stop*> first;
  for (const Stop& stop : order_) {
    const auto same = [&](const Stop* one) { return one->area == stop.area; };
    if (std::none_of(first.begin(), first.end(), same)) {
      first.push_back(&stop);
    }
  }
  const std::size_t at = find(id);
  if (at == order_.size()) {
    return (step > 0 ? first.front() : first.back())->id;
  }
  std::size_t here = 0;
  while (first[here]->area != order_[at].area) {
    ++here;
  }
  return first[(here + (step > 0 ? 1 : first.size() - 1)) % first.size()]->id;
}

}  // namespace luping::ui
