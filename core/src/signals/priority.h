// How much a claim deserves a check. tests/core/signals hold it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// One for each of default_weights(), in their order; what makes no sense is told.
[[nodiscard]] std::variant<std::vector<Weight>, std::string> read_weights(
    const std::vector<Weight>& changes);

// 0 to 1: the sum of a weight for its status, one for each kind of signal it has, and one for how
// probably people would check its sentence (worth/worth.h), at most 1; 0 for a claim of status
// none. The default weights stand in priority.cpp.
[[nodiscard]] double priority_of(const Claim& claim, double check_worthy,
                                 const std::vector<Weight>& weights = default_weights());

}  // namespace sourcelight
