// What is claimed, and on whose word: every sentence cut into claims with their status.
// tests/core/claims and tests/cases/claims hold it.
#pragma once

#include <vector>

#include "sources/sources.h"

namespace sourcelight {

// By the labels of status, where there are any; else by the attributions and what rules say of the
// rest.
[[nodiscard]] std::vector<Claim> find_claims(const Grammar& grammar,
                                             const std::vector<Attribution>& attributions,
                                             const SourceTable& sources,
                                             const model::TaskLabels& statuses = {});

}  // namespace sourcelight
