// What the article has told so far, as the reader of the next source phrase remembers it.
#pragma once

#include <vector>

#include "sources/names.h"
#include "sources/roles.h"
#include "sources/sources.h"

namespace sourcelight {

struct Discourse {
  const Grammar& grammar;
  const Roles roles;
  const Names names;
  SourceTable table;
  std::vector<std::uint32_t> entity_of;        // source -> entity in names, or kNone
  std::vector<std::uint32_t> recent;           // sources in order of speaking
  std::uint32_t last_person = Grammar::kNone;  // entity of the person who spoke last
  std::uint32_t last_body = Grammar::kNone;    // entity of the body that spoke last
};

}  // namespace sourcelight
