// The regular forms of verbs, by core/lexicon/LANGUAGE/verb_forms.txt.
// tests/core/words/verb_forms_test.cpp holds it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/language.h"

namespace sourcelight {

// The lemma, then what has its present, past and gerund ending: "deny", "denies", "denied",
// "denying".
[[nodiscard]] std::vector<std::string> regular_forms(const Language& language,
                                                     std::string_view lemma);

}  // namespace sourcelight
