// The question asked before pasted cells change anything: a plan as it is shown.
#pragma once

#include "app/build_view.h"
#include "app/paste_plan.h"

namespace luping {

PasteModel build_paste(const ViewSource& source, const PastePlan& plan);

/// The assessment with the plan carried out, nothing stamped.
Assessment with_pasted(const Assessment& assessment, const PastePlan& plan);

/// The refusals as lines of a notice.
std::vector<std::string> refusal_lines(const PastePlan& plan);

/// 粘贴 12 项现状值
std::string paste_name(const PastePlan& plan);

}  // namespace luping
