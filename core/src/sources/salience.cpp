// Scores the persons named before a place; see salience.h.
#include "sources/salience.h"

#include <algorithm>

#include "base/chars.h"

namespace sourcelight {
namespace {

bool holds(const Spans* spans, std::uint32_t t, const Grammar& g) {
  if (!spans) return false;
  const std::uint32_t at = g.document.tokens[t].span.begin;
  return std::any_of(spans->begin(), spans->end(),
                     [&](const Span& span) { return span.begin <= at && at < span.end; });
}

}  // namespace

std::uint32_t person_meant(const Grammar& g, const Names& names, std::uint32_t at,
                           const Wanted& wanted) {
  constexpr std::uint32_t kFar = 400;  // tokens
  const std::uint32_t sentence = g.document.tokens[at].sentence;
  std::uint32_t best = Grammar::kNone;
  int best_score = -1000;
  std::vector<std::uint32_t> excluded;  // named in the same sentence, so not meant
  for (std::uint32_t t = at; t > wanted.floor && at - t < kFar; --t) {
    const std::uint32_t index = names.entity_at[t - 1];
    if (index == Grammar::kNone || !names.entities[index].person) continue;
    const Entity& entity = names.entities[index];
    if (wanted.gender != Gender::unknown && entity.gender != Gender::unknown &&
        entity.gender != wanted.gender) {
      continue;
    }
    // A name of which nothing says that it is a person's is none for "he" and "she".
    const bool doubtful = !entity.certain && entity.gender == Gender::unknown;
    if (wanted.gender != Gender::unknown && doubtful && entity.mentions.size() < 2) continue;
    const int distance = static_cast<int>(sentence - g.document.tokens[t - 1].sentence);
    if (distance == 0 && !wanted.same_sentence) {
      excluded.push_back(index);
      continue;
    }
    if (std::find(excluded.begin(), excluded.end(), index) != excluded.end()) continue;
    const Sentence& there = g.sentence_of(t - 1);
    const VerbGroup* verb = g.verb_at(t);
    const bool opens = t - 1 < there.first_token + 6;
    const bool subject = verb && verb->finite;
    int score = -4 * distance +
                (subject && opens ? 7
                 : subject        ? 2
                 : opens          ? 2
                                  : 0) +
                (wanted.gender != Gender::unknown && entity.gender == wanted.gender ? 2 : 0) +
                (index == wanted.last_speaker ? 5 : 0) + (entity.mentions.size() >= 3 ? 2 : 0) -
                (entity.certain ? 0 : 6) - (holds(wanted.content, t - 1, g) ? 16 : 0) -
                (names.quoted[t - 1] && !names.quoted[at] ? 4 : 0);
    if (there.paragraph == g.sentence_of(at).paragraph) score += 3;
    if (score > best_score) best = index, best_score = score;
  }
  return best;
}

std::uint32_t body_meant(const Grammar& g, const Names& names, std::uint32_t at) {
  const std::uint32_t sentence = g.document.tokens[at].sentence;
  const std::uint32_t paragraph = g.sentence_of(at).paragraph;
  for (std::uint32_t t = at; t > 0 && at - t < 200; --t) {
    if (g.document.tokens[t - 1].sentence + 1 < sentence) break;
    const std::uint32_t index = names.entity_at[t - 1];
    if (index == Grammar::kNone || names.entities[index].person) continue;
    const Sentence& there = g.sentence_of(t - 1);
    const VerbGroup* verb = g.verb_at(t);
    if (there.paragraph == paragraph && verb && verb->finite && verb->tokens.first == t &&
        t - 1 < there.first_token + 6) {
      return index;
    }
  }
  return Grammar::kNone;
}

namespace {

// Where the word that stands at `at`, in whatever case, ends; npos: another stands there.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint here = code_point_at(text, at);
    const CodePoint wanted = code_point_at(word, i);
    if (here.size == 0 || to_lower(here.value) != to_lower(wanted.value)) {
      return std::string_view::npos;
    }
    at += here.size;
    i += wanted.size;
  }
  return at;
}

}  // namespace

bool holds_word(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  const auto parts = [](char c) { return c == ' ' || c == ';' || c == ','; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && !parts(text[at - 1])) continue;
    const std::size_t end = end_of(text, at, word);
    if (end == text.size() || (end < text.size() && parts(text[end]))) return true;
  }
  return false;
}

}  // namespace sourcelight
