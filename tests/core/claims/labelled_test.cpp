// Holds claims/labelled.h: labels say on whose word a stretch stands, attributions say who that is.
// In the texts below S[...] is labelled a source, C[...] a cue, T[...] a content; N, U, H, O and X
// before a bracket give the status of what stands in it: named, unnamed, hidden, own voice, none.
#include "claims/labelled.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/attribution.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

using model::Task;

struct Labelled {
  explicit Labelled(std::string_view marked)
      : document(read_document(read_utf8(plain(marked), OffsetUnit::utf8))),
        grammar(read_grammar(document)) {
    for (model::TaskLabels& task : labels.tasks) {
      task.best.assign(document.tokens.size(), 0);
      task.probability.assign(document.tokens.size(), 0.75F);
    }
    for (const Piece& piece : pieces) {
      const TokenRange tokens = grammar.tokens_in(piece.span);
      auto& best = labels.of(piece.task).best;
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        const bool inside = piece.task == Task::outer && t > tokens.first;
        best[t] = static_cast<std::uint8_t>(piece.label + (inside ? 1U : 0U));
      }
    }
    attributions = attributions_by_labels(grammar, labels);
    sources = resolve_sources(grammar, attributions);
    claims = claims_by_labels(grammar, attributions, sources, labels.of(Task::status));
  }
  Labelled(const Labelled&) = delete;
  Labelled& operator=(const Labelled&) = delete;

  struct Piece {
    Span span;
    Task task = Task::outer;
    std::uint8_t label = 0;
  };

  std::string plain(std::string_view marked) {
    std::string text;
    std::vector<Piece> open;
    for (std::size_t i = 0; i < marked.size(); ++i) {
      const bool opens = i + 1 < marked.size() && marked[i + 1] == '[';
      const std::size_t role = std::string_view("SCT").find(marked[i]);
      const std::size_t status = std::string_view("NUHOX").find(marked[i]);
      const auto begin = static_cast<std::uint32_t>(text.size());
      if (opens && role != std::string_view::npos) {
        open.push_back({{begin, 0}, Task::outer, static_cast<std::uint8_t>(1 + 2 * role)});
        ++i;
      } else if (opens && status != std::string_view::npos) {
        open.push_back({{begin, 0}, Task::status, static_cast<std::uint8_t>(status)});
        ++i;
      } else if (marked[i] == ']') {
        open.back().span.end = begin;
        pieces.push_back(open.back());
        open.pop_back();
      } else {
        text += marked[i];
      }
    }
    return text;
  }

  std::vector<Piece> pieces;
  Document document;
  Grammar grammar;
  model::Labels labels;
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
