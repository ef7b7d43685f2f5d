// The parts of reading a source phrase, each kind of source in a file of its own:
// reference_several.cpp, reference_people.cpp, reference_bodies.cpp. tests/cases/sources hold them.
#pragma once

#include <optional>
#include <vector>

#include "sources/reference.h"

namespace sourcelight {

// A phrase is a whole source; its base the first noun phrase in it, up to the head.
class Reader {
 public:
  // `alone`: as if nobody had been named before.
  explicit Reader(const Discourse& discourse, bool alone = false)
      : d_(discourse), g_(discourse.grammar), alone_(alone) {}

  [[nodiscard]] Reference read(TokenRange phrase, const NounPhrase* noun, std::uint32_t head) const;

 private:
  [[nodiscard]] TokenRange named_in_quotes(TokenRange phrase) const;
  [[nodiscard]] Reference of_quoted_name(TokenRange base, TokenRange name) const;
  [[nodiscard]] bool is_body(TokenRange base) const;
  [[nodiscard]] TokenRange without_determiner(TokenRange base) const;
  [[nodiscard]] TokenRange without_article(TokenRange base) const;
  [[nodiscard]] TokenRange without_possessive(TokenRange base) const;
  [[nodiscard]] bool definite(TokenRange base) const;
  [[nodiscard]] bool has_name(TokenRange base) const;
  // The words of a base, without a possessive at its end.
  [[nodiscard]] Reference as_written(SourceKind kind, TokenRange base) const;

  [[nodiscard]] std::optional<Reference> of_joined(TokenRange phrase,
                                                   const NounPhrase& first) const;
  [[nodiscard]] std::uint32_t over_apposition(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] Reference of_all(const std::vector<std::uint32_t>& entities) const;
  [[nodiscard]] std::optional<Reference> of_examples(TokenRange phrase,
                                                     const NounPhrase& noun) const;
  [[nodiscard]] bool is_quantity(const NounPhrase& noun) const;
  [[nodiscard]] Reference of_quantity(TokenRange phrase, const NounPhrase& noun) const;
  [[nodiscard]] std::optional<Reference> of_shared_head(TokenRange phrase,
                                                        const NounPhrase& noun) const;

  [[nodiscard]] Reference of_mouthpiece(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] Reference spoken_for(Reference body, std::uint32_t mouthpiece) const;
  [[nodiscard]] Reference named_body(TokenRange base, std::uint32_t head) const;
  [[nodiscard]] bool covers(std::uint32_t entity, TokenRange base) const;
  [[nodiscard]] Reference of_document(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] Reference of_body(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] TokenRange whole_body(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] std::optional<Reference> of_named_behind(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] std::optional<Reference> body_phrase_before(TokenRange base) const;
  [[nodiscard]] std::optional<Reference> of_described_body(TokenRange base) const;
  [[nodiscard]] std::uint32_t body_called(std::string_view noun, std::uint32_t at) const;
  [[nodiscard]] bool stands_near(std::uint32_t entity, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t last_with_head(std::string_view head, SourceKind kind) const;

  [[nodiscard]] Reference of_people(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] bool is_owned(TokenRange base) const;
  [[nodiscard]] bool is_leadership(TokenRange base) const;
  [[nodiscard]] std::optional<Reference> of_known_person(TokenRange base) const;
  [[nodiscard]] bool is_narrowed(TokenRange base) const;
  [[nodiscard]] std::optional<Reference> described_before(TokenRange base) const;
  [[nodiscard]] std::optional<Reference> known_people(std::uint32_t head) const;
  [[nodiscard]] bool is_unknown_name(TokenRange phrase, TokenRange base) const;
  [[nodiscard]] std::string_view short_form(std::string_view role) const;
  [[nodiscard]] std::uint32_t person_called(std::string_view role, std::uint32_t at) const;
  [[nodiscard]] bool is_people(std::uint32_t head) const;
  [[nodiscard]] std::uint32_t person_of_office(TokenRange phrase, const NounPhrase& noun) const;
  [[nodiscard]] std::uint32_t speaker_label(TokenRange phrase) const;

  static constexpr std::uint32_t kNone = Grammar::kNone;
  const Discourse& d_;
  const Grammar& g_;
  const bool alone_;
};

}  // namespace sourcelight
