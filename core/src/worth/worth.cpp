// Contract in worth.h. All sums are of whole numbers, so that every machine gives the same.
#include "worth/worth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/word_list.h"
#include "lexicon_data.h"
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

const Weights& loaded_weights() {
  static const Weights weights(lexicon::worth_loaded);
  return weights;
}

const Weights& biased_weights() {
  static const Weights weights(lexicon::worth_biased);
  return weights;
}

const Weights& check_weights() {
  static const Weights weights(lexicon::worth_check);
  return weights;
}

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
int loaded_score(const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.name) return not_loaded;
  const std::optional<int> listed = loaded_weights().find(hash_text(word.text));
  if (!listed) return not_loaded;
  int score = *listed;
  for (const Feature& feature : features_at(words, at))
    score += loaded_weights().of(feature.hash());
  return std::max(score, not_loaded);
}

// The weights of the features, each counted once.
int sum_once(const Weights& weights, const std::vector<Feature>& features) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(features.size());
  for (const Feature& feature : features) hashes.push_back(feature.hash());
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  int sum = weights.of("=begin");
  for (const std::uint32_t hash : hashes) sum += weights.of(hash);
  return sum;
}

}  // namespace

double biased(const Grammar& grammar, const Sentence& sentence) {
  const std::vector<Word> words = read_words(grammar, sentence);
  std::array<int, 3> most{};  // of the words that are loaded most, the first the most
  int all = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    int score = loaded_score(words, i) - not_loaded;
    all += score;
    for (int& place : most) {
      if (score > place) std::swap(score, place);
    }
  }
  const Weights& weights = biased_weights();
  const int facts = most[0] * weights.of("=loaded1") + most[1] * weights.of("=loaded2") +
                    most[2] * weights.of("=loaded3") + all * weights.of("=loaded");
  return probability((sum_once(weights, features_of(words)) + facts / parts) / units);
}

double check_worthy(const Grammar& grammar, const Sentence& sentence) {
  return probability(sum_once(check_weights(), features_of(read_words(grammar, sentence))) / units);
}

std::vector<std::uint32_t> loaded_words(const Grammar& grammar, const Sentence& sentence) {
  static const WordList always(lexicon::loaded_always);
  static const WordList never(lexicon::loaded_never);
  const int enough = loaded_weights().of("=enough");
  const std::vector<Word> words = read_words(grammar, sentence);
  std::vector<std::uint32_t> loaded;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.name || word.quoted || never.has(word.text)) continue;
    if (always.has(word.text) || loaded_score(words, i) >= enough) loaded.push_back(word.token);
  }
  return loaded;
}

}  // namespace sourcelight::worth
