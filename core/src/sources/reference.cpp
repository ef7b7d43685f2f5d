// Reads source phrases; see reference.h.
#include "sources/reference.h"

#include <algorithm>
#include <optional>

#include "sources/salience.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

class Reader {
 public:
  explicit Reader(const Discourse& discourse) : d_(discourse) {}

  // What kind of source a noun phrase is, from its own words.
  Reference read(TokenRange phrase, const NounPhrase* noun, std::uint32_t head) const {
    const TokenRange base =
        noun ? TokenRange{std::max(phrase.first, noun->tokens.first), head + 1} : phrase;
    const std::uint32_t entity = d_.names.entity_at[head];
    if (is_people(head))
      return {SourceKind::unnamed_group, words_of(d_.grammar, without_possessive(base)), {}, kNone};
    if (entity != kNone) return reference_to(d_, entity);
    if (const std::uint32_t speaker = speaker_label(phrase); speaker != kNone)
      return reference_to(d_, speaker);
    const Token& last = d_.grammar.document.tokens[phrase.last - 1];
    if (phrase.last - phrase.first == 1 && last.all_caps && last.norm.size() > 2 &&
        !is_body(base)) {
      return {SourceKind::named_person,
              words_of(d_.grammar, phrase),
              {},
              kNone};  // a turn of a transcript
    }
    if (d_.roles.mouthpieces.has(d_.grammar.norm(head))) return of_mouthpiece(phrase, base);
    if (d_.roles.document_nouns.has(d_.grammar.norm(head)) && !is_body(base))
      return of_document(phrase, base);
    if (is_body(base)) return of_body(base);
    return of_people(phrase, base);
  }

 private:
  // "Mexicans", "Democrats": a capitalised plural of people.
  bool is_people(std::uint32_t head) const {
    const std::string_view word = d_.grammar.norm(head);
    return d_.grammar.document.tokens[head].capitalized && word.size() > 5 &&
           (word.ends_with("ans") || word.ends_with("crats") || word.ends_with("ists") ||
            word.ends_with("britons"));
  }

  // "LIND: ..." in a transcript names a person by the surname alone, in capitals.
  std::uint32_t speaker_label(TokenRange phrase) const {
    if (!d_.grammar.document.tokens[phrase.last - 1].all_caps) return kNone;
    const auto found = d_.names.by_surname.find(std::string(d_.grammar.norm(phrase.last - 1)));
    return found == d_.names.by_surname.end() ? kNone : found->second;
  }

  // "a spokesman for the ministry", "a Pentagon spokeswoman": the body speaks.
  Reference of_mouthpiece(TokenRange phrase, TokenRange base) const {
    // A name may follow: "spokeswoman Ada Lind" is headed by the name, "spokeswoman, Ada Lind,"
    // not.
    for (std::uint32_t t = base.last; t < phrase.last; ++t) {
      const std::uint32_t entity = d_.names.entity_at[t];
      if (entity != kNone && d_.names.entities[entity].person &&
          d_.grammar.norm(base.last) == ",") {
        return reference_to(d_, entity);
      }
    }
    for (std::uint32_t t = base.last; t + 1 < phrase.last; ++t) {
      const NounPhrase* body =
          d_.grammar.is_any(t, {"for", "of", "from", "at"}) ? d_.grammar.noun_at(t + 1) : nullptr;
      if (body) return named_body({t + 1, std::min(body->tokens.last, phrase.last)}, body->head);
    }
    for (std::uint32_t t = base.first; t + 1 < base.last; ++t) {
      if (d_.grammar.tag(t) == Tag::proper_noun ||
          d_.roles.organization_nouns.has(d_.grammar.norm(t))) {
        return named_body({base.first, base.last - 1}, base.last - 2);
      }
    }
    return {SourceKind::anonymous, words_of(d_.grammar, without_possessive(base)), {}, kNone};
  }

  Reference named_body(TokenRange base, std::uint32_t head) const {
    while (!base.empty() && d_.grammar.tag(base.first) == Tag::determiner) ++base.first;
    const std::uint32_t entity =
        head < d_.names.entity_at.size() ? d_.names.entity_at[head] : kNone;
    if (entity != kNone && d_.names.entities[entity].person) {
      return {SourceKind::named_person, d_.names.entities[entity].name,
              d_.names.entities[entity].title, entity};
    }
    return {
        SourceKind::named_organization, words_of(d_.grammar, without_possessive(base)), {}, entity};
  }

  bool is_body(TokenRange base) const {
    const std::string_view head = d_.grammar.norm(base.last - 1);
    return d_.roles.organization_nouns.has(head) || d_.roles.organizations.has(head) ||
           d_.roles.places.has(head);
  }

  TokenRange without_determiner(TokenRange base) const {
    while (base.last - base.first > 1 && d_.grammar.tag(base.first) == Tag::determiner)
      ++base.first;
    return base;
  }

  TokenRange without_possessive(TokenRange base) const {
    while (base.last - base.first > 1 && d_.grammar.tag(base.last - 1) == Tag::possessive)
      --base.last;
    return base;
  }

  bool definite(TokenRange base) const {
    return d_.grammar.is_any(base.first, {"the", "this", "that", "these", "those"});
  }

  bool has_name(TokenRange base) const {
    for (std::uint32_t t = base.first; t < base.last; ++t) {
      if (d_.names.entity_at[t] != kNone) return true;
    }
    return false;
  }

  Reference of_document(TokenRange phrase, TokenRange base) const {
    // "the poll" after "a Gallup poll": the same one.
    if (definite(base) && !has_name(base)) {
      if (const std::uint32_t earlier =
              last_with_head(d_.grammar.norm(base.last - 1), SourceKind::document);
          earlier != kNone) {
        return {SourceKind::document, d_.table.sources[earlier].name, {}, kNone};
      }
    }
    TokenRange whole = without_determiner(base);
    const std::uint32_t next = base.last;
    if (next + 1 < phrase.last && d_.grammar.is_any(next, {"of", "by", "from", "for", "in"}) &&
        d_.grammar.noun_at(next + 1)) {
      whole.last = std::min(d_.grammar.noun_at(next + 1)->tokens.last, phrase.last);
    }
    return {SourceKind::document, words_of(d_.grammar, without_possessive(whole)), {}, kNone};
  }

  Reference of_body(TokenRange base) const {
    if (definite(base) && !has_name(base)) {
      const std::uint32_t entity = body_called(d_.grammar.norm(base.last - 1), base.first);
      if (entity != kNone) return reference_to(d_, entity);
      const std::uint32_t earlier =
          last_with_head(d_.grammar.norm(base.last - 1), SourceKind::named_organization);
      if (earlier != kNone)
        return {SourceKind::named_organization,
                d_.table.sources[earlier].name,
                {},
                d_.entity_of[earlier]};
    }
    if (auto reference = of_described_body(base)) return *std::move(reference);
    const bool indefinite =
        d_.grammar.is_any(base.first, {"a", "an", "some", "several", "many", "another"});
    if (indefinite && !has_name(base))
      return {SourceKind::unnamed_group, words_of(d_.grammar, base), {}, kNone};
    return {SourceKind::named_organization,
            words_of(d_.grammar, without_possessive(without_determiner(base))),
            {},
            kNone};
  }

  // "the Ost-based Harbour Wire agency": the name, with the rest as its description.
  std::optional<Reference> of_described_body(TokenRange base) const {
    if (d_.grammar.document.tokens[base.last - 1].capitalized) return std::nullopt;
    for (std::uint32_t t = base.last - 1; t > base.first; --t) {
      const std::uint32_t entity = d_.names.entity_at[t - 1];
      if (entity == kNone || d_.names.entities[entity].person ||
          d_.roles.places.has(d_.grammar.norm(t - 1))) {
        continue;
      }
      std::uint32_t first = t - 1;
      while (first > base.first && d_.names.entity_at[first - 1] == entity) --first;
      Reference reference = reference_to(d_, entity);
      if (d_.grammar.tag(base.first) == Tag::determiner) ++base.first;
      if (base.first < first) reference.title = words_of(d_.grammar, {base.first, first}) + " ";
      reference.title += words_of(d_.grammar, {t, base.last});
      return reference;
    }
    return std::nullopt;
  }

  // The body last mentioned before `at` whose name holds the word ("the department"); for a
  // word that says little ("the group", "the network") any body that has spoken.
  std::uint32_t body_called(std::string_view noun, std::uint32_t at) const {
    const bool vague =
        noun == "group" || noun == "network" || noun == "company" || noun == "channel" ||
        noun == "organization" || noun == "organisation" || noun == "firm" || noun == "agency" ||
        noun == "newspaper" || noun == "broadcaster" || noun == "movement" || noun == "paper" ||
        noun == "outlet" || noun == "magazine" || noun == "site" || noun == "website";
    std::uint32_t near = kNone;
    const std::uint32_t floor = at > 1500 ? at - 1500 : 0;
    for (std::uint32_t t = at; t > floor; --t) {
      const std::uint32_t index = d_.names.entity_at[t - 1];
      if (index == kNone || d_.names.entities[index].person) continue;
      if (holds_word(d_.names.entities[index].name, noun)) return index;
      const bool named_place = d_.roles.places.has(d_.grammar.norm(t - 1));
      if (near == kNone && !named_place) near = index;
    }
    return vague ? (d_.last_body != kNone ? d_.last_body : near) : kNone;
  }

  Reference of_people(TokenRange phrase, TokenRange base) const {
    const std::string_view head = d_.grammar.norm(base.last - 1);
    const bool role = d_.roles.person_nouns.has(head);
    if (role && definite(base)) {
      const std::uint32_t person = person_called(head, base.first);
      if (person != kNone) return reference_to(d_, person);
    }
    // "His lawyer, Ada Lind": the name in the apposition.
    for (std::uint32_t t = base.last; role && t < phrase.last; ++t) {
      const std::uint32_t entity = d_.names.entity_at[t];
      if (entity == kNone || !d_.names.entities[entity].person || d_.grammar.norm(base.last) != ",")
        continue;
      Reference reference = reference_to(d_, entity);
      if (reference.title.empty()) reference.title = words_of(d_.grammar, without_determiner(base));
      return reference;
    }
    const bool plural = d_.grammar.tag(base.last - 1) == Tag::noun_plural;
    bool counted = d_.grammar.is_any(base.first,
                                     {"a", "an", "one", "another", "two", "three", "four", "five"});
    for (std::uint32_t t = base.first; t < base.last; ++t)
      counted |= d_.grammar.is_any(t, {"unnamed", "anonymous", "senior"});
    const bool particular = d_.roles.anonymous_nouns.has(head) || (role && !plural);
    const SourceKind kind =
        (particular && (counted || plural || definite(base))) || (counted && !plural)
            ? SourceKind::anonymous
            : SourceKind::unnamed_group;
    TokenRange whole = base;
    const std::uint32_t next = base.last;
    if (next + 1 < phrase.last &&
        d_.grammar.is_any(next, {"of", "from", "in", "at", "with", "close", "familiar"})) {
      std::uint32_t end = next + 1;
      while (end < phrase.last && !d_.grammar.is_any(end, {",", "who", "which", "that"})) ++end;
      whole.last = end;
    }
    return {kind, words_of(d_.grammar, without_possessive(whole)), {}, kNone};
  }

  static std::string_view short_form(std::string_view role) {
    if (role == "senator") return "sen.";
    if (role == "governor") return "gov.";
    if (role == "congressman" || role == "congresswoman" || role == "representative") return "rep.";
    return role;
  }

  // "the senator": the person whose title holds the word, last mentioned; else the last speaker.
  std::uint32_t person_called(std::string_view role, std::uint32_t at) const {
    const std::uint32_t floor = at > 1500 ? at - 1500 : 0;
    for (std::uint32_t t = at; t > floor; --t) {
      const std::uint32_t index = d_.names.entity_at[t - 1];
      if (index != kNone && d_.names.entities[index].person &&
          holds_word(d_.names.entities[index].title, role)) {
        return index;
      }
    }
    return d_.last_person;
  }

  std::uint32_t last_with_head(std::string_view head, SourceKind kind) const {
    const std::size_t count = d_.table.sources.size();
    for (std::size_t i = count; i > 0 && count - i < 40; --i) {
      const Source& source = d_.table.sources[i - 1];
      if (source.kind == kind && holds_word(source.name, head)) return source.id;
    }
    return kNone;
  }

  const Discourse& d_;
};

}  // namespace

Reference reference_to(const Discourse& d, std::uint32_t index) {
  const Entity& entity = d.names.entities[index];
  if (entity.person) return {SourceKind::named_person, entity.name, entity.title, index};
  return {entity.document ? SourceKind::document : SourceKind::named_organization,
          entity.name,
          {},
          index};
}

Reference read_reference(const Discourse& discourse, TokenRange phrase, const NounPhrase* noun,
                         std::uint32_t head) {
  return Reader(discourse).read(phrase, noun, head);
}

}  // namespace sourcelight
