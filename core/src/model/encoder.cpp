// Contract in encoder.h. Sums run in one order and are never regrouped, so every build gives the
// same bits; inner loops run over what is independent, which compilers turn into vectors.
#include "model/encoder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "model/decode.h"
#include "model/math.h"
#include "model/multiply.h"
#include "model/pieces.h"

namespace sourcelight::model {
namespace {

constexpr float kWide = 1024.0F;  // inputs between -32 and 32
constexpr float kEpsilon = 1e-12F;

// Tokens [first, last) of one sequence; labels are wanted from `own` on.
struct Sequence {
  std::size_t first = 0;
  std::size_t own = 0;
  std::size_t last = 0;
};

struct Sequenced {
  std::vector<std::uint32_t> pieces;
  std::vector<std::uint32_t> first_of;  // token -> the place of its first piece
};

constexpr std::size_t in_chunks(std::size_t count) {
  return (count + sums_at_once - 1) / sums_at_once * sums_at_once;
}

// out[j] = the sum over i of weights[i] * rows[i * stride + j]; columns: a multiple of
// sums_at_once.
void weighted_sum(std::span<const float> weights, const float* rows, std::size_t stride,
                  std::size_t columns, float* out) {
  for (std::size_t first = 0; first < columns; first += sums_at_once) {
    std::array<float, sums_at_once> sums{};
    const float* from = rows + first;
    for (const float weight : weights) {
      for (std::size_t j = 0; j < sums_at_once; ++j) sums[j] += weight * from[j];
      from += stride;
    }
    std::copy(sums.begin(), sums.end(), out + first);
  }
}

// Gaussian error linear unit (Hendrycks and Gimpel 2016), by tanh.
float gelu_of(float x) {
  return 0.5F * x * (1.0F + tanh_of(0.79788456F * (x + 0.044715F * x * x * x)));
}

template <typename Lanes>
class Network {
 public:
  explicit Network(const EncoderWeights& weights) : w_(weights) {}

  // Scores of all labels for each token.
  const std::vector<float>& run(const Sequenced& sequence, std::span<const TokenFeatures> tokens) {
    count_ = sequence.pieces.size();
    embed(sequence.pieces);
    for (const EncoderLayer& layer : w_.layers) {
      multiply_by(layer.attend, layer.attend_bias, values_, heads_);
      attend();
      multiply_by(layer.out, layer.out_bias, attended_, added_);
      add_and_norm(layer.attended);
      multiply_by(layer.up, layer.up_bias, values_, inner_);
      for (float& value : inner_) value = gelu_of(value);
      multiply_by(layer.down, layer.down_bias, inner_, added_);
      add_and_norm(layer.done);
    }
    return label(sequence.first_of, tokens);
  }

 private:
  // Rows are filled up to a multiple of four, as the kernel takes them.
  void embed(std::span<const std::uint32_t> pieces) {
    const std::size_t size = w_.size();
    values_.assign(in_fours(count_) * size, 0.0F);
    for (std::size_t t = 0; t < count_; ++t) {
      add_row(w_.words, pieces[t], values_.data() + t * size);
      add_row(w_.places, t, values_.data() + t * size);
    }
    norm(w_.begin);
  }

  void multiply_by(const Matrix& matrix, Vector bias, const std::vector<float>& from,
                   std::vector<float>& to) {
    inputs_.resize(in_fours(count_) * matrix.columns);
    to_inputs(std::span(from).first(inputs_.size()), inputs_.data(), kWide);
    to.resize(in_fours(count_) * matrix.rows);
    multiply<Lanes>(inputs_.data(), matrix.columns, count_, matrix, bias.data(), to.data(), kWide);
  }

  void add_and_norm(const Norm& by) {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] += added_[i];
    norm(by);
  }

  // Each row to a mean of 0 and a variance of 1 (Ba et al. 2016).
  void norm(const Norm& by) {
    const std::size_t size = w_.size();
    for (std::size_t t = 0; t < count_; ++t) {
      float* row = values_.data() + t * size;
      float mean = 0;
      for (std::size_t i = 0; i < size; ++i) mean += row[i];
      mean /= static_cast<float>(size);
      float variance = 0;
      for (std::size_t i = 0; i < size; ++i) variance += (row[i] - mean) * (row[i] - mean);
      const float scale = 1.0F / std::sqrt(variance / static_cast<float>(size) + kEpsilon);
      for (std::size_t i = 0; i < size; ++i) {
        row[i] = (row[i] - mean) * scale * by.scale[i] + by.scale[size + i];
      }
    }
  }

  // Each piece gathers, a head at a time, from all that its query agrees with.
  void attend() {
    const std::size_t size = w_.size();
    const std::size_t width = size / w_.heads;
    const float scale = 1.0F / std::sqrt(static_cast<float>(width));
    attended_.assign(in_fours(count_) * size, 0.0F);
    const std::size_t columns = in_chunks(count_);
    keys_.assign(width * columns, 0.0F);
    weights_.resize(columns);
    for (std::size_t head = 0; head < w_.heads; ++head) {
      const float* queries = heads_.data() + head * width;
      const float* keys = queries + size;
      for (std::size_t t = 0; t < count_; ++t) {
        for (std::size_t i = 0; i < width; ++i) keys_[i * columns + t] = keys[t * 3 * size + i];
      }
      for (std::size_t t = 0; t < count_; ++t) {
        weigh({queries + t * 3 * size, width}, scale);
        weighted_sum(std::span(weights_).first(count_), keys + size, 3 * size, width,
                     attended_.data() + t * size + head * width);
      }
    }
  }

  // weights_: how much of each piece a query takes; they sum up to one.
  void weigh(std::span<const float> query, float scale) {
    weighted_sum(query, keys_.data(), weights_.size(), weights_.size(), weights_.data());
    const auto all = std::span(weights_).first(count_);
    const float highest = *std::max_element(all.begin(), all.end());
    float sum = 0;
    for (float& weight : all) {
      weight = exp_of((weight - highest) * scale);
      sum += weight;
    }
    for (float& weight : all) weight /= sum;
  }

  const std::vector<float>& label(std::span<const std::uint32_t> first_of,
                                  std::span<const TokenFeatures> tokens) {
    count_ = tokens.size();
    added_.assign(in_fours(count_) * w_.enter.columns, 0.0F);
    for (std::size_t t = 0; t < count_; ++t) {
      float* row = added_.data() + t * w_.enter.columns;
      std::copy_n(values_.data() + std::size_t{first_of[t]} * w_.size(), w_.size(), row);
      row += w_.size();
      for (std::size_t i = 0; i < small_feature_count; ++i) {
        add_row(w_.small[i], tokens[t].small[i], row);
        row += w_.small[i].columns;
      }
    }
    multiply_by(w_.enter, w_.enter_bias, added_, inner_);
    for (float& value : inner_) value = gelu_of(value);
    multiply_by(w_.leave, w_.leave_bias, inner_, scores_);
    return scores_;
  }

  const EncoderWeights& w_;
  std::size_t count_ = 0;
  std::vector<float> values_;         // a row for each piece
  std::vector<float> heads_;          // queries, keys and values
  std::vector<float> keys_;           // of one head, a row for each number of a key
  std::vector<float> weights_;        // of one query
  std::vector<float> attended_;       // what the queries gathered
  std::vector<float> inner_;          // between up and down
  std::vector<float> added_;          // what a block adds to the values
  std::vector<float> scores_;         // of labels
  std::vector<std::int16_t> inputs_;  // what the next matrix takes
};

// The pieces of every token, and where paragraphs begin.
class Tokens {
 public:
  Tokens(const EncoderWeights& weights, const Grammar& grammar) : w_(weights) {
    const Document& document = grammar.document;
    reach_.push_back(0);
    std::uint32_t paragraph = UINT32_MAX;
    for (const Token& token : document.tokens) {
      const std::uint32_t here = document.sentences[token.sentence].paragraph;
      begins_.push_back(here != paragraph);
      paragraph = here;
      const std::string_view own = known_form(grammar, token);
      pieces_.push_back(pieces_of(w_.pieces, own.empty() ? document.at(token.span) : own));
      reach_.push_back(reach_.back() + pieces_.back().size() + (begins_.back() ? 1 : 0));
    }
  }

  // As many whole paragraphs as fit from token `own` on, or what fits of the first one; and what
  // fits of what stands before.
  [[nodiscard]] Sequence sequence_from(std::size_t own) const {
    Sequence sequence{own, own, own};
    while (sequence.first > 0 && reach_[own] - reach_[sequence.first - 1] <= most_pieces_before) {
      --sequence.first;
    }
    std::size_t fits = own;
    while (fits < pieces_.size() && reach_[fits + 1] - reach_[own] <= most_pieces_of_paragraphs) {
      ++fits;
      if (fits == pieces_.size() || begins_[fits]) sequence.last = fits;
    }
    if (sequence.last == own) sequence.last = fits;
    return sequence;
  }

  [[nodiscard]] Sequenced pieces_in(const Sequence& sequence) const {
    Sequenced found;
    found.pieces.push_back(w_.pieces.begin);
    for (std::size_t t = sequence.first; t < sequence.last; ++t) {
      if (begins_[t] && t > sequence.first) found.pieces.push_back(w_.pieces.paragraph);
      found.first_of.push_back(static_cast<std::uint32_t>(found.pieces.size()));
      found.pieces.insert(found.pieces.end(), pieces_[t].begin(), pieces_[t].end());
    }
    found.pieces.push_back(w_.pieces.paragraph);
    return found;
  }

 private:
  const EncoderWeights& w_;
  std::vector<std::vector<std::uint32_t>> pieces_;
  std::vector<std::size_t> reach_;  // pieces before each token, marks of paragraphs among them
  std::vector<char> begins_;        // does a paragraph begin with the token?
};

// All that the network sees of a sequence, and which of its labels are wanted.
std::string key_of(const Sequence& sequence, const Sequenced& pieces,
                   std::span<const TokenFeatures> tokens) {
  std::string key(1, 'E');
  const auto add = [&](const void* data, std::size_t size) {
    key.append(static_cast<const char*>(data), size);
  };
  const std::size_t own = sequence.own - sequence.first;
  add(&own, sizeof own);
  add(pieces.pieces.data(), pieces.pieces.size() * sizeof(std::uint32_t));
  add(pieces.first_of.data(), pieces.first_of.size() * sizeof(std::uint32_t));
  for (const TokenFeatures& token : tokens) add(&token.small, sizeof token.small);
  return key;
}

// A span cannot go on where none began: its first label here begins it.
void begin_spans(Labels& labels, std::size_t token) {
  for (std::size_t task = 0; task < task_count; ++task) {
    if (!labels_spans(static_cast<Task>(task))) continue;
    std::vector<std::uint8_t>& best = labels.tasks[task].best;
    const std::uint8_t before = token > 0 ? best[token - 1] : 0;
    const bool inside = best[token] > 0 && best[token] % 2 == 0;
    if (inside && before != best[token] && before + 1 != best[token]) --best[token];
  }
}

template <typename Lanes>
Labels label(const EncoderWeights& weights, const Grammar& grammar,
             std::span<const TokenFeatures> features, Recall* recall, const Progress& on_progress) {
  const Tokens tokens(weights, grammar);
  Network<Lanes> network(weights);
  Labels labels(features.size());
  Labels read(0);
  for (std::size_t next = 0; next < features.size();) {
    const Sequence sequence = tokens.sequence_from(next);
    const Sequenced pieces = tokens.pieces_in(sequence);
    const std::size_t all = sequence.last - sequence.first;
    const auto here = features.subspan(sequence.first, all);
    const std::size_t size = sequence.last - sequence.own;
    const std::string key = recall ? key_of(sequence, pieces, here) : std::string();
    if (const Recall::Numbers* const known = recall ? recall->find(key) : nullptr) {
      recall_labels(*known, sequence.own, size, labels);
    } else {
      read = Labels(all);
      decode_all(weights.crfs, network.run(pieces, here), 0, all, read);
      for (std::size_t task = 0; task < task_count; ++task) {
        const auto from = static_cast<std::ptrdiff_t>(all - size);
        std::copy_n(read.tasks[task].best.begin() + from, size,
                    labels.tasks[task].best.begin() + std::ptrdiff_t(sequence.own));
        std::copy_n(read.tasks[task].probability.begin() + from, size,
                    labels.tasks[task].probability.begin() + std::ptrdiff_t(sequence.own));
      }
      if (recall) recall->keep(key, numbers_of_labels(labels, sequence.own, size));
    }
    begin_spans(labels, sequence.own);
    next = sequence.last;
    if (on_progress) on_progress(double(next) / double(features.size()));
  }
  return labels;
}

}  // namespace

Labels label_by_encoder(const EncoderWeights& weights, const Grammar& grammar,
                        std::span<const TokenFeatures> features, Recall* recall,
                        const Progress& on_progress) {
  return label<FastLanes>(weights, grammar, features, recall, on_progress);
}

Labels label_by_encoder_plainly(const EncoderWeights& weights, const Grammar& grammar,
                                std::span<const TokenFeatures> features) {
  return label<PlainLanes>(weights, grammar, features, nullptr, {});
}

}  // namespace sourcelight::model
