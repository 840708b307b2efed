#include "app/announcement.h"

#include <utility>

#include "core/words/explain.h"

namespace luping {
namespace {

// More would be a list read out, not a message.
constexpr std::size_t kNamed = 3;

std::string became(Result before, Result now) {
  return "由" + std::string(label_of(before, Language::zh)) + "变为" + std::string(label_of(now, Language::zh));
}

}  // namespace

Heard heard_of(std::string document, const Evaluation& evaluation) {
  Heard heard{std::move(document), {}, evaluation.conclusion};
  heard.indicators.reserve(evaluation.indicators.size());
  for (const Outcome& outcome : evaluation.indicators) heard.indicators.push_back(outcome.result);
  return heard;
}

std::string changes_in_words(const Scheme& scheme, const Heard& before, const Heard& now) {
  if (before.document != now.document || before.indicators.size() != now.indicators.size()) return {};
  std::string words;
  std::size_t changed = 0;
  for (std::size_t i = 0; i < now.indicators.size(); ++i) {
    if (before.indicators[i] == now.indicators[i]) continue;
    if (++changed > kNamed) continue;
    words += scheme.indicators[i].name + "：" + became(before.indicators[i], now.indicators[i]) + "。";
  }
  if (changed > kNamed) words += "共 " + std::to_string(changed) + " 项指标的判定有变化。";
  if (before.conclusion != now.conclusion) words += "总结论：" + became(before.conclusion, now.conclusion) + "。";
  return words;
}

}  // namespace luping
