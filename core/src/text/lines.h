// Lines of the text, and which of them belong to one paragraph: hard-wrapped lines are joined,
// lines that stand for themselves (headline, byline, list item, "NAME: ...") are not.
// tests/cases/text/paragraphs hold it.
#pragma once

#include <string_view>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

// The paragraphs of the text; no white space around them.
[[nodiscard]] std::vector<Span> join_lines(std::string_view text);

}  // namespace sourcelight
