#include "io/analysis_parts.h"

#include <array>

#include "core/words/explain.h"
#include "io/document_reader.h"

namespace luping {

void write_head(JsonWriter& json, std::string_view format, std::string_view generator) {
  json.text("format", format);
  json.integer("formatVersion", kFormatVersion);
  json.text("generator", generator);
}

void write_subject(JsonWriter& json, const Scheme& scheme, std::string_view region, int year) {
  json.begin_object("scheme");
  json.text("id", scheme.id);
  json.text("version", scheme.version);
  json.end_object();
  const Region* found = find_region(scheme, region);
  json.begin_object("region");
  json.text("id", region);
  json.text_if("name", found == nullptr ? std::string_view() : std::string_view(found->name));
  json.end_object();
  json.integer("year", year);
}

void write_indicator_head(JsonWriter& json, const Indicator& indicator) {
  constexpr std::array<std::string_view, 4> kWords = {"must", "should", "strive", "task"};
  json.text("id", indicator.id);
  json.text("name", indicator.name);
  json.text("obligation", kWords[static_cast<std::size_t>(indicator.obligation)]);
}

void write_figure(JsonWriter& json, const ReportIndicator& indicator) {
  if (!indicator.value.empty()) {
    json.text("value", indicator.value);
    if (indicator.value_rounded) json.truth("rounded", true);
    json.text_if("unit", indicator.unit);
  }
  json.text_if("threshold", indicator.requirement);
}

void write_conclusion(JsonWriter& json, std::string_view key, const Scheme& scheme, const Evaluation& evaluation,
                      Language language) {
  json.begin_object(key);
  json.text("result", token_of(evaluation.conclusion));
  json.text("sentence", conclusion_in_words(scheme, evaluation, language));
  json.end_object();
}

void write_number(JsonWriter& json, std::string_view key, const Rational& number, std::vector<std::string>& rounded) {
  constexpr unsigned kDecimals = 6;
  json.text(key, to_text(number, kDecimals, Rounding::down));
  if (!is_exact(number, kDecimals)) rounded.emplace_back(key);
}

void write_rounded(JsonWriter& json, std::string_view key, const std::vector<std::string>& rounded) {
  if (rounded.empty()) return;
  json.begin_array(key);
  for (const std::string& name : rounded) json.text({}, name);
  json.end_array();
}

}  // namespace luping
