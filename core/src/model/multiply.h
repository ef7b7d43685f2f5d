// Inputs times a matrix of weights, the labeller's whole work: 16-bit inputs, 8-bit weights, exact
// 32-bit sums, then one float a sum. tests/core/model/multiply_test.cpp holds it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "model/lanes.h"
#include "model/weights.h"

namespace sourcelight::model {

// Inputs are whole 4096ths between -8 and 8: 512 products with 8-bit weights cannot overflow.
inline constexpr float kUnit = 4096.0F;

// `unit`: of how many parts of one an input is a whole number.
inline std::int16_t to_input(float value, float unit = kUnit) {
  float scaled = value * unit;
  scaled = scaled > 32767.0F ? 32767.0F : scaled;
  scaled = scaled < -32767.0F ? -32767.0F : scaled;
  return static_cast<std::int16_t>(scaled < 0.0F ? scaled - 0.5F : scaled + 0.5F);
}

inline void to_inputs(std::span<const float> values, std::int16_t* to, float unit = kUnit) {
  for (std::size_t i = 0; i < values.size(); ++i) to[i] = to_input(values[i], unit);
}

// Rows that a block of inputs is padded to: the kernel takes four at a time.
constexpr std::size_t in_fours(std::size_t count) { return (count + 3) / 4 * 4; }

// Sums of products of four inputs with `rows` rows of the matrix, in the columns [first, last).
// Inlined, or WebAssembly's compilers keep the sums in memory: a tenth of the time of reading.
template <typename Lanes, std::size_t rows>
[[gnu::always_inline]] inline void add_products(const std::int16_t* inputs, std::size_t stride,
                                                const std::int8_t* weights, std::size_t columns,
                                                std::size_t first, std::size_t last,
                                                float (&totals)[rows][4]) {
  typename Lanes::Sum sums[rows][4];
  for (auto& of_row : sums) {
    for (auto& sum : of_row) sum = Lanes::zero();
  }
  for (std::size_t k = first; k < last; k += 8) {
    typename Lanes::Eight in[4];
    for (std::size_t t = 0; t < 4; ++t) in[t] = Lanes::inputs(inputs + t * stride + k);
    for (std::size_t r = 0; r < rows; ++r) {
      const auto w = Lanes::weights(weights + r * columns + k);
      for (std::size_t t = 0; t < 4; ++t) sums[r][t] = Lanes::add_products(sums[r][t], in[t], w);
    }
  }
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t t = 0; t < 4; ++t) {
      totals[r][t] += static_cast<float>(Lanes::total(sums[r][t]));
    }
  }
}

template <typename Lanes, std::size_t rows>
void multiply_block(const std::int16_t* inputs, std::size_t stride, const Matrix& matrix,
                    std::size_t row, const float* bias, float* out, std::size_t out_stride,
                    float unit) {
  float totals[rows][4] = {};
  for (std::size_t k = 0; k < matrix.columns; k += most_columns_at_once) {
    const std::size_t last = std::min<std::size_t>(matrix.columns, k + most_columns_at_once);
    add_products<Lanes, rows>(inputs, stride, matrix.row(row), matrix.columns, k, last, totals);
  }
  for (std::size_t r = 0; r < rows; ++r) {
    const float scale = matrix.scale(row + r) * (1.0F / unit);
    const float begin = bias == nullptr ? 0.0F : bias[row + r];
    for (std::size_t t = 0; t < 4; ++t) {
      out[t * out_stride + row + r] = totals[r][t] * scale + begin;
    }
  }
}

// out[t][r] = matrix row r times inputs[t] + bias[r], for `count` rows of inputs that begin
// `stride` apart (they may overlap) and are whole `unit`ths. Reads and writes in_fours(count) rows.
template <typename Lanes = FastLanes>
void multiply(const std::int16_t* inputs, std::size_t stride, std::size_t count,
              const Matrix& matrix, const float* bias, float* out, float unit = kUnit) {
  for (std::size_t t = 0; t < count; t += 4) {
    const std::int16_t* in = inputs + t * stride;
    float* to = out + t * matrix.rows;
    std::size_t row = 0;
    for (; row + 2 <= matrix.rows; row += 2) {
      multiply_block<Lanes, 2>(in, stride, matrix, row, bias, to, matrix.rows, unit);
    }
    if (row < matrix.rows) {
      multiply_block<Lanes, 1>(in, stride, matrix, row, bias, to, matrix.rows, unit);
    }
  }
}

}  // namespace sourcelight::model
