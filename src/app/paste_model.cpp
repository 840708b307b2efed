#include "app/paste_model.h"

#include "app/fields.h"
#include "app/short_text.h"

namespace luping {
namespace {

/// A notice shows a few; the question shows all.
constexpr std::size_t kMostLines = 6;
constexpr std::size_t kMostCharacters = 40;

std::string place_of(const PastePlan::Refusal& refusal) {
  const std::string line = refusal.line == 0 ? "" : "第 " + std::to_string(refusal.line) + " 行";
  if (refusal.about.empty()) return line;
  return line + (line.empty() ? "" : " ") + "“" + in_short(refusal.about, kMostCharacters) + "”";
}

std::string text_of(const PastePlan::Refusal& refusal) {
  return refusal.text.empty() ? std::string() : "“" + in_short(refusal.text, kMostCharacters) + "”";
}

}  // namespace

Assessment with_pasted(const Assessment& assessment, const PastePlan& plan) {
  Assessment changed = assessment;
  for (const PastePlan::Step& step : plan.steps) write_field(changed, step.field, step.text);
  return changed;
}

std::string paste_name(const PastePlan& plan) { return "粘贴 " + std::to_string(plan.steps.size()) + " 项现状值"; }

std::vector<std::string> refusal_lines(const PastePlan& plan) {
  std::vector<std::string> lines;
  for (const PastePlan::Refusal& refusal : plan.refused) {
    if (lines.size() == kMostLines) {
      lines.push_back("还有 " + std::to_string(plan.refused.size() - kMostLines) + " 处。");
      break;
    }
    const std::string where = place_of(refusal) + text_of(refusal);
    lines.push_back((where.empty() ? "" : where + "：") + refusal.why + "。");
  }
  return lines;
}

PasteModel build_paste(const ViewSource& source, const PastePlan& plan) {
  PasteModel model;
  model.title = paste_name(plan) + "？";
  model.text = plan.way + "。";
  if (plan.same > 0) model.text += "有 " + std::to_string(plan.same) + " 格与表中相同，不改。";
  if (plan.blank > 0) model.text += "有 " + std::to_string(plan.blank) + " 格空白，原来的内容保留。";
  const Evaluation after = evaluate(source.scheme, with_pasted(source.assessment, plan));
  const auto chip_after = [&](const std::string& id) {
    for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i) {
      if (source.scheme.indicators[i].id == id) return chip_of(after.indicators[i]);
    }
    return Chip{};
  };
  for (const PastePlan::Step& step : plan.steps)
    model.changes.push_back({step.number, step.name, step.before, step.after, step.unit, chip_after(step.indicator)});
  if (!plan.refused.empty()) model.refused_title = "有 " + std::to_string(plan.refused.size()) + " 处放不进去";
  for (const PastePlan::Refusal& refusal : plan.refused)
    model.refused.push_back({place_of(refusal), text_of(refusal), refusal.why});
  model.answers = {"粘贴", "取消"};
  return model;
}

}  // namespace luping
