#include "core/check/answer_check.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/check/check.h"
#include "core/check/plausibility.h"
#include "core/judge/evaluate.h"
#include "core/text.h"

namespace luping {
namespace {

using enum DiagnosticCode;

std::string named(const Indicator& indicator) { return indicator.id + " " + indicator.name; }

// Four digits; nullopt for anything else.
std::optional<int> year_of(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  int year = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return is_plausible_year(year) ? std::optional(year) : std::nullopt;
}

void check_past_year(std::string_view text, int year_of_assessment, const std::string& pointer, Findings& findings) {
  const std::optional<int> year = year_of(text);
  if (!year) return findings.warn(unknown_year, pointer, {std::string(text)});
  if (*year >= year_of_assessment)
    findings.warn(past_year_not_past, pointer, {std::string(text), std::to_string(year_of_assessment)});
}

void check_override(const Indicator& indicator, const Override& manual, const std::string& pointer,
                    Findings& findings) {
  if (is_blank(manual.result) && is_blank(manual.reason) && is_blank(manual.authority) && is_blank(manual.author))
    return;
  if (!is_blank(manual.result) && !verdict_from_token(manual.result)) {
    std::vector<std::string_view> tokens;
    for (const Result result : kAllResults) {
      if (verdict_from_token(token_of(result))) tokens.push_back(token_of(result));
    }
    findings.warn(override_unknown_result, pointer + "/result", {manual.result, join(tokens, " / ")});
  } else if (is_blank(manual.result) || is_blank(manual.reason) || is_blank(manual.author)) {
    findings.warn(override_incomplete, pointer, {named(indicator)});
  }
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

void check_evidence(const std::vector<Evidence>& evidence, const std::string& pointer, Findings& findings) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const std::string own = pointer + "/" + std::to_string(i);
    if (!evidence[i].id.empty() && !ids.insert(evidence[i].id).second)
      findings.warn(duplicate_id, own + "/id", {evidence[i].id});
    if (!is_blank(evidence[i].sha256) && !is_sha256(evidence[i].sha256))
      findings.warn(sha256_malformed, own + "/sha256", {evidence[i].sha256});
  }
}

}  // namespace

void check_answer_details(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                          const Answer& answer, const std::string& pointer, Findings& findings) {
  if (indicator.value.kind == ValueKind::measure) {
    if (!is_blank(answer.value)) findings.warn(answer_ignored, pointer + "/value", {named(indicator)});
    // What the measure declares as well is not lost.
    if (answer.not_applicable.declared && !is_in_force(declaration_of(assessment, indicator)))
      findings.warn(answer_ignored, pointer + "/notApplicable", {named(indicator)});
  }
  if (!is_blank(answer.baseline.year))
    check_past_year(answer.baseline.year, assessment.year, pointer + "/baseline/year", findings);
  for (const auto& [year, past] : answer.history)
    check_past_year(year, assessment.year, pointer + "/history" + pointer_step(year), findings);
  check_override(indicator, answer.manual, pointer + "/override", findings);
  check_evidence(answer.evidence, pointer + "/evidence", findings);
  for (const Implausible& one : implausible(scheme, assessment, indicator)) {
    Diagnostic warning = warning_of(one, indicator);
    warning.severity = Severity::warning;
    findings.add(std::move(warning));
  }
}

void check_required_evidence(const Scheme& scheme, const Assessment& assessment, Findings& findings) {
  for (const Indicator& indicator : scheme.indicators) {
    if (!indicator.evidence_required || !evaluate_indicator(scheme, assessment, indicator, nullptr).evidence_missing)
      continue;
    const bool answered = assessment.answers.count(indicator.id) != 0;
    findings.warn(
        evidence_missing,
        answered ? "/answers" + pointer_step(indicator.id) : "/measures" + pointer_step(indicator.value.measure),
        {named(indicator), indicator.evidence_note.empty() ? std::string() : "（" + indicator.evidence_note + "）"});
  }
}

void check_stated_attributes(const Scheme& scheme, const Assessment& assessment, Findings& findings) {
  for (const auto& [attribute, word] : assessment.attributes) {
    const std::string pointer = "/attributes" + pointer_step(attribute);
    std::vector<std::string> words;
    if (const Attribute* declared = find_attribute(scheme, attribute)) {
      words = declared->values;
    } else if (attribute == "level") {
      for (const RegionLevel level : {RegionLevel::province, RegionLevel::city, RegionLevel::county})
        words.emplace_back(word_of(level));
    } else {
      if (attribute != "type") findings.warn(attribute_unknown, pointer, {attribute});
      continue;
    }
    if (!is_blank(word) && std::find(words.begin(), words.end(), word) == words.end())
      findings.warn(attribute_word_unknown, pointer, {word, attribute, join(words, "、")});
  }
}

}  // namespace luping
