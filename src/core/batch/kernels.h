// Comparisons and arithmetic over a strip of rows, with the bound of what the doubles may be off.
//
// u = 2^-53 is the unit roundoff. Each operation adds u |result| to what its operands carry; kUnit is twice that, and kTiny covers
// results that underflow, so that the rounding of the bounds themselves is covered as well: docs/decisions/0006-exact-and-fast.md.
#pragma once

#include "core/batch/program.h"
#include "core/batch/vector.h"

namespace luping::batch {

inline constexpr double kUnit = 0x1p-52;
inline constexpr double kTiny = 0x1p-1000;
inline constexpr double kSlack = 1 + 0x1p-30;

/// A figure of each row: `value` with at most `error` between it and the exact one. Without an error column it is the nearest double
/// of a short decimal: as good as exact beside another such figure, and off by half a unit in arithmetic. `constant`: the same for
/// all rows.
struct Figures {
  const double* value = nullptr;
  const double* error = nullptr;
  bool constant = false;
};

/// Reads figures two rows at a time, without a branch: a constant has no step from row to row, a missing error column is zero and
/// the representation's half unit stands instead.
class FigureReader {
 public:
  explicit FigureReader(const Figures& figures)
      : value_(figures.value), error_(figures.error), step_(figures.constant ? 0 : 1), error_step_(step_) {
    if (figures.constant) {
      pair_[0] = pair_[1] = *figures.value;
      value_ = pair_;
    }
    if (figures.error == nullptr) {
      error_ = error_pair_;
      error_step_ = 0;
      unit_ = both(kUnit);
    } else if (figures.constant) {
      error_pair_[0] = error_pair_[1] = *figures.error;
      error_ = error_pair_;
    }
  }
  FigureReader(const FigureReader&) = delete;
  FigureReader& operator=(const FigureReader&) = delete;

  Doubles value(std::size_t row) const { return load<Doubles>(value_ + row * step_); }
  Doubles error(std::size_t row, Doubles value) const {
    return load<Doubles>(error_ + row * error_step_) + magnitude(value) * unit_;
  }

 private:
  const double* value_;
  const double* error_;
  std::size_t step_, error_step_;
  Doubles unit_{};
  double pair_[2] = {0, 0};
  double error_pair_[2] = {0, 0};
};

template <Comparison kComparison>
Longs holds(Doubles left, Doubles right) {
  switch (kComparison) {
    case Comparison::at_least:
      return as<Longs>(left >= right);
    case Comparison::more_than:
      return as<Longs>(left > right);
    case Comparison::at_most:
      return as<Longs>(left <= right);
    case Comparison::less_than:
      return as<Longs>(left < right);
    case Comparison::equals:
      break;
  }
  return as<Longs>(left == right);
}

/// Codes of short decimals: kPass or kFail.
template <Comparison kComparison, bool kConstant>
void compare_exact(const double* left, const double* right, std::size_t rows, Byte* codes) {
  const Doubles constant = both(*right);
  for (std::size_t row = 0; row < rows; row += kStrip) {
    Longs masks[8];
    for (std::size_t i = 0; i < 8; ++i)
      masks[i] = holds<kComparison>(load<Doubles>(left + row + 2 * i),
                                    kConstant ? constant : load<Doubles>(right + row + 2 * i));
    store(codes + row, static_cast<Bytes>(~narrow(masks) & all(kFail)));
  }
}

/// Codes of figures with bounds: kPass, kFail, or kOpen where the difference is within the bound. What is not finite is open.
/// `widen`: how much more the two must differ, for a comparison after rounding.
template <Comparison kComparison>
void compare_bounded(const Figures& left, const Figures& right, double widen, std::size_t rows, Byte* codes) {
  const FigureReader lefts(left);
  const FigureReader rights(right);
  for (std::size_t row = 0; row < rows; row += kStrip) {
    Longs met[8];
    Longs clear[8];
    for (std::size_t i = 0; i < 8; ++i) {
      const Doubles a = lefts.value(row + 2 * i);
      const Doubles b = rights.value(row + 2 * i);
      const Doubles error = (lefts.error(row + 2 * i, a) + rights.error(row + 2 * i, b)) * both(kSlack) + both(widen);
      met[i] = holds<kComparison>(a, b);
      clear[i] = as<Longs>(magnitude(a - b) > error);
    }
    const Bytes codes_if_clear = ~narrow(met) & all(kFail);
    store(codes + row, select(narrow(clear), codes_if_clear, all(kOpen)));
  }
}

/// Signed distances: positive beyond the requirement.
template <Comparison kComparison>
void distances(const Figures& left, const Figures& right, std::size_t rows, double* out) {
  const FigureReader lefts(left);
  const FigureReader rights(right);
  for (std::size_t row = 0; row < rows; row += 2) {
    const Doubles a = lefts.value(row);
    const Doubles b = rights.value(row);
    if constexpr (kComparison == Comparison::equals) {
      store(out + row, static_cast<Doubles>(-magnitude(a - b)));
    } else if constexpr (kComparison == Comparison::at_least || kComparison == Comparison::more_than) {
      store(out + row, static_cast<Doubles>(a - b));
    } else {
      store(out + row, static_cast<Doubles>(b - a));
    }
  }
}

/// Calls `action` with the comparison as a constant.
template <typename Action>
void with_comparison(Comparison comparison, const Action& action) {
  switch (comparison) {
    case Comparison::at_least:
      return action.template operator()<Comparison::at_least>();
    case Comparison::more_than:
      return action.template operator()<Comparison::more_than>();
    case Comparison::at_most:
      return action.template operator()<Comparison::at_most>();
    case Comparison::less_than:
      return action.template operator()<Comparison::less_than>();
    case Comparison::equals:
      return action.template operator()<Comparison::equals>();
  }
}

/// One arithmetic step: value and bound.
template <Op kOp>
void apply(Doubles a, Doubles ea, Doubles b, Doubles eb, Doubles& value, Doubles& error) {
  const Doubles unit = both(kUnit);
  const Doubles tiny = both(kTiny);
  if constexpr (kOp == Op::add || kOp == Op::subtract) {
    value = kOp == Op::add ? a + b : a - b;
    error = ea + eb + unit * magnitude(value);
  } else if constexpr (kOp == Op::multiply) {
    value = a * b;
    error = magnitude(a) * eb + magnitude(b) * ea + ea * eb + unit * magnitude(value) + tiny;
  } else if constexpr (kOp == Op::divide) {
    value = a / b;
    // A divisor that could be zero leaves everything open.
    const Doubles least = magnitude(b) - (eb + eb);
    const Doubles bound = (ea + magnitude(value) * eb) / least + unit * magnitude(value) + tiny;
    error = select(as<Longs>(least > Doubles{}), bound, both(__builtin_inf()));
  } else {
    const Longs left = kOp == Op::minimum ? as<Longs>(a < b) : as<Longs>(a > b);
    value = select(left, a, b);
    // Where one of the two is clearly the one, its own bound holds.
    const Doubles sum = ea + eb;
    const Longs clear = as<Longs>(magnitude(a - b) > sum + sum);
    const Doubles greater = select(as<Longs>(ea > eb), ea, eb);
    error = select(clear, select(left, ea, eb), greater);
    // NaN compares false: keep it.
    error = select(as<Longs>(sum == sum), error, both(__builtin_inf()));
  }
}

template <Op kOp>
void apply_columns(const Figures& left, const Figures& right, std::size_t rows, double* value, double* error) {
  const FigureReader lefts(left);
  const FigureReader rights(right);
  for (std::size_t row = 0; row < rows; row += 2) {
    const Doubles a = lefts.value(row);
    const Doubles b = rights.value(row);
    Doubles v;
    Doubles e;
    apply<kOp>(a, lefts.error(row, a), b, rights.error(row, b), v, e);
    store(value + row, v);
    store(error + row, e);
  }
}

}  // namespace luping::batch
