// Quotations and their speakers: the cue before, after or between, or in the paragraph before;
// a quotation without one goes on with the speaker of its paragraph.
// tests/cases/attribution/quotation* hold it.
#include <algorithm>
#include <optional>

#include "attribution/rules.h"
#include "attribution/subject.h"
#include "attribution/syntax.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Reading::kNone;
constexpr int kUnknownVerb = 55;  // after `...," she` any verb nearly always is one of speech

struct Cue {
  TokenRange cue;
  std::optional<TokenRange> source;
  const CueVerb* verb = nullptr;
  int percent = 0;
};

class Quotations {
 public:
  Quotations(const Reading& reading, Candidates& found) : r_(reading), found_(found) {}

  void run() {
    std::uint32_t paragraph = kNone;
    for (std::uint32_t i = 0; i < r_.quotes.size(); ++i) {
      if (r_.quotes[i].paragraph != paragraph) {
        settle_pending();
        last_paragraph_ = current_;
        current_ = kNone;
        paragraph = r_.quotes[i].paragraph;
      }
      owner_.push_back(kNone);
      if (is_speech(r_.quotes[i])) attribute(i);
    }
    settle_pending();
  }

 private:
  // Words spoken rather than a term in marks: "blow up" is none, "It rains." is.
  bool is_speech(const Quote& quote) const {
    if (quote.words == 0) return false;
    if (!quote.closed || quote.continues != kNone) return true;
    const std::uint32_t inner = last_inner(quote);
    if (inner <= quote.tokens.first) return false;
    if (r_.is_any(inner, {",", ".", "?", "!", "...", "…", "--", "—"})) {
      return quote.words >= 3 || sentence_begins_at(quote.tokens.first) || comma_or_colon(quote);
    }
    return quote.words >= 3 && comma_or_colon(quote) && !in_list(quote);
  }

  // The last token before the closing mark, marks of inner quotations passed over.
  std::uint32_t last_inner(const Quote& quote) const {
    std::uint32_t inner = quote.tokens.last - 1;
    while (inner > quote.tokens.first && r_.is_any(inner, {"\"", "'", "''"})) --inner;
    return inner;
  }

  bool comma_or_colon(const Quote& quote) const {
    return quote.tokens.first > 0 && r_.is_any(quote.tokens.first - 1, {",", ":"});
  }

  bool in_list(const Quote& quote) const {
    return quote.tokens.first > 1 && r_.norm(quote.tokens.first - 1) == "," &&
           r_.quoted(quote.tokens.first - 2);
  }

  bool sentence_begins_at(std::uint32_t token) const {
    return r_.sentence_of(token).first_token == token;
  }

  void attribute(std::uint32_t index) {
    const Quote& quote = r_.quotes[index];
    if (auto cue = cue_before(quote.tokens.first)) {
      for (std::uint32_t c = 0; c < found_.size(); ++c) {
        if (found_[c].cue.first == cue->cue.first) return append(index, c);
      }
      return add(index, *cue);
    }
    if (auto cue = cue_after(quote)) return add(index, *cue);
    if (quote.continues != kNone && owner_[quote.continues] != kNone) {
      return append(index, owner_[quote.continues]);
    }
    if (auto cue = cue_of_paragraph_before(quote)) return add(index, *cue);
    const bool goes_on = sentence_begins_at(quote.tokens.first) || comma_or_colon(quote) ||
                         r_.is_dash(quote.tokens.first - 1);
    if (!goes_on) return;
    if (current_ != kNone) return append(index, current_);
    pending_.push_back(index);
  }

  void append(std::uint32_t index, std::uint32_t candidate) {
    found_[candidate].content.push_back(r_.quotes[index].tokens);
    owner_[index] = current_ = candidate;
  }

  void add(std::uint32_t index, const Cue& cue) {
    Candidate candidate;
    candidate.rule = "quotation";
    candidate.verb = cue.verb;
    candidate.frame = Frame::quote;
    candidate.cue = cue.cue;
    candidate.percent = cue.percent;
    if (cue.source) candidate.source.push_back(*cue.source);
    current_ = static_cast<std::uint32_t>(found_.size());
    for (std::uint32_t waiting : pending_) {
      candidate.content.push_back(r_.quotes[waiting].tokens);
      owner_[waiting] = current_;
    }
    pending_.clear();
    candidate.content.push_back(r_.quotes[index].tokens);
    owner_[index] = current_;
    found_.push_back(std::move(candidate));
  }

  // A paragraph of quotations alone goes on with the speaker of the one before.
  void settle_pending() {
    if (last_paragraph_ != kNone && !pending_.empty() && current_ == kNone) {
      const Quote& first = r_.quotes[pending_.front()];
      const bool follows =
          !found_[last_paragraph_].content.empty() && paragraph_opens_with(first) &&
          r_.quotes[r_.quote_at[found_[last_paragraph_].content.back().first]].paragraph + 1 ==
              first.paragraph;
      if (follows) {
        for (std::uint32_t waiting : pending_) append(waiting, last_paragraph_);
      }
    }
    pending_.clear();
  }

  bool paragraph_opens_with(const Quote& quote) const {
    const Sentence& sentence = r_.sentence_of(quote.tokens.first);
    return sentence.first_token == quote.tokens.first &&
           r_.document.paragraphs[quote.paragraph].span.begin == sentence.span.begin;
  }

  // "Lee said, [quote]", "Lee told the crowd: [quote]".
  std::optional<Cue> cue_before(std::uint32_t quote_begin) const {
    if (quote_begin == 0) return std::nullopt;
    const std::uint32_t gap_end = quote_begin - 1;
    if (r_.document.tokens[gap_end].sentence != r_.document.tokens[quote_begin].sentence) {
      return std::nullopt;
    }
    const bool marked = r_.is_any(gap_end, {",", ":"});
    if (const auto label = label_before(gap_end)) return label;
    const VerbGroup* direct = r_.verb_at(gap_end);
    if (!marked && !(direct && direct->tokens.last == quote_begin)) return std::nullopt;
    return cue_ending_at(marked ? gap_end : quote_begin);
  }

  bool has_verb(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (r_.verb_at(t)) return true;
    }
    return false;
  }

  // "More from Lee: [quote]", "Lee’s answer: [quote]": a name, a colon, no verb.
  std::optional<Cue> label_before(std::uint32_t colon) const {
    if (colon == 0 || r_.norm(colon) != ":") return std::nullopt;
    const std::uint32_t first = r_.sentence_of(colon).first_token;
    if (colon - first > 12 || has_verb({first, colon})) return std::nullopt;
    const NounPhrase* noun = r_.noun_at(colon - 1);
    if (!noun || r_.tag(noun->head) != Tag::proper_noun) return std::nullopt;
    const auto source = noun_phrase_before(r_, colon);
    if (!source) return std::nullopt;
    return Cue{{colon, colon + 1}, source, nullptr, 75};
  }

  // The last verb of speech before `end` (a comma, colon or quotation), nothing finite between.
  std::optional<Cue> cue_ending_at(std::uint32_t end) const {
    const std::uint32_t floor =
        std::max(r_.sentence_of(end == 0 ? 0 : end - 1).first_token, end > 40 ? end - 40 : 0);
    for (std::uint32_t t = end; t > floor; --t) {
      const std::uint32_t i = t - 1;
      if (r_.quoted(i) || r_.is(i, Role::complementizer)) return std::nullopt;
      const VerbGroup* verb = r_.verb_at(i);
      if (!verb) continue;
      const CueVerb* cue = r_.verbs.find(r_.norm(verb->head));
      if (cue && cue->percent_of(Frame::quote) > 0 && !verb->passive) {
        const bool colon = r_.norm(end) == ":";
        return Cue{
            {verb->tokens.first, colon && verb->tokens.last == end ? end + 1 : verb->tokens.last},
            subject_of(r_, *verb),
            cue,
            cue->percent_of(Frame::quote)};
      }
      if (verb->finite) return std::nullopt;
      t = verb->tokens.first + 1;
    }
    return std::nullopt;
  }

  std::optional<Cue> cue_of_paragraph_before(const Quote& quote) const {
    if (!sentence_begins_at(quote.tokens.first) || quote.tokens.first == 0) return std::nullopt;
    const std::uint32_t before = quote.tokens.first - 1;
    if (r_.norm(before) != ":") return std::nullopt;
    return cue_ending_at(before);
  }

  // "[quote] said Lee", "[quote] Lee told the crowd".
  std::optional<Cue> cue_after(const Quote& quote) const {
    std::uint32_t t = quote.tokens.last;
    const std::uint32_t end = r_.sentence_of(quote.tokens.last - 1).last_token;
    if (t < end && (r_.norm(t) == "," || r_.is_dash(t))) ++t;
    if (t >= end || r_.quoted(t)) return std::nullopt;
    const VerbGroup* verb = r_.verb_at(t);
    if (verb && verb->tokens.first == t) return inverted(*verb);
    if (r_.is(t, Role::source_preposition) && r_.is(t + 1, Role::source_preposition_end)) {
      return Cue{{t, t + 2}, noun_phrase_after(r_, t + 2), nullptr, 90};
    }
    if (!r_.noun_at(t) && !r_.document.tokens[t].capitalized) return std::nullopt;
    for (std::uint32_t i = t; i < std::min(end, t + 40); ++i) {
      if (r_.quoted(i)) return std::nullopt;
      verb = r_.verb_at(i);
      if (!verb || !verb->finite) continue;
      auto subject = noun_phrase_before(r_, verb->tokens.first);
      // A name that was taken for another word: "It rains," Small said.
      if (!subject && i == t + 1) subject = TokenRange{t, i};
      if (!subject || subject->first != t) continue;
      const CueVerb* cue = r_.verbs.find(r_.norm(verb->head));
      const int percent = cue ? cue->percent_of(Frame::quote) : 0;
      const bool comma = r_.norm(last_inner(quote)) == ",";
      if (verb->passive || (percent == 0 && (!comma || quote.words < 4))) return std::nullopt;
      return Cue{verb->tokens, subject, cue, std::max(percent, kUnknownVerb)};
    }
    return std::nullopt;
  }

  std::optional<Cue> inverted(const VerbGroup& verb) const {
    const CueVerb* cue = r_.verbs.find(r_.norm(verb.head));
    if (!cue || cue->percent_of(Frame::quote) == 0 || verb.infinitive || verb.passive) {
      return std::nullopt;
    }
    std::optional<TokenRange> source;
    if (!verb.gerund) {
      source = noun_phrase_after(r_, verb.tokens.last);
      if (source) source->last = apposition_end(r_, *source);
    }
    if (!source) source = subject_of(r_, verb);
    return Cue{verb.tokens, source, cue, cue->percent_of(Frame::quote)};
  }

  const Reading& r_;
  Candidates& found_;
  std::vector<std::uint32_t> owner_;    // quote -> candidate, or kNone
  std::vector<std::uint32_t> pending_;  // quotes of this paragraph that wait for a speaker
  std::uint32_t current_ = kNone;       // the candidate whose speaker has the word
  std::uint32_t last_paragraph_ = kNone;
};

}  // namespace

void find_quotations(const Reading& reading, Candidates& found) {
  Quotations(reading, found).run();
}

}  // namespace sourcelight
