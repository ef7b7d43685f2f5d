// What every attribution rule looks at: the document with its phrases, and its quotations as
// ranges of tokens. Also the shape of what a rule finds.
#pragma once

#include <string_view>
#include <vector>

#include "attribution/cue_verbs.h"
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
  CueVerbs verbs;  // the newsroom's own, and behind them those of the lexicon
  std::vector<Quote> quotes;
  std::vector<std::uint32_t> quote_at;  // token -> index into quotes, or kNone

  [[nodiscard]] bool quoted(std::uint32_t token) const {
    return token < quote_at.size() && quote_at[token] != kNone;
  }
  [[nodiscard]] bool is_dash(std::uint32_t token) const;
};

[[nodiscard]] Reading read_for_attribution(const Grammar& grammar);

// What a rule found, in tokens.
struct Candidate {
  std::string_view rule;          // the rule's name, for tests and for reading errors
  const CueVerb* verb = nullptr;  // where a verb is the cue
  Frame frame = Frame::count_;
  TokenRange cue;
  std::vector<TokenRange> source;  // empty: nobody is given
  std::vector<TokenRange> content;
  int percent = 0;  // how often this rule is right
};

}  // namespace sourcelight
