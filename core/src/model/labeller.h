// The trained labeller: features of every token in, one label a token and task out. A paragraph
// hears a summary of the two before it, and of no other. tools/train/labeller_model.py is the same
// network for training. tests/core/model/labeller_test.cpp holds it.
#pragma once

#include <span>

#include "base/recall.h"
#include "model/features.h"
#include "model/labels.h"
#include "model/weights.h"

namespace sourcelight::model {

// Time grows linearly with the tokens; memory for the work does not grow beyond one paragraph, and
// paragraphs past 400 tokens are read in pieces. Pieces that are recalled are not read again; the
// labels are the same. on_progress is called after each piece.
[[nodiscard]] Labels label_tokens(const Weights& weights, const Document& document,
                                  std::span<const TokenFeatures> features, Recall* recall = nullptr,
                                  const Progress& on_progress = {});

// The same by plain C++ alone: what the fast way is tested against.
[[nodiscard]] Labels label_tokens_plainly(const Weights& weights, const Document& document,
                                          std::span<const TokenFeatures> features);

}  // namespace sourcelight::model
