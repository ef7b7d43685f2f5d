// What is claimed by what the labeller says of every token: whose word it is, or that it asserts
// nothing. Attributions say who. tests/core/claims/claims_test.cpp holds it.
#pragma once

#include <vector>

#include "model/labels.h"
#include "sources/sources.h"

namespace sourcelight {

// One claim a stretch of a sentence on one footing; the article's own voice is cut into clauses.
// `statuses`: one label a token, in the order of ClaimStatus.
[[nodiscard]] std::vector<Claim> find_claims(const Grammar& grammar,
                                             const std::vector<Attribution>& attributions,
                                             const SourceTable& sources,
                                             const model::TaskLabels& statuses);

}  // namespace sourcelight
