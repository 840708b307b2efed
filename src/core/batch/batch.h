// Many assessments under one scheme, kept as columns and judged together.
//
// Rows come in one by one: from assessments (add), or part by part through a Row (io/batch_reader.h). evaluate() then judges all of
// them; every result, gate and conclusion is what luping::evaluate() gives for that assessment. Nothing is allocated for a verdict
// that doubles can prove; the rest goes through evaluate_indicator().
#pragma once

#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/batch/compiled_scheme.h"
#include "core/batch/powers.h"
#include "core/model/assessment.h"
#include "core/model/result.h"

namespace luping {

class BlockEvaluator;

class Batch {
 public:
  /// Keeps a reference: the scheme must outlive the batch.
  explicit Batch(const CompiledScheme& scheme);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  const CompiledScheme& compiled() const { return scheme_; }
  std::size_t size() const { return heads_.size(); }
  /// Forgets the rows, keeps the memory.
  void clear();

  /// Adds an assessment as a row. REQUIRES: check(assessment, scheme) found no error.
  void add(const Assessment& assessment);

  /// The row being filled in, cell by cell, for a scheme that is not unusual. REQUIRES of all: open_row() came before.
  void open_row(std::string_view region, int year);
  void set_attribute(std::string_view id, std::string_view value);
  /// A figure as typed.
  void set_figure(int slot, std::string_view text);
  void set_target(int slot, std::string_view text, std::string_view direction);
  void set_word(int column, const std::vector<std::string>& options, std::string_view word);
  void mark(int column, batch::Byte bits) { *byte(column) = static_cast<batch::Byte>(*byte(column) | bits); }
  /// Decides whether the inputs or the finished figure count. `entry` as in Answer.
  void settle_entry(const batch::Program& program, std::string_view entry);
  /// The targets and external figures of the assessment, which take the place of targets typed by hand. Its region and year are
  /// those of the row.
  void set_assigned(const Assessment& assessment);
  void close_row(std::string_view id);
  /// Takes the open row back.
  void drop_row();

  /// Reads an optional sign and digits with at most one point between them, 15 at most; returns where they end, nullptr when it is not
  /// that. REQUIRES: a byte after them that is neither a digit nor a point ends the text.
  static const char* read_plain(const char* at, std::int64_t& coefficient, std::size_t& decimals);
  /// Such a figure into its cell; false: it must be read from its text, by set_figure(). REQUIRES: fewer than 16 digits.
  bool store_figure(int slot, std::int64_t coefficient, std::size_t decimals);

  /// Judges all rows; gaps only when asked for.
  void evaluate(bool with_gaps);

  /// Puts another figure or word, as typed, into an indicator's value of a row that was evaluated, and judges again what rests on it:
  /// the indicator, summaries, gates, the conclusion. An indicator with a formula takes it as the finished figure. Returns false where
  /// the indicator takes no figure or word.
  bool set_value(std::size_t row, std::size_t indicator, std::string_view text, bool with_gaps);

  // Of a row, after evaluate().
  Result result(std::size_t row, std::size_t indicator) const;
  /// Signed distance to the requirement as gap_of() measures it, to the precision of a double; not a number: none. Where gaps were asked for.
  double gap(std::size_t row, std::size_t indicator) const;
  Result gate(std::size_t row, std::size_t gate) const;
  Result conclusion(std::size_t row) const;
  /// Results row by row, `meaning[result]` each; `out` has room for size() x indicators.
  void copy_results(batch::Byte* out, const batch::Byte meaning[7]) const;
  /// Gaps row by row; likewise.
  void copy_gaps(double* out) const;
  /// The row's gates and then its conclusion, row by row.
  void copy_gates(batch::Byte* out, const batch::Byte meaning[7]) const;

  std::string_view id(std::size_t row) const;
  std::string_view region(std::size_t row) const;
  int year(std::size_t row) const { return heads_[row].year; }

 private:
  friend class BlockEvaluator;
  friend class CellSettler;

  struct Block {
    std::vector<double> figures;
    std::vector<batch::Byte> states;  ///< of the figures
    std::vector<batch::Byte> bytes;
    std::vector<batch::Byte> results;  ///< indicators, gates, conclusion; a column each
    std::vector<double> gaps;
  };
  struct Head {
    std::size_t id = 0, id_size = 0;  ///< into ids_
    std::size_t region = 0;           ///< into regions_
    int year = 0;
  };
  /// A figure that stays text, with the direction of a target.
  struct Kept {
    std::string text;
    std::string direction;
  };
  /// A region that occurred: its attributes as the scheme gives them, and whether conditions name it.
  struct RegionBytes {
    std::string id;
    std::vector<batch::Byte> attributes;  ///< parallel to CompiledScheme::attributes()
    std::vector<batch::Byte> regions;     ///< parallel to CompiledScheme::regions()
  };

  double* figure(int slot) { return figures_ + static_cast<std::size_t>(slot) * batch::kFigureStride; }
  batch::Byte* state(int slot) { return states_ + static_cast<std::size_t>(slot) * batch::kByteStride; }
  batch::Byte* byte(int column) { return bytes_ + static_cast<std::size_t>(column) * batch::kByteStride; }
  void point_to(std::size_t row);
  void keep(int slot, std::string_view text, std::string_view direction);
  std::size_t region_index(std::string_view id);
  batch::Byte attribute_byte(const CompiledScheme::AttributeColumn& column, std::string_view value) const;
  void add_answer(const Indicator& indicator, const batch::Program& program, const Answer& answer, int year);
  void add_measures(const Assessment& assessment);
  bool evaluate_again(std::size_t row, std::size_t indicator, bool with_gaps);
  void evaluate_unusual(std::size_t row, bool with_gaps);

  const CompiledScheme& scheme_;
  std::vector<std::unique_ptr<Block>> blocks_;
  std::vector<Head> heads_;
  std::string ids_;
  std::vector<RegionBytes> regions_;
  std::unordered_map<std::string, std::size_t> region_indices_;
  std::size_t last_region_ = 0;
  std::unordered_map<std::size_t, Kept> kept_;  ///< by row and slot
  std::vector<Assessment> whole_;               ///< the rows of an unusual scheme
  std::unique_ptr<BlockEvaluator> evaluator_;
  // The cells of the open row.
  std::size_t row_ = 0;
  double* figures_ = nullptr;
  batch::Byte* states_ = nullptr;
  batch::Byte* bytes_ = nullptr;
};

__attribute__((always_inline)) inline bool Batch::store_figure(int slot, std::int64_t coefficient,
                                                               std::size_t decimals) {
  using namespace batch;
  const FigureColumn& column = scheme_.figures()[static_cast<std::size_t>(slot)];
  if (!column.plain || (column.integer && decimals > 0)) return false;
  double value = static_cast<double>(coefficient);
  if (decimals > 0) value /= kExactPowers[decimals];
  *figure(slot) = value;
  *state(slot) = value >= column.minimum && value <= column.maximum ? Byte{kPass} : Byte{kError};
  return true;
}

__attribute__((always_inline)) inline const char* Batch::read_plain(const char* at, std::int64_t& coefficient,
                                                                    std::size_t& decimals) {
  constexpr std::ptrdiff_t kMostDigits = 15;
  const bool negative = *at == '-';
  if (negative) ++at;
  const char* const whole = at;
  std::uint64_t digits = 0;
  unsigned digit = 0;
  while ((digit = static_cast<unsigned>(*at) - '0') < 10) {
    digits = digits * 10 + digit;
    ++at;
  }
  std::ptrdiff_t count = at - whole;
  decimals = 0;
  if (count == 0) return nullptr;
  if (*at == '.') {
    const char* const point = ++at;
    while ((digit = static_cast<unsigned>(*at) - '0') < 10) {
      digits = digits * 10 + digit;
      ++at;
    }
    if (at == point) return nullptr;
    decimals = static_cast<std::size_t>(at - point);
    count += at - point;
  }
  if (count > kMostDigits) return nullptr;
  coefficient = static_cast<std::int64_t>(digits);
  if (negative) coefficient = -coefficient;
  return at;
}

}  // namespace luping
