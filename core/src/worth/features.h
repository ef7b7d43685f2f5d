// What the models of `worth` look at in a sentence: words, pairs of words, parts of speech and a
// few facts, each with a readable text. Names are masked, so that no model learns whom news is
// about. Training reads the same features from `sourcelight worth`, so they are written once, here.
// tests/core/worth/features_test.cpp holds it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"

namespace sourcelight::worth {

// The text of a feature in parts; views into the document or constants, so it lives as long as
// they:
//   slammed        a word
//   so called      two neighbours     <n> is any name, <0> a number, <y> a year, ^ the begin
//   /adv           a part of speech   /adv adj   two neighbours
//   =question      a fact             =names2    a fact with a size
struct Feature {
  std::array<std::string_view, 4> parts;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::uint32_t hash() const;  // hash_text(text())
};

[[nodiscard]] std::uint32_t hash_text(std::string_view text);

// A token as the models see it.
struct Word {
  std::uint32_t token = 0;  // index into Document::tokens
  std::string_view text;    // its norm, or a mask
  Tag tag = Tag::punctuation;
  bool name = false;                 // masked as a name
  bool quoted = false;               // stands inside quotation marks
  const RoleSet* roles = &no_roles;  // none if it is masked
};

// One for each token of the sentence.
[[nodiscard]] std::vector<Word> read_words(const Grammar& grammar, const Sentence& sentence);

// The features of a whole sentence; some may come twice.
[[nodiscard]] std::vector<Feature> features_of(const std::vector<Word>& words);

// What tells besides the word itself whether the word at `at` is loaded: its part of speech and
// those of its neighbours (/adj, /adv+adj, /adj+noun), and =quoted.
[[nodiscard]] std::vector<Feature> features_at(const std::vector<Word>& words, std::size_t at);

}  // namespace sourcelight::worth
