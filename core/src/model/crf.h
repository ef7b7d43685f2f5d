// A linear-chain conditional random field over one sequence (Lafferty, McCallum and Pereira 2001):
// the likeliest labels, and how likely each is. tests/core/model/crf_test.cpp holds it.
#pragma once

#include <span>

#include "model/labels.h"
#include "model/weights.h"

namespace sourcelight::model {

// emissions: label_count scores a token. best and probability: one entry a token, overwritten.
void decode(const Weights& weights, std::span<const float> emissions, std::span<Label> best,
            std::span<float> probability);

}  // namespace sourcelight::model
