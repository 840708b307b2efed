// The words of the file formats and what they stand for; docs/formats/scheme.md explains each.
#pragma once

#include "core/model/rule.h"
#include "core/model/scheme.h"
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
inline constexpr Word<SeriesGaps> kSeriesGaps[] = {{"unknown", SeriesGaps::unknown}, {"skip", SeriesGaps::skip}};
inline constexpr Word<ReferenceKind> kReferenceKinds[] = {
    {"baseline", ReferenceKind::baseline},       {"pastYear", ReferenceKind::past_year},
    {"meanOfPast", ReferenceKind::mean_of_past}, {"target", ReferenceKind::target},
    {"external", ReferenceKind::external},       {"input", ReferenceKind::input}};
inline constexpr Word<RegionLevel> kRegionLevels[] = {
    {"province", RegionLevel::province}, {"city", RegionLevel::city}, {"county", RegionLevel::county}};
inline constexpr Word<ComparisonMethod> kComparisonMethods[] = {{"exact", ComparisonMethod::exact},
                                                                {"rounded", ComparisonMethod::rounded}};
inline constexpr Word<RollupMethod> kRollupMethods[] = {
    {"ratioOfSums", RollupMethod::ratio_of_sums},  {"sum", RollupMethod::sum},
    {"weightedMean", RollupMethod::weighted_mean}, {"worst", RollupMethod::worst},
    {"allPass", RollupMethod::all_pass},           {"countPass", RollupMethod::count_pass},
    {"cityOnly", RollupMethod::city_only}};
inline constexpr Word<OrganisationKind> kOrganisationKinds[] = {{"department", OrganisationKind::department},
                                                                {"government", OrganisationKind::government},
                                                                {"group", OrganisationKind::group}};
/// Kinds of value; an event is a status with the two options below.
inline constexpr std::string_view kEvent = "event";
inline constexpr std::string_view kNotOccurred = "未发生";
inline constexpr std::string_view kOccurred = "发生";
inline constexpr Word<ValueKind> kValueKinds[] = {{"number", ValueKind::number},
                                                  {"status", ValueKind::status},
                                                  {kEvent, ValueKind::status},
                                                  {"measure", ValueKind::measure},
                                                  {"none", ValueKind::none}};
inline constexpr Word<Direction> kDirections[] = {{"higher", Direction::higher}, {"lower", Direction::lower}};
inline constexpr Word<GateKind> kGateKinds[] = {{"allPass", GateKind::all_pass},
                                                {"atLeastPass", GateKind::at_least_pass},
                                                {"sharePass", GateKind::share_pass},
                                                {"noVeto", GateKind::no_veto},
                                                {"evidenceComplete", GateKind::evidence_complete}};

/// Rule words; a comparison stands for RuleKind::compare with that comparison, mustNotOccur for one_of 未发生.
inline constexpr std::string_view kMustNotOccur = "mustNotOccur";
inline constexpr Word<RuleKind> kRuleKinds[] = {{"informational", RuleKind::informational},
                                                {"atLeast", RuleKind::compare},
                                                {"moreThan", RuleKind::compare},
                                                {"atMost", RuleKind::compare},
                                                {"lessThan", RuleKind::compare},
                                                {"equals", RuleKind::compare},
                                                {"between", RuleKind::between},
                                                {"oneOf", RuleKind::one_of},
                                                {kMustNotOccur, RuleKind::one_of},
                                                {"meetsTarget", RuleKind::meets_target},
                                                {"change", RuleKind::change},
                                                {"allOf", RuleKind::all_of},
                                                {"stableOrImproving", RuleKind::stable_or_improving},
                                                {"anyOf", RuleKind::any_of},
                                                {"choose", RuleKind::choose},
                                                {"summary", RuleKind::summary}};

/// Of a rule about an input's target.
inline constexpr Word<Comparison> kTargetComparisons[] = {{"atLeast", Comparison::at_least},
                                                          {"atMost", Comparison::at_most}};

inline constexpr Word<bool> kEntries[] = {{"value", true}, {"inputs", true}};
inline constexpr Word<bool> kTargetDirections[] = {{"atLeast", true}, {"atMost", true}};
inline constexpr Word<bool> kMeasureStates[] = {{"notStarted", true}, {"inProgress", true}, {"done", true}};

}  // namespace luping::words
