// What a network says of sources, token by token. Any of it may be missing.
// tests/core/sources/labels_test.cpp holds what is made of it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "grammar/phrases.h"
#include "model/labels.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {

// One of each SourceKind, 0 to 1.
using KindChances = std::array<float, 7>;

enum class NameKind : std::uint8_t { none, person, body, place, other };

struct SourceLabels {
  std::vector<KindChances> kinds;  // one a token, of the source that it stands in; or none at all
  std::vector<NameKind> names;     // one a token, of the name that it stands in; or none at all
  std::vector<TokenRange> titles;  // what says who somebody is; ascending, apart
};

// Of the labels of a model; nothing where they are empty.
[[nodiscard]] SourceLabels source_labels(const model::Labels& labels);

// What all tokens of the phrase say together, 1 in sum; all 0 where nothing is said.
[[nodiscard]] KindChances kind_chances(const SourceLabels* labels, TokenRange phrase);

// none where nothing is said, and beyond the last token.
[[nodiscard]] NameKind name_kind(const SourceLabels* labels, std::uint32_t token);

}  // namespace sourcelight
