// Holds attribution/syntax.h: phrases around a word.
#include "attribution/syntax.h"

#include <catch2/catch.hpp>

#include "stages.h"

namespace sourcelight::testing {
namespace {

// A sentence, and questions about it by its words.
class Looking {
 public:
  explicit Looking(std::string_view text)
      : stages_(text), reading_(read_for_attribution(stages_.grammar)) {}

  // The first token that reads so.
  std::uint32_t at(std::string_view word) const {
    for (std::uint32_t t = 0; t < stages_.document.tokens.size(); ++t) {
      if (stages_.document.at(stages_.document.tokens[t].span) == word) return t;
    }
    FAIL("no token " << word);
    return 0;
  }

  std::string before(std::string_view word) const {
    return words(noun_phrase_before(reading_, at(word)));
  }

  std::string after(std::string_view word) const {
    return words(noun_phrase_after(reading_, at(word) + 1));
  }

  const Reading& reading() const { return reading_; }

 private:
  std::string words(std::optional<TokenRange> range) const {
    if (!range || range->empty()) return "-";
    return words_at(stages_.document, stages_.grammar.span_of(*range));
  }

  Stages stages_;
  Reading reading_;
};

TEST_CASE("the phrase before a word is whole, with all that belongs to it") {
  CHECK(Looking("The mayor of Ostby said it rained.").before("said") == "The mayor of Ostby");
  CHECK(Looking("People familiar with the matter said it rained.").before("said") ==
        "People familiar with the matter");
  CHECK(Looking("Ada Lind, the mayor of Ostby, said it rained.").before("said") ==
        "Ada Lind, the mayor of Ostby,");
}

TEST_CASE("a day is no part of the phrase behind it") {
  CHECK(Looking("The mayor on Tuesday said it rained.").before("said") == "The mayor");
}

TEST_CASE("a phrase after a word runs over its prepositions") {
  CHECK(Looking("It rained, according to the mayor of Ostby.").after("to") == "the mayor of Ostby");
  CHECK(Looking("It rained, according to him and others.").after("to") == "him");
}

TEST_CASE("there is no phrase before the first and after the last word") {
  const Looking looking("It rained");
  CHECK_FALSE(noun_phrase_before(looking.reading(), 0));
  CHECK_FALSE(noun_phrase_after(looking.reading(), 2));
  CHECK_FALSE(noun_phrase_after(looking.reading(), Reading::kNone));
}

TEST_CASE("finite verbs are seen outside quotations only") {
  const Looking looking("The \"it rains\" song was long.");
  const auto count = static_cast<std::uint32_t>(looking.reading().tags.size());
  CHECK(has_finite_verb(looking.reading(), {0, count}));
  CHECK_FALSE(has_finite_verb(looking.reading(), {0, looking.at("song")}));
}

}  // namespace
}  // namespace sourcelight::testing
