// Cuts every sentence where its label of status changes; see claims.h. What is somebody's word
// takes its words and its source from the attribution that holds most of it.
#include "claims/claims.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "claims/clauses.h"
#include "claims/why.h"

namespace sourcelight {
namespace {

// Below it the labels follow who is given: with it, what is told of a claim and of its source
// agrees oftener, at no cost on press-dev.
constexpr double kSure = 0.9;
constexpr std::uint32_t kLeastWords = 2;  // of a stretch that stands for itself
constexpr std::uint32_t kNone = Grammar::kNone;
constexpr std::uint32_t kFar = 2;        // paragraphs back to a speaker who goes on
constexpr std::size_t kNeighbours = 12;  // attributions back to him

bool is_attributed(ClaimStatus status) {
  return status == ClaimStatus::named || status == ClaimStatus::unnamed ||
         status == ClaimStatus::hidden;
}

// Tokens of one sentence with one status.
struct Stretch {
  TokenRange tokens;
  ClaimStatus status = ClaimStatus::none;
};

class Finder {
 public:
  Finder(const Grammar& grammar, const std::vector<Attribution>& attributions,
         const SourceTable& sources, const model::TaskLabels& statuses)
      : g_(grammar), attributions_(attributions), sources_(sources), statuses_(statuses) {}

  std::vector<Claim> run() {
    find_contents();
    for (const Sentence& sentence : g_.document.sentences) {
      if (sentence.first_token < sentence.last_token) read(sentence);
    }
    std::stable_sort(claims_.begin(), claims_.end(), [](const Claim& a, const Claim& b) {
      return a.spans.front().begin < b.spans.front().begin;
    });
    return std::move(claims_);
  }

 private:
  // Of each token the outer attribution in whose content it stands, and the one in whose cue or
  // source.
  void find_contents() {
    content_of_.assign(g_.tags.size(), kNone);
    signal_of_.assign(g_.tags.size(), kNone);
    for (const Attribution& a : attributions_) {
      if (a.parent) continue;
      const auto mark = [&](std::vector<std::uint32_t>& of, const Spans& spans) {
        for (const Span& span : spans) {
          const TokenRange tokens = g_.tokens_in(span);
          std::fill(of.begin() + tokens.first, of.begin() + tokens.last, a.id);
        }
      };
      mark(content_of_, a.content);
      mark(signal_of_, a.source);
      mark(signal_of_, a.cue);
    }
  }

  std::uint32_t words_in(TokenRange range) const {
    std::uint32_t words = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t) words += g_.document.tokens[t].word;
    return words;
  }

  ClaimStatus status_at(std::uint32_t token) const {
    return static_cast<ClaimStatus>(statuses_.best[token]);
  }

  // Where the label changes; a stretch of hardly a word belongs to what stands before it.
  std::vector<Stretch> stretches_of(const Sentence& sentence) const {
    std::vector<Stretch> found;
    for (std::uint32_t t = g_.after_dateline(sentence); t < sentence.last_token; ++t) {
      if (found.empty() || status_at(t) != found.back().status) {
        found.push_back({{t, t}, status_at(t)});
      }
      found.back().tokens.last = t + 1;
    }
    std::vector<Stretch> kept;
    for (const Stretch& stretch : found) {
      const bool small = words_in(stretch.tokens) < kLeastWords;
      if (!kept.empty() && (small || kept.back().status == stretch.status)) {
        kept.back().tokens.last = stretch.tokens.last;
      } else if (!kept.empty() && words_in(kept.back().tokens) < kLeastWords) {
        kept.back() = {{kept.back().tokens.first, stretch.tokens.last}, stretch.status};
      } else {
        kept.push_back(stretch);
      }
    }
    return kept;
  }

  void read(const Sentence& sentence) {
    const std::vector<Stretch> stretches = stretches_of(sentence);
    const bool claims = std::any_of(stretches.begin(), stretches.end(),
                                    [](const Stretch& s) { return s.status != ClaimStatus::none; });
    if (!claims || g_.is_heading_that_asks(sentence)) {
      const TokenRange all{sentence.first_token, sentence.last_token};
      sureness_ = sureness_of(all);
      return add({g_.span_of(all)}, ClaimStatus::none, {}, {why_no_claim(g_, sentence)});
    }
    const std::size_t before = claims_.size();
    for (const Stretch& stretch : stretches) {
      if (!only_signal(stretch)) claim(sentence, stretch);
    }
    if (claims_.size() > before) return;
    for (const Stretch& stretch : stretches) claim(sentence, stretch);
  }

  void claim(const Sentence& sentence, const Stretch& stretch) {
    sureness_ = sureness_of(stretch.tokens);
    if (is_attributed(stretch.status)) {
      attributed(sentence, stretch);
    } else if (stretch.status == ClaimStatus::unsourced) {
      own_voice(stretch.tokens);
    }
  }

  // "Lind" before ", who leads it, said that ...": his words stand in another stretch.
  bool only_signal(const Stretch& stretch) const {
    if (!is_attributed(stretch.status)) return false;
    for (std::uint32_t t = stretch.tokens.first; t < stretch.tokens.last; ++t) {
      if (g_.document.tokens[t].word && signal_of_[t] == kNone) return false;
    }
    return true;
  }

  // The mean of what its labels are sure of.
  double sureness_of(TokenRange range) const {
    double sum = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      sum += static_cast<double>(statuses_.probability[t]);
    }
    return sum / (range.last - range.first);
  }

  // One claim for each attribution whose content the stretch holds, of the words that it holds.
  void attributed(const Sentence& sentence, const Stretch& stretch) {
    std::vector<std::pair<std::uint32_t, Spans>> held;
    for (std::uint32_t t = stretch.tokens.first; t < stretch.tokens.last;) {
      std::uint32_t end = t + 1;
      const std::uint32_t id = content_of_[t];
      while (end < stretch.tokens.last && content_of_[end] == id) ++end;
      if (id != kNone && words_in({t, end}) > 0) {
        auto found =
            std::find_if(held.begin(), held.end(), [&](const auto& h) { return h.first == id; });
        if (found == held.end()) found = held.insert(held.end(), {id, {}});
        found->second.push_back(g_.span_of(trimmed(g_, {t, end})));
      }
      t = end;
    }
    if (held.empty()) return nobodys_content(sentence, stretch);
    for (auto& [id, spans] : held) add_attributed(std::move(spans), stretch.status, id);
  }

  // The words are somebody's, but of no attribution: his who speaks in the sentence, or spoke
  // before.
  void nobodys_content(const Sentence& sentence, const Stretch& stretch) {
    const TokenRange words = trimmed(g_, stretch.tokens);
    const std::uint32_t speaker = speaker_near(sentence, stretch);
    if (speaker != kNone) return add_attributed({g_.span_of(words)}, stretch.status, speaker);
    add({g_.span_of(words)}, ClaimStatus::hidden, {}, {ReasonKind::quotation_alone});
  }

  std::uint32_t speaker_near(const Sentence& sentence, const Stretch& stretch) const {
    for (const TokenRange range :
         {stretch.tokens, TokenRange{sentence.first_token, sentence.last_token}}) {
      for (std::uint32_t t = range.first; t < range.last; ++t) {
        if (signal_of_[t] != kNone) return signal_of_[t];
      }
    }
    const std::uint32_t begin = g_.document.tokens[stretch.tokens.first].span.begin;
    const auto behind =
        std::partition_point(attributions_.begin(), attributions_.end(),
                             [&](const Attribution& a) { return a.cue.front().begin < begin; });
    std::size_t looked_at = 0;
    for (auto it = behind; it != attributions_.begin() && looked_at < kNeighbours; ++looked_at) {
      --it;
      const std::uint32_t there = g_.sentence_of(g_.tokens_in(it->content.back()).first).paragraph;
      if (it->parent || there + kFar < sentence.paragraph) continue;
      if ((stretch.status == ClaimStatus::hidden) != sources_.of[it->id].has_value()) return it->id;
    }
    return kNone;
  }

  void add_attributed(Spans spans, ClaimStatus status, std::uint32_t id) {
    const Attribution& a = attributions_[id];
    std::vector<std::uint32_t> ids = {id};
    const std::optional<std::uint32_t> from = unnamed_inside(a, spans);
    if (!sources_.of[id]) {
      status = ClaimStatus::hidden;  // nobody is given, whatever the labels say
    } else if (status != ClaimStatus::hidden && sureness_ < kSure) {
      const bool known = is_identified(sources_.of[id]) && !from;
      status = known ? ClaimStatus::named : ClaimStatus::unnamed;
    }
    Reason reason{.kind = ReasonKind::attributed,
                  .source = sources_.of[id],
                  .cue = std::string(g_.document.at(a.cue.front()))};
    if (status == ClaimStatus::hidden) {
      reason.kind = ReasonKind::nobody_given;
      reason.source.reset();
    } else if (status == ClaimStatus::unnamed) {
      reason.kind = ReasonKind::unidentified;
      // "A report" tells no reader which; a person or a body has it from somebody.
      if (is_identified(sources_.of[id]) && (from || !is_document(sources_.of[id]))) {
        reason.kind = ReasonKind::passed_on;
        reason.via = std::exchange(reason.source, std::nullopt);
        if (from) {
          reason.source = sources_.of[*from];
          reason.cue = std::string(g_.document.at(attributions_[*from].cue.front()));
          ids.push_back(*from);
        }
      }
    }
    add(std::move(spans), status, std::move(ids), std::move(reason));
  }

  bool is_identified(std::optional<std::uint32_t> source) const {
    if (!source) return false;
    const SourceKind kind = sources_.sources[*source].kind;
    return kind == SourceKind::named_person || kind == SourceKind::named_organization ||
           kind == SourceKind::document;
  }

  bool is_document(std::optional<std::uint32_t> source) const {
    return source && sources_.sources[*source].kind == SourceKind::document;
  }

  // Whom the outer speaker has it from, who is not to be identified.
  std::optional<std::uint32_t> unnamed_inside(const Attribution& outer, const Spans& spans) const {
    const std::size_t last = std::min(attributions_.size(), std::size_t{outer.id} + kNeighbours);
    for (std::size_t i = outer.id + 1; i < last; ++i) {
      const Attribution& inner = attributions_[i];
      if (inner.parent != outer.id || is_identified(sources_.of[i])) continue;
      const bool here = std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
        return span.begin < inner.content.back().end && inner.content.front().begin < span.end;
      });
      if (here) return inner.id;
    }
    return std::nullopt;
  }

  void own_voice(TokenRange range) {
    for (Spans& spans : own_voice_pieces(g_, trimmed(g_, range))) {
      add(std::move(spans), ClaimStatus::unsourced, {}, {ReasonKind::own_voice});
    }
  }

  void add(Spans spans, ClaimStatus status, std::vector<std::uint32_t> ids, Reason reason) {
    claims_.push_back(make_claim(g_.language(), std::move(spans), status, std::move(ids),
                                 std::move(reason), sources_.sources));
    claims_.back().confidence = sureness_;
  }

  const Grammar& g_;
  const std::vector<Attribution>& attributions_;
  const SourceTable& sources_;
  const model::TaskLabels& statuses_;
  std::vector<std::uint32_t> content_of_;  // one a token
  std::vector<std::uint32_t> signal_of_;   // one a token
  double sureness_ = 0;                    // of the stretch that is read
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> find_claims(const Grammar& grammar, const std::vector<Attribution>& attributions,
                               const SourceTable& sources, const model::TaskLabels& statuses) {
  return Finder(grammar, attributions, sources, statuses).run();
}

}  // namespace sourcelight
