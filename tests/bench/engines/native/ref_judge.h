// Verdicts, gaps and rolled-up verdicts over the columns of a Store: one branch-free loop a rule over a block of rows.
#pragma once

#include "ref_store.h"
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace reference {

class Judge {
 public:
  explicit Judge(Store& store) : store_(store) {}

  /// The verdicts of all rows; with kGap the gaps, too.
  template <bool kGap>
  void evaluate() {
    double computed[kBlock];
    double unused[kBlock];
    for (std::size_t row = 0; row < store_.count; row += kBlock) {
      const int rows = static_cast<int>(std::min<std::size_t>(kBlock, store_.count - row));
      for (int k = 0; k < store_.width; ++k) {
        const Indicator& indicator = store_.indicators[static_cast<std::size_t>(k)];
        const double* values = store_.column(k, kValue) + row;
        if (indicator.is_computed) {
          compute(indicator.formula, {k, row, rows}, computed);
          values = computed;
        }
        Byte* out = &store_.verdicts[store_.cell(k, row)];
        double* gaps = kGap ? &store_.gaps[store_.cell(k, row)] : unused;
        apply<kGap>(indicator.rule, {k, row, rows}, values, out, gaps);
        exclude(indicator, {k, row, rows}, out);
      }
    }
  }

  /// By group and overall: any required indicator not met > any required one without data > met.
  void roll_up() {
    static const Byte kRank[4] = {0, 2, 1, 0};  // by verdict
    static const Byte kVerdictOf[3] = {kMet, kNoData, kNotMet};
    const std::size_t count = store_.count;  // a local: a byte that is written might else be part of it
    auto& groups = store_.group_verdicts;
    std::fill(groups.begin(), groups.end(), Byte{0});
    for (int k = 0; k < store_.width; ++k) {
      const Indicator& indicator = store_.indicators[static_cast<std::size_t>(k)];
      if (!indicator.required) continue;
      Byte* group = &groups[store_.cell(indicator.group, 0)];
      const Byte* verdicts = &store_.verdicts[store_.cell(k, 0)];
      for (std::size_t i = 0; i < count; ++i) group[i] = std::max(group[i], kRank[verdicts[i]]);
    }
    Byte* overall = &groups[store_.cell(store_.groups, 0)];
    for (int g = 0; g < store_.groups; ++g) {
      Byte* group = &groups[store_.cell(g, 0)];
      for (std::size_t i = 0; i < count; ++i) {
        overall[i] = std::max(overall[i], group[i]);
        group[i] = kVerdictOf[group[i]];
      }
    }
    for (std::size_t i = 0; i < count; ++i) overall[i] = kVerdictOf[overall[i]];
  }

 private:
  /// Rows of a block: what is computed in between stays in the nearest cache.
  static constexpr int kBlock = 512;

  struct Block {
    int indicator;
    std::size_t row;
    int rows;
  };

  double* column(const Block& block, int field) { return store_.column(block.indicator, field) + block.row; }

  // ---- comparison ----

  template <Operator kOperator>
  static constexpr bool kUpward = kOperator != Operator::at_most&& kOperator != Operator::below;

  template <Operator kOperator>
  static bool holds(double value, double threshold) {
    if constexpr (kOperator == Operator::at_least) return value >= threshold;
    if constexpr (kOperator == Operator::above) return value > threshold;
    if constexpr (kOperator == Operator::at_most) return value <= threshold;
    if constexpr (kOperator == Operator::below) return value < threshold;
    return value == threshold;
  }

#ifdef __wasm_simd128__
  template <Operator kOperator>
  static v128_t holds(v128_t values, v128_t thresholds) {
    if constexpr (kOperator == Operator::at_least) return wasm_f64x2_ge(values, thresholds);
    if constexpr (kOperator == Operator::above) return wasm_f64x2_gt(values, thresholds);
    if constexpr (kOperator == Operator::at_most) return wasm_f64x2_le(values, thresholds);
    if constexpr (kOperator == Operator::below) return wasm_f64x2_lt(values, thresholds);
    return wasm_f64x2_eq(values, thresholds);
  }

  /// Two rows: per 64-bit lane the verdict less 2. The compiler does not narrow such masks to bytes well by itself.
  template <Operator kOperator, bool kGap>
  static v128_t compare_two(const double* values, const double* thresholds, double* gaps) {
    const v128_t v = wasm_v128_load(values);
    const v128_t t = wasm_v128_load(thresholds);
    if (kGap) wasm_v128_store(gaps, kUpward<kOperator> ? wasm_f64x2_sub(v, t) : wasm_f64x2_sub(t, v));
    const v128_t known = wasm_v128_and(wasm_f64x2_eq(v, v), wasm_f64x2_eq(t, t));
    return wasm_i64x2_add(holds<kOperator>(v, t), known);
  }

  template <Operator kOperator, bool kGap>
  static v128_t compare_eight(const double* v, const double* t, double* g) {
    const auto two = [&](int i) { return compare_two<kOperator, kGap>(v + i, t + i, g + i); };
    return wasm_i16x8_narrow_i32x4(wasm_i32x4_shuffle(two(0), two(2), 0, 2, 4, 6),
                                   wasm_i32x4_shuffle(two(4), two(6), 0, 2, 4, 6));
  }

  template <Operator kOperator, bool kGap>
  static int compare_vectors(const double* v, const double* t, Byte* out, double* g, int rows) {
    int i = 0;
    for (; i + 16 <= rows; i += 16) {
      const v128_t low = compare_eight<kOperator, kGap>(v + i, t + i, g + i);
      const v128_t high = compare_eight<kOperator, kGap>(v + i + 8, t + i + 8, g + i + 8);
      wasm_v128_store(out + i, wasm_i8x16_add(wasm_i8x16_narrow_i16x8(low, high), wasm_i8x16_splat(2)));
    }
    return i;
  }
#else
  template <Operator kOperator, bool kGap>
  static int compare_vectors(const double*, const double*, Byte*, double*, int) {
    return 0;  // the compiler vectorises the loop below
  }
#endif

  template <Operator kOperator, bool kGap>
  static void compare(const double* __restrict values, const double* __restrict thresholds, Byte* __restrict out,
                      double* __restrict gaps, int rows) {
    for (int i = compare_vectors<kOperator, kGap>(values, thresholds, out, gaps, rows); i < rows; ++i) {
      const double value = values[i];
      const double threshold = thresholds[i];
      const bool known = value == value && threshold == threshold;
      if (kGap) gaps[i] = kUpward<kOperator> ? value - threshold : threshold - value;
      // What is missing compares false, so that it comes to 1 + 1, no data.
      out[i] = static_cast<Byte>(!holds<kOperator>(value, threshold)) + static_cast<Byte>(!known);
    }
  }

  template <bool kGap>
  static void compare(Operator op, const double* values, const double* thresholds, Byte* out, double* gaps, int rows) {
    switch (op) {
      case Operator::at_least:
        return compare<Operator::at_least, kGap>(values, thresholds, out, gaps, rows);
      case Operator::above:
        return compare<Operator::above, kGap>(values, thresholds, out, gaps, rows);
      case Operator::at_most:
        return compare<Operator::at_most, kGap>(values, thresholds, out, gaps, rows);
      case Operator::below:
        return compare<Operator::below, kGap>(values, thresholds, out, gaps, rows);
      case Operator::equal:
        return compare<Operator::equal, kGap>(values, thresholds, out, gaps, rows);
    }
  }

  // ---- values and thresholds ----

  void compute(const Formula& formula, const Block& block, double* out) {
    const int rows = block.rows;
    if (formula.op == 'c') {
      std::fill(out, out + rows, formula.constant);
      return;
    }
    if (formula.op == 'i') {
      std::memcpy(out, column(block, kInputs + formula.input), static_cast<std::size_t>(rows) * sizeof(double));
      return;
    }
    double right[kBlock];
    compute(formula.operands[0], block, out);
    compute(formula.operands[1], block, right);
    switch (formula.op) {
      case '+':
        for (int i = 0; i < rows; ++i) out[i] += right[i];
        break;
      case '-':
        for (int i = 0; i < rows; ++i) out[i] -= right[i];
        break;
      case '*':
        for (int i = 0; i < rows; ++i) out[i] *= right[i];
        break;
      default:
        for (int i = 0; i < rows; ++i) out[i] = right[i] == 0 ? kMissing : out[i] / right[i];
    }
  }

  /// Last year's value or the mean of five years, whichever is harder to reach, within the tolerance.
  void trend_thresholds(const Rule& rule, const Block& block, double* out) {
    const double* years[5];
    for (int i = 0; i < 5; ++i) years[i] = column(block, kHistory + i);
    const double factor = rule.thresholds[0];
    const bool up = rule.op == Operator::at_least;
    for (int i = 0; i < block.rows; ++i) {
      const double last = years[4][i] * factor;
      const double sum = years[0][i] + years[1][i] + years[2][i] + years[3][i] + years[4][i];
      const double mean = sum / 5 * factor;
      const bool take_last = up ? last > mean : last < mean;
      out[i] = mean != mean ? mean : take_last ? last : mean;
    }
  }

  // ---- rules ----

  template <bool kGap>
  void apply(const Rule& rule, const Block& block, const double* values, Byte* out, double* gaps) {
    if (rule.kind == Kind::all_of || rule.kind == Kind::any_of) {
      return apply_parts<kGap>(rule, block, values, out, gaps);
    }
    double own[kBlock];
    const double* thresholds = own;
    switch (rule.kind) {
      case Kind::assigned:
        thresholds = column(block, kTarget);
        break;
      case Kind::baseline:
        thresholds = column(block, kBaseline);
        break;
      case Kind::by_attribute: {
        const Byte* words = store_.attributes[rule.argument].data() + block.row;
        for (int i = 0; i < block.rows; ++i) own[i] = rule.thresholds[words[i]];
        break;
      }
      case Kind::trend:
        trend_thresholds(rule, block, own);
        break;
      case Kind::input:
        values = column(block, kInputs + rule.argument);
        [[fallthrough]];
      default:
        std::fill(own, own + block.rows, rule.thresholds[0]);
    }
    compare<kGap>(rule.op, values, thresholds, out, gaps, block.rows);
    if (kGap && !rule.has_gap) std::fill(gaps, gaps + block.rows, kMissing);
  }

  /// Three-valued: a part that decides wins, then a part without data. The gap is that of the worst or best part.
  template <bool kGap>
  void apply_parts(const Rule& rule, const Block& block, const double* values, Byte* out, double* gaps) {
    const bool all = rule.kind == Kind::all_of;
    const Byte decisive = all ? kNotMet : kMet;
    const int rows = block.rows;
    Byte other[kBlock];
    double other_gaps[kBlock];
    apply<kGap>(rule.parts[0], block, values, out, gaps);
    for (std::size_t part = 1; part < rule.parts.size(); ++part) {
      apply<kGap>(rule.parts[part], block, values, other, other_gaps);
      for (int i = 0; i < rows; ++i) {
        out[i] = (out[i] == decisive || other[i] == decisive) ? decisive : std::max(out[i], other[i]);
      }
      if (!kGap) continue;
      for (int i = 0; i < rows; ++i) {
        const double a = gaps[i];
        const double b = other_gaps[i];
        gaps[i] = a != a ? b : b != b ? a : all ? std::min(a, b) : std::max(a, b);
      }
    }
  }

  /// Marks what was declared, or is by its nature, not applicable.
  void exclude(const Indicator& indicator, const Block& block, Byte* out) {
    const int rows = block.rows;
    const Byte* declared = &store_.not_applicable[store_.cell(block.indicator, block.row)];
    for (int i = 0; i < rows; ++i) out[i] = declared[i] ? Byte{kNotApplicable} : out[i];
    if (indicator.condition_attribute < 0) return;
    const Byte* attribute = store_.attributes[indicator.condition_attribute].data() + block.row;
    const Byte wanted = static_cast<Byte>(indicator.condition_value);
    for (int i = 0; i < rows; ++i) out[i] = attribute[i] != wanted ? Byte{kNotApplicable} : out[i];
  }

  Store& store_;
};

}  // namespace reference
