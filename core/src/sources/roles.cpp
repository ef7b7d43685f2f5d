// Reads the lists once; see roles.h.
#include "sources/roles.h"

#include <string>

#include "lexicon_data.h"

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
  if (norm.ends_with("men")) {
    const std::string one = std::string(norm.substr(0, norm.size() - 2)) + "an";
    return person_nouns.has(one);
  }
  return norm.size() > 3 && norm.ends_with('s') &&
         person_nouns.has(norm.substr(0, norm.size() - 1));
}

bool is_party_and_place(std::string_view norm) {
  return norm.size() > 3 && norm[1] == '-' && (norm[0] == 'r' || norm[0] == 'd' || norm[0] == 'i');
}

}  // namespace sourcelight
