// Contract in paragraphs.h; held by tests/cases/text/paragraphs.
#include "text/paragraphs.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/chars.h"
#include "text/dateline.h"
#include "text/furniture.h"
#include "text/headings.h"
#include "text/lines.h"

namespace sourcelight {
namespace {

constexpr std::size_t head = 8;            // bylines stand among the first paragraphs ...
constexpr std::size_t foot = 3;            // ... or the last
constexpr std::size_t most_headlines = 3;  // kicker, headline, deck
constexpr std::size_t most_datelines = 3;  // body paragraphs that may open with one

// What the page says of a paragraph, if anything.
using Told = std::vector<std::optional<PagePartKind>>;

Told told_by(const Text& text, const std::vector<PagePart>& parts,
             const std::vector<Paragraph>& paragraphs) {
  std::vector<std::uint64_t> order;  // begin, then index
  order.reserve(parts.size());
  for (const PagePart& part : parts) {
    order.push_back(std::uint64_t{part.span.begin} << 32 | order.size());
  }
  std::sort(order.begin(), order.end());
  Told told(paragraphs.size());
  std::size_t i = 0;
  std::uint32_t at = 0;  // where the parts before end
  for (const std::uint64_t key : order) {
    const PagePart& part = parts[static_cast<std::uint32_t>(key)];
    const Span span = text.to_bytes(part.span);
    const std::uint32_t begin = std::max(at, span.begin);
    while (i < paragraphs.size() && paragraphs[i].span.end <= begin) ++i;
    for (std::size_t j = i; j < paragraphs.size(); ++j) {
      const Span paragraph = paragraphs[j].span;
      if (paragraph.begin >= span.end) break;
      const std::uint32_t first = std::max(begin, paragraph.begin);
      const std::uint32_t last = std::min(span.end, paragraph.end);
      if (last > first && last - first > paragraph.size() / 2) told[j] = part.kind;
      i = j;
    }
    at = std::max(at, span.end);
  }
  return told;
}

ParagraphKind kind_of(PagePartKind part) {
  switch (part) {
    case PagePartKind::headline:
    case PagePartKind::heading:
      return ParagraphKind::headline;
    case PagePartKind::byline:
    case PagePartKind::time:
      return ParagraphKind::byline;
    case PagePartKind::caption:
      return ParagraphKind::caption;
    case PagePartKind::standfirst:
      return ParagraphKind::standfirst;
    case PagePartKind::item:
      return ParagraphKind::item;
    case PagePartKind::body:
      break;
  }
  return ParagraphKind::body;
}

class Kinds {
 public:
  Kinds(const Language& language, std::string_view text, std::vector<Paragraph>& paragraphs,
        const Told& told)
      : language_(language), text_(text), paragraphs_(paragraphs), told_(told) {}

  void tell() {
    take_told();
    tell_furniture();
    tell_bylines();
    tell_headlines();
    tell_crossheads();
    find_datelines();
  }

 private:
  [[nodiscard]] std::string_view at(const Paragraph& paragraph) const {
    return text_.substr(paragraph.span.begin, paragraph.span.size());
  }
  [[nodiscard]] bool is_body(std::size_t i) const {
    return paragraphs_[i].kind == ParagraphKind::body;
  }

  void take_told() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (told_[i]) paragraphs_[i].kind = kind_of(*told_[i]);
    }
  }

  // Pages set whose picture it is as its caption, and other stories to read as items of a list.
  void tell_furniture() {
    for (Paragraph& paragraph : paragraphs_) {
      ParagraphKind& kind = paragraph.kind;
      if (kind == ParagraphKind::headline || kind == ParagraphKind::byline) continue;
      const Furniture furniture = read_furniture(language_, at(paragraph));
      if (furniture == Furniture::credit) kind = ParagraphKind::credit;
      if (furniture == Furniture::caption && kind == ParagraphKind::body) {
        kind = ParagraphKind::caption;
      }
    }
  }

  void tell_bylines() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const bool placed = i < head || i + foot >= paragraphs_.size();
      if (placed && is_body(i) && is_byline(language_, at(paragraphs_[i]))) {
        paragraphs_[i].kind = ParagraphKind::byline;
      }
    }
  }

  // Above the first paragraph of the body, if there is one at all.
  void tell_headlines() {
    std::size_t found = 0;
    for (std::size_t i = 0; i + 1 < paragraphs_.size() && found < most_headlines; ++i) {
      if (!is_body(i)) continue;
      if (told_[i] || !is_headline(language_, at(paragraphs_[i])) || !body_follows(i)) return;
      paragraphs_[i].kind = ParagraphKind::headline;
      ++found;
    }
  }

  // A longer paragraph comes soon: a list of short lines has no headlines.
  [[nodiscard]] bool body_follows(std::size_t i) const {
    const std::size_t end = std::min(i + head, paragraphs_.size());
    for (std::size_t next = i + 1; next < end; ++next) {
      if (is_body(next) && paragraphs_[next].span.size() > paragraphs_[i].span.size()) return true;
    }
    return false;
  }

  // Between two longer paragraphs of the body; pages set some as paragraphs in bold.
  void tell_crossheads() {
    for (std::size_t i = 1; i + 1 < paragraphs_.size(); ++i) {
      if (!is_body(i) || !is_body(i + 1) || !is_crosshead(language_, at(paragraphs_[i]))) continue;
      if (!is_sentence(i - 1) || !is_sentence(i + 1)) continue;
      const bool named = is_byline(language_, at(paragraphs_[i])) &&
                         !is_digit(code_point_at(text_, paragraphs_[i].span.begin).value);
      paragraphs_[i].kind = named ? ParagraphKind::byline : ParagraphKind::headline;
    }
  }

  [[nodiscard]] bool is_sentence(std::size_t i) const {
    return paragraphs_[i].kind != ParagraphKind::headline &&
           !is_crosshead(language_, at(paragraphs_[i])) && paragraphs_[i].span.size() > 40;
  }

  void find_datelines() {
    std::size_t seen = 0;
    for (Paragraph& paragraph : paragraphs_) {
      if (paragraph.kind != ParagraphKind::body) continue;
      if (++seen > most_datelines) return;
      paragraph.dateline = find_dateline(language_, text_, paragraph.span);
      if (!paragraph.dateline.empty()) return;
    }
  }

  const Language& language_;
  std::string_view text_;
  std::vector<Paragraph>& paragraphs_;
  const Told& told_;
};

}  // namespace

Paragraphs find_paragraphs(const Language& language, const Text& text,
                           const std::vector<PagePart>& parts) {
  Paragraphs found;
  for (const Span span : join_lines(text.utf8)) {
    found.all.push_back({span, ParagraphKind::body, {}});
  }
  const Told told = told_by(text, parts, found.all);
  Kinds(language, text.utf8, found.all, told).tell();
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    if (told[i] == PagePartKind::time) found.times.push_back(i);
  }
  return found;
}

}  // namespace sourcelight
