// The frame shared by the parsers: syntax, `format`, `formatVersion`, then the fields, then the checks, then the places.
#pragma once

#include <string_view>

#include "core/check/check.h"
#include "core/check/parsed.h"
#include "core/function_ref.h"
#include "io/files.h"
#include "io/object_reader.h"

namespace luping {

/// The one version of each format this release reads and writes.
inline constexpr int kFormatVersion = 1;

std::string_view format_of(FileKind kind);

/// Checks the head of a file of ours; returns its kind, or reports why there is none.
FileKind read_head(const JsonTree& tree, std::vector<Diagnostic>& diagnostics);

template <typename T>
Parsed<T> parse_document(std::string_view bytes, std::string_view file, FileKind wanted, T (*read)(ObjectReader&),
                         FunctionRef<std::vector<Diagnostic>(const T&)> check_value) {
  Parsed<T> parsed;
  JsonTree tree = parse_json(bytes);
  parsed.diagnostics = tree.diagnostics;
  if (parsed.diagnostics.empty()) {
    const FileKind kind = read_head(tree, parsed.diagnostics);
    if (kind == wanted) {
      ObjectReader reader(tree, tree.root, "", parsed.diagnostics);
      reader.text("format");
      reader.integer("formatVersion");
      parsed.value = read(reader);
      // The checks assume a well-shaped value.
      if (!has_error(parsed.diagnostics)) {
        std::vector<Diagnostic> found = check_value(*parsed.value);
        parsed.diagnostics.insert(parsed.diagnostics.end(), found.begin(), found.end());
      }
    } else if (kind != FileKind::unknown) {
      Diagnostic diagnostic;
      diagnostic.code = DiagnosticCode::unexpected_format;
      diagnostic.arguments = {std::string(name_of(kind)), std::string(name_of(wanted))};
      parsed.diagnostics.push_back(std::move(diagnostic));
    }
  }
  locate(tree, file, parsed.diagnostics);
  if (has_error(parsed.diagnostics)) parsed.value.reset();
  return parsed;
}

}  // namespace luping
