// "according to Lee", "in Lee's words", "as Lee put it": the source without a verb of its own.
// tests/cases/attribution/according_to* hold it.
#include <algorithm>

#include "attribution/rules.h"
#include "attribution/syntax.h"

namespace sourcelight {
namespace {

// What the phrase [begin, end) is said of: the clause after it when it opens the sentence,
// else the clause before it.
std::vector<TokenRange> contents_around(const Reading& r, std::uint32_t begin, std::uint32_t end) {
  const Sentence& sentence = r.sentence_of(begin);
  const std::uint32_t stop = content_end_of_sentence(r, begin);
  std::uint32_t first = r.after_dateline(sentence);
  for (std::uint32_t t = begin; t > first; --t) {
    const bool clause = r.norm(t - 1) == ";" || (r.is_any(t - 1, {"(", "["}) && begin - t < 60);
    if (clause && !r.quoted(t - 1)) first = t;
    if (begin - t > 2 * kReach) first = t;
  }
  std::uint32_t before = begin;
  while (before > first && (r.norm(before - 1) == "," || r.is_dash(before - 1))) --before;
  std::uint32_t after = end;
  if (after < stop && (r.norm(after) == "," || r.is_dash(after))) ++after;
  std::vector<TokenRange> content;
  const bool opens = before <= first + 1 || (after > end && !has_finite_verb(r, {first, before}));
  if (!opens) content.push_back({first, before});
  // "The bridge, according to Lee, will open" and "It is, in her view, a toy" are one clause.
  const bool interrupted =
      after > end && before > first && after < stop &&
      ((r.verb_at(after) && r.verb_at(after)->finite && r.noun_at(first)) ||
       (!opens && !has_finite_verb(r, {after, stop}) && r.noun_at(after) && r.verb_at(before - 1)));
  if (opens && interrupted) content.push_back({first, before});
  if ((opens && after < stop) || interrupted) content.push_back({after, stop});
  return content;
}

// The phrase that names the source stands at [begin, end).
void add(const Reading& r, Candidates& found, TokenRange cue, TokenRange source,
         std::uint32_t begin, std::uint32_t end, int percent) {
  Candidate candidate;
  candidate.rule = "according_to";
  candidate.cue = cue;
  candidate.source = {source};
  candidate.percent = percent;
  candidate.content = contents_around(r, begin, end);
  if (!candidate.content.empty()) found.push_back(std::move(candidate));
}

void according(const Reading& r, std::uint32_t t, std::uint32_t length, Candidates& found) {
  const auto source = noun_phrase_after(r, t + length);
  if (!source) return;
  std::uint32_t end = apposition_end(r, *source);
  // "According to Lee, workers who ...": what follows the comma is the claim itself.
  const bool opens = !has_finite_verb(r, {r.sentence_of(t).first_token, t});
  if (opens && end >= content_end_of_sentence(r, t)) end = source->last;
  add(r, found, {t, t + length}, {source->first, end}, t, end, 92);
}

// "in Lee's words", "in her view": the possessor is the source.
void in_words_of(const Reading& r, std::uint32_t t, Candidates& found) {
  const NounPhrase* noun = r.noun_at(t + 1);
  if (!noun || noun->tokens.first != t + 1) return;
  if (!r.is(noun->head, Role::view_noun)) return;
  const std::uint32_t first = noun->tokens.first;
  for (std::uint32_t i = first; i < noun->head; ++i) {
    const bool possessive = r.tag(i) == Tag::possessive;
    if (!possessive && r.tag(i) != Tag::pronoun_possessive) continue;
    return add(r, found, {noun->head, noun->head + 1}, {first, i + 1}, t, noun->tokens.last, 80);
  }
}

// "in the words of Lee"
void in_the_words_of(const Reading& r, std::uint32_t t, Candidates& found) {
  if (!r.is(t + 1, Role::definite_article) || !r.is(t + 2, Role::view_of_noun) ||
      !r.is(t + 3, Role::genitive_preposition))
    return;
  const auto source = noun_phrase_after(r, t + 4);
  if (source) add(r, found, {t, t + 4}, *source, t, source->last, 80);
}

// "as Lee put it", "as Lee said": an aside opened by "as".
void as_put(const Reading& r, std::uint32_t t, Candidates& found) {
  const auto source = noun_phrase_after(r, t + 1);
  if (!source) return;
  const VerbGroup* verb = r.verb_at(source->last);
  if (!verb || !verb->finite || verb->passive) return;
  const CueVerb* cue = r.verbs.find(r.norm(verb->head));
  std::uint32_t end = verb->tokens.last;
  const bool put_it = r.is(verb->head, Role::phrasing_verb) && r.is(end, Role::expletive);
  if (put_it) ++end;
  if (!put_it && !(cue && cue->percent_of(Frame::aside) > 0)) return;
  if (!(r.norm(end) == "," || r.is_dash(end) || end >= content_end_of_sentence(r, t))) return;
  const std::size_t before = found.size();
  add(r, found, {verb->tokens.first, end}, *source, t, end, 75);
  if (found.size() > before) found.back().verb = cue;
}

}  // namespace

void find_according_to(const Reading& r, Candidates& found) {
  const std::vector<bool> taken = taken_by_cues(r, found);
  const auto count = static_cast<std::uint32_t>(r.tags.size());
  for (std::uint32_t t = 0; t + 1 < count; ++t) {
    if (r.quoted(t) || taken[t]) continue;
    if (r.is(t, Role::source_preposition) && r.is(t + 1, Role::source_preposition_end))
      according(r, t, 2, found);
    else if (r.is(t, Role::short_source_preposition) && r.tag(t + 1) == Tag::proper_noun)
      according(r, t, 1, found);
    else if (r.is(t, Role::medium_preposition)) {
      in_words_of(r, t, found);
      in_the_words_of(r, t, found);
    } else if (r.is(t, Role::manner_conjunction))
      as_put(r, t, found);
  }
}

}  // namespace sourcelight
