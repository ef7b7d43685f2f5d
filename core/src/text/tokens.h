// Words, numbers and marks, cut as the Penn Treebank cuts them (document.h has the examples).
// tests/cases/text/tokens hold it.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"
#include "words/language.h"

namespace sourcelight {

// Sets first_token and last_token of each sentence. Every character that is no white space
// stands in exactly one token.
[[nodiscard]] std::vector<Token> split_tokens(const Language& language, std::string_view text,
                                              std::vector<Sentence>& sentences);

}  // namespace sourcelight
