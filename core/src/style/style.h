// What the rules of a newsroom's house style find in an article.
// tests/core/style and tests/cases/style hold it.
#pragma once

#include <vector>

#include "sources/sources.h"
#include "style/house_style.h"

namespace sourcelight::style {

// What every rule looks at: all that the stages found, in bytes of the text.
struct Article {
  const Grammar& grammar;
  const std::vector<Attribution>& attributions;
  const SourceTable& sources;
  const std::vector<Claim>& claims;  // with signals
  const Spans& ignored;              // of find_ignored()
};

// Where the words stand that the newsroom wants ignored: sorted, disjoint. They may join others
// ("the Blasted Heath's"), but are no part of a longer word.
[[nodiscard]] Spans find_ignored(const Document& document, const HouseStyle& style);

// Sorted by span. Time is linear in the text, times the number of rules.
[[nodiscard]] std::vector<Finding> find_breaches(const Article& article, const HouseStyle& style);

}  // namespace sourcelight::style
