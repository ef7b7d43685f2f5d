// What a noun says about a source: person, body, document, spokesman, unnamed people.
#pragma once

#include "base/word_list.h"

namespace sourcelight {

// The word lists of core/lexicon that tell kinds of sources.
struct Roles {
  WordList male_names, female_names, places, organizations;
  WordList person_nouns, organization_nouns, document_nouns, mouthpieces, anonymous_nouns;

  [[nodiscard]] static const Roles& english();
};

}  // namespace sourcelight
