#include <iostream>

#include "cli/commands.h"
#include "cli/load.h"
#include "core/words/explain.h"

namespace luping::cli {

int run_explain(const Options& options) {
  Loader loader(options);
  const auto loaded = loader.assessment(options.operands[0]);
  if (!loaded) return kBadInput;
  const Scheme& scheme = *loaded->scheme;
  const bool zh = options.language == Language::zh;
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    if (indicator.id != options.operands[1]) continue;
    const Evaluation evaluation = evaluate(scheme, loaded->assessment);
    const Outcome& outcome = evaluation.indicators[i];
    std::cout << indicator.id << " " << indicator.name << (zh ? "：" : ": ")
              << label_of(outcome.result, options.language) << "\n"
              << (zh ? "原文：“" : "Clause: “") << indicator.quote << "”\n"
              << (zh ? "要求：" : "Required: ") << rule_in_words(scheme, indicator, options.language) << "\n"
              << (zh ? "说明：" : "Why: ") << explain(scheme, loaded->assessment, indicator, outcome, options.language)
              << "\n";
    const std::string lever = lever_in_words(scheme, loaded->assessment, indicator, options.language);
    if (!lever.empty()) std::cout << (zh ? "差距：" : "To pass: ") << lever << "\n";
    for (const Reading& reading : scheme.readings) {
      for (const std::string& id : reading.indicators) {
        if (id == indicator.id) std::cout << (zh ? "口径：" : "Reading: ") << reading.chosen << "\n";
      }
    }
    const bool open = outcome.result != Result::pass && outcome.result != Result::notapplicable &&
                      outcome.result != Result::informational;
    return open ? kNotSatisfied : kSatisfied;
  }
  Diagnostic diagnostic;
  diagnostic.code = DiagnosticCode::unknown_indicator;
  diagnostic.file = options.operands[0];
  diagnostic.arguments = {options.operands[1]};
  std::cerr << to_line(diagnostic, options.language) << "\n";
  return kBadInput;
}

}  // namespace luping::cli
