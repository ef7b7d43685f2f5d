// Collects names and joins those that mean the same; see names.h.
#include "sources/names.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/chars.h"
#include "sources/roles.h"
#include "sources/titles.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;

class NameFinder {
 public:
  explicit NameFinder(const Grammar& grammar) : g_(grammar), roles_(roles_for(grammar)) {
    names_.entity_at.assign(g_.tags.size(), kNone);
  }

  Names run() {
    const std::vector<Mention> mentions = find_mentions(g_, roles_);
    for (const Mention& mention : mentions) ends_.insert(g_.norm(mention.name.last - 1));
    for (const Token& token : g_.document.tokens) {
      if (token.word && !token.capitalized) names_.in_small.insert(token.norm);
    }
    for (std::uint32_t t = 1; t < g_.tags.size(); ++t) {
      const Token& token = g_.document.tokens[t];
      const bool inside = t > g_.sentence_of(t).first_token && g_.document.tokens[t - 1].word;
      if (inside && token.capitalized && g_.tag(t) == Tag::proper_noun && !in_headline(t)) {
        names_.in_small.erase(token.norm);
      }
    }
    // Full names first, so that a lone surname finds its owner wherever it stands.
    // A headline's capitals join what is no name ("Lind Seeks"), so it comes after the body.
    for (const bool headline : {false, true}) {
      for (const Mention& mention : mentions) {
        if (mention.name.last - mention.name.first == 1 ||
            in_headline(mention.name.first) != headline)
          continue;
        const auto entity = entity_of_full(mention, !headline);
        if (!entity) continue;
        enter(mention, *entity);
        learn_short_form(mention, *entity);
      }
    }
    full_.resize(names_.entities.size());
    for (std::size_t i = 0; i < full_.size(); ++i) full_[i] = names_.entities[i].mentions.size();
    for (const Mention& mention : mentions) {
      if (mention.name.last - mention.name.first > 1) continue;
      const auto entity = entity_of_single(mention);
      if (!entity) continue;
      enter(mention, *entity);
      // "Lind" after "Quor Lind": bodies are rarely called by their last word alone.
      const bool surname = *entity < full_.size() && names_.entities[*entity].person &&
                           lone_surname(mention, names_.entities[*entity]);
      names_.entities[*entity].certain |= surname;
    }
    for (const Mention& mention : mentions) call_by_rank(mention);
    for (Entity& entity : names_.entities)
      std::sort(entity.mentions.begin(), entity.mentions.end());
    for (const auto& [part, entities] : by_part_) {
      if (names_.entities[entities.front()].person)
        names_.by_surname.emplace(part, entities.front());
    }
    return std::move(names_);
  }

 private:
  // How many bytes of the word at the end of a name are a genitive's: „Linds“ where „Lind“ is named
  // too.
  std::size_t genitive_at(std::uint32_t last) const {
    const std::string_view norm = g_.norm(last);
    for (const std::string_view ending :
         g_.language().of<RoleTable>().words(Role::genitive_ending)) {
      if (norm.size() > ending.size() + 1 && norm.ends_with(ending) &&
          ends_.contains(norm.substr(0, norm.size() - ending.size()))) {
        return ending.size();
      }
    }
    return 0;
  }

  std::string norm_at(std::uint32_t last) const {
    const std::string_view norm = g_.norm(last);
    return std::string(norm.substr(0, norm.size() - genitive_at(last)));
  }

  std::string norm_of(TokenRange range) const {
    std::string key;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (!key.empty()) key += ' ';
      key += t + 1 == range.last ? norm_at(t) : std::string(g_.norm(t));
    }
    return key;
  }

  std::string name_of(TokenRange range) const {
    std::string name = words_of(g_, range);
    name.resize(name.size() - genitive_at(range.last - 1));
    return name;
  }

  std::string surname_of(TokenRange name) const {
    std::uint32_t last = name.last - 1;
    while (last > name.first && g_.is(last, Role::generation_suffix)) --last;
    return norm_at(last);
  }

  bool is_document(TokenRange name) const {
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      if (is_organization_noun(t)) return false;
    }
    return roles_.document_nouns.has(g_.norm(name.last - 1));
  }

  bool in_headline(std::uint32_t t) const { return is_headline(g_.sentence_of(t)); }

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
      // "Harbour Security Ada Lind" where "Ada Lind" is known.
      if (mention.name.last - mention.name.first > 2) {
        const auto known = by_name_.find(norm_of({mention.name.last - 2, mention.name.last}));
        if (known != by_name_.end() && names_.entities[known->second].certain) return known->second;
      }
      if (!create_new && !roles_.is_first_name(g_.norm(mention.name.first))) return std::nullopt;
      const std::uint32_t entity = create(mention);
      by_name_[key] = entity;
      by_name_[whole] = entity;
      for (std::uint32_t t = mention.name.first; t + 2 < mention.name.last; ++t) {
        by_name_.emplace(norm_of({t + 1, mention.name.last}), entity);  // without the first name
        if (g_.norm(t) != "\"") continue;  // Robert C. "Bobby" Lind is Bobby Lind, too
        by_name_[std::string(g_.norm(t + 1)) + " " + surname_of(mention.name)] = entity;
        break;
      }
      by_part_[surname_of(mention.name)].push_back(entity);
      by_part_[std::string(g_.norm(mention.name.first))].push_back(entity);
      return entity;
    }
    if (!create_new && !is_organization_noun(mention.name.last - 1)) return std::nullopt;
    const std::uint32_t entity = create(mention);
    by_name_[whole] = entity;
    by_name_[initials(mention.name)] = entity;
    if (is_organization_noun(mention.name.last - 1) ||
        g_.document.tokens[mention.name.first].all_caps) {
      by_part_[std::string(g_.norm(mention.name.first))].push_back(entity);
    }
    // "the Journal" after "the Harbour Journal".
    if (is_organization_noun(mention.name.last - 1)) {
      by_part_[std::string(g_.norm(mention.name.last - 1))].push_back(entity);
    }
    return entity;
  }

  // "the Coast and Harbour Council (CHC)"
  void learn_short_form(const Mention& mention, std::uint32_t entity) {
    const std::uint32_t open = mention.name.last;
    if (g_.norm(open) != "(" || g_.norm(open + 2) != ")") return;
    const Token& within = g_.document.tokens[open + 1];
    const bool same_letter = within.norm.front() == g_.norm(mention.name.first).front();
    if (within.all_caps || (within.capitalized && same_letter && !roles_.is_role(within.norm))) {
      by_name_.emplace(within.norm, entity);
    }
  }

  bool is_organization_noun(std::uint32_t t) const {
    return roles_.is_body_noun(g_.norm(t), g_.document.tokens[t].capitalized);
  }

  std::string initials(TokenRange name) const {
    std::string letters;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      if (g_.document.tokens[t].capitalized) letters += g_.norm(t).front();
    }
    return letters;
  }

  // The bearer of a lone name: of several the one most often named in full, else the first.
  std::optional<std::uint32_t> entity_of_single(const Mention& mention) {
    const std::string key = norm_at(mention.name.first);
    const auto part = by_part_.find(key);
    if (part != by_part_.end() && !(roles_.places.has(key) && !mention.person)) {
      std::uint32_t best = kNone;
      std::size_t most = 0;
      for (std::uint32_t entity : part->second) {
        const Entity& e = names_.entities[entity];
        // "Apple" is not short for "Apple Watch".
        if (e.person && !e.certain && roles_.organizations.has(key)) continue;
        if (mention.gender != Gender::unknown && e.gender != Gender::unknown &&
            e.gender != mention.gender)
          continue;
        const std::size_t count = entity < full_.size() ? full_[entity] : 0;
        if (best == kNone || count > most) best = entity, most = count;
      }
      if (best != kNone) return best;
    }
    if (const auto found = by_name_.find(key); found != by_name_.end()) return found->second;
    if (const auto found = by_name_.find(without_dots(key)); found != by_name_.end()) {
      return found->second;
    }
    if (!mention.person && is_plain_word(mention.name.first)) return std::nullopt;
    const std::uint32_t entity = create(mention);
    by_name_[key] = entity;
    return entity;
  }

  // "Lord Lind", "Queen Ada": who is never named more fully is called so.
  void call_by_rank(const Mention& mention) {
    const std::uint32_t first = mention.name.first;
    if (first == 0 || mention.name.last - first > 1 || !ranks_.has(g_.norm(first - 1)) ||
        !g_.document.tokens[first - 1].capitalized || names_.entity_at[first] == kNone) {
      return;
    }
    Entity& entity = names_.entities[names_.entity_at[first]];
    if (!entity.person || entity.name.find(' ') != std::string::npos) return;
    entity.name = words_of(g_, {first - 1, mention.name.last});
  }

  bool lone_surname(const Mention& mention, const Entity& entity) const {
    const std::string_view name = entity.name;
    const std::string_view word = g_.document.at(g_.document.tokens[mention.name.first].span);
    return name.ends_with(word);
  }

  // "Senator", "Republican", "Federal": a capital that makes no name.
  bool is_plain_word(std::uint32_t t) const {
    const std::string_view norm = g_.norm(t);
    if (roles_.is_role(norm) && !roles_.is_first_name(norm)) return true;
    const Sentence& sentence = g_.sentence_of(t);
    return (t == sentence.first_token || is_headline(sentence)) && names_.in_small.contains(norm);
  }

  static std::string without_dots(std::string key) {
    key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
    return key;
  }

  std::uint32_t create(const Mention& mention) {
    Entity entity;
    entity.name = name_of(mention.name);
    entity.document = is_document(mention.name);
    names_.entities.push_back(std::move(entity));
    bodies_.push_back(0);
    people_.push_back(0);
    return static_cast<std::uint32_t>(names_.entities.size() - 1);
  }

  void enter(const Mention& mention, std::uint32_t index) {
    Entity& entity = names_.entities[index];
    entity.mentions.push_back(mention.name.last - 1);
    const std::string name = name_of(mention.name);
    const bool whole = !entity.certain || !entity.person ||
                       name.starts_with(entity.name.substr(0, entity.name.find(' ')));
    if (name.size() > entity.name.size() && whole) entity.name = name;
    if (entity.gender == Gender::unknown) entity.gender = mention.gender;
    entity.certain |= mention.person;
    people_[index] += mention.person ? 1 : 0;
    bodies_[index] += mention.body ? 1 : 0;
    const bool several = mention.name.last - mention.name.first > 1;
    entity.person = people_[index] > 0 ? people_[index] >= bodies_[index]
                                       : bodies_[index] == 0 && (several || entity.person);
    std::fill(names_.entity_at.begin() + mention.name.first,
              names_.entity_at.begin() + mention.name.last, index);
  }

  const Grammar& g_;
  const Roles roles_;
  const WordList& ranks_ = g_.language().words(Lexicon::name_ranks);
  Names names_;
  std::unordered_set<std::string_view> ends_;  // the last words of all names
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_part_;
  std::vector<int> people_, bodies_;
  std::vector<std::size_t> full_;  // entity -> mentions by full name
};

std::vector<bool> quoted_tokens(const Grammar& g) {
  std::vector<bool> quoted(g.tags.size(), false);
  for (const Quotation& quotation : g.document.quotations) {
    const TokenRange inside = g.tokens_in(quotation.span);
    for (std::uint32_t t = inside.first; t < inside.last; ++t) quoted[t] = true;
  }
  return quoted;
}

// A name that no list knows: "he" and "she" near it, where nobody else is named, tell the gender.
void learn_genders(const Grammar& g, Names& names) {
  std::vector<int> male(names.entities.size(), 0), female(names.entities.size(), 0);
  std::uint32_t last = kNone;
  std::uint32_t last_sentence = 0;
  bool alone = false;  // the only person named in its sentence and since
  for (std::uint32_t t = 0; t < g.tags.size(); ++t) {
    const std::uint32_t sentence = g.document.tokens[t].sentence;
    const std::uint32_t entity = names.entity_at[t];
    if (entity != kNone && names.entities[entity].person) {
      alone = entity == last || last == kNone || sentence > last_sentence + 1;
      last = entity;
      last_sentence = sentence;
    } else if (alone && sentence <= last_sentence + 1) {
      male[last] += g.is(t, Role::male_pronoun) ? 1 : 0;
      female[last] += g.is(t, Role::female_pronoun) ? 1 : 0;
    }
  }
  for (std::size_t i = 0; i < names.entities.size(); ++i) {
    Entity& entity = names.entities[i];
    if (entity.gender != Gender::unknown) continue;
    if (male[i] > 2 * female[i]) entity.gender = Gender::male;
    if (female[i] > 2 * male[i]) entity.gender = Gender::female;
  }
}

void index_words(Names& names) {
  for (std::uint32_t i = 0; i < names.entities.size(); ++i) {
    const Entity& entity = names.entities[i];
    if (entity.person) names.most_mentions = std::max(names.most_mentions, entity.mentions.size());
    const auto enter = [&](const std::string& word) {
      auto& known = names.by_word[word];
      if (known.empty() || known.back() != i) known.push_back(i);
    };
    std::string initials;
    std::string word;
    for (const char c : lower(entity.name) + " ") {
      if (c != ' ') {
        word += c;
        continue;
      }
      if (word.empty()) continue;
      if (word.size() > 3) initials += word.front();
      enter(word);
      word.clear();
    }
    if (initials.size() > 1) enter(initials);
  }
}

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

namespace {

// How adjectives end behind an article, and without it; or, without `own`, how a noun ends behind
// it.
struct Declension {
  std::string_view article, ending, own;
};

struct Declensions {
  explicit Declensions(const Language& language) {
    for (const std::string_view entry : read_entries(language.file(Lexicon::declension))) {
      const std::size_t first = entry.find(' ');
      const std::size_t last = entry.rfind(' ');
      if (first == std::string_view::npos) continue;
      const std::size_t end = first == last ? entry.size() : last;
      all.push_back({entry.substr(0, first), entry.substr(first + 1, end - first - 1),
                     entry.substr(std::min(end + 1, entry.size()))});
    }
  }

  std::vector<Declension> all;
};

}  // namespace

std::string declined_words_of(const Grammar& grammar, TokenRange tokens) {
  if (tokens.first == 0 || tokens.empty()) return words_of(grammar, tokens);
  const auto& all = grammar.language().of<Declensions>().all;
  const bool noun =
      is_noun(grammar.tag(tokens.first)) &&
      !has_ending(grammar.language(), grammar.norm(tokens.first), Role::adjectival_noun);
  const auto rule = std::find_if(all.begin(), all.end(), [&](const Declension& one) {
    return one.article == grammar.norm(tokens.first - 1) && one.own.empty() == noun &&
           grammar.norm(tokens.first).ends_with(one.ending);
  });
  std::uint32_t last = tokens.first;
  while (last + 1 < tokens.last && grammar.tag(last) == Tag::adjective) ++last;
  if (rule == all.end() || grammar.tag(last) == Tag::noun_plural) return words_of(grammar, tokens);
  if (noun) {
    std::string words = words_of(grammar, tokens);
    const std::size_t size = words_of(grammar, {tokens.first, tokens.first + 1}).size();
    words.erase(size - rule->ending.size(), rule->ending.size());
    return words;
  }
  std::string words;
  std::uint32_t t = tokens.first;
  for (bool adjective = true; adjective && t < tokens.last; ++t) {
    std::string word = words_of(grammar, {t, t + 1});
    adjective = grammar.tag(t) == Tag::adjective;
    if ((adjective || has_ending(grammar.language(), grammar.norm(t), Role::adjectival_noun)) &&
        word.ends_with(rule->ending)) {
      word.resize(word.size() - rule->ending.size());
      word += rule->own;
    }
    words += (words.empty() ? "" : " ") + word;
  }
  if (t < tokens.last) words += " " + words_of(grammar, {t, tokens.last});
  return words;
}

Names find_names(const Grammar& grammar, const SourceLabels* labels) {
  Names names = NameFinder(grammar).run();
  names.quoted = quoted_tokens(grammar);
  learn_genders(grammar, names);
  state_titles(grammar, names);
  if (labels) state_labelled_titles(grammar, *labels, names);
  index_words(names);
  return names;
}

}  // namespace sourcelight
