// The trained labeller: features of every token in, one label a token out. A paragraph is read by
// itself, so what one says never depends on another. tools/train/labeller_model.py is the same
// network for training. tests/core/model/labeller_test.cpp holds it.
#pragma once

#include <span>

#include "model/features.h"
#include "model/labels.h"
#include "model/memory.h"
#include "model/weights.h"

namespace sourcelight::model {

// Time grows linearly with the tokens; memory for the work does not grow beyond one paragraph, and
// paragraphs past 400 tokens are read in pieces. Pieces that the memory knows are not read again;
// the labels are the same with it and without. on_progress is called after each piece.
[[nodiscard]] Labels label_tokens(const Weights& weights, const Document& document,
                                  std::span<const TokenFeatures> features,
                                  LabelMemory* memory = nullptr, const Progress& on_progress = {});

// The same by plain C++ alone: what the fast way is tested against.
[[nodiscard]] Labels label_tokens_plainly(const Weights& weights, const Document& document,
                                          std::span<const TokenFeatures> features);

}  // namespace sourcelight::model
