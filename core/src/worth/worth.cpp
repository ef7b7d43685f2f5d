// Contract in worth.h. All sums are of whole numbers, so that every machine gives the same.
#include "worth/worth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/bits.h"
#include "base/word_list.h"
#include "worth/features.h"
#include "worth/weights.h"

namespace sourcelight::worth {
namespace {

// Weights count tenths of a natural logarithm of odds; those of numeric facts count hundredths
// of that for each unit of the fact.
constexpr double units = 10.0;
constexpr double parts = 100.0;

// How loaded a word is that the list does not hold; no word is less.
constexpr int not_loaded = -35;

struct Models {
  explicit Models(const Language& language)
      : loaded(language.file(Lexicon::worth_loaded)),
        biased(language.file(Lexicon::worth_biased)),
        check(language.file(Lexicon::worth_check)),
        always(language.words(Lexicon::loaded_always)),
        never(language.words(Lexicon::loaded_never)),
        enough(loaded.of("=enough")) {}

  Weights loaded, biased, check;
  const WordList& always;
  const WordList& never;
  int enough;  // from where on a word is shown as loaded
};

// 1 / (1 + e^-x) by multiplications in a fixed order, as the C library's exp() differs between
// machines. Within 1e-5.
double probability(double log_odds) {
  constexpr double step = 0.25;
  constexpr double e_to_minus_step = 0.77880078307140488;
  double x = std::min(std::abs(log_odds), 30.0);
  double e = 1;
  for (; x >= step; x -= step) e *= e_to_minus_step;
  e *= 1 - x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4)));
  return log_odds < 0 ? e / (1 + e) : 1 / (1 + e);
}

// How loaded the word at `at` is; above 0: more likely than not.
int loaded_score(const Weights& weights, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.name) return not_loaded;
  const std::optional<int> listed = weights.find(hash_text(word.text));
  if (!listed) return not_loaded;
  int score = *listed;
  for (const Feature& feature : features_at(words, at)) score += weights.of(feature.hash());
  return std::max(score, not_loaded);
}

// The features' hashes, each once.
std::vector<std::uint32_t> hashes_of(const std::vector<Feature>& features) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(features.size());
  for (const Feature& feature : features) hashes.push_back(feature.hash());
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

int sum(const Weights& weights, const std::vector<std::uint32_t>& hashes) {
  int total = weights.of("=begin");
  for (const std::uint32_t hash : hashes) total += weights.of(hash);
  return total;
}

// What loaded words add to the bias of their sentence, by the three that are loaded most and by
// all.
double loaded_facts(const Weights& weights, const std::vector<int>& scores) {
  std::array<int, 3> most{};
  int all = 0;
  for (int score : scores) {
    score -= not_loaded;
    all += score;
    for (int& place : most) {
      if (score > place) std::swap(score, place);
    }
  }
  return (most[0] * weights.of("=loaded1") + most[1] * weights.of("=loaded2") +
          most[2] * weights.of("=loaded3") + all * weights.of("=loaded")) /
         parts;
}

bool is_shown(const Models& models, const Word& word, int score) {
  if (word.name || word.quoted || models.never.has(word.text)) return false;
  return score >= models.enough || models.always.has(word.text);
}

Judgement judge(const Models& models, const std::vector<Word>& words) {
  const std::vector<std::uint32_t> hashes = hashes_of(features_of(words));
  Judgement judgement;
  std::vector<int> scores;
  scores.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    scores.push_back(loaded_score(models.loaded, words, i));
    if (is_shown(models, words[i], scores.back())) judgement.loaded.push_back(words[i].token);
  }
  judgement.biased =
      probability((sum(models.biased, hashes) + loaded_facts(models.biased, scores)) / units);
  judgement.check_worthy = probability(sum(models.check, hashes) / units);
  return judgement;
}

// All that the models see of a sentence: its words, each with two bytes behind it, of which UTF-8
// never has the first.
std::string key_of(const std::vector<Word>& words) {
  std::string key = "W";
  for (const Word& word : words) {
    key += word.text;
    key += static_cast<char>(0xF8 | (word.name ? 1 : 0) | (word.quoted ? 2 : 0));
    key += static_cast<char>(word.tag);
  }
  return key;
}

// The two probabilities in halves, and which of the words are loaded.
Recall::Numbers numbers_of(const Judgement& judgement, const std::vector<Word>& words) {
  Recall::Numbers numbers;
  for (const double value : {judgement.biased, judgement.check_worthy}) {
    const auto bits = bits_as<std::uint64_t>(value);
    numbers.push_back(static_cast<std::uint32_t>(bits));
    numbers.push_back(static_cast<std::uint32_t>(bits >> 32U));
  }
  for (const std::uint32_t token : judgement.loaded) {
    numbers.push_back(token - words.front().token);
  }
  return numbers;
}

Judgement judgement_of(const Recall::Numbers& numbers, const std::vector<Word>& words) {
  const auto value_at = [&](std::size_t at) {
    return bits_as<double>(numbers[at] | std::uint64_t{numbers[at + 1]} << 32U);
  };
  Judgement judgement{value_at(0), value_at(2), {}};
  for (std::size_t at = 4; at < numbers.size(); ++at) {
    judgement.loaded.push_back(words.front().token + numbers[at]);
  }
  return judgement;
}

}  // namespace

Judgement judge(const Grammar& grammar, const Sentence& sentence, Recall* recall) {
  const std::vector<Word> words = read_words(grammar, sentence);
  const auto& models = grammar.language().of<Models>();
  if (!recall) return judge(models, words);
  const std::string key = key_of(words);
  const Recall::Numbers* const known = recall->find(key);
  if (known) return judgement_of(*known, words);
  Judgement judgement = judge(models, words);
  recall->keep(key, numbers_of(judgement, words));
  return judgement;
}

double biased(const Grammar& grammar, const Sentence& sentence) {
  return judge(grammar, sentence).biased;
}

double check_worthy(const Grammar& grammar, const Sentence& sentence) {
  return judge(grammar, sentence).check_worthy;
}

std::vector<std::uint32_t> loaded_words(const Grammar& grammar, const Sentence& sentence) {
  return judge(grammar, sentence).loaded;
}

}  // namespace sourcelight::worth
