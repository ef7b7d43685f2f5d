// Who says what: finds cue, source and content of every attribution.
// The narrow door between reading and the rest: rules stand behind it now, a trained model can.
// tests/core/attribution and tests/cases/attribution hold it.
#pragma once

#include <vector>

#include "grammar/grammar.h"

namespace sourcelight {

// Spans are bytes of document.text; ids are indices; source_id is not set yet. Sorted by the
// begin of what comes first in each.
[[nodiscard]] std::vector<Attribution> find_attributions(const Grammar& grammar);

}  // namespace sourcelight
