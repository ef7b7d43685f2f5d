// The reason of a claim, and how it is told in plain words. tests/core/claims/why_test.cpp holds
// it.
#pragma once

#include <string>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// One sentence. Indices of the reason that are no source's are left out.
[[nodiscard]] std::string say(const Reason& reason, const std::vector<Source>& sources);

// A claim that tells its reason; the attributions it rests on in any order.
[[nodiscard]] Claim make_claim(Spans spans, ClaimStatus status,
                               std::vector<std::uint32_t> attributions, Reason reason,
                               const std::vector<Source>& sources);

}  // namespace sourcelight
