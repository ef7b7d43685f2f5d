// Whom a source phrase may mean, and what tells for and against each: a name of the article,
// somebody without a name who spoke before, or what the phrase says by itself. choice_scorer.h
// weighs it. tests/core/sources/choice_test.cpp holds it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "attribution/attribution.h"
#include "sources/labels.h"
#include "sources/reference.h"

namespace sourcelight {

// What is looked at. tools/train/who.py reads the names from here, in this order.
enum class Sign : std::uint8_t {
  // the phrase: how it refers
  he,
  she,
  they,
  it,
  speaker,     // "I", "we"
  name,        // its head is a name
  definite,    // "the mayor"
  owned,       // "his lawyer", "Lind's lawyer"
  indefinite,  // "a lawyer", "two lawyers"
  plural,      // "lawyers"
  bare,        // anything else
  // the phrase: what its head is
  role,
  body,
  document,
  anonymous,
  mouthpiece,
  several,
  single_word,
  many_words,
  holds_name,
  nested,
  quoted,
  labelled,  // the network has said what kind of source it is
  // the candidate: what it is
  by_rules,  // what the rules take it for
  as_written,
  is_entity,
  is_unnamed,  // somebody without a name who spoke before
  is_person,
  is_body,
  is_document,
  is_anonymous,
  is_group,
  is_joined,
  is_certain,
  is_place,
  same_gender,
  other_gender,
  label_agrees,  // how likely the network finds that the phrase is of its kind
  // the candidate: where it was named last before the phrase
  never_before,
  same_sentence,
  one_back,
  two_back,
  few_back,
  many_back,
  same_paragraph,
  paragraph_back,
  last_subject,
  last_opens,
  last_quoted,
  last_in_content,
  last_owner,
  last_after_preposition,
  last_in_headline,
  nearest,  // of all its kind
  second_nearest,
  rank,
  // the candidate: how it is named in and after the phrase
  at_head,
  in_phrase,
  first_in_phrase,
  last_in_phrase,
  apposed,
  behind_preposition,
  owner_in_phrase,
  next_in_sentence,
  next_sentence,
  soon_after,
  // the candidate: how much the article is about it
  often,
  most_named,
  first_named,
  // the candidate: what it has said
  spoke,
  spoke_last,
  spoke_last_of_kind,
  spoke_often,
  turns_ago,
  spoke_in_paragraph,
  spoke_paragraph_before,
  // words that both have
  same_words,
  head_in_name,
  last_word,
  first_word,
  initials,
  share_of_words,
  head_in_title,
  share_in_title,
  has_title,
  same_head,
  count
};

inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::count);
using Signs = std::array<float, sign_count>;

struct Choice {
  Reference reference;
  Signs signs{};
};

// A source phrase as the resolver reads it.
struct SourcePhrase {
  const Attribution& attribution;
  TokenRange tokens;
  const NounPhrase* noun = nullptr;  // the first in it
  std::uint32_t head = 0;
};

// At most 40: those named within 500 tokens before and 150 after, those who share a word with the
// phrase, those without a name who spoke last, what the rules read, and the phrase by itself.
[[nodiscard]] std::vector<Choice> choices_of(const Discourse& discourse, const SourcePhrase& phrase,
                                             const Reference& by_rules, const Reference& as_written,
                                             const SourceLabels* labels);

}  // namespace sourcelight
