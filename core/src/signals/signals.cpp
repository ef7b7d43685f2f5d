// Scans the text once a rule, then gives each match to the claims it stands in; see signals.h.
#include "signals/signals.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "rules_data.h"
#include "signals/priority.h"
#include "signals/rule_file.h"
#include "worth/worth.h"

namespace sourcelight {
namespace {

using KindRule = std::pair<SignalKind, SignalRule>;

struct Rules {
  std::vector<KindRule> rules;
  std::vector<std::string> problems;
};

Rules read_rules() {
  const std::pair<SignalKind, std::string_view> files[] = {
      {SignalKind::number, rules::number},
      {SignalKind::date, rules::date},
      {SignalKind::superlative, rules::superlative},
      {SignalKind::comparison, rules::comparison},
      {SignalKind::ranking, rules::ranking},
      {SignalKind::cause, rules::cause},
      {SignalKind::prediction, rules::prediction},
      {SignalKind::accusation, rules::accusation},
      {SignalKind::casualties, rules::casualties},
      {SignalKind::science, rules::science},
      {SignalKind::law, rules::law},
      {SignalKind::quoted_words, rules::quoted_words},
      {SignalKind::weasel, rules::weasel},
  };
  Rules all;
  RuleWords shared;
  static_cast<void>(read_rule(rules::words, shared, all.problems));
  for (const auto& [kind, file] : files) {
    RuleWords words = shared;
    all.rules.emplace_back(kind, read_rule(file, words, all.problems));
  }
  return all;
}

const Rules& english() {
  static const Rules rules = read_rules();
  return rules;
}

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

Spans matches(const Grammar& grammar, const SignalRule& rule) {
  const std::string_view text = grammar.document.text.utf8;
  Spans all;
  for (const auto& [wanted, pattern] : rule.find) {
    Spans found = pattern.find_all(text);
    std::erase_if(found, [&, wanted = wanted](Span span) {
      return wanted != WordClass::any && !is_of(wanted, grammar.tag(grammar.tokens_in(span).first));
    });
    all.insert(all.end(), found.begin(), found.end());
  }
  // Of two that begin together, the longer.
  std::sort(all.begin(), all.end(),
            [](Span a, Span b) { return std::pair(a.begin, b.end) < std::pair(b.begin, a.end); });
  Spans disjoint;
  for (const Span span : all) {
    if (disjoint.empty() || disjoint.back().end <= span.begin) disjoint.push_back(span);
  }
  if (rule.except) drop_overlapping(disjoint, rule.except->find_all(text));
  return disjoint;
}

// Quotations that stand in the content of no attribution with a source, and that the rule has no
// exception for.
Spans words_of_nobody(const Grammar& grammar, const std::vector<Attribution>& attributions,
                      const SignalRule& rule) {
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
  if (rule.except) drop_overlapping(quoted, rule.except->find_all(grammar.document.text.utf8));
  return quoted;
}

// One a sentence, in their order.
std::vector<worth::Judgement> judge_all(const Grammar& grammar) {
  std::vector<worth::Judgement> judgements;
  judgements.reserve(grammar.document.sentences.size());
  for (const Sentence& sentence : grammar.document.sentences) {
    judgements.push_back(worth::judge(grammar, sentence));
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
                                const Spans& ignored) {
  const std::vector<Place> places = places_of(claims, attributions);
  for (const auto& [kind, rule] : english().rules) {
    const bool quoted = kind == SignalKind::quoted_words;
    Spans found = quoted ? words_of_nobody(grammar, attributions, rule) : matches(grammar, rule);
    assign(kind, without_ignored(std::move(found), ignored), places, claims);
  }
  const std::vector<worth::Judgement> judgements = judge_all(grammar);
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

const std::vector<std::string>& problems_of_rules() { return english().problems; }

}  // namespace sourcelight
