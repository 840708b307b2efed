// Charts. Nothing is told by colour alone: every figure also stands as text beside its shape.
#pragma once

#include <span>

#include "app/view_model.h"
#include "ui/ui.h"

namespace luping::ui {

/// Share met (0..1) of each group as a radar; groups without applicable indicators are left out. Fewer than three: nothing.
void radar(Ui& ui, const Id& id, const Rect& box, std::span<const OverviewModel::Group> groups);

/// One bar a group with title and figure; returns the index pressed, or -1. `row` is the height of each.
int group_bars(Ui& ui, std::string_view scope, const Rect& box, float row,
               std::span<const OverviewModel::Group> groups);

/// The figures of several years as a line with its goal; texts stand at the points. Returns the height used.
float trend_line(Ui& ui, const Id& id, ImVec2 at, float width, const TrendModel& trend);

}  // namespace luping::ui
