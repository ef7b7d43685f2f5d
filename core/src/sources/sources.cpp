// Follows each source phrase to the person, body, document or group it means; see sources.h.
#include "sources/sources.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/chars.h"
#include "sources/choice_json.h"
#include "sources/choice_scorer.h"
#include "sources/justification.h"
#include "sources/reference.h"
#include "sources/reference_pronouns.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;
constexpr float kVoted = 0.6F;  // share of the labels that is heard against what was read

class Resolver {
 public:
  Resolver(const Grammar& grammar, const std::vector<Attribution>& attributions,
           const SourceLabels* labels)
      : attributions_(attributions),
        labels_(labels),
        justifications_(grammar, attributions),
        d_{grammar, roles_for(grammar), find_names(grammar, labels)} {
    d_.source_of_entity.assign(d_.names.entities.size(), kNone);
  }

  // Tells of each phrase whom it may mean, if asked for.
  SourceTable run(std::vector<ChoicesOf>* told = nullptr) {
    d_.table.of.resize(attributions_.size());
    d_.table.sureness.resize(attributions_.size());
    for (const Attribution& attribution : attributions_) {
      if (attribution.source.empty()) continue;
      const std::uint32_t source = resolve(attribution, told);
      if (source == kNone) continue;
      d_.table.of[attribution.id] = source;
      count(attribution, d_.table.sources[source]);
    }
    for (std::size_t i = 0; i < votes_.size(); ++i) {
      d_.table.sources[i].kind = voted(votes_[i], d_.table.sources[i].kind);
    }
    for (const auto& [words, attribution] : justifications_.apart()) {
      const auto source = d_.table.of[attribution];
      if (!source) continue;
      const SourceKind kind = d_.table.sources[*source].kind;
      if (kind != SourceKind::anonymous && kind != SourceKind::unnamed_group) continue;
      d_.table.sources[*source].justification.push_back(words);
    }
    d_.table.names = std::move(d_.names);
    d_.table.entity_of = std::move(d_.entity_of);
    return std::move(d_.table);
  }

 private:
  // What the labels of all its phrases say of a source.
  void vote(std::uint32_t source, const KindChances& chances) {
    votes_.resize(d_.table.sources.size());
    for (std::size_t kind = 0; kind < chances.size(); ++kind) votes_[source][kind] += chances[kind];
  }

  static SourceKind voted(const KindChances& votes, SourceKind known) {
    std::size_t best = static_cast<std::size_t>(known);
    float all = 0;
    for (const float one : votes) all += one;
    for (std::size_t kind = 0; kind < static_cast<std::size_t>(SourceKind::none); ++kind) {
      if (votes[kind] > votes[best] && votes[kind] > kVoted * all) best = kind;
    }
    return static_cast<SourceKind>(best);
  }

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

  std::uint32_t resolve(const Attribution& attribution, std::vector<ChoicesOf>* told) {
    const TokenRange tokens = d_.grammar.tokens_in(attribution.source.front());
    if (tokens.empty()) return kNone;
    begin_entry(tokens.first);
    const auto read = phrase_of(attribution, tokens);
    if (!read) return kNone;
    const SourcePhrase& phrase = *read;
    const Reference by_rules = PronounReader(d_).read(phrase);
    const Reference as_written = read_as_written(d_, phrase.tokens, phrase.noun, phrase.head);
    std::vector<Choice> choices = choices_of(d_, phrase, by_rules, as_written, labels_);
    const auto [best, sureness] = d_.grammar.language().of<ChoiceScorer>().best_of(choices);
    const std::uint32_t source = enter(choices[best].reference);
    d_.table.sureness[attribution.id] = sureness;
    vote(source, kind_chances(labels_, tokens));
    if (told) told->push_back({attribution.id, best, std::move(choices)});
    for (const Span& words : justifications_.of(attribution, tokens)) {
      d_.table.sources[source].justification.push_back(words);
    }
    return source;
  }

  // None where nobody stands before "who".
  std::optional<SourcePhrase> phrase_of(const Attribution& attribution, TokenRange tokens) const {
    const NounPhrase* noun = first_noun(tokens);
    std::uint32_t head = noun && noun->head < tokens.last ? noun->head : tokens.last - 1;
    if (head > tokens.first && d_.grammar.tag(head) == Tag::possessive) --head;  // "Lee’s" claim
    if (head > tokens.first && d_.grammar.is(head, Role::closeness_adjective) &&
        d_.grammar.is(head + 1, Role::closeness_preposition)) {
      --head;  // "an official close to the mayor" is no close
    }
    if (noun && head + 2 == tokens.last && !d_.grammar.noun_at(head + 1) &&
        d_.roles.is_role(d_.grammar.norm(head + 1))) {
      ++head;  // "a second official", cut short
    }
    const bool relative =
        tokens.last - tokens.first == 1 && d_.pronouns.is_relative(d_.grammar.norm(tokens.first));
    if (relative) {
      const NounPhrase* before = antecedent(tokens.first);
      if (!before) return std::nullopt;
      return SourcePhrase{attribution, {before->tokens.first, tokens.first}, before, before->head};
    }
    return SourcePhrase{attribution, tokens, noun, head};
  }

  const NounPhrase* first_noun(TokenRange phrase) const {
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      const NounPhrase* noun = d_.grammar.noun_at(t);
      if (!noun) continue;
      // "One Ostby official" may be cut in two: the last part has the head. „Eine Sprecherin des
      // Hafens“ is not cut: the second part belongs to the first.
      const NounPhrase* next = d_.grammar.noun_at(noun->tokens.last);
      while (next && next->head < phrase.last && next->tokens.first == noun->tokens.last &&
             !next->temporal && !d_.grammar.is(next->tokens.first, Role::genitive_article)) {
        noun = next;
        next = d_.grammar.noun_at(noun->tokens.last);
      }
      return noun;
    }
    return nullptr;
  }

  // The noun phrase that "who" or "which" refers to.
  const NounPhrase* antecedent(std::uint32_t relative) const {
    std::uint32_t t = relative;
    while (t > 0 && relative - t < 4 && !d_.grammar.noun_at(t - 1)) --t;
    const NounPhrase* noun = t > 0 ? d_.grammar.noun_at(t - 1) : nullptr;
    if (!noun || noun->tokens.first > noun->head) return nullptr;
    std::uint32_t first = noun->tokens.first;
    // "sources from the team who": the first noun of the chain is meant, unless it is a thing
    // ("the rise of Ada Lind, who"). "which" means the last.
    const bool thing = d_.grammar.is(relative, Role::thing_relative);
    while (!thing && first > 2 && !is_person(noun->head) &&
           d_.grammar.is(first - 1, Role::antecedent_preposition)) {
      // "officials familiar with the talks, who": over the adjective, too.
      const std::uint32_t outer =
          d_.grammar.tag(first - 2) == Tag::adjective ? first - 3 : first - 2;
      const NounPhrase* whole = d_.grammar.noun_at(outer);
      if (!whole) break;
      noun = whole;
      first = noun->tokens.first;
    }
    if (d_.grammar.tag(noun->head) == Tag::pronoun) return noun;
    // "Ada Lind was one of three members who": Ada Lind.
    const VerbGroup* verb = first > 1 ? d_.grammar.verb_at(first - 1) : nullptr;
    if (verb && d_.grammar.is(verb->head, Role::be) && verb->tokens.first > 0 &&
        is_person(verb->tokens.first - 1)) {
      return d_.grammar.noun_at(verb->tokens.first - 1);
    }
    return noun;
  }

  bool is_person(std::uint32_t head) const {
    const std::uint32_t entity = d_.names.entity_at[head];
    return entity != kNone && d_.names.entities[entity].person;
  }

  // Joins a reference with the source it repeats, or opens a new one.
  std::uint32_t enter(const Reference& reference) {
    if (reference.same_as != kNone) {
      Source& source = d_.table.sources[reference.same_as];
      if (reference.name.size() > source.name.size()) source.name = reference.name;
      spoke(source.id);
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
      source.name = reference.name;
      source.kind = reference.kind;
      source.title = reference.title;
      d_.table.sources.push_back(std::move(source));
      d_.entity_of.push_back(reference.entity);
      if (reference.entity != kNone) d_.source_of_entity[reference.entity] = found->second;
    }
    spoke(found->second);
    return found->second;
  }

  // Who spoke in another entry of a live blog is not remembered in this one.
  void begin_entry(std::uint32_t token) {
    const auto entry = d_.grammar.document.entry_of(token);
    if (entry == d_.entry) return;
    d_.entry = entry;
    d_.recent.clear();
    d_.last_person = d_.last_body = kNone;
    d_.last_of_kind = Discourse::none_of_kind();
  }

  void spoke(std::uint32_t source) {
    if (const std::uint32_t entity = d_.entity_of[source]; entity != kNone) {
      (d_.names.entities[entity].person ? d_.last_person : d_.last_body) = entity;
    }
    d_.last_of_kind[static_cast<std::size_t>(d_.table.sources[source].kind)] = source;
    d_.recent.push_back(source);
  }

  const std::vector<Attribution>& attributions_;
  const SourceLabels* labels_;
  const Justifications justifications_;
  Discourse d_;
  std::vector<KindChances> votes_;  // of each source
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
void use_known(const Language& language, const std::vector<KnownSource>& known,
               std::vector<Source>& sources) {
  for (Source& source : sources) {
    std::string key = lower(source.name);
    const std::size_t blank = key.find(' ');
    if (blank != std::string::npos &&
        is_role(language, key.substr(0, blank), Role::definite_article)) {
      key.erase(0, blank + 1);
    }
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const KnownSource& one) { return one.key == key; });
    if (found == known.end()) continue;
    source.name = found->name;
    source.kind = found->kind;
  }
}

}  // namespace

SourceTable resolve_sources(const Grammar& grammar, const std::vector<Attribution>& attributions,
                            const SourceLabels* labels) {
  SourceTable table = Resolver(grammar, attributions, labels).run();
  for (Source& source : table.sources) {
    source.mentions = disjoint(std::move(source.mentions));
    source.justification = merged(std::move(source.justification));
  }
  if (grammar.vocabulary) use_known(grammar.language(), grammar.vocabulary->sources, table.sources);
  return table;
}

std::vector<ChoicesOf> tell_choices(const Grammar& grammar,
                                    const std::vector<Attribution>& attributions) {
  std::vector<ChoicesOf> told;
  [[maybe_unused]] const SourceTable table = Resolver(grammar, attributions, nullptr).run(&told);
  return told;
}

}  // namespace sourcelight
