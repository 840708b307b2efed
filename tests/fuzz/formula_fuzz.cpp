// Any text as a formula and as a typed number: never a crash; a number accepted prints as itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/number/formula.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = luping::Formula::parse(text);
  parsed.formula.evaluate(
      [](std::string_view input) { return luping::Rational(static_cast<std::int64_t>(input.size())); });
  parsed.formula.in_words([](std::string_view input) { return std::string(input); });
  const luping::DecimalParse number = luping::parse_typed_number(text, "%");
  if (number.problem != luping::DecimalProblem::none) return 0;
  const luping::DecimalParse again = luping::parse_decimal(number.value.to_string());
  if (again.problem != luping::DecimalProblem::none || !(again.value == number.value)) std::abort();
  return 0;
}
