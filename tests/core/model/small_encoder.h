// An encoder of a few kilobytes with weights drawn at random, as a weight file: it reads nothing
// well, and everything as fast as tests need.
#pragma once

#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>
#include <vector>

#include "model/encoder.h"
#include "model/labels.h"

namespace sourcelight::testing {

inline constexpr std::string_view small_vocabulary =
    "[CLS]\n[SEP]\n[UNK]\na\nb\nc\nd\ne\n##a\n##b\n##c\n##d\n##e\nthe\nsaid\nbridge\n##ridge\nis\n."
    "\n,"
    "\n\"\n“\n”";

// Parts of a weight file, as tools/train/encoder_file.py writes them.
class SmallEncoder {
 public:
  explicit SmallEncoder(unsigned seed) : random_(seed) {
    constexpr std::uint32_t size = 64;
    constexpr std::uint32_t inner = 128;
    text(small_vocabulary);
    text("áa\nÁa\n“ “\n” ”\n\u0301");
    packed(23, size);
    matrix(model::most_pieces_of_sequence, size);
    norm(size);
    for (std::uint32_t layer = 0; layer < layers; ++layer) {
      packed(3 * size, size);
      floats(1, 3 * size);
      packed(size, size);
      floats(1, size);
      norm(size);
      packed(inner, size);
      floats(1, inner);
      packed(size, inner);
      floats(1, size);
      norm(size);
    }
    for (const std::uint32_t limit : model::small_feature_limits) matrix(limit, 4);
    matrix(32, 88);
    floats(1, 32);
    matrix(model::all_labels, 32);
    floats(1, model::all_labels);
    for (std::size_t task = 0; task < model::task_count; ++task) {
      scores(model::label_counts[task], model::labels_spans(static_cast<model::Task>(task)));
    }
    const std::vector<float> sure = {0, .1F, .2F, .3F, .4F, .5F, .6F, .7F, .8F, .9F, 1};
    floats_of(1, 11, sure);
    floats_of(1, 11, sure);
  }

  [[nodiscard]] std::vector<std::uint8_t> file() const {
    constexpr std::size_t header = 32;
    Bytes bytes(header + 16 * parts_.size());
    std::memcpy(bytes.data(), "SLENCOD", 8);
    put(bytes, 8, 1);
    put(bytes, 20, layers);
    put(bytes, 24, 2);  // heads
    put(bytes, 28, static_cast<std::uint32_t>(parts_.size()));
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      bytes.resize((bytes.size() + 15) / 16 * 16);
      const auto offset = static_cast<std::uint32_t>(bytes.size());
      const std::uint32_t entry[] = {part.kind, part.rows, part.columns, offset};
      for (std::size_t f = 0; f < 4; ++f) put(bytes, header + 16 * i + 4 * f, entry[f]);
      bytes.insert(bytes.end(), part.bytes.begin(), part.bytes.end());
    }
    put(bytes, 12, static_cast<std::uint32_t>(bytes.size()));
    put_checksum(bytes);
    return bytes;
  }

  // As if whoever altered the bytes had known the format.
  static void put_checksum(std::vector<std::uint8_t>& bytes) {
    std::uint32_t hash = 0x811C9DC5U;
    for (std::size_t i = 20; i < bytes.size(); ++i) hash = (hash ^ bytes[i]) * 0x01000193U;
    put(bytes, 16, hash);
  }

  static void put(std::vector<std::uint8_t>& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes.at(at + i) = std::uint8_t(value >> (8 * i));
  }

 private:
  using Bytes = std::vector<std::uint8_t>;
  struct Part {
    std::uint32_t kind = 0;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    Bytes bytes;
  };
  static constexpr std::uint32_t layers = 2;

  std::uint8_t byte() { return static_cast<std::uint8_t>(random_()); }

  // A byte a row: 2 ** -7, so that sums of products are small numbers.
  void steps(Bytes& bytes, std::uint32_t rows) { bytes.insert(bytes.end(), rows, 132); }

  void text(std::string_view letters) {
    Bytes bytes(letters.begin(), letters.end());
    parts_.push_back({3, 1, static_cast<std::uint32_t>(letters.size()), bytes});
  }

  void packed(std::uint32_t rows, std::uint32_t columns) {
    Bytes bytes(std::size_t{rows} * columns / 2);
    for (auto& one : bytes) one = byte();
    bytes.insert(bytes.end(), std::size_t{rows} * columns / 64, 0);
    steps(bytes, rows);
    parts_.push_back({2, rows, columns, bytes});
  }

  void matrix(std::uint32_t rows, std::uint32_t columns) {
    Bytes bytes((std::size_t{rows} * columns + 15) / 16 * 16);
    for (auto& one : bytes) one = byte();
    steps(bytes, rows);
    parts_.push_back({0, rows, columns, bytes});
  }

  void floats_of(std::uint32_t rows, std::uint32_t columns, const std::vector<float>& values) {
    Bytes bytes(values.size() * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    parts_.push_back({1, rows, columns, bytes});
  }

  std::vector<float> drawn(std::size_t count) {
    std::vector<float> values(count);
    for (float& value : values) value = std::normal_distribution<float>(0, 0.3F)(random_);
    return values;
  }

  void floats(std::uint32_t rows, std::uint32_t columns) {
    floats_of(rows, columns, drawn(std::size_t{rows} * columns));
  }

  // Of labels: spans (odd labels) go on (even ones) only where they began.
  void scores(std::uint32_t labels, bool spans) {
    std::vector<float> start = drawn(labels);
    std::vector<float> step = drawn(std::size_t{labels} * labels);
    for (std::uint32_t inside = 2; spans && inside < labels; inside += 2) {
      start[inside] = -1e4F;
      for (std::uint32_t from = 0; from < labels; ++from) {
        if (from != inside && from + 1 != inside) step[from * labels + inside] = -1e4F;
      }
    }
    floats_of(1, labels, start);
    floats_of(labels, labels, step);
  }

  void norm(std::uint32_t size) {
    std::vector<float> values(std::size_t{2} * size, 1.0F);
    std::fill(values.begin() + size, values.end(), 0.0F);
    floats_of(2, size, values);
  }

  std::mt19937 random_;
  std::vector<Part> parts_;
};

}  // namespace sourcelight::testing
