// Paragraphs and what each is for: as the page sets it where that is known, else as the text alone
// tells; datelines. tests/cases/text/paragraphs and tests/core/text/parts_test.cpp hold it.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"

namespace sourcelight {

// Spans have no white space around them; every other character stands in exactly one paragraph.
// parts: spans of bytes, each kind that of the paragraphs it covers most of. What the page sets as
// body is what its words say, but no headline above the article. Where parts overlap, the one that
// begins first counts.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text,
                                                     const std::vector<PagePart>& parts = {});

}  // namespace sourcelight
