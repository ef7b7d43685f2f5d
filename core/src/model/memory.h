// The labels of the last texts, so that a text read again costs what changed: a caller's Memory
// (sourcelight.h) holds one. tests/core/model/memory_test.cpp holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/features.h"
#include "model/labels.h"

namespace sourcelight::model {

class Model;

// Sequences of tokens with their labels. A sequence is known again only where all its features are
// the same, so what is remembered is what the labeller would say. Keeps what the last two texts
// had, and so grows linearly with them.
class LabelMemory {
 public:
  // A text is read by this model from now on. Another model's labels are forgotten.
  void begin(const std::shared_ptr<const Model>& model);

  // Tells whether it knows them; then best and probability, one entry a token, are overwritten.
  [[nodiscard]] bool recall(std::span<const TokenFeatures> features, std::span<Label> best,
                            std::span<float> probability);

  // Takes the labels of what recall() did not know.
  void keep(std::span<const TokenFeatures> features, std::span<const Label> best,
            std::span<const float> probability);

  [[nodiscard]] std::size_t size() const { return sequences_.size(); }

 private:
  struct Sequence {
    std::vector<TokenFeatures> features;
    Labels labels;
    std::uint32_t hash = 0;
    std::uint32_t next = 0;  // in the same bucket
    std::uint32_t used = 0;  // by which text last
  };

  void fill_buckets();

  std::weak_ptr<const Model> model_;  // tells models apart even where one takes another's address
  std::vector<Sequence> sequences_;
  std::uint32_t text_ = 0;              // counts up
  std::vector<std::uint32_t> buckets_;  // the first sequence in each; a power of two
};

}  // namespace sourcelight::model
