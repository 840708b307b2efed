// Sixteen rows at a time, in the compiler's own vectors: g++, clang and Emscripten turn them into SSE, NEON or WebAssembly SIMD.
#pragma once

#include <cstring>

#include "core/batch/layout.h"

namespace luping::batch {

typedef double Doubles __attribute__((vector_size(16)));
typedef std::int64_t Longs __attribute__((vector_size(16)));
typedef std::int32_t Ints __attribute__((vector_size(16)));
typedef std::int16_t Shorts __attribute__((vector_size(16)));
typedef std::uint8_t Bytes __attribute__((vector_size(16)));

template <typename Vector, typename T>
Vector load(const T* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

template <typename Vector, typename T>
void store(T* to, Vector vector) {
  std::memcpy(to, &vector, sizeof vector);
}

/// The same bits as another kind of vector.
template <typename To, typename From>
To as(From from) {
  return __builtin_bit_cast(To, from);
}

inline Doubles both(double value) { return Doubles{value, value}; }
inline Bytes all(Byte value) { return Bytes{} + value; }

/// Where the mask is set, `yes`, else `no`.
inline Bytes select(Bytes mask, Bytes yes, Bytes no) { return (mask & yes) | (~mask & no); }
inline Doubles select(Longs mask, Doubles yes, Doubles no) {
  return as<Doubles>((mask & as<Longs>(yes)) | (~mask & as<Longs>(no)));
}
inline Bytes is_zero(Bytes bytes) { return as<Bytes>(bytes == Bytes{}); }
inline Bytes equal(Bytes bytes, Byte value) { return as<Bytes>(bytes == all(value)); }

inline Doubles magnitude(Doubles value) {
  constexpr std::int64_t kNoSign = 0x7FFFFFFFFFFFFFFF;
  return as<Doubles>(as<Longs>(value) & Longs{kNoSign, kNoSign});
}

/// Eight masks of two rows each as one mask of sixteen.
inline Bytes narrow(const Longs (&masks)[8]) {
  Ints ints[4];
  for (int i = 0; i < 4; ++i)
    ints[i] = __builtin_shufflevector(as<Ints>(masks[2 * i]), as<Ints>(masks[2 * i + 1]), 0, 2, 4, 6);
  Shorts shorts[2];
  for (int i = 0; i < 2; ++i)
    shorts[i] =
        __builtin_shufflevector(as<Shorts>(ints[2 * i]), as<Shorts>(ints[2 * i + 1]), 0, 2, 4, 6, 8, 10, 12, 14);
  return __builtin_shufflevector(as<Bytes>(shorts[0]), as<Bytes>(shorts[1]), 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22,
                                 24, 26, 28, 30);
}

}  // namespace luping::batch
