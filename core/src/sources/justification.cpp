// Looks for relative clauses, phrases of knowing and grants of anonymity; see justification.h.
#include "sources/justification.h"

#include <algorithm>

namespace sourcelight {
namespace {

constexpr std::uint32_t kFar = 60;  // tokens

bool holds(const Spans& spans, std::uint32_t at) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return span.begin <= at && at < span.end; });
}

void add(Spans& spans, Span span) {
  for (const Span& other : spans) {
    if (span.begin < other.end && other.begin < span.end) return;
  }
  spans.push_back(span);
}

}  // namespace

Justifications::Justifications(const Grammar& grammar, const std::vector<Attribution>& attributions)
    : g_(grammar),
      attributions_(attributions),
      knowing_(grammar.language().words(Lexicon::knowing_verbs)) {}

Spans Justifications::of(const Attribution& attribution, TokenRange phrase) const {
  Spans found;
  const Sentence& sentence = g_.sentence_of(phrase.first);
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
    if (!opens(t) && !(t > phrase.first && opens_clause(t))) continue;
    const TokenRange words = clause(t, phrase.last, nullptr);
    add(found, g_.span_of(words));
    t = words.last;
  }
  std::uint32_t after = phrase.last;
  if (g_.norm(after) == ",") ++after;
  if (after < sentence.last_token && g_.is(after, Role::apposed_relative) && opens_clause(after)) {
    add(found, g_.span_of(clause(after, sentence.last_token, &attribution)));
  }
  const std::uint32_t from =
      std::max(sentence.first_token, phrase.first - std::min(phrase.first, kFar));
  const std::uint32_t to = std::min(sentence.last_token, phrase.last + kFar);
  for (std::uint32_t t = from; t < to; ++t) {
    const TokenRange granted = anonymity_at(t);
    if (granted.empty() || holds(attribution.content, g_.document.tokens[t].span.begin)) continue;
    const TokenRange words = clause(granted.first, sentence.last_token, &attribution);
    add(found, g_.span_of({words.first, std::max(words.last, granted.last)}));
    t = std::max(words.last, granted.last);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Justifications::Apart> Justifications::apart() const {
  std::vector<Apart> found;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sources;  // begin of the source, attribution
  std::vector<bool> speaks(g_.document.sentences.size(), false);
  for (const Attribution& attribution : attributions_) {
    if (attribution.source.empty()) continue;
    const TokenRange tokens = g_.tokens_in(attribution.source.front());
    if (tokens.empty()) continue;
    sources.emplace_back(tokens.first, attribution.id);
    for (const Spans* spans : {&attribution.source, &attribution.content}) {
      for (const Span& span : *spans) {
        const TokenRange held = g_.tokens_in(span);
        for (std::uint32_t t = held.first; t < held.last; ++t) {
          speaks[g_.document.tokens[t].sentence] = true;
        }
      }
    }
  }
  std::sort(sources.begin(), sources.end());
  for (std::size_t i = 0; i < g_.document.sentences.size(); ++i) {
    if (speaks[i]) continue;
    const Sentence& sentence = g_.document.sentences[i];
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const TokenRange granted = anonymity_at(t);
      if (granted.empty()) continue;
      const auto next = std::lower_bound(sources.begin(), sources.end(),
                                         std::pair<std::uint32_t, std::uint32_t>{t, 0});
      if (next == sources.begin()) break;
      const TokenRange words = clause(granted.first, sentence.last_token, nullptr);
      found.push_back(
          {g_.span_of({words.first, std::max(words.last, granted.last)}), (next - 1)->second});
      break;
    }
  }
  return found;
}

// "familiar with the talks", "with direct knowledge of it", "close to him"
bool Justifications::opens(std::uint32_t t) const {
  if (g_.is(t, Role::insider_adjective)) {
    return g_.is(t + 1, Role::insider_preposition) && !g_.is(t - 1, Role::before_other_adjective);
  }
  if (!g_.is(t, Role::knowledge_preposition)) return false;
  const NounPhrase* noun = g_.noun_at(t + 1);
  return noun && g_.is(noun->head, Role::knowledge_noun);
}

// "who was in the room", "who treated the men", "that oversees them"
bool Justifications::opens_clause(std::uint32_t t) const {
  if (!g_.is(t, Role::subject_relative) && !g_.is(t, Role::person_relative)) return false;
  const VerbGroup* verb = g_.verb_at(t + 1);
  if (!verb) return false;
  for (std::uint32_t v = verb->tokens.first; v < verb->tokens.last; ++v) {
    if (knowing_.has(g_.norm(v))) return true;
  }
  const std::uint32_t next = verb->tokens.last;
  if (g_.is(verb->head, Role::be)) {
    return knowing_.has(g_.norm(next)) || g_.is(next, Role::presence_word) ||
           g_.is(next, Role::participation_noun);
  }
  const NounPhrase* noun = g_.noun_at(next);
  return noun &&
         (g_.is(noun->head, Role::knowledge_noun) || g_.is(noun->head, Role::participation_noun));
}

// The words that grant anonymity, from the one that opens them; empty if none stand here.
TokenRange Justifications::anonymity_at(std::uint32_t t) const {
  const auto opened = [&](std::uint32_t begin) {
    while (begin > 0 && g_.is(begin - 1, Role::anonymity_lead)) --begin;
    return begin;
  };
  if (g_.is(t, Role::condition_preposition)) {
    const std::uint32_t next = g_.is(t + 1, Role::definite_article) ? t + 2 : t + 1;
    if (g_.is(next, Role::condition_noun)) {
      for (std::uint32_t u = next + 1; u < next + 7; ++u) {
        if (g_.is(u, Role::anonymity_object)) return {opened(t), u + 1};
      }
    }
  }
  if (g_.is(t, Role::anonymity_request)) {
    for (std::uint32_t u = t + 1; u < t + 6; ++u) {
      if (g_.is_any(u, {".", ","}) || g_.is(u, Role::request_break)) break;
      if (g_.is(u, Role::anonymity_object)) return {opened(t), u + 1};
    }
  }
  if (g_.is(t, Role::negation_particle) && g_.is(t + 1, Role::permission_participle)) {
    for (std::uint32_t u = t + 2; u < t + 6; ++u) {
      if (g_.is(u, Role::permitted_speech)) return {opened(t), u + 1};
    }
  }
  return {};
}

// From `begin` to where its clause ends: a comma, a mark, the cue or the content.
TokenRange Justifications::clause(std::uint32_t begin, std::uint32_t stop,
                                  const Attribution* attribution) const {
  stop = std::min({stop, g_.sentence_of(begin).last_token, begin + kFar});
  std::uint32_t end = begin + 1;
  for (; end < stop; ++end) {
    const Token& token = g_.document.tokens[end];
    if (attribution && (holds(attribution->cue, token.span.begin) ||
                        holds(attribution->content, token.span.begin))) {
      break;
    }
    if (token.norm == "," && !g_.is(end + 1, Role::anonymity_reason)) break;
    if (g_.is_any(end, {"\"", ")", "]", "–", "—", "--", ";", ":"})) break;
  }
  while (end > begin + 1 && !g_.document.tokens[end - 1].word) --end;
  return {begin, end};
}

}  // namespace sourcelight
