// The dateline at the head of a news paragraph: "DOHA (Reuters) -", "HEMPSTEAD, N.Y., Sept. 26 —".
// tests/cases/text/paragraphs hold it.
#pragma once

#include <string_view>

#include "sourcelight/sourcelight.h"
#include "words/language.h"

namespace sourcelight {

// From the begin of the paragraph to its dash; empty if it has no dateline.
[[nodiscard]] Span find_dateline(const Language& language, std::string_view text, Span paragraph);

// "Reuters", "The Associated Press"
[[nodiscard]] bool is_agency(const Language& language, std::string_view name);

}  // namespace sourcelight
