// Exact numbers of the oracle: Boost.Multiprecision, and its own reading of decimals and typed figures. Shares nothing with
// src/core but the structs that hold the data.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/scheme.h"
#include "core/number/rational.h"

namespace luping::oracle {

using Whole = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using Number =
    boost::multiprecision::number<boost::multiprecision::rational_adaptor<boost::multiprecision::cpp_int_backend<>>,
                                  boost::multiprecision::et_off>;

Whole power_of_ten(unsigned exponent);
Number number_of(const Decimal& decimal);
Number magnitude(const Number& number);

/// Whether the core's fraction is this number.
bool same(const Rational& fraction, const Number& number);

/// GB/T 8170-2008, 3.2: to the nearest multiple of 10^-decimals, ties to the even one, on the absolute value.
Number rounded(const Number& number, unsigned decimals);

/// The number as a decimal of the struct, when it ends within `decimals` and has at most 18 digits.
std::optional<Decimal> as_decimal(const Number& number, unsigned decimals);

/// A fraction for people: 19/3.
std::string text_of(const Number& number);

/// What a person typed, in the unit asked for.
struct Reading {
  enum class State { blank, figure, refused } state = State::blank;
  Number number;
  bool own_unit = true;   ///< false: typed with the label of another unit of the quantity
  unsigned decimals = 0;  ///< as typed
};
Reading read_typed(const Scheme& scheme, std::string_view text, std::string_view unit);

/// How many of unit `to` one `from` is; nullopt when they do not convert.
std::optional<Number> units_per(const Scheme& scheme, std::string_view from, std::string_view to);

}  // namespace luping::oracle
