// Contract in standalone.h. The words stay the article's: what is added stands in brackets, what is
// left out are the words around a claim, and marks that belonged to them. A claim that is no clause
// of its own brings its whole sentence.
#include "claims/standalone.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/chars.h"
#include "base/order.h"
#include "claims/meant.h"
#include "claims/why.h"
#include "text/lines.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

constexpr std::string_view kEnds = ".!?";
constexpr std::string_view kEllipsis = "…";

// The mark that closes what this one opens; 0: it opens nothing.
char32_t closing_of(char32_t mark) {
  switch (mark) {
    case U'"':
      return U'"';
    case U'“':
    case U'„':
      return U'”';
    case U'‘':
      return U'’';
    case U'«':
      return U'»';
    default:
      return 0;
  }
}

class Writer {
 public:
  Writer(const Article& article, std::optional<Day> day)
      : article_(article), g_(article.grammar), meant_(article), day_(day) {}

  [[nodiscard]] Standalone write(const Claim& claim) const {
    if (claim.status == ClaimStatus::none) return {};
    return {whose_word(g_.language(), claim, article_.sources.sources), text(claim)};
  }

 private:
  // The attribution whose content the claim is, if it is somebody's word.
  [[nodiscard]] const Attribution* attribution_of(const Claim& claim) const {
    if (claim.attributions.empty()) return nullptr;
    return &article_.attributions[claim.attributions.front()];
  }

  // Are these words between two pieces of a claim only the cue of nobody's word: "is believed"?
  [[nodiscard]] bool only_cue(const Claim& claim, Span gap) const {
    const TokenRange tokens = g_.tokens_in(gap);
    const Attribution* attribution = attribution_of(claim);
    if (claim.status != ClaimStatus::hidden || !attribution) return false;
    return std::all_of(attribution->cue.begin(), attribution->cue.end(),
                       [&](Span cue) { return gap.begin <= cue.begin && cue.end <= gap.end; }) &&
           tokens.last - tokens.first < 8;
  }

  [[nodiscard]] Spans pieces_of(const Claim& claim) const {
    Spans pieces;
    for (const Span span : claim.spans) {
      if (!pieces.empty() && only_cue(claim, {pieces.back().end, span.begin})) {
        pieces.back().end = span.end;
      } else {
        pieces.push_back(span);
      }
    }
    return pieces;
  }

  [[nodiscard]] std::string text(const Claim& claim) const {
    Spans pieces = pieces_of(claim);
    std::vector<TokenRange> ranges;
    for (const Span piece : pieces) ranges.push_back(g_.tokens_in(piece));
    leave_out_joint(claim, ranges.front(), pieces.front());
    const auto relative = meant_.relative_told(ranges.front());
    if (!relative && !is_clause(ranges)) {
      pieces = {sentence_of(ranges)};
      ranges = {g_.tokens_in(pieces.front())};
    }
    std::vector<Edit> edits = meant_.names_told(ranges, attribution_of(claim));
    if (relative) edits.push_back(*relative);
    if (day_) {
      for (const TokenRange range : ranges) {
        for (Edit& edit : dates_told(g_, article_.sources.names.quoted, range, *day_)) {
          edits.push_back(std::move(edit));
        }
      }
    }
    sort_by(edits, [](const Edit& edit) { return key_of(edit.bytes); });
    std::string out;
    for (const Span piece : pieces) join(out, written(piece, edits));
    return finished(std::move(out), quotation_at(pieces.front().begin),
                    quotation_at(pieces.back().end - 1));
  }

  // "that", "and", "but" in front join the claim to what is not there.
  void leave_out_joint(const Claim& claim, TokenRange& range, Span& piece) const {
    while (range.last - range.first > 1) {
      const std::uint32_t t = range.first;
      const bool inside = !claim.attributions.empty() && t > g_.sentence_of(t).first_token;
      const bool joins =
          (g_.is(t, Role::complementizer) && (inside || g_.tag(t) == Tag::preposition)) ||
          (g_.tag(t) == Tag::conjunction && g_.is(t, Role::coordinator)) || g_.norm(t) == ",";
      if (!joins || article_.sources.names.quoted[t]) return;
      ++range.first;
      piece.begin = g_.document.tokens[range.first].span.begin;
    }
  }

  // With a subject and a verb of its own; no "to sell two ferries", no "leaving the town in ruins".
  [[nodiscard]] bool is_clause(const std::vector<TokenRange>& ranges) const {
    const std::uint32_t first = ranges.front().first;
    if (const VerbGroup* verb = g_.verb_at(first); verb && verb->tokens.first == first) {
      const bool opens = first == g_.sentence_of(first).first_token;
      if (verb->infinitive || (!opens && !article_.sources.names.quoted[first])) return false;
    }
    if (g_.is(first, Role::relative_opening) && first > g_.sentence_of(first).first_token) {
      return false;
    }
    return has_main_verb(ranges);
  }

  // A finite verb that no word before it makes part of another clause: "though", "which". One that
  // a comma comes behind opened no clause: "after the storm, the council met".
  [[nodiscard]] bool has_main_verb(const std::vector<TokenRange>& ranges) const {
    bool opened = false;
    for (const TokenRange range : ranges) {
      for (std::uint32_t t = range.first; t < range.last; ++t) {
        if (g_.norm(t) == ",") opened = false;
        const Tag tag = g_.tag(t);
        opened |= tag == Tag::wh_pronoun || tag == Tag::wh_possessive || tag == Tag::wh_adverb ||
                  (tag == Tag::preposition && g_.is(t, Role::clause_preposition));
        const VerbGroup* verb = g_.verb_at(t);
        if (!verb || !verb->finite || t + 1 != verb->tokens.last) continue;
        if (!opened) return true;
        opened = false;
      }
    }
    return false;
  }

  // From the sentence of the first word to that of the last, without the article's dateline or a
  // bullet.
  [[nodiscard]] Span sentence_of(const std::vector<TokenRange>& ranges) const {
    const Sentence& begin = g_.sentence_of(ranges.front().first);
    const std::uint32_t last = std::max(ranges.back().last, ranges.back().first + 1) - 1;
    const std::uint32_t first = std::min(g_.after_dateline(begin), ranges.front().first);
    const std::uint32_t begins = g_.document.tokens[first].span.begin;
    const std::string_view text(g_.document.text.utf8);
    const bool opens_line = begins == 0 || text[begins - 1] == '\n';
    const std::size_t bullet = opens_line ? bullet_of(text.substr(begins)) : 0;
    return {begins + static_cast<std::uint32_t>(bullet), g_.sentence_of(last).span.end};
  }

  // One line of the article's words, with the edits made.
  [[nodiscard]] std::string written(Span piece, const std::vector<Edit>& edits) const {
    std::string out;
    std::uint32_t at = piece.begin;
    const auto copy = [&](std::uint32_t end) {
      for (const char c : g_.document.at({at, std::max(at, end)})) {
        const bool blank = static_cast<unsigned char>(c) <= 0x20;
        if (!blank) out += c;
        if (blank && !out.empty() && out.back() != ' ') out += ' ';
      }
      at = std::max(at, end);
    };
    for (const Edit& edit : edits) {
      if (edit.bytes.begin < at || edit.bytes.end > piece.end) continue;
      copy(edit.bytes.begin);
      out += edit.words;
      at = edit.bytes.end;
    }
    copy(piece.end);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

  // Puts a piece behind another: quotation marks and commas around what stood between them go.
  static void join(std::string& out, std::string piece) {
    if (out.empty()) {
      out = std::move(piece);
      return;
    }
    const auto last = [&] { return code_point_before(out, out.size()); };
    const CodePoint opening = code_point_at(piece, 0);
    if (closing_of(opening.value) != 0 && last().value == closing_of(opening.value)) {
      out.resize(out.size() - last().size);
      piece.erase(0, opening.size);
    }
    while (!out.empty() && (out.back() == ',' || out.back() == ' ')) out.pop_back();
    out += " " + piece;
  }

  [[nodiscard]] const Quotation* quotation_at(std::uint32_t byte) const {
    const auto& all = g_.document.quotations;
    auto after = std::partition_point(all.begin(), all.end(),
                                      [&](const Quotation& q) { return q.span.begin <= byte; });
    for (int back = 0; back < 3 && after != all.begin(); ++back) {
      --after;
      if (byte < after->span.end && after->depth == 0) return &*after;
    }
    return nullptr;
  }

  // A sentence: it begins with a capital and ends with a full stop, and its quotation marks are
  // whole. begins, ends: the quotations that its first and last character stand in.
  [[nodiscard]] std::string finished(std::string out, const Quotation* begins,
                                     const Quotation* ends) const {
    const auto mark_of = [&](const Quotation* quotation) {
      return quotation ? code_point_at(g_.document.text.utf8, quotation->span.begin).value : 0;
    };
    const auto last = [&] { return code_point_before(out, out.size()); };
    const char32_t opening = mark_of(begins);
    if (opening != 0 && code_point_at(out, 0).value != opening) {
      std::string marked;
      append_utf8(marked, opening);
      out = marked + out;
    }
    const char32_t closing = closing_of(mark_of(ends));
    const bool closed = closing != 0 && last().value == closing;
    if (closed) out.resize(out.size() - last().size);
    while (!out.empty() && std::string_view(",;: ").find(out.back()) != std::string_view::npos) {
      out.pop_back();
    }
    const bool ended = !out.empty() && (kEnds.find(out.back()) != std::string_view::npos ||
                                        out.ends_with(kEllipsis));
    const bool all_quoted = opening != 0 && closing != 0;
    if (!ended && (closing == 0 || all_quoted)) out += '.';
    if (closing != 0) append_utf8(out, closing);
    if (!ended && closing != 0 && !all_quoted) out += '.';
    return capitalized(std::move(out));
  }

  const Article article_;
  const Grammar& g_;
  const MeantReader meant_;
  const std::optional<Day> day_;
};

}  // namespace

std::vector<Claim> with_standalone(const Grammar& grammar,
                                   const std::vector<Attribution>& attributions,
                                   const SourceTable& sources, std::vector<Claim> claims,
                                   std::optional<Day> article) {
  const Writer writer({grammar, attributions, sources}, article);
  for (Claim& claim : claims) claim.standalone = writer.write(claim);
  return claims;
}

}  // namespace sourcelight
