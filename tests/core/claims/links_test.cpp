// Holds claims/links.h: hyperlinks as sources of what the article says itself.
#include "claims/links.h"

#include <catch2/catch.hpp>

#include "stages.h"

namespace sourcelight::testing {
namespace {

const char* const kBridge = "The bridge fell on Tuesday. Ada Lind said it was old.";

// The text with `words` linked to `target`.
Cited cite(const Stages& stages, std::string_view words, std::string target) {
  const auto begin = static_cast<std::uint32_t>(stages.document.text.utf8.find(words));
  const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
  return cite_links(stages.grammar, {{span, std::move(target)}},
                    {stages.attributions, stages.sources, stages.claims});
}

TEST_CASE("a claim that links to a page is sourced by that document") {
  const Stages stages(kBridge);
  const Cited cited = cite(stages, "fell", "https://www.example.org/report.pdf");
  REQUIRE(cited.claims.size() == 2);
  CHECK(cited.claims[0].status == ClaimStatus::named);
  CHECK(cited.claims[0].why == "Linked to example.org.");
  REQUIRE(cited.claims[0].attributions.size() == 1);
  const Attribution& link = cited.attributions[cited.claims[0].attributions[0]];
  CHECK(words_at(stages.document, link.cue) == "fell");
  const Source& source = cited.sources.sources[*cited.sources.of[link.id]];
  CHECK(source.name == "example.org");
  CHECK(source.kind == SourceKind::document);
  CHECK(source.statements == 1);
  CHECK(source.words == 5);
}

TEST_CASE("a reference within the page is named by its own words") {
  const Stages stages("The bridge fell on Tuesday [1] and sank.");
  const Cited cited = cite(stages, "[1]", "#note-1");
  CHECK(cited.claims[0].why == "Linked to [1].");
}

TEST_CASE("a reference behind the full stop belongs to the claim before it") {
  const Stages stages("The old bridge fell on Monday.[2] The road is closed to cars.");
  const Cited cited = cite(stages, "[2]", "#note-2");
  REQUIRE(cited.claims.size() >= 2);
  CHECK(cited.claims[0].status == ClaimStatus::named);
  CHECK(cited.claims.back().status == ClaimStatus::unsourced);
}

TEST_CASE("a link in somebody's words leaves the claim to that somebody") {
  const Stages stages(kBridge);
  const Cited cited = cite(stages, "old", "https://example.org/");
  CHECK(cited.attributions.size() == stages.attributions.size());
  CHECK(cited.claims == stages.claims);
}

// The text with `words` linked to another page of its own site.
Cited cite_within(const Stages& stages, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(stages.document.text.utf8.find(words));
  const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
  return cite_links(stages.grammar, {{span, "https://courier.example/topics/bridges", true}},
                    {stages.attributions, stages.sources, stages.claims});
}

TEST_CASE("a link within the site is no source, and the claim's reason tells of it") {
  const Stages stages(kBridge);
  const Cited cited = cite_within(stages, "fell");
  CHECK(cited.attributions == stages.attributions);
  CHECK(cited.sources.sources == stages.sources.sources);
  CHECK(cited.claims[0].status == ClaimStatus::unsourced);
  CHECK(cited.claims[0].reason.kind == ReasonKind::linked_within);
  CHECK(cited.claims[0].why ==
        "Stated in the article’s own voice; its link leads to another page of this site or to a "
        "list of stories.");
  CHECK(cited.claims[1] == stages.claims[1]);
}

TEST_CASE("a link within the site leaves hidden and attributed claims as they are") {
  for (const char* text : {"The old bridge reportedly fell on Tuesday.", kBridge}) {
    const Stages stages(text);
    CHECK(cite_within(stages, "old").claims == stages.claims);
  }
}

TEST_CASE("a source of another site counts beside a link within, in either order") {
  const Stages stages("The bridge fell on Tuesday.");
  const Link within{{4, 10}, "https://courier.example/bridges", true};
  for (const std::uint32_t at : {0u, 11u}) {
    const Link source{{at, at + 3}, "https://example.org/report.pdf"};
    const Cited cited = cite_links(stages.grammar, {within, source},
                                   {stages.attributions, stages.sources, stages.claims});
    REQUIRE(cited.claims.size() == 1);
    CHECK(cited.claims[0].why == "Linked to example.org.");
    CHECK(cited.sources.sources.size() == 1);
  }
}

TEST_CASE("links to mail, scripts and nothing are no sources") {
  const Stages stages(kBridge);
  for (const char* target : {"mailto:lind@example.org", "javascript:alert(1)", "#", ""}) {
    CHECK(cite(stages, "fell", target).claims == stages.claims);
  }
}

TEST_CASE("two links to one page are one source") {
  const Stages stages("The bridge fell on Tuesday. The road is closed.");
  const Cited cited = cite_links(
      stages.grammar, {{{4, 10}, "https://example.org/a"}, {{32, 36}, "https://example.org/a"}},
      {stages.attributions, stages.sources, stages.claims});
  REQUIRE(cited.sources.sources.size() == 1);
  CHECK(cited.sources.sources[0].statements == 2);
  CHECK(cited.sources.sources[0].mentions == Spans{{4, 10}, {32, 36}});
}

}  // namespace
}  // namespace sourcelight::testing
