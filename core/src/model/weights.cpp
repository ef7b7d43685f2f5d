// Contract in weights.h.
#include "model/weights.h"

#include <bit>
#include <string_view>

#include "base/bits.h"
#include "model/parts.h"
#include "words/messages.h"

namespace sourcelight::model {
namespace {

constexpr Kind kLabeller = {"SLMODEL", 3};
constexpr std::uint32_t kMostLayers = 8;

bool is_table(const Matrix& table) { return std::has_single_bit(table.rows) && table.rows > 1; }

// Do the parts fit each other, and the kernels (rows of inputs in eights)?
bool fits(const Weights& w) {
  if (!is_table(w.word) || !is_table(w.prefix) || !is_table(w.suffix)) return false;
  for (std::size_t i = 0; i < small_feature_count; ++i) {
    if (w.small[i].rows != small_feature_limits[i]) return false;
  }
  if (w.input_size() % 8 != 0 || w.convolution.columns != 3 * w.input_size()) return false;
  if (w.convolution.rows % 16 != 0 || w.convolution_bias.size() != w.convolution.rows) return false;
  std::uint32_t size = w.width();
  for (const Layer& layer : w.layers) {
    const std::uint32_t out = 2 * w.hidden();
    if (layer.gates.rows != 3 * out || out % 8 != 0 || layer.gates.columns != size) return false;
    if (layer.bias.size() != layer.gates.rows) return false;
    const bool skips = layer.skip.rows > 0;
    if (skips == (size == out)) return false;
    if (skips && (layer.skip.rows != out || layer.skip.columns != size)) return false;
    size = out;
  }
  if (w.summary.rows % 8 != 0 || w.summary.columns != 2 * size) return false;
  if (w.around.rows != size || w.around.columns != 2 * w.summary.rows) return false;
  return answers_fit(w, size);
}

}  // namespace

float Matrix::scale(std::size_t index) const {
  constexpr std::array<float, 4> quarter = {1.0F, 1.18920712F, 1.41421356F, 1.68179283F};
  const std::uint32_t step = steps[index];
  const std::uint32_t exponent = 127 - 40 + (step >> 2U);  // 87 to 150: never subnormal
  return quarter[step & 3U] * bits_as<float>(exponent << 23U);
}

void add_row(const Matrix& table, std::size_t row, float* values) {
  const std::int8_t* from = table.row(row);
  const float scale = table.scale(row);
  for (std::size_t i = 0; i < table.columns; ++i) values[i] += scale * static_cast<float>(from[i]);
}

std::uint32_t Weights::input_size() const {
  std::uint32_t size = word.columns + prefix.columns + suffix.columns;
  for (const Matrix& table : small) size += table.columns;
  return size;
}

std::variant<Weights, std::string> read_weights(std::span<const std::uint8_t> bytes) {
  if (std::string problem = problem_of(bytes, kLabeller); !problem.empty()) return problem;
  Parts parts(bytes);
  const std::string contradiction(say(Message::model_contradicts));
  const auto [layers, local] = parts.shape();
  if (layers < 1 || layers > kMostLayers || local < 1 || local >= layers) return contradiction;
  Weights w;
  w.word = parts.matrix();
  w.prefix = parts.matrix();
  w.suffix = parts.matrix();
  for (Matrix& table : w.small) table = parts.matrix();
  w.convolution = parts.matrix();
  w.convolution_bias = parts.vector();
  for (std::uint32_t i = 0; i < layers; ++i) {
    Layer layer;
    layer.gates = parts.matrix();
    layer.bias = parts.vector();
    const std::uint32_t input = i == 0 ? w.width() : 2 * w.hidden();
    if (input != layer.gates.rows / 3) layer.skip = parts.matrix();
    w.layers.push_back(layer);
  }
  w.local = local;
  w.summary = parts.matrix();
  w.around = parts.matrix();
  parts.read(w);
  if (!parts.done() || !fits(w)) return contradiction;
  return w;
}

}  // namespace sourcelight::model
