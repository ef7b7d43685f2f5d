// Verbs of saying, thinking, wanting with their complement, quoted or not.
// tests/cases/attribution/verb* hold it.
#include <optional>

#include "attribution/complement.h"
#include "attribution/rules.h"
#include "attribution/subject.h"
#include "attribution/syntax.h"

namespace sourcelight {
namespace {

class Verbs {
 public:
  Verbs(const Reading& reading, Candidates& found)
      : r_(reading), found_(found), taken_(taken_by_cues(reading, found)) {}

  void run() {
    for (const VerbGroup& verb : r_.phrases.verbs) {
      if (r_.quoted(verb.head) || taken_[verb.head]) continue;
      const CueVerb* cue = r_.verbs.find(r_.norm(verb.head));
      if (!cue) continue;
      if (hands_on(verb, *cue) || asks_for_anonymity(r_, verb)) continue;
      const bool by = r_.is(verb.tokens.last, Role::agent_preposition);
      if (verb.passive || (verb.participle && (by || !speaks(verb))))
        passive(verb, *cue);
      else
        active(verb, *cue);
    }
  }

 private:
  // "declined to say": the second verb is the cue, the first belongs to it.
  bool hands_on(const VerbGroup& verb, const CueVerb& cue) const {
    if (!is_role(cue.lemma, Role::matrix_verb)) return false;
    const VerbGroup* next = r_.verb_at(verb.tokens.last);
    const CueVerb* inner = next && next->infinitive ? r_.verbs.find(r_.norm(next->head)) : nullptr;
    return inner && inner->percent_of(Frame::quote) >= 50 && open_complement(r_, *next, *inner);
  }

  // A past form that was taken for a participle has a content of its own right behind it.
  bool speaks(const VerbGroup& verb) const {
    const std::uint32_t i = verb.tokens.last;
    return r_.is(i, Role::complementizer) || r_.quoted(i) || r_.is_any(i, {",", ":"}) ||
           (r_.noun_at(i) && clause_at(r_, i, content_end_of_sentence(r_, verb.head)));
  }

  // "When it rained, Lee cried" tells when, not what.
  bool is_subordinate(std::uint32_t i) const {
    return r_.tag(i) == Tag::wh_adverb || r_.is(i, Role::subordinator);
  }

  // "It rains, said Lee.": the source stands where a complement could.
  bool is_inverted(const VerbGroup& verb, const CueVerb& cue) const {
    const std::uint32_t first = verb.tokens.first;
    if (cue.percent_of(Frame::aside) == 0 || !verb.finite || first == 0 ||
        r_.norm(first - 1) != ",")
      return false;
    const auto source = noun_phrase_after(r_, verb.tokens.last);
    if (!source || r_.tag(source->first) == Tag::pronoun) return false;
    const std::uint32_t end = apposition_end(r_, *source);
    return end >= content_end_of_sentence(r_, first) || r_.norm(end) == ",";
  }

  void active(const VerbGroup& verb, const CueVerb& cue) {
    if (is_inverted(verb, cue) && aside(verb, cue)) return;
    const auto opening = open_complement(r_, verb, cue);
    if (opening && cue.percent_of(opening->frame) > 0) {
      const auto kind = opening->frame == Frame::clause ? Complement::clause : Complement::phrase;
      std::uint32_t end = complement_end(r_, verb, opening->content, kind);
      if (kind == Complement::phrase) end = without_adjuncts(opening->content, end);
      if (end > opening->content) {
        return add(verb, cue, *opening, {{opening->content, end}}, subject_of(r_, verb));
      }
    }
    static_cast<void>(aside(verb, cue));
  }

  // When and where it was said does not belong to what was said: "on Tuesday", "in a tweet".
  std::uint32_t without_adjuncts(std::uint32_t begin, std::uint32_t end) const {
    for (int step = 0; step < 3; ++step) {
      const NounPhrase* noun = end > begin + 1 ? r_.noun_at(end - 1) : nullptr;
      if (!noun || noun->tokens.last != end || noun->tokens.first <= begin + 1) break;
      const std::uint32_t before = noun->tokens.first - 1;
      const bool preposition = r_.tag(before) == Tag::preposition;
      const bool medium = preposition && r_.is(before, Role::medium_preposition) &&
                          is_medium(r_, noun->head) &&
                          r_.is(noun->tokens.first, Role::medium_determiner);
      if (!noun->temporal && !medium) break;
      end = preposition ? before : before + 1;
    }
    return end;
  }

  // "It rains, said Lee." "It rains, Lee said on Tuesday, but not here."
  bool aside(const VerbGroup& verb, const CueVerb& cue) {
    if (cue.percent_of(Frame::aside) == 0 || !verb.finite) return false;
    const Sentence& sentence = r_.sentence_of(verb.head);
    std::optional<TokenRange> source;
    std::uint32_t begin = verb.tokens.first;
    std::uint32_t end = verb.tokens.last;
    TokenRange cue_tokens = verb.tokens;
    if (begin > sentence.first_token && r_.is_any(begin - 1, {",", "\""})) {
      source = noun_phrase_after(r_, end);
      if (source) end = source->last = apposition_end(r_, *source);
    }
    if (!source) {
      source = noun_phrase_before(r_, begin);
      if (!source) return false;
      begin = source->first;
      if (cue.addressee) {
        if (const auto hearer = noun_phrase_after(r_, end)) end = hearer->last;
      }
    }
    end = skip_adjuncts(r_, end, sentence.last_token, cue_tokens);
    if (begin <= sentence.first_token + 2 || !(r_.norm(begin - 1) == "," || r_.is_dash(begin - 1)))
      return false;
    const bool closes = end >= content_end_of_sentence(r_, verb.head);
    if (!closes && !(r_.norm(end) == "," || r_.is_dash(end))) return false;
    std::vector<TokenRange> content = {{aside_begin(sentence, begin - 1), begin - 1}};
    if (content.front().empty() || is_subordinate(content.front().first)) return false;
    const bool fronted = has_verb(r_, content.front());
    if (!closes && end + 1 < content_end_of_sentence(r_, verb.head)) {
      const VerbGroup* rest = r_.verb_at(end + 1);
      const bool subject = rest && rest->finite && r_.noun_at(content.front().first);
      // "For example, Lee said, it rains", but "The bridge, Lee said, will open".
      if (!fronted && !subject) content.clear();
      content.push_back({end + 1, complement_end(r_, verb, end + 1, Complement::clause)});
    } else if (!fronted) {
      return false;
    }
    Opening opening{Frame::aside, content.front().first, cue_tokens};
    add(verb, cue, opening, std::move(content), source);
    return true;
  }

  // The clause before the comma begins with the sentence, or after the last "; " or ": ".
  std::uint32_t aside_begin(const Sentence& sentence, std::uint32_t comma) const {
    const std::uint32_t first = r_.after_dateline(sentence);
    for (std::uint32_t t = comma; t > first; --t) {
      if (r_.norm(t - 1) == ";" && !r_.quoted(t - 1)) return t;
      if (comma - t > kReach) return t;
    }
    return first;
  }

  void add(const VerbGroup& verb, const CueVerb& cue, const Opening& opening,
           std::vector<TokenRange> content, std::optional<TokenRange> source) {
    Candidate candidate;
    candidate.rule = "verb";
    candidate.verb = &cue;
    candidate.frame = opening.frame;
    candidate.cue = with_matrix(verb, opening.cue);
    for (std::uint32_t t = candidate.cue.first; t < verb.head; ++t) {
      if (taken_[t]) candidate.cue.first = t + 1;  // "reportedly" is a cue of its own
    }
    if (source) candidate.source.push_back(*source);
    candidate.content = std::move(content);
    candidate.percent = cue.percent_of(opening.frame);
    found_.push_back(std::move(candidate));
  }

  // "declined to say", "went on to explain": the verb before belongs to the cue.
  TokenRange with_matrix(const VerbGroup& verb, TokenRange cue) const {
    if (!verb.infinitive || verb.tokens.first == 0) return cue;
    const VerbGroup* before = r_.verb_at(verb.tokens.first - 1);
    if (before && before->tokens.last == verb.tokens.first && !before->infinitive) {
      cue.first = before->tokens.first;
    } else if (r_.is(verb.tokens.first - 1, Role::continuing_particle) && verb.tokens.first > 1) {
      before = r_.verb_at(verb.tokens.first - 2);
      if (before && r_.is(before->head, Role::continuing_verb)) cue.first = before->tokens.first;
    }
    return cue;
  }

  // "Rain is expected", "it is believed that", "Lee was accused of theft", "rejected by judges".
  void passive(const VerbGroup& verb, const CueVerb& cue) {
    std::uint32_t i = verb.tokens.last;
    const std::uint32_t end = content_end_of_sentence(r_, verb.head);
    const auto subject = passive_subject(verb);
    const bool by =
        r_.is(i, Role::agent_preposition) && r_.noun_at(i + 1) && !r_.noun_at(i + 1)->temporal;
    Candidate candidate;
    candidate.rule = "passive";
    candidate.verb = &cue;
    candidate.cue = verb.tokens;
    if (by) {
      const auto source = noun_phrase_after(r_, i + 1);
      if (!source || !subject || cue.percent_of(Frame::object) == 0) return;
      candidate.frame = Frame::object;
      candidate.cue.last = i + 1;
      candidate.source = {*source};
      candidate.content = {*subject};
      if (verb.participle || source->last >= end || r_.norm(source->last) == ",") {
        candidate.percent = cue.percent_of(Frame::object);
        found_.push_back(std::move(candidate));
      }
      return;
    }
    if (verb.participle || cue.percent_of(Frame::hidden) == 0) return;
    for (std::uint32_t t = verb.tokens.first; t < verb.head; ++t) {
      if (taken_[t]) return;  // "was reportedly seen": the hedge has it
    }
    candidate.frame = Frame::hidden;
    candidate.percent = cue.percent_of(Frame::hidden);
    const bool expletive =
        subject && subject->last - subject->first == 1 && r_.is(subject->first, Role::expletive);
    const bool clause = opens_clause_by_word(r_, i);
    const bool complement = infinitive_at(r_, i) || clause || r_.is(i, Role::passive_preposition);
    if (subject && !(expletive && clause) && !clause) candidate.content.push_back(*subject);
    if (complement) {
      const std::uint32_t last =
          complement_end(r_, verb, i, clause ? Complement::clause : Complement::phrase);
      if (last > i) candidate.content.push_back({i, last});
    }
    if (!candidate.content.empty() && (complement || subject))
      found_.push_back(std::move(candidate));
  }

  std::optional<TokenRange> passive_subject(const VerbGroup& verb) const {
    if (verb.participle) return noun_phrase_before(r_, verb.tokens.first);
    return subject_of(r_, verb);
  }

  const Reading& r_;
  Candidates& found_;
  const std::vector<bool> taken_;
};

}  // namespace

void find_verbs(const Reading& reading, Candidates& found) { Verbs(reading, found).run(); }

}  // namespace sourcelight
