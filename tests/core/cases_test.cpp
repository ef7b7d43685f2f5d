// Holds cases.h: a case that were read wrongly would hold nothing.
#include "cases.h"

#include <catch2/catch.hpp>

using sourcelight::testing::Case;
using sourcelight::testing::parse_cases;
using sourcelight::testing::read_cases;

namespace {

TEST_CASE("a case file is input, a line with a dot, expected output") {
  const std::vector<Case> cases = parse_cases("Rain fell.\nSnow too.\n.\ntwo lines\n", "weather");
  REQUIRE(cases.size() == 1);
  CHECK(cases[0].name == "weather");
  CHECK(cases[0].input == "Rain fell.\nSnow too.");
  CHECK(cases[0].expected == "two lines");
}

TEST_CASE("a case file may hold several cases, each after its title") {
  const std::vector<Case> cases = parse_cases("=== one\na\n.\nA\n=== none\n.\n\n", "letters");
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].name == "letters: one");
  CHECK(cases[0].expected == "A");
  CHECK(cases[1].name == "letters: none");
  CHECK(cases[1].input.empty());
  CHECK(cases[1].expected.empty());
}

TEST_CASE("escapes in a case stand for what an editor would not keep") {
  const Case only = parse_cases("a\\r\n\\0\\t\\\\\\x80\\u2028\\u00e9\\ud800\n.\n", "odd").at(0);
  CHECK(only.input == std::string("a\r\n\0\t\\\x80\xE2\x80\xA8\xC3\xA9\xED\xA0\x80", 15));
}

TEST_CASE("a case that cannot be read says so instead of passing") {
  CHECK_THROWS_WITH(parse_cases("no dot\n", "lost"), "lost: no line with a single dot");
  CHECK_THROWS_WITH(parse_cases("\\q\n.\n", "lost"), "lost: unknown escape \\q");
  CHECK_THROWS_WITH(parse_cases("\\x4", "lost"), "lost: no line with a single dot");
  CHECK_THROWS_WITH(parse_cases("\\x4\n.\n", "lost"), "lost: an escape is cut off");
  CHECK_THROWS_WITH(parse_cases("\\u00G0\n.\n", "lost"),
                    "lost: \\x and \\u want lower case hex digits");
  CHECK_THROWS(read_cases("no/such/folder"));
}

TEST_CASE("cases are found in their folder") { CHECK(read_cases("text/sentences").size() > 1); }

}  // namespace
