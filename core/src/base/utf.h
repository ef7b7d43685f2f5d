// Text in, offsets out: any UTF-8 or UTF-16 becomes valid UTF-8 once, at the edge, and every
// internal byte offset converts back to the unit the caller counts in.
// tests/core/base/utf_test.cpp holds it (emoji, combining marks, lone surrogates, NUL, bad bytes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

struct Text {
  std::string utf8;                   // valid UTF-8; what could not be read stands as U+FFFD
  std::vector<std::uint32_t> origin;  // byte offset in utf8 -> offset in the caller's unit;
                                      // utf8.size() + 1 entries, ascending. A byte inside a
                                      // character has the offset of the character's begin.
  OffsetUnit unit = OffsetUnit::utf8;

  [[nodiscard]] Span to_caller(Span bytes) const {
    return {origin[bytes.begin], origin[bytes.end]};
  }
  // Back to bytes, at most to the end of the text. An end inside a character means the next one.
  [[nodiscard]] Span to_bytes(Span caller) const;
  [[nodiscard]] std::uint32_t length() const { return origin.back(); }
};

// Each maximal ill-formed subsequence becomes one U+FFFD (Unicode 15, 3.9, D93b), yet counts the
// bytes it had when unit is utf8.
[[nodiscard]] Text read_utf8(std::string_view utf8, OffsetUnit unit);

// A lone surrogate becomes one U+FFFD: one utf16 unit, one code point, three bytes.
[[nodiscard]] Text read_utf16(std::u16string_view utf16, OffsetUnit unit);

}  // namespace sourcelight
