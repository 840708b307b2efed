// Fields that edit one datum: text (the platform's editor covers it while open) and choice (a list that drops down).
#pragma once

#include <span>
#include <string_view>

#include "app/view_model.h"
#include "ui/menu.h"
#include "ui/ui.h"

namespace luping::ui {

struct FieldSpec {
  const FieldRef& field;
  std::string_view name;  ///< accessible name, with its unit
  std::string_view text;
  std::string_view placeholder = {};
  std::string_view unit = {};  ///< shown inside at the right end
  bool numeric = false;
  bool multiline = false;
  bool read_only = false;
  bool problem = false;
  bool plain = false;       ///< in a table: the border is quiet until the pointer comes near
  std::uint32_t chain = 0;  ///< see Stop::chain
};

/// Returns whether editing began in this frame.
bool text_field(Ui& ui, const Id& id, const Rect& box, const FieldSpec& spec);

/// Pushes Edit and EndEdit when another entry is picked. Returns whether the list was opened in this frame.
bool choice_field(Ui& ui, const Id& id, const Rect& box, const FieldSpec& spec, std::span<const Choice> choices);

}  // namespace luping::ui
