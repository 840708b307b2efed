// The reference evaluator, near the physical limit: assessments are read straight into columns, and judged by one
// branch-free loop a rule. One source for a native program and a WebAssembly program (REF_MAIN), and for the module of
// peers/wasm-ref.mjs. It decides in doubles, so it is fast but not exact, and validates little.
//
//   ref SCHEME DATA EXPECTED [REPETITIONS]       prints one line of JSON
#include <cstdio>

#include "ref_judge.h"
#include "ref_parser.h"
#include "timing.h"

using reference::Byte;
using reference::Judge;
using reference::Parser;
using reference::Store;

#ifndef REF_MAIN

// ---- the module --------------------------------------------------------------------------------------------------------

static Store store;

extern "C" {

/// Takes a scheme and makes room for `capacity` assessments.
void ref_init(const char* scheme, int size, int capacity) {
  store.open(scheme, static_cast<std::size_t>(size), static_cast<std::size_t>(capacity));
}

/// Forgets the assessments.
void ref_reset() { store.count = 0; }

/// Adds assessments, one a line; the byte after the text is NUL. Returns how many there are, 0 on failure.
int ref_parse(const char* text, int size) {
  return static_cast<int>(Parser(store).parse(text, static_cast<std::size_t>(size)));
}

/// Changes the value of an indicator of an assessment.
void ref_set(int indicator, int row, double value) { store.column(indicator, reference::kValue)[row] = value; }

const Byte* ref_evaluate() {
  Judge(store).evaluate<false>();
  return store.verdicts.data();
}

/// With gaps and rolled-up verdicts.
const Byte* ref_evaluate_gap() {
  Judge judge(store);
  judge.evaluate<true>();
  judge.roll_up();
  return store.verdicts.data();
}

const double* ref_gap() { return store.gaps.data(); }

const Byte* ref_groups() { return store.group_verdicts.data(); }

/// The verdicts assessment by assessment.
void ref_transpose(Byte* out) {
  constexpr std::size_t kRows = 64;
  const std::size_t width = static_cast<std::size_t>(store.width);
  for (std::size_t first = 0; first < store.count; first += kRows) {
    const std::size_t end = std::min(store.count, first + kRows);
    for (std::size_t k = 0; k < width; ++k) {
      const Byte* verdicts = &store.verdicts[k * store.capacity];
      for (std::size_t i = first; i < end; ++i) out[i * width + k] = verdicts[i];
    }
  }
}

}  // extern "C"

#else

// ---- the program -------------------------------------------------------------------------------------------------------

namespace {

std::size_t count_wrong(const Store& store, const std::string& expected) {
  const std::size_t width = static_cast<std::size_t>(store.width);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < store.count; ++i) {
    for (std::size_t k = 0; k < width; ++k) {
      wrong += store.verdicts[k * store.capacity + i] != static_cast<Byte>(expected[i * width + k]);
    }
  }
  return wrong;
}

/// One assessment, again and again.
struct Single {
  static constexpr int kTimes = 2000;

  Store store;
  std::string line;

  Single(const std::string& scheme, const std::string& data)
      : store(scheme, 1), line(data.substr(0, data.find('\n'))) {}

  void from_text() {
    for (int i = 0; i < kTimes; ++i) {
      store.count = 0;
      Parser(store).parse(line.data(), line.size());
      Judge judge(store);
      judge.evaluate<true>();
      judge.roll_up();
    }
  }

  void evaluate() {
    for (int i = 0; i < kTimes; ++i) Judge(store).evaluate<false>();
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: ref SCHEME DATA EXPECTED [REPETITIONS]\n", stderr);
    return 2;
  }
  const std::string scheme = file_bytes(argv[1]);
  const std::string data = file_bytes(argv[2]);
  const std::string expected = file_bytes(argv[3]);
  const int repetitions = argc > 4 ? std::atoi(argv[4]) : 15;
  const int long_repetitions = std::max(3, repetitions / 3);

  Store store(scheme, static_cast<std::size_t>(std::count(data.begin(), data.end(), '\n')));
  Judge judge(store);
  const auto parse = [&] {
    store.count = 0;
    Parser(store).parse(data.data(), data.size());
  };
  const double parsing = median_seconds(long_repetitions, parse);
  const double verdicts = median_seconds(repetitions, [&] { judge.evaluate<false>(); });
  const double gaps = median_seconds(repetitions, [&] { judge.evaluate<true>(); });
  const double rolling = median_seconds(repetitions, [&] { judge.roll_up(); });
  const double end_to_end = median_seconds(long_repetitions, [&] {
    parse();
    judge.evaluate<true>();
    judge.roll_up();
  });

  Single single(scheme, data);
  const double one_text = median_seconds(repetitions, [&] { single.from_text(); }) / Single::kTimes;
  const double one_verdict = median_seconds(repetitions, [&] { single.evaluate(); }) / Single::kTimes;

  const double count = static_cast<double>(store.count);
  const double total = count * store.width;
  const double bytes = static_cast<double>(data.size());
  std::printf("{\"n\":%zu,\"wrong\":%zu", store.count, count_wrong(store, expected));
  std::printf(",\"verdicts_per_s\":%.0f,\"verdicts_gap_per_s\":%.0f", total / verdicts, total / gaps);
  std::printf(",\"verdicts_gap_rollup_per_s\":%.0f", total / (gaps + rolling));
  std::printf(",\"parse_mb_per_s\":%.0f,\"e2e_mb_per_s\":%.0f", bytes / parsing / 1e6, bytes / end_to_end / 1e6);
  std::printf(",\"e2e_assess_per_s\":%.0f", count / end_to_end);
  std::printf(",\"one_e2e_us\":%.2f,\"one_eval_us\":%.2f", one_text * 1e6, one_verdict * 1e6);
  std::printf(",\"columns_mb\":%.0f}\n", static_cast<double>(store.figures.size() * sizeof(double)) / 1e6);
  return 0;
}

#endif
