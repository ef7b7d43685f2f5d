// The encoder's weights and vocabulary, from the bytes of its weight file (docs/model-format.md).
// A file that was cut, altered or made for another version is refused with the reason.
// tests/core/model/encoder_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "model/features.h"
#include "model/weights.h"

namespace sourcelight::model {

// How one character is read where it is not read as it is.
struct Folded {
  char32_t as = 0;     // 0: not at all
  bool alone = false;  // a mark that is a word of its own
};

// Word pieces: those that begin a word are written as they are, others behind "##".
struct PieceTable {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  std::unordered_map<char32_t, Folded> folded;  // characters beyond ASCII
  std::uint32_t begin = 0;                      // of a sequence
  std::uint32_t paragraph = 0;                  // between paragraphs, and at the end
  std::uint32_t unknown = 0;
};

struct Norm {
  Vector scale;  // of each column, then what is added to each
};

struct EncoderLayer {
  Matrix attend;  // queries, keys, values
  Vector attend_bias;
  Matrix out;
  Vector out_bias;
  Norm attended;
  Matrix up;
  Vector up_bias;
  Matrix down;
  Vector down_bias;
  Norm done;
};

struct EncoderWeights : Answers {
  PieceTable pieces;
  Matrix words;   // of pieces
  Matrix places;  // of a piece in its sequence
  Norm begin;
  std::vector<EncoderLayer> layers;
  std::uint32_t heads = 0;
  std::array<Matrix, small_feature_count> small;
  Matrix enter;  // from a token's first piece and its small features
  Vector enter_bias;
  std::vector<std::vector<std::int8_t>> unpacked;  // what the packed matrices point to

  [[nodiscard]] std::uint32_t size() const { return words.columns; }
};

[[nodiscard]] bool is_encoder(std::span<const std::uint8_t> bytes);

// Points into the bytes, which must begin at an address divisible by 4 and outlive the weights.
[[nodiscard]] std::variant<EncoderWeights, std::string> read_encoder(
    std::span<const std::uint8_t> bytes);

}  // namespace sourcelight::model
