// Inputs times a matrix of weights, the labeller's whole work: 16-bit inputs, 8-bit weights, exact
// 32-bit sums, then one float a sum. tests/core/model/multiply_test.cpp holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/lanes.h"
#include "model/weights.h"

namespace sourcelight::model {

// Inputs are whole 4096ths between -8 and 8: 512 products with 8-bit weights cannot overflow.
inline constexpr float kUnit = 4096.0F;

inline std::int16_t to_input(float value) {
  float scaled = value * kUnit;
  scaled = scaled > 32767.0F ? 32767.0F : scaled;
  scaled = scaled < -32767.0F ? -32767.0F : scaled;
  return static_cast<std::int16_t>(scaled < 0.0F ? scaled - 0.5F : scaled + 0.5F);
}

// Rows that a block of inputs is padded to: the kernel takes four at a time.
constexpr std::size_t in_fours(std::size_t count) { return (count + 3) / 4 * 4; }

template <typename Lanes, std::size_t rows>
void multiply_block(const std::int16_t* inputs, std::size_t stride, const Matrix& matrix,
                    std::size_t row, const float* bias, float* out, std::size_t out_stride) {
  typename Lanes::Sum sums[rows][4];
  for (auto& of_row : sums) {
    for (auto& sum : of_row) sum = Lanes::zero();
  }
  const std::int8_t* weights = matrix.row(row);
  for (std::size_t k = 0; k < matrix.columns; k += 8) {
    typename Lanes::Eight in[4];
    for (std::size_t t = 0; t < 4; ++t) in[t] = Lanes::inputs(inputs + t * stride + k);
    for (std::size_t r = 0; r < rows; ++r) {
      const auto w = Lanes::weights(weights + r * matrix.columns + k);
      for (std::size_t t = 0; t < 4; ++t) sums[r][t] = Lanes::add_products(sums[r][t], in[t], w);
    }
  }
  for (std::size_t r = 0; r < rows; ++r) {
    const float scale = matrix.scale(row + r) * (1.0F / kUnit);
    const float begin = bias == nullptr ? 0.0F : bias[row + r];
    for (std::size_t t = 0; t < 4; ++t) {
      out[t * out_stride + row + r] = static_cast<float>(Lanes::total(sums[r][t])) * scale + begin;
    }
  }
}

// out[t][r] = matrix row r times inputs[t] + bias[r], for `count` rows of inputs that begin
// `stride` apart (they may overlap). Reads and writes in_fours(count) rows.
template <typename Lanes = FastLanes>
void multiply(const std::int16_t* inputs, std::size_t stride, std::size_t count,
              const Matrix& matrix, const float* bias, float* out) {
  for (std::size_t t = 0; t < count; t += 4) {
    const std::int16_t* in = inputs + t * stride;
    float* to = out + t * matrix.rows;
    std::size_t row = 0;
    for (; row + 2 <= matrix.rows; row += 2) {
      multiply_block<Lanes, 2>(in, stride, matrix, row, bias, to, matrix.rows);
    }
    if (row < matrix.rows) {
      multiply_block<Lanes, 1>(in, stride, matrix, row, bias, to, matrix.rows);
    }
  }
}

}  // namespace sourcelight::model
