// People by their names, roles and descriptions; see reader.h.
#include <algorithm>
#include <unordered_map>

#include "base/chars.h"
#include "sources/reader.h"
#include "sources/salience.h"

namespace sourcelight {

Reference Reader::of_people(TokenRange phrase, TokenRange base) const {
  const std::string_view head = g_.norm(base.last - 1);
  const bool role = d_.roles.person_nouns.has(head);
  // "His lawyer, Ada Lind": the name in the apposition.
  for (std::uint32_t t = base.last; role && t < phrase.last && !alone_; ++t) {
    const std::uint32_t entity = d_.names.entity_at[t];
    const NounPhrase* noun = g_.noun_at(t);
    if (entity == kNone || !d_.names.entities[entity].person || !noun ||
        g_.norm(noun->tokens.first - 1) != ",") {
      continue;
    }
    Reference reference = reference_to(d_, entity);
    if (reference.title.empty()) reference.title = words_of(g_, without_determiner(base));
    return reference;
  }
  // "The park's owner, Norre Outdoors": a body may own, too.
  if (const NounPhrase* owner = g_.norm(base.last) == "," ? g_.noun_at(base.last + 1) : nullptr;
      role && owner && !alone_ && owner->head < phrase.last &&
      d_.names.entity_at[owner->head] != kNone && g_.is(base.last - 1, Role::person_or_body)) {
    return reference_to(d_, d_.names.entity_at[owner->head]);
  }
  if (!alone_) {
    if (auto known = of_known_person(base)) return *std::move(known);
  }
  if (is_leadership(base)) {
    return as_written(SourceKind::named_organization, without_determiner(base));
  }
  if (is_unknown_name(phrase, base)) {
    return as_written(SourceKind::named_organization, without_determiner(base));
  }
  const bool plural = g_.tag(base.last - 1) == Tag::noun_plural;
  bool counted =
      g_.is(base.first, Role::introducing_determiner) || g_.is(base.first, Role::few_persons);
  for (std::uint32_t t = base.first; t < base.last; ++t)
    counted |= g_.is(t, Role::unnamed_adjective);
  const bool people = role || d_.roles.is_role(head);
  if (people && definite(base) && g_.tag(base.first + 1) == Tag::number) {
    return as_written(SourceKind::anonymous, base);
  }
  const bool owned = role && !plural && is_owned(base);
  const bool many =
      g_.is(base.first, Role::crowd_determiner) ||
      (g_.is(base.last - 1, Role::people_noun) && !counted && base.last == phrase.last);
  const bool worker = !plural && d_.roles.sounds_like_role(head);
  const bool particular =
      !many && (d_.roles.anonymous_nouns.has(head) || (role && !plural) || worker);
  const SourceKind kind =
      (particular && (counted || plural || owned || definite(base))) || (counted && !plural)
          ? SourceKind::anonymous
          : SourceKind::unnamed_group;
  TokenRange whole = base;
  const std::uint32_t next = base.last;
  if (next + 1 < phrase.last && g_.is(next, Role::people_description)) {
    std::uint32_t end = next + 1;
    while (end < phrase.last && g_.norm(end) != "," && !g_.is(end, Role::subject_relative)) ++end;
    whole.last = end;
  }
  return as_written(kind, whole);
}

// "Lind's mother", "his lawyer"
bool Reader::is_owned(TokenRange base) const {
  for (std::uint32_t t = base.first; t < base.last; ++t) {
    const Tag tag = g_.tag(t);
    if (tag == Tag::possessive || tag == Tag::pronoun_possessive) return true;
  }
  return false;
}

// "Norre's directors": who speaks for a named body, all of them.
bool Reader::is_leadership(TokenRange base) const {
  if (!g_.is(base.last - 1, Role::leadership_noun)) return false;
  for (std::uint32_t t = base.first + 1; t + 1 < base.last; ++t) {
    const std::uint32_t entity = d_.names.entity_at[t - 1];
    if (g_.tag(t) == Tag::possessive && entity != kNone) {
      return !d_.names.entities[entity].person;
    }
  }
  return false;
}

// "the senator", "the 54-year-old", "the woman": somebody named or described before.
std::optional<Reference> Reader::of_known_person(TokenRange base) const {
  const std::uint32_t head = base.last - 1;
  const std::string_view norm = g_.norm(head);
  const bool age = has_ending(g_.language(), norm, Role::age_ending);
  const bool headline = base.first == head && g_.document.tokens[head].capitalized;
  if (!age && !d_.roles.is_role(norm)) return std::nullopt;
  if (g_.tag(base.first) == Tag::pronoun_possessive && base.last - base.first == 2) {
    const std::uint32_t relative = person_called(norm, base.first);  // "her son"
    if (relative != kNone) return reference_to(d_, relative);
  }
  if (!definite(base) && !headline) return std::nullopt;
  if (g_.tag(head) == Tag::noun_plural) return known_people(head);
  // "the transport minister" rather than any minister
  std::uint32_t titled = person_called(lower(words_of(g_, without_determiner(base))), base.first);
  if (titled == kNone) titled = person_called(norm, base.first);
  if (titled != kNone) return reference_to(d_, titled);
  if (headline) return std::nullopt;
  if (auto described = described_before(base)) return described;
  const Gender gender = gender_of_title(g_.language(), norm);
  // "the woman" after "a neighbour": the one who spoke last, if she has no name.
  if (g_.is(head, Role::plain_person) && !d_.recent.empty()) {
    const Source& last = d_.table.sources[d_.recent.back()];
    if (last.kind == SourceKind::anonymous) {
      return Reference{last.kind, last.name, last.title, kNone, last.id};
    }
  }
  const bool common = d_.roles.anonymous_nouns.has(norm) && gender == Gender::unknown;
  const bool narrowed = base.last - base.first > 2 && is_narrowed(base);
  if (common || narrowed) return std::nullopt;
  const std::uint32_t person =
      person_meant(g_, d_.names, base.first,
                   {.gender = gender, .last_speaker = d_.last_person, .same_sentence = false});
  if (person == kNone) return std::nullopt;
  return reference_to(d_, person);
}

// "the ferry pilot" is one of many, "the Ostby pilot" and "the former pilot" the one spoken of.
bool Reader::is_narrowed(TokenRange base) const {
  for (std::uint32_t t = base.first + 1; t + 1 < base.last; ++t) {
    if (g_.document.tokens[t].capitalized ||
        has_ending(g_.language(), g_.norm(t), Role::age_ending))
      return false;
  }
  return !g_.is(base.last - 2, Role::singling_adjective);
}

// "the official" after "a senior official": the same one.
std::optional<Reference> Reader::described_before(TokenRange base) const {
  const std::string_view norm = g_.norm(base.last - 1);
  const std::uint32_t floor = base.first > 400 ? base.first - 400 : 0;
  for (std::uint32_t t = base.first; t > floor; --t) {
    const NounPhrase* noun = g_.noun_at(t - 1);
    if (!noun || noun->head != t - 1 || g_.norm(noun->head) != norm) continue;
    if (!g_.is(noun->tokens.first, Role::introducing_determiner)) continue;
    return as_written(SourceKind::anonymous, {noun->tokens.first, noun->head + 1});
  }
  return std::nullopt;
}

// "the senators" after "Sens. Lind and Voss".
std::optional<Reference> Reader::known_people(std::uint32_t head) const {
  std::string one(g_.norm(head));
  one.pop_back();
  const std::string_view before_name = short_form(one);
  const std::size_t count = d_.table.sources.size();
  for (std::size_t i = count; i > 0 && count - i < 40; --i) {
    const Source& source = d_.table.sources[i - 1];
    if (source.name.find(" & ") == std::string::npos) continue;
    if (!holds_word(source.title, one) && !holds_word(source.title, before_name)) continue;
    return Reference{source.kind, source.name, source.title, kNone, source.id};
  }
  return std::nullopt;
}

// "Mashable", "ostnews.com": one word with a capital that is no other word, or an address.
bool Reader::is_unknown_name(TokenRange phrase, TokenRange base) const {
  base = without_possessive(without_determiner(base));
  const std::uint32_t at = base.last - 1;
  const std::string_view norm = g_.norm(at);
  if (base.first != at) return false;
  if (g_.document.at(g_.document.tokens[at].span).starts_with('@')) return true;
  if (norm.ends_with(".com") || norm.ends_with(".org") || norm.ends_with(".net")) return true;
  const Tag tag = g_.tag(at);
  return phrase.last - phrase.first == 1 && g_.document.tokens[at].capitalized &&
         (tag == Tag::proper_noun ||
          (capitals_name(g_.language()) && (tag == Tag::noun || tag == Tag::adjective))) &&
         !d_.names.in_small.contains(norm) && !d_.roles.is_role(norm) &&
         !d_.roles.anonymous_nouns.has(norm) && !g_.is(at, Role::nameless_pronoun);
}

namespace {

struct ShortForms {
  explicit ShortForms(const Language& language) {
    for (const std::string_view entry : read_entries(language.file(Lexicon::title_short_forms))) {
      const std::size_t blank = std::min(entry.find(' '), entry.size() - 1);
      forms.emplace(entry.substr(0, blank), entry.substr(blank + 1));
    }
  }

  std::unordered_map<std::string_view, std::string_view> forms;
};

}  // namespace

std::string_view Reader::short_form(std::string_view role) const {
  const auto& forms = g_.language().of<ShortForms>().forms;
  const auto found = forms.find(role);
  return found == forms.end() ? role : found->second;
}

// "the senator": the person last mentioned whose title holds the word.
std::uint32_t Reader::person_called(std::string_view role, std::uint32_t at) const {
  const std::string_view before_name = short_form(role);
  const std::uint32_t floor = at > 1500 ? at - 1500 : 0;
  for (std::uint32_t t = at; t > floor; --t) {
    const std::uint32_t index = d_.names.entity_at[t - 1];
    if (index != kNone && d_.names.entities[index].person &&
        (holds_word(d_.names.entities[index].title, role) ||
         holds_word(d_.names.entities[index].title, before_name))) {
      return index;
    }
  }
  // Named only later: of those of whom the article says so, the one it names most.
  std::uint32_t best = kNone;
  for (std::uint32_t i = 0; i < d_.names.entities.size(); ++i) {
    const Entity& entity = d_.names.entities[i];
    if (!entity.person ||
        !(holds_word(entity.title, role) || holds_word(entity.title, before_name))) {
      continue;
    }
    if (best == kNone || entity.mentions.size() > d_.names.entities[best].mentions.size()) best = i;
  }
  return best;
}

// "Mexicans", "Democrats": a capitalised plural of people.
bool Reader::is_people(std::uint32_t head) const {
  const std::string_view word = g_.norm(head);
  return g_.document.tokens[head].capitalized && word.size() > 5 &&
         has_ending(g_.language(), word, Role::people_ending);
}

// "Secretary of State Ada Lind": the name stands in the second noun phrase.
std::uint32_t Reader::person_of_office(TokenRange phrase, const NounPhrase& noun) const {
  const std::uint32_t next = noun.tokens.last;
  const NounPhrase* rest = g_.is(next, Role::office_preposition) ? g_.noun_at(next + 1) : nullptr;
  if (!rest || rest->head >= phrase.last || !d_.roles.person_nouns.has(g_.norm(noun.head)) ||
      d_.names.entity_at[noun.head] != kNone || g_.tag(noun.tokens.first) == Tag::determiner) {
    return kNone;
  }
  const std::uint32_t entity = d_.names.entity_at[rest->head];
  const bool office = entity != kNone && d_.names.entities[entity].certain &&
                      d_.names.entities[entity].person && rest->tokens.first < rest->head &&
                      d_.names.entity_at[rest->tokens.first] != entity;
  return office ? entity : kNone;
}

// "LIND: ..." in a transcript, and a surname that was taken for another word.
std::uint32_t Reader::speaker_label(TokenRange phrase) const {
  const Token& token = g_.document.tokens[phrase.last - 1];
  if (!token.all_caps && !(token.capitalized && phrase.last - phrase.first == 1)) return kNone;
  const auto found = d_.names.by_surname.find(std::string(g_.norm(phrase.last - 1)));
  return found == d_.names.by_surname.end() ? kNone : found->second;
}

}  // namespace sourcelight
