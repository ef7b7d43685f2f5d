// Paragraphs and what each is for: body, headline, byline, caption, credit; datelines.
// tests/cases/text/paragraphs hold it.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"

namespace sourcelight {

// Spans have no white space around them; every other character stands in exactly one paragraph.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text);

}  // namespace sourcelight
