// Lines above and between the paragraphs of an article: headlines, crossheads, bylines, dates.
// Precise rather than eager: what could be a sentence of the article is none of these.
// tests/cases/text/paragraphs hold it.
#pragma once

#include <string_view>

#include "words/language.h"

namespace sourcelight {

// "By Jane Doe", "Jane Doe | Reuters", "Jane Doe, Staff Writer", "Updated 10:02 GMT"
[[nodiscard]] bool is_byline(const Language& language, std::string_view paragraph);

// The first line of an article: short and no sentence, or a sentence in title case, or a question.
[[nodiscard]] bool is_headline(const Language& language, std::string_view paragraph);

// A line between paragraphs of the body: a few words in title case or capitals, a short question,
// or a time.
[[nodiscard]] bool is_crosshead(const Language& language, std::string_view paragraph);

}  // namespace sourcelight
