// Takes a Report; gives it as one line of JSON, schema sourcelight.report/1 (docs/report.md).
// Written by hand: docs/adr/0002. tests/core/report/json_test.cpp holds it.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "base/utf.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

constexpr std::array all_statuses = {ClaimStatus::named, ClaimStatus::unnamed, ClaimStatus::hidden,
                                     ClaimStatus::unsourced, ClaimStatus::none};

// Appends JSON to one string; `text` is valid UTF-8.
class Writer {
 public:
  explicit Writer(std::size_t expected_size) { out_.reserve(expected_size); }

  void raw(std::string_view json) { out_ += json; }

  void number(std::uint32_t value) {
    std::array<char, 10> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out_.append(digits.data(), written.ptr);
  }

  // In hundredths, so that every platform writes the same digits.
  void share(double value) {
    const auto hundredths =
        static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 100));
    if (hundredths == 100) return raw("1");
    raw("0.");
    if (hundredths < 10) raw("0");
    number(hundredths);
  }

  void text(std::string_view utf8) {
    out_ += '"';
    for (const char c : utf8) character(c);
    out_ += '"';
  }

  void span(Span span) {
    raw("[");
    number(span.begin);
    raw(",");
    number(span.end);
    raw("]");
  }

  void number_or_null(std::optional<std::uint32_t> value) {
    if (value) return number(*value);
    raw("null");
  }

  // [ item , item , ... ]
  template <typename Items, typename Write>
  void list(const Items& items, Write write) {
    raw("[");
    bool first = true;
    for (const auto& item : items) {
      if (!first) raw(",");
      first = false;
      write(item);
    }
    raw("]");
  }

  void spans(const Spans& items) {
    list(items, [this](Span item) { span(item); });
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void character(char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (byte < 0x20) {
      raw("\\u00");
      out_ += hex[byte >> 4];
      out_ += hex[byte & 15];
    } else {
      out_ += c;
    }
  }

  std::string out_;
};

void write(Writer& json, const Paragraph& paragraph) {
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

void write(Writer& json, const Attribution& attribution) {
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
  json.raw(R"(,"confidence":)");
  json.share(attribution.confidence);
  json.raw("}");
}

void write(Writer& json, const Source& source) {
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
  json.raw("}");
}

void write(Writer& json, const Claim& claim) {
  json.raw(R"({"spans":)");
  json.spans(claim.spans);
  json.raw(R"(,"status":)");
  json.text(to_string(claim.status));
  json.raw(R"(,"attributions":)");
  json.list(claim.attributions, [&](std::uint32_t id) { json.number(id); });
  json.raw(R"(,"why":)");
  json.text(claim.why);
  json.raw("}");
}

void write_summary(Writer& json, const std::vector<Claim>& claims) {
  std::array<std::uint32_t, all_statuses.size()> counts{};
  for (const Claim& claim : claims) ++counts[static_cast<std::size_t>(claim.status)];
  json.raw(R"({"claims":{)");
  for (const ClaimStatus status : all_statuses) {
    if (status != all_statuses.front()) json.raw(",");
    json.text(to_string(status));
    json.raw(":");
    json.number(counts[static_cast<std::size_t>(status)]);
  }
  json.raw("}}");
}

// A first guess of the JSON's size, so that it is rarely copied while it grows.
std::size_t expected_size(const Report& report) {
  return 256 + 64 * report.paragraphs.size() + 16 * report.sentences.size() +
         192 * report.attributions.size() + 256 * report.sources.size() +
         192 * report.claims.size();
}

}  // namespace

std::string to_json(const Report& report, std::string_view id) {
  Writer json(expected_size(report));
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
  json.raw(R"(,"summary":)");
  write_summary(json, report.claims);
  json.raw("}");
  return json.take();
}

}  // namespace sourcelight
