// Labelled fields one under another, short ones two in a row; what the detail panes are made of.
#pragma once

#include <span>
#include <string_view>

#include "app/view_model.h"
#include "ui/ui.h"

namespace luping::ui {

/// Fields from `at` down in `width`. Returns the height used.
float form_fields(Ui& ui, std::string_view scope, ImVec2 at, float width, std::span<const DetailField> fields);

inline float form_field(Ui& ui, std::string_view scope, ImVec2 at, float width, const DetailField& field) {
  return form_fields(ui, scope, at, width, {&field, 1});
}

/// A heading that folds what stands under it. Returns whether it is open.
bool disclosure(Ui& ui, const Id& id, const Rect& box, std::string_view title);

/// A heading, and a paragraph under it. Returns the height used.
float titled_text(Ui& ui, const Id& id, ImVec2 at, float width, std::string_view title, std::string_view text);

}  // namespace luping::ui
