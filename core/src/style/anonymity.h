// Checks of what an article owes its reader where it quotes people without a name; see checks.h.
// tests/cases/style hold them, a file each.
#pragma once

#include "style/style.h"

namespace sourcelight::style {

[[nodiscard]] bool is_anonymous(const Source& source);

// Whether the reader can find out who it is: "the parents of Ada Lind".
[[nodiscard]] bool is_found_by_relation(const Article& article, const Source& source);

// The first mention of each particular person without a name of whom the article nowhere says why
// it is not named.
[[nodiscard]] Spans anonymous_without_reason(const Article& article);

// Where somebody declines to comment who is quoted in the article without a name, or whose body is.
[[nodiscard]] Spans declined_to_comment_unnamed(const Article& article);

}  // namespace sourcelight::style
