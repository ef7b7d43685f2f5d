// Holds claims/labelled.h: labels say on whose word a stretch stands, attributions say who that is.
// labelled_text.h says how labels stand in the texts below.
#include "claims/labelled.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/attribution.h"
#include "labelled_text.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

using model::Task;

struct Labelled : LabelledText {
  explicit Labelled(std::string_view marked)
      : LabelledText(marked, 0.75F),
        attributions(attributions_by_labels(grammar, labels)),
        sources(resolve_sources(grammar, attributions)),
        claims(claims_by_labels(grammar, attributions, sources, labels.of(Task::status))) {}

  std::vector<Attribution> attributions;
  SourceTable sources;
  std::vector<Claim> claims;
};

std::string claims_of(std::string_view marked) {
  const Labelled text(marked);
  return print_claims(text.document, text.claims);
}

TEST_CASE("a sentence is cut where the label of its status changes") {
  CHECK(claims_of("N[S[Ada Lind] C[said] T[the bridge was closed]], "
                  "O[and the ferry stopped running on Monday.]") ==
        "named: the bridge was closed\n"
        "unsourced: and the ferry stopped running on Monday.");
}

TEST_CASE("what an attribution holds is no claim of its source where the labels call it a deed") {
  CHECK(claims_of("O[S[The council] C[approved] T[the bridge].]") ==
        "unsourced: The council approved the bridge.");
}

TEST_CASE("a sentence that asserts nothing is one claim, whole") {
  CHECK(claims_of("X[What happens next?]") == "none: What happens next?");
  CHECK(Labelled("X[What happens next?]").claims[0].reason.kind == ReasonKind::question);
  CHECK(Labelled("X[It was rather wonderful.]").claims[0].why ==
        "Asserts nothing that could be checked.");
}

TEST_CASE("a dateline is nobody's word and no part of a claim") {
  CHECK(claims_of("O[PORT ELLERY (AP) — The bridge was closed.]") ==
        "unsourced: The bridge was closed.");
  CHECK(claims_of("N[T[PORT ELLERY — The bridge was closed], S[Ada Lind] C[said].]") ==
        "named: The bridge was closed");
}

TEST_CASE("words that no attribution holds are his who spoke before") {
  const Labelled text(
      "N[T[“It rained,”] C[said] S[Ada Lind].]\n\nN[“The ferry stopped for nine days.”]");
  REQUIRE(text.claims.size() == 2);
  CHECK(text.claims[1].status == ClaimStatus::named);
  CHECK(text.claims[1].attributions == std::vector<std::uint32_t>{0});
  CHECK(text.claims[1].why.find("Ada Lind") != std::string::npos);
}

TEST_CASE("somebody's words without anybody near hide who said them") {
  const Labelled text("N[“The ferry stopped for nine days.”]");
  REQUIRE(text.claims.size() == 1);
  CHECK(text.claims[0].status == ClaimStatus::hidden);
  CHECK(text.claims[0].attributions.empty());
}

TEST_CASE("a stretch of a single word belongs to what stands before it") {
  CHECK(claims_of("O[The ferry stopped]N[ today].") == "unsourced: The ferry stopped today.");
}

TEST_CASE("a claim is as sure as its labels are on the whole") {
  CHECK(Labelled("O[The ferry stopped today.]").claims[0].confidence == Approx(0.75));
}

}  // namespace
}  // namespace sourcelight::testing
