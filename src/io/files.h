// Bytes to values and back, for every format of docs/formats. Nothing here touches a disk.
//
// A parser reports everything it finds wrong, not just the first thing; with an error there is no value. Unknown fields
// are kept in the value and written again.
#pragma once

#include <string>
#include <string_view>

#include "core/check/parsed.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

enum class FileKind { unknown, scheme, assessment, targets, result };

/// What a file says it is, before anything else is read.
struct Identity {
  FileKind kind = FileKind::unknown;
  std::string scheme;                   ///< the scheme it belongs to, or is; may be empty
  std::vector<Diagnostic> diagnostics;  ///< errors when it is no readable file of ours
};

/// `file` is the name shown in diagnostics.
Identity identify(std::string_view bytes, std::string_view file);

/// The name of a kind for people: 自评文件, 目标文件 …
std::string_view name_of(FileKind kind);

Parsed<Scheme> parse_scheme(std::string_view bytes, std::string_view file);
Parsed<Assessment> parse_assessment(std::string_view bytes, std::string_view file, const Scheme& scheme);
Parsed<TargetPack> parse_targets(std::string_view bytes, std::string_view file, const Scheme& scheme);

/// A luping-assessment file. parse(write(a)) equals a, and write(parse(write(a))) has the same bytes as write(a).
std::string write_assessment(const Assessment& assessment);

}  // namespace luping
