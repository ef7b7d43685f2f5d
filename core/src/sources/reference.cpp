// Tells kinds of source phrases apart; see reference.h and reader.h.
#include "sources/reference.h"

#include <algorithm>

#include "sources/reader.h"
#include "words/messages.h"

namespace sourcelight {

// What kind of source a noun phrase is, from its own words.
Reference Reader::read(TokenRange phrase, const NounPhrase* noun, std::uint32_t head) const {
  TokenRange base =
      noun ? TokenRange{std::max(phrase.first, noun->tokens.first), head + 1} : phrase;
  // "Two Western diplomats", "leaked emails": what stands before a noun phrase cut short.
  while (noun && base.first > phrase.first) {
    const NounPhrase* before = g_.noun_at(base.first - 1);
    const bool part = before ? before->tokens.last == base.first && !before->temporal
                             : g_.tag(base.first - 1) == Tag::verb_participle;
    if (!part) break;
    base.first = before ? std::max(before->tokens.first, phrase.first) : base.first - 1;
  }
  if (const TokenRange name = named_in_quotes(phrase); !name.empty()) {
    return of_quoted_name(base, name);
  }
  if (noun && noun->head == head && !alone_) {
    if (auto joined = of_joined(phrase, *noun)) return *std::move(joined);
    if (auto named = of_examples(phrase, *noun)) return *std::move(named);
    if (auto group = of_shared_head(phrase, *noun)) return *std::move(group);
  }
  if (const std::uint32_t person = noun && !alone_ ? person_of_office(phrase, *noun) : kNone;
      person != kNone) {
    return reference_to(d_, person);
  }
  if (noun && is_quantity(*noun)) return of_quantity(phrase, *noun);
  const std::uint32_t entity = alone_ ? kNone : d_.names.entity_at[head];
  if (is_people(head)) return as_written(SourceKind::unnamed_group, base);
  if (entity != kNone) return reference_to(d_, entity);
  if (const std::uint32_t speaker = alone_ ? kNone : speaker_label(phrase); speaker != kNone)
    return reference_to(d_, speaker);
  const Token& last = g_.document.tokens[phrase.last - 1];
  if (phrase.last - phrase.first == 1 && last.all_caps && last.norm.size() > 2 && !is_body(base) &&
      g_.norm(phrase.last) == ":" && !g_.is(head, Role::notice_label)) {
    return as_written(SourceKind::named_person, phrase);  // a turn of a transcript
  }
  if (d_.roles.mouthpieces.has(g_.norm(head))) return of_mouthpiece(phrase, base);
  if (d_.roles.document_nouns.has(g_.norm(head)) && !is_body(base))
    return of_document(phrase, base);
  if (is_body(base)) return of_body(phrase, base);
  return of_people(phrase, base);
}

// „die Zeitung «Harbour Wire»“: where all nouns have capitals, marks of quotation tell the names of
// papers and the like. What stands in them near the begin of the phrase, if it begins with a
// capital.
TokenRange Reader::named_in_quotes(TokenRange phrase) const {
  constexpr std::uint32_t far = 6;
  if (capitals_name(g_.language())) return {};
  std::uint32_t open = phrase.first;
  const std::uint32_t stop = std::min(phrase.last, phrase.first + far);
  while (open < stop && g_.norm(open) != "\"") ++open;
  std::uint32_t close = open + 1;
  while (close < phrase.last && g_.norm(close) != "\"") ++close;
  // „der «Wire»-Redakteur“, „«Wire»-Reporterin Ada Lind“: somebody of it.
  const bool somebody = close + 1 < phrase.last && (g_.norm(close + 1).starts_with('-') ||
                                                    g_.document.tokens[close + 1].capitalized);
  const bool named = close < phrase.last && close > open + 1 && close < open + far && !somebody &&
                     g_.document.tokens[open + 1].capitalized;
  return named ? TokenRange{open + 1, close} : TokenRange{};
}

Reference Reader::of_quoted_name(TokenRange base, TokenRange name) const {
  const std::uint32_t entity = d_.names.entity_at[name.first];
  Reference reference{SourceKind::named_organization, words_of(g_, name), {}, kNone, kNone};
  if (entity != kNone && d_.names.entities[entity].name == reference.name) {
    reference = reference_to(d_, entity);
  }
  const TokenRange title = without_determiner({base.first, std::min(base.last, name.first - 1)});
  if (reference.title.empty() && !title.empty() && g_.tag(title.last - 1) == Tag::noun) {
    reference.title = declined_words_of(g_, title);
  }
  return reference;
}

bool Reader::is_body(TokenRange base) const {
  const std::string_view head = g_.norm(base.last - 1);
  const bool capitalized = g_.document.tokens[base.last - 1].capitalized;
  return d_.roles.is_body_noun(head, capitalized) || d_.roles.organizations.has(head) ||
         d_.roles.places.has(head);
}

TokenRange Reader::without_determiner(TokenRange base) const {
  while (base.last - base.first > 1 && g_.tag(base.first) == Tag::determiner) ++base.first;
  return base;
}

// "this report" keeps what tells it from others.
TokenRange Reader::without_article(TokenRange base) const {
  if (base.last - base.first > 1 && d_.pronouns.is_article(g_.norm(base.first))) ++base.first;
  return base;
}

TokenRange Reader::without_possessive(TokenRange base) const {
  while (base.last - base.first > 1 && g_.tag(base.last - 1) == Tag::possessive) --base.last;
  return base;
}

bool Reader::definite(TokenRange base) const {
  return d_.pronouns.is_definite(g_.norm(base.first));
}

bool Reader::has_name(TokenRange base) const {
  for (std::uint32_t t = base.first; t < base.last; ++t) {
    if (d_.names.entity_at[t] != kNone) return true;
  }
  return false;
}

Reference Reader::as_written(SourceKind kind, TokenRange base) const {
  return {kind, declined_words_of(g_, without_possessive(base)), {}, kNone, kNone};
}

Reference reference_to(const Discourse& d, std::uint32_t index) {
  const Entity& entity = d.names.entities[index];
  const SourceKind kind = entity.person     ? SourceKind::named_person
                          : entity.document ? SourceKind::document
                                            : SourceKind::named_organization;
  return {kind, entity.name, entity.title, index, Grammar::kNone};
}

Reference read_reference(const Discourse& discourse, TokenRange phrase, const NounPhrase* noun,
                         std::uint32_t head) {
  return Reader(discourse).read(phrase, noun, head);
}

Reference read_as_written(const Discourse& discourse, TokenRange phrase, const NounPhrase* noun,
                          std::uint32_t head) {
  const Tag tag = discourse.grammar.tag(head);
  if (tag != Tag::pronoun && tag != Tag::pronoun_possessive) {
    return Reader(discourse, true).read(phrase, noun, head);
  }
  const Pronoun pronoun = discourse.pronouns.of(discourse.grammar.norm(head));
  if (pronoun == Pronoun::speaker)
    return {SourceKind::author,
            std::string(say(discourse.grammar.language(), Message::the_writer)),
            {}};
  const bool one = pronoun == Pronoun::he || pronoun == Pronoun::she;
  return {one ? SourceKind::anonymous : SourceKind::unnamed_group,
          words_of(discourse.grammar, {head, head + 1}),
          {}};
}

}  // namespace sourcelight
