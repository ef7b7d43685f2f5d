// Who is meant by the pronouns and the short names of a claim, where that is quite sure.
// tests/cases/standalone/names.txt and pronouns.txt hold it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/edits.h"
#include "sources/sources.h"

namespace sourcelight {

// What the article tells besides its names. All of it outlives the reader.
struct Article {
  const Grammar& grammar;
  const std::vector<Attribution>& attributions;
  const SourceTable& sources;
};

class MeantReader {
 public:
  explicit MeantReader(const Article& article);

  // "[Mara Lind]" for "Lind" and "she", each person or body once in the range. speaker: the
  // attribution of what is said, if it is somebody's word.
  [[nodiscard]] std::vector<Edit> names_told(const std::vector<TokenRange>& ranges,
                                             const Attribution* speaker) const;

  // "[Mara Lind]" for the "who" or "whose" that the range begins with; nullopt where it begins with
  // neither, or no name stands right before it.
  [[nodiscard]] std::optional<Edit> relative_told(TokenRange range) const;

 private:
  [[nodiscard]] std::uint32_t person_at(std::uint32_t pronoun, const Attribution* speaker) const;
  [[nodiscard]] bool may_be(std::uint32_t entity, Gender gender) const;
  [[nodiscard]] bool nameless_person(std::uint32_t t, std::uint32_t entity) const;
  [[nodiscard]] std::optional<TokenRange> short_name(std::uint32_t t) const;

  const Article article_;
  const Grammar& g_;
  const Names& names_;
  std::vector<std::uint32_t> said_by_;  // token that is a source of one word -> entity, or kNone
};

}  // namespace sourcelight
