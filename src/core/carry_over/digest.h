// A fingerprint of what an indicator asks for, by which an answer knows that the requirement it was given to has changed.
//
// It covers, as a canonical text hashed with SHA-256 (its first 32 hexadecimal digits are enough to tell texts apart):
// - quote and threshold quote, obligation;
// - the value: kind, unit, direction, minimum, maximum, whole numbers only, formula (without blanks), inputs (id, unit, minimum, maximum,
//   whole, of last year), options, and of a measure the clause it quotes and the regions that concerns;
// - the rule with all its parts: comparisons, thresholds in each form, references, strictness, tolerance and how gaps count;
// - the comparison method in force, the indicator's own or the scheme's;
// - applicability: the indicator's condition and its item's.
// A unit counts by its label, its quantity and what one of it is, not by its id; an external figure by its id and unit. Figures count
// with the digits they are written with: 95 and 95.0 are two thresholds.
//
// It leaves out what does not change what is asked: names, definitions, notes, examples, readings, the word of obligation, levers,
// roll-up, evidence, veto, gates, regions and organisations. Lists whose order means nothing (regions, attribute values, options,
// status words, obligations, inputs, references) are sorted; members of allOf and anyOf and the cases of choose keep their order.
#pragma once

#include <string>

#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

/// In place of a digest, of an answer that was given under a version of the scheme that is not known any more. Equal to no digest.
inline constexpr const char* kUnverifiedDigest = "unverified";

/// 32 lowercase hexadecimal digits. `indicator` is one of the scheme.
std::string indicator_digest(const Scheme& scheme, const Indicator& indicator);

/// Whether a text can be a digest at all.
bool is_digest(const std::string& text);

/// Notes, in answers to indicators of the scheme that have no digest, what was asked: the digest when the assessment was made under this
/// version of the scheme (or names none), else kUnverifiedDigest. An answer that has one keeps it.
void stamp_digests(Assessment& assessment, const Scheme& scheme);

}  // namespace luping
