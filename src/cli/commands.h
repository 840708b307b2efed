// One function a subcommand. Each prints to standard output and returns the exit status of the program.
#pragma once

#include "cli/options.h"

namespace luping::cli {

inline constexpr int kSatisfied = 0;
inline constexpr int kNotSatisfied = 1;
inline constexpr int kBadInput = 2;

int run_evaluate(const Options& options);
/// evaluate --format ndjson: many assessments, one a line, in bounded memory.
int run_stream(const Options& options);
int run_check(const Options& options);
int run_explain(const Options& options);
int run_scheme(const Options& options);
int run_carry_over(const Options& options);
int run_rollup(const Options& options);
int run_what_if(const Options& options);
int run_progress(const Options& options);

/// "luping 0.1.0"
std::string program_version();

}  // namespace luping::cli
