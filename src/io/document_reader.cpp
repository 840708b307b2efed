#include "io/document_reader.h"

#include <algorithm>
#include <array>

namespace luping {
namespace {

struct Format {
  FileKind kind;
  std::string_view format;
  std::string_view name;
};

constexpr std::array kFormats = {
    Format{FileKind::scheme, "luping-scheme", "指标体系文件"},
    Format{FileKind::assessment, "luping-assessment", "自评文件"},
    Format{FileKind::targets, "luping-targets", "目标文件"},
    Format{FileKind::result, "luping-result", "评价结果文件"},
};

const Format* find_format(FileKind kind) {
  const auto* found =
      std::find_if(kFormats.begin(), kFormats.end(), [kind](const Format& one) { return one.kind == kind; });
  return found == kFormats.end() ? nullptr : found;
}

void report(std::vector<Diagnostic>& diagnostics, DiagnosticCode code, std::string_view pointer, Arguments arguments) {
  diagnostics.push_back(diagnostic_at(code, pointer, arguments));
}

}  // namespace

std::string_view format_of(FileKind kind) {
  const Format* format = find_format(kind);
  return format == nullptr ? std::string_view() : format->format;
}

std::string_view name_of(FileKind kind) {
  const Format* format = find_format(kind);
  return format == nullptr ? std::string_view("其他文件") : format->name;
}

FileKind read_head(const JsonTree& tree, std::vector<Diagnostic>& diagnostics) {
  const JsonNode* format = tree.root.find("format");
  const auto* known = format == nullptr || format->kind != JsonNode::Kind::string
                          ? kFormats.end()
                          : std::find_if(kFormats.begin(), kFormats.end(),
                                         [&](const Format& one) { return one.format == format->text; });
  if (known == kFormats.end()) {
    report(diagnostics, DiagnosticCode::not_our_file, format == nullptr ? "" : "/format", {});
    return FileKind::unknown;
  }
  const JsonNode* version = tree.root.find("formatVersion");
  if (version == nullptr) {
    report(diagnostics, DiagnosticCode::missing_field, "/formatVersion", {"formatVersion"});
    return FileKind::unknown;
  }
  if (version->kind != JsonNode::Kind::number || version->text != std::to_string(kFormatVersion)) {
    const bool plain = version->kind == JsonNode::Kind::number || version->kind == JsonNode::Kind::string;
    report(diagnostics, DiagnosticCode::unsupported_version, "/formatVersion",
           {plain ? version->text : std::string("?"), std::to_string(kFormatVersion)});
    return FileKind::unknown;
  }
  return known->kind;
}

Identity identify(std::string_view bytes, std::string_view file) {
  Identity identity;
  const JsonTree tree = parse_json(bytes);
  identity.diagnostics = tree.diagnostics;
  if (identity.diagnostics.empty()) {
    identity.kind = read_head(tree, identity.diagnostics);
    const JsonNode* scheme = tree.root.find(identity.kind == FileKind::scheme ? "id" : "scheme");
    if (scheme != nullptr && scheme->kind == JsonNode::Kind::object) scheme = scheme->find("id");
    if (scheme != nullptr && scheme->kind == JsonNode::Kind::string) identity.scheme = scheme->text;
  }
  locate(tree, file, identity.diagnostics);
  if (has_error(identity.diagnostics)) identity.kind = FileKind::unknown;
  return identity;
}

}  // namespace luping
