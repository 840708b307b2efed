#include <iostream>

#include "cli/commands.h"

int main(int argc, char** argv) {
  using namespace luping::cli;
  const ParsedOptions parsed = parse_options({argv + 1, argv + argc});
  if (!parsed.options) {
    std::cerr << parsed.problem << "\n\n" << usage(luping::Language::zh);
    return kBadInput;
  }
  const Options& options = *parsed.options;
  if (options.command == "help") std::cout << usage(options.language);
  if (options.command == "version") std::cout << program_version() << "\n";
  if (options.command == "evaluate") return run_evaluate(options);
  if (options.command == "check") return run_check(options);
  if (options.command == "explain") return run_explain(options);
  if (options.command == "scheme") return run_scheme(options);
  if (options.command == "carry-over") return run_carry_over(options);
  if (options.command == "rollup") return run_rollup(options);
  if (options.command == "what-if") return run_what_if(options);
  if (options.command == "progress") return run_progress(options);
  return kSatisfied;
}
