// Holds base/word_list.h.
#include "base/word_list.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

TEST_CASE("a lexicon file is one entry a line; comments and empty lines are none") {
  CHECK(read_entries("# towns\nNew Ardle\n\nOsk # by the sea\r\nTarn") ==
        std::vector<std::string_view>{"New Ardle", "Osk", "Tarn"});
  CHECK(read_entries("").empty());
}

TEST_CASE("a word list has the entries of its file and no others") {
  const WordList towns("# towns\nNew Ardle\nOsk\n");
  CHECK(towns.has("New Ardle"));
  CHECK(towns.has("Osk"));
  CHECK_FALSE(towns.has("osk"));
  CHECK_FALSE(towns.has("# towns"));
  CHECK_FALSE(towns.has(""));
  CHECK(towns.size() == 2);
}

TEST_CASE("an entry with a hyphen in front ends compounds too") {
  const WordList roles("-chef\n-rat\n--\n");
  CHECK(roles.has("chef"));
  CHECK(roles.has("parteichef"));
  CHECK(roles.has("linken-chef"));
  CHECK_FALSE(roles.has("schef"));  // one letter before it makes no compound
  CHECK_FALSE(roles.has("chefin"));
  CHECK_FALSE(roles.has("-chef"));
  CHECK(roles.has("--"));
}

}  // namespace
}  // namespace sourcelight
