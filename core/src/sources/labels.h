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

struct SourceLabels {
  std::vector<KindChances> kinds;  // one a token, of the source that it stands in; or none at all
  std::vector<TokenRange> titles;  // what says who somebody is; ascending, apart
};

// Of the labels of a model; nothing where they are empty. Its labels of names are not heard: with
// them kinds, names and titles came out worse (tools/train/EXPERIMENTS.md).
[[nodiscard]] SourceLabels source_labels(const model::Labels& labels);

// What all tokens of the phrase say together, 1 in sum; all 0 where nothing is said.
[[nodiscard]] KindChances kind_chances(const SourceLabels* labels, TokenRange phrase);

}  // namespace sourcelight
