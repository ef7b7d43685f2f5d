// Bodies, those who speak for them, and documents; see reader.h.
#include <algorithm>

#include "base/chars.h"
#include "sources/reader.h"
#include "sources/salience.h"

namespace sourcelight {

// "a spokesman for the ministry", "a Pentagon spokeswoman": the body speaks.
Reference Reader::of_mouthpiece(TokenRange phrase, TokenRange base) const {
  // A name may follow: "spokeswoman Ada Lind" is headed by the name, "spokeswoman, Ada Lind,"
  // not.
  for (std::uint32_t t = base.last; t < phrase.last && !alone_; ++t) {
    const std::uint32_t entity = d_.names.entity_at[t];
    if (entity != kNone && d_.names.entities[entity].person && g_.norm(base.last) == ",") {
      return reference_to(d_, entity);
    }
  }
  for (std::uint32_t t = base.last; t + 1 < phrase.last; ++t) {
    const NounPhrase* body = g_.is(t, Role::mouthpiece_preposition) ? g_.noun_at(t + 1) : nullptr;
    const TokenRange whole = body ? TokenRange{body->tokens.first, body->head + 1} : TokenRange{};
    if (body && definite(whole) && !has_name(whole) && is_body(whole)) {
      return spoken_for(of_body(whole, whole), base.last - 1);
    }
    if (body) {
      return spoken_for(named_body({t + 1, std::min(body->tokens.last, phrase.last)}, body->head),
                        base.last - 1);
    }
  }
  for (std::uint32_t t = base.first; t + 1 < base.last; ++t) {
    if (g_.tag(t) == Tag::proper_noun || d_.roles.organization_nouns.has(g_.norm(t))) {
      return spoken_for(named_body({base.first, base.last - 1}, base.last - 2), base.last - 1);
    }
  }
  return as_written(SourceKind::anonymous, base);
}

// The body, with its unnamed mouthpiece where the article says nothing else of it.
Reference Reader::spoken_for(Reference body, std::uint32_t mouthpiece) const {
  if (body.title.empty()) {
    body.title = capitals_name(g_.language()) ? std::string(g_.norm(mouthpiece))
                                              : words_of(g_, {mouthpiece, mouthpiece + 1});
  }
  return body;
}

Reference Reader::named_body(TokenRange base, std::uint32_t head) const {
  while (!base.empty() && g_.tag(base.first) == Tag::determiner) ++base.first;
  const std::uint32_t entity =
      head < d_.names.entity_at.size() && !alone_ ? d_.names.entity_at[head] : kNone;
  if (entity != kNone && (d_.names.entities[entity].person || covers(entity, base))) {
    return reference_to(d_, entity);
  }
  return {
      SourceKind::named_organization, words_of(g_, without_possessive(base)), {}, entity, kNone};
}

// Is all of it the name?
bool Reader::covers(std::uint32_t entity, TokenRange base) const {
  base = without_possessive(base);
  for (std::uint32_t t = base.first; t < base.last; ++t) {
    if (d_.names.entity_at[t] != entity) return false;
  }
  return !base.empty();
}

Reference Reader::of_document(TokenRange phrase, TokenRange base) const {
  TokenRange whole = without_article(base);
  const std::uint32_t next = base.last;
  if (next + 1 < phrase.last && g_.is(next, Role::document_preposition) && g_.noun_at(next + 1)) {
    whole.last = std::min(g_.noun_at(next + 1)->tokens.last, phrase.last);
  }
  // "a report compiled by the institute"
  const VerbGroup* verb = g_.verb_at(next);
  if (verb && verb->participle && verb->tokens.last < phrase.last &&
      !g_.is(verb->head, Role::viewing_participle)) {
    whole.last = phrase.last;
    while (g_.norm(whole.last - 1) == ",") --whole.last;
  }
  Reference document = as_written(SourceKind::document, whole);
  // "the poll" after "a Gallup poll": the same one.
  if (definite(base) && !has_name(base) && !alone_) {
    document.same_as = last_with_head(g_.norm(base.last - 1), SourceKind::document);
  }
  return document;
}

Reference Reader::of_body(TokenRange phrase, TokenRange base) const {
  const bool more = whole_body(phrase, base).last > base.last;  // it is told which one
  if (definite(base) && !has_name(base) && !alone_ && !more) {
    const std::uint32_t entity = body_called(g_.norm(base.last - 1), base.first);
    if (entity != kNone) return reference_to(d_, entity);
    const std::uint32_t earlier =
        last_with_head(g_.norm(base.last - 1), SourceKind::named_organization);
    if (earlier != kNone)
      return {SourceKind::named_organization,
              d_.table.sources[earlier].name,
              {},
              d_.entity_of[earlier],
              kNone};
  }
  if (definite(base) && !has_name(base) && base.last - base.first == 2 && !alone_ && !more) {
    if (auto before = body_phrase_before(base)) return *std::move(before);
  }
  if (!alone_) {
    if (auto reference = of_described_body(base)) return *std::move(reference);
    if (auto reference = of_named_behind(phrase, base)) return *std::move(reference);
  }
  if (g_.tag(base.last - 1) == Tag::noun_plural && g_.is(base.first, Role::indefinite_plural)) {
    return as_written(SourceKind::unnamed_group, base);
  }
  const bool indefinite = g_.is(base.first, Role::indefinite_body);
  // A court is one the reader can find; a team is not.
  const bool official = g_.is(base.last - 1, Role::official_body);
  if (indefinite && !official && !has_name(base))
    return as_written(SourceKind::unnamed_group, base);
  return {SourceKind::named_organization,
          declined_words_of(g_, without_possessive(whole_body(phrase, without_article(base)))),
          {},
          kNone};
}

// „das Institut für Weltwirtschaft“: where capitals make no names, what belongs to the noun is part
// of it.
TokenRange Reader::whole_body(TokenRange phrase, TokenRange base) const {
  if (capitals_name(g_.language())) return base;
  while (base.last < phrase.last && g_.is(base.last, Role::body_preposition)) {
    const NounPhrase* noun = g_.noun_at(base.last);
    if (noun == nullptr || noun->tokens.first != base.last) noun = g_.noun_at(base.last + 1);
    if (noun == nullptr || noun->temporal || noun->tokens.last > phrase.last) break;
    base.last = noun->tokens.last;
  }
  return base;
}

// "the council" after "Ostby council": the last phrase with that head and a name in it.
std::optional<Reference> Reader::body_phrase_before(TokenRange base) const {
  const std::uint32_t floor = base.first > 1500 ? base.first - 1500 : 0;
  for (std::uint32_t t = base.first; t > floor; --t) {
    const NounPhrase* noun = g_.noun_at(t - 1);
    if (!noun || noun->head != t - 1 || g_.norm(noun->head) != g_.norm(base.last - 1)) continue;
    const TokenRange whole{noun->tokens.first, noun->head + 1};
    if (!has_name(whole)) continue;
    return as_written(SourceKind::named_organization, without_determiner(whole));
  }
  return std::nullopt;
}

// "a satirical website, Ostnews.com,", "their sister station in Ost, OSTV,"
std::optional<Reference> Reader::of_named_behind(TokenRange phrase, TokenRange base) const {
  for (std::uint32_t t = base.last; t + 1 < phrase.last; ++t) {
    if (g_.norm(t) != ",") continue;
    const NounPhrase* noun = g_.noun_at(t + 1);
    const std::uint32_t entity = noun ? d_.names.entity_at[noun->head] : kNone;
    if (entity == kNone || d_.names.entities[entity].person) return std::nullopt;
    Reference reference = reference_to(d_, entity);
    if (reference.title.empty()) {
      reference.title = words_of(g_, {without_determiner(base).first, t});
    }
    return reference;
  }
  return std::nullopt;
}

// "the Ost-based Harbour Wire agency": the name, with the rest as its description.
std::optional<Reference> Reader::of_described_body(TokenRange base) const {
  if (g_.document.tokens[base.last - 1].capitalized) return std::nullopt;
  if (!g_.is(base.last - 1, Role::named_kind_of_body)) return std::nullopt;
  for (std::uint32_t t = base.last - 1; t > base.first; --t) {
    const std::uint32_t entity = d_.names.entity_at[t - 1];
    if (entity == kNone || d_.names.entities[entity].person ||
        d_.roles.places.has(g_.norm(t - 1))) {
      continue;
    }
    std::uint32_t first = t - 1;
    while (first > base.first && d_.names.entity_at[first - 1] == entity) --first;
    Reference reference = reference_to(d_, entity);
    if (g_.tag(base.first) == Tag::determiner) ++base.first;
    if (base.first < first) reference.title = words_of(g_, {base.first, first}) + " ";
    reference.title += words_of(g_, {t, base.last});
    return reference;
  }
  return std::nullopt;
}

// The body last mentioned before `at` whose name holds the word ("the department"); for a
// word that says little ("the group", "the network") any body that has spoken.
std::uint32_t Reader::body_called(std::string_view noun, std::uint32_t at) const {
  const bool vague = is_role(g_.language(), noun, Role::vague_body);
  if (vague && d_.last_body != kNone && stands_near(d_.last_body, at) &&
      !d_.roles.places.has(lower(d_.names.entities[d_.last_body].name))) {
    return d_.last_body;
  }
  std::uint32_t near = kNone;
  std::size_t most = 0;
  const std::uint32_t floor = at > 1500 ? at - 1500 : 0;
  for (std::uint32_t t = at; t > floor; --t) {
    const std::uint32_t index = d_.names.entity_at[t - 1];
    if (index == kNone || d_.names.entities[index].person) continue;
    if (holds_word(d_.names.entities[index].name, noun)) return index;
    const bool named_place = d_.roles.places.has(g_.norm(t - 1));
    const std::size_t often = d_.names.entities[index].mentions.size();
    if (!named_place && often > most) near = index, most = often;
  }
  return vague ? (d_.last_body != kNone ? d_.last_body : near) : kNone;
}

// Named within the last 100 tokens?
bool Reader::stands_near(std::uint32_t entity, std::uint32_t at) const {
  const auto& mentions = d_.names.entities[entity].mentions;
  const auto after = std::lower_bound(mentions.begin(), mentions.end(), at);
  return after != mentions.begin() && at - *(after - 1) < 100;
}

std::uint32_t Reader::last_with_head(std::string_view head, SourceKind kind) const {
  const std::size_t count = d_.table.sources.size();
  for (std::size_t i = count; i > 0 && count - i < 40; --i) {
    const Source& source = d_.table.sources[i - 1];
    if (source.kind == kind && holds_word(source.name, head)) return source.id;
  }
  return kNone;
}

}  // namespace sourcelight
