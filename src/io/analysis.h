// What the program reckons beyond single verdicts, as files for other programs: roll-ups, suppositions, progress
// (docs/formats/result.md). Never read back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/progress.h"
#include "core/analysis/rollup.h"
#include "core/analysis/what_if.h"

namespace luping {

/// The files a roll-up was made from: of each county in the order given, and the region's own; empty: none.
struct RollupFiles {
  std::vector<std::string> files;
  std::vector<std::string> regions;  ///< parallel to `files`
  std::string own;
};

/// A luping-rollup file. REQUIRES: the report has no problems.
std::string write_rollup(const Scheme& scheme, const RollupReport& report, const RollupFiles& files,
                         std::string_view generator, Language language);

/// One row an indicator, headings in `language` (io/csv.h). REQUIRES: the report has no problems.
std::string write_rollup_csv(const Scheme& scheme, const RollupReport& report, Language language);

/// A luping-what-if file. `assessment` is the one before. REQUIRES: the supposition had no problems.
std::string write_what_if(const Scheme& scheme, const Assessment& assessment, const Supposition& supposition,
                          const WhatIf& what_if, std::string_view file, std::string_view generator, Language language);

/// A luping-progress file, over the indicators that are figures.
std::string write_progress(const Scheme& scheme, const Assessment& assessment, std::string_view file,
                           std::string_view generator, Language language);

}  // namespace luping
