// What every attribution rule looks at: the document with its phrases, and its quotations as
// ranges of tokens. Also the shape of what a rule finds.
#pragma once

#include <string_view>
#include <vector>

#include "attribution/cue_verbs.h"
#include "grammar/phrases.h"
#include "text/document.h"

namespace sourcelight {

// One quotation of depth 0, marks included, cut at the paragraph's end.
struct Quote {
  TokenRange tokens;
  std::uint32_t paragraph = 0;
  std::uint32_t words = 0;
  bool closed = true;
  std::uint32_t continues = Phrases::kNone;  // index of the quote it goes on from
};

struct Reading {
  static constexpr std::uint32_t kNone = Phrases::kNone;

  const Document& document;
  const std::vector<Tag>& tags;
  const CueVerbs& verbs;
  Phrases phrases;
  std::vector<Quote> quotes;
  std::vector<std::uint32_t> quote_at;  // token -> index into quotes, or kNone

  // Beyond the last token: an empty word, punctuation.
  [[nodiscard]] std::string_view norm(std::uint32_t token) const;
  [[nodiscard]] Tag tag(std::uint32_t token) const;
  [[nodiscard]] const Sentence& sentence_of(std::uint32_t token) const;
  [[nodiscard]] const VerbGroup* verb_at(std::uint32_t token) const;
  [[nodiscard]] const NounPhrase* noun_at(std::uint32_t token) const;
  [[nodiscard]] bool quoted(std::uint32_t token) const { return quote_at[token] != kNone; }
  [[nodiscard]] bool is_dash(std::uint32_t token) const;
  [[nodiscard]] bool is_any(std::uint32_t token, std::initializer_list<std::string_view> words) const;
};

[[nodiscard]] Reading read_for_attribution(const Document& document, const std::vector<Tag>& tags);

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
