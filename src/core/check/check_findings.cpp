#include "core/check/check_findings.h"

namespace luping {

void Findings::report(DiagnosticCode code, std::string_view pointer, Arguments arguments, Severity severity) {
  diagnostics_.push_back(diagnostic_at(code, pointer, arguments));
  diagnostics_.back().severity = severity;
}

std::string at(std::string_view list, std::size_t index) {
  std::string pointer = "/";
  pointer += list;
  pointer += '/';
  return pointer += std::to_string(index);
}

}  // namespace luping
