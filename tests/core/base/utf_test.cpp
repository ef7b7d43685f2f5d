// Holds base/utf.h: what comes in, what is read, and how every offset converts back.
#include "base/utf.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/chars.h"

namespace sourcelight {
namespace {

using namespace std::string_literals;

constexpr auto units = {OffsetUnit::utf16, OffsetUnit::utf8, OffsetUnit::codepoint};

// The origin of each character's first byte, and the length.
std::vector<std::uint32_t> character_offsets(const Text& text) {
  std::vector<std::uint32_t> offsets;
  for (std::size_t at = 0; at < text.utf8.size(); at += code_point_at(text.utf8, at).size) {
    offsets.push_back(text.origin[at]);
  }
  offsets.push_back(text.length());
  return offsets;
}

using Offsets = std::vector<std::uint32_t>;

TEST_CASE("well-formed UTF-8 is read as it is") {
  const std::string input = "a\xC3\xA9 e\xCC\x81 \xE2\x80\x9Cq\xE2\x80\x9D \xF0\x9F\x98\x80";
  for (const OffsetUnit unit : units) CHECK(read_utf8(input, unit).utf8 == input);
}

TEST_CASE("an emoji counts two UTF-16 units, one code point, four bytes") {
  const std::string input = "a\xF0\x9F\x98\x80z";
  CHECK(character_offsets(read_utf8(input, OffsetUnit::utf16)) == Offsets{0, 1, 3, 4});
  CHECK(character_offsets(read_utf8(input, OffsetUnit::codepoint)) == Offsets{0, 1, 2, 3});
  CHECK(character_offsets(read_utf8(input, OffsetUnit::utf8)) == Offsets{0, 1, 5, 6});
}

TEST_CASE("a combining mark is a code point of its own") {
  const std::string input = "e\xCC\x81x";
  CHECK(character_offsets(read_utf8(input, OffsetUnit::codepoint)) == Offsets{0, 1, 2, 3});
  CHECK(character_offsets(read_utf16(u"e\u0301x", OffsetUnit::utf8)) == Offsets{0, 1, 3, 4});
}

TEST_CASE("a byte inside a character has the offset of the character's begin") {
  const Text text = read_utf8("\xE2\x80\x94!", OffsetUnit::utf8);
  CHECK(text.origin == Offsets{0, 0, 0, 3, 4});
  CHECK(text.to_caller({0, 3}) == Span{0, 3});
}

TEST_CASE("NUL and the byte order mark are characters like any other") {
  const Text text = read_utf8("\xEF\xBB\xBF"s + "a\0b"s, OffsetUnit::codepoint);
  CHECK(text.utf8 == "\xEF\xBB\xBF"s + "a\0b"s);
  CHECK(text.length() == 4);
}

TEST_CASE("a lone surrogate is read as one replacement character") {
  const std::u16string input = {u'a', 0xD83D, u'b', 0xDE00, 0xD83D};
  CHECK(read_utf16(input, OffsetUnit::utf16).utf8 ==
        "a\xEF\xBF\xBD"s + "b\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(character_offsets(read_utf16(input, OffsetUnit::utf16)) == Offsets{0, 1, 2, 3, 4, 5});
  CHECK(character_offsets(read_utf16(input, OffsetUnit::codepoint)) == Offsets{0, 1, 2, 3, 4, 5});
  CHECK(character_offsets(read_utf16(input, OffsetUnit::utf8)) == Offsets{0, 1, 4, 5, 8, 11});
}

TEST_CASE("each maximal ill-formed subsequence is one replacement character, as Unicode says") {
  // Unicode 15, tables 3-8 to 3-11.
  const auto replaced = [](const std::string& bytes) {
    std::string shown;
    const Text text = read_utf8(bytes, OffsetUnit::utf8);
    for (std::size_t at = 0; at < text.utf8.size(); at += code_point_at(text.utf8, at).size) {
      const char32_t c = code_point_at(text.utf8, at).value;
      shown += c == 0xFFFD ? '?' : static_cast<char>(c);
    }
    return shown;
  };
  CHECK(replaced("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") == "????????A");
  CHECK(replaced("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") == "????????A");
  CHECK(replaced("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") == "?????A??B");
  CHECK(replaced("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == "????A");
  CHECK(replaced("a\xE2\x80") == "a?");
  CHECK(replaced("\xF0\x9F\x98") == "?");
}

TEST_CASE("bytes that could not be read still count as the bytes they were") {
  const std::string input = "a\xE1\x80z\xFF";
  CHECK(character_offsets(read_utf8(input, OffsetUnit::utf8)) == Offsets{0, 1, 3, 4, 5});
  CHECK(character_offsets(read_utf8(input, OffsetUnit::utf16)) == Offsets{0, 1, 2, 3, 4});
}

TEST_CASE("an empty text has length nought in every unit") {
  for (const OffsetUnit unit : units) {
    CHECK(read_utf8("", unit).length() == 0);
    CHECK(read_utf16(u"", unit).origin == Offsets{0});
  }
}

// Random texts, with characters of every size and surrogates that stand alone.

char32_t random_character(std::mt19937& random) {
  const auto pick = [&](char32_t low, char32_t high) {
    return std::uniform_int_distribution<char32_t>(low, high)(random);
  };
  switch (pick(0, 5)) {
    case 0:
      return pick(0, 0x7F);
    case 1:
      return pick(0x80, 0x7FF);
    case 2:
      return pick(0x800, 0xD7FF);
    case 3:
      return pick(0xD800, 0xDFFF);
    case 4:
      return pick(0xE000, 0xFFFF);
    default:
      return pick(0x10000, 0x10FFFF);
  }
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

void append_utf16(std::u16string& text, char32_t c) {
  if (c < 0x10000) {
    text += static_cast<char16_t>(c);
  } else {
    text += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
    text += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
  }
}

TEST_CASE("UTF-8 and UTF-16 of one random text read alike, and offsets convert without loss") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    std::string utf8;
    std::u16string utf16;
    Offsets in_utf8, in_utf16, in_code_points;
    for (std::uint32_t count = 0; count < 40; ++count) {
      char32_t c = random_character(random);
      if (is_surrogate(c)) c = 0xFFFD;
      in_utf8.push_back(static_cast<std::uint32_t>(utf8.size()));
      in_utf16.push_back(static_cast<std::uint32_t>(utf16.size()));
      in_code_points.push_back(count);
      append_utf8(utf8, c);
      append_utf16(utf16, c);
    }
    in_utf8.push_back(static_cast<std::uint32_t>(utf8.size()));
    in_utf16.push_back(static_cast<std::uint32_t>(utf16.size()));
    in_code_points.push_back(40);
    for (const OffsetUnit unit : units) {
      const Text from8 = read_utf8(utf8, unit);
      const Text from16 = read_utf16(utf16, unit);
      REQUIRE(from8.utf8 == utf8);
      REQUIRE(from16.utf8 == utf8);
      REQUIRE(from8.origin == from16.origin);
      const Offsets& wanted = unit == OffsetUnit::utf8    ? in_utf8
                              : unit == OffsetUnit::utf16 ? in_utf16
                                                          : in_code_points;
      REQUIRE(character_offsets(from8) == wanted);
    }
  }
}

TEST_CASE("random bytes and units give valid UTF-8 with ascending origins to the very end") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    std::u16string utf16;
    for (int count = 0; count < 60; ++count) {
      bytes += static_cast<char>(random() & 0xFF);
      append_utf16(utf16, random_character(random));
    }
    for (const Text& text :
         {read_utf8(bytes, OffsetUnit::utf8), read_utf16(utf16, OffsetUnit::utf16)}) {
      REQUIRE(text.origin.size() == text.utf8.size() + 1);
      REQUIRE(std::is_sorted(text.origin.begin(), text.origin.end()));
      REQUIRE(read_utf8(text.utf8, OffsetUnit::utf8).utf8 == text.utf8);
    }
    REQUIRE(read_utf8(bytes, OffsetUnit::utf8).length() == bytes.size());
    REQUIRE(read_utf16(utf16, OffsetUnit::utf16).length() == utf16.size());
  }
}

}  // namespace
TEST_CASE("a span of the caller's units comes back as the bytes it covers") {
  const Text text = read_utf16(u"a\u00e9\U0001F600z", OffsetUnit::utf16);
  CHECK(text.to_bytes({1, 2}) == Span{1, 3});
  CHECK(text.to_bytes({2, 4}) == Span{3, 7});
  CHECK(text.to_bytes({4, 5}) == Span{7, 8});
  CHECK(text.to_bytes({0, 99}) == Span{0, 8});
  CHECK(text.to_bytes({99, 99}) == Span{8, 8});
}

}  // namespace sourcelight
