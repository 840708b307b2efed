// Where the parts of a check put what they find. Internal to the checks; check.h is their public face.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check/diagnostic.h"

namespace luping {

class Findings {
 public:
  void report(DiagnosticCode code, std::string pointer, std::vector<std::string> arguments,
              Severity severity = Severity::error) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.pointer = std::move(pointer);
    diagnostic.arguments = std::move(arguments);
    diagnostics_.push_back(std::move(diagnostic));
  }
  void warn(DiagnosticCode code, std::string pointer, std::vector<std::string> arguments) {
    report(code, std::move(pointer), std::move(arguments), Severity::warning);
  }

  /// An id that ought to name something: `found` is null when it does not. `kind` says what, in Chinese (diagnostic.cpp
  /// knows its English).
  void refer(const void* found, const std::string& id, std::string kind, std::string pointer) {
    if (found == nullptr) report(DiagnosticCode::unknown_reference, std::move(pointer), {id, std::move(kind)});
  }

  std::size_t size() const { return diagnostics_.size(); }
  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  std::vector<Diagnostic> diagnostics_;
};

/// `/indicators/3`
inline std::string at(std::string_view list, std::size_t index) {
  return "/" + std::string(list) + "/" + std::to_string(index);
}

/// The years that can be meant: what was typed is no year otherwise.
inline constexpr int kFirstYear = 1949;
inline constexpr int kLastYear = 2200;
inline bool is_plausible_year(int year) { return year >= kFirstYear && year <= kLastYear; }

}  // namespace luping
