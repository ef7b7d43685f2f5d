// Viterbi for the labels; forward and backward sums, scaled at each token, for the probabilities.
// See crf.h.
#include "model/crf.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/math.h"

namespace sourcelight::model {
namespace {

using Scores = std::array<float, label_count>;
using Back = std::array<std::uint8_t, label_count>;

Scores scores_at(std::span<const float> emissions, std::size_t token) {
  Scores scores;
  for (std::size_t l = 0; l < label_count; ++l) scores[l] = emissions[token * label_count + l];
  return scores;
}

void find_best(const Weights& w, std::span<const float> emissions, std::span<Label> best) {
  std::vector<Back> came(best.size());
  Scores score = scores_at(emissions, 0);
  for (std::size_t l = 0; l < label_count; ++l) score[l] += w.start[l];
  for (std::size_t t = 1; t < best.size(); ++t) {
    Scores next = scores_at(emissions, t);
    for (std::size_t to = 0; to < label_count; ++to) {
      std::size_t from = 0;
      float highest = score[0] + w.step[to];
      for (std::size_t l = 1; l < label_count; ++l) {
        const float sum = score[l] + w.step[l * label_count + to];
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
  auto label =
      static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (std::size_t t = best.size(); t-- > 0;) {
    best[t] = static_cast<Label>(label);
    label = came[t][label];
  }
}

// e to each score, the highest taken away: the ratios are what counts.
Scores weights_at(std::span<const float> emissions, std::size_t token) {
  Scores scores = scores_at(emissions, token);
  const float highest = *std::max_element(scores.begin(), scores.end());
  for (float& score : scores) score = exp_of(score - highest);
  return scores;
}

void make_sum_one(Scores& scores) {
  float sum = 0.0F;
  for (const float score : scores) sum += score;
  for (float& score : scores) score /= sum;
}

using Steps = std::array<Scores, label_count>;

Steps steps_of(const Weights& w) {
  Steps steps;
  for (std::size_t from = 0; from < label_count; ++from) {
    for (std::size_t to = 0; to < label_count; ++to) {
      steps[from][to] = exp_of(w.step[from * label_count + to]);
    }
  }
  return steps;
}

void find_probabilities(const Weights& w, std::span<const float> emissions,
                        std::span<const Label> best, std::span<float> probability) {
  const std::size_t count = best.size();
  const Steps steps = steps_of(w);
  std::vector<Scores> forward(count);
  forward[0] = weights_at(emissions, 0);
  for (std::size_t l = 0; l < label_count; ++l) forward[0][l] *= exp_of(w.start[l]);
  make_sum_one(forward[0]);
  for (std::size_t t = 1; t < count; ++t) {
    Scores sums{};
    for (std::size_t from = 0; from < label_count; ++from) {
      for (std::size_t to = 0; to < label_count; ++to) {
        sums[to] += forward[t - 1][from] * steps[from][to];
      }
    }
    forward[t] = weights_at(emissions, t);
    for (std::size_t l = 0; l < label_count; ++l) forward[t][l] *= sums[l];
    make_sum_one(forward[t]);
  }
  Scores after;
  after.fill(1.0F);
  for (std::size_t t = count; t-- > 0;) {
    Scores both = forward[t];
    for (std::size_t l = 0; l < label_count; ++l) both[l] *= after[l];
    make_sum_one(both);
    probability[t] = both[static_cast<std::size_t>(best[t])];
    Scores here = weights_at(emissions, t);
    for (std::size_t l = 0; l < label_count; ++l) here[l] *= after[l];
    Scores sums{};
    for (std::size_t from = 0; from < label_count; ++from) {
      for (std::size_t to = 0; to < label_count; ++to) sums[from] += steps[from][to] * here[to];
    }
    make_sum_one(sums);
    after = sums;
  }
}

}  // namespace

void decode(const Weights& weights, std::span<const float> emissions, std::span<Label> best,
            std::span<float> probability) {
  if (best.empty()) return;
  find_best(weights, emissions, best);
  find_probabilities(weights, emissions, best, probability);
}

}  // namespace sourcelight::model
