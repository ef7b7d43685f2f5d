// Looks at the candidates of a source phrase; see choice.h.
#pragma once

#include "sources/choice.h"

namespace sourcelight {

// Sets the signs of each choice.
void sign(const Discourse& discourse, const SourcePhrase& phrase, const Reference& by_rules,
          const Reference& as_written, const SourceLabels* labels, std::vector<Choice>& choices);

}  // namespace sourcelight
