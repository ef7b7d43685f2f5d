// Hyperlinks as sources: what an article says itself and links to rests on a document.
// tests/core/claims/links_test.cpp holds it.
#pragma once

#include <vector>

#include "claims/claims.h"

namespace sourcelight {

struct Cited {
  std::vector<Attribution> attributions;
  SourceTable sources;
  std::vector<Claim> claims;
};

// Takes links with spans in bytes. Each that stands in a claim without a named source gives it one:
// a source of kind document, named for its host ("example.org") or, where the link leads within the
// page ("[1]"), for its own words, and an attribution whose cue and source are the linked words and
// whose content is the claim. These attributions come after all others. A link within the site
// gives no source: what the article says itself with one has a reason that tells so. Links to mail
// addresses, scripts and nothing are left out.
[[nodiscard]] Cited cite_links(const Grammar& grammar, std::vector<Link> links, Cited found);

}  // namespace sourcelight
