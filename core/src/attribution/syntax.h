// Looking left and right from a verb: its subject, its complement, where a phrase ends.
// Every look is bounded by kReach tokens, so that work stays linear on endless sentences.
// tests/core/attribution/syntax_test.cpp and tests/cases/attribution hold it.
#pragma once

#include <optional>

#include "attribution/reading.h"

namespace sourcelight {

inline constexpr std::uint32_t kReach = 150;

// The noun phrase with all that belongs to it, ending before / beginning at a token:
// "longtime pollster Pat Caddell", "Lew, the treasurer of the fund,", "people who were there".
[[nodiscard]] std::optional<TokenRange> noun_phrase_before(const Reading& reading,
                                                           std::uint32_t end);
[[nodiscard]] std::optional<TokenRange> noun_phrase_after(const Reading& reading,
                                                          std::uint32_t begin);

// The end of a phrase with the appositions and relative clauses that follow it: "Lee, a pilot".
[[nodiscard]] std::uint32_t apposition_end(const Reading& reading, TokenRange phrase);

// The subject of a verb group: the phrase before it, that of the verb it is coordinated with, or,
// for "..., saying", that of the main verb. Nothing for passives and imperatives.
[[nodiscard]] std::optional<TokenRange> subject_of(const Reading& reading, const VerbGroup& verb);

// Where a complement that begins at `begin` ends (half-open): a clause runs on over commas, a
// phrase stops at them; both stop before the next attribution of the same speaker.
enum class Complement { clause, phrase };
[[nodiscard]] std::uint32_t complement_end(const Reading& reading, const VerbGroup& verb,
                                           std::uint32_t begin, Complement kind);

// Is there a finite verb between two tokens, outside quotations?
[[nodiscard]] bool has_finite_verb(const Reading& reading, TokenRange range);

// The end of the sentence without its closing punctuation.
[[nodiscard]] std::uint32_t content_end_of_sentence(const Reading& reading, std::uint32_t token);

}  // namespace sourcelight
