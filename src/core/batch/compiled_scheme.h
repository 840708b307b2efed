// A scheme made ready for batches: which columns its rules need, and a flat program for each indicator.
//
// Compiled once; a Batch holds rows for it. It accelerates evaluate() and never replaces it: what its programs cannot prove in
// doubles is settled by evaluate_indicator() (docs/decisions/0006-exact-and-fast.md).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/batch/program.h"
#include "core/model/scheme.h"

namespace luping {

class CompiledScheme {
 public:
  /// Keeps a pointer: the scheme must outlive the result and not change. REQUIRES: check(scheme) found no error.
  static CompiledScheme compile(const Scheme& scheme);

  const Scheme& scheme() const { return *scheme_; }
  /// A scheme beyond what columns can hold (hundreds of options, a summary inside another rule): its rows are kept whole and go
  /// through evaluate().
  bool is_unusual() const { return unusual_; }

  /// An attribute of regions that some condition or case asks for.
  struct AttributeColumn {
    std::string id;
    std::vector<std::string> words;  ///< word i stands as byte i + 1
    int column = batch::kNoSlot;
  };
  /// A list of regions some condition names.
  struct RegionColumn {
    std::vector<std::string> regions;
    int column = batch::kNoSlot;
  };

  const std::vector<batch::FigureColumn>& figures() const { return figures_; }
  /// What each byte column (words, marks, attributes, measures) holds before anything is entered.
  const std::vector<batch::Byte>& defaults() const { return defaults_; }
  const std::vector<batch::Program>& programs() const { return programs_; }
  const std::vector<AttributeColumn>& attributes() const { return attributes_; }
  const std::vector<RegionColumn>& regions() const { return regions_; }
  /// Parallel to Scheme::externals; kNoSlot where no rule needs it.
  const std::vector<int>& externals() const { return externals_; }
  /// Parallel to Scheme::measures.
  const std::vector<int>& measures() const { return measures_; }
  const std::vector<std::vector<batch::Term>>& measure_terms() const { return measure_terms_; }
  const std::vector<batch::GateProgram>& gates() const { return gates_; }
  const std::vector<batch::SummaryProgram>& summaries() const { return summaries_; }

 private:
  friend class SchemeCompiler;

  const Scheme* scheme_ = nullptr;
  bool unusual_ = false;
  std::vector<batch::FigureColumn> figures_;
  std::vector<batch::Byte> defaults_;
  std::vector<batch::Program> programs_;
  std::vector<AttributeColumn> attributes_;
  std::vector<RegionColumn> regions_;
  std::vector<int> externals_, measures_;
  std::vector<std::vector<batch::Term>> measure_terms_;
  std::vector<batch::GateProgram> gates_;
  std::vector<batch::SummaryProgram> summaries_;
};

}  // namespace luping
