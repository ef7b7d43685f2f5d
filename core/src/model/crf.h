// A linear-chain conditional random field over one sequence (Lafferty, McCallum and Pereira 2001):
// the likeliest labels, and how likely each is. tests/core/model/crf_test.cpp holds it.
#pragma once

#include <cstdint>
#include <span>

#include "model/weights.h"

namespace sourcelight::model {

// Scores of the labels of one task, token by token: `stride` numbers lie between two tokens.
struct Emissions {
  std::span<const float> scores;
  std::size_t stride = 0;
};

// best and probability: one entry a token, overwritten.
void decode(const Crf& crf, Emissions emissions, std::span<std::uint8_t> best,
            std::span<float> probability);

}  // namespace sourcelight::model
