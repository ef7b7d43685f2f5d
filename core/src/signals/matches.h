// Where in a text the patterns of signals match. tests/core/signals hold it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/recall.h"
#include "signals/rule_file.h"
#include "text/document.h"

namespace sourcelight {

// Bytes of the document's text, from left to right.
struct RuleMatches {
  SignalKind kind{};
  std::vector<std::pair<WordClass, Spans>> find;  // of each pattern; those of one do not overlap
  Spans except;
};

// One for each rule file. Each paragraph is scanned by itself, once a pattern; one that is recalled
// is not scanned again.
[[nodiscard]] std::vector<RuleMatches> match_rules(const Document& document,
                                                   Recall* recall = nullptr);

// What in the rule files makes no sense: nothing, as the tests hold.
[[nodiscard]] const std::vector<std::string>& problems_of_rules(const Language& language);

}  // namespace sourcelight
