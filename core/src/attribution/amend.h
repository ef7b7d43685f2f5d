// What the labeller gets wrong in ways that a look at the sentence mends.
// tests/cases/labelled/afterthoughts.txt holds it.
#pragma once

#include <vector>

#include "attribution/reading.h"

namespace sourcelight {

// Takes attributions sorted by what comes first in each. Contents and sources change; an
// attribution left without a content goes.
void amend(const Reading& reading, std::vector<Attribution>& attributions);

// "Two officials, who asked not to be named, said": the clause becomes part of who said it, and
// such requests are no attributions. Takes them in the order of their cues.
void drop_requests_for_anonymity(const Reading& reading, std::vector<Attribution>& attributions);

[[nodiscard]] bool overlap(const Spans& a, const Spans& b);

}  // namespace sourcelight
