// Code points of valid UTF-8 and the few classes of them that reading English text asks for.
// Letters are told by ranges (Latin, Greek, Cyrillic know their case), so no tables are needed.
// tests/core/base/chars_test.cpp holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sourcelight {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // in bytes; 0: there is none
};

// The code point that begins with the lead byte at `at`; for code_point_at().
[[nodiscard]] CodePoint decode_beyond_ascii(std::string_view utf8, std::size_t at);

// The code point that begins at byte `at`, or {} at the end. The text must be valid UTF-8.
[[nodiscard]] inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  if (at >= utf8.size()) return {};
  const auto lead = static_cast<unsigned char>(utf8[at]);
  return lead < 0x80 ? CodePoint{lead, 1} : decode_beyond_ascii(utf8, at);
}

// The code point that ends before byte `at`, or {} at the begin.
[[nodiscard]] inline CodePoint code_point_before(std::string_view utf8, std::size_t at) {
  if (at == 0) return {};
  do --at;
  while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80);
  return code_point_at(utf8, at);
}

void append_utf8(std::string& utf8, char32_t c);

[[nodiscard]] bool is_space_beyond_ascii(char32_t c);
[[nodiscard]] bool is_letter_beyond_ascii(char32_t c);

// White space, no-break and zero-width space, byte order mark, control characters.
[[nodiscard]] inline bool is_space(char32_t c) {
  return c < 0x7F ? c <= 0x20 : is_space_beyond_ascii(c);
}

// Ends a line: LF, VT, FF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
[[nodiscard]] inline bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

[[nodiscard]] inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Letters and what belongs to them (combining marks, joiners); emoji and symbols are none.
[[nodiscard]] inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : is_letter_beyond_ascii(c);
}

[[nodiscard]] inline bool is_alnum(char32_t c) { return is_digit(c) || is_letter(c); }

// The lower case of a Latin, Greek or Cyrillic capital; any other code point as it is.
[[nodiscard]] char32_t to_lower(char32_t c);

[[nodiscard]] bool is_upper_beyond_ascii(char32_t c);
[[nodiscard]] bool is_lower_beyond_ascii(char32_t c);

[[nodiscard]] inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_beyond_ascii(c);
}
[[nodiscard]] inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : is_lower_beyond_ascii(c);
}

[[nodiscard]] inline bool is_question_mark(char32_t c) {
  return c == '?' || c == 0xFF1F || c == 0x061F;
}

// ' and its typographic forms. Which of them are quotation marks, quotations.h tells.
[[nodiscard]] inline bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xFF07;
}

// Dashes that part words (– — ― −), not the hyphens that join them.
[[nodiscard]] inline bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

[[nodiscard]] inline bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

[[nodiscard]] std::string lower(std::string_view utf8);

}  // namespace sourcelight
