// Files from the disk into values, with every diagnostic printed to standard error.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "core/check/diagnostic.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping::cli {

class Loader {
 public:
  explicit Loader(const Options& options) : options_(options) {}

  /// The scheme of --scheme, or the shipped one of this id (empty: the default one). nullptr after an error was printed.
  const Scheme* scheme(const std::string& id);
  /// An assessment under its scheme, with the target packs of --targets adopted.
  struct Loaded {
    Assessment assessment;
    const Scheme* scheme = nullptr;
  };
  std::optional<Loaded> assessment(const std::string& path);
  /// Adopts what the packs of --targets hold for the assessment's region; false after errors.
  bool add_targets(Assessment& assessment, const Scheme& scheme);
  /// The packs of --targets, read under a scheme; nullopt after errors.
  std::optional<std::vector<TargetPack>> packs(const Scheme& scheme);
  /// Reads and checks a file of any kind; false after errors. Warnings are printed, too.
  bool check(const std::string& path);

 private:
  std::optional<std::string> read(const std::string& path);
  void print(const std::vector<Diagnostic>& diagnostics) const;
  const Scheme* keep(Scheme scheme);

  const Options& options_;
  std::vector<std::unique_ptr<Scheme>> schemes_;
};

}  // namespace luping::cli
