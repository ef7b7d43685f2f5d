// Amends what the labeller found; see amend.h. Looks at near neighbours only, so that the work
// stays linear.
#include "attribution/amend.h"

#include <algorithm>
#include <span>

#include "attribution/syntax.h"

namespace sourcelight {
namespace {

constexpr std::size_t kNeighbours = 12;  // attributions looked at on each side of a quotation

// "Hamas rejected claims by Lee that ...": the labeller ends the first content at the noun, but
// what Lee claims belongs to it. "..., asserting ...": the subject of the first verb speaks on.
void take_in_claims(const Reading& reading, std::vector<Attribution>& attributions) {
  for (std::size_t i = 0; i + 1 < attributions.size(); ++i) {
    Attribution& outer = attributions[i];
    Span& content = outer.content.back();
    for (std::size_t j = i + 1; j < std::min(attributions.size(), i + 3); ++j) {
      Attribution& inner = attributions[j];
      const TokenRange cue = reading.tokens_in(inner.cue.front());
      const bool inside =
          content.begin <= inner.cue.front().begin && inner.cue.back().end <= content.end;
      if (inside && is_noun(reading.tag(cue.first)) && content.end < inner.content.back().end &&
          content.end <= inner.content.front().begin) {
        content.end = inner.content.back().end;
        continue;
      }
      const VerbGroup* verb = reading.verb_at(cue.first);
      if (!verb || !verb->gerund || outer.source.empty() || inner.source.empty()) continue;
      if (!overlap(inner.source, outer.content) || inner.cue.front().begin < content.end) continue;
      inner.source = outer.source;
      std::erase_if(inner.content,
                    [&](Span piece) { return piece.begin < inner.cue.front().begin; });
    }
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

// "called it a disgrace: “They knew. ...”": a quotation that nobody is given for, after a colon, is
// more of what the sentence's last speaker says.
void take_in_quotations(const Reading& reading, std::vector<Attribution>& attributions) {
  std::size_t next = 0;  // the first attribution whose cue stands behind the quotation
  for (const Quotation& quotation : reading.document.quotations) {
    if (quotation.depth > 0 || quotation.single) continue;
    const TokenRange tokens = reading.tokens_in(quotation.span);
    while (next < attributions.size() &&
           attributions[next].cue.front().begin < quotation.span.begin)
      ++next;
    if (next == 0 || tokens.empty() || tokens.first == 0 || reading.norm(tokens.first - 1) != ":")
      continue;
    const std::size_t first = next > kNeighbours ? next - kNeighbours : 0;
    const std::size_t last = std::min(attributions.size(), next + kNeighbours);
    const auto near = std::span(attributions).subspan(first, last - first);
    const bool held = std::any_of(near.begin(), near.end(), [&](const Attribution& a) {
      return overlap(a.content, {quotation.span}) || overlap(a.source, {quotation.span});
    });
    Attribution& speaker = attributions[next - 1];
    const std::uint32_t cue = reading.tokens_in(speaker.cue.front()).first;
    if (held || speaker.source.empty() || speaker.content.back().end > quotation.span.begin ||
        &reading.sentence_of(cue) != &reading.sentence_of(tokens.first - 1)) {
      continue;
    }
    speaker.content.push_back(quotation.span);
  }
}

// Only a quotation runs over sentences: a few words of the next one belong to something else.
void stay_in_sentence(const Reading& reading, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    if (a.content.size() < 2) continue;
    const Sentence& sentence = reading.sentence_of(reading.tokens_in(a.cue.front()).first);
    const auto strays = [&](Span piece) {
      const std::uint32_t first = reading.tokens_in(piece).first;
      return &reading.sentence_of(first) != &sentence && !reading.quoted(first);
    };
    if (!std::all_of(a.content.begin(), a.content.end(), strays)) std::erase_if(a.content, strays);
  }
}

// "One child was recorded as saying: “...”": the labeller takes the speaker for what is said.
void turn_round(const Reading& reading, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    const TokenRange cue = reading.tokens_in(a.cue.back());
    std::uint32_t last = cue.last;
    while (last > cue.first && !reading.document.tokens[last - 1].word) --last;
    const bool saying = last >= cue.first + 2 && reading.is(last - 1, Role::saying_gerund) &&
                        reading.is(last - 2, Role::quoting_particle);
    if (!saying || !a.source.empty() || a.content.size() > 1) continue;
    if (a.content.front().end > a.cue.front().begin) continue;
    const Sentence& sentence = reading.sentence_of(last - 1);
    std::uint32_t begin = last;
    while (begin < sentence.last_token && !reading.document.tokens[begin].word &&
           reading.norm(begin) != "\"")
      ++begin;
    if (begin >= sentence.last_token) continue;
    a.source = a.content;
    a.content = {reading.span_of({begin, sentence.last_token})};
    if (const std::uint32_t quote = reading.quote_at[begin]; quote != Grammar::kNone) {
      a.content.front().end = reading.span_of(reading.quotes[quote].tokens).end;
    }
  }
}

bool claims_nothing(const Reading& reading, const Attribution& attribution) {
  const TokenRange cue = reading.tokens_in(attribution.cue.front());
  const VerbGroup* verb = cue.empty() ? nullptr : reading.verb_at(cue.first);
  return verb != nullptr && asks_for_anonymity(reading, *verb);
}

// "Lind was told by Peter Berg that ...": the labeller takes who was told for who told it.
void find_teller(const Reading& reading, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    const std::uint32_t by = reading.tokens_in(a.cue.back()).last;
    const VerbGroup* verb = by > 0 ? reading.verb_at(by - 1) : nullptr;
    const NounPhrase* teller = reading.noun_at(by + 1);
    if (!verb || !verb->passive || !reading.is(by, Role::agent_preposition) || !teller ||
        teller->temporal)
      continue;
    if (a.source.empty() || a.source.back().end > a.cue.front().begin) continue;
    const Span span = reading.span_of(teller->tokens);
    if (a.content.front().begin < span.end) continue;
    a.source = {span};
  }
}

}  // namespace

void amend(const Reading& reading, std::vector<Attribution>& attributions) {
  take_in_claims(reading, attributions);
  stay_in_sentence(reading, attributions);
  turn_round(reading, attributions);
  find_teller(reading, attributions);
  take_in_quotations(reading, attributions);
}

void drop_requests_for_anonymity(const Reading& reading, std::vector<Attribution>& attributions) {
  constexpr std::uint32_t kComma = 2;  // bytes between them
  for (std::size_t i = 0; i + 1 < attributions.size(); ++i) {
    const Attribution& request = attributions[i];
    Spans& source = attributions[i + 1].source;
    if (!claims_nothing(reading, request) || request.source.empty() || source.empty()) continue;
    const std::uint32_t begin = request.source.front().begin;
    const std::uint32_t end = request.content.back().end;
    if (source.back().end <= begin && begin <= source.back().end + kComma &&
        end <= attributions[i + 1].cue.front().begin) {
      source.back().end = end;
    }
  }
  std::erase_if(attributions, [&](const Attribution& a) { return claims_nothing(reading, a); });
}

bool overlap(const Spans& a, const Spans& b) {
  return std::any_of(a.begin(), a.end(), [&](Span x) {
    return std::any_of(b.begin(), b.end(),
                       [&](Span y) { return x.begin < y.end && y.begin < x.end; });
  });
}

}  // namespace sourcelight
