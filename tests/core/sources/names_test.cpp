// Holds sources/names.h: the names of an article, joined where they mean the same.
#include "sources/names.h"

#include <catch2/catch.hpp>

#include "stages.h"

namespace sourcelight::testing {
namespace {

// The fullest names of an article, one each.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (const Entity& entity : find_names(Stages(text).grammar).entities) {
    names.push_back(entity.name);
  }
  return names;
}

Entity first_in(std::string_view text) {
  const Names names = find_names(Stages(text).grammar);
  REQUIRE_FALSE(names.entities.empty());
  return names.entities.front();
}

using Strings = std::vector<std::string>;

TEST_CASE("one person has one entry under all the names") {
  CHECK(names_in("Anna Moss met the council. Mrs. Moss spoke. Moss left.") == Strings{"Anna Moss"});
  CHECK(names_in("Peter J. Berg met the council. Peter Berg left.") == Strings{"Peter J. Berg"});
}

TEST_CASE("two persons with one surname have two entries") {
  CHECK(names_in("Anna Moss met Peter Moss.") == Strings{"Anna Moss", "Peter Moss"});
}

TEST_CASE("a title is no part of a name") {
  const Entity mayor = first_in("Mayor Anna Moss met the council.");
  CHECK(mayor.name == "Anna Moss");
  CHECK(mayor.title == "Mayor");
}

TEST_CASE("a first name tells a person and a gender") {
  const Entity anna = first_in("Anna Moss met the council.");
  CHECK(anna.person);
  CHECK(anna.gender == Gender::female);
  const Entity peter = first_in("Peter Berg met the council.");
  CHECK(peter.person);
  CHECK(peter.gender == Gender::male);
}

TEST_CASE("Mr and Mrs tell a gender that a first name does not") {
  CHECK(first_in("They met Mrs. Moss on the bridge.").gender == Gender::female);
  CHECK(first_in("They met Mr. Moss on the bridge.").gender == Gender::male);
}

TEST_CASE("a body is no person") {
  CHECK_FALSE(first_in("They wrote to Ostby University.").person);
}

TEST_CASE("mentions ascend, and each of their tokens points back") {
  const Stages stages("Anna Moss met Peter Berg. Berg left. Anna Moss stayed. Moss slept.");
  const Names names = find_names(stages.grammar);
  REQUIRE(names.entity_at.size() == stages.document.tokens.size());
  for (std::uint32_t i = 0; i < names.entities.size(); ++i) {
    const auto& mentions = names.entities[i].mentions;
    CHECK(std::is_sorted(mentions.begin(), mentions.end()));
    for (const std::uint32_t mention : mentions) CHECK(names.entity_at[mention] == i);
  }
}

TEST_CASE("words keep their writing but not their line ends") {
  const Stages stages("Mayor Anna\nMoss  spoke.");
  CHECK(words_of(stages.grammar, {0, 3}) == "Mayor Anna Moss");
  CHECK(words_of(stages.grammar, {1, 1}).empty());
}

}  // namespace
}  // namespace sourcelight::testing
