#include "cli/verdicts.h"

#include "cli/table.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping::cli {

std::string mark_of(Result result) {
  switch (result) {
    case Result::pass:
      return "✓";
    case Result::fail:
      return "✗";
    case Result::unknown:
      return "?";
    case Result::error:
      return "!";
    case Result::notchecked:
      return "○";
    case Result::notapplicable:
    case Result::informational:
      break;
  }
  return "–";
}

std::string marked(Result result, Language language) {
  return mark_of(result) + " " + std::string(label_of(result, language));
}

std::string conclusion_lines(const Scheme& scheme, const Evaluation& evaluation, Language language) {
  const bool zh = language == Language::zh;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
    const Gate& gate = scheme.gates[i];
    const GateOutcome& outcome = evaluation.gates[i];
    rows.push_back({marked(outcome.result, language), gate.title,
                    gate_in_words(gate, outcome, language) +
                        (gate.required ? "" : (zh ? "（参考，不影响结论）" : " (for reference)"))});
  }
  std::string text = (zh ? "结论条件\n" : "Conclusion\n") + format_table(rows);
  std::vector<std::string> counts;
  for (const Result result : kAllResults) {
    const std::size_t count = evaluation.counts[static_cast<std::size_t>(result)];
    if (count > 0) counts.push_back(std::string(label_of(result, language)) + " " + std::to_string(count));
  }
  text += (zh ? "合计：" : "Total: ") + join(counts, zh ? "，" : ", ") + "\n";
  return text + (zh ? "结论：" : "Result: ") + conclusion_in_words(scheme, evaluation, language) + "\n";
}

}  // namespace luping::cli
