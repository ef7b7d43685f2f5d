// What an attribution is worth to the reader: whether it gives somebody's word at all, and whose.
// The statuses are those of docs/report.md. tests/core/claims and tests/cases/claims hold it.
#pragma once

#include <vector>

#include "sources/sources.h"

namespace sourcelight {

struct Standing {
  bool tells = false;                      // gives somebody's word; a deed ("banned him") does not
  ClaimStatus status = ClaimStatus::none;  // by its own source alone
};

// One an attribution, by its id.
[[nodiscard]] std::vector<Standing> find_standings(const Grammar& grammar,
                                                   const std::vector<Attribution>& attributions,
                                                   const SourceTable& sources);

// "citing sources familiar with the plan": tells whether the tokens begin so, naming nobody.
[[nodiscard]] bool cites_unnamed(const Grammar& grammar, TokenRange tokens);

// Tells whether the token is a form of "cite" or "quote".
[[nodiscard]] bool is_citing(const Grammar& grammar, std::uint32_t token);

// A verb that gives somebody's word rather than a deed: "commented", not "banned".
[[nodiscard]] bool is_verb_of_saying(const Grammar& grammar, const VerbGroup& verb);

// "Lee’s claim that": the cue is a noun.
[[nodiscard]] bool has_nominal_cue(const Grammar& grammar, const Attribution& attribution);

// Tells whether `outer`, a body or a document that is named, only passes on what `inner` gives as
// the word of people who are not: "the Herald reported that sources claimed ...".
[[nodiscard]] bool passes_on(const Grammar& grammar, const SourceTable& sources,
                             const Attribution& outer, const Attribution& inner);

}  // namespace sourcelight
