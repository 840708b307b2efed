// What the tables of wordings share. Internal to diagnostic.cpp and diagnostic_english.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/diagnostic.h"

namespace luping {

struct Wording {
  DiagnosticCode code;
  std::string_view text;
};

/// Empty for a code the table lacks.
template <std::size_t N>
std::string_view wording_of(const std::array<Wording, N>& table, DiagnosticCode code) {
  for (const Wording& one : table) {
    if (one.code == code) return one.text;
  }
  return {};
}

/// {0} to {2} replaced by the arguments.
std::string filled(std::string_view wording, const std::vector<std::string>& arguments);

}  // namespace luping
