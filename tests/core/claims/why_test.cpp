// Holds claims/why.h: the sentence of each reason, and that a claim's reason is what its `why`
// says.
#include "claims/why.h"

#include <catch2/catch.hpp>
#include <set>

#include "cases.h"
#include "claims/echo.h"
#include "claims/links.h"
#include "model/english.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

std::vector<Source> two_sources() {
  std::vector<Source> sources(2);
  sources[0].name = "Mara Lind";
  sources[1].name = "the Herald";
  return sources;
}

TEST_CASE("a reason is told with the facts that it has") {
  const std::vector<Source> sources = two_sources();
  CHECK(say(Language::built_in(), {.kind = ReasonKind::attributed, .source = 0, .cue = "said"},
            sources) == "Attributed to Mara Lind (“said”).");
  CHECK(say(Language::built_in(), {.kind = ReasonKind::passed_on, .via = 1, .cue = "said"},
            sources) == "the Herald has it from people the reader cannot identify (“said”).");
  CHECK(say(Language::built_in(),
            {.kind = ReasonKind::passed_on, .source = 0, .via = 1, .cue = "said"}, sources) ==
        "the Herald has it from people the reader cannot identify: “Mara Lind” (“said”).");
  CHECK(say(Language::built_in(), {.kind = ReasonKind::by_hand}, sources) == "Marked so by hand.");
  CHECK(say(Language::built_in(), {.kind = ReasonKind::by_hand, .source = 0}, sources) ==
        "Attributed to Mara Lind by hand.");
  CHECK(say(Language::built_in(), {.kind = ReasonKind::own_voice, .echo = Elsewhere{1, 5}},
            sources) ==
        "Stated in the article’s own voice; the Herald is given for it in paragraph 5.");
  CHECK(say(Language::built_in(), {.kind = ReasonKind::linked_within, .echo = Elsewhere{1, 5}},
            sources) ==
        "Stated in the article’s own voice; its link leads to another page of this site or to a "
        "list of stories; the Herald is given for it in paragraph 5.");
}

TEST_CASE("every kind of reason has a sentence of its own and a name of its own") {
  std::set<std::string> sentences;
  std::set<std::string_view> names;
  int kinds = 0;
  for (; !to_string(static_cast<ReasonKind>(kinds)).empty(); ++kinds) {
    names.insert(to_string(static_cast<ReasonKind>(kinds)));
    sentences.insert(say(Language::built_in(), {static_cast<ReasonKind>(kinds)}, {}));
  }
  CHECK(kinds == 20);
  CHECK(names.size() == 20);
  CHECK(sentences.size() == 20);
}

TEST_CASE("every claim of every case has the reason that its why tells") {
  const auto engine = Engine::with_model(english_model());
  for (const char* folder : {"attribution", "claims", "sources", "echo", "articles"}) {
    for (const auto& one : read_cases(folder)) {
      const auto report = engine->analyze(one.input);
      for (const Claim& claim : report->claims) {
        INFO(one.name << ": " << claim.why);
        CHECK(say(Language::built_in(), claim.reason, report->sources) == claim.why);
        if (claim.status == ClaimStatus::named) CHECK(claim.reason.source);
        if (claim.status == ClaimStatus::unnamed) {
          const bool given = claim.reason.source || claim.reason.via;
          CHECK(given);
        }
      }
    }
  }
}

TEST_CASE("an echo and a link change the reason with its sentence") {
  const Stages stages(
      "The port of Ost closed for good on Monday.\n\n"
      "The port of Ost closed for good on Monday, Mara Lind said.");
  const auto echoes = find_echoes(stages.grammar, stages.sources, stages.claims);
  REQUIRE(echoes.claims[0].reason.echo);
  CHECK(echoes.claims[0].reason.echo->paragraph == 2);
  CHECK(echoes.claims[0].why ==
        say(Language::built_in(), echoes.claims[0].reason, stages.sources.sources));
  const Cited cited = cite_links(stages.grammar, {{{4, 8}, "https://a.example/"}},
                                 {stages.attributions, stages.sources, stages.claims});
  CHECK(cited.claims[0].reason.kind == ReasonKind::linked);
  CHECK(cited.claims[0].why ==
        say(Language::built_in(), cited.claims[0].reason, cited.sources.sources));
}

}  // namespace
}  // namespace sourcelight::testing
