// Looking left and right of a token: the noun phrase with all that belongs to it, verbs, marks.
// Every look is bounded by kReach tokens, so that work stays linear on endless sentences.
// tests/core/attribution/syntax_test.cpp and tests/cases/attribution hold it.
#pragma once

#include <optional>

#include "attribution/reading.h"

namespace sourcelight {

inline constexpr std::uint32_t kReach = 150;

// How far back, and how far on, a look from a token may go within its sentence.
[[nodiscard]] std::uint32_t floor_of(const Reading& reading, std::uint32_t token);
[[nodiscard]] std::uint32_t ceiling_of(const Reading& reading, std::uint32_t token);

[[nodiscard]] bool is_comma(const Reading& reading, std::uint32_t token);
[[nodiscard]] bool is_wh(const Reading& reading, std::uint32_t token);  // who, which, whose, what

// The noun phrase with all that belongs to it, ending before / beginning at a token:
// "longtime pollster Pat Caddell", "Lew, the treasurer of the fund,", "people who were there".
[[nodiscard]] std::optional<TokenRange> noun_phrase_before(const Reading& reading,
                                                           std::uint32_t end);
[[nodiscard]] std::optional<TokenRange> noun_phrase_after(const Reading& reading,
                                                          std::uint32_t begin);

// The end of a phrase with the appositions and relative clauses that follow it: "Lee, a pilot".
[[nodiscard]] std::uint32_t apposition_end(const Reading& reading, TokenRange phrase);

// Is there a finite verb between two tokens, outside quotations?
[[nodiscard]] bool has_finite_verb(const Reading& reading, TokenRange range);

// The end of the sentence without its closing punctuation.
[[nodiscard]] std::uint32_t content_end_of_sentence(const Reading& reading, std::uint32_t token);

}  // namespace sourcelight
