// The last stage: everything found, in the caller's offsets.
// tests/core/report hold it; to_json() is in json.cpp, the other formats in render.h.
#pragma once

#include <vector>

#include "sourcelight/sourcelight.h"
#include "sources/sources.h"

namespace sourcelight {

[[nodiscard]] Report build_report(const Document& document,
                                  const std::vector<Attribution>& attributions,
                                  const SourceTable& sources, const std::vector<Claim>& claims,
                                  const std::vector<Contradiction>& contradictions,
                                  const std::vector<Finding>& findings);

}  // namespace sourcelight
