// One function a check; see checks.h.
#include "style/checks.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace sourcelight::style {
namespace {

bool accuses(const Claim& claim) {
  return std::any_of(claim.signals.begin(), claim.signals.end(),
                     [](const Signal& signal) { return signal.kind == SignalKind::accusation; });
}

bool is_anonymous(const Source& source) {
  return source.kind == SourceKind::anonymous || source.kind == SourceKind::unnamed_group;
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
    case Check::changed_quotation:
      return {};
  }
  return {};
}

}  // namespace sourcelight::style
