// The words that say why a source can know, or why it is not named: "who was in the room",
// "speaking on condition of anonymity because ...". tests/cases/sources/justification.txt holds it.
#pragma once

#include <vector>

#include "attribution/attribution.h"
#include "base/word_list.h"

namespace sourcelight {

class Justifications {
 public:
  Justifications(const Grammar& grammar, const std::vector<Attribution>& attributions);

  // Beside the source phrase or its cue, in their sentence; sorted, none empty.
  [[nodiscard]] Spans of(const Attribution& attribution, TokenRange phrase) const;

  struct Apart {
    Span words;
    std::uint32_t attribution;  // the last one with a source before them
  };
  // In sentences of their own: "The official was not authorised to speak."
  [[nodiscard]] std::vector<Apart> apart() const;

 private:
  [[nodiscard]] bool opens(std::uint32_t token) const;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] TokenRange anonymity_at(std::uint32_t token) const;
  [[nodiscard]] TokenRange clause(std::uint32_t begin, std::uint32_t stop,
                                  const Attribution* attribution) const;

  const Grammar& g_;
  const std::vector<Attribution>& attributions_;
  const WordList& knowing_;
};

}  // namespace sourcelight
