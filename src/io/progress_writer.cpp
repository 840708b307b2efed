#include "io/analysis.h"
#include "io/analysis_parts.h"

namespace luping {
namespace {

std::string_view word_of(GoalSource source) {
  switch (source) {
    case GoalSource::assigned_target:
      return "assignedTarget";
    case GoalSource::typed_target:
      return "typedTarget";
    case GoalSource::threshold:
      return "threshold";
    case GoalSource::none:
      break;
  }
  return {};
}

void write_line(JsonWriter& json, const Scheme& scheme, const Indicator& indicator, const Progress& progress,
                Language language) {
  json.begin_object();
  write_indicator_head(json, indicator);
  json.text_if("unit", unit_label(scheme, indicator.value.unit));
  json.text("state", token_of(progress.state));
  if (progress.state == ProgressState::unknown) json.text("obstacle", token_of(progress.obstacle));
  std::vector<std::string> rounded;
  const auto number = [&](std::string_view key, const std::optional<Rational>& exact,
                          const std::optional<Decimal>& typed) {
    if (!exact) return;
    if (typed) {
      json.text(key, typed->to_string());
    } else {
      write_number(json, key, *exact, rounded);
    }
  };
  const auto year = [&](std::string_view key, int one) {
    if (one != 0) json.integer(key, one);
  };
  number("baseline", progress.baseline, progress.baseline_typed);
  year("baselineYear", progress.baseline_year);
  number("current", progress.current, progress.current_typed);
  number("goal", progress.goal, progress.goal_typed);
  year("goalYear", progress.goal_year);
  json.text_if("goalSource", word_of(progress.goal_source));
  number("share", progress.share, {});
  number("course", progress.course, {});
  number("pace", progress.pace, {});
  number("paceNeeded", progress.pace_needed, {});
  write_rounded(json, "rounded", rounded);
  json.text("sentence", progress_in_words(scheme, indicator, progress, language));
  json.end_object();
}

}  // namespace

std::string write_progress(const Scheme& scheme, const Assessment& assessment, std::string_view file,
                           std::string_view generator, Language language) {
  JsonWriter json;
  json.begin_object();
  write_head(json, "luping-progress", generator);
  json.text("file", file);
  json.text_if("assessment", assessment.id);
  json.truth("sample", assessment.sample);
  write_subject(json, scheme, assessment.region, assessment.year);
  json.begin_array("indicators");
  for (const Indicator& indicator : scheme.indicators) {
    if (indicator.value.kind == ValueKind::number)
      write_line(json, scheme, indicator, progress_of(scheme, assessment, indicator), language);
  }
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace luping
