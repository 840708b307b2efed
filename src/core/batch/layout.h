// How a batch keeps many assessments: one column a datum, in blocks of rows that fit the caches.
//
// A figure is a double and a state byte. A decimal of at most 15 significant digits is told from every other such decimal by its
// nearest double, and rounding to nearest keeps the order, so comparing two of them as doubles is exact; longer ones are kept aside
// as text and marked. docs/decisions/0006-exact-and-fast.md has the proof.
#pragma once

#include <cstddef>
#include <cstdint>

namespace luping::batch {

using Byte = std::uint8_t;

inline constexpr std::size_t kBlockRows = 256;
/// Rows are judged in strips of this many: 16 bytes are one vector.
inline constexpr std::size_t kStrip = 16;
// An odd number of cache lines between columns, so that the cells of one row do not fall on the same few cache sets.
inline constexpr std::size_t kFigureStride = kBlockRows + 8;
inline constexpr std::size_t kByteStride = kBlockRows + 64;

/// What a cell or a part of a rule comes to. The order is that of allOf: the greatest member decides. A cell's own state is one
/// of pass (there is a figure), notchecked (blank), error (no possible figure) and open (kept aside as text).
enum Code : Byte {
  kPass = 0,
  kNotChecked = 1,
  kUnknown = 2,
  kError = 3,
  kFail = 4,
  kOpen = 5,  ///< doubles do not tell: to be settled exactly
  kNotApplicable = 6,
  kInformational = 7,
};
inline constexpr Byte kBlank = kNotChecked;

// Columns of words: the index of the option, or one of these.
inline constexpr Byte kMostWords = 250;
inline constexpr Byte kBlankWord = 253;
inline constexpr Byte kBadWord = 254;

// Columns of attributes: 0 nobody gave it, 1 … a word some rule asks for, or
inline constexpr Byte kOtherWord = 255;

/// Of an indicator's answer: bits of its column of marks.
enum Mark : Byte {
  kByHandMask = 7,  ///< the result a person set, plus one; 0: none
  kDeclared = 8,    ///< declared not applicable, with a reason
  kHasEvidence = 16,
  kFigureCounts = 32,  ///< of an indicator with a formula: the finished figure counts, not the inputs
};

/// Of a measure's report.
enum MeasureMark : Byte {
  kStateMask = 3,  ///< 0 none, 1 not started, 2 in progress, 3 done
  kMeasureDeclared = 4,
};

/// Whether a condition holds; the greatest part decides.
enum Holds : Byte { kYes = 0, kPerhaps = 1, kNo = 2 };

}  // namespace luping::batch
