// The persons, bodies and places an article names, each under all its names.
// tests/core/sources/names_test.cpp and tests/cases/sources hold it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "grammar/grammar.h"
#include "sources/labels.h"
#include "sources/mentions.h"

namespace sourcelight {

struct Entity {
  std::string name;  // the fullest form in the article
  bool person = false;
  bool certain = false;   // a first name, a title or "who" says that it is a person
  bool document = false;  // "Refugee Convention"
  Gender gender = Gender::unknown;
  std::string title;                    // role as the article states it; empty if it does not
  std::vector<std::uint32_t> mentions;  // index of the last token of each, ascending
};

struct Names {
  std::vector<Entity> entities;                               // in order of first mention
  std::unordered_map<std::string, std::uint32_t> by_surname;  // lower case, persons only
  std::vector<std::uint32_t> entity_at;  // token -> entity that a name there means, or kNone
  std::unordered_set<std::string_view>
      in_small;              // words with a capital only where any word has one
  std::vector<bool> quoted;  // token -> between quotation marks?
  // word of a name, or its initials, in lower case -> the entities
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word;
  std::size_t most_mentions = 0;  // of one person
};

[[nodiscard]] Names find_names(const Grammar& grammar, const SourceLabels* labels = nullptr);

// The words of a token range as the article writes them, joined by single blanks.
[[nodiscard]] std::string words_of(const Grammar& grammar, TokenRange tokens);
// The same with its adjectives as they are without the article before it: „israelisches Militär“ of
// „das israelische Militär“.
[[nodiscard]] std::string declined_words_of(const Grammar& grammar, TokenRange tokens);

}  // namespace sourcelight
