// Takes what the stages found, in bytes of Document::text; gives the Report in the caller's
// offsets. Nothing is judged here. tests/core/report/report_test.cpp holds it.
#include "report/report.h"

namespace sourcelight {
namespace {

Spans to_caller(const Text& text, const Spans& bytes) {
  Spans out;
  out.reserve(bytes.size());
  for (const Span span : bytes) out.push_back(text.to_caller(span));
  return out;
}

Paragraph to_caller(const Text& text, Paragraph paragraph) {
  paragraph.span = text.to_caller(paragraph.span);
  paragraph.dateline = paragraph.dateline.empty() ? Span{} : text.to_caller(paragraph.dateline);
  return paragraph;
}

}  // namespace

Report build_report(const Document& document, const std::vector<Attribution>& attributions,
                    const SourceTable& sources, const std::vector<Claim>& claims,
                    const std::vector<Contradiction>& contradictions,
                    const std::vector<Finding>& findings) {
  const Text& text = document.text;
  Report report{.offsets = text.unit,
                .length = text.length(),
                .paragraphs = {},
                .sentences = {},
                .attributions = attributions,
                .sources = sources.sources,
                .claims = claims,
                .contradictions = contradictions,
                .findings = findings};
  for (const Paragraph& paragraph : document.paragraphs) {
    report.paragraphs.push_back(to_caller(text, paragraph));
  }
  for (const Sentence& sentence : document.sentences) {
    report.sentences.push_back(text.to_caller(sentence.span));
  }
  for (Attribution& attribution : report.attributions) {
    attribution.cue = to_caller(text, attribution.cue);
    attribution.source = to_caller(text, attribution.source);
    attribution.content = to_caller(text, attribution.content);
    attribution.source_id = sources.of[attribution.id];
    attribution.source_confidence = sources.sureness[attribution.id];
  }
  for (Source& source : report.sources) {
    source.mentions = to_caller(text, source.mentions);
    source.justification = to_caller(text, source.justification);
  }
  for (Claim& claim : report.claims) {
    claim.spans = to_caller(text, claim.spans);
    for (Signal& signal : claim.signals) signal.span = text.to_caller(signal.span);
  }
  for (Contradiction& contradiction : report.contradictions) {
    contradiction.span = text.to_caller(contradiction.span);
    contradiction.other_span = text.to_caller(contradiction.other_span);
  }
  for (Finding& finding : report.findings) finding.span = text.to_caller(finding.span);
  return report;
}

}  // namespace sourcelight
