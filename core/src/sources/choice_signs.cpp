// What tells for and against whom a source phrase may mean; see choice.h.
#include "sources/choice_signs.h"

#include <algorithm>
#include <cmath>

#include "base/chars.h"
#include "sources/salience.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

float log_of(std::size_t count) { return std::log1p(static_cast<float>(count)); }

// The words of a name, in lower case.
std::vector<std::string> words_in(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : lower(name)) {
    if (c == ' ' || c == ',' || c == '(' || c == ')' || c == ';') {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  return words;
}

class Signer {
 public:
  Signer(const Discourse& discourse, const SourcePhrase& phrase, const Reference& by_rules,
         const Reference& as_written, const SourceLabels* labels, std::vector<Choice>& choices)
      : d_(discourse),
        g_(discourse.grammar),
        p_(phrase),
        by_rules_(by_rules),
        as_written_(as_written),
        chances_(kind_chances(labels, phrase.tokens)),
        at_(phrase.tokens.first),
        choices_(choices) {
    for (const float chance : chances_) labelled_ |= chance > 0;
  }

  void run() {
    const Signs of_phrase = look_at_phrase();
    for (Choice& choice : choices_) {
      choice.signs = of_phrase;
      signs_ = &choice.signs;
      const Reference& one = choice.reference;
      look_at(one);
      const std::uint32_t last = last_before(one);
      last_.push_back(last);
      if (last == kNone) {
        set(Sign::never_before);
      } else {
        look_at_last(one, last);
      }
      if (one.entity != kNone) look_at_entity(one.entity);
      look_at_speaking(one);
      look_at_words(one);
    }
    rank();
  }

 private:
  void set(Sign sign, float value = 1) const { (*signs_)[static_cast<std::size_t>(sign)] = value; }
  void set(Sign sign, bool value) const { set(sign, value ? 1.0F : 0.0F); }

  Signs look_at_phrase() {
    Signs signs{};
    signs_ = &signs;
    const std::uint32_t head = p_.head;
    const std::string_view norm = g_.norm(head);
    set(how_it_refers());
    set(Sign::role, d_.roles.is_role(norm));
    set(Sign::body, d_.roles.is_body_noun(norm, g_.document.tokens[head].capitalized));
    set(Sign::document, d_.roles.document_nouns.has(norm));
    set(Sign::anonymous, d_.roles.anonymous_nouns.has(norm));
    set(Sign::mouthpiece, d_.roles.mouthpieces.has(norm));
    set(Sign::several, g_.tag(head) == Tag::noun_plural);
    const std::uint32_t words = p_.tokens.last - at_;
    set(Sign::single_word, words == 1);
    set(Sign::many_words, words > 5);
    for (std::uint32_t t = at_; t < p_.tokens.last; ++t) {
      if (d_.names.entity_at[t] != kNone) set(Sign::holds_name);
    }
    set(Sign::nested, p_.attribution.parent.has_value());
    set(Sign::quoted, bool(d_.names.quoted[at_]));
    set(Sign::labelled, labelled_);
    return signs;
  }

  Sign how_it_refers() const {
    const Tag tag = g_.tag(p_.head);
    if (tag == Tag::pronoun || (tag == Tag::pronoun_possessive && p_.tokens.last == at_ + 1)) {
      switch (d_.pronouns.of(g_.norm(p_.head))) {
        case Pronoun::he:
          return Sign::he;
        case Pronoun::she:
          return Sign::she;
        case Pronoun::they:
          return Sign::they;
        case Pronoun::it:
          return Sign::it;
        case Pronoun::speaker:
          return Sign::speaker;
        case Pronoun::none:
          break;
      }
      return Sign::bare;
    }
    if (d_.names.entity_at[p_.head] != kNone) return Sign::name;
    const std::uint32_t first = p_.noun ? std::max(p_.noun->tokens.first, at_) : at_;
    for (std::uint32_t t = first; t < p_.head; ++t) {
      if (g_.tag(t) == Tag::possessive || g_.tag(t) == Tag::pronoun_possessive) return Sign::owned;
    }
    if (d_.pronouns.is_definite(g_.norm(first))) return Sign::definite;
    if (g_.tag(first) == Tag::determiner || g_.tag(first) == Tag::number) return Sign::indefinite;
    return tag == Tag::noun_plural ? Sign::plural : Sign::bare;
  }

  bool same(const Reference& a, const Reference& b) const {
    if (a.entity != kNone || b.entity != kNone) return a.entity == b.entity;
    if (a.same_as != kNone || b.same_as != kNone) return a.same_as == b.same_as;
    return a.name == b.name && a.kind == b.kind;
  }

  void look_at(const Reference& one) const {
    set(Sign::by_rules, same(one, by_rules_));
    set(Sign::as_written, same(one, as_written_));
    set(Sign::is_entity, one.entity != kNone);
    set(Sign::is_unnamed, one.same_as != kNone);
    set(Sign::is_person, one.kind == SourceKind::named_person);
    set(Sign::is_body, one.kind == SourceKind::named_organization);
    set(Sign::is_document, one.kind == SourceKind::document);
    set(Sign::is_anonymous, one.kind == SourceKind::anonymous);
    set(Sign::is_group, one.kind == SourceKind::unnamed_group);
    set(Sign::is_joined, one.name.find(" & ") != std::string::npos);
    set(Sign::has_title, !one.title.empty());
    if (labelled_) set(Sign::label_agrees, chances_[static_cast<std::size_t>(one.kind)]);
  }

  // The last token of the candidate's last name before the phrase.
  std::uint32_t last_before(const Reference& one) const {
    if (one.entity != kNone) {
      const auto& mentions = d_.names.entities[one.entity].mentions;
      const auto after = std::lower_bound(mentions.begin(), mentions.end(), at_);
      return after == mentions.begin() ? kNone : *(after - 1);
    }
    if (one.same_as == kNone) return kNone;
    const Spans& mentions = d_.table.sources[one.same_as].mentions;
    if (mentions.empty()) return kNone;
    const TokenRange tokens = g_.tokens_in(mentions.back());
    return tokens.empty() || tokens.last > at_ ? kNone : tokens.last - 1;
  }

  void look_at_last(const Reference& one, std::uint32_t last) const {
    const Sentence& there = g_.sentence_of(last);
    const Sentence& here = g_.sentence_of(at_);
    const std::uint32_t back = g_.document.tokens[at_].sentence - g_.document.tokens[last].sentence;
    set(back == 0   ? Sign::same_sentence
        : back == 1 ? Sign::one_back
        : back == 2 ? Sign::two_back
        : back < 6  ? Sign::few_back
                    : Sign::many_back);
    set(Sign::same_paragraph, here.paragraph == there.paragraph);
    set(Sign::paragraph_back, here.paragraph == there.paragraph + 1);
    const VerbGroup* verb = g_.verb_at(last + 1);
    set(Sign::last_subject, verb && verb->finite && verb->tokens.first == last + 1);
    set(Sign::last_opens, last < there.first_token + 6);
    set(Sign::last_quoted, bool(d_.names.quoted[last]));
    set(Sign::last_in_content, is_in_content(last));
    set(Sign::last_owner, g_.tag(last + 1) == Tag::possessive);
    std::uint32_t first = last;
    while (first > 0 && one.entity != kNone && d_.names.entity_at[first - 1] == one.entity) --first;
    const NounPhrase* noun = g_.noun_at(first);
    const std::uint32_t begin = noun ? noun->tokens.first : first;
    set(Sign::last_after_preposition, begin > 0 && g_.tag(begin - 1) == Tag::preposition);
    set(Sign::last_in_headline,
        g_.document.paragraphs[there.paragraph].kind == ParagraphKind::headline);
  }

  bool is_in_content(std::uint32_t t) const {
    const std::uint32_t begin = g_.document.tokens[t].span.begin;
    const Spans& content = p_.attribution.content;
    return std::any_of(content.begin(), content.end(),
                       [&](const Span& span) { return span.begin <= begin && begin < span.end; });
  }

  void look_at_entity(std::uint32_t index) const {
    const Entity& entity = d_.names.entities[index];
    set(Sign::is_certain, entity.certain);
    set(Sign::is_place, d_.roles.places.has(lower(entity.name)));
    const Pronoun pronoun = d_.pronouns.of(g_.norm(p_.head));
    const Gender wanted = pronoun == Pronoun::he ? Gender::male
                          : pronoun == Pronoun::she
                              ? Gender::female
                              : gender_of_title(g_.language(), g_.norm(p_.head));
    if (wanted != Gender::unknown && entity.gender != Gender::unknown) {
      set(wanted == entity.gender ? Sign::same_gender : Sign::other_gender);
    }
    set(Sign::often, log_of(entity.mentions.size()));
    set(Sign::most_named, entity.mentions.size() >= d_.names.most_mentions && entity.person);
    set(Sign::first_named, index == 0);
    const auto inside = std::lower_bound(entity.mentions.begin(), entity.mentions.end(), at_);
    for (auto it = inside; it != entity.mentions.end() && *it < p_.tokens.last; ++it) {
      look_inside(index, *it);
    }
    const auto next = std::lower_bound(inside, entity.mentions.end(), p_.tokens.last);
    if (next == entity.mentions.end()) return;
    const std::uint32_t ahead =
        g_.document.tokens[*next].sentence - g_.document.tokens[at_].sentence;
    if (ahead == 0) set(Sign::next_in_sentence);
    if (ahead == 1) set(Sign::next_sentence);
    if (ahead > 1 && ahead < 5) set(Sign::soon_after);
  }

  void look_inside(std::uint32_t index, std::uint32_t last) const {
    std::uint32_t first = last;
    while (first > at_ && d_.names.entity_at[first - 1] == index) --first;
    set(Sign::in_phrase);
    if (first <= p_.head && p_.head <= last) set(Sign::at_head);
    const NounPhrase* noun = g_.noun_at(first);
    const std::uint32_t begin = noun ? std::max(at_, noun->tokens.first) : first;
    if (begin == at_) set(Sign::first_in_phrase);
    if (last + 1 == p_.tokens.last) set(Sign::last_in_phrase);
    if (begin > at_ && g_.norm(begin - 1) == ",") set(Sign::apposed);
    if (begin > at_ && g_.tag(begin - 1) == Tag::preposition) set(Sign::behind_preposition);
    if (last + 1 < p_.tokens.last && g_.tag(last + 1) == Tag::possessive) {
      set(Sign::owner_in_phrase);
    }
  }

  void look_at_speaking(const Reference& one) const {
    const std::uint32_t source = one.same_as != kNone  ? one.same_as
                                 : one.entity != kNone ? d_.source_of(one.entity)
                                                       : kNone;
    if (source == kNone) return;
    set(Sign::spoke);
    set(Sign::spoke_last, !d_.recent.empty() && d_.recent.back() == source);
    set(Sign::spoke_often, log_of(d_.table.sources[source].statements));
    set(Sign::spoke_last_of_kind, d_.last_of_kind[static_cast<std::size_t>(one.kind)] == source);
    std::size_t turns = 0;
    while (turns < 10 && turns < d_.recent.size() &&
           d_.recent[d_.recent.size() - 1 - turns] != source) {
      ++turns;
    }
    set(Sign::turns_ago, static_cast<float>(turns) / 10);
    const Spans& mentions = d_.table.sources[source].mentions;
    if (mentions.empty()) return;
    const TokenRange said = g_.tokens_in(mentions.back());
    if (said.empty()) return;
    const std::uint32_t here = g_.sentence_of(at_).paragraph;
    const std::uint32_t there = g_.sentence_of(said.first).paragraph;
    set(Sign::spoke_in_paragraph, here == there);
    set(Sign::spoke_paragraph_before, here == there + 1);
  }

  void look_at_words(const Reference& one) const {
    const std::vector<std::string> words = words_in(one.name);
    const std::string_view head = g_.norm(p_.head);
    const auto holds = [](const std::vector<std::string>& list, std::string_view word) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    std::size_t content = 0;
    std::size_t shared = 0;
    std::size_t in_title = 0;
    const std::vector<std::string> title = words_in(one.title);
    const std::uint32_t end = std::min(p_.tokens.last, p_.head + 1);
    for (std::uint32_t t = at_; t < end; ++t) {
      if (g_.tag(t) == Tag::determiner || !g_.document.tokens[t].word) continue;
      ++content;
      shared += holds(words, g_.norm(t)) ? 1 : 0;
      in_title += holds(title, g_.norm(t)) ? 1 : 0;
    }
    if (content == 0 || words.empty()) return;
    const auto share = [&](std::size_t part) {
      return static_cast<float>(part) / static_cast<float>(content);
    };
    set(Sign::share_of_words, share(shared));
    set(Sign::same_words, shared == content && content == words.size());
    set(Sign::head_in_name, holds(words, head));
    set(Sign::last_word, words.back() == head);
    set(Sign::first_word, words.front() == head);
    set(Sign::same_head, words.back() == head && one.entity == kNone);
    set(Sign::head_in_title, holds(title, head));
    set(Sign::share_in_title, share(in_title));
    if (content == 1 && words.size() > 1 && head.size() > 1) {
      set(Sign::initials, are_initials(head, words));
    }
  }

  // "who" of "World Health Organization", "cbp" of "Customs and Border Protection"
  static bool are_initials(std::string_view letters, const std::vector<std::string>& words) {
    std::string all;
    std::string long_ones;
    for (const std::string& word : words) {
      all += word.front();
      if (word.size() > 3) long_ones += word.front();
    }
    std::string bare(letters);
    bare.erase(std::remove(bare.begin(), bare.end(), '.'), bare.end());
    return bare.size() > 1 && (bare == all || bare == long_ones);
  }

  // How near each is among those of its kind.
  void rank() const {
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      if (last_[i] == kNone) continue;
      std::size_t nearer = 0;
      for (std::size_t j = 0; j < choices_.size(); ++j) {
        if (last_[j] != kNone && last_[j] > last_[i] &&
            choices_[j].reference.kind == choices_[i].reference.kind) {
          ++nearer;
        }
      }
      signs_ = &choices_[i].signs;
      set(Sign::nearest, nearer == 0);
      set(Sign::second_nearest, nearer == 1);
      set(Sign::rank, log_of(nearer));
    }
  }

  const Discourse& d_;
  const Grammar& g_;
  const SourcePhrase& p_;
  const Reference& by_rules_;
  const Reference& as_written_;
  const KindChances chances_;
  const std::uint32_t at_;
  bool labelled_ = false;
  std::vector<Choice>& choices_;
  std::vector<std::uint32_t> last_;  // choice -> last_before()
  mutable Signs* signs_ = nullptr;   // of the choice looked at
};

}  // namespace

void sign(const Discourse& discourse, const SourcePhrase& phrase, const Reference& by_rules,
          const Reference& as_written, const SourceLabels* labels, std::vector<Choice>& choices) {
  Signer(discourse, phrase, by_rules, as_written, labels, choices).run();
}

}  // namespace sourcelight
