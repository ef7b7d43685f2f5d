// Holds attribution/syntax.h: subjects, complements and phrases around a verb.
#include "attribution/syntax.h"

#include <catch2/catch.hpp>

#include "attribution/complement.h"
#include "attribution/subject.h"
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

  std::string subject_of_verb(std::string_view word) const {
    const VerbGroup* verb = reading_.verb_at(at(word));
    if (verb == nullptr) return "no verb";
    return words(subject_of(reading_, *verb));
  }

  std::string before(std::string_view word) const {
    return words(noun_phrase_before(reading_, at(word)));
  }

  std::string after(std::string_view word) const {
    return words(noun_phrase_after(reading_, at(word) + 1));
  }

  std::string complement(std::string_view word, Complement kind) const {
    const VerbGroup* verb = reading_.verb_at(at(word));
    if (verb == nullptr) return "no verb";
    const std::uint32_t begin = verb->tokens.last;
    return words(TokenRange{begin, complement_end(reading_, *verb, begin, kind)});
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

TEST_CASE("the subject is the whole phrase before the verb") {
  CHECK(Looking("The mayor of Ostby said it rained.").subject_of_verb("said") ==
        "The mayor of Ostby");
  CHECK(Looking("People familiar with the matter said it rained.").subject_of_verb("said") ==
        "People familiar with the matter");
  CHECK(Looking("Ada Lind, the mayor of Ostby, said it rained.").subject_of_verb("said") ==
        "Ada Lind, the mayor of Ostby,");
}

TEST_CASE("a second verb has the subject of the first") {
  CHECK(Looking("The mayor said it rained and denied it snowed.").subject_of_verb("denied") ==
        "The mayor");
}

TEST_CASE("a day between is no part of the subject") {
  CHECK(Looking("The mayor on Tuesday said it rained.").subject_of_verb("said") == "The mayor");
}

TEST_CASE("the second of two clauses has a subject of its own") {
  CHECK(Looking("The bridge fell and the mayor said it rained.").subject_of_verb("said") ==
        "the mayor");
}

TEST_CASE("no subject stands before a verb that opens the text") {
  CHECK(Looking("Said the mayor.").subject_of_verb("Said") == "-");
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

TEST_CASE("a clause runs on over commas, a phrase stops at them") {
  const Looking clause("The mayor said the bridge, which opened in May, was safe.");
  CHECK(clause.complement("said", Complement::clause) ==
        "the bridge, which opened in May, was safe");
  const Looking phrase("The mayor rejected the plan, which came in May.");
  CHECK(phrase.complement("rejected", Complement::phrase) == "the plan");
}

TEST_CASE("a complement ends with its sentence, without the full stop") {
  const Looking looking("The mayor said it rained. The road was closed.");
  CHECK(looking.complement("said", Complement::clause) == "it rained");
}

TEST_CASE("finite verbs are seen outside quotations only") {
  const Looking looking("The \"it rains\" song was long.");
  const auto count = static_cast<std::uint32_t>(looking.reading().tags.size());
  CHECK(has_finite_verb(looking.reading(), {0, count}));
  CHECK_FALSE(has_finite_verb(looking.reading(), {0, looking.at("song")}));
}

}  // namespace
}  // namespace sourcelight::testing
