// Who does what the verb says.
// tests/core/attribution/syntax_test.cpp and tests/cases/attribution/subject* hold it.
#pragma once

#include <optional>

#include "attribution/reading.h"

namespace sourcelight {

// The subject of a verb group: the phrase before it, that of the verb it is coordinated with, or,
// for "..., saying", that of the main verb. Nothing for imperatives.
[[nodiscard]] std::optional<TokenRange> subject_of(const Reading& reading, const VerbGroup& verb);

// The form of a verb, a finite participle counting as a past tense.
[[nodiscard]] Tag form_of(const Reading& reading, const VerbGroup& verb);

}  // namespace sourcelight
