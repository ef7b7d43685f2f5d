// Phrases that say what somebody is: "former mayor of Ost", "an arm of the ministry".
// tests/cases/sources/titles.txt holds it.
#pragma once

#include "sources/names.h"

namespace sourcelight {

class RolePhrases {
 public:
  static constexpr std::uint32_t kLongest = 18;  // tokens of a title

  RolePhrases(const Grammar& grammar, const Names& names)
      : g_(grammar), roles_(roles_for(grammar)), names_(names) {}

  // A role and what belongs to it from `begin` on, without its article; empty if there is none.
  [[nodiscard]] TokenRange role_at(std::uint32_t begin, bool person) const;
  // Any other noun with an article set apart: "(Ada Lind,) a mother of two,"; empty if there is
  // none.
  [[nodiscard]] TokenRange description_at(std::uint32_t begin) const;
  // Over "of the council" and "and former mayor" behind a noun phrase.
  [[nodiscard]] std::uint32_t end_of_chain(const NounPhrase& noun, std::uint32_t stop) const;
  // ends what stands in apposition
  [[nodiscard]] bool ends_apposition(std::uint32_t t, std::uint32_t sentence_end) const;
  // Does this noun say what a person is? A role, or "interviewer", "theorist" after an article.
  [[nodiscard]] bool is_role_noun(std::uint32_t t) const;
  [[nodiscard]] bool is_body_noun(std::uint32_t t) const;
  [[nodiscard]] bool is_person_name(std::uint32_t t) const;
  [[nodiscard]] bool leads_in(std::uint32_t t) const;

 private:
  // Over "representing the men" and "based in Ost" behind a role.
  [[nodiscard]] std::uint32_t end_of_clause(std::uint32_t end, std::uint32_t stop) const;
  // "the World Water Organization (WWO) director": what stands behind the short form.
  [[nodiscard]] const NounPhrase* over_brackets(const NounPhrase& noun) const;

  const Grammar& g_;
  const Roles roles_;
  const Names& names_;
};

}  // namespace sourcelight
