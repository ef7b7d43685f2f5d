// Reads the lists once; see roles.h.
#include "sources/roles.h"

#include "lexicon_data.h"

namespace sourcelight {

const Roles& Roles::english() {
  static const Roles roles{
      WordList(lexicon::names_male),      WordList(lexicon::names_female),
      WordList(lexicon::places),          WordList(lexicon::organizations),
      WordList(lexicon::person_nouns),    WordList(lexicon::organization_nouns),
      WordList(lexicon::document_nouns),  WordList(lexicon::mouthpieces),
      WordList(lexicon::anonymous_nouns),
  };
  return roles;
}

}  // namespace sourcelight
