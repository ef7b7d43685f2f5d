// Base noun phrases and verb groups, cut from the tags alone: "the Israeli negotiating team" and
// "did not say" (Abney 1991, "Parsing by chunks"). No tree: the rules look left and right.
// tests/core/grammar/phrases_test.cpp and tests/cases/phrases hold it.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tags.h"

namespace sourcelight {

// Half-open range of indices into Document::tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const TokenRange&, const TokenRange&) = default;
  [[nodiscard]] bool empty() const { return first == last; }
  [[nodiscard]] bool holds(std::uint32_t token) const { return first <= token && token < last; }
};

struct NounPhrase {
  TokenRange tokens;
  std::uint32_t head = 0;  // its last noun
  bool temporal = false;   // "Tuesday", "last week": when, not who
};

struct VerbGroup {
  TokenRange tokens;       // adverbs, auxiliaries, negation and the verb: "also did not say"
  std::uint32_t head = 0;  // the verb that carries the meaning
  bool finite = false;
  bool passive = false;
  bool negated = false;
  bool infinitive = false;  // "to say"
  bool gerund = false;      // "saying", without an auxiliary
  bool participle = false;  // "given", without an auxiliary
};

struct Phrases {
  static constexpr std::uint32_t kNone = UINT32_MAX;

  std::vector<NounPhrase> nouns;
  std::vector<VerbGroup> verbs;
  std::vector<std::uint32_t> noun_at;  // token -> index into nouns, or kNone
  std::vector<std::uint32_t> verb_at;  // token -> index into verbs, or kNone
};

[[nodiscard]] Phrases find_phrases(const Document& document, const std::vector<Tag>& tags);

[[nodiscard]] bool is_verb(Tag tag);  // any form of a verb, modals not
[[nodiscard]] bool is_noun(Tag tag);  // noun, noun_plural, proper_noun

}  // namespace sourcelight
