// Judges a strip or a block of a batch's rows: rules as loops over columns, what they leave open settled cell by cell, then gates.
// Part of Batch.
#pragma once

#include <memory>
#include <vector>

#include "core/batch/batch.h"
#include "core/batch/kernels.h"

namespace luping {

class BlockEvaluator {
 public:
  explicit BlockEvaluator(Batch& batch);

  static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

  /// `count` rows of a block from `first`, a multiple of the strip, on. With `only` an indicator, the others have been judged before.
  void run(std::size_t block, std::size_t first, std::size_t count, bool with_gaps, std::size_t only = kAll);

 private:
  using Byte = batch::Byte;
  using Codes = Byte[batch::kBlockRows];
  using Gaps = double[batch::kBlockRows];

  /// What a rule is about: its figures, and of each row the code that stands instead where there is none.
  struct Subject {
    batch::Figures figures;
    const Byte* states = nullptr;
  };

  const double* figure(int slot) const;
  const Byte* state(int slot) const;
  const Byte* byte(int column) const;
  double* scratch();

  void judge(std::size_t indicator, Byte* results, double* gaps);
  Subject value_of(const batch::Program& program);
  Subject formula_value(const batch::Program& program);
  batch::Figures run_steps(const std::vector<batch::Step>& steps, const batch::Figures& subject);
  batch::Figures operand(const batch::Operand& operand, const batch::Node& node, const batch::Figures& subject,
                         Byte* missing);

  // Each fills in the codes, and with gaps the distances and how far they are in proportion to the requirement.
  void run_node(const batch::Node& node, const Subject& value, Byte* codes, double* gaps, double* relative);
  void run_compare(const batch::Node& node, const Subject& value, Byte* codes, double* gaps, double* relative);
  void run_one_of(const batch::Node& node, const Subject& value, Byte* codes, double* gaps, double* relative);
  void run_stable(const batch::Node& node, const Subject& value, Byte* codes, double* gaps, double* relative);
  void run_composite(const batch::Node& node, const Subject& value, Byte* codes, double* gaps, double* relative);
  void run_choose(const batch::Node& node, const Subject& value, Byte* codes, double* gaps, double* relative);
  void compare(Comparison comparison, const batch::Figures& left, const batch::Figures& right, double widen,
               Byte* codes);
  void combine(bool all_of, Byte* codes, double* gaps, double* relative, const Byte* other, const double* other_gaps,
               const double* other_relative) const;
  /// A state that is not zero takes the place of the code.
  void cover(const Byte* states, Byte* codes) const;
  void guard(int slot, Byte* codes) const;
  void measure_gaps(const batch::Node& node, const batch::Figures& left, const batch::Figures& right, const Byte* codes,
                    double* gaps, double* relative) const;
  void clear_gaps(const Byte* codes, double* gaps) const;
  void holds(const std::vector<batch::Term>& terms, Byte* answers) const;
  void finish(std::size_t indicator, Byte* codes, Byte* results, double* gaps);
  void settle(std::size_t indicator, Byte* codes, double* gaps);
  void summarize(const batch::SummaryProgram& summary);
  void conclude();
  void rank_results();
  void judge_gate(std::size_t gate, Byte* ranks) const;
  void count_gate(std::size_t gate, Byte* ranks) const;

  Batch& batch_;
  Batch::Block* block_ = nullptr;
  std::size_t block_index_ = 0;
  std::size_t first_ = 0;  ///< row of the block
  std::size_t count_ = 0;  ///< rows that are there
  std::size_t rows_ = 0;   ///< the same, up to whole strips
  std::vector<std::unique_ptr<double[]>> scratch_;
  std::size_t scratch_used_ = 0;
  std::vector<Byte> ranks_;  ///< of the results, as gates combine them: a column an indicator
  std::vector<batch::Step> stable_steps_;
  batch::Step hundred_;
};

}  // namespace luping
