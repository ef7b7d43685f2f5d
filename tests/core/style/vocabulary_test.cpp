// Holds what a newsroom's own verbs, titles and sources do to the reading (base/vocabulary.h).
#include "model/english.h"
#include "styled.h"

namespace sourcelight::testing {
namespace {

constexpr std::string_view kOwn = R"({"verbs": ["splutter", "kvetch"],
  "titles": ["harbourmaster"], "sources": ["Tidewatch", {"name": "Ledger", "kind": "document"}]})";

std::string words(std::string_view text, const Spans& spans) {
  return spans.empty() ? "" : std::string(text.substr(spans[0].begin, spans[0].size()));
}

TEST_CASE("an own verb tells who says what") {
  const std::string_view text = "The council kvetches about the mill, spluttering that it leaks.";
  CHECK(read_by(english_engine(), text).attributions.empty());
  const Report report = read_by(styled(kOwn), text);
  REQUIRE(report.attributions.size() == 2);
  CHECK(words(text, report.attributions[0].source) == "The council");
  CHECK(words(text, report.attributions[1].cue) == "spluttering");
  CHECK(words(text, report.attributions[1].content) == "that it leaks");
}

TEST_CASE("an own verb has its irregular forms too") {
  const std::string_view text = "The council kvaught about the mill, spluttering that it leaks.";
  const Engine regular = styled(R"({"verbs": ["kvetch"]})");
  const Engine irregular = styled(R"({"verbs": ["kvetch/kvaught"]})");
  CHECK(read_by(regular, text) == read_by(english_engine(), text));
  CHECK(read_by(english_engine(), text).attributions.empty());
  const Report report = read_by(irregular, text);
  REQUIRE_FALSE(report.attributions.empty());
  CHECK(words(text, report.attributions[0].source) == "The council");
}

TEST_CASE("an own verb changes nothing where it does not stand") {
  const std::string_view text = "Ada Lind said the mill was sold. Critics believe it.";
  CHECK(read_by(styled(kOwn), text) == read_by(english_engine(), text));
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
