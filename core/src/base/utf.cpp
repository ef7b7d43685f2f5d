// Contract in utf.h; held by tests/core/base/utf_test.cpp.
#include "base/utf.h"

#include <algorithm>

namespace sourcelight {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Lengths of one code point in each unit; a code point that had to be replaced counts what the
// caller's text had there, if the caller counts in the unit of that text.
struct Widths {
  std::uint32_t utf8;
  std::uint32_t utf16;
};

std::uint32_t utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }
std::uint32_t utf16_size(char32_t c) { return c < 0x10000 ? 1 : 2; }

class Writer {
 public:
  Writer(OffsetUnit unit, std::size_t expected_bytes) {
    text_.unit = unit;
    text_.utf8.reserve(expected_bytes);
    text_.origin.reserve(expected_bytes + 1);
  }

  void put(char32_t c, Widths widths) {
    const auto size = utf8_size(c);
    append(c, size);
    text_.origin.insert(text_.origin.end(), size, at_);
    at_ += text_.unit == OffsetUnit::utf8    ? widths.utf8
           : text_.unit == OffsetUnit::utf16 ? widths.utf16
                                             : 1;
  }

  Text finish() && {
    text_.origin.push_back(at_);
    return std::move(text_);
  }

 private:
  void append(char32_t c, std::uint32_t size) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (size == 1) {
      text_.utf8 += byte(c);
      return;
    }
    constexpr char32_t lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    text_.utf8 += byte(lead[size] | (c >> (6 * (size - 1))));
    for (auto rest = size - 1; rest-- > 0;) text_.utf8 += byte(0x80 | ((c >> (6 * rest)) & 0x3F));
  }

  Text text_;
  std::uint32_t at_ = 0;
};

struct Decoded {
  char32_t c;
  std::uint32_t size;  // bytes read: of the character, or of the maximal ill-formed subsequence
  bool ok;
};

// Unicode 15, table 3-7: which second bytes may follow a lead byte.
bool second_byte_fits(std::uint8_t lead, std::uint8_t second) {
  const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return second >= low && second <= high;
}

Decoded decode_any(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
  const std::uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  const std::uint32_t size = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : (lead & 0xF0) == 0xE0        ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (size == 0) return {replacement, 1, false};
  char32_t c = lead & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    if (at + i >= bytes.size()) return {replacement, i, false};
    const std::uint8_t next = byte(at + i);
    const bool fits = i == 1 ? second_byte_fits(lead, next) : (next & 0xC0) == 0x80;
    if (!fits) return {replacement, i, false};
    c = (c << 6) | (next & 0x3Fu);
  }
  return {c, size, true};
}

}  // namespace

Span Text::to_bytes(Span caller) const {
  const auto size = static_cast<std::uint32_t>(utf8.size());
  const auto first_at = [&](std::uint32_t offset) {
    const auto place = std::lower_bound(origin.begin(), origin.end(), offset);
    return std::min(size, static_cast<std::uint32_t>(place - origin.begin()));
  };
  const std::uint32_t begin = first_at(caller.begin);
  return {begin, std::max(begin, first_at(caller.end))};
}

Text read_utf8(std::string_view utf8, OffsetUnit unit) {
  Writer writer(unit, utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode_any(utf8, at);
    writer.put(next.c, {next.size, utf16_size(next.c)});
    at += next.size;
  }
  return std::move(writer).finish();
}

Text read_utf16(std::u16string_view utf16, OffsetUnit unit) {
  const auto is_high = [](char32_t c) { return c >= 0xD800 && c < 0xDC00; };
  const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
  Writer writer(unit, utf16.size());
  for (std::size_t at = 0; at < utf16.size(); ++at) {
    char32_t c = utf16[at];
    if (is_high(c) && at + 1 < utf16.size() && is_low(utf16[at + 1])) {
      c = 0x10000 + ((c - 0xD800) << 10) + (utf16[++at] - 0xDC00u);
    } else if (is_high(c) || is_low(c)) {
      c = replacement;
    }
    writer.put(c, {utf8_size(c), utf16_size(c)});
  }
  return std::move(writer).finish();
}

}  // namespace sourcelight
