// Collects names and joins those that mean the same; see names.h.
#include "sources/names.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "sources/roles.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;
constexpr std::uint32_t kClaimed = kNone - 1;  // while names are collected: part of a longer one

// One name as it stands in the text.
struct Mention {
  TokenRange name;
  TokenRange title;  // the words of its phrase before it; may be empty
  bool person = false;
  bool body = false;
  Gender gender = Gender::unknown;
};

class NameFinder {
 public:
  explicit NameFinder(const Grammar& grammar) : g_(grammar), roles_(Roles::english()) {
    names_.entity_at.assign(g_.tags.size(), kNone);
  }

  Names run() {
    std::vector<Mention> mentions;
    for (const NounPhrase& phrase : g_.phrases.nouns) collect(phrase, mentions);
    // Full names first, so that a lone surname finds its owner wherever it stands.
    // A headline's capitals join what is no name ("Lind Seeks"), so it comes after the body.
    for (const bool headline : {false, true}) {
      for (const Mention& mention : mentions) {
        if (mention.name.last - mention.name.first == 1 || in_headline(mention) != headline)
          continue;
        if (const auto entity = entity_of_full(mention, !headline)) enter(mention, *entity);
      }
    }
    for (std::uint32_t& entity : names_.entity_at) {
      if (entity == kClaimed) entity = kNone;
    }
    full_.resize(names_.entities.size());
    for (std::size_t i = 0; i < full_.size(); ++i) full_[i] = names_.entities[i].mentions.size();
    for (const Mention& mention : mentions) {
      if (mention.name.last - mention.name.first == 1) enter(mention, entity_of_single(mention));
    }
    for (Entity& entity : names_.entities)
      std::sort(entity.mentions.begin(), entity.mentions.end());
    for (const auto& [part, entities] : by_part_) {
      if (names_.entities[entities.front()].person)
        names_.by_surname.emplace(part, entities.front());
    }
    return std::move(names_);
  }

 private:
  bool in_name(std::uint32_t t) const {
    const Token& token = g_.document.tokens[t];
    if (!token.word || !token.capitalized || describes(token.norm)) return false;
    if (g_.tag(t) == Tag::proper_noun) return true;
    // Capitals inside a sentence make a name of other words too: "the Norre Water Board".
    const Sentence& sentence = g_.sentence_of(t);
    if (t == sentence.first_token || !g_.document.tokens[t - 1].word || is_headline(sentence)) {
      return false;
    }
    const bool next_capital = t + 1 < sentence.last_token && g_.document.tokens[t + 1].capitalized;
    return g_.tag(t) == Tag::noun || (g_.tag(t) == Tag::adjective && next_capital);
  }

  // "Ost-based", "Ost-led": a description with a name in it.
  static bool describes(std::string_view norm) {
    const std::size_t hyphen = norm.rfind('-');
    if (hyphen == std::string_view::npos) return false;
    const std::string_view end = norm.substr(hyphen + 1);
    return end == "based" || end == "born" || end == "led" || end == "backed" || end == "run" ||
           end == "owned" || end == "funded" || end == "linked";
  }

  bool is_first_name(std::uint32_t t) const {
    return roles_.male_names.has(g_.norm(t)) || roles_.female_names.has(g_.norm(t));
  }

  bool is_organization_noun(std::uint32_t t) const {
    return roles_.organization_nouns.has(g_.norm(t));
  }

  void collect(const NounPhrase& phrase, std::vector<Mention>& mentions) {
    if (phrase.temporal) return;
    for (std::uint32_t t = phrase.tokens.first; t < phrase.tokens.last;) {
      if (!in_name(t)) {
        ++t;
        continue;
      }
      std::uint32_t end = t + 1;
      while (end < phrase.tokens.last && (in_name(end) || joins(end, phrase.tokens.last))) ++end;
      if (names_.entity_at[t] == kClaimed) {  // inside a longer name
        t = end;
        continue;
      }
      const std::uint32_t whole = end == phrase.tokens.last ? end_of_body({t, end}) : end;
      std::fill(names_.entity_at.begin() + end, names_.entity_at.begin() + whole, kClaimed);
      add_mention(phrase, {t, whole}, mentions);
      t = end;
    }
  }

  // "Committee for a Fair Budget", "Coast and Harbour Council": names of bodies over phrases.
  std::uint32_t end_of_body(TokenRange run) const {
    std::uint32_t end = run.last;
    const NounPhrase* next = g_.noun_at(end + 1);
    if (!next || next->tokens.first != end + 1 || next->temporal) return end;
    const bool named = in_name(next->head) && next->head + 1 == next->tokens.last;
    if (!named) return end;
    if (g_.is_any(end, {"of", "for", "on"}) && is_organization_noun(end - 1))
      return next->tokens.last;
    const bool both = in_name(next->tokens.first) && is_organization_noun(next->head);
    if (g_.norm(end) == "and" && both && !is_organization_noun(end - 1) &&
        !is_first_name(run.first)) {
      return next->tokens.last;
    }
    return end;
  }

  // "al", "de", "&" inside a name.
  bool joins(std::uint32_t t, std::uint32_t end) const {
    return t + 1 < end && in_name(t + 1) &&
           g_.is_any(t, {"&", "de", "van", "von", "der", "al", "bin", "la", "el"});
  }

  void add_mention(const NounPhrase& phrase, TokenRange run, std::vector<Mention>& mentions) {
    Mention mention;
    std::uint32_t first = run.first;
    // Titles inside the run ("Prime Minister Ada Lind") and a given name tell where it begins.
    for (std::uint32_t t = run.first; t + 1 < run.last; ++t) {
      if (roles_.person_nouns.has(g_.norm(t)) && !is_first_name(t)) {
        first = t + 1;
        mention.person = true;
        mention.gender = gender_of_title(g_.norm(t), mention.gender);
      }
    }
    if (first + 1 == run.last && first > run.first && is_organization_noun(first)) {
      mention.person = false;
      first = run.first;
    }
    for (std::uint32_t t = first + 1; t + 1 < run.last; ++t) {
      if (is_first_name(t) && !is_organization_noun(run.last - 1) && !is_first_name(first))
        first = t;
    }
    mention.name = {first, run.last};
    const std::uint32_t after_of = phrase.tokens.first;
    std::uint32_t title_begin = after_of;
    if (phrase.tokens.first >= 2 && g_.norm(phrase.tokens.first - 1) == "of" &&
        mention.name.first > phrase.tokens.first) {
      if (const NounPhrase* outer = g_.noun_at(phrase.tokens.first - 2)) {
        if (roles_.person_nouns.has(g_.norm(outer->head))) {
          title_begin = outer->tokens.first;  // "Secretary of State Ada Lind"
          mention.person = true;
        }
      }
    }
    while (title_begin < first &&
           (g_.tag(title_begin) == Tag::determiner || g_.tag(title_begin) == Tag::possessive ||
            g_.tag(title_begin) == Tag::pronoun_possessive)) {
      ++title_begin;
    }
    mention.title = {title_begin, std::max(title_begin, first)};
    judge(phrase, mention);
    mentions.push_back(mention);
  }

  Gender gender_of_title(std::string_view norm, Gender otherwise) const {
    constexpr std::string_view kMale[] = {"mr",     "mr.",       "sir",      "lord",       "king",
                                          "prince", "spokesman", "chairman", "congressman"};
    constexpr std::string_view kFemale[] = {"mrs",         "mrs.",       "ms",           "ms.",
                                            "miss",        "lady",       "queen",        "princess",
                                            "spokeswoman", "chairwoman", "congresswoman"};
    if (std::find(std::begin(kMale), std::end(kMale), norm) != std::end(kMale)) return Gender::male;
    if (std::find(std::begin(kFemale), std::end(kFemale), norm) != std::end(kFemale))
      return Gender::female;
    return otherwise;
  }

  // Person or body? By given names, titles, what the name ends in, what follows it.
  void judge(const NounPhrase& phrase, Mention& mention) const {
    const std::uint32_t first = mention.name.first;
    const std::uint32_t last = mention.name.last - 1;
    const Token& token = g_.document.tokens[last];
    const bool several = mention.name.last - first > 1;
    if (is_first_name(first) && !is_organization_noun(last) && !roles_.places.has(g_.norm(last))) {
      mention.person = true;
      mention.gender = roles_.female_names.has(g_.norm(first)) ? Gender::female : Gender::male;
    }
    if (mention.title.last > mention.title.first) {
      const std::uint32_t before = mention.title.last - 1;
      if (roles_.person_nouns.has(g_.norm(before)) && !is_organization_noun(last)) {
        mention.person = true;
        mention.gender = gender_of_title(g_.norm(before), mention.gender);
      }
    }
    const bool described_as_body = several && mention.name.last < phrase.tokens.last &&
                                   !is_first_name(first) && is_organization_noun(mention.name.last);
    mention.body = described_as_body || is_organization_noun(last) ||
                   roles_.places.has(g_.norm(last)) || roles_.organizations.has(g_.norm(last)) ||
                   (!several && token.all_caps) ||
                   (g_.tag(phrase.tokens.first) == Tag::determiner &&
                    phrase.tokens.first + 1 == first && phrase.head <= last && !mention.person) ||
                   roles_.document_nouns.has(g_.norm(last));
    if (mention.body && !(mention.person && several)) mention.person = false;
    const std::uint32_t next = mention.name.last;
    const bool described = (g_.norm(next) == "," || g_.norm(next) == "(") &&
                           (g_.is_any(next + 1, {"who", "whose"}) ||
                            (g_.tag(next + 1) == Tag::number && g_.norm(next + 2) == ","));
    if (described && !mention.body) mention.person = true;
  }

  std::string norm_of(TokenRange range) const {
    std::string key;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (!key.empty()) key += ' ';
      key += g_.norm(t);
    }
    return key;
  }

  bool is_suffix(std::uint32_t t) const {
    return g_.is_any(t, {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"});
  }

  std::string surname_of(TokenRange name) const {
    std::uint32_t last = name.last - 1;
    while (last > name.first && is_suffix(last)) --last;
    return std::string(g_.norm(last));
  }

  bool is_document(TokenRange name) const {
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      if (is_organization_noun(t)) return false;
    }
    return roles_.document_nouns.has(g_.norm(name.last - 1));
  }

  bool in_headline(const Mention& mention) const {
    return is_headline(g_.sentence_of(mention.name.first));
  }

  bool is_headline(const Sentence& sentence) const {
    return g_.document.paragraphs[sentence.paragraph].kind == ParagraphKind::headline;
  }

  // The entity of a name of several words; a new one only if `create_new`, or if it is a body.
  std::optional<std::uint32_t> entity_of_full(const Mention& mention, bool create_new) {
    const std::string whole = norm_of(mention.name);
    if (const auto found = by_name_.find(whole); found != by_name_.end()) return found->second;
    if (!mention.body) {
      // "Ada Lind" and "Ada M. Lind": same first and last name.
      const std::string key =
          std::string(g_.norm(mention.name.first)) + " " + surname_of(mention.name);
      if (const auto found = by_name_.find(key); found != by_name_.end()) return found->second;
      if (!create_new && !is_first_name(mention.name.first)) return std::nullopt;
      const std::uint32_t entity = create(mention);
      by_name_[key] = entity;
      by_name_[whole] = entity;
      by_part_[surname_of(mention.name)].push_back(entity);
      by_part_[std::string(g_.norm(mention.name.first))].push_back(entity);
      return entity;
    }
    const std::uint32_t entity = create(mention);
    by_name_[whole] = entity;
    by_name_[initials(mention.name)] = entity;
    if (!is_organization_noun(mention.name.last - 1)) return entity;
    by_part_[std::string(g_.norm(mention.name.first))].push_back(entity);
    return entity;
  }

  std::string initials(TokenRange name) const {
    std::string letters;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      if (g_.document.tokens[t].capitalized) letters += g_.norm(t).front();
    }
    return letters;
  }

  // The bearer of a lone name: of several the one most often named in full, else the first.
  std::uint32_t entity_of_single(const Mention& mention) {
    const std::string key(g_.norm(mention.name.first));
    const auto part = by_part_.find(key);
    if (part != by_part_.end() && !(roles_.places.has(key) && !mention.person)) {
      std::uint32_t best = kNone;
      std::size_t most = 0;
      for (std::uint32_t entity : part->second) {
        const Entity& e = names_.entities[entity];
        if (mention.gender != Gender::unknown && e.gender != Gender::unknown &&
            e.gender != mention.gender)
          continue;
        const std::size_t count = entity < full_.size() ? full_[entity] : 0;
        if (best == kNone || count > most) best = entity, most = count;
      }
      if (best != kNone) return best;
    }
    if (const auto found = by_name_.find(key); found != by_name_.end()) return found->second;
    const std::uint32_t entity = create(mention);
    by_name_[key] = entity;
    return entity;
  }

  std::uint32_t create(const Mention& mention) {
    Entity entity;
    entity.name = words_of(g_, mention.name);
    entity.document = is_document(mention.name);
    names_.entities.push_back(std::move(entity));
    bodies_.push_back(0);
    people_.push_back(0);
    return static_cast<std::uint32_t>(names_.entities.size() - 1);
  }

  void enter(const Mention& mention, std::uint32_t index) {
    Entity& entity = names_.entities[index];
    entity.mentions.push_back(mention.name.last - 1);
    const std::string name = words_of(g_, mention.name);
    if (name.size() > entity.name.size()) entity.name = name;
    if (entity.gender == Gender::unknown) entity.gender = mention.gender;
    people_[index] += mention.person ? 1 : 0;
    bodies_[index] += mention.body ? 1 : 0;
    const bool several = mention.name.last - mention.name.first > 1;
    entity.person = people_[index] > 0 ? people_[index] >= bodies_[index]
                                       : bodies_[index] == 0 && (several || entity.person);
    if (entity.person) note_title(mention, entity);
    std::fill(names_.entity_at.begin() + mention.name.first,
              names_.entity_at.begin() + mention.name.last, index);
  }

  void note_title(const Mention& mention, Entity& entity) const {
    std::string title;
    if (!mention.title.empty() && roles_.person_nouns.has(g_.norm(mention.title.last - 1)) &&
        !is_salutation(mention.title)) {
      title = words_of(g_, mention.title);
    }
    const std::uint32_t next = mention.name.last;
    if (g_.norm(next) == ",") {
      const std::string apposition = words_of(g_, apposition_at(next + 1));
      if (apposition.size() > title.size()) title = apposition;
    }
    if (title.size() > entity.title.size()) entity.title = title;
  }

  bool is_salutation(TokenRange title) const {
    return title.last - title.first == 1 &&
           g_.is_any(title.first, {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir"});
  }

  // ", the mayor of Ost," after a name: up to the next comma, if it is headed by a role.
  TokenRange apposition_at(std::uint32_t begin) const {
    const NounPhrase* noun = g_.noun_at(begin);
    if (!noun || noun->tokens.first != begin || noun->temporal) return {};
    if (!roles_.person_nouns.has(g_.norm(noun->head))) return {};
    const std::uint32_t stop = std::min(g_.sentence_of(begin).last_token, begin + 15);
    std::uint32_t end = noun->tokens.last;
    while (end < stop && g_.is_any(end, {"of", "for", "at", "in", "to", "with"}) &&
           g_.noun_at(end + 1)) {
      end = g_.noun_at(end + 1)->tokens.last;
    }
    const bool article =
        g_.tag(begin) == Tag::determiner || g_.tag(begin) == Tag::pronoun_possessive;
    return {article ? begin + 1 : begin, std::min(end, stop)};
  }

  const Grammar& g_;
  const Roles& roles_;
  Names names_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_part_;
  std::vector<int> people_, bodies_;
  std::vector<std::size_t> full_;  // entity -> mentions by full name
};

}  // namespace

std::string words_of(const Grammar& grammar, TokenRange tokens) {
  if (tokens.empty()) return {};
  std::string words;
  for (char c : grammar.document.at(grammar.span_of(tokens))) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank)
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return words;
}

Names find_names(const Grammar& grammar) { return NameFinder(grammar).run(); }

}  // namespace sourcelight
