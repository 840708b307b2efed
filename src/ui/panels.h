// The parts of the screen. Each draws a piece of the view model into its box (CSS px) and pushes commands.
#pragma once

#include "app/view_model.h"
#include "ui/ui.h"

namespace luping::ui {

void top_bar(Ui& ui, const Rect& box, const ViewModel& model);
/// The pages. Where the window is too narrow for words beside their icons, the words stand below.
float nav_width(const Ui& ui, float window);
void nav(Ui& ui, const Rect& box, const ViewModel& model);

void start_page(Ui& ui, const Rect& box, const StartModel& model);
void overview_page(Ui& ui, const Rect& box, const OverviewModel& model);
void fill_page(Ui& ui, const Rect& box, const FillModel& model);
void tasks_page(Ui& ui, const Rect& box, const TasksModel& model);
void units_page(Ui& ui, const Rect& box, const UnitsModel& model);
void scheme_page(Ui& ui, const Rect& box, const SchemeModel& model);
void help_page(Ui& ui, const Rect& box, const HelpModel& model);

/// The pane beside 填报: one indicator, its verdict, data, evidence and rule; or what to do when none is selected.
void detail_pane(Ui& ui, const Rect& box, const DetailModel* model);
/// The pane beside 任务.
void task_detail(Ui& ui, const Rect& box, const TaskDetailModel* model);

/// The pane beside 单位: one unit's duties, each a way to its row in 填报 or 任务.
void unit_detail(Ui& ui, const Rect& box, const UnitsModel& model);

/// Over the pages as long as nothing may be changed.
float read_only_height(const Ui& ui, const ReadOnly& state, float width);
void read_only_bar(Ui& ui, const Rect& box, const ReadOnly& state);

float notice_height(const Ui& ui, const Notice& notice, float width);
void notice_bar(Ui& ui, const Rect& box, const Notice& notice);

/// Over everything, with the rest of the screen out of reach.
void prompt_dialog(Ui& ui, const Prompt& prompt);
void paste_dialog(Ui& ui, const PasteModel& model);

}  // namespace luping::ui
