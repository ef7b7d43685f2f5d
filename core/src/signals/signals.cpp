// Gives each match of the rules to the claims it stands in; see signals.h.
#include "signals/signals.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "signals/matches.h"
#include "signals/priority.h"
#include "worth/worth.h"

namespace sourcelight {
namespace {

// Signals that stand where the source and the cue do: "critics say", "a court ruled".
bool is_of_sources(SignalKind kind) {
  return kind == SignalKind::weasel || kind == SignalKind::science || kind == SignalKind::law ||
         kind == SignalKind::accusation || kind == SignalKind::prediction ||
         kind == SignalKind::loaded;
}

// Where in the text claims stand, and the sources and cues they rest on.
struct Place {
  Span span;
  std::uint32_t claim = 0;
  bool of_source = false;

  friend bool operator<(const Place& a, const Place& b) { return a.span < b.span; }
};

// Places of all claims that assert something, by their begin.
std::vector<Place> places_of(const std::vector<Claim>& claims,
                             const std::vector<Attribution>& attributions) {
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (claims[i].status == ClaimStatus::none) continue;
    for (const Span span : claims[i].spans) places.push_back({span, i, false});
    for (const std::uint32_t id : claims[i].attributions) {
      for (const Span span : attributions[id].source) places.push_back({span, i, true});
      for (const Span span : attributions[id].cue) places.push_back({span, i, true});
    }
  }
  std::sort(places.begin(), places.end());
  return places;
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// Drops those that overlap one of `others`; both sorted and disjoint in themselves.
void drop_overlapping(Spans& spans, const Spans& others) {
  std::size_t next = 0;
  std::erase_if(spans, [&](Span span) {
    while (next < others.size() && others[next].end <= span.begin) ++next;
    return next < others.size() && overlap(span, others[next]);
  });
}

// What the rule finds, from left to right, none overlapping.
Spans signals_of(const Grammar& grammar, const RuleMatches& matches) {
  Spans all;
  for (const auto& [wanted, found] : matches.find) {
    for (const Span span : found) {
      const bool fits =
          wanted == WordClass::any || is_of(wanted, grammar.tag(grammar.tokens_in(span).first));
      if (fits) all.push_back(span);
    }
  }
  // Of two that begin together, the longer.
  std::sort(all.begin(), all.end(),
            [](Span a, Span b) { return std::pair(a.begin, b.end) < std::pair(b.begin, a.end); });
  Spans disjoint;
  for (const Span span : all) {
    if (disjoint.empty() || disjoint.back().end <= span.begin) disjoint.push_back(span);
  }
  drop_overlapping(disjoint, matches.except);
  return disjoint;
}

// Quotations that stand in the content of no attribution with a source, nor in an exception.
Spans words_of_nobody(const Grammar& grammar, const std::vector<Attribution>& attributions,
                      const Spans& except) {
  Spans contents;
  for (const Attribution& attribution : attributions) {
    if (attribution.source.empty()) continue;
    contents.insert(contents.end(), attribution.content.begin(), attribution.content.end());
  }
  std::sort(contents.begin(), contents.end());
  Spans joined;
  for (const Span span : contents) {
    if (joined.empty() || joined.back().end < span.begin) joined.push_back(span);
    joined.back().end = std::max(joined.back().end, span.end);
  }
  Spans quoted;
  for (const Quotation& quotation : grammar.document.quotations) {
    if (quotation.depth == 0 && quotation.closed && !quotation.span.empty()) {
      quoted.push_back(quotation.span);
    }
  }
  drop_overlapping(quoted, joined);
  drop_overlapping(quoted, except);
  return quoted;
}

// One a sentence, in their order.
std::vector<worth::Judgement> judge_all(const Grammar& grammar, Recall* recall) {
  std::vector<worth::Judgement> judgements;
  judgements.reserve(grammar.document.sentences.size());
  for (const Sentence& sentence : grammar.document.sentences) {
    judgements.push_back(worth::judge(grammar, sentence, recall));
  }
  return judgements;
}

Spans loaded_words(const Grammar& grammar, const std::vector<worth::Judgement>& judgements) {
  Spans spans;
  for (const worth::Judgement& judgement : judgements) {
    for (const std::uint32_t token : judgement.loaded)
      spans.push_back(grammar.document.tokens[token].span);
  }
  return spans;
}

// Where the article speaks itself: its own claims, and the verbs that it gives others
// ("slammed"). What others are said to have said is theirs.
std::vector<Place> own_voice(const std::vector<Place>& places, const std::vector<Claim>& claims) {
  std::vector<Place> own;
  std::copy_if(places.begin(), places.end(), std::back_inserter(own), [&](const Place& place) {
    return place.of_source || claims[place.claim].status == ClaimStatus::unsourced;
  });
  return own;
}

// Gives each match to the claims whose places it overlaps. Both are sorted by begin; `open` holds
// the places that the search has reached and not left, which are few.
void assign(SignalKind kind, const Spans& found, const std::vector<Place>& places,
            std::vector<Claim>& claims) {
  std::vector<Place> open;
  auto next = places.begin();
  for (const Span match : found) {
    for (; next != places.end() && next->span.begin < match.end; ++next) {
      if (!next->of_source || is_of_sources(kind)) open.push_back(*next);
    }
    std::erase_if(open, [&](const Place& place) { return place.span.end <= match.begin; });
    for (const Place& place : open) claims[place.claim].signals.push_back({kind, match});
  }
}

}  // namespace

Spans without_ignored(Spans found, const Spans& ignored) {
  std::erase_if(found, [&](Span span) {
    const auto around = std::partition_point(ignored.begin(), ignored.end(),
                                             [&](Span words) { return words.end < span.end; });
    return around != ignored.end() && around->begin <= span.begin;
  });
  return found;
}

std::vector<Claim> with_signals(const Grammar& grammar,
                                const std::vector<Attribution>& attributions,
                                std::vector<Claim> claims, const std::vector<Weight>& weights,
                                const Spans& ignored, Recall* recall) {
  const std::vector<Place> places = places_of(claims, attributions);
  for (const RuleMatches& matches : match_rules(grammar.document, recall)) {
    const SignalKind kind = matches.kind;
    Spans found = kind == SignalKind::quoted_words
                      ? words_of_nobody(grammar, attributions, matches.except)
                      : signals_of(grammar, matches);
    assign(kind, without_ignored(std::move(found), ignored), places, claims);
  }
  const std::vector<worth::Judgement> judgements = judge_all(grammar, recall);
  assign(SignalKind::loaded, without_ignored(loaded_words(grammar, judgements), ignored),
         own_voice(places, claims), claims);
  for (Claim& claim : claims) {
    std::sort(claim.signals.begin(), claim.signals.end(), [](const Signal& a, const Signal& b) {
      return std::pair(a.span, a.kind) < std::pair(b.span, b.kind);
    });
    claim.signals.erase(std::unique(claim.signals.begin(), claim.signals.end()),
                        claim.signals.end());
    const std::uint32_t first = grammar.tokens_in(claim.spans.front()).first;
    const std::uint32_t sentence = grammar.document.tokens[first].sentence;
    claim.priority = priority_of(claim, judgements[sentence].check_worthy, weights);
  }
  return claims;
}

}  // namespace sourcelight
