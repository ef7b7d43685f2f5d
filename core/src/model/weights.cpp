// Contract in weights.h.
#include "model/weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>

#include "base/bits.h"
#include "grammar/features.h"
#include "words/messages.h"

namespace sourcelight::model {
namespace {

constexpr std::string_view kMagic = "SLMODEL";  // and a zero byte
constexpr std::uint32_t kVersion = 3;
constexpr std::size_t kHeader = 32;   // magic, version, length, checksum, layers, local, parts
constexpr std::size_t kChecked = 20;  // where what the checksum covers begins
constexpr std::size_t kEntry = 16;    // kind, rows, columns, offset
constexpr std::uint32_t kMostLayers = 8;
constexpr std::uint32_t kMostColumns = 512;  // of integers: no sum can overflow (multiply.h)
constexpr std::uint32_t kMostFloats = 4096;
constexpr std::uint32_t kMostRows = 1U << 16U;
enum Kind : std::uint32_t { integers, floats };

// Weights are read in place.
static_assert(std::endian::native == std::endian::little);

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint32_t u32(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{bytes_[at + i]} << (8 * i);
    return value;
  }

  // What is wrong with the header; empty if nothing is.
  [[nodiscard]] std::string check_header() const {
    if (bytes_.size() < kHeader) return std::string(say(Message::model_short));
    const bool named = std::equal(kMagic.begin(), kMagic.end(), bytes_.begin(),
                                  [](char c, auto b) { return static_cast<std::uint8_t>(c) == b; });
    if (!named || bytes_[kMagic.size()] != 0) return std::string(say(Message::model_unknown));
    if (u32(8) != kVersion) {
      return say(Message::model_version, {std::to_string(u32(8)), std::to_string(kVersion)});
    }
    if (u32(12) != bytes_.size()) {
      return say(Message::model_cut, {std::to_string(bytes_.size()), std::to_string(u32(12))});
    }
    std::uint32_t hash = tagger::fnv_begin;
    for (const std::uint8_t byte : bytes_.subspan(kChecked)) hash = tagger::fnv_step(hash, byte);
    if (hash != u32(16)) return std::string(say(Message::model_altered));
    if (reinterpret_cast<std::uintptr_t>(bytes_.data()) % alignof(float) != 0) {
      return std::string(say(Message::model_unaligned));
    }
    return {};
  }

  [[nodiscard]] std::uint32_t layers() const { return u32(20); }
  [[nodiscard]] std::uint32_t local() const { return u32(24); }
  [[nodiscard]] std::uint32_t parts() const { return u32(28); }
  [[nodiscard]] bool good() const { return good_; }
  // Every part was read.
  [[nodiscard]] bool done() const { return good_ && next_ == parts(); }

  Matrix matrix() {
    const Entry entry = take(integers);
    const std::size_t size = std::size_t{entry.rows} * entry.columns;
    const std::size_t padded = (size + 15) / 16 * 16;
    if (!holds(entry.offset, padded + entry.rows)) return {};
    const auto values = bytes_.subspan(entry.offset, size);
    return {entry.rows,
            entry.columns,
            {reinterpret_cast<const std::int8_t*>(values.data()), values.size()},
            bytes_.subspan(entry.offset + padded, entry.rows)};
  }

  Vector vector() {
    const Entry entry = take(floats);
    const std::size_t count = std::size_t{entry.rows} * entry.columns;
    if (entry.offset % alignof(float) != 0 || !holds(entry.offset, count * sizeof(float))) {
      good_ = false;
      return {};
    }
    const auto* values = reinterpret_cast<const float*>(bytes_.data() + entry.offset);
    const Vector vector(values, count);
    good_ = good_ &&
            std::all_of(vector.begin(), vector.end(), [](float v) { return std::isfinite(v); });
    return vector;
  }

 private:
  struct Entry {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t offset = 0;
  };

  Entry take(Kind kind) {
    const std::size_t at = kHeader + kEntry * next_;
    if (!good_ || next_ >= parts() || !holds(at, kEntry) || u32(at) != kind) {
      good_ = false;
      return {};
    }
    ++next_;
    const Entry entry{u32(at + 4), u32(at + 8), u32(at + 12)};
    good_ = entry.rows > 0 && entry.rows <= kMostRows && entry.columns > 0 &&
            entry.columns <= (kind == integers ? kMostColumns : kMostFloats);
    return good_ ? entry : Entry{};
  }

  bool holds(std::size_t offset, std::size_t size) {
    good_ = good_ && offset <= bytes_.size() && size <= bytes_.size() - offset;
    return good_;
  }

  std::span<const std::uint8_t> bytes_;
  std::uint32_t next_ = 0;
  bool good_ = true;
};

bool is_table(const Matrix& table) { return std::has_single_bit(table.rows) && table.rows > 1; }

bool rises(Vector reliability) {
  return reliability.size() == reliability_points && reliability.front() >= 0.0F &&
         reliability.back() <= 1.0F && std::is_sorted(reliability.begin(), reliability.end());
}

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
  for (std::size_t task = 0; task < task_count; ++task) {
    const std::size_t labels = label_counts[task];
    if (w.crfs[task].start.size() != labels || w.crfs[task].step.size() != labels * labels) {
      return false;
    }
  }
  return w.leave.rows == all_labels && w.leave.columns == size &&
         w.leave_bias.size() == all_labels && rises(w.reliability) && rises(w.status_reliability);
}

}  // namespace

float Matrix::scale(std::size_t index) const {
  constexpr std::array<float, 4> quarter = {1.0F, 1.18920712F, 1.41421356F, 1.68179283F};
  const std::uint32_t step = steps[index];
  const std::uint32_t exponent = 127 - 40 + (step >> 2U);  // 87 to 150: never subnormal
  return quarter[step & 3U] * bits_as<float>(exponent << 23U);
}

std::uint32_t Weights::input_size() const {
  std::uint32_t size = word.columns + prefix.columns + suffix.columns;
  for (const Matrix& table : small) size += table.columns;
  return size;
}

std::variant<Weights, std::string> read_weights(std::span<const std::uint8_t> bytes) {
  Reader reader(bytes);
  if (std::string problem = reader.check_header(); !problem.empty()) return problem;
  const std::string contradiction(say(Message::model_contradicts));
  if (reader.layers() < 1 || reader.layers() > kMostLayers) return contradiction;
  if (reader.local() < 1 || reader.local() >= reader.layers()) return contradiction;
  Weights w;
  w.word = reader.matrix();
  w.prefix = reader.matrix();
  w.suffix = reader.matrix();
  for (Matrix& table : w.small) table = reader.matrix();
  w.convolution = reader.matrix();
  w.convolution_bias = reader.vector();
  for (std::uint32_t i = 0; i < reader.layers(); ++i) {
    Layer layer;
    layer.gates = reader.matrix();
    layer.bias = reader.vector();
    const std::uint32_t input = i == 0 ? w.width() : 2 * w.hidden();
    if (input != layer.gates.rows / 3) layer.skip = reader.matrix();
    w.layers.push_back(layer);
  }
  w.local = reader.local();
  w.summary = reader.matrix();
  w.around = reader.matrix();
  w.leave = reader.matrix();
  w.leave_bias = reader.vector();
  for (Crf& crf : w.crfs) {
    crf.start = reader.vector();
    crf.step = reader.vector();
  }
  w.reliability = reader.vector();
  w.status_reliability = reader.vector();
  if (!reader.done() || !fits(w)) return contradiction;
  return w;
}

}  // namespace sourcelight::model
