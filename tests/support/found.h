// What a check found, without wording: code and pointer, comparable and printable.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "core/check/diagnostic.h"

namespace luping::test {

struct Found {
  DiagnosticCode code;
  std::string pointer;
  bool operator==(const Found&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << static_cast<int>(found.code) << " at " << found.pointer;
}

inline std::vector<Found> found(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Found> all;
  for (const Diagnostic& one : diagnostics) all.push_back({one.code, one.pointer});
  return all;
}

/// The same, of errors only; the rest must be warnings.
inline std::vector<Found> errors(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Found> all;
  for (const Diagnostic& one : diagnostics) {
    if (one.severity == Severity::error) all.push_back({one.code, one.pointer});
  }
  return all;
}

using Expected = std::vector<Found>;

}  // namespace luping::test
