// What a noun says about a source: person, body, document, spokesman, unnamed people.
#pragma once

#include <string_view>

#include "base/word_list.h"
#include "grammar/grammar.h"
#include "words/language.h"

namespace sourcelight {

// The word lists of core/lexicon that tell kinds of sources.
struct Roles {
  const Language& language;
  WordList male_names, female_names, places, organizations;
  WordList person_nouns, organization_nouns, document_nouns, mouthpieces, anonymous_nouns;
  WordList name_endings;

  explicit Roles(const Language& language);
  // These with more nouns of persons, one a line; both must live as long.
  Roles(const Roles& base, std::string_view titles);

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

// The lists of the article's language, with the newsroom's own titles.
[[nodiscard]] Roles roles_for(const Grammar& grammar);

// A party and a place, as they stand behind a name: "r-ohio", "d-n.c.".
[[nodiscard]] bool is_party_and_place(const Language& language, std::string_view norm);

}  // namespace sourcelight
