// Contract in chars.h; held by tests/core/base/chars_test.cpp.
#include "base/chars.h"

namespace sourcelight {

CodePoint decode_beyond_ascii(std::string_view utf8, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(utf8[at + i]); };
  const std::uint8_t lead = byte(0);
  const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = lead & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size && at + i < utf8.size(); ++i) c = (c << 6) | (byte(i) & 0x3Fu);
  return {c, size};
}

void append_utf8(std::string& utf8, char32_t c) {
  const auto byte = [&](char32_t bits) { utf8 += static_cast<char>(bits); };
  const auto rest = [&](int shift) { byte(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6)), rest(0);
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12)), rest(6), rest(0);
  } else {
    byte(0xF0 | (c >> 18)), rest(12), rest(6), rest(0);
  }
}

bool is_space_beyond_ascii(char32_t c) {
  return (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x200E ||
         c == 0x200F || (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_letter_beyond_ascii(char32_t c) {
  if (c < 0xC0) return c == 0xAA || c == 0xAD || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c < 0x2000) return !is_space_beyond_ascii(c) && c != 0x37E && c != 0x387 && c != 0x5BE;
  if (c < 0x2C00) {
    return c == 0x200C || c == 0x200D || c == 0x2060 || c == 0x2071 || c == 0x207F ||
           (c >= 0x2090 && c <= 0x209C) || (c >= 0x20D0 && c <= 0x20F0) ||
           (c >= 0x2100 && c <= 0x214F && c != 0x2116 && c != 0x2117 && c != 0x2122);
  }
  if (c < 0x3040) return c < 0x2E00;
  if (c < 0xE000) return true;
  return (c >= 0xF900 && c < 0xFE10 && c != 0xFD3E && c != 0xFD3F) || (c >= 0xFE20 && c < 0xFE30) ||
         (c >= 0xFE70 && c < 0xFEFF) || (c >= 0xFF21 && c <= 0xFF3A) ||
         (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xFF66 && c < 0xFFE0) ||
         (c >= 0x10000 && c < 0x1D000) || (c >= 0x20000 && c < 0xE0000);
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
  if (c < 0x180) {
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xFF;
    const bool capital_is_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x138 || c == 0x149 || c == 0x17F) return c;
    return (c % 2 == 1) == capital_is_odd ? c + 1 : c;
  }
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if ((c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0x460 && c <= 0x481) ||
      (c >= 0x48A && c <= 0x4BF)) {
    return c % 2 == 0 ? c + 1 : c;
  }
  return c;
}

bool is_upper_beyond_ascii(char32_t c) { return is_letter(c) && to_lower(c) != c; }

bool is_lower_beyond_ascii(char32_t c) {
  const bool has_case = (c >= 0xDF && c < 0x250) || (c >= 0x3AC && c < 0x482) ||
                        (c >= 0x48A && c < 0x4C0) || (c >= 0x1E00 && c < 0x1F00);
  return has_case && is_letter(c) && to_lower(c) == c;
}

std::string lower(std::string_view utf8) {
  std::string result(utf8);
  std::size_t at = 0;
  for (; at < utf8.size() && static_cast<unsigned char>(utf8[at]) < 0x80; ++at) {
    result[at] = static_cast<char>(to_lower(static_cast<unsigned char>(utf8[at])));
  }
  result.resize(at);
  while (at < utf8.size()) {
    const CodePoint next = code_point_at(utf8, at);
    append_utf8(result, to_lower(next.value));
    at += next.size;
  }
  return result;
}

}  // namespace sourcelight
