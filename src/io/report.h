// One assessment's verdicts as plain texts and figures: the model every export is written from. Knows no format.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping {

struct ReportIndicator {
  std::string id;
  std::string group;  ///< （一）完善目标责任体系与生态制度建设
  std::string name;
  Obligation obligation = Obligation::task;
  std::string obligation_label;
  Result result = Result::notchecked;
  std::string result_label;
  std::string_view reason;  ///< token_of(Reason)
  /// What the rule gives, where a person set another result (then `reason` is setByHand).
  std::optional<Result> computed;
  std::string_view computed_reason;
  bool evidence_missing = false;  ///< required, and none is there
  std::string value;  ///< exact figure or status word; for a fraction that does not end, see `value_rounded`
  bool value_rounded = false;
  std::string value_shown;  ///< as on screen: 约 47.71
  std::string unit;
  std::string requirement;  ///< ≥ 50%
  std::string gap;          ///< signed figure; empty when there is none
  bool gap_rounded = false;
  std::string shortfall;  ///< 差 2.8 个百分点; of a result set by hand, that it is and what the rule gives
  std::string obstacle;   ///< why there is no verdict, in a few words
  std::string remedy;     ///< lever sentence
  std::string lever_input, lever_change;
  std::string explanation;
  std::string lead;
  std::string note;
};

struct ReportGate {
  std::string id;
  std::string title;
  bool required = true;
  Result result = Result::notapplicable;
  std::string sentence;
  std::size_t passed = 0;
  std::size_t applicable = 0;
};

struct Report {
  std::string file;
  std::string assessment;
  bool sample = false;
  std::string scheme_id, scheme_version, scheme_title;
  std::string region_id, region_name;
  int year = 0;
  Result conclusion = Result::informational;
  std::string conclusion_sentence;
  std::array<std::size_t, 7> counts{};
  std::vector<ReportGate> gates;
  std::vector<ReportIndicator> indicators;
};

Report build_report(const Scheme& scheme, const Assessment& assessment, const Evaluation& evaluation, std::string file,
                    Language language);

/// A luping-result file (docs/formats/result.md). `generator` names the program and its version.
std::string write_result(const std::vector<Report>& reports, std::string_view generator);

/// Comma separated values for spreadsheets (RFC 4180): UTF-8 with byte order mark, one row an indicator, headings in `language`.
/// A text that a spreadsheet would take for a formula is disarmed with a leading apostrophe.
std::string write_csv(const std::vector<Report>& reports, Language language);

}  // namespace luping
