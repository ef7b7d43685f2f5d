// What makes each claim worth a check, and how much it deserves one.
// Rules: core/rules/en, one file a signal. tests/core/signals and tests/cases/signals hold it.
#pragma once

#include <vector>

#include "grammar/grammar.h"

namespace sourcelight {

// The claims with their signals, in order of their spans, and priority. A signal may begin before
// its claim or end after it. Signals of the source ("critics say", "a study found") count for the
// claims that rest on it. Claims of status none have no signals. weights: as read_weights() gives;
// ignored: words that are no signal, sorted and disjoint. Time is linear in the text; what is
// recalled is not looked for again.
[[nodiscard]] std::vector<Claim> with_signals(
    const Grammar& grammar, const std::vector<Attribution>& attributions, std::vector<Claim> claims,
    const std::vector<Weight>& weights = default_weights(), const Spans& ignored = {},
    Recall* recall = nullptr);

// What is found without what stands inside ignored words: these must be sorted and disjoint.
[[nodiscard]] Spans without_ignored(Spans found, const Spans& ignored);

}  // namespace sourcelight
