// Takes a Report; gives it as one line of JSON, schema sourcelight.report/1 (docs/report.md).
// tests/core/report/json_test.cpp holds it.
#include <array>
#include <cstddef>

#include "base/utf.h"
#include "report/json_writer.h"
#include "report/render.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

void write(JsonWriter& json, const Paragraph& paragraph) {
  json.raw(R"({"span":)");
  json.span(paragraph.span);
  json.raw(R"(,"kind":)");
  json.text(to_string(paragraph.kind));
  json.raw(R"(,"dateline":)");
  if (paragraph.dateline.empty()) {
    json.raw("null");
  } else {
    json.span(paragraph.dateline);
  }
  json.raw("}");
}

void end_object(JsonWriter& json, bool by_hand) { json.raw(by_hand ? R"(,"byHand":true})" : "}"); }

void write(JsonWriter& json, const Attribution& attribution) {
  json.raw(R"({"id":)");
  json.number(attribution.id);
  json.raw(R"(,"cue":)");
  json.spans(attribution.cue);
  json.raw(R"(,"source":)");
  json.spans(attribution.source);
  json.raw(R"(,"content":)");
  json.spans(attribution.content);
  json.raw(R"(,"quote":)");
  json.text(to_string(attribution.quote));
  json.raw(R"(,"parent":)");
  json.number_or_null(attribution.parent);
  json.raw(R"(,"sourceId":)");
  json.number_or_null(attribution.source_id);
  json.raw(R"(,"sourceConfidence":)");
  json.share(attribution.source_confidence);
  json.raw(R"(,"confidence":)");
  json.share(attribution.confidence);
  end_object(json, attribution.by_hand);
}

void write(JsonWriter& json, const Source& source) {
  json.raw(R"({"id":)");
  json.number(source.id);
  json.raw(R"(,"name":)");
  json.text(source.name);
  json.raw(R"(,"kind":)");
  json.text(to_string(source.kind));
  json.raw(R"(,"title":)");
  json.text(source.title);
  json.raw(R"(,"mentions":)");
  json.spans(source.mentions);
  json.raw(R"(,"justification":)");
  json.spans(source.justification);
  json.raw(R"(,"statements":)");
  json.number(source.statements);
  json.raw(R"(,"words":)");
  json.number(source.words);
  end_object(json, source.by_hand);
}

void write(JsonWriter& json, const Signal& signal) {
  json.raw(R"({"kind":)");
  json.text(to_string(signal.kind));
  json.raw(R"(,"span":)");
  json.span(signal.span);
  json.raw("}");
}

void write(JsonWriter& json, const Reason& reason) {
  json.raw(R"({"kind":)");
  json.text(to_string(reason.kind));
  if (reason.source) {
    json.raw(R"(,"source":)");
    json.number(*reason.source);
  }
  if (reason.via) {
    json.raw(R"(,"via":)");
    json.number(*reason.via);
  }
  if (!reason.cue.empty()) {
    json.raw(R"(,"cue":)");
    json.text(reason.cue);
  }
  if (reason.echo) {
    json.raw(R"(,"echo":{"source":)");
    json.number(reason.echo->source);
    json.raw(R"(,"paragraph":)");
    json.number(reason.echo->paragraph);
    json.raw("}");
  }
  json.raw("}");
}

void write(JsonWriter& json, const Claim& claim) {
  json.raw(R"({"spans":)");
  json.spans(claim.spans);
  json.raw(R"(,"status":)");
  json.text(to_string(claim.status));
  json.raw(R"(,"confidence":)");
  json.share(claim.confidence);
  json.raw(R"(,"attributions":)");
  json.numbers(claim.attributions);
  json.raw(R"(,"signals":)");
  json.list(claim.signals, [&](const Signal& signal) { write(json, signal); });
  json.raw(R"(,"priority":)");
  json.share(claim.priority);
  json.raw(R"(,"echoes":)");
  json.numbers(claim.echoes);
  json.raw(R"(,"why":)");
  json.text(claim.why);
  json.raw(R"(,"reason":)");
  write(json, claim.reason);
  json.raw(R"(,"standalone":{"who":)");
  json.text(claim.standalone.who);
  json.raw(R"(,"text":)");
  json.text(claim.standalone.text);
  json.raw("}");
  end_object(json, claim.by_hand);
}

void write(JsonWriter& json, const Contradiction& contradiction) {
  json.raw(R"({"claim":)");
  json.number(contradiction.claim);
  json.raw(R"(,"other":)");
  json.number(contradiction.other);
  json.raw(R"(,"span":)");
  json.span(contradiction.span);
  json.raw(R"(,"otherSpan":)");
  json.span(contradiction.other_span);
  json.raw("}");
}

void write(JsonWriter& json, const Finding& finding) {
  json.raw(R"({"rule":)");
  json.text(finding.rule);
  json.raw(R"(,"severity":)");
  json.text(to_string(finding.severity));
  json.raw(R"(,"span":)");
  json.span(finding.span);
  json.raw(R"(,"message":)");
  json.text(finding.message);
  json.raw("}");
}

void write_summary(JsonWriter& json, const Report& report) {
  const StatusCounts counts = count_statuses(report);
  json.raw(R"({"claims":{)");
  for (const ClaimStatus status : all_statuses) {
    if (status != all_statuses.front()) json.raw(",");
    json.text(to_string(status));
    json.raw(":");
    json.number(counts[static_cast<std::size_t>(status)]);
  }
  json.raw(R"(},"lead":)");
  if (const auto paragraph = source_of_lead(report)) {
    json.raw(R"({"paragraph":)");
    json.number(*paragraph);
    json.raw("}");
  } else {
    json.raw("null");
  }
  json.raw(R"(,"text":)");
  json.text(summary(report));
  json.raw("}");
}

// A first guess of the JSON's size, so that it is rarely copied while it grows.
std::size_t expected_size(const Report& report) {
  return 256 + 64 * report.paragraphs.size() + 16 * report.sentences.size() +
         192 * report.attributions.size() + 256 * report.sources.size() +
         320 * report.claims.size() + 128 * report.findings.size();
}

}  // namespace

std::string to_json(const Report& report, std::string_view id) {
  JsonWriter json(expected_size(report));
  const auto each = [&](const auto& item) { write(json, item); };
  json.raw(R"({"schema":"sourcelight.report/1")");
  if (!id.empty()) {
    json.raw(R"(,"id":)");
    json.text(read_utf8(id, OffsetUnit::utf8).utf8);
  }
  json.raw(R"(,"offsets":)");
  json.text(to_string(report.offsets));
  json.raw(R"(,"length":)");
  json.number(report.length);
  json.raw(R"(,"paragraphs":)");
  json.list(report.paragraphs, each);
  json.raw(R"(,"sentences":)");
  json.spans(report.sentences);
  json.raw(R"(,"attributions":)");
  json.list(report.attributions, each);
  json.raw(R"(,"sources":)");
  json.list(report.sources, each);
  json.raw(R"(,"claims":)");
  json.list(report.claims, each);
  json.raw(R"(,"contradictions":)");
  json.list(report.contradictions, each);
  json.raw(R"(,"findings":)");
  json.list(report.findings, each);
  json.raw(R"(,"summary":)");
  write_summary(json, report);
  json.raw("}");
  return json.take();
}

}  // namespace sourcelight
