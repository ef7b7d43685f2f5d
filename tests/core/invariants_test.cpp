// Holds invariants.h: a check that cannot fail would hold nothing.
#include "invariants.h"

#include <catch2/catch.hpp>
#include <functional>

namespace sourcelight {
namespace {

Report sound_report() {
  Report report;
  report.length = 40;
  report.paragraphs = {{.span = {0, 40}, .kind = ParagraphKind::body, .dateline = {0, 5}}};
  report.sentences = {{0, 20}, {21, 40}};
  Attribution outer;
  outer.cue = {{5, 9}};
  outer.source = {{0, 4}};
  outer.content = {{10, 20}};
  outer.source_id = 0;
  outer.confidence = 0.5;
  Attribution nested = outer;
  nested.id = 1;
  nested.parent = 0;
  nested.source = {};
  nested.source_id = std::nullopt;
  report.attributions = {outer, nested};
  Source source;
  source.name = "Mara Lind";
  source.mentions = {{0, 4}};
  source.statements = 1;
  report.sources = {source};
  report.claims = {{.spans = {{0, 20}},
                    .status = ClaimStatus::named,
                    .attributions = {0, 1},
                    .signals = {{SignalKind::date, {2, 4}}, {SignalKind::number, {4, 6}}},
                    .priority = 0.5,
                    .echoes = {1},
                    .why = "So."},
                   {.spans = {{21, 40}},
                    .status = ClaimStatus::unsourced,
                    .attributions = {},
                    .echoes = {0},
                    .why = "So."}};
  report.contradictions = {{.claim = 0, .other = 1, .span = {4, 6}, .other_span = {22, 24}}};
  report.findings = {{.rule = "a", .severity = Severity::info, .span = {1, 2}, .message = "A."},
                     {.rule = "b", .severity = Severity::error, .span = {3, 40}, .message = "B."}};
  return report;
}

TEST_CASE("A sound report has no fault") {
  CHECK(invariants::first_fault(sound_report()).empty());
  CHECK(invariants::first_fault(Report{}).empty());
}

TEST_CASE("Every fault of a report is found") {
  const std::vector<std::function<void(Report&)>> spoilers = {
      [](Report& report) { report.length = 39; },
      [](Report& report) {
        report.sentences[1] = {19, 40};
      },
      [](Report& report) {
        report.sentences[0] = {0, 0};
      },
      [](Report& report) {
        report.paragraphs[0].dateline = {0, 41};
      },
      [](Report& report) { report.attributions[1].id = 0; },
      [](Report& report) { report.attributions[0].cue.clear(); },
      [](Report& report) { report.attributions[0].content.clear(); },
      [](Report& report) { report.attributions[0].confidence = 1.1; },
      [](Report& report) { report.attributions[0].source_confidence = -0.1; },
      [](Report& report) { report.attributions[1].source_confidence = 0.5; },
      [](Report& report) { report.attributions[1].source_id = 1; },
      [](Report& report) { report.attributions[1].parent = 2; },
      [](Report& report) { report.attributions[0].parent = 1; },
      [](Report& report) { report.sources[0].id = 1; },
      [](Report& report) { report.sources[0].name.clear(); },
      [](Report& report) { report.sources[0].statements = 2; },
      [](Report& report) { report.claims[0].spans.clear(); },
      [](Report& report) {
        report.claims[0].attributions = {1, 0};
      },
      [](Report& report) { report.claims[0].attributions = {2}; },
      [](Report& report) { report.claims[0].why.clear(); },
      [](Report& report) { report.claims[0].reason.source = 99; },
      [](Report& report) { report.claims[0].reason.via = 99; },
      [](Report& report) {
        report.claims[0].reason.echo = Elsewhere{0, 99};
      },
      [](Report& report) { report.claims[0].priority = 1.1; },
      [](Report& report) { report.claims[0].priority = -0.1; },
      [](Report& report) {
        report.claims[0].signals[1].span = {4, 41};
      },
      [](Report& report) {
        report.claims[0].signals[1].span = {30, 33};
      },
      [](Report& report) {
        report.claims[0].signals[1].span = {4, 4};
      },
      [](Report& report) { std::swap(report.claims[0].signals[0], report.claims[0].signals[1]); },
      [](Report& report) { report.claims[0].echoes = {2}; },
      [](Report& report) { report.claims[0].echoes = {0}; },
      [](Report& report) {
        report.claims[0].echoes = {1, 1};
      },
      [](Report& report) { report.claims[1].echoes.clear(); },
      [](Report& report) { report.contradictions[0].other = 2; },
      [](Report& report) { report.contradictions[0].other = 0; },
      [](Report& report) {
        report.contradictions[0].span = {4, 21};
      },
      [](Report& report) {
        report.contradictions[0].other_span = {4, 6};
      },
      [](Report& report) { report.findings[0].rule.clear(); },
      [](Report& report) { report.findings[1].message.clear(); },
      [](Report& report) {
        report.findings[1].span = {3, 41};
      },
      [](Report& report) { std::swap(report.findings[0], report.findings[1]); },
  };
  for (std::size_t i = 0; i < spoilers.size(); ++i) {
    Report report = sound_report();
    spoilers[i](report);
    INFO("spoiler " << i);
    CHECK_FALSE(invariants::first_fault(report).empty());
  }
}

}  // namespace
}  // namespace sourcelight
