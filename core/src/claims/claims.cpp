// Cuts every sentence into what is attributed and what the article says itself; see claims.h.
// Statuses are those of the newsdesk guidelines, as docs/report.md tells them.
#include "claims/claims.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/order.h"
#include "claims/clauses.h"
#include "claims/labelled.h"
#include "claims/standing.h"
#include "claims/why.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kLeastWords = 3;  // of the article's own voice that make a claim
constexpr std::size_t kDeepest = 8;       // levels of nesting that are looked through

class ClaimFinder {
 public:
  ClaimFinder(const Grammar& grammar, const std::vector<Attribution>& attributions,
              const SourceTable& sources)
      : g_(grammar),
        attributions_(attributions),
        sources_(sources),
        standings_(find_standings(grammar, attributions, sources)),
        covered_(grammar.tags.size(), Cover::open) {}

  std::vector<Claim> run() {
    find_chains();
    for (const Attribution& a : attributions_) cover(a);
    quoted_alone();
    for (const Sentence& sentence : g_.document.sentences) read(sentence);
    for (const Attribution& a : attributions_) attributed(a);
    sort_by(claims_, [](const Claim& claim) { return claim.spans.front().begin; });
    return std::move(claims_);
  }

 private:
  // What a token belongs to. Content outranks signal: a nested cue is still somebody's word.
  enum class Cover : std::uint8_t { open, signal, content, lost };

  bool tells(const Attribution& a) const { return standings_[a.id].tells; }

  // Whom each stands in, through those that tell nothing; who only passes on another's word.
  void find_chains() {
    outer_.resize(attributions_.size());
    passes_on_.resize(attributions_.size());
    status_.resize(attributions_.size());
    for (const Attribution& a : attributions_) {
      status_[a.id] = standings_[a.id].status;
      const Attribution* up = &a;
      for (std::size_t step = 0; up->parent && step < kDeepest; ++step) {
        up = &attributions_[*up->parent];
        if (!tells(*up)) continue;
        outer_[a.id] = up->id;
        break;
      }
      if (outer_[a.id] && tells(a) && passes_on(g_, sources_, *up, a)) passes_on_[a.id] = true;
    }
    for (std::size_t i = 0; i < attributions_.size(); ++i) find_citing(i);
  }

  // "the Journal reported, citing two officials": what went before rests on them.
  void find_citing(std::size_t i) {
    const Attribution& a = attributions_[i];
    const auto rests_on_unnamed = [&](const Attribution& claim) {
      if (tells(claim) && status_[claim.id] == ClaimStatus::named)
        status_[claim.id] = ClaimStatus::unnamed;
    };
    for (const Span& span : a.content) {
      const TokenRange piece = g_.tokens_in(span);
      if (a.content.size() > 1 && is_citing(g_, piece.first) && cites_unnamed(g_, piece))
        rests_on_unnamed(a);
    }
    const std::uint32_t cue = g_.tokens_in(a.cue.back()).last - 1;
    const std::uint32_t end = g_.tokens_in(a.content.front()).last;
    if (!is_citing(g_, cue) || cue > end || !cites_unnamed(g_, {cue, end})) return;
    const bool before = i > 0 && sources_.of[i] == sources_.of[i - 1];
    const bool behind = i + 1 < attributions_.size() && sources_.of[i] == sources_.of[i + 1];
    if (!before && !behind) return;
    rests_on_unnamed(attributions_[before ? i - 1 : i + 1]);
    standings_[i].tells = false;
    for (const Spans* spans : {&a.cue, &a.content}) {
      for (const Span& span : *spans) cover(span, Cover::signal);
    }
  }

  void cover(Span span, Cover by) {
    const TokenRange tokens = g_.tokens_in(span);
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      if (covered_[t] == Cover::open || by == Cover::content) covered_[t] = by;
    }
  }

  void cover(const Attribution& a) {
    if (!tells(a)) return;
    for (const TokenRange& piece : own_content(a)) cover(g_.span_of(piece), Cover::content);
    for (const Span& span : a.content) {
      if (is_citing(g_, g_.tokens_in(span).first)) cover(span, Cover::signal);
    }
    // "stalled by Lee’s refusal to": the article says that he refused.
    if (has_nominal_cue(g_, a)) return;
    for (const Span& span : a.source) cover_source(span);
    for (const Span& span : a.cue) cover(span, Cover::signal);
  }

  // The content without a relative clause at its end that the article itself adds.
  std::vector<TokenRange> own_content(const Attribution& a) const {
    std::vector<TokenRange> pieces;
    for (const Span& span : a.content) {
      const TokenRange tokens = g_.tokens_in(span);
      const bool cites = a.content.size() > 1 && is_citing(g_, tokens.first);
      if (!tokens.empty() && !cites) pieces.push_back(tokens);
    }
    if (pieces.empty() || a.parent || a.quote != QuoteKind::indirect) return pieces;
    TokenRange& last = pieces.back();
    const bool follows = a.cue.back().end <= a.content.back().begin;
    if (follows && ends_sentence(last.last)) last.last = closing_relative(g_, last);
    return pieces;
  }

  bool ends_sentence(std::uint32_t t) const {
    const std::uint32_t end = g_.sentence_of(t - 1).last_token;
    while (t < end && !g_.document.tokens[t].word) ++t;
    return t == end;
  }

  // The source's name asserts nothing; a clause on it does ("Lee, who was jailed").
  void cover_source(Span span) {
    const TokenRange tokens = g_.tokens_in(span);
    bool named = false;
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      const bool after_comma = t > tokens.first && g_.norm(t - 1) == ",";
      // "a neighbour who watched" tells which; "Lee, a diver who watched" tells a fact.
      named |= g_.tag(t) == Tag::proper_noun;
      const bool tells_fact = after_comma || named;
      if (tells_fact && g_.is(t, Role::relative_opening)) return;
      if (after_comma && g_.verb_at(t) && asserts(g_, {t, tokens.last})) return;
      if (covered_[t] == Cover::open) covered_[t] = Cover::signal;
    }
  }

  // A quotation that no attribution holds and that is a sentence of its own hides its speaker.
  void quoted_alone() {
    for (const Quotation& quotation : g_.document.quotations) {
      if (quotation.depth > 0 || quotation.single) continue;
      const TokenRange tokens = g_.tokens_in(quotation.span);
      std::uint32_t words = 0;
      bool open = true;
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        words += g_.document.tokens[t].word ? 1 : 0;
        open &= covered_[t] != Cover::content;
      }
      if (!open || words < 4 || tokens.empty()) continue;
      const Sentence& sentence = g_.sentence_of(tokens.first);
      if (sentence.first_token != tokens.first || !has_finite(tokens)) continue;
      std::fill(covered_.begin() + tokens.first, covered_.begin() + tokens.last, Cover::lost);
    }
  }

  bool has_finite(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const VerbGroup* verb = g_.verb_at(t);
      if (verb && verb->finite) return true;
    }
    return false;
  }

  void add(Spans spans, ClaimStatus status, std::vector<std::uint32_t> ids, Reason reason) {
    if (spans.empty()) return;
    claims_.push_back(
        make_claim(std::move(spans), status, std::move(ids), std::move(reason), sources_.sources));
  }

  void read(const Sentence& sentence) {
    const TokenRange all{sentence.first_token, sentence.last_token};
    if (all.empty()) return;
    const auto holds = [&](Cover cover) {
      return std::find(covered_.begin() + all.first, covered_.begin() + all.last, cover) !=
             covered_.begin() + all.last;
    };
    if (holds(Cover::lost)) {
      return add({g_.span_of(all)}, ClaimStatus::hidden, {}, {ReasonKind::quotation_alone});
    }
    if (holds(Cover::content)) return own_voice_beside(sentence, all);
    std::optional<ReasonKind> why = why_no_claim(g_, sentence);
    if (!why && only_signal(all)) why = ReasonKind::tells_nothing;
    if (why) return add({g_.span_of(all)}, ClaimStatus::none, {}, {*why});
    own_voice(all);
  }

  // A sentence, or a stretch of one, that is nobody else's word: one claim for each clause.
  void own_voice(TokenRange range) {
    for (Spans& spans : own_voice_pieces(g_, range)) {
      add(std::move(spans), ClaimStatus::unsourced, {}, {ReasonKind::own_voice});
    }
  }

  // The parts beside somebody's words that assert something.
  void own_voice_beside(const Sentence& sentence, TokenRange all) {
    const ParagraphKind kind = g_.document.paragraphs[sentence.paragraph].kind;
    if (kind != ParagraphKind::body && kind != ParagraphKind::headline) return;
    for (std::uint32_t t = all.first; t < all.last;) {
      if (covered_[t] != Cover::open) {
        ++t;
        continue;
      }
      std::uint32_t end = t;
      while (end < all.last && covered_[end] == Cover::open) ++end;
      const TokenRange open = trimmed(g_, {t, end});
      if (!speaks_on(t, open) && asserts(g_, open)) own_voice(open);
      t = end;
    }
  }

  // "..., but would not comment further": after somebody's words, the same one speaks on.
  bool speaks_on(std::uint32_t begin, TokenRange open) const {
    std::uint32_t t = begin;
    while (t < open.last && !g_.document.tokens[t].word) ++t;
    if (t == 0 || !g_.is(t, Role::predicate_conjunction)) return false;
    const VerbGroup* verb = g_.verb_at(t + 1);
    return verb && verb->finite && is_verb_of_saying(g_, *verb);
  }

  // Everything but the act of saying itself ("Lee spoke to reporters on Tuesday").
  bool only_signal(TokenRange all) const {
    std::uint32_t open = 0;
    std::uint32_t signal = 0;
    for (std::uint32_t t = all.first; t < all.last; ++t) {
      open += covered_[t] == Cover::open && g_.document.tokens[t].word ? 1 : 0;
      signal += covered_[t] == Cover::signal ? 1 : 0;
    }
    return open < kLeastWords && signal > 0;
  }

  // The claims of one attribution: one for each sentence that its content runs over. What stands
  // inside another's content is that other's claim, unless the other only passes it on.
  void attributed(const Attribution& a) {
    if (!tells(a)) return;
    if (outer_[a.id] && !passes_on_[a.id]) return;
    if (mostly_passed_on(a)) return;
    ClaimStatus status = status_[a.id];
    std::vector<std::uint32_t> chain = {a.id};
    for (std::optional<std::uint32_t> up = outer_[a.id]; up && chain.size() < kDeepest;
         up = outer_[*up]) {
      chain.push_back(*up);
    }
    const Reason why = reason(a, status);
    Spans spans;
    std::uint32_t sentence = UINT32_MAX;
    for (TokenRange rest : own_content(a)) {
      while (!rest.empty()) {
        const std::uint32_t here = g_.document.tokens[rest.first].sentence;
        const std::uint32_t end = std::min(rest.last, g_.document.sentences[here].last_token);
        if (here != sentence) {
          add(std::move(spans), status, chain, why);
          spans.clear();
          sentence = here;
        }
        spans.push_back(g_.span_of(trimmed(g_, {rest.first, end})));
        rest.first = end;
      }
    }
    add(std::move(spans), status, std::move(chain), why);
  }

  // Its content is nothing but what it passes on: "KAN cited sources who claimed that ...".
  bool mostly_passed_on(const Attribution& a) const {
    std::uint32_t own = 0;
    std::uint32_t taken = 0;
    for (const Span& span : a.content) own += span.size();
    const std::size_t last = std::min(attributions_.size(), std::size_t{a.id} + kDeepest);
    for (std::size_t i = a.id + 1; i < last; ++i) {
      const Attribution& inner = attributions_[i];
      if (!passes_on_[i] || outer_[i] != a.id) continue;
      for (const Spans* spans : {&inner.content, &inner.cue, &inner.source}) {
        for (const Span& span : *spans) taken += span.size();
      }
    }
    return taken * 10 >= own * 6;
  }

  Reason reason(const Attribution& a, ClaimStatus status) const {
    Reason reason{.kind = ReasonKind::tells_nothing,
                  .source = sources_.of[a.id],
                  .cue = std::string(g_.document.at(a.cue.front()))};
    switch (status) {
      case ClaimStatus::named:
        reason.kind = ReasonKind::attributed;
        break;
      case ClaimStatus::unnamed:
        reason.kind = ReasonKind::unidentified;
        if (standings_[a.id].status == ClaimStatus::named) {
          reason.kind = ReasonKind::passed_on;
          reason.via = std::exchange(reason.source, std::nullopt);
        } else if (passes_on_[a.id]) {
          reason.kind = ReasonKind::passed_on;
          reason.via = sources_.of[*outer_[a.id]];
        }
        break;
      case ClaimStatus::hidden:
        reason.kind = ReasonKind::nobody_given;
        reason.source.reset();
        break;
      case ClaimStatus::unsourced:
        reason.kind = ReasonKind::writer;
        reason.source.reset();
        break;
      case ClaimStatus::none:
        break;
    }
    return reason;
  }

  const Grammar& g_;
  const std::vector<Attribution>& attributions_;
  const SourceTable& sources_;
  std::vector<Standing> standings_;                  // one an attribution
  std::vector<ClaimStatus> status_;                  // one an attribution: with what it cites
  std::vector<std::optional<std::uint32_t>> outer_;  // the one that tells it, if it is nested
  std::vector<bool> passes_on_;                      // what its outer one only passes on
  std::vector<Cover> covered_;                       // one a token
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> find_claims(const Grammar& grammar, const std::vector<Attribution>& attributions,
                               const SourceTable& sources, const model::TaskLabels& statuses) {
  if (!statuses.best.empty()) return claims_by_labels(grammar, attributions, sources, statuses);
  return ClaimFinder(grammar, attributions, sources).run();
}

}  // namespace sourcelight
