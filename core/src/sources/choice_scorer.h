// Weighs the choices of whom a source phrase means: a small network with one hidden layer, its
// weights in core/lexicon/en/who.txt, which tools/train/who.py writes.
// tests/core/sources/choice_test.cpp holds it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sources/choice.h"

namespace sourcelight {

class ChoiceScorer {
 public:
  [[nodiscard]] static const ChoiceScorer& english();

  // A line a sign: its name and one whole number for each hidden unit, in 64ths; then "bias" and
  // "out" with as many. Lines that are none of these make the scorer empty.
  explicit ChoiceScorer(std::string_view lines);

  [[nodiscard]] bool empty() const { return hidden_ == 0; }
  [[nodiscard]] float score(const Signs& signs) const;
  // The best of them, the first of several; by rules where the scorer is empty.
  [[nodiscard]] std::size_t best_of(const std::vector<Choice>& choices) const;

 private:
  std::size_t hidden_ = 0;
  std::vector<float> weights_;  // sign by sign, then bias, then out
};

}  // namespace sourcelight
