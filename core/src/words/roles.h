// What a word does in a sentence: negation, relative pronoun, verb of answering. The stages ask for
// these roles; which words have them stands in core/lexicon/LANGUAGE/roles.txt, of which the build
// makes the enum (role_names.h), so that no stage names a word. tests/core/words/roles_test.cpp and
// tests/words_test.mjs hold it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "role_names.h"
#include "words/language.h"

namespace sourcelight {

class RoleSet {
 public:
  [[nodiscard]] constexpr bool has(Role role) const {
    const auto bit = static_cast<std::size_t>(role);
    return (bits_[bit / 64] >> (bit % 64) & 1) != 0;
  }
  constexpr void add(Role role) {
    const auto bit = static_cast<std::size_t>(role);
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

 private:
  std::array<std::uint64_t, (role_names.size() + 63) / 64> bits_{};
};

inline constexpr RoleSet no_roles{};

// The words of one language with their roles.
class RoleTable {
 public:
  // "role: word word ...", lines that begin with a space go on; # begins a comment. `lines` must
  // live as long.
  explicit RoleTable(std::string_view lines);
  explicit RoleTable(const Language& language) : RoleTable(language.file(Lexicon::roles)) {}

  // Of a word as tokens have it (lower case). The set lives as long as the table.
  [[nodiscard]] const RoleSet& of(std::string_view word) const {
    const auto found = roles_.find(word);
    return found == roles_.end() ? no_roles : found->second;
  }
  // The words of a role, in their order.
  [[nodiscard]] const std::vector<std::string_view>& words(Role role) const {
    return words_[static_cast<std::size_t>(role)];
  }

 private:
  std::unordered_map<std::string_view, RoleSet> roles_;
  std::array<std::vector<std::string_view>, role_names.size()> words_;
};

// For what is no token: a word of a line, a lemma, a name.
[[nodiscard]] bool is_role(const Language& language, std::string_view word, Role role);

// Does a capital inside a sentence make a name of a common noun: not where all nouns have one.
[[nodiscard]] bool capitals_name(const Language& language);

// Has the word one of the endings that are the words of this role?
[[nodiscard]] bool has_ending(const Language& language, std::string_view word, Role role);

}  // namespace sourcelight
