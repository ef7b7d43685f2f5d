// Nouns of saying and thinking with an owner ("Lee's claim that it rains", "claims by Lee that
// ...") and those that hide one ("accusations of fraud").
// tests/cases/attribution/noun* hold it.
#include <algorithm>
#include <unordered_map>

#include "attribution/complement.h"
#include "attribution/rules.h"
#include "attribution/syntax.h"
#include "lexicon_data.h"

namespace sourcelight {
namespace {

// One line of core/lexicon/en/cue_nouns.txt: "claim claims 60 that to of".
struct CueNoun {
  int owned = 0;   // percent, with an owner
  int hidden = 0;  // percent, without one
  std::vector<std::string_view> openers;
};

class CueNouns {
 public:
  explicit CueNouns(std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      add(lines.substr(0, std::min(lines.find('#'), end)));
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }

  const CueNoun* find(std::string_view norm) const {
    const auto found = nouns_.find(norm);
    return found == nouns_.end() ? nullptr : &found->second;
  }

 private:
  static int number(std::string_view digits) {
    int value = 0;
    for (char c : digits) value = value * 10 + (c - '0');
    return value;
  }

  void add(std::string_view line) {
    CueNoun noun;
    std::vector<std::string_view> forms;
    bool numbers = false;
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      const std::string_view word = line.substr(0, end);
      line.remove_prefix(std::min(end + 1, line.size()));
      if (word.empty()) continue;
      if (word.front() >= '0' && word.front() <= '9') {
        (numbers ? noun.hidden : noun.owned) = number(word);
        numbers = true;
      } else if (numbers) {
        noun.openers.push_back(word);
      } else {
        forms.push_back(word);
      }
    }
    for (std::string_view form : forms) nouns_.emplace(form, noun);
  }

  std::unordered_map<std::string_view, CueNoun> nouns_;
};

class Nouns {
 public:
  Nouns(const Reading& reading, Candidates& found)
      : r_(reading), found_(found), taken_(taken_by_cues(reading, found)) {}

  void run() {
    static const CueNouns nouns(lexicon::cue_nouns);
    for (const NounPhrase& phrase : r_.phrases.nouns) {
      if (r_.quoted(phrase.head) || taken_[phrase.head]) continue;
      if (const CueNoun* noun = nouns.find(r_.norm(phrase.head))) consider(phrase, *noun);
    }
  }

 private:
  void consider(const NounPhrase& phrase, const CueNoun& noun) {
    Candidate candidate;
    candidate.rule = "noun";
    candidate.cue = {phrase.head, phrase.head + 1};
    std::uint32_t i = phrase.tokens.last;
    if (const auto owner = owner_in(phrase)) {
      candidate.source.push_back(*owner);
    } else if (r_.is(i, Role::claimant_preposition) && r_.noun_at(i + 1)) {
      const auto by = noun_phrase_after(r_, i + 1);
      if (!by || r_.noun_at(i + 1)->temporal) return;
      candidate.source.push_back(*by);
      i = by->last;
    }
    candidate.percent = candidate.source.empty() ? noun.hidden : noun.owned;
    if (candidate.percent == 0) return;
    if (!open(noun, i, candidate)) return;
    found_.push_back(std::move(candidate));
  }

  bool open(const CueNoun& noun, std::uint32_t i, Candidate& candidate) const {
    const auto& openers = noun.openers;
    if (std::find(openers.begin(), openers.end(), r_.norm(i)) == openers.end()) return false;
    const std::uint32_t end = content_end_of_sentence(r_, i);
    if (i + 1 >= end) return false;
    const bool clause = r_.is(i, Role::complementizer);
    const bool infinitive =
        r_.is(i, Role::infinitive_preposition) && r_.verb_at(i) && r_.verb_at(i)->infinitive;
    std::uint32_t begin = i;
    if (!clause && !infinitive) {
      if (candidate.cue.last == i) candidate.cue.last = i + 1;
      ++begin;
    }
    VerbGroup none;
    none.head = candidate.cue.first;
    const std::uint32_t stop = subject_end(
        candidate.cue.first, begin, clause,
        complement_end(r_, none, begin, clause ? Complement::clause : Complement::phrase));
    if (stop <= begin) return false;
    candidate.content = {{begin, stop}};
    return true;
  }

  // "The claim that it rains was wrong": where the noun is a subject, its own verb ends the
  // content.
  std::uint32_t subject_end(std::uint32_t noun, std::uint32_t begin, bool clause,
                            std::uint32_t stop) const {
    if (has_finite_verb(r_, {r_.sentence_of(noun).first_token, noun})) return stop;
    int verbs = clause ? 0 : 1;
    bool relative = false;
    for (std::uint32_t t = begin; t < stop; ++t) {
      relative |= t > begin && (r_.tag(t) == Tag::wh_pronoun || r_.is(t, Role::relative_particle));
      const VerbGroup* verb = r_.verb_at(t);
      if (!verb || verb->tokens.first != t || !verb->finite || r_.quoted(t)) continue;
      if (relative) {
        relative = false;
      } else if (++verbs > 1) {
        return t;
      }
    }
    return stop;
  }

  // "Lee's", "his": what stands before the noun in its own phrase.
  std::optional<TokenRange> owner_in(const NounPhrase& phrase) const {
    for (std::uint32_t t = phrase.head; t > phrase.tokens.first; --t) {
      if (r_.tag(t - 1) == Tag::possessive) {
        std::uint32_t first = phrase.tokens.first;
        if (first > 0 && r_.is(first - 1, Role::genitive_preposition)) {
          if (const auto whole = noun_phrase_before(r_, t - 1))
            first = std::min(first, whole->first);
        }
        return t - 1 > phrase.tokens.first ? std::optional(TokenRange{first, t}) : std::nullopt;
      }
      if (r_.tag(t - 1) == Tag::pronoun_possessive) return TokenRange{t - 1, t};
    }
    return std::nullopt;
  }

  const Reading& r_;
  Candidates& found_;
  const std::vector<bool> taken_;
};

}  // namespace

void find_nouns(const Reading& reading, Candidates& found) { Nouns(reading, found).run(); }

}  // namespace sourcelight
