// Words cut into pieces that the encoder knows, the longest first (Wu et al. 2016, as BERT does).
// tests/core/model/pieces_test.cpp holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/encoder_weights.h"

namespace sourcelight::model {

inline constexpr std::size_t most_pieces_of_word = 8;

// Ids of one to eight pieces. A word with a letter that no piece has is one piece, the unknown one.
// Work grows with the word's first hundred letters, whatever follows them.
[[nodiscard]] std::vector<std::uint32_t> pieces_of(const PieceTable& table, std::string_view utf8);

}  // namespace sourcelight::model
