// Holds base/chars.h: walking through UTF-8 and the classes of code points.
#include "base/chars.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

TEST_CASE("code points are read forwards and backwards") {
  const std::string_view text = "a\xC3\xA9\xE2\x80\x94\xF0\x9F\x98\x80";
  CHECK(code_point_at(text, 0).value == U'a');
  CHECK(code_point_at(text, 1).value == U'\u00E9');
  CHECK(code_point_at(text, 3).value == U'\u2014');
  CHECK(code_point_at(text, 6).value == U'\U0001F600');
  CHECK(code_point_before(text, 10).value == U'\U0001F600');
  CHECK(code_point_before(text, 6).value == U'\u2014');
  CHECK(code_point_before(text, 1).value == U'a');
}

TEST_CASE("before the begin and at the end there is no code point") {
  CHECK(code_point_at("a", 1).size == 0);
  CHECK(code_point_at("", 0).size == 0);
  CHECK(code_point_before("a", 0).size == 0);
}

TEST_CASE("spaces are all that separates words without being seen") {
  for (const char32_t c : U" \t\n\r\0\u00A0\u2009\u200B\u2028\u202F\u3000\uFEFF")
    CHECK(is_space(c));
  for (const char32_t c : {U'a', U'.', U'\u00AD', U'\u200D', U'\u00E9', U'\u2014'}) {
    CHECK_FALSE(is_space(c));
  }
}

TEST_CASE("letters of any script are letters; marks, digits, symbols and emoji are not") {
  for (const char32_t c : {U'a', U'Z', U'\u00E9', U'\u0142', U'\u0416', U'\u05D0', U'\u0639',
                           U'\u4E2D', U'\uAC00', U'\u0301'}) {
    CHECK(is_letter(c));
  }
  for (const char32_t c : {U'1', U'_', U'.', U'\u00D7', U'\u2019', U'\u20AC', U'\u2022', U'\u2122',
                           U'\u2600', U'\U0001F600', U'\uFFFD'}) {
    CHECK_FALSE(is_letter(c));
  }
}

TEST_CASE("capitals are told from small letters in Latin, Greek and Cyrillic") {
  for (const char32_t c :
       {U'A', U'\u00C9', U'\u0141', U'\u017D', U'\u0391', U'\u0416', U'\u1EA2'}) {
    CHECK(is_upper(c));
    CHECK_FALSE(is_lower(c));
  }
  for (const char32_t c :
       {U'z', U'\u00DF', U'\u00E9', U'\u0142', U'\u017E', U'\u03B1', U'\u0436'}) {
    CHECK(is_lower(c));
    CHECK_FALSE(is_upper(c));
  }
  CHECK_FALSE(is_upper(U'\u4E2D'));
  CHECK_FALSE(is_lower(U'\u4E2D'));
}

TEST_CASE("a text is put in lower case letter by letter") {
  CHECK(lower("\xC3\x89lan VITAL \xC5\x81\xC3\x93"
              "D\xC5\xB9 \xD0\x96") ==
        "\xC3\xA9lan vital \xC5\x82\xC3\xB3"
        "d\xC5\xBA \xD0\xB6");
}

TEST_CASE("what is appended can be read again") {
  for (const char32_t c : {U'\0', U'a', U'\u00E9', U'\u2014', U'\uFFFD', U'\U0001F600'}) {
    std::string text;
    append_utf8(text, c);
    CHECK(code_point_at(text, 0).value == c);
    CHECK(code_point_at(text, 0).size == text.size());
  }
}

}  // namespace
}  // namespace sourcelight
