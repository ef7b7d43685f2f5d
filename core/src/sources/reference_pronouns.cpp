// Contract in reference_pronouns.h.
#include "sources/reference_pronouns.h"

#include <algorithm>

#include "sources/salience.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

}  // namespace

Reference PronounReader::read(const SourcePhrase& phrase) const {
  const Tag tag = d_.grammar.tag(phrase.head);
  const bool alone = phrase.tokens.last - phrase.tokens.first == 1;
  if (tag == Tag::pronoun || (alone && tag == Tag::pronoun_possessive)) {
    return read_pronoun(phrase.attribution, phrase.head);
  }
  return read_reference(d_, phrase.tokens, phrase.noun, phrase.head);
}

Reference PronounReader::again(std::uint32_t source) const {
  const Source& one = d_.table.sources[source];
  const std::uint32_t entity = d_.entity_of[source];
  return {one.kind, one.name, one.title, entity, entity == kNone ? source : kNone};
}

Reference PronounReader::read_pronoun(const Attribution& attribution, std::uint32_t at) const {
  const Pronoun pronoun = d_.pronouns.of(d_.grammar.norm(at));
  if (pronoun == Pronoun::speaker) {
    if (attribution.parent && d_.table.of[*attribution.parent])
      return again(*d_.table.of[*attribution.parent]);
    return {SourceKind::author,
            std::string(say(d_.grammar.language(), Message::the_writer)),
            {},
            kNone,
            kNone};
  }
  if (pronoun == Pronoun::he || pronoun == Pronoun::she) {
    const std::uint32_t person =
        person_before(attribution, at, pronoun == Pronoun::he ? Gender::male : Gender::female);
    const std::uint32_t nameless = nameless_speaker(at, person);
    if (nameless != kNone) return again(nameless);
    if (person != kNone) return reference_to(d_, person);
    const std::uint32_t unnamed = last_of({SourceKind::anonymous, SourceKind::named_person});
    if (unnamed != kNone) return again(unnamed);
    return {SourceKind::anonymous, words_of(d_.grammar, {at, at + 1}), {}, kNone, kNone};
  }
  const bool it = pronoun == Pronoun::it;
  if (Reference near = it ? Reference() : group_before(attribution, at);
      near.kind != SourceKind::none) {
    return near;
  }
  if (const std::uint32_t near = it ? body_meant(d_.grammar, d_.names, at) : kNone; near != kNone) {
    return reference_to(d_, near);
  }
  const std::uint32_t other = it ? last_of({SourceKind::named_organization, SourceKind::document})
                                 : last_of({SourceKind::unnamed_group, SourceKind::anonymous,
                                            SourceKind::named_organization});
  if (other != kNone) return again(other);
  const std::uint32_t body = it ? body_before(at) : kNone;
  if (body != kNone) return reference_to(d_, body);
  return {SourceKind::unnamed_group, words_of(d_.grammar, {at, at + 1}), {}, kNone, kNone};
}

// The one without a name who spoke last, where no sentence since began with the person.
std::uint32_t PronounReader::nameless_speaker(std::uint32_t at, std::uint32_t person) const {
  if (d_.recent.empty()) return kNone;
  const Source& last = d_.table.sources[d_.recent.back()];
  if (last.kind != SourceKind::anonymous || last.mentions.empty()) return kNone;
  const std::uint32_t said = d_.grammar.tokens_in(last.mentions.back()).first;
  const NounPhrase* noun = d_.grammar.noun_at(said);
  const bool several = noun && (d_.grammar.tag(noun->head) == Tag::noun_plural ||
                                d_.grammar.is(noun->head, Role::collective_noun));
  if (several || said >= at || at - said > 150) return kNone;
  if (person == kNone) return last.id;
  const auto& mentions = d_.names.entities[person].mentions;
  for (auto it = std::upper_bound(mentions.begin(), mentions.end(), said);
       it != mentions.end() && *it < at; ++it) {
    const std::uint32_t mention = *it;
    const Sentence& there = d_.grammar.sentence_of(mention);
    if (mention < there.first_token + 6 || at < there.last_token) return kNone;
  }
  return last.id;
}

// The person "he" or "she" means.
std::uint32_t PronounReader::person_before(const Attribution& attribution, std::uint32_t at,
                                           Gender gender) const {
  const std::uint32_t best = person_meant(d_.grammar, d_.names, at,
                                          {.gender = gender,
                                           .last_speaker = d_.last_person,
                                           .content = &attribution.content,
                                           .same_sentence = true,
                                           .floor = d_.entry.first});
  return best != kNone ? best : d_.last_person;
}

// The people "they" means where they have not spoken since: "the doctors", "Lind and Voss".
Reference PronounReader::group_before(const Attribution& attribution, std::uint32_t at) const {
  const Sentence& here = d_.grammar.sentence_of(at);
  for (std::uint32_t t = at; t > 0 && at - t < 80; --t) {
    if (d_.grammar.sentence_of(t - 1).paragraph != here.paragraph) break;
    const NounPhrase* noun = d_.grammar.noun_at(t - 1);
    if (!noun || noun->head != t - 1 || d_.grammar.tag(t - 1) != Tag::noun_plural) continue;
    if (stands_in(attribution.content, t - 1)) continue;
    const VerbGroup* verb = d_.grammar.verb_at(t);
    const bool subject = verb && verb->finite;
    const bool people = d_.roles.is_role(d_.grammar.norm(t - 1)) ||
                        d_.roles.anonymous_nouns.has(d_.grammar.norm(t - 1));
    if (!people || !(subject || d_.grammar.is(noun->tokens.first, Role::definite_article)))
      continue;
    return read_reference(d_, noun->tokens, noun, noun->head);
  }
  for (std::size_t i = d_.recent.size(); i > 0 && d_.recent.size() - i < 3; --i) {
    const Source& source = d_.table.sources[d_.recent[i - 1]];
    if (source.name.find(" & ") != std::string::npos) return again(source.id);
  }
  return {};
}

bool PronounReader::stands_in(const Spans& spans, std::uint32_t t) const {
  const std::uint32_t at = d_.grammar.document.tokens[t].span.begin;
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return span.begin <= at && at < span.end; });
}

std::uint32_t PronounReader::body_before(std::uint32_t at) const {
  for (std::uint32_t t = at; t > d_.entry.first && at - t < 200; --t) {
    const std::uint32_t index = d_.names.entity_at[t - 1];
    if (index != kNone && !d_.names.entities[index].person) return index;
  }
  return kNone;
}

std::uint32_t PronounReader::last_of(std::initializer_list<SourceKind> kinds) const {
  for (std::size_t i = d_.recent.size(); i > 0 && d_.recent.size() - i < 6; --i) {
    const Source& source = d_.table.sources[d_.recent[i - 1]];
    if (std::find(kinds.begin(), kinds.end(), source.kind) != kinds.end()) return source.id;
  }
  return kNone;
}

}  // namespace sourcelight
