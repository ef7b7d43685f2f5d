// Looks for each rule's pattern where the rule says, or runs its check; see style.h.
#include "style/style.h"

#include <algorithm>
#include <iterator>

#include "base/chars.h"
#include "base/order.h"
#include "signals/signals.h"
#include "style/checks.h"

namespace sourcelight::style {
namespace {

Spans merged(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans result;
  for (const Span span : spans) {
    if (span.empty()) continue;
    if (result.empty() || result.back().end < span.begin) result.push_back(span);
    result.back().end = std::max(result.back().end, span.end);
  }
  return result;
}

// Whether it is a word's beginning or end, not its middle.
bool parts_words(std::string_view text, std::size_t at) {
  return !is_alnum(code_point_before(text, at).value) || !is_alnum(code_point_at(text, at).value);
}

bool overlaps_any(const Spans& sorted, Span span) {
  const auto next = std::partition_point(sorted.begin(), sorted.end(),
                                         [&](Span other) { return other.end <= span.begin; });
  return next != sorted.end() && next->begin < span.end;
}

class Searcher {
 public:
  Searcher(const Article& article, const HouseStyle& style) : article_(article), style_(style) {}

  std::vector<Finding> run() {
    for (const Rule& rule : style_.rules) {
      const auto* pattern = std::get_if<Pattern>(&rule.what);
      Spans spans =
          pattern ? search(rule, *pattern) : failures(article_, std::get<Check>(rule.what));
      if (rule.unless) drop_excused(*rule.unless, spans);
      for (const Span span : spans) {
        findings_.push_back({rule.id, rule.severity, span, rule.message});
      }
    }
    sort_by(findings_, [](const Finding& finding) { return key_of(finding.span); });
    return std::move(findings_);
  }

 private:
  [[nodiscard]] const Document& document() const { return article_.grammar.document; }

  Spans search(const Rule& rule, const Pattern& pattern) const {
    Spans found = without_ignored(pattern.find_all(document().text.utf8), article_.ignored);
    if (found.empty()) return found;
    const bool outside = rule.where == Where::outside_quotations;
    const Spans area = rule.where == Where::anywhere ? Spans() : area_of(rule.where);
    std::erase_if(found, [&](Span span) {
      return rule.where != Where::anywhere && overlaps_any(area, span) == outside;
    });
    return found;
  }

  // Where a pattern with that word is to be looked for; of outside_quotations, where not.
  Spans area_of(Where where) const {
    switch (where) {
      case Where::anywhere:
        break;
      case Where::own_voice:
        return claims_of(ClaimStatus::unsourced);
      case Where::named:
        return claims_of(ClaimStatus::named);
      case Where::unnamed:
        return claims_of(ClaimStatus::unnamed);
      case Where::hidden:
        return claims_of(ClaimStatus::hidden);
      case Where::quotation:
      case Where::outside_quotations:
        return quotations();
      case Where::headline:
        return headlines();
      case Where::cue:
        return of_attributions(&Attribution::cue);
      case Where::source:
        return of_attributions(&Attribution::source);
    }
    return {};
  }

  Spans claims_of(ClaimStatus status) const {
    Spans spans;
    for (const Claim& claim : article_.claims) {
      if (claim.status != status) continue;
      spans.insert(spans.end(), claim.spans.begin(), claim.spans.end());
    }
    return merged(std::move(spans));
  }

  Spans quotations() const {
    Spans spans;
    for (const Quotation& quotation : document().quotations) {
      if (!quotation.single) spans.push_back(quotation.span);
    }
    return merged(std::move(spans));
  }

  Spans headlines() const {
    Spans spans;
    for (const Paragraph& paragraph : document().paragraphs) {
      if (paragraph.kind == ParagraphKind::headline) spans.push_back(paragraph.span);
    }
    return merged(std::move(spans));
  }

  Spans of_attributions(Spans Attribution::*part) const {
    Spans spans;
    for (const Attribution& attribution : article_.attributions) {
      const Spans& more = attribution.*part;
      spans.insert(spans.end(), more.begin(), more.end());
    }
    return merged(std::move(spans));
  }

  // Drops what stands in a paragraph that the pattern is found in.
  void drop_excused(const Pattern& unless, Spans& spans) const {
    const Spans places = merged(spans);
    Spans excused;
    for (const Paragraph& paragraph : document().paragraphs) {
      if (overlaps_any(places, paragraph.span) &&
          !unless.find_all(document().text.utf8, paragraph.span).empty()) {
        excused.push_back(paragraph.span);
      }
    }
    std::erase_if(spans, [&](Span span) { return overlaps_any(excused, span); });
  }

  const Article& article_;
  const HouseStyle& style_;
  std::vector<Finding> findings_;
};

}  // namespace

Spans find_ignored(const Document& document, const HouseStyle& style) {
  const std::string_view text = document.text.utf8;
  Spans ignored;
  for (const Pattern& words : style.ignored) {
    for (const Span span : words.find_all(text)) {
      if (parts_words(text, span.begin) && parts_words(text, span.end)) ignored.push_back(span);
    }
  }
  return merged(std::move(ignored));
}

std::vector<Finding> find_breaches(const Article& article, const HouseStyle& style) {
  return Searcher(article, style).run();
}

}  // namespace sourcelight::style
