// Words that put a claim at arm's length and name nobody: "reportedly", "the alleged flood".
// tests/cases/attribution/hedge* hold it.
#include <algorithm>

#include "attribution/complement.h"
#include "attribution/rules.h"
#include "attribution/subject.h"
#include "attribution/syntax.h"

namespace sourcelight {
namespace {

constexpr int kAdverb = 70;
constexpr int kAdjective = 45;
constexpr int kAlleged = 70;  // the adjectives that say nothing else

// The clause around token t: from its subject to the end of the predicate.
std::vector<TokenRange> clause_around(const Reading& r, std::uint32_t t) {
  const VerbGroup* verb = r.verb_at(t);
  for (std::uint32_t step = 1; !verb && step < 4; ++step) {
    verb = r.verb_at(t + step) ? r.verb_at(t + step) : (t >= step ? r.verb_at(t - step) : nullptr);
  }
  if (!verb || r.document.tokens[verb->head].sentence != r.document.tokens[t].sentence) return {};
  std::uint32_t begin = std::min(verb->tokens.first, t + 1);
  if (const auto subject = subject_of(r, *verb);
      subject && subject->last <= begin && subject->last + 1 >= verb->tokens.first) {
    begin = subject->first;
  }
  const std::uint32_t end =
      complement_end(r, *verb, std::max(verb->tokens.last, t + 1) - 1, Complement::phrase);
  std::vector<TokenRange> content;
  if (begin < t) content.push_back({begin, t});
  if (t + 1 < end) content.push_back({t + 1, end});
  return content;
}

// "a page believed to have been named": a participle behind a noun.
bool is_postnominal(const Reading& r, std::uint32_t t) {
  if (!r.is(t, Role::hedge_participle)) return false;
  const VerbGroup* verb = r.verb_at(t + 1);
  const VerbGroup* own = r.verb_at(t);
  const bool after_noun = t > 0 && (r.noun_at(t - 1) || r.norm(t - 1) == ",");
  return after_noun && r.is(t + 1, Role::infinitive_preposition) && verb && verb->infinitive &&
         own && own->tokens.first == t && !own->finite;
}

}  // namespace

void find_hedges(const Reading& r, Candidates& found) {
  const std::vector<bool> taken = taken_by_cues(r, found);
  const auto count = static_cast<std::uint32_t>(r.tags.size());
  for (std::uint32_t t = 0; t < count; ++t) {
    if (r.quoted(t) || taken[t]) continue;
    Candidate candidate;
    candidate.rule = "hedge";
    candidate.cue = {t, t + 1};
    if (r.is(t, Role::hedge_opening) && r.is(t + 1, Role::hedge_quantifier) &&
        r.is(t + 2, Role::hedge_noun)) {
      candidate.cue = {t, t + 3};
      candidate.percent = kAdverb;
      candidate.content = clause_around(r, t + 2);
      if (!candidate.content.empty() && candidate.content.front().holds(t))
        candidate.content.front().last = t;
    } else if (is_postnominal(r, t)) {
      candidate.percent = kAdverb;
      candidate.content = {
          {t + 1, complement_end(r, *r.verb_at(t + 1), t + 1, Complement::phrase)}};
    } else if (r.is(t, Role::hedge_adverb)) {
      candidate.percent = kAdverb;
      candidate.content = clause_around(r, t);
    } else if (r.is(t, Role::hedge_adjective) && r.noun_at(t) && !r.verb_at(t) &&
               r.noun_at(t)->head > t) {
      candidate.percent = r.is(t, Role::pure_hedge_adjective) ? kAlleged : kAdjective;
      candidate.content = {{t + 1, r.noun_at(t)->tokens.last}};
    }
    if (!candidate.content.empty()) found.push_back(std::move(candidate));
  }
}

}  // namespace sourcelight
