// One function a check; see checks.h.
#include "style/checks.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "style/anonymity.h"
#include "style/attribution_rules.h"
#include "style/text_rule.h"

namespace sourcelight::style {
namespace {

bool accuses(const Claim& claim) {
  return std::any_of(claim.signals.begin(), claim.signals.end(),
                     [](const Signal& signal) { return signal.kind == SignalKind::accusation; });
}

// The sources that a claim rests on directly: of "the Herald said that officials say", the
// officials.
std::set<std::uint32_t> sources_of(const Article& article, const Claim& claim) {
  std::set<std::uint32_t> sources;
  for (const std::uint32_t id : claim.attributions) {
    const auto& source = article.sources.of[id];
    if (!source) continue;
    if (claim.status == ClaimStatus::named || is_anonymous(article.sources.sources[*source])) {
      sources.insert(*source);
    }
  }
  return sources;
}

// A claim that rests on one source nobody can identify, and that nothing else in the article that
// says the same supports.
Spans single_anonymous_source(const Article& article, bool only_accusations) {
  Spans spans;
  for (const Claim& claim : article.claims) {
    if (claim.status != ClaimStatus::unnamed || (only_accusations && !accuses(claim))) continue;
    std::set<std::uint32_t> sources = sources_of(article, claim);
    for (const std::uint32_t echo : claim.echoes) {
      sources.merge(sources_of(article, article.claims[echo]));
    }
    if (sources.size() <= 1) spans.push_back(claim.spans.front());
  }
  return spans;
}

Spans accusation_in_own_voice(const Article& article) {
  Spans spans;
  for (const Claim& claim : article.claims) {
    if (claim.status == ClaimStatus::unsourced && accuses(claim)) {
      spans.push_back(claim.spans.front());
    }
  }
  return spans;
}

// "Neither has been accused": a few words before.
bool is_negated(const Grammar& grammar, Span span) {
  const std::uint32_t first = grammar.tokens_in(span).first;
  const std::uint32_t sentence = grammar.sentence_of(first).first_token;
  constexpr std::uint32_t kWords = 4;
  for (std::uint32_t t = first; t > sentence && first - t < kWords; --t) {
    if (grammar.is(t - 1, Role::denial)) return true;
  }
  return false;
}

// Whether its own words lay a crime or misconduct at somebody's door: not the verb that tells it,
// nor words for who people are ("terrorists").
bool accuses_anew(const Article& article, const Claim& claim) {
  for (const Span words : claim.spans) {
    const Spans none = article.grammar.language().of<NoAccusations>().in(article.grammar, words);
    for (const Signal& signal : claim.signals) {
      const bool holds = words.begin <= signal.span.begin && signal.span.end <= words.end;
      if (signal.kind != SignalKind::accusation || !holds) continue;
      const bool excused = std::any_of(none.begin(), none.end(), [&](Span other) {
        return other.begin < signal.span.end && signal.span.begin < other.end;
      });
      if (!excused && !is_negated(article.grammar, signal.span)) return true;
    }
  }
  return false;
}

// Whether it judges: by the words of the claim, or of the verb that tells it ("condemned").
bool gives_opinion(const Article& article, const Claim& claim) {
  const auto judges = [&](Span span) {
    return !article.grammar.language().of<Opinions>().in(article.grammar, span).empty();
  };
  if (std::any_of(claim.spans.begin(), claim.spans.end(), judges)) return true;
  return std::any_of(claim.attributions.begin(), claim.attributions.end(), [&](std::uint32_t id) {
    const Spans& cue = article.attributions[id].cue;
    return std::any_of(cue.begin(), cue.end(), judges);
  });
}

// An accusation or opinion that rests on people whom nobody can identify, alone.
Spans opinion_from_anonymous_source(const Article& article) {
  const auto supports = [&](std::uint32_t echo) {
    return article.claims[echo].status == ClaimStatus::named;
  };
  Spans spans;
  for (const Claim& claim : article.claims) {
    if (claim.status != ClaimStatus::unnamed) continue;
    if (std::any_of(claim.echoes.begin(), claim.echoes.end(), supports)) continue;
    const std::set<std::uint32_t> sources = sources_of(article, claim);
    const bool hidden = std::any_of(sources.begin(), sources.end(), [&](std::uint32_t id) {
      return !is_found_by_relation(article, article.sources.sources[id]);
    });
    if (!hidden) continue;
    if (accuses_anew(article, claim) || gives_opinion(article, claim))
      spans.push_back(claim.spans.front());
  }
  return spans;
}

// "a source", "two officials", "some people": a noun, and how many.
bool is_bare(const Grammar& grammar, Span mention) {
  const TokenRange tokens = grammar.tokens_in(mention);
  std::uint32_t telling = 0;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    telling += grammar.document.tokens[t].word && !grammar.is(t, Role::bare_word) ? 1 : 0;
  }
  return telling <= 1;
}

Spans without_description(const Article& article) {
  Spans spans;
  for (const Source& source : article.sources.sources) {
    if (!is_anonymous(source) || !source.title.empty() || !source.justification.empty()) continue;
    const bool bare = std::all_of(source.mentions.begin(), source.mentions.end(),
                                  [&](Span mention) { return is_bare(article.grammar, mention); });
    if (bare && !source.mentions.empty()) spans.push_back(source.mentions.front());
  }
  return spans;
}

}  // namespace

Spans failures(const Article& article, Check check) {
  switch (check) {
    case Check::single_anonymous_source:
      return single_anonymous_source(article, false);
    case Check::single_anonymous_source_for_accusation:
      return single_anonymous_source(article, true);
    case Check::accusation_in_own_voice:
      return accusation_in_own_voice(article);
    case Check::anonymous_source_without_description:
      return without_description(article);
    case Check::anonymous_source_without_reason:
      return anonymous_without_reason(article);
    case Check::opinion_from_anonymous_source:
      return opinion_from_anonymous_source(article);
    case Check::declined_to_comment_unnamed:
      return declined_to_comment_unnamed(article);
    case Check::attribution_restated:
      return attribution_not_restated(article);
    case Check::attribution_at_first_reference:
      return attribution_late(article);
    case Check::changed_quotation:
      return {};
  }
  return {};
}

}  // namespace sourcelight::style
