// What is claimed, and on whose word: every sentence cut into claims with their status.
// tests/core/claims and tests/cases/claims hold it.
#pragma once

#include <vector>

#include "sources/sources.h"

namespace sourcelight {

[[nodiscard]] std::vector<Claim> find_claims(const Grammar& grammar,
                                             const std::vector<Attribution>& attributions,
                                             const SourceTable& sources);

}  // namespace sourcelight
