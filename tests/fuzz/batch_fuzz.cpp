// Any bytes as a batch, whole and line by line: what the batch reader accepts, the parser accepts, and the verdicts are the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "assets/assets.h"
#include "core/judge/evaluate.h"
#include "io/batch_reader.h"
#include "io/files.h"

namespace {

const luping::Scheme& scheme_of(std::size_t index) {
  static const luping::Scheme kSchemes[] = {
      *luping::parse_scheme(luping::assets::schemes().front().bytes, "first").value,
      *luping::parse_scheme(luping::assets::schemes().back().bytes, "last").value,
  };
  return kSchemes[index];
}

void expect_same(const luping::Batch& batch, std::size_t row, const luping::Scheme& scheme,
                 const luping::Assessment& assessment) {
  const luping::Evaluation evaluation = luping::evaluate(scheme, assessment);
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    if (batch.result(row, i) != evaluation.indicators[i].result) std::abort();
  }
  for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
    if (batch.gate(row, i) != evaluation.gates[i].result) std::abort();
  }
  if (batch.conclusion(row) != evaluation.conclusion) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  bytes.append(luping::BatchReader::kPadding, '\0');
  for (const std::size_t index : {0U, 1U}) {
    const luping::Scheme& scheme = scheme_of(index);
    static const luping::CompiledScheme kCompiled[] = {luping::CompiledScheme::compile(scheme_of(0)),
                                                       luping::CompiledScheme::compile(scheme_of(1))};
    for (const bool lines : {false, true}) {
      luping::Batch batch(kCompiled[index]);
      luping::BatchReader reader(batch);
      std::string_view rest(bytes.data(), size);
      while (true) {
        const std::string_view before = rest;
        const luping::BatchReader::Read read = reader.next(rest, "f", lines);
        if (read == luping::BatchReader::Read::end) break;
        // What was taken, without the blanks before it and the line end behind it.
        std::string_view record = before.substr(0, before.size() - rest.size());
        if (lines) record.remove_prefix(std::min(record.find_first_not_of(" \t\r\n"), record.size()));
        if (lines && record.ends_with('\n')) record.remove_suffix(1);
        const auto parsed = luping::parse_assessment(record, "f", scheme);
        if (parsed.value.has_value() != (read == luping::BatchReader::Read::added)) std::abort();
        if (!parsed.value) continue;
        batch.evaluate(true);
        expect_same(batch, batch.size() - 1, scheme, *parsed.value);
      }
    }
  }
  return 0;
}
