// Whether an indicator or a task concerns a region at all, and the attributes of regions that conditions ask for.
#pragma once

#include <string>
#include <string_view>

#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

/// The region's attribute as this assessment sees it: its own word, else the scheme's for the region, else for `level` and `type`
/// what the region's entry says; the level of a region that is not listed follows from its GB/T 2260 code. Empty: nobody gave it.
std::string attribute_of(const Scheme& scheme, const Assessment& assessment, std::string_view attribute);

struct Applicability {
  enum class Answer { yes, no, unknown } answer = Answer::yes;
  std::string attribute;  ///< unknown: the attribute that is missing
};

/// The part's own condition and its item's. A condition that asks for an attribute nobody gave is unknown.
Applicability applicability(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);
Applicability applicability(const Scheme& scheme, const Assessment& assessment, const Measure& measure);

/// False only when a condition excludes it.
bool applies(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);
bool applies(const Scheme& scheme, const Assessment& assessment, const Measure& measure);

}  // namespace luping
