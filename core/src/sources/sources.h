// Who is who: groups the sources of all attributions into persons, bodies, documents, groups.
// tests/core/sources and tests/cases/sources hold it.
#pragma once

#include <optional>
#include <vector>

#include "attribution/attribution.h"
#include "sources/labels.h"
#include "sources/names.h"

namespace sourcelight {

struct SourceTable {
  std::vector<Source> sources;                   // in order of first statement
  std::vector<std::optional<std::uint32_t>> of;  // attribution id -> index into sources
  std::vector<double> sureness;                  // attribution id -> 0 to 1: that `of` is right
  Names names = {};                              // all that the article names
  std::vector<std::uint32_t> entity_of = {};     // source -> entity in names, or kNone
};

// The labels are those of a network, where there is one (labels.h).
[[nodiscard]] SourceTable resolve_sources(const Grammar& grammar,
                                          const std::vector<Attribution>& attributions,
                                          const SourceLabels* labels = nullptr);

}  // namespace sourcelight
