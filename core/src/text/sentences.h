// Where sentences end: full stops told from abbreviations, initials and decimals.
// tests/cases/text/sentences hold it.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"
#include "words/language.h"

namespace sourcelight {

// Spans have no white space around them; every other character of a paragraph stands in exactly
// one sentence; none runs over the end of a paragraph. first_token and last_token are not set.
[[nodiscard]] std::vector<Sentence> split_sentences(const Language& language, std::string_view text,
                                                    const std::vector<Paragraph>& paragraphs);

}  // namespace sourcelight
