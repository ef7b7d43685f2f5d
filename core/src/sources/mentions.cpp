// Finds names in noun phrases; see mentions.h.
#include "sources/mentions.h"

#include <algorithm>

#include "base/chars.h"

namespace sourcelight {
namespace {

class MentionFinder {
 public:
  MentionFinder(const Grammar& grammar, const Roles& roles)
      : g_(grammar), roles_(roles), taken_(grammar.tags.size(), false) {}

  std::vector<Mention> run() {
    for (const NounPhrase& phrase : g_.phrases.nouns) collect(phrase);
    return std::move(mentions_);
  }

 private:
  bool in_name(std::uint32_t t) const {
    const Token& token = g_.document.tokens[t];
    if (!token.word || describes(token.norm)) return false;
    if (!token.capitalized) return names_clan(t);
    if (is_party_and_place(g_.language(), token.norm)) return false;
    if (g_.tag(t) == Tag::proper_noun) return true;
    if (!capitals_name(g_.language())) return is_surname(t);
    // Capitals inside a sentence make a name of other words too: "the Norre Water Board".
    const Sentence& sentence = g_.sentence_of(t);
    const bool opens = t == sentence.first_token || !g_.document.tokens[t - 1].word;
    if (is_headline(sentence)) return false;
    if (opens) return opens_name(t, sentence);
    // "the Securities and Exchange Commission"
    if (g_.tag(t) == Tag::noun_plural && g_.is(t + 1, Role::name_conjunction)) {
      const NounPhrase* next = g_.noun_at(t + 2);
      return next && next->tokens.first == t + 2 && g_.document.tokens[t + 2].capitalized &&
             next->head < sentence.last_token && is_organization_noun(next->head) &&
             g_.document.tokens[next->head].capitalized;
    }
    // "the Match Officials Board"
    if (g_.tag(t) == Tag::noun_plural) {
      return g_.document.tokens[t - 1].capitalized && t + 1 < sentence.last_token &&
             g_.document.tokens[t + 1].capitalized && is_organization_noun(t + 1);
    }
    const bool next_capital = t + 1 < sentence.last_token && g_.document.tokens[t + 1].capitalized;
    return g_.tag(t) == Tag::noun || (g_.tag(t) == Tag::adjective && next_capital);
  }

  // Behind a given name a noun is a name too, whatever it means: „Eva Baum“.
  bool is_surname(std::uint32_t t) const {
    return t > 0 && is_noun(g_.tag(t)) && g_.tag(t - 1) == Tag::proper_noun && is_first_name(t - 1);
  }

  // "al-Raqqawi": the capital stands inside.
  bool names_clan(std::uint32_t t) const {
    const std::string_view word = g_.document.at(g_.document.tokens[t].span);
    const std::size_t hyphen = word.find('-');
    return hyphen != std::string_view::npos && is_upper(code_point_at(word, hyphen + 1).value) &&
           is_role(g_.language(), word.substr(0, hyphen), Role::clan_article);
  }

  // "Rose Ki-lind said": a sentence's first word is no word but a name where a name follows.
  bool opens_name(std::uint32_t t, const Sentence& sentence) const {
    if (is_first_name(t) && t + 1 < sentence.last_token && !roles_.is_role(g_.norm(t + 1)) &&
        g_.document.tokens[t + 1].capitalized && g_.tag(t + 1) == Tag::proper_noun) {
      return true;
    }
    const Tag tag = g_.tag(t);
    const bool could_be =
        tag == Tag::noun || tag == Tag::verb_base || tag == Tag::modal || tag == Tag::verb_present;
    if (!could_be || t + 1 >= sentence.last_token || roles_.is_role(g_.norm(t))) return false;
    const Token& next = g_.document.tokens[t + 1];
    return g_.tag(t + 1) == Tag::proper_noun ||
           (g_.tag(t + 1) == Tag::noun && next.capitalized && !is_organization_noun(t + 1));
  }

  // "Ost-based", "Ost-led": a description with a name in it.
  bool describes(std::string_view norm) const {
    const std::size_t hyphen = norm.rfind('-');
    return hyphen != std::string_view::npos &&
           is_role(g_.language(), norm.substr(hyphen + 1), Role::origin_participle);
  }

  bool is_first_name(std::uint32_t t) const { return roles_.is_first_name(g_.norm(t)); }

  bool is_organization_noun(std::uint32_t t) const {
    return roles_.is_body_noun(g_.norm(t), g_.document.tokens[t].capitalized);
  }

  bool is_headline(const Sentence& sentence) const {
    return g_.document.paragraphs[sentence.paragraph].kind == ParagraphKind::headline;
  }

  void collect(const NounPhrase& phrase) {
    if (phrase.temporal && !is_called_as_season(phrase)) return;
    if (is_party_and_place(g_.language(), g_.norm(phrase.tokens.first))) return;
    for (std::uint32_t t = phrase.tokens.first; t < phrase.tokens.last;) {
      if (!in_name(t)) {
        ++t;
        continue;
      }
      std::uint32_t end = t + 1;
      while (end < phrase.tokens.last && (in_name(end) || joins(end, phrase.tokens.last))) ++end;
      if (taken_[t]) {  // inside a longer name
        t = end;
        continue;
      }
      std::uint32_t whole = end == phrase.tokens.last ? end_of_body({t, end}) : end;
      if (whole == end) whole = end_after_nickname({t, end});
      if (whole == end) whole = end_after_particles({t, end});
      std::fill(taken_.begin() + end, taken_.begin() + whole, true);
      add(phrase, {t, whole});
      t = end;
    }
  }

  // "Rose Winter" is no time.
  bool is_called_as_season(const NounPhrase& phrase) const {
    const std::uint32_t first = phrase.tokens.first;
    return phrase.head == first + 1 && is_first_name(first) &&
           g_.document.tokens[first].capitalized && g_.document.tokens[phrase.head].capitalized;
  }

  // "Committee for a Fair Budget", "Coast and Harbour Council": names of bodies over phrases.
  std::uint32_t end_of_body(TokenRange run) const {
    std::uint32_t end = run.last;
    const NounPhrase* next = g_.noun_at(end + 1);
    if (!next || next->tokens.first != end + 1 || next->temporal) return end;
    const bool named = in_name(next->head) && next->head + 1 == next->tokens.last;
    if (!named) return end;
    if (g_.is(end, Role::body_preposition) && is_organization_noun(end - 1)) {
      // "Center of Research for Development": one step more.
      const std::uint32_t further = next->tokens.last;
      const NounPhrase* last =
          g_.is(further, Role::purpose_preposition) ? g_.noun_at(further + 1) : nullptr;
      const bool whole = last && in_name(last->tokens.first) && in_name(last->head) &&
                         last->tokens.first == further + 1;
      return whole ? last->tokens.last : further;
    }
    const bool both = in_name(next->tokens.first) && is_organization_noun(next->head);
    if (g_.is(end, Role::name_conjunction) && both && !is_organization_noun(end - 1) &&
        !is_first_name(run.first)) {
      return next->tokens.last;
    }
    return end;
  }

  // Robert C. "Bobby" Lind, Karl “The Hammer” Voss
  std::uint32_t end_after_nickname(TokenRange run) const {
    const std::uint32_t open = run.last;
    std::uint32_t close = open + 1;
    while (close < open + 4 && close < g_.tags.size() && g_.document.tokens[close].capitalized) {
      ++close;
    }
    const std::uint32_t last = close + 1;
    if (last >= g_.tags.size() || close == open + 1 || g_.norm(open) != "\"" ||
        g_.norm(close) != "\"") {
      return run.last;
    }
    const NounPhrase* after = g_.noun_at(last);
    const bool name = after && after->tokens.first == last &&
                      g_.document.tokens[last].capitalized && after->head + 1 == after->tokens.last;
    return name ? after->tokens.last : run.last;
  }

  // „Ursula von der Leyen“
  std::uint32_t end_after_particles(TokenRange run) const {
    std::uint32_t last = run.last;
    while (last < run.last + 3 && g_.is(last, Role::noble_particle) &&
           !g_.document.tokens[last].capitalized)
      ++last;
    const bool surname = last > run.last && last < g_.tags.size() &&
                         g_.tag(last) == Tag::proper_noun && !g_.document.tokens[last].all_caps &&
                         !roles_.organizations.has(g_.norm(last)) &&
                         !roles_.places.has(g_.norm(last));
    return surname && is_first_name(run.last - 1) ? last + 1 : run.last;
  }

  // "al", "de", "&" inside a name.
  bool joins(std::uint32_t t, std::uint32_t end) const {
    return t + 1 < end && in_name(t + 1) && (g_.norm(t) == "&" || g_.is(t, Role::surname_particle));
  }

  void add(const NounPhrase& phrase, TokenRange run) {
    Mention mention;
    mention.name = {begin_of_name(run, mention), run.last};
    const std::uint32_t first = mention.name.first;
    const bool office = capitals_name(g_.language()) && run.last - first > 1 &&
                        roles_.is_role(g_.norm(run.last - 1)) &&
                        !g_.is(run.last - 1, Role::team_ending) && !is_first_name(first) &&
                        !mention.person && !g_.is(run.last - 2, Role::genitive_preposition);
    if (office) return;  // "Harbour Minister", not "Ministry of Justice"
    std::uint32_t title_begin = phrase.tokens.first;
    if (phrase.tokens.first >= 2 && g_.is(phrase.tokens.first - 1, Role::office_preposition)) {
      const NounPhrase* outer = g_.noun_at(phrase.tokens.first - 2);
      if (outer && roles_.person_nouns.has(g_.norm(outer->head))) {
        // "Speaker of the House Ada Lind", where no given name told the two apart.
        if (is_organization_noun(first) && run.last - first == 3) ++mention.name.first;
        const Tag opening = g_.tag(phrase.tokens.first);
        const std::uint32_t bare = phrase.tokens.first + (opening == Tag::determiner ? 1 : 0);
        if (mention.name.first > bare) {
          title_begin = outer->tokens.first;  // "Secretary of State Ada Lind"
          mention.person = true;
        }
      }
    }
    while (title_begin < mention.name.first &&
           (g_.tag(title_begin) == Tag::determiner || g_.tag(title_begin) == Tag::possessive ||
            g_.tag(title_begin) == Tag::pronoun_possessive)) {
      ++title_begin;
    }
    mention.title = {title_begin, std::max(title_begin, mention.name.first)};
    judge(phrase, mention);
    mentions_.push_back(mention);
  }

  // Titles inside the run ("Prime Minister Ada Lind") and a given name tell where it begins.
  std::uint32_t begin_of_name(TokenRange run, Mention& mention) const {
    std::uint32_t first = run.first;
    for (std::uint32_t t = run.first; t + 1 < run.last; ++t) {
      if (roles_.is_role(g_.norm(t)) && !is_first_name(t)) {
        first = t + 1;
        mention.person = true;
        const Gender gender = gender_of_title(g_.language(), g_.norm(t));
        if (gender != Gender::unknown) mention.gender = gender;
      }
    }
    if (first + 1 == run.last && first > run.first && is_organization_noun(first)) {
      mention.person = false;
      first = run.first;
    }
    for (std::uint32_t t = first + 1; t + 1 < run.last; ++t) {
      if (is_first_name(t) && !is_organization_noun(run.last - 1) && !is_first_name(first) &&
          !g_.is(first, Role::kinship_particle))
        first = t;
    }
    return first;
  }

  // Person or body? By given names, titles, what the name ends in, what follows it.
  void judge(const NounPhrase& phrase, Mention& mention) const {
    const std::uint32_t first = mention.name.first;
    const std::uint32_t last = mention.name.last - 1;
    const Token& token = g_.document.tokens[last];
    const bool several = mention.name.last - first > 1;
    if (is_first_name(first) && !is_organization_noun(last) && !roles_.places.has(g_.norm(last))) {
      mention.person = true;
      if (mention.gender == Gender::unknown) {
        mention.gender = roles_.female_names.has(g_.norm(first)) ? Gender::female : Gender::male;
      }
    }
    if (mention.title.last > mention.title.first) {
      const std::string_view before = g_.norm(mention.title.last - 1);
      if (roles_.is_role(before) && !is_organization_noun(last)) {
        mention.person = true;
        const Gender gender = gender_of_title(g_.language(), before);
        if (gender != Gender::unknown) mention.gender = gender;
      }
    }
    const bool described_as_body = several && mention.name.last < phrase.tokens.last &&
                                   !is_first_name(first) && is_organization_noun(mention.name.last);
    const bool introduced = first > phrase.tokens.first && is_body_before(first - 1);
    const bool place_first = several && !is_first_name(first) && !mention.person &&
                             (is_only_place(first) || g_.is(first, Role::body_opening) ||
                              g_.norm(last).ends_with(".com"));
    mention.body = described_as_body || introduced || place_first || is_organization_noun(last) ||
                   roles_.places.has(g_.norm(last)) || roles_.organizations.has(g_.norm(last)) ||
                   (!several && token.all_caps) ||
                   (g_.tag(phrase.tokens.first) == Tag::determiner && phrase.head <= last &&
                    !mention.person) ||
                   roles_.document_nouns.has(g_.norm(last));
    if (mention.body && !(mention.person && several)) mention.person = false;
    const std::uint32_t next = mention.name.last;
    const bool described = (g_.norm(next) == "," || g_.norm(next) == "(") &&
                           (g_.is(next + 1, Role::person_relative) ||
                            (g_.tag(next + 1) == Tag::number && g_.norm(next + 2) == ","));
    if (described && !mention.body) mention.person = true;
  }

  // "Norway Today", but not "Jordan Lind".
  bool is_only_place(std::uint32_t t) const {
    return roles_.places.has(g_.norm(t)) && !g_.is(t, Role::place_or_first_name);
  }

  // "the newspaper Harbour Wire", "telecoms giant Norre"
  bool is_body_before(std::uint32_t t) const {
    const Token& token = g_.document.tokens[t];
    return (!token.capitalized || !capitals_name(g_.language())) && g_.tag(t) == Tag::noun &&
           (is_organization_noun(t) || g_.is(t, Role::body_description));
  }

  const Grammar& g_;
  const Roles& roles_;
  std::vector<bool> taken_;  // token -> part of a name that began in an earlier phrase
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> find_mentions(const Grammar& grammar, const Roles& roles) {
  return MentionFinder(grammar, roles).run();
}

Gender gender_of_title(const Language& language, std::string_view norm) {
  const RoleSet& roles = language.of<RoleTable>().of(norm);
  if (roles.has(Role::male_title)) return Gender::male;
  if (roles.has(Role::female_title)) return Gender::female;
  return Gender::unknown;
}

}  // namespace sourcelight
