// Reads the lists once; see roles.h.
#include "sources/roles.h"

#include <algorithm>
#include <iterator>
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
  return norm.size() > 2 && norm.ends_with('s') &&
         person_nouns.has(norm.substr(0, norm.size() - 1));
}

bool Roles::sounds_like_role(std::string_view norm) const {
  constexpr std::string_view kThings[] = {
      "number", "matter",  "letter",  "chapter", "center",  "quarter",  "counter", "answer",
      "power",  "factor",  "error",   "terror",  "order",   "corner",   "other",   "another",
      "color",  "flavor",  "charter", "weather", "paper",   "computer", "river",   "water",
      "cancer", "trailer", "poster",  "banner",  "tracker", "theater",  "border",  "shelter"};
  const std::string_view one = norm.ends_with('s') ? norm.substr(0, norm.size() - 1) : norm;
  if (one.size() < 5 || document_nouns.has(norm) || organization_nouns.has(norm)) return false;
  if (std::find(std::begin(kThings), std::end(kThings), one) != std::end(kThings)) return false;
  return one.ends_with("er") || one.ends_with("or") || one.ends_with("ist") ||
         one.ends_with("ian") || one.ends_with("man") || one.ends_with("woman");
}

bool is_party_and_place(std::string_view norm) {
  return norm.size() > 3 && norm[1] == '-' && (norm[0] == 'r' || norm[0] == 'd' || norm[0] == 'i');
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
