// Embeddings, a gated convolution over three tokens, light recurrences both ways (Lei et al. 2018),
// a CRF. See labeller.h.
#include "model/labeller.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "base/bits.h"
#include "model/crf.h"
#include "model/math.h"
#include "model/multiply.h"

namespace sourcelight::model {
namespace {

constexpr std::size_t kLongest = 400;  // tokens of a sequence, as in training

// The salts of a word's two rows; prefixes and suffixes use the first.
constexpr std::array<std::uint32_t, 2> kSalts = {0x9E3779B1U, 0x85EBCA6BU};

std::size_t row_of(const Matrix& table, std::uint32_t hash, std::uint32_t salt) {
  return (hash * salt) >> (32 - std::countr_zero(table.rows));
}

// Adds a row of a table to values.
void add_row(const Matrix& table, std::size_t row, float* values) {
  const std::int8_t* from = table.row(row);
  const float scale = table.scale(row);
  for (std::size_t i = 0; i < table.columns; ++i) values[i] += scale * static_cast<float>(from[i]);
}

template <typename Lanes>
class Network {
 public:
  explicit Network(const Weights& weights) : w_(weights) {}

  // emissions: label_count scores a token.
  const std::vector<float>& run(std::span<const TokenFeatures> tokens) {
    count_ = tokens.size();
    embed(tokens);
    convolve();
    for (const Layer& layer : w_.layers) recur(layer);
    emissions_.resize(in_fours(count_) * label_count);
    multiply<Lanes>(inputs_.data(), 2 * w_.hidden(), count_, w_.leave, w_.leave_bias.data(),
                    emissions_.data());
    return emissions_;
  }

 private:
  // inputs_: an empty token, the tokens, and empty ones to a multiple of four.
  void embed(std::span<const TokenFeatures> tokens) {
    const std::size_t size = w_.input_size();
    inputs_.assign((in_fours(count_) + 2) * size, 0);
    std::vector<float> row(size);
    for (std::size_t t = 0; t < count_; ++t) {
      const TokenFeatures& token = tokens[t];
      std::fill(row.begin(), row.end(), 0.0F);
      float* values = row.data();
      for (const std::uint32_t salt : kSalts) {
        add_row(w_.word, row_of(w_.word, token.word, salt), values);
      }
      values += w_.word.columns;
      add_row(w_.prefix, row_of(w_.prefix, token.prefix, kSalts[0]), values);
      values += w_.prefix.columns;
      add_row(w_.suffix, row_of(w_.suffix, token.suffix, kSalts[0]), values);
      values += w_.suffix.columns;
      for (std::size_t i = 0; i < small_feature_count; ++i) {
        add_row(w_.small[i], token.small[i], values);
        values += w_.small[i].columns;
      }
      std::transform(row.begin(), row.end(), inputs_.data() + (t + 1) * size, to_input);
    }
  }

  void convolve() {
    const std::size_t width = w_.width();
    outputs_.resize(in_fours(count_) * 2 * width);
    multiply<Lanes>(inputs_.data(), w_.input_size(), count_, w_.convolution,
                    w_.convolution_bias.data(), outputs_.data());
    values_.assign(in_fours(count_) * width, 0.0F);
    for (std::size_t t = 0; t < count_; ++t) {
      const float* from = outputs_.data() + t * 2 * width;
      float* to = values_.data() + t * width;
      for (std::size_t i = 0; i < width; ++i) to[i] = from[i] * sigmoid_of(from[width + i]);
    }
    values_to_inputs();
  }

  void values_to_inputs() {
    inputs_.resize(values_.size());
    std::transform(values_.begin(), values_.end(), inputs_.begin(), to_input);
  }

  void recur(const Layer& layer) {
    const std::size_t both = std::size_t{2} * w_.hidden();
    outputs_.resize(in_fours(count_) * 3 * both);
    multiply<Lanes>(inputs_.data(), layer.gates.columns, count_, layer.gates, layer.bias.data(),
                    outputs_.data());
    if (layer.skip.rows > 0) {
      values_.assign(in_fours(count_) * both, 0.0F);
      multiply<Lanes>(inputs_.data(), layer.skip.columns, count_, layer.skip, nullptr,
                      values_.data());
    }
    for (std::size_t t = 0; t < count_; ++t) open_gates(outputs_.data() + t * 3 * both, both);
    state_.assign(w_.hidden(), 0.0F);
    for (std::size_t t = 0; t < count_; ++t) remember(t, 0);
    state_.assign(w_.hidden(), 0.0F);
    for (std::size_t t = count_; t-- > 0;) remember(t, w_.hidden());
    for (std::size_t t = 0; t < count_; ++t) {
      const float* row = outputs_.data() + t * 3 * both;
      float* value = values_.data() + t * both;
      for (std::size_t i = 0; i < both; ++i) {
        value[i] += sigmoid_of(row[2 * both + i]) * (tanh_of(row[i]) - value[i]);
      }
    }
    values_to_inputs();
  }

  // new, keep -> what is added to the state, how much of it is kept
  static void open_gates(float* row, std::size_t both) {
    float* keep = row + both;
    for (std::size_t i = 0; i < both; ++i) {
      keep[i] = sigmoid_of(keep[i]);
      row[i] *= 1.0F - keep[i];
    }
  }

  // The state after token t, one way, in the place of what was added to it.
  void remember(std::size_t t, std::size_t first) {
    const std::size_t hidden = w_.hidden();
    float* added = outputs_.data() + t * 6 * hidden + first;
    const float* keep = added + 2 * hidden;
    for (std::size_t i = 0; i < hidden; ++i) {
      state_[i] = keep[i] * state_[i] + added[i];
      added[i] = state_[i];
    }
  }

  const Weights& w_;
  std::size_t count_ = 0;
  std::vector<std::int16_t> inputs_;  // what the next matrix takes
  std::vector<float> values_;         // the same before rounding
  std::vector<float> outputs_;        // what the matrix gave
  std::vector<float> state_;
  std::vector<float> emissions_;
};

// All that the network sees of a sequence.
std::string key_of(std::span<const TokenFeatures> sequence) {
  static_assert(std::has_unique_object_representations_v<TokenFeatures>);
  std::string key(1 + sequence.size_bytes(), 'L');
  std::memcpy(key.data() + 1, sequence.data(), sequence.size_bytes());
  return key;
}

// Of each token its label and the bits of the probability.
Recall::Numbers numbers_of(std::span<const Label> best, std::span<const float> probability) {
  Recall::Numbers numbers;
  numbers.reserve(2 * best.size());
  for (std::size_t t = 0; t < best.size(); ++t) {
    numbers.push_back(static_cast<std::uint32_t>(best[t]));
    numbers.push_back(bits_as<std::uint32_t>(probability[t]));
  }
  return numbers;
}

void read_labels(const Recall::Numbers& numbers, std::span<Label> best,
                 std::span<float> probability) {
  for (std::size_t t = 0; t < best.size(); ++t) {
    best[t] = static_cast<Label>(numbers[2 * t]);
    probability[t] = bits_as<float>(numbers[2 * t + 1]);
  }
}

template <typename Lanes>
Labels label(const Weights& weights, const Document& document,
             std::span<const TokenFeatures> features, Recall* recall, const Progress& on_progress) {
  Labels labels{std::vector<Label>(features.size()), std::vector<float>(features.size())};
  Network<Lanes> network(weights);
  const auto read = [&](std::size_t first, std::size_t last) {
    for (; first < last; first += std::min(kLongest, last - first)) {
      const std::size_t size = std::min(kLongest, last - first);
      const auto sequence = features.subspan(first, size);
      const auto best = std::span(labels.best).subspan(first, size);
      const auto probability = std::span(labels.probability).subspan(first, size);
      const std::string key = recall ? key_of(sequence) : std::string();
      const Recall::Numbers* const known = recall ? recall->find(key) : nullptr;
      if (known) {
        read_labels(*known, best, probability);
      } else {
        decode(weights, network.run(sequence), best, probability);
        if (recall) recall->keep(key, numbers_of(best, probability));
      }
      if (on_progress) on_progress(double(first + size) / double(features.size()));
    }
  };
  std::size_t first = 0;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    const bool ends = s + 1 == document.sentences.size() ||
                      document.sentences[s + 1].paragraph != sentence.paragraph;
    if (!ends) continue;
    read(first, sentence.last_token);
    first = sentence.last_token;
  }
  return labels;
}

}  // namespace

Labels label_tokens(const Weights& weights, const Document& document,
                    std::span<const TokenFeatures> features, Recall* recall,
                    const Progress& on_progress) {
  return label<FastLanes>(weights, document, features, recall, on_progress);
}

Labels label_tokens_plainly(const Weights& weights, const Document& document,
                            std::span<const TokenFeatures> features) {
  return label<PlainLanes>(weights, document, features, nullptr, {});
}

}  // namespace sourcelight::model
