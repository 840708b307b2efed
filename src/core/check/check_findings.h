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
  void report(DiagnosticCode code, std::string_view pointer, Arguments arguments, Severity severity = Severity::error);
  void add(Diagnostic found) { diagnostics_.push_back(std::move(found)); }
  void warn(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
    report(code, pointer, arguments, Severity::warning);
  }

  /// An id that ought to name something: `found` is null when it does not. `kind` says what, in Chinese (diagnostic.cpp
  /// knows its English).
  void refer(const void* found, std::string_view id, std::string_view kind, std::string_view pointer) {
    if (found == nullptr) report(DiagnosticCode::unknown_reference, pointer, {id, kind});
  }

  std::size_t size() const { return diagnostics_.size(); }
  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  std::vector<Diagnostic> diagnostics_;
};

/// `/indicators/3`
std::string at(std::string_view list, std::size_t index);

/// The years that can be meant: what was typed is no year otherwise.
inline constexpr int kFirstYear = 1949;
inline constexpr int kLastYear = 2200;
inline bool is_plausible_year(int year) { return year >= kFirstYear && year <= kLastYear; }

}  // namespace luping
