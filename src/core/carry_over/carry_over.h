// What becomes of the answers of a file when its scheme has a new text: which still answer what is asked, and which need a look.
// Nothing is dropped by it.
#pragma once

#include <string>
#include <vector>

#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

/// Ids of the indicators answered, each in one list, in the order of the scheme; `gone` by id.
struct CarryOver {
  std::vector<std::string> kept;            ///< asks for the same as when it was answered
  std::vector<std::string> changed;         ///< asks for something else now
  std::vector<std::string> unknown_before;  ///< answered under another version that left no digest: cannot tell
  std::vector<std::string> gone;            ///< the scheme does not have it; the answer stays in the file
  bool operator==(const CarryOver&) const = default;
};

/// REQUIRES: the assessment is of a scheme of this id.
CarryOver carry_over(const Assessment& assessment, const Scheme& scheme);

/// Whether the assessment says it was made under another version than this one.
bool is_of_other_version(const Assessment& assessment, const Scheme& scheme);

/// Whether what the scheme does not have may stand in the assessment: it is of another version, or was brought from one.
bool may_hold_leftovers(const Assessment& assessment, const Scheme& scheme);

/// Brings the assessment under this version of the scheme. Answers keep the digest of what they were given to, so that a changed
/// requirement stays listed until the answer is edited. While something is left that only the version before asked for, that version
/// is noted.
void bring_under(Assessment& assessment, const Scheme& scheme);

}  // namespace luping
