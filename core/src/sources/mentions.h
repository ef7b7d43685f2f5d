// Where the text names somebody or something: each name with what its phrase tells of it.
// tests/core/sources/names_test.cpp and tests/cases/sources hold it.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/grammar.h"
#include "sources/roles.h"

namespace sourcelight {

enum class Gender : std::uint8_t { unknown, male, female };

// One name as it stands in the text.
struct Mention {
  TokenRange name;
  TokenRange title;     // the words of its phrase before it; may be empty
  bool person = false;  // a first name, a title or "who" says so
  bool body = false;
  Gender gender = Gender::unknown;
};

// In order of their phrases.
[[nodiscard]] std::vector<Mention> find_mentions(const Grammar& grammar, const Roles& roles);

// "mr.", "queen", "spokeswoman", "widow": what a title says of its bearer's gender.
[[nodiscard]] Gender gender_of_title(const Language& language, std::string_view norm);

}  // namespace sourcelight
