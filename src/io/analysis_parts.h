// The parts that roll-up, supposition and progress files have in common.
#pragma once

#include "core/judge/evaluate.h"
#include "io/json_writer.h"
#include "io/report.h"

namespace luping {

/// format, formatVersion, generator.
void write_head(JsonWriter& json, std::string_view format, std::string_view generator);

/// scheme, region and year.
void write_subject(JsonWriter& json, const Scheme& scheme, std::string_view region, int year);

/// id, name and obligation of an indicator, into the object that is open.
void write_indicator_head(JsonWriter& json, const Indicator& indicator);

/// value, rounded, unit and threshold of a report's line, those there are.
void write_figure(JsonWriter& json, const ReportIndicator& indicator);

/// result and sentence under `key`.
void write_conclusion(JsonWriter& json, std::string_view key, const Scheme& scheme, const Evaluation& evaluation,
                      Language language);

/// A figure with at most six decimals, cut toward minus infinity; its name goes to `rounded` when it does not end there.
void write_number(JsonWriter& json, std::string_view key, const Rational& number, std::vector<std::string>& rounded);

/// The names write_number() collected, left out when there are none.
void write_rounded(JsonWriter& json, std::string_view key, const std::vector<std::string>& rounded);

}  // namespace luping
