// A list of weights: "FEATURE WEIGHT" a line, # begins a comment (core/lexicon/en/worth_*.txt,
// which tools/train/worth.py writes). tests/core/worth/weights_test.cpp holds it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sourcelight::worth {

// Weights by the hash of a feature's text: a table with open addressing, at most half full.
class Weights {
 public:
  // Lines without a whole number at their end are left out; of two lines for a feature the first
  // counts.
  explicit Weights(std::string_view lines);

  [[nodiscard]] std::optional<int> find(std::uint32_t hash) const;
  [[nodiscard]] int of(std::uint32_t hash) const { return find(hash).value_or(0); }
  [[nodiscard]] int of(std::string_view feature) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::int16_t weight = 0;
    bool used = false;
  };

  // The slot of the hash, or the free one where it would stand.
  [[nodiscard]] std::size_t slot_of(std::uint32_t hash) const;

  std::vector<Slot> slots_;
};

}  // namespace sourcelight::worth
