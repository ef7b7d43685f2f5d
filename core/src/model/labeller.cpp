// Embeddings, a gated convolution over three tokens, light recurrences both ways (Lei et al. 2018),
// a CRF a task. See labeller.h.
#include "model/labeller.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "base/bits.h"
#include "model/decode.h"
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

template <typename Lanes>
class Network {
 public:
  explicit Network(const Weights& weights) : w_(weights) {}

  // Scores of all labels for each token. `before`: the summaries of the two paragraphs before, the
  // nearer one first.
  const std::vector<float>& run(std::span<const TokenFeatures> tokens,
                                std::span<const float> before) {
    count_ = tokens.size();
    embed(tokens);
    convolve();
    for (std::size_t i = 0; i < w_.layers.size(); ++i) {
      if (i == w_.local) listen(before);
      recur(w_.layers[i]);
    }
    emissions_.resize(in_fours(count_) * all_labels);
    multiply<Lanes>(inputs_.data(), 2 * w_.hidden(), count_, w_.leave, w_.leave_bias.data(),
                    emissions_.data());
    return emissions_;
  }

  // What the paragraph that was run last tells the next ones.
  [[nodiscard]] std::span<const float> summary() const {
    return std::span(summary_).first(w_.summary.rows);
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
      to_inputs(row, inputs_.data() + (t + 1) * size);
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

  // Sums up the paragraph, and tells its tokens what those before it had to say.
  void listen(std::span<const float> before) {
    const std::size_t size = std::size_t{2} * w_.hidden();
    std::vector<float> whole(2 * size, 0.0F);
    for (std::size_t t = 0; t < count_; ++t) {
      for (std::size_t i = 0; i < size; ++i) whole[i] += values_[t * size + i];
    }
    for (std::size_t i = 0; i < size; ++i) {
      whole[i] /= static_cast<float>(count_);
      whole[size + i] = values_[(count_ - 1) * size + i];
    }
    summary_ = multiplied(whole, w_.summary);
    const std::vector<float> heard = multiplied(before, w_.around);
    for (std::size_t t = 0; t < count_; ++t) {
      for (std::size_t i = 0; i < size; ++i) values_[t * size + i] += heard[i];
    }
    values_to_inputs();
  }

  // matrix times one row of values; filled up to a multiple of four rows
  static std::vector<float> multiplied(std::span<const float> values, const Matrix& matrix) {
    std::vector<std::int16_t> inputs(in_fours(1) * matrix.columns);
    to_inputs(values, inputs.data());
    std::vector<float> out(in_fours(1) * matrix.rows);
    multiply<Lanes>(inputs.data(), matrix.columns, 1, matrix, nullptr, out.data());
    return out;
  }

  void values_to_inputs() {
    inputs_.resize(values_.size());
    to_inputs(values_, inputs_.data());
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
  std::vector<float> summary_;
};

// All that the network sees of a sequence.
std::string key_of(std::span<const TokenFeatures> sequence, std::span<const float> before) {
  static_assert(std::has_unique_object_representations_v<TokenFeatures>);
  std::string key(1 + sequence.size_bytes() + before.size_bytes(), 'L');
  std::memcpy(key.data() + 1, sequence.data(), sequence.size_bytes());
  std::memcpy(key.data() + 1 + sequence.size_bytes(), before.data(), before.size_bytes());
  return key;
}

// The labels of one sequence, and the summary that the next ones hear.
template <typename Lanes>
class Sequences {
 public:
  Sequences(const Weights& weights, std::span<const TokenFeatures> features, Recall* recall)
      : w_(weights),
        network_(weights),
        features_(features),
        recall_(recall),
        labels_(features.size()),
        before_(std::size_t{2} * weights.summary.rows) {}

  void read(std::size_t first, std::size_t size) {
    const auto sequence = features_.subspan(first, size);
    const std::string key = recall_ ? key_of(sequence, before_) : std::string();
    if (const Recall::Numbers* const known = recall_ ? recall_->find(key) : nullptr) {
      std::vector<float> summary;
      for (const std::uint32_t number : recall_labels(*known, first, size, labels_)) {
        summary.push_back(bits_as<float>(number));
      }
      return hear(summary);
    }
    decode_all(w_.crfs, network_.run(sequence, before_), first, size, labels_);
    hear(network_.summary());
    if (recall_) recall_->keep(key, numbers_of(first, size));
  }

  Labels take() { return std::move(labels_); }

 private:
  void hear(std::span<const float> summary) {
    std::copy(before_.begin(), before_.end() - std::ptrdiff_t(summary.size()),
              before_.begin() + std::ptrdiff_t(summary.size()));
    std::copy(summary.begin(), summary.end(), before_.begin());
  }

  // The labels, then the summary.
  [[nodiscard]] Recall::Numbers numbers_of(std::size_t first, std::size_t size) const {
    Recall::Numbers numbers = numbers_of_labels(labels_, first, size);
    for (const float value : network_.summary()) numbers.push_back(bits_as<std::uint32_t>(value));
    return numbers;
  }

  const Weights& w_;
  Network<Lanes> network_;
  std::span<const TokenFeatures> features_;
  Recall* recall_;
  Labels labels_;
  std::vector<float> before_;  // summaries of the two sequences before, the nearer one first
};

template <typename Lanes>
Labels label(const Weights& weights, const Document& document,
             std::span<const TokenFeatures> features, Recall* recall, const Progress& on_progress) {
  Sequences<Lanes> sequences(weights, features, recall);
  const auto read = [&](std::size_t first, std::size_t last) {
    for (; first < last; first += std::min(kLongest, last - first)) {
      const std::size_t size = std::min(kLongest, last - first);
      sequences.read(first, size);
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
  return sequences.take();
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
