// Contract in features.h.
#include "worth/features.h"

#include <algorithm>

#include "base/chars.h"
#include "grammar/features.h"

namespace sourcelight::worth {
namespace {

constexpr std::string_view name_mask = "<n>";
constexpr std::string_view number_mask = "<0>";
constexpr std::string_view year_mask = "<y>";
constexpr std::string_view begin_mask = "^";

std::string_view tag_name(Tag tag) {
  constexpr std::array<std::string_view, 27> names = {
      "adj",  "adv", "conj", "det",  "ex",   "uh",    "modal", "noun",  "nouns",
      "num",  "rp",  "pos",  "prep", "prp",  "prp$",  "name",  "punct", "to",
      "verb", "ing", "part", "past", "pres", "press", "wadv",  "wprp",  "wh$"};
  return names[static_cast<std::size_t>(tag)];
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' &&
         word[2] <= '9' && word[3] >= '0' && word[3] <= '9';
}

// Most of its longer words are capitals: a headline, where a capital makes no name.
bool is_headline(const Document& document, const Sentence& sentence) {
  std::uint32_t longer = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
    const Token& token = document.tokens[t];
    if (!token.word || token.norm.size() < 4) continue;
    ++longer;
    if (token.capitalized) ++capitals;
  }
  return capitals * 3 > longer * 2;
}

// Sets `quoted` of the words that stand between the outermost quotation marks.
void mark_quoted(const Document& document, const Sentence& sentence, std::vector<Word>& words) {
  constexpr int farthest = 8;  // a quotation that began before the sentence, and those inside it
  const auto& quotations = document.quotations;
  auto next = std::lower_bound(
      quotations.begin(), quotations.end(), sentence.span.begin,
      [](const Quotation& quotation, std::uint32_t at) { return quotation.span.begin < at; });
  for (int i = 0; i < farthest && next != quotations.begin(); ++i) {
    --next;
    if (next->depth == 0) break;
  }
  auto word = words.begin();
  for (; next != quotations.end() && next->span.begin < sentence.span.end; ++next) {
    if (next->depth > 0) continue;
    const auto begin_of = [&](const Word& w) { return document.tokens[w.token].span.begin; };
    while (word != words.end() && begin_of(*word) < next->span.begin) ++word;
    for (; word != words.end() && begin_of(*word) < next->span.end; ++word) word->quoted = true;
  }
}

class Facts {
 public:
  explicit Facts(std::vector<Feature>& features) : features_(features) {}

  void add(std::string_view fact) { features_.push_back({{"=", fact, {}, {}}}); }
  void add(std::string_view fact, std::string_view size) {
    features_.push_back({{"=", fact, size, {}}});
  }
  void add_if(bool holds, std::string_view fact) {
    if (holds) add(fact);
  }

 private:
  std::vector<Feature>& features_;
};

std::string_view length_class(std::size_t words) {
  constexpr std::array<std::size_t, 7> limits = {5, 8, 12, 17, 24, 32, 42};
  constexpr std::array<std::string_view, 8> names = {"0", "1", "2", "3", "4", "5", "6", "7"};
  return names[static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), words) -
                                        limits.begin())];
}

std::string_view count_class(std::size_t count) {
  constexpr std::array<std::string_view, 5> names = {"0", "1", "2", "3", "4"};
  return names[std::min<std::size_t>(count, 4)];
}

std::size_t count(const std::vector<Word>& words, bool (*holds)(const Word&)) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), holds));
}

void add_facts(const std::vector<Word>& words, std::vector<Feature>& features) {
  Facts facts(features);
  const auto any = [&](bool (*holds)(const Word&)) { return count(words, holds) > 0; };
  facts.add("length", length_class(words.size()));
  facts.add("names", count_class(count(words, [](const Word& w) { return w.name; })));
  facts.add("numbers",
            count_class(count(words, [](const Word& w) { return w.tag == Tag::number; })));
  facts.add("adverbs",
            count_class(count(words, [](const Word& w) { return w.tag == Tag::adverb; })));
  facts.add("adjectives",
            count_class(count(words, [](const Word& w) { return w.tag == Tag::adjective; })));
  const std::size_t quoted = count(words, [](const Word& w) { return w.quoted; });
  facts.add("quoted", quoted == 0 ? "0" : quoted * 2 < words.size() ? "1" : "2");
  facts.add_if(any([](const Word& w) { return w.roles->has(Role::first_person); }), "first");
  facts.add_if(any([](const Word& w) { return w.roles->has(Role::second_person); }), "second");
  facts.add_if(any([](const Word& w) { return w.text == "?"; }), "question");
  facts.add_if(any([](const Word& w) { return w.text == "!"; }), "exclamation");
  facts.add_if(any([](const Word& w) { return w.tag == Tag::verb_past; }), "past");
  facts.add_if(
      any([](const Word& w) { return w.tag == Tag::verb_present || w.tag == Tag::verb_present_s; }),
      "present");
  facts.add_if(any([](const Word& w) { return w.roles->has(Role::future_auxiliary); }), "future");
  facts.add_if(any([](const Word& w) { return w.tag == Tag::modal; }), "modal");
  facts.add_if(any([](const Word& w) { return w.roles->has(Role::denial); }), "negation");
}

}  // namespace

std::uint32_t hash_text(std::string_view text) {
  std::uint32_t hash = tagger::fnv_begin;
  for (const char c : text) hash = tagger::fnv_step(hash, static_cast<std::uint8_t>(c));
  return hash;
}

std::string Feature::text() const {
  std::string joined;
  for (const std::string_view part : parts) joined += part;
  return joined;
}

std::uint32_t Feature::hash() const {
  std::uint32_t hash = tagger::fnv_begin;
  for (const std::string_view part : parts) {
    for (const char c : part) hash = tagger::fnv_step(hash, static_cast<std::uint8_t>(c));
  }
  return hash;
}

std::vector<Word> read_words(const Grammar& grammar, const Sentence& sentence) {
  const Document& document = grammar.document;
  const bool headline = is_headline(document, sentence);
  std::vector<Word> words;
  words.reserve(sentence.last_token - sentence.first_token);
  bool opens = true;  // no word yet: a capital tells nothing
  for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
    const Token& token = document.tokens[t];
    Word word{t, token.norm, grammar.tags[t], false, false, token.roles};
    const bool capital =
        token.capitalized && !opens && !headline && !token.is(Role::capital_pronoun);
    word.name = token.word && (word.tag == Tag::proper_noun || capital);
    if (word.name) {
      word.text = name_mask;
    } else if (has_digit(token.norm)) {
      word.text = is_year(token.norm) ? year_mask : number_mask;
    }
    if (word.text != token.norm) word.roles = &no_roles;
    if (token.word) opens = false;
    words.push_back(word);
  }
  mark_quoted(document, sentence, words);
  return words;
}

std::vector<Feature> features_of(const std::vector<Word>& words) {
  std::vector<Feature> features;
  features.reserve(words.size() * 6 + 16);
  add_facts(words, features);
  std::string_view before = begin_mask;
  std::string_view tag_before = begin_mask;
  for (const Word& word : words) {
    const std::string_view tag = word.name ? tag_name(Tag::proper_noun) : tag_name(word.tag);
    if (word.name && before == name_mask) continue;  // "Ana Lind" is one name
    features.push_back({{word.text, {}, {}, {}}});
    features.push_back({{before, " ", word.text, {}}});
    features.push_back({{"/", tag, {}, {}}});
    features.push_back({{"/", tag_before, " ", tag}});
    before = word.text;
    tag_before = tag;
  }
  return features;
}

std::vector<Feature> features_at(const std::vector<Word>& words, std::size_t at) {
  const auto tag_at = [&](std::size_t i) {
    return i < words.size() ? tag_name(words[i].tag) : begin_mask;
  };
  const std::string_view tag = tag_at(at);
  std::vector<Feature> features = {
      {{"/", tag, {}, {}}}, {{"/", tag_at(at - 1), "+", tag}}, {{"/", tag, "+", tag_at(at + 1)}}};
  if (words[at].quoted) features.push_back({{"=", "quoted", {}, {}}});
  return features;
}

}  // namespace sourcelight::worth
