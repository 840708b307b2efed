#include "app/typed_texts.h"

#include <algorithm>

#include "app/pasted_cells.h"

namespace luping {

void TypedTexts::remember(const FieldRef& field, std::string_view typed, std::string_view kept) {
  std::erase_if(entries_, [&](const Entry& one) { return one.field == field; });
  std::string words = trimmed(typed);
  if (!words.empty() && !kept.empty() && words != kept)
    entries_.push_back({field, std::move(words), std::string(kept)});
}

const std::string* TypedTexts::of(const FieldRef& field, std::string_view now) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& one) { return one.field == field && one.kept == now; });
  return found == entries_.end() ? nullptr : &found->typed;
}

}  // namespace luping
