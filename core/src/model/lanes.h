// Eight products of 16-bit integers at once, by what the machine has: WebAssembly SIMD, SSE2, or
// plain C++ (which compilers turn into vector instructions where they can). All arithmetic is on
// integers, so all give the same sums. tests/core/model/multiply_test.cpp holds them to it.
#pragma once

#include <array>
#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sourcelight::model {

struct PlainLanes {
  using Eight = std::array<std::int16_t, 8>;
  using Sum = std::array<std::int32_t, 4>;

  static Sum zero() { return {}; }
  static Eight inputs(const std::int16_t* from) {
    Eight eight;
    for (std::size_t i = 0; i < 8; ++i) eight[i] = from[i];
    return eight;
  }
  static Eight weights(const std::int8_t* from) {
    Eight eight;
    for (std::size_t i = 0; i < 8; ++i) eight[i] = std::int16_t{from[i]};
    return eight;
  }
  static Sum add_products(Sum sum, const Eight& a, const Eight& b) {
    for (std::size_t i = 0; i < 4; ++i) {
      sum[i] += std::int32_t{a[2 * i]} * b[2 * i] + std::int32_t{a[2 * i + 1]} * b[2 * i + 1];
    }
    return sum;
  }
  static std::int32_t total(const Sum& sum) { return sum[0] + sum[1] + sum[2] + sum[3]; }
};

#if defined(__wasm_simd128__)

struct FastLanes {
  using Eight = v128_t;
  using Sum = v128_t;

  static Sum zero() { return wasm_i32x4_splat(0); }
  static Eight inputs(const std::int16_t* from) { return wasm_v128_load(from); }
  static Eight weights(const std::int8_t* from) { return wasm_i16x8_load8x8(from); }
  static Sum add_products(Sum sum, Eight a, Eight b) {
    return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(a, b));
  }
  static std::int32_t total(Sum sum) {
    return wasm_i32x4_extract_lane(sum, 0) + wasm_i32x4_extract_lane(sum, 1) +
           wasm_i32x4_extract_lane(sum, 2) + wasm_i32x4_extract_lane(sum, 3);
  }
};

#elif defined(__SSE2__)

struct FastLanes {
  using Eight = __m128i;
  using Sum = __m128i;

  static Sum zero() { return _mm_setzero_si128(); }
  static Eight inputs(const std::int16_t* from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  }
  static Eight weights(const std::int8_t* from) {
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    return _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
  }
  static Sum add_products(Sum sum, Eight a, Eight b) {
    return _mm_add_epi32(sum, _mm_madd_epi16(a, b));
  }
  static std::int32_t total(Sum sum) {
    sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4E));
    sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xB1));
    return _mm_cvtsi128_si32(sum);
  }
};

#else

using FastLanes = PlainLanes;

#endif

}  // namespace sourcelight::model
