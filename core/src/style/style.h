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
};

// Sorted by span. Time is linear in the text, times the number of rules.
[[nodiscard]] std::vector<Finding> find_breaches(const Article& article, const HouseStyle& style);

}  // namespace sourcelight::style
