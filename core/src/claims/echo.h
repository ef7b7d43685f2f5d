// Which claims say the same in two places, and where two places give different numbers.
// tests/core/claims/echo_test.cpp and tests/cases/echo hold it.
#pragma once

#include <vector>

#include "claims/claims.h"

namespace sourcelight {

struct Echoes {
  std::vector<Claim> claims;  // those given, with their echoes, and `why` saying who is named there
  std::vector<Contradiction> contradictions;  // by claim, then other
};

// An echo is a claim in the article's own voice and one elsewhere that somebody is given for, when
// they share most of their content words, rare ones counting more (weighted overlap coefficient).
// Two numbers contradict each other when they differ, count the same thing in the same unit, and
// the words around them are about the same. Each word is compared with its nearest occurrences
// only, so that the work grows linearly with the text.
[[nodiscard]] Echoes find_echoes(const Grammar& grammar, const SourceTable& sources,
                                 std::vector<Claim> claims);

}  // namespace sourcelight
