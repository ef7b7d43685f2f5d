// What kind of source a noun phrase is, by its own words and by what was said before.
// docs/report.md tells the kinds; tests/cases/sources hold it.
#pragma once

#include <string>

#include "sources/discourse.h"

namespace sourcelight {

// A source phrase as it reads before it is joined with others.
struct Reference {
  SourceKind kind = SourceKind::none;
  std::string name;
  std::string title;
  std::uint32_t entity = Grammar::kNone;   // where a name stands behind it
  std::uint32_t same_as = Grammar::kNone;  // the source in the table that it means again
};

// `noun`: the first base noun phrase in `phrase`, or nullptr; `head`: the token that heads it.
[[nodiscard]] Reference read_reference(const Discourse& discourse, TokenRange phrase,
                                       const NounPhrase* noun, std::uint32_t head);

// The phrase by itself, as if nobody had been named before.
[[nodiscard]] Reference read_as_written(const Discourse& discourse, TokenRange phrase,
                                        const NounPhrase* noun, std::uint32_t head);

// The named person, body or document that an entity is.
[[nodiscard]] Reference reference_to(const Discourse& discourse, std::uint32_t entity);

}  // namespace sourcelight
