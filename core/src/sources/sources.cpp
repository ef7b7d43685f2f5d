// Follows each source phrase to the person, body, document or group it means; see sources.h.
#include "sources/sources.h"

#include <algorithm>
#include <unordered_map>

#include "sources/names.h"
#include "sources/roles.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

// A source phrase as it reads before it is joined with others.
struct Reference {
  SourceKind kind = SourceKind::none;
  std::string name;
  std::string title;
  std::uint32_t entity = kNone;  // where a name stands behind it
};

class Resolver {
 public:
  Resolver(const Grammar& grammar, const std::vector<Attribution>& attributions)
      : g_(grammar),
        roles_(Roles::english()),
        names_(find_names(grammar)),
        attributions_(attributions) {}

  SourceTable run() {
    table_.of.resize(attributions_.size());
    for (const Attribution& attribution : attributions_) {
      if (attribution.source.empty()) continue;
      const std::uint32_t source = resolve(attribution);
      if (source == kNone) continue;
      table_.of[attribution.id] = source;
      count(attribution, table_.sources[source]);
    }
    return std::move(table_);
  }

 private:
  void count(const Attribution& attribution, Source& source) const {
    ++source.statements;
    for (const Span& span : attribution.source) source.mentions.push_back(span);
    if (attribution.parent) return;  // its words are counted with the outer one
    for (const Span& span : attribution.content) {
      const TokenRange tokens = g_.tokens_in(span);
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        source.words += g_.document.tokens[t].word ? 1 : 0;
      }
    }
  }

  std::uint32_t resolve(const Attribution& attribution) {
    const TokenRange phrase = g_.tokens_in(attribution.source.front());
    if (phrase.empty()) return kNone;
    const NounPhrase* noun = first_noun(phrase);
    std::uint32_t head = noun && noun->head < phrase.last ? noun->head : phrase.last - 1;
    if (head > phrase.first && g_.tag(head) == Tag::possessive) --head;  // "Lee’s" claim
    std::uint32_t source = kNone;
    if (is_relative(phrase)) {
      source = antecedent(attribution, phrase.first);
    } else if (g_.tag(phrase.first) == Tag::pronoun ||
               g_.tag(phrase.first) == Tag::pronoun_possessive) {
      source = resolve_pronoun(attribution, phrase.first);
    } else {
      source = enter(read(phrase, noun, head));
    }
    if (source != kNone) justify(phrase, table_.sources[source]);
    return source;
  }

  const NounPhrase* first_noun(TokenRange phrase) const {
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (const NounPhrase* noun = g_.noun_at(t)) return noun;
    }
    return nullptr;
  }

  bool is_relative(TokenRange phrase) const {
    return phrase.last - phrase.first == 1 &&
           (g_.is_any(phrase.first, {"who", "which", "that", "whose"}));
  }

  // The noun phrase that "who" or "which" refers to.
  std::uint32_t antecedent(const Attribution& attribution, std::uint32_t relative) {
    std::uint32_t t = relative;
    while (t > 0 && relative - t < 4 && !g_.noun_at(t - 1)) --t;
    const NounPhrase* noun = t > 0 ? g_.noun_at(t - 1) : nullptr;
    if (!noun || noun->tokens.first > noun->head) return kNone;
    std::uint32_t first = noun->tokens.first;
    // "sources from the team who": the first noun of the chain is meant.
    while (first > 1 && g_.is_any(first - 1, {"of", "from", "in", "at", "for", "with"}) &&
           g_.noun_at(first - 2)) {
      first = g_.noun_at(first - 2)->tokens.first;
      noun = g_.noun_at(first);
    }
    if (g_.tag(noun->head) == Tag::pronoun) return resolve_pronoun(attribution, noun->head);
    return enter(read({first, relative}, noun, noun->head));
  }

  // What kind of source a noun phrase is, from its own words.
  Reference read(TokenRange phrase, const NounPhrase* noun, std::uint32_t head) {
    const TokenRange base =
        noun ? TokenRange{std::max(phrase.first, noun->tokens.first), head + 1} : phrase;
    const std::uint32_t entity = names_.entity_at[head];
    if (is_people(head))
      return {SourceKind::unnamed_group, words_of(g_, without_possessive(base)), {}, kNone};
    if (entity != kNone) return of_entity(entity);
    if (const std::uint32_t speaker = speaker_label(phrase); speaker != kNone)
      return of_entity(speaker);
    const Token& last = g_.document.tokens[phrase.last - 1];
    if (phrase.last - phrase.first == 1 && last.all_caps && last.norm.size() > 2 &&
        !is_body(base)) {
      return {SourceKind::named_person, words_of(g_, phrase), {}, kNone};  // a turn of a transcript
    }
    if (roles_.mouthpieces.has(g_.norm(head))) return of_mouthpiece(phrase, base);
    if (roles_.document_nouns.has(g_.norm(head)) && !is_body(base))
      return of_document(phrase, base);
    if (is_body(base)) return of_body(base);
    return of_people(phrase, base);
  }

  // "Mexicans", "Democrats": a capitalised plural of people.
  bool is_people(std::uint32_t head) const {
    const std::string_view word = g_.norm(head);
    return g_.document.tokens[head].capitalized && word.size() > 5 &&
           (word.ends_with("ans") || word.ends_with("crats") || word.ends_with("ists") ||
            word.ends_with("britons"));
  }

  // "LIND: ..." in a transcript names a person by the surname alone, in capitals.
  std::uint32_t speaker_label(TokenRange phrase) const {
    if (!g_.document.tokens[phrase.last - 1].all_caps) return kNone;
    const auto found = names_.by_surname.find(std::string(g_.norm(phrase.last - 1)));
    return found == names_.by_surname.end() ? kNone : found->second;
  }

  Reference of_entity(std::uint32_t index) const {
    const Entity& entity = names_.entities[index];
    if (entity.person) return {SourceKind::named_person, entity.name, entity.title, index};
    return {entity.document ? SourceKind::document : SourceKind::named_organization,
            entity.name,
            {},
            index};
  }

  // "a spokesman for the ministry", "a Pentagon spokeswoman": the body speaks.
  Reference of_mouthpiece(TokenRange phrase, TokenRange base) {
    // A name may follow: "spokeswoman Ada Lind" is headed by the name, "spokeswoman, Ada Lind,"
    // not.
    for (std::uint32_t t = base.last; t < phrase.last; ++t) {
      const std::uint32_t entity = names_.entity_at[t];
      if (entity != kNone && names_.entities[entity].person && g_.norm(base.last) == ",") {
        return of_entity(entity);
      }
    }
    for (std::uint32_t t = base.last; t + 1 < phrase.last; ++t) {
      const NounPhrase* body =
          g_.is_any(t, {"for", "of", "from", "at"}) ? g_.noun_at(t + 1) : nullptr;
      if (body) return named_body({t + 1, std::min(body->tokens.last, phrase.last)}, body->head);
    }
    for (std::uint32_t t = base.first; t + 1 < base.last; ++t) {
      if (g_.tag(t) == Tag::proper_noun || roles_.organization_nouns.has(g_.norm(t))) {
        return named_body({base.first, base.last - 1}, base.last - 2);
      }
    }
    return {SourceKind::anonymous, words_of(g_, without_possessive(base)), {}, kNone};
  }

  Reference named_body(TokenRange base, std::uint32_t head) const {
    while (!base.empty() && g_.tag(base.first) == Tag::determiner) ++base.first;
    const std::uint32_t entity = head < names_.entity_at.size() ? names_.entity_at[head] : kNone;
    if (entity != kNone && names_.entities[entity].person) {
      return {SourceKind::named_person, names_.entities[entity].name, names_.entities[entity].title,
              entity};
    }
    return {SourceKind::named_organization, words_of(g_, without_possessive(base)), {}, entity};
  }

  bool is_body(TokenRange base) const {
    const std::string_view head = g_.norm(base.last - 1);
    return roles_.organization_nouns.has(head) || roles_.organizations.has(head) ||
           roles_.places.has(head);
  }

  TokenRange without_determiner(TokenRange base) const {
    while (base.last - base.first > 1 && g_.tag(base.first) == Tag::determiner) ++base.first;
    return base;
  }

  TokenRange without_possessive(TokenRange base) const {
    while (base.last - base.first > 1 && g_.tag(base.last - 1) == Tag::possessive) --base.last;
    return base;
  }

  bool definite(TokenRange base) const {
    return g_.is_any(base.first, {"the", "this", "that", "these", "those"});
  }

  bool has_name(TokenRange base) const {
    for (std::uint32_t t = base.first; t < base.last; ++t) {
      if (names_.entity_at[t] != kNone) return true;
    }
    return false;
  }

  Reference of_document(TokenRange phrase, TokenRange base) {
    // "the poll" after "a Gallup poll": the same one.
    if (definite(base) && !has_name(base)) {
      if (const std::uint32_t earlier =
              last_with_head(g_.norm(base.last - 1), SourceKind::document);
          earlier != kNone) {
        return {SourceKind::document, table_.sources[earlier].name, {}, kNone};
      }
    }
    TokenRange whole = without_determiner(base);
    const std::uint32_t next = base.last;
    if (next + 1 < phrase.last && g_.is_any(next, {"of", "by", "from", "for", "in"}) &&
        g_.noun_at(next + 1)) {
      whole.last = std::min(g_.noun_at(next + 1)->tokens.last, phrase.last);
    }
    return {SourceKind::document, words_of(g_, without_possessive(whole)), {}, kNone};
  }

  Reference of_body(TokenRange base) {
    if (definite(base) && !has_name(base)) {
      const std::uint32_t entity = body_called(g_.norm(base.last - 1), base.first);
      if (entity != kNone) return of_entity(entity);
      const std::uint32_t earlier =
          last_with_head(g_.norm(base.last - 1), SourceKind::named_organization);
      if (earlier != kNone)
        return {
            SourceKind::named_organization, table_.sources[earlier].name, {}, entity_of_[earlier]};
    }
    if (auto reference = of_described_body(base)) return *std::move(reference);
    const bool indefinite =
        g_.is_any(base.first, {"a", "an", "some", "several", "many", "another"});
    if (indefinite && !has_name(base))
      return {SourceKind::unnamed_group, words_of(g_, base), {}, kNone};
    return {SourceKind::named_organization,
            words_of(g_, without_possessive(without_determiner(base))),
            {},
            kNone};
  }

  // "the Ost-based Harbour Wire agency": the name, with the rest as its description.
  std::optional<Reference> of_described_body(TokenRange base) const {
    if (g_.tag(base.last - 1) == Tag::proper_noun) return std::nullopt;
    for (std::uint32_t t = base.last - 1; t > base.first; --t) {
      const std::uint32_t entity = names_.entity_at[t - 1];
      if (entity == kNone || names_.entities[entity].person || roles_.places.has(g_.norm(t - 1))) {
        continue;
      }
      std::uint32_t first = t - 1;
      while (first > base.first && names_.entity_at[first - 1] == entity) --first;
      Reference reference = of_entity(entity);
      if (g_.tag(base.first) == Tag::determiner) ++base.first;
      if (base.first < first) reference.title = words_of(g_, {base.first, first}) + " ";
      reference.title += words_of(g_, {t, base.last});
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
      const std::uint32_t index = names_.entity_at[t - 1];
      if (index == kNone || names_.entities[index].person) continue;
      if (contains_word(names_.entities[index].name, noun)) return index;
      const bool named_place = roles_.places.has(g_.norm(t - 1));
      if (near == kNone && !named_place) near = index;
    }
    return vague ? (last_body_ != kNone ? last_body_ : near) : kNone;
  }

  static bool contains_word(std::string_view name, std::string_view word) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t at = lower.find(word);
    return at != std::string::npos && (at == 0 || lower[at - 1] == ' ');
  }

  Reference of_people(TokenRange phrase, TokenRange base) {
    const std::string_view head = g_.norm(base.last - 1);
    const bool role = roles_.person_nouns.has(head);
    if (role && definite(base)) {
      const std::uint32_t person = person_called(head, base.first);
      if (person != kNone) return of_entity(person);
    }
    // "His lawyer, Ada Lind": the name in the apposition.
    for (std::uint32_t t = base.last; role && t < phrase.last; ++t) {
      const std::uint32_t entity = names_.entity_at[t];
      if (entity == kNone || !names_.entities[entity].person || g_.norm(base.last) != ",") continue;
      Reference reference = of_entity(entity);
      if (reference.title.empty()) reference.title = words_of(g_, without_determiner(base));
      return reference;
    }
    const bool plural = g_.tag(base.last - 1) == Tag::noun_plural;
    bool counted =
        g_.is_any(base.first, {"a", "an", "one", "another", "two", "three", "four", "five"});
    for (std::uint32_t t = base.first; t < base.last; ++t)
      counted |= g_.is_any(t, {"unnamed", "anonymous", "senior"});
    const bool particular = roles_.anonymous_nouns.has(head) || (role && !plural);
    const SourceKind kind =
        (particular && (counted || plural || definite(base))) || (counted && !plural)
            ? SourceKind::anonymous
            : SourceKind::unnamed_group;
    TokenRange whole = base;
    const std::uint32_t next = base.last;
    if (next + 1 < phrase.last &&
        g_.is_any(next, {"of", "from", "in", "at", "with", "close", "familiar"})) {
      std::uint32_t end = next + 1;
      while (end < phrase.last && !g_.is_any(end, {",", "who", "which", "that"})) ++end;
      whole.last = end;
    }
    return {kind, words_of(g_, without_possessive(whole)), {}, kNone};
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
      const std::uint32_t index = names_.entity_at[t - 1];
      if (index != kNone && names_.entities[index].person &&
          contains_word(names_.entities[index].title, role)) {
        return index;
      }
    }
    return last_person_;
  }

  std::uint32_t last_with_head(std::string_view head, SourceKind kind) const {
    const std::size_t count = table_.sources.size();
    for (std::size_t i = count; i > 0 && count - i < 40; --i) {
      const Source& source = table_.sources[i - 1];
      if (source.kind == kind && contains_word(source.name, head)) return source.id;
    }
    return kNone;
  }

  std::uint32_t resolve_pronoun(const Attribution& attribution, std::uint32_t at) {
    const std::string_view word = g_.norm(at);
    const bool he = word == "he" || word == "his" || word == "him" || word == "himself";
    const bool she = word == "she" || word == "her" || word == "herself";
    if (word == "i" || word == "we" || word == "my" || word == "our" || word == "me" ||
        word == "us") {
      if (attribution.parent && table_.of[*attribution.parent])
        return *table_.of[*attribution.parent];
      return enter({SourceKind::author, "the writer", {}, kNone});
    }
    if (he || she) {
      const std::uint32_t person = person_before(at, he ? Gender::male : Gender::female);
      if (person != kNone) return enter(of_entity(person));
      const std::uint32_t unnamed = last_of({SourceKind::anonymous, SourceKind::named_person});
      if (unnamed != kNone) return unnamed;
      return enter({SourceKind::anonymous, words_of(g_, {at, at + 1}), {}, kNone});
    }
    const bool it = word == "it" || word == "its";
    const std::uint32_t other = it ? last_of({SourceKind::named_organization, SourceKind::document})
                                   : last_of({SourceKind::unnamed_group, SourceKind::anonymous,
                                              SourceKind::named_organization});
    if (other != kNone) return other;
    const std::uint32_t body = it ? body_before(at) : kNone;
    if (body != kNone) return enter(of_entity(body));
    return enter({SourceKind::unnamed_group, words_of(g_, {at, at + 1}), {}, kNone});
  }

  // The person "he" or "she" means: near, preferably the subject of a sentence or a speaker.
  std::uint32_t person_before(std::uint32_t at, Gender gender) const {
    constexpr std::uint32_t kFar = 400;  // tokens
    const std::uint32_t sentence = g_.document.tokens[at].sentence;
    std::uint32_t best = kNone;
    int best_score = -1000;
    for (std::uint32_t t = at; t > 0 && at - t < kFar; --t) {
      const std::uint32_t index = names_.entity_at[t - 1];
      if (index == kNone || !names_.entities[index].person) continue;
      const Entity& entity = names_.entities[index];
      if (entity.gender != Gender::unknown && entity.gender != gender) continue;
      const Sentence& there = g_.sentence_of(t - 1);
      const int distance = static_cast<int>(sentence - g_.document.tokens[t - 1].sentence);
      const bool subject = g_.verb_at(t) && g_.verb_at(t)->finite;
      const bool opens = t - 1 < there.first_token + 6;
      int score = -4 * distance + (subject ? 4 : 0) + (opens ? 2 : 0) +
                  (entity.gender == gender ? 2 : 0) + (index == last_person_ ? 5 : 0) +
                  (entity.mentions.size() >= 3 ? 2 : 0);
      if (there.paragraph == g_.sentence_of(at).paragraph) score += 3;
      if (score > best_score) best = index, best_score = score;
    }
    return best != kNone ? best : last_person_;
  }

  std::uint32_t body_before(std::uint32_t at) const {
    for (std::uint32_t t = at; t > 0 && at - t < 200; --t) {
      const std::uint32_t index = names_.entity_at[t - 1];
      if (index != kNone && !names_.entities[index].person) return index;
    }
    return kNone;
  }

  std::uint32_t last_of(std::initializer_list<SourceKind> kinds) const {
    for (std::size_t i = recent_.size(); i > 0 && recent_.size() - i < 6; --i) {
      const Source& source = table_.sources[recent_[i - 1]];
      if (std::find(kinds.begin(), kinds.end(), source.kind) != kinds.end()) return source.id;
    }
    return kNone;
  }

  // Joins a reference with the source it repeats, or opens a new one.
  std::uint32_t enter(Reference reference) {
    const std::string key = reference.entity != kNone
                                ? "#" + std::to_string(reference.entity)
                                : std::string(to_string(reference.kind)) + "|" + reference.name;
    auto [found, fresh] =
        by_key_.try_emplace(key, static_cast<std::uint32_t>(table_.sources.size()));
    // Anonymous people with the same words in different paragraphs may be different people; one
    // entry a phrase keeps the list readable, and the words say so.
    if (fresh) {
      Source source;
      source.id = found->second;
      source.name = std::move(reference.name);
      source.kind = reference.kind;
      source.title = std::move(reference.title);
      table_.sources.push_back(std::move(source));
      entity_of_.push_back(reference.entity);
    }
    if (reference.entity != kNone && names_.entities[reference.entity].person)
      last_person_ = reference.entity;
    recent_.push_back(found->second);
    return found->second;
  }

  // "who was in the room", "on condition of anonymity because ...".
  void justify(TokenRange phrase, Source& source) const {
    if (source.kind != SourceKind::anonymous && source.kind != SourceKind::unnamed_group) return;
    for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t) {
      const bool opens = g_.is_any(t, {"who", "familiar", "briefed", "speaking"}) ||
                         (g_.norm(t) == "with" && g_.is_any(t + 1, {"knowledge", "direct"}));
      if (!opens) continue;
      std::uint32_t last = phrase.last;
      while (last > t + 1 && g_.norm(last - 1) == ",") --last;
      source.justification.push_back(g_.span_of({t, last}));
      return;
    }
  }

  const Grammar& g_;
  const Roles& roles_;
  const Names names_;
  const std::vector<Attribution>& attributions_;
  SourceTable table_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::vector<std::uint32_t> entity_of_;  // source -> entity, or kNone
  std::vector<std::uint32_t> recent_;     // sources in order of speaking
  std::uint32_t last_person_ = kNone;     // entity of the person who spoke last
  std::uint32_t last_body_ = kNone;       // entity of the body that spoke last
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

}  // namespace

SourceTable resolve_sources(const Grammar& grammar, const std::vector<Attribution>& attributions) {
  SourceTable table = Resolver(grammar, attributions).run();
  for (Source& source : table.sources) {
    source.mentions = disjoint(std::move(source.mentions));
    source.justification = disjoint(std::move(source.justification));
  }
  return table;
}

}  // namespace sourcelight
