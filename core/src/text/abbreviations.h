// Abbreviations: words whose full stop is part of them, and what such a stop says about the end
// of the sentence. The lists are core/lexicon/en/abbreviations_*.txt.
// tests/cases/text/sentences and tokens hold it.
#pragma once

#include <string_view>

namespace sourcelight {

// What follows an abbreviation decides whether its full stop also ends the sentence.
enum class StopKind {
  ends_sentence,  // no abbreviation
  before_name,    // "Mr.", "Sen.": never the end
  before_number,  // "No.", "Oct.": not the end if a number follows
  either          // "U.S.", "Inc.", "p.m.": the end if what follows begins a sentence
};

// `word` is what stands before the full stop, without it ("Mr", "U.S", "J").
[[nodiscard]] StopKind stop_kind(std::string_view word);

// "J": one capital letter.
[[nodiscard]] bool is_initial(std::string_view word);

// Ends with a single letter after a full stop, a hyphen or nothing: "U.S", "R-S.C", "p".
[[nodiscard]] bool is_single_letter_end(std::string_view word);

// The word, or its last part after a hyphen, is an abbreviation.
[[nodiscard]] bool ends_with_abbreviation(std::string_view word);

// What follows an apostrophe that stands for left out letters: "em", "til", "90s".
[[nodiscard]] bool is_clipped_word(std::string_view word);

// A word that, capitalized, hardly stands inside a sentence: "The", "But", "She".
[[nodiscard]] bool is_sentence_starter(std::string_view word);

}  // namespace sourcelight
