// From the scores of a sequence's tokens to their labels in all tasks, and back from what Recall
// keeps of them. tests/core/model/labeller_test.cpp holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/recall.h"
#include "model/labels.h"
#include "model/weights.h"

namespace sourcelight::model {

// scores: of all labels for each token, at least `size` tokens; the labels are written from token
// `first` on.
void decode_all(std::span<const Crf, task_count> crfs, std::span<const float> scores,
                std::size_t first, std::size_t size, Labels& labels);

// Of each token its labels, four bits a task, and the bits of their probabilities.
[[nodiscard]] Recall::Numbers numbers_of_labels(const Labels& labels, std::size_t first,
                                                std::size_t size);

// Writes the labels that numbers_of_labels() was given; gives the numbers behind them.
std::span<const std::uint32_t> recall_labels(std::span<const std::uint32_t> numbers,
                                             std::size_t first, std::size_t size, Labels& labels);

}  // namespace sourcelight::model
