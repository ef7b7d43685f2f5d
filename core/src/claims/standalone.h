// Each claim as a sentence for somebody who has not read the article: who said it, then what.
// tests/core/claims/standalone_test.cpp and tests/cases/standalone hold it.
#pragma once

#include <optional>
#include <vector>

#include "claims/claims.h"
#include "claims/dates.h"

namespace sourcelight {

// The claims with what they say by themselves. Short names and pronouns are written out where it
// is sure who is meant, days and years where the article's day is known. Linear in the text.
[[nodiscard]] std::vector<Claim> with_standalone(const Grammar& grammar,
                                                 const std::vector<Attribution>& attributions,
                                                 const SourceTable& sources,
                                                 std::vector<Claim> claims,
                                                 std::optional<Day> article);

}  // namespace sourcelight
