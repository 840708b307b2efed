// The words of the file formats and what they stand for; docs/formats/scheme.md explains each.
#pragma once

#include "core/rule.h"
#include "core/scheme.h"
#include "io/object_reader.h"

namespace luping::words {

inline constexpr Word<Obligation> kObligations[] = {{"must", Obligation::must},
                                                    {"should", Obligation::should},
                                                    {"strive", Obligation::strive},
                                                    {"task", Obligation::task}};
inline constexpr Word<Comparison> kComparisons[] = {{"atLeast", Comparison::at_least},
                                                    {"moreThan", Comparison::more_than},
                                                    {"atMost", Comparison::at_most},
                                                    {"lessThan", Comparison::less_than},
                                                    {"equals", Comparison::equals}};
inline constexpr Word<TargetSource> kTargetSources[] = {{"superior", TargetSource::superior},
                                                        {"plan", TargetSource::plan}};
inline constexpr Word<Reference> kReferences[] = {{"baseline", Reference::baseline},
                                                  {"previousYear", Reference::previous_year}};
inline constexpr Word<ChangeMeasure> kChangeMeasures[] = {{"absolute", ChangeMeasure::absolute},
                                                          {"percent", ChangeMeasure::percent}};
inline constexpr Word<RegionLevel> kRegionLevels[] = {{"city", RegionLevel::city}, {"county", RegionLevel::county}};
inline constexpr Word<OrganisationKind> kOrganisationKinds[] = {{"department", OrganisationKind::department},
                                                                {"government", OrganisationKind::government},
                                                                {"group", OrganisationKind::group}};
inline constexpr Word<ValueKind> kValueKinds[] = {{"number", ValueKind::number},
                                                  {"status", ValueKind::status},
                                                  {"measure", ValueKind::measure},
                                                  {"none", ValueKind::none}};
inline constexpr Word<Direction> kDirections[] = {{"higher", Direction::higher}, {"lower", Direction::lower}};
inline constexpr Word<GateKind> kGateKinds[] = {{"allPass", GateKind::all_pass},
                                                {"atLeastPass", GateKind::at_least_pass}};

/// Rule words; a comparison stands for RuleKind::compare with that comparison.
inline constexpr Word<RuleKind> kRuleKinds[] = {{"informational", RuleKind::informational},
                                                {"atLeast", RuleKind::compare},
                                                {"moreThan", RuleKind::compare},
                                                {"atMost", RuleKind::compare},
                                                {"lessThan", RuleKind::compare},
                                                {"equals", RuleKind::compare},
                                                {"between", RuleKind::between},
                                                {"oneOf", RuleKind::one_of},
                                                {"meetsTarget", RuleKind::meets_target},
                                                {"change", RuleKind::change},
                                                {"allOf", RuleKind::all_of},
                                                {"stableOrImproving", RuleKind::stable_or_improving},
                                                {"anyOf", RuleKind::any_of},
                                                {"choose", RuleKind::choose},
                                                {"summary", RuleKind::summary}};

inline constexpr Word<bool> kEntries[] = {{"value", true}, {"inputs", true}};
inline constexpr Word<bool> kTargetDirections[] = {{"atLeast", true}, {"atMost", true}};
inline constexpr Word<bool> kMeasureStates[] = {{"notStarted", true}, {"inProgress", true}, {"done", true}};

}  // namespace luping::words
