// Checks of where an article says who says so; see checks.h. tests/cases/style hold them, a file
// each.
#pragma once

#include "style/style.h"

namespace sourcelight::style {

// What goes on with somebody's words in a paragraph without any attribution, where another
// paragraph came between or others have spoken. A quotation that runs on with its mark left open is
// clear.
[[nodiscard]] Spans attribution_not_restated(const Article& article);

// A quotation whose speaker, new to the article, is told in a later sentence only; a source that is
// a pronoun or a surname before its full name has stood in the article.
[[nodiscard]] Spans attribution_late(const Article& article);

}  // namespace sourcelight::style
