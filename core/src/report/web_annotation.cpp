// A Report as an AnnotationCollection of the W3C Web Annotation Data Model (Recommendation of 23
// February 2017), JSON-LD on one line: one Annotation a claim, a contradiction, a finding. Offsets
// count code points, as the Recommendation wants. tests/core/report/web_annotation_test.cpp and
// tests/cases/report/annotation.txt hold it.
#include <algorithm>
#include <array>
#include <cstddef>

#include "report/json_writer.h"
#include "report/render.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t context_length = 32;  // code points of prefix and suffix

// FNV-1a, 64 bits.
std::uint64_t hashed(std::string_view bytes, std::uint64_t hash) {
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash;
}

// A name for the article that depends on its address, id and text alone: a UUID of version 8
// (RFC 9562), where the maker decides what the bits are.
std::string urn_of(const Article& article) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string digits;
  for (const std::uint64_t seed : {0xCBF29CE484222325U, 0x9E3779B97F4A7C15U}) {
    const std::uint64_t hash =
        hashed(article.text.utf8, hashed(article.id + '\n', hashed(article.url + '\n', seed)));
    for (int shift = 60; shift >= 0; shift -= 4) digits += hex[(hash >> shift) & 15];
  }
  digits[12] = '8';
  digits[16] = hex[8 + (hex.find(digits[16]) & 3)];
  for (const std::size_t at : {8U, 13U, 18U, 23U}) digits.insert(at, 1, '-');
  return "urn:uuid:" + digits;
}

class Writer {
 public:
  explicit Writer(const Article& article)
      : article_(article),
        points_(read_utf8(article.text.utf8, OffsetUnit::codepoint).origin),
        urn_(urn_of(article)),
        json_(512 + 1024 * article.report.claims.size()) {}

  std::string collection() {
    const Report& report = article_.report;
    const std::vector<std::uint32_t> claims = article_.by_priority();
    json_.raw(R"({"@context":"http://www.w3.org/ns/anno.jsonld","id":)");
    json_.text(urn_ + "#annotations");
    json_.raw(R"(,"type":"AnnotationCollection","label":)");
    json_.text(article_.heading());
    json_.raw(R"(,"generator":{"type":"Software","name":"Sourcelight"},"total":)");
    json_.number(static_cast<std::uint32_t>(claims.size() + report.contradictions.size() +
                                            report.findings.size()));
    json_.raw(R"(,"first":{"id":)");
    json_.text(urn_ + "#page-1");
    json_.raw(R"(,"type":"AnnotationPage","startIndex":0,"items":[)");
    for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
      if (report.claims[i].status != ClaimStatus::none) claim(i);
    }
    for (std::size_t i = 0; i < report.contradictions.size(); ++i) contradiction(i);
    for (std::size_t i = 0; i < report.findings.size(); ++i) finding(i);
    json_.raw("]}}");
    return json_.take();
  }

 private:
  void claim(std::uint32_t index) {
    const Claim& claim = article_.report.claims[index];
    begin("claim", index, "classifying");
    body("classifying", to_string(claim.status));
    json_.raw(",");
    body("describing", claim.why);
    for (const std::uint32_t id : article_.sources_of(claim)) {
      json_.raw(",");
      body("identifying", name_and_title(article_.report.sources[id]));
    }
    for (const Signal& signal : claim.signals) {
      json_.raw(",");
      body("tagging", to_string(signal.kind));
    }
    if (is_by_hand(article_.report, claim)) {
      json_.raw(",");
      body("tagging", say(Message::by_hand));
    }
    end(claim.spans);
  }

  void contradiction(std::size_t index) {
    const Contradiction& each = article_.report.contradictions[index];
    begin("contradiction", index, "assessing");
    body("describing", say(Message::another_place, {article_.line({each.other_span})}));
    json_.raw(",");
    resource(each.other_span, "linking");
    end({each.span});
  }

  void finding(std::size_t index) {
    const Finding& each = article_.report.findings[index];
    begin("finding", index, "assessing");
    body("assessing", each.message);
    json_.raw(",");
    body("classifying", to_string(each.severity));
    json_.raw(",");
    body("tagging", each.rule);
    end({each.span});
  }

  void begin(std::string_view what, std::size_t index, std::string_view motivation) {
    if (!first_) json_.raw(",");
    first_ = false;
    json_.raw(R"({"id":)");
    json_.text(urn_ + "#" + std::string(what) + "-" + std::to_string(index + 1));
    json_.raw(R"(,"type":"Annotation","motivation":)");
    json_.text(motivation);
    json_.raw(R"(,"body":[)");
  }

  void body(std::string_view purpose, std::string_view value) {
    json_.raw(R"({"type":"TextualBody","purpose":)");
    json_.text(purpose);
    json_.raw(R"(,"format":"text/plain","value":)");
    json_.text(value);
    json_.raw("}");
  }

  // Several spans are several targets: what the bodies say holds of each.
  void end(const Spans& spans) {
    json_.raw(R"(],"target":)");
    if (spans.size() == 1) {
      resource(spans.front(), "");
    } else {
      json_.list(spans, [&](Span span) { resource(span, ""); });
    }
    json_.raw("}");
  }

  void resource(Span caller, std::string_view purpose) {
    const Span bytes = article_.bytes(caller);
    const std::uint32_t begin = points_[bytes.begin];
    const std::uint32_t end = points_[bytes.end];
    json_.raw(R"({"type":"SpecificResource",)");
    if (!purpose.empty()) {
      json_.raw(R"("purpose":)");
      json_.text(purpose);
      json_.raw(",");
    }
    json_.raw(R"("source":)");
    json_.text(article_.url.empty() ? urn_ : article_.url);
    json_.raw(R"(,"selector":[{"type":"TextQuoteSelector","exact":)");
    json_.text(article_.words(caller));
    json_.raw(R"(,"prefix":)");
    json_.text(between(begin - std::min(begin, context_length), begin));
    json_.raw(R"(,"suffix":)");
    json_.text(between(end, std::min(end + context_length, points_.back())));
    json_.raw(R"(},{"type":"TextPositionSelector","start":)");
    json_.number(begin);
    json_.raw(R"(,"end":)");
    json_.number(end);
    json_.raw("}]}");
  }

  // The text between two code points.
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    const auto byte_at = [&](std::uint32_t point) {
      return static_cast<std::size_t>(std::lower_bound(points_.begin(), points_.end(), point) -
                                      points_.begin());
    };
    const std::size_t from = byte_at(begin);
    return std::string_view(article_.text.utf8).substr(from, byte_at(end) - from);
  }

  const Article& article_;
  std::vector<std::uint32_t> points_;  // byte -> code point
  std::string urn_;
  JsonWriter json_;
  bool first_ = true;
};

}  // namespace

std::string web_annotation(const Article& article) { return Writer(article).collection(); }

}  // namespace sourcelight
