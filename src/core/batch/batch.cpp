#include "core/batch/batch.h"

#include <algorithm>
#include <cstring>

#include "core/analysis/gap.h"
#include "core/batch/block_evaluator.h"
#include "core/batch/scheme_compiler.h"
#include "core/judge/applicability.h"
#include "core/judge/evaluate.h"
#include "core/judge/quantity.h"
#include "core/text.h"

namespace luping {

using namespace batch;

Batch::Batch(const CompiledScheme& scheme) : scheme_(scheme), evaluator_(std::make_unique<BlockEvaluator>(*this)) {
  for (const Region& region : scheme.scheme().regions) region_index(region.id);
}
Batch::~Batch() = default;

void Batch::clear() {
  heads_.clear();
  ids_.clear();
  kept_.clear();
  whole_.clear();
}

// ---- rows --------------------------------------------------------------------------------------------------------------

void Batch::point_to(std::size_t row) {
  Block& block = *blocks_[row / kBlockRows];
  const std::size_t at = row % kBlockRows;
  row_ = row;
  figures_ = block.figures.data() + at;
  states_ = block.states.data() + at;
  bytes_ = block.bytes.data() + at;
}

Byte Batch::attribute_byte(const CompiledScheme::AttributeColumn& column, std::string_view value) const {
  if (value.empty()) return 0;
  for (std::size_t i = 0; i < column.words.size(); ++i) {
    if (column.words[i] == value) return static_cast<Byte>(i + 1);
  }
  return kOtherWord;
}

std::size_t Batch::region_index(std::string_view id) {
  if (last_region_ < regions_.size() && regions_[last_region_].id == id) return last_region_;
  // Files mostly come in the order of the scheme's regions.
  if (last_region_ + 1 < regions_.size() && regions_[last_region_ + 1].id == id) return ++last_region_;
  const auto [found, is_new] = region_indices_.emplace(std::string(id), regions_.size());
  last_region_ = found->second;
  if (!is_new) return last_region_;
  RegionBytes bytes;
  bytes.id = id;
  Assessment nobody;
  nobody.region = id;
  for (const auto& column : scheme_.attributes())
    bytes.attributes.push_back(attribute_byte(column, attribute_of(scheme_.scheme(), nobody, column.id)));
  for (const auto& column : scheme_.regions()) {
    const bool named = std::find(column.regions.begin(), column.regions.end(), id) != column.regions.end();
    bytes.regions.push_back(named ? Byte{kYes} : Byte{kNo});
  }
  regions_.push_back(std::move(bytes));
  return last_region_;
}

void Batch::open_row(std::string_view region, int year) {
  const std::size_t row = heads_.size();
  Head head;
  head.id = ids_.size();
  head.region = region_index(region);
  head.year = year;
  heads_.push_back(head);
  if (scheme_.is_unusual()) return;
  if (row / kBlockRows == blocks_.size()) {
    auto block = std::make_unique<Block>();
    block->figures.resize(scheme_.figures().size() * kFigureStride);
    block->states.resize(scheme_.figures().size() * kByteStride);
    block->bytes.resize(scheme_.defaults().size() * kByteStride);
    block->results.resize((scheme_.programs().size() + scheme_.gates().size() + 1) * kByteStride);
    blocks_.push_back(std::move(block));
  }
  if (row % kStrip == 0) {  // what an earlier use left, strip by strip
    Block& block = *blocks_[row / kBlockRows];
    Byte* const states = block.states.data() + row % kBlockRows;
    for (std::size_t i = 0; i < scheme_.figures().size(); ++i) std::memset(states + i * kByteStride, kBlank, kStrip);
    Byte* const bytes = block.bytes.data() + row % kBlockRows;
    for (std::size_t i = 0; i < scheme_.defaults().size(); ++i)
      std::memset(bytes + i * kByteStride, scheme_.defaults()[i], kStrip);
  }
  point_to(row);
  const RegionBytes& bytes = regions_[head.region];
  for (std::size_t i = 0; i < bytes.attributes.size(); ++i) *byte(scheme_.attributes()[i].column) = bytes.attributes[i];
  for (std::size_t i = 0; i < bytes.regions.size(); ++i) *byte(scheme_.regions()[i].column) = bytes.regions[i];
}

void Batch::close_row(std::string_view id) {
  heads_.back().id_size = id.size();
  ids_ += id;
}

void Batch::drop_row() {
  const std::size_t row = heads_.size() - 1;
  ids_.resize(heads_.back().id);
  heads_.pop_back();
  if (scheme_.is_unusual()) return;
  for (std::size_t i = 0; i < scheme_.figures().size(); ++i) {
    if (*state(static_cast<int>(i)) == kOpen) kept_.erase(row * scheme_.figures().size() + i);
    *state(static_cast<int>(i)) = kBlank;
  }
  for (std::size_t i = 0; i < scheme_.defaults().size(); ++i) *byte(static_cast<int>(i)) = scheme_.defaults()[i];
}

void Batch::set_attribute(std::string_view id, std::string_view value) {
  if (value.empty()) return;  // the scheme's word for the region stays
  for (const auto& column : scheme_.attributes()) {
    if (column.id == id) *byte(column.column) = attribute_byte(column, value);
  }
}

void Batch::keep(int slot, std::string_view text, std::string_view direction) {
  *figure(slot) = std::numeric_limits<double>::quiet_NaN();
  *state(slot) = kOpen;
  kept_[row_ * scheme_.figures().size() + static_cast<std::size_t>(slot)] = {std::string(text), std::string(direction)};
}

void Batch::set_figure(int slot, std::string_view text) {
  const FigureColumn& column = scheme_.figures()[static_cast<std::size_t>(slot)];
  char copy[24] = {};
  if (text.size() < sizeof copy) {
    std::copy(text.begin(), text.end(), copy);
    std::int64_t coefficient = 0;
    std::size_t decimals = 0;
    const char* const end = read_plain(copy, coefficient, decimals);
    if (end == copy + text.size() && store_figure(slot, coefficient, decimals)) return;
  }
  if (is_blank(text)) {
    *state(slot) = kBlank;
    return;
  }
  if (column.keep) return keep(slot, text, {});
  const Quantity read = read_quantity(scheme_.scheme(), text, column.unit);
  if (!read.ok()) {
    *state(slot) = kError;
    return;
  }
  if (!read.unit.empty() || !is_short(read.typed)) return keep(slot, text, {});
  const double value = exact_double(read.typed);
  *figure(slot) = value;
  const bool possible =
      value >= column.minimum && value <= column.maximum && !(column.integer && !read.number.is_integer());
  *state(slot) = possible ? Byte{kPass} : Byte{kError};
}

void Batch::set_target(int slot, std::string_view text, std::string_view direction) {
  const FigureColumn& column = scheme_.figures()[static_cast<std::size_t>(slot)];
  const bool against = column.judged && ((direction == "atLeast" && column.wanted == Direction::lower) ||
                                         (direction == "atMost" && column.wanted != Direction::lower));
  if ((against || column.keep) && !is_blank(text)) return keep(slot, text, direction);
  set_figure(slot, text);
}

void Batch::set_word(int column, const std::vector<std::string>& options, std::string_view word) {
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i] == word && !is_blank(word)) {
      *byte(column) = static_cast<Byte>(i);
      return;
    }
  }
  *byte(column) = is_blank(word) ? kBlankWord : kBadWord;
}

void Batch::settle_entry(const Program& program, std::string_view entry) {
  if (program.source != Program::Source::formula || entry == "inputs") return;
  if (entry.empty()) {
    for (const int slot : program.formula_inputs) {
      if (*state(slot) != kBlank) return;
    }
  }
  mark(program.marks, kFigureCounts);
}

// ---- rows from assessments ---------------------------------------------------------------------------------------------

void Batch::add_answer(const Indicator& indicator, const Program& program, const Answer& answer, int year) {
  if (program.value != kNoSlot) {
    if (program.source == Program::Source::word) {
      set_word(program.value, indicator.value.options, answer.value);
    } else {
      set_figure(program.value, answer.value);
    }
  }
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const auto typed = answer.inputs.find(indicator.value.inputs[i].id);
    if (program.inputs[i] != kNoSlot && typed != answer.inputs.end()) set_figure(program.inputs[i], typed->second);
  }
  settle_entry(program, answer.entry);
  if (program.baseline != kNoSlot) set_figure(program.baseline, answer.baseline.value);
  for (std::size_t i = 0; i < program.past.size(); ++i) {
    if (program.past[i] == kNoSlot) continue;
    const auto found = answer.history.find(std::to_string(year - static_cast<int>(i) - 1));
    if (found != answer.history.end()) set_figure(program.past[i], found->second.value);
  }
  if (program.target != kNoSlot) set_target(program.target, answer.target.value, answer.target.direction);
  if (is_in_force(answer.not_applicable)) mark(program.marks, kDeclared);
  if (const std::optional<Result> by_hand = result_set_by_hand(answer))
    mark(program.marks, static_cast<Byte>(static_cast<unsigned>(*by_hand) + 1));
  const bool has_evidence = std::any_of(answer.evidence.begin(), answer.evidence.end(), [](const Evidence& one) {
    return !is_blank(one.title) || !is_blank(one.document_number) || !is_blank(one.file_name);
  });
  if (has_evidence) mark(program.marks, kHasEvidence);
}

void Batch::add_measures(const Assessment& assessment) {
  const auto& measures = scheme_.scheme().measures;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto report = assessment.measures.find(measures[i].id);
    if (report == assessment.measures.end()) continue;
    const std::string& state = report->second.state;
    const unsigned step = state == "notStarted" ? 1U : state == "inProgress" ? 2U : state == "done" ? 3U : 0U;
    const unsigned declared = is_in_force(report->second.not_applicable) ? unsigned{kMeasureDeclared} : 0U;
    mark(scheme_.measures()[i], static_cast<Byte>(step | declared));
  }
}

void Batch::set_assigned(const Assessment& assessment) {
  const Scheme& scheme = scheme_.scheme();
  for (std::size_t i = 0; !assessment.targets.empty() && i < scheme.indicators.size(); ++i) {
    const Program& program = scheme_.programs()[i];
    const Indicator& indicator = scheme.indicators[i];
    const Target* assigned = program.target == kNoSlot ? nullptr : assigned_target(assessment, indicator.id, {});
    if (assigned != nullptr) set_target(program.target, assigned->value, assigned->direction);
    for (std::size_t k = 0; k < program.input_targets.size(); ++k) {
      if (program.input_targets[k] == kNoSlot) continue;
      assigned = assigned_target(assessment, indicator.id, indicator.value.inputs[k].id);
      if (assigned != nullptr) set_target(program.input_targets[k], assigned->value, assigned->direction);
    }
  }
  for (std::size_t i = 0; i < scheme.externals.size(); ++i) {
    if (scheme_.externals()[i] == kNoSlot) continue;
    const ExternalValue* value = external_value(assessment, scheme.externals[i].id);
    if (value != nullptr) set_figure(scheme_.externals()[i], value->value);
  }
}

void Batch::add(const Assessment& assessment) {
  open_row(assessment.region, assessment.year);
  if (scheme_.is_unusual()) {
    whole_.push_back(assessment);
    return close_row(assessment.id);
  }
  for (const auto& [id, value] : assessment.attributes) set_attribute(id, value);
  const Scheme& scheme = scheme_.scheme();
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    const auto answer = assessment.answers.find(scheme.indicators[i].id);
    if (answer != assessment.answers.end())
      add_answer(scheme.indicators[i], scheme_.programs()[i], answer->second, assessment.year);
  }
  add_measures(assessment);
  set_assigned(assessment);
  close_row(assessment.id);
}

bool Batch::set_value(std::size_t row, std::size_t indicator, std::string_view text, bool with_gaps) {
  const Program& program = scheme_.programs()[indicator];
  if (scheme_.is_unusual() || program.value == kNoSlot) return false;
  point_to(row);
  if (program.source == Program::Source::word) {
    set_word(program.value, scheme_.scheme().indicators[indicator].value.options, text);
    return evaluate_again(row, indicator, with_gaps);
  }
  if (*state(program.value) == kOpen)
    kept_.erase(row * scheme_.figures().size() + static_cast<std::size_t>(program.value));
  set_figure(program.value, text);
  if (program.source == Program::Source::formula) mark(program.marks, kFigureCounts);
  return evaluate_again(row, indicator, with_gaps);
}

// ---- verdicts ----------------------------------------------------------------------------------------------------------

void Batch::evaluate_unusual(std::size_t row, bool with_gaps) {
  const std::size_t width = scheme_.programs().size();
  const std::size_t gates = scheme_.gates().size();
  while (blocks_.size() <= row / kBlockRows) {
    blocks_.push_back(std::make_unique<Block>());
    blocks_.back()->results.resize((width + gates + 1) * kByteStride);
  }
  Block& block = *blocks_[row / kBlockRows];
  if (with_gaps) block.gaps.resize(width * kFigureStride);
  const std::size_t at = row % kBlockRows;
  const Evaluation evaluation = luping::evaluate(scheme_.scheme(), whole_[row]);
  for (std::size_t i = 0; i < width; ++i) {
    const Outcome& outcome = evaluation.indicators[i];
    block.results[i * kByteStride + at] = static_cast<Byte>(outcome.result);
    if (!with_gaps) continue;
    const std::optional<Gap> gap = gap_of(scheme_.scheme().indicators[i].rule, outcome.trace);
    block.gaps[i * kFigureStride + at] = gap ? to_double(gap->distance) : std::numeric_limits<double>::quiet_NaN();
  }
  for (std::size_t i = 0; i < gates; ++i)
    block.results[(width + i) * kByteStride + at] = static_cast<Byte>(evaluation.gates[i].result);
  block.results[(width + gates) * kByteStride + at] = static_cast<Byte>(evaluation.conclusion);
}

void Batch::evaluate(bool with_gaps) {
  if (scheme_.is_unusual()) {
    for (std::size_t row = 0; row < size(); ++row) evaluate_unusual(row, with_gaps);
    return;
  }
  for (std::size_t first = 0; first < size(); first += kBlockRows)
    evaluator_->run(first / kBlockRows, 0, std::min(kBlockRows, size() - first), with_gaps);
}

bool Batch::evaluate_again(std::size_t row, std::size_t indicator, bool with_gaps) {
  const std::size_t strip = row % kBlockRows / kStrip * kStrip;
  const std::size_t count = std::min(kStrip, size() - row / kBlockRows * kBlockRows - strip);
  evaluator_->run(row / kBlockRows, strip, count, with_gaps, indicator);
  return true;
}

Result Batch::result(std::size_t row, std::size_t indicator) const {
  return static_cast<Result>(blocks_[row / kBlockRows]->results[indicator * kByteStride + row % kBlockRows]);
}

double Batch::gap(std::size_t row, std::size_t indicator) const {
  return blocks_[row / kBlockRows]->gaps[indicator * kFigureStride + row % kBlockRows];
}

Result Batch::gate(std::size_t row, std::size_t gate) const { return result(row, scheme_.programs().size() + gate); }

Result Batch::conclusion(std::size_t row) const { return gate(row, scheme_.gates().size()); }

namespace {

/// Columns of a block, turned into rows of `count` entries.
template <typename T, typename Map>
void turn(const T* columns, std::size_t stride, std::size_t rows, std::size_t count, T* out, const Map& map) {
  constexpr std::size_t kTile = 16;  // rows at a time: their lines stay in the cache
  for (std::size_t first = 0; first < rows; first += kTile) {
    const std::size_t end = std::min(rows, first + kTile);
    for (std::size_t k = 0; k < count; ++k) {
      const T* column = columns + k * stride;
      for (std::size_t row = first; row < end; ++row) out[row * count + k] = map(column[row]);
    }
  }
}

}  // namespace

void Batch::copy_results(Byte* out, const Byte meaning[7]) const {
  const std::size_t width = scheme_.programs().size();
  for (std::size_t first = 0; first < size(); first += kBlockRows)
    turn(blocks_[first / kBlockRows]->results.data(), kByteStride, std::min(kBlockRows, size() - first), width,
         out + first * width, [&](Byte result) { return meaning[result]; });
}

void Batch::copy_gaps(double* out) const {
  const std::size_t width = scheme_.programs().size();
  for (std::size_t first = 0; first < size(); first += kBlockRows)
    turn(blocks_[first / kBlockRows]->gaps.data(), kFigureStride, std::min(kBlockRows, size() - first), width,
         out + first * width, [](double gap) { return gap; });
}

void Batch::copy_gates(Byte* out, const Byte meaning[7]) const {
  const std::size_t width = scheme_.programs().size();
  const std::size_t count = scheme_.gates().size() + 1;
  for (std::size_t first = 0; first < size(); first += kBlockRows)
    turn(blocks_[first / kBlockRows]->results.data() + width * kByteStride, kByteStride,
         std::min(kBlockRows, size() - first), count, out + first * count,
         [&](Byte result) { return meaning[result]; });
}

std::string_view Batch::id(std::size_t row) const {
  return std::string_view(ids_).substr(heads_[row].id, heads_[row].id_size);
}

std::string_view Batch::region(std::size_t row) const { return regions_[heads_[row].region].id; }

}  // namespace luping
