// Paragraphs and what each is for: as the page sets it where that is known, else as the text alone
// tells; datelines. tests/cases/text/paragraphs and tests/core/text/parts_test.cpp hold it.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"
#include "words/language.h"

namespace sourcelight {

struct Paragraphs {
  std::vector<Paragraph> all;
  std::vector<std::uint32_t> times;  // indices of those that a page sets as a time
};

// Spans have no white space around them; every other character stands in exactly one paragraph.
// parts: in the caller's unit, each kind that of the paragraphs it covers most of. What the page
// sets as body is what its words say, but no headline above the article. Where parts overlap, the
// one that begins first counts.
[[nodiscard]] Paragraphs find_paragraphs(const Language& language, const Text& text,
                                         const std::vector<PagePart>& parts = {});

}  // namespace sourcelight
