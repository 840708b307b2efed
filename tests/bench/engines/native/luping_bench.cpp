// Our own engine as a native program: prints the same line of JSON as ref.cpp's.
//
//   luping SCHEME DATA EXPECTED [REPETITIONS]
//   luping --stream SCHEME DATA EXPECTED             in chunks, as the command line reads; with its peak memory
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "core/batch/batch.h"
#include "io/batch_reader.h"
#include "io/files.h"
#include "timing.h"

namespace {

using luping::Batch;
using luping::BatchReader;

constexpr luping::batch::Byte kMeaning[7] = {0, 1, 2, 2, 3, 2, 2};

luping::Scheme scheme_of(const char* file) {
  luping::Parsed<luping::Scheme> parsed = luping::parse_scheme(file_bytes(file), file);
  if (!parsed.value) {
    for (const luping::Diagnostic& one : parsed.diagnostics)
      std::fprintf(stderr, "%s\n", luping::to_line(one, luping::Language::en).c_str());
    std::exit(2);
  }
  return *std::move(parsed.value);
}

std::size_t count_wrong(const Batch& batch, const std::string& expected, std::size_t first) {
  const std::size_t width = batch.compiled().programs().size();
  std::vector<luping::batch::Byte> results(batch.size() * width);
  batch.copy_results(results.data(), kMeaning);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < results.size(); ++i)
    wrong += results[i] != static_cast<luping::batch::Byte>(expected[first * width + i]) ? 1 : 0;
  return wrong;
}

void read_all(BatchReader& reader, Batch& batch, std::string_view text) {
  batch.clear();
  while (reader.next(text, "", true) != BatchReader::Read::end) {
  }
}

/// Chunk by chunk from the disk: the memory does not grow with the file.
int stream(char** argv) {
  constexpr std::size_t kChunk = std::size_t{1} << 20;
  const luping::Scheme scheme = scheme_of(argv[0]);
  const luping::CompiledScheme compiled = luping::CompiledScheme::compile(scheme);
  Batch batch(compiled);
  BatchReader reader(batch);
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> data(std::fopen(argv[1], "rb"), std::fclose);
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> expected(std::fopen(argv[2], "rb"), std::fclose);
  if (!data || !expected) return 2;
  const std::size_t width = compiled.programs().size();
  std::string text;
  std::string codes;
  std::size_t kept = 0;
  std::size_t rows = 0;
  std::size_t wrong = 0;
  while (true) {
    text.resize(kept + kChunk + BatchReader::kPadding);
    const std::size_t got = std::fread(text.data() + kept, 1, kChunk, data.get());
    const std::size_t size = kept + got;
    if (size == 0) break;
    const std::size_t last = std::string_view(text.data(), size).rfind('\n');
    const std::size_t whole = got == 0 || last == std::string_view::npos ? size : last + 1;
    const char after = text[whole];
    text[whole] = '\0';
    read_all(reader, batch, {text.data(), whole});
    text[whole] = after;
    batch.evaluate(true);
    codes.resize(batch.size() * width);
    if (std::fread(codes.data(), 1, codes.size(), expected.get()) != codes.size()) return 2;
    wrong += count_wrong(batch, codes, 0);
    rows += batch.size();
    kept = size - whole;
    std::memmove(text.data(), text.data() + whole, kept);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("{\"n\":%zu,\"wrong\":%zu,\"peak_rss_mb\":%.0f}\n", rows, wrong,
              static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::strcmp(argv[1], "--stream") == 0) return stream(argv + 2);
  if (argc < 4) {
    std::fputs("usage: luping [--stream] SCHEME DATA EXPECTED [REPETITIONS]\n", stderr);
    return 2;
  }
  const luping::Scheme scheme = scheme_of(argv[1]);
  std::string data = file_bytes(argv[2]);
  const std::string expected = file_bytes(argv[3]);
  const double size = static_cast<double>(data.size());
  data.append(BatchReader::kPadding, '\0');
  const std::string_view bytes(data.data(), data.size() - BatchReader::kPadding);
  const int repetitions = argc > 4 ? std::atoi(argv[4]) : 15;
  const int long_repetitions = std::max(3, repetitions / 3);

  const luping::CompiledScheme compiled = luping::CompiledScheme::compile(scheme);
  Batch batch(compiled);
  BatchReader reader(batch);
  const double parsing = median_seconds(long_repetitions, [&] { read_all(reader, batch, bytes); });
  const double verdicts = median_seconds(repetitions, [&] { batch.evaluate(false); });
  const double gaps = median_seconds(repetitions, [&] { batch.evaluate(true); });
  std::size_t rows = batch.size();
  const std::size_t wrong = count_wrong(batch, expected, 0);

  // End to end in pieces that fit the cache.
  constexpr std::size_t kChunk = 512 * 1024;
  Batch piece(compiled);
  BatchReader piece_reader(piece);
  const double end_to_end = median_seconds(long_repetitions, [&] {
    std::string_view rest = bytes;
    while (!rest.empty()) {
      piece.clear();
      const char* const limit = rest.data() + std::min(kChunk, rest.size());
      while (rest.data() < limit && piece_reader.next(rest, "", true) == BatchReader::Read::added) {
      }
      piece.evaluate(true);
    }
  });

  constexpr int kTimes = 2000;
  std::string line(bytes.substr(0, bytes.find('\n')));
  line.append(BatchReader::kPadding, '\0');
  const double one_text =
      median_seconds(repetitions,
                     [&] {
                       for (int i = 0; i < kTimes; ++i) {
                         read_all(piece_reader, piece, {line.data(), line.size() - BatchReader::kPadding});
                         piece.evaluate(true);
                       }
                     }) /
      kTimes;
  const double one_verdict = median_seconds(repetitions,
                                            [&] {
                                              for (int i = 0; i < kTimes; ++i) piece.evaluate(false);
                                            }) /
                             kTimes;
  const double count = static_cast<double>(rows);
  const double total = count * static_cast<double>(compiled.programs().size());
  std::printf("{\"n\":%zu,\"wrong\":%zu,\"long_way\":%zu", rows, wrong, reader.long_way());
  std::printf(",\"verdicts_per_s\":%.0f,\"verdicts_gap_per_s\":%.0f,\"verdicts_gap_rollup_per_s\":%.0f",
              total / verdicts, total / gaps, total / gaps);
  std::printf(",\"parse_mb_per_s\":%.0f,\"e2e_mb_per_s\":%.0f", size / parsing / 1e6, size / end_to_end / 1e6);
  std::printf(",\"e2e_assess_per_s\":%.0f", count / end_to_end);
  std::printf(",\"one_e2e_us\":%.2f,\"one_eval_us\":%.2f", one_text * 1e6, one_verdict * 1e6);
  std::printf(",\"columns_mb\":%.0f}\n",
              count * static_cast<double>(compiled.figures().size() * 9 + compiled.defaults().size()) / 1e6);
  return 0;
}
