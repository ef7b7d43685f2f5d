// How much a claim deserves a check. tests/core/signals hold it.
#pragma once

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// 0 to 1: the sum of a weight for its status, one for each kind of signal it has, and one for how
// probably people would check its sentence (worth/worth.h), at most 1; 0 for a claim of status
// none. The weights stand in priority.cpp.
[[nodiscard]] double priority_of(const Claim& claim, double check_worthy);

}  // namespace sourcelight
