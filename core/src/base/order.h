// Sorting by a whole number, equal ones as they stood. One sort for every type: each instance of
// std::stable_sort is 4 kB of WebAssembly.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// By begin, then by end.
constexpr std::uint64_t key_of(Span span) { return (std::uint64_t{span.begin} << 32) | span.end; }

// Smallest `key(item)`, a std::uint64_t, first.
template <typename Item, typename Key>
void sort_by(std::vector<Item>& items, const Key& key) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  order.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) order.emplace_back(key(items[i]), i);
  std::sort(order.begin(), order.end());
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const auto& [_, i] : order) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace sourcelight
