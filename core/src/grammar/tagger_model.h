// The weights of the tagger, read from the bytes of core/models/en.tagger (docs/tagger-format.md).
// A file that was cut, altered or made for another version is refused with the reason.
// tests/core/grammar/tagger_model_test.cpp holds it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace sourcelight::tagger {

// Tags have room for 32 scores, so that a row's weights never write beside them.
using Scores = std::array<std::int32_t, 32>;

class Model {
 public:
  // Adds the weights of the row that a feature's hash chooses, if there is one.
  void add(std::uint32_t hash, Scores& scores) const {
    const std::uint32_t bucket = hash >> shift_;
    const Block& block = blocks_[bucket / 64];
    const std::uint64_t bit = std::uint64_t{1} << (bucket % 64);
    if ((block.used & bit) == 0) return;
    const auto before = static_cast<std::uint32_t>(std::popcount(block.used & (bit - 1)));
    const std::uint32_t row = block.first_row + before;
    for (std::uint32_t i = begins_[row]; i < begins_[row + 1]; ++i) {
      scores[weights_[i].tag] += weights_[i].value;
    }
  }

  [[nodiscard]] std::size_t rows() const { return begins_.size() - 1; }
  [[nodiscard]] std::size_t weights() const { return weights_.size(); }

 private:
  friend std::variant<Model, std::string> read_model(std::span<const std::uint8_t> bytes);

  struct Block {  // 64 buckets
    std::uint64_t used = 0;
    std::uint32_t first_row = 0;
  };
  struct Weight {
    std::uint8_t tag = 0;
    std::int8_t value = 0;
  };

  std::uint32_t shift_ = 31;
  std::vector<Block> blocks_ = {Block{}};
  std::vector<std::uint32_t> begins_ = {0};  // of each row in weights_, and their end
  std::vector<Weight> weights_;
};

// The model, or why the bytes hold none.
[[nodiscard]] std::variant<Model, std::string> read_model(std::span<const std::uint8_t> bytes);

}  // namespace sourcelight::tagger
