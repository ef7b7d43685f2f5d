// Speakers set apart by a mark: transcript turns ("LEE: It rains."), headlines ("Poll: Rain
// ahead"), and a name after a dash (“It rains.” — Lee).
// tests/cases/attribution/label* hold it.
#include <algorithm>

#include "attribution/rules.h"
#include "attribution/syntax.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kLongestLabel = 6;  // tokens

// The colon that ends a label at `first`, or kNone.
std::uint32_t colon_of_label(const Reading& r, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t t = first; t < last && t <= first + kLongestLabel; ++t) {
    if (r.norm(t) == ":" && t > first) return t;
    const Token& token = r.document.tokens[t];
    const bool in_label = token.capitalized || r.tag(t) == Tag::number || r.is_any(t, {".", "&"}) ||
                          r.is(t, Role::label_word);
    if (!in_label) break;
  }
  return Reading::kNone;
}

bool is_turn(const Reading& r, TokenRange label) {
  for (std::uint32_t t = label.first; t < label.last; ++t) {
    const Token& token = r.document.tokens[t];
    const bool letter = token.is(Role::turn_letter);
    if (token.word && !token.all_caps && !letter) return false;
  }
  return true;
}

void add(Candidates& found, TokenRange source, TokenRange cue, TokenRange content, int percent) {
  Candidate candidate;
  candidate.rule = "label";
  candidate.source = {source};
  candidate.cue = cue;
  candidate.content = {content};
  candidate.percent = percent;
  found.push_back(std::move(candidate));
}

// The last token of a paragraph without closing punctuation, and where its sentences stand.
struct Lines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

void turn(const Reading& r, const Paragraph& paragraph, Lines lines, Candidates& found) {
  std::uint32_t first = lines.first;
  if (r.norm(first) == "\"") ++first;  // a transcript set in quotation marks
  const std::uint32_t colon = colon_of_label(r, first, lines.last);
  if (colon == Reading::kNone || colon + 1 >= lines.last) return;
  const TokenRange label{first, colon};
  const std::uint32_t last =
      content_end_of_sentence(r, std::max(colon + 1, r.sentence_of(lines.last - 1).first_token));
  const bool headline = paragraph.kind == ParagraphKind::headline;
  if (!headline && !is_turn(r, label)) return;
  if (headline && r.tag(colon - 1) != Tag::proper_noun && !is_noun(r.tag(colon - 1))) return;
  add(found, label, {colon, colon + 1}, {colon + 1, last}, headline ? 60 : 90);
}

void signature(const Reading& r, Lines lines, Candidates& found) {
  const std::uint32_t quote_index = r.quote_at[lines.first];
  if (quote_index == Reading::kNone) return;
  const Quote& quote = r.quotes[quote_index];
  const std::uint32_t dash = quote.tokens.last;
  if (dash + 1 >= lines.last || !r.is_dash(dash) || !r.document.tokens[dash + 1].capitalized)
    return;
  const auto name = noun_phrase_after(r, dash + 1);
  if (!name || has_finite_verb(r, {dash + 1, lines.last})) return;
  add(found, {dash + 1, apposition_end(r, *name)}, {dash, dash + 1}, quote.tokens, 85);
}

}  // namespace

void find_labels(const Reading& r, Candidates& found) {
  const auto& sentences = r.document.sentences;
  for (std::size_t i = 0; i < sentences.size();) {
    const std::uint32_t paragraph = sentences[i].paragraph;
    Lines lines{sentences[i].first_token, sentences[i].last_token};
    for (; i < sentences.size() && sentences[i].paragraph == paragraph; ++i) {
      lines.last = sentences[i].last_token;
    }
    if (lines.first >= lines.last) continue;
    turn(r, r.document.paragraphs[paragraph], lines, found);
    signature(r, lines, found);
  }
}

}  // namespace sourcelight
