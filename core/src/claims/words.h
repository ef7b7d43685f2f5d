// The content words of a claim, as echoes and contradictions compare them.
// tests/core/claims/echo_test.cpp holds it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/grammar.h"

namespace sourcelight {

// A number in the text and what it counts.
struct Quantity {
  TokenRange tokens;
  double value = 0;
  std::string unit;  // a currency sign, "%", or the stem of the noun that is counted
};

// A word without its regular endings: "killed" and "killing" have one stem, "cases" and "case" too.
// For comparing only, not a lemma.
[[nodiscard]] std::string stem(const Language& language, std::string_view norm);

// Tells whether the word bears content: nouns, names, numbers, adjectives and verbs that are not
// auxiliaries, outside of times ("on Tuesday").
[[nodiscard]] bool bears_content(const Grammar& grammar, std::uint32_t token);

// The quantity that begins at the token; none for years, dates, ages, times of day and ranks.
[[nodiscard]] std::optional<Quantity> quantity_at(const Grammar& grammar, std::uint32_t token);

}  // namespace sourcelight
