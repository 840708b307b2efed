#include "cli/load.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "assets/assets.h"
#include "io/files.h"

namespace luping::cli {
namespace {

constexpr std::size_t kLargestFile = std::size_t{50} << 20;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::optional<std::string> Loader::read(const std::string& path) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  std::string bytes;
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  if (file) {
    char buffer[65536];
    std::size_t got = 0;
    while (bytes.size() <= kLargestFile && (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0)
      bytes.append(buffer, got);
  }
  if (!file || std::ferror(file.get()) != 0) {
    diagnostic.code = DiagnosticCode::file_unreadable;
    diagnostic.arguments = {std::strerror(errno)};
  } else if (bytes.size() > kLargestFile) {
    diagnostic.code = DiagnosticCode::file_too_large;
    diagnostic.arguments = {std::to_string(kLargestFile >> 20)};
  } else {
    return bytes;
  }
  print({diagnostic});
  return std::nullopt;
}

void Loader::print(const std::vector<Diagnostic>& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics) std::cerr << to_line(diagnostic, options_.language) << "\n";
}

const Scheme* Loader::keep(Scheme scheme) {
  return schemes_.emplace_back(std::make_unique<Scheme>(std::move(scheme))).get();
}

const Scheme* Loader::scheme(const std::string& id) {
  for (const auto& known : schemes_) {
    if (!options_.scheme.empty() || known->id == id) return known.get();
  }
  if (!options_.scheme.empty()) {
    const auto bytes = read(options_.scheme);
    if (!bytes) return nullptr;
    Parsed<Scheme> parsed = parse_scheme(*bytes, options_.scheme);
    print(parsed.diagnostics);
    return parsed.value ? keep(*std::move(parsed.value)) : nullptr;
  }
  const assets::Asset* chosen = nullptr;
  for (const assets::Asset& asset : assets::schemes()) {
    if (id.empty() || identify(asset.bytes, asset.name).scheme == id) {
      chosen = &asset;
      break;
    }
  }
  // Of an unknown scheme the first one is given: the parser then says which one is wanted.
  if (chosen == nullptr) chosen = &assets::schemes().front();
  Parsed<Scheme> parsed = parse_scheme(chosen->bytes, chosen->name);
  print(parsed.diagnostics);
  return parsed.value ? keep(*std::move(parsed.value)) : nullptr;
}

std::optional<Loader::Loaded> Loader::assessment(const std::string& path) {
  const auto bytes = read(path);
  if (!bytes) return std::nullopt;
  const Identity identity = identify(*bytes, path);
  if (identity.kind == FileKind::unknown) {
    print(identity.diagnostics);
    return std::nullopt;
  }
  const Scheme* used = scheme(identity.scheme);
  if (used == nullptr) return std::nullopt;
  Parsed<Assessment> parsed = parse_assessment(*bytes, path, *used);
  print(parsed.diagnostics);
  if (!parsed.value || !add_targets(*parsed.value, *used)) return std::nullopt;
  return Loaded{*std::move(parsed.value), used};
}

std::optional<std::vector<TargetPack>> Loader::packs(const Scheme& scheme) {
  std::vector<TargetPack> packs;
  for (const std::string& path : options_.targets) {
    const auto bytes = read(path);
    if (!bytes) return std::nullopt;
    Parsed<TargetPack> pack = parse_targets(*bytes, path, scheme);
    print(pack.diagnostics);
    if (!pack.value) return std::nullopt;
    packs.push_back(*std::move(pack.value));
  }
  return packs;
}

bool Loader::add_targets(Assessment& assessment, const Scheme& scheme) {
  const auto all = packs(scheme);
  if (!all) return false;
  for (const TargetPack& pack : *all) adopt_targets(assessment, pack);
  return true;
}

bool Loader::check(const std::string& path) {
  const auto bytes = read(path);
  if (!bytes) return false;
  const Identity identity = identify(*bytes, path);
  std::vector<Diagnostic> diagnostics = identity.diagnostics;
  if (identity.kind == FileKind::scheme) diagnostics = parse_scheme(*bytes, path).diagnostics;
  if (identity.kind == FileKind::assessment || identity.kind == FileKind::targets) {
    const Scheme* used = scheme(identity.scheme);
    if (used == nullptr) return false;
    diagnostics = identity.kind == FileKind::assessment ? parse_assessment(*bytes, path, *used).diagnostics
                                                        : parse_targets(*bytes, path, *used).diagnostics;
  }
  print(diagnostics);
  return !has_error(diagnostics);
}

}  // namespace luping::cli
