// Reads the lists once; see roles.h.
#include "sources/roles.h"

#include <string>

#include "lexicon_data.h"
#include "words/roles.h"

namespace sourcelight {

const Roles& Roles::english() {
  static const Roles roles{
      WordList(lexicon::names_male),      WordList(lexicon::names_female),
      WordList(lexicon::places),          WordList(lexicon::organizations),
      WordList(lexicon::person_nouns),    WordList(lexicon::organization_nouns),
      WordList(lexicon::document_nouns),  WordList(lexicon::mouthpieces),
      WordList(lexicon::anonymous_nouns), WordList(lexicon::body_name_endings),
  };
  return roles;
}

bool Roles::is_role(std::string_view norm) const {
  if (person_nouns.has(norm)) return true;
  if (has_ending(norm, Role::plural_of_man)) {
    const auto& words = RoleTable::english();
    const std::size_t ending = words.words(Role::plural_of_man).front().size();
    return person_nouns.has(std::string(norm.substr(0, norm.size() - ending)) +
                            std::string(words.words(Role::ending_of_man).front()));
  }
  return norm.size() > 2 && norm.ends_with('s') &&
         person_nouns.has(norm.substr(0, norm.size() - 1));
}

bool Roles::sounds_like_role(std::string_view norm) const {
  const std::string_view one = norm.ends_with('s') ? norm.substr(0, norm.size() - 1) : norm;
  return one.size() >= 5 && has_ending(one, Role::person_ending) &&
         !sourcelight::is_role(one, Role::thing_like_person) && !document_nouns.has(norm) &&
         !organization_nouns.has(norm);
}

bool is_party_and_place(std::string_view norm) {
  return norm.size() > 3 && norm[1] == '-' && is_role(norm.substr(0, 1), Role::party_initial);
}

Roles Roles::english_and(const Vocabulary* own) {
  const Roles& base = english();
  const std::string_view titles = own ? std::string_view(own->titles) : std::string_view();
  return {
      WordList({}, &base.male_names),       WordList({}, &base.female_names),
      WordList({}, &base.places),           WordList({}, &base.organizations),
      WordList(titles, &base.person_nouns), WordList({}, &base.organization_nouns),
      WordList({}, &base.document_nouns),   WordList({}, &base.mouthpieces),
      WordList({}, &base.anonymous_nouns),  WordList({}, &base.name_endings),
  };
}

}  // namespace sourcelight
