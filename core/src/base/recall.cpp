// Contract in recall.h. A hash table by hand, for std::unordered_map would make the module 2 kB
// larger.
#include "base/recall.h"

#include <bit>
#include <utility>

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// FNV-1a. Only where to look: keys are compared as a whole.
std::uint32_t hash_of(std::string_view key) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : key) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x01000193U;
  return hash;
}

}  // namespace

void Recall::begin() {
  ++text_;
  std::erase_if(entries_, [&](const Entry& entry) { return text_ - entry.used > 2; });
  fill_buckets();
}

void Recall::fill_buckets() {
  buckets_.assign(std::bit_ceil(entries_.size() + 1) * 2, kNone);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    std::uint32_t& first = buckets_[entries_[i].hash & (buckets_.size() - 1)];
    entries_[i].next = std::exchange(first, i);
  }
}

const Recall::Numbers* Recall::find(std::string_view key) {
  const std::uint32_t hash = hash_of(key);
  for (std::uint32_t i = buckets_[hash & (buckets_.size() - 1)]; i != kNone;) {
    Entry& known = entries_[i];
    if (known.hash == hash && known.key == key) {
      known.used = text_;
      return &known.found;
    }
    i = known.next;
  }
  return nullptr;
}

void Recall::keep(std::string_view key, Numbers found) {
  if (entries_.size() >= buckets_.size()) fill_buckets();
  const std::uint32_t hash = hash_of(key);
  std::uint32_t& first = buckets_[hash & (buckets_.size() - 1)];
  const auto next = std::exchange(first, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({std::string(key), std::move(found), hash, next, text_});
}

}  // namespace sourcelight
