// Reads roles and what belongs to them; see role_phrases.h.
#include "sources/role_phrases.h"

#include <algorithm>

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

}  // namespace

bool RolePhrases::is_role_noun(std::uint32_t t) const {
  const std::string_view norm = g_.norm(t);
  if (roles_.is_role(norm)) return true;
  return is_noun(g_.tag(t)) && roles_.sounds_like_role(norm);
}

bool RolePhrases::is_person_name(std::uint32_t t) const {
  return names_.entity_at[t] != kNone && names_.entities[names_.entity_at[t]].certain &&
         names_.entities[names_.entity_at[t]].person;
}

std::uint32_t RolePhrases::end_of_chain(const NounPhrase& noun, std::uint32_t stop) const {
  std::uint32_t end = noun.tokens.last;
  while (end < stop) {
    // „Präsidentin der Synode“: the article belongs to the noun behind it.
    const NounPhrase* owner = g_.is(end, Role::genitive_article) ? g_.noun_at(end) : nullptr;
    if (owner && owner->tokens.first == end && !owner->temporal && !is_person_name(owner->head)) {
      end = owner->tokens.last;
      continue;
    }
    const NounPhrase* next = g_.noun_at(end + 1);
    if (!next || next->tokens.first != end + 1 || next->temporal) break;
    const bool listed = g_.is(end, Role::name_conjunction);
    const bool joined = listed || g_.norm(end) == "&";
    const bool another = joined && end == noun.tokens.last;
    if (another && is_person_name(next->head)) break;  // not the same person
    const bool inside = joined || g_.is(end, Role::role_preposition);
    if (!inside || (listed && next->tokens.last > stop)) break;
    end = next->tokens.last;
  }
  return std::min(end, stop);
}

std::uint32_t RolePhrases::end_of_clause(std::uint32_t end, std::uint32_t stop) const {
  const VerbGroup* verb = g_.verb_at(end);
  if (!verb || verb->tokens.first != end || !(verb->gerund || verb->participle)) return end;
  std::uint32_t next = verb->tokens.last;
  if (g_.is(next, Role::deed_preposition)) ++next;
  const NounPhrase* object = g_.noun_at(next);
  return object && object->tokens.first == next ? end_of_chain(*object, stop) : end;
}

TokenRange RolePhrases::role_at(std::uint32_t begin, bool person) const {
  const NounPhrase* noun = g_.noun_at(begin);
  if (!noun || noun->tokens.first != begin || noun->temporal || is_person_name(noun->head))
    return {};
  const std::uint32_t stop = std::min(g_.sentence_of(begin).last_token, begin + kLongest);
  const bool article = g_.tag(begin) == Tag::determiner || g_.tag(begin) == Tag::pronoun_possessive;
  bool right = person ? (article ? is_role_noun(noun->head) : roles_.is_role(g_.norm(noun->head)))
                      : article && is_body_noun(noun->head);
  const NounPhrase* kind = g_.is(noun->head, Role::partitive_pronoun) &&
                                   g_.is(noun->head + 1, Role::genitive_preposition)
                               ? g_.noun_at(noun->head + 2)
                               : nullptr;
  if (const NounPhrase* after = over_brackets(*noun); after && person && !right) {
    right = roles_.is_role(g_.norm(after->head));
    if (right) noun = after;
  }
  if (kind) right = person ? is_role_noun(kind->head) : is_body_noun(kind->head);
  if (!right) return {};
  return {article ? begin + 1 : begin, end_of_clause(end_of_chain(*noun, stop), stop)};
}

TokenRange RolePhrases::description_at(std::uint32_t begin) const {
  const NounPhrase* noun = g_.noun_at(begin);
  const Tag tag = g_.tag(begin);
  if (!noun || noun->tokens.first != begin || noun->temporal || noun->head == begin ||
      (tag != Tag::determiner && tag != Tag::pronoun_possessive) ||
      g_.tag(noun->head) != Tag::noun || names_.entity_at[noun->head] != kNone) {
    return {};
  }
  const std::uint32_t stop = std::min(g_.sentence_of(begin).last_token, begin + kLongest);
  const std::uint32_t end = end_of_clause(end_of_chain(*noun, stop), stop);
  const bool listed = g_.tag(end + 1) == Tag::conjunction;  // "Lind, the council, and ..."
  return ends_apposition(end, stop) && !listed ? TokenRange{begin + 1, end} : TokenRange{};
}

const NounPhrase* RolePhrases::over_brackets(const NounPhrase& noun) const {
  const std::uint32_t open = noun.tokens.last;
  return g_.norm(open) == "(" && g_.norm(open + 2) == ")" ? g_.noun_at(open + 3) : nullptr;
}

bool RolePhrases::is_body_noun(std::uint32_t t) const {
  return roles_.is_body_noun(g_.norm(t), g_.document.tokens[t].capitalized) ||
         g_.is(t, Role::body_role);
}

bool RolePhrases::ends_apposition(std::uint32_t t, std::uint32_t sentence_end) const {
  return t >= sentence_end || (!g_.document.tokens[t].word && g_.tag(t) == Tag::punctuation) ||
         g_.is(t, Role::subject_relative);
}

bool RolePhrases::leads_in(std::uint32_t t) const {  // belongs to no title
  const Tag tag = g_.tag(t);
  return tag == Tag::determiner || tag == Tag::pronoun_possessive || tag == Tag::possessive ||
         tag == Tag::number || has_ending(g_.language(), g_.norm(t), Role::age_ending);
}

}  // namespace sourcelight
