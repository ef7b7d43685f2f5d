// Holds json.cpp and names.cpp: the JSON of docs/report.md, letter by letter.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

using nlohmann::json;
using namespace std::string_literals;

Report small_report() {
  Report report;
  report.offsets = OffsetUnit::codepoint;
  report.length = 40;
  report.paragraphs = {{.span = {0, 8}, .kind = ParagraphKind::headline, .dateline = {}},
                       {.span = {9, 40}, .kind = ParagraphKind::body, .dateline = {9, 15}}};
  report.sentences = {{0, 8}, {9, 40}};
  report.attributions = {{.id = 0,
                          .cue = {{20, 24}},
                          .source = {{16, 19}},
                          .content = {{25, 30}, {32, 40}},
                          .quote = QuoteKind::mixed,
                          .parent = std::nullopt,
                          .source_id = 0,
                          .confidence = 0.5,
                          .source_confidence = 0.75},
                         {.id = 1,
                          .cue = {{26, 27}},
                          .source = {},
                          .content = {{28, 30}},
                          .quote = QuoteKind::indirect,
                          .parent = 0,
                          .source_id = std::nullopt,
                          .confidence = 1}};
  report.sources = {{.id = 0,
                     .name = "Mara Lind",
                     .kind = SourceKind::named_person,
                     .title = "mayor",
                     .mentions = {{16, 19}},
                     .justification = {},
                     .statements = 1,
                     .words = 3}};
  report.claims = {{.spans = {{9, 40}},
                    .status = ClaimStatus::named,
                    .confidence = 0.875,
                    .attributions = {0, 1},
                    .signals = {{SignalKind::quoted_words, {25, 30}}, {SignalKind::date, {32, 40}}},
                    .priority = 0.415,
                    .echoes = {1},
                    .why = "Mara Lind said it.",
                    .reason = {.kind = ReasonKind::passed_on,
                               .source = 0,
                               .via = 0,
                               .cue = "\"said\"",
                               .echo = Elsewhere{0, 2}},
                    .standalone = {"Mara Lind", "So."}},
                   {.spans = {{0, 8}},
                    .status = ClaimStatus::unsourced,
                    .attributions = {},
                    .echoes = {0},
                    .why = "So.",
                    .reason = {.kind = ReasonKind::own_voice}}};
  report.contradictions = {{.claim = 0, .other = 1, .span = {9, 10}, .other_span = {0, 2}}};
  report.findings = {
      {.rule = "said", .severity = Severity::info, .span = {20, 24}, .message = "Say said."}};
  return report;
}

TEST_CASE("A Report is one line of JSON, in the order of docs/report.md") {
  CHECK(
      to_json(small_report(), "a-1") ==
      R"({"schema":"sourcelight.report/1","id":"a-1","offsets":"codepoint","length":40,)"
      R"("paragraphs":[{"span":[0,8],"kind":"headline","dateline":null},)"
      R"({"span":[9,40],"kind":"body","dateline":[9,15]}],)"
      R"("sentences":[[0,8],[9,40]],)"
      R"("attributions":[{"id":0,"cue":[[20,24]],"source":[[16,19]],)"
      R"("content":[[25,30],[32,40]],"quote":"mixed","parent":null,"sourceId":0,)"
      R"("sourceConfidence":0.75,"confidence":0.50},{"id":1,"cue":[[26,27]],"source":[],"content":[[28,30]],)"
      R"("quote":"indirect","parent":0,"sourceId":null,"sourceConfidence":0.00,)"
      R"("confidence":1}],)"
      R"("sources":[{"id":0,"name":"Mara Lind","kind":"named_person","title":"mayor",)"
      R"("mentions":[[16,19]],"justification":[],"statements":1,"words":3}],)"
      R"("claims":[{"spans":[[9,40]],"status":"named","confidence":0.88,"attributions":[0,1],)"
      R"("signals":[{"kind":"quoted_words","span":[25,30]},{"kind":"date","span":[32,40]}],)"
      R"("priority":0.42,"echoes":[1],"why":"Mara Lind said it.",)"
      R"("reason":{"kind":"passed_on","source":0,"via":0,"cue":"\"said\"",)"
      R"("echo":{"source":0,"paragraph":2}},"standalone":{"who":"Mara Lind","text":"So."}},)"
      R"({"spans":[[0,8]],"status":"unsourced","confidence":0.00,"attributions":[],"signals":[],)"
      R"("priority":0.00,"echoes":[0],"why":"So.",)"
      R"("reason":{"kind":"own_voice"},"standalone":{"who":"","text":""}}],)"
      R"("contradictions":[{"claim":0,"other":1,"span":[9,10],"otherSpan":[0,2]}],)"
      R"("findings":[{"rule":"said","severity":"info","span":[20,24],"message":"Say said."}],)"
      R"("summary":{"claims":{"named":1,"unnamed":0,"hidden":0,"unsourced":1,"none":0},"lead":null,)"
      R"("text":"1 of 2 claims names a source; 1 stands in the article’s own voice. )"
      R"(1 pair of claims gives different numbers. The house style has 1 remark."}})");
}

TEST_CASE("A Report without an id has no id in its JSON") {
  CHECK_FALSE(json::parse(to_json(Report{})).contains("id"));
}

TEST_CASE("An empty Report is JSON too") {
  const json read = json::parse(to_json(Report{}));
  CHECK(read["length"] == 0);
  CHECK(read["sentences"] == json::array());
  CHECK(read["claims"] == json::array());
}

TEST_CASE("Any character comes back from the JSON as it went in") {
  Report report = small_report();
  const std::string awkward = "\0\x01\t\n\r\x1f \"quoted\" \\ / é 🙂 \x7f \xef\xbf\xbd"s;
  report.sources[0].name = awkward;
  report.claims[0].why = awkward;
  const json read = json::parse(to_json(report, awkward));
  CHECK(read["id"] == awkward);
  CHECK(read["sources"][0]["name"] == awkward);
  CHECK(read["claims"][0]["why"] == awkward);
}

TEST_CASE("An id that is no UTF-8 still gives valid JSON") {
  CHECK(json::parse(to_json(Report{}, "caf\xe9.txt"))["id"] == "caf\xef\xbf\xbd.txt");
}

TEST_CASE("The summary counts the claims of each status") {
  Report report;
  for (const ClaimStatus status :
       {ClaimStatus::hidden, ClaimStatus::none, ClaimStatus::hidden, ClaimStatus::unsourced}) {
    report.claims.push_back({.spans = {{0, 1}}, .status = status, .attributions = {}, .why = ""});
  }
  CHECK(json::parse(to_json(report))["summary"]["claims"] ==
        json({{"named", 0}, {"unnamed", 0}, {"hidden", 2}, {"unsourced", 1}, {"none", 1}}));
}

TEST_CASE("A confidence is written in hundredths") {
  Report report = small_report();
  const auto written = [&](double confidence) {
    report.attributions[0].confidence = confidence;
    return json::parse(to_json(report))["attributions"][0]["confidence"].get<double>();
  };
  CHECK(written(0) == 0.0);
  CHECK(written(0.004) == 0.0);
  CHECK(written(0.07) == 0.07);
  CHECK(written(0.125) == 0.13);
  CHECK(written(0.999) == 1.0);
}

TEST_CASE("The names of the JSON") {
  CHECK(to_string(OffsetUnit::utf16) == "utf16");
  CHECK(to_string(OffsetUnit::utf8) == "utf8");
  CHECK(to_string(OffsetUnit::codepoint) == "codepoint");
  CHECK(to_string(QuoteKind::direct) == "direct");
  CHECK(to_string(QuoteKind::mixed) == "mixed");
  CHECK(to_string(QuoteKind::indirect) == "indirect");
  CHECK(to_string(SourceKind::named_person) == "named_person");
  CHECK(to_string(SourceKind::named_organization) == "named_organization");
  CHECK(to_string(SourceKind::document) == "document");
  CHECK(to_string(SourceKind::anonymous) == "anonymous");
  CHECK(to_string(SourceKind::unnamed_group) == "unnamed_group");
  CHECK(to_string(SourceKind::author) == "author");
  CHECK(to_string(SourceKind::none) == "none");
  CHECK(to_string(ClaimStatus::named) == "named");
  CHECK(to_string(ClaimStatus::unnamed) == "unnamed");
  CHECK(to_string(ClaimStatus::hidden) == "hidden");
  CHECK(to_string(ClaimStatus::unsourced) == "unsourced");
  CHECK(to_string(ClaimStatus::none) == "none");
  CHECK(to_string(ParagraphKind::body) == "body");
  CHECK(to_string(ParagraphKind::headline) == "headline");
  CHECK(to_string(ParagraphKind::byline) == "byline");
  CHECK(to_string(ParagraphKind::caption) == "caption");
  CHECK(to_string(ParagraphKind::credit) == "credit");
  CHECK(to_string(ErrorCode::text_too_long) == "text_too_long");
  CHECK(to_string(ErrorCode::unsupported_language) == "unsupported_language");
  CHECK(to_string(ErrorCode::bad_model) == "bad_model");
  CHECK(to_string(ErrorCode::other_text) == "other_text");
  CHECK(to_string(ErrorCode::bad_report) == "bad_report");
  CHECK(to_string(Severity::info) == "info");
  CHECK(to_string(Severity::warning) == "warning");
  CHECK(to_string(Severity::error) == "error");
  std::string signals;
  for (int kind = 0; kind <= static_cast<int>(SignalKind::loaded); ++kind) {
    signals += std::string(to_string(static_cast<SignalKind>(kind))) + " ";
  }
  CHECK(signals ==
        "number date superlative comparison ranking cause prediction accusation casualties science "
        "law quoted_words weasel loaded ");
}

}  // namespace
}  // namespace sourcelight
