// Who says what: finds cue, source and content of every attribution. The narrow door between
// reading and the rest: a trained labeller stands behind it. tests/core/attribution holds it.
#pragma once

#include <vector>

#include "grammar/grammar.h"
#include "model/model.h"

namespace sourcelight {

struct Attributions {
  std::vector<Attribution> all;
  model::Labels labels;  // what the model said of each token
};

// Spans are bytes of document.text; ids are indices; source_id is not set yet. Sorted by the begin
// of what comes first in each. What is recalled spares the model what it has read; it changes
// nothing else.
[[nodiscard]] Attributions find_attributions(const Grammar& grammar, const model::Model& model,
                                             Recall* recall = nullptr,
                                             const Progress& on_progress = {});

// What labels alone make; where marks set speakers apart (transcripts, signatures), the labels of
// the article's attributions are corrected by them first.
[[nodiscard]] std::vector<Attribution> attributions_by_labels(const Grammar& grammar,
                                                              model::Labels& labels);

}  // namespace sourcelight
