// A Report with something of everything, made by hand of one short article, so that what the
// stages find may change without the formats' tests. Used by the tests of the formats.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/utf.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight::testing {

inline const std::string sample_text =
    "Ferry runs on Sundays\n\n"
    "By Ines Holm\n\n"
    "The *ferry* carried 40,170 people 🙂 & cars in 2024, Mayor Mara Lind said on Monday. "
    "“It is =the= <only> way,” she said.\n\n"
    "-40,100 people crossed, said an aide who was in the room. The pier is believed to be bad. "
    "Why not swim? The brutal pier was built in 1962.\n";

// Where words stand in the sample, in the units of the Report it is for.
class Places {
 public:
  Places(const std::string& text, OffsetUnit unit) : text_(read_utf8(text, unit)) {}

  [[nodiscard]] Span operator()(std::string_view words) const {
    const auto at = text_.utf8.find(words);
    if (at == std::string::npos) throw std::runtime_error("no such words: " + std::string(words));
    const auto begin = static_cast<std::uint32_t>(at);
    return text_.to_caller({begin, begin + static_cast<std::uint32_t>(words.size())});
  }
  [[nodiscard]] std::uint32_t length() const { return text_.length(); }

 private:
  Text text_;
};

inline void add_attributions(Report& report, const Places& at) {
  const auto add = [&](Spans cue, Spans source, Spans content, std::optional<std::uint32_t> id) {
    report.attributions.push_back({.id = static_cast<std::uint32_t>(report.attributions.size()),
                                   .cue = std::move(cue),
                                   .source = std::move(source),
                                   .content = std::move(content),
                                   .quote = QuoteKind::indirect,
                                   .parent = std::nullopt,
                                   .source_id = id,
                                   .confidence = 0.75});
  };
  add({at("said on Monday")}, {at("Mayor Mara Lind")},
      {at("The *ferry* carried 40,170 people 🙂 & cars in 2024")}, 0);
  add({at("said.")}, {at("she")}, {at("“It is =the= <only> way,”")}, 0);
  add({at("said an")}, {at("an aide")}, {at("-40,100 people crossed")}, 1);
  add({at("is believed")}, {}, {at("The pier"), at("to be bad")}, std::nullopt);
  report.sources = {{.id = 0,
                     .name = "Mara Lind",
                     .kind = SourceKind::named_person,
                     .title = "Mayor",
                     .mentions = {at("Mayor Mara Lind"), at("she")},
                     .justification = {},
                     .statements = 2,
                     .words = 15},
                    {.id = 1,
                     .name = "an aide",
                     .kind = SourceKind::anonymous,
                     .title = "",
                     .mentions = {at("an aide")},
                     .justification = {at("who was in the room")},
                     .statements = 1,
                     .words = 1}};
}

inline void add_claims(Report& report, const Places& at) {
  report.claims = {{.spans = {at("Ferry runs on Sundays")},
                    .status = ClaimStatus::none,
                    .attributions = {},
                    .why = "A headline.",
                    .reason = {.kind = ReasonKind::headline}},
                   {.spans = {at("The *ferry* carried 40,170 people 🙂 & cars in 2024")},
                    .status = ClaimStatus::named,
                    .attributions = {0},
                    .signals = {{SignalKind::number, at("40,170")}, {SignalKind::date, at("2024")}},
                    .priority = 0.41,
                    .echoes = {3},
                    .why = "Attributed to Mara Lind (“said”).",
                    .reason = {.kind = ReasonKind::attributed, .source = 0, .cue = "said"}},
                   {.spans = {at("“It is =the= <only> way,”")},
                    .status = ClaimStatus::named,
                    .attributions = {1},
                    .why = "Attributed to Mara Lind (“said”).",
                    .reason = {.kind = ReasonKind::attributed, .source = 0, .cue = "said"}},
                   {.spans = {at("-40,100 people crossed")},
                    .status = ClaimStatus::unnamed,
                    .attributions = {2},
                    .signals = {{SignalKind::number, at("40,100")}},
                    .priority = 0.6,
                    .echoes = {1},
                    .why = "Attributed to an aide (“said”), who is not named.",
                    .reason = {.kind = ReasonKind::unidentified, .source = 1, .cue = "said"}},
                   {.spans = {at("The pier"), at("to be bad")},
                    .status = ClaimStatus::hidden,
                    .attributions = {3},
                    .why = "Presented as somebody’s word (“is believed”), but nobody is given.",
                    .reason = {.kind = ReasonKind::nobody_given, .cue = "is believed"}},
                   {.spans = {at("Why not swim?")},
                    .status = ClaimStatus::none,
                    .attributions = {},
                    .why = "A question.",
                    .reason = {.kind = ReasonKind::question}},
                   {.spans = {at("The brutal pier was built in 1962.")},
                    .status = ClaimStatus::unsourced,
                    .attributions = {},
                    .signals = {{SignalKind::loaded, at("brutal")}, {SignalKind::date, at("1962")}},
                    .priority = 0.41,
                    .why = "Stated in the article’s own voice.",
                    .reason = {.kind = ReasonKind::own_voice}}};
  report.claims[1].standalone = {"Mara Lind, Mayor",
                                 "The *ferry* carried 40,170 people 🙂 & cars in 2024."};
  report.claims[6].standalone = {"", "The brutal pier was built in 1962."};
  report.contradictions = {
      {.claim = 1, .other = 3, .span = at("40,170"), .other_span = at("40,100")}};
  report.findings = {{.rule = "anonymous/single",
                      .severity = Severity::error,
                      .span = at("crossed, said an aide"),
                      .message = "Only *one* unnamed source: name another."},
                     {.rule = "loaded",
                      .severity = Severity::warning,
                      .span = at("brutal"),
                      .message = "A word that judges."}};
}

inline Report sample_report(OffsetUnit unit) {
  const Places at(sample_text, unit);
  Report report;
  report.offsets = unit;
  report.length = at.length();
  const Span first = at("The *ferry*");
  const Span second = at("-40,100");
  report.paragraphs = {
      {.span = at("Ferry runs on Sundays"), .kind = ParagraphKind::headline, .dateline = {}},
      {.span = at("By Ines Holm"), .kind = ParagraphKind::byline, .dateline = {}},
      {.span = {first.begin, at("she said.").end}, .kind = ParagraphKind::body, .dateline = {}},
      {.span = {second.begin, at("1962.").end}, .kind = ParagraphKind::body, .dateline = {}}};
  report.sentences = {at("Ferry runs on Sundays"), at("By Ines Holm")};
  add_attributions(report, at);
  add_claims(report, at);
  return report;
}

}  // namespace sourcelight::testing
