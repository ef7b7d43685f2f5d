// Holds what a newsroom's own verbs, titles and sources do to the reading (base/vocabulary.h).
#include <cstdint>
#include <fstream>
#include <iterator>
#include <vector>

#include "styled.h"

namespace sourcelight::testing {
namespace {

Engine with_model() {
  std::ifstream file(SOURCELIGHT_MODEL, std::ios::binary);
  auto engine =
      Engine::with_model(std::vector<std::uint8_t>{std::istreambuf_iterator<char>(file), {}});
  REQUIRE(engine);
  return *engine;
}

constexpr std::string_view kOwn = R"({"verbs": ["splutter", "kvetch"],
  "titles": ["harbourmaster"], "sources": ["Tidewatch", {"name": "Ledger", "kind": "document"}]})";

std::string words(std::string_view text, const Spans& spans) {
  return spans.empty() ? "" : std::string(text.substr(spans[0].begin, spans[0].size()));
}

TEST_CASE("an own verb tells who says what, with the model and without") {
  const std::string_view text = "Ada Lind kvetched that the mill was sold.";
  for (const Engine& engine : {Engine(), with_model()}) {
    const Report report = read_by(styled(kOwn, engine), text);
    REQUIRE(report.attributions.size() == 1);
    CHECK(words(text, report.attributions[0].source) == "Ada Lind");
    CHECK(words(text, report.attributions[0].cue) == "kvetched");
    CHECK(words(text, report.attributions[0].content) == "that the mill was sold");
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims[0].status == ClaimStatus::named);
  }
  CHECK(read_by(Engine(), text).attributions.empty());
}

TEST_CASE("an own verb changes nothing where it does not stand") {
  const std::string_view text = "Ada Lind said the mill was sold. Critics believe it.";
  for (const Engine& engine : {Engine(), with_model()}) {
    CHECK(read_by(styled(kOwn, engine), text) == read_by(engine, text));
  }
}

TEST_CASE("an own title is told of the person who bears it") {
  const Report report = read_by(styled(kOwn), "Harbourmaster Ada Lind said the mill was sold.");
  REQUIRE(report.sources.size() == 1);
  CHECK(report.sources[0].name == "Ada Lind");
  CHECK(report.sources[0].kind == SourceKind::named_person);
  CHECK(report.sources[0].title == "Harbourmaster");
}

TEST_CASE("an own source is what the newsroom says it is") {
  const Report report =
      read_by(styled(kOwn), "Tidewatch said the mill was sold. The Ledger said it was not.");
  REQUIRE(report.sources.size() == 2);
  CHECK(report.sources[0].kind == SourceKind::named_organization);
  CHECK(report.sources[1].name == "Ledger");
  CHECK(report.sources[1].kind == SourceKind::document);
}

}  // namespace
}  // namespace sourcelight::testing
