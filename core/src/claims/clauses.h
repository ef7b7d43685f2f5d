// Where a sentence asserts something of its own, and how it falls into clauses that do.
// tests/core/claims holds it.
#pragma once

#include <vector>

#include "grammar/grammar.h"

namespace sourcelight {

// Where the article speaks itself in a range of one sentence, cut into what stands for itself:
// coordinated clauses with their own subject, relative clauses set off by commas and closing
// participles ("..., leaving the town in ruins"); the first has what the others leave ("Lind /
// resigned" around ", who was jailed,"). The whole range if not all of them assert something.
// Quotations are not cut. Without the marks around each piece; never empty.
[[nodiscard]] std::vector<Spans> own_voice_pieces(const Grammar& grammar, TokenRange range);

// What a sentence is of which the labels say that it asserts nothing: a question, a credit, ...
[[nodiscard]] ReasonKind why_no_claim(const Grammar& grammar, const Sentence& sentence);

// Without the marks and conjunctions at both ends.
[[nodiscard]] TokenRange trimmed(const Grammar& grammar, TokenRange range);

}  // namespace sourcelight
