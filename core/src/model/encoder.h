// The encoder (BERT: Devlin et al. 2019; MiniLM's six layers, fine-tuned), a larger network than
// the labeller that gives the same labels, better read and some twenty-five times as slowly. A
// sequence is what fits of whole paragraphs, and what stands before them. tools/train/teacher.py is
// the same network for training. tests/core/model/encoder_test.cpp holds it.
#pragma once

#include <cstddef>
#include <span>

#include "base/recall.h"
#include "model/encoder_weights.h"
#include "model/features.h"
#include "model/labels.h"

namespace sourcelight::model {

// As in training (teacher.py: PACKED, BEFORE). Marks between paragraphs count as pieces.
inline constexpr std::size_t most_pieces_of_paragraphs = 128;
inline constexpr std::size_t most_pieces_before = 44;
// With the marks at its begin and end, and the last word's pieces.
inline constexpr std::size_t most_pieces_of_sequence = 184;

// Sums of attention that are made side by side: what a head gathers is a multiple of it.
inline constexpr std::size_t sums_at_once = 16;

// Time grows linearly with the tokens; memory for the work does not grow beyond one sequence.
// Sequences that are recalled are not read again; the labels are the same. on_progress is called
// after each sequence.
[[nodiscard]] Labels label_by_encoder(const EncoderWeights& weights, const Grammar& grammar,
                                      std::span<const TokenFeatures> features,
                                      Recall* recall = nullptr, const Progress& on_progress = {});

// The same by plain C++ alone: what the fast way is tested against.
[[nodiscard]] Labels label_by_encoder_plainly(const EncoderWeights& weights, const Grammar& grammar,
                                              std::span<const TokenFeatures> features);

}  // namespace sourcelight::model
