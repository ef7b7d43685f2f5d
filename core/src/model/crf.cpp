// Viterbi for the labels; forward and backward sums, scaled at each token, for the probabilities.
// See crf.h.
#include "model/crf.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/math.h"

namespace sourcelight::model {
namespace {

// Of the labels that the task has; the rest is not looked at.
using Scores = std::array<float, most_labels>;
using Back = std::array<std::uint8_t, most_labels>;

Scores scores_at(Emissions emissions, std::size_t count, std::size_t token) {
  Scores scores;
  for (std::size_t l = 0; l < count; ++l)
    scores[l] = emissions.scores[token * emissions.stride + l];
  return scores;
}

void find_best(const Crf& crf, Emissions emissions, std::span<std::uint8_t> best) {
  const std::size_t labels = crf.start.size();
  std::vector<Back> came(best.size());
  Scores score = scores_at(emissions, labels, 0);
  for (std::size_t l = 0; l < labels; ++l) score[l] += crf.start[l];
  for (std::size_t t = 1; t < best.size(); ++t) {
    Scores next = scores_at(emissions, labels, t);
    for (std::size_t to = 0; to < labels; ++to) {
      std::size_t from = 0;
      float highest = score[0] + crf.step[to];
      for (std::size_t l = 1; l < labels; ++l) {
        const float sum = score[l] + crf.step[l * labels + to];
        if (sum > highest) {
          highest = sum;
          from = l;
        }
      }
      came[t][to] = static_cast<std::uint8_t>(from);
      next[to] += highest;
    }
    score = next;
  }
  const auto end = score.begin() + static_cast<std::ptrdiff_t>(labels);
  auto label = static_cast<std::size_t>(std::max_element(score.begin(), end) - score.begin());
  for (std::size_t t = best.size(); t-- > 0;) {
    best[t] = static_cast<std::uint8_t>(label);
    label = came[t][label];
  }
}

// e to each score, the highest taken away: the ratios are what counts.
Scores weights_at(Emissions emissions, std::size_t labels, std::size_t token) {
  Scores scores = scores_at(emissions, labels, token);
  const float highest =
      *std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(labels));
  for (std::size_t l = 0; l < labels; ++l) scores[l] = exp_of(scores[l] - highest);
  return scores;
}

void make_sum_one(Scores& scores, std::size_t labels) {
  float sum = 0.0F;
  for (std::size_t l = 0; l < labels; ++l) sum += scores[l];
  for (std::size_t l = 0; l < labels; ++l) scores[l] /= sum;
}

using Steps = std::array<Scores, most_labels>;

Steps steps_of(const Crf& crf) {
  const std::size_t labels = crf.start.size();
  Steps steps;
  for (std::size_t from = 0; from < labels; ++from) {
    for (std::size_t to = 0; to < labels; ++to) {
      steps[from][to] = exp_of(crf.step[from * labels + to]);
    }
  }
  return steps;
}

void find_probabilities(const Crf& crf, Emissions emissions, std::span<const std::uint8_t> best,
                        std::span<float> probability) {
  const std::size_t count = best.size();
  const std::size_t labels = crf.start.size();
  const Steps steps = steps_of(crf);
  std::vector<Scores> weights(count);
  std::vector<Scores> forward(count);
  for (std::size_t t = 0; t < count; ++t) weights[t] = weights_at(emissions, labels, t);
  forward[0] = weights[0];
  for (std::size_t l = 0; l < labels; ++l) forward[0][l] *= exp_of(crf.start[l]);
  make_sum_one(forward[0], labels);
  for (std::size_t t = 1; t < count; ++t) {
    Scores sums{};
    for (std::size_t from = 0; from < labels; ++from) {
      for (std::size_t to = 0; to < labels; ++to)
        sums[to] += forward[t - 1][from] * steps[from][to];
    }
    for (std::size_t l = 0; l < labels; ++l) forward[t][l] = weights[t][l] * sums[l];
    make_sum_one(forward[t], labels);
  }
  Scores after;
  after.fill(1.0F);
  for (std::size_t t = count; t-- > 0;) {
    Scores both{};
    for (std::size_t l = 0; l < labels; ++l) both[l] = forward[t][l] * after[l];
    make_sum_one(both, labels);
    probability[t] = both[best[t]];
    Scores here{};
    for (std::size_t l = 0; l < labels; ++l) here[l] = weights[t][l] * after[l];
    Scores sums{};
    for (std::size_t from = 0; from < labels; ++from) {
      for (std::size_t to = 0; to < labels; ++to) sums[from] += steps[from][to] * here[to];
    }
    make_sum_one(sums, labels);
    after = sums;
  }
}

}  // namespace

void decode(const Crf& crf, Emissions emissions, std::span<std::uint8_t> best,
            std::span<float> probability) {
  if (best.empty()) return;
  find_best(crf, emissions, best);
  find_probabilities(crf, emissions, best, probability);
}

}  // namespace sourcelight::model
