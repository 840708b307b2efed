// What in an answer counts for nothing, is incomplete, or looks wrong. Warnings only: none of it keeps a file from being opened.
// Part of check(assessment, scheme); internal.
#pragma once

#include <string>

#include "core/check/check_findings.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

/// One answer; `pointer` is that of the answer.
void check_answer_details(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                          const Answer& answer, const std::string& pointer, Findings& findings);

/// Indicators whose required evidence is missing.
void check_required_evidence(const Scheme& scheme, const Assessment& assessment, Findings& findings);

/// The region's attributes as the assessment states them.
void check_stated_attributes(const Scheme& scheme, const Assessment& assessment, Findings& findings);

}  // namespace luping
