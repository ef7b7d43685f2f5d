// The checks of a house style that no pattern can tell. docs/house-style.md says what each means.
#pragma once

#include "style/style.h"

namespace sourcelight::style {

// Where the article fails the check.
[[nodiscard]] Spans failures(const Article& article, Check check);

}  // namespace sourcelight::style
