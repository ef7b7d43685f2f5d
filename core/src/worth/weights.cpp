// Contract in weights.h.
#include "worth/weights.h"

#include <charconv>

#include "base/word_list.h"
#include "worth/features.h"

namespace sourcelight::worth {

Weights::Weights(std::string_view lines) {
  const std::vector<std::string_view> entries = read_entries(lines);
  std::size_t size = 2;
  while (size < 2 * entries.size()) size *= 2;
  slots_.resize(size);
  for (const std::string_view entry : entries) {
    const std::size_t blank = entry.rfind(' ');
    if (blank == std::string_view::npos) continue;
    std::int16_t weight = 0;
    const char* end = entry.data() + entry.size();
    const auto [read, error] = std::from_chars(entry.data() + blank + 1, end, weight);
    if (error != std::errc() || read != end) continue;
    const std::uint32_t hash = hash_text(entry.substr(0, blank));
    Slot& slot = slots_[slot_of(hash)];
    if (!slot.used) slot = {hash, weight, true};
  }
}

std::optional<int> Weights::find(std::uint32_t hash) const {
  const Slot& slot = slots_[slot_of(hash)];
  return slot.used ? std::optional<int>(slot.weight) : std::nullopt;
}

int Weights::of(std::string_view feature) const { return of(hash_text(feature)); }

std::size_t Weights::slot_of(std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash * 0x9E3779B1U >> 8U) & mask;
  while (slots_[at].used && slots_[at].hash != hash) at = (at + 1) & mask;
  return at;
}

}  // namespace sourcelight::worth
