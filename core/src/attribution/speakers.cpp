// Contract in speakers.h.
#include "attribution/speakers.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

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

bool in_capitals(const Reading& r, TokenRange label) {
  for (std::uint32_t t = label.first; t < label.last; ++t) {
    const Token& token = r.document.tokens[t];
    if (token.word && !token.all_caps && !token.is(Role::turn_letter)) return false;
  }
  return true;
}

bool is_letter(const Reading& r, TokenRange label) {
  return label.last == label.first + 1 && r.is(label.first, Role::turn_letter);
}

bool is_name(const Reading& r, TokenRange label) {
  return r.tag(label.last - 1) == Tag::proper_noun;
}

// The tokens of a paragraph, and the label that opens it: empty if none does.
struct Lines {
  std::uint32_t paragraph = 0;
  TokenRange tokens;
  TokenRange label;
};

TokenRange label_of(const Reading& r, TokenRange tokens) {
  // A transcript may be set in quotation marks.
  const std::uint32_t first = tokens.first + (r.norm(tokens.first) == "\"" ? 1U : 0U);
  const std::uint32_t colon = colon_of_label(r, first, tokens.last);
  if (colon == Reading::kNone || colon + 1 >= tokens.last) return {first, first};
  return {first, colon};
}

// Who takes turns in an interview: "Q" and "A", or names that open several paragraphs.
class Turns {
 public:
  Turns(const Reading& reading, const std::vector<Lines>& paragraphs) : r_(reading) {
    std::size_t labelled = 0;
    for (const Lines& lines : paragraphs) {
      if (lines.label.empty()) continue;
      letters_ |= is_letter(r_, lines.label);
      ++labelled;
      ++counts_[words_of(lines.label)];
    }
    throughout_ = labelled > 1 && labelled == paragraphs.size();
  }

  // Not by its capitals alone: "MORE: ..." has them too.
  [[nodiscard]] bool are_taken(TokenRange label) const {
    return throughout_ || (is_name(r_, label) && recurs(label));
  }

  [[nodiscard]] bool has(TokenRange label, TokenRange content) const {
    if (in_capitals(r_, label)) return !asks(label);
    if (!is_name(r_, label) || !has_finite_verb(r_, content) || is_question(content)) return false;
    return recurs(label);
  }

 private:
  [[nodiscard]] bool recurs(TokenRange label) const {
    return letters_ || counts_.at(words_of(label)) > 1;
  }
  // "Q: Who pays?" is nobody's word.
  [[nodiscard]] bool asks(TokenRange label) const {
    return is_letter(r_, label) && r_.is(label.first, Role::question_letter);
  }
  [[nodiscard]] bool is_question(TokenRange content) const {
    std::uint32_t last = content.last;
    while (last > content.first && r_.norm(last - 1) == "\"") --last;
    return r_.norm(last - 1) == "?";
  }
  [[nodiscard]] std::string words_of(TokenRange label) const {
    std::string words;
    for (std::uint32_t t = label.first; t < label.last; ++t) {
      words += r_.norm(t);
      words += ' ';
    }
    return words;
  }

  const Reading& r_;
  bool letters_ = false;
  bool throughout_ = false;  // every paragraph opens with a label
  std::unordered_map<std::string, std::size_t> counts_;
};

void turn(const Reading& r, const Lines& lines, const Turns& turns, std::vector<Speaker>& found) {
  const TokenRange label = lines.label;
  if (label.empty()) return;
  // "Poll: Rain ahead" may be anything.
  if (r.document.paragraphs[lines.paragraph].kind == ParagraphKind::headline) return;
  const std::uint32_t colon = label.last;
  const std::uint32_t end = lines.tokens.last;
  if (!turns.has(label, {colon + 1, end})) return;
  const std::uint32_t last =
      content_end_of_sentence(r, std::max(colon + 1, r.sentence_of(end - 1).first_token));
  found.push_back({label, {colon, colon + 1}, {colon + 1, last}, 0.9F, turns.are_taken(label)});
}

// "And from Mayor Lind:" before a paragraph that is a quotation.
void announced(const Reading& r, TokenRange tokens, TokenRange next, std::vector<Speaker>& found) {
  const std::uint32_t colon = tokens.last - 1;
  if (r.norm(colon) != ":" || colon == tokens.first || has_finite_verb(r, tokens)) return;
  const std::uint32_t quote = r.quote_at[next.first];
  if (quote == Reading::kNone || r.quotes[quote].tokens.last < next.last) return;
  const auto name = noun_phrase_before(r, colon);
  if (!name || r.tag(name->last - 1) != Tag::proper_noun) return;
  found.push_back({*name, {colon, colon + 1}, r.quotes[quote].tokens, 0.85F});
}

void signature(const Reading& r, TokenRange lines, std::vector<Speaker>& found) {
  const std::uint32_t quote_index = r.quote_at[lines.first];
  if (quote_index == Reading::kNone) return;
  const Quote& quote = r.quotes[quote_index];
  const std::uint32_t dash = quote.tokens.last;
  if (dash + 1 >= lines.last || !r.is_dash(dash) || !r.document.tokens[dash + 1].capitalized)
    return;
  const auto name = noun_phrase_after(r, dash + 1);
  if (!name || has_finite_verb(r, {dash + 1, lines.last})) return;
  found.push_back({{dash + 1, apposition_end(r, *name)}, {dash, dash + 1}, quote.tokens, 0.85F});
}

}  // namespace

std::vector<Speaker> find_speakers(const Reading& r) {
  std::vector<Speaker> found;
  std::vector<Lines> paragraphs;
  for (const Sentence& sentence : r.document.sentences) {
    if (sentence.first_token >= sentence.last_token) continue;
    if (paragraphs.empty() || paragraphs.back().paragraph != sentence.paragraph) {
      paragraphs.push_back({sentence.paragraph, {sentence.first_token, sentence.first_token}, {}});
    }
    paragraphs.back().tokens.last = sentence.last_token;
  }
  for (Lines& lines : paragraphs) lines.label = label_of(r, lines.tokens);
  const Turns turns(r, paragraphs);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    turn(r, paragraphs[i], turns, found);
    signature(r, paragraphs[i].tokens, found);
    if (i + 1 < paragraphs.size()) {
      announced(r, paragraphs[i].tokens, paragraphs[i + 1].tokens, found);
    }
  }
  return found;
}

}  // namespace sourcelight
