// Cuts every sentence into what is attributed and what the article says itself; see claims.h.
// Statuses are those of the newsdesk guidelines, as docs/report.md tells them.
#include "claims/claims.h"

#include <algorithm>
#include <array>
#include <string>

namespace sourcelight {
namespace {

constexpr std::uint32_t kLeastWords = 3;  // of the article's own voice that make a claim

class ClaimFinder {
 public:
  ClaimFinder(const Grammar& grammar, const std::vector<Attribution>& attributions,
              const SourceTable& sources)
      : g_(grammar),
        attributions_(attributions),
        sources_(sources),
        covered_(grammar.tags.size(), Cover::open),
        inner_(attributions.size()) {}

  std::vector<Claim> run() {
    for (const Attribution& a : attributions_) {
      for (const Span& span : a.content) cover(span, Cover::content);
      if (a.parent) inner_[*a.parent].push_back(a.id);
    }
    for (const Attribution& a : attributions_) {
      if (is_nominal(a))
        continue;  // "stalled by Lee’s refusal to": the article says that he refused
      for (const Span& span : a.source) cover_source(span);
      for (const Span& span : a.cue) cover(span, Cover::signal);
    }
    quoted_alone();
    for (const Sentence& sentence : g_.document.sentences) read(sentence);
    for (const Attribution& a : attributions_) attributed(a);
    std::stable_sort(claims_.begin(), claims_.end(), [](const Claim& a, const Claim& b) {
      return a.spans.front().begin < b.spans.front().begin;
    });
    return std::move(claims_);
  }

 private:
  // What a token belongs to. Content outranks signal: a nested cue is still somebody's word.
  enum class Cover : std::uint8_t { open, signal, content, lost };

  bool is_nominal(const Attribution& a) const {
    return is_noun(g_.tag(g_.tokens_in(a.cue.front()).first));
  }

  void cover(Span span, Cover by) {
    const TokenRange tokens = g_.tokens_in(span);
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      if (covered_[t] == Cover::open) covered_[t] = by;
    }
  }

  // The source's name asserts nothing; a relative clause on it does ("Lee, who was jailed").
  void cover_source(Span span) {
    const TokenRange tokens = g_.tokens_in(span);
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      const bool relative =
          t > tokens.first && (g_.is_any(t, {"who", "which"})) && g_.norm(t - 1) == ",";
      if (relative) return;
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

  void add(Spans spans, ClaimStatus status, std::vector<std::uint32_t> ids, std::string why) {
    if (spans.empty()) return;
    std::sort(ids.begin(), ids.end());
    Claim& claim = claims_.emplace_back();
    claim.spans = std::move(spans);
    claim.status = status;
    claim.attributions = std::move(ids);
    claim.why = std::move(why);
  }

  Span trimmed(TokenRange range) const {
    while (range.last - range.first > 1 && !g_.document.tokens[range.first].word &&
           !g_.is_any(range.first, {"\"", "'", "(", "$", "£", "€"}))
      ++range.first;
    while (range.last - range.first > 1 &&
           g_.is_any(range.last - 1,
                     {",", ";", ":", "-", "--", "—", "–", "and", "but", "while", "as"}))
      --range.last;
    return g_.span_of(range);
  }

  void read(const Sentence& sentence) {
    const TokenRange all{sentence.first_token, sentence.last_token};
    if (all.empty()) return;
    const Paragraph& paragraph = g_.document.paragraphs[sentence.paragraph];
    const bool attributed = std::any_of(covered_.begin() + all.first, covered_.begin() + all.last,
                                        [](Cover c) { return c == Cover::content; });
    const bool lost = std::any_of(covered_.begin() + all.first, covered_.begin() + all.last,
                                  [](Cover c) { return c == Cover::lost; });
    if (lost) {
      add({g_.span_of(all)}, ClaimStatus::hidden, {},
          "A quotation whose speaker the article does not give.");
      return;
    }
    const Spans own = own_voice(paragraph, all, attributed);
    if (!own.empty()) {
      add(own, ClaimStatus::unsourced, {}, "Stated in the article’s own voice.");
    } else if (!attributed) {
      add({g_.span_of(all)}, ClaimStatus::none, {}, why_none(paragraph, all));
    }
  }

  // The parts of a sentence that nobody else is given for and that assert something.
  Spans own_voice(const Paragraph& paragraph, TokenRange all, bool attributed) const {
    if (paragraph.kind != ParagraphKind::body && paragraph.kind != ParagraphKind::headline)
      return {};
    if (!attributed && (is_question(all) || !has_finite(all))) return {};
    if (paragraph.kind == ParagraphKind::headline && !has_finite(all)) return {};
    if (!attributed) {
      if (only_signal(all) || is_command(all)) return {};
      return {g_.span_of(all)};
    }
    Spans spans;
    for (std::uint32_t t = all.first; t < all.last;) {
      if (covered_[t] != Cover::open) {
        ++t;
        continue;
      }
      std::uint32_t end = t;
      std::uint32_t words = 0;
      while (end < all.last && covered_[end] == Cover::open)
        words += g_.document.tokens[end++].word ? 1 : 0;
      if (words >= kLeastWords && asserts({t, end})) spans.push_back(trimmed({t, end}));
      t = end;
    }
    return spans;
  }

  // Everything but the act of saying itself ("Lee spoke to reporters on Tuesday").
  bool only_signal(TokenRange all) const {
    std::uint32_t open = 0;
    for (std::uint32_t t = all.first; t < all.last; ++t) {
      open += covered_[t] == Cover::open && g_.document.tokens[t].word ? 1 : 0;
    }
    return open < kLeastWords;
  }

  // A finite verb of its own, that is not merely "when asked" or "he said".
  bool asserts(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const VerbGroup* verb = g_.verb_at(t);
      if (!verb || verb->tokens.first < range.first) continue;
      if (verb->finite) return true;
      t = verb->tokens.last - 1;
    }
    return false;
  }

  // "Read more here.": a verb without a subject opens it.
  bool is_command(TokenRange all) const {
    return g_.tag(all.first) == Tag::verb_base && g_.verb_at(all.first) &&
           g_.verb_at(all.first)->tokens.last == all.first + 1;
  }

  bool is_question(TokenRange all) const {
    std::uint32_t last = all.last;
    while (last > all.first + 1 && g_.is_any(last - 1, {"\"", "'", ")"})) --last;
    return g_.norm(last - 1) == "?";
  }

  std::string why_none(const Paragraph& paragraph, TokenRange all) const {
    switch (paragraph.kind) {
      case ParagraphKind::headline:
        return "A headline that asserts nothing.";
      case ParagraphKind::byline:
        return "A byline.";
      case ParagraphKind::caption:
        return "A caption.";
      case ParagraphKind::credit:
        return "A credit line.";
      case ParagraphKind::body:
        break;
    }
    if (is_question(all)) return "A question.";
    return "Asserts nothing that could be checked.";
  }

  ClaimStatus status_of(const Attribution& a) const {
    const auto& source = sources_.of[a.id];
    if (!source) return ClaimStatus::hidden;
    switch (sources_.sources[*source].kind) {
      case SourceKind::named_person:
      case SourceKind::named_organization:
      case SourceKind::document:
        return ClaimStatus::named;
      case SourceKind::anonymous:
      case SourceKind::unnamed_group:
        return ClaimStatus::unnamed;
      case SourceKind::author:
        return ClaimStatus::unsourced;
      case SourceKind::none:
        break;
    }
    return ClaimStatus::hidden;
  }

  // Down the chain of nesting the weakest link counts: what KAN has from unnamed people is unnamed.
  ClaimStatus weakest(const Attribution& a) const {
    ClaimStatus status = status_of(a);
    const Attribution* outer = &a;
    for (int depth = 0; outer->parent && depth < 8; ++depth) {
      outer = &attributions_[*outer->parent];
      const ClaimStatus above = status_of(*outer);
      if (status == ClaimStatus::unsourced ||
          (status == ClaimStatus::named && above != ClaimStatus::unsourced))
        status = above;
    }
    return status;
  }

  // One claim for each sentence that the content runs over.
  void attributed(const Attribution& a) {
    const ClaimStatus status = weakest(a);
    if (a.parent && status == weakest(attributions_[*a.parent])) return;  // the outer claim says it
    if (mostly_nested(a)) return;
    std::vector<std::uint32_t> chain = {a.id};
    for (const Attribution* outer = &a; outer->parent && chain.size() < 8;) {
      outer = &attributions_[*outer->parent];
      chain.push_back(outer->id);
    }
    const std::string why = reason(a, status);
    Spans spans;
    std::uint32_t sentence = UINT32_MAX;
    for (const Span& span : a.content) {
      TokenRange rest = g_.tokens_in(span);
      while (!rest.empty()) {
        const std::uint32_t here = g_.document.tokens[rest.first].sentence;
        const std::uint32_t end = std::min(rest.last, g_.document.sentences[here].last_token);
        if (here != sentence) {
          add(std::move(spans), status, chain, why);
          spans.clear();
          sentence = here;
        }
        spans.push_back(trimmed({rest.first, end}));
        rest.first = end;
      }
    }
    add(std::move(spans), status, std::move(chain), why);
  }

  // Its content is nothing but another attribution: "KAN cited sources who claimed that ...".
  bool mostly_nested(const Attribution& a) const {
    std::uint32_t own = 0;
    std::uint32_t taken = 0;
    for (const Span& span : a.content) own += span.size();
    for (std::uint32_t id : inner_[a.id]) {
      const Attribution& inner = attributions_[id];
      if (weakest(inner) == weakest(a)) continue;
      for (const Spans* spans : {&inner.content, &inner.cue, &inner.source}) {
        for (const Span& span : *spans) taken += span.size();
      }
    }
    return taken * 10 >= own * 6;
  }

  std::string reason(const Attribution& a, ClaimStatus status) const {
    const std::string cue = "“" + std::string(g_.document.at(a.cue.front())) + "”";
    const auto& index = sources_.of[a.id];
    const std::string name = index ? sources_.sources[*index].name : std::string();
    switch (status) {
      case ClaimStatus::named:
        return "Attributed to " + name + " (" + cue + ").";
      case ClaimStatus::unnamed:
        return "Attributed to people the reader cannot identify: “" + name + "” (" + cue + ").";
      case ClaimStatus::hidden:
        return "Presented as somebody’s word (" + cue + "), but nobody is given.";
      case ClaimStatus::unsourced:
        return "The writer’s own word (" + cue + ").";
      case ClaimStatus::none:
        break;
    }
    return {};
  }

  const Grammar& g_;
  const std::vector<Attribution>& attributions_;
  const SourceTable& sources_;
  std::vector<Cover> covered_;                     // one a token
  std::vector<std::vector<std::uint32_t>> inner_;  // attribution -> those nested right in it
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> find_claims(const Grammar& grammar, const std::vector<Attribution>& attributions,
                               const SourceTable& sources) {
  return ClaimFinder(grammar, attributions, sources).run();
}

}  // namespace sourcelight
