// The batch engine as a WebAssembly module for hosts without a screen: a flat C interface over one scheme and one batch.
//
// Texts come in through a buffer of the module's own (text_buffer); what is returned as a pointer stays valid until the next call.
// A call that fails returns 0 and leaves one line in error_text(); records that are refused leave one line each in it.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>
#include <vector>

#include "core/batch/batch.h"
#include "io/batch_reader.h"
#include "io/files.h"

namespace luping {
namespace {

struct State {
  std::string text;
  std::string error;
  std::unique_ptr<Scheme> scheme;
  std::unique_ptr<CompiledScheme> compiled;
  std::unique_ptr<Batch> batch;
  std::unique_ptr<BatchReader> reader;
  std::vector<batch::Byte> results, gates;
  std::vector<double> gaps;
};

State& state() {
  static State one;
  return one;
}

void report(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) state().error += line_in_chinese(diagnostic) + "\n";
  }
}

std::size_t count(int number) { return static_cast<std::size_t>(number); }

}  // namespace
}  // namespace luping

using luping::state;

extern "C" {

/// Where the next text of `size` bytes is to be put.
EMSCRIPTEN_KEEPALIVE char* luping_text_buffer(int size) {
  std::string& text = state().text;
  if (text.size() < luping::count(size) + luping::BatchReader::kPadding)
    text.resize(luping::count(size) + luping::BatchReader::kPadding);
  return text.data();
}

/// Takes the text as a scheme; all rows are gone. Returns the number of indicators, 0 on failure.
EMSCRIPTEN_KEEPALIVE int luping_load_scheme(int size) {
  auto& one = state();
  one.error.clear();
  luping::Parsed<luping::Scheme> parsed = luping::parse_scheme({one.text.data(), luping::count(size)}, "scheme");
  luping::report(parsed.diagnostics);
  if (!parsed.value) return 0;
  one.reader.reset();
  one.batch.reset();
  one.scheme = std::make_unique<luping::Scheme>(*std::move(parsed.value));
  one.compiled = std::make_unique<luping::CompiledScheme>(luping::CompiledScheme::compile(*one.scheme));
  one.batch = std::make_unique<luping::Batch>(*one.compiled);
  one.reader = std::make_unique<luping::BatchReader>(*one.batch);
  return static_cast<int>(one.scheme->indicators.size());
}

EMSCRIPTEN_KEEPALIVE int luping_gate_count() { return static_cast<int>(state().scheme->gates.size()); }

/// Forgets the rows and begins with line 1 again.
EMSCRIPTEN_KEEPALIVE void luping_clear() {
  state().batch->clear();
  state().reader->set_line(0);
  state().error.clear();
}

/// Adds the lines of the text as rows; refused ones are reported and left out. Returns how many rows there are.
EMSCRIPTEN_KEEPALIVE int luping_read(int size) {
  auto& one = state();
  one.text[luping::count(size)] = '\0';
  std::string_view rest(one.text.data(), luping::count(size));
  while (true) {
    const luping::BatchReader::Read read = one.reader->next(rest, "", true);
    if (read == luping::BatchReader::Read::end) break;
    if (read == luping::BatchReader::Read::refused) luping::report(one.reader->diagnostics());
  }
  return static_cast<int>(one.batch->size());
}

EMSCRIPTEN_KEEPALIVE void luping_evaluate(int with_gaps) { state().batch->evaluate(with_gaps != 0); }

/// Row by row, a byte an indicator: meaning[result], for `meaning` seven bytes in the order of core/model/result.h.
EMSCRIPTEN_KEEPALIVE const unsigned char* luping_results(const unsigned char* meaning) {
  auto& one = state();
  one.results.resize(one.batch->size() * one.scheme->indicators.size());
  one.batch->copy_results(one.results.data(), meaning);
  return one.results.data();
}

/// The same of a single row.
EMSCRIPTEN_KEEPALIVE const unsigned char* luping_row(int row, const unsigned char* meaning) {
  auto& one = state();
  one.results.resize(one.scheme->indicators.size());
  for (std::size_t i = 0; i < one.results.size(); ++i)
    one.results[i] = meaning[static_cast<std::size_t>(one.batch->result(luping::count(row), i))];
  return one.results.data();
}

/// Row by row; not a number where there is none. After an evaluation with gaps.
EMSCRIPTEN_KEEPALIVE const double* luping_gaps() {
  auto& one = state();
  one.gaps.resize(one.batch->size() * one.scheme->indicators.size());
  one.batch->copy_gaps(one.gaps.data());
  return one.gaps.data();
}

/// Row by row, the gates and then the conclusion.
EMSCRIPTEN_KEEPALIVE const unsigned char* luping_gates(const unsigned char* meaning) {
  auto& one = state();
  one.gates.resize(one.batch->size() * (one.scheme->gates.size() + 1));
  one.batch->copy_gates(one.gates.data(), meaning);
  return one.gates.data();
}

/// Puts the text in as an indicator's value and judges again what rests on it.
EMSCRIPTEN_KEEPALIVE int luping_set_value(int row, int indicator, int size, int with_gaps) {
  auto& one = state();
  const std::string_view text(one.text.data(), luping::count(size));
  return one.batch->set_value(luping::count(row), luping::count(indicator), text, with_gaps != 0) ? 1 : 0;
}

/// How many records went through the full parser since the scheme was loaded.
EMSCRIPTEN_KEEPALIVE int luping_long_way() { return static_cast<int>(state().reader->long_way()); }

EMSCRIPTEN_KEEPALIVE const char* luping_error_text() { return state().error.c_str(); }

}  // extern "C"
