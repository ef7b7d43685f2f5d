// The table of roles: how its file is read, and that the English one gives every role its words.
#include "words/roles.h"

#include <catch2/catch.hpp>
#include <set>

#include "stages.h"

using namespace sourcelight;

TEST_CASE("a word has the roles of the lines it stands in, and no others", "[roles]") {
  const RoleTable table("# why\nnegation: not n't\n  never # ever\nbe: is not\n\nempty_verb:\n");
  CHECK(table.of("not").has(Role::negation));
  CHECK(table.of("not").has(Role::be));
  CHECK(table.of("never").has(Role::negation));
  CHECK_FALSE(table.of("never").has(Role::be));
  CHECK_FALSE(table.of("ever").has(Role::negation));
  CHECK_FALSE(table.of("").has(Role::negation));
  CHECK(table.words(Role::negation) == std::vector<std::string_view>{"not", "n't", "never"});
  CHECK(table.words(Role::empty_verb).empty());
}

TEST_CASE("lines may come in another order, and a name that is no role is skipped", "[roles]") {
  const RoleTable table("empty_verb: get\nno such role: got\n  gotten\nclitic: 's\n");
  CHECK(table.of("get").has(Role::empty_verb));
  CHECK(table.of("'s").has(Role::clitic));
  for (const Role role : {Role::empty_verb, Role::clitic}) {
    CHECK_FALSE(table.of("got").has(role));
    CHECK_FALSE(table.of("gotten").has(role));
  }
}

TEST_CASE("every role has words in English, none twice, but for those of other languages",
          "[roles]") {
  const std::set<Role> of_others = {
      Role::adjectival_noun, Role::genitive_article, Role::genitive_ending, Role::inclusive_ending,
      Role::noble_particle,  Role::referring_cue,    Role::reported_mood};
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    INFO(role_names[i]);
    std::vector<std::string_view> words = RoleTable::english().words(static_cast<Role>(i));
    CHECK(words.empty() == of_others.contains(static_cast<Role>(i)));
    std::sort(words.begin(), words.end());
    CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
  }
}

TEST_CASE("a token knows its roles", "[roles]") {
  const Document document = read_document(read_utf8("It ISN’T so.", OffsetUnit::utf8));
  REQUIRE(document.tokens.size() == 5);
  CHECK(document.tokens[0].is(Role::expletive));
  CHECK(document.tokens[1].is(Role::be));
  CHECK(document.tokens[2].is(Role::negation));
  CHECK_FALSE(document.tokens[4].is(Role::negation));
  CHECK_FALSE(Token{}.is(Role::negation));
  const Grammar grammar = read_grammar(document);
  CHECK(grammar.is(2, Role::negation_particle));
  CHECK_FALSE(grammar.is(5, Role::negation_particle));
}

TEST_CASE("an ending is one of a role's", "[roles]") {
  CHECK(has_ending("10pm", Role::clock_ending));
  CHECK_FALSE(has_ending("10", Role::clock_ending));
  CHECK(is_role("never", Role::negation));
  CHECK_FALSE(is_role("ever", Role::negation));
}
