// What all weight files have in common (docs/model-format.md): a header with a checksum, then parts
// that are read in place. tests/core/model/weights_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/weights.h"

namespace sourcelight::model {

// How the file of a network begins.
struct Kind {
  std::string_view magic;  // seven letters; a zero byte follows
  std::uint32_t version = 0;
};

[[nodiscard]] bool is_of(std::span<const std::uint8_t> bytes, const Kind& kind);

// Why the bytes are no whole and unaltered file of this kind; empty if they are.
[[nodiscard]] std::string problem_of(std::span<const std::uint8_t> bytes, const Kind& kind);

// The parts one after the other, of bytes that have no problem. What is not as it is asked for is
// empty, and so is all that follows.
class Parts {
 public:
  explicit Parts(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  // The two numbers that the header has of the network.
  [[nodiscard]] std::array<std::uint32_t, 2> shape() const;
  // Was every part read?
  [[nodiscard]] bool done() const;

  Matrix matrix();
  // A matrix of four bits a weight, whose values are unpacked into `values`.
  Matrix packed(std::vector<std::int8_t>& values);
  Vector vector();
  std::string_view text();
  void read(Answers& answers);

 private:
  struct Entry {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t offset = 0;
  };

  [[nodiscard]] std::uint32_t u32(std::size_t at) const;
  Entry take(std::uint32_t kind, std::uint32_t most_rows, std::uint32_t most_columns);
  bool holds(std::size_t offset, std::size_t size);

  std::span<const std::uint8_t> bytes_;
  std::uint32_t next_ = 0;
  bool good_ = true;
};

// Do they fit each other, and a network that ends in `columns` numbers a token?
[[nodiscard]] bool answers_fit(const Answers& answers, std::uint32_t columns);

}  // namespace sourcelight::model
