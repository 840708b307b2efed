// Diagnostics as the lines of a notice on screen: short, the alike ones together.
#pragma once

#include <string>
#include <vector>

#include "core/check/diagnostic.h"

namespace luping {

/// At most a handful of lines; the last says how many problems are not listed. What has to be reviewed after a change of the scheme
/// is one line a kind, which names every indicator.
std::vector<std::string> notice_lines(const std::vector<Diagnostic>& diagnostics);

/// Those about answers to another text of the scheme: changed, not verifiable, or without a place in it.
std::vector<Diagnostic> to_review(const std::vector<Diagnostic>& diagnostics);

}  // namespace luping
