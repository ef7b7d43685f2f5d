// Cuts noun phrases and verb groups; see phrases.h.
#include "grammar/phrases.h"

#include <algorithm>
#include <utility>

#include "base/word_list.h"

namespace sourcelight {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Chunker {
 public:
  Chunker(const Document& document, const std::vector<Tag>& tags)
      : tokens_(document.tokens),
        tags_(tags),
        language_(*document.language),
        temporal_(language_.words(Lexicon::temporal_nouns)),
        openers_(language_.words(Lexicon::sentence_openers)) {
    phrases_.noun_at.assign(tokens_.size(), Phrases::kNone);
    phrases_.verb_at.assign(tokens_.size(), Phrases::kNone);
    for (const Sentence& sentence : document.sentences) {
      end_ = sentence.last_token;
      const std::size_t first_verb = phrases_.verbs.size();
      for (std::uint32_t i = sentence.first_token; i < end_;) {
        std::uint32_t next = lone_name(i, sentence.first_token);
        if (next == i) next = noun_phrase(i);
        if (next == i) next = verb_group(i);
        i = std::max(next, i + 1);
      }
      give_a_predicate(first_verb);
    }
  }

  Phrases take() { return std::move(phrases_); }

 private:
  Tag tag(std::uint32_t i) const { return i < end_ ? tags_[i] : Tag::punctuation; }
  const std::string& norm(std::uint32_t i) const {
    static const std::string kEmpty;
    return i < end_ ? tokens_[i].norm : kEmpty;
  }
  bool is(std::uint32_t i, Role role) const { return i < end_ && tokens_[i].is(role); }
  bool temporal(std::uint32_t i) const { return i < end_ && temporal_.has(norm(i)); }

  // A name the tagger took for another word: a capital right before a finite verb where only a
  // subject can stand ("Lind said", "...,” Small added").
  std::uint32_t lone_name(std::uint32_t i, std::uint32_t sentence_begin) {
    const Tag t = tag(i);
    const bool doubtful = t == Tag::adverb || t == Tag::preposition || t == Tag::adjective ||
                          t == Tag::interjection || t == Tag::determiner || is_verb(t);
    if (!doubtful || !tokens_[i].capitalized || tokens_[i].norm.size() < 3) return i;
    const bool after_as = i > sentence_begin && is(i - 1, Role::manner_conjunction);
    const bool opens = i == sentence_begin || after_as || !tokens_[i - 1].word;
    if (!opens || openers_.has(norm(i)) ||
        !(predicate_at(i + 1) || (after_as && is_verb(tag(i + 1))))) {
      return i;
    }
    return add_noun(i, i + 1, i);
  }

  // A finite verb, a participle that takes an object as only a past tense does, or ", who".
  bool predicate_at(std::uint32_t i) const {
    const Tag t = tag(i);
    if (t == Tag::verb_past || t == Tag::verb_present_s) return true;
    if (norm(i) == ",") return is(i + 1, Role::person_relative);
    const bool adverb =
        has_ending(language_, tokens_[i - 1].norm, Role::adverb_ending);  // "Newly found papers"
    return t == Tag::verb_participle && !adverb &&
           (opens_object(i + 1) || tag(i + 1) == Tag::verb_gerund);
  }

  bool opens_object(std::uint32_t i) const {
    const Tag t = tag(i);
    return t == Tag::determiner || t == Tag::pronoun || t == Tag::pronoun_possessive ||
           is(i, Role::complementizer);
  }

  // A sentence whose only verbs are participles: the one behind a noun is its past tense
  // ("The mayor called for calm").
  void give_a_predicate(std::size_t first_verb) {
    const auto begin = phrases_.verbs.begin() + static_cast<std::ptrdiff_t>(first_verb);
    const bool has_finite =
        std::any_of(begin, phrases_.verbs.end(), [](const VerbGroup& v) { return v.finite; });
    for (auto verb = begin; !has_finite && verb != phrases_.verbs.end(); ++verb) {
      const std::uint32_t first = verb->tokens.first;
      const bool behind_noun = first > 0 && phrases_.noun_at[first - 1] != Phrases::kNone &&
                               !phrases_.nouns[phrases_.noun_at[first - 1]].temporal;
      if (!verb->participle || !behind_noun || is(verb->tokens.last, Role::agent_preposition))
        continue;
      verb->participle = false;
      verb->finite = true;
      return;
    }
  }

  // A modifier may stand before a noun only; true if the run from i reaches one.
  bool leads_to_noun(std::uint32_t i) const {
    for (std::uint32_t steps = 0; steps < 6; ++steps, ++i) {
      if (is_noun(tag(i)) || tag(i) == Tag::number) return true;
      const bool comma = norm(i) == "," && tag(i + 1) == Tag::adjective && steps > 0;
      if (!comma && tag(i) != Tag::adjective && tag(i) != Tag::adverb &&
          tag(i) != Tag::verb_participle && tag(i) != Tag::verb_gerund) {
        return false;
      }
    }
    return false;
  }

  // A new phrase begins between the nouns before i and the noun at i ("on Tuesday Trump said").
  bool parted(std::uint32_t i) const {
    if (temporal(i) == temporal(i - 1) || tag(i - 1) == Tag::number) return false;
    if (temporal(i - 1)) return tag(i) == Tag::proper_noun;
    return tag(i) == Tag::proper_noun || is(i, Role::day_adverb);
  }

  std::uint32_t noun_phrase(std::uint32_t begin) {
    std::uint32_t i = begin;
    if (tag(i) == Tag::pronoun || tag(i) == Tag::existential) return add_noun(begin, i + 1, i);
    bool opened = false;
    while (tag(i) == Tag::determiner || tag(i) == Tag::pronoun_possessive ||
           tag(i) == Tag::wh_possessive) {
      opened = true;
      ++i;
    }
    std::uint32_t head = Phrases::kNone;
    while (i < end_) {
      const Tag t = tag(i);
      if (is_noun(t) || (t == Tag::number && !one_of(norm(i), {"-", "--"}))) {
        if (head != Phrases::kNone && head + 1 == i && parted(i)) break;
        head = i++;
      } else if (t == Tag::possessive && head != Phrases::kNone && head + 1 == i) {
        ++i;
      } else if (t == Tag::punctuation && one_of(norm(i), {"$", "£", "€", "#"}) &&
                 tag(i + 1) == Tag::number) {
        ++i;
      } else if (t == Tag::punctuation && norm(i) == "%" && head != Phrases::kNone) {
        head = i++;
      } else if ((norm(i) == "&" || norm(i) == "/") && head + 1 == i && is_noun(tag(i + 1))) {
        ++i;
      } else if (modifies(i, begin, head, opened)) {
        ++i;
      } else {
        break;
      }
    }
    if (head == Phrases::kNone && opened && tag(i) == Tag::adjective && i == begin + 1) {
      return add_noun(begin, i + 1, i);  // "the poor", and nouns taken for adjectives
    }
    if (head == Phrases::kNone) {
      return opened && is(begin, Role::standalone_determiner) ? add_noun(begin, begin + 1, begin)
                                                              : begin;
    }
    // A closing possessive without its noun belongs to no phrase of ours.
    return add_noun(begin, std::max(head + 1, tag(head + 1) == Tag::possessive ? head + 2 : 0),
                    head);
  }

  // An adjective, participle or adverb at i that leads on to the head.
  bool modifies(std::uint32_t i, std::uint32_t begin, std::uint32_t head, bool opened) const {
    const Tag t = tag(i);
    const bool after_possessive = i > begin && tag(i - 1) == Tag::possessive;
    if (head != Phrases::kNone && head + 1 == i && !after_possessive) {
      return t == Tag::adjective && is_noun(tag(i + 1)) && tag(i - 1) == Tag::proper_noun;
    }
    if (t == Tag::adjective) return leads_to_noun(i);
    if (!opened && !after_possessive) {
      return t == Tag::adverb && i + 1 < end_ && tag(i + 1) == Tag::number;
    }
    if (norm(i) == "," && tag(i + 1) == Tag::adjective && i > begin &&
        tag(i - 1) == Tag::adjective) {
      return leads_to_noun(i + 1);
    }
    // Right behind an article even a past form is a participle: "a retired worker".
    const bool mistaken = t == Tag::verb_past && i == begin + 1;
    return (mistaken || t == Tag::adverb || t == Tag::verb_participle || t == Tag::verb_gerund) &&
           (leads_to_noun(i) || (mistaken && leads_to_noun(i + 1)));
  }

  std::uint32_t add_noun(std::uint32_t first, std::uint32_t last, std::uint32_t head) {
    const auto index = static_cast<std::uint32_t>(phrases_.nouns.size());
    const bool date = tag(head) == Tag::number && head > first && temporal(head - 1);  // "May 4"
    phrases_.nouns.push_back({{first, last}, head, date || temporal(head)});
    std::fill(phrases_.noun_at.begin() + first, phrases_.noun_at.begin() + last, index);
    return last;
  }

  bool in_verb_group(std::uint32_t i) const { return tag(i) == Tag::modal || is_verb(tag(i)); }

  std::uint32_t verb_group(std::uint32_t begin) {
    VerbGroup group;
    std::uint32_t i = begin;
    group.negated =
        is(i, Role::infinitive_negation) && (tag(i + 1) == Tag::to || in_verb_group(i + 1));
    while (tag(i) == Tag::adverb &&
           (tag(i + 1) == Tag::adverb || tag(i + 1) == Tag::to || in_verb_group(i + 1)))
      ++i;
    if (tag(i) == Tag::to && i > begin && !is(i - 1, Role::infinitive_negation)) return begin;
    if (tag(i) == Tag::to) {
      std::uint32_t verb = i + 1;
      while (tag(verb) == Tag::adverb) ++verb;
      if (!in_verb_group(verb) && tag(verb) != Tag::verb_base) return begin;
      group.infinitive = true;
      i = verb;
    }
    if (!in_verb_group(i)) return begin;
    const std::uint32_t opening = i;
    bool be = false;
    while (true) {
      group.head = i;
      const bool helper = tag(i) == Tag::modal || is(i, Role::auxiliary);
      if (!helper) break;
      be = is(i, Role::be) || (be && !is(i, Role::perfect_gerund));
      std::uint32_t next = i + 1;
      while (tag(next) == Tag::adverb) {
        group.negated |= is(next, Role::negation);
        ++next;
      }
      if (!in_verb_group(next)) break;
      // "is" before a base form or "had" before a present is a verb by itself.
      if (tag(next) == Tag::verb_present_s ||
          (tag(next) == Tag::verb_past && !be && tag(i) != Tag::modal &&
           !is(i, Role::perfect_auxiliary))) {
        break;
      }
      i = next;
    }
    const Tag first = tag(opening);
    const bool alone = group.head == opening;
    group.gerund = alone && first == Tag::verb_gerund && !group.infinitive;
    group.participle = alone && first == Tag::verb_participle && !group.infinitive &&
                       !past_by_context(begin, opening);
    group.finite = !group.infinitive && !group.gerund && !group.participle &&
                   first != Tag::verb_gerund && (alone || first != Tag::verb_participle);
    group.passive = !alone && be && group.head > opening &&
                    (tag(group.head) == Tag::verb_participle || tag(group.head) == Tag::verb_past);
    return add_verb(begin, group);
  }

  // A participle by its tag that can only be a past tense: behind "he" or "who", or between a
  // subject and an object ("the board assured them that"). "the man given the prize" is none.
  bool past_by_context(std::uint32_t begin, std::uint32_t verb) const {
    if (begin == 0) return false;
    const bool after_pronoun =
        tags_[begin - 1] == Tag::wh_pronoun || tokens_[begin - 1].is(Role::subject_pronoun);
    if (after_pronoun) return true;
    const std::uint32_t before = phrases_.noun_at[begin - 1];
    const bool subject = before != Phrases::kNone && !phrases_.nouns[before].temporal;
    if (!subject && tags_[begin - 1] != Tag::conjunction) return false;
    const bool object = opens_object(verb + 1) || tag(verb + 1) == Tag::verb_gerund;
    return object && !is(verb, Role::object_participle);
  }

  std::uint32_t add_verb(std::uint32_t begin, VerbGroup group) {
    group.tokens = {begin, group.head + 1};
    if (is(group.head + 1, Role::negation_particle) && tag(group.head + 2) != Tag::to) {
      group.negated = true;
      ++group.tokens.last;
    }
    const auto index = static_cast<std::uint32_t>(phrases_.verbs.size());
    phrases_.verbs.push_back(group);
    std::fill(phrases_.verb_at.begin() + begin, phrases_.verb_at.begin() + group.tokens.last,
              index);
    return group.tokens.last;
  }

  const std::vector<Token>& tokens_;
  const std::vector<Tag>& tags_;
  const Language& language_;
  const WordList& temporal_;
  const WordList& openers_;
  Phrases phrases_;
  std::uint32_t end_ = 0;
};

}  // namespace

bool is_verb(Tag tag) {
  return tag == Tag::verb_base || tag == Tag::verb_gerund || tag == Tag::verb_participle ||
         tag == Tag::verb_past || tag == Tag::verb_present || tag == Tag::verb_present_s;
}

bool is_noun(Tag tag) {
  return tag == Tag::noun || tag == Tag::noun_plural || tag == Tag::proper_noun;
}

Phrases find_phrases(const Document& document, const std::vector<Tag>& tags) {
  return Chunker(document, tags).take();
}

}  // namespace sourcelight
