// Verdicts as the tables of several subcommands show them.
#pragma once

#include <string>

#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping::cli {

/// ✓ ✗ ? ! ○ –
std::string mark_of(Result result);

/// ✓ 达标
std::string marked(Result result, Language language);

/// The gates, how many indicators came out how, and the conclusion; lines of text.
std::string conclusion_lines(const Scheme& scheme, const Evaluation& evaluation, Language language);

}  // namespace luping::cli
