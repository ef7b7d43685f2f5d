// What a pronoun says of whom it means (core/lexicon/LANGUAGE/pronouns.txt).
// tests/cases/sources/pronouns.txt holds it.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "words/language.h"

namespace sourcelight {

enum class Pronoun : std::uint8_t { none, he, she, they, it, speaker };

class Pronouns {
 public:
  explicit Pronouns(std::string_view lines);
  explicit Pronouns(const Language& language) : Pronouns(language.file(Lexicon::pronouns)) {}

  [[nodiscard]] Pronoun of(std::string_view norm) const;
  // "the", "this": one who is known already
  [[nodiscard]] bool is_definite(std::string_view norm) const { return definite_.contains(norm); }
  // "the", "a": adds nothing to a name
  [[nodiscard]] bool is_article(std::string_view norm) const { return articles_.contains(norm); }
  // "who", "which"
  [[nodiscard]] bool is_relative(std::string_view norm) const { return relative_.contains(norm); }

 private:
  std::unordered_map<std::string_view, Pronoun> pronouns_;
  std::unordered_set<std::string_view> definite_, relative_, articles_;
};

}  // namespace sourcelight
