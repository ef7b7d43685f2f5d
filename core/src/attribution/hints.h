// What the rules make of each token, as one small number: the labeller reads it beside the words.
// tests/core/attribution/hints_test.cpp holds it.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/grammar.h"

namespace sourcelight {

// Takes attributions_by_rules(); gives one hint a token, below 32. 0: nothing. 1 + 6 * doubt + 2 *
// role + inside for a token of an attribution that stands in no other: doubt 0 to 2 by how often
// the rule is right, role 0 source, 1 cue, 2 content, inside 1 after the first token of a span. 19,
// 20: source and cue of one that stands in another's content.
[[nodiscard]] std::vector<std::uint8_t> rule_hints(const Grammar& grammar,
                                                   const std::vector<Attribution>& by_rules);

}  // namespace sourcelight
