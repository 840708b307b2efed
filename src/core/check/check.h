// What JSON Schema cannot say: that ids resolve, rules fit their values, formulas name their inputs, answers fit the scheme.
//
// Diagnostics carry JSON pointers into the file the value came from; io adds line and column.
#pragma once

#include <vector>

#include "core/check/diagnostic.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

std::vector<Diagnostic> check(const Scheme& scheme);
std::vector<Diagnostic> check(const Assessment& assessment, const Scheme& scheme);
std::vector<Diagnostic> check(const TargetPack& pack, const Scheme& scheme);

/// One step of an RFC 6901 pointer, escaped.
std::string pointer_step(std::string_view key);

}  // namespace luping
