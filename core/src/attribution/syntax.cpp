// Bounded looks to the left and right of a token; see syntax.h.
#include "attribution/syntax.h"

#include <algorithm>

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Reading::kNone;

bool is_mark(const Reading& r, std::uint32_t t) { return r.is_any(t, {"\"", "'", "``", "''"}); }

// The opening bracket of the one at `close`, or kNone.
std::uint32_t bracket_before(const Reading& r, std::uint32_t close, std::uint32_t floor) {
  for (std::uint32_t t = close; t > floor && close - t < 12; --t) {
    if (r.is_any(t - 1, {"(", "["})) return t - 1;
  }
  return kNone;
}

bool has_relative(const Reading& r, TokenRange range) {
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (is_wh(r, t) || r.is(t, Role::relative_particle)) return true;
  }
  return false;
}

// Grows a noun phrase to the left over "of ...", "and ...", "who ...", participles.
std::uint32_t grow_left(const Reading& r, const NounPhrase& head, std::uint32_t floor) {
  std::uint32_t begin = std::max(head.tokens.first, floor);
  while (begin > floor) {
    const std::uint32_t before = begin - 1;
    const Tag tag = r.tag(before);
    if (is_mark(r, before) && before > floor && r.noun_at(before - 1) && r.quoted(before)) {
      begin = r.noun_at(before - 1)->tokens.first;
      continue;
    }
    if (tag == Tag::preposition || tag == Tag::to) {
      if (before == floor) break;
      const NounPhrase* outer = r.noun_at(before - 1);
      if (!outer && r.tag(before - 1) == Tag::adjective && before >= 2 && before - 1 > floor) {
        outer = r.noun_at(before - 2);  // "people familiar with the matter"
      }
      const VerbGroup* verb = r.verb_at(before - 1);
      if (!outer && verb && (verb->gerund || verb->participle) && verb->tokens.first > floor) {
        outer = r.noun_at(verb->tokens.first - 1);  // "officials speaking on condition"
        if (outer && is_comma(r, verb->tokens.first - 1)) outer = nullptr;
      }
      if (!outer && verb && verb->finite && verb->tokens.first > floor + 1 &&
          is_wh(r, verb->tokens.first - 1)) {
        outer = r.noun_at(verb->tokens.first - 2);  // "officials who were in the room"
      }
      if (!outer || outer->temporal || r.is(before, Role::clause_preposition)) break;
      begin = std::max(outer->tokens.first, floor);
      continue;
    }
    if ((r.is(before, Role::noun_conjunction) || r.norm(before) == "&") && before > floor) {
      std::uint32_t t = before - 1;
      if (is_comma(r, t) && t > floor) --t;
      const NounPhrase* other = r.noun_at(t);
      if (!other || other->temporal || other->tokens.last != t + 1) break;
      std::uint32_t list = other->tokens.first;
      while (list > floor + 1 && is_comma(r, list - 1) && r.noun_at(list - 2) &&
             !r.noun_at(list - 2)->temporal) {
        list = r.noun_at(list - 2)->tokens.first;
      }
      // An object before "and" belongs to the clause before: "hit Ruiz and Chen said".
      if (list > floor && (r.verb_at(list - 1) || r.tag(list - 1) == Tag::preposition)) break;
      begin = std::max(list, floor);
      continue;
    }
    const VerbGroup* verb = r.verb_at(before);
    if (verb && verb->tokens.first > floor) {
      const std::uint32_t left = verb->tokens.first - 1;
      const NounPhrase* outer = nullptr;
      if (is_wh(r, left) && left > floor)
        outer = r.noun_at(left - 1);
      else if (verb->gerund || verb->participle)
        outer = r.noun_at(left);
      if (!outer || outer->temporal) break;
      begin = std::max(outer->tokens.first, floor);
      continue;
    }
    break;
  }
  return begin;
}

// "Lee, the mayor of Ost, [said]": the phrase before the comma that opens the apposition.
std::optional<TokenRange> before_apposition(const Reading& r, std::uint32_t comma,
                                            std::uint32_t floor) {
  for (std::uint32_t t = comma; t > floor + 1; --t) {
    const std::uint32_t open = t - 1;
    const bool pair = r.is_dash(comma) ? r.is_dash(open) : is_comma(r, open);
    if (!pair) continue;
    const NounPhrase* head = r.noun_at(open - 1);
    if (!head && r.norm(open - 1) == ")") {
      const std::uint32_t bracket = bracket_before(r, open - 1, floor);
      if (bracket != kNone && bracket > floor) head = r.noun_at(bracket - 1);
    }
    if (!head || head->temporal) continue;
    const std::uint32_t inner = open + 1;
    const bool relative = is_wh(r, inner) || r.verb_at(inner) || r.is_dash(open) ||
                          r.tag(inner) == Tag::preposition || r.tag(inner) == Tag::wh_adverb;
    if (!relative && has_finite_verb(r, {inner, comma}) && !has_relative(r, {inner, comma})) {
      return std::nullopt;
    }
    std::uint32_t begin = grow_left(r, *head, floor);
    // "Gil Ames, a Democrat from Tampa, Florida, said": a place or an age, so look on.
    if (begin > floor + 1 && is_comma(r, begin - 1)) {
      const NounPhrase* outer = r.noun_at(begin - 2);
      const bool apposition = r.is(begin, Role::apposition_determiner);
      if (outer && !outer->temporal && apposition && r.tag(outer->head) == Tag::proper_noun) {
        begin = grow_left(r, *outer, floor);
      }
    }
    return TokenRange{begin, comma};
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t floor_of(const Reading& r, std::uint32_t token) {
  const std::uint32_t first = r.sentence_of(token).first_token;
  return token - first > kReach ? token - kReach : first;
}

std::uint32_t ceiling_of(const Reading& r, std::uint32_t token) {
  const std::uint32_t last = r.sentence_of(token).last_token;
  return std::min(last, token + kReach);
}

bool is_comma(const Reading& r, std::uint32_t t) { return r.norm(t) == ","; }

bool is_wh(const Reading& r, std::uint32_t t) {
  return r.tag(t) == Tag::wh_pronoun || r.tag(t) == Tag::wh_possessive ||
         r.is(t, Role::relative_pronoun);
}

std::optional<TokenRange> noun_phrase_before(const Reading& r, std::uint32_t end) {
  if (end == 0 || end > r.tags.size()) return std::nullopt;
  const std::uint32_t floor = floor_of(r, end - 1);
  if (end <= floor) return std::nullopt;
  std::uint32_t last = end - 1;
  if ((is_comma(r, last) || r.is_dash(last)) && last > floor) {
    if (const auto phrase = before_apposition(r, last, floor)) {
      return TokenRange{phrase->first, is_comma(r, last) ? phrase->last + 1 : phrase->last};
    }
    if (r.norm(last - 1) != ")") return std::nullopt;
    end = last--;  // "Lee (D-Ost), said"
  }
  const std::uint32_t whole = end;
  const NounPhrase* noun = r.noun_at(last);
  while (noun && noun->temporal && noun->tokens.first > floor) {
    // "officials on Tuesday said", "Lee earlier last week said"
    last = noun->tokens.first - 1;
    if (last > floor && (r.tag(last) == Tag::preposition || r.tag(last) == Tag::adverb)) --last;
    if (is_comma(r, last)) return noun_phrase_before(r, last + 1);
    noun = r.noun_at(last);
    end = last + 1;
  }
  if (r.norm(last) == ")") {
    const std::uint32_t bracket = bracket_before(r, last, floor);
    if (bracket == kNone || bracket <= floor) return std::nullopt;
    last = bracket - 1;
    noun = r.noun_at(last);
  }
  const VerbGroup* behind = r.verb_at(last);
  if (!noun && behind && behind->tokens.first > floor && behind->tokens.last == last + 1 &&
      (behind->participle || r.tag(behind->head) == Tag::verb_past)) {
    noun = r.noun_at(behind->tokens.first - 1);  // "those asked said", "a report dated 12 May said"
    end = whole;
  }
  if (!noun || noun->temporal) return std::nullopt;
  return TokenRange{grow_left(r, *noun, floor), end};
}

std::optional<TokenRange> noun_phrase_after(const Reading& r, std::uint32_t begin) {
  const NounPhrase* noun = r.noun_at(begin);
  if (!noun && begin > 0 && begin < r.tags.size() && begin + 1 < r.tags.size() &&
      r.document.tokens[begin].capitalized && r.verb_at(begin - 1) &&
      !r.document.tokens[begin + 1].word) {
    return TokenRange{begin, begin + 1};  // a name taken for another word: "said Small."
  }
  if (!noun || noun->tokens.first != begin) return std::nullopt;
  const std::uint32_t ceiling = ceiling_of(r, begin);
  std::uint32_t end = noun->tokens.last;
  const bool pronoun = r.tag(noun->head) == Tag::pronoun;
  while (end < ceiling && !pronoun) {
    const NounPhrase* next = r.noun_at(end + 1);
    if (r.norm(end) == "(") {
      std::uint32_t close = end;
      while (close < ceiling && r.norm(close) != ")" && close - end < 12) ++close;
      if (r.norm(close) != ")") break;
      end = close + 1;
    } else if (r.tag(end) == Tag::preposition && next && next->tokens.first == end + 1 &&
               !next->temporal && r.is(end, Role::noun_preposition)) {
      end = next->tokens.last;
    } else if (r.tag(end) == Tag::adjective && r.tag(end + 1) == Tag::preposition &&
               r.noun_at(end + 2) && r.noun_at(end + 2)->tokens.first == end + 2) {
      end = r.noun_at(end + 2)->tokens.last;  // "people familiar with the talks"
    } else if ((r.is(end, Role::list_conjunction) || r.norm(end) == "&") && next &&
               next->tokens.first == end + 1 && !next->temporal &&
               !(r.verb_at(next->tokens.last) && r.verb_at(next->tokens.last)->finite)) {
      end = next->tokens.last;
    } else {
      break;
    }
  }
  return TokenRange{begin, std::min(end, ceiling)};
}

std::uint32_t apposition_end(const Reading& r, TokenRange phrase) {
  const std::uint32_t stop =
      std::min(content_end_of_sentence(r, phrase.first), phrase.last + kReach);
  std::uint32_t end = phrase.last;
  while (end < stop && (is_comma(r, end) || is_wh(r, end))) {
    const std::uint32_t begin = is_comma(r, end) ? end + 1 : end;
    if (begin >= stop || r.quoted(begin)) break;
    const NounPhrase* noun = r.noun_at(begin);
    const bool relative = is_wh(r, begin);
    if (!relative && (!noun || noun->temporal || noun->tokens.first != begin)) break;
    std::uint32_t t = begin;
    while (t < stop && !is_comma(r, t) && !r.quoted(t) && !r.is_dash(t)) ++t;
    if (!relative && has_finite_verb(r, {begin, t}) && !has_relative(r, {begin, t})) break;
    end = t;
  }
  return std::min(end, stop);
}
bool has_finite_verb(const Reading& r, TokenRange range) {
  const std::uint32_t last = std::min(range.last, range.first + kReach);
  for (std::uint32_t t = range.first; t < last; ++t) {
    const VerbGroup* verb = r.verb_at(t);
    if (verb && verb->finite && !r.quoted(t)) return true;
  }
  return false;
}

std::uint32_t content_end_of_sentence(const Reading& r, std::uint32_t token) {
  const Sentence& sentence = r.sentence_of(token);
  const bool bracketed = r.norm(sentence.first_token) == "(";
  std::uint32_t end = sentence.last_token;
  while (end > token + 1 && (r.is_any(end - 1, {".", "!", "?", ";", ":", "…", "..."}) ||
                             (bracketed && r.norm(end - 1) == ")"))) {
    --end;
  }
  return end;
}

}  // namespace sourcelight
