// Takes an article and its Report; gives them for people: the article with every claim marked
// by its status, a table of the sources, the counts, what the house style found.
// tests/cli/cli_test.mjs holds it.
#pragma once

#include <string>
#include <string_view>

#include "sourcelight/sourcelight.h"

namespace sourcelight::cli {

// The Report's offsets must count utf8. Each claim is followed by its status in brackets, so
// that it reads without colour too. Control characters of the article are not passed on.
[[nodiscard]] std::string text_view(std::string_view article, const Report& report, bool color);

}  // namespace sourcelight::cli
