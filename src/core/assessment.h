// One region's answers for one year (docs/formats/assessment.md). Plain values; holds no verdicts.
//
// Numbers stand as the text typed: what cannot be read as a number is kept and judged `error`, never dropped.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/extras.h"

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
  std::string author;
  std::string modified_at;
  int revision = 0;
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

struct TargetPack {
  std::string id;
  bool sample = false;
  std::string scheme;
  std::string title;
  std::string issuer;
  std::string document_number;
  std::string date;
  std::vector<Target> targets;  ///< document number, date and issuer filled in from the pack
  Extras extras;
};

struct Assessment {
  std::string id;
  bool sample = false;
  std::string scheme_id;
  std::string scheme_version;
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
  Extras extras;
  bool operator==(const Assessment&) const = default;
};

/// Whether a declaration counts: made, and with a reason.
bool is_in_force(const NotApplicable& declaration);

/// Whether nothing at all was filled in.
bool is_empty(const Answer& answer);
bool is_empty(const MeasureReport& report);

/// The target of a pack (or copied from one) for this assessment's region and year; nullptr when none was assigned.
const Target* assigned_target(const Assessment& assessment, std::string_view indicator);

/// Copies the entries for the assessment's region (any year) from a pack, replacing those of the same indicator and year.
/// Returns how many entries concern the region.
std::size_t adopt_targets(Assessment& assessment, const TargetPack& pack);

}  // namespace luping
