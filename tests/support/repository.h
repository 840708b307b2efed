// Files of the repository as tests see them: the shipped scheme and samples, byte for byte.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "core/model/scheme.h"
#include "io/files.h"

namespace luping::test {

inline constexpr const char* kSchemeFile = "assets/schemes/guigang-2023.scheme.json";
inline constexpr const char* kGapsFile = "assets/samples/sample-450804-2023.assessment.json";
inline constexpr const char* kGoodFile = "assets/samples/sample-450881-2023.assessment.json";
inline constexpr const char* kTargetsFile = "assets/samples/sample-2023.targets.json";

inline std::string read_repository_file(const std::string& path) {
  std::ifstream file(std::string(LUPING_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  EXPECT_FALSE(bytes.str().empty()) << path;
  return bytes.str();
}

inline std::string lines_of(const std::vector<Diagnostic>& diagnostics) {
  std::string lines;
  for (const Diagnostic& diagnostic : diagnostics) lines += to_line(diagnostic, Language::zh) + "\n";
  return lines;
}

/// The shipped scheme.
inline const Scheme& guigang() {
  static const Scheme scheme = [] {
    Parsed<Scheme> parsed = parse_scheme(read_repository_file(kSchemeFile), "scheme");
    EXPECT_TRUE(parsed.value) << lines_of(parsed.diagnostics);
    return parsed.value ? *std::move(parsed.value) : Scheme{};
  }();
  return scheme;
}

/// `text` with the one place where `from` stands changed into `to`.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

}  // namespace luping::test
