// What a verb says: where its complement begins, in which frame, and where it ends.
// tests/core/attribution/syntax_test.cpp and tests/cases/attribution hold it.
#pragma once

#include <optional>

#include "attribution/reading.h"

namespace sourcelight {

// From here on a verb takes a frame so often (percent) that weaker signs of it suffice.
inline constexpr int kSureFrame = 60;

// Where the content begins, in which frame, and the cue with what belongs to it.
struct Opening {
  Frame frame = Frame::count_;
  std::uint32_t content = 0;
  TokenRange cue;
};

// The complement behind a verb of this kind, if one opens there.
[[nodiscard]] std::optional<Opening> open_complement(const Reading& reading, const VerbGroup& verb,
                                                     const CueVerb& cue);

// Where a complement that begins at `begin` ends (half-open): a clause runs on over commas, a
// phrase stops at them; both stop before the next attribution of the same speaker.
enum class Complement { clause, phrase };
[[nodiscard]] std::uint32_t complement_end(const Reading& reading, const VerbGroup& verb,
                                           std::uint32_t begin, Complement kind);

// Steps over what may stand between a verb and its content, at most to `end`: "in a statement on
// Tuesday". A medium right behind the cue ("said in a statement") becomes part of it.
[[nodiscard]] std::uint32_t skip_adjuncts(const Reading& reading, std::uint32_t token,
                                          std::uint32_t end, TokenRange& cue);

// "that", "whether", "why": a word that opens a clause at the token.
[[nodiscard]] bool opens_clause_by_word(const Reading& reading, std::uint32_t token);

// A noun phrase at the token and, before `end`, the finite verb it is the subject of.
[[nodiscard]] bool clause_at(const Reading& reading, std::uint32_t token, std::uint32_t end);

[[nodiscard]] bool infinitive_at(const Reading& reading, std::uint32_t token);

// "statement", "interview", "tweet": what words are published in.
[[nodiscard]] bool is_medium(const Reading& reading, std::uint32_t noun);

// A finite verb in the range, quoted or not.
[[nodiscard]] bool has_verb(const Reading& reading, TokenRange range);

}  // namespace sourcelight
