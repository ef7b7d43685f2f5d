// Runs the rules and puts what they found in order: which stands, which stands inside which, and
// how it is quoted. See attribution.h.
#include "attribution/attribution.h"

#include <algorithm>
#include <array>
#include <utility>

#include "attribution/rules.h"

namespace sourcelight {
namespace {

using Rule = void (*)(const Reading&, Candidates&);

// In order of precedence: a cue belongs to the first rule that takes it.
constexpr std::array<Rule, 6> kRules = {find_labels, find_quotations, find_according_to,
                                        find_hedges, find_verbs,      find_nouns};

constexpr int kLeastPercent = 40;  // the best balance of precision and recall on polnear-train

Spans to_spans(const Document& document, std::vector<TokenRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TokenRange& a, const TokenRange& b) { return a.first < b.first; });
  Spans spans;
  for (const TokenRange& range : ranges) {
    if (range.empty()) continue;
    const Span span{document.tokens[range.first].span.begin,
                    document.tokens[range.last - 1].span.end};
    if (!spans.empty() && span.begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

// Direct: 90 % or more of the content's characters stand inside double quotation marks; indirect:
// 5 % or fewer (the bounds that the annotation of PolNeAR is scored with).
QuoteKind quote_kind(const Document& document, const Spans& content) {
  std::uint32_t all = 0;
  std::uint32_t quoted = 0;
  for (const Span& span : content) {
    all += span.size();
    auto quotation = std::partition_point(
        document.quotations.begin(), document.quotations.end(),
        [&](const Quotation& q) { return q.span.end <= span.begin && q.depth == 0; });
    for (; quotation != document.quotations.end() && quotation->span.begin < span.end;
         ++quotation) {
      if (quotation->depth > 0 || quotation->single) continue;
      const std::uint32_t begin = std::max(span.begin, quotation->span.begin);
      const std::uint32_t end = std::min(span.end, quotation->span.end);
      if (begin < end) quoted += end - begin;
    }
  }
  if (quoted * 10 >= all * 9) return QuoteKind::direct;
  return quoted * 20 > all ? QuoteKind::mixed : QuoteKind::indirect;
}

// Tells whether attribution `inner` stands, cue and all, in the content of `outer`.
bool stands_in(const Attribution& inner, const Attribution& outer) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](const Span& content) {
    return content.begin <= inner.cue.front().begin && inner.cue.back().end <= content.end;
  });
}

std::uint32_t begin_of(const Attribution& a) {
  std::uint32_t begin = std::min(a.cue.front().begin, a.content.front().begin);
  if (!a.source.empty()) begin = std::min(begin, a.source.front().begin);
  return begin;
}

std::uint32_t size_of(const Attribution& a) {
  std::uint32_t size = 0;
  for (const Span& span : a.content) size += span.size();
  return size;
}

// The parent of each is the smallest content it stands in. Looks at neighbours only, so that the
// work stays linear.
void find_parents(std::vector<Attribution>& attributions) {
  constexpr std::size_t kNeighbours = 12;
  const std::size_t count = attributions.size();
  for (std::size_t i = 0; i < count; ++i) {
    Attribution& inner = attributions[i];
    std::uint32_t smallest = UINT32_MAX;
    const std::size_t first = i > kNeighbours ? i - kNeighbours : 0;
    for (std::size_t j = first; j < std::min(count, i + kNeighbours); ++j) {
      const Attribution& outer = attributions[j];
      if (i == j || !stands_in(inner, outer) || size_of(outer) >= smallest) continue;
      // Ever larger contents, the earlier of two equal ones: so no chain of parents is a circle.
      if (std::pair(size_of(outer), i) <= std::pair(size_of(inner), j)) continue;
      smallest = size_of(outer);
      inner.parent = static_cast<std::uint32_t>(j);
    }
  }
}

}  // namespace

std::vector<bool> taken_by_cues(const Reading& reading, const Candidates& found) {
  std::vector<bool> taken(reading.tags.size() + 1);
  for (const Candidate& candidate : found) {
    std::fill(taken.begin() + candidate.cue.first, taken.begin() + candidate.cue.last, true);
  }
  return taken;
}

Candidates find_candidates(const Reading& reading) {
  Candidates found;
  for (Rule rule : kRules) rule(reading, found);
  return found;
}

std::vector<Attribution> find_attributions(const Grammar& grammar) {
  const Document& document = grammar.document;
  const Reading reading = read_for_attribution(grammar);
  std::vector<Attribution> attributions;
  for (Candidate& candidate : find_candidates(reading)) {
    if (candidate.percent < kLeastPercent) continue;
    Attribution attribution;
    attribution.cue = to_spans(document, {candidate.cue});
    attribution.source = to_spans(document, std::move(candidate.source));
    attribution.content = to_spans(document, std::move(candidate.content));
    if (attribution.cue.empty() || attribution.content.empty()) continue;
    attribution.quote = quote_kind(document, attribution.content);
    attribution.confidence = candidate.percent / 100.0;
    attributions.push_back(std::move(attribution));
  }
  std::stable_sort(
      attributions.begin(), attributions.end(),
      [](const Attribution& a, const Attribution& b) { return begin_of(a) < begin_of(b); });
  find_parents(attributions);
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    attributions[i].id = static_cast<std::uint32_t>(i);
  }
  return attributions;
}

}  // namespace sourcelight
