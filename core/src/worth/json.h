// What the models of `worth` see and say of each sentence, as JSON: for training and measuring them
// (tools/train/worth.py, tools/evaluate/worth_figures.py). tests/core/worth/worth_test.cpp holds
// it.
#pragma once

#include <string>

#include "grammar/grammar.h"

namespace sourcelight::worth {

// {"sentences": [{"span": [begin, end], "biased": 0.71, "check_worthy": 0.08,
//   "loaded": [[begin, end], ...], "features": ["word", ...],
//   "words": [[begin, end, "word", "feature", ...], ...]}, ...]}
// Probabilities in ten-thousandths.
[[nodiscard]] std::string to_json(const Grammar& grammar);

}  // namespace sourcelight::worth
