// Any bytes as a file of any kind: never a crash, and what is accepted survives a write and a second read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "assets/assets.h"
#include "core/judge/evaluate.h"
#include "io/files.h"
#include "io/report.h"

namespace {

const luping::Scheme& built_in() {
  static const luping::Scheme kScheme = [] {
    const luping::assets::Asset& asset = luping::assets::schemes().front();
    return *luping::parse_scheme(asset.bytes, asset.name).value;
  }();
  return kScheme;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const luping::Scheme& scheme = built_in();
  luping::identify(bytes, "file");
  luping::parse_targets(bytes, "file", scheme);
  const auto other = luping::parse_scheme(bytes, "file");
  if (other.value && !other.value->regions.empty()) {
    luping::Assessment blank;
    blank.region = other.value->regions.front().id;
    blank.year = 2023;
    luping::build_report(*other.value, blank, luping::evaluate(*other.value, blank), "file", luping::Language::zh);
  }
  const auto parsed = luping::parse_assessment(bytes, "file", scheme);
  if (!parsed.value) return 0;
  const std::string written = luping::write_assessment(*parsed.value);
  const auto again = luping::parse_assessment(written, "file", scheme);
  if (!again.value || luping::write_assessment(*again.value) != written) std::abort();
  luping::build_report(scheme, *again.value, luping::evaluate(scheme, *again.value), "file", luping::Language::zh);
  return 0;
}
