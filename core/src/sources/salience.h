// Whom "he", "she" or "the senator" means: the person who stands out at that place.
// tests/cases/sources/pronouns.txt and roles.txt hold it.
#pragma once

#include <string_view>

#include "sources/names.h"

namespace sourcelight {

struct Wanted {
  Gender gender = Gender::unknown;
  std::uint32_t last_speaker = Grammar::kNone;  // entity that stands out by having spoken
  const Spans* content = nullptr;               // what is said: its speaker is hardly named in it
  bool same_sentence = false;  // may be named in the same sentence ("Lind said she ...")
  std::uint32_t floor = 0;     // named before this token is nobody
};

// The entity of the person meant at the token `at`, by nearness, being a subject, being named
// often and gender; kNone if nobody near fits. Looks back 400 tokens at most.
[[nodiscard]] std::uint32_t person_meant(const Grammar& grammar, const Names& names,
                                         std::uint32_t at, const Wanted& wanted);

// The body meant by "it" at the token `at`: the subject of this sentence or the one before; kNone.
[[nodiscard]] std::uint32_t body_meant(const Grammar& grammar, const Names& names,
                                       std::uint32_t at);

// Is the word (lower case) one of the words of the text, or the words in sequence?
[[nodiscard]] bool holds_word(std::string_view text, std::string_view word);

}  // namespace sourcelight
