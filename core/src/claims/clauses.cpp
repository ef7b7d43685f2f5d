// Reads clauses off base phrases, without a tree; see clauses.h. Looks from each token a bounded
// way ahead, so that the work stays linear. Long, as what is asked of a clause shares these looks.
#include "claims/clauses.h"

#include <algorithm>

#include "base/word_list.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kLeastWords = 3;  // of a clause that is told apart
constexpr std::uint32_t kNear = 12;       // tokens from a subject to its verb
constexpr std::uint32_t kFar = 80;        // tokens of the longest clause that is told apart

// Pieces of one clause, in order.
using Clause = std::vector<TokenRange>;

class ClauseReader {
 public:
  explicit ClauseReader(const Grammar& grammar) : g_(grammar) {}

  bool is_word(std::uint32_t t) const { return g_.document.tokens[t].word; }

  std::uint32_t words_in(TokenRange range) const {
    std::uint32_t words = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t) words += is_word(t) ? 1 : 0;
    return words;
  }

  // Stops as soon as there are enough, so that asking at each token costs little.
  bool has_words(TokenRange range, std::uint32_t least) const {
    for (std::uint32_t t = range.first; t < range.last && least > 0; ++t)
      least -= is_word(t) ? 1 : 0;
    return least == 0;
  }

  const VerbGroup* verb_starting(std::uint32_t t) const {
    const VerbGroup* verb = g_.verb_at(t);
    return verb && verb->tokens.first == t ? verb : nullptr;
  }

  bool has_finite(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const VerbGroup* verb = verb_starting(t);
      if (verb && verb->finite) return true;
    }
    return false;
  }

  // "born in Ost to a sailor", "before being driven to Norre": a participle and enough after it.
  // A sentence that opens with "Opening the case, ..." tells how it was said.
  bool has_participle(TokenRange range) const {
    const WordList& circumstances = g_.language().words(Lexicon::circumstances);
    std::uint32_t t = range.first;
    const bool opens = t == g_.sentence_of(t).first_token;
    if (g_.is(t, Role::participle_preposition)) {
      ++t;
    } else if (opens) {
      return false;
    }
    const VerbGroup* verb = verb_starting(t);
    if (!verb || verb->infinitive || (!verb->participle && !verb->gerund)) return false;
    return !circumstances.has(g_.norm(verb->head)) &&
           has_words({verb->tokens.last, range.last}, kLeastWords);
  }

  bool opens_circumstance(TokenRange range) const {
    const WordList& circumstances = g_.language().words(Lexicon::circumstances);
    for (std::uint32_t t = range.first; t < std::min(range.last, range.first + 3); ++t) {
      if (circumstances.has(g_.norm(t))) return true;
      if (!g_.is(t, Role::circumstance_conjunction) && g_.norm(t) != ",") break;
    }
    return false;
  }

  // "who asked not to be identified because the talks are private"
  bool asks_for_anonymity(TokenRange range) const {
    if (!g_.is(range.first, Role::request_opening)) return false;
    for (std::uint32_t t = range.first; t < std::min(range.last, range.first + kNear); ++t) {
      if (g_.is(t, Role::anonymity_word)) return true;
      if (g_.is(t, Role::naming_participle) && g_.is(t - 1, Role::passive_be)) return true;
      if (g_.is(t, Role::naming_noun) && g_.is(t - 1, Role::possessive_of_person)) return true;
    }
    return false;
  }

  // What only frames the words beside it: "It was there, ...", "In an interview read to the jury",
  // "Her statement came a day after ...".
  bool is_frame(TokenRange range) const {
    if (g_.is(range.first, Role::expletive) && !has_words(range, kLeastWords + 1)) return true;
    const Sentence& sentence = g_.sentence_of(range.first);
    if (range.first != sentence.first_token || range.last == sentence.last_token) return false;
    if (g_.is(range.first, Role::frame_preposition)) return true;
    for (std::uint32_t t = range.first; t < std::min(range.last, range.first + 4); ++t) {
      const VerbGroup* verb = g_.verb_at(t + 1);
      if (g_.is(t, Role::utterance_noun) && verb && g_.is(verb->head, Role::appearing_verb))
        return true;
    }
    return false;
  }

  // A noun phrase at t and its finite verb not far behind.
  bool has_own_subject(std::uint32_t t, std::uint32_t end) const {
    while (t < end && (g_.tag(t) == Tag::adverb || g_.norm(t) == ",")) ++t;
    const NounPhrase* noun = g_.noun_at(t);
    const bool there = g_.tag(t) == Tag::existential;
    if (!there && (!noun || noun->temporal)) return false;
    for (std::uint32_t v = there ? t + 1 : noun->tokens.last; v < std::min(end, t + kNear); ++v) {
      if (g_.is_any(v, {",", ";", "\""}) || g_.is(v, Role::subject_break)) return false;
      const VerbGroup* verb = g_.verb_at(v);
      if (verb && verb->tokens.first <= v && !verb->infinitive) return verb->finite;
    }
    return false;
  }

  // The length of the conjunction that opens a clause with its own subject at t; 0 if none does.
  std::uint32_t coordination(TokenRange range, std::uint32_t t) const {
    if (t == range.first) return 0;
    const bool after_mark = g_.is_any(t - 1, {",", ";", "—", "–", "--"});
    if (g_.norm(t - 1) == ";" && has_own_subject(t, range.last)) return 1;
    if (!after_mark) return 0;
    if (!g_.is(t, Role::clause_coordinator)) return 0;
    return has_own_subject(t + 1, range.last) ? 1 : 0;
  }

  bool relative(TokenRange range, std::uint32_t t) const {
    if (t == range.first || !g_.is_any(t - 1, {",", "—", "–", "--", "("})) return false;
    if (!g_.is(t, Role::relative_opening)) return false;
    return has_finite({t + 1, std::min(range.last, t + kNear)});
  }

  // ", leaving the town in ruins": to the end of the range.
  bool closing_participle(TokenRange range, std::uint32_t t) const {
    if (t == range.first || g_.norm(t - 1) != ",") return false;
    const VerbGroup* verb = verb_starting(t);
    if (range.last - t > kFar || !verb || !verb->gerund || !has_participle({t, range.last}))
      return false;
    for (std::uint32_t v = verb->tokens.last; v < range.last; ++v) {
      const VerbGroup* other = verb_starting(v);
      if (other && other->finite) return false;
    }
    return has_words({t, range.last}, kLeastWords + 1);
  }

  // Where the relative clause that begins at t ends: at the comma before the main verb goes on. One
  // that is longer than any that is told apart ends where it begins.
  std::uint32_t end_of_relative(TokenRange range, std::uint32_t t) const {
    bool verb_seen = false;
    const std::uint32_t far = std::min(range.last, t + kFar);
    for (std::uint32_t v = t + 1; v < far; ++v) {
      const VerbGroup* verb = g_.verb_at(v);
      verb_seen |= verb != nullptr && verb->finite;
      if (!verb_seen || !g_.is_any(v, {",", "—", "–", "--", ")"})) continue;
      const VerbGroup* next = verb_starting(v + 1);
      const bool goes_on = next && (next->finite || next->participle);
      if (g_.norm(v) != "," || goes_on || coordination(range, v + 1) > 0) return v;
    }
    return far == range.last ? range.last : t;
  }

  bool quoted(std::uint32_t t) const {
    const std::uint32_t at = g_.document.tokens[t].span.begin;
    const auto& quotations = g_.document.quotations;
    auto after = std::partition_point(quotations.begin(), quotations.end(),
                                      [&](const Quotation& q) { return q.span.begin <= at; });
    for (int back = 0; back < 3 && after != quotations.begin(); ++back) {
      --after;
      if (!after->single && at < after->span.end) return true;
    }
    return false;
  }

  std::vector<Clause> cut(TokenRange range) const {
    std::vector<Clause> clauses(1);
    std::size_t main = 0;  // the clause that goes on after a relative one
    std::uint32_t begin = range.first;
    const auto close = [&](std::size_t clause, std::uint32_t end) {
      if (begin < end) clauses[clause].push_back({begin, end});
      begin = end;
    };
    for (std::uint32_t t = range.first + 1; t < range.last; ++t) {
      if (quoted(t)) continue;
      if (!has_words({t, range.last}, kLeastWords)) break;
      if (relative(range, t)) {
        const std::uint32_t end = end_of_relative(range, t);
        if (!has_words({t, end}, kLeastWords)) continue;
        close(main, t);
        clauses.push_back({{t, end}});
        begin = end;
        t = end;
      } else if (coordination(range, t) > 0 && has_words({begin, t}, kLeastWords)) {
        close(main, t);
        main = clauses.size();
        clauses.emplace_back();
      } else if (closing_participle(range, t)) {
        close(main, t);
        clauses.push_back({{t, range.last}});
        begin = range.last;
        break;
      }
    }
    close(main, range.last);
    std::erase_if(clauses, [](const Clause& clause) { return clause.empty(); });
    return clauses;
  }

  bool is_question(TokenRange all) const {
    for (std::uint32_t t = all.last; t > all.first; --t) {
      if (g_.norm(t - 1) == "?") return true;
      if (is_word(t - 1)) return false;
    }
    return false;
  }

  // "Flooded cars on Dock Street.": what looks like its verb is a participle before a noun.
  bool is_picture(TokenRange all) const {
    const Tag tag = g_.tag(all.first);
    if (tag != Tag::verb_past && tag != Tag::verb_participle) return false;
    return !has_finite({all.first + 1, all.last});
  }

  // "Read more here.": a verb without a subject opens it.
  bool is_command(TokenRange all) const {
    if (g_.is(all.first, Role::anybody) && g_.is(all.first + 1, Role::anybody_restriction))
      return true;
    if (g_.tag(all.first) != Tag::verb_base || !g_.verb_at(all.first)) return false;
    return !g_.is(all.first, Role::no_command);
  }

  // "So here's the latest", "More on that shortly": what the writer says to the reader.
  bool is_teaser(TokenRange all) const {
    if (g_.is(all.first, Role::teaser_more) && g_.is(all.first + 1, Role::teaser_more_end))
      return true;
    if (g_.is(all.first, Role::teaser_this) && g_.is(all.first + 1, Role::teaser_copula) &&
        g_.tag(all.first + 2) == Tag::proper_noun && g_.tag(all.first + 3) == Tag::proper_noun)
      return true;
    std::uint32_t t = all.first;
    while (t < all.last && (!is_word(t) || g_.is(t, Role::teaser_lead))) ++t;
    return g_.is(t, Role::teaser_opening) && g_.is(t + 1, Role::teaser_end);
  }

  // "We have contacted the club for comment."
  bool is_about_us(TokenRange all) const {
    for (std::uint32_t t = all.first; t < std::min(all.last, all.first + 6); ++t) {
      if (!g_.is(t, Role::newsroom_pronoun)) continue;
      const VerbGroup* verb = nullptr;
      for (std::uint32_t v = t + 1; v < std::min(all.last, t + 4) && !verb; ++v)
        verb = g_.verb_at(v);
      return verb && g_.is(verb->head, Role::contacting_verb);
    }
    return false;
  }

  // "That, to me, is the whole argument.", "I am not naive about money."
  bool is_opinion(TokenRange all) const {
    for (std::uint32_t t = all.first; t < all.last; ++t) {
      if (quoted(t)) continue;
      if (g_.is(t, Role::opinion_preposition) && g_.is(t + 1, Role::opinion_pronoun) &&
          g_.norm(t + 2) == ",")
        return true;
      if (!g_.is(t, Role::writer_pronoun) || t > all.first + 4) continue;
      for (std::uint32_t v = t + 1; v < std::min(all.last, t + 5); ++v) {
        if (g_.is(v, Role::opinion_verb)) return true;
      }
    }
    return false;
  }

 private:
  const Grammar& g_;
};

// States a fact: a finite verb, or a participle with what belongs to it ("born in Ost to a family
// of sailors"), that no circumstance of speaking opens.
bool asserts(const Grammar& grammar, TokenRange range) {
  const ClauseReader reader(grammar);
  if (reader.asks_for_anonymity(range) || reader.is_frame(range)) return false;
  if (!reader.has_words(range, kLeastWords) || reader.opens_circumstance(range)) return false;
  return reader.has_finite(range) || reader.has_participle(range);
}

bool clause_asserts(const Grammar& grammar, const Clause& clause) {
  const ClauseReader reader(grammar);
  std::uint32_t words = 0;
  bool verb = false;
  for (const TokenRange& piece : clause) {
    const TokenRange inner = trimmed(grammar, piece);
    words += reader.words_in(inner);
    const VerbGroup* first = reader.verb_starting(inner.first);
    verb |= reader.has_finite(inner) || (first && first->participle) || asserts(grammar, inner);
  }
  return verb && words >= kLeastWords;
}

}  // namespace

std::vector<Spans> own_voice_pieces(const Grammar& grammar, TokenRange range) {
  const ClauseReader reader(grammar);
  std::vector<Clause> clauses = reader.cut(range);
  const bool cut = std::all_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause_asserts(grammar, clause);
  });
  if (!cut) clauses = {{range}};
  std::vector<Spans> all;
  for (const Clause& clause : clauses) {
    Spans spans;
    for (const TokenRange& piece : clause) {
      const TokenRange words = trimmed(grammar, piece);
      if (reader.words_in(words) > 0) spans.push_back(grammar.span_of(words));
    }
    if (spans.empty()) spans.push_back(grammar.span_of(clause.front()));
    all.push_back(std::move(spans));
  }
  return all;
}

ReasonKind why_no_claim(const Grammar& grammar, const Sentence& sentence) {
  const ClauseReader reader(grammar);
  const TokenRange all{sentence.first_token, sentence.last_token};
  if (reader.is_question(all)) return ReasonKind::question;
  switch (grammar.document.paragraphs[sentence.paragraph].kind) {
    case ParagraphKind::headline:
      return ReasonKind::headline;
    case ParagraphKind::byline:
      return ReasonKind::byline;
    case ParagraphKind::caption:
      return ReasonKind::caption;
    case ParagraphKind::credit:
      return ReasonKind::credit;
    case ParagraphKind::body:
    case ParagraphKind::standfirst:
    case ParagraphKind::item:
      break;
  }
  if (reader.is_teaser(all)) return ReasonKind::announcement;
  if (reader.is_about_us(all)) return ReasonKind::newsroom;
  if (reader.is_command(all)) return ReasonKind::request;
  if (reader.is_picture(all)) return ReasonKind::picture;
  if (reader.is_opinion(all)) return ReasonKind::opinion;
  return ReasonKind::no_verb;
}

TokenRange trimmed(const Grammar& g, TokenRange range) {
  while (range.last - range.first > 1 && !g.document.tokens[range.first].word &&
         !g.is_any(range.first, {"\"", "'", "(", "$", "£", "€"}))
    ++range.first;
  while (range.last - range.first > 1 &&
         (g.is_any(range.last - 1, {",", ";", ":", "-", "--", "—", "–", "("}) ||
          g.is(range.last - 1, Role::trailing_conjunction)))
    --range.last;
  return range;
}

}  // namespace sourcelight
