// Reads source phrases; see reference.h.
#include "sources/reference.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/chars.h"
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
    if (noun && noun->head == head) {
      if (auto joined = of_joined(phrase, *noun)) return *std::move(joined);
      if (auto named = of_examples(phrase, *noun)) return *std::move(named);
      if (auto group = of_shared_head(phrase, *noun)) return *std::move(group);
    }
    if (const std::uint32_t person = noun ? person_of_office(phrase, *noun) : kNone;
        person != kNone) {
      return reference_to(d_, person);
    }
    if (noun && is_quantity(*noun)) return of_quantity(phrase, *noun);
    const std::uint32_t entity = d_.names.entity_at[head];
    if (is_people(head))
      return {SourceKind::unnamed_group,
              words_of(d_.grammar, without_possessive(base)),
              {},
              kNone,
              kNone};
    if (entity != kNone) return reference_to(d_, entity);
    if (const std::uint32_t speaker = speaker_label(phrase); speaker != kNone)
      return reference_to(d_, speaker);
    const Token& last = d_.grammar.document.tokens[phrase.last - 1];
    if (phrase.last - phrase.first == 1 && last.all_caps && last.norm.size() > 2 &&
        !is_body(base) && d_.grammar.norm(phrase.last) == ":" &&
        !d_.grammar.is_any(head, {"more", "update", "updated", "video", "photos", "photo", "watch",
                                  "breaking", "read", "related", "exclusive", "live", "note"})) {
      return {SourceKind::named_person,
              words_of(d_.grammar, phrase),
              {},
              kNone,
              kNone};  // a turn of a transcript
    }
    if (d_.roles.mouthpieces.has(d_.grammar.norm(head))) return of_mouthpiece(phrase, base);
    if (d_.roles.document_nouns.has(d_.grammar.norm(head)) && !is_body(base))
      return of_document(phrase, base);
    if (is_body(base)) return of_body(phrase, base);
    return of_people(phrase, base);
  }

 private:
  // "Ada Lind and Bo Voss", "Sens. Lind, R-Ohio, and Voss": all of them speak.
  std::optional<Reference> of_joined(TokenRange phrase, const NounPhrase& first) const {
    std::vector<std::uint32_t> entities;
    bool joined = false;
    std::uint32_t t = first.tokens.first;
    while (t < phrase.last) {
      const NounPhrase* noun = d_.grammar.noun_at(t);
      if (!noun || noun->tokens.first != t) return std::nullopt;
      const std::uint32_t entity = d_.names.entity_at[noun->head];
      if (entity == kNone || is_people(noun->head)) return std::nullopt;
      if (std::find(entities.begin(), entities.end(), entity) == entities.end())
        entities.push_back(entity);
      t = over_apposition(noun->tokens.last, phrase.last);
      if (t >= phrase.last || joined) break;
      if (d_.grammar.norm(t) == ",") ++t;
      if (!d_.grammar.is_any(t, {"and", "&"})) continue;
      joined = true;
      ++t;
    }
    if (!joined || entities.size() < 2) return std::nullopt;
    return of_all(entities);
  }

  // Over ", R-Ohio," and ", Republican of Ohio," and "(D-Ost)".
  std::uint32_t over_apposition(std::uint32_t t, std::uint32_t end) const {
    if (!d_.grammar.is_any(t, {",", "("})) return t;
    const NounPhrase* noun = d_.grammar.noun_at(t + 1);
    const bool party = is_party_and_place(d_.grammar.norm(t + 1)) ||
                       (noun && d_.names.entity_at[noun->head] == kNone &&
                        d_.roles.is_role(d_.grammar.norm(noun->head)));
    if (!party) return t;
    for (std::uint32_t u = t + 2; u < std::min(end, t + 12); ++u) {
      if (d_.grammar.norm(u) == ")") return u + 1;
      if (d_.grammar.norm(u) == ",") return u;
    }
    return end;
  }

  Reference of_all(const std::vector<std::uint32_t>& entities) const {
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
  std::optional<Reference> of_examples(TokenRange phrase, const NounPhrase& noun) const {
    if (d_.grammar.tag(noun.head) != Tag::noun_plural) return std::nullopt;
    for (std::uint32_t t = noun.tokens.last; t + 1 < phrase.last; ++t) {
      const bool such = d_.grammar.norm(t) == "such" && d_.grammar.norm(t + 1) == "as";
      if (!such && !d_.grammar.is_any(t, {"including", "like"})) continue;
      const NounPhrase* named = d_.grammar.noun_at(t + (such ? 2 : 1));
      if (!named || d_.names.entity_at[named->head] == kNone) return std::nullopt;
      const TokenRange rest{named->tokens.first, phrase.last};
      if (auto joined = of_joined(rest, *named)) return joined;
      return reference_to(d_, d_.names.entity_at[named->head]);
    }
    return std::nullopt;
  }

  // "Secretary of State Ada Lind": the name stands in the second noun phrase.
  std::uint32_t person_of_office(TokenRange phrase, const NounPhrase& noun) const {
    const std::uint32_t next = noun.tokens.last;
    const NounPhrase* rest =
        d_.grammar.is_any(next, {"of", "to"}) ? d_.grammar.noun_at(next + 1) : nullptr;
    if (!rest || rest->head >= phrase.last ||
        !d_.roles.person_nouns.has(d_.grammar.norm(noun.head)) ||
        d_.names.entity_at[noun.head] != kNone ||
        d_.grammar.tag(noun.tokens.first) == Tag::determiner) {
      return kNone;
    }
    const std::uint32_t entity = d_.names.entity_at[rest->head];
    const bool office = entity != kNone && d_.names.entities[entity].certain &&
                        d_.names.entities[entity].person && rest->tokens.first < rest->head &&
                        d_.names.entity_at[rest->tokens.first] != entity;
    return office ? entity : kNone;
  }

  // "a number of", "one of", "dozens of": the noun behind tells who speaks.
  bool is_quantity(const NounPhrase& noun) const {
    return d_.grammar.norm(noun.tokens.last) == "of" && d_.grammar.noun_at(noun.tokens.last + 1) &&
           d_.names.entity_at[noun.head] == kNone &&
           d_.grammar.is_any(
               noun.head,
               {"number",  "handful", "majority",   "dozens",   "hundreds", "thousands", "millions",
                "percent", "one",     "two",        "three",    "four",     "some",      "many",
                "most",    "several", "few",        "all",      "none",     "fraction",  "lot",
                "couple",  "series",  "generation", "minority", "plenty"});
  }

  Reference of_quantity(TokenRange phrase, const NounPhrase& noun) const {
    const NounPhrase* whole = d_.grammar.noun_at(noun.tokens.last + 1);
    const std::uint32_t last = std::min(phrase.last, whole->head + 1);
    const std::string_view head = d_.grammar.norm(whole->head);
    const bool body = is_body({whole->tokens.first, whole->head + 1});
    const bool few = d_.grammar.is_any(noun.head, {"one", "two", "three", "four", "couple"});
    const bool people = d_.roles.is_role(head) || d_.roles.anonymous_nouns.has(head);
    const SourceKind kind =
        few && people && !body ? SourceKind::anonymous : SourceKind::unnamed_group;
    return {kind,
            words_of(d_.grammar, {noun.tokens.first, std::max(last, noun.tokens.last)}),
            {},
            kNone,
            kNone};
  }

  // "Federal and state officials": one head, two words before it.
  std::optional<Reference> of_shared_head(TokenRange phrase, const NounPhrase& noun) const {
    const std::uint32_t next = noun.tokens.last;
    const NounPhrase* whole =
        d_.grammar.norm(next) == "and" ? d_.grammar.noun_at(next + 1) : nullptr;
    if (!whole || noun.tokens.last - noun.tokens.first > 1 || whole->head >= phrase.last ||
        whole->head == whole->tokens.first || d_.names.entity_at[noun.head] != kNone ||
        d_.grammar.tag(noun.head) == Tag::noun_plural ||
        d_.roles.is_role(d_.grammar.norm(noun.head)) ||
        d_.grammar.tag(whole->head) != Tag::noun_plural ||
        !d_.roles.is_role(d_.grammar.norm(whole->head))) {
      return std::nullopt;
    }
    return of_people(phrase, {noun.tokens.first, whole->head + 1});
  }

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
      if (d_.grammar.tag(t) == Tag::proper_noun ||
          d_.roles.organization_nouns.has(d_.grammar.norm(t))) {
        return spoken_for(named_body({base.first, base.last - 1}, base.last - 2), base.last - 1);
      }
    }
    return {
        SourceKind::anonymous, words_of(d_.grammar, without_possessive(base)), {}, kNone, kNone};
  }

  // The body, with its unnamed mouthpiece where the article says nothing else of it.
  Reference spoken_for(Reference body, std::uint32_t mouthpiece) const {
    if (body.title.empty()) body.title = std::string(d_.grammar.norm(mouthpiece));
    return body;
  }

  Reference named_body(TokenRange base, std::uint32_t head) const {
    while (!base.empty() && d_.grammar.tag(base.first) == Tag::determiner) ++base.first;
    const std::uint32_t entity =
        head < d_.names.entity_at.size() ? d_.names.entity_at[head] : kNone;
    if (entity != kNone && (d_.names.entities[entity].person || covers(entity, base))) {
      return reference_to(d_, entity);
    }
    return {SourceKind::named_organization,
            words_of(d_.grammar, without_possessive(base)),
            {},
            entity,
            kNone};
  }

  // Is all of it the name?
  bool covers(std::uint32_t entity, TokenRange base) const {
    base = without_possessive(base);
    for (std::uint32_t t = base.first; t < base.last; ++t) {
      if (d_.names.entity_at[t] != entity) return false;
    }
    return !base.empty();
  }

  bool is_body(TokenRange base) const {
    const std::string_view head = d_.grammar.norm(base.last - 1);
    const bool capitalized = d_.grammar.document.tokens[base.last - 1].capitalized;
    return d_.roles.is_body_noun(head, capitalized) || d_.roles.organizations.has(head) ||
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
    TokenRange whole = without_determiner(base);
    const std::uint32_t next = base.last;
    if (next + 1 < phrase.last && d_.grammar.is_any(next, {"of", "by", "from", "for", "in"}) &&
        d_.grammar.noun_at(next + 1)) {
      whole.last = std::min(d_.grammar.noun_at(next + 1)->tokens.last, phrase.last);
    }
    // "a report compiled by the institute"
    const VerbGroup* verb = d_.grammar.verb_at(next);
    const std::uint32_t after = verb ? verb->tokens.last : next;
    const std::uint32_t by = d_.grammar.tag(after) == Tag::adverb ? after + 1 : after;
    if (verb && verb->participle && by + 1 < phrase.last && d_.grammar.norm(by) == "by") {
      whole.last = phrase.last;
      while (d_.grammar.norm(whole.last - 1) == ",") --whole.last;
    }
    Reference document{
        SourceKind::document, words_of(d_.grammar, without_possessive(whole)), {}, kNone, kNone};
    // "the poll" after "a Gallup poll": the same one.
    if (definite(base) && !has_name(base)) {
      document.same_as = last_with_head(d_.grammar.norm(base.last - 1), SourceKind::document);
    }
    return document;
  }

  Reference of_body(TokenRange phrase, TokenRange base) const {
    if (definite(base) && !has_name(base)) {
      const std::uint32_t entity = body_called(d_.grammar.norm(base.last - 1), base.first);
      if (entity != kNone) return reference_to(d_, entity);
      const std::uint32_t earlier =
          last_with_head(d_.grammar.norm(base.last - 1), SourceKind::named_organization);
      if (earlier != kNone)
        return {SourceKind::named_organization,
                d_.table.sources[earlier].name,
                {},
                d_.entity_of[earlier],
                kNone};
    }
    if (auto reference = of_described_body(base)) return *std::move(reference);
    if (auto reference = of_named_behind(phrase, base)) return *std::move(reference);
    const bool indefinite =
        d_.grammar.is_any(base.first, {"a", "an", "some", "several", "many", "another"});
    // A court is one the reader can find; a team is not.
    const bool official = d_.grammar.is_any(
        base.last - 1, {"court", "tribunal", "jury", "parliament", "council", "committee",
                        "commission", "ministry", "inquiry", "senate", "panel"});
    if (indefinite && !official && !has_name(base))
      return {SourceKind::unnamed_group, words_of(d_.grammar, base), {}, kNone, kNone};
    return {SourceKind::named_organization,
            words_of(d_.grammar, without_possessive(without_determiner(base))),
            {},
            kNone};
  }

  // "a satirical website, Ostnews.com,", "their sister station in Ost, OSTV,"
  std::optional<Reference> of_named_behind(TokenRange phrase, TokenRange base) const {
    for (std::uint32_t t = base.last; t + 1 < phrase.last; ++t) {
      if (d_.grammar.norm(t) != ",") continue;
      const NounPhrase* noun = d_.grammar.noun_at(t + 1);
      const std::uint32_t entity = noun ? d_.names.entity_at[noun->head] : kNone;
      if (entity == kNone || d_.names.entities[entity].person) return std::nullopt;
      Reference reference = reference_to(d_, entity);
      if (reference.title.empty()) {
        reference.title = words_of(d_.grammar, {without_determiner(base).first, t});
      }
      return reference;
    }
    return std::nullopt;
  }

  // "the Ost-based Harbour Wire agency": the name, with the rest as its description.
  std::optional<Reference> of_described_body(TokenRange base) const {
    if (d_.grammar.document.tokens[base.last - 1].capitalized) return std::nullopt;
    if (!d_.grammar.is_any(
            base.last - 1,
            {"agency",   "channel", "network",     "newspaper",    "broadcaster",  "magazine",
             "website",  "site",    "company",     "firm",         "group",        "station",
             "paper",    "outlet",  "service",     "organization", "organisation", "charity",
             "bank",     "chain",   "airline",     "institute",    "club",         "party",
             "watchdog", "giant",   "consultancy", "publisher",    "retailer",     "movement",
             "militia"})) {
      return std::nullopt;
    }
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
    if (vague && d_.last_body != kNone && stands_near(d_.last_body, at) &&
        !d_.roles.places.has(lower(d_.names.entities[d_.last_body].name))) {
      return d_.last_body;
    }
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

  // Named within the last 100 tokens?
  bool stands_near(std::uint32_t entity, std::uint32_t at) const {
    const auto& mentions = d_.names.entities[entity].mentions;
    const auto after = std::lower_bound(mentions.begin(), mentions.end(), at);
    return after != mentions.begin() && at - *(after - 1) < 100;
  }

  Reference of_people(TokenRange phrase, TokenRange base) const {
    const std::string_view head = d_.grammar.norm(base.last - 1);
    const bool role = d_.roles.person_nouns.has(head);
    // "His lawyer, Ada Lind": the name in the apposition.
    for (std::uint32_t t = base.last; role && t < phrase.last; ++t) {
      const std::uint32_t entity = d_.names.entity_at[t];
      const NounPhrase* noun = d_.grammar.noun_at(t);
      if (entity == kNone || !d_.names.entities[entity].person || !noun ||
          d_.grammar.norm(noun->tokens.first - 1) != ",") {
        continue;
      }
      Reference reference = reference_to(d_, entity);
      if (reference.title.empty()) reference.title = words_of(d_.grammar, without_determiner(base));
      return reference;
    }
    if (auto known = of_known_person(base)) return *std::move(known);
    if (is_leadership(base)) {
      return {SourceKind::named_organization,
              words_of(d_.grammar, without_determiner(base)),
              {},
              kNone,
              kNone};
    }
    if (is_unknown_name(phrase, base)) {
      return {SourceKind::named_organization,
              words_of(d_.grammar, without_determiner(base)),
              {},
              kNone,
              kNone};
    }
    const bool plural = d_.grammar.tag(base.last - 1) == Tag::noun_plural;
    bool counted = d_.grammar.is_any(base.first, {"a", "an", "one", "another", "two", "three",
                                                  "four", "five", "someone", "somebody"});
    for (std::uint32_t t = base.first; t < base.last; ++t)
      counted |= d_.grammar.is_any(t, {"unnamed", "anonymous", "senior"});
    const bool people = role || d_.roles.is_role(head);
    if (people && definite(base) && d_.grammar.tag(base.first + 1) == Tag::number) {
      return {
          SourceKind::anonymous, words_of(d_.grammar, without_possessive(base)), {}, kNone, kNone};
    }
    const bool owned = role && !plural && is_owned(base);
    const bool many =
        d_.grammar.is_any(base.first, {"most", "many", "all", "few", "more", "any", "no"}) ||
        (head == "people" && !counted && base.last == phrase.last);
    const bool particular = !many && (d_.roles.anonymous_nouns.has(head) || (role && !plural));
    const SourceKind kind =
        (particular && (counted || plural || owned || definite(base))) || (counted && !plural)
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
    return {kind, words_of(d_.grammar, without_possessive(whole)), {}, kNone, kNone};
  }

  // "Lind's mother", "his lawyer"
  bool is_owned(TokenRange base) const {
    for (std::uint32_t t = base.first; t < base.last; ++t) {
      const Tag tag = d_.grammar.tag(t);
      if (tag == Tag::possessive || tag == Tag::pronoun_possessive) return true;
    }
    return false;
  }

  // "Norre's directors": who speaks for a named body, all of them.
  bool is_leadership(TokenRange base) const {
    if (!d_.grammar.is_any(base.last - 1, {"directors", "trustees", "owners", "management",
                                           "editors", "lawyers", "attorneys", "bosses"})) {
      return false;
    }
    for (std::uint32_t t = base.first + 1; t + 1 < base.last; ++t) {
      const std::uint32_t entity = d_.names.entity_at[t - 1];
      if (d_.grammar.tag(t) == Tag::possessive && entity != kNone) {
        return !d_.names.entities[entity].person;
      }
    }
    return false;
  }

  // "the senator", "the 54-year-old", "the woman": somebody named or described before.
  std::optional<Reference> of_known_person(TokenRange base) const {
    const std::uint32_t head = base.last - 1;
    const std::string_view norm = d_.grammar.norm(head);
    const bool age = norm.ends_with("-year-old");
    const bool headline = base.first == head && d_.grammar.document.tokens[head].capitalized;
    if (!age && !d_.roles.is_role(norm)) return std::nullopt;
    if (!definite(base) && !headline) return std::nullopt;
    if (d_.grammar.tag(head) == Tag::noun_plural) return known_people(head);
    const std::uint32_t titled = person_called(norm, base.first);
    if (titled != kNone) return reference_to(d_, titled);
    if (headline) return std::nullopt;
    if (auto described = described_before(base)) return described;
    const Gender gender = gender_of_title(norm);
    const bool common = d_.roles.anonymous_nouns.has(norm) && gender == Gender::unknown;
    const bool narrowed = base.last - base.first > 2 && d_.grammar.tag(head - 1) == Tag::noun;
    if (common || narrowed) return std::nullopt;
    const std::uint32_t person =
        person_meant(d_.grammar, d_.names, base.first,
                     {.gender = gender, .last_speaker = d_.last_person, .same_sentence = false});
    if (person == kNone) return std::nullopt;
    return reference_to(d_, person);
  }

  // "the official" after "a senior official": the same one.
  std::optional<Reference> described_before(TokenRange base) const {
    const std::string_view norm = d_.grammar.norm(base.last - 1);
    const std::uint32_t floor = base.first > 400 ? base.first - 400 : 0;
    for (std::uint32_t t = base.first; t > floor; --t) {
      const NounPhrase* noun = d_.grammar.noun_at(t - 1);
      if (!noun || noun->head != t - 1 || d_.grammar.norm(noun->head) != norm) continue;
      if (!d_.grammar.is_any(noun->tokens.first, {"a", "an", "one", "another"})) continue;
      return Reference{SourceKind::anonymous,
                       words_of(d_.grammar, {noun->tokens.first, noun->head + 1}),
                       {},
                       kNone,
                       kNone};
    }
    return std::nullopt;
  }

  // "the senators" after "Sens. Lind and Voss".
  std::optional<Reference> known_people(std::uint32_t head) const {
    std::string one(d_.grammar.norm(head));
    one.pop_back();
    const std::size_t count = d_.table.sources.size();
    for (std::size_t i = count; i > 0 && count - i < 40; --i) {
      const Source& source = d_.table.sources[i - 1];
      if (source.name.find(" & ") == std::string::npos) continue;
      if (!holds_word(source.title, one) && !holds_word(source.title, short_form(one))) continue;
      return Reference{source.kind, source.name, source.title, kNone, source.id};
    }
    return std::nullopt;
  }

  // "Mashable", "ostnews.com": one word with a capital that is no other word, or an address.
  bool is_unknown_name(TokenRange phrase, TokenRange base) const {
    base = without_possessive(without_determiner(base));
    const std::uint32_t at = base.last - 1;
    const std::string_view norm = d_.grammar.norm(at);
    if (base.first != at) return false;
    if (d_.grammar.document.at(d_.grammar.document.tokens[at].span).starts_with('@')) return true;
    if (norm.ends_with(".com") || norm.ends_with(".org") || norm.ends_with(".net")) return true;
    const Tag tag = d_.grammar.tag(at);
    return phrase.last - phrase.first == 1 && d_.grammar.document.tokens[at].capitalized &&
           (tag == Tag::proper_noun || tag == Tag::noun || tag == Tag::adjective) &&
           !d_.names.in_small.contains(norm) && !d_.roles.is_role(norm) &&
           !d_.roles.anonymous_nouns.has(norm) &&
           !d_.grammar.is_any(at, {"many", "most", "few", "several", "some", "others", "other",
                                   "all", "none", "everyone", "everybody", "anyone", "nobody"});
  }

  static std::string_view short_form(std::string_view role) {
    if (role == "senator") return "sen.";
    if (role == "governor") return "gov.";
    if (role == "congressman" || role == "congresswoman" || role == "representative") return "rep.";
    return role;
  }

  // "the senator": the person last mentioned whose title holds the word.
  std::uint32_t person_called(std::string_view role, std::uint32_t at) const {
    const std::uint32_t floor = at > 1500 ? at - 1500 : 0;
    for (std::uint32_t t = at; t > floor; --t) {
      const std::uint32_t index = d_.names.entity_at[t - 1];
      if (index != kNone && d_.names.entities[index].person &&
          (holds_word(d_.names.entities[index].title, role) ||
           holds_word(d_.names.entities[index].title, short_form(role)))) {
        return index;
      }
    }
    return kNone;
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
  const SourceKind kind = entity.person     ? SourceKind::named_person
                          : entity.document ? SourceKind::document
                                            : SourceKind::named_organization;
  return {kind, entity.name, entity.title, index, kNone};
}

Reference read_reference(const Discourse& discourse, TokenRange phrase, const NounPhrase* noun,
                         std::uint32_t head) {
  return Reader(discourse).read(phrase, noun, head);
}

}  // namespace sourcelight
