// From labelled tokens to attributions: which source and which content belong to which cue.
// Bounded work a labelled piece, so that it grows linearly with the text.
// tests/core/attribution/join_test.cpp holds it.
#pragma once

#include <vector>

#include "attribution/reading.h"
#include "model/labels.h"

namespace sourcelight {

// Takes one label a token, and how sure each is. Every attribution has one cue and a content,
// perhaps a source; ids, parents and the kind of quotation are not set. Sorted by their cues.
[[nodiscard]] std::vector<Attribution> join_labels(const Reading& reading,
                                                   const model::TaskLabels& labels);

}  // namespace sourcelight
