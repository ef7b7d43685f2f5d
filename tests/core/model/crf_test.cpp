// The decoder against every sequence counted by hand: the best is the best, and the probabilities
// are those of the whole.
#include "model/crf.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

namespace sourcelight::model {
namespace {

constexpr std::size_t label_count = 7;
constexpr std::size_t stride = 9;  // two numbers of another task follow on each token's

struct Scores {
  std::vector<float> start = std::vector<float>(label_count);
  std::vector<float> step = std::vector<float>(label_count * label_count);

  [[nodiscard]] Crf crf() const { return {start, step}; }
};

using Sequence = std::vector<std::size_t>;

double score_of(const Scores& scores, const std::vector<float>& emissions, const Sequence& labels) {
  double sum = scores.start[labels[0]];
  for (std::size_t t = 0; t < labels.size(); ++t) {
    sum += emissions[t * stride + labels[t]];
    if (t > 0) sum += scores.step[labels[t - 1] * label_count + labels[t]];
  }
  return sum;
}

std::vector<Sequence> all_sequences(std::size_t length) {
  std::vector<Sequence> all = {{}};
  for (std::size_t t = 0; t < length; ++t) {
    std::vector<Sequence> longer;
    for (const Sequence& sequence : all) {
      for (std::size_t l = 0; l < label_count; ++l) {
        longer.push_back(sequence);
        longer.back().push_back(l);
      }
    }
    all = std::move(longer);
  }
  return all;
}

TEST_CASE("the likeliest sequence and its probabilities are those of all sequences") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0F, 2.0F);
  for (const std::size_t length : {1U, 2U, 4U}) {
    Scores scores;
    for (auto* list : {&scores.start, &scores.step}) {
      for (float& value : *list) value = normal(random);
    }
    scores.step[2] = -10000.0F;  // forbidden
    std::vector<float> emissions(length * stride);
    for (float& value : emissions) value = normal(random);

    std::vector<std::uint8_t> best(length);
    std::vector<float> probability(length);
    decode(scores.crf(), {emissions, stride}, best, probability);

    Sequence wanted;
    double highest = -1e9;
    double all = 0;
    for (const Sequence& sequence : all_sequences(length)) {
      const double score = score_of(scores, emissions, sequence);
      all += std::exp(score);
      if (score > highest) {
        highest = score;
        wanted = sequence;
      }
    }
    for (std::size_t t = 0; t < length; ++t) {
      CHECK(best[t] == wanted[t]);
      double with = 0;
      for (const Sequence& sequence : all_sequences(length)) {
        if (sequence[t] == wanted[t]) with += std::exp(score_of(scores, emissions, sequence));
      }
      CHECK(probability[t] == Approx(with / all).epsilon(1e-3));
    }
  }
}

TEST_CASE("a long sequence of strong scores neither overflows nor loses its probabilities") {
  Scores scores;
  constexpr std::size_t length = 400;
  std::vector<float> emissions(length * stride, -30.0F);
  for (std::size_t t = 0; t < length; ++t) emissions[t * stride + t % label_count] = 30.0F;
  std::vector<std::uint8_t> best(length);
  std::vector<float> probability(length);
  decode(scores.crf(), {emissions, stride}, best, probability);
  for (std::size_t t = 0; t < length; ++t) {
    CHECK(best[t] == t % label_count);
    CHECK(probability[t] == Approx(1.0));
  }
}

TEST_CASE("an empty sequence has no labels") { decode(Scores().crf(), {}, {}, {}); }

}  // namespace
}  // namespace sourcelight::model
