// A list that drops down from a widget: one column of entries, picked by mouse or by the arrow keys and Enter.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace luping::ui {

struct MenuEntry {
  std::string_view label;
  std::string_view note = {};  ///< quiet, at the right end
  bool selected = false;
};

/// What a combobox says of its menu (SemanticNode::state).
std::string menu_state(const Id& owner, bool open);

/// Open the menu of the widget `owner`.
void open_menu(Ui& ui, std::uint32_t owner, int highlight);

inline bool menu_is_open(const Ui& ui, std::uint32_t owner) { return ui.memory.menu == owner; }

/// Draw the menu if it is open; call after the owner was drawn, in the same window. Returns the entry picked.
std::optional<std::size_t> menu(Ui& ui, const Id& owner, const Rect& anchor, std::span<const MenuEntry> entries);

}  // namespace luping::ui
