// Tags and phrases of a document, as the later stages ask for them.
// tests/core/grammar hold it.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/vocabulary.h"
#include "grammar/phrases.h"
#include "grammar/tags.h"

namespace sourcelight {

struct Grammar {
  static constexpr std::uint32_t kNone = Phrases::kNone;
  static constexpr std::uint32_t kStride = 16;

  const Document& document;  // outlives this
  std::vector<Tag> tags;
  Phrases phrases;
  const Vocabulary* vocabulary = nullptr;  // what the newsroom adds to the word lists, if anything
  std::vector<std::uint32_t> first_from = {};  // see tokens_in()

  [[nodiscard]] const Language& language() const { return *document.language; }

  // All of these answer beyond the last token too: an empty word, punctuation, nothing.
  [[nodiscard]] std::string_view norm(std::uint32_t token) const;
  [[nodiscard]] Tag tag(std::uint32_t token) const;
  [[nodiscard]] const VerbGroup* verb_at(std::uint32_t token) const;
  [[nodiscard]] const NounPhrase* noun_at(std::uint32_t token) const;
  [[nodiscard]] bool is(std::uint32_t token, Role role) const;
  [[nodiscard]] bool is_any(std::uint32_t token,
                            std::initializer_list<std::string_view> words) const;
  [[nodiscard]] const Sentence& sentence_of(std::uint32_t token) const;
  // "What has Lind said?" above the article or a part of it: nobody's word, whoever it names.
  [[nodiscard]] bool is_heading_that_asks(const Sentence& sentence) const;
  // The first token of a sentence that is no dateline.
  [[nodiscard]] std::uint32_t after_dateline(const Sentence& sentence) const;

  [[nodiscard]] Span span_of(TokenRange tokens) const;  // of a range that is not empty
  // The tokens that begin in the span. first_from[i] is the first that begins at byte i * kStride
  // or later, so that few are looked at.
  [[nodiscard]] TokenRange tokens_in(Span span) const;
};

// The vocabulary, if there is one, must live as long as the grammar.
[[nodiscard]] Grammar read_grammar(const Document& document, const Vocabulary* vocabulary = nullptr,
                                   Recall* recall = nullptr);

}  // namespace sourcelight
