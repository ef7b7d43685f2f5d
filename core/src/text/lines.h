// Lines of the text, and which of them belong to one paragraph: hard-wrapped lines are joined,
// lines that stand for themselves (headline, byline, list item, "NAME: ...") are not.
// tests/cases/text/paragraphs hold it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// The paragraphs of the text; no white space around them.
[[nodiscard]] std::vector<Span> join_lines(std::string_view text);

// Bytes of the bullet that the line begins with and of the space behind it: "- item"; 0: it has
// none.
[[nodiscard]] std::size_t bullet_of(std::string_view line);

}  // namespace sourcelight
