// The conclusion's conditions over the results of a block: core/judge/gate.cpp as columns.
#include <algorithm>

#include "core/batch/block_evaluator.h"

namespace luping {

using namespace batch;

namespace {

// What allOf takes first has the greatest rank; 0 drops out.
enum Rank : Byte { kDropped = 0, kPassed = 1, kUnfilled = 2, kUndecided = 3, kWrong = 4, kFailed = 5 };

Bytes rank_of(Bytes results) {
  Bytes ranks{};
  const auto put = [&](Result result, Rank rank) { ranks |= equal(results, static_cast<Byte>(result)) & all(rank); };
  put(Result::pass, kPassed);
  put(Result::notchecked, kUnfilled);
  put(Result::unknown, kUndecided);
  put(Result::error, kWrong);
  put(Result::fail, kFailed);
  return ranks;
}

Bytes result_of(Bytes ranks) {
  Bytes results{};
  const auto put = [&](Rank rank, Result result) { results |= equal(ranks, rank) & all(static_cast<Byte>(result)); };
  put(kDropped, Result::notapplicable);
  put(kUnfilled, Result::notchecked);
  put(kUndecided, Result::unknown);
  put(kWrong, Result::error);
  put(kFailed, Result::fail);
  return results;  // pass is 0
}

Bytes greatest(Bytes a, Bytes b) { return select(as<Bytes>(a > b), a, b); }

}  // namespace

void BlockEvaluator::rank_results() {
  const std::size_t width = batch_.scheme_.programs().size();
  ranks_.resize(width * kBlockRows);
  for (std::size_t i = 0; i < width; ++i) {
    const Byte* results = block_->results.data() + i * kByteStride + first_;
    for (std::size_t row = 0; row < rows_; row += kStrip)
      store(ranks_.data() + i * kBlockRows + row, rank_of(load<Bytes>(results + row)));
  }
}

void BlockEvaluator::count_gate(std::size_t index, Byte* ranks) const {
  const Gate& gate = batch_.scheme_.scheme().gates[index];
  const GateProgram& program = batch_.scheme_.gates()[index];
  const auto& programs = batch_.scheme_.programs();
  for (std::size_t row = 0; row < count_; ++row) {
    std::size_t applicable = 0;
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t unfilled = 0;
    std::size_t without_evidence = 0;
    Byte open = kDropped;
    Byte whole = kDropped;
    for (const std::size_t i : program.indicators) {
      const Byte rank = ranks_[i * kBlockRows + row];
      if (rank == kDropped) continue;
      ++applicable;
      whole = std::max(whole, rank);
      if (rank != kFailed) open = std::max(open, rank);
      passed += rank == kPassed ? 1U : 0U;
      failed += rank == kFailed ? 1U : 0U;
      unfilled += rank == kUnfilled ? 1U : 0U;
      const bool lacks =
          programs[i].needs_evidence && rank != kUnfilled && (byte(programs[i].marks)[row] & kHasEvidence) == 0;
      without_evidence += lacks ? 1U : 0U;
    }
    ranks[row] = whole;
    if (gate.kind == GateKind::evidence_complete) {
      if (applicable != 0) ranks[row] = without_evidence + unfilled == 0 ? kPassed : kUnfilled;
      continue;
    }
    if (applicable == 0 && gate.kind == GateKind::share_pass) continue;
    const std::size_t least = program.needed[applicable];
    if (passed >= least) {
      ranks[row] = kPassed;
    } else if (applicable - failed < least) {
      ranks[row] = kFailed;
    } else {
      ranks[row] = open;  // enough of the rest may still pass: what keeps them open decides
    }
  }
  std::fill(ranks + count_, ranks + rows_, kDropped);
}

void BlockEvaluator::judge_gate(std::size_t index, Byte* ranks) const {
  const GateKind kind = batch_.scheme_.scheme().gates[index].kind;
  if (kind != GateKind::all_pass && kind != GateKind::no_veto) return count_gate(index, ranks);
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    Bytes whole{};
    for (const std::size_t i : batch_.scheme_.gates()[index].indicators)
      whole = greatest(whole, load<Bytes>(ranks_.data() + i * kBlockRows + row));
    store(ranks + row, whole);
  }
}

void BlockEvaluator::conclude() {
  rank_results();
  const auto& gates = batch_.scheme_.scheme().gates;
  const std::size_t width = batch_.scheme_.programs().size();
  Codes conclusion{};
  bool any_required = false;
  const auto write = [&](std::size_t column, const Byte* ranks) {
    Byte* results = block_->results.data() + (width + column) * kByteStride + first_;
    for (std::size_t row = 0; row < rows_; row += kStrip) store(results + row, result_of(load<Bytes>(ranks + row)));
  };
  for (std::size_t i = 0; i < gates.size(); ++i) {
    Codes ranks;
    judge_gate(i, ranks);
    write(i, ranks);
    if (!gates[i].required) continue;
    any_required = true;
    for (std::size_t row = 0; row < rows_; row += kStrip)
      store(conclusion + row, greatest(load<Bytes>(conclusion + row), load<Bytes>(ranks + row)));
  }
  write(gates.size(), conclusion);
  if (any_required) return;
  Byte* results = block_->results.data() + (width + gates.size()) * kByteStride + first_;
  std::fill(results, results + rows_, static_cast<Byte>(Result::informational));
}

void BlockEvaluator::summarize(const SummaryProgram& summary) {
  Codes whole{};
  for (const std::size_t i : summary.others) {
    const Byte* results = block_->results.data() + i * kByteStride + first_;
    for (std::size_t row = 0; row < rows_; row += kStrip)
      store(whole + row, greatest(load<Bytes>(whole + row), rank_of(load<Bytes>(results + row))));
  }
  const auto& measures = batch_.scheme_.measures();
  for (std::size_t i = 0; summary.measures && i < measures.size(); ++i) {
    Codes answers;
    holds(batch_.scheme_.measure_terms()[i], answers);
    const Byte* marks = byte(measures[i]);
    for (std::size_t row = 0; row < rows_; ++row) {
      const Byte mark = marks[row];
      Byte rank = (mark & kStateMask) == 3 ? kPassed : kFailed;
      if ((mark & kStateMask) == 0) rank = kUnfilled;
      if (answers[row] == kPerhaps) rank = kUndecided;
      if ((mark & kMeasureDeclared) != 0 || answers[row] == kNo) rank = kDropped;
      whole[row] = std::max(whole[row], rank);
    }
  }
  // Into the codes of rules, for what holds of every indicator: conditions, declarations, results set by hand.
  constexpr Byte kCodes[] = {kNotApplicable, kPass, kNotChecked, kUnknown, kError, kFail};
  for (std::size_t row = 0; row < rows_; ++row) whole[row] = kCodes[whole[row]];
  finish(summary.indicator, whole, block_->results.data() + summary.indicator * kByteStride + first_, nullptr);
}

}  // namespace luping
