// One region's answers for one year (docs/formats/assessment.md). Plain values; holds no verdicts.
//
// Numbers stand as the text typed: what cannot be read as a number is kept and judged `error`, never dropped.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extras.h"
#include "core/model/result.h"

namespace luping {

struct Baseline {
  std::string value;
  std::string year;  ///< as typed; may be empty
  std::string source;
  Extras extras;
  bool operator==(const Baseline&) const = default;
};

/// The value of an earlier year.
struct PastValue {
  std::string value;
  std::string source;
  Extras extras;
  bool operator==(const PastValue&) const = default;
};

/// A target typed by hand into an answer.
struct TypedTarget {
  std::string value;
  std::string direction;  ///< "", "atLeast", "atMost"
  std::string document_number;
  std::string date;
  std::string issuer;
  Extras extras;
  bool operator==(const TypedTarget&) const = default;
};

struct Evidence {
  std::string id;
  std::string title;
  std::string document_number;  ///< 文号
  std::string issuer;
  std::string date;
  std::string file_name;
  std::string sha256;
  Extras extras;
  bool operator==(const Evidence&) const = default;
};

/// 不适用 as declared by a person; counts only with a reason.
struct NotApplicable {
  bool declared = false;
  std::string reason;
  Extras extras;
  bool operator==(const NotApplicable&) const = default;
};

/// 人工认定: a result set by a person; counts only when it says what, by whom and why.
struct Override {
  std::string result;     ///< a Result token; empty: none set
  std::string reason;     ///< why
  std::string authority;  ///< on what authority: a document, a meeting
  std::string author;     ///< who
  std::string date;       ///< when
  Extras extras;
  bool operator==(const Override&) const = default;
};

struct Answer {
  std::string value;
  std::map<std::string, std::string> inputs;
  std::string entry;  ///< "", "value" or "inputs": which of the two counts
  Baseline baseline;
  std::map<std::string, PastValue> history;  ///< by year
  TypedTarget target;
  std::string note;
  std::vector<Evidence> evidence;
  NotApplicable not_applicable;
  Override manual;  ///< `override` in files
  std::string author;
  std::string modified_at;
  int revision = 0;
  std::string indicator_digest;  ///< of the indicator's requirement when it was answered; see core/carry_over/digest.h
  Extras extras;
  bool operator==(const Answer&) const = default;
};

struct MeasureReport {
  std::string state;  ///< "", "notStarted", "inProgress", "done"
  std::string note;
  std::string date;
  NotApplicable not_applicable;
  Extras extras;
  bool operator==(const MeasureReport&) const = default;
};

/// A target assigned by the superior, as it stands in a pack or was copied from one.
struct Target {
  std::string region;
  std::string indicator;
  std::string input;  ///< input id; empty: the indicator's value
  int year = 0;
  std::string value;
  std::string direction;  ///< "", "atLeast", "atMost"
  std::string document_number;
  std::string date;
  std::string issuer;
  std::string note;
  Extras extras;
  bool operator==(const Target&) const = default;
};

/// A figure from outside (全区平均水平) for a year, for one region or for all.
struct ExternalValue {
  std::string id;      ///< an External of the scheme
  std::string region;  ///< empty: every region
  int year = 0;
  std::string value;
  std::string document_number;
  std::string date;
  std::string issuer;
  std::string note;
  Extras extras;
  bool operator==(const ExternalValue&) const = default;
};

struct TargetPack {
  std::string id;
  bool sample = false;
  std::string scheme;
  std::string title;
  std::string issuer;
  std::string document_number;
  std::string date;
  std::vector<Target> targets;           ///< document number, date and issuer filled in from the pack
  std::vector<ExternalValue> externals;  ///< likewise
  Extras extras;
};

struct Assessment {
  std::string id;
  bool sample = false;
  std::string scheme_id;
  std::string scheme_version;
  std::string carried_from;  ///< the version before, while the file still holds answers only that one asked for
  Extras scheme_extras;
  std::string region;
  int year = 0;
  std::string title;
  std::string note;
  std::string created_at;
  std::string modified_at;
  std::string review;
  std::map<std::string, std::string> attributes;
  std::map<std::string, Answer> answers;          ///< by indicator id
  std::map<std::string, MeasureReport> measures;  ///< by measure id
  std::vector<Target> targets;
  std::vector<ExternalValue> externals;
  Extras extras;
  bool operator==(const Assessment&) const = default;
};

/// Whether a declaration counts: made, and with a reason.
bool is_in_force(const NotApplicable& declaration);

/// A result a person may set: pass, fail, unknown or notapplicable. Any other would undo the answer or take the indicator out of its gate.
std::optional<Result> verdict_from_token(std::string_view token);

/// The result a person set, when the override counts: pass, fail, unknown or notapplicable, with a reason and an author.
std::optional<Result> result_set_by_hand(const Answer& answer);

/// Whether nothing at all was filled in.
bool is_empty(const Answer& answer);
bool is_empty(const MeasureReport& report);

/// The target of a pack (or copied from one) for this assessment's region and year; nullptr when none was assigned.
const Target* assigned_target(const Assessment& assessment, std::string_view indicator, std::string_view input = {});

/// The value of an external figure for this region and year: the region's own before one for all; nullptr when there is none.
const ExternalValue* external_value(const Assessment& assessment, std::string_view id);

/// Copies the entries for the assessment's region (any year) from a pack, replacing those of the same indicator, input and year,
/// and the external figures that concern it.
/// Returns how many entries concern the region.
std::size_t adopt_targets(Assessment& assessment, const TargetPack& pack);

}  // namespace luping
