// Whom the rules take a pronoun for; any other phrase goes to read_reference().
// tests/cases/sources/pronouns.txt holds it.
#pragma once

#include "sources/choice.h"

namespace sourcelight {

class PronounReader {
 public:
  explicit PronounReader(const Discourse& discourse) : d_(discourse) {}

  [[nodiscard]] Reference read(const SourcePhrase& phrase) const;

 private:
  [[nodiscard]] Reference read_pronoun(const Attribution& attribution, std::uint32_t at) const;
  [[nodiscard]] Reference again(std::uint32_t source) const;
  [[nodiscard]] std::uint32_t nameless_speaker(std::uint32_t at, std::uint32_t person) const;
  [[nodiscard]] std::uint32_t person_before(const Attribution& attribution, std::uint32_t at,
                                            Gender gender) const;
  [[nodiscard]] Reference group_before(const Attribution& attribution, std::uint32_t at) const;
  [[nodiscard]] bool stands_in(const Spans& spans, std::uint32_t t) const;
  [[nodiscard]] std::uint32_t body_before(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t last_of(std::initializer_list<SourceKind> kinds) const;

  const Discourse& d_;
};

}  // namespace sourcelight
