// What the start page says of a draft, and where in a document the person was, as the words a draft keeps.
#pragma once

#include <string>

#include "app/platform.h"
#include "app/ui_state.h"
#include "app/view_model.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

/// What is read from a draft's bytes. All empty: they cannot be read.
struct DraftSummary {
  std::string title;   ///< 覃塘区 · 2023 年自评
  std::string filled;  ///< 已填报 62 / 72 项（86%）
  std::string id;      ///< the assessment's
};

inline const std::string kNamelessDraft = "无法识别的草稿";

std::string title_of(const Scheme& scheme, const Assessment& assessment);
DraftSummary summary_of(const Scheme& scheme, const Assessment& assessment);
StartModel::DraftEntry draft_entry(const Draft& draft, const DraftSummary& summary);
/// The file an unreadable draft is exported to.
std::string export_name(const Draft& draft);

std::string view_words(const UiState& ui);
/// What the scheme does not have (any more) is left out; at worst the overview is shown.
void restore_view(const std::string& words, const Scheme& scheme, UiState& ui);

}  // namespace luping
