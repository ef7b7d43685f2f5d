// The text of the article as HTML, its claims and what was found in it marked. Without its tags it
// is the text itself. tests/core/report/html_test.cpp holds it.
#pragma once

#include <string>
#include <string_view>

#include "report/render.h"

namespace sourcelight {

// Appends text as it may stand between tags and in attributes. Control characters, which HTML must
// not hold, become U+FFFD.
void append_escaped(std::string& out, std::string_view utf8);

// Appends paragraphs with their marks. Spans that overlap are cut into pieces, each in one <mark>.
void append_marked(std::string& out, const Article& article);

}  // namespace sourcelight
