// What holds of every Report, whatever the text. Used by analyze_test.cpp on all cases and by
// tests/fuzz on anything; invariants_test.cpp shows that it can find fault.
#pragma once

#include <algorithm>
#include <string>

#include "sourcelight/sourcelight.h"

namespace sourcelight::invariants {

class Checker {
 public:
  explicit Checker(const Report& report) : report_(report) {}

  std::string first_fault() {
    check_layout();
    check_attributions();
    check_sources();
    check_claims();
    check_contradictions();
    check_findings();
    return fault_;
  }

 private:
  void check_layout() {
    for (const Paragraph& paragraph : report_.paragraphs) {
      check("paragraph", Spans{paragraph.span});
      if (!paragraph.dateline.empty()) check("dateline", Spans{paragraph.dateline});
    }
    check("sentences", report_.sentences);
  }

  void check_attributions() {
    for (std::size_t i = 0; i < report_.attributions.size(); ++i) {
      const Attribution& attribution = report_.attributions[i];
      expect(attribution.id == i, "an attribution's id is not its index");
      expect(!attribution.cue.empty(), "an attribution has no cue");
      expect(!attribution.content.empty(), "an attribution has no content");
      check("cue", attribution.cue);
      check("source", attribution.source);
      check("content", attribution.content);
      expect(attribution.confidence >= 0 && attribution.confidence <= 1,
             "a confidence is not between 0 and 1");
      expect(attribution.source_confidence >= 0 && attribution.source_confidence <= 1,
             "a confidence of who is meant is not between 0 and 1");
      expect(attribution.source_id || attribution.source_confidence == 0,
             "nobody is given, and surely so");
      expect(!attribution.source_id || *attribution.source_id < report_.sources.size(),
             "an attribution's source is not in the list");
      check_parents(i);
    }
  }

  // Parents exist and do not go round in a circle.
  void check_parents(std::size_t from) {
    std::size_t steps = 0;
    auto parent = report_.attributions[from].parent;
    while (parent && fault_.empty()) {
      expect(*parent < report_.attributions.size(), "an attribution's parent is not in the list");
      expect(++steps <= report_.attributions.size(), "an attribution is its own ancestor");
      if (fault_.empty()) parent = report_.attributions[*parent].parent;
    }
  }

  void check_sources() {
    for (std::size_t i = 0; i < report_.sources.size(); ++i) {
      const Source& source = report_.sources[i];
      expect(source.id == i, "a source's id is not its index");
      expect(!source.name.empty(), "a source has no name");
      check("mentions", source.mentions);
      check("justification", source.justification);
      const auto statements = std::count_if(
          report_.attributions.begin(), report_.attributions.end(),
          [&](const Attribution& attribution) { return attribution.source_id == source.id; });
      expect(source.statements == static_cast<std::uint32_t>(statements),
             "a source's statements are not its attributions");
    }
  }

  void check_claims() {
    for (std::size_t i = 0; i < report_.claims.size(); ++i) {
      const Claim& claim = report_.claims[i];
      expect(!claim.spans.empty(), "a claim has no span");
      check("claim", claim.spans);
      expect(std::is_sorted(claim.attributions.begin(), claim.attributions.end()),
             "a claim's attributions are not sorted");
      for (const std::uint32_t id : claim.attributions) {
        expect(id < report_.attributions.size(), "a claim's attribution is not in the list");
      }
      expect(!claim.why.empty(), "a claim does not say why");
      const std::size_t sources = report_.sources.size();
      const auto& [kind, source, via, cue, echo] = claim.reason;
      expect(!source || *source < sources, "a reason's source is not in the list");
      expect(!via || *via < sources, "a reason's via is not in the list");
      expect(!echo || (echo->source < sources && echo->paragraph > 0 &&
                       echo->paragraph <= report_.paragraphs.size()),
             "a reason's echo is nowhere");
      expect(claim.priority >= 0 && claim.priority <= 1, "a priority is not between 0 and 1");
      if (!fault_.empty()) return;
      check_signals(claim);
      check_echoes(i);
    }
  }

  // In the claim, or in the words that say whose it is ("critics say").
  void check_signals(const Claim& claim) {
    Spans places = claim.spans;
    for (const std::uint32_t id : claim.attributions) {
      const Attribution& attribution = report_.attributions[id];
      places.insert(places.end(), attribution.source.begin(), attribution.source.end());
      places.insert(places.end(), attribution.cue.begin(), attribution.cue.end());
    }
    std::uint32_t last = 0;
    for (const Signal& signal : claim.signals) {
      check("signal", Spans{signal.span});
      expect(std::any_of(places.begin(), places.end(),
                         [&](Span place) {
                           return place.begin < signal.span.end && signal.span.begin < place.end;
                         }),
             "a signal stands in no word of its claim, its source or its cue");
      expect(signal.span.begin >= last, "signals out of order");
      last = signal.span.begin;
    }
  }

  // Claims that say the same say so of each other.
  void check_echoes(std::size_t of) {
    const auto& echoes = report_.claims[of].echoes;
    expect(std::is_sorted(echoes.begin(), echoes.end()) &&
               std::adjacent_find(echoes.begin(), echoes.end()) == echoes.end(),
           "a claim's echoes are not sorted, or one stands there twice");
    for (const std::uint32_t echo : echoes) {
      expect(echo < report_.claims.size(), "a claim's echo is not in the list");
      expect(echo != of, "a claim is its own echo");
      if (!fault_.empty()) return;
      const auto& back = report_.claims[echo].echoes;
      expect(std::find(back.begin(), back.end(), of) != back.end(), "an echo does not echo back");
    }
  }

  void check_contradictions() {
    for (const Contradiction& each : report_.contradictions) {
      expect(each.claim < each.other && each.other < report_.claims.size(),
             "a contradiction's claims are not in the list, or not in their order");
      if (!fault_.empty()) return;
      check("contradiction", Spans{each.span});
      check("contradiction", Spans{each.other_span});
      check_in_claim("a contradiction", each.span, report_.claims[each.claim]);
      check_in_claim("a contradiction", each.other_span, report_.claims[each.other]);
    }
  }

  void check_findings() {
    std::uint32_t last = 0;
    for (const Finding& finding : report_.findings) {
      expect(!finding.rule.empty() && !finding.message.empty(),
             "a finding has no rule or no message");
      check("finding", Spans{finding.span});
      expect(finding.span.begin >= last, "findings out of order");
      last = finding.span.begin;
    }
  }

  void check_in_claim(const std::string& what, Span span, const Claim& claim) {
    expect(span.begin >= claim.spans.front().begin && span.end <= claim.spans.back().end,
           what + " stands outside its claim");
  }

  void check(const std::string& what, const Spans& spans) {
    std::uint32_t last = 0;
    for (const Span span : spans) {
      expect(span.begin < span.end, what + ": an empty span");
      expect(span.begin >= last, what + ": spans out of order");
      expect(span.end <= report_.length, what + ": a span ends after the text");
      last = span.end;
    }
  }

  void expect(bool holds, const std::string& otherwise) {
    if (!holds && fault_.empty()) fault_ = otherwise;
  }

  const Report& report_;
  std::string fault_;
};

// The first thing that does not hold; empty if all is well.
inline std::string first_fault(const Report& report) { return Checker(report).first_fault(); }

}  // namespace sourcelight::invariants
