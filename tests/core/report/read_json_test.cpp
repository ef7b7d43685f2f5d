// Holds read_json.cpp: what to_json() wrote is read back to the byte, and nothing else is taken for
// a Report of the text.
#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>

#include "cases.h"
#include "invariants.h"
#include "model/english.h"
#include "report/sample.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

using nlohmann::ordered_json;
using testing::sample_report;
using testing::sample_text;
using namespace std::string_literals;

constexpr std::array every_unit = {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint};

Result<Report> read(std::string_view json, std::string_view text = sample_text) {
  return report_from_json(json, text);
}

// The sample with what a person corrected: a source and an attribution that no words are for.
Report corrected_sample() {
  Report report = sample_report(OffsetUnit::utf16);
  Source ida;
  ida.id = 2;
  ida.name = "Ida Berg";
  ida.kind = SourceKind::named_person;
  ida.by_hand = true;
  report.sources.push_back(ida);
  Attribution by_ida;
  by_ida.id = 4;
  by_ida.content = report.claims[6].spans;
  by_ida.source_id = 2;
  by_ida.confidence = 1;
  by_ida.by_hand = true;
  report.attributions.push_back(by_ida);
  report.claims[6].status = ClaimStatus::named;
  report.claims[6].attributions = {4};
  report.claims[6].reason = {.kind = ReasonKind::by_hand, .source = 2};
  report.claims[6].why = "Attributed to Ida Berg by hand.";
  report.claims[6].by_hand = true;
  return report;
}

// The sample's JSON after a change of it.
template <typename Change>
std::string changed(const Change& change) {
  ordered_json json = ordered_json::parse(to_json(sample_report(OffsetUnit::utf16)));
  change(json);
  return json.dump();
}

TEST_CASE("The JSON of every test article is read back to the same bytes") {
  std::vector<testing::Case> cases;
  for (const char* folder : {"articles", "unseen_articles", "claims", "signals"}) {
    for (testing::Case& each : testing::read_cases(folder)) cases.push_back(std::move(each));
  }
  REQUIRE(cases.size() > 100);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].name);
    const std::string& text = cases[i].input;
    const auto report = testing::english_engine().analyze(
        std::string_view(text), {.language = "en", .offsets = every_unit[i % every_unit.size()]});
    REQUIRE(report);
    const std::string json = to_json(*report);
    const auto again = read(json, text);
    INFO((again ? "" : again.error().message));
    REQUIRE(again);
    CHECK(to_json(*again) == json);
    CHECK(invariants::first_fault(*again).empty());
  }
}

TEST_CASE("The sample is read back in every unit and from either encoding, its id left out") {
  for (const OffsetUnit unit : every_unit) {
    const Report report = sample_report(unit);
    const auto again = read(to_json(report, "ferry.txt"));
    REQUIRE(again);
    CHECK(*again == report);
  }
  const std::string text = "“It 🙂 rained,” said Zoë Lind.";
  const std::u16string_view units = u"“It \xd83d\xde42 rained,” said Zoë Lind.";
  const auto report = testing::english_engine().analyze(units);
  CHECK(to_json(*report_from_json(to_json(*report), text)) == to_json(*report));
  CHECK(to_json(*report_from_json(to_json(*report), units)) == to_json(*report));
}

TEST_CASE("What was corrected by hand is read back, and so written") {
  const Report report = corrected_sample();
  const std::string json = to_json(report);
  CHECK(json.find(R"("words":0,"byHand":true})") != std::string::npos);
  CHECK(json.find(R"("confidence":1,"byHand":true})") != std::string::npos);
  CHECK(json.find(R"("reason":{"kind":"by_hand","source":2},"standalone":{"who":"",)"
                  R"("text":"The brutal pier was built in 1962."},"byHand":true})") !=
        std::string::npos);
  CHECK(to_json(sample_report(OffsetUnit::utf16)).find("byHand") == std::string::npos);
  const auto again = read(json);
  INFO((again ? "" : again.error().message));
  REQUIRE(again);
  CHECK(*again == report);
}

TEST_CASE("A Report that a page wrote anew is the same: order, blanks and numbers may differ") {
  const Report report = corrected_sample();
  const std::string sorted = nlohmann::json::parse(to_json(report)).dump(2);
  REQUIRE(sorted != to_json(report));
  CHECK(*read(sorted) == report);
  for (const auto& [written, meant] :
       {std::pair("0.410000001", 0.41), std::pair("41e-2", 0.41), std::pair("4.1E-1", 0.41),
        std::pair("1.0", 1.0), std::pair("0.00000000000000000000000001", 0.0),
        std::pair("1e-4000", 0.0), std::pair("100e-2", 1.0)}) {
    INFO(written);
    std::string json = to_json(sample_report(OffsetUnit::utf16));
    const auto at = json.find("\"priority\":0.41");
    json.replace(at, 15, "\"priority\":"s + written);
    const auto again = read(json);
    REQUIRE(again);
    CHECK(again->claims[1].priority == meant);
  }
}

TEST_CASE("A Report of before there were claims that stand alone is read without them") {
  const auto read_without = read(changed([](ordered_json& json) {
    for (auto& claim : json["claims"]) claim.erase("standalone");
  }));
  REQUIRE(read_without);
  CHECK(read_without->claims[1].standalone == Standalone{});
}

TEST_CASE("What no Report can say is refused, and the message names the field") {
  using J = ordered_json;
  struct Wrong {
    std::string field;
    std::function<void(J&)> change;
  };
  const auto claim = [](J& json) -> J& { return json["claims"][1]; };
  const std::vector<Wrong> all = {
      {"schema", [](J& j) { j["schema"] = "sourcelight.report/2"; }},
      {"schema", [](J& j) { j.erase("schema"); }},
      {"offsets", [](J& j) { j["offsets"] = "words"; }},
      {"offsets", [](J& j) { j["offsets"] = 8; }},
      {"length", [](J& j) { j["length"] = -1; }},
      {"length", [](J& j) { j["length"] = 4294967296; }},
      {"length", [](J& j) { j["length"] = "long"; }},
      {"paragraphs", [](J& j) { j["paragraphs"] = nullptr; }},
      {"paragraphs[1]", [](J& j) { j["paragraphs"][1] = 3; }},
      {"paragraphs[1]",
       [](J& j) {
         j["paragraphs"][1]["span"] = {3, 9};
       }},
      {"paragraphs[0].kind", [](J& j) { j["paragraphs"][0]["kind"] = "poem"; }},
      {"paragraphs[0].dateline", [](J& j) { j["paragraphs"][0].erase("dateline"); }},
      {"paragraphs[0].dateline",
       [](J& j) {
         j["paragraphs"][0]["dateline"] = {4, 4};
       }},
      {"sentences[1]",
       [](J& j) {
         j["sentences"][1] = {5, 9};
       }},
      {"sentences[0]",
       [](J& j) {
         j["sentences"][0] = {9, 5};
       }},
      {"sentences[0]",
       [](J& j) {
         j["sentences"][0] = {5, 100000};
       }},
      {"sentences[0]",
       [](J& j) {
         j["sentences"][0] = {5, 6, 7};
       }},
      {"sentences[0]",
       [](J& j) {
         j["sentences"][0] = {0.5, 6};
       }},
      {"sentences[0]",
       [](J& j) {
         j["sentences"][0] = {"0", "6"};
       }},
      {"attributions[1].id", [](J& j) { j["attributions"][1]["id"] = 0; }},
      {"attributions[0].content[0]",
       [](J& j) {
         j["attributions"][0]["content"] = {0, 5};
       }},
      {"attributions[3].content[1]",
       [](J& j) {
         std::swap(j["attributions"][3]["content"][0], j["attributions"][3]["content"][1]);
       }},
      {"attributions[0].cue", [](J& j) { j["attributions"][0]["cue"] = J::array(); }},
      {"attributions[0].content", [](J& j) { j["attributions"][0]["content"] = J::array(); }},
      {"attributions[0].quote", [](J& j) { j["attributions"][0]["quote"] = ""; }},
      {"attributions[0].parent", [](J& j) { j["attributions"][0]["parent"] = 4; }},
      {"attributions[0].parent", [](J& j) { j["attributions"][0]["parent"] = 0; }},
      {"attributions[2].parent",
       [](J& j) {
         j["attributions"][2]["parent"] = 3;
         j["attributions"][3]["parent"] = 2;
       }},
      {"attributions[0].sourceId", [](J& j) { j["attributions"][0]["sourceId"] = 2; }},
      {"attributions[0].confidence", [](J& j) { j["attributions"][0]["confidence"] = 1.1; }},
      {"attributions[0].confidence", [](J& j) { j["attributions"][0]["confidence"] = -0.1; }},
      {"attributions[0].confidence", [](J& j) { j["attributions"][0]["confidence"] = 1e300; }},
      {"attributions[0].byHand", [](J& j) { j["attributions"][0]["byHand"] = "yes"; }},
      {"sources[0].name", [](J& j) { j["sources"][0]["name"] = ""; }},
      {"sources[0].kind", [](J& j) { j["sources"][0]["kind"] = "friend"; }},
      {"sources[1].id", [](J& j) { j["sources"][1]["id"] = 7; }},
      {"sources[0].words", [](J& j) { j["sources"][0]["words"] = 1.5; }},
      {"claims[1].spans", [&](J& j) { claim(j)["spans"] = J::array(); }},
      {"claims[1].status", [&](J& j) { claim(j)["status"] = "true"; }},
      {"claims[1].attributions[0]", [&](J& j) { claim(j)["attributions"] = {4}; }},
      {"claims[1].attributions[1]",
       [&](J& j) {
         claim(j)["attributions"] = {1, 0};
       }},
      {"claims[1].echoes[1]",
       [&](J& j) {
         claim(j)["echoes"] = {3, 3};
       }},
      {"claims[1].echoes[0]", [&](J& j) { claim(j)["echoes"] = {7}; }},
      {"claims[1].signals[0].kind", [&](J& j) { claim(j)["signals"][0]["kind"] = "odd"; }},
      {"claims[1].signals[1]",
       [&](J& j) { std::swap(claim(j)["signals"][0], claim(j)["signals"][1]); }},
      {"claims[1].why", [&](J& j) { claim(j).erase("why"); }},
      {"claims[1].standalone", [&](J& j) { claim(j)["standalone"] = "so"; }},
      {"claims[1].standalone.text", [&](J& j) { claim(j)["standalone"].erase("text"); }},
      {"claims[1].standalone.who", [&](J& j) { claim(j)["standalone"]["who"] = 3; }},
      {"claims[1].reason", [&](J& j) { claim(j)["reason"] = "so"; }},
      {"claims[1].reason.kind", [&](J& j) { claim(j)["reason"]["kind"] = "whim"; }},
      {"claims[1].reason.source", [&](J& j) { claim(j)["reason"]["source"] = 2; }},
      {"claims[1].reason.via", [&](J& j) { claim(j)["reason"]["via"] = -1; }},
      {"claims[1].reason.echo.paragraph",
       [&](J& j) {
         claim(j)["reason"]["echo"] = {{"source", 0}, {"paragraph", 0}};
       }},
      {"claims[1].reason.echo.paragraph",
       [&](J& j) {
         claim(j)["reason"]["echo"] = {{"source", 0}, {"paragraph", 5}};
       }},
      {"contradictions[0].other", [](J& j) { j["contradictions"][0]["other"] = 7; }},
      {"findings[1]", [](J& j) { std::swap(j["findings"][0], j["findings"][1]); }},
      {"findings[0].severity", [](J& j) { j["findings"][0]["severity"] = "fatal"; }},
      {"findings[0].rule", [](J& j) { j["findings"][0]["rule"] = ""; }}};
  for (const Wrong& wrong : all) {
    INFO(wrong.field);
    const auto refused = read(changed(wrong.change));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::bad_report);
    INFO(refused.error().message);
    CHECK(refused.error().message.find(": " + wrong.field + ": ") != std::string::npos);
  }
}

TEST_CASE("A span may not begin or end inside a character, in any unit") {
  const std::string smile = "It 🙂 rained.";
  const auto refused = [&](OffsetUnit unit, Span span) {
    Report report;
    report.offsets = unit;
    report.length = unit == OffsetUnit::utf8 ? 15 : 13;
    report.sentences = {span};
    const auto result = read(to_json(report), smile);
    return !result && result.error().message.find("inside a character") != std::string::npos;
  };
  CHECK(refused(OffsetUnit::utf16, {0, 4}));
  CHECK(refused(OffsetUnit::utf16, {4, 6}));
  CHECK_FALSE(refused(OffsetUnit::utf16, {3, 5}));
  for (const std::uint32_t inside : {4U, 5U, 6U}) CHECK(refused(OffsetUnit::utf8, {0, inside}));
  CHECK_FALSE(refused(OffsetUnit::utf8, {3, 7}));
}

TEST_CASE("A text of another length is told apart from a Report that is broken") {
  const auto refused = read(to_json(sample_report(OffsetUnit::utf8)), "Another text.");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::other_text);
}

TEST_CASE("What is no JSON, or is cut anywhere, is refused with its line") {
  const std::string whole = to_json(corrected_sample());
  REQUIRE(read(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto refused = read(whole.substr(0, size));
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().code == ErrorCode::bad_report);
  }
  for (const std::string& odd :
       {""s, "null"s, "[]"s, "{}"s, "\xff\xfe"s, "\0"s, std::string(100000, '['),
        R"({"schema":"sourcelight.report/1","offsets":"utf8","length":0})"s}) {
    const auto refused = read(odd, "");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::bad_report);
    CHECK_FALSE(refused.error().message.empty());
  }
  CHECK(read("{\n \"schema\": ?}").error().message.find("line 2, column 12") != std::string::npos);
}

TEST_CASE("A Report changed anywhere is refused, or can be rendered in every format") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const std::string whole = to_json(corrected_sample());
  const std::string signs = "0123456789,:[]{}\"-.ent\\ \xC3";
  int taken = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string json = whole;
    for (int changes = 1 + static_cast<int>(random() % 2); changes > 0; --changes) {
      json[random() % json.size()] = signs[random() % signs.size()];
    }
    const auto report = read(json);
    if (!report) continue;
    ++taken;
    for (const Format format : {Format::json, Format::claims_csv, Format::sources_csv,
                                Format::markdown, Format::web_annotation, Format::html}) {
      REQUIRE(render(*report, std::string_view(sample_text), format));
    }
  }
  CHECK(taken > 100);
  CHECK(taken < 2900);
}

}  // namespace
}  // namespace sourcelight
