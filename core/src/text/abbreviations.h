// Abbreviations: words whose full stop is part of them, and what such a stop says about the end
// of the sentence. The lists are core/lexicon/LANGUAGE/abbreviations_*.txt.
// tests/cases/text/sentences and tokens hold it.
#pragma once

#include <cstddef>
#include <string_view>

namespace sourcelight {

enum class Stop {
  full,         // belongs to no abbreviation
  before_name,  // "Mr.", "Sen.", "vs.": never ends the sentence
  number,       // "No. 5": the number follows, so it does not end the sentence
  time,         // "p.m.": ends it unless a day or a time zone follows
  either  // "U.S.", "Inc.", "Oct.", and in German "3.": ends it if what follows begins a sentence
};

// What the full stop at `dot` belongs to, by the word before it; text ends with the sentence or
// later.
[[nodiscard]] Stop read_stop(std::string_view text, std::size_t dot);

// Where the word that ends at `end` begins: letters, digits and . - / &.
// Looks back 24 bytes at most.
[[nodiscard]] std::size_t word_begin(std::string_view text, std::size_t end);

// "U.S", "J.K", "e.v": letters with full stops between them; "J": one capital alone.
[[nodiscard]] bool is_acronym(std::string_view word);

// What follows an apostrophe that stands for left out letters: "em", "til", "90s".
[[nodiscard]] bool is_clipped_word(std::string_view word);

// "The", "But", "She": a word that, capitalized, hardly stands inside a sentence.
[[nodiscard]] bool is_sentence_starter(std::string_view word);

// "Monday", "EST": goes on after "6 p.m.".
[[nodiscard]] bool continues_time(std::string_view word);

}  // namespace sourcelight
