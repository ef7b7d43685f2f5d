// Collects titles from the words around each name; see titles.h.
#include "sources/titles.h"

#include <algorithm>
#include <optional>

#include "sources/role_phrases.h"
#include "sources/salience.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;
constexpr std::uint32_t kLongest = RolePhrases::kLongest;

// What is known of one entity; of several of a sort the longest.
struct Stated {
  std::string label;       // before the name: "Republican nominee Sen."
  std::string seat;        // "(R-Ohio)", "of Ohio"
  std::string role;        // set apart from it: "chair of the committee"
  std::string membership;  // "of the Harbour Institute", where no role is stated
  std::string epithet;     // without the name: "the New York businessman"
};

class TitleFinder {
 public:
  TitleFinder(const Grammar& grammar, Names& names)
      : g_(grammar),
        roles_(roles_for(grammar)),
        names_(names),
        phrases_(grammar, names),
        stated_(names.entities.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < names_.entities.size(); ++i) {
      for (const std::uint32_t last : names_.entities[i].mentions) {
        if (in_headline(last)) continue;
        std::uint32_t first = last;
        while (first > 0 && names_.entity_at[first - 1] == i) --first;
        read({first, last + 1}, i);
      }
      names_.entities[i].title = joined(stated_[i]);
    }
    for (const NounPhrase& phrase : g_.phrases.nouns) read_epithet(phrase);
    read_lead();
    for (std::size_t i = 0; i < stated_.size(); ++i) {
      std::string& title = names_.entities[i].title;
      if (title.empty()) title = stated_[i].membership;
      if (title.empty()) title = stated_[i].epithet;
    }
  }

 private:
  void read(TokenRange name, std::uint32_t index) {
    Stated& stated = stated_[index];
    const bool person = names_.entities[index].person;
    if (person) {
      const std::uint32_t role = first_of_label(name);
      keep(stated.label, {role, end_of_label(name)}, name.first);
      if (role < name.first || !stated.label.empty()) keep_seat(stated, name.last);
      keep(stated.role, role_before(name), name.first);
    }
    if (!person) keep(stated.label, body_label(name), name.first);
    keep(stated.role, role_after(name, person), name.last);
    if (person) keep(stated.membership, membership_after(name.last), name.last);
    keep(stated.role, doing_after(name.last), name.last);
    keep(stated.role, being_after(name, person), name.last);
  }

  bool in_headline(std::uint32_t t) const {
    return g_.document.paragraphs[g_.sentence_of(t).paragraph].kind == ParagraphKind::headline;
  }

  // The longer title stays; `at`: where it stands, to keep within its sentence.
  void keep(std::string& title, TokenRange words, std::uint32_t at) const {
    if (words.first >= words.last) return;
    words.last = std::min(words.last, std::max(at, g_.sentence_of(words.first).last_token));
    std::string text = declined_words_of(g_, words);
    make_singular(text, words);
    const bool says_little = words.last - words.first == 1 && g_.is(words.first, Role::empty_title);
    if (text.size() > title.size() && !says_little) title = std::move(text);
  }

  // "Senators Lind and Voss", "Sens. Lind and Voss", "two divers, Lind and Voss,"
  void make_singular(std::string& text, TokenRange words) const {
    const std::uint32_t last = words.last - 1;
    if (g_.is(last, Role::plural_title_form)) {
      text.erase(text.size() - 2, 1);
      return;
    }
    const std::string_view norm = g_.norm(last);
    const bool one_of =
        words.last - words.first > 2 && g_.is(words.first + 1, Role::genitive_preposition);
    const bool plural = norm.ends_with('s') && !roles_.person_nouns.has(norm) && !one_of;
    if (!plural) return;
    const bool listed = roles_.person_nouns.has(norm.substr(0, norm.size() - 1));
    if (listed || (g_.tag(last) == Tag::noun_plural && roles_.sounds_like_role(norm))) {
      text.pop_back();
    }
  }

  // "(remarks) Pope Lind": the end of the words before.
  bool trails(std::uint32_t t) const {
    return g_.tag(t) == Tag::noun_plural && !g_.document.tokens[t].capitalized &&
           g_.document.tokens[t + 1].capitalized;
  }

  std::uint32_t end_of_label(TokenRange name) const {
    std::uint32_t end = name.first;
    while (end > 0 && g_.is(end - 1, Role::salutation)) --end;
    return end;
  }

  // "Republican nominee Gov." before the name; name.first where there is no title.
  std::uint32_t first_of_label(TokenRange name) const {
    const NounPhrase* phrase = g_.noun_at(name.first);
    if (!phrase || name.first == phrase->tokens.first) {
      return name.first > 0 && g_.is(name.first - 1, Role::office_preposition) ? label_over_of(name)
                                                                               : name.first;
    }
    std::uint32_t end = name.first;
    while (end > phrase->tokens.first && g_.is(end - 1, Role::salutation)) --end;
    if (end == phrase->tokens.first || !phrases_.is_role_noun(end - 1)) {
      return end < name.first ? name.first : label_over_of(name);
    }
    std::uint32_t first = phrase->tokens.first;
    while (first < end && !g_.is(first, Role::office_participle) &&
           (phrases_.leads_in(first) ||
            (is_verb(g_.tag(first)) && !g_.document.tokens[first].capitalized) || trails(first)))
      ++first;
    return first > 0 && first < end && g_.is(first - 1, Role::office_participle) ? first - 1
                                                                                 : first;
  }

  // "the Italian newspaper Harbour Wire": what kind of body it is.
  TokenRange body_label(TokenRange name) const {
    const NounPhrase* phrase = g_.noun_at(name.first);
    const std::uint32_t before = name.first - 1;
    if (!phrase || name.first == phrase->tokens.first || g_.tag(before) != Tag::noun ||
        (capitals_name(g_.language()) && g_.document.tokens[before].capitalized) ||
        !phrases_.is_body_noun(before)) {
      return {};
    }
    std::uint32_t first = phrase->tokens.first;
    while (first < before && phrases_.leads_in(first)) ++first;
    return {first, name.first};
  }

  // "Ada Lind of the Harbour Institute", "Ada Lind, from the Harbour Union,"
  TokenRange membership_after(std::uint32_t next) const {
    const std::uint32_t begin = g_.norm(next) == "," ? next + 1 : next;
    if (!g_.is(begin, Role::membership_preposition)) return {};
    const NounPhrase* body = g_.noun_at(begin + 1);
    if (!body || body->tokens.first != begin + 1 || body->temporal) return {};
    const std::uint32_t entity = names_.entity_at[body->head];
    const bool named =
        entity != kNone && !names_.entities[entity].person &&
        (g_.tag(body->tokens.first) == Tag::determiner || body->head > body->tokens.first ||
         g_.document.tokens[body->head].all_caps ||
         roles_.organization_nouns.has(g_.norm(body->head)));
    if (!named || roles_.places.has(g_.norm(body->head))) return {};
    const std::uint32_t stop = std::min(g_.sentence_of(begin).last_token, begin + kLongest);
    return {begin, phrases_.end_of_chain(*body, stop)};
  }

  // "Secretary of State Ada Lind", "Speaker of the House Ada Lind".
  std::uint32_t label_over_of(TokenRange name) const {
    const NounPhrase* phrase = g_.noun_at(name.first);
    if (!phrase || phrase->tokens.first < 2 ||
        !g_.is(phrase->tokens.first - 1, Role::office_preposition) ||
        phrase->tokens.first == name.first) {
      return name.first;
    }
    const NounPhrase* outer = g_.noun_at(phrase->tokens.first - 2);
    if (!outer || !roles_.person_nouns.has(g_.norm(outer->head))) return name.first;
    std::uint32_t first = outer->tokens.first;
    while (first < outer->head && phrases_.leads_in(first)) ++first;
    return first;
  }

  // "(R-Ohio)", ", R-Ohio,", "of Ohio" behind a name that has a title.
  void keep_seat(Stated& stated, std::uint32_t next) const {
    const bool mark = g_.norm(next) == "(" || g_.norm(next) == ",";
    const bool party = g_.norm(next) == "(" && g_.is(next + 1, Role::party_initial);
    if (party || (mark && is_party_and_place(g_.language(), g_.norm(next + 1)))) {
      std::uint32_t end = next + 2;
      while (end < next + 5 && g_.norm(end) != ")" && g_.norm(next) == "(") ++end;
      const std::string seat = "(" + words_of(g_, {next + 1, end}) + ")";
      if (seat.size() > stated.seat.size()) stated.seat = seat;
      return;
    }
    const NounPhrase* place =
        g_.is(next, Role::genitive_preposition) ? g_.noun_at(next + 1) : nullptr;
    if (place && stated.seat.empty() && place->tokens.first == next + 1 &&
        g_.tag(place->head) == Tag::proper_noun) {
      stated.seat = words_of(g_, {next, place->tokens.last});
    }
  }

  // "Ada Lind, 54, the mayor of Ost,", "Ada Lind (the mayor)".
  TokenRange role_after(TokenRange name, bool person) const {
    const std::uint32_t mark = name.last;
    if (!g_.is_any(mark, {",", "(", "–", "—", "--"})) return {};
    std::uint32_t begin = mark + 1;
    if (g_.tag(begin) == Tag::number && g_.norm(begin + 1) == ",") begin += 2;
    TokenRange role = phrases_.role_at(begin, person);
    if (role.empty() && g_.norm(mark) == ",") role = phrases_.description_at(begin);
    if (role.empty()) return {};
    const Sentence& sentence = g_.sentence_of(begin);
    // "survived by Peter, a daughter, Anne, and ...": a list.
    const NounPhrase* another = g_.norm(role.last) == "," ? g_.noun_at(role.last + 1) : nullptr;
    if (another && phrases_.is_person_name(another->head) &&
        (g_.norm(another->tokens.last) == "," ||
         g_.is(another->tokens.last, Role::name_conjunction))) {
      return {};
    }
    if (phrases_.ends_apposition(role.last, sentence.last_token)) return role;
    // The second comma is often forgotten: "Ada Lind, the mayor of Ost said".
    const NounPhrase* phrase = g_.noun_at(name.first);
    const bool opens = phrase && (phrase->tokens.first == sentence.first_token ||
                                  g_.norm(phrase->tokens.first - 1) == ",");
    return opens && g_.verb_at(role.last) ? role : TokenRange{};
  }

  // Where "Ada Lind and Bo Voss" begins.
  std::uint32_t first_of_list(std::uint32_t first) const {
    if (first < 2 || !g_.is(first - 1, Role::name_conjunction)) return first;
    const NounPhrase* before = g_.noun_at(first - 2);
    return before && phrases_.is_person_name(before->head) ? before->tokens.first : first;
  }

  // "the mayor of Ost, Ada Lind,", "As the senior Democrat in the council, Lind said".
  TokenRange role_before(TokenRange name) const {
    const std::uint32_t first = first_of_list(name.first);
    if (first < 2 || g_.norm(first - 1) != ",") return {};
    const Sentence& sentence = g_.sentence_of(name.first);
    const std::uint32_t end = first - 1;
    const NounPhrase* noun = g_.noun_at(end - 1);
    while (noun && noun->tokens.first >= sentence.first_token + 2 &&
           end - noun->tokens.first < 15 && g_.is(noun->tokens.first - 1, Role::office_chain) &&
           g_.noun_at(noun->tokens.first - 2)) {
      noun = g_.noun_at(noun->tokens.first - 2);
    }
    if (!noun || noun->tokens.first < sentence.first_token) return {};
    const bool as =
        noun->tokens.first > 0 && g_.is(noun->tokens.first - 1, Role::capacity_preposition);
    if (!as && !phrases_.ends_apposition(name.last, sentence.last_token) &&
        !g_.is(name.last, Role::name_conjunction)) {
      return {};
    }
    const std::uint32_t begin = noun->tokens.first;
    const bool plural = g_.tag(noun->head) == Tag::noun_plural;
    const bool list = first < name.first || g_.is(name.last, Role::name_conjunction);
    if (plural && list && phrases_.is_role_noun(noun->head) && noun->head + 1 == end) {
      std::uint32_t bare = begin;  // "two Ost developers, Ada Lind and Bo Voss,"
      while (bare < noun->head && phrases_.leads_in(bare)) ++bare;
      return {bare, end};
    }
    const TokenRange role = plural || list ? TokenRange{} : phrases_.role_at(begin, true);
    const bool given = g_.tag(begin) == Tag::determiner || begin == sentence.first_token ||
                       g_.tag(begin) == Tag::pronoun_possessive || holds_possessive(*noun);
    return given && role.last == end ? role : TokenRange{};
  }

  bool holds_possessive(const NounPhrase& noun) const {
    for (std::uint32_t t = noun.tokens.first; t < noun.head; ++t) {
      if (g_.tag(t) == Tag::possessive) return true;
    }
    return false;
  }

  // "Ada Lind is director of debate at ...", but not what somebody says of her.
  TokenRange being_after(TokenRange name, bool person) const {
    const VerbGroup* verb = g_.verb_at(name.last);
    if (!verb || verb->tokens.first != name.last || !verb->finite || verb->negated ||
        names_.quoted[name.first] || !g_.is(verb->head, Role::be) ||
        (name.first > 0 && g_.is(name.first - 1, Role::name_conjunction))) {
      return {};
    }
    return phrases_.role_at(verb->tokens.last, person);
  }

  // "Ada Lind, who heads the institute," and "the institute, which represents ...".
  TokenRange doing_after(std::uint32_t mark) const {
    if (g_.norm(mark) != "," || !g_.is(mark + 1, Role::apposed_relative)) return {};
    const VerbGroup* verb = g_.verb_at(mark + 2);
    if (!verb || verb->negated) return {};
    const std::uint32_t begin = verb->tokens.last;
    if (g_.is(verb->head, Role::be)) return phrases_.role_at(begin, true);
    if (g_.is(verb->head, Role::serving_verb) && g_.is(begin, Role::capacity_preposition)) {
      return phrases_.role_at(begin + 1, true);
    }
    if (!g_.is(verb->head, Role::office_verb)) return {};
    const NounPhrase* object = g_.noun_at(begin);
    if (!object || object->temporal) return {};
    const std::uint32_t stop = std::min(g_.sentence_of(begin).last_token, begin + kLongest);
    return {verb->head, phrases_.end_of_chain(*object, stop)};
  }

  // "The New York businessman said": who nobody else in the article is.
  void read_epithet(const NounPhrase& phrase) {
    const std::uint32_t begin = phrase.tokens.first;
    if (phrase.head < begin + 2 || !g_.is(begin, Role::definite_article) || names_.quoted[begin] ||
        in_headline(begin) || g_.tag(phrase.head) == Tag::noun_plural ||
        !roles_.person_nouns.has(g_.norm(phrase.head)) ||
        roles_.anonymous_nouns.has(g_.norm(phrase.head))) {
      return;
    }
    // "The harbour pilot" may be anybody's; "the Ostby pilot" is the one spoken of.
    bool described = false;
    for (std::uint32_t t = begin + 1; t < phrase.tokens.last; ++t) {
      if (phrases_.is_person_name(t)) return;
      described |= t < phrase.head && g_.document.tokens[t].capitalized;
    }
    if (!described) return;
    const std::uint32_t next = phrase.head + 1;
    const std::uint32_t behind =
        g_.is(next, Role::purpose_preposition) ? phrases_.end_of_chain(phrase, next + 8) : next;
    const bool bare = g_.norm(behind) != "(" && !g_.is(behind, Role::title_continuation) &&
                      (g_.norm(behind) != "," || g_.is(behind + 1, Role::person_subject_relative));
    if (!bare ||
        (begin > 0 && (g_.norm(begin - 1) == "," || g_.is(begin - 1, Role::capacity_preposition) ||
                       g_.verb_at(begin - 1))))
      return;
    for (const Entity& entity : names_.entities) {
      if (holds_word(entity.title, g_.norm(phrase.head))) return;
    }
    const std::uint32_t person = person_meant(g_, names_, begin, {});
    if (person == kNone) return;
    std::string& epithet = stated_[person].epithet;
    if (epithet.empty()) epithet = words_of(g_, {begin + 1, behind});
  }

  // "The transport minister denied it. Ada Lind said ...": a lead that names nobody, then the name.
  void read_lead() {
    const std::uint32_t first = first_person();
    if (first == g_.tags.size()) return;
    const std::uint32_t entity = names_.entity_at[first];
    const Sentence& named_in = g_.sentence_of(first);
    std::uint32_t end = first;
    while (end < named_in.last_token && names_.entity_at[end] == entity) ++end;
    const VerbGroup* verb = g_.verb_at(end);
    if (first != named_in.first_token || !verb || !verb->finite) return;
    for (const NounPhrase& phrase : g_.phrases.nouns) {
      const std::uint32_t begin = phrase.tokens.first;
      if (begin >= first) return;
      const VerbGroup* does = g_.verb_at(phrase.tokens.last);
      if (in_headline(begin) || !g_.is(begin, Role::definite_article) ||
          g_.tag(phrase.head) == Tag::noun_plural || begin != g_.sentence_of(begin).first_token ||
          !does || !does->finite || !roles_.person_nouns.has(g_.norm(phrase.head)) ||
          g_.document.tokens[begin].sentence + 3 < g_.document.tokens[first].sentence ||
          roles_.anonymous_nouns.has(g_.norm(phrase.head))) {
        continue;
      }
      std::string& epithet = stated_[entity].epithet;
      if (epithet.empty()) epithet = words_of(g_, {begin + 1, phrase.head + 1});
      return;
    }
  }

  // The first token of the first person named in the body of the text.
  std::uint32_t first_person() const {
    std::uint32_t t = 0;
    const auto in_body = [&](std::uint32_t at) {
      return is_prose(g_.document.paragraphs[g_.sentence_of(at).paragraph].kind);
    };
    while (t < g_.tags.size() && (!phrases_.is_person_name(t) || !in_body(t))) ++t;
    return t;
  }

  // The label, and the role where it adds to it.
  static std::string joined(const Stated& stated) {
    std::string title = stated.label;
    if (!title.empty() && !stated.seat.empty()) title += " " + stated.seat;
    if (title.empty() || holds_word(stated.role, title)) return stated.role;
    if (stated.role.empty() || holds_word(title, stated.role)) return title;
    return title + "; " + stated.role;
  }

  const Grammar& g_;
  const Roles roles_;
  Names& names_;
  const RolePhrases phrases_;
  std::vector<Stated> stated_;
};

}  // namespace

void state_titles(const Grammar& grammar, Names& names) { TitleFinder(grammar, names).run(); }

}  // namespace sourcelight
