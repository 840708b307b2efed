// A decimal number exactly as typed: `95.0` is coefficient 950, scale 1, and prints `95.0` again.
//
// Range: at most 18 significant digits and 18 decimals. More is refused by the parser, never rounded, so that no
// verdict rests on a number nobody typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luping {

struct Decimal {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;  ///< decimals typed; value = coefficient / 10^scale

  std::string to_string() const;

  /// Equality of what was typed, not of value: 95 and 95.0 differ. Compare values as Rational.
  bool operator==(const Decimal&) const = default;
};

enum class DecimalProblem {
  none,
  empty,           ///< nothing but blanks
  not_a_number,    ///< other characters, or signs in the wrong place
  too_many_digits  ///< more than 18 significant digits or decimals, or an exponent out of that range
};

struct DecimalParse {
  Decimal value;
  DecimalProblem problem = DecimalProblem::not_a_number;
};

/// Plain notation of data files: optional sign, digits, optional fraction, optional exponent (`1.5e3`). ASCII only, no blanks.
DecimalParse parse_decimal(std::string_view text);

/// What a person types: blanks around, full-width digits and signs (９５．５％), thousands separators (1,234 or 1，234) and a
/// trailing unit label are accepted. The result is the same number in plain notation.
/// `unit_label` may be empty; `％` and `%` are one sign.
DecimalParse parse_typed_number(std::string_view text, std::string_view unit_label);

}  // namespace luping
