// What a page sets its paragraphs as, in the place of what the text alone would tell.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../model/english.h"
#include "text/document.h"

namespace sourcelight {
namespace {

using Told = std::vector<std::pair<std::string_view, std::string_view>>;

// Paragraphs of a text, each with what the page says of it ("": nothing), as text and parts.
std::pair<std::string, std::vector<PagePart>> page_of(const Told& paragraphs) {
  std::string text;
  std::vector<PagePart> parts;
  for (const auto& [kind, words] : paragraphs) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    if (!kind.empty()) {
      const auto end = static_cast<std::uint32_t>(text.size());
      parts.push_back({{begin, end}, find_part_kind(kind).value()});
    }
  }
  return {text, parts};
}

std::vector<std::string_view> kinds_of(const Document& document) {
  std::vector<std::string_view> kinds;
  for (const Paragraph& paragraph : document.paragraphs) kinds.push_back(to_string(paragraph.kind));
  return kinds;
}

std::vector<std::string_view> kinds_of(const std::string& text,
                                       const std::vector<PagePart>& parts) {
  return kinds_of(read_document(read_utf8(text, OffsetUnit::utf8), parts));
}

std::vector<std::string_view> kinds_of(const Told& paragraphs) {
  const auto [text, parts] = page_of(paragraphs);
  return kinds_of(text, parts);
}

using Kinds = std::vector<std::string_view>;

constexpr std::string_view kRain =
    "It rained in Tarn for a third day on Monday, and people left the lower town.";

TEST_CASE("a paragraph is what the page sets it as") {
  CHECK(kinds_of({{"headline", "The river in Tarn rises again."},
                  {"standfirst", "People have left the lower town."},
                  {"byline", "Mara Lind in Tarn"},
                  {"caption", "A boat in Mill Street."},
                  {"body", kRain},
                  {"heading", "What the mayor said."},
                  {"time", "10.02"},
                  {"item", "The bridge is closed."}}) ==
        Kinds{"headline", "standfirst", "byline", "caption", "body", "headline", "byline", "item"});
}

TEST_CASE("what the page sets as body is what its words say, but no headline of the article") {
  const std::string_view heading = "River Rises in Tarn";
  CHECK(kinds_of({{"", heading}, {"", kRain}, {"", "The Lower Town"}, {"", kRain}}) ==
        Kinds{"headline", "body", "headline", "body"});
  CHECK(
      kinds_of({{"body", heading}, {"body", kRain}, {"body", "The Lower Town"}, {"body", kRain}}) ==
      Kinds{"body", "body", "headline", "body"});
  CHECK(kinds_of({{"body", "By Mara Lind"},
                  {"body", kRain},
                  {"body", "Photo: The river on Monday"},
                  {"body", "Follow @tarnnews on Twitter"}}) ==
        Kinds{"byline", "body", "caption", "credit"});
}

TEST_CASE("what leads out of the article is a credit wherever it stands") {
  const std::string_view out = "Sign up for our newsletter";
  CHECK(kinds_of({{"body", kRain}, {"caption", out}, {"item", out}, {"standfirst", out}}) ==
        Kinds{"body", "credit", "credit", "credit"});
  CHECK(kinds_of({{"item", "Photo: The river on Monday"}, {"heading", out}}) ==
        Kinds{"item", "headline"});
}

TEST_CASE("what the page says nothing of is guessed, beside what it tells") {
  CHECK(kinds_of({{"headline", "It rained."}, {"", "By Mara Lind"}, {"", kRain}}) ==
        Kinds{"headline", "byline", "body"});
}

TEST_CASE("a part counts for the paragraphs that it covers most of") {
  const std::string text = "One came.\n\nTwo came.\n\nThree came.";
  const auto item = [](std::uint32_t begin, std::uint32_t end) {
    return PagePart{{begin, end}, PagePartKind::item};
  };
  CHECK(kinds_of(text, {item(0, 4)}) == Kinds{"body", "body", "body"});
  CHECK(kinds_of(text, {item(0, 5)}) == Kinds{"item", "body", "body"});
  CHECK(kinds_of(text, {item(0, 33)}) == Kinds{"item", "item", "item"});
  CHECK(kinds_of(text, {item(22, 33), item(0, 9)}) == Kinds{"item", "body", "item"});
  CHECK(kinds_of(text, {item(3, 3), item(30, 3)}) == Kinds{"body", "body", "body"});
  CHECK(kinds_of(text, {item(11, 20), {{0, 33}, PagePartKind::standfirst}}) ==
        Kinds{"standfirst", "standfirst", "standfirst"});
}

TEST_CASE("many parts over one long text are read at once") {
  std::string text;
  std::vector<PagePart> parts;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    text += "It rained.\n\n";
    parts.push_back({{i, 1'200'000}, PagePartKind::item});
  }
  CHECK(kinds_of(text, parts).back() == "item");
}

TEST_CASE("sentences of standfirst and item claim as those of the body do, others as before") {
  const auto statuses = [](std::string_view kind) {
    const auto [text, parts] =
        page_of({{kind, "The bridge was closed in May, Mara Lind said. It is 400 years old."},
                 {"body", kRain}});
    const auto report = testing::english_engine().analyze(text, {.parts = parts});
    REQUIRE(report);
    std::vector<std::string_view> all;
    for (const Claim& claim : report->claims) all.push_back(to_string(claim.status));
    return all;
  };
  const Kinds body = {"named", "unsourced", "unsourced", "unsourced"};
  for (const char* kind : {"body", "standfirst", "item"}) CHECK(statuses(kind) == body);
}

TEST_CASE("parts count in the unit of the Report's offsets") {
  const std::string text = "Drei Männer 🙂.\n\nThe bridge is closed.";
  const auto kinds = [&](std::uint32_t begin, std::uint32_t end, OffsetUnit unit) {
    const auto report = testing::english_engine().analyze(
        text, {.language = "en", .offsets = unit, .parts = {{{begin, end}, PagePartKind::item}}});
    REQUIRE(report);
    return std::vector{report->paragraphs[0].kind, report->paragraphs[1].kind};
  };
  const std::vector expected = {ParagraphKind::body, ParagraphKind::item};
  CHECK(kinds(16, 37, OffsetUnit::codepoint) == expected);
  CHECK(kinds(17, 38, OffsetUnit::utf16) == expected);
  CHECK(kinds(20, 41, OffsetUnit::utf8) == expected);
}

// The name of each attribution's source.
std::vector<std::string> names_in(const Told& paragraphs) {
  const auto [text, parts] = page_of(paragraphs);
  const auto report = testing::english_engine().analyze(text, {.parts = parts});
  REQUIRE(report);
  std::vector<std::string> names;
  for (const Attribution& attribution : report->attributions) {
    if (attribution.source_id) names.push_back(report->sources[*attribution.source_id].name);
  }
  return names;
}

TEST_CASE("a pronoun means nobody of another entry of a live blog, a name does") {
  const std::string_view vey = "Mayor Tom Vey closed the bridge. “We had to,” he said on Monday.";
  const std::string_view he = "“The water is still rising in the lower town,” he said.";
  const std::string_view name = "“The water is still rising in the lower town,” Vey said.";
  using Names = std::vector<std::string>;
  CHECK(names_in({{"body", vey}, {"body", he}}) == Names{"Tom Vey", "Tom Vey"});
  CHECK(names_in({{"time", "9.10"}, {"body", vey}, {"time", "10.02"}, {"body", he}}) ==
        Names{"Tom Vey", "he"});
  CHECK(names_in({{"time", "9.10"}, {"body", vey}, {"body", he}, {"time", "10.02"}}) ==
        Names{"Tom Vey", "Tom Vey"});
  CHECK(names_in({{"time", "9.10"}, {"body", he}, {"time", "10.02"}, {"body", vey}}) ==
        Names{"he", "Tom Vey"});
  CHECK(names_in({{"time", "9.10"}, {"body", vey}, {"time", "10.02"}, {"body", name}}) ==
        Names{"Tom Vey", "Tom Vey"});
}

}  // namespace
}  // namespace sourcelight
