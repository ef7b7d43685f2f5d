// Contract in memory.h. A hash table by hand, for std::unordered_map would make the module 2 kB
// larger.
#include "model/memory.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace sourcelight::model {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// FNV-1a over whole numbers. Only where to look: what is found is compared feature by feature.
std::uint32_t hash_of(std::span<const TokenFeatures> features) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto step = [&](std::uint64_t value) { hash = (hash ^ value) * 0x100000001B3U; };
  for (const TokenFeatures& token : features) {
    step(token.word);
    step(token.suffix);
    for (const std::uint16_t small : token.small) step(small);
  }
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

void LabelMemory::begin(const std::shared_ptr<const Model>& model) {
  const bool same = !model_.owner_before(model) && !model.owner_before(model_);
  if (!same) sequences_.clear();
  model_ = model;
  ++text_;
  std::erase_if(sequences_, [&](const Sequence& s) { return text_ - s.used > 2; });
  fill_buckets();
}

void LabelMemory::fill_buckets() {
  buckets_.assign(std::bit_ceil(sequences_.size() + 1) * 2, kNone);
  for (std::uint32_t i = 0; i < sequences_.size(); ++i) {
    std::uint32_t& first = buckets_[sequences_[i].hash & (buckets_.size() - 1)];
    sequences_[i].next = std::exchange(first, i);
  }
}

bool LabelMemory::recall(std::span<const TokenFeatures> features, std::span<Label> best,
                         std::span<float> probability) {
  const std::uint32_t hash = hash_of(features);
  for (std::uint32_t i = buckets_[hash & (buckets_.size() - 1)]; i != kNone;) {
    Sequence& known = sequences_[i];
    if (known.hash == hash && std::equal(known.features.begin(), known.features.end(),
                                         features.begin(), features.end())) {
      known.used = text_;
      std::copy(known.labels.best.begin(), known.labels.best.end(), best.begin());
      std::copy(known.labels.probability.begin(), known.labels.probability.end(),
                probability.begin());
      return true;
    }
    i = known.next;
  }
  return false;
}

void LabelMemory::keep(std::span<const TokenFeatures> features, std::span<const Label> best,
                       std::span<const float> probability) {
  if (sequences_.size() >= buckets_.size()) fill_buckets();
  const std::uint32_t hash = hash_of(features);
  std::uint32_t& first = buckets_[hash & (buckets_.size() - 1)];
  const auto next = std::exchange(first, static_cast<std::uint32_t>(sequences_.size()));
  sequences_.push_back({{features.begin(), features.end()},
                        {{best.begin(), best.end()}, {probability.begin(), probability.end()}},
                        hash,
                        next,
                        text_});
}

}  // namespace sourcelight::model
