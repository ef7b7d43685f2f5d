// Holds report.cpp: bytes become the caller's offsets, and nothing else changes.
#include "report/report.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

// "é🙂 said so." : é is two bytes, one unit; the face four bytes, two units, one code point.
constexpr std::string_view text = "é🙂 said so.";

Document document_in(OffsetUnit unit) {
  Document document;
  document.text = read_utf8(text, unit);
  document.paragraphs = {{.span = {0, 15}, .kind = ParagraphKind::body, .dateline = {}}};
  document.sentences = {{.span = {0, 15}, .first_token = 0, .last_token = 0, .paragraph = 0}};
  return document;
}

Report report_in(OffsetUnit unit) {
  Attribution attribution;
  attribution.source = {{0, 6}};
  attribution.cue = {{7, 11}};
  attribution.content = {{12, 14}};
  Source source;
  source.name = "é🙂";
  source.kind = SourceKind::named_person;
  source.mentions = {{0, 6}};
  source.justification = {{7, 14}};
  source.statements = 1;
  source.words = 1;
  const Claim claim{.spans = {{0, 15}},
                    .status = ClaimStatus::named,
                    .attributions = {0},
                    .signals = {{SignalKind::date, {12, 14}}},
                    .why = "é."};
  return build_report(document_in(unit), {attribution},
                      {.sources = {source}, .of = {0}, .sureness = {0.75}}, {claim},
                      {{.claim = 0, .other = 0, .span = {0, 6}, .other_span = {7, 11}}},
                      {{.rule = "r", .severity = Severity::info, .span = {7, 14}, .message = "m"}});
}

TEST_CASE("A Report's spans count the caller's units") {
  const Report bytes = report_in(OffsetUnit::utf8);
  CHECK(bytes.length == 15);
  CHECK(bytes.attributions[0].cue == Spans{{7, 11}});

  const Report units = report_in(OffsetUnit::utf16);
  CHECK(units.offsets == OffsetUnit::utf16);
  CHECK(units.length == 12);
  CHECK(units.paragraphs[0].span == Span{0, 12});
  CHECK(units.sentences == Spans{{0, 12}});
  CHECK(units.attributions[0].source == Spans{{0, 3}});
  CHECK(units.attributions[0].cue == Spans{{4, 8}});
  CHECK(units.attributions[0].content == Spans{{9, 11}});
  CHECK(units.sources[0].mentions == Spans{{0, 3}});
  CHECK(units.sources[0].justification == Spans{{4, 11}});
  CHECK(units.claims[0].spans == Spans{{0, 12}});
  CHECK(units.claims[0].signals[0].span == Span{9, 11});
  CHECK(units.contradictions[0].span == Span{0, 3});
  CHECK(units.contradictions[0].other_span == Span{4, 8});
  CHECK(units.findings[0].span == Span{4, 11});

  const Report points = report_in(OffsetUnit::codepoint);
  CHECK(points.length == 11);
  CHECK(points.attributions[0].cue == Spans{{3, 7}});
}

TEST_CASE("An attribution points to the source that the table gives it") {
  const Report report = report_in(OffsetUnit::utf8);
  CHECK(report.attributions[0].source_id == 0);
  CHECK(report.attributions[0].source_confidence == 0.75);
  const Report nobody = build_report(document_in(OffsetUnit::utf8), {Attribution{}},
                                     {{}, {std::nullopt}, {0}}, {}, {}, {});
  CHECK(nobody.attributions[0].source_id == std::nullopt);
}

TEST_CASE("Names, kinds, counts and reasons pass through unchanged") {
  const Report report = report_in(OffsetUnit::utf16);
  CHECK(report.sources[0].name == "é🙂");
  CHECK(report.sources[0].kind == SourceKind::named_person);
  CHECK(report.sources[0].statements == 1);
  CHECK(report.claims[0].why == "é.");
  CHECK(report.claims[0].attributions == std::vector<std::uint32_t>{0});
}

TEST_CASE("A dateline is converted, and its absence stays empty") {
  Document document = document_in(OffsetUnit::utf16);
  CHECK(build_report(document, {}, {}, {}, {}, {}).paragraphs[0].dateline.empty());
  document.paragraphs[0].dateline = {0, 6};
  CHECK(build_report(document, {}, {}, {}, {}, {}).paragraphs[0].dateline == Span{0, 3});
}

}  // namespace
}  // namespace sourcelight
