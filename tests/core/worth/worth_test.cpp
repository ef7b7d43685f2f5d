// Holds worth.h on sentences written for it: which words are loaded (tests/cases/worth/loaded),
// which of two sentences is more worth a check or more biased. Figures on annotated news stand in
// core/models/en.worth.md.
#include "worth/worth.h"

#include <catch2/catch.hpp>

#include "../cases.h"
#include "base/utf.h"
#include "sourcelight/sourcelight.h"

using namespace sourcelight;

namespace {

struct Read {
  explicit Read(std::string_view text)
      : document(read_document(read_utf8(text, OffsetUnit::utf8))),
        grammar(read_grammar(document)) {}
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  [[nodiscard]] worth::Judgement first() const {
    return worth::judge(grammar, document.sentences.at(0));
  }
  [[nodiscard]] double biased() const { return first().biased; }
  [[nodiscard]] double check_worthy() const { return first().check_worthy; }
  // "one / another"; "-": none.
  [[nodiscard]] std::string loaded() const {
    std::string words;
    for (const Sentence& sentence : document.sentences) {
      for (const std::uint32_t token : worth::judge(grammar, sentence).loaded) {
        words +=
            (words.empty() ? "" : " / ") + std::string(document.at(document.tokens[token].span));
      }
    }
    return words.empty() ? "-" : words;
  }

  Document document;
  Grammar grammar;
};

TEST_CASE("loaded words are those that judge, no names, topics or quoted words") {
  for (const testing::Case& each : testing::read_cases("worth/loaded")) {
    CAPTURE(each.name, each.input);
    CHECK(Read(each.input).loaded() == each.expected);
  }
}

TEST_CASE("a claim with figures or facts outranks a greeting, a question or a wish") {
  const std::vector<std::string_view> claims = {
      "Unemployment has fallen from 10 percent to 5 percent since 2010.",
      "We have lost 2 million manufacturing jobs in the last four years.",
      "Crime in our cities has doubled under this government.",
      "Last year the company paid no federal income tax.",
      "The deficit is the largest in the history of the country.",
      "About 40 million people live without health insurance."};
  const std::vector<std::string_view> others = {"Good evening, and welcome to the debate.",
                                                "Thank you very much.",
                                                "What would you do about it?",
                                                "I look forward to our talk tonight.",
                                                "Let me answer that question.",
                                                "God bless you all."};
  for (const std::string_view claim : claims) {
    for (const std::string_view other : others) {
      CAPTURE(claim, other);
      CHECK(Read(claim).check_worthy() > Read(other).check_worthy() + 0.3);
    }
  }
}

TEST_CASE("a figure makes a claim more worth a check") {
  CHECK(Read("Taxes rose by 9 percent last year.").check_worthy() >
        Read("Taxes may well rise some day.").check_worthy());
}

TEST_CASE("a sentence that judges is more biased than one that tells the same plainly") {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"The mayor shamelessly slammed the ridiculous plan.", "The mayor rejected the plan."},
      {"The greedy bosses bragged about their disgusting profits.",
       "The directors reported a rise in profits."},
      {"Radical extremists are destroying our once great schools.",
       "The school board will vote on the proposal on Monday."},
      {"It was a pathetic performance by a hopelessly corrupt council.",
       "The council met for two hours on Tuesday."}};
  for (const auto& [judging, plain] : pairs) {
    CAPTURE(judging, plain);
    CHECK(Read(judging).biased() >= worth::biased_from);
    CHECK(Read(judging).biased() > Read(plain).biased() + 0.2);
  }
}

TEST_CASE("whose name stands in a sentence changes nothing") {
  const double one = Read("The plan of Senator Lind will cost jobs.").biased();
  CHECK(one == Read("The plan of Senator Trump will cost jobs.").biased());
  CHECK(one == Read("The plan of Senator Sanders will cost jobs.").biased());
}

TEST_CASE("probabilities stay between 0 and 1, whatever the sentence") {
  std::string long_one = "It was vile";
  for (int i = 0; i < 2000; ++i) long_one += ", ridiculous and shameful";
  for (const std::string& text :
       {long_one + ".", std::string("?"), std::string("…"), std::string("1")}) {
    const Read read(text);
    for (const double p : {read.biased(), read.check_worthy()}) {
      CHECK(p >= 0);
      CHECK(p <= 1);
    }
  }
}

TEST_CASE("the command's JSON says the same of each sentence") {
  const Read read("He bragged. \"Vile,\" she said.");
  const std::string json = worth_json("He bragged. \"Vile,\" she said.");
  CHECK(json.starts_with("{\"sentences\":[{\"span\":[0,11],\"biased\":0."));
  CHECK(json.find("\"loaded\":[[3,10]],\"features\":[\"=length0\",") != std::string::npos);
  CHECK(json.find("\"words\":[[0,2,\"he\",\"/prp\",\"/^+prp\",\"/prp+past\"],") !=
        std::string::npos);
  CHECK(json.find("[13,17,\"vile\",") != std::string::npos);
  CHECK(worth_json("") == "{\"sentences\":[]}");
}

}  // namespace
