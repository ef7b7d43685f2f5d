// What a noun says about a source: person, body, document, spokesman, unnamed people.
#pragma once

#include <string_view>

#include "base/vocabulary.h"
#include "base/word_list.h"

namespace sourcelight {

// The word lists of core/lexicon that tell kinds of sources.
struct Roles {
  WordList male_names, female_names, places, organizations;
  WordList person_nouns, organization_nouns, document_nouns, mouthpieces, anonymous_nouns;
  WordList name_endings;

  [[nodiscard]] static const Roles& english();
  // These with the newsroom's own titles, if it has any; `own` must live as long.
  [[nodiscard]] static Roles english_and(const Vocabulary* own);

  // A role of one person or of several: "senator", "senators", "spokeswomen".
  [[nodiscard]] bool is_role(std::string_view norm) const;
  // "diver", "organist", "musician": by its ending, where no list has it.
  [[nodiscard]] bool sounds_like_role(std::string_view norm) const;
  // Does it head the phrase or end the name of a body? "council"; "Valley", "Mirror" in a name
  // only.
  [[nodiscard]] bool is_body_noun(std::string_view norm, bool capitalized) const {
    return organization_nouns.has(norm) || (capitalized && name_endings.has(norm));
  }
  [[nodiscard]] bool is_first_name(std::string_view norm) const {
    return male_names.has(norm) || female_names.has(norm);
  }
};

// A party and a place, as they stand behind a name: "r-ohio", "d-n.c.".
[[nodiscard]] bool is_party_and_place(std::string_view norm);

}  // namespace sourcelight
