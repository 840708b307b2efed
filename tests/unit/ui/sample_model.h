// View models as the pages may receive them, filled with plausible data; for the tests and the preview.
#pragma once

#include "app/view_model.h"

namespace luping::ui_test {

ViewModel start_model();
ViewModel overview_model();
ViewModel fill_model();    ///< nothing selected
ViewModel detail_model();  ///< 填报 with 7.3.a selected
ViewModel tasks_model();   ///< 任务 with the fifth row selected
ViewModel scheme_model();  ///< 指标体系 with the sheet of 7.3.a
ViewModel units_model();   ///< 单位 with the second unit selected

}  // namespace luping::ui_test
