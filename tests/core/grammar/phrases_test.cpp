// Holds grammar/phrases.h and the questions that Grammar answers: noun phrases, verb groups.
#include "grammar/phrases.h"

#include <catch2/catch.hpp>

#include "cases.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

TEST_CASE("noun phrases and verb groups are cut as the cases say") {
  for (const Case& each : read_cases("phrases")) {
    const Stages stages(each.input);
    const std::string printed = print_phrases(stages.document, stages.grammar.phrases);
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, printed));
    CHECK(printed == each.expected);
  }
}

TEST_CASE("phrases stand in order, do not overlap, and hold their heads") {
  const Stages stages(
      "The mayor of Ostby, Ada Lind, did not say on Tuesday whether the old bridge, which was "
      "built in 1911, will be closed. \"It rains,\" she said, smiling. Nobody's plan to stay won.");
  const Phrases& phrases = stages.grammar.phrases;
  std::uint32_t done = 0;
  for (const NounPhrase& noun : phrases.nouns) {
    CHECK(noun.tokens.first >= done);
    CHECK(noun.tokens.holds(noun.head));
    done = noun.tokens.last;
  }
  done = 0;
  for (const VerbGroup& verb : phrases.verbs) {
    CHECK(verb.tokens.first >= done);
    CHECK(verb.tokens.holds(verb.head));
    CHECK(verb.finite + verb.infinitive + verb.gerund + verb.participle <= 1);
    done = verb.tokens.last;
  }
}

TEST_CASE("a token knows the phrase it stands in, and at most one") {
  const Stages stages("The old bridge will not fall on Tuesday, Lind said.");
  const Phrases& phrases = stages.grammar.phrases;
  for (std::uint32_t t = 0; t < stages.document.tokens.size(); ++t) {
    const std::uint32_t noun = phrases.noun_at[t];
    const std::uint32_t verb = phrases.verb_at[t];
    CHECK((noun == Phrases::kNone || verb == Phrases::kNone));
    if (noun != Phrases::kNone) CHECK(phrases.nouns[noun].tokens.holds(t));
    if (verb != Phrases::kNone) CHECK(phrases.verbs[verb].tokens.holds(t));
  }
}

TEST_CASE("no phrase runs over the end of a sentence") {
  const Stages stages("They saw the bridge. Bridges fall. It is. Open roads end.");
  for (const NounPhrase& noun : stages.grammar.phrases.nouns) {
    CHECK(stages.document.tokens[noun.tokens.first].sentence ==
          stages.document.tokens[noun.tokens.last - 1].sentence);
  }
}

TEST_CASE("a text without words has no phrases") {
  for (const char* text : {"", " \n\n ", "...", "\"\"", "— — —"}) {
    const Stages stages(text);
    CHECK(stages.grammar.phrases.nouns.empty());
    CHECK(stages.grammar.phrases.verbs.empty());
  }
}

TEST_CASE("the grammar answers beyond the last token") {
  const Stages stages("It rains.");
  const Grammar& grammar = stages.grammar;
  const auto beyond = static_cast<std::uint32_t>(stages.document.tokens.size());
  for (const std::uint32_t token : {beyond, beyond + 1, Grammar::kNone}) {
    CHECK(grammar.norm(token).empty());
    CHECK(grammar.tag(token) == Tag::punctuation);
    CHECK(grammar.noun_at(token) == nullptr);
    CHECK(grammar.verb_at(token) == nullptr);
    CHECK_FALSE(grammar.is_any(token, {"it", "rains"}));
  }
}

TEST_CASE("a span and its tokens are two ways to say the same") {
  const Stages stages("It rains in Ostby today.");
  const Span span = stages.grammar.span_of({1, 4});
  CHECK(stages.document.at(span) == "rains in Ostby");
  CHECK(stages.grammar.tokens_in(span) == TokenRange{1, 4});
}

TEST_CASE("helping verbs are told from others") {
  CHECK(is_role(Language::built_in(), "was", Role::auxiliary));
  CHECK(is_role(Language::built_in(), "did", Role::auxiliary));
  CHECK(is_role(Language::built_in(), "'ve", Role::auxiliary));
  CHECK_FALSE(is_role(Language::built_in(), "said", Role::auxiliary));
  CHECK(is_role(Language::built_in(), "been", Role::be));
  CHECK_FALSE(is_role(Language::built_in(), "had", Role::be));
}

}  // namespace
}  // namespace sourcelight::testing
