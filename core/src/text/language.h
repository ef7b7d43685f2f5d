// Whether a text is in the language of the lexicon. Every language repeats a few small words, and
// each has others: English prose without "the", "of", "and" and the like there is none. The method
// is the oldest there is (Ingle 1976, "A language identification table"); its bounds were set on
// the texts that docs/report.md ("Other languages") tells of. tests/core/text/language_test.cpp
// holds it.
#pragma once

#include <string_view>

#include "words/language.h"

namespace sourcelight {

// True only where it is sure: of running text, which lists of names, tables, capitals, headlines
// and anything short are not, fewer than one in twenty words is a function word of the language; or
// most letters are of another script. Linear in the text, and some thousandth of the time of
// reading it.
[[nodiscard]] bool is_other_language(const Language& language, std::string_view utf8);

}  // namespace sourcelight
