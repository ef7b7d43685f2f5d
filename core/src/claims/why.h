// The reason of a claim, and how it is told in plain words. tests/core/claims/why_test.cpp holds
// it.
#pragma once

#include <string>
#include <vector>

#include "sourcelight/sourcelight.h"
#include "words/language.h"

namespace sourcelight {

// One sentence. Indices of the reason that are no source's are left out.
[[nodiscard]] std::string say(const Language& language, const Reason& reason,
                              const std::vector<Source>& sources);

// Who is given for the claim, as it is told to somebody who has not read the article: "Mara Lind,
// mayor of Ostby", "A senior official, not named"; empty where the article says it itself.
[[nodiscard]] std::string whose_word(const Language& language, const Claim& claim,
                                     const std::vector<Source>& sources);

// With a capital, if it begins with a small letter of the alphabet.
[[nodiscard]] std::string capitalized(std::string words);

// A claim that tells its reason; the attributions it rests on in any order.
[[nodiscard]] Claim make_claim(const Language& language, Spans spans, ClaimStatus status,
                               std::vector<std::uint32_t> attributions, Reason reason,
                               const std::vector<Source>& sources);

}  // namespace sourcelight
