// What attributions are joined by: the document with its phrases, and its quotations as ranges of
// tokens.
#pragma once

#include <vector>

#include "grammar/grammar.h"

namespace sourcelight {

// One quotation of depth 0, marks included, cut at the paragraph's end.
struct Quote {
  TokenRange tokens;
  std::uint32_t paragraph = 0;
  std::uint32_t words = 0;
  bool closed = true;
  std::uint32_t continues = Phrases::kNone;  // index of the quote it goes on from
};

struct Reading : Grammar {
  std::vector<Quote> quotes;
  std::vector<std::uint32_t> quote_at;  // token -> index into quotes, or kNone

  [[nodiscard]] bool quoted(std::uint32_t token) const {
    return token < quote_at.size() && quote_at[token] != kNone;
  }
  [[nodiscard]] bool is_dash(std::uint32_t token) const;
};

[[nodiscard]] Reading read_for_attribution(const Grammar& grammar);

}  // namespace sourcelight
