// Follows each source phrase to the person, body, document or group it means; see sources.h.
#include "sources/sources.h"

#include <algorithm>
#include <unordered_map>

#include "base/chars.h"
#include "sources/justification.h"
#include "sources/reference.h"
#include "sources/salience.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

class Resolver {
 public:
  Resolver(const Grammar& grammar, const std::vector<Attribution>& attributions)
      : attributions_(attributions),
        justifications_(grammar, attributions),
        d_{grammar, Roles::english_and(grammar.vocabulary), find_names(grammar), {}, {}, {}} {}

  SourceTable run() {
    d_.table.of.resize(attributions_.size());
    for (const Attribution& attribution : attributions_) {
      if (attribution.source.empty()) continue;
      const std::uint32_t source = resolve(attribution);
      if (source == kNone) continue;
      d_.table.of[attribution.id] = source;
      count(attribution, d_.table.sources[source]);
    }
    for (const auto& [words, attribution] : justifications_.apart()) {
      const auto source = d_.table.of[attribution];
      if (!source) continue;
      const SourceKind kind = d_.table.sources[*source].kind;
      if (kind != SourceKind::anonymous && kind != SourceKind::unnamed_group) continue;
      d_.table.sources[*source].justification.push_back(words);
    }
    return std::move(d_.table);
  }

 private:
  void count(const Attribution& attribution, Source& source) const {
    ++source.statements;
    for (const Span& span : attribution.source) source.mentions.push_back(span);
    if (attribution.parent) return;  // its words are counted with the outer one
    for (const Span& span : attribution.content) {
      const TokenRange tokens = d_.grammar.tokens_in(span);
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        source.words += d_.grammar.document.tokens[t].word ? 1 : 0;
      }
    }
  }

  std::uint32_t resolve(const Attribution& attribution) {
    const TokenRange phrase = d_.grammar.tokens_in(attribution.source.front());
    if (phrase.empty()) return kNone;
    const NounPhrase* noun = first_noun(phrase);
    std::uint32_t head = noun && noun->head < phrase.last ? noun->head : phrase.last - 1;
    if (head > phrase.first && d_.grammar.tag(head) == Tag::possessive) --head;  // "Lee’s" claim
    if (head > phrase.first && d_.grammar.norm(head) == "close" &&
        d_.grammar.norm(head + 1) == "to") {
      --head;  // "an official close to the mayor" is no close
    }
    if (noun && head + 2 == phrase.last && !d_.grammar.noun_at(head + 1) &&
        d_.roles.is_role(d_.grammar.norm(head + 1))) {
      ++head;  // "a second official", cut short
    }
    std::uint32_t source = kNone;
    if (is_relative(phrase)) {
      source = antecedent(attribution, phrase.first);
    } else if (phrase.last - phrase.first == 1 &&
               (d_.grammar.tag(phrase.first) == Tag::pronoun ||
                d_.grammar.tag(phrase.first) == Tag::pronoun_possessive)) {
      source = resolve_pronoun(attribution, phrase.first);
    } else if (noun && d_.grammar.tag(noun->head) == Tag::pronoun &&
               noun->tokens.first == phrase.first) {
      source = resolve_pronoun(attribution, noun->head);  // "he and his father"
    } else {
      source = enter(read_reference(d_, phrase, noun, head));
    }
    if (source != kNone) {
      for (const Span& words : justifications_.of(attribution, phrase)) {
        d_.table.sources[source].justification.push_back(words);
      }
    }
    return source;
  }

  const NounPhrase* first_noun(TokenRange phrase) const {
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      const NounPhrase* noun = d_.grammar.noun_at(t);
      if (!noun) continue;
      // "One Ostby official" may be cut in two: the last part has the head.
      const NounPhrase* next = d_.grammar.noun_at(noun->tokens.last);
      while (next && next->head < phrase.last && next->tokens.first == noun->tokens.last &&
             !next->temporal) {
        noun = next;
        next = d_.grammar.noun_at(noun->tokens.last);
      }
      return noun;
    }
    return nullptr;
  }

  bool is_relative(TokenRange phrase) const {
    return phrase.last - phrase.first == 1 &&
           (d_.grammar.is_any(phrase.first, {"who", "which", "that", "whose"}));
  }

  // The noun phrase that "who" or "which" refers to.
  std::uint32_t antecedent(const Attribution& attribution, std::uint32_t relative) {
    std::uint32_t t = relative;
    while (t > 0 && relative - t < 4 && !d_.grammar.noun_at(t - 1)) --t;
    const NounPhrase* noun = t > 0 ? d_.grammar.noun_at(t - 1) : nullptr;
    if (!noun || noun->tokens.first > noun->head) return kNone;
    std::uint32_t first = noun->tokens.first;
    // "sources from the team who": the first noun of the chain is meant, unless it is a thing
    // ("the rise of Ada Lind, who"). "which" means the last.
    const bool thing = d_.grammar.norm(relative) == "which";
    while (!thing && first > 2 && !is_person(noun->head) &&
           d_.grammar.is_any(first - 1, {"of", "from", "in", "at", "for", "with"})) {
      // "officials familiar with the talks, who": over the adjective, too.
      const std::uint32_t outer =
          d_.grammar.tag(first - 2) == Tag::adjective ? first - 3 : first - 2;
      const NounPhrase* whole = d_.grammar.noun_at(outer);
      if (!whole) break;
      noun = whole;
      first = noun->tokens.first;
    }
    if (d_.grammar.tag(noun->head) == Tag::pronoun) return resolve_pronoun(attribution, noun->head);
    // "Ada Lind was one of three members who": Ada Lind.
    const VerbGroup* verb = first > 1 ? d_.grammar.verb_at(first - 1) : nullptr;
    if (verb && is_form_of_be(d_.grammar.norm(verb->head)) && verb->tokens.first > 0 &&
        is_person(verb->tokens.first - 1)) {
      return enter(reference_to(d_, d_.names.entity_at[verb->tokens.first - 1]));
    }
    return enter(read_reference(d_, {first, relative}, noun, noun->head));
  }

  bool is_person(std::uint32_t head) const {
    const std::uint32_t entity = d_.names.entity_at[head];
    return entity != kNone && d_.names.entities[entity].person;
  }

  std::uint32_t resolve_pronoun(const Attribution& attribution, std::uint32_t at) {
    const std::string_view word = d_.grammar.norm(at);
    const bool he = word == "he" || word == "his" || word == "him" || word == "himself";
    const bool she = word == "she" || word == "her" || word == "herself";
    if (word == "i" || word == "we" || word == "my" || word == "our" || word == "me" ||
        word == "us") {
      if (attribution.parent && d_.table.of[*attribution.parent])
        return *d_.table.of[*attribution.parent];
      return enter({SourceKind::author, "the writer", {}, kNone, kNone});
    }
    if (he || she) {
      const std::uint32_t person =
          person_before(attribution, at, he ? Gender::male : Gender::female);
      const std::uint32_t nameless = nameless_speaker(at, person);
      if (nameless != kNone) return nameless;
      if (person != kNone) return enter(reference_to(d_, person));
      const std::uint32_t unnamed = last_of({SourceKind::anonymous, SourceKind::named_person});
      if (unnamed != kNone) return unnamed;
      return enter({SourceKind::anonymous, words_of(d_.grammar, {at, at + 1}), {}, kNone, kNone});
    }
    const bool it = word == "it" || word == "its";
    if (const std::uint32_t near = it ? kNone : group_before(attribution, at); near != kNone) {
      return near;
    }
    if (const std::uint32_t near = it ? body_meant(d_.grammar, d_.names, at) : kNone;
        near != kNone) {
      return enter(reference_to(d_, near));
    }
    const std::uint32_t other = it ? last_of({SourceKind::named_organization, SourceKind::document})
                                   : last_of({SourceKind::unnamed_group, SourceKind::anonymous,
                                              SourceKind::named_organization});
    if (other != kNone) return other;
    const std::uint32_t body = it ? body_before(at) : kNone;
    if (body != kNone) return enter(reference_to(d_, body));
    return enter({SourceKind::unnamed_group, words_of(d_.grammar, {at, at + 1}), {}, kNone, kNone});
  }

  // The one without a name who spoke last, where no sentence since began with the person.
  std::uint32_t nameless_speaker(std::uint32_t at, std::uint32_t person) const {
    if (d_.recent.empty()) return kNone;
    const Source& last = d_.table.sources[d_.recent.back()];
    if (last.kind != SourceKind::anonymous || last.mentions.empty()) return kNone;
    const std::uint32_t said = d_.grammar.tokens_in(last.mentions.back()).first;
    const NounPhrase* noun = d_.grammar.noun_at(said);
    const bool several =
        noun && (d_.grammar.tag(noun->head) == Tag::noun_plural ||
                 d_.grammar.is_any(noun->head, {"family", "couple", "pair", "duo", "crew"}));
    if (several || said >= at || at - said > 150) return kNone;
    if (person == kNone) return last.id;
    for (const std::uint32_t mention : d_.names.entities[person].mentions) {
      if (mention <= said || mention >= at) continue;
      const Sentence& there = d_.grammar.sentence_of(mention);
      if (mention < there.first_token + 6 || at < there.last_token) return kNone;
    }
    return last.id;
  }

  // The person "he" or "she" means.
  std::uint32_t person_before(const Attribution& attribution, std::uint32_t at,
                              Gender gender) const {
    const std::uint32_t best = person_meant(d_.grammar, d_.names, at,
                                            {.gender = gender,
                                             .last_speaker = d_.last_person,
                                             .content = &attribution.content,
                                             .same_sentence = true});
    return best != kNone ? best : d_.last_person;
  }

  // The people "they" means where they have not spoken since: "the doctors", "Lind and Voss".
  std::uint32_t group_before(const Attribution& attribution, std::uint32_t at) {
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
      if (!people || !(subject || d_.grammar.norm(noun->tokens.first) == "the")) continue;
      return enter(read_reference(d_, noun->tokens, noun, noun->head));
    }
    for (std::size_t i = d_.recent.size(); i > 0 && d_.recent.size() - i < 3; --i) {
      const Source& source = d_.table.sources[d_.recent[i - 1]];
      if (source.name.find(" & ") != std::string::npos) return source.id;
    }
    return kNone;
  }

  bool stands_in(const Spans& spans, std::uint32_t t) const {
    const std::uint32_t at = d_.grammar.document.tokens[t].span.begin;
    return std::any_of(spans.begin(), spans.end(),
                       [&](const Span& span) { return span.begin <= at && at < span.end; });
  }

  std::uint32_t body_before(std::uint32_t at) const {
    for (std::uint32_t t = at; t > 0 && at - t < 200; --t) {
      const std::uint32_t index = d_.names.entity_at[t - 1];
      if (index != kNone && !d_.names.entities[index].person) return index;
    }
    return kNone;
  }

  std::uint32_t last_of(std::initializer_list<SourceKind> kinds) const {
    for (std::size_t i = d_.recent.size(); i > 0 && d_.recent.size() - i < 6; --i) {
      const Source& source = d_.table.sources[d_.recent[i - 1]];
      if (std::find(kinds.begin(), kinds.end(), source.kind) != kinds.end()) return source.id;
    }
    return kNone;
  }

  // Joins a reference with the source it repeats, or opens a new one.
  std::uint32_t enter(Reference reference) {
    if (reference.same_as != kNone) {
      Source& source = d_.table.sources[reference.same_as];
      if (reference.name.size() > source.name.size()) source.name = std::move(reference.name);
      d_.recent.push_back(source.id);
      return source.id;
    }
    const std::string key = reference.entity != kNone
                                ? "#" + std::to_string(reference.entity)
                                : std::string(to_string(reference.kind)) + "|" + reference.name;
    auto [found, fresh] =
        by_key_.try_emplace(key, static_cast<std::uint32_t>(d_.table.sources.size()));
    // Anonymous people with the same words in different paragraphs may be different people; one
    // entry a phrase keeps the list readable, and the words say so.
    if (fresh) {
      Source source;
      source.id = found->second;
      source.name = std::move(reference.name);
      source.kind = reference.kind;
      source.title = std::move(reference.title);
      d_.table.sources.push_back(std::move(source));
      d_.entity_of.push_back(reference.entity);
    }
    if (reference.entity != kNone) {
      const bool person = d_.names.entities[reference.entity].person;
      (person ? d_.last_person : d_.last_body) = reference.entity;
    }
    d_.recent.push_back(found->second);
    return found->second;
  }

  const std::vector<Attribution>& attributions_;
  const Justifications justifications_;
  Discourse d_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
};

// Sorted, and of two that overlap the first.
Spans disjoint(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans kept;
  for (const Span& span : spans) {
    if (kept.empty() || span.begin >= kept.back().end) kept.push_back(span);
  }
  return kept;
}

// Sorted, and those that overlap made one.
Spans merged(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans kept;
  for (const Span& span : spans) {
    if (kept.empty() || span.begin >= kept.back().end) {
      kept.push_back(span);
    } else {
      kept.back().end = std::max(kept.back().end, span.end);
    }
  }
  return kept;
}

// The newsroom knows better what the sources on its list are.
void use_known(const std::vector<KnownSource>& known, std::vector<Source>& sources) {
  for (Source& source : sources) {
    std::string key = lower(source.name);
    if (key.starts_with("the ")) key.erase(0, 4);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const KnownSource& one) { return one.key == key; });
    if (found == known.end()) continue;
    source.name = found->name;
    source.kind = found->kind;
  }
}

}  // namespace

SourceTable resolve_sources(const Grammar& grammar, const std::vector<Attribution>& attributions) {
  SourceTable table = Resolver(grammar, attributions).run();
  for (Source& source : table.sources) {
    source.mentions = disjoint(std::move(source.mentions));
    source.justification = merged(std::move(source.justification));
  }
  if (grammar.vocabulary) use_known(grammar.vocabulary->sources, table.sources);
  return table;
}

}  // namespace sourcelight
