// Holds claims/claims.h: what is claimed, on whose word, and why the reader is told so.
#include "claims/claims.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "cases.h"
#include "model/english.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

TEST_CASE("claims and their statuses are told as the cases say") {
  for (const Case& each : read_cases("claims")) {
    const Stages stages(each.input);
    const std::string printed = print_claims(stages.document, stages.claims);
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, printed));
    CHECK(printed == each.expected);
  }
}

TEST_CASE("a claim names every attribution of the chain it rests on") {
  const Stages stages("The Herald said critics believe that the bridge will fall.");
  REQUIRE(stages.attributions.size() == 2);
  REQUIRE(stages.claims.size() == 1);
  std::vector<std::uint32_t> chain = stages.claims[0].attributions;
  std::sort(chain.begin(), chain.end());
  CHECK(chain == std::vector<std::uint32_t>{0, 1});
}

// Lost since claims are learned (docs/adr/0012); the tag goes when it is read right again.
TEST_CASE("who was told something did not say it, unless it is given who told it",
          "[!shouldfail]") {
  const auto model =
      std::get<std::shared_ptr<const model::Model>>(model::Model::read(english_model()));
  const Stages told("Mara Lind was told that the mill would close.", model.get());
  CHECK(print_claims(told.document, told.claims) == "hidden: that the mill would close");
  const Stages by("Mara Lind was told by Peter Berg that the mill would close.", model.get());
  CHECK(print_claims(by.document, by.claims) == "named: that the mill would close");
}

TEST_CASE("the article's own voice rests on no attribution") {
  const Stages stages("The bridge fell on Tuesday.");
  REQUIRE(stages.claims.size() == 1);
  CHECK(stages.claims[0].attributions.empty());
}

TEST_CASE("why tells the reader who and in which word") {
  const Stages stages("Anna Moss said the bridge was safe.");
  REQUIRE(stages.claims.size() == 1);
  CHECK(stages.claims[0].why.find("Anna Moss") != std::string::npos);
  CHECK(stages.claims[0].why.find("said") != std::string::npos);
}

TEST_CASE("every claim says why it has its status") {
  const Stages stages(
      "Anna Moss said the bridge was safe. Critics say it will fall. Rain is expected. The road is "
      "closed. Who will mend it?\n\n\"Nobody was ever told.\"");
  CHECK(stages.claims.size() >= 6);
  for (const Claim& claim : stages.claims) {
    CHECK_FALSE(claim.why.empty());
    CHECK(claim.why.back() == '.');
  }
}

TEST_CASE("every sentence has a claim, and claims stand in the order of the text") {
  const Stages stages(
      "The bridge fell.\n\nBy Anna Moss\n\nAnna Moss said it was old. \"We knew.\" Who will mend "
      "it? Critics say nobody. It is expected to cost a lot.");
  std::uint32_t begin = 0;
  for (const Claim& claim : stages.claims) {
    REQUIRE_FALSE(claim.spans.empty());
    CHECK(begin <= claim.spans.front().begin);
    begin = claim.spans.front().begin;
  }
  for (const Sentence& sentence : stages.document.sentences) {
    INFO(words_at(stages.document, sentence.span));
    bool claimed = false;
    for (const Claim& claim : stages.claims) {
      for (const Span& span : claim.spans) {
        claimed |= sentence.span.begin <= span.begin && span.end <= sentence.span.end;
      }
    }
    CHECK(claimed);
  }
}

TEST_CASE("a text without words claims nothing") {
  for (const char* text : {"", " \n\n "}) CHECK(Stages(text).claims.empty());
}

}  // namespace
}  // namespace sourcelight::testing
