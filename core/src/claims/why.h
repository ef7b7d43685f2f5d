// The reason of a claim in plain words. tests/core/claims/why_test.cpp holds it.
#pragma once

#include <string>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// One sentence. Indices of the reason that are no source's are left out.
[[nodiscard]] std::string say(const Reason& reason, const std::vector<Source>& sources);

}  // namespace sourcelight
