// Settles one cell that doubles cannot decide: in fractions of machine words where they fit, else by evaluate_indicator() on an
// assessment that holds just this indicator's data. Part of Batch.
#pragma once

#include <optional>

#include "core/batch/batch.h"
#include "core/batch/fraction.h"

namespace luping {

class CellSettler {
 public:
  CellSettler(const Batch& batch, std::size_t indicator);

  struct Verdict {
    batch::Code code = batch::kOpen;
    double gap = std::numeric_limits<double>::quiet_NaN();
    double relative = 0;  ///< of the gap to the requirement
  };
  /// What the rule says, before conditions, declarations and results set by hand. Never kOpen.
  Verdict settle(std::size_t row);

  /// The row as an assessment with nothing but what this indicator's result depends on.
  Assessment rebuild(std::size_t row) const;

 private:
  using Fraction = batch::Fraction;

  struct Subject {
    batch::Code code = batch::kOpen;
    Fraction number;
  };
  /// A computed number, or the code that stands instead.
  struct Computed {
    batch::Code code = batch::kOpen;
    Fraction number;
  };

  batch::Byte state(int slot) const;
  double figure(int slot) const;
  batch::Byte byte(int column) const;
  std::string text(int slot) const;
  const Batch::Kept* kept(int slot) const;

  Subject subject_of(int slot) const;
  Subject value() const;
  Computed run_steps(const std::vector<batch::Step>& steps, const Fraction* subject) const;
  Verdict run_node(const batch::Node& node) const;
  Verdict run_compare(const batch::Node& node) const;
  Verdict run_stable(const batch::Node& node) const;
  Verdict run_members(const batch::Node& node) const;
  Verdict compared(Comparison comparison, const Fraction& left, const Fraction& right) const;
  Verdict exactly(std::size_t row) const;

  const Batch& batch_;
  const CompiledScheme& scheme_;
  const batch::Program& program_;
  const Indicator& indicator_;
  std::size_t row_ = 0;
  const Batch::Block* block_ = nullptr;
  Subject value_;
};

}  // namespace luping
