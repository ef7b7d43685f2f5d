// The labeller's weights, read in place from the bytes of a .slm file (docs/model-format.md).
// A file that was cut, altered or made for another version is refused with the reason.
// tests/core/model/weights_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "model/features.h"
#include "model/labels.h"

namespace sourcelight::model {

// Rows of small integers; a row's true values are these times its scale.
struct Matrix {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::span<const std::int8_t> values;  // rows * columns
  std::span<const std::uint8_t> steps;  // one a row: see scale()

  [[nodiscard]] const std::int8_t* row(std::size_t index) const {
    return values.data() + index * columns;
  }
  // 2 ** (step / 4 - 40), from constants, so that every build has the same bits.
  [[nodiscard]] float scale(std::size_t index) const;
};

// Adds a row of a table to as many values as it has columns.
void add_row(const Matrix& table, std::size_t row, float* values);

using Vector = std::span<const float>;

struct Layer {
  Matrix gates;  // new, keep, out: each of `hidden` forwards, then `hidden` backwards
  Vector bias;
  Matrix skip;  // empty where the input has the output's size
};

// Columns of a matrix whose products with inputs are summed without overflow (multiply.h).
inline constexpr std::uint32_t most_columns_at_once = 512;

inline constexpr std::size_t reliability_points = 11;

// Of one task.
struct Crf {
  Vector start;  // of a label at the begin
  Vector step;   // from a label to the next: a row for each
};

// What every network ends in.
struct Answers {
  Matrix leave;  // to the labels of all tasks, one task after the other
  Vector leave_bias;
  std::array<Crf, task_count> crfs;
  // Share right of attributions, and of claims' statuses, that the labels are 0, 10, ... 100 % sure
  // of.
  Vector reliability;
  Vector status_reliability;
};

struct Weights : Answers {
  Matrix word;
  Matrix prefix;
  Matrix suffix;
  std::array<Matrix, small_feature_count> small;
  Matrix convolution;  // over a token and its two neighbours: values, then gates
  Vector convolution_bias;
  std::vector<Layer> layers;
  std::uint32_t local = 0;  // of the layers that know nothing of other paragraphs
  Matrix summary;           // of a paragraph: from the mean of its tokens and its last one
  Matrix around;            // what tokens hear: from the summaries of the two paragraphs before

  [[nodiscard]] std::uint32_t input_size() const;
  [[nodiscard]] std::uint32_t width() const { return convolution.rows / 2; }
  [[nodiscard]] std::uint32_t hidden() const { return layers.front().gates.rows / 6; }
};

// Points into the bytes, which must begin at an address divisible by 4 and outlive the weights.
[[nodiscard]] std::variant<Weights, std::string> read_weights(std::span<const std::uint8_t> bytes);

}  // namespace sourcelight::model
