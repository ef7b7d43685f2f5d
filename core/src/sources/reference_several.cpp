// Several speakers in one phrase, and shares of people; see reader.h.
#include <algorithm>

#include "base/chars.h"
#include "sources/reader.h"
#include "sources/salience.h"

namespace sourcelight {

// "Ada Lind and Bo Voss", "Sens. Lind, R-Ohio, and Voss": all of them speak.
std::optional<Reference> Reader::of_joined(TokenRange phrase, const NounPhrase& first) const {
  std::vector<std::uint32_t> entities;
  bool joined = false;
  std::uint32_t t = first.tokens.first;
  while (t < phrase.last) {
    const NounPhrase* noun = g_.noun_at(t);
    if (!noun || noun->tokens.first != t) return std::nullopt;
    const std::uint32_t entity = d_.names.entity_at[noun->head];
    if (entity == kNone || is_people(noun->head)) return std::nullopt;
    if (std::find(entities.begin(), entities.end(), entity) == entities.end())
      entities.push_back(entity);
    t = over_apposition(noun->tokens.last, phrase.last);
    if (t >= phrase.last || joined) break;
    if (g_.norm(t) == ",") ++t;
    if (!g_.is(t, Role::name_conjunction) && g_.norm(t) != "&") continue;
    joined = true;
    ++t;
  }
  if (!joined || entities.size() < 2) return std::nullopt;
  return of_all(entities);
}

// Over ", R-Ohio," and ", Republican of Ohio," and "(D-Ost)".
std::uint32_t Reader::over_apposition(std::uint32_t t, std::uint32_t end) const {
  if (!g_.is_any(t, {",", "("})) return t;
  const NounPhrase* noun = g_.noun_at(t + 1);
  const bool party =
      is_party_and_place(g_.language(), g_.norm(t + 1)) ||
      (noun && d_.names.entity_at[noun->head] == kNone && d_.roles.is_role(g_.norm(noun->head)));
  if (!party) return t;
  for (std::uint32_t u = t + 2; u < std::min(end, t + 12); ++u) {
    if (g_.norm(u) == ")") return u + 1;
    if (g_.norm(u) == ",") return u;
  }
  return end;
}

Reference Reader::of_all(const std::vector<std::uint32_t>& entities) const {
  Reference all = reference_to(d_, entities.front());
  for (std::size_t i = 1; i < entities.size(); ++i) {
    const Reference next = reference_to(d_, entities[i]);
    all.name += " & " + next.name;
    if (!all.title.empty() && !next.title.empty()) all.title += " & " + next.title;
    if (all.title.empty()) all.title = next.title;
  }
  all.entity = kNone;
  return all;
}

// "critics such as Ada Lind", "supporters, including the Harbour Union,": those who are named.
std::optional<Reference> Reader::of_examples(TokenRange phrase, const NounPhrase& noun) const {
  if (g_.tag(noun.head) != Tag::noun_plural) return std::nullopt;
  for (std::uint32_t t = noun.tokens.last; t + 1 < phrase.last; ++t) {
    const bool such = g_.is(t, Role::example_opening) && g_.is(t + 1, Role::example_opening_end);
    if (!such && !g_.is(t, Role::example_preposition)) continue;
    const NounPhrase* named = g_.noun_at(t + (such ? 2 : 1));
    if (!named || d_.names.entity_at[named->head] == kNone) return std::nullopt;
    const TokenRange rest{named->tokens.first, phrase.last};
    if (auto joined = of_joined(rest, *named)) return joined;
    return reference_to(d_, d_.names.entity_at[named->head]);
  }
  return std::nullopt;
}

// "a number of", "one of", "dozens of": the noun behind tells who speaks.
bool Reader::is_quantity(const NounPhrase& noun) const {
  return g_.is(noun.tokens.last, Role::genitive_preposition) && g_.noun_at(noun.tokens.last + 1) &&
         d_.names.entity_at[noun.head] == kNone &&
         (g_.is(noun.head, Role::large_quantity) || g_.is(noun.head, Role::small_quantity));
}

Reference Reader::of_quantity(TokenRange phrase, const NounPhrase& noun) const {
  const NounPhrase* whole = g_.noun_at(noun.tokens.last + 1);
  // "One of them, a driver called Ada Lind,"
  for (std::uint32_t t = whole->tokens.last; t < phrase.last && !alone_; ++t) {
    const std::uint32_t entity = d_.names.entity_at[t];
    const NounPhrase* named = entity != kNone ? g_.noun_at(t) : nullptr;
    if (!named || !d_.names.entities[entity].person || named->tokens.first == 0 ||
        !(g_.norm(named->tokens.first - 1) == "," ||
          g_.is(named->tokens.first - 1, Role::introducing_participle))) {
      continue;
    }
    Reference reference = reference_to(d_, entity);
    const std::uint32_t begin = whole->tokens.last + 1;
    if (reference.title.empty() && begin < named->tokens.first - 1) {
      reference.title = words_of(g_, without_determiner({begin, named->tokens.first - 1}));
    }
    return reference;
  }
  const std::uint32_t last = std::min(phrase.last, whole->head + 1);
  const std::string_view head = g_.norm(whole->head);
  const bool body = is_body({whole->tokens.first, whole->head + 1});
  const bool few = g_.is(noun.head, Role::small_quantity);
  const bool people = d_.roles.is_role(head) || d_.roles.anonymous_nouns.has(head) ||
                      g_.is(whole->head, Role::people_pronoun);
  const SourceKind kind =
      few && people && !body ? SourceKind::anonymous : SourceKind::unnamed_group;
  return as_written(kind, {noun.tokens.first, std::max(last, noun.tokens.last)});
}

// "Federal and state officials": one head, two words before it.
std::optional<Reference> Reader::of_shared_head(TokenRange phrase, const NounPhrase& noun) const {
  const std::uint32_t next = noun.tokens.last;
  const NounPhrase* whole = g_.is(next, Role::name_conjunction) ? g_.noun_at(next + 1) : nullptr;
  if (!whole || noun.tokens.last - noun.tokens.first > 1 || whole->head >= phrase.last ||
      whole->head == whole->tokens.first ||
      (d_.names.entity_at[noun.head] != kNone && !g_.is(noun.head, Role::level_adjective)) ||
      g_.tag(noun.head) == Tag::noun_plural || d_.roles.is_role(g_.norm(noun.head)) ||
      g_.tag(whole->head) != Tag::noun_plural || !d_.roles.is_role(g_.norm(whole->head))) {
    return std::nullopt;
  }
  return of_people(phrase, {noun.tokens.first, whole->head + 1});
}

}  // namespace sourcelight
