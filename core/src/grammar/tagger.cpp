// Tags from left to right, the best one at each word. All arithmetic is on integers, so that every
// build gives the same tags. tests/cases/grammar and tests/core/grammar/tagger_test.cpp hold it.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "grammar/features.h"
#include "grammar/tagger_model.h"
#include "grammar/tags.h"
#include "language_tagger.h"

namespace sourcelight {
namespace {

using tagger::Attributes;

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::wh_possessive) + 1;

// Marks need no model; an apostrophe does, for it may be the possessive of a plural.
std::optional<Tag> tag_of_mark(const Token& token) {
  if (token.word || token.norm == "'") return std::nullopt;
  if (token.norm == "&") return Tag::conjunction;
  if (token.norm == "%") return Tag::noun;
  return Tag::punctuation;
}

// Unrolled, so that the compiler sees which attributes each template reads.
template <std::size_t... numbers>
void add_all(const tagger::Model& model, const Attributes* row, tagger::Scores& scores,
             std::index_sequence<numbers...> /*templates*/) {
  (model.add(tagger::hash_of(numbers, row), scores), ...);
}

Tag best_tag(const tagger::Model& model, const Attributes* row) {
  tagger::Scores scores{};
  add_all(model, row, scores, std::make_index_sequence<tagger::templates.size()>{});
  const auto* best = std::max_element(scores.begin(), scores.begin() + tag_count);
  return static_cast<Tag>(best - scores.begin());
}

void tag_sentence(const tagger::Model& model, std::span<const Token> sentence,
                  std::vector<Attributes>& rows, std::vector<Tag>& tags) {
  tagger::read_attributes(sentence, rows);
  Attributes* row = rows.data() + tagger::padding;
  tagger::Clause clause;
  for (const Token& token : sentence) {
    (*row)[tagger::clause] = clause.state;
    (*row)[tagger::verb] = clause.verb;
    const std::optional<Tag> mark = tag_of_mark(token);
    const Tag tag = mark ? *mark : best_tag(model, row);
    (*row)[tagger::label] = static_cast<std::uint32_t>(tag);
    clause.read(token, (*row++)[tagger::word], tag);
    tags.push_back(tag);
  }
}

// The weights of a language. A test refuses a build whose bytes do not read; without weights every
// word would be an adjective.
struct Weights {
  explicit Weights(const Language& language) {
    auto read = tagger::read_model(language.tagger());
    if (auto* good = std::get_if<tagger::Model>(&read)) model = std::move(*good);
  }

  tagger::Model model;
};

// All that the tagger sees of a sentence: its words, each with a byte behind it that no UTF-8 has.
std::string key_of(std::span<const Token> sentence) {
  std::string key = "T";
  for (const Token& token : sentence) {
    key += token.norm;
    key += static_cast<char>(0xF8 | (token.capitalized ? 1 : 0) | (token.all_caps ? 2 : 0) |
                             (token.word ? 4 : 0));
  }
  return key;
}

}  // namespace

std::vector<Tag> tag_words(const Document& document, Recall* recall) {
  const tagger::Model& model = document.language->of<Weights>().model;
  const std::span<const Token> tokens = document.tokens;
  std::vector<Tag> tags;
  tags.reserve(tokens.size());
  std::vector<Attributes> rows;
  for (const Sentence& sentence : document.sentences) {
    const auto words =
        tokens.subspan(sentence.first_token, sentence.last_token - sentence.first_token);
    const std::string key = recall ? key_of(words) : std::string();
    const Recall::Numbers* const known = recall ? recall->find(key) : nullptr;
    if (known) {
      for (const std::uint32_t tag : *known) tags.push_back(static_cast<Tag>(tag));
      continue;
    }
    tag_sentence(model, words, rows, tags);
    if (!recall) continue;
    Recall::Numbers found(words.size());
    std::transform(tags.end() - static_cast<std::ptrdiff_t>(words.size()), tags.end(),
                   found.begin(), [](Tag tag) { return static_cast<std::uint32_t>(tag); });
    recall->keep(key, std::move(found));
  }
  return tags;
}

}  // namespace sourcelight
