// The command line, taken apart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/language.h"

namespace luping::cli {

enum class OutputFormat { table, json, csv, ndjson };

struct Options {
  std::string command;                  ///< evaluate, check, explain, scheme, rollup, what-if, progress, help, version
  std::vector<std::string> operands;    ///< what is neither an option nor the command
  std::vector<std::string> targets;     ///< --targets, may be given several times
  std::string scheme;                   ///< --scheme FILE; empty: the shipped ones
  std::string region;                   ///< --region: the region to roll up to; empty: the counties' own
  std::string own;                      ///< --own FILE: that region's own assessment
  std::vector<std::string> sets;        ///< --set INDICATOR=VALUE, may be given several times
  std::vector<std::string> thresholds;  ///< --threshold INDICATOR=NUMBER, likewise
  std::string write;                    ///< --write FILE: where carry-over writes the assessment
  OutputFormat format = OutputFormat::table;
  Language language = Language::zh;
};

struct ParsedOptions {
  std::optional<Options> options;
  std::string problem;  ///< one sentence in both languages when there are none
};

ParsedOptions parse_options(const std::vector<std::string>& arguments);

/// The usage text.
std::string usage(Language language);

}  // namespace luping::cli
