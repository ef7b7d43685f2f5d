// Words that a newsroom adds to those Sourcelight knows (docs/house-style.md): plain data that the
// grammar hands to the stages. tests/core/style/vocabulary_test.cpp holds what they do.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

struct KnownSource {
  std::string name;  // as the newsroom writes it
  std::string key;   // the same in lower case, without "the" in front
  SourceKind kind = SourceKind::named_organization;
};

struct Vocabulary {
  // Each form of a verb that tells who says what, in lower case, and as which word that it knows
  // the labeller is to read it.
  std::unordered_map<std::string, std::string_view> verbs;
  std::string titles;  // nouns of persons, one a line, lower case
  std::vector<KnownSource> sources;
};

}  // namespace sourcelight
