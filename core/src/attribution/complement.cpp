// Opens and closes complements; see complement.h.
#include "attribution/complement.h"

#include <algorithm>

#include "attribution/subject.h"
#include "attribution/syntax.h"
#include "base/word_list.h"
#include "lexicon_data.h"

namespace sourcelight {
namespace {

// Words that open a clause of the article's own after a comma.
bool opens_clause(const Reading& r, std::uint32_t t) { return r.is(t, Role::clause_coordinator); }

// After a comma at t: does the next attribution of the article begin here?
bool attribution_follows(const Reading& r, const VerbGroup& verb, std::uint32_t comma,
                         std::uint32_t end) {
  const std::uint32_t next = comma + 1;
  if (r.is(next, Role::source_preposition) && r.is(next + 1, Role::source_preposition_end)) {
    return true;
  }
  const VerbGroup* follows = r.verb_at(next);
  if (follows && follows->gerund && r.verbs.find(r.norm(follows->head))) return true;
  std::uint32_t t = next;
  const bool joined = opens_clause(r, t);
  if (joined) ++t;
  if (joined && r.verb_at(t) && r.verb_at(t)->finite && !r.verb_at(t)->passive &&
      r.tag(r.verb_at(t)->head) == r.tag(verb.head)) {
    return true;  // ", and denied ..."
  }
  const NounPhrase* noun = r.noun_at(t);
  if (!noun) return false;
  const auto phrase = noun_phrase_after(r, t);
  const VerbGroup* second = phrase ? r.verb_at(phrase->last) : nullptr;
  if (!second || !second->finite || second->passive || second->tokens.first >= end) return false;
  const CueVerb* cue = r.verbs.find(r.norm(second->head));
  if (!cue) return false;
  if (joined) return r.tag(second->head) == r.tag(verb.head);
  // ", he said": a speaker after the fact closes the sentence or another comma follows.
  return cue->percent_of(Frame::aside) > 0 &&
         (second->tokens.last >= end || is_comma(r, second->tokens.last));
}

// "said if it rains, the game is off": a clause or phrase, a comma, and then the clause itself.
bool clause_follows_adverbial(const Reading& r, std::uint32_t i, std::uint32_t end) {
  if (r.tag(i) != Tag::preposition && r.tag(i) != Tag::wh_adverb) return false;
  for (std::uint32_t t = i + 1; t < std::min(end, i + 30); ++t) {
    if (r.quoted(t)) return false;
    if (r.norm(t) == "," && r.noun_at(t + 1)) return clause_at(r, t + 1, end);
  }
  return false;
}

void open_noun(const Reading& r, const CueVerb& cue, std::uint32_t i, std::uint32_t end,
               Opening& opening) {
  if (cue.percent_of(Frame::clause) > 0 && clause_at(r, i, end)) {
    opening.frame = Frame::clause;
    return;
  }
  opening.frame = Frame::object;
  const auto phrase = noun_phrase_after(r, i);
  if (phrase && infinitive_at(r, phrase->last) && cue.percent_of(Frame::infinitive) > 0) {
    opening.frame = Frame::infinitive;  // "urged senators to vote"
  }
}

std::optional<Opening> open_about(const Reading& r, const VerbGroup& verb, const CueVerb& cue,
                                  std::uint32_t i, std::uint32_t end) {
  if (cue.percent_of(Frame::about) == 0 || i + 1 >= end) return std::nullopt;
  const auto& prepositions = cue.prepositions;
  if (std::find(prepositions.begin(), prepositions.end(), r.norm(i)) == prepositions.end()) {
    return std::nullopt;
  }
  if (r.tag(i) == Tag::to && infinitive_at(r, i)) return std::nullopt;
  const NounPhrase* noun = r.noun_at(i + 1);
  if (r.is(i, Role::infinitive_preposition) && !noun &&
      !(r.verb_at(i + 1) && r.verb_at(i + 1)->gerund))
    return std::nullopt;
  if (noun && (noun->temporal || r.is(noun->tokens.last, Role::complementizer)))
    return std::nullopt;
  return Opening{Frame::about, i + 1, {verb.tokens.first, i + 1}};
}

}  // namespace

bool is_medium(const Reading& r, std::uint32_t noun) {
  static const WordList media(lexicon::media_nouns);
  return media.has(r.norm(noun));
}

bool has_verb(const Reading& r, TokenRange range) {
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (r.verb_at(t) && r.verb_at(t)->finite) return true;
  }
  return false;
}

// Steps over what may stand between a verb and its content: "in a statement on Tuesday".
std::uint32_t skip_adjuncts(const Reading& r, std::uint32_t i, std::uint32_t end, TokenRange& cue) {
  for (int step = 0; step < 5 && i < end; ++step) {
    const NounPhrase* noun = r.noun_at(i);
    if (r.tag(i) == Tag::adverb && !r.is(i, Role::negation_particle)) {
      ++i;
    } else if (noun && noun->temporal && noun->tokens.first == i) {
      i = noun->tokens.last;
    } else if ((r.tag(i) == Tag::preposition || r.tag(i) == Tag::to) && r.noun_at(i + 1) &&
               r.noun_at(i + 1)->tokens.first == i + 1) {
      noun = r.noun_at(i + 1);
      if (!noun->temporal && !r.is(i, Role::adjunct_preposition)) break;
      const std::uint32_t after = noun->tokens.last;
      const bool in_medium = is_medium(r, noun->head) && r.is(i, Role::medium_preposition);
      if (in_medium && cue.last == i) cue.last = after;
      i = after;
      // "in an interview with the Globe": one more link of the chain.
      if (r.is(i, Role::chained_preposition) && r.noun_at(i + 1) &&
          r.noun_at(i + 1)->tokens.first == i + 1) {
        i = r.noun_at(i + 1)->tokens.last;
      }
    } else {
      break;
    }
  }
  return i;
}

bool opens_clause_by_word(const Reading& r, std::uint32_t i) {
  // "said that man left" has a determiner; still a clause.
  return r.is(i, Role::complementizer) || r.is(i, Role::interrogative_conjunction) ||
         r.tag(i) == Tag::wh_adverb || r.tag(i) == Tag::wh_pronoun;
}

// A noun phrase at i and the finite verb it is the subject of.
bool clause_at(const Reading& r, std::uint32_t i, std::uint32_t end) {
  const auto phrase = noun_phrase_after(r, i);
  if (!phrase) return false;
  std::uint32_t t = phrase->last;
  if (r.norm(t) == ",") {
    t = apposition_end(r, *phrase);
    if (r.norm(t) != ",") return false;  // an apposition closes with a comma
  }
  if (r.is(phrase->last, Role::genitive_preposition) && r.verb_at(phrase->last + 1))
    return false;  // "accused Lee of"
  if (t < end && r.norm(t) == ",") ++t;
  for (std::uint32_t steps = 0; t < end && steps < 25; ++t, ++steps) {
    const VerbGroup* verb = r.verb_at(t);
    if (verb && verb->finite) return true;
    if (verb && verb->infinitive) return false;
    if (r.is_any(t, {",", ";", ":"}) || r.is(t, Role::subject_end)) return false;
    if (r.tag(t) == Tag::wh_pronoun || r.tag(t) == Tag::wh_adverb) return false;
  }
  return false;
}

bool infinitive_at(const Reading& r, std::uint32_t i) {
  const VerbGroup* verb = r.verb_at(i);
  return verb && verb->infinitive && verb->tokens.first == i;
}

std::optional<Opening> open_complement(const Reading& r, const VerbGroup& verb,
                                       const CueVerb& cue) {
  const std::uint32_t end = content_end_of_sentence(r, verb.head);
  Opening opening;
  opening.cue = verb.tokens;
  std::uint32_t i = verb.tokens.last;
  if (r.tag(i) == Tag::particle) opening.cue.last = ++i;
  if (const auto about = open_about(r, verb, cue, i, end)) return about;
  std::uint32_t addressee = i;
  if (cue.addressee && r.noun_at(i) && r.noun_at(i)->tokens.first == i && !r.noun_at(i)->temporal) {
    const auto phrase = noun_phrase_after(r, i);
    i = phrase ? phrase->last : r.noun_at(i)->tokens.last;
    const std::uint32_t close = phrase ? apposition_end(r, *phrase) : i;
    if (close > i && r.norm(close) == "," && r.is(close + 1, Role::complementizer)) i = close;
  }
  i = skip_adjuncts(r, i, end, opening.cue);
  if (r.norm(i) == "," && r.norm(i + 2) == "," && r.is(i + 1, Role::parenthetical_adverb)) i += 3;
  if (r.norm(i) == ":") {
    if (opening.cue.last == i) ++opening.cue.last;
    ++i;
  }
  if (i >= end) return std::nullopt;
  opening.content = i;
  const VerbGroup* next = r.verb_at(i);
  if (opens_clause_by_word(r, i) || (r.norm(i) == "," && r.is(i + 1, Role::complementizer))) {
    if (r.norm(i) == ",") ++opening.content;
    opening.frame = Frame::clause;
  } else if (infinitive_at(r, i)) {
    opening.frame = Frame::infinitive;
    if (cue.addressee) opening.content = addressee;
  } else if (next && next->gerund && next->tokens.first == i) {
    opening.frame = Frame::gerund;
  } else if (r.quoted(i)) {
    const Quote& quote = r.quotes[r.quote_at[i]];
    const bool clause = cue.percent_of(Frame::clause) > 0 &&
                        (has_verb(r, {quote.tokens.first, quote.tokens.last}) ||
                         cue.percent_of(Frame::object) == 0);
    opening.frame = clause ? Frame::clause : Frame::object;
  } else if (r.noun_at(i) || r.tag(i) == Tag::adjective || r.tag(i) == Tag::determiner) {
    open_noun(r, cue, i, end, opening);
  } else if (cue.percent_of(Frame::clause) >= kSureFrame && clause_follows_adverbial(r, i, end)) {
    opening.frame = Frame::clause;
  } else {
    return std::nullopt;
  }
  return opening;
}

std::uint32_t complement_end(const Reading& r, const VerbGroup& verb, std::uint32_t begin,
                             Complement kind) {
  const std::uint32_t stop = std::min(content_end_of_sentence(r, begin), begin + 4 * kReach);
  // "Lee, who said it rains, left": the comma that closes the relative clause.
  const bool relative = verb.tokens.first > 0 && is_wh(r, verb.tokens.first - 1);
  int commas = 0;
  int brackets = 0;
  for (std::uint32_t t = begin; t < stop; ++t) {
    if (r.quoted(t)) {
      t = std::min(r.quotes[r.quote_at[t]].tokens.last, stop) - 1;
      const bool comma = t > begin && is_comma(r, t - 1);  // `..." he said: the comma stands inside
      if (comma && t + 1 < stop && attribution_follows(r, verb, t, stop)) return t + 1;
      continue;
    }
    if (r.is_any(t, {"(", "["})) ++brackets;
    if (r.is_any(t, {")", "]"}) && --brackets < 0) return t;
    if (brackets > 0) continue;
    if (r.norm(t) == ";") return t;
    if (t > begin && (is_comma(r, t) || r.is_dash(t))) {
      if (attribution_follows(r, verb, t, stop)) return t;
      const VerbGroup* main = r.verb_at(t + 1);
      if (relative && commas++ == 0 && is_comma(r, t) && main && main->finite) return t;
      if (kind == Complement::phrase) {
        // A list goes on: "the plan, the date and the cost".
        const NounPhrase* next = r.noun_at(t + 1);
        const bool goes_on =
            next && is_comma(r, t) &&
            (is_comma(r, next->tokens.last) || r.is(next->tokens.last, Role::list_conjunction));
        if (!goes_on) return t;
      } else if (r.is(t + 1, Role::contrast_conjunction) && has_finite_verb(r, {t + 2, stop})) {
        return t;
      }
    }
    if (t > begin && r.is(t, Role::predicate_conjunction)) {
      const VerbGroup* next = r.verb_at(t + 1);
      // A second predicate of the same subject: of the same form, or after a phrase without a verb.
      const bool same_form = next && form_of(r, *next) == form_of(r, verb);
      const bool ends_phrase =
          kind == Complement::phrase && (same_form || !has_finite_verb(r, {begin, t}));
      const bool ends_clause =
          kind == Complement::clause && same_form && r.verbs.find(next ? r.norm(next->head) : "");
      if (next && next->finite && (ends_phrase || ends_clause)) return t;
      if (next && verb.gerund && next->gerund) return t;
    }
    if (kind == Complement::phrase && t > begin) {
      const VerbGroup* next = r.verb_at(t);
      if (r.is(t, Role::phrase_end)) return t;
      if (next && next->tokens.first == t && next->gerund && is_comma(r, t - 1)) return t - 1;
    }
  }
  return stop;
}

}  // namespace sourcelight
