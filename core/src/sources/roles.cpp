// Reads the lists once; see roles.h.
#include "sources/roles.h"

#include <string>

#include "words/roles.h"

namespace sourcelight {

Roles::Roles(const Language& of)
    : language(of),
      male_names(of.file(Lexicon::names_male)),
      female_names(of.file(Lexicon::names_female)),
      places(of.file(Lexicon::places)),
      organizations(of.file(Lexicon::organizations)),
      person_nouns(of.file(Lexicon::person_nouns)),
      organization_nouns(of.file(Lexicon::organization_nouns)),
      document_nouns(of.file(Lexicon::document_nouns)),
      mouthpieces(of.file(Lexicon::mouthpieces)),
      anonymous_nouns(of.file(Lexicon::anonymous_nouns)),
      name_endings(of.file(Lexicon::body_name_endings)) {}

Roles::Roles(const Roles& base, std::string_view titles)
    : language(base.language),
      male_names({}, &base.male_names),
      female_names({}, &base.female_names),
      places({}, &base.places),
      organizations({}, &base.organizations),
      person_nouns(titles, &base.person_nouns),
      organization_nouns({}, &base.organization_nouns),
      document_nouns({}, &base.document_nouns),
      mouthpieces({}, &base.mouthpieces),
      anonymous_nouns({}, &base.anonymous_nouns),
      name_endings({}, &base.name_endings) {}

bool Roles::is_role(std::string_view norm) const {
  if (person_nouns.has(norm)) return true;
  if (has_ending(language, norm, Role::plural_of_man)) {
    const auto& words = language.of<RoleTable>();
    const std::size_t ending = words.words(Role::plural_of_man).front().size();
    return person_nouns.has(std::string(norm.substr(0, norm.size() - ending)) +
                            std::string(words.words(Role::ending_of_man).front()));
  }
  return norm.size() > 2 && norm.ends_with('s') &&
         person_nouns.has(norm.substr(0, norm.size() - 1));
}

bool Roles::sounds_like_role(std::string_view norm) const {
  const std::string_view one = norm.ends_with('s') ? norm.substr(0, norm.size() - 1) : norm;
  return one.size() >= 5 && has_ending(language, one, Role::person_ending) &&
         !sourcelight::is_role(language, one, Role::thing_like_person) &&
         !document_nouns.has(norm) && !organization_nouns.has(norm);
}

Roles roles_for(const Grammar& grammar) {
  const std::string_view own = grammar.vocabulary ? grammar.vocabulary->titles : std::string_view();
  return {grammar.language().of<Roles>(), own};
}

bool is_party_and_place(const Language& language, std::string_view norm) {
  return norm.size() > 3 && norm[1] == '-' &&
         is_role(language, norm.substr(0, 1), Role::party_initial);
}

}  // namespace sourcelight
