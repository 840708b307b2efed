#include "app/notice_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/text.h"

namespace luping {
namespace {

constexpr std::size_t kMostLines = 6;
constexpr std::size_t kMostNames = 8;  // of indicators in one line; of more than that the ids alone

struct Together {
  DiagnosticCode code;
  std::string_view text;  // 0 how many, 1 which
};

constexpr std::array kTogether = {
    Together{DiagnosticCode::indicator_changed,
             "有 {0} 项指标的要求在填报之后有了变化，原来填的内容保留，请逐项对照现在的要求核对：{1}。"},
    Together{DiagnosticCode::indicator_unverified,
             "有 {0} 项指标是按另一版本的指标体系填的，无法确认要求有没有变化，请逐项核对：{1}。"},
    Together{DiagnosticCode::answer_without_indicator,
             "现用的指标体系没有这 {0} 项指标，填的内容留在文件里，不参加判定：{1}。"},
    Together{DiagnosticCode::answer_without_input, "有 {0} 个计算项现在没有了，填的数留在文件里，不参加计算：{1}。"},
    Together{DiagnosticCode::answer_without_measure,
             "现用的指标体系没有这 {0} 项任务，填的进度留在文件里，不参加判定：{1}。"},
};

const Together* together(DiagnosticCode code) {
  const auto* found =
      std::find_if(kTogether.begin(), kTogether.end(), [code](const Together& one) { return one.code == code; });
  return found == kTogether.end() ? nullptr : found;
}

std::string line_of(const Diagnostic& diagnostic) {
  // The title names the file. A warning speaks of an answer, which people look for by its name and not by its line.
  const std::string place = place_of(diagnostic, Language::zh);
  const bool placed = diagnostic.severity == Severity::error && !place.empty();
  return (placed ? place + "：" : "") + message_of(diagnostic, Language::zh);
}

std::string line_of_all(const Together& kind, const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> names;
  for (const Diagnostic& one : diagnostics) {
    if (one.code == kind.code && !one.arguments.empty()) names.push_back(one.arguments.front());
  }
  if (names.size() > kMostNames) {
    for (std::string& name : names) name = name.substr(0, name.find(' '));
  }
  return format(kind.text, {std::to_string(names.size()), join(names, "、")});
}

}  // namespace

std::vector<std::string> notice_lines(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  std::vector<DiagnosticCode> told;
  std::size_t listed = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Together* kind = together(diagnostic.code);
    const bool again = kind != nullptr && std::find(told.begin(), told.end(), kind->code) != told.end();
    if (!again && lines.size() == kMostLines) continue;
    ++listed;
    if (again) continue;
    const auto alike = std::count_if(diagnostics.begin(), diagnostics.end(),
                                     [&](const Diagnostic& one) { return one.code == diagnostic.code; });
    const bool one_line = kind != nullptr && alike > 1;
    lines.push_back(one_line ? line_of_all(*kind, diagnostics) : line_of(diagnostic));
    if (one_line) told.push_back(kind->code);
  }
  if (listed < diagnostics.size())
    lines.push_back("另有 " + std::to_string(diagnostics.size() - listed) + " 处问题未列出。");
  return lines;
}

std::vector<Diagnostic> to_review(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> review;
  for (const Diagnostic& one : diagnostics) {
    if (together(one.code) != nullptr) review.push_back(one);
  }
  return review;
}

}  // namespace luping
