// Weighs the choices of whom a source phrase means: a small network with one hidden layer, its
// weights in core/lexicon/LANGUAGE/who.txt, which tools/train/who.py writes.
// tests/core/sources/choice_test.cpp holds it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sources/choice.h"
#include "words/language.h"

namespace sourcelight {

struct Chosen {
  std::size_t index = 0;
  double sureness = 0;  // 0 to 1: how often one weighed so was right
};

class ChoiceScorer {
 public:
  // A line a sign: its name and one whole number for each hidden unit, in 64ths; then "bias" and
  // "out" with as many; then "right" with eleven: how many of 64 were right of those whose lead
  // over the second was 0, 0.1, ... 1. Lines that are none of these make the scorer empty.
  explicit ChoiceScorer(std::string_view lines);
  explicit ChoiceScorer(const Language& language) : ChoiceScorer(language.file(Lexicon::who)) {}

  [[nodiscard]] bool empty() const { return hidden_ == 0; }
  [[nodiscard]] float score(const Signs& signs) const;
  // The best of them, the first of several; by rules, and not at all sure, where the scorer is
  // empty.
  [[nodiscard]] Chosen best_of(const std::vector<Choice>& choices) const;

 private:
  // How often a choice is right that is so far ahead of all others.
  [[nodiscard]] double sureness_of(const std::vector<float>& sums, std::size_t chosen) const;

  std::size_t hidden_ = 0;
  std::vector<float> weights_;  // sign by sign, then bias, then out
  std::vector<float> right_;    // share right by the lead
};

}  // namespace sourcelight
